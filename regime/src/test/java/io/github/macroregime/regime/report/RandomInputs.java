package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.CardSetup;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.Severity;
import io.github.macroregime.regime.drivers.DriverModel;
import io.github.macroregime.regime.hmm.HmmOptions;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.EconomyInput.MoneyParts;
import io.github.macroregime.regime.input.EconomyInput.PublishedIndex;
import io.github.macroregime.regime.input.EconomyInput.QuadrantSource;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MacroQuestion.AssetBasket;
import io.github.macroregime.regime.input.MacroQuestion.AssetClass;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.input.RatesInput.RealYield;
import io.github.macroregime.regime.macro.FinancialConditions;
import io.github.macroregime.regime.macro.FinancialConditions.Input.Tightening;
import io.github.macroregime.regime.macro.Quadrant;
import io.github.macroregime.regime.macro.QuadrantOptions;
import io.github.macroregime.regime.outlook.CatalystCalendar;
import io.github.macroregime.regime.outlook.CatalystCalendar.Catalyst;
import io.github.macroregime.regime.outlook.EquityPremium;
import io.github.macroregime.regime.outlook.Positioning;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Inputs of every kind from random walks, of which everything after a date can be changed. */
final class RandomInputs {

    static final LocalDate FIRST = LocalDate.of(2010, 1, 4);
    static final int DAYS = 700;

    static final MacroOptions OPTIONS = MacroOptions.withDefaults()
            .withStates(new MacroOptions.States(
                    HmmOptions.withDefaults().withStarts(1).withMaxIterations(20), 300, 150));

    private static final Source WALK = Source.synthetic("random walk");

    private final Random random;
    private final UnaryOperator<TimeSeries> change;

    /** What is done to each series before it becomes an input. */
    RandomInputs(long seed, UnaryOperator<TimeSeries> change) {
        this.random = new Random(seed);
        this.change = change;
    }

    static DateIndex weekdays(int count) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = FIRST; days.size() < count; day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.add(day);
            }
        }
        return DateIndex.copyOf(days);
    }

    private static DateIndex every(int stepDays, int count, LocalDate first) {
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            days.add(first.plusDays((long) stepDays * i));
        }
        return DateIndex.copyOf(days);
    }

    private static DateIndex months(int count, LocalDate first) {
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            days.add(first.plusMonths(i));
        }
        return DateIndex.copyOf(days);
    }

    /** A positive random walk. */
    private TimeSeries walk(DateIndex dates, double start, double deviation, Unit unit) {
        double[] values = new double[dates.size()];
        double log = Math.log(start);
        for (int i = 0; i < values.length; i++) {
            log += deviation * random.nextGaussian();
            values[i] = Math.exp(log);
        }
        return change.apply(TimeSeries.of(dates, values, unit));
    }

    MacroInputs inputs() {
        DateIndex days = weekdays(DAYS);
        DateIndex weeks = every(7, DAYS / 5 + 2, FIRST);
        DateIndex months = months(150, FIRST.minusMonths(110).withDayOfMonth(1));
        Bands bands = Bands.of(
                Band.below("tight", Rate.ofBasisPoints(100), Severity.BENIGN),
                Band.from("wide", Rate.ofBasisPoints(100), Severity.ALARM));
        TimeSeries spread = walk(days, 0.01, 0.02, Unit.BASIS_POINTS);
        TimeSeries ten = walk(days, 0.03, 0.02, Unit.PERCENT);
        return MacroInputs.of(
                new QuadrantSource.Final(
                        "output and prices",
                        late("output", walk(months, 100, 0.01, Unit.PRICE), 45),
                        late("prices", walk(months, 100, 0.01, Unit.PRICE), 45),
                        QuadrantOptions.withDefaults(),
                        120),
                new QuadrantSource.Revised(
                        "first releases",
                        vintages(months),
                        vintages(months),
                        QuadrantOptions.withDefaults(),
                        120,
                        PublicationLag.Basis.RELEASED,
                        WALK),
                new MoneyParts(
                        late("assets", walk(weeks, 8e12, 0.01, Unit.MILLIONS_OF_DOLLARS), 1),
                        late("account", walk(weeks, 6e11, 0.05, Unit.MILLIONS_OF_DOLLARS), 1),
                        late("repurchases", walk(days, 2e11, 0.05, Unit.BILLIONS_OF_DOLLARS), 0)),
                new PublishedIndex(late("stress", walk(weeks, 1, 0.1, Unit.SCORE), 5)),
                new EconomyInput.Conditions(
                        "spread and yield",
                        List.of(
                                new EconomyInput.Conditions.Part(daily("spread", spread), Tightening.HIGHER),
                                new EconomyInput.Conditions.Part(daily("yield", ten), Tightening.HIGHER)),
                        FinancialConditions.Weights.EQUAL,
                        100),
                new RatesInput.Yield(daily("3m", walk(days, 0.02, 0.02, Unit.PERCENT))),
                new RatesInput.Yield(daily("2y", walk(days, 0.025, 0.02, Unit.PERCENT))),
                new RatesInput.Yield(daily("10y", ten)),
                new RealYield(
                        "10y",
                        daily("real", walk(days, 0.01, 0.02, Unit.PERCENT)),
                        daily("break-even", walk(days, 0.02, 0.02, Unit.PERCENT))),
                new RatesInput.Overnight(daily("EFFR", walk(days, 0.02, 0.01, Unit.PERCENT))),
                new MarketInput.Credit(
                        new Instrument.CashOas("IG"), daily("IG", spread), CardSetup.withDefaults(bands)),
                new MarketInput.Sector(daily("Energy", walk(days, 50, 0.01, Unit.PRICE))),
                new MarketInput.Sector(daily("Technology", walk(days, 80, 0.01, Unit.PRICE))),
                new MarketInput.Sector(daily("Utilities", walk(days, 30, 0.005, Unit.PRICE))),
                new MarketInput.Asset(daily("Stocks", walk(days, 100, 0.01, Unit.PRICE))),
                new MarketInput.Asset(daily("Bonds", walk(days, 100, 0.005, Unit.PRICE))),
                new MarketInput.Asset(daily("Gold", walk(days, 100, 0.01, Unit.PRICE))),
                new AssetClass("equities", "Stocks", Set.of(Quadrant.GOLDILOCKS, Quadrant.REFLATION)),
                new AssetClass("duration", "Bonds", Set.of(Quadrant.DEFLATION)),
                new AssetClass("gold", "Gold", Set.of(Quadrant.STAGFLATION)),
                new AssetBasket("all three", List.of("Stocks", "Bonds", "Gold")),
                new AssetBasket("two", List.of("Stocks", "Gold")),
                new MacroQuestion.Driver("Bonds", daily("10y", ten), Change.DIFFERENCE),
                new MacroQuestion.Axes("Bonds", daily("10y", ten), daily("IG", spread)),
                new EconomyInput.Premium(
                        EquityPremium.Definition.CAPE_LESS_REAL,
                        new PublishedSeries(
                                "ratio",
                                walk(months, 25, 0.03, Unit.PRICE),
                                WALK,
                                PublicationLag.days(2),
                                MaxAge.days(62)),
                        daily("yield of the premium", walk(days, 0.01, 0.02, Unit.PERCENT)),
                        3),
                new MarketInput.Traders("index futures", "funds", positions(), WALK),
                new MacroQuestion.State("Stocks"),
                new EconomyInput.Events(
                        new CatalystCalendar(List.of(
                                Catalyst.scheduled(FIRST.plusDays(100), "FOMC", 2),
                                Catalyst.scheduled(FIRST.plusDays(142), "FOMC", 2),
                                Catalyst.scheduled(FIRST.plusDays(750), "FOMC", 2))),
                        "Stocks",
                        WALK),
                new MarketInput.Level(daily("10y", ten), Change.DIFFERENCE),
                new MarketInput.Level(daily("oil", walk(days, 60, 0.02, Unit.PRICE)), Change.RELATIVE),
                new RatesInput.Funding(
                        daily("SOFR", walk(days, 0.02, 0.01, Unit.PERCENT)),
                        daily("lower limit", walk(days, 0.02, 0.01, Unit.PERCENT)),
                        daily("upper limit", walk(days, 0.0225, 0.01, Unit.PERCENT)),
                        List.of(daily("on reserves", walk(days, 0.0215, 0.01, Unit.PERCENT)))),
                new MarketInput.Opens(daily("Stocks", walk(days, 100, 0.01, Unit.PRICE))),
                new MacroQuestion.EquityGroup("Equities", List.of("Stocks", "Gold", "Energy", "Technology"), List.of()),
                new MacroQuestion.ImpliedVolatility("Stocks", daily("VIX", walk(days, 0.2, 0.03, Unit.PERCENT)), 21),
                new MacroQuestion.ImpliedVolatility("Stocks", daily("VIX3M", walk(days, 0.2, 0.02, Unit.PERCENT)), 63),
                new MacroQuestion.ImpliedVolatility(
                        "10y", daily("MOVE", walk(days, 0.008, 0.03, Unit.BASIS_POINTS)), 21),
                new MacroQuestion.Drivers(
                        "Stocks",
                        DriverModel.of(Change.LOGARITHMIC, DriverModel.Group.of("rates", "10y", "not there"))
                                .withFits(120, 20, 0),
                        List.of(daily("10y", ten))));
    }

    private static PublishedSeries daily(String name, TimeSeries series) {
        return PublishedSeries.daily(name, series, WALK);
    }

    private static PublishedSeries late(String name, TimeSeries series, int days) {
        return new PublishedSeries(name, series, WALK, PublicationLag.days(days), MaxAge.days(20));
    }

    // As many numbers are drawn whether the series is cut or not, so that what follows stays the same.
    private Vintages vintages(DateIndex months) {
        TimeSeries levels = walk(months, 100, 0.01, Unit.PRICE);
        Map<LocalDate, TimeSeries> vintages = new TreeMap<>();
        for (int i = 60; i < months.size(); i += 3) {
            double revision = 1 + 0.001 * random.nextGaussian();
            if (i < levels.size()) {
                vintages.put(levels.date(i).plusDays(40), levels.slice(0, i + 1).times(revision));
            }
        }
        return Vintages.ofSnapshots(vintages, Unit.PRICE);
    }

    private List<Positioning.Report> positions() {
        TimeSeries longs = walk(every(7, DAYS / 5 + 2, FIRST.plusDays(1)), 1000, 0.05, Unit.COUNT);
        List<Positioning.Report> reports = new ArrayList<>();
        for (int i = 0; i < longs.size(); i++) {
            reports.add(Positioning.Report.ofTuesday(longs.date(i), longs.value(i), 900, 5000));
        }
        return reports;
    }
}
