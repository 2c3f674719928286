package io.github.macroregime.core.stats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A golden file of numbers in columns: comment lines, one line of names, then rows; an empty cell is NaN. */
final class GoldenTable {

    private final List<String> names;
    private final List<String[]> rows;

    private GoldenTable(List<String> names, List<String[]> rows) {
        this.names = names;
        this.rows = rows;
    }

    static GoldenTable read(String path) {
        List<String[]> rows = text(path)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(",", -1))
                .toList();
        return new GoldenTable(Arrays.asList(rows.get(0)), new ArrayList<>(rows.subList(1, rows.size())));
    }

    static String text(String path) {
        try (InputStream in =
                Objects.requireNonNull(GoldenTable.class.getResourceAsStream("/golden/" + path), "golden/" + path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return rows.size();
    }

    List<String> names() {
        return names;
    }

    String cell(int row, String name) {
        return rows.get(row)[column(name)];
    }

    double[] numbers(String name) {
        int column = column(name);
        return rows.stream().mapToDouble(row -> number(row[column])).toArray();
    }

    private int column(String name) {
        int column = names.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("no column " + name + " in " + names);
        }
        return column;
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}
