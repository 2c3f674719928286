package io.github.macroregime.regime.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.unit.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A golden file of columns by position, in which an empty cell is not defined. */
public final class GoldenTable {

    private final CsvTable table;

    private GoldenTable(CsvTable table) {
        this.table = table;
    }

    public static GoldenTable of(String name) {
        return new GoldenTable(CsvTable.parse(name, text(name)));
    }

    public static String text(String name) {
        try (InputStream file = GoldenTable.class.getResourceAsStream("/golden/" + name)) {
            assertThat(file).as(name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    public double[] column(String name) {
        return table.rows().stream()
                .mapToDouble(row -> row.optionalText(name).isPresent() ? row.number(name, Unit.FRACTION) : Double.NaN)
                .toArray();
    }

    /** Compares a column where it is defined and returns the largest deviation, relative above one in size. */
    public double assertAgrees(String name, double[] actual, double tolerance) {
        return assertAgrees(name, actual, tolerance, 0);
    }

    /** The same from a row on, for a column whose first values have another seed. */
    public double assertAgrees(String name, double[] actual, double tolerance, int from) {
        double[] expected = column(name);
        assertThat(actual).hasSameSizeAs(expected);
        double largest = 0;
        for (int t = from; t < expected.length; t++) {
            if (Double.isNaN(expected[t])) {
                continue;
            }
            double deviation = Math.abs(actual[t] - expected[t]) / Math.max(1, Math.abs(expected[t]));
            assertThat(deviation)
                    .as("%s[%d]: expected %s but was %s", name, t, expected[t], actual[t])
                    .isLessThanOrEqualTo(tolerance);
            largest = Math.max(largest, deviation);
        }
        System.out.println("largest deviation " + name + ": " + largest);
        return largest;
    }
}
