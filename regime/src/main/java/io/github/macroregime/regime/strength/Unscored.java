package io.github.macroregime.regime.strength;

import java.io.Serializable;

/**
 * An asset that could not be scored, and why.
 *
 * @param asset its name
 * @param reason what stood in the way
 * @param observations how many closes there were on or before the date of the board
 * @param needed how many the model needs
 */
public record Unscored(String asset, Reason reason, int observations, int needed) implements Serializable {

    /** What stood in the way of a score. */
    public enum Reason {
        /** Fewer closes than the model needs. */
        TOO_SHORT,
        /** The last close is older than the board allows. */
        TOO_OLD,
        /** The price did not move enough to be measured. */
        FLAT
    }

    /** A sentence that names the asset and the reason. */
    @Override
    public String toString() {
        return switch (reason) {
            case TOO_SHORT -> asset + ": " + observations + " closes, " + needed + " needed";
            case TOO_OLD -> asset + ": last close too old";
            case FLAT -> asset + ": price did not move";
        };
    }
}
