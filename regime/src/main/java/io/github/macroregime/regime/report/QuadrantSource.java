package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.regime.macro.GrowthInflation;
import io.github.macroregime.regime.macro.QuadrantHistory;
import io.github.macroregime.regime.macro.QuadrantOptions;
import java.time.LocalDate;
import java.util.Optional;

/** Where growth and inflation are read from. */
public sealed interface QuadrantSource extends MacroInput {

    /**
     * What is read, for example {@code INDPRO and CPI}.
     *
     * @return the name
     */
    String name();

    /**
     * How old the latest reading may be and still stand for the present, in calendar days from its release.
     *
     * @return from 0
     */
    int maxAgeDays();

    /**
     * Whether revisions are known, in words.
     *
     * @return the provenance
     */
    String provenance();

    /**
     * The readings release by release.
     *
     * @return the history, each reading from what was published by then
     */
    QuadrantHistory history();

    /**
     * Data with their revisions.
     *
     * @param name what is read
     * @param growth the level of output, evenly spaced dates
     * @param prices the level of prices, evenly spaced dates
     * @param options lags, minimum and hysteresis
     * @param maxAgeDays how old the latest reading may be, from 0
     */
    record Revised(String name, Vintages growth, Vintages prices, QuadrantOptions options, int maxAgeDays)
            implements QuadrantSource {

        @Override
        public String provenance() {
            return "vintages: as published on each day";
        }

        @Override
        public QuadrantHistory history() {
            return GrowthInflation.ofVintages(growth, prices, options);
        }

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            return Optional.of(new Revised(name, until(growth, date), until(prices, date), options, maxAgeDays));
        }

        private static Vintages until(Vintages vintages, LocalDate date) {
            return Vintages.of(
                    vintages.revisions().stream()
                            .filter(revision -> !revision.knownOn().isAfter(date))
                            .toList(),
                    vintages.unit());
        }
    }

    /**
     * Final data, which know revisions that nobody knew at the time.
     *
     * @param name what is read
     * @param growth the level of output, evenly spaced dates
     * @param prices the level of prices, evenly spaced dates
     * @param lag when an observation is published
     * @param options lags, minimum and hysteresis
     * @param maxAgeDays how old the latest reading may be, from 0
     */
    record Final(
            String name,
            TimeSeries growth,
            TimeSeries prices,
            PublicationLag lag,
            QuadrantOptions options,
            int maxAgeDays)
            implements QuadrantSource {

        @Override
        public String provenance() {
            return "final data, revisions included, published " + lag;
        }

        @Override
        public QuadrantHistory history() {
            return GrowthInflation.ofFinalData(growth, prices, lag, options);
        }

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            return Optional.of(new Final(name, growth.until(date), prices.until(date), lag, options, maxAgeDays));
        }
    }
}
