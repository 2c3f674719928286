package io.github.macroregime.regime.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.input.EconomyInput.QuadrantSource;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.macro.Quadrant;
import io.github.macroregime.regime.report.MacroReport;
import io.github.macroregime.regime.report.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Invented vintages in every layout a folder may hold: payrolls of 2024-12 were first said to be 3000, on 10 January 2025,
 * and 2950 a month later.
 */
class VintageFolderTest {

    private static final int MONTHS = 48;
    private static final YearMonth LAST = YearMonth.of(2024, 12);
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 10);
    private static final LocalDate SECOND_DAY = LocalDate.of(2025, 2, 7);

    @TempDir
    Path folder;

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static double payrolls(int month) {
        return 2000 + 20 * month + month % 5;
    }

    private static String month(int month) {
        return LAST.minusMonths(MONTHS - 1 - month).toString();
    }

    private static String rows(IntToDoubleFunction first, double revised, String line) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < MONTHS; i++) {
            boolean last = i == MONTHS - 1;
            rows.append(String.format(
                    line,
                    month(i),
                    last ? "3000" : String.valueOf(first.applyAsDouble(i)),
                    last ? String.valueOf(revised) : String.valueOf(first.applyAsDouble(i))));
        }
        return rows.toString();
    }

    @BeforeEach
    void prices() throws IOException {
        StringBuilder prices = new StringBuilder("series,snapshot_date,observation_date,value,source\n");
        for (int i = 0; i < MONTHS; i++) {
            prices.append("CPIAUCSL,2025-01-10,%s-01,%s,invented\n".formatted(month(i), 300 + i + i % 3));
        }
        file("snapshots.csv", prices + "HOUST,2025-01-10,2024-12-01,1300,invented\n");
    }

    private List<QuadrantSource.Revised> revised(LocalDate date) {
        return TrackerFolder.read(folder, Optional.of(date)).macro().items().stream()
                .filter(QuadrantSource.Revised.class::isInstance)
                .map(QuadrantSource.Revised.class::cast)
                .toList();
    }

    private double known(LocalDate date) {
        List<QuadrantSource.Revised> found = revised(date);
        assertThat(found)
                .as(TrackerFolder.read(folder, Optional.of(date)).gaps().toString())
                .hasSize(1);
        TimeSeries payrolls = found.get(0).growth().asKnownOn(date);
        return payrolls.on(LAST.atDay(1)).orElseThrow() / payrolls.unit().parse("1");
    }

    private void assertKnown() {
        assertThat(known(FIRST_DAY)).isEqualTo(3000);
        assertThat(known(SECOND_DAY.minusDays(1))).isEqualTo(3000);
        assertThat(known(SECOND_DAY)).isEqualTo(2950);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t"})
    void columns_of_vintages_are_used_as_known_on_the_day(String separator) throws IOException {
        String header = "observation_date,PAYEMS_20250110,PAYEMS_20250207\n";
        file(
                "payrolls.txt",
                (header + rows(VintageFolderTest::payrolls, 2950, "%s-01,%s,%s%n")).replace(",", separator));
        assertKnown();
    }

    @Test
    void real_time_periods_are_used_as_known_on_the_day() throws IOException {
        StringBuilder rows = new StringBuilder("period_start_date\tPAYEMS\trealtime_start_date\trealtime_end_date\n");
        for (int i = 0; i < MONTHS - 1; i++) {
            rows.append("%s-01\t%s\t2025-01-10\t9999-12-31\n".formatted(month(i), payrolls(i)));
        }
        rows.append("2024-12-01\t3000\t2025-01-10\t2025-02-06\n2024-12-01\t2950\t2025-02-07\t9999-12-31\n");
        file("payrolls.txt", rows.toString());
        assertKnown();
    }

    @Test
    void an_answer_with_a_field_for_each_vintage_is_used_as_known_on_the_day() throws IOException {
        String rows = rows(
                VintageFolderTest::payrolls,
                2950,
                "{\"date\":\"%s-01\",\"PAYEMS_20250110\":\"%s\",\"PAYEMS_20250207\":\"%s\"},");
        file(
                "PAYEMS.json",
                "{\"units\":\"lin\",\"output_type\":2,\"count\":" + MONTHS
                        + ",\"offset\":0,\"limit\":100000,\"observations\":[" + rows.substring(0, rows.length() - 1)
                        + "]}");
        assertKnown();
    }

    @Test
    void snapshots_are_used_as_known_on_the_day() throws IOException {
        StringBuilder rows = new StringBuilder("series,snapshot_date,observation_date,value\n");
        for (int i = 0; i < MONTHS; i++) {
            boolean last = i == MONTHS - 1;
            rows.append("PAYEMS,2025-01-10,%s-01,%s\n".formatted(month(i), last ? 3000 : payrolls(i)));
            rows.append("PAYEMS,2025-02-07,%s-01,%s\n".formatted(month(i), last ? 2950 : payrolls(i)));
        }
        file("payrolls.csv", rows.toString());
        assertKnown();
        assertThat(TrackerFolder.read(folder, Optional.of(FIRST_DAY)).gaps())
                .anyMatch(gap -> gap.lacking().equals("a use for the vintages of 1 series in snapshots.csv")
                        && gap.consequence().equals("HOUST not read"));
    }

    @Test
    void a_vintage_of_which_only_the_month_is_known_counts_from_its_last_day() throws IOException {
        file(
                "employ.csv",
                "DATE,EMPLOY25M1,EMPLOY25M2\n"
                        + rows(VintageFolderTest::payrolls, 2950, "%s,%s,%s%n").replace("-", ":"));
        assertThat(revised(LocalDate.of(2025, 1, 30))).isEmpty();
        assertThat(known(LocalDate.of(2025, 1, 31))).isEqualTo(3000);
        assertThat(known(LocalDate.of(2025, 2, 28))).isEqualTo(2950);
        assertThat(published(LocalDate.of(2025, 2, 28)))
                .isEqualTo(
                        "taken as known on 2025-02-28, an assumed end of month; vintages: as published, each taken as"
                                + " known at the end of its month");
    }

    /** When growth became known, as every statement of the quadrant says it. */
    private String published(LocalDate date) {
        MacroReport report =
                MacroReport.of(TrackerFolder.read(folder, Optional.of(date)).macro(), date);
        return report.statements(Topic.GROWTH_INFLATION).stream()
                .filter(each -> each.subject().endsWith(revised(date).get(0).name()))
                .filter(each -> !each.subject().startsWith("Market against"))
                .map(each -> each.definition().substring(each.definition().indexOf("; ") + 2))
                .map(text ->
                        text.substring(text.indexOf("taken") < 0 ? text.indexOf("released") : text.indexOf("taken")))
                .distinct()
                .collect(Collectors.joining(" | "));
    }

    @Test
    void quarterly_levels_by_month_of_their_vintage_say_that_a_day_is_assumed() throws IOException {
        StringBuilder rows = new StringBuilder("vintage,observation,GDP,CPIAUCSL\n");
        for (int i = 0; i < 48; i++) {
            rows.append("2024-12,%d-Q%d,%s,%s%n".formatted(2012 + i / 4, 1 + i % 4, 100 + i + i % 3, 200 + i - i % 2));
        }
        file("vintages_quarterly.csv", rows.toString());
        assertThat(published(LocalDate.of(2025, 1, 10)))
                .startsWith("taken as known on 2024-12-31, an assumed end of month");
        file(
                "vintages_quarterly.csv",
                rows.toString().replace("vintage,", "snapshot_date,").replace("2024-12,", "2024-12-20,"));
        assertThat(published(LocalDate.of(2025, 1, 10)))
                .startsWith("released 2024-12-20; vintages: as published on each");
    }

    @Test
    void final_data_stand_in_where_vintages_are_too_few_and_say_so() throws IOException {
        file("payrolls.csv", "observation_date,PAYEMS_20250110\n2024-12-01,3000\n");
        file("PAYEMS.csv", "observation_date,PAYEMS\n" + rows(VintageFolderTest::payrolls, 2950, "%1$s-01,%3$s%n"));
        file("CPIAUCSL.csv", "observation_date,CPIAUCSL\n" + rows(i -> 250 + i, 298, "%1$s-01,%3$s%n"));
        TrackerInput input = TrackerFolder.read(folder, Optional.of(FIRST_DAY));
        assertThat(input.gaps())
                .anyMatch(gap -> gap.lacking().equals("vintages for payrolls and CPI on 2025-01-10")
                        && gap.consequence().endsWith("are too old or too few: final data are used, revised since"));
        assertThat(input.macro().items())
                .filteredOn(QuadrantSource.Final.class::isInstance)
                .map(QuadrantSource.Final.class::cast)
                .allMatch(source -> source.provenance().startsWith("final data, revised since"));
    }

    @Test
    void the_quadrants_of_a_class_can_be_said() throws IOException {
        file("GLD.csv", "Date,Close\n2025-01-09,240\n2025-01-10,241\n");
        file("TLT.csv", "Date,Close\n2025-01-09,90\n2025-01-10,91\n");
        file("quadrants.csv", "class,quadrant\ngold,deflation\ngold,stagflation\n");
        assertThat(TrackerFolder.read(folder, Optional.of(FIRST_DAY)).macro().items())
                .filteredOn(MacroQuestion.AssetClass.class::isInstance)
                .map(MacroQuestion.AssetClass.class::cast)
                .extracting(MacroQuestion.AssetClass::quadrants)
                .containsExactlyInAnyOrder(
                        Set.of(Quadrant.DEFLATION, Quadrant.STAGFLATION), Set.of(Quadrant.DEFLATION));
    }

    @Test
    void a_workbook_is_to_be_exported_first() throws IOException {
        file("holdings.xlsx", "PK");
        assertThat(TrackerFolder.read(folder, Optional.of(FIRST_DAY)).gaps())
                .anyMatch(gap -> gap.lacking().equals("a use for holdings.xlsx")
                        && gap.consequence().equals("this is an Excel workbook: export it as CSV first"));
    }

    private List<String> gaps(LocalDate date) {
        return TrackerFolder.read(folder, Optional.of(date)).gaps().stream()
                .map(gap -> gap.lacking() + ": " + gap.consequence())
                .toList();
    }

    @Test
    void vintages_without_a_use_are_named_with_the_reason() throws IOException {
        file("LQD.csv", "Date,Close\n2025-01-09,110\n2025-01-10,111\n");
        file("houst.csv", "observation_date,HOUST_20250110\n2024-12-01,1300\n");
        file("core.csv", "DATE,PCPIX25M1\n2024:12,320\n");
        file("late.csv", "observation_date,PAYEMS_20250111\n2024-12-01,3000\n");
        assertThat(gaps(FIRST_DAY))
                .contains(
                        "a use for houst.csv: no part of the report uses vintages of \"HOUST\"",
                        "a use for core.csv: no part of the report uses vintages of \"CPILFESL\"",
                        "a use for late.csv: its first vintage is of 2025-01-11: not used for 2025-01-10");
        assertThat(gaps(FIRST_DAY.plusDays(1))).noneMatch(each -> each.contains("late.csv: its first"));
        String columns = "series,snapshot_date,observation_date,value\n";
        StringBuilder rows = new StringBuilder();
        for (String id : List.of("A", "B", "C", "D")) {
            rows.append(id).append(",2025-01-10,2024-12-01,1\n");
        }
        file("snapshots.csv", columns + rows);
        assertThat(gaps(FIRST_DAY))
                .contains("a use for the vintages of 4 series in snapshots.csv: A, B, C, D not read");
        file("snapshots.csv", columns + rows + "E,2025-01-10,2024-12-01,1\n");
        assertThat(gaps(FIRST_DAY))
                .contains("a use for the vintages of 5 series in snapshots.csv: A, B, C, D, ... not read");
    }

    /** The vintages of 10 January stand for the present for 75 days. */
    @Test
    void vintages_grow_old_after_75_days() throws IOException {
        StringBuilder rows = new StringBuilder("observation_date,PAYEMS_20250110\n");
        for (int i = 0; i < MONTHS; i++) {
            rows.append("%s-01,%s\n".formatted(month(i), payrolls(i)));
        }
        file("payrolls.csv", rows.toString());
        assertThat(revised(FIRST_DAY.plusDays(75))).hasSize(1);
        assertThat(revised(FIRST_DAY.plusDays(76))).isEmpty();
        assertThat(gaps(FIRST_DAY.plusDays(76)))
                .contains("vintages for payrolls and CPI on 2025-03-27: those of payrolls.csv and snapshots.csv are too"
                        + " old or too few: final data are used, revised since");
        assertThat(revised(FIRST_DAY).get(0).source())
                .isEqualTo(Source.observed("vintages of payrolls.csv and snapshots.csv"));
    }
}
