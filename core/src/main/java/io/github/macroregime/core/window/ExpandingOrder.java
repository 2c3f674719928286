package io.github.macroregime.core.window;

/** What is read from all observations so far in ascending order. */
final class ExpandingOrder extends ExpandingStatistic {

    private final RollingOrder.Reading reading;
    private final SortedWindow sorted;

    ExpandingOrder(RollingOrder.Reading reading, int minimumCount) {
        super(minimumCount);
        this.reading = reading;
        this.sorted = new SortedWindow(16);
    }

    private ExpandingOrder(ExpandingOrder source) {
        super(source);
        this.reading = source.reading;
        this.sorted = new SortedWindow(source.sorted);
    }

    @Override
    public RunningStatistic copy() {
        return new ExpandingOrder(this);
    }

    @Override
    void enter(double x) {
        sorted.replace(Double.NaN, x);
    }

    @Override
    double valueWith(int count, double entering) {
        sorted.replace(Double.NaN, entering);
        double value = reading.read(sorted, entering);
        sorted.replace(entering, Double.NaN);
        return value;
    }

    @Override
    double value(int count, double newest) {
        return reading.read(sorted, newest);
    }
}
