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
 * The windows and thresholds of the report, part by part.
 *
 * @param curve moves of the curve, and of spreads against yields
 * @param strength the strength board
 * @param states how statistical states are fitted
 * @param lockstep over what lockstep is judged
 * @param windows over what the other parts are judged
 * @param positioning the window of positioning
 * @param hour of New York at which one looks on the date of the report
 * @param maxAgeDays how old a daily observation may be and still stand for the present, in calendar days, from 0
 */
public record MacroOptions(
        CurveOptions curve,
        StrengthBoardOptions strength,
        States states,
        Lockstep lockstep,
        Windows windows,
        Positions positioning,
        LocalTime hour,
        int maxAgeDays)
        implements Serializable {

    /**
     * How statistical states are fitted.
     *
     * @param model the hidden Markov model and how it is fitted
     * @param firstFit on how many returns the first fit is made, from 2
     * @param refitEvery after how many returns the next fit follows, from 1
     */
    public record States(HmmOptions model, int firstFit, int refitEvery) implements Serializable {

        public States {
            Require.components(States.class, model);
            Require.atLeast(firstFit, 2, "firstFit");
            Require.atLeast(refitEvery, 1, "refitEvery");
        }
    }

    /**
     * Over what lockstep is judged.
     *
     * @param days over how many returns, from 3
     * @param lowCorrelation a correlation smaller than this in size is low, from 0 to 1
     */
    public record Lockstep(int days, double lowCorrelation) implements Serializable {

        public Lockstep {
            Require.atLeast(days, 3, "days");
            if (!(lowCorrelation >= 0 && lowCorrelation <= 1)) {
                throw new IllegalArgumentException("lowCorrelation must lie in [0, 1] but was " + lowCorrelation);
            }
        }
    }

    /**
     * Over what sensitivities, skew, outcomes and liquidity are judged.
     *
     * @param sensitivityDays over how many changes a sensitivity is fitted, from 4
     * @param skewDays over how many returns skew is judged, from 3
     * @param horizon over how many closes forward returns run, from 1
     * @param liquidityWeeks over how many weeks a change of liquidity is taken, from 1
     */
    public record Windows(int sensitivityDays, int skewDays, int horizon, int liquidityWeeks) implements Serializable {

        public Windows {
            Require.atLeast(sensitivityDays, 4, "sensitivityDays");
            Require.atLeast(skewDays, 3, "skewDays");
            Require.atLeast(horizon, 1, "horizon");
            Require.atLeast(liquidityWeeks, 1, "liquidityWeeks");
        }
    }

    /**
     * The window of positioning.
     *
     * @param weeks how many reports it holds, from 2
     * @param least with how many reports a shorter one is still used, from 2
     */
    public record Positions(int weeks, int least) implements Serializable {

        public Positions {
            Require.atLeast(weeks, 2, "weeks");
            Require.atLeast(least, 2, "least");
        }
    }

    public MacroOptions {
        Require.components(MacroOptions.class, curve, strength, states, lockstep, windows, positioning, hour);
        Require.atLeast(maxAgeDays, 0, "maxAgeDays");
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
                new States(HmmOptions.withDefaults().withStarts(2), 1260, 1260),
                new Lockstep(63, 0.2),
                new Windows(126, 252, 21, 13),
                new Positions(Positioning.DEFAULT_WEEKS, 26),
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
        return new MacroOptions(changed, strength, states, lockstep, windows, positioning, hour, maxAgeDays);
    }

    /**
     * The same with another strength board.
     *
     * @param changed the model and its labels
     * @return the changed options
     */
    public MacroOptions withStrength(StrengthBoardOptions changed) {
        return new MacroOptions(curve, changed, states, lockstep, windows, positioning, hour, maxAgeDays);
    }

    /**
     * The same with other states.
     *
     * @param changed how they are fitted
     * @return the changed options
     */
    public MacroOptions withStates(States changed) {
        return new MacroOptions(curve, strength, changed, lockstep, windows, positioning, hour, maxAgeDays);
    }

    /**
     * The same with another lockstep.
     *
     * @param changed over what it is judged
     * @return the changed options
     */
    public MacroOptions withLockstep(Lockstep changed) {
        return new MacroOptions(curve, strength, states, changed, windows, positioning, hour, maxAgeDays);
    }

    /**
     * The same with other windows.
     *
     * @param changed over what the other parts are judged
     * @return the changed options
     */
    public MacroOptions withWindows(Windows changed) {
        return new MacroOptions(curve, strength, states, lockstep, changed, positioning, hour, maxAgeDays);
    }

    /**
     * The same with outcomes over another horizon.
     *
     * @param closes over how many closes forward returns run, from 1
     * @return the changed options
     */
    public MacroOptions withHorizon(int closes) {
        return withWindows(
                new Windows(windows.sensitivityDays(), windows.skewDays(), closes, windows.liquidityWeeks()));
    }

    /**
     * The same with another window of positioning.
     *
     * @param changed how many reports it holds
     * @return the changed options
     */
    public MacroOptions withPositioning(Positions changed) {
        return new MacroOptions(curve, strength, states, lockstep, windows, changed, hour, maxAgeDays);
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
        return new MacroOptions(curve, strength, states, lockstep, windows, positioning, changed, maxAgeDays);
    }

    /**
     * The same with another age up to which a daily observation stands for the present.
     *
     * @param days in calendar days, from 0
     * @return the changed options
     */
    public MacroOptions withMaxAgeDays(int days) {
        return new MacroOptions(curve, strength, states, lockstep, windows, positioning, hour, days);
    }
}
