package io.github.macroregime.benchmarks.results;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One candidate with one set of parameters, measured in several rounds.
 *
 * @param comparison the class it stands in
 * @param question what is computed
 * @param role what it is to the comparison
 * @param by who computes
 * @param note what is not comparable, empty if nothing
 * @param parameters by name
 * @param rounds the time of each round in nanoseconds, at least one, above zero
 * @param bytes allocated each time, NaN if not measured
 */
public record Trial(
        Class<?> comparison,
        String question,
        Role role,
        String by,
        String note,
        SortedMap<String, String> parameters,
        List<Double> rounds,
        double bytes) {

    public Trial {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty() || rounds.stream().anyMatch(time -> !(time > 0))) {
            throw new IllegalArgumentException("rounds of " + by + " must all be above zero but were " + rounds);
        }
    }

    /**
     * The middle of the rounds.
     *
     * @return nanoseconds
     */
    public double median() {
        return median(rounds);
    }

    /**
     * How far apart the rounds lie.
     *
     * @return the distance of the farther of slowest and quickest round from the middle, as a fraction of it
     */
    public double spread() {
        double middle = median();
        return Math.max(Collections.max(rounds) - middle, middle - Collections.min(rounds)) / middle;
    }

    /**
     * How many times slower this is: the middle of the ratios formed inside each round, so that what slows a machine
     * for some minutes falls out.
     *
     * @param other measured in the same rounds
     * @return above one where this is slower
     * @throws IllegalArgumentException if the rounds are not as many
     */
    public double timesSlowerThan(Trial other) {
        return median(ratios(other));
    }

    private List<Double> ratios(Trial other) {
        if (rounds.size() != other.rounds.size()) {
            throw new IllegalArgumentException(by + " and " + other.by + " must have as many rounds but had "
                    + rounds.size() + " and " + other.rounds.size());
        }
        double[] ratios = new double[rounds.size()];
        Arrays.setAll(ratios, i -> rounds.get(i) / other.rounds.get(i));
        return Arrays.stream(ratios).boxed().toList();
    }

    /**
     * The parameters as they are written in a table.
     *
     * @return for example {@code window=252}, empty without parameters
     */
    public String setting() {
        return parameters.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(", "));
    }

    static double median(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
