package io.github.macroregime.core.series;

import java.io.Serializable;

/** What stands in for a missing observation. No fill looks ahead. */
public sealed interface Fill extends Serializable {

    /**
     * {@index "Forward fill"}, the last observation carried forward ({@index LOCF}) while it is not too old.
     *
     * @param maxAgeDays how many calendar days old it may be, from 0
     * @return the policy
     * @throws IllegalArgumentException if the age is negative
     */
    static Fill carry(int maxAgeDays) {
        return new Carry(maxAgeDays);
    }

    /**
     * One number for every missing observation.
     *
     * @param inside the number, already decimal, finite
     * @return the policy
     * @throws IllegalArgumentException if the number is not finite
     */
    static Fill constant(double inside) {
        return new Constant(inside);
    }

    /**
     * The values of a series with the gaps filled as far as this policy allows.
     *
     * @param series values by date
     * @return one value for each date, NaN where the policy has nothing to put
     */
    double[] fill(TimeSeries series);

    /**
     * {@index "Forward fill"}, the last observation carried forward ({@index LOCF}) while it is not too old.
     *
     * @param maxAgeDays how many calendar days old it may be, from 0
     */
    record Carry(int maxAgeDays) implements Fill {

        public Carry {
            AsOf.checked(maxAgeDays);
        }

        @Override
        public double[] fill(TimeSeries series) {
            AsOf asOf = new AsOf(series, maxAgeDays);
            double[] filled = new double[series.size()];
            for (int t = 0; t < filled.length; t++) {
                filled[t] = asOf.valueOn(series.dates().epochDay(t));
            }
            return filled;
        }
    }

    /**
     * One number for every missing observation.
     *
     * @param inside the number, already decimal
     */
    record Constant(double inside) implements Fill {

        public Constant {
            if (!(Math.abs(inside) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("inside must be finite but was " + inside);
            }
        }

        @Override
        public double[] fill(TimeSeries series) {
            return series.values()
                    .map(value -> Double.isNaN(value) ? inside : value)
                    .toArray();
        }
    }
}
