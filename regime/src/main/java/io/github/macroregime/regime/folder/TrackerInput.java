package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.SeriesCatalog;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.SerialForm;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.Landmark;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.equities.print.Claim;
import io.github.macroregime.equities.print.PrintedDay;
import io.github.macroregime.rates.check.PathClaim;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MarketInput.Contributions;
import io.github.macroregime.regime.input.MarketInput.Credit;
import io.github.macroregime.regime.input.MarketInput.PrintedSpread;
import io.github.macroregime.regime.input.RatesInput.PolicyQuotes;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything a folder holds for one day, read and checked.
 *
 * @param figures the figures that stand alone
 * @param sectors printed contributions and returns, empty if the folder has none
 * @param members contributions computed from the members of the index, empty if the folder has no weights
 * @param credit the spreads of which the folder states figures
 * @param meetings central bank decisions, past ones too, empty if the folder has none
 * @param quotes market quotes for the policy path
 * @param quotesBefore what the policy paths of the business day before and of a month before are found from, as far as
 *     they were quoted
 * @param fixings published fixings that were out on the day
 * @param adjustments the adjustments between the path and the quotes
 * @param series histories up to the day
 * @param statements sentences to check
 * @param macro what the macro report is made from, apart from the printed figures and the policy path
 * @param gaps what was left out, with the reason: rows of another day, files that were not read
 */
public record TrackerInput(
        EditionFigures figures,
        List<PrintedDay.Line> sectors,
        Optional<Contributions.OfMembers> members,
        List<CreditFigures> credit,
        Optional<MeetingCalendar> meetings,
        List<SourcedQuote> quotes,
        List<PolicyQuotes> quotesBefore,
        List<SourcedFixings> fixings,
        Adjustments adjustments,
        List<SourcedSeries> series,
        List<Statement> statements,
        MacroInputs macro,
        List<Gap> gaps)
        implements Serializable {

    private static final int PRINTED_PLACES = 2;

    public TrackerInput {
        Require.components(
                TrackerInput.class,
                figures,
                sectors,
                members,
                credit,
                meetings,
                quotes,
                quotesBefore,
                fixings,
                adjustments,
                series,
                statements,
                macro,
                gaps);
        sectors = List.copyOf(sectors);
        credit = List.copyOf(credit);
        quotes = List.copyOf(quotes);
        quotesBefore = List.copyOf(quotesBefore);
        fixings = List.copyOf(fixings);
        series = List.copyOf(series);
        statements = List.copyOf(statements);
        gaps = List.copyOf(gaps);
    }

    /**
     * Everything the report is made from: the series, what is printed and what is quoted.
     *
     * @return the inputs of the report
     */
    public MacroInputs inputs() {
        return macro.with(Stream.of(
                        Stream.of(contributions()).flatMap(Optional::stream),
                        credit.stream().map(this::printed),
                        Stream.concat(quotesBefore.stream(), Stream.of(policyQuotes())))
                .flatMap(each -> each)
                .toArray(MacroInput[]::new));
    }

    /**
     * The printed table of the sectors.
     *
     * @return the table to two decimals, empty where the lines or the return of the index are not printed
     */
    public Optional<PrintedDay> printedDay() {
        return sectors.isEmpty()
                ? Optional.empty()
                : figures.indexReturn().map(move -> new PrintedDay(figures.date(), sectors, move, PRINTED_PLACES));
    }

    /** As printed, else of the members. */
    private Optional<Contributions> contributions() {
        return printedDay()
                .<Contributions>map(day -> new Contributions.Printed(figures.index(), day, Source.observed("printed")))
                .or(() -> members);
    }

    private PrintedSpread printed(CreditFigures stated) {
        Optional<TimeSeries> history = seriesIn(SeriesRole.SPREAD).stream()
                .filter(spread -> spread.id().equals(stated.seriesId()))
                .map(SourcedSeries::series)
                .findFirst();
        return new PrintedSpread(
                stated.instrument(),
                macro.all(Credit.class).stream()
                        .filter(each ->
                                history.filter(each.levels().series()::equals).isPresent())
                        .map(each -> each.instrument().name())
                        .findFirst()
                        .orElse(""),
                stated.date(),
                stated.level(),
                stated.landmarks(),
                stated.bands(),
                Source.observed("printed"));
    }

    /**
     * The business day before the last session, with which the day is compared.
     *
     * @return the day
     */
    public LocalDate dayBefore() {
        LocalDate date = figures.date();
        BusinessDays days = BusinessDays.newYorkStockExchange();
        return days.covers(date) && days.covers(date.minusDays(7))
                ? days.previousOrSame(days.previousOrSame(date).minusDays(1))
                : date.minusDays(1);
    }

    /** The business day at or before the same day of the month before. */
    LocalDate monthBefore() {
        LocalDate date = figures.date().minusMonths(1);
        BusinessDays days = BusinessDays.newYorkStockExchange();
        return days.covers(date) && days.covers(date.minusDays(7)) ? days.previousOrSame(date) : date;
    }

    private PolicyQuotes policyQuotes() {
        return QuotesBefore.quotes(figures, quotes, fixings, adjustments, meetings);
    }

    /**
     * The series with a role, in the order of the folder's list.
     *
     * @param roles one role or more
     * @return the series that have one of them
     */
    public List<SourcedSeries> seriesIn(SeriesRole... roles) {
        List<SeriesRole> wanted = List.of(roles);
        return series.stream().filter(each -> wanted.contains(each.role())).toList();
    }

    /**
     * What a folder says of one credit spread: its level, what it is measured against, and its bands.
     *
     * @param instrument what the level is the spread of
     * @param seriesId the id of its history in the folder
     * @param date the day of the level
     * @param level the level on that day
     * @param landmarks averages and highs as stated, with the dates they come from
     * @param bands the bands as stated, empty if there are none
     */
    public record CreditFigures(
            Instrument instrument,
            String seriesId,
            LocalDate date,
            Rate level,
            List<Landmark> landmarks,
            List<Band> bands)
            implements Serializable {

        public CreditFigures {
            Require.components(CreditFigures.class, instrument, seriesId, date, level, landmarks, bands);
            landmarks = List.copyOf(landmarks);
            bands = List.copyOf(bands);
        }
    }

    /**
     * The figures of a folder's {@code edition.csv} that stand alone.
     *
     * @param date the day of the report
     * @param title the title of the report
     * @param index the name of the equity index
     * @param indexReturn the return of that index on the day
     * @param overnightIndex the overnight rate whose path is sought
     * @param overnightRate the overnight rate of the day
     */
    public record EditionFigures(
            LocalDate date,
            String title,
            String index,
            Optional<Rate> indexReturn,
            OvernightIndex overnightIndex,
            Optional<Rate> overnightRate)
            implements Serializable {

        public EditionFigures {
            Require.components(EditionFigures.class, date, title, index, indexReturn, overnightIndex, overnightRate);
        }

        EditionFigures withOvernightRate(Rate rate) {
            return new EditionFigures(date, title, index, indexReturn, overnightIndex, Optional.of(rate));
        }

        private Object writeReplace() {
            return SerialForm.of(EditionFigures.class, date, title, index, indexReturn, overnightIndex, overnightRate);
        }
    }

    /** What a series of the folder is used for. */
    public enum SeriesRole {
        /** A price scored on the strength board. */
        ASSET,
        /** A price of a sector, scored on the board and a source of sector returns where none are printed. */
        SECTOR,
        /** A credit spread with its history. */
        SPREAD,
        /** The overnight rate from which the policy path starts. */
        OVERNIGHT,
        /** A government bond yield. */
        YIELD
    }

    /**
     * Published fixings with where they come from.
     *
     * @param fixings the fixings of one index that were out on the day
     * @param sources where they come from, each named once
     */
    public record SourcedFixings(PublishedFixings fixings, List<String> sources) implements Serializable {

        public SourcedFixings {
            Require.components(SourcedFixings.class, fixings, sources);
            sources = List.copyOf(sources);
        }
    }

    /**
     * A market quote with where it comes from.
     *
     * @param quote the instrument and its rate
     * @param source where the quote comes from, for example {@code reconstruction}
     */
    public record SourcedQuote(Quote quote, String source) implements Serializable {
        public SourcedQuote {
            Require.components(SourcedQuote.class, quote, source);
        }
    }

    /**
     * A series of the folder with its name, its use and where its numbers come from.
     *
     * @param id a short name, unique in the folder
     * @param name the name shown
     * @param role what it is used for
     * @param series the values up to the day of the report
     * @param source where the numbers come from, for example {@code synthetic}
     * @param assetClass the asset class it stands for in the regime, empty if none
     */
    public record SourcedSeries(
            String id, String name, SeriesRole role, TimeSeries series, String source, String assetClass)
            implements Serializable {

        public SourcedSeries {
            Require.components(SourcedSeries.class, id, name, role, series, source, assetClass);
        }

        /**
         * Whether the numbers were invented.
         *
         * @return true if the source says {@code synthetic}
         */
        public boolean isSynthetic() {
            return source.startsWith("synthetic");
        }

        /**
         * The series with its source, the rule of its publication and the age it may have, as far as the library knows
         * its id; else those of a daily close. An invented one is called so.
         *
         * @return the values under the name shown
         */
        public PublishedSeries published() {
            return SeriesCatalog.builtIn()
                    .find(id)
                    .map(entry -> entry.published(series, origin()).named(shown()))
                    .orElseGet(() -> PublishedSeries.daily(shown(), series, origin()));
        }

        private Source origin() {
            return isSynthetic() ? Source.synthetic(source) : Source.observed(source);
        }

        String shown() {
            return isSynthetic() ? name + " (SYNTHETIC)" : name;
        }
    }

    /**
     * A sentence printed beside the figures, in a form that the figures can answer.
     *
     * @see io.github.macroregime.regime.edition.Edition
     */
    public sealed interface Statement extends Serializable {

        /**
         * The sentence as printed.
         *
         * @return its words
         */
        String text();

        /**
         * A sentence about the sectors.
         *
         * @param text the sentence as printed
         * @param claim what it says of the printed table
         */
        record OfSectors(String text, Claim claim) implements Statement {
            public OfSectors {
                Require.components(OfSectors.class, text, claim);
            }
        }

        /**
         * A sentence about the policy path.
         *
         * @param text the sentence as printed
         * @param until the last day that it speaks of
         * @param claim what it says of the meetings up to that day
         */
        record OfPath(String text, LocalDate until, PathClaim claim) implements Statement {
            public OfPath {
                Require.components(OfPath.class, text, until, claim);
            }
        }
    }

    private Object writeReplace() {
        return SerialForm.of(
                TrackerInput.class,
                figures,
                sectors,
                members,
                credit,
                meetings,
                quotes,
                quotesBefore,
                fixings,
                adjustments,
                series,
                statements,
                macro,
                gaps);
    }
}
