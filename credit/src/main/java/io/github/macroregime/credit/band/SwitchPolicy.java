package io.github.macroregime.credit.band;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Objects;

/**
 * When a change of band is confirmed: hysteresis, observations in a row, lock-out and missing observations.
 *
 * <p>Four settings that are often mixed up: hysteresis asks how far, confirmation asks how often in a row, lock-out
 * asks how long the present band has been held, and the override lets a large jump pass the last two.
 *
 * @param hysteresis how far beyond an edge a level must be
 * @param confirmations how many observations in a row must agree, from 1
 * @param agreement what it is to agree
 * @param lockout how many observations the present band must have been held for, from 0
 * @param overrideBands a jump of at least so many bands needs neither confirmation nor lock-out; 0 for never
 * @param gaps what becomes of the state while the level is not observed
 */
public record SwitchPolicy(
        Hysteresis hysteresis, int confirmations, Agreement agreement, int lockout, int overrideBands, GapRule gaps)
        implements Serializable {

    /** Every observation sets the band it lies in. */
    public static final SwitchPolicy IMMEDIATE =
            new SwitchPolicy(Hysteresis.NONE, 1, Agreement.SAME_SIDE, 0, 0, GapRule.HOLD);

    /** Two basis points beyond the edge, two observations in a row on one side, and no wait for a jump of two bands. */
    public static final SwitchPolicy DESK =
            new SwitchPolicy(Hysteresis.absolute(Rate.ofBasisPoints(2)), 2, Agreement.SAME_SIDE, 0, 2, GapRule.HOLD);

    public SwitchPolicy {
        Objects.requireNonNull(hysteresis, "hysteresis");
        Objects.requireNonNull(agreement, "agreement");
        Objects.requireNonNull(gaps, "gaps");
        requireAtLeast(1, confirmations, "confirmations");
        requireAtLeast(0, lockout, "lockout");
        requireAtLeast(0, overrideBands, "overrideBands");
    }

    /**
     * This policy with another hysteresis.
     *
     * @param changed how far beyond an edge a level must be
     * @return the changed policy
     */
    public SwitchPolicy withHysteresis(Hysteresis changed) {
        return new SwitchPolicy(changed, confirmations, agreement, lockout, overrideBands, gaps);
    }

    /**
     * This policy with another number of confirmations.
     *
     * @param changed how many observations in a row must agree, from 1
     * @return the changed policy
     */
    public SwitchPolicy withConfirmations(int changed) {
        return new SwitchPolicy(hysteresis, changed, agreement, lockout, overrideBands, gaps);
    }

    /**
     * This policy with another idea of agreement.
     *
     * @param changed what it is to agree
     * @return the changed policy
     */
    public SwitchPolicy withAgreement(Agreement changed) {
        return new SwitchPolicy(hysteresis, confirmations, changed, lockout, overrideBands, gaps);
    }

    /**
     * This policy with another lock-out.
     *
     * @param changed how many observations the present band must have been held for, from 0
     * @return the changed policy
     */
    public SwitchPolicy withLockout(int changed) {
        return new SwitchPolicy(hysteresis, confirmations, agreement, changed, overrideBands, gaps);
    }

    /**
     * This policy with another override.
     *
     * @param changed the least jump in bands that passes at once, 0 for never
     * @return the changed policy
     */
    public SwitchPolicy withOverrideBands(int changed) {
        return new SwitchPolicy(hysteresis, confirmations, agreement, lockout, changed, gaps);
    }

    /**
     * This policy with another rule for missing observations.
     *
     * @param changed what becomes of the state while the level is not observed
     * @return the changed policy
     */
    public SwitchPolicy withGaps(GapRule changed) {
        return new SwitchPolicy(hysteresis, confirmations, agreement, lockout, overrideBands, changed);
    }

    /** The policy in words: what another band takes. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("another band takes a level ").append(hysteresis);
        if (confirmations > 1) {
            text.append(", ")
                    .append(confirmations)
                    .append(" observations in a row")
                    .append(agreement == Agreement.SAME_BAND ? " in one band" : "");
        }
        if (lockout > 0) {
            text.append(", ").append(lockout).append(" observations in the band before");
        }
        if (overrideBands > 0 && (confirmations > 1 || lockout > 0)) {
            text.append("; ").append(overrideBands).append(" bands away at once");
        }
        return gaps instanceof GapRule.Expire expire
                ? text + "; unknown after " + expire.gaps() + " days without a level"
                : text.toString();
    }

    private static void requireAtLeast(int minimum, int value, String name) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + " must be at least " + minimum + " but was " + value);
        }
    }

    /** When observations in a row confirm one another. */
    public enum Agreement {
        /**
         * They lie on the same side of the present band; what they confirm is the nearest of their bands, which all of them
         * have reached. Two alarm bands that alternate confirm the lesser alarm. The default: an alarm that every
         * observation calls for is not kept waiting because its size is uncertain.
         */
        SAME_SIDE,

        /** They lie in the same band; two bands that alternate never confirm each other. */
        SAME_BAND
    }

    /** What becomes of a state while the level is not observed. */
    public sealed interface GapRule extends Serializable {

        /** The state is held however long the gap is. */
        GapRule HOLD = new Hold();

        /**
         * The state is held for some missing observations in a row and unknown from the next one on; the first
         * observation after that sets it anew.
         *
         * @param gaps how many missing observations are bridged, from 0
         * @return the rule
         * @throws IllegalArgumentException if the number is negative
         */
        static GapRule expireAfter(int gaps) {
            return new Expire(gaps);
        }

        /** The rule of {@link #HOLD}. */
        record Hold() implements GapRule {}

        /**
         * The rule of {@link #expireAfter(int)}.
         *
         * @param gaps how many missing observations are bridged, from 0
         */
        record Expire(int gaps) implements GapRule {

            public Expire {
                if (gaps < 0) {
                    throw new IllegalArgumentException("gaps must not be negative but was " + gaps);
                }
            }
        }
    }
}
