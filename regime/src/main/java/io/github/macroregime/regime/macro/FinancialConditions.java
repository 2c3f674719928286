package io.github.macroregime.regime.macro;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Correlations;
import io.github.macroregime.core.stats.Spectrum;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Expanding;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A {@index "financial conditions index"} ({@index FCI}, in the manner of the NFCI) from series of one's own: up is
 * tighter, zero is the average so far.
 *
 * <p>Each part is standardised by the mean and the sample standard deviation of its values up to each date, never by
 * the whole sample, and signed so that up is tighter. The index is the weighted sum of these scores.
 *
 * <p><b>Missing</b>: dates on which a part has no value are left out.
 */
public final class FinancialConditions {

    /** How the parts of an index of financial conditions are weighed. */
    public enum Weights {

        /** Every part counts the same. */
        EQUAL,

        /**
         * By the first principal component of the standardised parts up to each date, scaled so that the sizes of the
         * weights sum to one and signed so that their sum is positive: up is tighter.
         */
        FIRST_COMPONENT
    }

    private FinancialConditions() {}

    /**
     * The index on every date from the one with enough observations.
     *
     * <p><b>Shape</b>: one value for each date that all parts have, NaN before there are enough. <b>Cost</b>: O(n N)
     * with equal weights; with the first component O(n² N² + n N³), as each date has weights of its own.
     *
     * @param inputs the parts, at least one, no two names alike
     * @param weights how they are weighed
     * @param minimumCount how many dates there must be, from 2
     * @return the index as a score
     * @throws IllegalArgumentException if there is no part, a name is taken or the minimum is below 2
     */
    public static TimeSeries index(List<Input> inputs, Weights weights, int minimumCount) {
        Scores scores = Scores.of(inputs, minimumCount);
        double[] index = new double[scores.dates.size()];
        for (int t = 0; t < index.length; t++) {
            int last = t;
            index[t] = scores.weights(weights, last)
                    .map(w -> scores.weighted(w, last))
                    .orElse(Double.NaN);
        }
        return TimeSeries.of(scores.dates, index, Unit.SCORE);
    }

    /**
     * The index on one date and what it is made of.
     *
     * @param inputs the parts, at least one, no two names alike
     * @param asOf the date at which one looks; nothing after it is used
     * @param weights how they are weighed
     * @param minimumCount how many dates there must be, from 2
     * @return the reading, empty if there are too few dates or a part never moved
     * @throws IllegalArgumentException if there is no part, a name is taken or the minimum is below 2
     */
    public static Optional<Reading> reading(List<Input> inputs, LocalDate asOf, Weights weights, int minimumCount) {
        return readings(inputs, weights, minimumCount).apply(asOf);
    }

    /**
     * The reading on any date, of parts that are standardised once.
     *
     * @param inputs the parts, at least one, no two names alike
     * @param weights how they are weighed
     * @param minimumCount how many dates there must be, from 2
     * @return as {@link #reading} for the date at which one looks
     * @throws IllegalArgumentException if there is no part, a name is taken or the minimum is below 2
     */
    public static Function<LocalDate, Optional<Reading>> readings(
            List<Input> inputs, Weights weights, int minimumCount) {
        Scores scores = Scores.of(inputs, minimumCount);
        List<String> names = inputs.stream().map(input -> input.named().name()).toList();
        return asOf -> {
            int last = scores.dates.insertionAfter(asOf) - 1;
            return last < 0 ? Optional.empty() : scores.reading(names, weights, last);
        };
    }

    /** The signed standardised parts on the dates that all have. */
    private static final class Scores {

        private final DateIndex dates;
        private final double[][] parts;

        private Scores(DateIndex dates, double[][] parts) {
            this.dates = dates;
            this.parts = parts;
        }

        static Scores of(List<Input> inputs, int minimumCount) {
            if (inputs.isEmpty() || minimumCount < 2) {
                throw new IllegalArgumentException("inputs must hold at least one part and minimumCount must be at"
                        + " least 2 but were " + inputs.size() + " and " + minimumCount);
            }
            List<NamedSeries> series = inputs.stream().map(Input::named).toList();
            Panel panel = Panel.onCommonDates(series).dropMissing();
            double[][] parts = new double[inputs.size()][];
            for (int i = 0; i < parts.length; i++) {
                double sign = inputs.get(i).tightening().sign();
                double[] values = panel.values().get(i).toArray();
                parts[i] = Arrays.stream(Expanding.from(minimumCount).zScore().over(values))
                        .map(z -> sign * z)
                        .toArray();
            }
            return new Scores(panel.dates(), parts);
        }

        Optional<double[]> weights(Weights kind, int last) {
            double[] equal = new double[parts.length];
            Arrays.fill(equal, 1.0 / parts.length);
            return kind == Weights.EQUAL || parts.length == 1 ? Optional.of(equal) : firstComponent(last);
        }

        private Optional<double[]> firstComponent(int last) {
            double[][] known =
                    Arrays.stream(parts).map(p -> Arrays.copyOf(p, last + 1)).toArray(double[][]::new);
            return Correlations.matrix(known).map(matrix -> {
                double[] loadings = Spectrum.of(matrix).vectors().column(0).toArray();
                double sizes = Arrays.stream(loadings).map(Math::abs).sum();
                double sign = Arrays.stream(loadings).sum() < 0 ? -1 : 1;
                return Arrays.stream(loadings).map(v -> sign * v / sizes).toArray();
            });
        }

        Optional<Reading> reading(List<String> names, Weights kind, int last) {
            return weights(kind, last)
                    .filter(w -> !Double.isNaN(weighted(w, last)))
                    .map(w -> new Reading(
                            dates.get(last),
                            weighted(w, last),
                            names,
                            Doubles.copyOf(on(last)),
                            Doubles.copyOf(w),
                            last + 1));
        }

        double weighted(double[] weights, int t) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * parts[i][t];
            }
            return sum;
        }

        double[] on(int t) {
            return Arrays.stream(parts).mapToDouble(p -> p[t]).toArray();
        }
    }

    /**
     * One part of an index of financial conditions.
     *
     * @param named the series by name, stationary as it is given: a spread, a yield, a change of a price
     * @param tightening which direction is tighter
     */
    public record Input(NamedSeries named, Tightening tightening) implements Serializable {

        public Input {
            Require.components(Input.class, named, tightening);
        }

        /** Which direction of a series means tighter financial conditions. */
        public enum Tightening {

            /** A higher value is tighter, as of a spread or a yield. */
            HIGHER,

            /** A lower value is tighter, as of a price of equities. */
            LOWER;

            double sign() {
                return this == HIGHER ? 1 : -1;
            }
        }
    }

    /**
     * Financial conditions on a date and what they are made of.
     *
     * @param asOf the last date on which every part was there
     * @param index the weighted sum of the scores; zero is the average so far, above is tighter
     * @param names the parts
     * @param scores each part's standardised value, signed so that up is tighter
     * @param weights each part's weight
     * @param n how many dates were standardised over
     */
    public record Reading(LocalDate asOf, double index, List<String> names, Doubles scores, Doubles weights, int n)
            implements Serializable {

        public Reading {
            Require.components(Reading.class, asOf, names, scores, weights);
            Require.atLeast(n, 0, "n");
            Require.finite(index, "index");
            names = List.copyOf(names);
            if (scores.size() != names.size() || weights.size() != names.size()) {
                throw new IllegalArgumentException("scores and weights must have " + names.size() + " numbers but had "
                        + scores.size() + " and " + weights.size());
            }
        }

        /** The index and one line for each part. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(
                    NumberText.of("Financial conditions as of %s: %+.2f (up is tighter), n %d", asOf, index, n));
            for (int i = 0; i < names.size(); i++) {
                text.append(NumberText.of(
                        "\n  %-16s score %+6.2f  weight %+.3f  part %+6.2f",
                        names.get(i), scores.get(i), weights.get(i), scores.get(i) * weights.get(i)));
            }
            return text.toString();
        }
    }
}
