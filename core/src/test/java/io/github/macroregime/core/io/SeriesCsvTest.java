package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesCsvTest {

    @TempDir
    private Path folder;

    @Test
    void theOnlyValueColumnIsTheSeries() throws Exception {
        TimeSeries series = parse("observation_date,DGS10\n2025-07-21,4.38\n2025-07-22,4.35\n");
        assertThat(series.dates()).isEqualTo(DateIndex.of(LocalDate.of(2025, 7, 21), LocalDate.of(2025, 7, 22)));
        assertThat(series.values()).isEqualTo(Doubles.of(0.0438, 0.0435));
        assertThat(series.unit()).isEqualTo(Unit.PERCENT);
    }

    @Test
    void everySpellingOfMissingIsMissing() throws Exception {
        assertThat(parse("DATE,X\n2025-07-18,.\n2025-07-19,\n2025-07-20,null\n2025-07-21,NaN\n2025-07-22, 1 \n")
                        .values())
                .isEqualTo(Doubles.of(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0.01));
    }

    @Test
    void newestFirstIsSorted() throws Exception {
        assertThat(parse("date,value\n2025-07-22,2\n2025-07-21,1\n").values()).isEqualTo(Doubles.of(0.01, 0.02));
    }

    @Test
    void aRepeatedDateIsRefusedWithItsLine() throws Exception {
        assertThatThrownBy(() -> parse("date,value\n2025-07-22,2\n2025-07-21,1\n2025-07-22,3\n"))
                .isInstanceOf(FileFormatException.class)
                .hasMessageEndingWith("t:4: the date 2025-07-22 stands in the file twice, first on line 2");
    }

    @Test
    void aFieldThatCannotBeReadIsRefusedWithItsLine() throws Exception {
        assertThatThrownBy(() -> parse("date,value\n2025-07-21,1\n2025-07-22,1x\n"))
                .hasMessageEndingWith("t:3: \"1x\" in column \"value\" is not a decimal number");
        assertThatThrownBy(() -> parse("date,value\n2025-02-29,1\n"))
                .hasMessageEndingWith("t:2: \"2025-02-29\" is not a date like 2025-07-22, in column \"date\"");
        assertThatThrownBy(() -> parse("date,value\n,1\n"))
                .hasMessageEndingWith("t:2: the column \"date\" is empty or absent");
        assertThatThrownBy(() -> parse("date,value\n2025-07-22,1e999\n")).hasMessageContaining("t:2:");
    }

    @Test
    void theClosingPriceIsTakenFromAPriceFile() throws Exception {
        assertThat(parse("Date,Open,Close\n2025-07-22,1,2\n").value(0)).isEqualTo(0.02);
        assertThatThrownBy(() -> parse("date,a,b\n2025-07-22,1,2\n"))
                .hasMessageEndingWith(
                        "t:1: it is unclear which column holds the values; the header has [date, a, b]; name one, or read a panel");
    }

    @Test
    void aColumnCanBeNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("t.csv"), "date,a,b\n2025-07-22,1,2\n");
        assertThat(SeriesCsv.read(file, "b", Unit.PERCENT).value(0)).isEqualTo(0.02);
        assertThatThrownBy(() -> SeriesCsv.read(file, "c", Unit.PERCENT)).hasMessageContaining("\"c\" is absent");
        assertThatThrownBy(() -> SeriesCsv.read(file, Unit.PERCENT)).isInstanceOf(FileFormatException.class);
    }

    @Test
    void whatIsWrittenIsReadBackBitForBit() throws Exception {
        double[] inside = {0.0435, Double.NaN, 1.0 / 3.0, -1.2345678901234567e-9, 0.1 + 0.2, 1e15};
        DateIndex dates = DateIndex.ofEpochDays(
                IntStream.range(20000, 20000 + inside.length).toArray());
        for (Unit unit : List.of(Unit.PERCENT, Unit.BASIS_POINTS, Unit.SCORE, Unit.MILLIONS_OF_DOLLARS)) {
            TimeSeries series = TimeSeries.of(dates, inside, unit);
            Path file = Files.writeString(folder.resolve("written.csv"), SeriesCsv.text(series));
            assertThat(SeriesCsv.read(file, unit)).isEqualTo(series);
        }
    }

    @Test
    void aPanelIsWrittenInTheUnitsOfItsColumns() {
        DateIndex dates = DateIndex.of(LocalDate.of(2025, 7, 21), LocalDate.of(2025, 7, 22));
        Panel panel = Panel.onAllDates(
                TimeSeries.of(dates, new double[] {0.0438, 0.0435}, Unit.PERCENT)
                        .named("10y, par"),
                TimeSeries.of(dates, new double[] {0.005111, Double.NaN}, Unit.BASIS_POINTS)
                        .named("spread"));
        assertThat(SeriesCsv.text(panel))
                .isEqualTo("date,\"10y, par\",spread\n2025-07-21,4.38,51.11\n2025-07-22,4.35,\n");
    }

    private TimeSeries parse(String text) throws IOException {
        return SeriesCsv.read(Files.writeString(folder.resolve("t"), text), Unit.PERCENT);
    }
}
