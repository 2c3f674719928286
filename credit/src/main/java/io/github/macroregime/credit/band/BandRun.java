package io.github.macroregime.credit.band;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A stay in one band without a break.
 *
 * @param band the band
 * @param entry the first date of the stay
 * @param last the last date of the stay
 * @param length how many dates it has lasted, those without an observation included
 * @param ending how it ended
 */
public record BandRun(Band band, LocalDate entry, LocalDate last, int length, Ending ending) implements Serializable {

    /** How a stay ended. */
    public enum Ending {

        /** Another band followed. */
        LEFT,

        /** The level was not observed for so long that the band was no longer known. */
        EXPIRED,

        /** It has not ended: its length is only a lower bound. */
        CURRENT
    }

    public BandRun {
        Objects.requireNonNull(band, "band");
        Objects.requireNonNull(ending, "ending");
        if (last.isBefore(entry)) {
            throw new IllegalArgumentException("last must not lie before " + entry + " but was " + last);
        }
        if (length < 1) {
            throw new IllegalArgumentException("length must be at least 1 but was " + length);
        }
    }

    /** The dates, the length and the band. */
    @Override
    public String toString() {
        return entry + " to " + (ending == Ending.CURRENT ? "now" : last) + ", " + length + " dates: " + band.name();
    }
}
