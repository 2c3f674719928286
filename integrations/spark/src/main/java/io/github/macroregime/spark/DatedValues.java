package io.github.macroregime.spark;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.function.DoubleFunction;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The values of one asset in the order of their dates, read from rows while they stream by. */
final class DatedValues {

    static final String ASSET = "asset";
    static final String VALUE = "value";

    private static final int DAY_AT = 1;
    private static final int VALUE_AT = 2;

    private final String asset;
    private final Iterator<Row> rows;
    private long last = Long.MIN_VALUE;
    private int day;
    private double value;

    DatedValues(@Nullable String asset, Iterator<Row> rows) {
        if (asset == null) {
            throw new IllegalArgumentException("asset" + dateOf(rows.next()) + " must not be null");
        }
        this.asset = asset;
        this.rows = rows;
    }

    private static String dateOf(Row row) {
        return row.isNullAt(DAY_AT) ? "" : " on " + LocalDate.ofEpochDay(row.getInt(DAY_AT));
    }

    boolean hasNext() {
        return rows.hasNext();
    }

    void next() {
        Row row = rows.next();
        if (row.isNullAt(DAY_AT)) {
            throw new IllegalArgumentException("date of " + asset + " must not be null");
        }
        day = row.getInt(DAY_AT);
        value = row.isNullAt(VALUE_AT) ? Double.NaN : row.getDouble(VALUE_AT);
        if (day == last) {
            throw repeated(asset, date());
        }
        last = day;
    }

    static IllegalArgumentException repeated(String asset, LocalDate date) {
        return new IllegalArgumentException(
                "dates of an asset must be distinct but " + asset + " has two values on " + date);
    }

    String asset() {
        return asset;
    }

    int day() {
        return day;
    }

    LocalDate date() {
        return LocalDate.ofEpochDay(day);
    }

    /** What a state makes of the present value; what it refuses is told with asset and date. */
    <T> T pushedTo(DoubleFunction<T> state) {
        try {
            return state.apply(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(asset + " on " + date() + ": " + e.getMessage(), e);
        }
    }
}
