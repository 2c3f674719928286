package io.github.macroregime.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.ta4j.core.BarSeries;

/** A walk of 20,000 observations and a window; the candidates are compared on a walk of three windows. */
public abstract class WindowedWalk extends Timed {

    static final int LENGTH = 20_000;

    private static final int SEED = 7;

    /** How many observations a window spans. */
    @Param({"60", "252", "1260"})
    public int window;

    double[] x = {};
    BarSeries bars = Ta4j.bars(x);

    @Override
    public void prepare() throws Exception {
        walk(3 * window + 1);
        compare();
        fill();
    }

    @Override
    void fill() {
        walk(LENGTH);
    }

    private void walk(int length) {
        x = Walk.of(length, SEED);
        bars = Ta4j.bars(x);
    }
}
