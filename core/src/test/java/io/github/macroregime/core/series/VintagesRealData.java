package io.github.macroregime.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.series.Vintages.Revision;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VintagesRealData {

    private static final LocalDate FOURTH_QUARTER_2008 = LocalDate.of(2008, 10, 1);

    @Test
    void payrollGrowthOfTheCrisisQuarterGotWorseWithEveryRevision() {
        Vintages growth = payrolls().through(series -> series.change(Change.RELATIVE, 1));
        assertThat(growth.firstRelease().on(FOURTH_QUARTER_2008).orElseThrow()).isCloseTo(-0.00945, within(5e-6));
        assertThat(growth.latest().on(FOURTH_QUARTER_2008).orElseThrow()).isCloseTo(-0.01167, within(5e-6));
    }

    @Test
    void theQuarterIsUnknownUntilItsFirstVintage() {
        Vintages vintages = payrolls();
        assertThat(vintages.releaseDates().size()).isEqualTo(71);
        assertThat(vintages.firstKnownOn(FOURTH_QUARTER_2008)).hasValue(LocalDate.of(2009, 1, 31));
        assertThat(vintages.asKnownOn(LocalDate.of(2009, 1, 30)).on(FOURTH_QUARTER_2008))
                .isEmpty();
        assertThat(vintages.asKnownOn(LocalDate.of(2009, 1, 31)).on(FOURTH_QUARTER_2008))
                .hasValue(136_033_000);
    }

    /** A vintage is named by its month only, so it counts as known at the end of that month. */
    private static Vintages payrolls() {
        Path file = RealFiles.path("macro/vintages_quarterly_2005_2022.csv");
        List<Revision> revisions = new ArrayList<>();
        for (CsvRow row : CsvTable.read(file).rows()) {
            if (row.optionalText("PAYEMS").isPresent()) {
                revisions.add(new Revision(
                        quarter(row.text("observation")),
                        YearMonth.parse(row.text("vintage")).atEndOfMonth(),
                        row.number("PAYEMS", Unit.THOUSANDS)));
            }
        }
        return Vintages.of(revisions, Unit.THOUSANDS);
    }

    private static LocalDate quarter(String text) {
        int year = Integer.parseInt(text.substring(0, 4));
        int quarter = Integer.parseInt(text.substring(6));
        return LocalDate.of(year, 3 * quarter - 2, 1);
    }
}
