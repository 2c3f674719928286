package io.github.macroregime.regime.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.regime.edition.Edition;
import io.github.macroregime.regime.input.MarketInput.Contributions;
import io.github.macroregime.regime.report.EquitiesPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A weights file of real members. */
class WeightsRealData {

    @TempDir
    Path folder;

    /** The members of the S&P 500 at 22 July 2025, against sector sums that were made by another program. */
    @Test
    void real_members_give_the_sector_contributions_of_the_day() throws IOException {
        CsvTable members = CsvTable.read(RealFiles.path("derived/sp500_members_weights_prices_2025-07.csv"));
        List<double[]> numbers = new ArrayList<>();
        double sum = 0;
        for (CsvRow row : members.rows()) {
            double previous = row.number("adjclose_2025_07_21", Unit.PRICE);
            double weight = row.number("spy_weight_pct_2025_09_05", Unit.FRACTION)
                    * previous
                    / row.number("adjclose_2025_09_05", Unit.PRICE);
            numbers.add(new double[] {weight, previous, row.number("adjclose_2025_07_22", Unit.PRICE)});
            sum += weight;
        }
        StringBuilder text = new StringBuilder("date,symbol,sector,weight_pct,previous_close,close\n");
        for (int i = 0; i < numbers.size(); i++) {
            CsvRow row = members.rows().get(i);
            double[] each = numbers.get(i);
            text.append("2025-07-22," + row.text("ticker") + "," + row.text("gics_sector") + "," + 100 * each[0] / sum
                    + "," + each[1] + "," + each[2] + "\n");
        }
        Files.writeString(folder.resolve("weights.csv"), text);
        Contributions.OfMembers block =
                (Contributions.OfMembers) Edition.of(TrackerFolder.read(folder, Optional.of(LocalDate.of(2025, 7, 22))))
                        .report()
                        .part(EquitiesPart.class)
                        .orElseThrow()
                        .contributions()
                        .get(0);
        for (CsvRow row : CsvTable.read(RealFiles.path("derived/sector_contributions_2025-07-21_23.csv"))
                .rows()) {
            if (row.text("date").equals("2025-07-22") && !row.text("sector").equals("TOTAL")) {
                assertThat(block.report()
                                .line(row.text("sector"))
                                .orElseThrow()
                                .contribution()
                                .percent())
                        .as(row.text("sector"))
                        .isCloseTo(row.number("contribution_pp", Unit.FRACTION), within(5.1e-5));
            }
        }
        assertThat(block.report().explained().percent()).isCloseTo(0.060, within(0.0005));
    }
}
