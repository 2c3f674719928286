package io.github.macroregime.core.io;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header of a file and hands on the lines below it, each with the names of its columns.
 *
 * <p>Mutable: it is handed one line after the other.
 */
final class TableReader {

    private final TableLayout layout;
    private final Function<Header, Consumer<CsvRow>> body;
    private final List<CsvRow> above = new ArrayList<>();
    private int skipped;
    private String start = "";
    private @Nullable Header header;
    private Consumer<CsvRow> rows = row -> {};

    private TableReader(TableLayout layout, Function<Header, Consumer<CsvRow>> body) {
        this.layout = layout;
        this.body = body;
    }

    /** The lines below the header go where a function of the header says. */
    static void read(
            Lines lines, TableLayout layout, Consumer<String> comments, Function<Header, Consumer<CsvRow>> body) {
        TableReader reader = new TableReader(layout, body);
        lines.cut(layout, comments, reader::accept);
        reader.finish(lines.source());
    }

    /** The names of the columns; no line below them is read. */
    static Header header(Lines lines, TableLayout layout) {
        AtomicReference<Header> found = new AtomicReference<>();
        TableReader reader = new TableReader(layout, header -> {
            found.set(header);
            return line -> {};
        });
        lines.cut(layout, comment -> {}, line -> reader.accept(line) && found.get() == null);
        reader.finish(lines.source());
        return Objects.requireNonNull(found.get());
    }

    private boolean accept(CsvRow line) {
        if (skipped < layout.skippedLines()) {
            skipped++;
            return true;
        }
        if (line.isBlank()) {
            return header == null || !layout.endsAtBlankLine();
        }
        if (header == null) {
            return head(line);
        }
        below(line);
        return true;
    }

    private boolean head(CsvRow line) {
        start = start.isEmpty() ? line.whole() : start;
        if (layout.tickerHeader()) {
            if (above.isEmpty() || Header.continues(above.get(0), line)) {
                above.add(line);
            } else {
                begin(Header.ofTickers(above));
                below(line);
            }
        } else if (line.texts().containsAll(layout.header())) {
            begin(Header.of(line, layout));
        }
        return true;
    }

    private void begin(Header found) {
        header = found;
        rows = body.apply(found);
    }

    private void below(CsvRow line) {
        if (layout.passedOver().isEmpty() || !layout.passedOver().contains(line.text(0))) {
            rows.accept(line);
        }
    }

    private void finish(String source) {
        if (header == null && !above.isEmpty()) {
            begin(Header.ofTickers(above));
        }
        if (header == null) {
            throw new FileFormatException(
                    source,
                    1,
                    "the file has no header line"
                            + (layout.header().isEmpty() ? "" : " with " + layout.header())
                            + (start.isEmpty() ? "" : "; it begins with " + FileFormatException.shown(start)));
        }
    }

    static TimeSeries series(Lines lines, TableLayout layout, Problems problems) {
        if (layout.monthsAcross()) {
            return MonthsAcross.read(lines, layout, problems);
        }
        return DatedColumns.read(lines, layout, true, problems).toSeries();
    }

    static Panel panel(Lines lines, TableLayout layout, Problems problems) {
        if (layout.monthsAcross()) {
            return Panel.onAllDates(MonthsAcross.read(lines, layout, problems).named("value"));
        }
        return DatedColumns.read(lines, layout, false, problems).toPanel();
    }
}
