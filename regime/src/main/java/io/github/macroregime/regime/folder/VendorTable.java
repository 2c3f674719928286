package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.io.TableFile;
import io.github.macroregime.core.io.TableLayout;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table of dated values as vendors write it, laid out as its header asks for: which column holds the values of which
 * name.
 *
 * <p>Shapes: a date and one value column, or the columns of a bar, where the name of the file is that of the series;
 * a date and a column for each name; a line for each date and name, with a column {@code ticker} or {@code symbol};
 * frames of yfinance, of which the header has a line of prices and one of tickers in either order.
 */
final class VendorTable {

    /** The name of a column whose series is called as the file. */
    static final String FILE = "";

    static final List<String> VALUES = List.of("value", "close", "adj close", "adj_close", "price", "last", "rate");

    private static final LocalTime NEXT_SESSION = LocalTime.of(17, 0);

    private static final Pattern CLOSE = Pattern.compile("(?i)^(adj )?close[ _]|[ _](adj )?close$");
    private static final Pattern ALIKE = Pattern.compile("[-=. ]");

    private final TableFile file;
    private final VendorLayout layout;
    private final List<String> header;
    private final Map<String, String> columns;
    private final Map<String, String> tickers;
    private final Map<Key, TimeSeries> made = new HashMap<>();

    VendorTable(TableFile file) {
        this.file = file;
        this.layout = VendorLayout.of(file);
        this.header = file.header(layout.table()).stream()
                .filter(name -> !name.equals(layout.dateColumn()))
                .toList();
        this.columns = layout.isFrame() ? ofFrame() : ofHeader();
        this.tickers = tickers();
    }

    /** What a series is read in: its unit, and the time zone of the exchange for rows with a time of day. */
    record Reading(Unit unit, Optional<ZoneId> zone) {}

    private record Key(String text, Reading reading) {}

    private Map<String, String> ofFrame() {
        Map<String, String> closes = new LinkedHashMap<>();
        for (String value : VALUES) {
            for (String column : header) {
                String lower = column.toLowerCase(Locale.ROOT);
                if (lower.equals(value)) {
                    closes.putIfAbsent(
                            layout.frameTicker().map(VendorTable::key).orElse(FILE), column);
                } else if (lower.endsWith(" " + value) && !lower.endsWith(" adj " + value)) {
                    closes.putIfAbsent(key(column.substring(0, column.length() - value.length() - 1)), column);
                }
            }
        }
        return closes;
    }

    private Map<String, String> ofHeader() {
        Optional<String> value = layout.valueColumn()
                .or(() -> VALUES.stream()
                        .flatMap(each -> header.stream().filter(each::equalsIgnoreCase))
                        .findFirst());
        if (value.isPresent()) {
            return Map.of(FILE, value.get());
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (String column : header) {
            if (found.put(layout.names().getOrDefault(column, name(column)), column) != null) {
                throw new FileFormatException(
                        file.source(), 1, "the header repeats the column " + Words.quoted(column));
            }
        }
        if (header.size() == 1) {
            found.put(FILE, header.get(0));
        }
        return found;
    }

    /** The tickers of the lines by the names they are compared with. */
    private Map<String, String> tickers() {
        Map<String, String> found = new LinkedHashMap<>();
        Set<String> met = new HashSet<>();
        layout.tickerColumn()
                .filter(column -> columns.containsKey(FILE))
                .ifPresent(column -> file.table(layout.table())
                        .rows()
                        .forEach(row -> row.optionalText(column)
                                .filter(met::add)
                                .ifPresent(ticker -> found.putIfAbsent(key(ticker), ticker))));
        return found;
    }

    /** The name in a header of a wide table, without the word that says it is a close. */
    private static String name(String column) {
        return key(CLOSE.matcher(column).replaceFirst(""));
    }

    /** A name as it is compared: vendors and file systems write some characters differently. */
    static String key(String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        return ALIKE.matcher(upper.startsWith("^") ? upper.substring(1) : upper).replaceAll("_");
    }

    boolean isDated() {
        return layout.isDated();
    }

    /** What stands in the file: the names of its header or lines, and {@link #FILE} where only the file has a name. */
    Set<String> names() {
        return isLong() ? tickers.keySet() : columns.keySet();
    }

    private boolean isLong() {
        return layout.tickerColumn().isPresent() && columns.containsKey(FILE);
    }

    /** The header behind the dates, for messages. */
    List<String> header() {
        return header;
    }

    /** Reads several columns of a wide table together; one that cannot be read so is read, or refused, when asked for. */
    void load(Map<String, Reading> known) {
        Map<Optional<ZoneId>, List<Key>> zones = known.entrySet().stream()
                .filter(each -> !isLong() && columns.containsKey(each.getKey()))
                .map(each -> new Key(at(each.getKey()), each.getValue()))
                .collect(Collectors.groupingBy(key -> key.reading().zone()));
        zones.forEach((zone, keys) -> {
            if (keys.size() > 1) {
                load(in(zone), keys);
            }
        });
    }

    /** Reads a series that will be asked for; one that cannot be read is refused then. */
    void prepare(String name, Reading reading) {
        try {
            var unused = series(name, reading);
        } catch (IllegalArgumentException e) {
            return;
        }
    }

    private void load(TableLayout zoned, List<Key> keys) {
        TableLayout wanted = zoned.withColumns(keys.stream().map(Key::text).toArray(String[]::new));
        for (Key key : keys) {
            wanted = wanted.withColumn(Pattern.quote(key.text()), key.reading().unit());
        }
        try {
            List<NamedSeries> read = file.panel(wanted).all();
            for (int i = 0; i < keys.size(); i++) {
                made.put(keys.get(i), read.get(i).series());
            }
        } catch (FileFormatException e) {
            keys.forEach(made::remove);
        }
    }

    private TableLayout in(Optional<ZoneId> zone) {
        return zone.map(each -> layout.table().withTimeZone(each).withSessionStart(NEXT_SESSION))
                .orElse(layout.table());
    }

    private String at(String name) {
        return Objects.requireNonNull(columns.get(name), name);
    }

    /** The series of a name, every line of it read when it is first asked for. */
    TimeSeries series(String name, Reading reading) {
        if (!isLong()) {
            return ofColumn(at(name), reading);
        }
        String ticker = Objects.requireNonNull(tickers.get(name), name);
        return made.computeIfAbsent(
                new Key(ticker, reading),
                key -> read(
                        in(reading.zone()).where(layout.tickerColumn().orElseThrow(), ticker),
                        at(FILE),
                        reading.unit()));
    }

    private TimeSeries ofColumn(String column, Reading reading) {
        return made.computeIfAbsent(new Key(column, reading), key -> read(in(reading.zone()), column, reading.unit()));
    }

    private TimeSeries read(TableLayout zoned, String column, Unit unit) {
        return file.panel(zoned.withUnit(unit).withColumns(column)).all().get(0).series();
    }

    /** The series of a column by its header, whatever the names of the others. */
    TimeSeries column(String name, Reading reading) {
        if (names().contains(key(name))) {
            return series(key(name), reading);
        }
        return header.stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .map(column -> ofColumn(column, reading))
                .orElseThrow(() -> new FileFormatException(
                        file.source(),
                        1,
                        "the column " + Words.quoted(name) + " is absent" + Words.suggestion(name, header)));
    }
}
