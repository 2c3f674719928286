package io.github.macroregime.regime.page;

import io.github.macroregime.regime.section.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The cells of a table taken apart: numbers in columns of numbers, and beside them what else a cell says. */
final class TableCells {

    private static final String NUMBER = "([+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)";
    private static final Pattern CELL = Pattern.compile(
            "(?:" + NUMBER + "(?: \\[" + NUMBER + ", " + NUMBER + "])?(?: \\(" + NUMBER + "\\))?)?(.*)",
            Pattern.DOTALL);
    private static final List<String> PARTS = List.of("", " low", " high", " bracket", " text");
    private static final int TEXT = PARTS.size() - 1;

    private final List<String> header = new ArrayList<>();
    private final List<List<String>> rows;

    TableCells(Table table) {
        rows = table.rows().stream().<List<String>>map(row -> new ArrayList<>()).toList();
        Map<String, Integer> seen = new HashMap<>();
        for (int column = 0; column < table.columns().size(); column++) {
            String title = table.columns().get(column).title();
            int count = seen.merge(title, 1, Integer::sum);
            String unique = count == 1 ? title : title + " " + count;
            int at = column;
            List<String> cells = table.rows().stream().map(row -> row.get(at)).toList();
            if (table.columns().get(column).number()) {
                addNumbers(unique, cells.stream().map(TableCells::parts).toList());
            } else {
                header.add(unique);
                IntStream.range(0, rows.size()).forEach(row -> rows.get(row).add(cells.get(row)));
            }
        }
    }

    private void addNumbers(String title, List<List<String>> cells) {
        for (int part = 0; part < PARTS.size(); part++) {
            int of = part;
            if (of == 0 || cells.stream().anyMatch(cell -> !cell.get(of).isEmpty())) {
                header.add(title + PARTS.get(of));
                IntStream.range(0, rows.size())
                        .forEach(row -> rows.get(row).add(cells.get(row).get(of)));
            }
        }
    }

    /** The number, both ends of its interval, the number in brackets and the text; empty where there is none. */
    private static List<String> parts(String cell) {
        Matcher matcher = CELL.matcher(cell);
        if (!matcher.matches()) {
            return List.of("", "", "", "", cell);
        }
        List<String> parts = IntStream.rangeClosed(1, TEXT)
                .mapToObj(group -> plain(matcher.group(group)))
                .collect(Collectors.toCollection(ArrayList::new));
        String rest = matcher.group(PARTS.size()).strip();
        parts.add(rest.equals("-") ? "" : rest);
        return parts;
    }

    private static String plain(@Nullable String number) {
        return number == null ? "" : number.replace(",", "").replace("+", "");
    }

    List<String> header() {
        return header;
    }

    List<List<String>> rows() {
        return rows;
    }
}
