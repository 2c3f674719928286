package io.github.macroregime.regime.state;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * A {@index "Markov chain"} by its {@index "transition matrix"}, how one state follows another: entry (i, j) is the
 * probability that state j comes next when it is state i now.
 *
 * @param transition the transition matrix: square, each row non-negative and summing to one within 1e-9
 */
public record MarkovChain(Matrix transition) implements Serializable {

    private static final double SINGULAR = 1e-14;

    private static final int MOST_STATES = 1000;

    public MarkovChain {
        if (transition.rows() == 0 || transition.rows() != transition.columns()) {
            throw new IllegalArgumentException("transition must be square with at least one state but was "
                    + transition.rows() + " x " + transition.columns());
        }
        for (int i = 0; i < transition.rows(); i++) {
            requireDistribution(transition, i);
        }
    }

    /**
     * A chain from its rows.
     *
     * @param rows one row for each state
     * @return the chain
     * @throws IllegalArgumentException if a row is no distribution
     */
    public static MarkovChain of(double[][] rows) {
        return new MarkovChain(Matrix.copyOf(rows));
    }

    /**
     * A chain of two states from the probabilities of staying.
     *
     * @param stayInFirst probability that state 0 follows state 0, in [0, 1]
     * @param stayInSecond probability that state 1 follows state 1, in [0, 1]
     * @return the chain
     * @throws IllegalArgumentException if a probability lies outside [0, 1]
     */
    public static MarkovChain ofTwoStates(double stayInFirst, double stayInSecond) {
        return of(new double[][] {{stayInFirst, 1 - stayInFirst}, {1 - stayInSecond, stayInSecond}});
    }

    /**
     * A chain that stays with one probability and leaves each state for all others alike.
     *
     * @param states how many, from 1
     * @param stay the probability of staying, 1 for a single state
     * @return the chain
     * @throws IllegalArgumentException if a row is no distribution
     */
    public static MarkovChain persistent(int states, double stay) {
        if (states < 1 || states > MOST_STATES) {
            throw new IllegalArgumentException("states must lie in [1, " + MOST_STATES + "] but was " + states);
        }
        double[][] rows = new double[states][states];
        for (int i = 0; i < states; i++) {
            Arrays.fill(rows[i], (1 - stay) / Math.max(1, states - 1));
            rows[i][i] = stay;
        }
        return of(rows);
    }

    // By cells and not by a copy of the row, because a fit makes a chain at every step.
    private static void requireDistribution(Matrix transition, int row) {
        double sum = 0;
        boolean holds = true;
        for (int j = 0; j < transition.columns(); j++) {
            holds &= transition.get(row, j) >= 0;
            sum += transition.get(row, j);
        }
        if (!(holds && Math.abs(sum - 1) <= Require.SUM_TOLERANCE)) {
            Require.distribution(transition.row(row), "transition row " + row);
        }
    }

    /**
     * How many states there are.
     *
     * @return at least one
     */
    public int states() {
        return transition.rows();
    }

    /**
     * The {@index "stationary distribution"}, the share of time spent in each state in the long run: the {@code p} with
     * {@code p A = p} and {@code sum p = 1}.
     *
     * <p><b>Cost</b>: O(K³).
     *
     * @return one probability for each state, empty if it depends on the start
     */
    public Optional<Doubles> stationaryDistribution() {
        int n = states();
        double[][] system = new double[n][n];
        for (int i = 0; i < n - 1; i++) {
            for (int j = 0; j < n; j++) {
                system[i][j] = transition.get(j, i) - (i == j ? 1 : 0);
            }
        }
        Arrays.fill(system[n - 1], 1);
        double[] right = new double[n];
        right[n - 1] = 1;
        return solve(system, right).map(MarkovChain::cleaned);
    }

    /**
     * The {@index "expected duration"} of a stay in a state, in steps: {@code 1 / (1 - A[k][k])}.
     *
     * <p><b>Unit</b>: observations, the first of the stay included.
     *
     * @param state from 0 to states − 1
     * @return at least 1, empty for a state that is never left
     */
    public OptionalDouble expectedDuration(int state) {
        double leaving = 1 - transition.get(state, state);
        return leaving > 0 ? OptionalDouble.of(1 / leaving) : OptionalDouble.empty();
    }

    /**
     * The probability of each state a number of steps ahead: {@code p A^steps}.
     *
     * <p><b>Cost</b>: O(K² steps).
     *
     * @param now one probability for each state
     * @param steps from 0
     * @return one probability for each state
     * @throws IllegalArgumentException if {@code now} is no distribution over the states or steps is negative
     */
    public Doubles ahead(Doubles now, int steps) {
        if (now.size() != states()) {
            throw new IllegalArgumentException("now must have " + states() + " numbers but had " + now.size());
        }
        Require.distribution(now, "now");
        if (steps < 0) {
            throw new IllegalArgumentException("steps must not be negative but was " + steps);
        }
        double[] probabilities = now.toArray();
        double[] flat = transition.rowMajor();
        for (int step = 0; step < steps; step++) {
            double[] next = new double[probabilities.length];
            advance(probabilities, flat, next);
            probabilities = next;
        }
        return Doubles.copyOf(probabilities);
    }

    /**
     * The same chain with its states in another order.
     *
     * @param order at each new place the old number of the state
     * @return the reordered chain
     * @throws IllegalArgumentException if it is not a permutation of the states
     */
    public MarkovChain reordered(int... order) {
        requirePermutation(order, states());
        double[][] rows = new double[states()][states()];
        for (int i = 0; i < order.length; i++) {
            for (int j = 0; j < order.length; j++) {
                rows[i][j] = transition.get(order[i], order[j]);
            }
        }
        return of(rows);
    }

    // Divided by its own sum, so that rounding does not add up over a long run without observations.
    static void advance(double[] from, double[] transition, double[] into) {
        int n = from.length;
        double sum = 0;
        for (int j = 0; j < n; j++) {
            double next = 0;
            for (int i = 0; i < n; i++) {
                next += from[i] * transition[i * n + j];
            }
            into[j] = next;
            sum += next;
        }
        for (int j = 0; j < n; j++) {
            into[j] /= sum;
        }
    }

    static void requirePermutation(int[] order, int size) {
        boolean[] seen = new boolean[size];
        for (int state : order) {
            if (order.length != size || state < 0 || state >= size || seen[state]) {
                throw new IllegalArgumentException(
                        "order must be a permutation of the " + size + " states but was " + Arrays.toString(order));
            }
            seen[state] = true;
        }
    }

    private static Optional<double[]> solve(double[][] system, double[] right) {
        DecompositionSolver solver = new LUDecomposition(new Array2DRowRealMatrix(system, false), SINGULAR).getSolver();
        return solver.isNonSingular()
                ? Optional.of(solver.solve(new ArrayRealVector(right, false)).toArray())
                : Optional.empty();
    }

    private static Doubles cleaned(double[] solution) {
        double sum = 0;
        for (int i = 0; i < solution.length; i++) {
            solution[i] = Math.max(0, solution[i]);
            sum += solution[i];
        }
        double total = sum;
        return Doubles.copyOf(solution).map(p -> p / total);
    }

    /** The matrix, each row with the mean stay in its state. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("MarkovChain of " + states() + " states");
        for (int i = 0; i < states(); i++) {
            text.append("\nfrom " + i);
            for (int j = 0; j < states(); j++) {
                text.append(NumberText.of("%10.6f", transition.get(i, j)));
            }
            OptionalDouble stay = expectedDuration(i);
            text.append(stay.isPresent() ? NumberText.of("  mean stay %.1f", stay.getAsDouble()) : "  never left");
        }
        return text.toString();
    }
}
