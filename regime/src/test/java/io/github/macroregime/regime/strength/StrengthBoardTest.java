package io.github.macroregime.regime.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.GoldenTable;
import io.github.macroregime.regime.signal.Rsi;
import io.github.macroregime.regime.strength.StrengthBoard.Unscored;
import io.github.macroregime.regime.strength.StrengthChange.ContributionChange;
import io.github.macroregime.regime.strength.StrengthModel.Weighted;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrengthBoardTest {

    private static final LocalDate START = LocalDate.of(2023, 1, 2);
    private static final String[] ASSETS = {"es_close", "nq", "rty", "btc", "zn", "gc"};

    private static TimeSeries daily(double[] close) {
        return TimeSeries.of(
                DateIndex.ofEpochDays(IntStream.range(0, close.length)
                        .map(i -> (int) START.toEpochDay() + i)
                        .toArray()),
                close,
                Unit.PRICE);
    }

    private static Map<String, TimeSeries> universe() {
        GoldenTable series = GoldenTable.read("regime/series.csv");
        Map<String, TimeSeries> universe = new LinkedHashMap<>();
        for (String asset : ASSETS) {
            universe.put(asset, daily(series.numbers(asset)));
        }
        return universe;
    }

    @Test
    void ranksTheStrongestFirstWhateverTheOrderOfTheInput() {
        Map<String, TimeSeries> universe = universe();
        Map<String, TimeSeries> reversed = new TreeMap<>(Comparator.reverseOrder());
        reversed.putAll(universe);
        LocalDate asOf = START.plusDays(599);

        StrengthBoard board = StrengthBoard.of(universe, asOf);

        assertThat(board).isEqualTo(StrengthBoard.of(reversed, asOf));
        assertThat(board.rows()).hasSize(6);
        assertThat(board.rows()).extracting(row -> -row.strength().value()).isSortedAccordingTo(Double::compare);
        assertThat(board.toString())
                .contains("es_close", "strength", "6 assets, 0 not scored")
                .containsPattern("last close +n +strength");
    }

    @Test
    void doesNotChangeWhenTheFutureIsCutOff() {
        Map<String, TimeSeries> universe = universe();
        LocalDate asOf = START.plusDays(420);
        Map<String, TimeSeries> cut = new LinkedHashMap<>();
        universe.forEach((asset, series) -> cut.put(asset, series.until(asOf)));

        assertThat(StrengthBoard.of(universe, asOf)).isEqualTo(StrengthBoard.of(cut, asOf));
    }

    @Test
    void namesWhatCannotBeScored() {
        Map<String, TimeSeries> universe = universe();
        TimeSeries es = daily(GoldenTable.read("regime/series.csv").numbers("es_close"));
        double[] flat = new double[600];
        Arrays.fill(flat, 100);
        universe.put("short", es.slice(300, 600));
        universe.put("old", es.slice(0, 580));
        universe.put("flat", daily(flat));
        LocalDate asOf = START.plusDays(599);

        StrengthBoard board = StrengthBoard.of(universe, asOf);

        assertThat(board.rows()).hasSize(6);
        assertThat(board.unscored())
                .extracting(Unscored::toString)
                .containsExactly(
                        "flat: price did not move", "old: last close too old", "short: 300 closes, 314 needed");
        assertThat(board.row("short")).isEmpty();
    }

    @Test
    void passesOverDaysWithoutAClose() {
        double[] close = GoldenTable.read("regime/series.csv").numbers("es_close");
        double[] gapped = new double[700];
        Arrays.fill(gapped, Double.NaN);
        for (int i = 0; i < 600; i++) {
            gapped[i + i / 6] = close[i];
        }
        LocalDate asOf = START.plusDays(699);

        StrengthRow row =
                StrengthBoard.of(Map.of("es", daily(gapped)), asOf).row("es").orElseThrow();

        assertThat(row.strength())
                .isEqualTo(StrengthModel.withDefaults().last(close).orElseThrow());
        assertThat(row.observed()).isEqualTo(START.plusDays(698));
        assertThat(row.close()).isEqualTo(close[599]);
    }

    /** Oil closed at −36.98 on 20 April 2020: it is named until it has enough closes again, and the others are scored. */
    @Test
    void aCloseNotAboveZeroNamesItsAssetAlone() {
        double[] close = GoldenTable.read("regime/series.csv").numbers("es_close");
        double[] oil = close.clone();
        oil[177] = -36.98;
        Map<String, TimeSeries> universe = Map.of("es", daily(close), "oil", daily(oil));

        StrengthBoard board = StrengthBoard.of(universe, START.plusDays(400));

        assertThat(board.row("es")).isPresent();
        assertThat(board.unscored())
                .extracting(Unscored::toString)
                .containsExactly("oil: the close of 2023-06-28 was -36.98, 223 closes since, 314 needed");
        // Later it is scored from what followed.
        assertThat(StrengthBoard.of(universe, START.plusDays(599))
                        .row("oil")
                        .orElseThrow()
                        .strength())
                .isEqualTo(StrengthModel.withDefaults()
                        .last(Arrays.copyOfRange(close, 178, 600))
                        .orElseThrow());
    }

    @Test
    void withoutADateTheBoardIsOfTheLastThatAllHave() {
        TimeSeries es = daily(GoldenTable.read("regime/series.csv").numbers("es_close"));
        Map<String, TimeSeries> universe = Map.of("whole", es, "cut", es.slice(0, 590));

        assertThat(StrengthBoard.of(universe)).isEqualTo(StrengthBoard.of(universe, START.plusDays(589)));
        assertThat(StrengthBoard.of(
                        Panel.onAllDates(es.named("whole"), es.slice(0, 590).named("cut"))))
                .isEqualTo(StrengthBoard.of(universe));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrengthBoard.of(Map.of("a", es.slice(0, 5), "b", es.slice(5, 9))))
                .withMessageContaining("closes must have a date in common");
    }

    @Test
    void aModelOfOneFamilyGivesItTheWholeWeight() {
        double[] close = GoldenTable.read("regime/series.csv").numbers("es_close");
        StrengthModel reversionOnly = StrengthModel.withDefaults().withSignals(List.of(new Weighted(Rsi.DEFAULT, 3)));

        Strength strength = reversionOnly.last(close).orElseThrow();

        assertThat(reversionOnly.history()).isEqualTo(20);
        assertThat(strength.value()).isEqualTo(strength.reversion());
        assertThat(strength.momentumWeight()).isZero();
        assertThat(strength.contributions().get(0).weight()).isEqualTo(1);
    }

    @Test
    void twoDatesAreComparedPartByPart() {
        Map<String, TimeSeries> universe = universe();
        StrengthBoard before = StrengthBoard.of(universe, START.plusDays(560));
        universe.put(
                "late",
                daily(GoldenTable.read("regime/series.csv").numbers("nq")).slice(260, 600));

        BoardChange change = StrengthBoard.of(universe, START.plusDays(599)).since(before);

        assertThat(change.changes()).hasSize(6);
        assertThat(change.onlyLater()).containsExactly("late");
        assertThat(change.onlyEarlier()).isEmpty();
        for (StrengthChange one : change.changes()) {
            assertThat(one.parts().stream()
                            .mapToDouble(ContributionChange::total)
                            .sum())
                    .isCloseTo(one.change(), within(1e-15));
        }
        assertThat(change.toString()).contains("newly scored: late", "es_close");
        assertThat(change.changes())
                .as("the largest first")
                .extracting(one -> -Math.abs(one.change()))
                .isSortedAccordingTo(Double::compare);
        universe.remove("late");
        universe.put("late", universe.remove("es_close"));
        assertThat(StrengthBoard.of(universe, START.plusDays(599)).since(before).toString())
                .contains("\nno longer scored: es_close\nnewly scored: late");
        assertThat(before.since(before).changes())
                .extracting(StrengthChange::change)
                .containsOnly(0.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> before.since(StrengthBoard.of(universe, START.plusDays(599))));
    }

    @Test
    void anAssetMayBeOlderThanTheOthers() {
        StrengthBoardOptions week = StrengthBoardOptions.withDefaults();
        StrengthBoardOptions longer = week.withMaxAge("fund", MaxAge.days(10));
        assertThat(longer.maxAgeDays("fund")).isEqualTo(10);
        assertThat(longer.maxAgeDays("es")).isEqualTo(7);
        assertThat(week.withMaxAge("fund", MaxAge.days(7))).isEqualTo(week);
        assertThat(week.withMaxAge("fund", new MaxAge(10, MaxAge.Counting.BUSINESS_DAYS)))
                .isEqualTo(week);
        assertThat(week.withMaxAgeDays(0).maxAgeDays("es")).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> week.withMaxAgeDays(-1))
                .withMessage("maxAgeDays must not be negative but was -1");
    }
}
