package io.github.macroregime.regime.state;

import static io.github.macroregime.fixture.Forgery.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.fixture.Forgery;
import io.github.macroregime.regime.changepoint.ChangePoints.RunLengthPrior;
import io.github.macroregime.regime.changepoint.Cusum;
import io.github.macroregime.regime.changepoint.CusumChart;
import io.github.macroregime.regime.changepoint.RunLengthFilter;
import io.github.macroregime.regime.hmm.HmmFilter;
import io.github.macroregime.regime.hmm.HmmParameters;
import io.github.macroregime.regime.switching.SwitchingFilter;
import io.github.macroregime.regime.switching.SwitchingModel;
import java.io.IOException;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A filter that is read from a stream is in a state that it can be in, and goes on as the one that was written. */
class FilterStreamTest {

    private static final MarkovChain CHAIN = MarkovChain.ofTwoStates(0.9, 0.8);
    private static final double[] SEEN = {0.3, -1, Double.NaN, 2.5, 7, 0.1};

    private static <T> T fed(T filter, DoubleFunction<?> push) {
        for (double x : SEEN) {
            var unused = push.apply(x);
        }
        return filter;
    }

    private static HmmFilter hidden() {
        HmmFilter filter =
                HmmFilter.of(new HmmParameters(Doubles.of(0.5, 0.5), CHAIN, Doubles.of(0, 1), Doubles.of(1, 4)));
        return fed(filter, filter::push);
    }

    private static SwitchingFilter switching() {
        SwitchingFilter filter =
                SwitchingFilter.of(SwitchingModel.ofHamilton(CHAIN, Doubles.of(1, -1), 1, Doubles.of(0.5)));
        return fed(filter, filter::push);
    }

    private static RunLengthFilter runs() {
        RunLengthFilter filter = RunLengthFilter.of(RunLengthPrior.withDefaults());
        return fed(filter, filter::push);
    }

    private static CusumChart chart() {
        CusumChart chart = CusumChart.of(Cusum.Options.withDefaults(0, 1));
        return fed(chart, chart::push);
    }

    @Test
    void filtersGoOnWhereTheyWere() throws IOException {
        assertThat(((HmmFilter) Forgery.readBack(hidden())).push(0.7)).isEqualTo(hidden().push(0.7));
        assertThat(((SwitchingFilter) Forgery.readBack(switching())).push(0.7))
                .isEqualTo(switching().push(0.7));
        assertThat(((RunLengthFilter) Forgery.readBack(runs())).push(0.7)).isEqualTo(runs().push(0.7));
        CusumChart read = (CusumChart) Forgery.readBack(chart());
        assertThat(read.push(0.7)).isEqualTo(chart().push(0.7));
        Forgery.assertTaken(chart());
    }

    @Test
    void probabilitiesAreOneForEachStateAndSumToOne() {
        for (Supplier<?> filter : new Supplier<?>[] {FilterStreamTest::hidden, FilterStreamTest::switching}) {
            assertRefused(filter, "filtered", new double[] {0.5, 0.6});
            assertRefused(filter, "filtered", new double[] {1});
            assertRefused(filter, "filtered", null);
            assertRefused(filter, "observed", -1);
        }
        assertRefused(FilterStreamTest::hidden, "ahead", new double[] {Double.NaN, 1});
        assertRefused(FilterStreamTest::hidden, "parameters", null);
        assertRefused(FilterStreamTest::hidden, "product", 0.0);
        assertRefused(FilterStreamTest::switching, "lagged", new double[0]);
        assertRefused(FilterStreamTest::switching, "logLikelihood", Double.NaN);
    }

    @Test
    void runsHaveOneLengthAndKnowNoMoreThanWasSeen() {
        assertRefused(FilterStreamTest::runs, "size", 0);
        assertRefused(FilterStreamTest::runs, "size", 100);
        assertRefused(FilterStreamTest::runs, "means", new double[1]);
        assertRefused(FilterStreamTest::runs, "pushed", 2);
        assertRefused(FilterStreamTest::runs, "scales", new double[16]);
        assertRefused(FilterStreamTest::runs, "logWeights", new double[16]);
    }

    @Test
    void sumsOfAChartStartAtZero() {
        assertRefused(FilterStreamTest::chart, "up", -1.0);
        assertRefused(FilterStreamTest::chart, "down", Double.NaN);
        assertRefused(FilterStreamTest::chart, "options", null);
        assertRefused(() -> CusumChart.of(Cusum.Options.withDefaults(0, 1)), "restart", true);
    }
}
