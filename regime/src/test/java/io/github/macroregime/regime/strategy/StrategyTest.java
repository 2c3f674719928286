package io.github.macroregime.regime.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.GoldenTable;
import io.github.macroregime.regime.signal.ChannelPosition;
import io.github.macroregime.regime.signal.ExAnteVolatility;
import io.github.macroregime.regime.signal.PastReturn;
import io.github.macroregime.regime.strategy.TearSheetOptions.Dialect;
import io.github.macroregime.regime.strength.StrengthModel;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrategyTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final TimeSeries CLOSES =
            daily(GoldenTable.read("regime/series.csv").numbers("es_close"));
    private static final List<Strategy> VARIANTS = List.of(
            Strategy.of(new PastReturn(21, 0), new PositionRule.Sign(), Rate.ofBasisPoints(2)),
            Strategy.of(new PastReturn(63, 0), new PositionRule.Sign(), Rate.ofBasisPoints(2)),
            Strategy.of(new ChannelPosition(55), new PositionRule.Scaled(), Rate.ofBasisPoints(2)));

    private static TimeSeries daily(double... values) {
        int first = (int) START.toEpochDay();
        return TimeSeries.of(
                DateIndex.ofEpochDays(
                        IntStream.range(first, first + values.length).toArray()),
                values,
                Unit.PRICE);
    }

    // Decided 1 at the first close, traded at the second (cost 1 % of one unit), earns 10 % from the second to the
    // third.
    @Test
    void aPositionIsTradedAtTheNextCloseAndEarnsFromThen() {
        Backtest backtest = Backtest.of(daily(100, 200, 220, 110), new double[] {1, 0, 0, 0}, Rate.ofPercent(1));

        assertThat(backtest.held().values().toArray()).containsExactly(0, 1, 0);
        assertThat(backtest.net().value(0)).isEqualTo(-0.01);
        assertThat(backtest.gross().value(1)).isCloseTo(0.10, within(1e-15));
        assertThat(backtest.net().value(1)).isCloseTo(0.09, within(1e-15));
        assertThat(backtest.net().value(2)).isZero();
        assertThat(backtest.turnover(3)).isEqualTo(2);
        assertThat(backtest.exposure()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(backtest.timeInMarket()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(backtest.toString()).contains("3 returns");
    }

    @Test
    void daysBeforeTheFirstTradeAreLeftOut() {
        Backtest backtest =
                Backtest.of(daily(100, 101, 102, 101, 103), new double[] {0, 0, 1, 1, 1}, Rate.ofPercent(1));

        Backtest traded = backtest.sinceFirstTrade();

        // Decided at the third close, traded at the fourth, whose return pays for it.
        assertThat(traded.net().dates().first()).isEqualTo(START.plusDays(3));
        assertThat(traded.net().value(0)).isEqualTo(-0.01);
        assertThat(traded.gross().value(1)).isEqualTo(backtest.gross().value(3));
        assertThat(traded.sinceFirstTrade()).isEqualTo(traded);
        Backtest idle = Backtest.of(daily(100, 101, 102), new double[3], Rate.ZERO);
        assertThat(idle.sinceFirstTrade()).isEqualTo(idle);
    }

    @Test
    void aBacktestsSheetSaysWhatWasHeldAndTraded() {
        Backtest backtest =
                Backtest.of(daily(100, 101, 102, 101, 103, 104), new double[] {1, 1, -0.5, 0, 0, 0}, Rate.ofPercent(1));
        TearSheetOptions year = TearSheetOptions.of(10);

        TearSheet sheet = backtest.tearSheet(year);

        // Held 0, 1, 1, -0.5, 0: traded 1 + 1.5 + 0.5 in five periods, ten periods a year.
        assertThat(sheet.number(TearSheetLine.TURNOVER)).hasValue(6);
        assertThat(sheet.number(TearSheetLine.EXPOSURE)).hasValue(0.5);
        assertThat(sheet.rate(TearSheetLine.TIME_IN_MARKET)).hasValue(Rate.ofPercent(60));
        assertThat(sheet.toString()).contains("turnover", "n = 5, effective ");
        assertThat(backtest.tearSheet(year.withDialect(Dialect.EMPYRICAL)).number(TearSheetLine.TURNOVER))
                .isEmpty();
    }

    /** A position opened at the last close is paid for, so it is traded. */
    @Test
    void turnoverHasTheLastTradeThatNetHasPaid() {
        Backtest backtest = Backtest.of(daily(100, 101, 102, 103), new double[] {0, 0, 1, 0}, Rate.ofPercent(1));

        assertThat(backtest.traded().values().toArray()).containsExactly(0, 0, 1);
        assertThat(backtest.net().value(2)).isEqualTo(-0.01);
        assertThat(backtest.turnover(3)).isEqualTo(1);
    }

    /** Short through a rise of 115.6 %: all capital is gone on that day, and the text says on which. */
    @Test
    void ruinEndsABacktestAndIsNamed() {
        Backtest backtest = Backtest.of(
                daily(100, 100, 90, 194.04, 100, 50, 40), new double[] {-1, -1, -1, -1, -1, -1, -1}, Rate.ZERO);

        assertThat(backtest.net().values().toArray()).containsExactly(0, 1 - 0.9, -1, 0, 0, 0);
        assertThat(backtest.held().values().toArray()).containsExactly(0, -1, -1, 0, 0, 0);
        assertThat(backtest.ruin()).hasValue(START.plusDays(3));
        assertThat(backtest.toString()).contains("net -100.00 %", "ruined on 2024-01-04");
        assertThat(backtest.tearSheet(TearSheetOptions.of(252)).rate(TearSheetLine.TOTAL_RETURN))
                .hasValue(Rate.ofPercent(-100));
        assertThat(Backtest.of(daily(100, 101, 102), new double[3], Rate.ZERO).ruin())
                .isEmpty();
    }

    @Test
    void rulesMakePositionsOfScores() {
        double[] close = {100, 101, 100, 102};
        double[] scores = {Double.NaN, 0.4, -0.6, 0};

        assertThat(new PositionRule.Sign().positions(close, scores)).containsExactly(0, 1, -1, 0);
        assertThat(new PositionRule.Scaled().positions(close, scores)).containsExactly(0, 0.4, -0.6, 0);
        assertThat(new PositionRule.LongOnly(new PositionRule.Sign()).positions(close, scores))
                .containsExactly(0, 1, 0, 0);
        PositionRule targeted = new PositionRule.VolatilityTargeted(
                new PositionRule.Sign(), Rate.ofPercent(10), ExAnteVolatility.PUBLISHED, 2);
        double sigma = ExAnteVolatility.PUBLISHED.over(close)[2];
        assertThat(targeted.positions(close, scores)[2]).isEqualTo(Math.max(-2, -0.10 / sigma));
    }

    @Test
    void returnsDoNotChangeWhenTheFutureIsCutOff() {
        Strategy strategy = Strategy.of(StrengthModel.withDefaults(), new PositionRule.Scaled(), Rate.ofBasisPoints(1));

        Backtest whole = strategy.over(CLOSES);
        Backtest cut = strategy.over(CLOSES.slice(0, 450));

        assertThat(cut.net()).isEqualTo(whole.net().slice(0, 449));
    }

    @Test
    void aWalkForwardSeesNoFuture() {
        WalkForward.Options options = WalkForward.Options.withDefaults().withLengths(200, 50);

        WalkForward whole = WalkForward.of(CLOSES, VARIANTS, options);
        WalkForward cut = WalkForward.of(CLOSES.slice(0, 450), VARIANTS, options);

        assertThat(whole.choices().subList(0, cut.choices().size())).isEqualTo(cut.choices());
        // The last return pays for a trade that the cut series cannot know to be the last.
        int compared = cut.outOfSample().size() - 1;
        assertThat(cut.outOfSample().slice(0, compared))
                .isEqualTo(whole.outOfSample().slice(0, compared));
        assertThat(whole.variantsTried()).isEqualTo(3);
        assertThat(whole.deflatedSharpe())
                .isBetween(
                        0.0,
                        whole.sheet().number(TearSheetLine.PROBABILISTIC_SHARPE).orElseThrow());
        assertThat(whole.toString()).contains("8 choices among 3 variants", "n = 199, effective ");
        assertThat(whole.sheet().number(TearSheetLine.DEFLATED_SHARPE)).hasValue(whole.deflatedSharpe());
        assertThat(whole.sheet().number(TearSheetLine.TURNOVER)).isPresent();
        assertThat(whole.choices().get(1).observations()).isEqualTo(249);
        assertThat(whole.trials())
                .extracting(WalkForward.Trial::strategy)
                .containsExactly("return 21-0", "return 63-0", "channel 55");
        assertThat(whole.trials().stream()
                        .mapToInt(WalkForward.Trial::timesChosen)
                        .sum())
                .isEqualTo(8);
        // What one variant earns alone over the tested time is its own backtest from there.
        double[] alone =
                VARIANTS.get(2).over(CLOSES).net().values().slice(199, 599).toArray();
        assertThat(whole.trials().get(2).testedSharpe()).isEqualTo(Performance.sharpe(alone, 252, 0));
        assertThat(whole.trials().get(2).observations()).isEqualTo(400);
        assertThat(whole.toString()).contains("channel 55           tested alone: Sharpe ");
    }

    @Test
    void oneVariantWalksAsItself() {
        WalkForward walk = WalkForward.of(
                CLOSES,
                VARIANTS.subList(0, 1),
                WalkForward.Options.withDefaults().withLengths(100, 30).withWindow(WalkForward.Options.Kind.ROLLING));
        TimeSeries own = VARIANTS.get(0).over(CLOSES).net();

        int size = walk.outOfSample().size();
        assertThat(walk.outOfSample().slice(1, size - 1)).isEqualTo(own.slice(own.size() - size + 1, own.size() - 1));
        assertThat(walk.outOfSample().value(0)).isEqualTo(-0.0002);
    }

    @Test
    void aReturnBelongsToTheRegimeKnownBeforeIt() {
        TimeSeries returns = daily(0.5, 0.01, 0.02, 0.03, 0.04, -0.01, -0.02, -0.03, -0.04, 0.2)
                .through(UnaryOperator.identity(), Unit.FRACTION);
        DateIndex labelled = DateIndex.of(START, START.plusDays(4), START.plusDays(8));

        RegimeSplit split =
                RegimeSplit.of(returns, labelled, List.of("calm", "storm", "end"), TearSheetOptions.tradingDays());

        assertThat(split.unlabelled()).isEqualTo(1);
        assertThat(split.tooFew()).containsOnlyKeys("end").containsEntry("end", 1);
        assertThat(split.parts()).extracting(RegimeSplit.Part::regime).containsExactly("calm", "storm");
        assertThat(split.parts().get(0).sheet().rate(TearSheetLine.WORST)).hasValue(Rate.ofPercent(1));
        assertThat(split.parts().get(1).sheet().rate(TearSheetLine.BEST)).hasValue(Rate.ofPercent(-1));
        assertThat(split.toString()).contains("calm", "storm", "too few returns: end, 1");
        // Four returns of 1, 2, 3 and 4 %: 252 times 2.5 % a year, the root of 252 times a deviation of 1.29 %.
        assertThat(split.toString().lines().toList().get(1).split(" +"))
                .startsWith("calm", "4")
                .contains("630.00", "20.49", "30.74", "100.0", "1.00");
    }

    @Test
    void refusesWhatCannotBeTraded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backtest.of(daily(1, 2), new double[] {0, Double.NaN}, Rate.ZERO))
                .withMessageContaining("2024-01-02");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backtest.of(daily(1, 2, 3), new double[] {0, 1}, Rate.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WalkForward.of(CLOSES, List.of(), WalkForward.Options.withDefaults()));
    }
}
