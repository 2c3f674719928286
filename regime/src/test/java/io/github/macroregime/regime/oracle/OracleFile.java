package io.github.macroregime.regime.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.macroregime.core.series.Doubles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Golden files of the class path: JSON trees, and CSV columns in which an empty field is NaN. */
public final class OracleFile {

    private OracleFile() {}

    public static JsonNode json(String name) {
        try (InputStream stream = open(name)) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).isNull() ? Double.NaN : array.get(i).asDouble();
        }
        return numbers;
    }

    public static Doubles doubles(JsonNode array) {
        return Doubles.copyOf(numbers(array));
    }

    public static double[][] rows(JsonNode arrays) {
        double[][] rows = new double[arrays.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = numbers(arrays.get(i));
        }
        return rows;
    }

    public static double[] column(String name, String column) {
        List<String> lines = lines(name);
        int at = Arrays.asList(lines.get(0).split(",", -1)).indexOf(column);
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1)[at])
                .mapToDouble(field -> field.isEmpty() ? Double.NaN : Double.parseDouble(field))
                .toArray();
    }

    public static List<String> texts(String name, String column) {
        List<String> lines = lines(name);
        int at = Arrays.asList(lines.get(0).split(",", -1)).indexOf(column);
        return lines.stream().skip(1).map(line -> line.split(",", -1)[at]).toList();
    }

    private static List<String> lines(String name) {
        try (InputStream stream = open(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream stream = OracleFile.class.getResourceAsStream("/golden/" + name);
        if (stream == null) {
            throw new IllegalArgumentException("no golden file " + name);
        }
        return stream;
    }
}
