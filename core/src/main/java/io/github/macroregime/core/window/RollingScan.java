package io.github.macroregime.core.window;

import io.github.macroregime.core.stats.Moments;
import java.util.function.ToDoubleFunction;

/** A statistic computed afresh from the observations of each window, oldest first; the most accurate way. */
final class RollingScan extends WindowedStatistic {

    private final ToDoubleFunction<double[]> reading;
    private final int needed;

    /** The reading is asked only where there are as many observations as it needs. */
    RollingScan(ToDoubleFunction<double[]> reading, int needed, Window window) {
        super(window);
        this.reading = reading;
        this.needed = needed;
    }

    private RollingScan(RollingScan source) {
        super(source);
        this.reading = source.reading;
        this.needed = source.needed;
    }

    @Override
    public RunningStatistic copy() {
        return new RollingScan(this);
    }

    @Override
    void slide(int position, double leaving, double entering) {}

    @Override
    double value(int position, int count, double newest) {
        return count < needed ? Double.NaN : reading.applyAsDouble(observations(position, count));
    }

    /** The realised measures of a window of returns: moments about zero, because a mean return is lost in the noise. */
    static final class Realised {

        private Realised() {}

        static double variance(double[] r) {
            return Far.any(r) ? Far.scaled(r, 2, Realised::squares) : squares(r);
        }

        private static double squares(double[] r) {
            return Moments.sumOfPowers(r, 2);
        }

        static double skewness(double[] r) {
            return Far.scaled(r, 0, Realised::skewnessOfNear);
        }

        private static double skewnessOfNear(double[] r) {
            double variance = squares(r);
            return variance > 0
                    ? Math.sqrt(r.length) * Moments.sumOfPowers(r, 3) / (variance * Math.sqrt(variance))
                    : Double.NaN;
        }

        static double kurtosis(double[] r) {
            return Far.scaled(r, 0, Realised::kurtosisOfNear);
        }

        private static double kurtosisOfNear(double[] r) {
            double variance = squares(r);
            return variance > 0 ? r.length * Moments.sumOfPowers(r, 4) / (variance * variance) : Double.NaN;
        }

        static double upsideVariance(double[] r) {
            return variance(clipped(r, 1));
        }

        static double downsideVariance(double[] r) {
            return variance(clipped(r, -1));
        }

        static double varianceSkew(double[] r) {
            return Far.scaled(r, 0, Realised::varianceSkewOfNear);
        }

        private static double varianceSkewOfNear(double[] r) {
            double variance = squares(r);
            return variance > 0 ? (squares(clipped(r, 1)) - squares(clipped(r, -1))) / variance : Double.NaN;
        }

        private static double[] clipped(double[] r, double sign) {
            double[] clipped = new double[r.length];
            for (int i = 0; i < r.length; i++) {
                clipped[i] = Math.max(0, sign * r[i]);
            }
            return clipped;
        }
    }
}
