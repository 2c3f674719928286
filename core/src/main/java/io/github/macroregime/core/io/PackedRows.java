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
    private static final int PIECE = 1 << 16;
    private static final int FIRST_CAPACITY = 64;

    private final String source;
    private final TableLayout layout;
    private final List<String> header;
    private final List<String> pieces = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();
    private int size;
    private int[] pieceOf = new int[FIRST_CAPACITY];
    private int[] ends = new int[FIRST_CAPACITY];
    private int[] lines = new int[FIRST_CAPACITY];

    PackedRows(String source, TableLayout layout, List<String> header) {
        this.source = source;
        this.layout = layout;
        this.header = header;
    }

    List<String> header() {
        return header;
    }

    void addLine(CsvRow line) {
        if (size == ends.length) {
            pieceOf = Arrays.copyOf(pieceOf, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            lines = Arrays.copyOf(lines, 2 * size);
        }
        for (int i = 0; i < header.size(); i++) {
            String field = line.fields().get(i);
            if (field.indexOf(BETWEEN_FIELDS) >= 0) {
                throw line.problem("holds a NUL character; if the file is UTF-16, state the encoding");
            }
            piece.append(i == 0 ? "" : BETWEEN_FIELDS).append(field);
        }
        pieceOf[size] = pieces.size();
        ends[size] = piece.length();
        lines[size++] = Math.toIntExact(line.line());
        if (piece.length() > PIECE) {
            pieces.add(piece.toString());
            piece.setLength(0);
        }
    }

    PackedRows finished() {
        pieces.add(piece.toString());
        piece.setLength(0);
        piece.trimToSize();
        return this;
    }

    @Override
    public CsvRow get(int index) {
        Objects.checkIndex(index, size);
        boolean first = index == 0 || pieceOf[index - 1] < pieceOf[index];
        String text = pieces.get(pieceOf[index]).substring(first ? 0 : ends[index - 1], ends[index]);
        List<String> fields = new ArrayList<>(header.size());
        int from = 0;
        for (int to = text.indexOf(BETWEEN_FIELDS); to >= 0; to = text.indexOf(BETWEEN_FIELDS, from)) {
            fields.add(text.substring(from, to));
            from = to + 1;
        }
        fields.add(text.substring(from));
        return new CsvRow(source, lines[index], header, fields, layout);
    }

    @Override
    public int size() {
        return size;
    }
}
