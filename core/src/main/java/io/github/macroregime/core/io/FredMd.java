package io.github.macroregime.core.io;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

/**
 * The monthly database FRED-MD or its quarterly sister FRED-QD: many series side by side, each with the code of the
 * transformation that makes it stationary.
 *
 * <p>Codes for a value x and the one before it: 1 level {@code x}, 2 first difference {@code Δx}, 3 second difference
 * {@code Δ²x}, 4 logarithm {@code ln x}, 5 {@code Δ ln x}, 6 {@code Δ² ln x}, 7 {@code Δ(x(t) / x(t-1) - 1)}.
 *
 * <p>Source: M. McCracken, S. Ng (2016), "FRED-MD: A Monthly Database for Macroeconomic Research", Journal of Business
 * and Economic Statistics 34(4), and (2021) "FRED-QD", Federal Reserve Bank of St. Louis Review 103(1).
 *
 * @param asQuoted the numbers as they stand in the file, their units being various
 * @param transformations one code for each column, from 1 to 7
 */
public record FredMd(Panel asQuoted, List<Integer> transformations) implements Serializable {

    public FredMd {
        Require.components(FredMd.class, asQuoted, transformations);
        transformations = List.copyOf(transformations);
        if (transformations.size() != asQuoted.columns().size()) {
            throw new IllegalArgumentException("transformations must have one code for each of the "
                    + asQuoted.columns().size() + " columns but had " + transformations.size());
        }
    }

    /**
     * Reads a file.
     *
     * @param file a file with the header {@code sasdate} and a line {@code Transform:} below it
     * @return its series and codes
     * @throws FileFormatException if a field cannot be read, a date is repeated, or there is no line of codes
     * @throws UncheckedIOException if the file cannot be read
     */
    public static FredMd read(Path file) {
        return read(file, Problems.refusing());
    }

    /**
     * Reads a file, malformed lines passed over.
     *
     * @param file a file with the header {@code sasdate} and a line {@code Transform:} below it
     * @param problems collects the lines that cannot be read
     * @return its series and codes
     * @throws FileFormatException if there is no line of codes
     * @throws UncheckedIOException if the file cannot be read
     */
    public static FredMd read(Path file, Problems problems) {
        List<Integer> codes = new ArrayList<>();
        TableLayout layout = Layouts.FRED_MD.withLinesPassedOver("factors");
        TableReader.read(Lines.of(file, layout), layout, comment -> {}, header -> line -> {
            if (codes.isEmpty()) {
                codes.addAll(codes(header.whole(line, layout), header.names()));
            }
        });
        if (codes.isEmpty()) {
            throw new FileFormatException(file.toString(), 1, "there is no line of transformation codes");
        }
        return new FredMd(Layouts.FRED_MD.panel(file, problems), codes);
    }

    private static List<Integer> codes(CsvRow line, List<String> header) {
        if (!line.text(0).toLowerCase(Locale.ROOT).startsWith("transform")) {
            throw line.problem(
                    FileFormatException.shown(line.text(0)) + " does not begin the line of transformation codes");
        }
        List<Integer> codes = new ArrayList<>();
        for (int i = 1; i < header.size(); i++) {
            if (!line.text(i).matches("[1-7](\\.0*)?")) {
                throw line.problem(
                        FileFormatException.shown(line.text(i)) + " is no transformation code of " + header.get(i));
            }
            codes.add(line.text(i).charAt(0) - '0');
        }
        return codes;
    }

    /**
     * One series in its unit.
     *
     * @param name the name of a column, such as {@code FEDFUNDS}
     * @param unit the unit that the file quotes it in
     * @return the series
     * @throws IllegalArgumentException if there is no such column
     */
    public TimeSeries series(String name, Unit unit) {
        TimeSeries quoted = asQuoted.series(name);
        return new TimeSeries(quoted.dates(), quoted.values().map(unit::inside), unit);
    }

    /**
     * Every series by the transformation of its code.
     *
     * <p><b>Shape</b> the columns and dates of {@link #asQuoted}. <b>Missing</b> where one of the neighbouring values is,
     * in the first row or two of differences, and where the logarithm of a value is not defined.
     *
     * @return the transformed numbers of the file, as pure numbers
     */
    public Panel stationary() {
        List<Doubles> columns = new ArrayList<>();
        for (int i = 0; i < transformations.size(); i++) {
            columns.add(Doubles.copyOf(transformed(asQuoted.values().get(i).toArray(), transformations.get(i))));
        }
        return new Panel(asQuoted.dates(), asQuoted.columns(), columns, asQuoted.units());
    }

    private static double[] transformed(double[] x, int code) {
        return switch (code) {
            case 1 -> x;
            case 2 -> difference(x);
            case 3 -> difference(difference(x));
            case 4 -> logarithm(x);
            case 5 -> difference(logarithm(x));
            case 6 -> difference(difference(logarithm(x)));
            default -> difference(growth(x));
        };
    }

    private static double[] difference(double[] x) {
        return pairwise(x, (before, now) -> now - before);
    }

    private static double[] growth(double[] x) {
        return pairwise(x, (before, now) -> before == 0 ? Double.NaN : now / before - 1);
    }

    private static double[] logarithm(double[] x) {
        return Arrays.stream(x)
                .map(value -> value > 0 ? StrictMath.log(value) : Double.NaN)
                .toArray();
    }

    private static double[] pairwise(double[] x, DoubleBinaryOperator function) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = i == 0 ? Double.NaN : function.applyAsDouble(x[i - 1], x[i]);
        }
        return result;
    }

    /**
     * The code of the transformation that makes a series stationary.
     *
     * @param name the name of a column
     * @return from 1 to 7
     * @throws IllegalArgumentException if there is no such column
     */
    public int transformation(String name) {
        int at = asQuoted.columns().indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("name must be a column of the file but was \"" + name + "\"");
        }
        return transformations.get(at);
    }

    /** The panel of the numbers as they stand in the file. */
    @Override
    public String toString() {
        return "FRED-MD, as quoted: " + asQuoted;
    }
}
