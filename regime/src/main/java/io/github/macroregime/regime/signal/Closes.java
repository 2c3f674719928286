package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.window.RunningStatistic;
import java.util.Arrays;

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

    /** Prices less the first close, whose level would cost averages the digits of small moves. */
    static double[] moves(double[] close) {
        Require.positiveOrMissing(close, "close");
        double first = Arrays.stream(close)
                .filter(price -> !Double.isNaN(price))
                .findFirst()
                .orElse(0);
        return Arrays.stream(close).map(price -> price - first).toArray();
    }

    /** Log prices less that of the first close. */
    static double[] logs(double[] close) {
        Require.positiveOrMissing(close, "close");
        double[] logs = new double[close.length];
        LogPrice price = new LogPrice();
        for (int i = 0; i < close.length; i++) {
            logs[i] = price.next(close[i]);
        }
        return logs;
    }
}
