package io.github.macroregime.core.window;

import java.io.Serializable;
import java.util.Objects;

/**
 * A trailing window that counts positions, the newest included.
 *
 * <p>{@code Window.of(252)} waits until 252 observations are there and lets no gap pass. A smaller minimum count
 * lets the result begin earlier; with {@link Missing#SKIP} it also bridges gaps.
 *
 * @param length how many positions the window spans, from 1
 * @param minimumCount how many observations it must hold for a result, from 1 to the length
 * @param missing what is done about missing observations
 */
public record Window(int length, int minimumCount, Missing missing) implements Serializable {

    public Window {
        if (length < 1) {
            throw new IllegalArgumentException("window must be at least 1 but was " + length);
        }
        if (minimumCount < 1 || minimumCount > length) {
            throw new IllegalArgumentException("minimumCount must lie in [1, " + length + "] but was " + minimumCount);
        }
        Objects.requireNonNull(missing, "missing");
    }

    /**
     * A window that must be full and free of gaps.
     *
     * @param length how many positions, from 1
     * @return the window, strict about missing values
     * @throws IllegalArgumentException if the length is below 1
     */
    public static Window of(int length) {
        return new Window(length, Math.max(1, length), Missing.STRICT);
    }

    /**
     * This window with another minimum count.
     *
     * @param changed how many observations the window must hold for a result, from 1 to the length
     * @return the changed window
     * @throws IllegalArgumentException outside that range
     */
    public Window withMinimumCount(int changed) {
        return new Window(length, changed, missing);
    }

    /**
     * This window with another policy for missing observations.
     *
     * @param changed the policy
     * @return the changed window
     */
    public Window withMissing(Missing changed) {
        return new Window(length, minimumCount, changed);
    }

    boolean isSatisfiedBy(int observations, int positions) {
        return observations >= minimumCount && (missing instanceof Missing.Skip || observations == positions);
    }
}
