package io.github.macroregime.benchmarks.growth;

import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Something whose cost is timed.
 *
 * @param name what it is called
 * @param running whether it takes one observation after the other
 * @param hasWindow whether a window can be set
 * @param at for a window, what is done with a sample
 */
record Subject(String name, boolean running, boolean hasWindow, IntFunction<Function<Sample, Object>> at) {

    /** How much its cost may grow. */
    Limit limit() {
        return Limit.of(name + (running ? ", running" : ""));
    }
}
