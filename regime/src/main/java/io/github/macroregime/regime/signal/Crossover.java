package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.window.Decay;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@index "moving-average crossover"} signal ({@index CTA}) of trend followers: three pairs of averages through a
 * response that fades in extremes.
 *
 * <p>For each speed (S, L): {@code x = EWMA_S(P) - EWMA_L(P)} with decay {@code 1 - 1/n};
 * {@code y = x / std_63(P)}; {@code z = y / std_252(y)}; {@code u = z exp(-z^2 / 4) / 0.89}. The value is the mean of
 * the u. Both deviations are those of a sample; the first is of prices, not of returns, and the response is applied to
 * z, not to x.
 *
 * <p>The published constant does not carry the response to one: its largest value is
 * {@code sqrt(2) exp(-1/2) / 0.89 = 0.9638}, short by 0.0362. The value keeps the published constant; the score divides
 * by the largest value, so that it reaches ±1, and speaks for momentum.
 *
 * <p><b>Missing</b>: averages are held over a gap; NaN until it has left the windows, which are long: under {@link
 * io.github.macroregime.core.window.Missing#SKIP} a day without a close is passed over. <b>Cost</b>: constant per close.
 *
 * <p><b>Source</b>: Baz, Granger, Harvey, Le Roux and Rattray 2015, Dissecting Investment Strategies in the Cross
 * Section and Time Series.
 *
 * @param fast the shorter spans S
 * @param slow the longer spans L, one for each shorter
 * @param priceWindow over how many closes the deviation of the price runs, from 2
 * @param signalWindow over how many days the deviation of y runs, from 2
 * @param weighting how the averages begin: with the first price, or with normalised weights
 */
public record Crossover(Doubles fast, Doubles slow, int priceWindow, int signalWindow, Decay.Weighting weighting)
        implements Signal {

    /** The largest value of the published response: {@code sqrt(2) exp(-1/2) / 0.89}. */
    public static final double LARGEST = StrictMath.sqrt(2) * StrictMath.exp(-0.5) / 0.89;

    private static final double PUBLISHED_CONSTANT = 0.89;

    /** The published spans (8, 24), (16, 48), (32, 96) with 63 and 252 days, averages begun with the first price. */
    public static final Crossover DEFAULT =
            new Crossover(Doubles.of(8, 16, 32), Doubles.of(24, 48, 96), 63, 252, Decay.Weighting.RECURSIVE);

    public Crossover {
        Require.components(Crossover.class, fast, slow, weighting);
        if (fast.isEmpty() || fast.size() != slow.size()) {
            throw new IllegalArgumentException("fast and slow must have the same number of spans, from 1, but had "
                    + fast.size() + " and " + slow.size());
        }
        for (int i = 0; i < fast.size(); i++) {
            if (!(fast.get(i) >= 1 && fast.get(i) < slow.get(i))) {
                throw new IllegalArgumentException("fast[" + i + "] must lie in [1, slow[" + i + "]) but was "
                        + fast.get(i) + " with slow " + slow.get(i));
            }
        }
        Require.atLeast(priceWindow, 2, "priceWindow");
        Require.atLeast(signalWindow, 2, "signalWindow");
    }

    /**
     * These settings with averages that begin in another way.
     *
     * @param changed how the averages begin
     * @return the changed signal
     */
    public Crossover withWeighting(Decay.Weighting changed) {
        return new Crossover(fast, slow, priceWindow, signalWindow, changed);
    }

    @Override
    public String name() {
        return fast.equals(DEFAULT.fast) && slow.equals(DEFAULT.slow) ? "crossover" : "crossover " + fast + slow;
    }

    @Override
    public Family family() {
        return Family.MOMENTUM;
    }

    @Override
    public int history() {
        return priceWindow + signalWindow - 1;
    }

    @Override
    public double score(double value) {
        return value / LARGEST;
    }

    /**
     * The published response: {@code u = z exp(-z^2 / 4) / 0.89}.
     *
     * @param z any number, or NaN
     * @return from −0.9638 to 0.9638, NaN for NaN
     */
    public static double response(double z) {
        return z * StrictMath.exp(-0.25 * z * z) / PUBLISHED_CONSTANT;
    }

    /** The weights of the mean of the x of all speeds, before any deviation or response. */
    @Override
    public TrendSignature signature(int lags) {
        double sizes = 0;
        for (int i = 0; i < fast.size(); i++) {
            sizes += (slow.get(i) - fast.get(i)) / fast.size();
        }
        return TrendSignature.Linear.of(name(), TrendSignature.Change.PRICE, lags, this::weight, sizes);
    }

    private double weight(int lag) {
        double sum = 0;
        for (int i = 0; i < fast.size(); i++) {
            sum += TrendSignature.Linear.behind(1 / slow.get(i), lag)
                    - TrendSignature.Linear.behind(1 / fast.get(i), lag);
        }
        return sum / fast.size();
    }

    @Override
    public double[] over(double[] close) {
        double[] moves = Closes.moves(close);
        double[] priceDeviation = Window.of(priceWindow).sampleDeviation().over(moves);
        double[] result = new double[close.length];
        for (int i = 0; i < fast.size(); i++) {
            double[] y = gaps(moves, priceDeviation, i);
            double[] spread = Window.of(signalWindow).sampleDeviation().over(y);
            for (int t = 0; t < result.length; t++) {
                result[t] += response(ratio(y[t], spread[t]));
            }
        }
        for (int t = 0; t < result.length; t++) {
            result[t] /= fast.size();
        }
        return result;
    }

    /** The gap between the averages of one speed, in deviations of the price. */
    private double[] gaps(double[] moves, double[] priceDeviation, int speed) {
        double[] faster = decay(fast.get(speed)).mean().over(moves);
        double[] slower = decay(slow.get(speed)).mean().over(moves);
        for (int t = 0; t < faster.length; t++) {
            faster[t] = ratio(faster[t] - slower[t], priceDeviation[t]);
        }
        return faster;
    }

    private static double ratio(double x, double deviation) {
        return deviation > 0 ? x / deviation : Double.NaN;
    }

    private Decay decay(double span) {
        Decay adjusted = Decay.alpha(1 / span);
        return weighting == Decay.Weighting.RECURSIVE ? adjusted.recursive() : adjusted;
    }

    @Override
    public RunningStatistic start() {
        return new State(this);
    }

    private static final class State extends CloseState {

        private final RunningStatistic priceDeviation;
        private final List<Speed> speeds = new ArrayList<>();
        private double first = Double.NaN;

        State(Crossover options) {
            priceDeviation = Window.of(options.priceWindow).sampleDeviation().start();
            for (int i = 0; i < options.fast.size(); i++) {
                speeds.add(new Speed(options, i));
            }
        }

        State(State source) {
            super(source);
            first = source.first;
            priceDeviation = source.priceDeviation.copy();
            source.speeds.forEach(speed -> speeds.add(new Speed(speed)));
        }

        @Override
        double next(double close) {
            first = Double.isNaN(first) ? close : first;
            double move = close - first;
            double deviation = priceDeviation.push(move);
            double sum = 0;
            for (Speed speed : speeds) {
                sum += response(speed.next(move, deviation));
            }
            return sum / speeds.size();
        }

        @Override
        double after(double close) {
            double move = close - (Double.isNaN(first) ? close : first);
            double deviation = priceDeviation.peek(move);
            double sum = 0;
            for (Speed speed : speeds) {
                sum += response(speed.after(move, deviation));
            }
            return sum / speeds.size();
        }

        @Override
        public RunningStatistic copy() {
            return new State(this);
        }
    }

    private static final class Speed {

        private final RunningStatistic fast;
        private final RunningStatistic slow;
        private final RunningStatistic deviation;

        Speed(Crossover options, int i) {
            this.fast = options.decay(options.fast.get(i)).mean().start();
            this.slow = options.decay(options.slow.get(i)).mean().start();
            this.deviation = Window.of(options.signalWindow).sampleDeviation().start();
        }

        Speed(Speed source) {
            this.fast = source.fast.copy();
            this.slow = source.slow.copy();
            this.deviation = source.deviation.copy();
        }

        double next(double move, double priceDeviation) {
            double y = ratio(fast.push(move) - slow.push(move), priceDeviation);
            return ratio(y, deviation.push(y));
        }

        double after(double move, double priceDeviation) {
            double y = ratio(fast.peek(move) - slow.peek(move), priceDeviation);
            return ratio(y, deviation.peek(y));
        }
    }
}
