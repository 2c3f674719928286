package io.github.macroregime.regime.signal;

import io.github.macroregime.core.stats.Missing;
import io.github.macroregime.core.stats.RunningStatistic;

/** What every signal asks of closes, and the loop from its state to its batch form. */
final class Prices {

    private Prices() {}

    /** The close itself if it is a price or missing. */
    static double checked(double close) {
        if (!(close > 0 && close <= Double.MAX_VALUE) && !Double.isNaN(close)) {
            throw new IllegalArgumentException("close must be above zero and finite but was " + close);
        }
        return close;
    }

    static void check(double[] close) {
        for (int i = 0; i < close.length; i++) {
            if (!(close[i] > 0 && close[i] <= Double.MAX_VALUE) && !Double.isNaN(close[i])) {
                throw new IllegalArgumentException(
                        "close[" + i + "] must be above zero and finite but was " + close[i]);
            }
        }
    }

    static double[] through(RunningStatistic state, double[] close, Missing missing) {
        check(close);
        double[] result = new double[close.length];
        double last = Double.NaN;
        int age = 0;
        for (int i = 0; i < close.length; i++) {
            age = Double.isNaN(close[i]) ? age + 1 : 0;
            last = age == 0 ? close[i] : last;
            boolean carried = missing instanceof Missing.Carry carry && age <= carry.maxAge();
            boolean skipped = missing instanceof Missing.Skip && age > 0;
            result[i] = skipped ? Double.NaN : state.push(carried ? last : close[i]);
        }
        return result;
    }

    static int atLeast(int minimum, int value, String name) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + " must be at least " + minimum + " but was " + value);
        }
        return value;
    }
}
