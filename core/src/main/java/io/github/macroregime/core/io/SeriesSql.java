package io.github.macroregime.core.io;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Series from the rows of a query with a date in the first column ({@index JDBC}): any database with a driver, and
 * through DuckDB Parquet files too.
 *
 * <pre>{@code
 * try (ResultSet rows = statement.executeQuery("select date, close from 'prices.parquet'")) {
 *     TimeSeries closes = SeriesSql.read(rows, Unit.PRICE);
 * }
 * }</pre>
 *
 * <p>The rows are read from the one after the current to the last and may be in any order; a repeated date is refused.
 * A date is a SQL date, a timestamp at midnight, or text such as {@code 2025-07-22}. The numbers are of any numeric type
 * and rounded once; a null is missing. The caller states the unit, and closes the rows.
 *
 * <p>On the module path {@code java.sql} is optional: who has a result set requires it.
 */
public final class SeriesSql {

    private SeriesSql() {}

    /**
     * The one series of a query with two columns.
     *
     * @param rows a date and a number in each row
     * @param unit the unit that the numbers are quoted in
     * @return the series, sorted by date
     * @throws IllegalArgumentException if there is not one value column, a cell is neither date nor number, or a date is
     *     repeated or outside the years 1600 to 2200
     * @throws SQLException if the database fails
     */
    @SuppressWarnings("exports")
    public static TimeSeries read(ResultSet rows, Unit unit) throws SQLException {
        Panel panel = readPanel(rows, unit);
        if (panel.columns().size() != 1) {
            throw new IllegalArgumentException(
                    "rows must have a date and one value column but had the value columns " + panel.columns());
        }
        return panel.series(panel.columns().get(0));
    }

    /**
     * All value columns of a query side by side.
     *
     * @param rows a date and numbers in each row
     * @param unit the unit of all its columns
     * @return one column for each behind the first, under its label, sorted by date
     * @throws IllegalArgumentException if there is no value column, a cell is neither date nor number, a date is
     *     repeated or outside the years 1600 to 2200, or a label is blank or repeated
     * @throws SQLException if the database fails
     */
    @SuppressWarnings("exports")
    public static Panel readPanel(ResultSet rows, Unit unit) throws SQLException {
        List<String> labels = labels(rows.getMetaData());
        SortedMap<LocalDate, double[]> byDate = new TreeMap<>();
        for (int row = 1; rows.next(); row++) {
            LocalDate date = date(rows.getObject(1), labels.get(0), row);
            if (!DateStyle.isPlausible(date)) {
                throw refused(row, labels.get(0), "a date of the years " + DateStyle.YEARS, date);
            }
            if (byDate.put(date, values(rows, labels, unit, row)) != null) {
                throw new IllegalArgumentException("row " + row + ": the date " + date + " stands in the rows twice");
            }
        }
        return new Panel(
                DateIndex.copyOf(byDate.keySet()),
                labels.subList(1, labels.size()),
                IntStream.range(0, labels.size() - 1)
                        .mapToObj(at -> column(byDate, at))
                        .toList(),
                Collections.nCopies(labels.size() - 1, unit));
    }

    private static List<String> labels(ResultSetMetaData data) throws SQLException {
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            labels.add(data.getColumnLabel(i));
        }
        if (labels.size() < 2) {
            throw new IllegalArgumentException("rows must have a date and at least one value column but had " + labels);
        }
        return labels;
    }

    private static Doubles column(SortedMap<LocalDate, double[]> byDate, int at) {
        return Doubles.copyOf(
                byDate.values().stream().mapToDouble(values -> values[at]).toArray());
    }

    private static double[] values(ResultSet rows, List<String> labels, Unit unit, int row) throws SQLException {
        double[] values = new double[labels.size() - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(rows.getObject(i + 2), unit, labels.get(i + 1), row);
        }
        return values;
    }

    private static double value(@Nullable Object cell, Unit unit, String label, int row) {
        if (cell == null) {
            return Double.NaN;
        }
        if (cell instanceof Double number) {
            return finiteOrMissing(number, unit, label, row);
        }
        if (cell instanceof Float number && !number.isNaN() && !number.isInfinite()) {
            return unit.parse(number.toString());
        }
        if (cell instanceof BigDecimal || cell instanceof BigInteger || isWhole(cell)) {
            return unit.parse(cell.toString());
        }
        throw refused(row, label, "a number", cell);
    }

    private static double finiteOrMissing(double number, Unit unit, String label, int row) {
        if (Double.isInfinite(number)) {
            throw refused(row, label, "a finite number", number);
        }
        return Double.isNaN(number) ? Double.NaN : unit.inside(number);
    }

    private static boolean isWhole(Object cell) {
        return cell instanceof Long || cell instanceof Integer || cell instanceof Short || cell instanceof Byte;
    }

    private static LocalDate date(@Nullable Object cell, String label, int row) {
        if (cell instanceof LocalDate date) {
            return date;
        }
        if (cell instanceof Date date) {
            return date.toLocalDate();
        }
        if (cell instanceof Timestamp stamp) {
            return atMidnight(stamp.toLocalDateTime(), label, row);
        }
        if (cell instanceof LocalDateTime stamp) {
            return atMidnight(stamp, label, row);
        }
        if (cell instanceof String text) {
            return parsed(text, label, row);
        }
        throw refused(row, label, "a date", cell);
    }

    private static LocalDate atMidnight(LocalDateTime stamp, String label, int row) {
        if (!stamp.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            throw refused(row, label, "a date or a timestamp at midnight", stamp);
        }
        return stamp.toLocalDate();
    }

    private static LocalDate parsed(String text, String label, int row) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw refused(row, label, "a date like 2025-07-22", text);
        }
    }

    private static IllegalArgumentException refused(int row, String label, String wanted, @Nullable Object cell) {
        return new IllegalArgumentException(
                "row " + row + ": the column \"" + label + "\" must be " + wanted + " but was " + cell);
    }
}
