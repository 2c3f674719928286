package io.github.macroregime.regime.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.strategy.ModelRecord.Calls;
import io.github.macroregime.regime.strategy.ModelRecord.Edge;
import io.github.macroregime.regime.strategy.ModelRecord.Estimate;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records of models, their calls counted by hand and their parts held against the whole. */
class RecordByHandTest {

    private static final int DAYS = 320;
    private static final DateIndex DATES =
            DateIndex.copyOf(Stream.iterate(LocalDate.of(2024, 1, 1), date -> date.plusDays(1))
                    .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                    .limit(DAYS)
                    .toList());
    private static final Evaluation FREE =
            Evaluation.withDefaults().withCost(Rate.ZERO).withHorizon(1);

    /** Three closes up and one down, over and over. */
    private static double[] closes(int count) {
        double[] closes = new double[count];
        closes[0] = 100;
        for (int t = 1; t < count; t++) {
            closes[t] = closes[t - 1] * (t % 4 == 0 ? 0.98 : 1.01 + 0.001 * (t % 7));
        }
        return closes;
    }

    private static TimeSeries closeSeries(int count) {
        return TimeSeries.of(DATES.slice(0, count), closes(count), Unit.PRICE);
    }

    private static TimeSeries scores(int count, IntToDoubleFunction score) {
        return TimeSeries.of(
                DATES.slice(0, count),
                IntStream.range(0, count).mapToDouble(score).toArray(),
                Unit.SCORE);
    }

    private static SharpeRecord sharpe(Evaluation protocol, IntToDoubleFunction score) {
        return protocol.sharpe("model", closeSeries(64), scores(64, score)).orElseThrow();
    }

    @Test
    void callsAreCountedAgainstAllDaysThatMovedThatWay() {
        // Of 63 moves those from closes 3, 7, ..., 59 fall: 15. Calls of a rise are on even, of a fall on odd closes.
        SharpeRecord record = sharpe(FREE, t -> t % 2 == 0 ? 1 : -1);
        Calls bullish = record.bullish();
        assertThat(bullish.n()).isEqualTo(32);
        assertThat(bullish.effectiveN()).isEqualTo(32);
        assertThat(bullish.hitRate()).isEqualTo(1);
        assertThat(bullish.baseRate()).isEqualTo(48 / 63.0, within(1e-15));
        assertThat(bullish.lead()).isEqualTo(new Estimate(1 - 48 / 63.0, 1 - 48 / 63.0, 1 - 48 / 63.0));
        Calls bearish = record.bearish();
        assertThat(bearish.n()).isEqualTo(31);
        assertThat(bearish.hitRate()).isEqualTo(15 / 31.0, within(1e-15));
        assertThat(bearish.baseRate()).isEqualTo(15 / 63.0, within(1e-15));
        double margin = 1.6448536269514722 * Math.sqrt(15 / 31.0 * 16 / 31.0 / 31);
        assertThat(bearish.lead().value()).isEqualTo(15 / 31.0 - 15 / 63.0, within(1e-15));
        assertThat(bearish.lead().low()).isEqualTo(15 / 31.0 - 15 / 63.0 - margin, within(1e-15));
        assertThat(bearish.lead().high()).isEqualTo(15 / 31.0 - 15 / 63.0 + margin, within(1e-15));
    }

    @Test
    void outcomesThatOverlapCountOnceForTheirHorizon() {
        // Over four closes every move is up; 60 of them have matured.
        SharpeRecord record = sharpe(FREE.withHorizon(4), t -> t % 2 == 0 ? 1 : 0);
        assertThat(record.bullish().n()).isEqualTo(30);
        assertThat(record.bullish().effectiveN()).isEqualTo(7.5);
        assertThat(record.bullish().baseRate()).isEqualTo(1);
        assertThat(record.bearish().n()).isZero();
        assertThat(record.bearish().hitRate()).isNaN();
    }

    @Test
    void aPositionEarnsFromTheNextCloseOn() {
        double[] close = closes(64);
        double[] net = IntStream.range(0, 63)
                .mapToDouble(i -> i == 0 ? 0 : ((i - 1) % 2 == 0 ? 1 : -1) * (close[i + 1] / close[i] - 1))
                .toArray();
        double mean = IntStream.range(0, 63).mapToDouble(i -> net[i]).sum() / 63;
        double squares = IntStream.range(0, 63)
                .mapToDouble(i -> (net[i] - mean) * (net[i] - mean))
                .sum();
        SharpeRecord record = sharpe(FREE, t -> t % 2 == 0 ? 1 : -1);
        double daily = mean / Math.sqrt(squares / 62);
        double periods = Math.pow(record.sharpe().value() / daily, 2);
        assertThat(record.sharpe().value() * daily).isPositive();
        assertThat(periods).isBetween(250.0, 262.0);
        assertThat(record.sharpe().high() - record.sharpe().value())
                .isEqualTo(record.sharpe().value() - record.sharpe().low(), within(1e-12));
        // Mertens's error with the skewness and the kurtosis of the net returns.
        double skewness = moment(net, mean, 3) / Math.pow(moment(net, mean, 2), 1.5);
        double kurtosis = moment(net, mean, 4) / Math.pow(moment(net, mean, 2), 2);
        double error = Math.sqrt((1 - skewness * daily + (kurtosis - 1) / 4 * daily * daily) / 62);
        assertThat(record.sharpe().high() - record.sharpe().value())
                .isEqualTo(1.6448536269514722 * Math.sqrt(periods) * error, within(1e-9));
        assertThat(record.n()).isEqualTo(63);
        assertThat(record.first()).isEqualTo(DATES.get(1));
        assertThat(record.last()).isEqualTo(DATES.get(63));
        assertThat(sharpe(FREE.withCost(Rate.ofBasisPoints(10)), t -> t % 2 == 0 ? 1 : -1)
                        .sharpe()
                        .value())
                .isLessThan(record.sharpe().value());
    }

    private static double moment(double[] x, double mean, int power) {
        return IntStream.range(0, x.length)
                        .mapToDouble(i -> Math.pow(x[i] - mean, power))
                        .sum()
                / x.length;
    }

    @Test
    void holdingIsItsOwnMeasure() {
        SharpeRecord held = sharpe(FREE, t -> 1);
        assertThat(held.sharpe().value()).isEqualTo(held.held(), within(1e-12));
        assertThat(held.edge()).isEqualTo(Edge.NONE);
        assertThat(held.toString())
                .startsWith("model, 2024-01-02 to 2024-03-28: Sharpe ratio ")
                .endsWith("edge none");
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.4, NOT_SHOWN", "0.4, 0.4, NONE", "-0.1, -0.5, NONE", "0.1, -0.5, NOT_SHOWN"})
    void anEdgeNeedsMoreThanHoldingAndThanNothing(double sharpe, double held, Edge edge) {
        Calls none = sharpe(FREE, t -> 1).bearish();
        LocalDate day = LocalDate.of(2025, 7, 22);
        assertThat(new SharpeRecord("m", day, day, 2, new Estimate(sharpe, sharpe, sharpe), held, none, none).edge())
                .isEqualTo(edge);
    }

    @ParameterizedTest
    @CsvSource({"59, false", "60, true"})
    void sixtyClosesAreTheLeast(int count, boolean isJudged) {
        assertThat(FREE.sharpe("m", closeSeries(count), scores(count, t -> 1)).isPresent())
                .isEqualTo(isJudged);
    }

    private static ModelRecord record(Evaluation protocol, IntToDoubleFunction score) {
        return protocol.of("model", "asset", closeSeries(DAYS), scores(DAYS, score), day -> Optional.of("one"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "1, -1, 0", "1, -1, 20", "-1, -1, 5", "1, 0, 5"})
    void longsShortsAndCostsAreTheWhole(int even, int odd, double cost) {
        ModelRecord record = record(FREE.withCost(Rate.ofBasisPoints(cost)), t -> t / 5 % 2 == 0 ? even : odd);
        ModelRecord.Sides sides = record.sides();
        assertThat(record.earned().mean().decimal())
                .isEqualTo(
                        sides.longs().plus(sides.shorts()).minus(sides.costs()).decimal(), within(1e-12));
        assertThat(sides.longs().decimal() == 0).isEqualTo(even != 1 && odd != 1);
        assertThat(sides.shorts().decimal() == 0).isEqualTo(even != -1 && odd != -1);
        assertThat(sides.costs().decimal() == 0).isEqualTo(cost == 0);
    }

    @Test
    void aModelThatIsABenchmarkLeadsItByNothing() {
        double[] close = closes(DAYS);
        List<IntToDoubleFunction> naive = List.of(
                t -> 1,
                t -> Math.signum(close[t] - close[0]),
                t -> t < 1 ? 0 : close[t] >= close[t - 1] ? 1 : -1,
                t -> t < 252 ? 0 : close[t] >= close[t - 252] ? 1 : -1);
        for (int b = 0; b < 4; b++) {
            ModelRecord record = record(FREE, naive.get(b));
            assertThat(record.benchmarks().get(b).lead()).as("benchmark " + b).isEqualTo(new Estimate(0, 0, 0));
            assertThat(record.benchmarks().get(b).earned().mean())
                    .isEqualTo(record.earned().mean());
            assertThat(record.earned().sharpe().value()).isNotNaN();
        }
    }

    @Test
    void aModelThatLooksBackIsJudgedLikeItsScores() {
        Scores back = close -> {
            double[] scores = new double[close.length];
            for (int t = 1; t < close.length; t++) {
                scores[t] = Math.signum(close[t - 1] - close[t]);
            }
            return scores;
        };
        double[] known = back.over(closes(DAYS));
        TimeSeries made = scores(DAYS, t -> known[t]);
        assertThat(FREE.of("model", "asset", closeSeries(DAYS), back))
                .isEqualTo(FREE.of("model", "asset", closeSeries(DAYS), made));
        assertThat(FREE.sharpe("model", closeSeries(DAYS), back))
                .isEqualTo(FREE.sharpe("model", closeSeries(DAYS), made));
        assertThat(FREE.withRule(new PositionRule.Sign())).isEqualTo(FREE);
    }

    @Test
    void oneEraAndOneRegimeAreTheWhole() {
        Evaluation oneEra = new Evaluation(1, new PositionRule.Sign(), Rate.ZERO, 1, 1, 21, 100, 1);
        ModelRecord record = record(oneEra, t -> t % 3 == 0 ? -1 : 1);
        assertThat(record.eras()).hasSize(1);
        assertThat(record.regimes()).hasSize(1);
        for (ModelRecord.Part part :
                List.of(record.eras().get(0), record.regimes().get(0))) {
            assertThat(part.n()).isEqualTo(record.n());
            assertThat(part.sharpe()).isEqualTo(record.earned().sharpe().value(), within(1e-9));
            assertThat(part.held())
                    .isEqualTo(record.benchmarks().get(0).earned().sharpe().value(), within(1e-9));
        }
        ModelRecord three = record(FREE, t -> t % 3 == 0 ? -1 : 1);
        assertThat(three.eras()).extracting(ModelRecord.Part::n).containsExactly(106, 106, 107);
        assertThat(three.eras().get(0).name()).startsWith("2024-01-02 to ");
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0", "-1, -1.0"})
    void scoresInTheOrderOfWhatFollowedHaveARankCorrelationOfOne(int sign, double correlation) {
        double[] close = closes(DAYS);
        ModelRecord record = record(FREE, t -> t + 1 < DAYS ? sign * Math.log(close[t + 1] / close[t]) : 0);
        assertThat(record.rankCorrelation()).isEqualTo(correlation, within(1e-12));
    }
}
