package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;
import java.util.Arrays;

/** The exponentially weighted mean alone: it moves by the part of the new observation, with one rounding. */
final class DecayingAverage implements RunningStatistic {

    private final Decay decay;
    private final CarriedForward carried;
    private final Weights weights;
    private double mean;

    DecayingAverage(Decay decay) {
        this.decay = decay;
        this.carried = new CarriedForward(decay.missing());
        this.weights = new Weights(decay);
    }

    private DecayingAverage(DecayingAverage source) {
        this.decay = source.decay;
        this.carried = new CarriedForward(source.carried);
        this.weights = new Weights(source.weights);
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

    /** The weights of an exponentially weighted statistic, in units of the weight that the next observation gets. */
    static final class Weights {

        private final double kept;
        private final double entering;
        private final boolean adjusted;
        private final boolean gapsAge;
        private double past;
        private double sum;
        private double sumOfSquares;
        private int observations;

        Weights(Decay decay) {
            this.kept = 1 - decay.alpha();
            this.adjusted = decay.weighting() == Decay.Weighting.ADJUSTED;
            this.entering = adjusted ? 1 : decay.alpha();
            this.gapsAge = decay.gap() == Decay.Gap.AGED;
        }

        Weights(Weights source) {
            this.kept = source.kept;
            this.entering = source.entering;
            this.adjusted = source.adjusted;
            this.gapsAge = source.gapsAge;
            this.past = source.past;
            this.sum = source.sum;
            this.sumOfSquares = source.sumOfSquares;
            this.observations = source.observations;
        }

        void skip() {
            if (gapsAge) {
                age();
            }
        }

        private void age() {
            past *= kept;
            sum *= kept;
            sumOfSquares *= kept * kept;
        }

        /** Lets the weights fall by one observation and returns the part of the whole that the new one gets. */
        double enter() {
            observations++;
            if (observations == 1) {
                past = 1;
                sum = 1;
                sumOfSquares = 1;
                return 1;
            }
            age();
            double total = past + entering;
            sum += entering;
            sumOfSquares += entering * entering;
            if (adjusted) {
                past = total;
            } else {
                sum /= total;
                sumOfSquares /= total * total;
                past = 1;
            }
            return entering / total;
        }

        /** What {@link #enter()} would give. */
        double partOfNext() {
            return observations == 0 ? 1 : entering / (past * kept + entering);
        }

        int observations() {
            return observations;
        }

        /** What a population variance is multiplied by to become a sample variance; NaN where there is none. */
        double sampleFactor() {
            double squared = sum * sum;
            double denominator = squared - sumOfSquares;
            return observations > 1 && denominator > 0 ? squared / denominator : Double.NaN;
        }
    }
}
