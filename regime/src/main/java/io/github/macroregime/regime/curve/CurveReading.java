package io.github.macroregime.regime.curve;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a pair of yields says on a date.
 *
 * @param pair the name of the pair
 * @param asOf the date of the last observation used
 * @param days over how many observations the move was taken
 * @param move the move that ended then
 * @param counts on how many of the latest dates each regime held; a regime that never did is absent
 */
public record CurveReading(String pair, LocalDate asOf, int days, CurveMove move, Map<CurveRegime, Integer> counts)
        implements Serializable {

    public CurveReading {
        Require.components(CurveReading.class, pair, asOf, move, counts);
        Require.atLeast(days, 0, "days");
        Map<CurveRegime, Integer> own = new EnumMap<>(CurveRegime.class);
        own.putAll(counts);
        counts = Require.entries(own, "counts");
        long held = Require.counts(counts.values(), "counts");
        if (held < 1 || held > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "counts must sum to at least one day and at most " + Integer.MAX_VALUE + " but summed to " + held);
        }
    }

    /**
     * How many dates the shares are counted over.
     *
     * @return from 1
     */
    public int n() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * The share of the latest dates on which a regime held.
     *
     * @param regime any regime
     * @return from 0 to 1
     */
    public double share(CurveRegime regime) {
        return (double) counts.getOrDefault(regime, 0) / n();
    }

    /** The move and the shares with their n. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-8s %s over %d days: %s; of %d days", pair, asOf, days, move, n()));
        counts.forEach((regime, count) -> text.append(NumberText.of(" %.0f %% %s,", 100.0 * count / n(), regime)));
        return text.substring(0, text.length() - 1);
    }
}
