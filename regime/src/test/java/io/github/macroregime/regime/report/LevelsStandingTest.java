package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.HAND;
import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.ByHand.daily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.LevelsPart.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a level stands in five years, and funding against the range, by hand. */
class LevelsStandingTest {

    private static MacroReport report(LocalDate date, MacroInput... inputs) {
        return MacroReport.of(MacroInputs.of(inputs), date);
    }

    private static Standing standing(Unit unit, Change change, int count, IntToDoubleFunction quoted) {
        return report(TUESDAY, new MarketInput.Level(daily("level", unit, count, quoted), change))
                .part(LevelsPart.class)
                .orElseThrow()
                .levels()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        // 100 levels 0, 1, ..., 98 and the last: the share below it, half of those equal counted, itself among them.
        "98.5, 0.995, high, 'the highest of'",
        "90.5, 0.915, high, 'above 92 % of'",
        "89.0, 0.90, high, 'above 90 % of'",
        "88.0, 0.89, in the middle, 'above 89 % of'",
        "49.5, 0.505, in the middle, 'above 51 % of'",
        "9.0, 0.10, low, 'above 10 % of'",
        "9.5, 0.105, in the middle, 'above 11 % of'",
        "-1.0, 0.005, low, 'the lowest of'"
    })
    void theShareOfFiveYearsBelowIt(double last, double share, String state, String place) {
        Standing standing = standing(Unit.SCORE, Change.DIFFERENCE, 100, i -> i < 99 ? i : last);
        assertThat(standing.rank().fraction()).isEqualTo(share, within(1e-12));
        assertThat(standing.state()).isEqualTo(state);
        assertThat(standing.moves()).endsWith("; " + place + " the days from " + standing.from() + " on");
    }

    @Test
    void aLevelThatNeverMovedIsTheSameOnAllDays() {
        Standing standing = standing(Unit.PERCENT, Change.DIFFERENCE, 60, i -> 4.33);
        assertThat(standing.moves()).contains("; the same on all of the days from ");
        assertThat(standing.state()).isEqualTo("in the middle");
        assertThat(standing.day().by()).hasToString("0.0 bp");
    }

    @Test
    void fiftyNineDaysAreTooFewToRank() {
        assertThat(standing(Unit.SCORE, Change.DIFFERENCE, 59, i -> i).state()).isEqualTo("too short to rank");
        assertThat(standing(Unit.SCORE, Change.DIFFERENCE, 60, i -> i).state()).isEqualTo("high");
    }

    @Test
    void onlyFiveYearsAreLookedAt() {
        Map<LocalDate, Double> quoted = new TreeMap<>();
        quoted.put(TUESDAY.minusYears(5).minusDays(1), 100.0);
        quoted.put(TUESDAY.minusYears(5), 50.0);
        quoted.put(TUESDAY, 60.0);
        Standing standing = report(
                        TUESDAY,
                        new MarketInput.Level(
                                PublishedSeries.daily("level", TimeSeries.ofQuoted(quoted, Unit.SCORE), HAND),
                                Change.RELATIVE))
                .part(LevelsPart.class)
                .orElseThrow()
                .levels()
                .get(0);
        assertThat(standing.rank().count()).isEqualTo(2);
        assertThat(standing.from()).isEqualTo(TUESDAY.minusYears(5));
        assertThat(standing.day().by().value()).isNaN();
        assertThat(standing.day().from()).isEqualTo(TUESDAY.minusDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "%, DIFFERENCE, 5.0, bp, 10",
        "pp, DIFFERENCE, 5.0, bp, 10",
        "score, DIFFERENCE, 5.0, score, 0.1",
        "%, RELATIVE, 5.0, %, 2.0408163265306123",
        "price, RELATIVE, 5.0, %, 2.0408163265306123"
    })
    void aChangeHasTheUnitOfItsKind(String unit, Change change, double last, String of, double by) {
        Unit quoted = List.of(Unit.PERCENT, Unit.PERCENTAGE_POINTS, Unit.SCORE, Unit.PRICE).stream()
                .filter(each -> each.symbol().equals(unit))
                .findFirst()
                .orElseThrow();
        Standing standing = standing(quoted, change, 2, i -> i == 0 ? 4.9 : last);
        assertThat(standing.day().by().unit().symbol()).isEqualTo(of);
        assertThat(standing.day().by().quoted()).isEqualTo(by, within(1e-9));
    }

    private static RatesInput.Funding funding(double rate, double onReserves) {
        return new RatesInput.Funding(
                daily("SOFR", Unit.PERCENT, 4.30, rate),
                daily("lower", Unit.PERCENT, 4.25, 4.25),
                daily("upper", Unit.PERCENT, 4.50, 4.50),
                List.of(daily("on reserves", Unit.PERCENT, 4.40, onReserves)));
    }

    @ParameterizedTest
    @CsvSource({
        "4.50, inside the range, 0.0 bp",
        "4.51, above the range, 1.0 bp",
        "4.25, inside the range, -25.0 bp",
        "4.24, below the range, -26.0 bp"
    })
    void fundingAgainstTheLimitsOfTheRange(double rate, String state, String figure) {
        MacroStatement said = report(TUESDAY, funding(rate, 4.40))
                .statement(Topic.LEVELS, "SOFR against the target range")
                .orElseThrow();
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.figure()).hasToString(figure);
    }

    @ParameterizedTest
    @CsvSource({
        "4.41, above interest on reserves, 1.0 bp",
        "4.40, at interest on reserves, 0.0 bp",
        "4.33, below interest on reserves, -7.0 bp"
    })
    void fundingAgainstInterestOnReserves(double rate, String state, String figure) {
        MacroStatement said = report(TUESDAY, funding(rate, 4.40))
                .statement(Topic.LEVELS, "SOFR less interest on reserves")
                .orElseThrow();
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.figure()).hasToString(figure);
    }

    private static PublishedSeries on(String name, LocalDate day, double percent) {
        return PublishedSeries.daily(name, TimeSeries.ofQuoted(Map.of(day, percent), Unit.PERCENT), HAND);
    }

    private static MacroReport fundingOn(LocalDate day, double lagging) {
        return report(
                day,
                new RatesInput.Funding(
                        on("SOFR", day, 0.05),
                        on("lower", day, 0.0),
                        on("upper", day, 0.25),
                        List.of(on("on reserves", day, lagging))));
    }

    @Test
    void onlyFromTheDayOfOneRateOnIsInterestOnReservesTheMeasure() {
        LocalDate first = LocalDate.of(2021, 7, 29);
        assertThat(fundingOn(first, 0.15).statement(Topic.LEVELS, "SOFR less interest on reserves"))
                .isPresent();
        assertThat(fundingOn(first.minusDays(1), 0.15).statement(Topic.LEVELS, "SOFR less interest on reserves"))
                .isEmpty();
    }

    @Test
    void fundingIsNoGapBeforeItExisted() {
        LocalDate first = LocalDate.of(2018, 4, 3);
        Gap gap = new Gap("a secured overnight rate and the target range", "no funding");
        assertThat(report(first).gaps()).contains(gap);
        assertThat(report(first.minusDays(1)).gaps()).doesNotContain(gap);
        assertThat(report(TUESDAY, funding(4.3, 4.4)).gaps()).doesNotContain(gap);
    }

    @Test
    void aRangeThatIsTooOldIsNamed() {
        RatesInput.Funding old = new RatesInput.Funding(
                daily("SOFR", Unit.PERCENT, 4.30, 4.31),
                on("lower", TUESDAY.minusDays(30), 4.25),
                on("upper", TUESDAY.minusDays(30), 4.5),
                List.of());
        MacroReport report = report(TUESDAY, old);
        assertThat(report.statements(Topic.LEVELS)).isEmpty();
        assertThat(report.gaps().toString()).contains("a recent lower (the last is of 2025-06-22");
    }

    @Test
    void aLevelThatStoppedIsAGapAndOneThatHasNotBegunIsNot() {
        MacroReport report = report(
                TUESDAY,
                new MarketInput.Level(on("stopped", TUESDAY.minusDays(40), 4), Change.DIFFERENCE),
                new MarketInput.Level(on("to come", TUESDAY.plusDays(4), 4), Change.DIFFERENCE));
        assertThat(report.part(LevelsPart.class)).isEmpty();
        assertThat(report.gaps().toString()).contains("level of stopped").doesNotContain("to come");
    }

    @Test
    void refusals() {
        assertThatNullPointerException()
                .isThrownBy(() -> new LevelsPart.Move(TUESDAY, null))
                .withMessage("by must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> new LevelsPart(List.of(), null, Map.of()))
                .withMessage("funding must not be null");
    }
}
