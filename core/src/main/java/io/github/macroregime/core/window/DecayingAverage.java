package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;
import java.util.Arrays;

/** The exponentially weighted mean alone: it moves by the part of the new observation, with one rounding. */
final class DecayingAverage implements RunningStatistic {

    private final Decay decay;
    private final CarriedForward carried;
    private final DecayingWeights weights;
    private double mean;

    DecayingAverage(Decay decay) {
        this.decay = decay;
        this.carried = new CarriedForward(decay.missing());
        this.weights = new DecayingWeights(decay);
    }

    private DecayingAverage(DecayingAverage source) {
        this.decay = source.decay;
        this.carried = new CarriedForward(source.carried);
        this.weights = new DecayingWeights(source.weights);
        this.mean = source.mean;
    }

    @Override
    public RunningStatistic copy() {
        return new DecayingAverage(this);
    }

    @Override
    public double push(double x) {
        double observed = carried.next(Require.finite(x, "x"));
        if (Double.isNaN(observed)) {
            weights.skip();
            return decay.missing() instanceof Missing.Skip && isReady() ? mean : Double.NaN;
        }
        mean = Math.fma(weights.enter(), observed - mean, mean);
        return isReady() ? mean : Double.NaN;
    }

    @Override
    public double peek(double x) {
        double observed = carried.peek(Require.finite(x, "x"));
        if (Double.isNaN(observed)) {
            return decay.missing() instanceof Missing.Skip && isReady() ? mean : Double.NaN;
        }
        boolean ready = weights.observations() + 1 >= decay.minimumCount();
        return ready ? Math.fma(weights.partOfNext(), observed - mean, mean) : Double.NaN;
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
     * The mean at every position, by the same operations as one push after the other.
     *
     * <p>As if there were no gaps; a gap or an infinity makes every later mean not finite, which shows at the end.
     */
    static double[] of(double[] x, Decay decay) {
        double[] result = new double[x.length];
        if (x.length == 0) {
            return result;
        }
        double kept = 1 - decay.alpha();
        boolean adjusted = decay.weighting() == Decay.Weighting.ADJUSTED;
        double entering = adjusted ? 1 : decay.alpha();
        double past = 1;
        // As in a recursion from zero, which is where a minus zero loses its sign.
        double mean = x[0] + 0.0;
        result[0] = mean;
        for (int t = 1; t < x.length; t++) {
            double total = past * kept + entering;
            mean = Math.fma(entering / total, x[t] - mean, mean);
            past = adjusted ? total : 1;
            result[t] = mean;
        }
        if (!(Math.abs(mean) <= Double.MAX_VALUE)) {
            return WindowedStatistic.through(new DecayingAverage(decay), x);
        }
        Arrays.fill(result, 0, Math.min(decay.minimumCount() - 1, x.length), Double.NaN);
        return result;
    }
}
