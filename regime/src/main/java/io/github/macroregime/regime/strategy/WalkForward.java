package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A {@index "walk-forward"} test: a strategy chosen again and again in sample, and what the choices earned out of
 * sample.
 *
 * <p>At the end of each training the variant with the largest Sharpe ratio after costs is chosen, the first of equals;
 * its positions are decided from that close on, until the next choice. Switching from one variant to another is paid
 * for like any trade. The deflated Sharpe ratio discounts for the number of variants that were tried.
 *
 * @param choices one entry for each choice
 * @param outOfSample the out-of-sample returns after costs, which no choice had seen
 * @param sheet their tear sheet
 * @param trials the variants on trial, in the order given, with what each would have earned alone
 * @param deflatedSharpe the probability that the true Sharpe ratio is above what luck shows among so many, NaN if
 *     returns did not vary
 */
public record WalkForward(
        List<Choice> choices, TimeSeries outOfSample, TearSheet sheet, List<Trial> trials, double deflatedSharpe)
        implements Serializable {

    /**
     * One choice.
     *
     * @param decided the last date of the training
     * @param strategy the name of the chosen variant
     * @param trainingSharpe its annualised Sharpe ratio in the training
     * @param observations from how many returns
     * @param effectiveObservations how many independent returns would tell as much
     */
    public record Choice(
            LocalDate decided, String strategy, double trainingSharpe, int observations, double effectiveObservations)
            implements Serializable {
        public Choice {
            Require.components(Choice.class, decided, strategy);
            Require.atLeast(observations, 0, "observations");
            Require.finite(trainingSharpe, "trainingSharpe");
            Require.finite(effectiveObservations, "effectiveObservations");
        }
    }

    /**
     * One variant on trial.
     *
     * @param strategy its name
     * @param testedSharpe the annualised Sharpe ratio it would have had alone over the tested time, NaN if it did not
     *     vary
     * @param observations from how many returns
     * @param effectiveObservations how many independent returns would tell as much, NaN if they did not vary
     * @param timesChosen in how many choices it was the best of its training
     */
    public record Trial(
            String strategy, double testedSharpe, int observations, double effectiveObservations, int timesChosen)
            implements Serializable {

        public Trial {
            Require.components(Trial.class, strategy);
            Require.atLeast(observations, 0, "observations");
            Require.atLeast(timesChosen, 0, "timesChosen");
            Require.finite(testedSharpe, "testedSharpe");
            Require.finite(effectiveObservations, "effectiveObservations");
        }

        /** One row of the report of what was tried. */
        @Override
        public String toString() {
            return NumberText.of(
                    "%-20s tested alone: Sharpe %.2f, n = %d, effective %.0f, chosen %d times",
                    strategy, testedSharpe, observations, effectiveObservations, timesChosen);
        }
    }

    public WalkForward {
        Require.components(WalkForward.class, choices, outOfSample, sheet, trials);
        Require.finite(deflatedSharpe, "deflatedSharpe");
        choices = List.copyOf(choices);
        trials = List.copyOf(trials);
    }

    /**
     * How many variants were on trial.
     *
     * @return the count by which the Sharpe ratio is deflated
     */
    public int variantsTried() {
        return trials.size();
    }

    /**
     * The walk forward over a series.
     *
     * <p><b>Shape</b>: one result. <b>Missing</b>: dates without a close are left out. <b>Cost</b>: one pass for each
     * variant and the trainings.
     *
     * @param closes prices above zero
     * @param variants the variants on trial, at least one, all with the same cost
     * @param options how time is divided
     * @return the walk forward
     * @throws IllegalArgumentException if there are too few closes for a training and six tested returns, no variants,
     *     or costs differ
     */
    public static WalkForward of(TimeSeries closes, List<Strategy> variants, Options options) {
        TimeSeries observed = Require.prices(closes, "closes").dropMissing();
        check(observed, variants, options);
        return new Walk(observed, variants, options).result();
    }

    private static void check(TimeSeries observed, List<Strategy> variants, Options options) {
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("variants must have at least one strategy but had none");
        }
        if (!variants.stream().allMatch(v -> v.cost().equals(variants.get(0).cost()))) {
            throw new IllegalArgumentException("variants must all have one cost");
        }
        if (observed.size() < options.training() + 6) {
            throw new IllegalArgumentException("closes must have at least " + (options.training() + 6)
                    + " observations but had " + observed.size());
        }
    }

    /** The variants tried, the choices, and the tear sheet of what they earned. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(NumberText.of(
                "Walk forward, %d choices among %d variants, deflated Sharpe ratio %.3f",
                choices.size(), variantsTried(), deflatedSharpe));
        trials.forEach(trial -> text.append('\n').append(trial));
        choices.forEach(choice -> text.append(NumberText.of(
                "\n%s %-20s training Sharpe %.2f, n = %d, effective %.0f",
                choice.decided(),
                choice.strategy(),
                choice.trainingSharpe(),
                choice.observations(),
                choice.effectiveObservations())));
        return text.append('\n').append(sheet).toString();
    }

    private static final class Walk {

        private final TimeSeries closes;
        private final List<Strategy> variants;
        private final Options options;
        private final List<double[]> decided = new ArrayList<>();
        private final List<double[]> earned = new ArrayList<>();

        Walk(TimeSeries closes, List<Strategy> variants, Options options) {
            this.closes = closes;
            this.variants = variants;
            this.options = options;
            double[] close = closes.values().toArray();
            for (Strategy variant : variants) {
                double[] positions = variant.positions(close);
                decided.add(positions);
                earned.add(Backtest.of(closes, positions, variant.cost())
                        .net()
                        .values()
                        .toArray());
            }
        }

        WalkForward result() {
            double[] stitched = new double[closes.size()];
            List<Choice> choices = new ArrayList<>();
            int[] timesChosen = new int[variants.size()];
            for (int at = options.training() - 1; at < closes.size() - 1; at += options.testing()) {
                int best = best(at);
                choices.add(choice(best, at));
                timesChosen[best]++;
                int end = Math.min(closes.size(), at + options.testing());
                System.arraycopy(decided.get(best), at, stitched, at, end - at);
            }
            keepLast(stitched, choices.size());
            // The day after the first choice earns nothing yet but pays for its trade.
            int first = options.training() - 1;
            Backtest tested =
                    Backtest.of(closes, stitched, variants.get(0).cost()).from(first);
            double deflated = deflated(tested.net(), first);
            TearSheet sheet = tested.tearSheet(options.sheet()).with(TearSheetLine.DEFLATED_SHARPE, deflated);
            return new WalkForward(choices, tested.net(), sheet, trials(timesChosen, first), deflated);
        }

        private List<Trial> trials(int[] timesChosen, int first) {
            List<Trial> trials = new ArrayList<>();
            for (int i = 0; i < variants.size(); i++) {
                double[] alone = tested(i, first);
                trials.add(new Trial(
                        variants.get(i).name(),
                        sharpe(alone),
                        alone.length,
                        Performance.effectiveSampleSize(alone),
                        timesChosen[i]));
            }
            return trials;
        }

        private double[] tested(int variant, int first) {
            return Arrays.copyOfRange(earned.get(variant), first, earned.get(variant).length);
        }

        private Choice choice(int best, int at) {
            double[] training = training(best, at);
            return new Choice(
                    closes.date(at),
                    variants.get(best).name(),
                    sharpe(training),
                    training.length,
                    Performance.effectiveSampleSize(training));
        }

        /** The last close decides nothing that could be tested, but its trade is paid for: it keeps the position. */
        private void keepLast(double[] stitched, int choices) {
            int covered = options.training() - 1 + choices * options.testing();
            if (covered < stitched.length) {
                stitched[stitched.length - 1] = stitched[stitched.length - 2];
            }
        }

        private int best(int at) {
            int best = 0;
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < variants.size(); i++) {
                double sharpe = sharpe(training(i, at));
                if (sharpe > largest) {
                    largest = sharpe;
                    best = i;
                }
            }
            return best;
        }

        /** Returns lie one place before their closes, so those up to the close at a position end before it. */
        private double[] training(int variant, int at) {
            int from = options.window() == Options.Kind.ROLLING ? at + 1 - options.training() : 0;
            return Arrays.copyOfRange(earned.get(variant), from, at);
        }

        private double sharpe(double[] returns) {
            return Performance.sharpe(returns, options.sheet().periodsPerYear(), 0);
        }

        private double deflated(TimeSeries tested, int first) {
            double[] ratios = new double[variants.size()];
            for (int i = 0; i < ratios.length; i++) {
                double annualised = sharpe(tested(i, first));
                ratios[i] = Double.isNaN(annualised)
                        ? 0
                        : annualised / Math.sqrt(options.sheet().periodsPerYear());
            }
            double variance = ratios.length > 1 ? Moments.sampleVariance(ratios) : 0;
            return Performance.deflatedSharpe(tested.values().toArray(), ratios.length, variance);
        }
    }

    /**
     * How a walk forward divides time.
     *
     * @param training how many closes the first training takes, from 10
     * @param testing for how many closes a choice is kept, from 1
     * @param window whether later trainings keep the beginning or move along
     * @param sheet the conventions of the tear sheet
     */
    public record Options(int training, int testing, Kind window, TearSheetOptions sheet) implements Serializable {

        private static final int LEAST_TRAINING = 10;

        /** What happens to the beginning of the training. */
        public enum Kind {
            /** It stays: trainings grow. */
            EXPANDING,
            /** It moves along: trainings keep their length. */
            ROLLING
        }

        public Options {
            if (training < LEAST_TRAINING || testing < 1) {
                throw new IllegalArgumentException("training must be at least " + LEAST_TRAINING
                        + " and testing at least 1 but were " + training + " and " + testing);
            }
            Objects.requireNonNull(window, "window");
            Objects.requireNonNull(sheet, "sheet");
        }

        /**
         * Three years of training that expand, a quarter of testing, 252 trading days a year.
         *
         * @return the options
         */
        public static Options withDefaults() {
            return new Options(756, 63, Kind.EXPANDING, TearSheetOptions.tradingDays());
        }

        /**
         * These options with other lengths.
         *
         * @param changedTraining how many closes the first training takes, from 10
         * @param changedTesting for how many closes a choice is kept, from 1
         * @return the changed options
         */
        public Options withLengths(int changedTraining, int changedTesting) {
            return new Options(changedTraining, changedTesting, window, sheet);
        }

        /**
         * These options with another kind of window.
         *
         * @param changed whether later trainings keep the beginning or move along
         * @return the changed options
         */
        public Options withWindow(Kind changed) {
            return new Options(training, testing, changed, sheet);
        }
    }
}
