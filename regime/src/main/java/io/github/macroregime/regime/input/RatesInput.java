package io.github.macroregime.regime.input;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.SerialForm;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.probability.Dependence;
import io.github.macroregime.rates.probability.OutcomeTree;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Yields, overnight rates and what is priced of them. */
public sealed interface RatesInput extends MacroInput {

    /**
     * A government yield.
     *
     * @param levels its levels, named as the yield is, for example {@code 10y}
     */
    record Yield(PublishedSeries levels) implements RatesInput {

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

    /**
     * A real yield and the break-even inflation of the same maturity as a nominal yield of the inputs.
     *
     * @param yield the name of the nominal yield, for example {@code 10y}
     * @param real the real yield
     * @param breakeven the break-even inflation
     */
    record RealYield(String yield, PublishedSeries real, PublishedSeries breakeven) implements RatesInput {

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
     * The overnight rate that the front end of the curve is compared with.
     *
     * @param rates its fixings, named as the rate is, for example {@code EFFR}
     */
    record Overnight(PublishedSeries rates) implements RatesInput {

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
     * A secured overnight rate with what it is held against.
     *
     * @param rate the rate, for example SOFR
     * @param lower the lower limit of the target range
     * @param upper the upper limit of the target range
     * @param onReserves interest on reserve balances, or nothing; at most one
     */
    record Funding(PublishedSeries rate, PublishedSeries lower, PublishedSeries upper, List<PublishedSeries> onReserves)
            implements RatesInput {

        public Funding {
            Require.components(Funding.class, rate, lower, upper, onReserves);
            onReserves = List.copyOf(onReserves);
            if (onReserves.size() > 1) {
                throw new IllegalArgumentException(
                        "onReserves must hold at most one series but held " + onReserves.size());
            }
        }

        /**
         * The name under which a statement knows it.
         *
         * @return for example {@code SOFR against the target range}
         */
        public String name() {
            return nameOf(rate.name());
        }

        /**
         * The name under which a statement knows the funding at a rate.
         *
         * @param rate the name of the rate
         * @return as {@link #name}
         */
        public static String nameOf(String rate) {
            return rate + " against the target range";
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
                    name(),
                    Stream.concat(Stream.of(rate, lower, upper), onReserves.stream())
                            .toArray(PublishedSeries[]::new));
        }
    }

    /**
     * A policy path calibrated to quotes.
     *
     * @param path the path with its quotes, known on the evening of their day
     * @param fedWatch the probabilities of the published procedure beside those of the path, empty if they are not known
     * @param sources where the quotes and fixings come from, at least one
     */
    record Path(CalibratedPath path, Optional<FedWatchComparison> fedWatch, List<Source> sources)
            implements RatesInput {

        /** The name under which a statement knows the quotes of the path. */
        public static final String NAME = "quotes of the path";

        public Path {
            Require.components(Path.class, path, fedWatch, sources);
            sources = List.copyOf(sources);
        }

        /**
         * A path alone.
         *
         * @param path the path with its quotes
         * @param sources where they come from, at least one
         */
        public Path(CalibratedPath path, List<Source> sources) {
            this(path, Optional.empty(), sources);
        }

        /**
         * The outcomes of the meetings together on moves of 25 bp, the two next to the step at each, up to the first
         * meeting whose step is not identified.
         *
         * @param dependence the dependence between the meetings, an assumption
         * @return the tree, or nothing if the step at the first meeting is not identified
         */
        public Optional<OutcomeTree> tree(Dependence dependence) {
            return identified().isEmpty()
                    ? Optional.empty()
                    : Optional.of(OutcomeTree.of(path.path(), Rate.ofBasisPoints(25), dependence));
        }

        private List<Meeting> identified() {
            return path.path().steps().stream()
                    .takeWhile(step -> step.step().isPresent())
                    .map(PathStep::meeting)
                    .toList();
        }

        /**
         * The last meeting of each year that the path reaches with identified steps.
         *
         * @return in order, the last of all included
         */
        public List<Meeting> yearEnds() {
            List<Meeting> meetings = identified();
            return IntStream.range(0, meetings.size())
                    .filter(i -> i + 1 == meetings.size()
                            || meetings.get(i + 1).decision().getYear()
                                    != meetings.get(i).decision().getYear())
                    .mapToObj(meetings::get)
                    .toList();
        }

        /**
         * What the quotes leave open.
         *
         * @return today's rate, meetings and adjustments that are not identified, in words
         */
        public List<String> unidentified() {
            List<String> names = new ArrayList<>();
            if (path.unidentifiedPeriods().contains(0)) {
                names.add("today's rate");
            }
            path.unidentifiedMeetings().forEach(meeting -> names.add("the meeting of " + meeting.decision()));
            if (path.unidentifiedAdjustments().count() > 0) {
                names.add(path.path().frame().adjustments().toString());
            }
            return names;
        }

        private Object writeReplace() {
            return SerialForm.of(Path.class, path, fedWatch, sources);
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Known.closed(path.path().asOf(), moment) ? Optional.of(this) : Optional.empty();
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Map.of(NAME, new Evidence(sources, path.path().asOf()));
        }
    }

    /**
     * What a policy path is found from: quotes, fixings and meetings as they are known on a day.
     *
     * @param date the day
     * @param index the overnight rate whose path is sought
     * @param overnightRate the overnight rate of the day, empty if it is to be read off the quotes
     * @param quotes market quotes, those of instruments that are over too
     * @param fixings published fixings that were out on the day, one set for each index
     * @param adjustments the adjustments between the path and the quotes
     * @param meetings central bank decisions, past ones too; empty for those that the library carries
     * @param sources where the quotes and the fixings come from, each named once
     */
    record PolicyQuotes(
            LocalDate date,
            OvernightIndex index,
            Optional<Rate> overnightRate,
            List<Quote> quotes,
            List<PublishedFixings> fixings,
            Adjustments adjustments,
            Optional<MeetingCalendar> meetings,
            List<Source> sources)
            implements RatesInput {

        public PolicyQuotes {
            Require.components(
                    PolicyQuotes.class, date, index, overnightRate, quotes, fixings, adjustments, meetings, sources);
            quotes = List.copyOf(quotes);
            fixings = List.copyOf(fixings);
            sources = List.copyOf(sources);
        }

        /**
         * The path that the quotes imply.
         *
         * @param gaps told what is lacking
         * @return the path with its sources and the announced decisions among them; empty if it cannot be found
         */
        public Optional<Path> path(Consumer<Gap> gaps) {
            return new PolicyAssembly(this, gaps).path();
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Known.closed(date, moment) ? Optional.of(this) : Optional.empty();
        }

        private Object writeReplace() {
            return SerialForm.of(
                    PolicyQuotes.class, date, index, overnightRate, quotes, fixings, adjustments, meetings, sources);
        }
    }
}
