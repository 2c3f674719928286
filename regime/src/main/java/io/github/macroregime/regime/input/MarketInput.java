package io.github.macroregime.regime.input;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.CardSetup;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.Landmark;
import io.github.macroregime.credit.SpreadHistory;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.equities.breadth.Breadth;
import io.github.macroregime.equities.breadth.BreadthReading;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.print.PrintedDay;
import io.github.macroregime.regime.outlook.Catalysts;
import io.github.macroregime.regime.outlook.Positioning;
import io.github.macroregime.regime.outlook.Skew;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What markets say of assets: prices, contributions, spreads, levels, options and positions. */
public sealed interface MarketInput extends MacroInput {

    /**
     * The closes of an asset, scored on the board and open to every other question.
     *
     * @param closes prices above zero
     */
    record Asset(PublishedSeries closes) implements MarketInput {

        public Asset {
            Require.components(Asset.class, closes);
            Known.requirePrices(closes);
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
     * The closes of a sector of the equity market, from which breadth is counted.
     *
     * @param closes prices above zero
     */
    record Sector(PublishedSeries closes) implements MarketInput {

        public Sector {
            Require.components(Sector.class, closes);
            Known.requirePrices(closes);
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
     * The opening prices of an asset, from which its move from the open to the close is taken.
     *
     * @param opens prices above zero under the name of the asset, in the unit of its closes
     */
    record Opens(PublishedSeries opens) implements MarketInput {

        public Opens {
            Require.components(Opens.class, opens);
            Known.requirePrices(opens);
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

    /** What moved an index on a day, known on the evening of that day. */
    sealed interface Contributions extends MarketInput {

        /**
         * The name of the index.
         *
         * @return the name
         */
        String index();

        /**
         * The contributions of its sectors or members.
         *
         * @return the contributions, against the return of the index where it is known
         */
        ContributionReport report();

        /**
         * Where they come from.
         *
         * @return the source
         */
        Source source();

        /**
         * How many rose and fell, of the members where they are known.
         *
         * @return the counts, or the statement that too little was observed
         */
        default BreadthReading breadth() {
            return Breadth.of(report(), Breadth.Options.withDefaults());
        }

        @Override
        default Optional<MacroInput> until(LocalDateTime moment) {
            return Known.closed(report().date(), moment) ? Optional.of(this) : Optional.empty();
        }

        @Override
        default Map<String, Evidence> evidence() {
            return Map.of(index(), new Evidence(List.of(source()), report().date()));
        }

        /**
         * Contributions as somebody reports them.
         *
         * @param index the name of the index
         * @param report the contributions
         * @param source where they come from
         */
        record Reported(String index, ContributionReport report, Source source) implements Contributions {

            public Reported {
                Require.components(Reported.class, index, report, source);
            }
        }

        /**
         * A printed table of contributions and returns.
         *
         * @param index the name of the index
         * @param day the table
         * @param source where it is printed
         */
        record Printed(String index, PrintedDay day, Source source) implements Contributions {

            public Printed {
                Require.components(Printed.class, index, day, source);
            }

            @Override
            public ContributionReport report() {
                return day.report();
            }
        }

        /**
         * Contributions computed from the members of the index.
         *
         * @param index the name of the index
         * @param report one line for each sector: the sum of its members, and contribution over weight as its return
         * @param members one line for each member: its weight at the previous close times its price return
         * @param measure what the sum of the contributions measures, in words
         * @param source where weights and closes come from
         */
        record OfMembers(
                String index, ContributionReport report, ContributionReport members, String measure, Source source)
                implements Contributions {

            public OfMembers {
                Require.components(OfMembers.class, index, report, members, measure, source);
            }

            @Override
            public BreadthReading breadth() {
                return Breadth.of(members, Breadth.Options.withDefaults());
            }
        }
    }

    /**
     * A credit spread and what its card shows.
     *
     * @param instrument what the levels are the spread of
     * @param levels its spread, in basis points or percent
     * @param setup bands, look-backs and what else the card shows
     */
    record Credit(Instrument instrument, PublishedSeries levels, CardSetup setup) implements MarketInput {

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
     * A spread as it is printed: its level, what it is held against, and its bands.
     *
     * @param instrument what the level is the spread of
     * @param history the name of the credit spread in the inputs whose history it is ranked in, empty for none
     * @param date the day of the level
     * @param level the level on that day
     * @param landmarks averages and highs as printed, with the dates they come from
     * @param bands the bands as printed, empty if there are none
     * @param source where it is printed
     */
    record PrintedSpread(
            Instrument instrument,
            String history,
            LocalDate date,
            Rate level,
            List<Landmark> landmarks,
            List<Band> bands,
            Source source)
            implements MarketInput {

        public PrintedSpread {
            Require.components(PrintedSpread.class, instrument, history, date, level, landmarks, bands, source);
            landmarks = List.copyOf(landmarks);
            bands = List.copyOf(bands);
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Known.closed(date, moment) ? Optional.of(this) : Optional.empty();
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Map.of("printed " + instrument.name(), new Evidence(List.of(source), date));
        }
    }

    /**
     * A market or policy level that is told with its changes and its place in its history.
     *
     * @param levels the level, daily
     * @param change how its changes are told: a difference for rates and volatility, relative for prices
     * @param kind with which of the day's moves it is told
     */
    record Level(PublishedSeries levels, Change change, MacroInput.Kind kind) implements MarketInput {

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
            this(levels, change, MacroInput.Kind.LEVEL);
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
     * Implied volatilities from which a skew is read.
     *
     * @param asset the name of the asset
     * @param date the date of the quotes
     * @param call the implied volatility of the call of 25 delta
     * @param put the implied volatility of the put of 25 delta
     * @param atTheMoney the implied volatility at the money, positive
     * @param source where the quotes come from
     */
    record OptionSkew(String asset, LocalDate date, Rate call, Rate put, Rate atTheMoney, Source source)
            implements MarketInput {

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
            return Known.closed(date, moment) ? Optional.of(this) : Optional.empty();
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
    record Straddle(String kind, String asset, LocalDate date, double price, double spot, Source source)
            implements MarketInput {

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
            return Known.closed(date, moment) ? Optional.of(this) : Optional.empty();
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
    record Traders(String market, String traders, List<Positioning.Report> reports, Source source)
            implements MarketInput {

        public Traders {
            Require.components(Traders.class, market, traders, reports, source);
            reports = List.copyOf(reports);
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Traders(
                    market,
                    traders,
                    reports.stream()
                            .filter(r -> Known.closed(r.released(), moment))
                            .toList(),
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
}
