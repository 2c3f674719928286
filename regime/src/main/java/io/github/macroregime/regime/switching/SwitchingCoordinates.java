package io.github.macroregime.regime.switching;

import io.github.macroregime.core.linear.Cholesky;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.regime.state.MarkovChain;
import io.github.macroregime.regime.state.ParameterScope;
import java.util.Arrays;

/**
 * The numbers of a model that are free, as coordinates that may take any value.
 *
 * <p>Levels in deviations of the sample, then the coefficients of the lags, then the logarithms of the variances, then
 * for each row of the chain the logarithms of its probabilities over the largest of them. What lies at its edge, a
 * probability of almost 0 or a variance at its floor, has no coordinate.
 */
final class SwitchingCoordinates {

    private static final double EDGE = 1e-9;
    static final double AT_FLOOR = 1 + 1e-9;

    private final SwitchingOptions options;
    private final double unit;
    private final int states;
    private final int lags;
    private final boolean[] freeVariance;
    private final int[] cells;
    private final int freeVariances;

    SwitchingCoordinates(SwitchingModel model, SwitchingOptions options, double unit, double floor) {
        this.options = options;
        this.unit = unit;
        this.states = model.states();
        this.lags = options.coefficients() == ParameterScope.COMMON ? model.order() : model.order() * states;
        this.freeVariance = new boolean[options.variances() == ParameterScope.COMMON ? 1 : states];
        int free = 0;
        for (int k = 0; k < freeVariance.length; k++) {
            freeVariance[k] = model.variances().get(k) > floor * AT_FLOOR;
            free += freeVariance[k] ? 1 : 0;
        }
        this.freeVariances = free;
        this.cells = freeCells(model.chain().transition().rowMajor(), states);
    }

    private static int[] freeCells(double[] transition, int states) {
        int[] free = new int[transition.length];
        int count = 0;
        for (int i = 0; i < states; i++) {
            int largest = largest(transition, i, states);
            for (int j = 0; j < states; j++) {
                if (j != largest && transition[i * states + j] > EDGE) {
                    free[count++] = i * states + j;
                }
            }
        }
        return Arrays.copyOf(free, count);
    }

    private static int largest(double[] transition, int row, int states) {
        int largest = 0;
        for (int j = 1; j < states; j++) {
            if (transition[row * states + j] > transition[row * states + largest]) {
                largest = j;
            }
        }
        return largest;
    }

    int size() {
        return states + lags + freeVariances + cells.length;
    }

    /** The slope of the log-likelihood along each coordinate. */
    double[] scores(SwitchingExpectation expectation) {
        double[] scores = new double[size()];
        int at = 0;
        for (double score : expectation.levelScores()) {
            scores[at++] = score * unit;
        }
        for (double score : expectation.lagScores()) {
            scores[at++] = score;
        }
        double[] ofVariances = expectation.logVarianceScores();
        for (int k = 0; k < freeVariance.length; k++) {
            if (freeVariance[k]) {
                scores[at++] = ofVariances[k];
            }
        }
        double[] transition = expectation.model().chain().transition().rowMajor();
        double[] ofChain = expectation.chainScores();
        for (int cell : cells) {
            scores[at++] = transition[cell] * (ofChain[cell] - average(ofChain, transition, cell / states));
        }
        return scores;
    }

    private double average(double[] ofChain, double[] transition, int row) {
        double sum = 0;
        for (int j = 0; j < states; j++) {
            sum += transition[row * states + j] * ofChain[row * states + j];
        }
        return sum;
    }

    /** The model some way along the coordinates, no variance below the floor. */
    SwitchingModel moved(SwitchingModel from, double[] by, double floor) {
        double[] levels = from.levels().toArray();
        Arrays.setAll(levels, k -> levels[k] + by[k] * unit);
        double[][] rows = from.lags().toArray();
        for (int k = 0; k < states; k++) {
            for (int lag = 0; lag < from.order(); lag++) {
                rows[k][lag] +=
                        by[states + (options.coefficients() == ParameterScope.COMMON ? lag : k * from.order() + lag)];
            }
        }
        int at = states + lags;
        double[] variances = from.variances().toArray();
        for (int k = 0; k < freeVariance.length; k++) {
            if (freeVariance[k]) {
                variances[k] = Math.max(floor, variances[k] * StrictMath.exp(by[at++]));
            }
        }
        if (freeVariance.length == 1) {
            Arrays.fill(variances, variances[0]);
        }
        return new SwitchingModel(
                chain(from, by, at),
                from.kind(),
                Doubles.copyOf(levels),
                Doubles.copyOf(variances),
                Matrix.copyOf(rows));
    }

    private MarkovChain chain(SwitchingModel from, double[] by, int at) {
        double[] transition = from.chain().transition().rowMajor();
        for (int i = 0; i < cells.length; i++) {
            transition[cells[i]] *= StrictMath.exp(by[at + i]);
        }
        double[][] rows = new double[states][states];
        for (int i = 0; i < states; i++) {
            double sum = 0;
            for (int j = 0; j < states; j++) {
                sum += transition[i * states + j];
            }
            for (int j = 0; j < states; j++) {
                rows[i][j] = transition[i * states + j] / sum;
            }
        }
        return MarkovChain.of(rows);
    }

    /** What a step along one coordinate is in the units of the model, each number by itself. */
    SwitchingErrors errors(SwitchingModel model, Cholesky information, int observed) {
        double[] step = new double[size()];
        double[] levels = new double[states];
        Arrays.setAll(levels, k -> unit * error(information, unit(k, step)));
        double[][] ofLags = new double[states][model.order()];
        for (int k = 0; k < states; k++) {
            for (int lag = 0; lag < model.order(); lag++) {
                int at = states + (options.coefficients() == ParameterScope.COMMON ? lag : k * model.order() + lag);
                ofLags[k][lag] = error(information, unit(at, step));
            }
        }
        double[] variances = new double[states];
        int at = states + lags;
        for (int k = 0; k < freeVariance.length; k++) {
            if (freeVariance[k]) {
                variances[k] = model.variances().get(k) * error(information, unit(at++, step));
            }
        }
        if (freeVariance.length == 1) {
            Arrays.fill(variances, variances[0]);
        }
        double[][] ofChain = new double[states][states];
        double[] transition = model.chain().transition().rowMajor();
        for (int i = 0; i < states; i++) {
            for (int j = 0; j < states; j++) {
                Arrays.fill(step, 0);
                for (int c = 0; c < cells.length; c++) {
                    if (cells[c] / states == i) {
                        step[at + c] = transition[i * states + j]
                                * ((cells[c] == i * states + j ? 1 : 0) - transition[cells[c]]);
                    }
                }
                ofChain[i][j] = transition[i * states + j] > EDGE ? error(information, step) : 0;
            }
        }
        return new SwitchingErrors(
                Matrix.copyOf(ofChain),
                Doubles.copyOf(levels),
                Doubles.copyOf(variances),
                Matrix.copyOf(ofLags),
                observed);
    }

    private static double[] unit(int at, double[] step) {
        Arrays.fill(step, 0);
        step[at] = 1;
        return step;
    }

    private static double error(Cholesky information, double[] gradient) {
        return Math.sqrt(information.inverseQuadraticForm(gradient));
    }
}
