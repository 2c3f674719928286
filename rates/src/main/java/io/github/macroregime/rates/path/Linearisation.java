package io.github.macroregime.rates.path;

import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.rates.instrument.Adjustments.Unknowns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The gradients of all quotes at a path, and the map from quotes to unknowns that follows from them.
 *
 * <p>What the quotes do not settle is found out once, on the flat path: from then on only the smoothest paths are
 * looked at, so that every further linearisation is of full rank.
 */
final class Linearisation {

    private static final double UNIDENTIFIED = 1e-9;

    private final QuoteSystem system;
    private final int unknowns;
    private final double[] errors;
    private final double[][] gradient;
    private final double[][] map;
    private final double[][] dataFree;
    private final int dataFreedom;
    private final double condition;

    /** The inverse of the normal matrix, which is the covariance of the unknowns. */
    private final double[][] inverse;

    /** A basis of the paths of minimum roughness, a row for each unknown; empty where the quotes settle all. */
    private final Optional<double[][]> smooth;

    /** The first one, which finds out what the quotes settle. */
    static Linearisation first(QuoteSystem system, double[] x) {
        return new Linearisation(system, x, Optional.empty(), true);
    }

    /** A further one, where what is settled is known from one before. */
    static Linearisation at(QuoteSystem system, double[] x, Optional<Linearisation> before) {
        return new Linearisation(system, x, before, false);
    }

    private Linearisation(QuoteSystem system, double[] x, Optional<Linearisation> before, boolean first) {
        this.system = system;
        this.unknowns = system.unknowns();
        this.errors = system.errors();
        gradient = new double[errors.length][unknowns];
        Growth growth = Growth.at(system.grid(), x);
        for (int i = 0; i < errors.length; i++) {
            system.rows()[i].rate(growth, gradient[i]);
        }
        Optional<double[][]> basis = before.flatMap(each -> each.smooth);
        double[][] seen =
                basis.map(each -> FitCurvature.product(gradient, each)).orElse(gradient);
        StagedLeastSquares solver = new StagedLeastSquares(seen[0].length, errors.length);
        stage(solver, seen, true, first);
        stage(solver, seen, false, first);
        dataFree = before.map(each -> each.dataFree).orElseGet(solver::free);
        dataFreedom = before.map(each -> each.dataFreedom).orElseGet(solver::freedom);
        condition = basis.isPresent() ? before.orElseThrow().condition : solver.condition();
        smooth = first && dataFreedom > 0 ? Optional.of(basis(solver.seenRows())) : basis;
        if (first && dataFreedom > 0) {
            smooth(solver);
        }
        map = basis.map(each -> FitCurvature.product(each, solver.map())).orElseGet(solver::map);
        inverse = system.isLinear() ? new double[0][] : FitCurvature.covariance(map, errors);
    }

    double[][] gradient() {
        return gradient;
    }

    double[][] map() {
        return map;
    }

    double[][] inverse() {
        return inverse;
    }

    int dataFreedom() {
        return dataFreedom;
    }

    double condition() {
        return condition;
    }

    /** Whether no quote tells anything of the path. */
    boolean isEmpty() {
        return dataFreedom == unknowns;
    }

    private void stage(StagedLeastSquares solver, double[][] seen, boolean equality, boolean first) {
        int count = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (double error : errors) {
            if ((error == 0) == equality) {
                count++;
                smallest = Math.min(smallest, error);
            }
        }
        int[] chosen = new int[count];
        double[][] chosenRows = new double[count][];
        double[] weights = new double[count];
        for (int i = 0, k = 0; i < errors.length; i++) {
            if ((errors[i] == 0) == equality) {
                chosen[k] = i;
                chosenRows[k] = seen[i];
                weights[k] = equality ? 1 : smallest / errors[i];
                k++;
            }
        }
        solver.stage(chosenRows, weights, chosen, first ? QuoteSystem.leastSlope(smallest) : 0);
    }

    /** The paths of minimum roughness, by what the quotes tell. */
    private double[][] basis(double[][] seenRows) {
        StagedLeastSquares solver = new StagedLeastSquares(unknowns, seenRows.length);
        double[] one = new double[seenRows.length];
        Arrays.fill(one, 1);
        solver.stage(seenRows, one, QuoteSystem.inOrder(seenRows.length), 0);
        smooth(solver);
        return solver.map();
    }

    /** The least sum of squared steps, and where even the level is open, the least sum of squares. */
    private void smooth(StagedLeastSquares solver) {
        int steps = system.frame().meetings().size();
        int longEnd = system.frame().adjustments().unknowns().longEnd().size();
        double[][] differences = new double[steps + longEnd][unknowns];
        for (int j = 0; j < steps; j++) {
            differences[j][j] = -1;
            differences[j][j + 1] = 1;
        }
        for (int j = 0; j < longEnd; j++) {
            int drift = unknowns - longEnd + j;
            differences[steps + j][drift] = 1;
            if (j > 0) {
                differences[steps + j][drift - 1] = -1;
            }
        }
        int[] zero = new int[Math.max(unknowns, differences.length)];
        double[] one = new double[zero.length];
        Arrays.fill(zero, -1);
        Arrays.fill(one, 1);
        solver.stage(differences, one, zero, 0);
        double[][] all = new double[unknowns][unknowns];
        for (int j = 0; j < unknowns; j++) {
            all[j][j] = 1;
        }
        solver.stage(all, one, zero, 0);
    }

    /** The periods whose rate the quotes leave open. */
    List<Integer> freePeriods() {
        List<Integer> free = new ArrayList<>();
        for (int period = 0; period <= system.frame().meetings().size(); period++) {
            if (isFree(period)) {
                free.add(period);
            }
        }
        return free;
    }

    private boolean isFree(int unknown) {
        double largest = 0;
        for (int k = 0; k < dataFreedom; k++) {
            largest = Math.max(largest, Math.abs(dataFree[unknown][k]));
        }
        return largest > UNIDENTIFIED;
    }

    /** The adjustments that the quotes leave open. */
    Unknowns freeAdjustments() {
        Unknowns solved = system.frame().adjustments().unknowns();
        int bases = system.frame().meetings().size() + 1;
        int turns = bases + solved.bases().size();
        return new Unknowns(
                free(solved.bases(), bases),
                free(solved.turns(), turns),
                free(solved.longEnd(), turns + solved.turns().size()));
    }

    private <T> List<T> free(List<T> unknowns, int first) {
        return IntStream.range(0, unknowns.size())
                .filter(i -> isFree(first + i))
                .mapToObj(unknowns::get)
                .toList();
    }

    /** The derivatives of the first so many unknowns by the quotes. */
    Matrix jacobian(double[][] from, int first) {
        Matrix.Rows made = Matrix.Rows.of(first, errors.length);
        double[] row = new double[errors.length];
        for (int unknown = 0; unknown < first; unknown++) {
            system.writeByQuote(from[unknown], row);
            made.append(row, 1);
        }
        return made.toMatrix();
    }

    /** How much the map can enlarge a rounding error of one quote. */
    double amplification() {
        double largest = 0;
        for (double[] row : map) {
            double sum = 0;
            for (double one : row) {
                sum += Math.abs(one);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }
}
