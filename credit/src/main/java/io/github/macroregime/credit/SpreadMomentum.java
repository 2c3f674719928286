package io.github.macroregime.credit;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@index "Spread momentum"}: the changes of a spread up to a date, their z-score and the crossover of its moving
 * averages.
 *
 * <p>All spans count observations: a change over 20 is the newest level less the one 20 observations before. Of a daily
 * history these are business days: a row of a weekend that ends a month is left out.
 *
 * @param observed the observed levels until that date, without missing ones
 */
public record SpreadMomentum(TimeSeries observed) implements Serializable {

    public SpreadMomentum {
        Require.components(SpreadMomentum.class, observed);
        observed = Require.rates(observed, "levels").dropMissing().withoutMonthEndWeekends();
    }

    /**
     * The momentum of a history on a date.
     *
     * @param levels the levels by date
     * @param asOf the date at which one looks; nothing after it is seen
     * @return the momentum
     */
    public static SpreadMomentum of(TimeSeries levels, LocalDate asOf) {
        return new SpreadMomentum(levels.until(asOf));
    }

    /**
     * What the observations are: days, weeks or months.
     *
     * @return the spacing of the dates
     * @throws IllegalArgumentException if the dates lie otherwise apart
     */
    public Spacing spacing() {
        return Spacing.of(observed.dates());
    }

    /**
     * The newest level less an earlier one: {@code x_t - x_(t-k)}.
     *
     * @param observations how many observations back, from 1
     * @return positive if wider; empty if the history does not reach back
     * @throws IllegalArgumentException if the number is below 1
     */
    public Optional<Rate> change(int observations) {
        requireAtLeastOne(observations, "observations");
        int last = observed.size() - 1;
        return last < observations
                ? Optional.empty()
                : Optional.of(Rate.ofDecimal(observed.value(last))
                        .minus(Rate.ofDecimal(observed.value(last - observations))));
    }

    /**
     * The z-score of the newest change among such changes: {@code (c - mean) / s}, with the sample
     * standard deviation; the newest change belongs to the sample and the changes overlap.
     *
     * @param observations over how many observations a change runs, from 1
     * @param window how many changes are taken, from 2
     * @return the score; empty if the history does not reach back or the changes are all equal
     * @throws IllegalArgumentException outside those ranges
     */
    public OptionalDouble changeScore(int observations, int window) {
        requireAtLeastOne(observations, "observations");
        if (window < 2) {
            throw new IllegalArgumentException("window must be at least 2 but was " + window);
        }
        int first = observed.size() - window;
        if (first < observations) {
            return OptionalDouble.empty();
        }
        double[] changes = new double[window];
        Arrays.setAll(changes, i -> observed.value(first + i) - observed.value(first + i - observations));
        double score = SpreadScores.zScoreOfLast(changes);
        return Double.isNaN(score) ? OptionalDouble.empty() : OptionalDouble.of(score);
    }

    /**
     * The crossover of two moving averages: the average of the last few levels less that of more.
     *
     * @param fast how many levels the shorter average takes, from 1
     * @param slow how many levels the longer one takes, above the other
     * @return positive if the spread has been widening; empty if the history does not reach back
     * @throws IllegalArgumentException outside those ranges
     */
    public Optional<Rate> crossover(int fast, int slow) {
        requireAtLeastOne(fast, "fast");
        if (slow <= fast) {
            throw new IllegalArgumentException("slow must be above fast, " + fast + ", but was " + slow);
        }
        return observed.size() < slow ? Optional.empty() : Optional.of(Rate.ofDecimal(lastMean(fast) - lastMean(slow)));
    }

    private double lastMean(int count) {
        return Moments.mean(observed.values()
                .slice(observed.size() - count, observed.size())
                .toArray());
    }

    private static void requireAtLeastOne(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1 but was " + value);
        }
    }

    private static int[] shown(Spacing spacing) {
        return switch (spacing) {
            case DAYS -> new int[] {1, 5, 20, 60};
            case WEEKS -> new int[] {1, 4, 13, 52};
            case MONTHS -> new int[] {1, 3, 6, 12};
        };
    }

    /**
     * The changes over 1, 5, 20 and 60 days, the score of the 20-day change and the 20/60 crossover; over as long spans
     * in weeks or months where the history is weekly or monthly.
     */
    @Override
    public String toString() {
        Spacing spacing = spacing();
        int month = spacing.month();
        List<String> told = new ArrayList<>();
        for (int observations : shown(spacing)) {
            change(observations)
                    .ifPresent(change ->
                            told.add(NumberText.of("%s %+.2f bp", spacing.count(observations), change.basisPoints())));
        }
        OptionalDouble score = changeScore(month, spacing.year());
        if (score.isPresent()) {
            told.add(NumberText.of("z of the change over %s %+.2f", spacing.count(month), score.getAsDouble()));
        }
        crossover(month, spacing.quarter())
                .ifPresent(gap -> told.add(NumberText.of(
                        "mean of %s less that of %s %+.2f bp",
                        spacing.count(month), spacing.count(spacing.quarter()), gap.basisPoints())));
        return told.isEmpty() ? "no change yet" : "change over " + String.join(", ", told);
    }
}
