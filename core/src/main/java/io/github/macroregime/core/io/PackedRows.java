package io.github.macroregime.core.io;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The lines of a table, kept as text and cut again when they are asked for: a string for each field would take many times
 * the size of the file.
 *
 * <p>Mutable: lines are added until the table is made of them.
 */
final class PackedRows extends AbstractList<CsvRow> implements RandomAccess {

    private static final char BETWEEN_FIELDS = '\0';
    private static final int ROWS = 1 << 10;
    private static final int FIRST_ROWS = 1 << 4;

    private final String source;
    private final TableLayout layout;
    private final List<String> header;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int[] ends = new int[FIRST_ROWS];
    private int[] lines = new int[FIRST_ROWS];
    private int size;

    PackedRows(String source, TableLayout layout, List<String> header) {
        this.source = source;
        this.layout = layout;
        this.header = header;
    }

    /** So many rows one behind the other: their fields, where each ends, and the lines of the file they stand on. */
    private record Piece(String text, Places ends, Places lines) {}

    /** Ascending numbers, in two bytes each where that suffices. */
    private static final class Places {

        private final int first;
        private final char[] above;
        private final int[] whole;

        private Places(int first, char[] above, int[] whole) {
            this.first = first;
            this.above = above;
            this.whole = whole;
        }

        static Places of(int[] ascending, int count) {
            int first = count == 0 ? 0 : ascending[0];
            if (count > 0 && ascending[count - 1] - first > Character.MAX_VALUE) {
                return new Places(0, new char[0], Arrays.copyOf(ascending, count));
            }
            char[] above = new char[count];
            for (int i = 0; i < count; i++) {
                above[i] = (char) (ascending[i] - first);
            }
            return new Places(first, above, new int[0]);
        }

        int at(int index) {
            return whole.length > 0 ? whole[index] : first + above[index];
        }
    }

    List<String> header() {
        return header;
    }

    void addLine(CsvRow line) {
        for (int i = 0; i < header.size(); i++) {
            String field = line.fields().get(i);
            if (field.indexOf(BETWEEN_FIELDS) >= 0) {
                throw line.problem("holds a NUL character; if the file is UTF-16, state the encoding");
            }
            text.append(i == 0 ? "" : BETWEEN_FIELDS).append(field);
        }
        int at = size++ % ROWS;
        if (at == ends.length) {
            ends = Arrays.copyOf(ends, 2 * at);
            lines = Arrays.copyOf(lines, 2 * at);
        }
        ends[at] = text.length();
        lines[at] = Math.toIntExact(line.line());
        if (size % ROWS == 0) {
            finishPiece(ROWS);
        }
    }

    private void finishPiece(int rows) {
        pieces.add(new Piece(text.toString(), Places.of(ends, rows), Places.of(lines, rows)));
        text.setLength(0);
    }

    PackedRows finished() {
        finishPiece(size % ROWS);
        text.trimToSize();
        ends = new int[0];
        lines = new int[0];
        return this;
    }

    @Override
    public CsvRow get(int index) {
        Objects.checkIndex(index, size);
        Piece piece = pieces.get(index / ROWS);
        int row = index % ROWS;
        String whole = piece.text()
                .substring(row == 0 ? 0 : piece.ends().at(row - 1), piece.ends().at(row));
        List<String> fields = new ArrayList<>(header.size());
        int from = 0;
        for (int to = whole.indexOf(BETWEEN_FIELDS); to >= 0; to = whole.indexOf(BETWEEN_FIELDS, from)) {
            fields.add(whole.substring(from, to));
            from = to + 1;
        }
        fields.add(whole.substring(from));
        return new CsvRow(source, piece.lines().at(row), header, fields, layout);
    }

    @Override
    public int size() {
        return size;
    }
}
