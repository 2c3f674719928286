package io.github.macroregime.regime.bar;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Window;

/** The annualised volatility of the last days from their open, high, low and close. */
record RangeVolatility(Estimator estimator, int window, double periodsPerYear) implements BarStatistic {

    private static final double TWO_LOG_TWO = 2 * StrictMath.log(2);

    enum Estimator {
        PARKINSON("Parkinson "),
        GARMAN_KLASS("Garman-Klass "),
        GARMAN_KLASS_WITH_JUMPS("Garman-Klass with jumps "),
        ROGERS_SATCHELL("Rogers-Satchell "),
        YANG_ZHANG("Yang-Zhang ");

        private final String label;

        Estimator(String label) {
            this.label = label;
        }

        /** The variance of one day, that inside the day where jumps and days are taken apart. */
        private double variance(double open, double high, double low, double close, double before) {
            return switch (this) {
                case PARKINSON -> square(StrictMath.log(high / low)) / (2 * TWO_LOG_TWO);
                case GARMAN_KLASS -> garmanKlass(open, high, low, close);
                case GARMAN_KLASS_WITH_JUMPS ->
                    square(StrictMath.log(open / before)) + garmanKlass(open, high, low, close);
                case ROGERS_SATCHELL, YANG_ZHANG ->
                    StrictMath.log(high / close) * StrictMath.log(high / open)
                            + StrictMath.log(low / close) * StrictMath.log(low / open);
            };
        }

        private static double garmanKlass(double open, double high, double low, double close) {
            return 0.5 * square(StrictMath.log(high / low)) - (TWO_LOG_TWO - 1) * square(StrictMath.log(close / open));
        }

        private static double square(double x) {
            return x * x;
        }
    }

    RangeVolatility {
        Require.atLeast(window, estimator == Estimator.YANG_ZHANG ? 2 : 1, "window");
        Require.positive(periodsPerYear, "periodsPerYear");
    }

    @Override
    public String name() {
        return estimator.label + window;
    }

    // Rounding may carry the mean of squares of an unmoved market below zero.
    private double annualised(double variance) {
        return Math.sqrt(periodsPerYear * Math.max(0, variance));
    }

    @Override
    public RunningBars start() {
        return estimator == Estimator.YANG_ZHANG ? new YangZhang(this) : new Mean(this);
    }

    private static class Mean extends BarState {

        final RangeVolatility options;
        private final RunningStatistic mean;

        Mean(RangeVolatility options) {
            this.options = options;
            this.mean = Window.of(options.window).mean().start();
        }

        Mean(Mean source) {
            super(source);
            this.options = source.options;
            this.mean = source.mean.copy();
        }

        final double meanVariance(double open, double high, double low, double close) {
            return mean.push(options.estimator.variance(open, high, low, close, closeBefore()));
        }

        @Override
        double next(double open, double high, double low, double close) {
            return options.annualised(meanVariance(open, high, low, close));
        }

        @Override
        public RunningBars copy() {
            return new Mean(this);
        }
    }

    private static final class YangZhang extends Mean {

        private final RunningStatistic jumps;
        private final RunningStatistic days;
        private final double k;

        YangZhang(RangeVolatility options) {
            super(options);
            this.jumps = Window.of(options.window).sampleVariance().start();
            this.days = Window.of(options.window).sampleVariance().start();
            this.k = 0.34 / (1.34 + (options.window + 1.0) / (options.window - 1.0));
        }

        YangZhang(YangZhang source) {
            super(source);
            this.jumps = source.jumps.copy();
            this.days = source.days.copy();
            this.k = source.k;
        }

        @Override
        double next(double open, double high, double low, double close) {
            double jump = jumps.push(StrictMath.log(open / closeBefore()));
            double day = days.push(StrictMath.log(close / open));
            double inside = meanVariance(open, high, low, close);
            return options.annualised(jump + k * day + (1 - k) * inside);
        }

        @Override
        public RunningBars copy() {
            return new YangZhang(this);
        }
    }
}
