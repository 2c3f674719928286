package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.regime.folder.TrackerFolder;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.report.DaySummary;
import io.github.macroregime.regime.report.MacroReport;
import io.github.macroregime.regime.report.Topic;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the lines of remembered days must say and must not, on real files.
 *
 * <p>Moves, their size in deviations and of how many days they are the largest come from a program of its own in Python
 * that reads the same files.
 */
class DaySummaryRealData {

    private static TrackerFolder folder;

    @BeforeAll
    static void open() {
        folder = TrackerFolder.open(RealFiles.folder());
        // The latest first, so that histories are computed once.
        assertThat(summary(LocalDate.of(2025, 7, 22))).isNotEmpty();
    }

    private static String summary(LocalDate day) {
        MacroReport report = MacroReport.of(
                folder.read(Optional.of(day), file -> {}).macro(),
                day,
                MacroOptions.withDefaults(),
                EnumSet.allOf(Topic.class),
                folder.histories());
        return DaySummary.of(report).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "2008-09-15 | Credit: | US IG OAS +36.0 bp, 15.7 deviations, largest rise of 3,015 days; Financials"
                        + " (XLF) -9.74 %; S&P 500 -4.71 %, 3.6 deviations, largest fall of 1,761 days; FOMC 2008-09-16;"
                        + " high variance | 2012",
                "2013-06-19 | Curve: 2s10s bear steepener | 5y yield +17.0 bp, 5.6 deviations, largest rise of 629 days"
                        + " | stagflation",
                "2016-11-09 | Curve: | 10y yield +19.0 bp, 4.4 deviations, largest rise of 839 days | S&P 500 -",
                "2018-12-24 | Movers: Utilities (XLU) -4.18 %, 4.6 deviations, largest fall of 1,857 days"
                        + " | S&P 500 -2.71 %, 2.7 deviations; 0 up, 11 down; VIX 36.07 | SOFR +",
                "2019-09-17 | Policy: EFFR +11.0 bp, 4.1 deviations, largest rise of 192 days | SOFR +23.0 bp, 3.1"
                        + " deviations, largest rise of 96 days, of 2019-09-16; FOMC 2019-09-18 | +282",
                "2019-09-18 | Policy: SOFR +282.0 bp, 37.3 deviations, largest rise of 365 days, of 2019-09-17 | FOMC"
                        + " today | +23.0 bp",
                "2020-02-28 | Credit: | VIX 40.11; US IG OAS +10.0 bp | 2020-03-03",
                "2020-03-16 | Policy: | of the target range -100.0 bp, 24.0 deviations, largest fall of 2,934 days;"
                        + " S&P 500 -11.98 %; US IG OAS +26.0 bp, 7.5 deviations; VIX 82.69 | calm",
                "2020-03-23 | Movers: Investment-grade bonds (LQD) +7.39 %, 9.3 deviations, largest rise of 2,888 days"
                        + " | US IG OAS 401.0 bp, wide | calm",
                "2022-06-16 | Policy: | of the target range +75.0 bp, 21.3 deviations, largest rise of 3,522 days;"
                        + " stagflation | 2022-06-15",
                "2022-10-13 | Curve: | 1y yield +18.0 bp, 2.8 deviations; S&P 500 +2.60 %, 1.9 deviations;"
                        + " CPI release of 2022-09 today: +0.43 % on the month, +8.21 % on the year | calm",
                "2023-03-13 | Curve: | 2y yield -57.0 bp, 6.8 deviations, largest fall of 8,853 days | SOFR +",
                "2024-08-05 | Levels: VIX +15.18, 17.5 deviations, largest rise of 1,121 days | VIX 38.57, high |"
                        + " 2024-07-31",
                "2025-04-08 | Movers: Materials (XLB) -3.08 %, 3.0 deviations | US IG OAS 118.0 bp | +9.52",
                "2025-04-09 | Index: S&P 500 +9.52 %, 9.5 deviations, largest rise of 4,137 days | 11 up, 0 down |"
                        + " calm",
                "2025-07-22 | Movers: Homebuilders (ITB) +7.88 %, 4.5 deviations, largest rise of 673 days"
                        + " | Information Technology (XLK) -0.93 %; S&P 500 +0.06 %, 0.1 deviations | high variance",
            })
    void the_lines_read_like_the_day(LocalDate day, String first, String said, String unsaid) {
        String summary = summary(day);
        assertThat(summary)
                .startsWith(first)
                .contains(Arrays.asList(said.split("; ")))
                .doesNotContain(unsaid);
        assertThat(summary.lines()).hasSizeLessThanOrEqualTo(10);
    }
}
