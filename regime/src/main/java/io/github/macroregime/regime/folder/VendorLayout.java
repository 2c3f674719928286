package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.DateStyle;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.io.Layouts;
import io.github.macroregime.core.io.TableFile;
import io.github.macroregime.core.io.TableLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The layout that the first lines of a vendor's file ask for.
 *
 * @param table how the file is laid out
 * @param dateColumn the name of the column of dates
 * @param tickerColumn the column that names the series of a line
 * @param valueColumn the column of the values, where the layout says it
 * @param frameTicker the only ticker of a frame
 * @param isFrame whether the names of the columns hold the tickers of a frame
 * @param names what the columns are called by, where that is not their header
 */
record VendorLayout(
        TableLayout table,
        String dateColumn,
        Optional<String> tickerColumn,
        Optional<String> valueColumn,
        Optional<String> frameTicker,
        boolean isFrame,
        Map<String, String> names) {

    private static final int HEAD = 5;
    private static final Set<String> BAR =
            Set.of("open", "high", "low", "volume", "vol.", "dividends", "stock splits", "capital gains", "repaired?");
    private static final Set<String> TICKERS = Set.of("ticker", "symbol");
    private static final Set<String> DATES = Set.of(
            "date",
            "datetime",
            "observation_date",
            "reference_date",
            "timestamp",
            "time",
            "day",
            "date changed",
            "data");
    private static final Set<String> FRAME = Set.of("Price", "Ticker", "Date", "Datetime");
    private static final Pattern TENOR = Pattern.compile("(?i)([0-9.]+) *(mo|yr|months?|years?)");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-]\\d{4}");
    private static final Pattern NAMED_MONTH = Pattern.compile("\\d{1,2}[ -]\\p{Alpha}{3}[ -](\\d{2}|\\d{4})");
    private static final int MONTHS = 12;
    private static final int LONG_YEAR = 4;

    static VendorLayout of(TableFile file) {
        List<List<String>> head = file.firstLines(HEAD, TableLayout.csv());
        if (head.isEmpty()) {
            throw new FileFormatException(file.source(), 1, "the file has no header line");
        }
        List<String> first = head.get(0);
        if (first.contains("Effective Date") && first.contains("Rate Type")) {
            return new VendorLayout(
                    Layouts.NEW_YORK_FED,
                    "Effective Date",
                    Optional.of("Rate Type"),
                    Optional.of("Rate (%)"),
                    Optional.empty(),
                    false,
                    Map.of());
        }
        if (first.size() > 2
                && first.stream().skip(1).allMatch(name -> TENOR.matcher(name).matches())) {
            return dated(Layouts.TREASURY, first, tenors(first));
        }
        TableLayout bars = first.contains("Price") && (first.contains("Change %") || first.contains("Vol."))
                ? Layouts.INVESTING
                : Layouts.YAHOO;
        List<List<String>> header = head.subList(0, headerLines(head));
        Optional<DateStyle> style = head.size() > header.size()
                ? style(file, head.get(header.size()).get(0))
                : Optional.empty();
        TableLayout table = style.map(bars::withDates).orElse(bars);
        return header.size() > 1 ? frame(table, header) : dated(table, first, Map.of());
    }

    /** How many lines the header has. */
    private static int headerLines(List<List<String>> head) {
        boolean unnamed = head.get(0).get(0).isEmpty();
        return (int) IntStream.range(0, head.size())
                .takeWhile(i -> i == 0
                        || FRAME.contains(head.get(i).get(0))
                        || (unnamed && head.get(i).get(0).isEmpty()))
                .count();
    }

    private static VendorLayout frame(TableLayout table, List<List<String>> header) {
        Set<String> tickers = header.stream()
                .map(line -> line.subList(1, line.size()))
                .filter(line -> !line.stream().allMatch(VendorLayout::isPrice)
                        && !line.stream().allMatch(String::isEmpty))
                .findFirst()
                .map(Set::copyOf)
                .orElse(Set.of());
        Optional<String> only =
                tickers.size() == 1 ? Optional.of(tickers.iterator().next()) : Optional.empty();
        return new VendorLayout(table, "Date", Optional.empty(), Optional.empty(), only, !tickers.isEmpty(), Map.of());
    }

    private static VendorLayout dated(TableLayout table, List<String> header, Map<String, String> names) {
        Optional<String> tickers = header.stream()
                .filter(name -> TICKERS.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
        String date = header.get(0).isEmpty() ? "Date" : header.get(0);
        return new VendorLayout(table, date, tickers, Optional.empty(), Optional.empty(), false, names);
    }

    private static Map<String, String> tenors(List<String> header) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String column : header) {
            Matcher tenor = TENOR.matcher(column);
            if (tenor.matches()) {
                boolean months = tenor.group(2).toLowerCase(Locale.ROOT).startsWith("m");
                names.put(column, "DGS" + tenor.group(1) + (months ? "MO" : ""));
            }
        }
        return names;
    }

    private static boolean isPrice(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return VendorTable.VALUES.contains(lower) || BAR.contains(lower);
    }

    boolean isDated() {
        return tickerColumn.equals(Optional.of("Rate Type")) || isDate(dateColumn);
    }

    /** Whether a column is called as those of dates are. */
    static boolean isDate(String column) {
        return DATES.contains(column.toLowerCase(Locale.ROOT));
    }

    /** The style of dates that are not ISO: it must follow from the dates themselves, which tell day and month apart. */
    private static Optional<DateStyle> style(TableFile file, String date) {
        Matcher named = NAMED_MONTH.matcher(date);
        if (date.matches("\\d{8}")) {
            return Optional.of(DateStyle.DIGITS);
        }
        if (named.matches()) {
            return Optional.of(
                    named.group(1).length() == LONG_YEAR ? DateStyle.DAY_MONTH_YEAR : DateStyle.DAY_MONTH_SHORT_YEAR);
        }
        if (!NUMBERS.matcher(date).matches()) {
            return Optional.empty();
        }
        List<Matcher> dates = file.firstLines(Integer.MAX_VALUE, TableLayout.csv()).stream()
                .map(line -> NUMBERS.matcher(line.get(0)))
                .filter(Matcher::matches)
                .toList();
        boolean dayFirst = dates.stream().anyMatch(each -> Integer.parseInt(each.group(1)) > MONTHS);
        boolean monthFirst = dates.stream().anyMatch(each -> Integer.parseInt(each.group(2)) > MONTHS);
        if (dayFirst == monthFirst) {
            throw new FileFormatException(
                    file.source(),
                    2,
                    Words.quoted(date) + " may have the day first or the month first, and no date of the file tells");
        }
        return Optional.of(dayFirst ? DateStyle.DAY_MONTH_YEAR : DateStyle.MONTH_DAY_YEAR);
    }
}
