package io.github.macroregime.regime.input;

import io.github.macroregime.core.series.Tasks;
import io.github.macroregime.core.series.TimeSeries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Histories that many days share: each is computed once, over the longest past that was asked for, and a day reads its own
 * row.
 *
 * <p>What is shared is causal, so that over a longer past it has the same bits in the same rows. A history is known by what
 * was computed and by the bits of its past, so that a revised or damaged file gives another one. The cheapest order begins
 * with the latest day. Safe for several threads; holds some megabytes for each hundred series.
 */
public final class Histories {

    private final Map<Object, Longest> longest;
    private final Optional<Executor> executor;

    private Histories(Map<Object, Longest> longest, Optional<Executor> executor) {
        this.longest = longest;
        this.executor = executor;
    }

    /**
     * Histories of any number of days.
     *
     * @return none yet
     */
    public static Histories shared() {
        return new Histories(new ConcurrentHashMap<>(), Optional.empty());
    }

    /**
     * The same histories for days of which several threads make the parts; what they say does not depend on it to a bit.
     *
     * <pre>{@code
     * Histories histories = Histories.shared().on(ForkJoinPool.commonPool());
     * MacroReport report = MacroReport.of(
     *         MacroInputs.of(), LocalDate.of(2025, 7, 22), MacroOptions.withDefaults(), Set.of(Topic.CURVE), histories);
     * }</pre>
     *
     * @param executor runs the parts beside the calling thread; it is neither started nor stopped here
     * @return the histories, shared with these
     */
    public Histories on(Executor executor) {
        return new Histories(longest, Optional.of(executor));
    }

    /**
     * What several pieces of work make, by the calling thread and those of the executor, if there is one.
     *
     * @param <T> what a piece of work makes
     * @param work the pieces, none of which waits for a later one
     * @return what each made, in their order
     * @throws java.util.concurrent.RejectedExecutionException if the executor refuses a piece
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted while it has an executor
     */
    public <T> List<T> all(List<Supplier<T>> work) {
        return executor.map(threads -> Tasks.all(work, threads))
                .orElseGet(() -> work.stream().map(Supplier::get).toList());
    }

    /**
     * The history of a series, or of several in a list, over this past or a longer one that begins with it, and of anything
     * else over this past.
     *
     * @param <P> what is known
     * @param <H> what a history is
     * @param computed what is computed of what, for example the name of a statistic, its options and the name of the series;
     *     one name is for one type
     * @param past what is known, for example the observations of a series
     * @param history computes it; causal, so that its rows of this past do not depend on what follows
     * @return the history, of which only the rows of this past may be read
     */
    public <P, H> H of(Object computed, P past, Function<P, H> history) {
        return of(computed, past, Histories::begins, history);
    }

    /**
     * The history of something of which it must be said what begins with what.
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

    /**
     * Whether a past begins with another: a series if its first rows have the same bits, a list if each of its elements
     * does, anything else if it is equal.
     *
     * @param longer the past that may be longer
     * @param past the past that may be its beginning
     * @return true if it is
     */
    public static boolean begins(Object longer, Object past) {
        if (longer instanceof List<?> all && past instanceof List<?> known) {
            return all.size() == known.size()
                    && IntStream.range(0, all.size()).allMatch(i -> begins(all.get(i), known.get(i)));
        }
        if (!(longer instanceof TimeSeries series && past instanceof TimeSeries beginning)) {
            return longer.equals(past);
        }
        return series.beginsWith(beginning);
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
