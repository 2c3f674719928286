package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MarketInput;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlinesTest {

    private static NamedSeries series(String name, Unit unit, double... quoted) {
        return TimeSeries.ofQuoted(ByHand.weekdays(quoted.length), quoted, unit).named(name);
    }

    private static NamedSeries rebased(String name, double last) {
        return series(name, Unit.PRICE, 100, last);
    }

    @Test
    void aFewAreNamedAndOfManyTheFirstAndTheLast() {
        assertThat(Headlines.moves(Panel.onCommonDates(rebased("Gold", 97.5), rebased("Oil", 112))))
                .isEqualTo("Oil +12.0 %, Gold -2.5 %");
        assertThat(Headlines.moves(Panel.onCommonDates(rebased("A", 101), rebased("B", 103), rebased("C", 102))))
                .isEqualTo("B +3.0 %, C +2.0 %, A +1.0 %");
        assertThat(Headlines.moves(
                        Panel.onCommonDates(rebased("A", 101), rebased("B", 103), rebased("C", 102), rebased("D", 99))))
                .isEqualTo("B +3.0 %, D -1.0 %");
    }

    @Test
    void risesAreCountedAndADayWithoutChangeIsNone() {
        assertThat(Headlines.rises(Panel.onCommonDates(
                        series("Calm", Unit.PERCENT, 0, 0, 0, 1),
                        series("Rising", Unit.PERCENT, 1, 2, 0.1, -1),
                        series("Mixed", Unit.PERCENT, 1, -2, 0.1, -1))))
                .isEqualTo("Rising rose on 3 of 4 days, Calm on 1");
    }

    @ParameterizedTest
    @CsvSource({"0, Gold at its highest close", "-0.0525, Gold 5.3 % below its highest close"})
    void howFarBelowTheHighestClose(double drawdown, String text) {
        TimeSeries series =
                TimeSeries.of(Panel.onCommonDates(rebased("x", 1)).dates(), new double[] {0, drawdown}, Unit.FRACTION);
        assertThat(Headlines.below("Gold", series)).isEqualTo(text);
    }

    @Test
    void aLevelIsHeldAgainstItsHighest() {
        NamedSeries net = series("Net liquidity", Unit.BILLIONS_OF_DOLLARS, 5000, 6400, 6080);
        assertThat(Headlines.level(net.name(), net.series()))
                .hasValue("Net liquidity at $6,080.0 bn, 5.0 % below its highest of 3 weeks");
        assertThat(Headlines.level(
                        "A",
                        series("A", Unit.BILLIONS_OF_DOLLARS, Double.NaN, 200, Double.NaN, 150)
                                .series()))
                .hasValue("A at $150.0 bn, 25.0 % below its highest of 2 weeks");
        assertThat(Headlines.level(
                        "A",
                        series("A", Unit.BILLIONS_OF_DOLLARS, 200, Double.NaN).series()))
                .isEmpty();
    }

    @Test
    void conditionsBelowZeroAreLooser() {
        assertThat(Headlines.conditions(Panel.onCommonDates(
                        series("A", Unit.SCORE, 1, -0.1),
                        series("B", Unit.SCORE, -1, 0),
                        series("C", Unit.SCORE, 0, 2))))
                .isEqualTo("Financial conditions looser than average by 1 of 3 indices");
        assertThat(Headlines.conditions(Panel.onCommonDates(series("A", Unit.SCORE, 1, -0.1))))
                .isEqualTo("Financial conditions looser than average by 1 of 1 index");
    }

    @Test
    void levelsNearTheEndsOfTheirPastAreCounted() {
        LevelsPart levels = MacroReport.of(
                        MacroInputs.of(
                                level("rising", i -> i),
                                level("falling", i -> 100 - i),
                                level("turning", i -> i < 50 ? i : 70 - i)),
                        ByHand.TUESDAY)
                .part(LevelsPart.class)
                .orElseThrow();
        // The last of 70: 69.5 and 0.5 of 70 lie below; 70 - 69 = 1 ties with the second.
        assertThat(Headlines.levels(levels.levels()))
                .isEqualTo("1 of 3 levels in the highest tenth of five years, 2 in the lowest");
        assertThat(Headlines.levels(levels.levels().subList(0, 1)))
                .isEqualTo("1 of 1 levels in the highest tenth of five years, none in the lowest");
    }

    private static MarketInput.Level level(String name, IntToDoubleFunction quoted) {
        return new MarketInput.Level(ByHand.daily(name, Unit.SCORE, 70, quoted), Change.DIFFERENCE);
    }
}
