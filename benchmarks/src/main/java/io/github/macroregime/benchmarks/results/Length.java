package io.github.macroregime.benchmarks.results;

import java.util.Locale;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long to measure. */
public enum Length {

    /** Every candidate once in this JVM, to see that it works; its times mean nothing. */
    ONCE(1, 0, 1, 1, 0),

    /** About half an hour for everything. */
    QUICK(3, 2, 3, 200, 10),

    /** Some hours for everything. */
    LONG(5, 5, 5, 1_000, 15);

    private final int rounds;
    private final int warmups;
    private final int measurements;
    private final int milliseconds;
    private final int secondsForSlowStarters;

    Length(int rounds, int warmups, int measurements, int milliseconds, int secondsForSlowStarters) {
        this.rounds = rounds;
        this.warmups = warmups;
        this.measurements = measurements;
        this.milliseconds = milliseconds;
        this.secondsForSlowStarters = secondsForSlowStarters;
    }

    /**
     * The length of a name.
     *
     * @param name in any case
     * @return the length
     * @throws IllegalArgumentException if there is none of the name
     */
    public static Length parse(String name) {
        return valueOf(name.strip().toUpperCase(Locale.ROOT));
    }

    /**
     * How many times each class is run, each time in fresh JVMs.
     *
     * @return at least 1
     */
    public int rounds() {
        return rounds;
    }

    /**
     * Sets forks, iterations and times.
     *
     * @param options to be set
     * @param slowStarters whether the candidates need many seconds before they are compiled
     * @return the same options
     */
    public ChainedOptionsBuilder over(ChainedOptionsBuilder options, boolean slowStarters) {
        if (this == ONCE) {
            options.forks(0).mode(Mode.SingleShotTime);
        } else {
            options.forks(1).mode(Mode.AverageTime);
        }
        TimeValue time = TimeValue.milliseconds(milliseconds);
        return options.warmupIterations(slowStarters ? secondsForSlowStarters : warmups)
                .warmupTime(slowStarters ? TimeValue.seconds(1) : time)
                .measurementIterations(measurements)
                .measurementTime(slowStarters ? TimeValue.seconds(1) : time);
    }

    @Override
    public String toString() {
        return this == ONCE
                ? "every candidate once, unforked, which measures nothing"
                : rounds + " rounds, each in its own JVM with " + warmups + " warm-up and " + measurements
                        + " measured iterations of " + milliseconds + " ms (slow starters: " + secondsForSlowStarters
                        + " s of warm-up)";
    }
}
