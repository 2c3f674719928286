package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;

/**
 * Exponentially weighted variance and deviation.
 *
 * <p>With the deviation {@code d} of the new observation from the mean before it and its part {@code k} of all
 * weights, the mean moves by {@code k d} and the variance becomes {@code (1 - k) (v + k d^2)}: all terms are
 * positive, so nothing cancels.
 */
final class DecayingMoment implements RunningStatistic {

    private final Moment moment;
    private final Decay decay;
    private final CarriedForward carried;
    private final DecayingAverage.Weights weights;
    private final Mean mean;
    private double variance;
    private boolean varies;

    DecayingMoment(Moment moment, Decay decay) {
        this.moment = moment;
        this.decay = decay;
        this.carried = new CarriedForward(decay.missing());
        this.weights = new DecayingAverage.Weights(decay);
        this.mean = new Mean();
    }

    private DecayingMoment(DecayingMoment source) {
        this.moment = source.moment;
        this.decay = source.decay;
        this.carried = new CarriedForward(source.carried);
        this.weights = new DecayingAverage.Weights(source.weights);
        this.mean = new Mean(source.mean);
        this.variance = source.variance;
        this.varies = source.varies;
    }

    @Override
    public RunningStatistic copy() {
        return new DecayingMoment(this);
    }

    @Override
    public double push(double x) {
        double observed = carried.next(Require.finite(x, "x"));
        if (Double.isNaN(observed)) {
            weights.skip();
            return decay.missing() instanceof Missing.Skip && isReady() ? value() : Double.NaN;
        }
        double part = weights.enter();
        double deviation = mean.deviation(observed);
        mean.move(part * deviation);
        varies |= deviation != 0 && part < 1;
        variance = (1 - part) * (variance + part * (deviation * deviation));
        return isReady() ? value() : Double.NaN;
    }

    private double value() {
        double checked = Far.variance(variance, varies);
        return switch (moment) {
            case POPULATION_VARIANCE -> checked;
            case POPULATION_DEVIATION -> Math.sqrt(checked);
            case SAMPLE_VARIANCE -> checked * weights.sampleFactor();
            case SAMPLE_DEVIATION -> Math.sqrt(checked * weights.sampleFactor());
            default -> throw new IllegalStateException(moment + " has no decaying form");
        };
    }

    @Override
    public int count() {
        return weights.observations();
    }

    @Override
    public boolean isReady() {
        return weights.observations() >= decay.minimumCount();
    }

    /**
     * A weighted mean in two parts, the second holding what the first is too coarse for, so that a deviation from it
     * keeps its digits at any level.
     */
    static final class Mean {

        private double high;
        private double low;

        Mean() {}

        Mean(Mean source) {
            this.high = source.high;
            this.low = source.low;
        }

        double deviation(double x) {
            return (x - high) - low;
        }

        /** Moves the mean; the two-sum keeps the rounding error of the addition. */
        void move(double by) {
            double moved = high + by;
            double part = moved - high;
            low += (high - (moved - part)) + (by - part);
            high = moved;
        }
    }
}
