package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetMetaDataImpl;
import javax.sql.rowset.RowSetProvider;
import org.junit.jupiter.api.Test;

/** On result sets of the JDK itself, which need no database. */
class SeriesSqlTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 7, 21);

    @Test
    void rows_in_any_order_become_a_sorted_series() throws Exception {
        TimeSeries series = SeriesSql.read(
                rows(List.of("date", "DGS10"), row(MONDAY.plusDays(1), 4.35), row(MONDAY, 4.38)), Unit.PERCENT);
        assertThat(series.dates()).isEqualTo(DateIndex.of(MONDAY, MONDAY.plusDays(1)));
        assertThat(series.values()).isEqualTo(Doubles.of(0.0438, 0.0435));
        assertThat(series.unit()).isEqualTo(Unit.PERCENT);
    }

    @Test
    void every_numeric_type_is_rounded_once_and_null_is_missing() throws Exception {
        Panel panel = SeriesSql.readPanel(
                rows(
                        List.of("d", "a", "b"),
                        row(MONDAY, new BigDecimal("51.11"), 7L),
                        row(MONDAY.plusDays(1), 4.35f, BigInteger.TEN),
                        row(MONDAY.plusDays(2), null, (short) 3),
                        row(MONDAY.plusDays(3), Double.NaN, 2)),
                Unit.BASIS_POINTS);
        assertThat(panel.series("a").values()).isEqualTo(Doubles.of(0.005111, 0.000435, Double.NaN, Double.NaN));
        assertThat(panel.series("b").values()).isEqualTo(Doubles.of(0.0007, 0.001, 0.0003, 0.0002));
    }

    @Test
    void every_kind_of_date_is_read() throws Exception {
        List<Object> kinds = List.of(
                MONDAY,
                Date.valueOf(MONDAY),
                MONDAY.toString(),
                Timestamp.valueOf(MONDAY.atStartOfDay()),
                MONDAY.atStartOfDay());
        for (Object kind : kinds) {
            assertThat(SeriesSql.read(rows(List.of("d", "v"), row(kind, 1.0)), Unit.SCORE)
                            .date(0))
                    .isEqualTo(MONDAY);
        }
    }

    @Test
    void an_empty_query_is_an_empty_series() throws Exception {
        assertThat(SeriesSql.read(rows(List.of("d", "v")), Unit.SCORE).isEmpty())
                .isTrue();
    }

    @Test
    void what_is_neither_date_nor_number_is_refused_with_its_place() throws Exception {
        assertRefused(
                "row 1: the column \"d\" must be a date or a timestamp at midnight but was 2025-07-21T16:00",
                row(stamp(), 1.0));
        assertRefused(
                "row 1: the column \"d\" must be a date like 2025-07-22 but was 22/07/2025", row("22/07/2025", 1.0));
        assertRefused("row 1: the column \"d\" must be a date but was null", row(null, 1.0));
        assertRefused(
                "row 2: the column \"v\" must be a number but was n/a",
                row(MONDAY, 1.0),
                row(MONDAY.plusDays(1), "n/a"));
        assertRefused(
                "row 1: the column \"v\" must be a finite number but was Infinity",
                row(MONDAY, Double.POSITIVE_INFINITY));
        assertRefused("row 1: the column \"v\" must be a number but was NaN", row(MONDAY, Float.NaN));
        assertRefused("row 2: the date 2025-07-21 stands in the rows twice", row(MONDAY, 1.0), row(MONDAY, 2.0));
        assertRefused(
                "row 1: the column \"d\" must be a date of the years 1600 to 2200 but was 0001-01-01",
                row(LocalDate.of(1, 1, 1), 1.0));
    }

    @Test
    void the_number_of_columns_is_checked() throws Exception {
        assertThatThrownBy(() -> SeriesSql.read(rows(List.of("d", "a", "b")), Unit.SCORE))
                .hasMessage("rows must have a date and one value column but had the value columns [a, b]");
        assertThatThrownBy(() -> SeriesSql.readPanel(rows(List.of("d")), Unit.SCORE))
                .hasMessage("rows must have a date and at least one value column but had [d]");
    }

    private static LocalDateTime stamp() {
        return MONDAY.atTime(16, 0);
    }

    private static void assertRefused(String message, Object[]... rows) {
        assertThatThrownBy(() -> SeriesSql.read(rows(List.of("d", "v"), rows), Unit.SCORE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Object[] row(Object... cells) {
        return cells;
    }

    private static CachedRowSet rows(List<String> labels, Object[]... rows) throws SQLException {
        CachedRowSet set = RowSetProvider.newFactory().createCachedRowSet();
        RowSetMetaDataImpl data = new RowSetMetaDataImpl();
        data.setColumnCount(labels.size());
        for (int i = 1; i <= labels.size(); i++) {
            data.setColumnName(i, labels.get(i - 1));
            data.setColumnLabel(i, labels.get(i - 1));
            data.setColumnType(i, java.sql.Types.JAVA_OBJECT);
        }
        set.setMetaData(data);
        // Each insertion goes before the first row.
        for (int at = rows.length - 1; at >= 0; at--) {
            Object[] row = rows[at];
            set.moveToInsertRow();
            for (int i = 1; i <= row.length; i++) {
                if (row[i - 1] == null) {
                    set.updateNull(i);
                } else {
                    set.updateObject(i, row[i - 1]);
                }
            }
            set.insertRow();
            set.moveToCurrentRow();
            set.beforeFirst();
        }
        set.beforeFirst();
        return set;
    }
}
