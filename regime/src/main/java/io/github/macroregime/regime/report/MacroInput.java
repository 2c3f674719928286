package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.CardSetup;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.SpreadHistory;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.regime.macro.FinancialConditions;
import io.github.macroregime.regime.macro.GrowthInflation;
import io.github.macroregime.regime.macro.Quadrant;
import io.github.macroregime.regime.macro.QuadrantHistory;
import io.github.macroregime.regime.macro.QuadrantOptions;
import io.github.macroregime.regime.macro.QuadrantReading;
import io.github.macroregime.regime.outlook.CatalystCalendar;
import io.github.macroregime.regime.outlook.Catalysts;
import io.github.macroregime.regime.outlook.EquityPremium;
import io.github.macroregime.regime.outlook.Positioning;
import io.github.macroregime.regime.outlook.Skew;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One thing that the report can be made from.
 *
 * <p>Series in a unit that they cannot have, such as a yield in dollars, and closes that are not positive are refused with
 * an {@link IllegalArgumentException} that names the series, the place and what stood there.
 */
public sealed interface MacroInput extends Serializable {

    /**
     * The same without what became known after a moment.
     *
     * @param moment date and time of New York
     * @return what is left, empty if nothing is
     */
    Optional<MacroInput> until(LocalDateTime moment);

    /** Whether what closes on a day was known: from 16:00 on. */
    private static boolean closed(LocalDate day, LocalDateTime moment) {
        return !day.atTime(16, 0).isAfter(moment);
    }

    /** Refuses what are no prices. */
    private static void requirePrices(PublishedSeries closes) {
        Require.positiveOrMissing(
                Require.prices(closes.series(), closes.name()).values().toArray(), "closes of " + closes.name());
    }

    /**
     * Where its numbers come from and when the last of them became known, by the name a statement knows them by.
     *
     * @return one evidence for each name, empty for what holds no numbers
     */
    default Map<String, Evidence> evidence() {
        return Map.of();
    }

    /**
     * Assets of which one asks whether they move as one.
     *
     * @param name the name of the basket
     * @param assets the names of its assets, at least two
     */
    public record AssetBasket(String name, List<String> assets) implements MacroInput {

        public AssetBasket {
            Require.components(AssetBasket.class, name, assets);
            assets = List.copyOf(assets);
            if (assets.size() < 2) {
                throw new IllegalArgumentException("assets of " + name + " must be at least 2 but were " + assets);
            }
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(this);
        }
    }

    /**
     * An asset class, the asset it is judged by, and the quadrants in which it is said to do well.
     *
     * <p>The quadrants are a convention of the reader, not an estimate.
     *
     * @param name the name of the class, for example {@code equities}
     * @param asset the name of the asset in the inputs
     * @param quadrants in which it is said to do well, empty if nothing is said
     */
    public record AssetClass(String name, String asset, Set<Quadrant> quadrants) implements MacroInput {

        public AssetClass {
            Require.components(AssetClass.class, name, asset, quadrants);
            quadrants = Set.copyOf(quadrants);
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(this);
        }
    }

    /**
     * The closes of an asset, scored on the board and open to every other question.
     *
     * @param closes prices above zero
     */
    public record Asset(PublishedSeries closes) implements MacroInput {

        public Asset {
            Require.components(Asset.class, closes);
            requirePrices(closes);
        }

        /**
         * The name of the asset.
         *
         * @return that of its closes
         */
        public String name() {
            return closes.name();
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Asset(closes.until(moment)));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.of(closes);
        }
    }

    /**
     * An asset and the two drivers, duration and credit, that its last return is attributed to.
     *
     * @param asset the name of the asset in the inputs
     * @param duration a yield
     * @param credit a spread
     */
    public record Axes(String asset, PublishedSeries duration, PublishedSeries credit) implements MacroInput {

        public Axes {
            Require.components(Axes.class, asset, duration, credit);
            Require.rates(duration.series(), duration.name());
            Require.rates(credit.series(), credit.name());
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Axes(asset, duration.until(moment), credit.until(moment)));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.of(duration, credit);
        }
    }

    /**
     * The parts of an index of financial conditions of one's own.
     *
     * @param name the name of the index
     * @param parts the parts, at least one
     * @param weights how they are weighed
     * @param minimumCount how many dates there must be, from 2
     */
    public record Conditions(String name, List<Part> parts, FinancialConditions.Weights weights, int minimumCount)
            implements MacroInput {

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

        List<FinancialConditions.Input> inputs() {
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
     * What moved an index on a day.
     *
     * @param index the name of the index
     * @param report the contributions, known on the evening of their day
     * @param source where they come from
     */
    public record Contributions(String index, ContributionReport report, Source source) implements MacroInput {

        public Contributions {
            Require.components(Contributions.class, index, report, source);
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return closed(report.date(), moment) ? Optional.of(this) : Optional.empty();
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Map.of(index, new Evidence(List.of(source), report.date()));
        }
    }

    /**
     * A credit spread and what its card shows.
     *
     * @param instrument what the levels are the spread of
     * @param levels its spread, in basis points or percent
     * @param setup bands, look-backs and what else the card shows
     */
    public record Credit(Instrument instrument, PublishedSeries levels, CardSetup setup) implements MacroInput {

        public Credit {
            Require.components(Credit.class, instrument, levels, setup);
            Require.rates(levels.series(), "levels of " + instrument.label());
        }

        /**
         * The levels as a history of the instrument.
         *
         * @return the history
         */
        public SpreadHistory<Instrument> history() {
            return new SpreadHistory<>(instrument, levels.series());
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            PublishedSeries known = levels.until(moment);
            return known.series().dropMissing().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Credit(instrument, known, setup));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.together(instrument.name(), levels);
        }
    }

    /**
     * A driver that an asset's sensitivity is asked for.
     *
     * @param asset the name of the asset in the inputs
     * @param driver the levels of the driver by name
     * @param change how a change of the driver is taken
     */
    public record Driver(String asset, PublishedSeries driver, Change change) implements MacroInput {

        public Driver {
            Require.components(Driver.class, asset, driver, change);
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Driver(asset, driver.until(moment), change));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.of(driver);
        }
    }

    /**
     * Equities that are looked at together: who leads, whether the laggards catch up, how many stand above their means.
     *
     * @param name the name of the group, for example {@code Magnificent Seven}
     * @param assets the names of its assets or sectors in the inputs, at least two
     * @param symbols the ids under which contributions list them, empty if they do not
     */
    public record EquityGroup(String name, List<String> assets, List<String> symbols) implements MacroInput {

        public EquityGroup {
            Require.components(EquityGroup.class, name, assets, symbols);
            assets = List.copyOf(assets);
            symbols = List.copyOf(symbols);
            if (assets.size() < 2) {
                throw new IllegalArgumentException("assets of " + name + " must be at least 2 but were " + assets);
            }
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(this);
        }
    }

    /**
     * Events past and to come, each from the day on which its date became known.
     *
     * @param calendar the events
     * @param asset the name of the asset in the inputs that their effect is measured on
     * @param source where the dates come from
     */
    public record Events(CatalystCalendar calendar, String asset, Source source) implements MacroInput {

        public Events {
            Require.components(Events.class, calendar, asset, source);
        }

        static String on(String asset) {
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
     * A secured overnight rate with what it is held against.
     *
     * @param rate the rate, for example SOFR
     * @param lower the lower limit of the target range
     * @param upper the upper limit of the target range
     * @param onReserves interest on reserve balances, or nothing; at most one
     */
    public record Funding(
            PublishedSeries rate, PublishedSeries lower, PublishedSeries upper, List<PublishedSeries> onReserves)
            implements MacroInput {

        public Funding {
            Require.components(Funding.class, rate, lower, upper, onReserves);
            onReserves = List.copyOf(onReserves);
            if (onReserves.size() > 1) {
                throw new IllegalArgumentException(
                        "onReserves must hold at most one series but held " + onReserves.size());
            }
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Funding(
                    rate.until(moment),
                    lower.until(moment),
                    upper.until(moment),
                    onReserves.stream().map(each -> each.until(moment)).toList()));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.together(
                    LevelsPart.funding(rate.name()),
                    Stream.concat(Stream.of(rate, lower, upper), onReserves.stream())
                            .toArray(PublishedSeries[]::new));
        }
    }

    /**
     * A market or policy level that is told with its changes and its place in its history.
     *
     * @param levels the level, daily
     * @param change how its changes are told: a difference for rates and volatility, relative for prices
     * @param kind with which of the day's moves it is told
     */
    public record Level(PublishedSeries levels, Change change, MovesPart.Kind kind) implements MacroInput {

        public Level {
            Require.components(Level.class, levels, change, kind);
        }

        /**
         * A level told with those that are neither yields nor rates of policy.
         *
         * @param levels the level, daily
         * @param change how its changes are told
         */
        public Level(PublishedSeries levels, Change change) {
            this(levels, change, MovesPart.Kind.LEVEL);
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Level(levels.until(moment), change, kind));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.of(levels);
        }
    }

    /**
     * What net liquidity is made of.
     *
     * @param assets total assets of the central bank
     * @param treasuryAccount the Treasury's account
     * @param reverseRepo reverse repurchases
     */
    public record MoneyParts(PublishedSeries assets, PublishedSeries treasuryAccount, PublishedSeries reverseRepo)
            implements MacroInput {

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
            return Evidence.together(LiquidityPart.NET, assets, treasuryAccount, reverseRepo);
        }
    }

    /**
     * The opening prices of an asset, from which its move from the open to the close is taken.
     *
     * @param opens prices above zero under the name of the asset, in the unit of its closes
     */
    public record Opens(PublishedSeries opens) implements MacroInput {

        public Opens {
            Require.components(Opens.class, opens);
            requirePrices(opens);
        }

        /**
         * The name of the asset.
         *
         * @return that of its opening prices
         */
        public String name() {
            return opens.name();
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Opens(opens.until(moment)));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.of(opens);
        }
    }

    /**
     * Implied volatilities from which a skew is read.
     *
     * @param asset the name of the asset
     * @param date the date of the quotes
     * @param call the implied volatility of the call of 25 delta
     * @param put the implied volatility of the put of 25 delta
     * @param atTheMoney the implied volatility at the money, positive
     * @param source where the quotes come from
     */
    public record OptionSkew(String asset, LocalDate date, Rate call, Rate put, Rate atTheMoney, Source source)
            implements MacroInput {

        public OptionSkew {
            Require.components(OptionSkew.class, asset, date, call, put, atTheMoney, source);
        }

        /**
         * The skew: call less put, over the volatility at the money.
         *
         * @return above zero where calls are dearer than puts
         */
        public double skew() {
            return Skew.optionSkew(call, put, atTheMoney);
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Map.of("options on " + asset, new Evidence(List.of(source), date));
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return closed(date, moment) ? Optional.of(this) : Optional.empty();
        }
    }

    /**
     * The overnight rate that the front end of the curve is compared with.
     *
     * @param rates its fixings, named as the rate is, for example {@code EFFR}
     */
    public record Overnight(PublishedSeries rates) implements MacroInput {

        public Overnight {
            Require.components(Overnight.class, rates);
            Require.rates(rates.series(), rates.name());
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Overnight(rates.until(moment)));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.of(rates);
        }
    }

    /**
     * A policy path calibrated to quotes.
     *
     * @param path the path with its quotes, known on the evening of their day
     * @param sources where the quotes come from, at least one
     */
    public record Path(CalibratedPath path, List<Source> sources) implements MacroInput {

        public Path {
            Require.components(Path.class, path, sources);
            sources = List.copyOf(sources);
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return closed(path.path().asOf(), moment) ? Optional.of(this) : Optional.empty();
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Map.of(PolicyPart.QUOTES, new Evidence(sources, path.path().asOf()));
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
    public record Premium(
            EquityPremium.Definition definition,
            PublishedSeries priceToEarnings,
            PublishedSeries yield,
            int changeObservations)
            implements MacroInput {

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
    public record PublishedIndex(PublishedSeries series) implements MacroInput {

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
                return Vintages.of(
                        vintages.revisions().stream()
                                .filter(revision -> closed(revision.knownOn(), moment))
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
     * A real yield and the break-even inflation of the same maturity as a nominal yield of the inputs.
     *
     * @param yield the name of the nominal yield, for example {@code 10y}
     * @param real the real yield
     * @param breakeven the break-even inflation
     */
    public record RealYield(String yield, PublishedSeries real, PublishedSeries breakeven) implements MacroInput {

        public RealYield {
            Require.components(RealYield.class, yield, real, breakeven);
            Require.rates(real.series(), real.name());
            Require.rates(breakeven.series(), breakeven.name());
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new RealYield(yield, real.until(moment), breakeven.until(moment)));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.together("real " + yield, real, breakeven);
        }
    }

    /**
     * The closes of a sector of the equity market, from which breadth is counted.
     *
     * @param closes prices above zero
     */
    public record Sector(PublishedSeries closes) implements MacroInput {

        public Sector {
            Require.components(Sector.class, closes);
            requirePrices(closes);
        }

        /**
         * The name of the sector.
         *
         * @return that of its closes
         */
        public String name() {
            return closes.name();
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Sector(closes.until(moment)));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.of(closes);
        }
    }

    /**
     * An asset whose statistical states are asked for.
     *
     * @param asset the name of the asset in the inputs
     */
    public record State(String asset) implements MacroInput {

        public State {
            Require.components(State.class, asset);
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(this);
        }
    }

    /**
     * A straddle that expires after an event.
     *
     * @param kind what the event is
     * @param asset the name of the asset
     * @param date the date of the quotes
     * @param price the price of a call and a put at the money, from 0
     * @param spot the price of the asset, positive, in the same unit
     * @param source where the prices come from
     */
    public record Straddle(String kind, String asset, LocalDate date, double price, double spot, Source source)
            implements MacroInput {

        public Straddle {
            Require.components(Straddle.class, kind, asset, date, source);
            Require.observed(price, "price");
            Require.observed(spot, "spot");
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Map.of(kind + " straddle on " + asset, new Evidence(List.of(source), date));
        }

        /**
         * The move in either direction that the straddle pays for.
         *
         * @return price over spot
         */
        public Rate impliedMove() {
            return Catalysts.impliedMove(price, spot);
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return closed(date, moment) ? Optional.of(this) : Optional.empty();
        }
    }

    /**
     * The surprises of one kind of event.
     *
     * @param surprises outcome less expectation on the days of the events, in any unit, named by the kind of event
     */
    public record Surprises(PublishedSeries surprises) implements MacroInput {

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

    /**
     * The positions of one group of traders in one market.
     *
     * @param market the name of the market
     * @param traders the name of the group of traders
     * @param reports in the order of their snapshots
     * @param source where the reports come from
     */
    public record Traders(String market, String traders, List<Positioning.Report> reports, Source source)
            implements MacroInput {

        public Traders {
            Require.components(Traders.class, market, traders, reports, source);
            reports = List.copyOf(reports);
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Traders(
                    market,
                    traders,
                    reports.stream().filter(r -> closed(r.released(), moment)).toList(),
                    source));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return reports.isEmpty()
                    ? Map.of()
                    : Map.of(
                            market + ", " + traders,
                            new Evidence(
                                    List.of(source),
                                    reports.get(reports.size() - 1).released()));
        }
    }

    /**
     * A government yield.
     *
     * @param levels its levels, named as the yield is, for example {@code 10y}
     */
    public record Yield(PublishedSeries levels) implements MacroInput {

        public Yield {
            Require.components(Yield.class, levels);
            Require.rates(levels.series(), levels.name());
        }

        /**
         * The name of the yield.
         *
         * @return that of its levels
         */
        public String name() {
            return levels.name();
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Yield(levels.until(moment)));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.of(levels);
        }
    }
}
