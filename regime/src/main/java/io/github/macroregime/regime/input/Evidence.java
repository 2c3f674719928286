package io.github.macroregime.regime.input;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.Source;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the numbers behind a statement come from, and since when they are known.
 *
 * @param sources each once, at least one
 * @param knownOn the day on which the last of the numbers became known
 */
public record Evidence(List<Source> sources, LocalDate knownOn) implements Serializable {

    public Evidence {
        Require.components(Evidence.class, sources, knownOn);
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("sources must not be empty");
        }
    }

    /** Each of some series by its name; one without a known observation gives none. */
    static Map<String, Evidence> of(PublishedSeries... series) {
        Map<String, Evidence> evidence = new LinkedHashMap<>();
        for (PublishedSeries each : series) {
            each.lastKnownOn()
                    .ifPresent(day ->
                            evidence.merge(each.name(), new Evidence(List.of(each.source()), day), Evidence::and));
        }
        return evidence;
    }

    /** All of some series under one name, nothing where none has a known observation. */
    static Map<String, Evidence> together(String name, PublishedSeries... series) {
        return of(series).values().stream()
                .reduce(Evidence::and)
                .map(all -> Map.of(name, all))
                .orElse(Map.of());
    }

    /**
     * What some inputs rest on together.
     *
     * @param inputs the evidence of each input by its name
     * @param names names of inputs; one without evidence adds nothing
     * @return their sources, and the day on which the last of their numbers became known
     * @throws IllegalStateException if none of them has evidence
     */
    public static Evidence of(Map<String, Evidence> inputs, Collection<String> names) {
        return names.stream()
                .flatMap(name -> Stream.ofNullable(inputs.get(name)))
                .reduce(Evidence::and)
                .orElseThrow(() -> new IllegalStateException("no input is named one of " + names));
    }

    /**
     * A copy in the order of the names, so that it prints alike on every run.
     *
     * @param inputs the evidence of each input by its name
     * @return the copy, which cannot be changed
     */
    public static Map<String, Evidence> copyOf(Map<String, Evidence> inputs) {
        return Require.entries(new TreeMap<>(inputs), "inputs");
    }

    /**
     * This and another together.
     *
     * @param other the other
     * @return the sources of both, each once, and the later day
     */
    public Evidence and(Evidence other) {
        return new Evidence(
                Stream.of(this, other)
                        .flatMap(each -> each.sources.stream())
                        .distinct()
                        .toList(),
                Stream.of(knownOn, other.knownOn).max(Comparator.naturalOrder()).orElseThrow());
    }

    /** The sources and the day. */
    @Override
    public String toString() {
        return "known " + knownOn + ", "
                + sources.stream().map(Source::toString).collect(Collectors.joining(", "));
    }
}
