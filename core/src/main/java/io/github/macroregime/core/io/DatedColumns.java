package io.github.macroregime.core.io;

import io.github.macroregime.core.unit.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where the wanted columns of a file stand, and the rows read so far.
 *
 * <p>Mutable: rows are gathered in it.
 */
final class DatedColumns {

    private static final int SHOWN = 20;
    private static final List<String> CLOSING = List.of("value", "close", "price", "adj close");

    private final Header header;
    private final TableLayout layout;
    private final DateRule dates;
    private final NumberStyle numbers;
    private final MissingTexts missing;
    private final int dateAt;
    private final int whereAt;
    private final String where;
    private final int revisedAt;
    private final String revised;
    private final int[] valuesAt;
    private final String[] names;
    private final Unit[] units;
    private final double[] values;
    private final DatedRows rows;
    private final Set<String> passed = new TreeSet<>();
    private boolean met;

    private DatedColumns(Header header, TableLayout layout, boolean single, Problems problems) {
        this.header = header;
        this.layout = layout;
        this.dates = layout.dates();
        this.numbers = layout.numbers();
        this.missing = new MissingTexts(layout.missing());
        this.dateAt = dateAt(header, layout);
        requireHeader();
        this.whereAt = layout.where().isEmpty() ? -1 : header.at(layout.where().get(0));
        this.where = layout.where().isEmpty() ? "" : layout.where().get(1);
        this.revisedAt = layout.revised().isEmpty()
                ? -1
                : header.names().indexOf(layout.revised().get(0));
        this.revised = layout.revised().isEmpty() ? "" : layout.revised().get(1);
        List<ColumnRule.Read> all = columns();
        List<ColumnRule.Read> wanted = single ? List.of(only(all)) : all;
        this.valuesAt = wanted.stream().mapToInt(ColumnRule.Read::at).toArray();
        this.names = wanted.stream().map(ColumnRule.Read::header).toArray(String[]::new);
        this.units = wanted.stream().map(column -> unit(layout, column)).toArray(Unit[]::new);
        this.values = new double[names.length];
        this.rows = new DatedRows(
                header.line().source(),
                Header.of(
                                header.line(),
                                wanted.stream().map(ColumnRule.Read::name).toList())
                        .names(),
                List.of(units),
                problems);
    }

    /** Without a header the first row would be taken for one and lost. */
    private void requireHeader() {
        String name = header.names().get(dateAt);
        if (name.matches("[0-9]+([-/.][0-9]+)+|[0-9]{8}")) {
            throw header.line()
                    .problem("the first line is a row, with " + FileFormatException.shown(name)
                            + " in place of the name of a column: put a header above it");
        }
    }

    /** Reads the columns that a layout chooses, or only the one that is meant by the series of the file. */
    static DatedRows read(Lines lines, TableLayout layout, boolean single, Problems problems) {
        return Optional.of(lines)
                .filter(text -> PlainRows.suits(layout))
                .flatMap(Lines::bytes)
                .flatMap(bytes ->
                        new DatedColumns(TableReader.header(lines, layout), layout, single, problems).plain(bytes))
                .orElseGet(() -> readLines(lines, layout, single, problems));
    }

    /** The rows of a text of which every row is plain, empty if one is not. */
    private Optional<DatedRows> plain(Lines.Bytes bytes) {
        int[] places = new int[header.names().size()];
        Arrays.fill(places, -1);
        for (int i = 0; i < valuesAt.length; i++) {
            places[valuesAt[i]] = i;
        }
        boolean isPlain = dateAt == 0
                && valuesAt.length > 0
                && Arrays.stream(valuesAt).distinct().count() == valuesAt.length
                && addPlain(bytes, places);
        return isPlain ? Optional.of(rows.inOrder(layout.order())) : Optional.empty();
    }

    private boolean addPlain(Lines.Bytes bytes, int[] places) {
        try (InputStream text = bytes.opening().open()) {
            return new PlainRows(text, bytes.count(), layout, places, units, rows).addBelow(header.line());
        } catch (IOException e) {
            throw new UncheckedIOException(header.line().source() + ": cannot be read", e);
        }
    }

    private static DatedRows readLines(Lines lines, TableLayout layout, boolean single, Problems problems) {
        AtomicReference<DatedColumns> read = new AtomicReference<>();
        TableReader.read(lines, layout, comment -> {}, header -> {
            DatedColumns columns = new DatedColumns(header, layout, single, problems);
            read.set(columns);
            return line -> problems.over(line, columns::add);
        });
        return Objects.requireNonNull(read.get()).finish();
    }

    static int dateAt(Header header, TableLayout layout) {
        if (layout.dateColumns().isEmpty()) {
            return 0;
        }
        return layout.dateColumns().stream()
                .filter(header.names()::contains)
                .findFirst()
                .map(header.names()::indexOf)
                .orElseThrow(() -> header.absent(layout.dateColumns().get(0)));
    }

    private List<ColumnRule.Read> columns() {
        List<ColumnRule.Read> columns = new ArrayList<>();
        if (!layout.chosen().isEmpty()) {
            layout.chosen()
                    .forEach(name -> columns.add(column(header.at(name))
                            .orElseGet(() -> new ColumnRule.Read(header.at(name), name, name, null))));
            return columns;
        }
        for (int at = 0; at < header.names().size(); at++) {
            boolean other = at == dateAt || at == whereAt || at == revisedAt;
            if (!other && !header.names().get(at).matches(layout.without())) {
                column(at).ifPresent(columns::add);
            }
        }
        return columns;
    }

    private Optional<ColumnRule.Read> column(int at) {
        String name = header.names().get(at);
        Optional<ColumnRule.Read> named = ColumnRule.first(layout.columns(), at, name);
        if (named.isPresent() || layout.others() == TableLayout.OtherColumns.IGNORED) {
            return named;
        }
        if (layout.others() == TableLayout.OtherColumns.REFUSED) {
            throw header.line().problem("the column " + FileFormatException.shown(name) + " is none of this layout");
        }
        return Optional.of(new ColumnRule.Read(at, name, name, null));
    }

    private ColumnRule.Read only(List<ColumnRule.Read> columns) {
        if (columns.size() == 1) {
            return columns.get(0);
        }
        if (columns.isEmpty()) {
            throw noValues();
        }
        List<ColumnRule.Read> named =
                columns.stream().filter(column -> column.unit() != null).toList();
        Optional<ColumnRule.Read> closing = closing(named).or(() -> closing(columns));
        if (closing.isPresent()) {
            return closing.get();
        }
        boolean vintages = columns.stream().allMatch(column -> column.name().matches(".+_[0-9]{8}"));
        throw header.line()
                .problem("it is unclear which column holds the values; the header has " + header.names()
                        + (vintages ? "; these are vintages: use VintageCsv.read" : "; name one, or read a panel"));
    }

    private static Optional<ColumnRule.Read> closing(List<ColumnRule.Read> columns) {
        return CLOSING.stream()
                .flatMap(wanted ->
                        columns.stream().filter(column -> column.name().equalsIgnoreCase(wanted)))
                .findFirst();
    }

    private FileFormatException noValues() {
        return header.line()
                .problem("there is no value column; the header has " + header.names()
                        + header.line().separatorHint());
    }

    private static Unit unit(TableLayout layout, ColumnRule.Read column) {
        return column.unit() == null ? unit(layout, column.name()) : column.unit();
    }

    static Unit unit(TableLayout layout, String column) {
        return layout.unit()
                .orElseThrow(() -> new IllegalArgumentException("the unit of \"" + column
                        + "\" must be stated: layout.withUnit(...), or other columns chosen: layout.withColumns(...)"));
    }

    private void add(CsvRow line) {
        header.whole(line, layout);
        if (whereAt >= 0 && !line.text(whereAt).equals(where)) {
            if (passed.size() < SHOWN) {
                passed.add(line.text(whereAt));
            }
            return;
        }
        met = true;
        LocalDate date = line.dateOf(line.text(dateAt), header.names().get(dateAt), dates);
        for (int i = 0; i < values.length; i++) {
            values[i] = line.number(valuesAt[i], names[i], units[i], missing, numbers);
        }
        rows.add(line.line(), date, revisedAt >= 0 && line.text(revisedAt).equals(revised), values);
    }

    private DatedRows finish() {
        if (whereAt >= 0 && !met) {
            throw header.line()
                    .problem("\"" + where + "\" is absent in the column \""
                            + layout.where().get(0) + "\", which has " + passed);
        }
        if (met && values.length == 0) {
            throw noValues();
        }
        return rows.inOrder(layout.order());
    }
}
