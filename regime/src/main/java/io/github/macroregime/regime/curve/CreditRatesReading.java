package io.github.macroregime.regime.curve;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a credit spread and a government yield said together on a date.
 *
 * @param spread the name of the spread
 * @param yield the name of the yield
 * @param asOf the date of the last observation used
 * @param days over how many observations the move was taken
 * @param regime the regime of the move that ended then
 * @param spreadChange the change of the spread
 * @param yieldChange the change of the yield
 * @param correlation of the daily changes of the window, NaN if one did not move
 * @param counts on how many of the latest dates each regime held; a regime that never did is absent
 */
public record CreditRatesReading(
        String spread,
        String yield,
        LocalDate asOf,
        int days,
        CreditRatesRegime regime,
        Rate spreadChange,
        Rate yieldChange,
        double correlation,
        Map<CreditRatesRegime, Integer> counts)
        implements Serializable {

    public CreditRatesReading {
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("counts must hold at least one regime");
        }
        counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    /**
     * How many dates the shares and the correlation are counted over.
     *
     * @return from 1
     */
    public int n() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * The share of the latest dates on which a regime held.
     *
     * @param asked any regime
     * @return from 0 to 1
     */
    public double share(CreditRatesRegime asked) {
        return (double) counts.getOrDefault(asked, 0) / n();
    }

    /** The regime, both changes, the correlation and the share with its n. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s and %s, %s over %d days: %s (%+.1f bp, %+.1f bp); correlation of daily changes %+.2f; %.0f %% of %d"
                        + " days in this regime",
                spread,
                yield,
                asOf,
                days,
                regime,
                spreadChange.basisPoints(),
                yieldChange.basisPoints(),
                correlation,
                100 * share(regime),
                n());
    }
}
