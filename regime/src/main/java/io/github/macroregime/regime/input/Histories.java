package io.github.macroregime.regime.input;

import io.github.macroregime.core.series.TimeSeries;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Histories that many days share: each is computed once, over the longest past that was asked for, and a day reads its own
 * row.
 *
 * <p>What is shared is causal, so that over a longer past it has the same bits in the same rows. A history is known by what
 * was computed and by the bits of its past, so that a revised or damaged file gives another one. The cheapest order begins
 * with the latest day. Safe for several threads; holds some megabytes for each hundred series.
 */
public final class Histories {

    private final Map<Object, Longest> longest = new ConcurrentHashMap<>();

    private Histories() {}

    /**
     * Histories of any number of days.
     *
     * @return none yet
     */
    public static Histories shared() {
        return new Histories();
    }

    /**
     * The history of a series over this past or a longer one that begins with it.
     *
     * @param <H> what a history is
     * @param computed what is computed of what, for example the name of a statistic, its options and the name of the series
     * @param past the observations that are known
     * @param history computes it; causal, so that its rows of this past do not depend on what follows
     * @return the history, of which only the rows of this past may be read
     */
    public <H> H of(Object computed, TimeSeries past, Function<TimeSeries, H> history) {
        return of(computed, past, Histories::begins, history);
    }

    /**
     * The history of something that is no series.
     *
     * @param <P> what is known
     * @param <H> what a history is
     * @param computed what is computed of what; one name is for one type
     * @param past what is known
     * @param begins whether the first begins with the second
     * @param history computes it; causal, so that its rows of this past do not depend on what follows
     * @return the history, of which only the rows of this past may be read
     */
    @SuppressWarnings("unchecked") // what is computed under one name is of one type
    public <P, H> H of(Object computed, P past, BiPredicate<P, P> begins, Function<P, H> history) {
        return (H) longest.computeIfAbsent(computed, each -> new Longest()).of(past, begins, history);
    }

    private static boolean begins(TimeSeries longer, TimeSeries past) {
        int n = past.size();
        return longer == past
                || (n <= longer.size()
                        && (n == 0 || longer.date(n - 1).equals(past.date(n - 1)))
                        && longer.slice(0, n).equals(past));
    }

    /** The longest past of which a history was asked for, and the history. */
    private static final class Longest {

        private Optional<Object> past = Optional.empty();
        private Optional<Object> history = Optional.empty();

        @SuppressWarnings("unchecked")
        synchronized <P, H> Object of(P asked, BiPredicate<P, P> begins, Function<P, H> computed) {
            if (past.isEmpty() || !begins.test((P) past.get(), asked)) {
                history = Optional.of(computed.apply(asked));
                past = Optional.of(asked);
            }
            return history.get();
        }
    }

    /** How many histories there are. */
    @Override
    public String toString() {
        return longest.size() + " histories";
    }
}
