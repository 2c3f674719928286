package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.cycle.MomentumCycle;
import io.github.macroregime.regime.cycle.MomentumHistory;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * The protocol that every signal, strength, state and driver model passes through, so that their records can be read
 * side by side.
 *
 * <p>Scores become positions by one rule and are tested by {@link Backtest}: decided at a close, traded at the next,
 * after costs. Beside them, over the same days and at the same cost: buy and hold, the sign of the mean past return, of
 * the last move over the horizon, and of twelve-month momentum. Sharpe ratios, and by how much the model leads each, have
 * an interval of nine draws in ten of a circular block bootstrap in which model and benchmarks keep their days together.
 * Calls are counted by the forward move over the horizon, bullish and bearish apart, against the share of all days that
 * moved that way; the effective count is the count over the horizon, for outcomes overlap. The deflated Sharpe ratio takes
 * {@code 1 / (n - 1)}, that of trials without skill, as the variance of the ratios of the variants.
 *
 * <p>Scores of a fitted model must be walked forward by the model itself; {@link
 * io.github.macroregime.regime.drivers.DriverModel} leaves outcomes that have not matured, and an embargo, out of each
 * fit. {@link #of(String, String, TimeSeries, Scores)} gives scores of shorter closes and refuses a model whose past
 * changes.
 *
 * @param horizon over how many closes a call is judged, from 1
 * @param rule how scores become positions
 * @param cost what trading one unit of capital costs, not negative
 * @param variantsTried how many variants of the model were tried before this one was shown, itself included, from 1
 * @param eras into how many parts of equal length the time is divided, from 1
 * @param block how many days a block of the bootstrap has, from 1; that of calls has the horizon at least
 * @param draws how many draws it makes, from 100
 * @param seed where its random numbers begin
 */
public record Evaluation(
        int horizon, PositionRule rule, Rate cost, int variantsTried, int eras, int block, int draws, long seed)
        implements Serializable {

    private static final Evaluation STANDARD =
            new Evaluation(21, new PositionRule.Sign(), Rate.ofBasisPoints(5), 1, 3, 21, 1000, 1);

    public Evaluation {
        Require.components(Evaluation.class, rule, cost);
        Require.atLeast(horizon, 1, "horizon");
        Require.atLeast(variantsTried, 1, "variantsTried");
        Require.atLeast(eras, 1, "eras");
        Require.atLeast(block, 1, "block");
        Require.atLeast(draws, 100, "draws");
        if (cost.isNegative()) {
            throw new IllegalArgumentException("cost must not be negative but was " + cost);
        }
    }

    /**
     * Calls judged over 21 closes, the sign of the score as the position, a cost of 5 bp, one variant, three eras, a
     * thousand draws of blocks of 21 days.
     *
     * @return the protocol
     */
    public static Evaluation withDefaults() {
        return STANDARD;
    }

    /**
     * This protocol with another horizon.
     *
     * @param changed over how many closes a call is judged, from 1
     * @return the changed protocol
     */
    public Evaluation withHorizon(int changed) {
        return new Evaluation(changed, rule, cost, variantsTried, eras, block, draws, seed);
    }

    /**
     * This protocol with another rule.
     *
     * @param changed how scores become positions
     * @return the changed protocol
     */
    public Evaluation withRule(PositionRule changed) {
        return new Evaluation(horizon, changed, cost, variantsTried, eras, block, draws, seed);
    }

    /**
     * This protocol with another cost.
     *
     * @param changed what trading one unit of capital costs, not negative
     * @return the changed protocol
     */
    public Evaluation withCost(Rate changed) {
        return new Evaluation(horizon, rule, changed, variantsTried, eras, block, draws, seed);
    }

    /**
     * This protocol for a model that was chosen among variants.
     *
     * @param changed how many were tried, the chosen one included, from 1
     * @return the changed protocol
     */
    public Evaluation withVariantsTried(int changed) {
        return new Evaluation(horizon, rule, cost, changed, eras, block, draws, seed);
    }

    /**
     * This protocol with another number of draws.
     *
     * @param changed how many draws the bootstrap makes, from 100
     * @return the changed protocol
     */
    public Evaluation withDraws(int changed) {
        return new Evaluation(horizon, rule, cost, variantsTried, eras, block, changed, seed);
    }

    /**
     * The record of a model that scores closes, split by the asset's own momentum cycle of a year and a month.
     *
     * @param model the name of the model
     * @param asset the name of the asset
     * @param closes prices above zero; dates without one are left out
     * @param scores where the scores come from
     * @return the record, from the first score on
     * @throws IllegalArgumentException if scores of shorter closes differ, there are fewer than 60 closes from the first
     *     score on or no more than the horizon, or dates follow no calendar
     */
    public ModelRecord of(String model, String asset, TimeSeries closes, Scores scores) {
        TimeSeries observed = Require.prices(closes, "closes").dropMissing();
        double[] close = observed.values().toArray();
        double[] scored = scores.over(close);
        for (int end : new int[] {close.length / 2, close.length - close.length / 4}) {
            double[] known = scores.over(Arrays.copyOf(close, end));
            int at = Arrays.mismatch(known, Arrays.copyOf(scored, end));
            if (at >= 0) {
                throw new IllegalArgumentException("scores must not look ahead but " + model + " on "
                        + observed.date(at) + " was " + known[at] + " until " + observed.date(end - 1) + " and "
                        + scored[at] + " later");
            }
        }
        Require.sameLength(scored, close);
        return trial(observed, scored, year(observed)).record(model, asset, close.length);
    }

    /**
     * The record of a model whose scores were made elsewhere, walked forward, split by the asset's own momentum cycle of
     * a year and a month.
     *
     * @param model the name of the model
     * @param asset the name of the asset
     * @param closes prices above zero; dates without one are left out
     * @param scores the score that was known at the close of each date, positive where it says up
     * @return the record, from the first score on
     * @throws IllegalArgumentException if there are fewer than 60 closes from the first score on or no more than the
     *     horizon, or dates follow no calendar
     */
    public ModelRecord of(String model, String asset, TimeSeries closes, TimeSeries scores) {
        TimeSeries observed = observed(closes);
        return trial(observed, on(observed, scores), year(observed)).record(model, asset, observed.size());
    }

    /**
     * The same where there may be too little for a record.
     *
     * @param model the name of the model
     * @param asset the name of the asset
     * @param closes prices above zero; dates without one are left out
     * @param scores the score that was known at the close of each date, positive where it says up
     * @return the record, empty where {@link #of(String, String, TimeSeries, TimeSeries)} would refuse so few closes or
     *     dates without a calendar
     */
    public Optional<ModelRecord> ifEnough(String model, String asset, TimeSeries closes, TimeSeries scores) {
        return records(model, asset, closes, scores).apply(LocalDate.MAX);
    }

    /**
     * The records of a model whose scores were made elsewhere, as they were seen on any day: what days share is computed
     * once.
     *
     * @param model the name of the model
     * @param asset the name of the asset
     * @param closes prices above zero; dates without one are left out
     * @param scores the score that was known at the close of each date, positive where it says up
     * @return what {@link #ifEnough} says of the closes and scores up to a day
     */
    public Function<LocalDate, Optional<ModelRecord>> records(
            String model, String asset, TimeSeries closes, TimeSeries scores) {
        TimeSeries observed = Require.prices(closes, "closes").dropMissing();
        return new RecordHistory(this, model, asset, observed, on(observed, scores));
    }

    /**
     * The record of a model whose scores were made elsewhere, split by regimes of the caller.
     *
     * @param model the name of the model
     * @param asset the name of the asset
     * @param closes prices above zero; dates without one are left out
     * @param scores the score that was known at the close of each date, positive where it says up
     * @param regimeOn the regime that was known on a date, empty if there was none
     * @return the record, from the first score on
     * @throws IllegalArgumentException if there are fewer than 60 closes from the first score on or no more than the
     *     horizon, or dates follow no calendar
     */
    public ModelRecord of(
            String model,
            String asset,
            TimeSeries closes,
            TimeSeries scores,
            Function<LocalDate, Optional<String>> regimeOn) {
        TimeSeries observed = observed(closes);
        return new ModelTrial(
                        this,
                        observed,
                        on(observed, scores),
                        year(observed),
                        t -> regimeOn.apply(observed.date(t + 1).minusDays(1)))
                .record(model, asset, observed.size());
    }

    /**
     * The Sharpe ratio of that record alone, in one pass over the closes.
     *
     * @param model the name of the model
     * @param closes prices above zero; dates without one are left out
     * @param scores where the scores come from
     * @return the ratio from the first score on, empty if there are fewer than 60 closes from there on or dates follow no
     *     calendar
     */
    public Optional<SharpeRecord> sharpe(String model, TimeSeries closes, Scores scores) {
        TimeSeries observed = observed(closes);
        double[] scored = scores.over(observed.values().toArray());
        return SharpeHistory.last(model, observed, scored, this);
    }

    /**
     * The Sharpe ratio of a record whose scores were made elsewhere, walked forward.
     *
     * @param model the name of the model
     * @param closes prices above zero; dates without one are left out
     * @param scores the score that was known at the close of each date, positive where it says up
     * @return the ratio from the first score on, empty if there are fewer than 60 closes from there on or dates follow no
     *     calendar
     */
    public Optional<SharpeRecord> sharpe(String model, TimeSeries closes, TimeSeries scores) {
        SharpeHistory history = sharpes(model, closes, scores);
        return history.first(closes.dropMissing().size());
    }

    /**
     * The Sharpe ratio on every close of a record whose scores were made elsewhere, walked forward.
     *
     * @param model the name of the model
     * @param closes prices above zero; dates without one are left out
     * @param scores the score that was known at the close of each date, positive where it says up
     * @return the history, whose last record is {@link #sharpe(String, TimeSeries, TimeSeries)}
     */
    public SharpeHistory sharpes(String model, TimeSeries closes, TimeSeries scores) {
        TimeSeries observed = observed(closes);
        return SharpeHistory.of(model, observed, on(observed, scores), this);
    }

    private static TimeSeries observed(TimeSeries closes) {
        return Require.aboveZero(Require.prices(closes, "closes").dropMissing(), "closes");
    }

    private static double[] on(TimeSeries observed, TimeSeries scores) {
        return scores.on(observed.dates()).values().toArray();
    }

    /** A trial over prices that may not all be above zero, split by the asset's own momentum cycle of a year and a month. */
    ModelTrial trial(TimeSeries observed, double[] scores, int year) {
        return new ModelTrial(this, observed(observed), scores, year, phases(observed, year));
    }

    private static IntFunction<Optional<String>> phases(TimeSeries observed, int year) {
        MomentumHistory history = new MomentumCycle(Math.max(2, year), Math.max(1, year / 12)).over(observed);
        int before = observed.size() - history.phases().size();
        return t -> t < before
                ? Optional.empty()
                : Optional.of(history.phases().get(t - before).toString());
    }

    /** How many closes twelve months have. */
    static int year(TimeSeries observed) {
        return (int) ReturnCalendar.of(observed.dates()).periodsPerYear();
    }
}
