package io.github.macroregime.regime.strength;

import java.util.Locale;

/**
 * On which side of its average a price stands, and whether the strength points further out or back.
 *
 * <p>The side is the sign of the extension z-score. It is momentum if the strength has the same sign, reversion if it
 * has the other one, balanced if the extension is below a half deviation or the strength is neutral.
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
