package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.curve.CurveMoves;
import io.github.macroregime.regime.drivers.DriverWalk;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.outlook.CatalystCalendar.Catalyst;
import io.github.macroregime.regime.outlook.VolatilityPremium;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.sheet.BasketSheet;
import io.github.macroregime.regime.sheet.DriverSheet;
import io.github.macroregime.regime.sheet.EventMatrix;
import io.github.macroregime.regime.sheet.LevelSheet;
import io.github.macroregime.regime.sheet.PairSheet;
import io.github.macroregime.regime.sheet.RateSheet;
import io.github.macroregime.regime.sheet.RecordSheet;
import io.github.macroregime.regime.sheet.SectorSheet;
import io.github.macroregime.regime.sheet.Sheet;
import io.github.macroregime.regime.sheet.VolatilitySheet;
import io.github.macroregime.regime.strategy.Evaluation;
import io.github.macroregime.regime.strategy.ModelRecord;
import io.github.macroregime.regime.strategy.SharpeRecord;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sheets of one topic: sectors, baskets, pairs, rates, implied volatility, events, levels or records.
 *
 * @param topic what they are about
 * @param sheets the sheets, at least one
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record SheetPart(Topic topic, List<Sheet> sheets, Map<String, Evidence> inputs) implements MacroPart {

    private static final String SYNTHETIC = " (SYNTHETIC)";

    static final List<Topic> TOPICS = List.of(
            Topic.SECTORS,
            Topic.BASKET,
            Topic.PAIRS,
            Topic.RATES,
            Topic.VOLATILITY,
            Topic.EVENT_MATRIX,
            Topic.DRIVERS,
            Topic.LADDER,
            Topic.RECORDS);

    private static final int MONTH = 21;
    private static final int YEAR = 252;
    private static final int FIVE_YEARS = 1260;
    private static final int MOST_NAMES = 12;
    private static final int DRIVER_AGE_DAYS = 10;
    private static final double INDEX_WEIGHT = 0.5;
    private static final double DURATION = 8;

    public SheetPart {
        Require.components(SheetPart.class, topic, sheets, inputs);
        sheets = List.copyOf(sheets);
        inputs = Evidence.copyOf(inputs);
    }

    static Optional<SheetPart> read(Topic topic, DayInputs at) {
        List<Sheet> sheets = switch (topic) {
            case SECTORS -> sectors(at);
            case BASKET -> baskets(at);
            case PAIRS -> pairs(at);
            case RATES -> rates(at);
            case VOLATILITY -> volatility(at);
            case EVENT_MATRIX -> events(at);
            case DRIVERS -> drivers(at);
            case RECORDS -> records(at);
            default -> ladders(at);
        };
        return sheets.isEmpty() ? Optional.empty() : Optional.of(new SheetPart(topic, sheets, at.evidence()));
    }

    private static List<Sheet> sectors(DayInputs at) {
        Optional<NamedSeries> index = index(at, "sectors are not held against it");
        List<SectorSheet.Sector> sectors = index.stream()
                .flatMap(base -> at.all(MarketInput.Sector.class).stream()
                        .flatMap(each ->
                                SectorSheet.sector(each.closes().series().named(each.name()), base, at.date())
                                        .stream()))
                .filter(each -> at.isRecent(each.asOf()))
                .toList();
        if (sectors.isEmpty()) {
            at.lacks("50 closes of sectors with the index", "sectors over twenty days are left out");
            return List.of();
        }
        return List.of(SectorSheet.of(index.orElseThrow().name(), sectors, prices(at, index.orElseThrow())));
    }

    /** What the price was made of over a quarter and a year of the multiple's months. */
    private static List<SectorSheet.PriceSplit> prices(DayInputs at, NamedSeries index) {
        List<SectorSheet.PriceSplit> splits = new ArrayList<>();
        for (EconomyInput.Premium each : at.all(EconomyInput.Premium.class)) {
            NamedSeries multiple = each.priceToEarnings()
                    .series()
                    .dropMissing()
                    .named(each.priceToEarnings().name());
            TimeSeries price = monthly(index.series(), multiple.series().dates());
            Stream.of(3, 12)
                    .flatMap(months -> SectorSheet.split(price, multiple, months).stream())
                    .filter(split -> each.priceToEarnings().isRecent(split.to(), at.date()))
                    .forEach(splits::add);
        }
        if (splits.isEmpty()) {
            at.lacks("a recent price-earnings ratio", "the price is not split into earnings and multiple");
        }
        return splits;
    }

    /** The mean close of the month of each ratio, which is dated on the first of its month or on the day before. */
    private static TimeSeries monthly(TimeSeries closes, DateIndex dates) {
        double[] means = dates.stream()
                .map(day -> day.plusDays(1).withDayOfMonth(1))
                .map(month -> closes.between(month, month.plusMonths(1)).dropMissing())
                .mapToDouble(month -> month.isEmpty()
                        ? Double.NaN
                        : Moments.mean(month.values().toArray()))
                .toArray();
        return TimeSeries.of(dates, means, closes.unit());
    }

    private static List<Sheet> baskets(DayInputs at) {
        List<MacroQuestion.EquityGroup> groups = at.all(MacroQuestion.EquityGroup.class).stream()
                .filter(each -> each.assets().size() <= MOST_NAMES)
                .toList();
        Optional<NamedSeries> index = index(at, "baskets are not held against it");
        if (groups.isEmpty() || index.isEmpty()) {
            at.lacks("a basket of up to " + MOST_NAMES + " names and an index", "no sheet of its names");
            return List.of();
        }
        BasketSheet.Blend blend =
                new BasketSheet.Blend(index.get(), tenYear(at), INDEX_WEIGHT, DURATION, overnight(at));
        Map<String, VolatilityPremium> premiums = new LinkedHashMap<>();
        monthPremiums(at).forEach(each -> premiums.put(each.asset(), each.premium()));
        List<MarketInput.Contributions> contributions = at.all(MarketInput.Contributions.class).stream()
                .filter(each -> each.report().date().equals(at.date()))
                .toList();
        List<Sheet> sheets = new ArrayList<>();
        for (MacroQuestion.EquityGroup group : groups) {
            List<NamedSeries> names = names(group, at);
            BasketSheet.of(group.name(), names, blend, premiums, EquityGroups.without(group, contributions), at.date())
                    .ifPresent(sheets::add);
            if (names.stream().noneMatch(each -> premiums.containsKey(each.name()))) {
                at.lacks("implied volatilities of " + group.name(), "its sheet shows no premium of its names");
            }
            if (EquityGroups.without(group, contributions).isEmpty()) {
                at.lacks(
                        "contributions that list all of " + group.name(),
                        "its share of the move and the index without it are left out");
            }
        }
        return sheets;
    }

    private static List<NamedSeries> names(MacroQuestion.EquityGroup group, DayInputs at) {
        String consequence = "it is not in the sheet of " + group.name();
        Map<String, PublishedSeries> sectors = new LinkedHashMap<>();
        at.all(MarketInput.Sector.class).forEach(each -> sectors.put(each.name(), each.closes()));
        return group.assets().stream()
                .flatMap(name -> Optional.ofNullable(sectors.get(name))
                        .map(sector -> at.recent(sector, "close of " + name, consequence)
                                .map(closes -> closes.named(name)))
                        .orElseGet(() -> at.closes(name, consequence))
                        .stream())
                .toList();
    }

    private static List<Sheet> pairs(DayInputs at) {
        Optional<NamedSeries> stocks = ofClass(at, "equities");
        Optional<NamedSeries> bonds = ofClass(at, "treasuries");
        Optional<NamedSeries> crypto = ofClass(at, "crypto");
        NamedSeries volatility = at.all(MacroQuestion.ImpliedVolatility.class).stream()
                .filter(each -> each.days() == MONTH)
                .filter(each -> stocks.filter(index -> index.name().equals(each.asset()))
                        .isPresent())
                .flatMap(each -> levels(each, at, "pairs are not held against it").stream())
                .findFirst()
                .orElse(TimeSeries.of(DateIndex.EMPTY, new double[0], Unit.PERCENT)
                        .named("implied volatility"));
        List<PairSheet.Pair> maps = stocks.stream()
                .flatMap(first ->
                        bonds.stream().flatMap(second -> PairSheet.pair(first, second, volatility, at.date()).stream()))
                .toList();
        List<PairSheet.Race> races = crypto.stream()
                .flatMap(first -> stocks.stream().flatMap(base -> PairSheet.race(first, base, at.date()).stream()))
                .toList();
        if (maps.isEmpty() && races.isEmpty()) {
            at.lacks("stocks with bonds or bitcoin", "their pairs are left out");
            return List.of();
        }
        return List.of(new PairSheet(maps, races));
    }

    private static List<Sheet> rates(DayInputs at) {
        Optional<RatesInput.Yield> ten = at.yieldOf("10y");
        Optional<TimeSeries> yields = ten.map(each -> each.levels().series().dropMissing());
        List<RateSheet.Sensitivity> sensitivities = new ArrayList<>();
        yields.ifPresent(yield -> at.all(MarketInput.Asset.class).stream()
                .flatMap(each -> RateSheet.sensitivity(
                        each.closes().series().named(each.name()),
                        yield,
                        at.date(),
                        at.options().windows().sensitivityDays())
                        .stream())
                .filter(each -> at.isRecent(each.asOf()))
                .forEach(sensitivities::add));
        if (sensitivities.isEmpty()) {
            at.lacks("a ten-year yield with closes of assets", "rate sensitivity is left out");
            return List.of();
        }
        List<MacroQuestion.Axes> axes = at.all(MacroQuestion.Axes.class);
        List<RateSheet.Scenarios> scenarios = axes.stream()
                .flatMap(each -> at
                        .closes(each.asset(), "its scenarios are left out")
                        .flatMap(closes -> RateSheet.scenarios(
                                closes,
                                each.duration().series().named(each.duration().name()),
                                each.credit().series().named(each.credit().name()),
                                at.date(),
                                2 * YEAR))
                        .stream())
                .filter(each -> at.isRecent(each.asOf()))
                .toList();
        return List.of(RateSheet.of(ten.orElseThrow().name(), sensitivities, scenarios, backdrop(at, axes)));
    }

    private static Optional<Chart> backdrop(DayInputs at, List<MacroQuestion.Axes> axes) {
        Optional<RatesInput.Yield> two = at.yieldOf("2y");
        Optional<RatesInput.Yield> ten = at.yieldOf("10y");
        return axes.stream()
                .filter(each -> two.isPresent() && ten.isPresent())
                .findFirst()
                .flatMap(each -> RateSheet.backdrop(
                                each.credit().series().named(each.credit().name()),
                                CurveMoves.history(
                                        "2s10s",
                                        tail(two.orElseThrow().levels().series(), 2 * YEAR),
                                        tail(ten.orElseThrow().levels().series(), 2 * YEAR),
                                        at.options().curve()),
                                at.date(),
                                YEAR / 2)
                        .map(chart -> chart.withSource(each.credit().source().toString())));
    }

    private static List<Sheet> volatility(DayInputs at) {
        List<VolatilitySheet.Entry> entries = premiums(at);
        if (entries.isEmpty()) {
            at.lacks("an index of implied volatility with its asset", "no volatility premium");
            return List.of();
        }
        return List.of(new VolatilitySheet(entries, comparisons(at)));
    }

    private static List<VolatilitySheet.Comparison> comparisons(DayInputs at) {
        List<MacroQuestion.ImpliedVolatility> indices = at.all(MacroQuestion.ImpliedVolatility.class);
        List<VolatilitySheet.Comparison> comparisons = new ArrayList<>();
        indices.stream().map(MacroQuestion.ImpliedVolatility::asset).distinct().forEach(asset -> {
            List<NamedSeries> curve = indices.stream()
                    .filter(each -> each.asset().equals(asset))
                    .sorted(Comparator.comparing(MacroQuestion.ImpliedVolatility::days))
                    .flatMap(each -> levels(each, at, "it is not held against other volatilities").stream())
                    .toList();
            for (int i = 1; i < curve.size(); i++) {
                VolatilitySheet.term(curve.get(i - 1), curve.get(i), at.date(), FIVE_YEARS)
                        .ifPresent(comparisons::add);
            }
        });
        List<MacroQuestion.ImpliedVolatility> months =
                indices.stream().filter(each -> each.days() == MONTH).toList();
        months.stream()
                .skip(1)
                .forEach(each -> levels(months.get(0), at, "not held against others")
                        .flatMap(first -> levels(each, at, "not held against others")
                                .flatMap(other ->
                                        VolatilitySheet.correlation(first, other, at.date(), 3 * MONTH, FIVE_YEARS)))
                        .ifPresent(comparisons::add));
        for (MacroQuestion.EquityGroup group : at.all(MacroQuestion.EquityGroup.class)) {
            List<NamedSeries> names = months.stream()
                    .filter(each -> group.assets().contains(each.asset()))
                    .filter(each -> group.assets().size() <= MOST_NAMES)
                    .flatMap(each -> levels(each, at, "it is not among its peers").stream())
                    .toList();
            if (names.size() > 1) {
                VolatilitySheet.dispersion(group.name(), names, at.date(), FIVE_YEARS).stream()
                        .forEach(comparisons::add);
            }
        }
        return comparisons.stream().filter(each -> at.isRecent(each.asOf())).toList();
    }

    /** The last of the levels of an index, as many as are looked at. */
    private static Optional<NamedSeries> levels(
            MacroQuestion.ImpliedVolatility each, DayInputs at, String consequence) {
        return at.recent(each.levels(), each.levels().name(), consequence)
                .map(levels ->
                        tail(levels, FIVE_YEARS + YEAR).named(each.levels().name()));
    }

    /** The premiums of options that run a month. */
    private static Stream<VolatilitySheet.Entry> monthPremiums(DayInputs at) {
        return premiums(at).stream().filter(each -> each.premium().window() == MONTH);
    }

    private static List<VolatilitySheet.Entry> premiums(DayInputs at) {
        return at.once(VolatilitySheet.Entry.class, SheetPart::readPremiums);
    }

    private static List<VolatilitySheet.Entry> readPremiums(DayInputs at) {
        List<VolatilitySheet.Entry> entries = new ArrayList<>();
        for (MacroQuestion.ImpliedVolatility each : at.all(MacroQuestion.ImpliedVolatility.class)) {
            Unit unit = each.levels().series().unit();
            int kept = FIVE_YEARS + 2 * each.days();
            TimeSeries levels = tail(each.levels().series(), kept);
            Optional<RatesInput.Yield> yield = at.yieldOf(each.asset());
            yield.map(of -> VolatilityPremium.ofYield(
                            tail(of.levels().series(), kept), levels, at.date(), each.days(), YEAR, FIVE_YEARS))
                    .orElseGet(() -> at.closes(each.asset(), "its volatility premium is left out")
                            .flatMap(closes -> VolatilityPremium.on(
                                    tail(closes.series(), kept), levels, at.date(), each.days(), YEAR, FIVE_YEARS)))
                    .filter(reading -> at.isRecent(reading.asOf()))
                    .ifPresentOrElse(
                            reading -> entries.add(new VolatilitySheet.Entry(
                                    each.asset(), each.levels().name(), unit, reading)),
                            () -> at.lacks(
                                    "a recent level of " + each.levels().name(),
                                    "the volatility premium of " + each.asset() + " is left out"));
        }
        return entries;
    }

    private static List<Sheet> events(DayInputs at) {
        List<EventMatrix.Coming> coming = Stream.concat(
                        at.all(EconomyInput.Events.class).stream().flatMap(each -> coming(each, at)),
                        at.all(EconomyInput.Release.class).stream().flatMap(each -> coming(each, at).stream()))
                .toList();
        Map<String, Rate> implied = new LinkedHashMap<>();
        monthPremiums(at)
                .forEach(each -> implied.put(each.asset(), each.premium().implied()));
        Optional<EventMatrix> matrix = EventMatrix.of(coming, classes(at), implied, at.date());
        if (matrix.isEmpty()) {
            at.lacks("coming events with past ones and assets", "events are not held against assets");
        }
        return List.copyOf(matrix.stream().toList());
    }

    private static Stream<EventMatrix.Coming> coming(EconomyInput.Events events, DayInputs at) {
        return events.calendar().events().stream()
                .map(Catalyst::kind)
                .distinct()
                .flatMap(kind -> events.calendar().next(kind, at.firstAhead()).stream()
                        .map(next -> new EventMatrix.Coming(
                                kind, next.date(), events.calendar().datesOf(kind))));
    }

    /** The next release of a series and those before, by the agency's calendar. */
    private static Optional<EventMatrix.Coming> coming(EconomyInput.Release release, DayInputs at) {
        TimeSeries levels = release.levels().series().dropMissing();
        if (levels.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDate> past = levels.dates().stream()
                .flatMap(day -> released(release, day))
                .filter(day -> !day.isAfter(at.date()))
                .distinct()
                .sorted()
                .toList();
        LocalDate last = levels.dates().last();
        LocalDate reference = last.plusMonths(1);
        Optional<LocalDate> next = released(release, reference).findFirst();
        if (next.filter(day -> day.isBefore(at.firstAhead())).isPresent()) {
            reference = last.plusMonths(2);
            next = released(release, reference).findFirst();
        }
        if (next.isEmpty()) {
            at.lacks("a date of the next " + release.name(), "it is not held against assets");
        } else if (isPostponed(release, reference, next.get(), levels.dates())) {
            at.lacks(
                    "the day on which the postponed date of the next " + release.name() + " was announced",
                    "it is not held against assets");
            return Optional.empty();
        }
        return next.map(day -> new EventMatrix.Coming(release.levels().name(), day, DateIndex.copyOf(past)));
    }

    /** Whether a release came later by a week than each of the last 24, so that its date was not known in advance. */
    private static boolean isPostponed(
            EconomyInput.Release release, LocalDate reference, LocalDate day, DateIndex references) {
        boolean isPlan = release.levels()
                .lag()
                .known(reference)
                .filter(known -> known.basis() == PublicationLag.Basis.SCHEDULED)
                .isPresent();
        long usual = references.slice(Math.max(0, references.size() - 24), references.size()).stream()
                .flatMap(each -> released(release, each).map(on -> ChronoUnit.DAYS.between(each, on)))
                .max(Comparator.naturalOrder())
                .orElse(Long.MAX_VALUE - 7);
        return !isPlan && ChronoUnit.DAYS.between(reference, day) > usual + 7;
    }

    private static Stream<LocalDate> released(EconomyInput.Release release, LocalDate reference) {
        return release.levels().lag().known(reference).flatMap(PublicationLag.Known::releaseDate).stream();
    }

    private static List<Sheet> drivers(DayInputs at) {
        List<DriverSheet.Entry> entries = new ArrayList<>();
        for (MacroQuestion.Drivers each :
                at.allOrGap(MacroQuestion.Drivers.class, "an asset with groups of drivers", "no driver model")) {
            at.yieldOf(each.asset())
                    .map(yield -> at.recent(yield.levels(), yield.name(), "its driver model is left out")
                            .map(levels -> levels.named(yield.name()))
                            .flatMap(levels -> ofYield(each, levels, at)))
                    .orElseGet(() -> at.closes(each.asset(), "its driver model is left out")
                            .flatMap(closes -> entry(each, closes, Unit.PERCENT, closes.series(), 1, at)))
                    .ifPresentOrElse(
                            entries::add,
                            () -> at.lacks(
                                    "enough drivers of " + each.asset() + " for a fit",
                                    "its driver model is left out"));
        }
        return entries.isEmpty() ? List.of() : List.of(new DriverSheet(entries));
    }

    private static Optional<DriverSheet.Entry> ofYield(MacroQuestion.Drivers asked, NamedSeries yield, DayInputs at) {
        TimeSeries note = DriverSheet.note(yield.series(), parDuration(yield));
        return entry(asked, yield, Unit.BASIS_POINTS, note, -1, at);
    }

    private static Optional<DriverSheet.Entry> entry(
            MacroQuestion.Drivers asked, NamedSeries target, Unit unit, TimeSeries held, int side, DayInputs at) {
        Walked walked = walked(asked, target, side, at);
        int days = walked.targets(target);
        Evaluation protocol =
                Evaluation.withDefaults().withHorizon(asked.model().horizon());
        TimeSeries scores = walked.scores().until(target.series().dates().last());
        DayInputs.Trial trial = new DayInputs.Trial("drivers", target.name(), held, scores, protocol);
        at.keeps(trial);
        return walked.walk().reading(days).map(reading -> {
            Optional<SharpeRecord> record = at.sharpe(trial);
            return new DriverSheet.Entry(
                    target.name(),
                    unit,
                    reading,
                    walked.walk().judged(days),
                    walked.walk().rSquared(days),
                    record.stream().toList(),
                    record.stream()
                            .map(each -> DriverSheet.earned(target.name(), held, scores, protocol))
                            .toList());
        });
    }

    /**
     * The whole record of every model up to the end of the month before, after which too few calls have matured to change
     * it: the days of a month share it.
     */
    private static List<Sheet> records(DayInputs at) {
        LocalDate end = at.monthEnd();
        List<ModelRecord> records = at.trials().stream()
                .map(trial -> trial.until(end))
                .flatMap(trial -> at
                        .histories()
                        .of(
                                List.of(Topic.RECORDS, trial.model(), trial.asset()),
                                trial,
                                Object::equals,
                                DayInputs.Trial::whole)
                        .stream())
                .toList();
        if (records.isEmpty()) {
            at.lacks("a model with 60 scored closes until " + end, "no record of a model");
            return List.of();
        }
        return List.of(new RecordSheet(records));
    }

    /**
     * A model walked over what was known of each driver on each day of the target.
     *
     * @param walk the walk
     * @param first the day from which on all drivers are there
     * @param scores of each day, positive where what is held is said to rise
     */
    private record Walked(DriverWalk walk, LocalDate first, TimeSeries scores) {

        int targets(NamedSeries target) {
            DateIndex dates = target.series().dates();
            return dates.size() - dates.insertion(first);
        }
    }

    /** The walk over the longest past; a look before the evening does not yet know all that a day published. */
    private static Walked walked(MacroQuestion.Drivers asked, NamedSeries target, int side, DayInputs at) {
        List<TimeSeries> past = Stream.concat(
                        Stream.of(target.series()), asked.drivers().stream().map(PublishedSeries::series))
                .toList();
        return at.options().hour().isBefore(PublicationLag.EVENING)
                ? walk(asked, target, side)
                : at.histories()
                        .of(
                                List.of(Topic.DRIVERS, target.name(), asked.model()),
                                past,
                                SheetPart::isBeginning,
                                longer -> walk(asked, target, side));
    }

    /** Whether histories of the first begin with those of the second: no driver has come in between. */
    private static boolean isBeginning(List<TimeSeries> longer, List<TimeSeries> past) {
        return Histories.begins(longer, past)
                && IntStream.range(0, past.size())
                        .allMatch(i -> isUnobserved(past.get(i)) == isUnobserved(longer.get(i)));
    }

    private static boolean isUnobserved(TimeSeries series) {
        return series.values().missingCount() == series.size();
    }

    private static Walked walk(MacroQuestion.Drivers asked, NamedSeries target, int side) {
        List<NamedSeries> drivers = asked.drivers().stream()
                .map(each -> each.lag().byPublication(each.series()).named(each.name()))
                .toList();
        LocalDate first = drivers.stream()
                .map(each -> each.series().dropMissing())
                .filter(each -> !each.isEmpty())
                .map(each -> each.dates().first())
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        TimeSeries all = target.series();
        TimeSeries closes = all.slice(all.dates().insertion(first), all.size());
        DriverWalk walk = asked.model().walked(closes, Panel.asOf(closes.dates(), DRIVER_AGE_DAYS, drivers));
        return new Walked(walk, first, walk.whole().scores().times(side));
    }

    /** The modified duration of a note at par at the last level of its yield, named by its years. */
    static double parDuration(NamedSeries yield) {
        double years =
                yield.name().endsWith("y") ? Integer.parseInt(yield.name().replace("y", "")) : 0.25;
        double level = yield.series().last().value();
        double discount = StrictMath.pow(1 + level / 2, -2 * years);
        return Math.abs(level) < 1e-6 ? years : (1 - discount) / level;
    }

    private static List<Sheet> ladders(DayInputs at) {
        List<LevelSheet.Ladder> ladders = classes(at).stream()
                .flatMap(each -> LevelSheet.of(each, at.date()).stream())
                .toList();
        if (ladders.isEmpty()) {
            at.lacks("22 closes of an asset class", "levels around the close are left out");
            return List.of();
        }
        return List.of(new LevelSheet(ladders));
    }

    private static Optional<NamedSeries> index(DayInputs at, String consequence) {
        return at.all(MacroQuestion.AssetClass.class).stream()
                .findFirst()
                .flatMap(each -> at.closes(each.asset(), consequence));
    }

    private static Optional<NamedSeries> ofClass(DayInputs at, String name) {
        return at.all(MacroQuestion.AssetClass.class).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .flatMap(each -> at.closes(each.asset(), "its pairs are left out"));
    }

    private static List<NamedSeries> classes(DayInputs at) {
        return at.closes(
                at.all(MacroQuestion.AssetClass.class).stream()
                        .map(MacroQuestion.AssetClass::asset)
                        .distinct()
                        .toList(),
                "its events and levels are left out");
    }

    private static TimeSeries tenYear(DayInputs at) {
        return at.yieldOf("10y")
                .map(each -> each.levels().series())
                .orElse(TimeSeries.of(DateIndex.EMPTY, new double[0], Unit.PERCENT));
    }

    private static Rate overnight(DayInputs at) {
        return at.all(RatesInput.Overnight.class).stream()
                .flatMap(each -> each.rates().series().dropMissing().latest().stream())
                .map(latest -> Rate.ofDecimal(latest.value()))
                .findFirst()
                .orElseGet(() -> {
                    at.lacks("an overnight rate", "cash earns nothing in the sheets of baskets");
                    return Rate.ZERO;
                });
    }

    private static TimeSeries tail(TimeSeries series, int count) {
        return DayInputs.last(series.dropMissing(), count);
    }

    @Override
    public List<MacroStatement> statements() {
        return sheets.stream()
                .flatMap(sheet -> sheet.said().stream())
                .map(this::statement)
                .toList();
    }

    private MacroStatement statement(Sheet.Said said) {
        Evidence evidence = evidence(said.inputs());
        boolean isSynthetic =
                evidence.sources().stream().anyMatch(each -> each.provenance() == Source.Provenance.SYNTHETIC);
        return new MacroStatement(
                topic,
                said.subject() + (isSynthetic && !said.subject().contains(SYNTHETIC) ? SYNTHETIC : ""),
                said.state(),
                said.sentence(),
                new Figure(said.value(), said.unit()),
                said.definition(),
                Sample.of(said.n(), said.counted()),
                said.observed(),
                evidence);
    }

    @Override
    public Section section() {
        return new Section(
                topic.id(),
                topic.title(),
                all(sheets.stream().map(Sheet::lead)),
                all(sheets.stream().map(Sheet::tables)),
                all(sheets.stream().map(Sheet::charts)),
                all(sheets.stream().map(Sheet::notes)).stream().toList());
    }

    private static <T> List<T> all(Stream<List<T>> lists) {
        return lists.flatMap(Collection::stream).toList();
    }
}
