package io.github.macroregime.regime.day;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A state at each place of a past, each found when it is first asked for; empty where it is not known. */
public final class LazyStates {

    private final AtomicReferenceArray<String> kept;
    private final IntFunction<String> found;
    private @Nullable Runs runs;

    /**
     * States over a past.
     *
     * @param size how many places it has
     * @param found finds the state at a place
     */
    public LazyStates(int size, IntFunction<String> found) {
        this.kept = new AtomicReferenceArray<>(size);
        this.found = found;
    }

    /**
     * The state at a place.
     *
     * @param i from 0
     * @return the state, empty where it is not known
     */
    public String at(int i) {
        String known = kept.get(i);
        return known == null ? kept.updateAndGet(i, none -> found.apply(i)) : known;
    }

    /**
     * The runs over the whole past.
     *
     * @return the runs, found when they are first asked for
     */
    public synchronized Runs runs() {
        Runs known = runs == null ? new Runs(this, kept.length()) : runs;
        runs = known;
        return known;
    }

    /** Places in a row with one state; those between where none is known belong to the run before. */
    public static final class Runs {

        private final List<String> names = new ArrayList<>();
        private final int[] firsts;
        private final int[] states;
        private final int[] knownBefore;

        private Runs(LazyStates seen, int size) {
            int[] starts = new int[size];
            int[] named = new int[size];
            int[] before = new int[size + 1];
            int count = 0;
            int known = 0;
            for (int i = 0; i < size; i++) {
                String state = seen.at(i);
                if (!state.isEmpty()) {
                    if (count == 0 || !state.equals(names.get(named[count - 1]))) {
                        before[count] = known;
                        named[count] = number(state);
                        starts[count++] = i;
                    }
                    known++;
                }
            }
            before[count] = known;
            this.firsts = Arrays.copyOf(starts, count);
            this.states = Arrays.copyOf(named, count);
            this.knownBefore = Arrays.copyOf(before, count + 1);
        }

        private int number(String state) {
            if (!names.contains(state)) {
                names.add(state);
            }
            return names.indexOf(state);
        }

        /**
         * The run that a place lies in.
         *
         * @param place from the first at which a state is known
         * @return the number of the run, from 0
         */
        public int of(int place) {
            int found = Arrays.binarySearch(firsts, place);
            return found < 0 ? -found - 2 : found;
        }

        /**
         * The first place of a run.
         *
         * @param run the number of the run
         * @return the place
         */
        public int first(int run) {
            return firsts[run];
        }

        /**
         * At how many places of a run the state is known.
         *
         * @param run the number of the run
         * @return the count, from 1
         */
        public int length(int run) {
            return knownBefore[run + 1] - knownBefore[run];
        }

        /**
         * The places at which one state turned into another.
         *
         * @param from the state before
         * @param to the state after
         * @return the places in their order
         */
        public IntStream turns(String from, String to) {
            int before = names.indexOf(from);
            int after = names.indexOf(to);
            return IntStream.range(1, firsts.length)
                    .filter(run -> states[run] == after && states[run - 1] == before)
                    .map(run -> firsts[run]);
        }
    }
}
