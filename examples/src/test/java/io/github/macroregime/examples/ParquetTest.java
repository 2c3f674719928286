package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.io.SeriesSql;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Missing;
import io.github.macroregime.core.window.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series and panels from Parquet files that DuckDB wrote, through its driver. */
class ParquetTest {

    private static final Path MACRO = Document.ROOT.resolve("examples/src/main/resources/edition/2025-07-22/macro");

    @TempDir
    private static Path folder;

    private static Connection duckdb;

    @BeforeAll
    static void open() throws SQLException {
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterAll
    static void close() throws SQLException {
        duckdb.close();
    }

    @Test
    void a_series_that_went_through_a_parquet_file_has_the_bits_of_its_csv_file() throws SQLException {
        Path file = MACRO.resolve("DGS10.csv");
        Path parquet = written("yields", "select * from '" + file + "'");
        TimeSeries yields = SeriesCsv.read(file, Unit.PERCENT);
        assertThat(read(parquet, "*", Unit.PERCENT)).isEqualTo(yields);
        Window year = Window.of(252).withMissing(Missing.SKIP);
        assertThat(year.zScore().over(read(parquet, "*", Unit.PERCENT)))
                .isEqualTo(year.zScore().over(yields));
    }

    @Test
    void a_wide_file_is_a_panel_with_gaps_where_one_side_has_no_row() throws SQLException {
        String joined = "select coalesce(d.observation_date, o.observation_date), DTWEXBGS, DCOILWTICO from '"
                + MACRO.resolve("DTWEXBGS.csv") + "' d full join '" + MACRO.resolve("DCOILWTICO.csv")
                + "' o on d.observation_date = o.observation_date";
        try (Statement sql = duckdb.createStatement();
                ResultSet rows = sql.executeQuery("select * from '" + written("wide", joined) + "'")) {
            Panel panel = SeriesSql.readPanel(rows, Unit.PRICE);
            assertThat(panel.columns()).containsExactly("DTWEXBGS", "DCOILWTICO");
            for (String column : panel.columns()) {
                TimeSeries alone = SeriesCsv.read(MACRO.resolve(column + ".csv"), Unit.PRICE);
                assertThat(panel.series(column).dropMissing()).isEqualTo(alone.dropMissing());
            }
        }
    }

    @Test
    void decimals_floats_and_timestamps_at_midnight_are_read_and_an_hour_is_refused() throws SQLException {
        Path parquet = written("kinds", "select timestamp '2025-07-22' as day, 4.35::decimal(9, 2) as value");
        assertThat(read(parquet, "*", Unit.PERCENT).last().value()).isEqualTo(0.0435);
        assertThat(read(parquet, "day::date, value::float", Unit.PERCENT)).isEqualTo(read(parquet, "*", Unit.PERCENT));
        assertThatThrownBy(() -> read(parquet, "day + interval 1 hour as day, value", Unit.PERCENT))
                .hasMessageContaining("a date or a timestamp at midnight");
    }

    private static Path written(String name, String query) throws SQLException {
        Path parquet = folder.resolve(name + ".parquet");
        try (Statement sql = duckdb.createStatement()) {
            sql.execute("copy (" + query + ") to '" + parquet + "' (format parquet)");
        }
        assertThat(parquet)
                .satisfies(file -> assertThat(Files.readAllBytes(file)).startsWith('P', 'A', 'R', '1'));
        return parquet;
    }

    private static TimeSeries read(Path parquet, String columns, Unit unit) throws SQLException {
        try (Statement sql = duckdb.createStatement();
                ResultSet rows = sql.executeQuery("select " + columns + " from '" + parquet + "'")) {
            return SeriesSql.read(rows, unit);
        }
    }
}
