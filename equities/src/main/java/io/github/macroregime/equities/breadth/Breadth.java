package io.github.macroregime.equities.breadth;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionLine.Standing;
import io.github.macroregime.equities.contribution.ContributionPolicy;
import io.github.macroregime.equities.contribution.ContributionReport;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * {@index Breadth}: how many constituents rose, fell and did not move.
 *
 * <pre>{@code
 * Breadth breadth = Breadth.of(report, Breadth.Options.withDefaults()).orElseThrow();
 * }</pre>
 *
 * @param advancers how many rose by more than the dead zone
 * @param decliners how many fell by more than the dead zone
 * @param unchanged how many did neither
 * @param missing how many were not observed
 * @param weightedAdvance the share of the observed weight that rose, from 0 to 1 for weights that are not negative;
 *     NaN where weights are not known
 * @param deadZone the largest return that counts as unchanged
 */
public record Breadth(int advancers, int decliners, int unchanged, int missing, double weightedAdvance, Rate deadZone)
        implements BreadthReading {

    private static final double WEIGHT_FLOOR = ContributionPolicy.withDefaults().groupWeightFloor();

    public Breadth {
        Require.components(Breadth.class, deadZone);
        Require.finite(weightedAdvance, "weightedAdvance");
        if (advancers < 0 || decliners < 0 || unchanged < 0 || missing < 0) {
            throw new IllegalArgumentException("counts must not be negative but were " + advancers + ", " + decliners
                    + ", " + unchanged + " and " + missing);
        }
    }

    /**
     * Breadth of a day from a report; the weights are used where all lines have one.
     *
     * <p><b>Missing</b>: a line without a return, or with one that was only taken as zero, counts as missing; charges
     * and unallocated weight are no names.
     *
     * @param report the day
     * @param options dead zone and minimum coverage
     * @return the counts, or the statement that too little was observed
     */
    public static BreadthReading of(ContributionReport report, Options options) {
        List<ContributionLine> names = report.lines().stream()
                .filter(line -> line.standing() != Standing.CHARGE && line.standing() != Standing.UNALLOCATED)
                .toList();
        double[] returns = names.stream()
                .mapToDouble(line -> line.standing() == Standing.ZERO_FILLED ? Double.NaN : line.returnDecimal())
                .toArray();
        double[] weights = names.stream().mapToDouble(ContributionLine::weight).toArray();
        return of(Doubles.copyOf(returns), Doubles.copyOf(weights), options);
    }

    /**
     * Breadth from returns and weights.
     *
     * <p><b>Missing</b>: a return that is NaN is counted as missing; one weight that is NaN leaves the weighted share
     * undefined, and so do long and short weights that cancel. <b>Cost</b>: one pass.
     *
     * @param returns one return for each name, decimal
     * @param weights one weight for each name, decimal, or all NaN where weights are not known
     * @param options dead zone and minimum coverage
     * @return the counts, or the statement that too little was observed
     * @throws IllegalArgumentException if the lengths differ
     */
    public static BreadthReading of(Doubles returns, Doubles weights, Options options) {
        if (returns.size() != weights.size()) {
            throw new IllegalArgumentException("weights must have one number for each of the " + returns.size()
                    + " returns but had " + weights.size());
        }
        int missing = returns.missingCount();
        double nameShare = returns.isEmpty() ? 0 : 1 - (double) missing / returns.size();
        double[] observed = new double[returns.size()];
        double[] rising = new double[returns.size()];
        double[] sizes = new double[returns.size()];
        int up = 0;
        int down = 0;
        for (int i = 0; i < observed.length; i++) {
            int direction = direction(returns.get(i), options.deadZone().decimal());
            up += direction > 0 ? 1 : 0;
            down += direction < 0 ? 1 : 0;
            observed[i] = returns.isMissing(i) ? 0 : weights.get(i);
            rising[i] = direction > 0 ? weights.get(i) : 0;
            sizes[i] = returns.isMissing(i) ? 0 : Math.abs(weights.get(i));
        }
        double weightShare =
                Moments.sum(sizes) / Moments.sum(weights.stream().map(Math::abs).toArray());
        if (nameShare < options.minimumCoverage() || weightShare < options.minimumCoverage()) {
            return new ThinCoverage(nameShare, weightShare, options.minimumCoverage());
        }
        double net = Moments.sum(observed);
        boolean isDefined = weights.missingCount() == 0 && Math.abs(net) > WEIGHT_FLOOR * Moments.sum(sizes);
        double weightedAdvance = isDefined ? Moments.sum(rising) / net : Double.NaN;
        int unchanged = returns.size() - missing - up - down;
        return new Breadth(up, down, unchanged, missing, weightedAdvance, options.deadZone());
    }

    private static int direction(double periodReturn, double deadZone) {
        if (periodReturn > deadZone) {
            return 1;
        }
        return periodReturn < -deadZone ? -1 : 0;
    }

    /**
     * How many were observed.
     *
     * @return advancers, decliners and unchanged together
     */
    public int observed() {
        return advancers + decliners + unchanged;
    }

    /**
     * The {@index "net advances"}, the step of the advance-decline line: advancers minus decliners.
     *
     * @return the net advances
     */
    public int netAdvances() {
        return advancers - decliners;
    }

    /**
     * The share of all observed names that rose.
     *
     * @return from 0 to 1, empty if none was observed
     */
    public OptionalDouble advanceShare() {
        return share(advancers, observed());
    }

    /**
     * The share of the names that moved which rose.
     *
     * @return from 0 to 1, empty if none moved
     */
    public OptionalDouble advanceShareOfMovers() {
        return share(advancers, advancers + decliners);
    }

    /**
     * The {@index "advance-decline ratio"}: advancers over decliners.
     *
     * @return the ratio, empty if none declined
     */
    public OptionalDouble advanceDeclineRatio() {
        return share(advancers, decliners);
    }

    private static OptionalDouble share(int part, int whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    @Override
    public Breadth orElseThrow() {
        return this;
    }

    /** The counts in a sentence. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d up, %d down, %d unchanged (within %s), %d missing",
                advancers,
                decliners,
                unchanged,
                deadZone,
                missing);
    }

    /**
     * What counts as unchanged, and how much must be observed for breadth to be read at all.
     *
     * @param deadZone returns of at most this size count as unchanged, not negative
     * @param minimumCoverage the least share of the names, and of the weight where weights are known, from 0 to 1
     */
    public record Options(Rate deadZone, double minimumCoverage) implements Serializable {

        private static final double MINIMUM_COVERAGE = 0.90;

        public Options {
            if (deadZone.isNegative()) {
                throw new IllegalArgumentException("deadZone must not be negative but was " + deadZone);
            }
            if (!(minimumCoverage >= 0 && minimumCoverage <= 1)) {
                throw new IllegalArgumentException("minimumCoverage must lie in [0, 1] but was " + minimumCoverage);
            }
        }

        /**
         * No dead zone, and nine tenths of names and weight observed.
         *
         * @return the defaults
         */
        public static Options withDefaults() {
            return new Options(Rate.ZERO, MINIMUM_COVERAGE);
        }

        /**
         * These options with another dead zone.
         *
         * @param changed the largest return that counts as unchanged, not negative
         * @return the changed copy
         */
        public Options withDeadZone(Rate changed) {
            return new Options(changed, minimumCoverage);
        }

        /**
         * These options with another minimum coverage.
         *
         * @param changed the least share that must be observed, from 0 to 1
         * @return the changed copy
         */
        public Options withMinimumCoverage(double changed) {
            return new Options(deadZone, changed);
        }
    }
}
