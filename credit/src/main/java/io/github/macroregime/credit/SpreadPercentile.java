package io.github.macroregime.credit;

import io.github.macroregime.core.series.TimeSeries.Observation;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

/**
 * The {@index "percentile rank"} of a level in its own past, with all that the number depends on.
 *
 * @param fraction the percentile rank as a fraction by its definition, from 0 to 1
 * @param definition what the rank counts; it also says whether the current value is taken out of the sample
 * @param lookback which part of the past it looks at
 * @param current the newest observation, which is ranked
 * @param from the first date with an observation in the sample
 * @param count how many observations the sample holds, the current one included
 * @param ties how many of them equal the current one, itself included
 * @param effectiveCount how many independent observations the sample is worth, from 1 to the count
 */
public record SpreadPercentile(
        double fraction,
        PercentileRank definition,
        Lookback lookback,
        Observation current,
        LocalDate from,
        int count,
        int ties,
        double effectiveCount)
        implements Serializable {

    public SpreadPercentile {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(lookback, "lookback");
        if (!(Math.abs(fraction) <= 1)) {
            throw new IllegalArgumentException("fraction must lie in [-1, 1] but was " + fraction);
        }
        if (ties < 1 || count < ties) {
            throw new IllegalArgumentException("ties must lie in [1, " + count + "] but were " + ties);
        }
        if (!(effectiveCount >= 1 && effectiveCount <= count)) {
            throw new IllegalArgumentException(
                    "effectiveCount must lie in [1, " + count + "] but was " + effectiveCount);
        }
        if (from.isAfter(current.date())) {
            throw new IllegalArgumentException("from must not lie after " + current.date() + " but was " + from);
        }
    }

    /**
     * The rank in percent.
     *
     * @return from 0 to 100
     */
    public double percent() {
        return 100 * fraction;
    }

    /**
     * Whether the current value belongs to the sample it is ranked in.
     *
     * @return false for the definitions that take it out
     */
    public boolean isCurrentIncluded() {
        return definition != PercentileRank.STRICT_CURRENT_EXCLUDED
                && definition != PercentileRank.WEAK_CURRENT_EXCLUDED;
    }

    /**
     * The standard error of the rank as a fraction: {@code sqrt(P (1 - P) / n_eff)}.
     *
     * <p>It is zero at a rank of 0 or 1, where the formula knows no better; the effective count says how little that
     * means.
     *
     * @return from 0 to 1/2
     */
    public double standardError() {
        return Math.sqrt(Math.max(0, fraction * (1 - fraction)) / effectiveCount);
    }

    /** The rank with its error, definition, look-back and counts. */
    @Override
    public String toString() {
        return NumberText.of(
                "%5.1f %% +- %4.1f  (%s, %s, from %s, n = %d, n_eff = %.1f, ties = %d)",
                percent(),
                100 * standardError(),
                definition.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                lookback,
                from,
                count,
                effectiveCount,
                ties);
    }
}
