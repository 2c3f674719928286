package io.github.macroregime.credit;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Quantiles;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.unit.Rate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** How far a spread has widened in the past over a horizon. */
final class Widening {

    private Widening() {}

    /**
     * The quantile of the changes over a number of observations, of type 7.
     *
     * <p>The changes overlap, so that n of them are worth about n over the horizon. <b>Missing</b> levels are left
     * out. <b>Cost</b>: a sort.
     *
     * @param levels the levels by date
     * @param asOf the date at which one looks; nothing after it is seen
     * @param observations over how many observations a change runs, from 1
     * @param probability for example 95 % for a bad case
     * @return the change, positive if wider; empty if the history holds fewer than two changes
     * @throws IllegalArgumentException if the number is below 1
     */
    public static Optional<Rate> quantile(
            TimeSeries levels, LocalDate asOf, int observations, Probability probability) {
        if (observations < 1) {
            throw new IllegalArgumentException("observations must be at least 1 but was " + observations);
        }
        double[] observed = levels.until(asOf)
                .dropMissing()
                .withoutMonthEndWeekends()
                .values()
                .toArray();
        if (observed.length < observations + 2) {
            return Optional.empty();
        }
        double[] changes = new double[observed.length - observations];
        Arrays.setAll(changes, i -> observed[i + observations] - observed[i]);
        return Optional.of(Rate.ofDecimal(Quantiles.quantile(changes, probability)));
    }
}
