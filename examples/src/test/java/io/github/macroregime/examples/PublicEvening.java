package io.github.macroregime.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was public at 20:00 New York of a day, by the published calendars and nothing of the library.
 *
 * <p>A file is cut line by line at the day its line became public. Closes, settlements, Treasury par yields, spreads and
 * reverse repurchases are public on their own day, federal funds on the next business day, the balance sheet on its
 * Thursday, the Chicago Fed's indices on Wednesday (on Thursday after a holiday of that week), prices, payrolls, output
 * and positions when they were released. Where no calendar reaches, a number of days after the month stands for the
 * release, on the next business day. Of a file without a rule only the header is left.
 */
final class PublicEvening {

    // The month that begins with the date, or on the day after it, is over by then.
    private static final int MONTH_AND_A_DAY = 32;
    private static final Pattern DATE =
            Pattern.compile("(?<![\\d.])\\d{4}-\\d{2}(-\\d{2})?(?!\\d)|(?<!\\d)(\\d{2})/(\\d{2})/(\\d{4})(?!\\d)");
    private static final String CLOSES = "(equity/etf/[A-Z]+|equity/mag7/.*|equity/GSPC_ohlcv|equity/VIXCLS_fredgraph"
            + "|credit/BAML.*|credit/[A-Z]+_close|cross_asset/(BTC_USD|GC_gold_front|GLD|HG_copper_front|TLT|UUP)"
            + "|equity/VIX_ohlc|ohlc/.*|rates/DGS.*|rates/DFII10|rates/T10YIE|rates/T5YIE|rates/T5YIFR"
            + "|rates/treasury_par_yields.*|rates/DFEDTAR[LU]|rates/IORB|liquidity/RRPONTSYD_fredgraph"
            + "|raw_formats/yfinance_resaved_LQD|quotes)\\.csv";

    private static final UnaryOperator<LocalDate> NEVER = date -> LocalDate.MAX;

    private final NavigableMap<YearMonth, LocalDate> prices = new TreeMap<>();
    private final NavigableMap<YearMonth, LocalDate> payrolls = new TreeMap<>();
    private final NavigableMap<YearMonth, LocalDate> output = new TreeMap<>();
    private final Map<LocalDate, LocalDate> positions = new HashMap<>();
    private final NavigableSet<LocalDate> secured = new TreeSet<>();
    private final Map<LocalDate, LocalDate> claims = new TreeMap<>();
    private final Map<Path, List<Line>> files = new TreeMap<>();
    private final Path folder;

    /** A line of a file and the day on which it became public. */
    private record Line(String text, LocalDate known) {}

    /** Knows the evenings; the files are read by {@link #of}. */
    PublicEvening(Path folder, Path calendars) {
        this.folder = folder;
        for (String[] row : rows(calendars.resolve("us_bls_release_dates_2000_2026.csv"))) {
            if (!row[0].equals("ppi")) {
                (row[0].equals("cpi") ? prices : payrolls).put(YearMonth.parse(row[1]), LocalDate.parse(row[2]));
            }
        }
        for (String[] row : rows(calendars.resolve("us_other_release_dates_2009_2026.csv"))) {
            if (row[0].equals("g17_industrial_production") && row[3].equals("held")) {
                YearMonth month = YearMonth.from(LocalDate.parse(row[2])).minusMonths(1);
                // The closed government of 2025 held back the figures of September.
                output.put(row[2].equals("2025-12-03") ? YearMonth.of(2025, 9) : month, LocalDate.parse(row[2]));
            }
            if (row[0].equals("initial_claims") && row[3].equals("held")) {
                LocalDate day = LocalDate.parse(row[2]);
                claims.put(day.with(TemporalAdjusters.previous(DayOfWeek.SATURDAY)), day);
            }
        }
        // The closed government of 2025: one week was published by itself, the others together.
        for (LocalDate week = LocalDate.of(2025, 9, 27);
                week.isBefore(LocalDate.of(2025, 11, 22));
                week = week.plusWeeks(1)) {
            claims.put(week, LocalDate.of(2025, 11, 20));
        }
        claims.put(LocalDate.of(2025, 10, 18), LocalDate.of(2025, 11, 18));
        for (String[] row : rows(folder.resolve("rates/SOFR.csv"))) {
            secured.add(LocalDate.parse(row[0]));
        }
        for (String[] row : rows(calendars.resolve("cot_release_exceptions.csv"))) {
            if (!row[1].isEmpty()) {
                positions.put(LocalDate.parse(row[0]), LocalDate.parse(row[1]));
            }
        }
    }

    /** Reads all files of a folder once. */
    static PublicEvening of(Path folder, Path calendars) throws IOException {
        PublicEvening evening = new PublicEvening(folder, calendars);
        try (var walked = Files.walk(folder)) {
            for (Path file : walked.filter(Files::isRegularFile).sorted().toList()) {
                Path name = folder.relativize(file);
                evening.files.put(name, name.toString().endsWith(".csv") ? evening.lines(name.toString()) : List.of());
            }
        }
        return evening;
    }

    /** Writes the folder as it was that evening. */
    void cut(LocalDate day, Path to) {
        files.forEach((name, lines) -> write(lines, day, to.resolve(name)));
    }

    private static void write(List<Line> lines, LocalDate day, Path target) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            if (!line.known().isAfter(day)) {
                text.append(line.text()).append('\n');
            }
        }
        try {
            Files.createDirectories(target.getParent());
            Files.writeString(target, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When an observation of a file became public. */
    LocalDate known(String name, LocalDate reference) {
        return rule(name).known().apply(reference);
    }

    private List<Line> lines(String name) throws IOException {
        Rule rule = rule(name);
        List<Line> lines = new ArrayList<>();
        for (String text : Files.readAllLines(folder.resolve(name))) {
            Matcher date = DATE.matcher(text);
            boolean dated = rule.known() != NEVER && date.find() && (rule.nth() == 1 || date.find());
            if (dated) {
                lines.add(new Line(text, rule.known().apply(day(date))));
            } else if (lines.isEmpty() || rule.known() != NEVER) {
                lines.add(new Line(text, LocalDate.MIN));
            }
        }
        return lines;
    }

    /** A day, or the first of a month; with slashes the month comes first. */
    private static LocalDate day(Matcher date) {
        return date.group(4) == null
                ? LocalDate.parse(date.group(1) == null ? date.group() + "-01" : date.group())
                : LocalDate.parse(date.group(4) + "-" + date.group(2) + "-" + date.group(3));
    }

    /** Which date of a line it refers to, the first or the second, and when such a line became public. */
    private record Rule(int nth, UnaryOperator<LocalDate> known) {}

    private Rule rule(String name) {
        return switch (name) {
            case "rates/SOFR.csv", "rates/SOFR_fredgraph.csv" -> new Rule(1, this::secured);
            case "cross_asset/DTWEXBGS_fredgraph.csv" ->
                new Rule(1, date -> business(date.with(TemporalAdjusters.next(DayOfWeek.MONDAY))));
            case "cross_asset/DCOILWTICO.csv" ->
                new Rule(1, date -> business(date.plusDays(1).with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY))));
            case "rates/DFF.csv", "rates/DFF_fredgraph.csv", "rates/nyfed_reference_rates_2026_raw.csv" ->
                new Rule(1, date -> business(date.plusDays(1)));
            case "liquidity/WALCL_fredgraph.csv", "liquidity/WTREGEN.csv", "liquidity/STLFSI4.csv" ->
                new Rule(1, date -> business(date.with(TemporalAdjusters.next(DayOfWeek.THURSDAY))));
            case "liquidity/NFCI.csv", "liquidity/ANFCI.csv" -> new Rule(1, PublicEvening::chicago);
            case "macro/CPIAUCSL.csv" -> new Rule(1, date -> released(prices, date, 26));
            case "macro/PAYEMS.csv" -> new Rule(1, date -> released(payrolls, date, 12));
            case "macro/ICSA.csv" ->
                new Rule(
                        1,
                        date -> claims.getOrDefault(
                                date, business(date.with(TemporalAdjusters.next(DayOfWeek.THURSDAY)))));
            case "macro/INDPRO.csv" -> new Rule(1, date -> released(output, date, 18));
            case "macro/vintages_quarterly_2005_2022.csv" ->
                new Rule(1, date -> date.with(TemporalAdjusters.lastDayOfMonth()));
            case "equity/valuation/SHILLER_CAPE.csv", "equity/valuation/SP500_PE.csv" ->
                new Rule(1, date -> business(date.plusDays(MONTH_AND_A_DAY)));
            case "positioning/cot_tff_futures_2025.csv", "positioning/cot_tff_futures_2026.csv" ->
                new Rule(1, this::positions);
            case "policy_path/fomc_meetings_2021_2027.csv" ->
                new Rule(2, date -> LocalDate.of(date.getYear() - 1, Month.JANUARY, 1));
            default -> new Rule(1, name.matches(CLOSES) ? UnaryOperator.identity() : NEVER);
        };
    }

    /** The release of a month, or of the next listed one where it had none of its own; a lag where no list reaches. */
    private static LocalDate released(NavigableMap<YearMonth, LocalDate> releases, LocalDate date, int lag) {
        YearMonth month = YearMonth.from(date);
        LocalDate listed = releases.get(month);
        boolean withNext = listed == null && month.equals(YearMonth.of(2025, 10));
        if (withNext) {
            return releases.ceilingEntry(month).getValue();
        }
        return listed == null ? business(month.atEndOfMonth().plusDays(lag)) : listed;
    }

    /** The third day after the Tuesday on which the federal government works, unless the commission said otherwise. */
    private LocalDate positions(LocalDate asOf) {
        LocalDate day = asOf;
        for (int left = 3; left > 0; left--) {
            do {
                day = day.plusDays(1);
            } while (isClosed(day) || (day.getDayOfWeek() == DayOfWeek.FRIDAY && isFixedHoliday(day.plusDays(1))));
        }
        return positions.getOrDefault(asOf, day);
    }

    /** Wednesday after the Friday; Thursday where a holiday falls on that Wednesday or earlier in its week. */
    private static LocalDate chicago(LocalDate friday) {
        LocalDate wednesday = friday.with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
        boolean holiday = isClosed(wednesday) || isClosed(wednesday.minusDays(1)) || isClosed(wednesday.minusDays(2));
        return holiday ? wednesday.plusDays(1) : wednesday;
    }

    /** A rate of a day comes out on the next day that has one, since the same market is open on both. */
    private LocalDate secured(LocalDate date) {
        LocalDate next = secured.higher(date);
        return next == null ? business(date.plusDays(1)) : next;
    }

    private static LocalDate business(LocalDate from) {
        LocalDate day = from;
        while (isClosed(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** A weekend or a holiday of the Federal Reserve, which keeps a holiday of a Sunday on Monday. */
    private static boolean isClosed(LocalDate day) {
        boolean monday = day.getDayOfWeek() == DayOfWeek.MONDAY;
        int nth = (day.getDayOfMonth() - 1) / 7 + 1;
        boolean moving = monday
                && switch (day.getMonth()) {
                    case JANUARY, FEBRUARY -> nth == 3;
                    case MAY -> day.plusDays(7).getMonth() == Month.JUNE;
                    case SEPTEMBER -> nth == 1;
                    case OCTOBER -> nth == 2;
                    default -> false;
                };
        boolean thanksgiving = day.getMonth() == Month.NOVEMBER && day.getDayOfWeek() == DayOfWeek.THURSDAY && nth == 4;
        return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()
                || moving
                || thanksgiving
                || isFixedHoliday(day)
                || (monday && isFixedHoliday(day.minusDays(1)));
    }

    private static boolean isFixedHoliday(LocalDate day) {
        return switch (day.getMonth()) {
            case JANUARY -> day.getDayOfMonth() == 1;
            case JUNE -> day.getDayOfMonth() == 19 && day.getYear() >= 2021;
            case JULY -> day.getDayOfMonth() == 4;
            case NOVEMBER -> day.getDayOfMonth() == 11;
            case DECEMBER -> day.getDayOfMonth() == 25;
            default -> false;
        };
    }

    private static List<String[]> rows(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
