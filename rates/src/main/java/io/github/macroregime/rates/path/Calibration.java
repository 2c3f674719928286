package io.github.macroregime.rates.path;

import java.io.Serializable;

/** What a calibration comes to: a path, or the reason why there is none. */
public sealed interface Calibration extends Serializable permits CalibratedPath, Uncalibrated {

    /**
     * The path, for a caller who expects one.
     *
     * @return the calibrated path
     * @throws IllegalStateException if there is none; the message is the reason
     */
    CalibratedPath orElseThrow();
}
