package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.fixture.Workbook;
import io.github.macroregime.regime.drivers.DriverHistory;
import io.github.macroregime.regime.drivers.DriverModel;
import io.github.macroregime.regime.drivers.DriverModel.Group;
import io.github.macroregime.regime.strategy.Evaluation;
import io.github.macroregime.regime.strategy.ModelRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * One driver model of the S&amp;P 500 twice, on output and payrolls as they were known and as the last vintage has them, from
 * monthly vintages of the Philadelphia Fed; a vintage counts as known at the end of its month.
 */
class DriverVintagesRealData {

    private static final Path PAGE =
            Path.of(System.getProperty("macroregime.root", "..")).resolve("docs/models.md");
    private static final YearMonth FIRST = YearMonth.of(1984, 12);
    private static final int QUARTER = 3;
    private static final int AGE_DAYS = 75;

    private static Vintages vintages(String file, String name) throws IOException {
        List<List<String>> rows = Workbook.rows(RealFiles.path("../data2/vintages/" + file));
        Map<LocalDate, TimeSeries> vintages = new TreeMap<>();
        for (int column = 1; column < rows.get(0).size(); column++) {
            YearMonth month = month(rows.get(0).get(column).substring(name.length()));
            if (!month.isBefore(FIRST)) {
                Map<LocalDate, Double> levels = new TreeMap<>();
                for (List<String> row : rows.subList(1, rows.size())) {
                    if (column < row.size()
                            && !row.get(column).isEmpty()
                            && !row.get(column).startsWith("#")) {
                        levels.put(
                                YearMonth.parse(row.get(0).replace(':', '-')).atDay(1),
                                Double.parseDouble(row.get(column)));
                    }
                }
                vintages.put(month.atEndOfMonth(), TimeSeries.ofQuoted(levels, Unit.PRICE));
            }
        }
        return Vintages.ofSnapshots(vintages, Unit.PRICE);
    }

    /** The month of {@code 84M12}. */
    private static YearMonth month(String vintage) {
        int year = Integer.parseInt(vintage.substring(0, 2));
        return YearMonth.of(year < 50 ? 2000 + year : 1900 + year, Integer.parseInt(vintage.substring(3)));
    }

    private static Vintages growth(Vintages levels) {
        return levels.through(known -> known.dropMissing().change(Change.LOGARITHMIC, QUARTER));
    }

    /** What the last vintage says of the month that was the newest on each day. */
    private static TimeSeries hindsight(Vintages growth) {
        TimeSeries latest = growth.latest();
        Map<LocalDate, Double> values = new TreeMap<>();
        growth.releaseDates().stream()
                .forEach(day -> values.put(
                        day, latest.on(growth.asKnownOn(day).last().date()).orElse(Double.NaN)));
        return TimeSeries.ofQuoted(values, Unit.FRACTION);
    }

    private static DriverHistory walk(TimeSeries closes, TimeSeries output, TimeSeries payrolls) {
        Panel drivers = Panel.asOf(closes.dates(), AGE_DAYS, output.named("output"), payrolls.named("payrolls"));
        return DriverModel.of(Change.LOGARITHMIC, Group.of("growth", "output", "payrolls"))
                .withHorizon(21)
                .walk(closes, drivers);
    }

    @Test
    void recordsOfWhatWasKnownAndOfHindsight() throws IOException {
        TimeSeries closes = SeriesCsv.read(RealFiles.path("equity/GSPC_ohlcv.csv"), "close", Unit.PRICE)
                .between(LocalDate.of(1985, 1, 1), LocalDate.of(2024, 4, 1));
        Vintages output = growth(vintages("iptMvMd.xlsx", "IPT"));
        Vintages payrolls = growth(vintages("employMvMd.xlsx", "EMPLOY"));
        DriverHistory known = walk(closes, output.newest(), payrolls.newest());
        DriverHistory later = walk(closes, hindsight(output), hindsight(payrolls));
        List<ModelRecord> records = new ArrayList<>();
        records.add(Evaluation.withDefaults().of("as known", "S&P 500", closes, known.scores()));
        records.add(Evaluation.withDefaults().of("hindsight", "S&P 500", closes, later.scores()));
        assertThat(Files.readString(PAGE))
                .contains(ModelRecord.table(records))
                .contains(String.format(
                        Locale.ROOT, "%.4f as known and %.4f in hindsight", known.rSquared(), later.rSquared()));
    }
}
