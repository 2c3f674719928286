package io.github.macroregime.examples.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.credit.SpreadScores;
import io.github.macroregime.equities.breadth.Breadth;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.regime.bar.Bars;
import io.github.macroregime.regime.signal.Signal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every public function on series of every published module is classified and keeps the laws of its kind. */
class PublicApiLaws {

    private static final List<Class<?>> MODULES =
            List.of(Doubles.class, PolicyPath.class, SpreadScores.class, Breadth.class, Signal.class);

    /** Views of a sample, a fit or the latest day, and of months and states, which are no days. */
    private static final Set<String> OF_THE_WHOLE = Set.of(
            "core.io.FredMd.stationary()",
            "core.stats.Regression.tStatistics()",
            "rates.path.PolicyPath.ratesAfter()",
            "credit.band.BandHistory.occupancy()",
            "regime.state.WalkForwardStates.latest()");

    static List<Class<?>> classes(String module) {
        return MODULES.stream()
                .filter(type -> type.getName().startsWith("io.github.macroregime." + module + "."))
                .flatMap(type -> PublicApi.classes(type, "io.github.macroregime." + module).stream())
                .toList();
    }

    static List<Class<?>> allClasses() {
        return Stream.of("core", "rates", "credit", "equities", "regime")
                .flatMap(module -> classes(module).stream())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "rates", "credit", "equities", "regime"})
    void everyFunctionKeepsTheLawsOfItsKind(String module) {
        Classification table = Classification.of(module + ".txt");
        FunctionLaws laws = new FunctionLaws(table, Samples.all());
        assertThat(laws.failures(PublicApi.functions(classes(module)))).isEmpty();
        assertThat(table.unused()).isEmpty();
    }

    @Test
    void noFunctionHidesInAField() {
        assertThat(PublicApi.functionsInFields(allClasses())).isEmpty();
    }

    /** A statistic of bars is held to the laws of statistics, and a part of a report only keeps what may be absent. */
    @Test
    void noFunctionTakesSeriesInAShapeThatNoLawTries() {
        assertThat(PublicApi.untried(allClasses(), Set.of(Bars.class)))
                .extracting(PublicApi::signature)
                .containsExactly(
                        "regime.bar.BarStatistic.over(Bars)",
                        "regime.report.CreditPart.Spread.Spread(SpreadStanding, Bands, List, Optional, Optional)");
    }

    @Test
    void whatRecordsOfSeriesSayOfADayDependsOnNothingAfterIt() {
        assertThat(new ViewLaws(Samples.all()).failures(allClasses(), OF_THE_WHOLE))
                .isEmpty();
    }

    @Test
    void everyStatisticKeepsItsLaws() {
        assertThat(new StatisticLaws(Samples.all()).failures(allClasses())).isEmpty();
    }
}
