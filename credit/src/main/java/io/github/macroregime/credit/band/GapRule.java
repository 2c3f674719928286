package io.github.macroregime.credit.band;

import java.io.Serializable;

/** What becomes of a state while the level is not observed. */
public sealed interface GapRule extends Serializable {

    /** The state is held however long the gap is. */
    GapRule HOLD = new Hold();

    /**
     * The state is held for some missing observations in a row and unknown from the next one on; the first observation
     * after that sets it anew.
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
