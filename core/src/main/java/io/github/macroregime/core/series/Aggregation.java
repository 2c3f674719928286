package io.github.macroregime.core.series;

/**
 * How the observations of one period become one number when a series is resampled.
 *
 * <p>Missing observations are passed over; a period of which nothing was observed is NaN.
 */
public enum Aggregation {
    /** The first observation of the period. */
    FIRST {
        @Override
        double of(double[] observed) {
            return observed[0];
        }
    },

    /** The last observation of the period. */
    LAST {
        @Override
        double of(double[] observed) {
            return observed[observed.length - 1];
        }
    },

    /** The sum of the observations divided by their count. */
    MEAN {
        @Override
        double of(double[] observed) {
            return SUM.of(observed) / observed.length;
        }
    },

    /** The sum of the observations, from the first to the last. */
    SUM {
        @Override
        double of(double[] observed) {
            double sum = 0;
            for (double value : observed) {
                sum += value;
            }
            return sum;
        }
    },

    /** The smallest observation. */
    MINIMUM {
        @Override
        double of(double[] observed) {
            double smallest = observed[0];
            for (double value : observed) {
                smallest = Math.min(smallest, value);
            }
            return smallest;
        }
    },

    /** The largest observation. */
    MAXIMUM {
        @Override
        double of(double[] observed) {
            double largest = observed[0];
            for (double value : observed) {
                largest = Math.max(largest, value);
            }
            return largest;
        }
    };

    /** One number for at least one observation, none of them missing. */
    abstract double of(double[] observed);
}
