package io.github.macroregime.regime.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.section.Table;
import io.github.macroregime.regime.strategy.Evaluation;
import io.github.macroregime.regime.strategy.ModelRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordSheetTest {

    private static final int N = 400;
    private static final DateIndex DATES =
            DateIndex.copyOf(Stream.iterate(LocalDate.of(2024, 1, 1), day -> day.plusDays(1))
                    .limit(N)
                    .toList());
    private static final Evaluation PROTOCOL =
            Evaluation.withDefaults().withDraws(100).withHorizon(5);

    /** Prices that rise by a hundredth on two days and fall by a hundredth on the third. */
    private static final TimeSeries CLOSES = series(Unit.PRICE, 100, t -> t % 3 == 2 ? 0.99 : 1.01);

    private interface Step {
        double at(int t);
    }

    private static TimeSeries series(Unit unit, double first, Step step) {
        double[] x = new double[N];
        x[0] = first;
        for (int t = 1; t < N; t++) {
            x[t] = x[t - 1] * step.at(t);
        }
        return TimeSeries.of(DATES, x, unit);
    }

    private static TimeSeries scores(Step score) {
        return TimeSeries.of(DATES, IntStream.range(0, N).mapToDouble(score::at).toArray(), Unit.SCORE);
    }

    private static ModelRecord record(String model, String asset, Step score) {
        return PROTOCOL.ifEnough(model, asset, CLOSES, scores(score)).orElseThrow();
    }

    /** What is known of the day after the next: it is up on two days of three. */
    private static final ModelRecord SEER = record("seer", "A", t -> (t + 2) % 3 == 2 ? -1 : 1);

    private static final ModelRecord BEAR = record("bear", "A", t -> -1);
    private static final RecordSheet SHEET = new RecordSheet(List.of(BEAR, SEER, record("bear", "B", t -> -1)));

    private static List<String> row(String title, String asset) {
        return SHEET.tables().stream()
                .filter(table -> table.title().contains(title))
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.get(0).equals(asset))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyModelHasItsTables() {
        assertThat(SHEET.tables().stream().map(Table::title))
                .containsExactly(
                        "Sharpe ratio of bear beside naive benchmarks",
                        "Sharpe ratio of bear by era and by momentum cycle",
                        "Sharpe ratio of seer beside naive benchmarks",
                        "Sharpe ratio of seer by era and by momentum cycle");
        assertThat(SHEET.tables().get(0).rows()).hasSize(2);
        assertThat(SHEET.tables().get(0).columns().stream().map(Table.Column::title))
                .containsExactly(
                        "Asset",
                        "Edge",
                        "Sharpe [90 %]",
                        "buy and hold",
                        "past mean",
                        "last move",
                        "12-month momentum",
                        "Lead over the best [90 %]",
                        "Deflated",
                        "n",
                        "From");
    }

    /** Of 398 days held 133 fall and 265 rise by a hundredth: short -1.32 x 365 / 399 a year, one trade at 0.05 %; five days always rise. */
    @Test
    void sidesCostsAndCallsAreThoseOfTheHand() {
        assertThat(BEAR.earned().mean().percent()).isCloseTo(-(132 + 0.05) * 365 / 399, within(1e-9));
        assertThat(BEAR.sides().longs().percent()).isZero();
        assertThat(BEAR.sides().shorts().percent()).isCloseTo(-132.0 * 365 / 399, within(1e-9));
        assertThat(BEAR.sides().costs().percent()).isCloseTo(0.05 * 365 / 399, within(1e-12));
        assertThat(BEAR.sides().turnover()).isCloseTo(365.0 / 399, within(1e-12));
        assertThat(BEAR.sides().timeInMarket()).isCloseTo(398.0 / 399, within(1e-12));
        assertThat(BEAR.bearish().n()).isEqualTo(395);
        assertThat(BEAR.bearish().hitRate()).isZero();
        assertThat(BEAR.bearish().baseRate()).isZero();
    }

    @Test
    void theRowsAreThoseOfTheRecords() {
        List<String> seer = row("beside naive benchmarks", "A");
        assertThat(seer.get(2)).startsWith("-").contains(" [-");
        assertThat(row("by era", "A")).hasSize(6).last().isEqualTo("2024-01, 2024-05, 2024-09");
    }

    @Test
    void itSaysInPlainWordsWhatIsNoEdge() {
        assertThat(SHEET.lead())
                .containsExactly(
                        "Bear: after costs it lost on 2 of 2 assets and did not beat the best naive benchmark on 2; no edge is"
                                + " shown: it does not predict.",
                        "Seer: after costs it lost on 0 of 1 assets and did not beat the best naive benchmark on 0; more than"
                                + " chance explains on A.");
        assertThat(SHEET.said())
                .extracting(Sheet.Said::subject, Sheet.Said::state, Sheet.Said::value, Sheet.Said::n)
                .containsExactly(
                        tuple("Record of bear", "no edge shown", 0.0, 2),
                        tuple("Record of seer", "an edge on 1 of 1", 1.0, 1));
        assertThat(SHEET.notes().get(0))
                .startsWith("Until 2025-02-03,")
                .contains("100 circular block bootstraps of 21");
        assertThat(SHEET.toString().lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("bear on A: No edge: Sharpe ratio -");
    }

    @Test
    void tooLittleHasNoRecord() {
        assertThat(PROTOCOL.ifEnough("m", "A", CLOSES.slice(0, 59), scores(t -> 1)))
                .isEmpty();
        assertThat(PROTOCOL.ifEnough("m", "A", CLOSES.slice(0, 60), scores(t -> 1)))
                .isPresent();
        assertThat(PROTOCOL.withHorizon(70).ifEnough("m", "A", CLOSES.slice(0, 71), scores(t -> 1)))
                .isEmpty();
        assertThat(PROTOCOL.ifEnough("m", "A", CLOSES, scores(t -> t < 341 ? Double.NaN : 1)))
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordSheet(List.of()));
        assertThat(Optional.of(SEER.protocol().draws())).contains(100);
    }
}
