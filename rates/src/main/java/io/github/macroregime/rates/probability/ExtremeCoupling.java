package io.github.macroregime.rates.probability;

import io.github.macroregime.rates.probability.DependenceBounds.JointOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The joint distribution with given distributions at each meeting under which an event is most or least likely.
 *
 * <p>Idea: the probabilities of the cells are the unknowns of a linear program whose conditions are the distributions at the
 * meetings; it is solved by the simplex method. A basis has one cell more than there are free probabilities. The
 * comonotonic distribution is the first basis: walking from all lowest to all highest outcomes, one meeting at a time in the
 * order of the cumulative probabilities, visits exactly that many cells, and they are independent even where the walk
 * stands still in probability. The cell that enters is found from the prices of the outcomes without listing columns
 * ({@link JointLattice#least}); the one that leaves by the lexicographic rule, so that the method ends however many
 * probabilities tie. All conditions are sums of cells, so that nothing but the given probabilities is rounded.
 *
 * <p><b>Source</b>: Dantzig, Orden and Wolfe 1955, Pacific Journal of Mathematics 5, the lexicographic simplex method.
 */
final class ExtremeCoupling {

    private static final double SETTLED = 1e-11;
    private static final double TIED = 1e-12;
    private static final double NOTHING = 1e-15;
    private static final int MOST_STEPS = 20_000;
    private static final int STEPS_ON_ONE_INVERSE = 50;

    /** More conditions than these are no longer solved to the last digits. */
    private static final int MOST_CONDITIONS = 48;

    private final JointLattice lattice;
    private final boolean most;
    private final int rows;
    private final int[] first;
    private final int[][] start;
    private final int[][] basis;

    /** For each basic cell its probability, its row of the inverse, and that row times the first basis. */
    private final double[][] table;

    private ExtremeCoupling(JointLattice lattice, boolean most) {
        this.lattice = lattice;
        this.most = most;
        this.first = new int[lattice.distributions.length];
        int free = 0;
        for (int i = 0; i < first.length; i++) {
            first[i] = free;
            free += lattice.distributions[i].length - 1;
        }
        this.rows = free + 1;
        if (rows > MOST_CONDITIONS) {
            throw new IllegalArgumentException("event must look at no more than " + MOST_CONDITIONS
                    + " free probabilities of outcomes but looks at " + rows);
        }
        this.start = comonotone();
        this.basis = start.clone();
        this.table = new double[rows][1 + 2 * rows];
    }

    /** The least (or greatest) probability of the event, with the cells of a distribution that attains it. */
    record Extreme(double probability, List<JointOutcome> distribution) {}

    static Extreme of(JointLattice lattice, boolean most) {
        ExtremeCoupling coupling = new ExtremeCoupling(lattice, most);
        for (int i = 0; i < MOST_STEPS; i++) {
            if (i % STEPS_ON_ONE_INVERSE == 0) {
                coupling.invert();
            }
            if (!coupling.improve()) {
                coupling.invert();
                return coupling.extreme();
            }
        }
        throw new IllegalStateException(
                "no extreme joint distribution was found under " + coupling.rows + " conditions");
    }

    /** The cells that the common state visits as it rises, one step of one meeting at a time. */
    private int[][] comonotone() {
        int[] cell = new int[first.length];
        double[] reached = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            reached[i] = lattice.distributions[i][0];
        }
        int[][] walk = new int[rows][];
        walk[0] = cell.clone();
        for (int b = 1; b < rows; b++) {
            int next = next(cell, reached);
            cell[next]++;
            reached[next] += lattice.distributions[next][cell[next]];
            walk[b] = cell.clone();
        }
        return walk;
    }

    /** The meeting that changes first as the common state rises. */
    private int next(int[] cell, double[] reached) {
        int next = -1;
        for (int i = 0; i < cell.length; i++) {
            if (cell[i] < lattice.distributions[i].length - 1 && (next < 0 || reached[i] < reached[next])) {
                next = i;
            }
        }
        return next;
    }

    /** Whether a cell counts in a condition: those of the outcomes of each meeting but its last, then the whole. */
    private double entry(int[] cell, int row) {
        if (row == rows - 1) {
            return 1;
        }
        int meeting = meeting(row);
        return cell[meeting] == row - first[meeting] ? 1 : 0;
    }

    private int meeting(int row) {
        int meeting = first.length - 1;
        while (first[meeting] > row) {
            meeting--;
        }
        return meeting;
    }

    private double condition(int row) {
        return row == rows - 1 ? 1 : lattice.distributions[meeting(row)][row - first[meeting(row)]];
    }

    /** The table of the basis afresh. */
    private void invert() {
        double[][] system = new double[rows][2 * rows];
        for (int row = 0; row < rows; row++) {
            for (int b = 0; b < rows; b++) {
                system[row][b] = entry(basis[b], row);
            }
            system[row][rows + row] = 1;
        }
        for (int k = 0; k < rows; k++) {
            int pivot = k;
            for (int i = k + 1; i < rows; i++) {
                if (Math.abs(system[i][k]) > Math.abs(system[pivot][k])) {
                    pivot = i;
                }
            }
            double[] row = system[pivot];
            system[pivot] = system[k];
            system[k] = row;
            eliminate(system, k, k);
        }
        for (int b = 0; b < rows; b++) {
            Arrays.fill(table[b], 0);
            for (int row = 0; row < rows; row++) {
                double cell = system[b][rows + row];
                table[b][1 + row] = cell;
                table[b][0] += cell * condition(row);
                for (int c = 0; c < rows; c++) {
                    table[b][1 + rows + c] += cell * entry(start[c], row);
                }
            }
            table[b][0] = Math.max(0, table[b][0]);
        }
    }

    /** Makes a column that of the unit matrix at a row. */
    private static void eliminate(double[][] system, int at, int column) {
        double pivot = system[at][column];
        for (int c = 0; c < system[at].length; c++) {
            system[at][c] /= pivot;
        }
        for (int i = 0; i < system.length; i++) {
            double factor = system[i][column];
            if (i != at && factor != 0) {
                for (int c = 0; c < system[i].length; c++) {
                    system[i][c] -= factor * system[at][c];
                }
            }
        }
    }

    private double worth(int[] cell) {
        return lattice.happens(cell) == most ? 1 : 0;
    }

    /** One exchange of the basis; false when no cell improves it. */
    private boolean improve() {
        double[][] prices = prices();
        double whole = 0;
        for (int b = 0; b < rows; b++) {
            whole += worth(basis[b]) * table[b][rows];
        }
        int[] counted = new int[first.length];
        int[] other = new int[first.length];
        double gain = 1 - lattice.least(prices, most, counted) - whole;
        double otherGain = -lattice.least(prices, !most, other) - whole;
        int[] entering = gain >= otherGain ? counted : other;
        if (!(Math.max(gain, otherGain) > SETTLED)) {
            return false;
        }
        double[] change = new double[rows];
        for (int b = 0; b < rows; b++) {
            change[b] = table[b][rows];
            for (int i = 0; i < first.length; i++) {
                if (entering[i] < lattice.distributions[i].length - 1) {
                    change[b] += table[b][1 + first[i] + entering[i]];
                }
            }
        }
        exchange(leaving(change), entering, change);
        return true;
    }

    /** The price of each outcome at each meeting: what the event gains from a little more of its probability. */
    private double[][] prices() {
        double[][] prices = new double[first.length][];
        for (int i = 0; i < first.length; i++) {
            prices[i] = new double[lattice.distributions[i].length];
            for (int k = 0; k + 1 < prices[i].length; k++) {
                for (int b = 0; b < rows; b++) {
                    prices[i][k] += worth(basis[b]) * table[b][1 + first[i] + k];
                }
            }
        }
        return prices;
    }

    private int leaving(double[] change) {
        int leaving = -1;
        for (int b = 0; b < rows; b++) {
            if (change[b] > SETTLED && (leaving < 0 || comesBefore(b, leaving, change))) {
                leaving = b;
            }
        }
        return leaving;
    }

    /** Whether a row leaves before another: the smaller share of its probability, then of what was multiplied. */
    private boolean comesBefore(int one, int other, double[] change) {
        int order = compared(0, one, other, change);
        for (int c = 1 + rows; c < 1 + 2 * rows && order == 0; c++) {
            order = compared(c, one, other, change);
        }
        return order < 0;
    }

    private int compared(int column, int one, int other, double[] change) {
        double difference = table[one][column] / change[one] - table[other][column] / change[other];
        return Math.abs(difference) <= TIED ? 0 : (int) Math.signum(difference);
    }

    private void exchange(int leaving, int[] entering, double[] change) {
        basis[leaving] = entering;
        for (int c = 0; c < table[leaving].length; c++) {
            table[leaving][c] /= change[leaving];
        }
        for (int b = 0; b < rows; b++) {
            if (b != leaving && change[b] != 0) {
                for (int c = 0; c < table[b].length; c++) {
                    table[b][c] -= change[b] * table[leaving][c];
                }
                table[b][0] = Math.max(0, table[b][0]);
            }
        }
    }

    private Extreme extreme() {
        double sum = 0;
        List<JointOutcome> distribution = new ArrayList<>();
        for (int b = 0; b < rows; b++) {
            double probability = table[b][0];
            if (lattice.happens(basis[b])) {
                sum += probability;
            }
            if (probability > NOTHING) {
                distribution.add(lattice.outcome(basis[b], probability));
            }
        }
        distribution.sort(Comparator.comparingDouble(JointOutcome::probability)
                .reversed()
                .thenComparing(outcome -> outcome.moves().toString()));
        return new Extreme(Math.min(1, sum), distribution);
    }
}
