package io.github.macroregime.regime.changepoint;

import java.io.Serializable;

/**
 * What a CUSUM chart watches for.
 *
 * @param target the mean in control, in the unit of the observations
 * @param deviation the deviation in control, positive, in the same unit
 * @param allowance how many deviations of drift are let pass at each observation, from 0
 * @param threshold the sum above which an alarm is given, positive, in deviations
 */
public record CusumOptions(double target, double deviation, double allowance, double threshold)
        implements Serializable {

    public CusumOptions {
        require(Math.abs(target) <= Double.MAX_VALUE, "target must be finite", target);
        require(deviation > 0 && deviation <= Double.MAX_VALUE, "deviation must be positive", deviation);
        require(allowance >= 0 && allowance <= Double.MAX_VALUE, "allowance must not be negative", allowance);
        require(threshold > 0 && threshold <= Double.MAX_VALUE, "threshold must be positive", threshold);
    }

    private static void require(boolean holds, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " but was " + value);
        }
    }

    /**
     * An allowance of 0.5 and a threshold of 5 deviations, the usual chart for a shift of one deviation.
     *
     * @param target the mean in control
     * @param deviation the deviation in control, positive
     * @return the options
     */
    public static CusumOptions withDefaults(double target, double deviation) {
        return new CusumOptions(target, deviation, 0.5, 5);
    }

    /**
     * The same with another allowance.
     *
     * @param deviations from 0
     * @return the changed options
     */
    public CusumOptions withAllowance(double deviations) {
        return new CusumOptions(target, deviation, deviations, threshold);
    }

    /**
     * The same with another threshold.
     *
     * @param deviations positive
     * @return the changed options
     */
    public CusumOptions withThreshold(double deviations) {
        return new CusumOptions(target, deviation, allowance, deviations);
    }
}
