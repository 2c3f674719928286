package io.github.macroregime.regime.strength;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.regime.signal.Signal;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The {@index "directional strength"} of one asset on one day, how strongly the models say up or down, with the parts
 * that add up to it.
 *
 * @param value the strength from −1 (down) to 1 (up), the sum of the contributions
 * @param momentum what the momentum signals say together, from −1 to 1
 * @param reversion what the reversion signals say together, from −1 to 1
 * @param momentumWeight the weight of momentum, from 0 to 1
 * @param agreement how much the contributions pull the same way: their sum over the sum of their sizes, from 0 to 1
 * @param extension the z-score of the log price against its average
 * @param tail the side of the average and whether the strength points further out or back
 * @param observations on how many observed closes it rests
 * @param contributions what each signal adds, in the order of the model
 */
public record Strength(
        double value,
        double momentum,
        double reversion,
        double momentumWeight,
        double agreement,
        double extension,
        TailState tail,
        int observations,
        List<Contribution> contributions)
        implements Serializable {

    public Strength {
        Require.components(Strength.class, tail, contributions);
        Require.atLeast(observations, 0, "observations");
        Require.finite(extension, "extension");
        inRange(value, -1, "value");
        inRange(momentum, -1, "momentum");
        inRange(reversion, -1, "reversion");
        inRange(momentumWeight, 0, "momentumWeight");
        inRange(agreement, 0, "agreement");
        contributions = List.copyOf(contributions);
    }

    private static void inRange(double number, double lowest, String name) {
        if (!(number >= lowest && number <= 1)) {
            throw new IllegalArgumentException(name + " must lie in [" + lowest + ", 1] but was " + number);
        }
    }

    static Strength of(List<Contribution> contributions, double momentumWeight, double extension, int observations) {
        double sum = 0;
        double size = 0;
        for (Contribution contribution : contributions) {
            sum += contribution.amount();
            size += Math.abs(contribution.amount());
        }
        double value = withinOne(sum);
        return new Strength(
                value,
                part(contributions, Signal.Family.MOMENTUM),
                part(contributions, Signal.Family.REVERSION),
                momentumWeight,
                size > 0 ? Math.min(1, Math.abs(sum) / size) : 0,
                extension,
                TailState.of(extension, value),
                observations,
                contributions);
    }

    // Weights that sum to one only up to rounding may carry a unanimous sum one unit past the end.
    static double withinOne(double sum) {
        return Math.max(-1, Math.min(1, sum));
    }

    private static double part(List<Contribution> contributions, Signal.Family family) {
        double sum = 0;
        double weights = 0;
        for (Contribution contribution : contributions) {
            if (contribution.family() == family) {
                sum += contribution.amount();
                weights += contribution.weight();
            }
        }
        return weights > 0 ? withinOne(sum / weights) : 0;
    }

    /**
     * How strong it is, as a label.
     *
     * @return neutral, weak, moderate or strong, by its size
     */
    public StrengthLabel label() {
        return StrengthLabel.of(value);
    }

    /**
     * The label with its direction.
     *
     * @return for example {@code strong down}; {@code neutral} alone has none
     */
    public String directed() {
        return label() == StrengthLabel.NEUTRAL ? label().toString() : label() + (value < 0 ? " down" : " up");
    }

    /** The strength with its parts, and a row for each contribution. */
    @Override
    public String toString() {
        String head = NumberText.of(
                "strength %+.3f (%s), momentum %+.3f x %.3f, reversion %+.3f x %.3f, agreement %.2f, %s, n = %d",
                value, label(), momentum, momentumWeight, reversion, 1 - momentumWeight, agreement, tail, observations);
        return contributions.stream().map(Contribution::toString).collect(Collectors.joining("\n", head + "\n", ""));
    }

    /** The label of a strength, from neutral to strong, by its size without its sign. */
    public enum StrengthLabel {
        /** Below 0.10. */
        NEUTRAL,
        /** From 0.10 to below 0.30. */
        WEAK,
        /** From 0.30 to below 0.60. */
        MODERATE,
        /** From 0.60. */
        STRONG;

        static final double WEAK_FROM = 0.10;
        static final double MODERATE_FROM = 0.30;
        static final double STRONG_FROM = 0.60;

        /**
         * The label of a strength.
         *
         * @param strength from −1 to 1
         * @return the label of its size
         * @throws IllegalArgumentException outside that range
         */
        public static StrengthLabel of(double strength) {
            double size = Math.abs(strength);
            if (!(size <= 1)) {
                throw new IllegalArgumentException("strength must lie in [-1, 1] but was " + strength);
            }
            if (size < WEAK_FROM) {
                return NEUTRAL;
            }
            if (size < MODERATE_FROM) {
                return WEAK;
            }
            return size < STRONG_FROM ? MODERATE : STRONG;
        }

        /** The label in lower case. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The {@index "tail state"}, {@index overbought} or {@index oversold} with or against momentum: on which side of
     * its average a price stands, and whether the strength points further out or back.
     *
     * <p>The side is the sign of the extension z-score. It is momentum if the strength has the same sign, reversion if
     * it has the other one, balanced if the extension is below a half deviation or the strength is neutral.
     */
    public enum TailState {
        /** Extended upwards, and the strength says up. */
        RIGHT_TAIL_MOMENTUM,
        /** Extended upwards, and the strength says down. */
        RIGHT_TAIL_REVERSION,
        /** Extended downwards, and the strength says down. */
        LEFT_TAIL_MOMENTUM,
        /** Extended downwards, and the strength says up. */
        LEFT_TAIL_REVERSION,
        /** Neither extended nor directed enough to say. */
        BALANCED;

        static final double EXTENDED_FROM = 0.5;

        /**
         * The state of an extension and a strength.
         *
         * @param extension the z-score of the log price against its average
         * @param strength from −1 to 1
         * @return the state
         */
        public static TailState of(double extension, double strength) {
            if (!(Math.abs(extension) >= EXTENDED_FROM) || !(Math.abs(strength) >= StrengthLabel.WEAK_FROM)) {
                return BALANCED;
            }
            if (extension > 0) {
                return strength > 0 ? RIGHT_TAIL_MOMENTUM : RIGHT_TAIL_REVERSION;
            }
            return strength < 0 ? LEFT_TAIL_MOMENTUM : LEFT_TAIL_REVERSION;
        }

        /** The state in words. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
