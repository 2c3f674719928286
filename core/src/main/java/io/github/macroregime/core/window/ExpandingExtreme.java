package io.github.macroregime.core.window;

/** The largest of all observations so far, or the smallest as the negative of the largest negative. */
final class ExpandingExtreme extends ExpandingStatistic {

    private final double sign;
    private double largest = Double.NEGATIVE_INFINITY;

    ExpandingExtreme(double sign, int minimumCount) {
        super(minimumCount);
        this.sign = sign;
    }

    private ExpandingExtreme(ExpandingExtreme source) {
        super(source);
        this.sign = source.sign;
        this.largest = source.largest;
    }

    @Override
    public RunningStatistic copy() {
        return new ExpandingExtreme(this);
    }

    @Override
    void enter(double x) {
        largest = Math.max(largest, sign * x);
    }

    @Override
    double value(int count, double newest) {
        return sign * largest;
    }
}
