package io.github.macroregime.regime.cycle;

import io.github.macroregime.regime.cycle.MomentumCycle.Phase;

/** What followed each phase so far, as sums, and the position that follows from it. */
final class PhaseReturns {

    private final int least;
    private final int[] counts = new int[Phase.values().length];
    private final double[] sums = new double[counts.length];
    private final double[] squares = new double[counts.length];

    PhaseReturns(int least) {
        this.least = least;
    }

    void add(Phase phase, double next) {
        counts[phase.ordinal()]++;
        sums[phase.ordinal()] += next;
        squares[phase.ordinal()] += next * next;
    }

    double position(Phase phase) {
        if (phase.score() != 0) {
            return phase.score();
        }
        int s = phase.ordinal();
        double earned = sums[Phase.BULL.ordinal()] - sums[Phase.BEAR.ordinal()];
        if (counts[s] < least || !(earned > 0) || squares[s] == 0) {
            return 0;
        }
        double pooled = squares[Phase.BULL.ordinal()] + squares[Phase.BEAR.ordinal()];
        return Math.max(-1, Math.min(1, sums[s] / squares[s] / (earned / pooled)));
    }
}
