package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.window.RunningStatistic;

/**
 * Wilder's {@index "relative strength index"} ({@index RSI}): the share of gains in the recent movement, from 0 to 100.
 *
 * <p>{@code RSI = 100 - 100 / (1 + G / L)}, where G and L are averages of the gains and of the losses. The first
 * average is the simple mean of the first n changes, each later one is {@code (previous (n - 1) + now) / n}: Wilder's
 * own sheet, not an exponential average with another seed. Without losses it is 100, without any movement 50;
 * unchanged closes leave it where it is.
 *
 * <p>The score {@code -(RSI - 50) / 50} speaks for reversion. <b>Missing</b>: averages are held over a gap; the change
 * across it counts as one change. <b>Cost</b>: constant per close.
 *
 * <p><b>Source</b>: Wilder 1978, New Concepts in Technical Trading Systems.
 *
 * @param window how many changes the first average takes, from 1
 */
public record Rsi(int window) implements Signal {

    /** The published default: fourteen changes. */
    public static final Rsi DEFAULT = new Rsi(14);

    /** Below this part of the price both averages are nothing beside its next move, and fade no further. */
    private static final double FADED = 0x1p-200;

    public Rsi {
        Require.atLeast(window, 1, "window");
    }

    @Override
    public String name() {
        return "RSI " + window;
    }

    @Override
    public Family family() {
        return Family.REVERSION;
    }

    @Override
    public int history() {
        return window + 1;
    }

    @Override
    public double score(double value) {
        return -(value - 50) / 50;
    }

    @Override
    public TrendSignature signature(int lags) {
        return new TrendSignature.NotLinear(name(), TrendSignature.Reason.GAINS_AND_LOSSES);
    }

    @Override
    public double[] over(double[] close) {
        Require.positiveOrMissing(close, "close");
        double[] result = new double[close.length];
        State state = new State(window);
        for (int t = 0; t < result.length; t++) {
            result[t] = state.next(close[t]);
        }
        return result;
    }

    @Override
    public RunningStatistic start() {
        return new State(window);
    }

    private static final class State extends CloseState {

        private final int window;
        private final double weight;
        private final double kept;
        private double before = Double.NaN;
        private int changes;
        private double gain;
        private double loss;

        State(int window) {
            this.window = window;
            this.weight = 1.0 / window;
            this.kept = 1 - weight;
        }

        State(State source) {
            super(source);
            this.window = source.window;
            this.weight = source.weight;
            this.kept = source.kept;
            this.before = source.before;
            this.changes = source.changes;
            this.gain = source.gain;
            this.loss = source.loss;
        }

        @Override
        double next(double close) {
            if (Double.isNaN(close)) {
                return Double.NaN;
            }
            if (!Double.isNaN(before)) {
                take(close - before);
            }
            before = close;
            return changes < window ? Double.NaN : index();
        }

        private void take(double change) {
            // A branch would be guessed wrong every other day, and halves are exact.
            double up = 0.5 * Math.abs(change) + 0.5 * change;
            double down = 0.5 * Math.abs(change) - 0.5 * change;
            if (changes < window) {
                changes++;
                gain += up;
                loss += down;
                if (changes == window) {
                    gain /= window;
                    loss /= window;
                }
            } else if (change != 0 || gain + loss > FADED * before) {
                gain = gain * kept + up * weight;
                loss = loss * kept + down * weight;
            }
        }

        private double index() {
            double movement = gain + loss;
            return movement == 0 ? 50 : 100 * (gain / movement);
        }

        @Override
        public RunningStatistic copy() {
            return new State(this);
        }
    }
}
