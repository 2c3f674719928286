package io.github.macroregime.rates.io;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.CompoundedFuture;
import io.github.macroregime.rates.instrument.ConvexityAdjustment;
import io.github.macroregime.rates.instrument.CurrentRate;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.QuoteWeight;
import io.github.macroregime.rates.instrument.RateFuture;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.RateSpread;
import io.github.macroregime.rates.instrument.TenorOis;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads quotes of every instrument from a table and writes them.
 *
 * <p>Columns: {@code instrument}, {@code term} and {@code quote}, a price for futures and a rate in percent otherwise.
 *
 * <ul>
 *   <li>{@code CURRENT}, today's overnight rate: no term
 *   <li>{@code ZQ}, {@code SR1}, {@code IB}: a month like {@code 2025-09}; {@code SR3}, {@code SO3}, {@code ER3}, {@code
 *       SA3}: the month in which the quarter begins
 *   <li>{@code DATED_OIS}: two dates like {@code 2025-09-18/2025-10-30}
 *   <li>{@code TENOR_OIS}, and {@code AVERAGE_OIS} for arithmetic averages: a tenor like {@code 18M} from spot, {@code 18M
 *       EOM} by the end-of-month rule, or {@code 18M 2025-07-24/2026-01-26/2027-01-25} with all its dates
 *   <li>two of these with {@code " - "} between, as {@code TENOR_OIS - TENOR_OIS}, for a spread, {@code index} and {@code
 *       term} likewise; one term serves both, and the second swap then runs over the dates of the first
 * </ul>
 *
 * <p>An optional column {@code index} names the overnight rate that a current rate or a swap is written on; where it is
 * empty that is the path's own. A future is written on its own rate; another name beside it is refused. An optional
 * column {@code error_bp} gives the standard error of the rate in basis points, 0 for an equality; where it is empty the
 * usual one holds. An optional column {@code convexity_bp} says by how much the rate of a future lies above the rate that
 * the path implies ({@link #convexity}).
 */
public final class QuotesCsv {

    private static final String BETWEEN = " - ";
    private static final String END_OF_MONTH = "EOM";
    private static final List<String> COLUMNS = List.of("instrument", "index", "term", "quote", "error_bp");
    private static final Map<String, Function<YearMonth, RateFuture>> FUTURES = Map.of(
            "ZQ", AverageFuture::zq,
            "SR1", AverageFuture::sr1,
            "IB", AverageFuture::ib,
            "SR3", CompoundedFuture::sr3,
            "SO3", CompoundedFuture::so3,
            "ER3", CompoundedFuture::er3,
            "SA3", CompoundedFuture::sa3);

    private QuotesCsv() {}

    /** An instrument as the columns have it. */
    private record Words(String instrument, String index, String term) {}

    /**
     * The quotes of a table.
     *
     * @param table the rows
     * @param asOf the trade date of tenor swaps
     * @param index the overnight rate of the path, on which current rates and swaps are written that name no other
     * @return one quote for each row, in order
     * @throws io.github.macroregime.core.io.FileFormatException if a column is absent or a row cannot be read; the
     *     message names the line
     */
    public static List<Quote> from(CsvTable table, LocalDate asOf, OvernightIndex index) {
        return table.requiring("instrument", "term", "quote").rows().stream()
                .map(row -> orProblem(row, () -> quote(row, asOf, index)))
                .toList();
    }

    /**
     * The convexity adjustments of a table.
     *
     * @param table the rows, with the columns {@code instrument}, {@code term} and {@code convexity_bp}
     * @return one for each future that states it
     * @throws io.github.macroregime.core.io.FileFormatException if a column is absent or a row cannot be read, or states
     *     it of another instrument; the message names the line
     */
    public static ConvexityAdjustment convexity(CsvTable table) {
        Map<String, Rate> spreads = new TreeMap<>();
        for (CsvRow row : table.requiring("instrument", "term", "convexity_bp").rows()) {
            row.optionalRate("convexity_bp", Unit.BASIS_POINTS).ifPresent(spread -> {
                String label = orProblem(row, () -> future(row)).label();
                if (spreads.put(label, spread) != null) {
                    throw row.problem("the convexity of " + label + " stands in the file twice");
                }
            });
        }
        return new ConvexityAdjustment.PerContract(spreads);
    }

    private static RateFuture future(CsvRow row) {
        return Optional.ofNullable(FUTURES.get(row.text("instrument")))
                .map(made -> made.apply(YearMonth.parse(row.text("term"))))
                .orElseThrow(() ->
                        row.problem("only a future has convexity but the instrument is " + row.text("instrument")));
    }

    /** A value read from a row; what it refuses is said with the line. */
    private static <T> T orProblem(CsvRow row, Supplier<T> value) {
        try {
            return value.get();
        } catch (FileFormatException e) {
            throw e;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw row.problem(row.text("instrument") + " \""
                    + row.optionalText("term").orElse("") + "\" cannot be read: " + e.getMessage());
        }
    }

    private static Quote quote(CsvRow row, LocalDate asOf, OvernightIndex own) {
        Words words = new Words(
                row.text("instrument"),
                row.optionalText("index").orElse(""),
                row.optionalText("term").orElse(""));
        RateInstrument instrument = instrument(words, asOf, own, row);
        Quote quote = instrument instanceof RateFuture future
                ? Quote.ofPrice(future, row.number("quote", Unit.PRICE))
                : unweighted(instrument, row.rate("quote", Unit.PERCENT));
        return row.optionalRate("error_bp", Unit.BASIS_POINTS)
                .map(error -> quote.withWeight(weight(error)))
                .orElse(quote);
    }

    private static Quote unweighted(RateInstrument instrument, Rate rate) {
        return instrument instanceof CurrentRate current
                ? Quote.current(current.index(), rate)
                : Quote.of(instrument, rate);
    }

    private static QuoteWeight weight(Rate error) {
        return error.equals(Rate.ZERO) ? QuoteWeight.equality() : QuoteWeight.standardError(error);
    }

    private static RateInstrument instrument(Words words, LocalDate asOf, OvernightIndex own, CsvRow row) {
        if (words.instrument().contains(BETWEEN)) {
            return spread(words, asOf, own, row);
        }
        Function<YearMonth, RateFuture> future = FUTURES.get(words.instrument());
        if (future != null) {
            RateFuture made = future.apply(YearMonth.parse(required(words.term(), row)));
            if (!words.index().isEmpty() && !words.index().equals(made.index().name())) {
                throw row.problem(words.instrument() + " is written on "
                        + made.index().name() + " but the index is " + words.index());
            }
            return made;
        }
        OvernightIndex index =
                words.index().isEmpty() || words.index().equals(own.name()) ? own : OvernightIndex.parse(words.index());
        return switch (words.instrument()) {
            case "CURRENT" -> new CurrentRate(index);
            case "DATED_OIS" -> dated(words.term(), index, row);
            case "TENOR_OIS" -> tenor(required(words.term(), row), asOf, index);
            case "AVERAGE_OIS" ->
                tenor(required(words.term(), row), asOf, index).withArithmeticAverage();
            default ->
                throw row.problem("the instrument must be "
                        + Stream.concat(
                                        FUTURES.keySet().stream().sorted(),
                                        Stream.of("CURRENT", "DATED_OIS", "TENOR_OIS", "AVERAGE_OIS"))
                                .collect(Collectors.joining(", "))
                        + " or two of them with \"" + BETWEEN + "\" between but was " + words.instrument());
        };
    }

    private static String required(String term, CsvRow row) {
        return term.isEmpty() ? row.text("term") : term;
    }

    private static RateSpread spread(Words words, LocalDate asOf, OvernightIndex own, CsvRow row) {
        String[] instruments = words.instrument().split(BETWEEN, 2);
        String[] indices = both(words.index());
        String[] terms = both(words.term());
        RateInstrument of = instrument(new Words(instruments[0], indices[0], terms[0]), asOf, own, row);
        RateInstrument over = instrument(new Words(instruments[1], indices[1], terms[1]), asOf, own, row);
        boolean oneTerm = !words.term().contains(BETWEEN);
        return oneTerm && of instanceof TenorOis one && over instanceof TenorOis other
                ? new RateSpread(one, new TenorOis(other.index(), other.tenor(), one.accrualDates(), other.averaging()))
                : new RateSpread(of, over);
    }

    private static String[] both(String words) {
        return words.contains(BETWEEN) ? words.split(BETWEEN, 2) : new String[] {words, words};
    }

    private static DatedOis dated(String term, OvernightIndex index, CsvRow row) {
        List<LocalDate> ends = dates(term);
        if (ends.size() != 2) {
            throw row.problem("the term must be two dates with a slash between but was \"" + term + "\"");
        }
        return new DatedOis(index, ends.get(0), ends.get(1));
    }

    private static List<LocalDate> dates(String term) {
        return Stream.of(term.split("/"))
                .map(String::strip)
                .map(LocalDate::parse)
                .toList();
    }

    private static TenorOis tenor(String term, LocalDate asOf, OvernightIndex index) {
        int space = term.lastIndexOf(' ');
        if (space < 0) {
            return TenorOis.of(index, asOf, term);
        }
        String tenor = term.substring(0, space).strip();
        String rest = term.substring(space + 1);
        return rest.equals(END_OF_MONTH)
                ? TenorOis.of(index, asOf, tenor).withEndOfMonth()
                : new TenorOis(index, tenor, dates(rest));
    }

    /**
     * Quotes as a table that {@link #from} reads back.
     *
     * @param quotes quotes on overnight rates that the library ships or on the path's own
     * @param asOf the trade date of tenor swaps
     * @param index the overnight rate of the path
     * @return a header line and one line for each quote, prices and rates with all their digits
     * @throws IllegalArgumentException if the columns cannot hold an instrument, for example a future with a tick of its own
     */
    public static String text(List<Quote> quotes, LocalDate asOf, OvernightIndex index) {
        List<List<String>> lines = new ArrayList<>(List.of(COLUMNS));
        for (Quote quote : quotes) {
            Words words = words(quote.instrument(), asOf);
            String price = quote.instrument() instanceof RateFuture
                    ? Double.toString(RateFuture.priceAt(quote.rate()))
                    : PathCsv.percent(quote.rate());
            lines.add(List.of(
                    words.instrument(),
                    words.index(),
                    words.term(),
                    price,
                    PathCsv.basisPoints(quote.weight().standardError())));
        }
        String text = PathCsv.joined(lines);
        List<Quote> read = from(CsvTable.parse("quotes", text), asOf, index);
        for (int i = 0; i < read.size(); i++) {
            if (!read.get(i).instrument().equals(quotes.get(i).instrument())) {
                throw new IllegalArgumentException(
                        "quotes[" + i + "] must be an instrument that the columns can hold but was "
                                + quotes.get(i).instrument());
            }
        }
        return text;
    }

    private static Words words(RateInstrument instrument, LocalDate asOf) {
        String index = instrument.index().name();
        if (instrument instanceof RateSpread spread) {
            Words of = words(spread.of(), asOf);
            Words over = words(spread.over(), asOf);
            return new Words(
                    of.instrument() + BETWEEN + over.instrument(),
                    of.index() + BETWEEN + over.index(),
                    of.term() + BETWEEN + over.term());
        } else if (instrument instanceof AverageFuture future) {
            return new Words(future.symbol(), index, future.month().toString());
        } else if (instrument instanceof CompoundedFuture future) {
            return new Words(
                    future.symbol(), index, YearMonth.from(future.start()).toString());
        } else if (instrument instanceof DatedOis swap) {
            return new Words("DATED_OIS", index, swap.start() + "/" + swap.end());
        } else if (instrument instanceof TenorOis swap) {
            String kind = swap.averaging() == TenorOis.Averaging.ARITHMETIC ? "AVERAGE_OIS" : "TENOR_OIS";
            return new Words(kind, index, term(swap, asOf));
        }
        return new Words("CURRENT", index, "");
    }

    private static String term(TenorOis swap, LocalDate asOf) {
        String dates = swap.accrualDates().stream().map(LocalDate::toString).collect(Collectors.joining("/"));
        for (String term : List.of(swap.tenor(), swap.tenor() + " " + END_OF_MONTH)) {
            if (isRead(term) && tenor(term, asOf, swap.index()).accrualDates().equals(swap.accrualDates())) {
                return term;
            }
        }
        return swap.tenor() + " " + dates;
    }

    /** Whether a term is a tenor, which that of a swap with dates of its own need not be. */
    private static boolean isRead(String term) {
        return term.matches("\\d+[DWMY]( .*)?");
    }
}
