package io.github.macroregime.regime.day;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a report that is asked for, read by the thread that needs it first.
 *
 * @param <P> the part
 */
public final class Asked<P> {

    private final String title;
    private final DayInputs at;
    private final Function<DayInputs, Optional<P>> reader;
    private Optional<P> part = Optional.empty();
    private boolean isRead;

    /**
     * A part that is not read yet.
     *
     * @param title what it is about
     * @param at the inputs of this part alone
     * @param reader makes the part of them
     */
    public Asked(String title, DayInputs at, Function<DayInputs, Optional<P>> reader) {
        this.title = title;
        this.at = at;
        this.reader = reader;
    }

    /**
     * The part, for which a thread waits while another reads it.
     *
     * @return the part, empty if the inputs do not allow it
     */
    public synchronized Optional<P> part() {
        if (!isRead) {
            part = made();
            isRead = true;
        }
        return part;
    }

    /**
     * The inputs once the part is read.
     *
     * @return the inputs with what the part lacks and what its models said
     */
    public DayInputs done() {
        var unused = part();
        return at;
    }

    /** Numbers of which a part cannot be made leave it out and are named. */
    private Optional<P> made() {
        try {
            return reader.apply(at);
        } catch (IllegalArgumentException e) {
            at.lacks(
                    "numbers that the part on " + title.toLowerCase(Locale.ROOT) + " can be made of",
                    e.getMessage() + ": it is left out");
            return Optional.empty();
        }
    }

    /** What it is about. */
    @Override
    public String toString() {
        return "The part on " + title;
    }
}
