package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.regime.folder.TrackerFolder;
import io.github.macroregime.regime.report.PolicyPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real strips of fed funds futures on the first day of a new rate: the decision is known, its first fixing is not.
 *
 * <p>Whether the file of fixings already has the row of the day, as it has when it was downloaded later, changes nothing.
 */
class DecidedMeetingRealData {

    private static final String CONTRACTS = "policy_path/zq_contracts_exp2007-2009_2019-2025.csv";
    private static final String MONTH_CODES = "FGHJKMNQUVXZ";
    private static final int MONTHS = 12;

    @TempDir
    Path folder;

    private void strip(LocalDate day) throws IOException {
        StringBuilder quotes = new StringBuilder("date,instrument,term,quote,source\n");
        for (CsvRow row : CsvTable.read(RealFiles.path(CONTRACTS)).rows()) {
            if (row.text("Date").equals(day.toString())) {
                String symbol = row.text("Symbol");
                YearMonth month = YearMonth.of(
                        2000 + Integer.parseInt(symbol.substring(3)), MONTH_CODES.indexOf(symbol.charAt(2)) + 1);
                if (month.isBefore(YearMonth.from(day).plusMonths(MONTHS))) {
                    quotes.append("%s,ZQ,%s,%s,exchange\n".formatted(day, month, row.text("Close")));
                }
            }
        }
        Files.writeString(folder.resolve("quotes.csv"), quotes);
    }

    private CalibratedPath path(LocalDate day, LocalDate lastFixing) throws IOException {
        StringBuilder fixings = new StringBuilder("Date,Value\n");
        for (CsvRow row : CsvTable.read(RealFiles.path("rates/DFF.csv")).rows()) {
            LocalDate date = row.date("Date");
            if (!date.isBefore(day.minusYears(1)) && !date.isAfter(lastFixing)) {
                fixings.append(date + "," + row.text("Value") + "\n");
            }
        }
        Files.writeString(folder.resolve("DFF.csv"), fixings);
        return Edition.of(TrackerFolder.read(folder, Optional.of(day)))
                .report()
                .part(PolicyPart.class)
                .flatMap(PolicyPart::path)
                .orElseThrow()
                .path();
    }

    @ParameterizedTest
    @CsvSource({
        "2022-06-16, 2022-06-15, 75.97, 0.5",
        "2022-07-28, 2022-07-27, 75, 0.5",
        "2023-02-02, 2023-02-01, 25, 0.5",
    })
    void the_path_knows_the_decision_with_the_row_of_the_day_and_without(
            LocalDate day, LocalDate decision, double step, double tolerance) throws IOException {
        strip(day);
        CalibratedPath without = path(day, day.minusDays(1));
        CalibratedPath with = path(day, day);
        PathStep first = with.path().steps().get(0);
        assertThat(first.meeting().decision()).isEqualTo(decision);
        assertThat(first.step().orElseThrow().basisPoints()).isCloseTo(step, within(tolerance));
        assertThat(with).isEqualTo(without);
        CalibratedPath evening = path(day, day.minusDays(2));
        assertThat(evening.path().steps().get(0).step().orElseThrow().basisPoints())
                .isCloseTo(step, within(1.0));
        for (int i = 0; i < with.quotes().size(); i++) {
            assertThat(Math.abs(with.residual(i).basisPoints()))
                    .as("%s", with.quotes().get(i))
                    .isLessThan(3);
        }
    }
}
