package io.github.macroregime.rates.path;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;

/** The result of a calibration: a path, or the reason why there is none. */
public sealed interface Calibration extends Serializable permits CalibratedPath, Calibration.Uncalibrated {

    /**
     * The path, for a caller who expects one.
     *
     * @return the calibrated path
     * @throws IllegalStateException if there is none; the message is the reason
     */
    CalibratedPath orElseThrow();

    /**
     * Quotes that imply no path.
     *
     * @param reason what stands in the way
     * @param detail the same in words
     */
    public record Uncalibrated(Reason reason, String detail) implements Calibration {

        public Uncalibrated {
            Require.components(Uncalibrated.class, reason, detail);
        }

        /** What stands in the way of a path. */
        public enum Reason {
            /** There is no quote at all. */
            NO_QUOTES,
            /** All days of all quotes are fixed already: they say nothing about the path. */
            NOTHING_IDENTIFIED,
            /** Quotes that must be met cannot all be met; the detail names them. */
            CONTRADICTORY_EQUALITIES,
            /** The iteration did not converge. */
            NO_CONVERGENCE
        }

        @Override
        public CalibratedPath orElseThrow() {
            throw new IllegalStateException("no path: " + detail);
        }

        /** The reason and its detail. */
        @Override
        public String toString() {
            return reason + ": " + detail;
        }
    }
}
