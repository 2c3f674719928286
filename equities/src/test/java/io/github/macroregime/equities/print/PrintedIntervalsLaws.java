package io.github.macroregime.equities.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.unit.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

class PrintedIntervalsLaws {

    private static final double PERCENT = 100;

    @Property(seed = "20250722", tries = 100)
    void the_range_is_that_of_a_simplex_solver(
            @ForAll @Size(min = 2, max = 9) List<@DoubleRange(min = 0.02, max = 1) Double> sizes,
            @ForAll @Size(9) List<@DoubleRange(min = -3, max = 3) Double> returns) {
        PrintedDay day = printed(sizes, returns);
        FeasibleReturn.Range range = PrintedIntervals.indexReturn(day).orElseThrow();
        assertThat(range.low().percent()).isCloseTo(simplex(day, GoalType.MINIMIZE), within(1e-8));
        assertThat(range.high().percent()).isCloseTo(simplex(day, GoalType.MAXIMIZE), within(1e-8));
    }

    @Property(seed = "20250722")
    void the_true_return_and_the_true_weights_are_never_excluded(
            @ForAll @Size(min = 2, max = 9) List<@DoubleRange(min = 0.02, max = 1) Double> sizes,
            @ForAll @Size(9) List<@DoubleRange(min = -3, max = 3) Double> returns) {
        PrintedDay day = printed(sizes, returns);
        double total = sizes.stream().mapToDouble(Double::doubleValue).sum();
        double index = 0;
        List<ImpliedWeight> weights = PrintedIntervals.impliedWeights(day);
        for (int i = 0; i < sizes.size(); i++) {
            double weight = sizes.get(i) / total;
            index += weight * returns.get(i) / PERCENT;
            assertThat(weight)
                    .isBetween(weights.get(i).low() - 1e-12, weights.get(i).high() + 1e-12);
        }
        FeasibleReturn.Range range = PrintedIntervals.indexReturn(day).orElseThrow();
        assertThat(index).isBetween(range.low().decimal() - 1e-14, range.high().decimal() + 1e-14);
    }

    private static PrintedDay printed(List<Double> sizes, List<Double> returns) {
        double total = sizes.stream().mapToDouble(Double::doubleValue).sum();
        List<PrintedDay.Line> lines = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            double contribution = sizes.get(i) / total * returns.get(i);
            lines.add(PrintedDay.Line.ofPercent("S" + i, rounded(contribution), rounded(returns.get(i))));
        }
        return new PrintedDay(Edition.DATE, lines, Rate.ZERO, 2);
    }

    private static double rounded(double percent) {
        return BigDecimal.valueOf(percent).setScale(2, RoundingMode.HALF_UP).doubleValue();
    }

    private static double simplex(PrintedDay day, GoalType goal) {
        int n = day.lines().size();
        double half = day.halfUnit().percent();
        List<LinearConstraint> constraints = new ArrayList<>();
        // Contributions are shifted by ten so that all unknowns are non-negative.
        double shift = 10;
        double[] sumOfWeights = new double[2 * n];
        double[] sumOfContributions = new double[2 * n];
        for (int i = 0; i < n; i++) {
            PrintedDay.Line line = day.lines().get(i);
            double r = line.periodReturn().percent();
            double c = line.contribution().percent() + shift;
            sumOfWeights[i] = 1;
            sumOfContributions[n + i] = 1;
            constraints.add(row(n, i, 0, 1, Relationship.GEQ, c - half));
            constraints.add(row(n, i, 0, 1, Relationship.LEQ, c + half));
            constraints.add(row(n, i, -(r - half), 1, Relationship.GEQ, shift));
            constraints.add(row(n, i, -(r + half), 1, Relationship.LEQ, shift));
        }
        constraints.add(new LinearConstraint(sumOfWeights, Relationship.EQ, 1));
        return new SimplexSolver(1e-11, 10, 1e-13)
                .optimize(
                        new MaxIter(5_000),
                        new LinearObjectiveFunction(sumOfContributions, -shift * n),
                        new LinearConstraintSet(constraints),
                        goal,
                        new NonNegativeConstraint(true))
                .getValue();
    }

    private static LinearConstraint row(
            int n, int i, double weight, double contribution, Relationship relationship, double bound) {
        double[] coefficients = new double[2 * n];
        coefficients[i] = weight;
        coefficients[n + i] = contribution;
        return new LinearConstraint(coefficients, relationship, bound);
    }
}
