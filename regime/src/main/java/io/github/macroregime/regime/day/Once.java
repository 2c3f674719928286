package io.github.macroregime.regime.day;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What several parts of a report ask for, read for whichever asks first. */
final class Once {

    private final DayInputs at;
    private final Function<DayInputs, ? extends List<?>> reader;
    private @Nullable List<?> all;

    Once(DayInputs at, Function<DayInputs, ? extends List<?>> reader) {
        this.at = at;
        this.reader = reader;
    }

    synchronized List<?> all() {
        List<?> known = all == null ? reader.apply(at) : all;
        all = known;
        return known;
    }

    /** The inputs with what was found lacking as it was read. */
    DayInputs at() {
        return at;
    }
}
