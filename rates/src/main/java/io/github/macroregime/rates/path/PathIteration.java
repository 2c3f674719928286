package io.github.macroregime.rates.path;

import io.github.macroregime.core.series.Doubles;
import java.util.Arrays;

/** A path on its way to the quotes. */
final class PathIteration {

    private static final int STEPS_ON_ONE_JACOBIAN = 40;

    /** From a step of this size on the gradients are looked at in each. */
    private static final double NEAR = 1e-7;

    private final CompiledRate[] rows;
    private final int unknowns;
    private final double[] errors;
    private final boolean linear;
    private final double[] x;
    private final double[] rates;
    private final double[] missed;
    private final Growth growth;

    PathIteration(QuoteSystem system, double[] x, Doubles quoted) {
        this.rows = system.rows();
        this.unknowns = system.unknowns();
        this.errors = system.errors();
        this.linear = system.isLinear();
        this.x = x;
        this.rates = system.byRow(quoted);
        this.missed = new double[rates.length];
        this.growth = Growth.at(system.grid(), x);
    }

    double[] x() {
        return x;
    }

    double[] rates() {
        return rates;
    }

    double[] missed() {
        return missed;
    }

    Growth growth() {
        return growth;
    }

    boolean isFinite() {
        for (double one : x) {
            if (!(Math.abs(one) <= Double.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }

    /** The residual of each quote. */
    void miss() {
        for (int i = 0; i < rates.length; i++) {
            missed[i] = rates[i] - rows[i].rate(growth);
        }
    }

    /** Moves the path onto what the linearised quotes imply. */
    void recentre(Linearisation at) {
        miss();
        for (int i = 0; i < rates.length; i++) {
            for (int j = 0; j < unknowns; j++) {
                missed[i] += at.gradient()[i][j] * x[j];
            }
        }
        Arrays.fill(x, 0);
        add(at.map());
    }

    /** One step on the fixed map; the answer is the largest move. */
    double step(Linearisation at) {
        miss();
        return add(at.map());
    }

    /** Steps on the fixed map until they no longer shrink or are small enough to look at gradients. */
    void settle(Linearisation at) {
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < STEPS_ON_ONE_JACOBIAN; i++) {
            double moved = step(at);
            if (!(moved < last) || moved <= (linear ? PathCalibrator.SETTLED : NEAR)) {
                return;
            }
            last = moved;
        }
    }

    /**
     * Steps with fresh gradients and the old inverse, until the next one would find nothing: what the misses pull at
     * vanishes there, where on the fixed map only its part by the old gradients does.
     */
    void polish(Linearisation at) {
        double[] held = new double[rates.length];
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < STEPS_ON_ONE_JACOBIAN; i++) {
            double moved = pulled(at, held);
            if (!(moved < last)
                    || moved <= PathCalibrator.SETTLED
                    || (i > 0 && moved * (moved / last) <= PathCalibrator.SETTLED)) {
                return;
            }
            last = moved;
        }
    }

    /** One such step; the multipliers of equalities are found beside it. */
    private double pulled(Linearisation at, double[] held) {
        double[] pull = new double[unknowns];
        double[] gradient = new double[unknowns];
        double[] moves = new double[unknowns];
        for (int i = 0; i < rates.length; i++) {
            Arrays.fill(gradient, 0);
            missed[i] = rates[i] - rows[i].rate(growth, gradient);
            double weight = errors[i] > 0 ? missed[i] / (errors[i] * errors[i]) : held[i];
            for (int j = 0; j < unknowns; j++) {
                pull[j] += weight * gradient[j];
            }
        }
        for (int i = 0; i < rates.length; i++) {
            for (int j = 0; j < unknowns && errors[i] == 0; j++) {
                moves[j] += at.map()[j][i] * missed[i];
                held[i] -= at.map()[j][i] * pull[j];
            }
        }
        double[][] inverse = at.inverse();
        double largest = 0;
        for (int j = 0; j < unknowns; j++) {
            for (int k = 0; k < unknowns; k++) {
                moves[j] += inverse[j][k] * pull[k];
            }
            x[j] += moves[j];
            largest = Math.max(largest, Math.abs(moves[j]));
        }
        growth.move();
        return largest;
    }

    private double add(double[][] map) {
        double largest = 0;
        for (int j = 0; j < unknowns; j++) {
            double[] row = map[j];
            double move = 0;
            for (int i = 0; i < missed.length; i++) {
                move += row[i] * missed[i];
            }
            x[j] += move;
            largest = Math.max(largest, Math.abs(move));
        }
        if (linear) {
            return largest;
        }
        growth.move();
        return largest;
    }
}
