package io.github.macroregime.equities.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.StreamSupport;

/** A file of values computed elsewhere, and the largest deviation from it that a test has met. */
public final class GoldenFile {

    private final String name;
    private final JsonNode root;
    private double largest;
    private String where = "nowhere";

    private GoldenFile(String name, JsonNode root) {
        this.name = name;
        this.root = root;
    }

    public static GoldenFile read(String name) {
        try (InputStream stream = GoldenFile.class.getResourceAsStream("/golden/" + name)) {
            return new GoldenFile(name, new ObjectMapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode root() {
        return root;
    }

    public static double number(JsonNode node) {
        return Double.parseDouble(node.asText());
    }

    public static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(GoldenFile::number)
                .toArray();
    }

    public static double[][] table(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(GoldenFile::numbers)
                .toArray(double[][]::new);
    }

    public void compare(String place, double actual, JsonNode expected) {
        compare(place, actual, number(expected));
    }

    public void compare(String place, double actual, double expected) {
        double deviation = Math.abs(actual - expected);
        assertThat(deviation)
                .as("%s: %s, %s against %s", name, place, actual, expected)
                .isNotNaN();
        if (deviation > largest) {
            largest = deviation;
            where = place;
        }
    }

    public void compare(String place, double[] actual, JsonNode expected) {
        assertThat(actual).as("%s: %s", name, place).hasSize(expected.size());
        for (int i = 0; i < actual.length; i++) {
            compare(place + "[" + i + "]", actual[i], expected.get(i));
        }
    }

    public void compare(String place, double[][] actual, JsonNode expected) {
        assertThat(actual).as("%s: %s", name, place).hasNumberOfRows(expected.size());
        for (int i = 0; i < actual.length; i++) {
            compare(place + "[" + i + "]", actual[i], expected.get(i));
        }
    }

    public void within(double tolerance) {
        System.out.printf("%-45s largest deviation %.2e at %s%n", name, largest, where);
        assertThat(largest).as("%s: largest deviation, at %s", name, where).isLessThanOrEqualTo(tolerance);
    }
}
