package io.github.macroregime.regime.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Traders in financial futures: what was known on 22 July 2025 is the snapshot of 15 July. */
class PositioningRealData {

    @Test
    void fundsInEquityFuturesOn22July2025() {
        List<Positioning.Report> reports = new ArrayList<>();
        for (CsvRow row : CsvTable.read(RealFiles.path("positioning/cot_tff_futures_2025.csv"))
                .rows()) {
            if (row.text("Market_and_Exchange_Names").strip().equals("E-MINI S&P 500 - CHICAGO MERCANTILE EXCHANGE")) {
                reports.add(Positioning.Report.ofTuesday(
                        row.date("Report_Date_as_YYYY-MM-DD"),
                        contracts(row, "Lev_Money_Positions_Long_All"),
                        contracts(row, "Lev_Money_Positions_Short_All"),
                        contracts(row, "Open_Interest_All")));
            }
        }
        reports.sort(Comparator.comparing(Positioning.Report::snapshot));
        Positioning.Reading reading = Positioning.reading(
                        "E-mini S&P 500", "leveraged funds", reports, LocalDate.of(2025, 7, 22), 26, 6)
                .orElseThrow();
        assertThat(reading.report().snapshot()).isEqualTo(LocalDate.of(2025, 7, 15));
        assertThat(reading.report().net()).as(reading.toString()).isNegative();
        assertThat(reading.shareOfOpenInterest())
                .isEqualTo(reading.report().net() / reading.report().openInterest(), within(1e-15));
        assertThat(reading.index()).isBetween(0.0, 100.0);
        assertThat(reading.percentile()).isBetween(0.0, 1.0);
    }

    private static double contracts(CsvRow row, String column) {
        return row.number(column, Unit.FRACTION);
    }
}
