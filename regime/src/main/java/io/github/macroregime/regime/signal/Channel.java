package io.github.macroregime.regime.signal;

import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Window;

/** The highest and the lowest of the last prices; NaN until there are enough without a gap. */
final class Channel {

    private final RunningStatistic highest;
    private final RunningStatistic lowest;
    private double top = Double.NaN;
    private double bottom = Double.NaN;

    Channel(int window) {
        this.highest = Window.of(window).max().start();
        this.lowest = Window.of(window).min().start();
    }

    Channel(Channel source) {
        this.highest = source.highest.copy();
        this.lowest = source.lowest.copy();
        this.top = source.top;
        this.bottom = source.bottom;
    }

    void push(double high, double low) {
        top = highest.push(high);
        bottom = lowest.push(low);
    }

    double topWith(double high) {
        return highest.peek(high);
    }

    double bottomWith(double low) {
        return lowest.peek(low);
    }

    double top() {
        return top;
    }

    double bottom() {
        return bottom;
    }

    /** Which share of the channel lies below a price, a half where it has no height. */
    static double share(double price, double top, double bottom) {
        return top == bottom ? 0.5 : (price - bottom) / (top - bottom);
    }
}
