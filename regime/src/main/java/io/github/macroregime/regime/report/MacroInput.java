package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.CardSetup;
import io.github.macroregime.credit.SpreadHistory;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.regime.macro.FinancialConditions;
import io.github.macroregime.regime.macro.GrowthInflation;
import io.github.macroregime.regime.macro.PublishedSeries;
import io.github.macroregime.regime.macro.Quadrant;
import io.github.macroregime.regime.macro.QuadrantHistory;
import io.github.macroregime.regime.macro.QuadrantOptions;
import io.github.macroregime.regime.outlook.CatalystCalendar;
import io.github.macroregime.regime.outlook.Catalysts;
import io.github.macroregime.regime.outlook.EquityPremium;
import io.github.macroregime.regime.outlook.Positioning;
import io.github.macroregime.regime.outlook.Skew;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One thing that the report can be made from. */
public sealed interface MacroInput extends Serializable {

    /**
     * The same without what is dated or published after a date.
     *
     * @param date the last date kept
     * @return what is left, empty if nothing is
     */
    Optional<MacroInput> until(LocalDate date);

    /**
     * Assets of which one asks whether they move as one.
     *
     * @param name the name of the basket
     * @param assets the names of its assets, at least two
     */
    public record AssetBasket(String name, List<String> assets) implements MacroInput {

        public AssetBasket {
            assets = List.copyOf(assets);
            if (assets.size() < 2) {
                throw new IllegalArgumentException("assets of " + name + " must be at least 2 but were " + assets);
            }
        }

        @Override
        public Optional<MacroInput> until(LocalDate date) {
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
            quadrants = Set.copyOf(quadrants);
        }

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            return Optional.of(this);
        }
    }

    /**
     * The closes of an asset, scored on the board and open to every other question.
     *
     * @param name its name
     * @param closes prices above zero
     */
    public record Asset(String name, TimeSeries closes) implements MacroInput {

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            return Optional.of(new Asset(name, closes.until(date)));
        }
    }

    /**
     * An asset and the two drivers, duration and credit, that its last return is attributed to.
     *
     * @param asset the name of the asset in the inputs
     * @param duration a yield
     * @param credit a spread
     */
    public record Axes(String asset, NamedSeries duration, NamedSeries credit) implements MacroInput {

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            return Optional.of(new Axes(
                    asset,
                    duration.series().until(date).named(duration.name()),
                    credit.series().until(date).named(credit.name())));
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
    public record Conditions(
            String name, List<FinancialConditions.Input> parts, FinancialConditions.Weights weights, int minimumCount)
            implements MacroInput {

        public Conditions {
            parts = List.copyOf(parts);
        }

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            List<FinancialConditions.Input> known = parts.stream()
                    .map(part -> new FinancialConditions.Input(
                            part.named().series().until(date).named(part.named().name()), part.tightening()))
                    .toList();
            return Optional.of(new Conditions(name, known, weights, minimumCount));
        }
    }

    /**
     * What moved an index on a day.
     *
     * @param index the name of the index
     * @param report the contributions
     */
    public record Contributions(String index, ContributionReport report) implements MacroInput {

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            return report.date().isAfter(date) ? Optional.empty() : Optional.of(this);
        }
    }

    /**
     * A credit spread and what its card shows.
     *
     * @param history the levels of one instrument
     * @param setup bands, look-backs and what else the card shows
     */
    public record Credit(SpreadHistory<?> history, CardSetup setup) implements MacroInput {

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            SpreadHistory<?> known = history.until(date);
            return known.levels().dropMissing().isEmpty() ? Optional.empty() : Optional.of(new Credit(known, setup));
        }
    }

    /**
     * A driver that an asset's sensitivity is asked for.
     *
     * @param asset the name of the asset in the inputs
     * @param driver the levels of the driver by name
     * @param change how a change of the driver is taken
     */
    public record Driver(String asset, NamedSeries driver, Change change) implements MacroInput {

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            return Optional.of(new Driver(asset, driver.series().until(date).named(driver.name()), change));
        }
    }

    /**
     * Events past and to come. A date ahead is taken as known: a schedule is published long before.
     *
     * @param calendar the events
     * @param asset the name of the asset in the inputs that their effect is measured on
     */
    public record Events(CatalystCalendar calendar, String asset) implements MacroInput {

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            return Optional.of(this);
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

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            return Optional.of(
                    new MoneyParts(until(assets, date), until(treasuryAccount, date), until(reverseRepo, date)));
        }

        static PublishedSeries until(PublishedSeries series, LocalDate date) {
            return new PublishedSeries(series.series().until(date), series.lag(), series.maxAgeDays());
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
     */
    public record OptionSkew(String asset, LocalDate date, Rate call, Rate put, Rate atTheMoney) implements MacroInput {

        /**
         * The skew: call less put, over the volatility at the money.
         *
         * @return above zero where calls are dearer than puts
         */
        public double skew() {
            return Skew.optionSkew(call, put, atTheMoney);
        }

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            return this.date.isAfter(date) ? Optional.empty() : Optional.of(this);
        }
    }

    /**
     * The overnight rate that the front end of the curve is compared with.
     *
     * @param name its name, for example {@code EFFR}
     * @param rates its fixings
     * @param lag when a fixing is published
     */
    public record Overnight(String name, TimeSeries rates, PublicationLag lag) implements MacroInput {

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            int known = lag.lastKnown(rates.dates(), date)
                    .map(rates.dates()::insertionAfter)
                    .orElse(0);
            return Optional.of(new Overnight(name, rates.slice(0, known), lag));
        }
    }

    /**
     * A policy path calibrated to quotes.
     *
     * @param path the path with its quotes
     */
    public record Path(CalibratedPath path) implements MacroInput {

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            return path.path().asOf().isAfter(date) ? Optional.empty() : Optional.of(this);
        }
    }

    /**
     * An equity risk premium and what it is made of.
     *
     * @param definition what the series are
     * @param priceToEarnings price over earnings, positive where observed
     * @param yield the yield that the definition compares with
     * @param lag when a ratio is known
     * @param changeObservations over how many observations the change is taken, from 1
     */
    public record Premium(
            EquityPremium.Definition definition,
            TimeSeries priceToEarnings,
            TimeSeries yield,
            PublicationLag lag,
            int changeObservations)
            implements MacroInput {

        public Premium {
            if (changeObservations < 1) {
                throw new IllegalArgumentException(
                        "changeObservations must be at least 1 but was " + changeObservations);
            }
        }

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            return Optional.of(
                    new Premium(definition, priceToEarnings.until(date), yield.until(date), lag, changeObservations));
        }
    }

    /**
     * A published index of financial conditions or stress: zero is its average, up is tighter.
     *
     * @param name its name, for example {@code NFCI}
     * @param series its values with lag and age
     */
    public record PublishedIndex(String name, PublishedSeries series) implements MacroInput {

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            return Optional.of(new PublishedIndex(name, MoneyParts.until(series, date)));
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

    /**
     * A real yield and the break-even inflation of the same maturity as a nominal yield of the inputs.
     *
     * @param yield the name of the nominal yield, for example {@code 10y}
     * @param real the real yield
     * @param breakeven the break-even inflation
     */
    public record RealYield(String yield, TimeSeries real, TimeSeries breakeven) implements MacroInput {

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            return Optional.of(new RealYield(yield, real.until(date), breakeven.until(date)));
        }
    }

    /**
     * The closes of a sector of the equity market, from which breadth is counted.
     *
     * @param name its name
     * @param closes prices above zero
     */
    public record Sector(String name, TimeSeries closes) implements MacroInput {

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            return Optional.of(new Sector(name, closes.until(date)));
        }
    }

    /**
     * An asset whose statistical states are asked for.
     *
     * @param asset the name of the asset in the inputs
     */
    public record State(String asset) implements MacroInput {

        @Override
        public Optional<MacroInput> until(LocalDate date) {
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
     */
    public record Straddle(String kind, String asset, LocalDate date, double price, double spot) implements MacroInput {

        /**
         * The move in either direction that the straddle pays for.
         *
         * @return price over spot
         */
        public Rate impliedMove() {
            return Catalysts.impliedMove(price, spot);
        }

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            return this.date.isAfter(date) ? Optional.empty() : Optional.of(this);
        }
    }

    /**
     * The surprises of one kind of event.
     *
     * @param kind what the event is
     * @param surprises outcome less expectation on the days of the events, in any unit
     */
    public record Surprises(String kind, TimeSeries surprises) implements MacroInput {

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            return Optional.of(new Surprises(kind, surprises.until(date)));
        }
    }

    /**
     * The positions of one group of traders in one market.
     *
     * @param market the name of the market
     * @param traders the name of the group of traders
     * @param reports in the order of their snapshots
     */
    public record Traders(String market, String traders, List<Positioning.Report> reports) implements MacroInput {

        public Traders {
            reports = List.copyOf(reports);
        }

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            return Optional.of(new Traders(
                    market,
                    traders,
                    reports.stream().filter(r -> !r.released().isAfter(date)).toList()));
        }
    }

    /**
     * A government yield.
     *
     * @param name its name, for example {@code 10y}
     * @param series its levels
     */
    public record Yield(String name, TimeSeries series) implements MacroInput {

        @Override
        public Optional<MacroInput> until(LocalDate date) {
            return Optional.of(new Yield(name, series.until(date)));
        }
    }
}
