package io.github.macroregime.core.window;

import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.PairStatistic.RunningPair;

/** What a statistic of two series computes. */
enum PairFormula {
    SAMPLE_COVARIANCE,
    POPULATION_COVARIANCE,
    CORRELATION,
    BETA;

    Unit unitOf(Unit x, Unit y) {
        return this == CORRELATION || this == BETA ? Unit.FRACTION : Formula.Dimension.product(x, y);
    }

    @Override
    public String toString() {
        return Formula.text(this);
    }

    /** The statistic of a formula over a trailing window. */
    record OverWindow(PairFormula formula, Window window) implements PairStatistic {

        @Override
        public RunningPair start() {
            return new PivotedPair(formula, window);
        }

        @Override
        public Unit unitOf(Unit x, Unit y) {
            return formula.unitOf(x, y);
        }

        @Override
        public String toString() {
            return formula + ", " + window;
        }
    }

    /** The statistic of a formula with decaying weights. */
    record OverDecay(PairFormula formula, Decay decay) implements PairStatistic {

        @Override
        public RunningPair start() {
            return new DecayingPair(formula, decay);
        }

        @Override
        public Unit unitOf(Unit x, Unit y) {
            return formula.unitOf(x, y);
        }

        @Override
        public String toString() {
            return formula + ", " + decay;
        }
    }
}
