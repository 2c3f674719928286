package io.github.macroregime.examples;

import io.github.macroregime.regime.report.MacroStatement;
import io.github.macroregime.regime.report.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What every statement said on every day: the table {@code history.csv}, one line for each day and statement.
 *
 * <p>The first line names the version. Fields with a comma or a quotation mark stand in quotation marks. Days and, on a
 * day, statements stand in the order of the reports, so that the same reports make the same bytes.
 */
final class History {

    static final int VERSION = 1;

    private static final String MARK = "# macro-regime history, version ";
    private static final String HEADER = "date,topic,subject,unit,value,state";
    private static final Set<String> BARE = Set.of("fraction", "count", "price");
    private static final Set<Topic> PASSING = Set.of(Topic.MOVES, Topic.CATALYSTS, Topic.EVENT_MATRIX);
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final int FIELDS = 6;
    private static final int PLACES = 6;
    private static final double MILLION = 1e6;
    private static final long LARGEST_EXACT = 1_000_000_000_000L;
    private static final int SHOWN_DIGITS = 5;

    private final NavigableMap<LocalDate, List<Row>> days = new TreeMap<>();
    private final Map<String, String> words = new HashMap<>();

    /**
     * What one statement said on one day.
     *
     * @param topic what it is about
     * @param subject what of it
     * @param unit the unit of the number
     * @param value the number as it is quoted, rounded to a millionth; NaN if it is not defined
     * @param state the state
     */
    record Row(Topic topic, String subject, String unit, double value, String state) {

        /** The number with its unit for a reader. */
        String number() {
            if (Double.isNaN(value)) {
                return "undefined";
            }
            return BARE.contains(unit) ? shown(value) : shown(value) + " " + unit;
        }

        /** Topic and subject, which name the statement on every day. */
        Key key() {
            return new Key(topic, subject);
        }
    }

    /** What names a statement on every day. */
    record Key(Topic topic, String subject) {

        @Override
        public String toString() {
            return topic.title() + ": " + subject;
        }
    }

    /** A state that is another one than on the day before. */
    record Turn(Row before, Row after) {

        /** Which statement turned, from what to what, and its number now. */
        @Override
        public String toString() {
            return after.key() + ": from " + before.state() + " to " + after.state() + " (" + after.number() + ")";
        }
    }

    /** The rows of what a report says. */
    static List<Row> rows(List<MacroStatement> statements) {
        return statements.stream().map(History::row).toList();
    }

    private static Row row(MacroStatement statement) {
        return new Row(
                statement.topic(),
                statement.subject(),
                statement.figure().unit().toString(),
                statement.figure().rounded(),
                statement.state());
    }

    NavigableMap<LocalDate, List<Row>> days() {
        return days;
    }

    void put(LocalDate day, List<Row> rows) {
        days.put(day, rows.stream().map(this::sharingWords).toList());
    }

    /** Subjects, units and states recur on thousands of days: each is kept once. */
    private Row sharingWords(Row row) {
        return new Row(row.topic(), word(row.subject()), word(row.unit()), row.value(), word(row.state()));
    }

    private String word(String text) {
        return words.computeIfAbsent(text, each -> each);
    }

    /** Which states of a day are other ones than on the day before in this history; the moves of a day are no states. */
    List<Turn> turned(LocalDate day) {
        Map.Entry<LocalDate, List<Row>> before = days.lowerEntry(day);
        if (before == null) {
            return List.of();
        }
        Map<Key, Row> earlier = new HashMap<>();
        before.getValue().forEach(row -> earlier.put(row.key(), row));
        List<Turn> turns = new ArrayList<>();
        for (Row row : days.getOrDefault(day, List.of())) {
            Row old = earlier.get(row.key());
            if (row.topic() != Topic.MOVES && old != null && !old.state().equals(row.state())) {
                turns.add(new Turn(old, row));
            }
        }
        return turns;
    }

    /** What the day before said and a day no longer says, since an input went stale or away; moves and events come and go. */
    List<Key> silent(LocalDate day) {
        Set<Key> said = days.getOrDefault(day, List.of()).stream().map(Row::key).collect(Collectors.toSet());
        return Optional.ofNullable(days.lowerEntry(day)).stream()
                .flatMap(before -> before.getValue().stream())
                .map(Row::key)
                .filter(key -> !PASSING.contains(key.topic()) && !said.contains(key))
                .toList();
    }

    /** A number with five digits, or all before the point. */
    private static String shown(double value) {
        BigDecimal number = new BigDecimal(value);
        int places = Math.max(0, Math.min(PLACES, SHOWN_DIGITS - number.precision() + number.scale()));
        BigDecimal rounded = number.setScale(places, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Writes the table. */
    void writeTo(Writer writer) throws IOException {
        writer.write(MARK + VERSION + "\n" + HEADER + "\n");
        for (Map.Entry<LocalDate, List<Row>> day : days.entrySet()) {
            String date = day.getKey().toString();
            for (Row row : day.getValue()) {
                writer.write(date);
                writer.write(',');
                writer.write(row.topic().name());
                for (String field : List.of(row.subject(), row.unit(), number(row.value()), row.state())) {
                    writer.write(',');
                    writer.write(quoted(field));
                }
                writer.write('\n');
            }
        }
    }

    /** The same digits on every Java: those of {@code Double.toString} differ from version to version. */
    private static String number(double value) {
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            return "";
        }
        long millionths = Math.round(value * MILLION);
        // The nearest number to so many millionths is no nearer to others.
        BigDecimal rounded = Math.abs(millionths) < LARGEST_EXACT && millionths / MILLION == value
                ? BigDecimal.valueOf(millionths, PLACES)
                : new BigDecimal(value).setScale(PLACES, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String quoted(String field) {
        return field.indexOf(',') < 0 && field.indexOf('"') < 0 && field.indexOf('\n') < 0 && field.indexOf('\r') < 0
                ? field
                : '"' + LINE_END.matcher(field).replaceAll(" ").replace("\"", "\"\"") + '"';
    }

    /**
     * Reads the table.
     *
     * @param file the table; an absent one is empty
     * @return the history
     * @throws IllegalArgumentException if the version is not known or a line cannot be read; the message names it
     */
    static History read(Path file) throws IOException {
        History history = new History();
        if (!Files.exists(file)) {
            return history;
        }
        Disk.requireFile(file);
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            requireVersion(file, reader.readLine());
            int number = 2;
            if (!HEADER.equals(reader.readLine())) {
                throw new IllegalArgumentException(file + ":" + number + " must be " + HEADER);
            }
            Map<String, LocalDate> dates = new HashMap<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                history.add(file, ++number, line, dates);
            }
            requireEnd(file, number);
        }
        history.requireDistinct(file);
        return history;
    }

    /** A file that was cut within its last line may still have all fields there. */
    private static void requireEnd(Path file, int number) throws IOException {
        try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            bytes.position(bytes.size() - 1);
            if (bytes.read(last) != 1 || last.get(0) != '\n') {
                throw new IllegalArgumentException(file + ":" + number + ": the line is cut: it has no end");
            }
        }
    }

    private void requireDistinct(Path file) {
        days.forEach((day, rows) -> {
            Set<Key> keys = new HashSet<>();
            for (Row row : rows) {
                if (!keys.add(row.key())) {
                    throw new IllegalArgumentException(file + ": " + day + " says \"" + row.key() + "\" twice");
                }
            }
        });
    }

    private static void requireVersion(Path file, @Nullable String line) {
        if (line == null || !line.startsWith(MARK)) {
            throw new IllegalArgumentException(file + ":1 must begin with \"" + MARK.strip() + "\": it is no history");
        }
        String version = line.substring(MARK.length());
        if (!version.equals(Integer.toString(VERSION))) {
            throw new IllegalArgumentException(file + " is of version " + version + " but this program reads version "
                    + VERSION + "; nothing was changed");
        }
    }

    private void add(Path file, int number, String line, Map<String, LocalDate> dates) {
        try {
            List<String> fields = fields(line);
            if (fields.size() != FIELDS) {
                throw new IllegalArgumentException("expected " + FIELDS + " fields but found " + fields.size());
            }
            LocalDate date =
                    dates.computeIfAbsent(fields.get(0), text -> DataFolder.requireReportable(LocalDate.parse(text)));
            double value = fields.get(4).isEmpty() ? Double.NaN : value(fields.get(4));
            days.computeIfAbsent(date, day -> new ArrayList<>())
                    .add(new Row(
                            Topic.valueOf(fields.get(1)),
                            word(fields.get(2)),
                            word(fields.get(3)),
                            value,
                            word(fields.get(5))));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ":" + number + ": " + e.getMessage(), e);
        }
    }

    /** A number as it is written here: digits and a point. */
    private static double value(String text) {
        boolean plain = text.chars().allMatch(each -> (each >= '0' && each <= '9') || each == '.' || each == '-');
        if (!plain) {
            throw new IllegalArgumentException("\"" + text + "\" is no number");
        }
        return Double.parseDouble(text);
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>(FIELDS);
        int from = 0;
        while (from <= line.length()) {
            boolean isQuoted = from < line.length() && line.charAt(from) == '"';
            int end = isQuoted ? closing(line, from + 1) : line.indexOf(',', from);
            int stop = end < 0 ? line.length() : end;
            if (isQuoted && (end < 0 || (end + 1 < line.length() && line.charAt(end + 1) != ','))) {
                throw new IllegalArgumentException("a quotation mark is not closed at the end of its field");
            }
            fields.add(isQuoted ? line.substring(from + 1, stop).replace("\"\"", "\"") : line.substring(from, stop));
            from = isQuoted ? stop + 2 : stop + 1;
        }
        return fields;
    }

    /** The quotation mark that ends a field: the first that is not doubled. */
    private static int closing(String line, int from) {
        int mark = line.indexOf('"', from);
        while (mark >= 0 && mark + 1 < line.length() && line.charAt(mark + 1) == '"') {
            mark = line.indexOf('"', mark + 2);
        }
        return mark;
    }
}
