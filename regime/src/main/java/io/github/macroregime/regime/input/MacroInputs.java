package io.github.macroregime.regime.input;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything the report is made from; each part is optional and may be there more than once.
 *
 * <p>Assets, sectors, yields and equity groups are found by their names, so no two of a kind may have the same.
 *
 * @param items in the order in which the report shall speak of them
 */
public record MacroInputs(List<MacroInput> items) implements Serializable {

    /** Nothing: a report that names every gap. */
    public static final MacroInputs NONE = new MacroInputs(List.of());

    public MacroInputs {
        Require.components(MacroInputs.class, items);
        items = List.copyOf(items);
        requireDistinct(
                "asset",
                items.stream()
                        .flatMap(each ->
                                each instanceof MarketInput.Asset asset ? Stream.of(asset.name()) : Stream.empty()));
        requireDistinct(
                "sector",
                items.stream()
                        .flatMap(each ->
                                each instanceof MarketInput.Sector sector ? Stream.of(sector.name()) : Stream.empty()));
        requireDistinct(
                "yield",
                items.stream()
                        .flatMap(each ->
                                each instanceof RatesInput.Yield yield ? Stream.of(yield.name()) : Stream.empty()));
        requireDistinct(
                "equity group",
                items.stream()
                        .flatMap(each -> each instanceof MacroQuestion.EquityGroup group
                                ? Stream.of(group.name())
                                : Stream.empty()));
    }

    private static void requireDistinct(String kind, Stream<String> names) {
        Map<String, Integer> counts = new TreeMap<>();
        names.forEach(name -> counts.merge(name, 1, Integer::sum));
        counts.forEach((name, count) -> {
            if (count > 1) {
                throw new IllegalArgumentException(
                        "items must hold the " + kind + " " + name + " once but held it " + count + " times");
            }
        });
    }

    /**
     * Inputs of the given parts.
     *
     * @param items in the order in which the report shall speak of them
     * @return the inputs
     */
    public static MacroInputs of(MacroInput... items) {
        return new MacroInputs(Arrays.asList(items));
    }

    /**
     * These and more.
     *
     * @param more what comes behind
     * @return the larger inputs
     */
    public MacroInputs with(MacroInput... more) {
        return new MacroInputs(
                Stream.concat(items.stream(), Arrays.stream(more)).toList());
    }

    /**
     * The parts of one kind.
     *
     * @param <T> the kind
     * @param kind the kind
     * @return the parts in their order
     */
    public <T extends MacroInput> List<T> all(Class<T> kind) {
        return items.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * The same without what became known after a moment.
     *
     * @param moment date and time of New York
     * @return what could be had at that moment
     */
    public MacroInputs until(LocalDateTime moment) {
        return new MacroInputs(
                items.stream().flatMap(item -> item.until(moment).stream()).toList());
    }

    /** How many parts of each kind there are. */
    @Override
    public String toString() {
        Map<String, Integer> counts = new TreeMap<>();
        items.forEach(item -> counts.merge(item.getClass().getSimpleName(), 1, Integer::sum));
        StringBuilder text = new StringBuilder("MacroInputs");
        counts.forEach(
                (kind, count) -> text.append('\n').append(kind).append(": ").append(count));
        return text.toString();
    }
}
