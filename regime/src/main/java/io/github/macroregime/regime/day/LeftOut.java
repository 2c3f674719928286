package io.github.macroregime.regime.day;

import java.util.Optional;
import java.util.function.Supplier;

/** Leaves one thing out of a part where its numbers are refused, and names it, so that the others stay. */
public final class LeftOut {

    private LeftOut() {}

    /**
     * A result, nothing where its numbers are refused.
     *
     * @param <T> what is made
     * @param at what is seen on the day, which keeps the gap
     * @param consequence what is left out therefore, such as {@code XLK is not among the sectors}
     * @param result makes it
     * @return the result, empty if there is none or its numbers are refused
     */
    public static <T> Optional<T> ifRefused(DayInputs at, String consequence, Supplier<Optional<T>> result) {
        try {
            return result.get();
        } catch (IllegalArgumentException e) {
            at.lacks("numbers that fit each other", e.getMessage() + ": " + consequence);
            return Optional.empty();
        }
    }
}
