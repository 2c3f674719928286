package io.github.macroregime.regime.bar;

/** The part that all states of bars share: the check at the door, the day before, the count and the latest value. */
abstract class BarState implements RunningBars {

    private int count;
    private double latest = Double.NaN;
    private double highBefore = Double.NaN;
    private double lowBefore = Double.NaN;
    private double closeBefore = Double.NaN;

    BarState() {}

    BarState(BarState source) {
        this.count = source.count;
        this.latest = source.latest;
        this.highBefore = source.highBefore;
        this.lowBefore = source.lowBefore;
        this.closeBefore = source.closeBefore;
    }

    @Override
    public final double push(double open, double high, double low, double close) {
        Bars.requireOrdered("bar", "", open, high, low, close);
        double highest = Bars.highest(open, high, close);
        double lowest = Bars.lowest(open, low, close);
        latest = next(open, highest, lowest, close);
        count++;
        highBefore = highest;
        lowBefore = lowest;
        closeBefore = close;
        return latest;
    }

    /** The value with this day, whose prices are in order. */
    abstract double next(double open, double high, double low, double close);

    /** NaN on the first day. */
    final double closeBefore() {
        return closeBefore;
    }

    /** How far the high lies above the one before, NaN on the first day. */
    final double rise(double high) {
        return high - highBefore;
    }

    /** How far the low lies below the one before, NaN on the first day. */
    final double fall(double low) {
        return lowBefore - low;
    }

    /** The range with the close before it, the plain range on the first day. */
    final double trueRange(double high, double low) {
        return count == 0 ? high - low : Math.max(high, closeBefore) - Math.min(low, closeBefore);
    }

    final boolean isFirst() {
        return count == 0;
    }

    @Override
    public final int count() {
        return count;
    }

    @Override
    public final boolean isReady() {
        return !Double.isNaN(latest);
    }
}
