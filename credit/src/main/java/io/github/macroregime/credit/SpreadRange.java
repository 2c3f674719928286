package io.github.macroregime.credit;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.TimeSeries.Observation;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;

/**
 * The range of a spread: where the level lies between its widest and its tightest.
 *
 * @param current the newest observation
 * @param wide the latest observation of the widest level
 * @param tight the latest observation of the tightest level
 */
public record SpreadRange(Observation current, Observation wide, Observation tight) implements Serializable {

    public SpreadRange {
        if (!(tight.value() <= current.value() && current.value() <= wide.value())) {
            throw new IllegalArgumentException(
                    "current must lie in [" + tight.value() + ", " + wide.value() + "] but was " + current.value());
        }
    }

    /**
     * The range of a look-back.
     *
     * <p><b>Missing</b> levels are left out. <b>Cost</b>: linear in the look-back.
     *
     * @param levels the levels by date
     * @param asOf the date at which one looks; nothing after it is seen
     * @param lookback which part of the past to search
     * @return the range
     * @throws IllegalArgumentException if nothing was observed in the look-back
     */
    public static SpreadRange of(TimeSeries levels, LocalDate asOf, Lookback lookback) {
        TimeSeries seen = lookback.of(Require.rates(levels, "levels"), asOf).dropMissing();
        if (seen.isEmpty()) {
            throw new IllegalArgumentException(
                    "levels must hold an observation in the " + lookback + " to " + asOf + " but hold none");
        }
        int wide = 0;
        int tight = 0;
        for (int i = 1; i < seen.size(); i++) {
            wide = seen.value(i) >= seen.value(wide) ? i : wide;
            tight = seen.value(i) <= seen.value(tight) ? i : tight;
        }
        return new SpreadRange(observation(seen, seen.size() - 1), observation(seen, wide), observation(seen, tight));
    }

    private static Observation observation(TimeSeries series, int at) {
        return new Observation(series.date(at), series.value(at));
    }

    /**
     * The {@index drawup}, how far the level has widened from the tightest: {@code x - min}.
     *
     * @return not negative
     */
    public Rate drawup() {
        return Rate.ofDecimal(current.value()).minus(Rate.ofDecimal(tight.value()));
    }

    /**
     * The {@index retracement}, how far the level has come back from the widest: {@code max - x}.
     *
     * @return not negative
     */
    public Rate retrace() {
        return Rate.ofDecimal(wide.value()).minus(Rate.ofDecimal(current.value()));
    }

    /**
     * The position in the range: {@code (x - min) / (max - min)}.
     *
     * <p>This is no percentile: it counts no observations.
     *
     * @return from 0 at the tightest to 1 at the widest; empty if the two are equal
     */
    public OptionalDouble position() {
        double width = wide.value() - tight.value();
        return width > 0 ? OptionalDouble.of(drawup().decimal() / width) : OptionalDouble.empty();
    }

    /**
     * The distance to the wides over the distance to the tights: {@code (max - x) / (x - min)}.
     *
     * @return from 0 at the widest; empty at the tightest, where there is nothing left to gain
     */
    public OptionalDouble asymmetry() {
        double gain = drawup().decimal();
        return gain > 0 ? OptionalDouble.of(retrace().decimal() / gain) : OptionalDouble.empty();
    }

    /**
     * How many calendar days ago the level was at its widest.
     *
     * @return from 0
     */
    public long daysSinceWide() {
        return ChronoUnit.DAYS.between(wide.date(), current.date());
    }

    /**
     * How many calendar days ago the level was at its tightest.
     *
     * @return from 0
     */
    public long daysSinceTight() {
        return ChronoUnit.DAYS.between(tight.date(), current.date());
    }

    /** The two ends with their dates, and the ratio of the distances to them. */
    @Override
    public String toString() {
        String ratio =
                asymmetry().isPresent() ? NumberText.of("%.2f to 1", asymmetry().getAsDouble()) : "at the tight";
        return NumberText.of(
                "wide %s, tight %s; %.2f bp to the wide, %.2f bp to the tight, %s",
                text(wide), text(tight), retrace().basisPoints(), drawup().basisPoints(), ratio);
    }

    private static String text(Observation observation) {
        return NumberText.of(
                "%.2f bp on %s", Rate.ofDecimal(observation.value()).basisPoints(), observation.date());
    }
}
