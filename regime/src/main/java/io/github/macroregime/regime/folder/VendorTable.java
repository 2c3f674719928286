package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A table of dated values as vendors write it, understood by its header: which column holds the values of which name.
 *
 * <p>Shapes: a date and one value column, or the columns of a bar, where the name of the file is that of the series;
 * a date and a column for each name; a line for each date and name, with a column {@code ticker} or {@code symbol};
 * frames of yfinance, of which the header has a line of prices and one of tickers in either order. A file is read
 * once.
 */
final class VendorTable {

    /** The name of a column whose series is called as the file. */
    static final String FILE = "";

    private static final List<String> VALUES = List.of("value", "close", "adj close", "adj_close", "price", "last");
    private static final Set<String> BAR =
            Set.of("open", "high", "low", "volume", "vol.", "dividends", "stock splits", "capital gains", "repaired?");
    private static final Set<String> TICKERS = Set.of("ticker", "symbol");
    private static final Set<String> DATES =
            Set.of("date", "datetime", "observation_date", "timestamp", "time", "day", "");
    private static final Set<String> REPEATED_HEADER = Set.of("Price", "Ticker", "Date", "Datetime");
    private static final Set<String> MISSING = Set.of("", ".", "null", "NaN", "nan", "NA", "#N/A");
    private static final int MOST_LEVELS = 4;

    private final String source;
    private final String text;
    private final int body;
    private final int width;
    private final String dateColumn;
    private final Map<String, Integer> columns;
    private final Map<String, Integer> headers;
    private final int tickerColumn;
    private final Map<String, Cells> cells = new HashMap<>();
    private final Map<List<Object>, TimeSeries> made = new HashMap<>();

    /** Where dates and values stand as they were written, with their lines. */
    private record Cells(List<String> dates, List<String> values, List<Integer> lines) {

        static Cells none() {
            return new Cells(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void add(String date, String value, int line) {
            dates.add(date);
            values.add(value);
            lines.add(line);
        }
    }

    private VendorTable(
            String source, String text, int body, List<String> header, Map<String, Integer> columns, int tickers) {
        this.source = source;
        this.text = text;
        this.body = body;
        this.width = header.size();
        this.dateColumn = header.get(0);
        this.columns = columns;
        this.tickerColumn = tickers;
        this.headers = new HashMap<>();
        for (int i = 1; i < header.size(); i++) {
            headers.putIfAbsent(header.get(i).toLowerCase(Locale.ROOT), i);
        }
    }

    static VendorTable read(Path file) {
        return parse(file.toString(), text(file));
    }

    private static String text(Path file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new FileFormatException(file.toString(), 1, "the file is not UTF-8 text");
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    static VendorTable parse(String source, String text) {
        List<Integer> written = new ArrayList<>();
        List<List<String>> top = new ArrayList<>();
        Iterator<String> lines = text.lines().iterator();
        for (int number = 1; lines.hasNext() && top.size() < MOST_LEVELS; number++) {
            String line = lines.next();
            if (isWritten(line)) {
                written.add(number);
                top.add(split(source, line, number));
            }
        }
        if (written.isEmpty()) {
            throw new FileFormatException(source, 1, "the file has no header line");
        }
        for (int level = 1; level < top.size(); level++) {
            if (isDateLine(top.get(level))) {
                return frame(source, text, written.get(level), top.subList(0, level));
            }
        }
        return flat(source, text, written.get(0), top.get(0));
    }

    private static boolean isWritten(String line) {
        return !line.isBlank() && line.charAt(0) != '#';
    }

    /** The last header line of a frame names the dates and nothing else. */
    private static boolean isDateLine(List<String> fields) {
        return fields.size() > 1
                && REPEATED_HEADER.contains(fields.get(0))
                && fields.stream().skip(1).allMatch(String::isEmpty);
    }

    private static VendorTable frame(String source, String text, int body, List<List<String>> levels) {
        List<String> prices = levels.stream()
                .filter(level -> level.stream().skip(1).allMatch(VendorTable::isPrice))
                .findFirst()
                .orElseThrow(() -> new FileFormatException(source, 1, "no header line of the frame names the prices"));
        Map<String, Integer> columns = new LinkedHashMap<>();
        Optional<List<String>> tickers = levels.stream()
                .filter(level -> !level.stream().skip(1).allMatch(VendorTable::isPrice))
                .findFirst();
        for (String value : VALUES) {
            for (int i = 1; i < prices.size(); i++) {
                if (prices.get(i).equalsIgnoreCase(value)) {
                    columns.putIfAbsent(tickers.isPresent() ? key(tickers.get().get(i)) : FILE, i);
                }
            }
        }
        List<String> header = new ArrayList<>(prices);
        header.set(0, "Date");
        return new VendorTable(source, text, body, header, columns, -1);
    }

    private static boolean isPrice(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return VALUES.contains(lower) || BAR.contains(lower);
    }

    private static VendorTable flat(String source, String text, int body, List<String> header) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        List<String> lower =
                header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        int tickers = IntStream.range(1, lower.size())
                .filter(i -> TICKERS.contains(lower.get(i)))
                .findFirst()
                .orElse(-1);
        VALUES.stream()
                .filter(lower.subList(1, lower.size())::contains)
                .findFirst()
                .ifPresent(value ->
                        columns.put(FILE, 1 + lower.subList(1, lower.size()).indexOf(value)));
        if (columns.isEmpty()) {
            for (int i = 1; i < header.size(); i++) {
                if (columns.put(name(header.get(i)), i) != null) {
                    throw new FileFormatException(
                            source, 1, "the header repeats the column " + Words.quoted(header.get(i)));
                }
            }
            if (header.size() == 2) {
                columns.put(FILE, 1);
            }
        }
        return new VendorTable(source, text, body, header, columns, columns.containsKey(FILE) ? tickers : -1);
    }

    /** The name in a header of a wide table, without the word that says it is a close. */
    private static String name(String header) {
        return key(header.replaceFirst("(?i)^(adj )?close[ _]|[ _](adj )?close$", ""));
    }

    /** A name as it is compared: vendors and file systems write some characters differently. */
    static String key(String name) {
        return name.strip().toUpperCase(Locale.ROOT).replaceFirst("^\\^", "").replaceAll("[-=. ]", "_");
    }

    boolean isDated() {
        return DATES.contains(dateColumn.toLowerCase(Locale.ROOT));
    }

    /** What stands in the file: the names of its header or lines, and {@link #FILE} where only the file has a name. */
    Set<String> names() {
        if (tickerColumn < 0) {
            return columns.keySet();
        }
        load(List.of());
        return cells.keySet();
    }

    /** The header behind the dates, for messages. */
    Set<String> header() {
        return headers.keySet();
    }

    /** Takes the cells of some names from the text in one pass, or of all if there is a column of names. */
    void load(Collection<String> wanted) {
        Map<String, Integer> open = new LinkedHashMap<>();
        wanted.stream()
                .filter(name -> columns.containsKey(name) && !cells.containsKey(name))
                .forEach(name -> open.put(name, columns.get(name)));
        if (tickerColumn >= 0 ? cells.isEmpty() : !open.isEmpty()) {
            pass(open);
        }
    }

    private void pass(Map<String, Integer> open) {
        open.keySet().forEach(name -> cells.put(name, Cells.none()));
        Iterator<String> lines = text.lines().iterator();
        for (int number = 1; lines.hasNext(); number++) {
            String line = lines.next();
            List<String> fields = number > body && isWritten(line) ? split(source, line, number) : List.of();
            if (fields.stream().allMatch(String::isEmpty) || REPEATED_HEADER.contains(fields.get(0))) {
                continue;
            }
            if (fields.size() != width) {
                throw new FileFormatException(
                        source, number, "expected " + width + " fields but found " + fields.size());
            }
            if (tickerColumn >= 0) {
                cells.computeIfAbsent(key(fields.get(tickerColumn)), name -> Cells.none())
                        .add(fields.get(0), fields.get(columns.getOrDefault(FILE, 0)), number);
            }
            for (Map.Entry<String, Integer> column : open.entrySet()) {
                cells.getOrDefault(column.getKey(), Cells.none())
                        .add(fields.get(0), fields.get(column.getValue()), number);
            }
        }
    }

    /** The series of a name, every line of it read when it is first asked for. */
    TimeSeries series(String name, Unit unit, Optional<ZoneId> zone) {
        return made.computeIfAbsent(List.of(name, unit, zone), key -> make(name, unit, zone));
    }

    private TimeSeries make(String name, Unit unit, Optional<ZoneId> zone) {
        load(List.of(name));
        Cells found = cells.getOrDefault(name, Cells.none());
        TreeMap<LocalDate, Double> values = new TreeMap<>();
        for (int i = 0; i < found.dates().size(); i++) {
            int line = found.lines().get(i);
            LocalDate day = Stamp.day(source, line, found.dates().get(i), zone);
            if (values.put(day, value(found.values().get(i), unit, line)) != null) {
                throw new FileFormatException(source, line, "the date " + day + " is repeated");
            }
        }
        return TimeSeries.of(
                DateIndex.copyOf(values.keySet()),
                values.values().stream().mapToDouble(Double::doubleValue).toArray(),
                unit);
    }

    /** The series of a column by its header, whatever the names of the others. */
    TimeSeries column(String header, Unit unit, Optional<ZoneId> zone) {
        if (tickerColumn >= 0) {
            return series(key(header), unit, zone);
        }
        if (columns.containsKey(key(header))) {
            return series(key(header), unit, zone);
        }
        Integer at = headers.get(header.toLowerCase(Locale.ROOT));
        if (at == null) {
            throw new FileFormatException(
                    source,
                    1,
                    "the column " + Words.quoted(header) + " is absent" + Words.suggestion(header, headers.keySet()));
        }
        String name = "column " + header;
        if (!cells.containsKey(name)) {
            pass(Map.of(name, at));
        }
        return series(name, unit, zone);
    }

    private double value(String text, Unit unit, int line) {
        try {
            return MISSING.contains(text) ? Double.NaN : unit.parse(text);
        } catch (NumberFormatException e) {
            throw new FileFormatException(source, line, Words.quoted(text) + " is not a decimal number");
        }
    }

    /** The stripped fields of a line; a field in quotes may hold commas, and quotes written twice. */
    private static List<String> split(String source, String line, int number) {
        List<String> fields = new ArrayList<>();
        if (line.indexOf('"') < 0) {
            int from = 0;
            for (int to = line.indexOf(','); to >= 0; to = line.indexOf(',', from)) {
                fields.add(line.substring(from, to).strip());
                from = to + 1;
            }
            fields.add(line.substring(from).strip());
            return fields;
        }
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (quoted) {
            throw new FileFormatException(source, number, "a quotation mark is not closed");
        }
        fields.add(field.toString().strip());
        return fields;
    }
}
