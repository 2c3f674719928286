package io.github.macroregime.regime.day;

import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.outlook.VolatilityPremium;
import io.github.macroregime.regime.sheet.Sheet;
import io.github.macroregime.regime.sheet.VolatilitySheet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sheets of implied volatility. */
public final class VolatilitySheets {

    private static final int MONTH = 21;
    private static final int YEAR = 252;
    private static final int FIVE_YEARS = 1260;
    private static final int MOST_NAMES = 12;

    private VolatilitySheets() {}

    /**
     * Premiums over what was realised, and how indices stand to one another.
     *
     * @param at what is seen on the day
     * @return the sheets, none where the inputs do not allow one; what they lack is named
     */
    public static List<Sheet> volatility(DayInputs at) {
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
                NamedSeries shorter = curve.get(i - 1);
                NamedSeries longer = curve.get(i);
                LeftOut.ifRefused(
                                at,
                                longer.name() + " is not held against " + shorter.name(),
                                () -> VolatilitySheet.term(shorter, longer, at.date(), FIVE_YEARS))
                        .ifPresent(comparisons::add);
            }
        });
        List<MacroQuestion.ImpliedVolatility> months =
                indices.stream().filter(each -> each.days() == MONTH).toList();
        months.stream()
                .skip(1)
                .forEach(each -> levels(months.get(0), at, "not held against others")
                        .flatMap(first -> levels(each, at, "not held against others")
                                .flatMap(other -> LeftOut.ifRefused(
                                        at,
                                        other.name() + " is not held against " + first.name(),
                                        () -> VolatilitySheet.correlation(
                                                first, other, at.date(), 3 * MONTH, FIVE_YEARS))))
                        .ifPresent(comparisons::add));
        for (MacroQuestion.EquityGroup group : at.all(MacroQuestion.EquityGroup.class)) {
            List<NamedSeries> names = months.stream()
                    .filter(each -> group.assets().contains(each.asset()))
                    .filter(each -> group.assets().size() <= MOST_NAMES)
                    .flatMap(each -> levels(each, at, "it is not among its peers").stream())
                    .toList();
            if (names.size() > 1) {
                LeftOut.ofAlike(
                                at,
                                names,
                                FIVE_YEARS + YEAR,
                                "the dispersion of " + group.name(),
                                alike -> VolatilitySheet.dispersion(group.name(), alike, at.date(), FIVE_YEARS))
                        .ifPresent(comparisons::add);
            }
        }
        return comparisons.stream().filter(each -> at.isRecent(each.asOf())).toList();
    }

    /** The last of the levels of an index, as many as are looked at. */
    static Optional<NamedSeries> levels(MacroQuestion.ImpliedVolatility each, DayInputs at, String consequence) {
        return at.recent(each.levels(), each.levels().name(), consequence)
                .map(levels ->
                        tail(levels, FIVE_YEARS + YEAR).named(each.levels().name()));
    }

    /** The premiums of options that run a month. */
    static Stream<VolatilitySheet.Entry> monthPremiums(DayInputs at) {
        return premiums(at).stream().filter(each -> each.premium().window() == MONTH);
    }

    private static List<VolatilitySheet.Entry> premiums(DayInputs at) {
        return at.once(VolatilitySheet.Entry.class, VolatilitySheets::readPremiums);
    }

    private static List<VolatilitySheet.Entry> readPremiums(DayInputs at) {
        List<VolatilitySheet.Entry> entries = new ArrayList<>();
        for (MacroQuestion.ImpliedVolatility each : at.all(MacroQuestion.ImpliedVolatility.class)) {
            Unit unit = each.levels().series().unit();
            int kept = FIVE_YEARS + 2 * each.days();
            TimeSeries levels = tail(each.levels().series(), kept);
            Optional<RatesInput.Yield> yield = at.yieldOf(each.asset());
            yield.map(of -> LeftOut.ifRefused(
                            at,
                            "the volatility premium of " + each.asset() + " is left out",
                            () -> VolatilityPremium.ofYield(
                                    tail(of.levels().series(), kept),
                                    levels,
                                    at.date(),
                                    each.days(),
                                    YEAR,
                                    FIVE_YEARS)))
                    .orElseGet(() -> at.closes(each.asset(), "its volatility premium is left out")
                            .flatMap(closes -> LeftOut.ifRefused(
                                    at,
                                    "the volatility premium of " + each.asset() + " is left out",
                                    () -> VolatilityPremium.on(
                                            tail(closes.series(), kept),
                                            levels,
                                            at.date(),
                                            each.days(),
                                            YEAR,
                                            FIVE_YEARS))))
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

    static TimeSeries tail(TimeSeries series, int count) {
        return DayInputs.last(series.dropMissing(), count);
    }
}
