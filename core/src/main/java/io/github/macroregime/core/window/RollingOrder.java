package io.github.macroregime.core.window;

/** What is read from the observations of a trailing window in ascending order. */
final class RollingOrder extends WindowedStatistic {

    /** Reads a statistic; it may use the newest value, which is NaN if missing. */
    @FunctionalInterface
    interface Reading {
        double read(SortedWindow sorted, double newest);
    }

    private final Reading reading;
    private final SortedWindow sorted;

    RollingOrder(Reading reading, Window window) {
        super(window);
        this.reading = reading;
        this.sorted = new SortedWindow(window.length());
    }

    private RollingOrder(RollingOrder source) {
        super(source);
        this.reading = source.reading;
        this.sorted = new SortedWindow(source.sorted);
    }

    @Override
    public RunningStatistic copy() {
        return new RollingOrder(this);
    }

    @Override
    void slide(int position, double leaving, double entering) {
        sorted.replace(leaving, entering);
    }

    @Override
    double valueWith(int position, int count, double leaving, double entering) {
        sorted.replace(leaving, entering);
        double value = reading.read(sorted, entering);
        sorted.replace(entering, leaving);
        return value;
    }

    @Override
    double value(int position, int count, double newest) {
        return reading.read(sorted, newest);
    }
}
