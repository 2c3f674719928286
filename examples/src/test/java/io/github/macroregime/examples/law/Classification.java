package io.github.macroregime.examples.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table of what kind each function is: the first letters of its signature, its kind, and how it is tried. Of several
 * rows that fit, the longest says.
 */
final class Classification {

    /**
     * One row.
     *
     * @param prefix how the signature starts
     * @param kind its kind
     * @param input which numbers and days it is tried with
     * @param values values in the order of parameters of a type, such as {@code int=20,3}
     */
    record Row(String prefix, Kind kind, List<String> input, List<String> values) {}

    private final List<Row> rows;
    private final Set<Row> used = new HashSet<>();

    private Classification(List<Row> rows) {
        this.rows = rows;
    }

    static Classification of(String resource) {
        try (InputStream in = Classification.class.getResourceAsStream(resource)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Classification parse(String text) {
        List<Row> rows = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String[] halves = line.split("\\s*\\|\\s*");
            List<String> options = halves.length < 3 ? List.of() : Arrays.asList(halves[2].split("\\s+"));
            rows.add(new Row(
                    halves[0],
                    Kind.valueOf(halves[1].trim()),
                    options.stream().filter(option -> !option.contains("=")).toList(),
                    options.stream().filter(option -> option.contains("=")).toList()));
        });
        return new Classification(rows);
    }

    Optional<Row> of(Method function) {
        String signature = PublicApi.signature(function);
        Optional<Row> row = rows.stream()
                .filter(each -> signature.startsWith(each.prefix()))
                .max(Comparator.comparingInt(each -> each.prefix().length()));
        row.ifPresent(used::add);
        return row;
    }

    /** The rows that no function needed so far. */
    List<String> unused() {
        return rows.stream().filter(row -> !used.contains(row)).map(Row::prefix).toList();
    }
}
