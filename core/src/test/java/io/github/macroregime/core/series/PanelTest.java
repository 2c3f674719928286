package io.github.macroregime.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Expanding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PanelTest {

    private static final LocalDate SATURDAY = LocalDate.of(2025, 7, 19);
    private static final LocalDate MONDAY = LocalDate.of(2025, 7, 21);
    private static final LocalDate TUESDAY = LocalDate.of(2025, 7, 22);
    private static final TimeSeries BITCOIN =
            TimeSeries.ofQuoted(Map.of(SATURDAY, 118_000.0, TUESDAY, 120_000.0), Unit.PRICE);
    private static final TimeSeries BOND = TimeSeries.ofQuoted(Map.of(MONDAY, 4.38, TUESDAY, 4.35), Unit.PERCENT);

    @Test
    void commonDatesAreThoseOfEverySeries() {
        Panel panel = Panel.onCommonDates(BITCOIN.named("BTC"), BOND.named("10y"));
        assertThat(panel.dates()).isEqualTo(DateIndex.of(TUESDAY));
        assertThat(panel.columns()).containsExactly("BTC", "10y");
        assertThat(panel.series("10y").value(0)).isEqualTo(0.0435);
        assertThat(panel.series("10y").unit()).isEqualTo(Unit.PERCENT);
    }

    @Test
    void allDatesLeaveGaps() {
        Panel panel = Panel.onAllDates(BITCOIN.named("BTC"), BOND.named("10y"));
        assertThat(panel.dates()).isEqualTo(DateIndex.of(SATURDAY, MONDAY, TUESDAY));
        assertThat(panel.series("BTC").values()).isEqualTo(Doubles.of(118_000, Double.NaN, 120_000));
        assertThat(panel.commonDates()).isEqualTo(DateIndex.of(TUESDAY));
        assertThat(panel.dropMissing()).isEqualTo(Panel.onCommonDates(BITCOIN.named("BTC"), BOND.named("10y")));
    }

    @Test
    void aRowIsReadByName() {
        Panel panel = Panel.onAllDates(BITCOIN.named("BTC"), BOND.named("10y"));
        assertThat(panel.valuesOn(TUESDAY)).containsExactly(entry("BTC", 120_000.0), entry("10y", 0.0435));
        assertThat(panel.valuesOn(MONDAY)).containsExactly(entry("10y", 0.0438));
        assertThat(panel.select("10y").ratesOn(TUESDAY)).containsExactly(entry("10y", Rate.ofPercent(4.35)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> panel.ratesOn(TUESDAY))
                .withMessage("unit of \"BTC\" must be one of [fraction, %, pp, bp] but was price");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> panel.valuesOn(TUESDAY.plusDays(1)))
                .withMessageStartingWith("date must be one of ")
                .withMessageEndingWith(" but was 2025-07-23");
        List<LocalDate> walked = new ArrayList<>();
        for (LocalDate date : panel.dates()) {
            walked.add(date);
        }
        assertThat(walked).containsExactly(SATURDAY, MONDAY, TUESDAY);
    }

    @Test
    void asOfBringsTheWeekendToMonday() {
        Panel panel = Panel.asOf(BOND.dates(), 2, BITCOIN.named("BTC"), BOND.named("10y"));
        assertThat(panel.series("BTC").values()).isEqualTo(Doubles.of(118_000, 120_000));
        assertThat(Panel.asOf(BOND.dates(), 1, BITCOIN.named("BTC"))
                        .series("BTC")
                        .values())
                .isEqualTo(Doubles.of(Double.NaN, 120_000));
    }

    @Test
    void aNameIsTakenOnce() {
        assertThatThrownBy(() -> Panel.onAllDates(BOND.named("x"), BITCOIN.named("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns[1] must be a name that is not blank and not taken but was \"x\"");
        assertThatThrownBy(() -> BOND.named(" ")).hasMessage("name must not be blank");
    }

    @Test
    void anUnknownNameIsRefusedWithThoseThereAre() {
        Panel panel = Panel.onAllDates(BOND.named("10y"));
        assertThatThrownBy(() -> panel.series("2y")).hasMessage("name must be one of [10y] but was \"2y\"");
        Panel wide = Panel.onAllDates(
                IntStream.range(0, 12).mapToObj(i -> BOND.named("A" + i)).toList());
        assertThatThrownBy(() -> wide.series("2y"))
                .hasMessage("name must be one of [A0, A1, A2, A3, A4, A5, A6, A7, A8, A9] and 2 more but was \"2y\"");
        assertThat(panel.has("10y")).isTrue();
        assertThat(panel.has("2y")).isFalse();
    }

    @Test
    void columnsMustFit() {
        DateIndex dates = BOND.dates();
        assertThatThrownBy(() -> new Panel(dates, List.of("a"), List.of(Doubles.of(1)), List.of(Unit.PRICE)))
                .hasMessage("values of \"a\" must have one number for each of the 2 dates but had 1");
        assertThatThrownBy(() -> new Panel(dates, List.of("a"), List.of(), List.of(Unit.PRICE)))
                .hasMessage("values must have one entry for each of the 1 columns but had 0");
        assertThatThrownBy(() -> new Panel(dates, List.of("a"), List.of(BOND.values()), List.of()))
                .hasMessage("units must have one entry for each of the 1 columns but had 0");
        assertThatThrownBy(() -> Panel.onCommonDates()).hasMessage("series must not be empty");
    }

    @Test
    void columnsAreChosenAndAdded() {
        Panel panel = Panel.onCommonDates(BOND.named("10y")).with("BTC", BITCOIN);
        assertThat(panel.series("BTC").values()).isEqualTo(Doubles.of(Double.NaN, 120_000));
        assertThat(panel.select("BTC").columns()).containsExactly("BTC");
        assertThat(panel.all()).hasSize(2);
    }

    @Test
    void partsKeepEveryColumn() {
        Panel panel = Panel.onAllDates(BITCOIN.named("BTC"), BOND.named("10y"));
        assertThat(panel.between(SATURDAY, TUESDAY).dates()).isEqualTo(DateIndex.of(SATURDAY, MONDAY));
        assertThat(panel.until(MONDAY)).isEqualTo(panel.between(SATURDAY, TUESDAY));
        assertThat(panel.through(series -> series.lag(1)).series("10y").value(2))
                .isEqualTo(0.0438);
        assertThatThrownBy(() -> panel.through(TimeSeries::dropMissing)).hasMessageContaining("same dates");
    }

    @Test
    void theCallersThreadsGiveTheSamePanel() {
        Panel panel = Panel.onAllDates(
                BITCOIN.named("BTC"), BOND.named("10y"), BOND.lag(1).named("before"));
        UnaryOperator<TimeSeries> function = Expanding.from(1).mean()::over;
        Panel expected = panel.through(function);
        for (int threads : new int[] {1, 2, 5}) {
            ExecutorService executor = Executors.newFixedThreadPool(threads);
            try {
                assertThat(panel.through(function, executor)).isEqualTo(expected);
            } finally {
                executor.shutdown();
            }
        }
        assertThat(panel.through(function, Runnable::run)).isEqualTo(expected);
        Panel empty = panel.select();
        assertThat(empty.through(function, Runnable::run)).isSameAs(empty);
    }

    @Test
    void theFirstColumnThatFailsIsNamedAfterAllHaveEnded() {
        Panel panel = Panel.onAllDates(BITCOIN.named("BTC"), BOND.named("10y"));
        AtomicInteger calls = new AtomicInteger();
        assertThatThrownBy(() -> panel.through(
                        series -> {
                            calls.incrementAndGet();
                            throw new IllegalArgumentException(series.unit().toString());
                        },
                        Runnable::run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("price");
        assertThat(calls).hasValue(2);
        assertThatThrownBy(() -> panel.through(TimeSeries::dropMissing, Runnable::run))
                .hasMessageContaining("same dates")
                .hasMessageContaining("\"10y\"");
    }

    @Test
    void completeRowsAreAMatrix() {
        Panel panel = Panel.asOf(BOND.dates(), 2, BITCOIN.named("BTC"), BOND.named("10y"));
        assertThat(panel.toMatrix()).isEqualTo(Matrix.copyOf(2, 2, new double[] {118_000, 0.0438, 120_000, 0.0435}));
        assertThatThrownBy(() -> Panel.onAllDates(BITCOIN.named("BTC"), BOND.named("10y"))
                        .toMatrix())
                .hasMessageContaining("cell (0, 1)");
    }

    @Test
    void textIsAnAlignedTableUnderNamesAndUnits() {
        assertThat(Panel.onAllDates(BITCOIN.named("BTC"), BOND.named("10y"))).hasToString("""
            Panel of 3 dates x 2 columns
                           BTC   10y
                         price     %
            2025-07-19  118000     -
            2025-07-21       -  4.38
            2025-07-22  120000  4.35\
            """);
    }
}
