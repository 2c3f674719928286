package io.github.macroregime.regime.signal;

import io.github.macroregime.core.window.Missing;
import io.github.macroregime.core.window.RunningStatistic;
import java.util.Arrays;
import java.util.function.UnaryOperator;

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

    static double[] through(RunningStatistic state, double[] close) {
        check(close);
        double[] result = new double[close.length];
        for (int i = 0; i < close.length; i++) {
            result[i] = state.push(close[i]);
        }
        return result;
    }

    /** A strict function of closes under a policy for the missing ones. */
    static double[] under(Missing missing, double[] close, UnaryOperator<double[]> strict) {
        if (missing instanceof Missing.Carry carry) {
            return strict.apply(carried(close, carry.maxAge()));
        }
        if (!(missing instanceof Missing.Skip)) {
            return strict.apply(close);
        }
        check(close);
        double[] observed =
                Arrays.stream(close).filter(price -> !Double.isNaN(price)).toArray();
        double[] values = strict.apply(observed);
        double[] result = new double[close.length];
        int at = 0;
        for (int i = 0; i < close.length; i++) {
            result[i] = Double.isNaN(close[i]) ? Double.NaN : values[at++];
        }
        return result;
    }

    private static double[] carried(double[] close, int maxAge) {
        double[] result = close.clone();
        int age = maxAge;
        for (int i = 0; i < close.length; i++) {
            age = Double.isNaN(close[i]) ? age + 1 : 0;
            if (age > 0 && age <= maxAge) {
                result[i] = result[i - 1];
            }
        }
        return result;
    }

    static double[] logs(double[] close) {
        check(close);
        double[] logs = new double[close.length];
        for (int i = 0; i < close.length; i++) {
            logs[i] = StrictMath.log(close[i]);
        }
        return logs;
    }

    static int atLeast(int minimum, int value, String name) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + " must be at least " + minimum + " but was " + value);
        }
        return value;
    }
}
