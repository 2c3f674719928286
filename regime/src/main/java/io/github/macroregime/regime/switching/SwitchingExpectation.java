package io.github.macroregime.regime.switching;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.regime.state.MarkovChain;
import io.github.macroregime.regime.state.ParameterScope;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * What a sample says about the hidden states under a model, and the step and the slope that follow from it.
 *
 * <p>With the smoothed probabilities of the histories the expected log-likelihood of observations and states together is
 * a sum of weighted squares in the levels and in the lags, each for given other ones, a closed form in the variances,
 * and {@code sum N_ij ln a_ij + sum g_i ln p_i(A)} in the chain: N_ij expected transition counts, g the probabilities of the oldest
 * state, p the stationary distribution of the chain, in which it starts. Its derivative at the model is that of the log-likelihood
 * itself.
 */
final class SwitchingExpectation {

    private static final double SINGULAR = 1e-14;

    private static final double SMALLEST_MOVE = 1e-12;
    private static final int MOST_HALVINGS = 20;

    private final double[] y;
    private final SwitchingModel model;
    private final SwitchingOptions options;
    private final HistoryPass pass;
    private final double[] transitionCounts;
    private final double[] oldest;
    private final int[][] stateAtLag;

    private SwitchingExpectation(double[] y, SwitchingModel model, SwitchingOptions options) {
        this.y = y;
        this.model = model;
        this.options = options;
        this.pass = HistoryPass.forwards(y, model);
        this.transitionCounts = pass.backwards();
        this.oldest = new double[model.states()];
        this.stateAtLag = statesAtLags(model, pass.histories());
        countFirstHistory();
    }

    static SwitchingExpectation of(double[] y, SwitchingModel model, SwitchingOptions options) {
        return new SwitchingExpectation(y, model, options);
    }

    private static int[][] statesAtLags(SwitchingModel model, int histories) {
        int remembered = model.kind() == SwitchingModel.Level.MEAN ? model.order() : 0;
        int[][] table = new int[histories][remembered + 1];
        for (int h = 0; h < histories; h++) {
            int rest = h;
            for (int lag = remembered; lag >= 0; lag--) {
                table[h][lag] = rest % model.states();
                rest /= model.states();
            }
        }
        return table;
    }

    private void countFirstHistory() {
        int row = model.order() * pass.histories();
        for (int h = 0; h < stateAtLag.length; h++) {
            double share = pass.filtered()[row + h];
            int[] path = stateAtLag[h];
            oldest[path[path.length - 1]] += share;
            for (int lag = path.length - 1; lag > 0; lag--) {
                transitionCounts[path[lag] * model.states() + path[lag - 1]] += share;
            }
        }
    }

    SwitchingModel model() {
        return model;
    }

    double logLikelihood() {
        return pass.logLikelihood();
    }

    int observed() {
        return pass.observed();
    }

    /** One step of the EM algorithm, conditional maximisation (ECM): levels, then lags, then variances, and the chain. */
    SwitchingModel maximised(double floor) {
        SwitchingModel levelled = with(levels(), model.variances(), model.lags());
        SwitchingModel lagged = with(levelled.levels(), model.variances(), lags(levelled));
        Doubles variances = variances(lagged, floor);
        return new SwitchingModel(chain(), model.kind(), lagged.levels(), variances, lagged.lags());
    }

    private SwitchingModel with(Doubles levels, Doubles variances, Matrix lags) {
        return new SwitchingModel(model.chain(), model.kind(), levels, variances, lags);
    }

    private interface Visit {
        void at(int t, int[] path, double weight);
    }

    private void visit(Visit visit) {
        for (int t = model.order(); t < y.length; t++) {
            for (int h = 0; pass.isWeighed(t) && h < stateAtLag.length; h++) {
                double weight = pass.filtered()[t * stateAtLag.length + h];
                if (weight > 0) {
                    visit.at(t, stateAtLag[h], weight);
                }
            }
        }
    }

    // The part of the expected observation that one more unit of each level adds.
    private void levelRegressors(SwitchingModel at, int[] path, double[] into) {
        Arrays.fill(into, 0);
        into[path[0]] = 1;
        for (int lag = 1; lag < path.length; lag++) {
            into[path[lag]] -= at.lags().get(path[0], lag - 1);
        }
    }

    private void lagRegressors(SwitchingModel at, int t, int[] path, double[] into) {
        Arrays.fill(into, 0);
        int start = options.coefficients() == ParameterScope.COMMON ? 0 : path[0] * at.order();
        for (int lag = 1; lag <= at.order(); lag++) {
            double level = path.length > 1 ? at.levels().get(path[lag]) : 0;
            into[start + lag - 1] = y[t - lag] - level;
        }
    }

    private double residual(SwitchingModel at, int t, int[] path) {
        double residual = y[t] - at.levels().get(path[0]);
        for (int lag = 1; lag <= at.order(); lag++) {
            double level = path.length > 1 ? at.levels().get(path[lag]) : 0;
            residual -= at.lags().get(path[0], lag - 1) * (y[t - lag] - level);
        }
        return residual;
    }

    // Corrections of the present levels, so that no digits of a high level are lost.
    private Doubles levels() {
        double[] regressors = new double[model.states()];
        WeightedSquares squares = new WeightedSquares(regressors.length);
        visit((t, path, weight) -> {
            levelRegressors(model, path, regressors);
            squares.add(
                    regressors,
                    residual(model, t, path),
                    weight / model.variances().get(path[0]));
        });
        Optional<double[]> corrections = squares.solve();
        double[] levels = model.levels().toArray();
        corrections.ifPresent(by -> Arrays.setAll(levels, k -> levels[k] + by[k]));
        return Doubles.copyOf(levels);
    }

    private Matrix lags(SwitchingModel at) {
        int order = at.order();
        double[] regressors = new double[options.coefficients() == ParameterScope.COMMON ? order : order * at.states()];
        WeightedSquares squares = new WeightedSquares(regressors.length);
        visit((t, path, weight) -> {
            lagRegressors(at, t, path, regressors);
            squares.add(
                    regressors, residual(at, t, path), weight / at.variances().get(path[0]));
        });
        double[][] rows = at.lags().toArray();
        squares.solve().ifPresent(by -> {
            for (int k = 0; k < rows.length; k++) {
                for (int lag = 0; lag < order; lag++) {
                    rows[k][lag] += by[options.coefficients() == ParameterScope.COMMON ? lag : k * order + lag];
                }
            }
        });
        return Matrix.copyOf(rows);
    }

    private Doubles variances(SwitchingModel at, double floor) {
        double[] squares = new double[at.states()];
        double[] weights = new double[at.states()];
        boolean common = options.variances() == ParameterScope.COMMON;
        visit((t, path, weight) -> {
            double residual = residual(at, t, path);
            int k = common ? 0 : path[0];
            weights[k] += weight;
            squares[k] += weight * residual * residual;
        });
        double[] variances = at.variances().toArray();
        for (int k = 0; k < variances.length; k++) {
            int from = common ? 0 : k;
            if (weights[from] > Double.MIN_NORMAL) {
                variances[k] = Math.max(squares[from] / weights[from], floor);
            }
        }
        return Doubles.copyOf(variances);
    }

    // The closed form with the start in the stationary distribution counted in: a row in proportion to a_ij times its
    // slope. Where
    // nothing moves any more the slopes of a row are equal, which is the maximum. Halved until it is no worse than
    // none.
    private MarkovChain chain() {
        int n = model.states();
        double[] now = model.chain().transition().rowMajor();
        double[] counts = counts(now);
        double before = expectedLogLikelihood(model.chain());
        double part = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[][] rows = new double[n][n];
            for (int i = 0; i < n; i++) {
                double total = 0;
                for (int j = 0; j < n; j++) {
                    int cell = i * n + j;
                    rows[i][j] = Math.max(SMALLEST_MOVE, now[cell] + part * (counts[cell] - now[cell]));
                    total += rows[i][j];
                }
                for (int j = 0; j < n; j++) {
                    rows[i][j] /= total;
                }
            }
            MarkovChain chain = MarkovChain.of(rows);
            if (expectedLogLikelihood(chain) >= before) {
                return chain;
            }
            part /= 2;
        }
        return model.chain();
    }

    // Slopes of a row count up to a number that all have in common; the least start in the stationary distribution is
    // made to
    // be none.
    private double[] counts(double[] now) {
        int n = model.states();
        double[] reached = reached();
        double least = Arrays.stream(reached).min().orElse(0);
        Doubles stationary = model.chain().stationaryDistribution().orElseThrow();
        double[] counts = new double[n * n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                int cell = i * n + j;
                counts[cell] = transitionCounts[cell] + now[cell] * stationary.get(i) * (reached[j] - least);
                sum += counts[cell];
            }
            for (int j = 0; j < n; j++) {
                int cell = i * n + j;
                counts[cell] = sum > Double.MIN_NORMAL ? counts[cell] / sum : now[cell];
            }
        }
        return counts;
    }

    private double expectedLogLikelihood(MarkovChain chain) {
        Optional<Doubles> stationary = chain.stationaryDistribution();
        if (stationary.isEmpty()) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = 0;
        double[] cells = chain.transition().rowMajor();
        for (int cell = 0; cell < cells.length; cell++) {
            sum += transitionCounts[cell] > 0 ? transitionCounts[cell] * StrictMath.log(cells[cell]) : 0;
        }
        for (int k = 0; k < oldest.length; k++) {
            sum += oldest[k] > 0 ? oldest[k] * StrictMath.log(stationary.get().get(k)) : 0;
        }
        return sum;
    }

    /** The derivative of the log-likelihood with respect to each level. */
    double[] levelScores() {
        double[] scores = new double[model.states()];
        double[] regressors = new double[model.states()];
        visit((t, path, weight) -> {
            levelRegressors(model, path, regressors);
            addScore(t, path, weight, regressors, scores);
        });
        return scores;
    }

    /** The same for each coefficient of the lags: of the first state, then of the next, or common ones. */
    double[] lagScores() {
        int count = options.coefficients() == ParameterScope.COMMON ? model.order() : model.order() * model.states();
        double[] scores = new double[count];
        double[] regressors = new double[count];
        visit((t, path, weight) -> {
            lagRegressors(model, t, path, regressors);
            addScore(t, path, weight, regressors, scores);
        });
        return scores;
    }

    private void addScore(int t, int[] path, double weight, double[] regressors, double[] scores) {
        double push = weight * residual(model, t, path) / model.variances().get(path[0]);
        for (int i = 0; i < scores.length; i++) {
            scores[i] += push * regressors[i];
        }
    }

    /** The same for the logarithm of each variance, or of the common one. */
    double[] logVarianceScores() {
        boolean common = options.variances() == ParameterScope.COMMON;
        double[] scores = new double[common ? 1 : model.states()];
        visit((t, path, weight) -> {
            double residual = residual(model, t, path);
            double squares = residual * residual / model.variances().get(path[0]);
            scores[common ? 0 : path[0]] += 0.5 * weight * (squares - 1);
        });
        return scores;
    }

    /**
     * The same for each probability of the chain, row after row, up to what all of a row have in common.
     *
     * <p>A change dA of the chain, its rows summing to zero, moves the stationary distribution by {@code p dA Z} with
     * {@code Z = (I - A + 1 p)^-1}.
     */
    double[] chainScores() {
        int n = model.states();
        double[] cells = model.chain().transition().rowMajor();
        Doubles stationary = model.chain().stationaryDistribution().orElseThrow();
        double[] reached = reached();
        double[] scores = new double[n * n];
        for (int cell = 0; cell < scores.length; cell++) {
            scores[cell] = (transitionCounts[cell] > 0 ? transitionCounts[cell] / cells[cell] : 0)
                    + stationary.get(cell / n) * reached[cell % n];
        }
        return scores;
    }

    // Z times g over p: what the start in the stationary distribution gains from one more move into each state.
    private double[] reached() {
        int n = model.states();
        double[] cells = model.chain().transition().rowMajor();
        Doubles stationary = model.chain().stationaryDistribution().orElseThrow();
        double[][] system = new double[n][n];
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                system[i][j] = (i == j ? 1 : 0) - cells[i * n + j] + stationary.get(j);
            }
            right[i] = oldest[i] > 0 ? oldest[i] / stationary.get(i) : 0;
        }
        return new LUDecomposition(new Array2DRowRealMatrix(system, false), SINGULAR)
                .getSolver()
                .solve(new ArrayRealVector(right, false))
                .toArray();
    }
}
