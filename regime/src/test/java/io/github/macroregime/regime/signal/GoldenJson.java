package io.github.macroregime.regime.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A golden file of named numbers; it keeps the largest deviation of what was compared. */
public final class GoldenJson {

    private final String name;
    private final JsonNode root;
    private double largest;

    private GoldenJson(String name, JsonNode root) {
        this.name = name;
        this.root = root;
    }

    public static GoldenJson of(String name) {
        try {
            return new GoldenJson(name, new ObjectMapper().readTree(GoldenTable.text(name)));
        } catch (JsonProcessingException e) {
            throw new AssertionError(name, e);
        }
    }

    public JsonNode at(String pointer) {
        JsonNode node = root.at(pointer);
        assertThat(node.isMissingNode()).as(name + pointer).isFalse();
        return node;
    }

    public double[] array(String pointer) {
        JsonNode node = at(pointer);
        double[] result = new double[node.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = node.get(i).isNull() ? Double.NaN : node.get(i).doubleValue();
        }
        return result;
    }

    /** Compares relative to the size of the expected number. */
    public void assertAgrees(String pointer, double actual, double tolerance) {
        double expected = at(pointer).doubleValue();
        double deviation = Math.abs(actual - expected) / (expected == 0 ? 1 : Math.abs(expected));
        assertThat(deviation)
                .as("%s: expected %s but was %s", pointer, expected, actual)
                .isLessThanOrEqualTo(tolerance);
        largest = Math.max(largest, deviation);
    }

    public void printLargest() {
        System.out.println("largest deviation " + name + ": " + largest);
    }
}
