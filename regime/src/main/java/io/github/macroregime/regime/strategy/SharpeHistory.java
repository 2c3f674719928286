package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.strategy.ModelRecord.Calls;
import io.github.macroregime.regime.strategy.ModelRecord.Estimate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The {@link SharpeRecord} of a model on every close of an asset, as it was seen then: computed in one pass, of which a
 * record is made when asked.
 *
 * <p>Moments are sums of powers about the first return, so that returns without variation have exactly none.
 */
public final class SharpeHistory {

    /** Nine of ten draws of a normal variable lie so many deviations either way. */
    private static final double NINE_IN_TEN = 1.6448536269514722;

    private static final int[] SIGNS = {1, -1};

    private final String model;
    private final DateIndex dates;
    private final int horizon;
    private final int first;
    private final double[] sharpe;
    private final double[] margin;
    private final double[] held;
    private final BitSet regular = new BitSet();
    // How many outcomes of the first days moved up or down, how many calls there were, how many were right.
    private final int[][] moved = new int[SIGNS.length][];
    private final int[][] called = new int[SIGNS.length][];
    private final int[][] right = new int[SIGNS.length][];

    private SharpeHistory(String model, TimeSeries observed, double[] scores, Evaluation protocol, int wanted) {
        this.model = model;
        this.dates = observed.dates();
        this.horizon = protocol.horizon();
        this.first = (int) Arrays.stream(scores).takeWhile(Double::isNaN).count();
        double[] close = observed.values().toArray();
        this.sharpe = new double[close.length];
        this.margin = new double[close.length];
        this.held = new double[close.length];
        if (close.length - first >= ModelTrial.LEAST) {
            earned(
                    close,
                    protocol.rule().positions(close, scores),
                    protocol.cost().decimal(),
                    wanted);
            for (int side = 0; side < SIGNS.length; side++) {
                count(close, scores, side);
            }
        }
    }

    /**
     * The history over some closes.
     *
     * @param model the name of the model
     * @param observed prices above zero, none missing
     * @param scores the score that was known at each of them
     * @param protocol how the model is judged
     */
    static SharpeHistory of(String model, TimeSeries observed, double[] scores, Evaluation protocol) {
        return new SharpeHistory(model, observed, scores, protocol, 0);
    }

    /** The record of all closes, without those of fewer. */
    static Optional<SharpeRecord> last(String model, TimeSeries observed, double[] scores, Evaluation protocol) {
        int size = observed.size();
        return new SharpeHistory(model, observed, scores, protocol, size - 1).first(size);
    }

    private void earned(double[] close, double[] positions, double cost, int wanted) {
        double[] from = Arrays.copyOfRange(close, first, close.length);
        double[] hold = new double[from.length];
        Arrays.fill(hold, 1);
        double[] net = Backtest.run(from, Arrays.copyOfRange(positions, first, close.length), cost)[3];
        double[] holding = Backtest.run(from, hold, cost)[3];
        Powers own = new Powers(net[0], 4);
        Powers others = new Powers(holding[0], 2);
        ReturnCalendar.Running calendar = new ReturnCalendar.Running();
        for (int t = 0; t < close.length; t++) {
            OptionalDouble known = calendar.add(dates.get(t).toEpochDay());
            if (t > first) {
                own.add(net[t - first - 1]);
                others.add(holding[t - first - 1]);
            }
            if (t > first && t >= wanted) {
                double root = Math.sqrt(known.orElse(Double.NaN));
                regular.set(t, known.isPresent());
                sharpe[t] = root * own.sharpe();
                margin[t] = NINE_IN_TEN * root * own.standardError();
                held[t] = root * others.sharpe();
            }
        }
    }

    private void count(double[] close, double[] scores, int side) {
        int days = Math.max(0, close.length - horizon - first);
        moved[side] = new int[days + 1];
        called[side] = new int[days + 1];
        right[side] = new int[days + 1];
        for (int i = 0; i < days; i++) {
            int t = first + i;
            boolean isRight = Math.signum(close[t + horizon] - close[t]) == SIGNS[side];
            boolean isCall = Math.signum(scores[t]) == SIGNS[side];
            moved[side][i + 1] = moved[side][i] + (isRight ? 1 : 0);
            called[side][i + 1] = called[side][i] + (isCall ? 1 : 0);
            right[side][i + 1] = right[side][i] + (isRight && isCall ? 1 : 0);
        }
    }

    /**
     * The record of the first closes.
     *
     * @param closes how many of the closes are known
     * @return the record, empty if there are fewer than 60 closes from the first score on or dates follow no calendar
     * @throws IndexOutOfBoundsException if there are fewer closes
     */
    public Optional<SharpeRecord> first(int closes) {
        int last = Objects.checkIndex(closes, dates.size() + 1) - 1;
        return closes - first < ModelTrial.LEAST || !regular.get(last)
                ? Optional.empty()
                : Optional.of(new SharpeRecord(
                        model,
                        dates.get(first + 1),
                        dates.get(last),
                        last - first,
                        new Estimate(sharpe[last], sharpe[last] - margin[last], sharpe[last] + margin[last]),
                        held[last],
                        calls(0, closes),
                        calls(1, closes)));
    }

    private Calls calls(int side, int closes) {
        int days = Math.max(0, closes - horizon - first);
        int made = called[side][days];
        double effective = (double) made / horizon;
        double hits = Performance.ratio(right[side][days], made);
        double base = Performance.ratio(moved[side][days], days);
        double spread = NINE_IN_TEN * Math.sqrt(hits * (1 - hits) / effective);
        return new Calls(
                made, effective, hits, base, new Estimate(hits - base, hits - base - spread, hits - base + spread));
    }

    /** How many closes there are. */
    @Override
    public String toString() {
        return "Sharpe ratios of " + model + " on " + dates.size() + " closes";
    }

    /** Sums of the powers of returns about a pivot, compensated. */
    private static final class Powers {

        // What is left by cancellation alone is no variance.
        private static final double NOISE = 1e-14;

        private final double pivot;
        private final double[] sums;
        private final double[] lost;
        private int n;

        Powers(double pivot, int highest) {
            this.pivot = pivot;
            this.sums = new double[highest + 1];
            this.lost = new double[highest + 1];
        }

        void add(double value) {
            n++;
            double power = 1;
            for (int k = 1; k < sums.length; k++) {
                power *= value - pivot;
                double next = sums[k] + power;
                lost[k] += Math.abs(sums[k]) >= Math.abs(power) ? sums[k] - next + power : power - next + sums[k];
                sums[k] = next;
            }
        }

        /** The mean of a power about the pivot. */
        private double moment(int k) {
            return (sums[k] + lost[k]) / n;
        }

        private double variance() {
            double mean = moment(1);
            double variance = moment(2) - mean * mean;
            return variance > NOISE * moment(2) ? variance : 0;
        }

        double sharpe() {
            return Performance.ratio(pivot + moment(1), Math.sqrt(variance() * n / (n - 1)));
        }

        double standardError() {
            double mean = moment(1);
            double m2 = variance();
            double m3 = moment(3) - 3 * mean * moment(2) + 2 * mean * mean * mean;
            double m4 = moment(4) - 4 * mean * moment(3) + 6 * mean * mean * moment(2) - 3 * mean * mean * mean * mean;
            return Performance.standardError(
                    n, sharpe(), Performance.ratio(m3, m2 * Math.sqrt(m2)), Performance.ratio(m4, m2 * m2));
        }
    }
}
