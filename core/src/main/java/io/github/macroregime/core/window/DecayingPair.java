package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.window.PairStatistic.RunningPair;

/** Exponentially weighted covariance and correlation, by the recursion of {@link DecayingMoment}. */
final class DecayingPair implements RunningPair {

    private final PairFormula formula;
    private final Decay decay;
    private final CarriedForward carriedX;
    private final CarriedForward carriedY;
    private final DecayingAverage.Weights weights;
    private final DecayingMoment.Mean meanX;
    private final DecayingMoment.Mean meanY;
    private double xx;
    private double yy;
    private double xy;
    private boolean variesX;
    private boolean variesY;

    DecayingPair(PairFormula formula, Decay decay) {
        this.formula = formula;
        this.decay = decay;
        this.carriedX = new CarriedForward(decay.missing());
        this.carriedY = new CarriedForward(decay.missing());
        this.weights = new DecayingAverage.Weights(decay);
        this.meanX = new DecayingMoment.Mean();
        this.meanY = new DecayingMoment.Mean();
    }

    private DecayingPair(DecayingPair source) {
        this.formula = source.formula;
        this.decay = source.decay;
        this.carriedX = new CarriedForward(source.carriedX);
        this.carriedY = new CarriedForward(source.carriedY);
        this.weights = new DecayingAverage.Weights(source.weights);
        this.meanX = new DecayingMoment.Mean(source.meanX);
        this.meanY = new DecayingMoment.Mean(source.meanY);
        this.xx = source.xx;
        this.yy = source.yy;
        this.xy = source.xy;
        this.variesX = source.variesX;
        this.variesY = source.variesY;
    }

    @Override
    public RunningPair copy() {
        return new DecayingPair(this);
    }

    @Override
    public double push(double x, double y) {
        Require.finite(x, "x");
        Require.finite(y, "y");
        double observedX = carriedX.next(x);
        double observedY = carriedY.next(y);
        if (Double.isNaN(observedX) || Double.isNaN(observedY)) {
            weights.skip();
            return decay.missing() instanceof Missing.Skip && isReady() ? value() : Double.NaN;
        }
        double part = weights.enter();
        double dx = meanX.deviation(observedX);
        double dy = meanY.deviation(observedY);
        meanX.move(part * dx);
        meanY.move(part * dy);
        variesX |= dx != 0 && part < 1;
        variesY |= dy != 0 && part < 1;
        xx = (1 - part) * (xx + part * (dx * dx));
        yy = (1 - part) * (yy + part * (dy * dy));
        xy = (1 - part) * (xy + part * (dx * dy));
        return isReady() ? value() : Double.NaN;
    }

    private double value() {
        if (Double.isNaN(Far.variance(xx, variesX) + Far.variance(yy, variesY))) {
            return Double.NaN;
        }
        return switch (formula) {
            case SAMPLE_COVARIANCE -> xy * weights.sampleFactor();
            case POPULATION_COVARIANCE -> xy + 0.0;
            case CORRELATION -> Moments.correlationOfSums(xx, yy, xy);
            case BETA -> PivotedPair.beta(xx, xy);
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
}
