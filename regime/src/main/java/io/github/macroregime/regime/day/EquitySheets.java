package io.github.macroregime.regime.day;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.breadth.WithoutBasket;
import io.github.macroregime.equities.contribution.Basket;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.outlook.VolatilityPremium;
import io.github.macroregime.regime.sheet.BasketSheet;
import io.github.macroregime.regime.sheet.SectorSheet;
import io.github.macroregime.regime.sheet.Sheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Sheets of sectors and of baskets of equities. */
public final class EquitySheets {

    private static final int MOST_NAMES = 12;

    private static final double INDEX_WEIGHT = 0.5;
    private static final double DURATION = 8;

    private EquitySheets() {}

    /**
     * Sectors against the index, and what its price was made of.
     *
     * @param at what is seen on the day
     * @return the sheets, none where the inputs do not allow one; what they lack is named
     */
    public static List<Sheet> sectors(DayInputs at) {
        Optional<NamedSeries> index = at.index("sectors are not held against it");
        List<SectorSheet.Sector> sectors = index.stream()
                .flatMap(base -> at.all(MarketInput.Sector.class).stream()
                        .flatMap(each -> LeftOut.ifRefused(
                                at,
                                each.name() + " is not among the sectors",
                                () -> SectorSheet.sector(each.closes().series().named(each.name()), base, at.date()))
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
                    .flatMap(months -> LeftOut.ifRefused(
                            at,
                            "the price is not split over " + months + " months",
                            () -> SectorSheet.split(price, multiple, months))
                            .stream())
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

    /**
     * One sheet for each basket of a few names.
     *
     * @param at what is seen on the day
     * @return the sheets, none where the inputs do not allow one; what they lack is named
     */
    public static List<Sheet> baskets(DayInputs at) {
        List<MacroQuestion.EquityGroup> groups = at.all(MacroQuestion.EquityGroup.class).stream()
                .filter(each -> each.assets().size() <= MOST_NAMES)
                .toList();
        Optional<NamedSeries> index = at.index("baskets are not held against it");
        if (groups.isEmpty() || index.isEmpty()) {
            at.lacks("a basket of up to " + MOST_NAMES + " names and an index", "no sheet of its names");
            return List.of();
        }
        BasketSheet.Blend blend =
                new BasketSheet.Blend(index.get(), tenYear(at), INDEX_WEIGHT, DURATION, overnight(at));
        Map<String, VolatilityPremium> premiums = new LinkedHashMap<>();
        VolatilitySheets.monthPremiums(at).forEach(each -> premiums.put(each.asset(), each.premium()));
        List<MarketInput.Contributions> contributions = at.all(MarketInput.Contributions.class).stream()
                .filter(each -> each.report().date().equals(at.date()))
                .toList();
        List<Sheet> sheets = new ArrayList<>();
        for (MacroQuestion.EquityGroup group : groups) {
            List<NamedSeries> names = names(group, at).stream()
                    .flatMap(name -> LeftOut.ifRefused(
                            at,
                            name.name() + " is not in the sheet of " + group.name(),
                            () -> Optional.of(blend.sharedDates(name, at.date()))
                                    .map(dates -> name))
                            .stream())
                    .toList();
            LeftOut.ifRefused(
                            at,
                            "the sheet of " + group.name() + " is left out",
                            () -> BasketSheet.of(
                                    group.name(), names, blend, premiums, without(group, contributions), at.date()))
                    .ifPresent(sheets::add);
            if (names.stream().noneMatch(each -> premiums.containsKey(each.name()))) {
                at.lacks("implied volatilities of " + group.name(), "its sheet shows no premium of its names");
            }
            if (without(group, contributions).isEmpty()) {
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

    /**
     * The day without a group, by contributions that list all of it.
     *
     * @param group the group
     * @param contributions contributions to the return of an index
     * @return the first that there is, none where a name or its weight is absent
     */
    public static List<WithoutBasket> without(
            MacroQuestion.EquityGroup group, List<MarketInput.Contributions> contributions) {
        List<WithoutBasket> found = new ArrayList<>();
        for (MarketInput.Contributions each : contributions) {
            if (!group.symbols().isEmpty() && listsAll(each.report(), group.symbols())) {
                found.add(WithoutBasket.of(each.report(), new Basket(group.name(), group.symbols())));
            }
        }
        return found.stream().limit(1).toList();
    }

    private static boolean listsAll(ContributionReport report, List<String> symbols) {
        return symbols.stream()
                .allMatch(symbol -> report.line(symbol)
                        .filter(line -> !Double.isNaN(line.weight()))
                        .isPresent());
    }
}
