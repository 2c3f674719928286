package io.github.macroregime.equities.print;

import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What rounded figures leave open: weights and the return of the index.
 *
 * <p>For each row the pairs (weight w, contribution c) that fit the print form a polygon: c within half a unit of the
 * printed contribution, and c / w within half a unit of the printed return. The largest contribution at a weight is
 * concave in the weight and made of two straight edges, the smallest is convex. To find the largest return of the
 * index under the condition that the weights sum to one, every row starts at its smallest weight and the remaining
 * weight is given out edge by edge, the steepest first: a linear program whose exact solution is this greedy one.
 */
public final class PrintedIntervals {

    private static final double WEIGHT_NOISE = 1e-12;

    private PrintedIntervals() {}

    /**
     * The weights that the rows imply.
     *
     * @param day the printed table
     * @return one implied weight for each row, in their order
     */
    public static List<ImpliedWeight> impliedWeights(PrintedDay day) {
        return day.lines().stream()
                .map(line -> {
                    Polygon polygon = Polygon.of(line, day.halfUnit().decimal());
                    return new ImpliedWeight(
                            line.id(), line.contribution(), line.periodReturn(), polygon.low(), polygon.high());
                })
                .toList();
    }

    /**
     * All returns that the index can have had, given the printed rows and weights that sum to one.
     *
     * <p><b>Cost</b>: one sort of two edges for each row.
     *
     * @param day the printed table
     * @return the range, or why no weights fit
     */
    public static FeasibleReturn indexReturn(PrintedDay day) {
        return indexReturn(day, List.of());
    }

    /**
     * All returns that the index can have had, given the printed rows, other sectors of which only the return was
     * printed, and weights of them all that sum to one.
     *
     * <p><b>Cost</b>: one sort of two edges for each row.
     *
     * @param day the printed table
     * @param others the returns of the sectors without a printed contribution, rounded like those of the table
     * @return the range, or why no weights fit
     */
    public static FeasibleReturn indexReturn(PrintedDay day, Collection<Rate> others) {
        double halfUnit = day.halfUnit().decimal();
        List<Polygon> polygons = Stream.concat(
                        day.lines().stream().map(line -> Polygon.of(line, halfUnit)),
                        others.stream().map(other -> Polygon.of(other, halfUnit)))
                .toList();
        for (int i = 0; i < day.lines().size(); i++) {
            if (!(polygons.get(i).low() <= polygons.get(i).high())) {
                return new FeasibleReturn.Impossible("no weight from 0 to 1 fits the contribution and the return of "
                        + day.lines().get(i).id());
            }
        }
        double low = sum(polygons.stream().map(Polygon::low).toList());
        double high = sum(polygons.stream().map(Polygon::high).toList());
        if (low > 1 + WEIGHT_NOISE || high < 1 - WEIGHT_NOISE) {
            return new FeasibleReturn.Impossible(NumberText.of(
                    "the implied weights sum to between %.2f %% and %.2f %%, never to 100 %%", 100 * low, 100 * high));
        }
        double lowest = -greatest(polygons.stream().map(Polygon::mirrored).toList(), 1 - low);
        double highest = greatest(polygons, 1 - low);
        // A single possible return is found from two sides, which may differ in the last digit.
        return new FeasibleReturn.Range(
                Rate.ofDecimal(Math.min(lowest, highest)), Rate.ofDecimal(Math.max(lowest, highest)));
    }

    private static double greatest(List<Polygon> polygons, double weightToGive) {
        List<Double> gains = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (Polygon polygon : polygons) {
            gains.add(polygon.greatest(polygon.low()));
            edges.addAll(polygon.upperEdges());
        }
        edges.sort(Comparator.comparingDouble(Edge::slope).reversed());
        double left = weightToGive;
        for (Edge edge : edges) {
            double given = Math.max(0, Math.min(left, edge.width()));
            gains.add(given * edge.slope());
            left -= given;
        }
        return sum(gains);
    }

    private static double sum(List<Double> numbers) {
        return Moments.sum(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private record Edge(double width, double slope) {}

    /** The pairs of weight and contribution that fit one row: lowReturn w <= c <= highReturn w, low <= c <= high. */
    private record Polygon(
            double lowReturn,
            double highReturn,
            double lowContribution,
            double highContribution,
            double low,
            double high) {

        static Polygon of(PrintedDay.Line line, double halfUnit) {
            double r = line.periodReturn().decimal();
            double c = line.contribution().decimal();
            return of(r - halfUnit, r + halfUnit, c - halfUnit, c + halfUnit);
        }

        static Polygon of(Rate periodReturn, double halfUnit) {
            double r = periodReturn.decimal();
            return of(r - halfUnit, r + halfUnit, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }

        private static Polygon of(double r0, double r1, double c0, double c1) {
            // A half-plane a w >= b cuts the weights from below for a > 0 and from above for a < 0. A printed return is
            // never half a unit, so that a is zero only where the contribution is open.
            double[] range = {0, 1};
            cut(range, r1, c0);
            cut(range, -r0, -c1);
            // A single weight is found from two sides, which may differ in the last digit.
            return range[0] <= range[1] + WEIGHT_NOISE
                    ? new Polygon(r0, r1, c0, c1, Math.min(range[0], range[1]), range[1])
                    : new Polygon(r0, r1, c0, c1, Double.NaN, Double.NaN);
        }

        private static void cut(double[] range, double a, double b) {
            if (a > 0) {
                range[0] = Math.max(range[0], b / a);
            } else if (a < 0) {
                range[1] = Math.min(range[1], b / a);
            }
        }

        double greatest(double weight) {
            return Math.min(highReturn * weight, highContribution);
        }

        List<Edge> upperEdges() {
            double corner = highContribution / highReturn;
            double bend = Math.max(low, Math.min(high, corner));
            return List.of(edge(low, bend), edge(bend, high));
        }

        private Edge edge(double from, double to) {
            return new Edge(to - from, to > from ? (greatest(to) - greatest(from)) / (to - from) : 0);
        }

        Polygon mirrored() {
            return new Polygon(-highReturn, -lowReturn, -highContribution, -lowContribution, low, high);
        }
    }
}
