package io.github.macroregime.regime.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.cycle.MomentumCycle;
import io.github.macroregime.regime.strategy.Evaluation;
import io.github.macroregime.regime.strategy.ModelRecord;
import io.github.macroregime.regime.strategy.ModelRecord.Edge;
import io.github.macroregime.regime.strategy.SharpeRecord;
import io.github.macroregime.regime.strength.Contribution;
import io.github.macroregime.regime.strength.StrengthBoard;
import io.github.macroregime.regime.strength.StrengthModel;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelTableTest {

    private static final Evaluation PROTOCOL = Evaluation.withDefaults();

    private static TimeSeries walk(int count, long seed, double drift) {
        List<LocalDate> days = LocalDate.of(2018, 1, 1)
                .datesUntil(LocalDate.of(2030, 1, 1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .limit(count)
                .toList();
        Random random = new Random(seed);
        double[] closes = new double[count];
        double close = 100;
        for (int i = 0; i < count; i++) {
            close *= 1 + drift + 0.01 * random.nextGaussian();
            closes[i] = close;
        }
        return TimeSeries.of(DateIndex.copyOf(days), closes, Unit.PRICE);
    }

    private static ModelTable table(Map<String, TimeSeries> closes, LocalDate asOf) {
        return ModelTable.of(StrengthBoard.of(closes, asOf), closes, PROTOCOL);
    }

    @Test
    void directionAndAlignmentAreTwoNumbers() {
        Map<String, TimeSeries> closes = Map.of("up", walk(900, 1, 0.001), "down", walk(900, 2, -0.001));
        ModelTable table = table(closes, closes.get("up").dates().last());
        assertThat(table.rows()).hasSize(2);
        for (ModelTable.Row row : table.rows()) {
            List<Double> amounts = row.standing().strength().contributions().stream()
                    .map(Contribution::amount)
                    .toList();
            double sum = amounts.stream().mapToDouble(Double::doubleValue).sum();
            double sizes = amounts.stream().mapToDouble(Math::abs).sum();
            assertThat(row.alignment()).isCloseTo(Math.abs(sum) / sizes, within(1e-12));
            assertThat(row.direction()).isEqualTo(Math.abs(sum) < 0.1 ? "neutral" : sum < 0 ? "down" : "up");
        }
    }

    @Test
    void theRecordIsThatOfTheWholeProtocolInOnePass() {
        TimeSeries closes = walk(1500, 3, 0.0003);
        SharpeRecord brief = PROTOCOL.sharpe("momentum cycle", closes, MomentumCycle.DAILY::scores)
                .orElseThrow();
        ModelRecord whole = PROTOCOL.of("momentum cycle", "walk", closes, MomentumCycle.DAILY::scores);
        assertThat(brief.sharpe().value()).isCloseTo(whole.earned().sharpe().value(), within(1e-10));
        assertThat(brief.held())
                .isCloseTo(whole.benchmarks().get(0).earned().sharpe().value(), within(1e-10));
        assertThat(brief.n()).isEqualTo(whole.n());
        assertThat(brief.first()).isEqualTo(whole.first());
        // An interval of the same width as that of the draws, by another way.
        assertThat(brief.sharpe().high() - brief.sharpe().low())
                .isCloseTo(
                        whole.earned().sharpe().high() - whole.earned().sharpe().low(), within(0.15));
    }

    @Test
    void anEdgeIsNeverShownByTwoNumbers() {
        SharpeRecord better = record(0.8, 0.5);
        assertThat(better.edge()).isEqualTo(Edge.NOT_SHOWN);
        assertThat(record(0.4, 0.5).edge()).isEqualTo(Edge.NONE);
        assertThat(record(-0.1, -0.5).edge()).isEqualTo(Edge.NONE);
        assertThat(record(Double.NaN, 0.5).edge()).isEqualTo(Edge.NONE);
        assertThat(better).asString().contains("Sharpe ratio 0.80 [ 0.50,  1.10], held 0.50, n 100, edge not shown");
    }

    private static SharpeRecord record(double sharpe, double held) {
        LocalDate day = LocalDate.of(2025, 7, 22);
        ModelRecord.Calls calls = new ModelRecord.Calls(0, 0, 0, 0, new ModelRecord.Estimate(0, 0, 0));
        return new SharpeRecord(
                "m",
                day.minusYears(1),
                day,
                100,
                new ModelRecord.Estimate(sharpe, sharpe - 0.3, sharpe + 0.3),
                held,
                calls,
                calls);
    }

    @Test
    void laterClosesChangeNothing() {
        TimeSeries all = walk(1200, 4, 0);
        LocalDate day = all.date(1000);
        assertThat(table(Map.of("A", all), day)).isEqualTo(table(Map.of("A", all.until(day)), day));
    }

    @Test
    void anAssetOutsideTheBoardHasNoRow() {
        TimeSeries closes = walk(400, 5, 0);
        assertThat(table(Map.of("A", closes), closes.dates().last()).row("B")).isEqualTo(Optional.empty());
        assertThat(ModelTable.records(closes, StrengthModel.withDefaults(), PROTOCOL))
                .extracting(SharpeRecord::model)
                .containsExactly("strength", "momentum cycle");
    }

    @Test
    void tooShortAPastHasNoRecord() {
        TimeSeries closes = walk(StrengthModel.withDefaults().history() + 50, 6, 0);
        ModelTable table = table(Map.of("A", closes), closes.dates().last());
        assertThat(table.rows()).allMatch(row -> row.record("strength").isEmpty());
        assertThat(table.table().rows()).hasSize(1);
    }

    @Test
    void datesWithoutACalendarHaveNoRecord() {
        TimeSeries daily = walk(400, 8, 0);
        DateIndex fortnights = DateIndex.copyOf(IntStream.range(0, 400)
                .mapToObj(i -> LocalDate.of(2000, 1, 3).plusDays(14L * i))
                .toList());
        TimeSeries closes = TimeSeries.of(fortnights, daily.values().toArray(), Unit.PRICE);
        assertThat(ModelTable.records(closes, StrengthModel.withDefaults(), PROTOCOL))
                .isEmpty();
    }

    @Test
    void callsAreThoseOfTheWholeRecord() {
        TimeSeries closes = walk(1500, 9, 0);
        SharpeRecord line = PROTOCOL.sharpe("momentum cycle", closes, MomentumCycle.DAILY::scores)
                .orElseThrow();
        ModelRecord whole = PROTOCOL.of("momentum cycle", "A", closes, MomentumCycle.DAILY::scores);
        for (int sign : new int[] {1, -1}) {
            ModelRecord.Calls one = sign > 0 ? line.bullish() : line.bearish();
            ModelRecord.Calls other = sign > 0 ? whole.bullish() : whole.bearish();
            assertThat(one.n()).isEqualTo(other.n()).isPositive();
            assertThat(one.hitRate()).isEqualTo(other.hitRate());
            assertThat(one.baseRate()).isEqualTo(other.baseRate());
            assertThat(one.lead().value()).isCloseTo(other.lead().value(), within(1e-12));
        }
    }
}
