package io.github.macroregime.regime.input;

import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.regime.curve.CurveOptions;
import io.github.macroregime.regime.hmm.HmmOptions;
import io.github.macroregime.regime.outlook.Positioning;
import io.github.macroregime.regime.strength.StrengthBoardOptions;
import java.io.Serializable;
import java.time.LocalTime;

/**
 * The windows and thresholds of the report.
 *
 * @param curve moves of the curve, and of spreads against yields
 * @param strength the strength board
 * @param states how statistical states are fitted
 * @param statesFirstFit on how many returns the first fit is made, from 2
 * @param statesRefitEvery after how many returns the next fit follows, from 1
 * @param lockstepDays over how many returns lockstep is judged, from 3
 * @param lowCorrelation a correlation smaller than this in size is low, from 0 to 1
 * @param sensitivityDays over how many changes a sensitivity is fitted, from 4
 * @param skewDays over how many returns skew is judged, from 3
 * @param horizon over how many closes forward returns run, from 1
 * @param liquidityWeeks over how many weekly observations a change of liquidity is taken, from 1
 * @param positioningWeeks how many reports the window of positioning holds, from 2
 * @param positioningLeast with how many reports a shorter window is still used, from 2
 * @param hour of New York at which one looks on the date of the report
 * @param maxAgeDays how old a daily observation may be and still stand for the present, in calendar days, from 0
 */
public record MacroOptions(
        CurveOptions curve,
        StrengthBoardOptions strength,
        HmmOptions states,
        int statesFirstFit,
        int statesRefitEvery,
        int lockstepDays,
        double lowCorrelation,
        int sensitivityDays,
        int skewDays,
        int horizon,
        int liquidityWeeks,
        int positioningWeeks,
        int positioningLeast,
        LocalTime hour,
        int maxAgeDays)
        implements Serializable {

    public MacroOptions {
        Require.components(MacroOptions.class, curve, strength, states, hour);
        Require.atLeast(statesFirstFit, 2, "statesFirstFit");
        Require.atLeast(statesRefitEvery, 1, "statesRefitEvery");
        Require.atLeast(lockstepDays, 3, "lockstepDays");
        Require.atLeast(sensitivityDays, 4, "sensitivityDays");
        Require.atLeast(skewDays, 3, "skewDays");
        Require.atLeast(horizon, 1, "horizon");
        Require.atLeast(liquidityWeeks, 1, "liquidityWeeks");
        Require.atLeast(positioningWeeks, 2, "positioningWeeks");
        Require.atLeast(positioningLeast, 2, "positioningLeast");
        Require.atLeast(maxAgeDays, 0, "maxAgeDays");
        if (!(lowCorrelation >= 0 && lowCorrelation <= 1)) {
            throw new IllegalArgumentException("lowCorrelation must lie in [0, 1] but was " + lowCorrelation);
        }
    }

    /**
     * The usual windows: curve moves over 20 days and shares over 63, two states fitted first on five years and again
     * every five, lockstep over 63 returns with 0.2 as a low correlation, sensitivities over 126, skew over 252,
     * outcomes over 21 closes, liquidity over 13 weeks, positioning over 156 reports or at least 26, and nothing older
     * than a week.
     *
     * @return the defaults
     */
    public static MacroOptions withDefaults() {
        return new MacroOptions(
                CurveOptions.withDefaults(),
                StrengthBoardOptions.withDefaults(),
                HmmOptions.withDefaults().withStarts(2),
                1260,
                1260,
                63,
                0.2,
                126,
                252,
                21,
                13,
                Positioning.DEFAULT_WEEKS,
                26,
                PublicationLag.EVENING,
                7);
    }

    /**
     * The same with other moves of the curve.
     *
     * @param changed over what and how finely
     * @return the changed options
     */
    public MacroOptions withCurve(CurveOptions changed) {
        return new MacroOptions(
                changed,
                strength,
                states,
                statesFirstFit,
                statesRefitEvery,
                lockstepDays,
                lowCorrelation,
                sensitivityDays,
                skewDays,
                horizon,
                liquidityWeeks,
                positioningWeeks,
                positioningLeast,
                hour,
                maxAgeDays);
    }

    /**
     * The same with other states.
     *
     * @param changed how they are fitted
     * @param firstFit on how many returns the first fit is made, from 2
     * @param refitEvery after how many returns the next fit follows, from 1
     * @return the changed options
     */
    public MacroOptions withStates(HmmOptions changed, int firstFit, int refitEvery) {
        return new MacroOptions(
                curve,
                strength,
                changed,
                firstFit,
                refitEvery,
                lockstepDays,
                lowCorrelation,
                sensitivityDays,
                skewDays,
                horizon,
                liquidityWeeks,
                positioningWeeks,
                positioningLeast,
                hour,
                maxAgeDays);
    }

    /**
     * The same with outcomes over another horizon.
     *
     * @param closes over how many closes forward returns run, from 1
     * @return the changed options
     */
    public MacroOptions withHorizon(int closes) {
        return new MacroOptions(
                curve,
                strength,
                states,
                statesFirstFit,
                statesRefitEvery,
                lockstepDays,
                lowCorrelation,
                sensitivityDays,
                skewDays,
                closes,
                liquidityWeeks,
                positioningWeeks,
                positioningLeast,
                hour,
                maxAgeDays);
    }

    /**
     * The same for another hour of the day.
     *
     * <p>What is published later on the date is not used: at noon neither its closes nor its balance sheet of a
     * Thursday.
     *
     * @param changed the hour of New York
     * @return the changed options
     */
    public MacroOptions withHour(LocalTime changed) {
        return new MacroOptions(
                curve,
                strength,
                states,
                statesFirstFit,
                statesRefitEvery,
                lockstepDays,
                lowCorrelation,
                sensitivityDays,
                skewDays,
                horizon,
                liquidityWeeks,
                positioningWeeks,
                positioningLeast,
                changed,
                maxAgeDays);
    }
}
