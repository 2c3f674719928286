package io.github.macroregime.regime.day;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.curve.CurveMoves;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.sheet.CurveBackdrop;
import io.github.macroregime.regime.sheet.LevelSheet;
import io.github.macroregime.regime.sheet.PairSheet;
import io.github.macroregime.regime.sheet.RateSheet;
import io.github.macroregime.regime.sheet.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sheets of pairs of markets, of what rates do to assets, and of levels around the closes. */
public final class MarketSheets {

    private static final int MONTH = 21;
    private static final int YEAR = 252;

    private MarketSheets() {}

    /**
     * Stocks with bonds, and bitcoin with stocks.
     *
     * @param at what is seen on the day
     * @return the sheets, none where the inputs do not allow one; what they lack is named
     */
    public static List<Sheet> pairs(DayInputs at) {
        Optional<NamedSeries> stocks = ofClass(at, "equities");
        Optional<NamedSeries> bonds = ofClass(at, "treasuries");
        Optional<NamedSeries> crypto = ofClass(at, "crypto");
        NamedSeries volatility = at.all(MacroQuestion.ImpliedVolatility.class).stream()
                .filter(each -> each.days() == MONTH)
                .filter(each -> stocks.filter(index -> index.name().equals(each.asset()))
                        .isPresent())
                .flatMap(each -> VolatilitySheets.levels(each, at, "pairs are not held against it").stream())
                .findFirst()
                .orElse(TimeSeries.of(DateIndex.EMPTY, new double[0], Unit.PERCENT)
                        .named("implied volatility"));
        List<PairSheet.Pair> maps = stocks.stream()
                .flatMap(first -> bonds.stream()
                        .flatMap(second -> LeftOut.ifRefused(
                                at,
                                "stocks are not held against bonds",
                                () -> PairSheet.pair(first, second, volatility, at.date()))
                                .stream()))
                .toList();
        List<PairSheet.Race> races = crypto.stream()
                .flatMap(first -> stocks.stream()
                        .flatMap(base -> LeftOut.ifRefused(
                                at, "bitcoin is not held against stocks", () -> PairSheet.race(first, base, at.date()))
                                .stream()))
                .toList();
        if (maps.isEmpty() && races.isEmpty()) {
            at.lacks("stocks with bonds or bitcoin", "their pairs are left out");
            return List.of();
        }
        return List.of(new PairSheet(maps, races));
    }

    /**
     * How assets move with rates and credit.
     *
     * @param at what is seen on the day
     * @return the sheets, none where the inputs do not allow one; what they lack is named
     */
    public static List<Sheet> rates(DayInputs at) {
        Optional<RatesInput.Yield> ten = at.yieldOf("10y");
        Optional<TimeSeries> yields = ten.map(each -> each.levels().series().dropMissing());
        List<RateSheet.Sensitivity> sensitivities = new ArrayList<>();
        yields.ifPresent(yield -> at.all(MarketInput.Asset.class).stream()
                .flatMap(each -> LeftOut.ifRefused(
                        at,
                        "the rate sensitivity of " + each.name() + " is left out",
                        () -> RateSheet.sensitivity(
                                each.closes().series().named(each.name()),
                                yield,
                                at.date(),
                                at.options().windows().sensitivityDays()))
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
                        .flatMap(closes -> LeftOut.ifRefused(
                                at,
                                "the scenarios of " + each.asset() + " are left out",
                                () -> RateSheet.scenarios(
                                        closes,
                                        each.duration()
                                                .series()
                                                .named(each.duration().name()),
                                        each.credit()
                                                .series()
                                                .named(each.credit().name()),
                                        at.date(),
                                        2 * YEAR)))
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
                .flatMap(each -> CurveBackdrop.of(
                                each.credit().series().named(each.credit().name()),
                                CurveMoves.history(
                                        "2s10s",
                                        VolatilitySheets.tail(
                                                two.orElseThrow().levels().series(), 2 * YEAR),
                                        VolatilitySheets.tail(
                                                ten.orElseThrow().levels().series(), 2 * YEAR),
                                        at.options().curve()),
                                at.date(),
                                YEAR / 2)
                        .map(chart -> chart.withSource(each.credit().source().toString())));
    }

    /**
     * The levels around the close of each asset class.
     *
     * @param at what is seen on the day
     * @return the sheets, none where the inputs do not allow one; what they lack is named
     */
    public static List<Sheet> ladders(DayInputs at) {
        List<LevelSheet.Ladder> ladders = at.classes().stream()
                .flatMap(each -> LevelSheet.of(each, at.date()).stream())
                .toList();
        if (ladders.isEmpty()) {
            at.lacks("22 closes of an asset class", "levels around the close are left out");
            return List.of();
        }
        return List.of(new LevelSheet(ladders));
    }

    private static Optional<NamedSeries> ofClass(DayInputs at, String name) {
        return at.all(MacroQuestion.AssetClass.class).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .flatMap(each -> at.closes(each.asset(), "its pairs are left out"));
    }
}
