package io.github.macroregime.regime.changepoint;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;

/**
 * Bayesian online change-point detection (BOCPD): when a series changed its mean or its variance, from the past alone.
 *
 * <p><b>Cost</b>: O(n times the longest run kept apart). <b>Missing</b>: a missing observation ages every run and
 * teaches nothing.
 *
 * <p><b>Source</b>: Adams and MacKay 2007, arXiv 0710.3742.
 */
public final class ChangePoints {

    private ChangePoints() {}

    /**
     * The posterior of the run length at each observation.
     *
     * <p><b>Shape</b>: one number for each observation in every part.
     *
     * @param x observations in time order, NaN where not observed
     * @param prior the belief about a stretch
     * @param alarmLength the alarm is the probability of a run shorter than this, from 1
     * @return alarm, most likely and expected run, and the evidence
     * @throws IllegalArgumentException if an observation is infinite or the length is below 1
     */
    public static ChangePointHistory history(double[] x, RunLengthPrior prior, int alarmLength) {
        if (alarmLength < 1) {
            throw new IllegalArgumentException("alarmLength must be at least 1 but was " + alarmLength);
        }
        Require.finite(x, "x");
        double[] alarm = new double[x.length];
        double[] mostLikely = new double[x.length];
        double[] expected = new double[x.length];
        RunLengthFilter filter = RunLengthFilter.of(prior);
        for (int t = 0; t < x.length; t++) {
            filter.update(x[t]);
            alarm[t] = filter.probabilityShorterThan(alarmLength);
            mostLikely[t] = filter.mostLikelyRun();
            expected[t] = filter.meanRun();
        }
        return new ChangePointHistory(
                alarmLength,
                Doubles.copyOf(alarm),
                Doubles.copyOf(mostLikely),
                Doubles.copyOf(expected),
                filter.logEvidence());
    }

    /**
     * The probability of a run shorter than a length, in a form that a series can be sent through.
     *
     * @param x observations in time order, NaN where not observed
     * @param prior the belief about a stretch
     * @param alarmLength from 1
     * @return one probability for each observation
     * @throws IllegalArgumentException if an observation is infinite or the length is below 1
     */
    public static double[] alarm(double[] x, RunLengthPrior prior, int alarmLength) {
        return history(x, prior, alarmLength).alarm().toArray();
    }
}
