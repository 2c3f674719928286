package io.github.macroregime.regime.changepoint;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;

/**
 * The posterior of the run length over time.
 *
 * @param alarmLength the alarm is the probability of a run shorter than this
 * @param alarm that probability at each observation
 * @param mostLikelyRun the most likely run length at each observation
 * @param expectedRun the expected run length at each observation
 * @param logEvidence the logarithm of the density of all observations
 */
public record ChangePointHistory(
        int alarmLength, Doubles alarm, Doubles mostLikelyRun, Doubles expectedRun, double logEvidence)
        implements Serializable {

    private static final int SHOWN = 10;

    public ChangePointHistory {
        Require.components(ChangePointHistory.class, alarm, mostLikelyRun, expectedRun);
        Require.atLeast(alarmLength, 0, "alarmLength");
        Require.finite(logEvidence, "logEvidence");
        if (mostLikelyRun.size() != alarm.size() || expectedRun.size() != alarm.size()) {
            throw new IllegalArgumentException("mostLikelyRun and expectedRun must have " + alarm.size()
                    + " numbers like alarm but had " + mostLikelyRun.size() + " and " + expectedRun.size());
        }
    }

    /**
     * How many observations there are.
     *
     * @return the length
     */
    public int size() {
        return alarm.size();
    }

    /** The last rows. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(NumberText.of(
                "Run lengths of %d observations, log-evidence %.6f\n%8s%16s%14s%14s",
                size(), logEvidence, "", "P(run < " + alarmLength + ")", "most likely", "expected"));
        for (int t = Math.max(0, size() - SHOWN); t < size(); t++) {
            text.append(NumberText.of(
                    "\n%8d%16.6f%14.0f%14.2f", t, alarm.get(t), mostLikelyRun.get(t), expectedRun.get(t)));
        }
        return text.toString();
    }
}
