package io.github.macroregime.regime.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MacroQuestion.AssetClass;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen on Tuesday, 22 July 2025. */
class DayInputsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final Source HAND = Source.synthetic("by hand");

    private static DayInputs at(LocalDate day, LocalTime hour, MacroInput... inputs) {
        return new DayInputs(
                MacroInputs.of(inputs), day, MacroOptions.withDefaults().withHour(hour), Histories.shared());
    }

    private static DayInputs at(MacroInput... inputs) {
        return at(DAY, PublicationLag.EVENING, inputs);
    }

    /** Values of this many calendar days, the last of them a day. */
    private static PublishedSeries until(LocalDate last, String name, Unit unit, double... quoted) {
        List<LocalDate> days = IntStream.range(0, quoted.length)
                .mapToObj(i -> last.minusDays(quoted.length - 1 - i))
                .toList();
        return PublishedSeries.daily(name, TimeSeries.ofQuoted(days, quoted, unit), HAND);
    }

    private static MarketInput.Asset asset(LocalDate last, String name, double... closes) {
        return new MarketInput.Asset(until(last, name, Unit.PRICE, closes));
    }

    private static List<String> gaps(DayInputs at) {
        return at.gaps().stream()
                .map(gap -> gap.lacking() + ": " + gap.consequence())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"2025-07-22, 2025-06-30", "2025-07-01, 2025-06-30", "2025-03-31, 2025-02-28"})
    void theMonthBeforeEndsBeforeTheFirst(LocalDate day, LocalDate end) {
        assertThat(at(day, LocalTime.NOON).monthEnd()).isEqualTo(end);
        assertThat(at(day, LocalTime.NOON).date()).isEqualTo(day);
    }

    @Test
    void fromTheCloseOnTheEventsOfTheDayAreOver() {
        assertThat(at(DAY, LocalTime.of(15, 59)).firstAhead()).isEqualTo(DAY);
        assertThat(at(DAY, LocalTime.of(16, 0)).firstAhead()).isEqualTo(DAY.plusDays(1));
    }

    /** The fourth of July of 2025 was a Friday; of the year 1800 the calendar knows the week alone. */
    @ParameterizedTest
    @CsvSource({
        "2025-07-22, 2025-07-22",
        "2025-07-20, 2025-07-18",
        "2025-07-04, 2025-07-03",
        "2025-07-06, 2025-07-03",
        "1800-07-04, 1800-07-04",
        "1800-07-05, 1800-07-04",
        "1800-07-06, 1800-07-04",
        "1800-07-07, 1800-07-07"
    })
    void theLastSessionIsADayOfTheExchange(LocalDate day, LocalDate session) {
        assertThat(at(day, LocalTime.NOON).session()).isEqualTo(session);
    }

    /** In the evening of a day its session is over; a close may be of that or of the session before. */
    @ParameterizedTest
    @CsvSource({
        "2025-07-22, 17:00, 2025-07-21, false",
        "2025-07-22, 17:00, 2025-07-18, true",
        "2025-07-22, 12:00, 2025-07-18, false",
        "2025-07-22, 12:00, 2025-07-17, true",
        "2025-07-07, 17:00, 2025-07-03, false",
        "2025-07-07, 17:00, 2025-07-02, true",
        "1800-07-08, 17:00, 1800-07-04, false",
        "1800-07-08, 17:00, 1800-07-03, true"
    })
    void aCloseThatLacksTwoSessionsIsNamed(LocalDate day, LocalTime hour, LocalDate observed, boolean isNamed) {
        DayInputs at = at(day, hour);
        at.nameIfStale("IG", observed, "its state is");
        assertThat(gaps(at))
                .isEqualTo(
                        isNamed
                                ? List.of("a close of IG after " + observed + ": its state is of that day")
                                : List.of());
    }

    @Test
    void theLastValuesAreAsManyAsThereAre() {
        TimeSeries three = until(DAY, "x", Unit.PRICE, 1, 2, 3).series();
        assertThat(DayInputs.last(three, 2).values().stream()).containsExactly(2.0, 3.0);
        assertThat(DayInputs.last(three, 4)).isEqualTo(three);
    }

    /** Seven days are the greatest age by the options. */
    @Test
    void aDayOfAWeekBeforeIsRecentAndNoOlderOne() {
        assertThat(at().isRecent(DAY.minusDays(7))).isTrue();
        assertThat(at().isRecent(DAY.minusDays(8))).isFalse();
    }

    /** A daily series stands for five business days. */
    @Test
    void aSeriesThatIsTooOldIsNamedWithItsLastDay() {
        DayInputs at = at();
        TimeSeries levels = at.recent(until(DAY.minusDays(7), "x", Unit.PRICE, 1, Double.NaN, 3), "level", "no x")
                .orElseThrow();
        assertThat(levels.values().stream()).containsExactly(1.0, 3.0);
        assertThat(at.gaps()).isEmpty();
        assertThat(at.recent(until(DAY.minusDays(8), "x", Unit.PRICE, 1, 2), "level", "no x"))
                .isEmpty();
        assertThat(at.recent(until(DAY, "x", Unit.PRICE, Double.NaN), "other level", "no x"))
                .isEmpty();
        assertThat(gaps(at))
                .containsExactly(
                        "a recent level (the last is of 2025-07-14, which stands for the present for 5 business days):"
                                + " no x",
                        "a recent other level: no x");
    }

    @Test
    void closesOfAssetsAreFoundByNameOrNamed() {
        DayInputs at = at(asset(DAY, "A", 1, 2), asset(DAY, "B", 3, 4), asset(DAY.minusDays(30), "Old", 5, 6));
        assertThat(at.closes("B", "left out").orElseThrow().series().values().stream())
                .containsExactly(3.0, 4.0);
        assertThat(at.closes(List.of("B", "Old", "A", "None"), "left out"))
                .extracting(NamedSeries::name)
                .containsExactly("B", "A");
        assertThat(at.gaps())
                .extracting(Gap::lacking)
                .containsExactly(
                        "a recent close of Old (the last is of 2025-06-22, which stands for the present for 5 business"
                                + " days)",
                        "a recent close of None");
        assertThat(at.gaps()).extracting(Gap::consequence).containsOnly("left out");
    }

    @Test
    void classesAreJudgedByTheirAssetsOnceEach() {
        DayInputs at = at(
                asset(DAY, "A", 1, 2),
                asset(DAY, "B", 3, 4),
                new AssetClass("one", "B", Set.of()),
                new AssetClass("two", "A", Set.of()),
                new AssetClass("three", "B", Set.of()),
                new AssetClass("four", "None", Set.of()));
        assertThat(at.classes()).extracting(NamedSeries::name).containsExactly("B", "A");
        assertThat(gaps(at)).containsExactly("a recent close of None: its events and levels are left out");
        assertThat(at.index("no index").orElseThrow().name()).isEqualTo("B");
        assertThat(at().index("no index")).isEmpty();
    }

    @Test
    void yieldsAreFoundByName() {
        DayInputs at = at(
                new RatesInput.Yield(until(DAY, "2y", Unit.PERCENT, 4)),
                new RatesInput.Yield(until(DAY, "10y", Unit.PERCENT, 5)));
        assertThat(at.yieldOf("10y").orElseThrow().name()).isEqualTo("10y");
        assertThat(at.yieldOf("30y")).isEmpty();
        assertThat(at.allOrGap(RatesInput.Yield.class, "a yield", "none")).hasSize(2);
        assertThat(at.gaps()).isEmpty();
        assertThat(at.allOrGap(MarketInput.Asset.class, "an asset", "no close")).isEmpty();
        assertThat(gaps(at)).containsExactly("an asset: no close");
        assertThat(at).hasToString("Inputs of 2025-07-22, 2 of them, 1 gaps so far");
    }

    /** At noon the close of the day is not yet known: what is seen and its evidence are of the day before. */
    @Test
    void nothingIsSeenBeforeItIsKnown() {
        DayInputs noon = at(DAY, LocalTime.NOON, asset(DAY, "A", 1, 2));
        assertThat(noon.closes("A", "").orElseThrow().series().values().stream())
                .containsExactly(1.0);
        assertThat(noon.evidence()).containsEntry("A", new Evidence(List.of(HAND), DAY.minusDays(1)));
        DayInputs evening = at(
                asset(DAY, "A", 1, 2),
                new MarketInput.Sector(PublishedSeries.daily(
                        "A",
                        TimeSeries.ofQuoted(List.of(DAY.minusDays(3)), new double[] {1}, Unit.PRICE),
                        Source.observed("exchange"))));
        assertThat(evening.evidence())
                .as("all that bears the name, known with the last of it")
                .containsEntry("A", new Evidence(List.of(HAND, Source.observed("exchange")), DAY));
    }

    /** What several parts ask for is read by the first; what it lacks is lacking to each. */
    @Test
    void whatIsReadOnceIsLackingToEach() {
        DayInputs at = at();
        List<Integer> reads = new ArrayList<>();
        DayInputs one = at.apart();
        DayInputs two = at.apart();
        for (DayInputs part : List.of(one, two)) {
            assertThat(part.once(String.class, inputs -> {
                        reads.add(1);
                        inputs.lacks("a word", "no text");
                        return List.of("text");
                    }))
                    .containsExactly("text");
        }
        assertThat(reads).hasSize(1);
        assertThat(gaps(one)).containsExactly("a word: no text");
        assertThat(gaps(two)).containsExactly("a word: no text");
        assertThat(at.gaps()).isEmpty();
        two.lacks("more", "less");
        at.add(one);
        at.add(two);
        assertThat(gaps(at)).containsExactly("a word: no text", "a word: no text", "more: less");
    }

    /** Numbers that are refused leave one thing out and are named. */
    @Test
    void whatIsRefusedIsLeftOut() {
        DayInputs at = at();
        assertThat(LeftOut.ifRefused(at, "x is left out", () -> Optional.of("x")))
                .contains("x");
        assertThat(LeftOut.ifRefused(at, "x is left out", () -> {
                    throw new IllegalArgumentException("x must be positive but was -1");
                }))
                .isEmpty();
        assertThat(gaps(at))
                .containsExactly("numbers that fit each other: x must be positive but was -1: x is left out");
    }
}
