package io.github.macroregime.equities.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.stats.Moments;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LinksLaws {

    @Property(seed = "20250722", tries = 1000)
    void every_method_sums_to_the_cumulative_excess(
            @ForAll @Size(min = 1, max = 24) List<@DoubleRange(min = -0.6, max = 1) Double> portfolio,
            @ForAll @Size(24) List<@DoubleRange(min = -0.6, max = 1) Double> benchmark,
            @ForAll @Size(24) List<@DoubleRange(min = -1, max = 1) Double> splits) {
        double[] p = array(portfolio);
        double[] b = Arrays.copyOf(array(benchmark), p.length);
        double[][] effects = split(p, b, splits);
        for (Linking method : List.of(Linking.CARINO, Linking.MENCHERO, Linking.GRAP, Linking.FRONGELLO)) {
            assertClosed(method, effects, p, b);
        }
        assertClosed(Linking.POINTS, split(p, new double[p.length], splits), p, new double[p.length]);
    }

    private static void assertClosed(Linking method, double[][] effects, double[] p, double[] b) {
        double[][] linked = Links.linked(method, effects, p, b);
        double[] all = Arrays.stream(linked).flatMapToDouble(Arrays::stream).toArray();
        double scale = Arrays.stream(all).map(Math::abs).sum()
                + Math.abs(Links.compounded(p))
                + Math.abs(Links.compounded(b))
                + 1;
        assertThat(Moments.sum(all))
                .as("%s over %d periods", method, p.length)
                .isCloseTo(Links.compounded(p) - Links.compounded(b), within(1e-12 * scale));
    }

    @Example
    void a_portfolio_nearly_lost_beside_a_benchmark_grown_without_measure_still_closes() {
        double[] p = new double[24];
        double[] b = new double[24];
        Arrays.fill(p, -0.6);
        Arrays.fill(b, 1);
        double[][] effects = split(p, b, Arrays.stream(p).boxed().toList());
        for (Linking method : List.of(Linking.CARINO, Linking.MENCHERO, Linking.GRAP, Linking.FRONGELLO)) {
            assertClosed(method, effects, p, b);
            assertClosed(method, split(b, p, Arrays.stream(p).boxed().toList()), b, p);
        }
    }

    @Property(seed = "20250722")
    void returns_that_agree_in_every_period_leave_nothing_in_sum(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = -0.6, max = 1) Double> returns,
            @ForAll @Size(12) List<@DoubleRange(min = -1, max = 1) Double> splits) {
        double[] p = array(returns);
        for (Linking method : List.of(Linking.CARINO, Linking.MENCHERO, Linking.GRAP, Linking.FRONGELLO)) {
            assertClosed(method, split(p, p, splits), p, p);
        }
    }

    @Property(seed = "20250722")
    void cumulative_returns_that_agree_leave_nothing_in_sum(
            @ForAll @Size(min = 2, max = 12) List<@DoubleRange(min = -0.6, max = 1) Double> returns,
            @ForAll @Size(12) List<@DoubleRange(min = -1, max = 1) Double> splits,
            @ForAll @IntRange(min = 1, max = 11) int rotation) {
        double[] p = array(returns);
        double[] b = new double[p.length];
        for (int t = 0; t < p.length; t++) {
            b[t] = p[(t + rotation) % p.length];
        }
        for (Linking method : List.of(Linking.CARINO, Linking.MENCHERO, Linking.GRAP, Linking.FRONGELLO)) {
            assertClosed(method, split(p, b, splits), p, b);
        }
    }

    @Property(seed = "20250722")
    void a_single_period_stays_as_it_is(
            @ForAll @DoubleRange(min = -0.9, max = 2) double portfolio,
            @ForAll @DoubleRange(min = -0.9, max = 2) double benchmark,
            @ForAll @DoubleRange(min = -1, max = 1) double part) {
        double[] p = {portfolio};
        double[] b = {benchmark};
        double[][] effects = {{part, portfolio - benchmark - part}};
        for (Linking method : List.of(Linking.CARINO, Linking.MENCHERO, Linking.GRAP, Linking.FRONGELLO)) {
            assertThat(Links.linked(method, effects, p, b)[0][0])
                    .as("%s", method)
                    .isCloseTo(part, within(1e-13 * Math.max(1, Math.abs(part))));
        }
    }

    @Property(seed = "20250722")
    void frongello_and_grap_agree_in_every_total(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = -2, max = 1) Double> portfolio,
            @ForAll @Size(12) List<@DoubleRange(min = -2, max = 1) Double> benchmark,
            @ForAll @Size(12) List<@DoubleRange(min = -1, max = 1) Double> splits) {
        double[] p = array(portfolio);
        double[] b = Arrays.copyOf(array(benchmark), p.length);
        double[][] effects = split(p, b, splits);
        double[] frongello = LinksGolden.totals(Links.linked(Linking.FRONGELLO, effects, p, b));
        double[] grap = LinksGolden.totals(Links.linked(Linking.GRAP, effects, p, b));
        for (int i = 0; i < grap.length; i++) {
            assertThat(frongello[i]).isCloseTo(grap[i], within(1e-10 * (1 + Math.abs(grap[i]))));
        }
    }

    @Property(seed = "20250722")
    void carino_is_continuous_where_the_returns_meet(
            @ForAll @DoubleRange(min = -0.9, max = 2) double benchmark,
            @ForAll @IntRange(min = 6, max = 15) int digits) {
        double gap = Math.pow(10, -digits) * (1 + benchmark);
        double limit = 1 / (1 + benchmark);
        // k = 1 / (1 + b) (1 - x / 2 + ...) with x the relative gap; the gap itself is rounded by adding it to b.
        assertThat(Links.logarithmic(benchmark + gap, benchmark))
                .isCloseTo(limit, within(limit * Math.pow(10, -digits)));
        assertThat(Links.logarithmic(benchmark, benchmark)).isEqualTo(limit);
    }

    @Example
    void a_total_loss_is_refused_by_logarithms_and_taken_by_products() {
        double[] p = {0.1, -1, 0.2};
        double[] b = {0.05, -0.5, 0.1};
        double[][] effects = split(p, b, List.of(0.1, 0.2, 0.3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Links.carino(p, b))
                .withMessageStartingWith("portfolio return of period 1 must be above -100 % but was -100.0 %");
        for (Linking method : List.of(Linking.MENCHERO, Linking.GRAP, Linking.FRONGELLO)) {
            assertClosed(method, effects, p, b);
            assertClosed(method, split(b, p, List.of(0.1, 0.2, 0.3)), b, p);
            assertClosed(method, split(p, p, List.of(0.1, 0.2, 0.3)), p, p);
        }
    }

    @Example
    void a_loss_of_more_than_everything_is_left_to_products() {
        double[] p = {0.1, -1.5, 0.2};
        double[] b = {0.05, -0.5, 0.1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Links.menchero(p, b))
                .withMessageContaining("period 1 must be at least -100 %");
        assertClosed(Linking.GRAP, split(p, b, List.of(0.1, 0.2, 0.3)), p, b);
        assertClosed(Linking.FRONGELLO, split(p, b, List.of(0.1, 0.2, 0.3)), p, b);
    }

    @Example
    void points_refuse_a_benchmark() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Links.linked(Linking.POINTS, new double[][] {{0.1}}, new double[] {0.2}, new double[] {0.1}))
                .withMessageStartingWith(
                        "POINTS links contributions, not effects against a benchmark: benchmark[0] must be");
    }

    private static double[][] split(double[] p, double[] b, List<Double> parts) {
        double[][] effects = new double[p.length][];
        for (int t = 0; t < p.length; t++) {
            double first = parts.get(t) * 0.1;
            effects[t] = new double[] {first, p[t] - b[t] - first};
        }
        return effects;
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
