package io.github.macroregime.regime.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.strategy.ModelRecord.Edge;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final int N = 1500;
    private static final DateIndex DATES = DateIndex.copyOf(Stream.iterate(
                    LocalDate.of(2015, 1, 1), date -> date.plusDays(1))
            .filter(date -> date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY)
            .limit(N)
            .toList());
    private static final TimeSeries CLOSES = TimeSeries.of(DATES, walk(5), Unit.PRICE);
    private static final Evaluation PROTOCOL = Evaluation.withDefaults().withHorizon(5);

    private static double[] walk(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] close = new double[N];
        double price = 100;
        for (int t = 0; t < N; t++) {
            price *= 1 + (random.nextDouble() - 0.5) / 50;
            close[t] = price;
        }
        return close;
    }

    private static TimeSeries scores(IntToDoubleFunction score) {
        double[] values = new double[N];
        Arrays.setAll(values, score);
        return TimeSeries.of(DATES, values, Unit.SCORE);
    }

    @Test
    void aCoinHasNoShownEdge() {
        SplittableRandom coin = new SplittableRandom(9);
        ModelRecord record = PROTOCOL.of("coin", "walk", CLOSES, scores(t -> coin.nextBoolean() ? 1 : -1));
        assertThat(record.edge()).isEqualTo(Edge.NONE);
        assertThat(record.verdict()).startsWith("No edge: Sharpe ratio -").contains("it lost; best was");
        assertThat(record.sides().costs().percent())
                .isCloseTo(0.05 * record.sides().turnover(), within(1e-12));
        assertThat(record.toString()).contains("No edge", "bullish right", "eras: 2015-01-02 to", "regimes: ");
    }

    // Knows the return that a position decided today earns, three closes on: an edge none has, found as one.
    @Test
    void foreknowledgeIsAnEdge() {
        double[] close = CLOSES.values().toArray();
        TimeSeries known = scores(t -> t + 2 < N ? Math.signum(close[t + 2] - close[t + 1]) : 0);
        ModelRecord record = PROTOCOL.withVariantsTried(1000).of("oracle", "walk", CLOSES, known);
        assertThat(record.edge()).isEqualTo(Edge.SHOWN);
        assertThat(record.verdict()).startsWith("Edge: ");
        assertThat(record.bullish().lead().low()).isPositive();
        assertThat(record.bearish().lead().low()).isPositive();
        assertThat(ModelRecord.table(List.of(record, record)).lines()).hasSize(3);
    }

    @Test
    void whatIsBetterByChanceIsNotShown() {
        TimeSeries hold = scores(t -> t < 100 ? -0.0 : 1);
        ModelRecord record = PROTOCOL.withCost(Rate.ZERO).of("late hold", "walk", CLOSES, hold);
        assertThat(record.benchmarks()).hasSize(4);
        assertThat(record.edge()).isNotEqualTo(Edge.SHOWN);
    }

    @Test
    void aModelWithoutPositionsSaysSo() {
        ModelRecord record = PROTOCOL.of("idle", "walk", CLOSES, scores(t -> 0));
        assertThat(record.verdict()).isEqualTo("No edge: it took no position.");
        assertThat(record.bullish().n()).isZero();
        assertThat(record.bullish()).hasToString("none");
    }

    @Test
    void aModelThatLooksAheadIsRefused() {
        Scores ahead = close -> {
            double[] scores = new double[close.length];
            for (int t = 0; t < close.length; t++) {
                scores[t] = Math.signum(close[Math.min(close.length - 1, t + 1)] - close[t]);
            }
            return scores;
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PROTOCOL.of("ahead", "walk", CLOSES, ahead))
                .withMessageContaining("scores must not look ahead but ahead on");
    }

    @Test
    void daysBeforeTheFirstScoreDoNotCount() {
        ModelRecord record =
                PROTOCOL.of("late", "walk", CLOSES, scores(t -> t < 500 ? Double.NaN : t % 40 < 20 ? 1 : -1));
        assertThat(record.n()).isEqualTo(N - 501);
        assertThat(record.first()).isEqualTo(DATES.get(501));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PROTOCOL.of("never", "walk", CLOSES, scores(t -> t < N - 59 ? Double.NaN : 1)))
                .withMessageContaining("must be at least 60 but were 59");
    }

    @Test
    void theSameSeedGivesTheSameRecord() {
        TimeSeries scores = scores(t -> t % 50 < 30 ? 1 : -1);
        assertThat(PROTOCOL.of("m", "a", CLOSES, scores)).isEqualTo(PROTOCOL.of("m", "a", CLOSES, scores));
        assertThat(new BlockBootstrap(new double[][] {{1, 2, 3}}, 100, 100, 4)
                        .estimate(sums -> sums[0])
                        .low())
                .isEqualTo(6);
    }
}
