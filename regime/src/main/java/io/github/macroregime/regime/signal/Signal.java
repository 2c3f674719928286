package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Missing;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Statistic;

/**
 * One statement about the direction of an asset, made from its closes up to a day.
 *
 * <p>Own signals implement this interface with a record of their settings and join a strength on the same terms.
 */
public interface Signal extends Statistic {

    /** Which of the two opposed ideas a signal speaks for. */
    enum Family {
        /** What rose goes on rising. */
        MOMENTUM,
        /** What rose too far comes back. */
        REVERSION
    }

    /**
     * The name shown in tables, settings included.
     *
     * @return for example {@code RSI 14}
     */
    String name();

    /**
     * Which idea the score speaks for.
     *
     * @return the family
     */
    Family family();

    /**
     * How many observed closes the first value needs.
     *
     * @return the count, from 1
     */
    int history();

    /**
     * The statement of a value on the scale from −1 to 1, positive where it says up.
     *
     * @param value a value of this signal, or NaN
     * @return the score, NaN for NaN
     */
    double score(double value);

    /**
     * How the signal weighs past changes before it is scaled, bent or cut to a sign.
     *
     * @param lags how many weights are wanted, from 1
     * @return the weights, or why there are none; a signal that does not say has none
     */
    default TrendSignature signature(int lags) {
        return new TrendSignature.NotLinear(name(), TrendSignature.Reason.UNSTATED);
    }

    /**
     * A fresh state that takes one close after the other, strict about missing ones.
     *
     * <p>A missing close gives NaN. What reads a window stays NaN until the gap has left it; what averages
     * recursively holds its state over the gap.
     *
     * @return the running form, independent of any other
     */
    @Override
    RunningStatistic start();

    /**
     * The value on each day, strict about missing closes: the state in a loop, or a faster way to the same bits.
     *
     * <p><b>Shape</b>: one value for each close. <b>Missing</b>: as {@link #start()}. <b>Cost</b>: linear.
     *
     * @param close prices above zero, NaN where not observed
     * @return the values, NaN before there is enough history
     * @throws IllegalArgumentException if a close is infinite or not above zero; the message names its position
     */
    @Override
    default double[] over(double[] close) {
        return Closes.through(start(), close);
    }

    /**
     * The value on the last day: the last of {@link #over(double[])}, or a faster way to the same bits.
     *
     * @param close prices above zero, NaN where not observed, at least one
     * @return the value, NaN where there is none
     * @throws IllegalArgumentException if there is no close or one is infinite or not above zero
     */
    default double last(double[] close) {
        Require.atLeast(close, 1, "close");
        double[] values = over(close);
        return values[values.length - 1];
    }

    /**
     * The value on each day under a policy for missing closes.
     *
     * <p>{@link Missing#SKIP} passes over the days without a close, so that windows count the observations there
     * are; those days have NaN. {@link Missing#carry(int)} repeats the last close until it is too old.
     *
     * <p><b>Shape</b>: one value for each close. <b>Cost</b>: linear.
     *
     * @param close prices above zero, NaN where not observed
     * @param missing the policy
     * @return the values, NaN before there is enough history
     * @throws IllegalArgumentException if a close is infinite or not above zero; the message names its position
     */
    default double[] over(double[] close, Missing missing) {
        return missing.through(close, this::over);
    }

    /**
     * The unit of a value: a score unless a signal says otherwise.
     *
     * @param unit the unit of the closes
     * @return the unit of the values
     */
    @Override
    default Unit unitOf(Unit unit) {
        return Unit.SCORE;
    }

    /**
     * The score on each day, strict about missing closes.
     *
     * @param close prices above zero, NaN where not observed
     * @return scores from −1 to 1, NaN before there is enough history
     * @throws IllegalArgumentException if a close is infinite or not above zero; the message names its position
     */
    default double[] scores(double[] close) {
        double[] result = over(close);
        for (int i = 0; i < result.length; i++) {
            result[i] = score(result[i]);
        }
        return result;
    }
}
