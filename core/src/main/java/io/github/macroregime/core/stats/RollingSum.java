package io.github.macroregime.core.stats;

/**
 * The plain sum over a trailing window, as one suffix of the block before and one prefix of the block in progress,
 * so that nothing is ever taken out of a running total.
 */
final class RollingSum extends WindowedStatistic {

    private final double[] suffix;
    private double prefix;

    RollingSum(Window window) {
        super(window);
        this.suffix = new double[window.length() + 1];
    }

    private RollingSum(RollingSum source) {
        super(source);
        this.suffix = source.suffix.clone();
        this.prefix = source.prefix;
    }

    @Override
    public RunningStatistic copy() {
        return new RollingSum(this);
    }

    @Override
    void slide(int position, double leaving, double entering) {
        if (position < block.length - 1) {
            prefix += orZero(entering);
            return;
        }
        prefix = 0;
        for (int i = block.length - 1; i >= 0; i--) {
            suffix[i] = suffix[i + 1] + orZero(block[i]);
        }
    }

    @Override
    double value(int position, int count, double newest) {
        return position == block.length - 1 ? suffix[0] : suffix[position + 1] + prefix;
    }

    private static double orZero(double x) {
        return Double.isNaN(x) ? 0 : x;
    }
}
