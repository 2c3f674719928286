package io.github.macroregime.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import scala.Tuple3;

/** Mutable: what is said of one asset at each of its dates, from its values up to there. */
interface AssetState {

    /** How many dates are handed to Spark at a time. */
    int DATES = 512;

    /** Writes the numbers of the date of this value, which is NaN if missing, behind one another. */
    void push(double value, double[] numbers, int from);

    /** Starts the state of an asset, on any machine. */
    interface Start extends Serializable {

        AssetState start();
    }

    /** The asset, some of its dates and the numbers of each, made when they are asked for. */
    static Iterator<Tuple3<String, int[], double[]>> over(DatedValues values, AssetState state, int width) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return values.hasNext();
            }

            @Override
            public Tuple3<String, int[], double[]> next() {
                int[] days = new int[DATES];
                double[] numbers = new double[DATES * width];
                int n = 0;
                for (; n < DATES && values.hasNext(); n++) {
                    int from = n * width;
                    values.next();
                    values.to(value -> state.push(value, numbers, from));
                    days[n] = values.day();
                }
                return new Tuple3<>(values.asset(), Arrays.copyOf(days, n), Arrays.copyOf(numbers, n * width));
            }
        };
    }
}
