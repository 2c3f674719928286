package io.github.macroregime.regime.strength;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.regime.signal.ChannelPosition;
import io.github.macroregime.regime.signal.Crossover;
import io.github.macroregime.regime.signal.Extension;
import io.github.macroregime.regime.signal.HorizonScore;
import io.github.macroregime.regime.signal.PercentB;
import io.github.macroregime.regime.signal.Rsi;
import io.github.macroregime.regime.signal.Signal;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The signals of a strength, their weights, and how momentum is weighed against reversion.
 *
 * <p>The recommended model: momentum is the mean of the four horizons' mean (21, 63, 126, 252), the crossover, and the
 * mean of the channels of 20 and 55; reversion is the mean of the extension of 20, the RSI of 14 and percent b of 20;
 * the weight of momentum is tested on the last 252 returns. It needs {@link #history()} = 314 closes. A model with
 * signals of one family gives that family the whole weight.
 *
 * @param signals the signals in the order of the explanation, at least one
 * @param momentumWeight how much momentum counts against reversion
 * @param reference the extension that tells the tail
 */
public record StrengthModel(List<Weighted> signals, MomentumWeight momentumWeight, Extension reference)
        implements Serializable {

    private static final StrengthModel RECOMMENDED = new StrengthModel(
            List.of(
                    new Weighted(HorizonScore.of(21), 1),
                    new Weighted(HorizonScore.of(63), 1),
                    new Weighted(HorizonScore.of(126), 1),
                    new Weighted(HorizonScore.of(252), 1),
                    new Weighted(Crossover.DEFAULT, 4),
                    new Weighted(new ChannelPosition(20), 2),
                    new Weighted(new ChannelPosition(55), 2),
                    new Weighted(Extension.MONTH, 1),
                    new Weighted(Rsi.DEFAULT, 1),
                    new Weighted(PercentB.DEFAULT, 1)),
            MomentumWeight.RECOMMENDED,
            Extension.MONTH);

    public StrengthModel {
        Require.components(StrengthModel.class, signals, momentumWeight, reference);
        signals = List.copyOf(signals);
        if (signals.isEmpty()) {
            throw new IllegalArgumentException("signals must have at least one signal but had none");
        }
        double sum = signals.stream().mapToDouble(Weighted::weight).sum();
        Require.positive(sum, "sum of the weights of all signals");
    }

    /**
     * The recommended model.
     *
     * @return the model
     */
    public static StrengthModel withDefaults() {
        return RECOMMENDED;
    }

    /**
     * This model with other signals.
     *
     * @param changed the signals in the order of the explanation, at least one
     * @return the changed model
     */
    public StrengthModel withSignals(List<Weighted> changed) {
        return new StrengthModel(changed, momentumWeight, reference);
    }

    /**
     * This model with another weight of momentum.
     *
     * @param changed how much momentum counts against reversion
     * @return the changed model
     */
    public StrengthModel withMomentumWeight(MomentumWeight changed) {
        return new StrengthModel(signals, changed, reference);
    }

    /**
     * This model with another extension to tell the tail.
     *
     * @param changed the extension
     * @return the changed model
     */
    public StrengthModel withReference(Extension changed) {
        return new StrengthModel(signals, momentumWeight, changed);
    }

    /**
     * How many observed closes a strength needs.
     *
     * @return the largest need of a signal, the test or the reference
     */
    public int history() {
        int tested = momentumWeight instanceof MomentumWeight.Tested test && isMixed() ? test.window() + 1 : 1;
        return signals.stream()
                .mapToInt(weighted -> weighted.signal().history())
                .reduce(Math.max(tested, reference.history()), Math::max);
    }

    /**
     * A fresh state that scores one close after the other.
     *
     * @return the running form
     */
    public StrengthState start() {
        return new StrengthState(this);
    }

    /**
     * The strength on each day: that of {@link #start()} to the last bit, from the batch form of each signal.
     *
     * <p><b>Shape</b>: one value for each close. <b>Missing</b>: days without a close are passed over and have NaN.
     * <b>Cost</b>: linear.
     *
     * @param close prices above zero, NaN where not observed
     * @return strengths from −1 to 1, NaN before there is enough history and where prices do not move
     * @throws IllegalArgumentException if a close is infinite or not above zero
     */
    public double[] over(double[] close) {
        double[] strengths = StrengthState.over(this, observed(close));
        double[] result = new double[close.length];
        int at = 0;
        for (int i = 0; i < close.length; i++) {
            result[i] = Double.isNaN(close[i]) ? Double.NaN : strengths[at++];
        }
        return result;
    }

    private static double[] observed(double[] close) {
        Require.positiveOrMissing(close, "close");
        return Arrays.stream(close).filter(price -> !Double.isNaN(price)).toArray();
    }

    /**
     * The strength after the last close.
     *
     * @param close prices above zero, NaN where not observed
     * @return the strength, empty if there is too little history or prices do not move
     * @throws IllegalArgumentException if a close is infinite or not above zero
     */
    public Optional<Strength> last(double[] close) {
        return StrengthState.last(this, observed(close));
    }

    /** Whether both families speak, so that they must be weighed. */
    boolean isMixed() {
        return weightOf(Signal.Family.MOMENTUM) > 0 && weightOf(Signal.Family.REVERSION) > 0;
    }

    double weightOf(Signal.Family family) {
        double sum = 0;
        for (Weighted weighted : signals) {
            sum += weighted.signal().family() == family ? weighted.weight() : 0;
        }
        return sum;
    }

    /**
     * A signal with its weight inside its family.
     *
     * @param signal the signal
     * @param weight above zero; the weights of a family are divided by their sum
     */
    public record Weighted(Signal signal, double weight) implements Serializable {

        public Weighted {
            Objects.requireNonNull(signal, "signal");
            Require.positive(weight, "weight");
        }
    }

    /** The weight of momentum against reversion. */
    public sealed interface MomentumWeight extends Serializable {

        /** The recommended test: returns over five days against one day, on the last 252 log returns. */
        MomentumWeight RECOMMENDED = new Tested(5, 252);

        /**
         * A tested weight: {@code Phi(z)} of the debiased variance ratio with robust errors on the last returns.
         *
         * @param q over how many returns the longer variance runs, from 2 to half of the window
         * @param window how many returns the test takes
         */
        record Tested(int q, int window) implements MomentumWeight {

            public Tested {
                if (q < 2 || 2L * q > window) {
                    throw new IllegalArgumentException("q must lie in [2, " + window / 2 + "] but was " + q);
                }
            }
        }

        /**
         * A weight that is always the same.
         *
         * @param momentumWeight the weight of momentum, from 0 to 1
         */
        record Fixed(double momentumWeight) implements MomentumWeight {

            public Fixed {
                if (!(momentumWeight >= 0 && momentumWeight <= 1)) {
                    throw new IllegalArgumentException("momentumWeight must lie in [0, 1] but was " + momentumWeight);
                }
            }
        }
    }
}
