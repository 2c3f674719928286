package io.github.macroregime.regime.folder;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.folder.TrackerInput.SeriesRole;
import io.github.macroregime.regime.folder.TrackerInput.SourcedSeries;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroQuestion.ImpliedVolatility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What options on the index, on gold, on oil, on Treasury yields and on single names cost. */
final class ImpliedVolatilities {

    private static final Set<String> OIL = Set.of("CL", "DCOILWTICO");

    /** Indices of the volatility of single names, which ended in May 2022. */
    private static final Map<String, String> SINGLE =
            new TreeMap<>(Map.of("AAPL", "VXAPLCLS", "AMZN", "VXAZNCLS", "GOOGL", "VXGOGCLS"));

    private final MacroSeries macro;
    private final List<SourcedSeries> series;
    private final List<MacroInput> questions = new ArrayList<>();

    ImpliedVolatilities(MacroSeries macro, List<SourcedSeries> series) {
        this.macro = macro;
        this.series = series;
    }

    /** One question for each index that the folder holds with its asset. */
    List<MacroInput> questions() {
        first(each -> each.assetClass().equals("equities")).forEach(index -> {
            add("VIXCLS", "VIX", index.shown(), ImpliedVolatility.MONTH);
            add("VIX9D", "VIX9D", index.shown(), 6);
            add("VXVCLS", "VIX3M", index.shown(), 63);
            add("VIX6M", "VIX6M", index.shown(), 126);
        });
        macro.named("MOVE", "MOVE")
                .filter(move -> macro.published("DGS10").isPresent())
                .ifPresent(move -> questions.add(new ImpliedVolatility("10y", move, ImpliedVolatility.MONTH)));
        first(each -> each.assetClass().equals("gold"))
                .forEach(gold -> add("GVZCLS", "gold volatility (GVZ)", gold.shown(), ImpliedVolatility.MONTH));
        first(each -> OIL.contains(each.id()))
                .forEach(oil -> add("OVXCLS", "oil volatility (OVX)", oil.shown(), ImpliedVolatility.MONTH));
        SINGLE.forEach((id, index) -> first(each -> each.id().equals(id))
                .forEach(name -> add(index, "volatility of " + name.shown(), name.shown(), ImpliedVolatility.MONTH)));
        return List.copyOf(questions);
    }

    private Stream<SourcedSeries> first(Predicate<SourcedSeries> which) {
        return series.stream()
                .filter(each -> each.role() == SeriesRole.ASSET)
                .filter(which)
                .limit(1);
    }

    private void add(String id, String name, String asset, int days) {
        macro.named(id, name)
                .map(ImpliedVolatilities::inPercent)
                .ifPresent(levels -> questions.add(new ImpliedVolatility(asset, levels, days)));
    }

    /** An index of volatility is quoted in percent, whatever the file says. */
    private static PublishedSeries inPercent(PublishedSeries index) {
        TimeSeries levels = index.series();
        return levels.unit().equals(Unit.PERCENT)
                ? index
                : index.with(levels.through(
                        values -> Arrays.stream(values)
                                .map(value -> Unit.PERCENT.inside(value))
                                .toArray(),
                        Unit.PERCENT));
    }
}
