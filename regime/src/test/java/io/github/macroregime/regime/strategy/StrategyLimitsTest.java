package io.github.macroregime.regime.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.signal.ExAnteVolatility;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Statistics of a few returns by hand, and the limits of what they take. */
class StrategyLimitsTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final double[] FOUR = {0.1, -0.1, 0.2, 0};

    private static TimeSeries series(Unit unit, double... values) {
        return TimeSeries.of(
                DateIndex.copyOf(START.datesUntil(START.plusDays(values.length)).toList()), values, unit);
    }

    private static ReturnCalendar calendar(double gap, double rate) {
        return new ReturnCalendar(DateIndex.of(START, START.plusDays(1)), gap, rate);
    }

    @Test
    void theMedianGapTellsTheFrequency() {
        assertThat(calendar(1, 365).periodsPerYear()).isEqualTo(365);
        assertThat(calendar(1, 301).periodsPerYear()).isEqualTo(365);
        assertThat(calendar(1, 300).periodsPerYear()).isEqualTo(252);
        assertThat(calendar(3, 120).periodsPerYear()).isEqualTo(252);
        for (double unknown : new double[] {3.5, 4.9, 9.1, 26.9, 33.1, 86.9, 95.1, 359.9, 370.1}) {
            assertThat(calendar(unknown, 10).known()).as("%s", unknown).isEmpty();
            assertThatThrownBy(() -> calendar(unknown, 10).periodsPerYear())
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (double week : new double[] {5, 7, 9}) {
            assertThat(calendar(week, 52).known()).hasValue(52);
        }
        for (double month : new double[] {27, 30, 33}) {
            assertThat(calendar(month, 12).known()).hasValue(12);
        }
        for (double quarter : new double[] {87, 91, 95}) {
            assertThat(calendar(quarter, 4).known()).hasValue(4);
        }
        for (double year : new double[] {360, 365, 370}) {
            assertThat(calendar(year, 1).known()).hasValue(1);
        }
    }

    @Test
    void gapsAndRateAreCounted() {
        // Gaps of 1, 1, 3, 1 and 4 days: median 1; five gaps in ten days.
        ReturnCalendar of = ReturnCalendar.of(DateIndex.of(
                START, START.plusDays(1), START.plusDays(2), START.plusDays(5), START.plusDays(6), START.plusDays(10)));
        assertThat(of.gap()).isEqualTo(1);
        assertThat(of.rate()).isCloseTo(5 * 365.25 / 10, within(1e-12));
        // Of an even number the later one in the middle.
        assertThat(ReturnCalendar.of(DateIndex.of(START, START.plusDays(2), START.plusDays(9)))
                        .gap())
                .isEqualTo(7);
        assertThatThrownBy(() -> ReturnCalendar.of(DateIndex.of(START))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aYearIsHeldAgainstRateAndPace() {
        // 7 days apart are 52.2 times a year; 40 were there: from 0.6 x 40 = 24 to 1.2 x 52.18 = 62.6.
        ReturnCalendar weeks = calendar(7, 40);
        weeks.check(24);
        weeks.check(62.6);
        assertThatThrownBy(() -> weeks.check(23.99)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> weeks.check(62.7)).isInstanceOf(IllegalArgumentException.class);
        // 80 were there: from 0.6 x 52.18 = 31.3 to 96.
        ReturnCalendar more = calendar(7, 80);
        more.check(31.4);
        more.check(96);
        assertThatThrownBy(() -> more.check(31.3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> more.check(96.1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void winsLossesAndRunsAreCounted() {
        assertThat(Returns.count(FOUR, 1)).isEqualTo(2);
        assertThat(Returns.count(FOUR, -1)).isEqualTo(1);
        assertThat(Returns.count(FOUR, 0)).isEqualTo(1);
        double[] runs = {0.1, 0.2, 0, 0.1, 0.1, 0.1, -0.1, -0.1};
        assertThat(Performance.longestRun(runs, 1)).isEqualTo(3);
        assertThat(Performance.longestRun(runs, -1)).isEqualTo(2);
        assertThat(Performance.longestRun(new double[0], 1)).isZero();
        assertThat(Performance.hitRate(FOUR)).isCloseTo(2 / 3.0, within(1e-15));
        // Gains 0.3, losses 0.1; the mean win 0.15 over the mean loss 0.1; h - (1 - h) / 1.5.
        assertThat(Performance.omega(FOUR, 0)).isCloseTo(3, within(1e-12));
        assertThat(Performance.payoff(FOUR)).isCloseTo(1.5, within(1e-12));
        assertThat(Performance.gainToPain(FOUR)).isCloseTo(2, within(1e-12));
        assertThat(Performance.kelly(FOUR)).isCloseTo(2 / 3.0 - 1 / 3.0 / 1.5, within(1e-12));
        assertThat(Performance.meanUpTo(FOUR, 0)).isCloseTo(-0.05, within(1e-15));
        assertThat(Performance.meanUpTo(FOUR, -0.2)).isNaN();
        assertThat(Performance.ratio(1, 0)).isNaN();
        assertThat(Performance.ratio(1, 4)).isEqualTo(0.25);
    }

    @Test
    void whatIsNoReturnIsRefused() {
        Returns.check(new double[] {-1, 5}, 2);
        assertThatThrownBy(() -> Returns.check(new double[] {0, -1.0000001}, 1)).hasMessageContaining("returns[1]");
        assertThatThrownBy(() -> Returns.check(new double[] {0}, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Returns.check(new double[] {Double.NaN}, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Returns.less(new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Returns.less(new double[] {3, 5}, new double[] {1, 7})).containsExactly(2, -2);
        assertThat(Returns.less(new double[] {3, 5}, 1.0)).containsExactly(2, 4);
        assertThatThrownBy(() -> Performance.calendarCagr(FOUR, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Performance.calendarCagr(new double[] {0.001}, 1))
                .isCloseTo(StrictMath.pow(1.001, 365.25) - 1, within(1e-12));
        // 1.1 x 0.9 x 1.2 = 1.188 in four years.
        assertThat(Performance.calendarCagr(FOUR, 1461)).isCloseTo(StrictMath.pow(1.188, 0.25) - 1, within(1e-12));
        assertThatThrownBy(() -> Performance.expectedMaximumSharpe(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Performance.expectedMaximumSharpe(2, -1e-9))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Performance.expectedMaximumSharpe(2, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Performance.expectedMaximumSharpe(1, 3)).isZero();
        assertThat(Performance.expectedMaximumSharpe(9, 0)).isZero();
        assertThatThrownBy(() -> Performance.probabilisticSharpe(1, 0, 1, 0, 3))
                .isInstanceOf(IllegalArgumentException.class);
        // (1 - 0) / sqrt((1 + 0.5) / 1): the distribution at 0.8165 is 0.7929.
        assertThat(Performance.probabilisticSharpe(1, 0, 2, 0, 3)).isCloseTo(0.792891, within(1e-6));
        assertThat(Performance.perPeriod(0, 252)).isZero();
        assertThat(Performance.perPeriod(0.21, 2)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void backtestsTakePositivePricesAndFinitePositions() {
        TimeSeries closes = series(Unit.PRICE, 100, 110);
        double[] none = new double[2];
        assertThat(Backtest.of(closes, none, Rate.ZERO).net().values().toArray())
                .containsExactly(0);
        List<ThrowingCallable> wrong = List.of(
                () -> Backtest.of(series(Unit.PRICE, 100), new double[1], Rate.ZERO),
                () -> Backtest.of(series(Unit.PRICE, 100, 0), none, Rate.ZERO),
                () -> Backtest.of(series(Unit.PRICE, 0, 100), none, Rate.ZERO),
                () -> Backtest.of(closes, new double[] {0, Double.POSITIVE_INFINITY}, Rate.ZERO),
                () -> Backtest.of(closes, new double[] {Double.NEGATIVE_INFINITY, 0}, Rate.ZERO),
                () -> Backtest.of(closes, none, Rate.ofBasisPoints(-1)),
                () -> Backtest.of(series(Unit.PERCENT, 1, 2), none, Rate.ZERO));
        for (int i = 0; i < wrong.size(); i++) {
            assertThatThrownBy(wrong.get(i)).as("%d", i).isInstanceOf(IllegalArgumentException.class);
        }
        // A cost of all the capital is ruin: bought at the second close, nothing is held at the third.
        Backtest ruined = Backtest.of(series(Unit.PRICE, 100, 100, 200), new double[] {1, 1, 1}, Rate.ofPercent(100));
        assertThat(ruined.net().values().toArray()).containsExactly(-1, 0);
        assertThat(ruined.ruin()).contains(START.plusDays(1));
        // 150 %: no more than all of it.
        assertThat(Backtest.of(series(Unit.PRICE, 100, 100, 200), new double[] {1, 1, 1}, Rate.ofPercent(150))
                        .net()
                        .values()
                        .toArray())
                .containsExactly(-1, 0);
    }

    @Test
    void drawdownsByHand() {
        // Wealth 1.1, 0.99, 1.188, 0.594, 0.594, 1.188: lows of -10 % and -50 %, the second over on the last day.
        double[] returns = {0.1, -0.1, 0.2, -0.5, 0, 1};
        assertThat(Drawdowns.path(returns)).containsExactly(new double[] {0, -0.1, 0, -0.5, -0.5, 0}, within(1e-15));
        assertThat(Drawdowns.maximum(returns)).isEqualTo(-0.5);
        assertThat(Drawdowns.painIndex(returns)).isCloseTo(1.1 / 6, within(1e-15));
        assertThat(Drawdowns.ulcerIndex(returns)).isCloseTo(Math.sqrt(0.51 / 6), within(1e-15));
        assertThat(Drawdowns.timeUnderWater(returns)).isEqualTo(0.5);
        List<Drawdowns.Drawdown> all = Drawdowns.of(series(Unit.FRACTION, returns));
        assertThat(all).hasSize(2);
        Drawdowns.Drawdown deepest = all.get(0);
        assertThat(deepest.firstLoss()).isEqualTo(START.plusDays(3));
        // The first of two equal lows.
        assertThat(deepest.trough()).isEqualTo(START.plusDays(3));
        assertThat(deepest.end()).isEqualTo(START.plusDays(5));
        assertThat(deepest.periods()).isEqualTo(2);
        assertThat(deepest.state()).isEqualTo(Drawdowns.Drawdown.State.RECOVERED);
        assertThat(all.get(1).depth().percent()).isCloseTo(-10, within(1e-12));
        assertThat(all.get(1).periods()).isOne();
        Drawdowns.Drawdown open =
                Drawdowns.of(series(Unit.FRACTION, 0.1, -0.1, -0.1)).get(0);
        assertThat(open.state()).isEqualTo(Drawdowns.Drawdown.State.OPEN);
        assertThat(open.end()).isEqualTo(START.plusDays(2));
        assertThat(open.trough()).isEqualTo(START.plusDays(2));
        assertThat(open.periods()).isEqualTo(2);
    }

    @Test
    void monthsBeginWithTheirFirstReturn() {
        TimeSeries returns = TimeSeries.of(
                DateIndex.of(
                        LocalDate.of(2024, 1, 30),
                        LocalDate.of(2024, 1, 31),
                        LocalDate.of(2024, 2, 1),
                        LocalDate.of(2025, 2, 3)),
                new double[] {0.1, 0.1, -0.5, 0.25},
                Unit.FRACTION);
        List<MonthlyReturn> months = MonthlyReturn.of(returns);
        assertThat(months)
                .extracting(MonthlyReturn::month)
                .containsExactly(YearMonth.of(2024, 1), YearMonth.of(2024, 2), YearMonth.of(2025, 2));
        assertThat(months).extracting(MonthlyReturn::observations).containsExactly(2, 1, 1);
        assertThat(months.get(0).value().percent()).isCloseTo(21, within(1e-12));
        // January, February and the year 2024: 1.21 x 0.5 - 1.
        List<String> rows = MonthlyReturn.table(months).lines().toList();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).matches("2024 +21\\.00 +-50\\.00 +-39\\.50");
        assertThat(rows.get(2)).matches("2025 +25\\.00 +25\\.00");
        assertThat(rows.get(2).indexOf("25.00")).isEqualTo(rows.get(1).indexOf("-50.00") + 1);
        assertThat(MonthlyReturn.of(returns.slice(0, 0))).isEmpty();
    }

    @Test
    void relativePerformanceByHand() {
        double[] own = {0.02, -0.01, 0.03, 0};
        double[] other = {0.01, -0.02, 0.01, 0};
        // Deviations of the benchmark 0.01, -0.02, 0.01, 0; of the own 0.01, -0.02, 0.02, -0.01 about 0.01.
        assertThat(RelativePerformance.beta(own, other)).isCloseTo(0.0007 / 0.0006, within(1e-12));
        assertThat(RelativePerformance.alpha(own, other)).isCloseTo(0.01, within(1e-15));
        // Differences 0.01, 0.01, 0.02, 0: mean 0.01, deviation sqrt(2/3) %.
        double deviation = 0.01 * Math.sqrt(2 / 3.0);
        assertThat(RelativePerformance.trackingError(own, other, 4)).isCloseTo(2 * deviation, within(1e-15));
        assertThat(RelativePerformance.informationRatio(own, other, 4)).isCloseTo(0.02 / deviation, within(1e-12));
        assertThat(RelativePerformance.upCapture(own, other, 2))
                .isCloseTo((1.02 * 1.03 - 1) / (1.01 * 1.01 - 1), within(1e-12));
        assertThat(RelativePerformance.downCapture(own, other, 1)).isCloseTo(0.5, within(1e-12));
        assertThat(RelativePerformance.cumulativeCapture(own, other, b -> b >= 0))
                .isCloseTo((1.02 * 1.03 - 1) / (1.01 * 1.01 - 1), within(1e-12));
        assertThat(RelativePerformance.upCapture(own, new double[] {0, 0, -0.1, 0}, 1))
                .isNaN();
        assertThat(RelativePerformance.beta(own, new double[4])).isNaN();
        assertThatThrownBy(() -> RelativePerformance.beta(own, new double[3]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RelativePerformance.beta(own, new double[] {0, 0, 0, -2}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RelativePerformance.trackingError(new double[1], new double[1], 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RelativePerformance.informationRatio(own, new double[5], 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void returnsAreCompoundedBetweenCommonDates() {
        TimeSeries daily = series(Unit.FRACTION, 0.1, 0.1, 0.1, 0.2, -0.5);
        TimeSeries other = TimeSeries.of(
                DateIndex.of(START, START.plusDays(2), START.plusDays(3), START.plusDays(9)),
                new double[] {0, 0, 0, 0},
                Unit.FRACTION);
        TimeSeries common = CommonPeriods.of(daily, other);
        assertThat(common.dates()).isEqualTo(DateIndex.of(START, START.plusDays(2), START.plusDays(3)));
        assertThat(common.value(0)).isEqualTo(0.1);
        assertThat(common.value(1)).isCloseTo(0.21, within(1e-15));
        assertThat(common.value(2)).isEqualTo(0.2);
        // The two do not begin on one day: the first period may be a longer one.
        TimeSeries later = CommonPeriods.of(daily.slice(1, 5), other);
        assertThat(later.values().toArray()).containsExactly(Double.NaN, 0.2);
        TimeSeries otherwise = CommonPeriods.of(daily, other.slice(1, 4));
        assertThat(otherwise.values().toArray()).containsExactly(Double.NaN, 0.2);
        assertThat(CommonPeriods.of(daily, other.slice(3, 4)).size()).isZero();
    }

    @Test
    void fourReturnsMakeARegime() {
        TimeSeries returns = series(Unit.FRACTION, 0.01, 0.02, 0.01, 0.03, 0.01, 0.02, 0.01);
        DateIndex labelled = DateIndex.of(START.minusDays(1), START.plusDays(2));
        RegimeSplit split = RegimeSplit.of(returns, labelled, List.of("three", "four"), TearSheetOptions.tradingDays());
        assertThat(split.parts()).extracting(RegimeSplit.Part::regime).containsExactly("four");
        assertThat(split.parts().get(0).sheet().observations()).isEqualTo(4);
        assertThat(split.tooFew()).containsOnlyKeys("three").containsEntry("three", 3);
        assertThat(split.unlabelled()).isZero();
        assertThatThrownBy(() -> RegimeSplit.of(returns, labelled, List.of("one"), TearSheetOptions.tradingDays()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RegimeSplit.of(
                        series(Unit.PRICE, 1, 2), labelled, List.of("a", "b"), TearSheetOptions.tradingDays()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void volatilityTargetsAreAboveZero() {
        PositionRule sign = new PositionRule.Sign();
        ExAnteVolatility volatility = ExAnteVolatility.PUBLISHED;
        for (double largest : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new PositionRule.VolatilityTargeted(sign, Rate.ofPercent(10), volatility, largest))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new PositionRule.VolatilityTargeted(sign, Rate.ZERO, volatility, 1))
                .isInstanceOf(IllegalArgumentException.class);
        PositionRule.VolatilityTargeted rule =
                new PositionRule.VolatilityTargeted(sign, Rate.ofPercent(10), volatility, 0.5);
        // Closes that do not move have no volatility, and no position; small moves are cut at the largest one.
        double[] flat = {100, 100, 100, 100};
        double[] scores = {1, 1, 1, 1};
        assertThat(rule.positions(flat, scores)).containsOnly(0);
        double[] close = {100, 100.01, 100, 100.01, 100};
        double[] both = {1, 1, 1, 1, -1};
        double[] positions = rule.positions(close, both);
        assertThat(positions[3]).isEqualTo(0.5);
        assertThat(positions[4]).isEqualTo(-0.5);
    }

    @Test
    void aWalkTakesTheBetterOfTwoInEachTraining() {
        // Rises by 1 % a day with a pause each fifth, and falls likewise from the thirtieth close on.
        double[] closes = new double[60];
        closes[0] = 100;
        for (int i = 1; i < 60; i++) {
            double move = i % 5 == 0 ? 0 : i < 30 ? 0.01 : -0.01;
            closes[i] = closes[i - 1] * (1 + move);
        }
        TimeSeries series = series(Unit.PRICE, closes);
        double[] long1 = new double[60];
        Arrays.fill(long1, 1);
        double[] short1 = new double[60];
        Arrays.fill(short1, -1);
        List<Strategy> variants = List.of(
                new Strategy("short", close -> Arrays.copyOf(short1, close.length), new PositionRule.Sign(), Rate.ZERO),
                new Strategy("long", close -> Arrays.copyOf(long1, close.length), new PositionRule.Sign(), Rate.ZERO));
        WalkForward.Options options =
                WalkForward.Options.withDefaults().withLengths(15, 15).withWindow(WalkForward.Options.Kind.ROLLING);
        WalkForward walk = WalkForward.of(series, variants, options);
        assertThat(walk.choices()).extracting(WalkForward.Choice::strategy).containsExactly("long", "long", "short");
        assertThat(walk.choices())
                .extracting(WalkForward.Choice::decided)
                .containsExactly(START.plusDays(14), START.plusDays(29), START.plusDays(44));
        assertThat(walk.choices()).extracting(WalkForward.Choice::observations).containsExactly(14, 14, 14);
        WalkForward expanding =
                WalkForward.of(series, variants, options.withWindow(WalkForward.Options.Kind.EXPANDING));
        assertThat(expanding.choices())
                .extracting(WalkForward.Choice::observations)
                .containsExactly(14, 29, 44);
        // Forty-four days hold 22 rises and 12 falls, less two that are not traded yet.
        assertThat(expanding.choices())
                .extracting(WalkForward.Choice::strategy)
                .containsExactly("long", "long", "long");
        assertThat(walk.trials()).extracting(WalkForward.Trial::timesChosen).containsExactly(1, 2);
        assertThat(walk.outOfSample().dates().first()).isEqualTo(START.plusDays(15));
        // Long until the 46th close, when short is traded; what was decided at the 44th is held from the 46th on.
        assertThat(walk.outOfSample().value(1)).isCloseTo(closes[16] / closes[15] - 1, within(1e-15));
        assertThat(walk.outOfSample().value(59 - 15)).isCloseTo(-(closes[59] / closes[58] - 1), within(1e-15));
        assertThatThrownBy(() -> options.withLengths(9, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withLengths(10, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(options.withLengths(10, 1).training()).isEqualTo(10);
    }

    /** Blocks as long as the sample are the sample, wherever they begin: every draw has its sum. */
    @Test
    void aBlockOfAllDaysIsTheSample() {
        double[][] columns = {{1, 2, 4, 8, 16}, {1, 1, 1, 1, 1}};
        BlockBootstrap whole = new BlockBootstrap(columns, 5, 50, 7);
        assertThat(whole.estimate(sums -> sums[0])).isEqualTo(new ModelRecord.Estimate(31, 31, 31));
        // Days keep together, and each draw has five of them.
        BlockBootstrap parts = new BlockBootstrap(columns, 2, 200, 7);
        assertThat(parts.estimate(sums -> sums[1])).isEqualTo(new ModelRecord.Estimate(5, 5, 5));
        ModelRecord.Estimate sum = parts.estimate(sums -> sums[0]);
        assertThat(sum.value()).isEqualTo(31);
        assertThat(sum.low()).isBetween(5.0, 31.0);
        assertThat(sum.high()).isBetween(31.0, 80.0);
        ModelRecord.Estimate none = parts.estimate(sums -> sums[0] > 20 ? sums[0] : Double.NaN);
        assertThat(none.low()).isNaN();
        assertThat(IntStream.range(0, 2).mapToObj(i -> new BlockBootstrap(columns, 2, 200, 7).estimate(s -> s[0])))
                .containsOnly(sum);
    }

    @Test
    void aBacktestOfNoReturnsSaysSo() {
        TimeSeries none = TimeSeries.of(DateIndex.EMPTY, new double[0], Unit.FRACTION);
        assertThat(new Backtest(none, none, none, none, Rate.ZERO)).hasToString("Backtest of no returns");
    }
}
