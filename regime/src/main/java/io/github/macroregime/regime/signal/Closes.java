package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.window.Missing;
import io.github.macroregime.core.window.RunningStatistic;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** What every signal asks of closes, and the loop from its state to its batch form. */
final class Closes {

    private Closes() {}

    static double[] through(RunningStatistic state, double[] close) {
        Require.positiveOrMissing(close, "close");
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
        Require.positiveOrMissing(close, "close");
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
        Require.positiveOrMissing(close, "close");
        double[] logs = new double[close.length];
        for (int i = 0; i < close.length; i++) {
            logs[i] = StrictMath.log(close[i]);
        }
        return logs;
    }
}
