package io.github.macroregime.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.fixture.RealFiles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shipped file against the files that it was made from, row by row in both directions. */
class ReleaseCalendarRealData {

    /** The release of 25 November 2020 was that of October, which its source files under September. */
    private static final String MISFILED = "durable_goods,2020-09,2020-11-25";

    private static final Set<String> RIGHT = Set.of("durable_goods,2020-10,2020-11-25");

    /** Months and weeks without a release of their own, which the source files leave out. */
    private static final Set<String> OUT_OF_TURN = Set.of(
            "cpi,2025-10,",
            "employment_situation,2025-10,2025-12-16",
            "ppi,2025-10,2026-01-14",
            "personal_income_pce,2019-02,2019-04-29",
            "personal_income_pce,2025-10,2026-01-22",
            "jolts,2025-09,2025-12-09",
            "initial_claims,2025-09-27,2025-11-20",
            "initial_claims,2025-10-04,2025-11-20",
            "initial_claims,2025-10-11,2025-11-20",
            "initial_claims,2025-10-25,2025-11-20",
            "initial_claims,2025-11-01,2025-11-20",
            "initial_claims,2025-11-08,2025-11-20",
            "g17_industrial_production,2025-10,2025-12-23");

    private static final List<CsvRow> SHIPPED =
            CsvTable.parse("releases.csv", ReleaseFile.text()).rows();

    @Test
    void datesAndHoursOfTheBureauOfLaborStatistics() {
        Set<String> source = source("us_bls_release_dates_2000_2026.csv").stream()
                .map(row -> row.text("release") + "," + row.text("reference_period") + "," + row.text("release_date")
                        + "," + row.text("time_et"))
                .collect(Collectors.toSet());
        Set<String> shipped = SHIPPED.stream()
                .filter(row -> Set.of("cpi", "employment_situation", "ppi").contains(row.text("release")))
                .filter(row -> row.optionalText("status").isEmpty())
                .map(row -> key(row) + "," + row.text("time"))
                .collect(Collectors.toSet());
        assertThat(shipped).isEqualTo(source).hasSize(969);
    }

    @Test
    void datesOfTheOtherAgencies() {
        Set<String> source = new TreeSet<>();
        Set<String> undated = new HashSet<>();
        Set<String> missed = new TreeSet<>();
        for (CsvRow row : source("us_other_release_dates_2009_2026.csv")) {
            String day = row.text("release") + "," + row.text("release_date");
            String reference = row.optionalText("reference_period").orElse("");
            if (row.text("status").equals("planned_not_held")) {
                missed.add(day);
            } else if (reference.isEmpty()) {
                undated.add(day);
            } else {
                source.add(row.text("release") + "," + reference + "," + row.text("release_date"));
            }
        }
        assertThat(source.remove(MISFILED)).isTrue();
        source.addAll(RIGHT);
        Set<String> shipped = new TreeSet<>();
        Set<String> shippedMissed = new TreeSet<>();
        for (CsvRow row : SHIPPED) {
            String release = row.text("release");
            if (Set.of("cpi", "employment_situation", "ppi", "cot").contains(release)) {
                continue;
            }
            if (row.optionalText("status").filter("missed"::equals).isPresent()) {
                shippedMissed.add(release + "," + row.text("date"));
            } else if (!OUT_OF_TURN.contains(key(row))) {
                shipped.add(key(row));
            }
        }
        assertThat(shippedMissed).isEqualTo(missed).hasSize(14);
        assertThat(shipped).containsAll(source);
        shipped.removeAll(source);
        source.forEach(key -> undated.remove(withoutReference(key)));
        assertThat(shipped.stream().map(ReleaseCalendarRealData::withoutReference))
                .containsExactlyInAnyOrderElementsOf(undated);
    }

    @Test
    void exceptionsOfThePositionReports() {
        Set<String> source = new TreeSet<>();
        for (CsvRow row : source("cot_release_exceptions.csv")) {
            row.optionalText("release_date").ifPresent(day -> source.add("cot," + row.text("as_of_date") + "," + day));
            row.optionalText("superseded_plan_date")
                    .ifPresent(day -> source.add("cot," + row.text("as_of_date") + "," + day + " missed"));
        }
        assertThat(SHIPPED.stream()
                        .filter(row -> row.text("release").equals("cot"))
                        .map(row -> key(row)
                                + row.optionalText("status").map(" "::concat).orElse("")))
                .containsExactlyInAnyOrderElementsOf(source);
    }

    @Test
    void rowsThatNoSourceListsAreTheKnownOnes() {
        assertThat(SHIPPED.stream()
                        .filter(row -> row.optionalText("status")
                                .filter(status -> !status.equals("missed"))
                                .isPresent())
                        .map(ReleaseCalendarRealData::key))
                .containsExactlyInAnyOrderElementsOf(OUT_OF_TURN);
    }

    private static List<CsvRow> source(String file) {
        return CsvTable.read(RealFiles.path("../data2/calendars/" + file)).rows();
    }

    private static String withoutReference(String key) {
        return key.substring(0, key.indexOf(',')) + key.substring(key.lastIndexOf(','));
    }

    private static String key(CsvRow row) {
        return row.text("release") + "," + row.optionalText("reference").orElse("") + ","
                + row.optionalText("date").orElse("");
    }
}
