package io.github.macroregime.regime.input;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.macro.FinancialConditions;
import io.github.macroregime.regime.macro.GrowthInflation;
import io.github.macroregime.regime.macro.QuadrantHistory;
import io.github.macroregime.regime.macro.QuadrantOptions;
import io.github.macroregime.regime.macro.QuadrantReading;
import io.github.macroregime.regime.outlook.CatalystCalendar;
import io.github.macroregime.regime.outlook.EquityPremium;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The economy around the markets: growth and inflation, liquidity and conditions, valuation, events. */
public sealed interface EconomyInput extends MacroInput {

    /**
     * The parts of an index of financial conditions of one's own.
     *
     * @param name the name of the index
     * @param parts the parts, at least one
     * @param weights how they are weighed
     * @param minimumCount how many dates there must be, from 2
     */
    record Conditions(String name, List<Part> parts, FinancialConditions.Weights weights, int minimumCount)
            implements EconomyInput {

        /**
         * A part of the index.
         *
         * @param series stationary as it is given: a spread, a yield, a change of a price
         * @param tightening which way of it is tighter
         */
        public record Part(PublishedSeries series, FinancialConditions.Input.Tightening tightening)
                implements Serializable {
            public Part {
                Require.components(Part.class, series, tightening);
            }
        }

        public Conditions {
            Require.components(Conditions.class, name, parts, weights);
            parts = List.copyOf(parts);
            Require.atLeast(parts.size(), 1, "parts of " + name);
            Require.atLeast(minimumCount, 2, "minimumCount");
        }

        /**
         * The parts as the index takes them.
         *
         * @return each series under its name with the way that is tighter
         */
        public List<FinancialConditions.Input> inputs() {
            return parts.stream()
                    .map(part -> new FinancialConditions.Input(
                            part.series().series().named(part.series().name()), part.tightening()))
                    .toList();
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            List<Part> known = parts.stream()
                    .map(part -> new Part(part.series().until(moment), part.tightening()))
                    .toList();
            return Optional.of(new Conditions(name, known, weights, minimumCount));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.together(name, parts.stream().map(Part::series).toArray(PublishedSeries[]::new));
        }
    }

    /**
     * Events past and to come, each from the day on which its date became known.
     *
     * @param calendar the events
     * @param asset the name of the asset in the inputs that their effect is measured on
     * @param source where the dates come from
     */
    record Events(CatalystCalendar calendar, String asset, Source source) implements EconomyInput {

        public Events {
            Require.components(Events.class, calendar, asset, source);
        }

        /**
         * The name under which a statement knows the events on an asset.
         *
         * @param asset the name of the asset
         * @return for example {@code events on S&P 500}
         */
        public static String on(String asset) {
            return "events on " + asset;
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Events(calendar.knownOn(moment.toLocalDate()), asset, source));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return calendar.events().stream()
                    .map(CatalystCalendar.Catalyst::knownOn)
                    .max(Comparator.naturalOrder())
                    .map(knownOn -> Map.of(on(asset), new Evidence(List.of(source), knownOn)))
                    .orElse(Map.of());
        }
    }

    /**
     * What net liquidity is made of.
     *
     * @param assets total assets of the central bank
     * @param treasuryAccount the Treasury's account
     * @param reverseRepo reverse repurchases
     */
    record MoneyParts(PublishedSeries assets, PublishedSeries treasuryAccount, PublishedSeries reverseRepo)
            implements EconomyInput {

        /** The name under which a statement knows it. */
        public static final String NAME = "net liquidity";

        public MoneyParts {
            Require.components(MoneyParts.class, assets, treasuryAccount, reverseRepo);
            for (PublishedSeries part : List.of(assets, treasuryAccount, reverseRepo)) {
                Unit unit = part.series().unit();
                if (!unit.symbol().startsWith("$")) {
                    throw new IllegalArgumentException(
                            part.name() + " must be quoted in a unit of money but was in " + unit);
                }
            }
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(
                    new MoneyParts(assets.until(moment), treasuryAccount.until(moment), reverseRepo.until(moment)));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.together(NAME, assets, treasuryAccount, reverseRepo);
        }
    }

    /**
     * An equity risk premium and what it is made of.
     *
     * @param definition what the series are
     * @param priceToEarnings price over earnings, positive where observed
     * @param yield the yield that the definition compares with
     * @param changeObservations over how many observations the change is taken, from 1
     */
    record Premium(
            EquityPremium.Definition definition,
            PublishedSeries priceToEarnings,
            PublishedSeries yield,
            int changeObservations)
            implements EconomyInput {

        public Premium {
            Require.components(Premium.class, definition, priceToEarnings, yield);
            Require.prices(priceToEarnings.series(), priceToEarnings.name());
            Require.rates(yield.series(), yield.name());
            if (changeObservations < 1) {
                throw new IllegalArgumentException(
                        "changeObservations must be at least 1 but was " + changeObservations);
            }
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(
                    new Premium(definition, priceToEarnings.until(moment), yield.until(moment), changeObservations));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.together(definition.toString(), priceToEarnings, yield);
        }
    }

    /**
     * A published index of financial conditions or stress: zero is its average, up is tighter.
     *
     * @param series its values, named as the index is, for example {@code NFCI}
     */
    record PublishedIndex(PublishedSeries series) implements EconomyInput {

        public PublishedIndex {
            Require.components(PublishedIndex.class, series);
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new PublishedIndex(series.until(moment)));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.of(series);
        }
    }

    /** Where growth and inflation are read from. */
    sealed interface QuadrantSource extends EconomyInput {

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
         * When a reading became known, in words.
         *
         * @param reading one of the readings
         * @return {@code released} and the date, or that a lag was assumed where no release date is on record
         */
        default String publication(QuadrantReading reading) {
            return "released " + reading.released();
        }

        /**
         * The readings release by release.
         *
         * @return the history, each reading from what was published by then
         */
        QuadrantHistory history();

        /**
         * The readings as of an evening, from a history that is shared with other days.
         *
         * @param date the day, in the evening of which everything was known that this source holds
         * @param histories what the days share
         * @return the readings, of which only those released by then may be read
         */
        default QuadrantHistory history(LocalDate date, Histories histories) {
            List<Source> sources = evidence().values().stream()
                    .flatMap(each -> each.sources().stream())
                    .toList();
            return histories.of(
                    List.of(QuadrantSource.class, name(), provenance(), sources),
                    this,
                    (longer, past) -> longer.equals(past)
                            || longer.until(date.atTime(PublicationLag.EVENING))
                                    .filter(past::equals)
                                    .isPresent(),
                    QuadrantSource::history);
        }

        /**
         * Data with their revisions.
         *
         * @param name what is read
         * @param growth the level of output, evenly spaced dates
         * @param prices the level of prices, evenly spaced dates
         * @param options lags, minimum and hysteresis
         * @param maxAgeDays how old the latest reading may be, from 0
         * @param basis how surely the days of the vintages are known; an assumed lag where only their month or quarter is
         *     on record
         * @param source where both come from
         */
        record Revised(
                String name,
                Vintages growth,
                Vintages prices,
                QuadrantOptions options,
                int maxAgeDays,
                PublicationLag.Basis basis,
                Source source)
                implements QuadrantSource {

            public Revised {
                Require.components(Revised.class, name, growth, prices, options, basis, source);
                Require.atLeast(maxAgeDays, 0, "maxAgeDays");
            }

            @Override
            public String provenance() {
                return isAssumed()
                        ? "vintages: as published, each taken as known at the end of its month"
                        : "vintages: as published on each day";
            }

            @Override
            public String publication(QuadrantReading reading) {
                return isAssumed()
                        ? "taken as known on " + reading.released() + ", an assumed end of month"
                        : QuadrantSource.super.publication(reading);
            }

            private boolean isAssumed() {
                return basis == PublicationLag.Basis.ASSUMED_LAG;
            }

            @Override
            public QuadrantHistory history() {
                return GrowthInflation.ofVintages(growth, prices, options);
            }

            @Override
            public Optional<MacroInput> until(LocalDateTime moment) {
                return Optional.of(new Revised(
                        name, until(growth, moment), until(prices, moment), options, maxAgeDays, basis, source));
            }

            @Override
            public Map<String, Evidence> evidence() {
                return Stream.of(growth, prices)
                        .flatMap(each -> each.revisions().stream())
                        .map(Vintages.Revision::knownOn)
                        .max(Comparator.naturalOrder())
                        .map(knownOn -> Map.of(name, new Evidence(List.of(source), knownOn)))
                        .orElse(Map.of());
            }

            private static Vintages until(Vintages vintages, LocalDateTime moment) {
                LocalDate day = moment.toLocalDate();
                return vintages.until(Known.closed(day, moment) ? day : day.minusDays(1));
            }
        }

        /**
         * Final data, which know revisions that nobody knew at the time.
         *
         * @param name what is read
         * @param growth the level of output, evenly spaced dates
         * @param prices the level of prices, evenly spaced dates
         * @param options lags, minimum and hysteresis
         * @param maxAgeDays how old the latest reading may be, from 0
         */
        record Final(
                String name, PublishedSeries growth, PublishedSeries prices, QuadrantOptions options, int maxAgeDays)
                implements QuadrantSource {

            public Final {
                Require.components(Final.class, name, growth, prices, options);
                Require.atLeast(maxAgeDays, 0, "maxAgeDays");
                Require.prices(growth.series(), growth.name());
                Require.prices(prices.series(), prices.name());
            }

            @Override
            public String provenance() {
                return "final data, revised since; " + growth.name() + " known " + growth.lag()
                        + (prices.lag().equals(growth.lag()) ? "" : ", " + prices.name() + " " + prices.lag());
            }

            @Override
            public String publication(QuadrantReading reading) {
                boolean listed = Stream.of(growth, prices)
                        .allMatch(each -> each.lag()
                                .known(reading.observed())
                                .flatMap(PublicationLag.Known::releaseDate)
                                .isPresent());
                return listed
                        ? QuadrantSource.super.publication(reading)
                        : "taken as known on " + reading.released() + ", an assumed lag";
            }

            @Override
            public QuadrantHistory history() {
                return GrowthInflation.ofFinalData(growth, prices, options);
            }

            @Override
            public Optional<MacroInput> until(LocalDateTime moment) {
                return Optional.of(new Final(name, growth.until(moment), prices.until(moment), options, maxAgeDays));
            }

            @Override
            public Map<String, Evidence> evidence() {
                return Evidence.together(name, growth, prices);
            }
        }
    }

    /**
     * A number of the economy that is looked at on the day of its release.
     *
     * @param levels its levels month by month, named as a reader knows it, for example {@code CPI}
     * @param change how its changes are told
     */
    record Release(PublishedSeries levels, Change change) implements EconomyInput {

        public Release {
            Require.components(Release.class, levels, change);
        }

        /**
         * The name under which a statement knows it.
         *
         * @return for example {@code CPI release}
         */
        public String name() {
            return levels.name() + " release";
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Release(levels.until(moment), change));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.together(name(), levels);
        }
    }

    /**
     * The surprises of one kind of event.
     *
     * @param surprises outcome less expectation on the days of the events, in any unit, named by the kind of event
     */
    record Surprises(PublishedSeries surprises) implements EconomyInput {

        public Surprises {
            Require.components(Surprises.class, surprises);
        }

        /**
         * What the events are.
         *
         * @return the name of the surprises
         */
        public String kind() {
            return surprises.name();
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Surprises(surprises.until(moment)));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.together(kind() + " surprises", surprises);
        }
    }
}
