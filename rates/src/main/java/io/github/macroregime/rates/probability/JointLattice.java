package io.github.macroregime.rates.probability;

import io.github.macroregime.rates.probability.DependenceBounds.JointOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * All joint outcomes of the meetings that an event looks at, and in which of them it happens.
 *
 * <p>A cell is a joint outcome: at each meeting the place of its outcome among those with a positive probability.
 */
abstract sealed class JointLattice {

    /** The places of the meetings in the tree. */
    final int[] places;

    /** The moves at each meeting, increasing. */
    final int[][] moves;

    /** The probabilities of the moves, all positive. */
    final double[][] distributions;

    private JointLattice(OutcomeTree tree, int[] places) {
        this.places = places;
        this.moves = new int[places.length][];
        this.distributions = new double[places.length][];
        for (int i = 0; i < places.length; i++) {
            OutcomeDistribution distribution = tree.steps().get(places[i]);
            moves[i] = IntStream.rangeClosed(distribution.lowest(), distribution.highest())
                    .filter(k -> distribution.probability(k) > 0)
                    .toArray();
            distributions[i] = IntStream.of(moves[i])
                    .mapToDouble(distribution::probability)
                    .toArray();
        }
    }

    static JointLattice of(OutcomeTree tree, OutcomeEvent event) {
        TreeSet<Integer> seen = new TreeSet<>();
        collect(tree, event, seen);
        int[] places = seen.stream().mapToInt(Integer::intValue).toArray();
        return event instanceof OutcomeEvent.Total total
                ? new Totals(tree, places, total)
                : new Listed(tree, places, event);
    }

    private static void collect(OutcomeTree tree, OutcomeEvent event, Set<Integer> seen) {
        if (event instanceof OutcomeEvent.Step step) {
            seen.add(tree.place(step.meeting()));
        } else if (event instanceof OutcomeEvent.Total sum) {
            IntStream.rangeClosed(0, tree.place(sum.by())).forEach(seen::add);
        } else if (event instanceof OutcomeEvent.Not not) {
            collect(tree, not.event(), seen);
        } else {
            ((OutcomeEvent.AtLeast) event).events().forEach(one -> collect(tree, one, seen));
        }
    }

    /** Whether the event happens in a cell. */
    abstract boolean happens(int[] cell);

    /**
     * The cell of one kind at which a sum over meetings is least.
     *
     * @param prices a number for each outcome at each meeting
     * @param inside whether the event shall happen in the cell
     * @param cell filled with the cell
     * @return the least sum, infinite if there is no such cell
     */
    abstract double least(double[][] prices, boolean inside, int[] cell);

    /** The probability of the event when the meetings are independent. */
    abstract double independently();

    /** A cell with its probability, told in moves. */
    final JointOutcome outcome(int[] cell, double probability) {
        List<Integer> made = new ArrayList<>();
        for (int i = 0; i < cell.length; i++) {
            made.add(moves[i][cell[i]]);
        }
        return new JointOutcome(made, probability);
    }

    /** Any event: the cells are listed once, with the first meeting changing fastest. */
    private static final class Listed extends JointLattice {

        private static final int MOST_CELLS = 1 << 20;

        private final BitSet happens = new BitSet();
        private final int half;

        private Listed(OutcomeTree tree, int[] places, OutcomeEvent event) {
            super(tree, places);
            this.half = places.length / 2;
            long cells = Arrays.stream(moves).mapToLong(one -> one.length).reduce(1, Listed::product);
            if (cells > MOST_CELLS) {
                throw new IllegalArgumentException("event must look at no more than " + MOST_CELLS
                        + " joint outcomes but looks at " + places.length + " meetings with more: " + event);
            }
            int[] cell = new int[places.length];
            int[] all = new int[tree.meetings().size()];
            for (int c = 0; c < cells; c++) {
                decode(c, cell);
                for (int i = 0; i < places.length; i++) {
                    all[places[i]] = moves[i][cell[i]];
                }
                happens.set(c, happens(tree, event, all));
            }
        }

        private static long product(long one, long other) {
            return Math.min(one * other, MOST_CELLS + 1L);
        }

        private static boolean happens(OutcomeTree tree, OutcomeEvent event, int[] moves) {
            if (event instanceof OutcomeEvent.Step step) {
                int move = moves[tree.place(step.meeting())];
                return move >= step.fewest() && move <= step.most();
            }
            if (event instanceof OutcomeEvent.Total total) {
                int sum = Arrays.stream(moves, 0, tree.place(total.by()) + 1).sum();
                return sum >= total.fewest() && sum <= total.most();
            }
            if (event instanceof OutcomeEvent.Not not) {
                return !happens(tree, not.event(), moves);
            }
            OutcomeEvent.AtLeast several = (OutcomeEvent.AtLeast) event;
            return several.events().stream()
                            .filter(one -> happens(tree, one, moves))
                            .count()
                    >= several.count();
        }

        private void decode(int code, int[] cell) {
            int rest = code;
            for (int i = 0; i < cell.length; i++) {
                cell[i] = rest % moves[i].length;
                rest /= moves[i].length;
            }
        }

        @Override
        boolean happens(int[] cell) {
            int code = 0;
            for (int i = cell.length - 1; i >= 0; i--) {
                code = code * moves[i].length + cell[i];
            }
            return happens.get(code);
        }

        @Override
        double least(double[][] prices, boolean inside, int[] cell) {
            double[] low = joined(prices, 0, half, 0, Double::sum);
            double[] high = joined(prices, half, places.length, 0, Double::sum);
            double best = Double.POSITIVE_INFINITY;
            int at = 0;
            for (int h = 0, c = 0; h < high.length; h++) {
                for (int l = 0; l < low.length; l++, c++) {
                    if (high[h] + low[l] < best && happens.get(c) == inside) {
                        best = high[h] + low[l];
                        at = c;
                    }
                }
            }
            decode(at, cell);
            return best;
        }

        @Override
        double independently() {
            double[] low = joined(distributions, 0, half, 1, (a, b) -> a * b);
            double[] high = joined(distributions, half, places.length, 1, (a, b) -> a * b);
            double sum = 0;
            for (int c = happens.nextSetBit(0); c >= 0; c = happens.nextSetBit(c + 1)) {
                sum += high[c / low.length] * low[c % low.length];
            }
            return sum;
        }

        /** One number for each joint outcome of some of the meetings. */
        private static double[] joined(double[][] each, int from, int to, double none, DoubleBinaryOperator join) {
            double[] joined = {none};
            for (int i = from; i < to; i++) {
                double[] wider = new double[joined.length * each[i].length];
                for (int k = 0; k < each[i].length; k++) {
                    for (int c = 0; c < joined.length; c++) {
                        wider[k * joined.length + c] = join.applyAsDouble(joined[c], each[i][k]);
                    }
                }
                joined = wider;
            }
            return joined;
        }
    }

    /** The total by a meeting: which cell is least for each total follows from one meeting to the next. */
    private static final class Totals extends JointLattice {

        private final OutcomeEvent.Total wanted;
        private final OutcomeDistribution independent;
        private final int[] lowest;
        private final int[] highest;

        private Totals(OutcomeTree tree, int[] places, OutcomeEvent.Total wanted) {
            super(tree, places);
            this.wanted = wanted;
            this.independent = tree.independent(places.length - 1);
            this.lowest = new int[places.length + 1];
            this.highest = new int[places.length + 1];
            for (int i = 0; i < places.length; i++) {
                lowest[i + 1] = lowest[i] + moves[i][0];
                highest[i + 1] = highest[i] + moves[i][moves[i].length - 1];
            }
        }

        private boolean isWanted(int total) {
            return total >= wanted.fewest() && total <= wanted.most();
        }

        @Override
        boolean happens(int[] cell) {
            return isWanted(
                    IntStream.range(0, cell.length).map(i -> moves[i][cell[i]]).sum());
        }

        @Override
        double least(double[][] prices, boolean inside, int[] cell) {
            int[][] chosen = new int[moves.length][];
            double[] least = {0};
            for (int i = 0; i < moves.length; i++) {
                chosen[i] = new int[highest[i + 1] - lowest[i + 1] + 1];
                least = extended(i, least, prices[i], chosen[i]);
            }
            double best = Double.POSITIVE_INFINITY;
            int total = 0;
            for (int t = 0; t < least.length; t++) {
                if (least[t] < best && isWanted(t + lowest[moves.length]) == inside) {
                    best = least[t];
                    total = t + lowest[moves.length];
                }
            }
            for (int i = moves.length - 1; i >= 0 && best < Double.POSITIVE_INFINITY; i--) {
                cell[i] = chosen[i][total - lowest[i + 1]];
                total -= moves[i][cell[i]];
            }
            return best;
        }

        /** The least sums by total with one meeting more, and the outcome at it that each comes from. */
        private double[] extended(int meeting, double[] least, double[] prices, int[] chosen) {
            double[] longer = new double[chosen.length];
            Arrays.fill(longer, Double.POSITIVE_INFINITY);
            for (int t = 0; t < least.length; t++) {
                for (int k = 0; k < prices.length; k++) {
                    int to = t + lowest[meeting] + moves[meeting][k] - lowest[meeting + 1];
                    if (least[t] + prices[k] < longer[to]) {
                        longer[to] = least[t] + prices[k];
                        chosen[to] = k;
                    }
                }
            }
            return longer;
        }

        @Override
        double independently() {
            return IntStream.rangeClosed(independent.lowest(), independent.highest())
                    .filter(this::isWanted)
                    .mapToDouble(independent::probability)
                    .sum();
        }
    }
}
