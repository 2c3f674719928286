package io.github.macroregime.examples.law;

import io.github.macroregime.core.io.SeriesCatalog;
import io.github.macroregime.core.linear.Cholesky;
import io.github.macroregime.core.linear.Qr;
import io.github.macroregime.core.linear.SymmetricEigen.LargestEigenvalue;
import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Fill;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.LeastSquares;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.Regression;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.CalendarWindow;
import io.github.macroregime.core.window.DatedStatistic;
import io.github.macroregime.core.window.Decay;
import io.github.macroregime.core.window.Expanding;
import io.github.macroregime.core.window.Missing;
import io.github.macroregime.core.window.PairStatistic;
import io.github.macroregime.core.window.RunningCorrelations;
import io.github.macroregime.core.window.Statistic;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.credit.DateSpan;
import io.github.macroregime.credit.Driver;
import io.github.macroregime.credit.Driver.ExpectedSign;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.Lookback;
import io.github.macroregime.credit.Lookback.Episode;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.Severity;
import io.github.macroregime.credit.band.SwitchPolicy;
import io.github.macroregime.equities.breadth.Breadth;
import io.github.macroregime.fixture.Bindings;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.EffectiveRule;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.rates.path.PathCalibrator;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.risk.QuoteRisk;
import io.github.macroregime.regime.changepoint.ChangePoints.RunLengthPrior;
import io.github.macroregime.regime.changepoint.Cusum;
import io.github.macroregime.regime.curve.CreditRates;
import io.github.macroregime.regime.curve.CurveHistory;
import io.github.macroregime.regime.curve.CurveMoves;
import io.github.macroregime.regime.curve.CurveOptions;
import io.github.macroregime.regime.curve.CurvePair;
import io.github.macroregime.regime.cycle.MomentumCycle;
import io.github.macroregime.regime.drivers.DriverHistory;
import io.github.macroregime.regime.drivers.DriverModel;
import io.github.macroregime.regime.drivers.DriverModel.Group;
import io.github.macroregime.regime.hmm.HmmOptions;
import io.github.macroregime.regime.hmm.HmmParameters;
import io.github.macroregime.regime.macro.QuadrantOptions;
import io.github.macroregime.regime.report.StatesPart.AssetStates;
import io.github.macroregime.regime.sheet.BasketSheet;
import io.github.macroregime.regime.sheet.EventMatrix;
import io.github.macroregime.regime.sheet.RateSheet;
import io.github.macroregime.regime.signal.Crossover;
import io.github.macroregime.regime.signal.Extension;
import io.github.macroregime.regime.signal.Macd;
import io.github.macroregime.regime.signal.PastReturn;
import io.github.macroregime.regime.signal.Rsi;
import io.github.macroregime.regime.signal.Signal;
import io.github.macroregime.regime.signal.TrendSignature;
import io.github.macroregime.regime.signal.TrendStatistic;
import io.github.macroregime.regime.state.HindsightGap;
import io.github.macroregime.regime.state.MarkovChain;
import io.github.macroregime.regime.state.StateFitter;
import io.github.macroregime.regime.state.WalkForwardStates;
import io.github.macroregime.regime.strategy.Evaluation;
import io.github.macroregime.regime.strategy.PositionRule;
import io.github.macroregime.regime.strategy.Scores;
import io.github.macroregime.regime.strategy.Strategy;
import io.github.macroregime.regime.strategy.TearSheetOptions;
import io.github.macroregime.regime.strategy.WalkForward;
import io.github.macroregime.regime.strength.Strength;
import io.github.macroregime.regime.strength.StrengthBoard;
import io.github.macroregime.regime.strength.StrengthBoardOptions;
import io.github.macroregime.regime.strength.StrengthModel;
import io.github.macroregime.regime.switching.SwitchingModel;
import io.github.macroregime.regime.switching.SwitchingOptions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One value or a few of each type that functions on series take beside them. */
final class Samples {

    private static final LocalDate DAY = LocalDate.of(2020, 1, 2);
    private static final Matrix COVARIANCE =
            Matrix.copyOf(new double[][] {{0.04, 0.01, 0}, {0.01, 0.09, 0.02}, {0, 0.02, 0.16}});
    private static final double[] SQUARE = {2, 0.5, 0, 0.5, 2, 0.5, 0, 0.5, 2};

    private Samples() {}

    static Bindings all() {
        return regime(equities(credit(rates(core(new Bindings())))));
    }

    private static Bindings rates(Bindings bindings) {
        OvernightIndex effr = OvernightIndex.effr();
        LocalDate today = LocalDate.of(2025, 7, 22);
        List<Meeting> meetings = MeetingCalendar.of(
                        EffectiveRule.NEXT_BUSINESS_DAY,
                        BusinessDays.newYorkFed(),
                        LocalDate.of(2025, 7, 30),
                        LocalDate.of(2025, 9, 17),
                        LocalDate.of(2025, 10, 29))
                .upcoming(today);
        List<Quote> quotes = List.of(
                Quote.current(effr, Rate.ofPercent(4.33)),
                Quote.of(DatedOis.between(effr, meetings.get(0), meetings.get(1)), Rate.ofPercent(4.3319)),
                Quote.of(DatedOis.between(effr, meetings.get(1), meetings.get(2)), Rate.ofPercent(4.1826)),
                Quote.of(
                        new DatedOis(effr, meetings.get(2).effective(), LocalDate.of(2025, 12, 11)),
                        Rate.ofPercent(4.0538)));
        PathCalibrator calibrator = PathCalibrator.compile(PathFrame.of(today, effr, meetings), quotes);
        return bindings.with(PathCalibrator.class, calibrator)
                .with(
                        QuoteRisk.class,
                        new QuoteRisk(quotes.subList(0, 1), Doubles.of(10), Matrix.copyOf(new double[][] {{1}})));
    }

    private static Bindings core(Bindings bindings) {
        return bindings.with(int.class, 5)
                .with(boolean.class, true, false)
                .with(long.class, 400L)
                .with(int[].class, new int[] {4, 8, 16})
                .with(double.class, 0.5)
                .with(Probability.class, Probability.percent(20))
                .with(Rate.class, Rate.ofPercent(2))
                .with(Unit.class, Unit.FRACTION)
                .with(Period.class, Period.ofMonths(1))
                .with(
                        Window.class,
                        Window.of(20),
                        Window.of(10).withMinimumCount(3).withMissing(Missing.SKIP))
                .with(Missing.class, Missing.SKIP, Missing.STRICT, Missing.carry(3))
                .with(Fill.class, Fill.carry(3), Fill.constant(7))
                .with(Fill.Carry.class, Fill.carry(3))
                .with(Fill.Constant.class, Fill.constant(7))
                .with(PublicationLag.class, PublicationLag.days(12))
                .with(Source.class, Source.synthetic("law"))
                .with(LocalDateTime.class, DAY.atTime(PublicationLag.EVENING))
                .with(
                        SeriesCatalog.Entry.class,
                        new SeriesCatalog.Entry(
                                "A",
                                "a series that is never above 0.1",
                                Unit.FRACTION,
                                PublicationLag.days(1),
                                PublishedSeries.MaxAge.days(1),
                                List.of(new SeriesCatalog.Range(LocalDate.EPOCH, 0, 0.1))))
                .with(DoubleUnaryOperator.class, (DoubleUnaryOperator) x -> 2 * x + 1)
                .with(DoubleBinaryOperator.class, (DoubleBinaryOperator) (x, y) -> x * y)
                .with(UnaryOperator.class, UnaryOperator.identity())
                .with(Executor.class, (Executor) Runnable::run)
                .with(Cholesky.class, Cholesky.of(SQUARE, 3).orElseThrow())
                .with(Qr.class, Qr.of(SQUARE.clone(), 3, 3))
                .with(LargestEigenvalue.class, new LargestEigenvalue(3))
                .with(Matrix.class, COVARIANCE)
                .with(Doubles.class, Doubles.of(0.4, 0.6))
                .with(
                        Regression.class,
                        LeastSquares.withIntercept(new double[] {1, 2, 4, 3, 7}, new double[][] {{1, 2, 3, 4, 5}})
                                .orElseThrow())
                .with(Matrix.Rows.class, Matrix.Rows.of(9, 3))
                .with(Decay.class, Decay.halfLife(9))
                .with(Expanding.class, Expanding.from(5))
                .with(CalendarWindow.class, CalendarWindow.months(1))
                .with(PercentileRank.class, PercentileRank.MID, PercentileRank.STRICT, PercentileRank.WEAK)
                .with(
                        DatedStatistic.class,
                        CalendarWindow.months(1).mean(),
                        Window.of(5).zScore())
                .with(Statistic.class, Window.of(5).mean(), Decay.halfLife(3).mean(), new Rsi(4))
                .with(
                        PairStatistic.class,
                        Window.of(20).correlation(),
                        Decay.halfLife(9).beta())
                .with(RunningCorrelations.class, RunningCorrelations.of(3, Window.of(5)));
    }

    private static Bindings credit(Bindings bindings) {
        return bindings.with(
                        Lookback.class,
                        Lookback.expanding(),
                        Lookback.slots(40),
                        Lookback.observations(30),
                        Lookback.years(1),
                        Lookback.since(DAY.minusMonths(9)),
                        Lookback.weighted(0.98))
                .with(Lookback.Slots.class, Lookback.slots(40))
                .with(Lookback.Observations.class, Lookback.observations(30))
                .with(Lookback.Calendar.class, Lookback.years(1))
                .with(Lookback.Expanding.class, Lookback.expanding())
                .with(Lookback.Since.class, Lookback.since(DAY.minusMonths(9)))
                .with(Lookback.Weighted.class, Lookback.weighted(0.98))
                .with(
                        Lookback.Excluding.class,
                        new Lookback.Excluding(
                                Lookback.expanding(), List.of(new Episode("a squeeze", DateSpan.ofDay(DAY)))))
                .with(DateSpan.class, DateSpan.ofYear(2019))
                .with(Instrument.class, new Instrument.Cdx("CDX IG 5Y"))
                .with(Driver.class, Driver.price("price", (TimeSeries)
                        Scene.of(List.of()).series(TimeSeries.class, 5)))
                .with(ExpectedSign.class, ExpectedSign.values()[0])
                .with(
                        Bands.class,
                        Bands.between(
                                List.of("tight", "usual", "wide"),
                                List.of(Severity.BENIGN, Severity.NEUTRAL, Severity.ALARM),
                                List.of(Rate.ofPercent(2.4), Rate.ofPercent(2.6))))
                .with(SwitchPolicy.class, SwitchPolicy.DESK, SwitchPolicy.IMMEDIATE);
    }

    private static Bindings equities(Bindings bindings) {
        return bindings.with(Breadth.Options.class, Breadth.Options.withDefaults());
    }

    private static Bindings regime(Bindings bindings) {
        MarkovChain chain = MarkovChain.ofTwoStates(0.9, 0.8);
        HmmParameters parameters =
                HmmParameters.stationary(chain, Doubles.of(0.001, -0.002), Doubles.of(0.0001, 0.0004));
        StrengthModel model = StrengthModel.withDefaults();
        Strategy strategy = Strategy.of(new Rsi(5), new PositionRule.Sign(), Rate.ofPercent(0.01));
        return bindings.with(MarkovChain.class, chain)
                .with(HmmParameters.class, parameters)
                .with(HmmOptions.class, HmmOptions.withDefaults())
                .with(StateFitter.class, HmmOptions.withDefaults())
                .with(SwitchingOptions.class, SwitchingOptions.ofMeans())
                .with(
                        SwitchingModel.class,
                        SwitchingOptions.ofMeans()
                                .fit(Scene.of(List.of("returns")).columns()[0])
                                .orElseThrow())
                .with(RunLengthPrior.class, RunLengthPrior.withDefaults())
                .with(Cusum.Options.class, Cusum.Options.withDefaults(0, 0.01))
                .with(CurveOptions.class, CurveOptions.withDefaults())
                .with(CurvePair.class, new CurvePair("pair", "A", "B"))
                .with(QuadrantOptions.class, QuadrantOptions.withDefaults())
                .with(TrendSignature.Linear.class, new PastReturn(5, 1).signature(10))
                .with(Signal.class, new Rsi(5))
                .with(Macd.class, new Macd(3, 6, 4, Macd.Seed.ALIGNED_MEANS), new Macd(3, 6, 4, Macd.Seed.OWN_MEANS))
                .with(Extension.class, new Extension(10))
                .with(PastReturn.class, new PastReturn(8, 2))
                .with(TrendStatistic.class, new TrendStatistic(20, 2))
                .with(Crossover.class, Crossover.DEFAULT)
                .with(PositionRule.class, new PositionRule.Sign())
                .with(Scores.class, strategy.scores())
                .with(Strategy.class, strategy)
                .with(TearSheetOptions.class, TearSheetOptions.tradingDays())
                .with(
                        WalkForward.Options.class,
                        WalkForward.Options.withDefaults().withLengths(100, 20))
                .with(MomentumCycle.class, new MomentumCycle(40, 8))
                .with(Evaluation.class, Evaluation.withDefaults().withHorizon(5))
                .with(
                        DriverModel.class,
                        DriverModel.of(Change.LOGARITHMIC, Group.of("one", "A", "B"), Group.of("two", "C"))
                                .withFits(40, 5, 2))
                .with(StrengthModel.class, model)
                .with(Map.class, Map.of())
                .with(String.class, "A", "B")
                .with(LocalDate.class, DAY)
                .with(
                        RateSheet.Scenarios.class,
                        new RateSheet.Scenarios(
                                "A",
                                "B",
                                "C",
                                DAY,
                                CreditRates.Regime.FLIGHT,
                                List.of(1, 2, 3, 4, 5),
                                List.of(0.1, 0.2, 0.3, 0.4, 0.5)))
                .with(
                        EventMatrix.Coming.class,
                        new EventMatrix.Coming(
                                "CPI",
                                DAY.plusYears(9),
                                DateIndex.copyOf(List.of(DAY.minusDays(304), DAY.minusDays(213)))))
                .with(
                        BasketSheet.Blend.class,
                        new BasketSheet.Blend(
                                series("long").named("index"), series("yields"), 0.5, 8, Rate.ofPercent(4)))
                .with(
                        CurveHistory.class,
                        CurveMoves.history("pair", series("yields"), series("yields"), CurveOptions.withDefaults()))
                .with(
                        DriverHistory.class,
                        DriverModel.of(Change.LOGARITHMIC, Group.of("one", "A"))
                                .withFits(40, 5, 2)
                                .walk(
                                        series("prices"),
                                        Panel.onAllDates(series("prices").named("A"))))
                .with(AssetStates.class, states(series("prices")))
                .with(
                        StrengthBoard.class,
                        StrengthBoard.of(Map.of("A", series("long"), "B", series("long"), "C", series("long"))))
                .with(StrengthBoardOptions.class, StrengthBoardOptions.withDefaults())
                .with(BiFunction.class, (BiFunction<String, TimeSeries, Optional<Strength>>) (asset, closes) ->
                        StrengthModel.withDefaults().last(closes.values().toArray()))
                .with(Function.class, (Function<LocalDate, Optional<String>>)
                        date -> Optional.of(date.getDayOfMonth() % 2 == 0 ? "even" : "odd"));
    }

    private static AssetStates states(TimeSeries prices) {
        TimeSeries returns = prices.change(Change.LOGARITHMIC, 1).dropMissing();
        HmmOptions model = HmmOptions.withDefaults().withStarts(1);
        WalkForwardStates<HmmParameters> walked =
                WalkForwardStates.filter(returns.values().toArray(), model, 40, 200);
        return new AssetStates("A", returns.dates(), walked, new HindsightGap(0, 0, 0, 0), List.of());
    }

    private static TimeSeries series(String input) {
        return (TimeSeries) Scene.of(List.of(input)).series(TimeSeries.class, 5);
    }
}
