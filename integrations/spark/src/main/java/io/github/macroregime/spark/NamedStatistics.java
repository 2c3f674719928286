package io.github.macroregime.spark;

import io.github.macroregime.core.window.Statistic;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The names of statistics, which Spark takes for columns without regard to case. */
final class NamedStatistics {

    private static final List<String> TAKEN = List.of(DatedValues.ASSET, ResultColumns.DATE);

    private NamedStatistics() {}

    /** The statistics by name: a map need not keep an order, and that of {@code Map.of} differs from run to run. */
    static SortedMap<String, Statistic> of(Map<String, Statistic> statistics) {
        if (statistics.isEmpty()) {
            throw new IllegalArgumentException("statistics must be at least 1 but were 0");
        }
        SortedMap<String, Statistic> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        statistics.forEach((name, statistic) -> {
            check(name);
            Objects.requireNonNull(statistic, () -> "statistic " + name + " must not be null");
            if (named.putIfAbsent(name, statistic) != null) {
                List<String> both = statistics.keySet().stream()
                        .filter(name::equalsIgnoreCase)
                        .sorted()
                        .toList();
                throw new IllegalArgumentException(
                        "names of statistics must be distinct without regard to case but were " + both);
            }
        });
        return named;
    }

    private static void check(String name) {
        Objects.requireNonNull(name, "name of a statistic must not be null");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of a statistic must not be blank but was \"" + name + "\"");
        }
        if (TAKEN.stream().anyMatch(name::equalsIgnoreCase)) {
            throw new IllegalArgumentException(
                    "name of a statistic must not be a column of every result, " + TAKEN + ", but was " + name);
        }
    }
}
