package io.github.macroregime.regime.input;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** What the inputs have in common: what closes on a day, and what is a price. */
final class Known {

    private Known() {}

    /** Whether what closes on a day was known: from 16:00 on. */
    static boolean closed(LocalDate day, LocalDateTime moment) {
        return !day.atTime(16, 0).isAfter(moment);
    }

    /** Refuses what are no prices. */
    static void requirePrices(PublishedSeries closes) {
        Require.positiveOrMissing(
                Require.prices(closes.series(), closes.name()).values(), "closes of " + closes.name());
    }
}
