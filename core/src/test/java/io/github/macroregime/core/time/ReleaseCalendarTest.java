package io.github.macroregime.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.time.ReleaseCalendar.Answer;
import io.github.macroregime.core.time.ReleaseCalendar.Coverage;
import io.github.macroregime.core.time.ReleaseCalendar.NotCovered;
import io.github.macroregime.core.time.ReleaseCalendar.NotOnItsOwn;
import io.github.macroregime.core.time.ReleaseCalendar.Released;
import io.github.macroregime.fixture.Forgery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseCalendarTest {

    private static final String HEAD = "# version: 7\n# source: by hand\n# observed until: 2025-12-31\n";
    private static final ReleaseCalendar SHIPPED = ReleaseCalendar.shipped();

    @ParameterizedTest
    @CsvSource({
        "employment_situation, 2025-09-01, 2025-11-20T08:30",
        "employment_situation, 2013-09-01, 2013-10-22T08:30",
        "employment_situation, 2026-01-01, 2026-02-11T08:30",
        "cpi, 2015-01-01, 2015-02-26T08:30",
        "cpi, 2025-09-01, 2025-10-24T08:30",
        "cpi, 2026-01-31, 2026-02-13T08:30",
        "ppi, 2025-11-01, 2026-01-14T08:30",
        "personal_income_pce, 2025-09-01, 2025-12-05T10:00",
        "personal_income_pce, 2013-09-01, 2013-11-08T08:30",
        "gdp, 2025-07-01, 2025-12-23T08:30",
        "gdp, 2025-09-30, 2025-12-23T08:30",
        "gdp, 2019-10-01, 2020-01-30T08:30",
        "retail_sales, 2018-12-01, 2019-02-14T08:30",
        "retail_sales, 2025-09-01, 2025-11-25T08:30",
        "jolts, 2025-12-01, 2026-02-05T10:00",
        "durable_goods, 2020-10-01, 2020-11-25T08:30",
        "durable_goods, 2020-09-01, 2020-10-27T08:30",
        "initial_claims, 2025-06-14, 2025-06-18T08:30",
        "initial_claims, 2025-10-18, 2025-11-18T08:30",
        "ism_manufacturing, 2025-09-01, 2025-10-01T10:00",
        "g17_industrial_production, 2022-05-01, 2022-06-17T09:15",
        "g17_industrial_production, 2025-09-01, 2025-12-03T09:15",
    })
    void theFirstReleaseOfAPeriod(String release, LocalDate reference, LocalDateTime at) {
        assertThat(SHIPPED.releasedOn(release, reference)).isEqualTo(new Released(at, false));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-22, 2025-07-25", // a usual week
        "2025-09-30, 2025-11-19",
        "2025-11-10, 2025-12-10",
        "2025-12-23, 2025-12-29",
        "2023-01-31, 2023-02-24",
        "2026-01-06, 2026-01-09", // the superseded plan said the 16th
        "2026-01-20, 2026-01-23",
        "2024-11-26, 2024-12-02", // Thanksgiving
        "2024-07-02, 2024-07-08", // Independence Day on Thursday
        "2023-07-03, 2023-07-07", // on the Tuesday itself
        "2020-06-30, 2020-07-06", // on Saturday: the government rests on Friday
        "2023-11-07, 2023-11-13",
        "2021-12-28, 2022-01-03",
        "2010-06-15, 2010-06-18", // before Juneteenth was a holiday
        "1992-10-06, 1992-10-09",
    })
    void positionsAreReleasedOnTheThirdBusinessDayUnlessListed(LocalDate asOf, LocalDate day) {
        assertThat(SHIPPED.releasedOn("cot", asOf)).isEqualTo(new Released(day.atTime(15, 30), false));
    }

    @Test
    void aPeriodMayHaveNoReleaseOfItsOwn() {
        LocalDate october = LocalDate.of(2025, 10, 1);
        assertThat(SHIPPED.releasedOn("cpi", october)).isEqualTo(new NotOnItsOwn(Optional.empty()));
        assertThat(SHIPPED.releasedOn("employment_situation", october))
                .isEqualTo(with(LocalDateTime.of(2025, 12, 16, 8, 30)));
        assertThat(SHIPPED.releasedOn("ppi", october)).isEqualTo(with(LocalDateTime.of(2026, 1, 14, 8, 30)));
        assertThat(SHIPPED.releasedOn("personal_income_pce", october))
                .isEqualTo(with(LocalDateTime.of(2026, 1, 22, 10, 0)));
        assertThat(SHIPPED.releasedOn("initial_claims", LocalDate.of(2025, 9, 27)))
                .isEqualTo(with(LocalDateTime.of(2025, 11, 20, 8, 30)));
    }

    private static NotOnItsOwn with(LocalDateTime at) {
        return new NotOnItsOwn(Optional.of(at));
    }

    @Test
    void whatIsNotListedIsNotCovered() {
        assertThat(SHIPPED.releasedOn("g17_industrial_production", LocalDate.of(2025, 5, 1)))
                .isEqualTo(new NotCovered());
        assertThat(SHIPPED.releasedOn("gdp", LocalDate.of(2019, 7, 1))).isEqualTo(new NotCovered());
        assertThat(SHIPPED.releasedOn("cpi", LocalDate.of(1999, 11, 1))).isEqualTo(new NotCovered());
        assertThat(SHIPPED.releasedOn("cpi", LocalDate.of(2026, 12, 1))).isEqualTo(new NotCovered());
        assertThat(SHIPPED.releasedOn("cot", LocalDate.of(1992, 9, 29))).isEqualTo(new NotCovered());
        assertThat(SHIPPED.releasedOn("cot", LocalDate.of(2099, 12, 29))).isEqualTo(new NotCovered());
        assertThat(SHIPPED.releasedOn("cot", LocalDate.of(2018, 12, 4)))
                .as("the government was closed on the 5th, and when the report came out is not on record")
                .isEqualTo(new NotCovered());
        assertThat(SHIPPED.releasedOn("initial_claims", LocalDate.of(2025, 6, 12)))
                .isEqualTo(new NotCovered());
        assertThat(new NotCovered().at()).isEmpty();
        assertThatThrownBy(() -> SHIPPED.releasedOn("CPI", LocalDate.of(2025, 5, 1)))
                .hasMessageStartingWith("release must be one of [cpi, employment_situation, ppi,")
                .hasMessageEndingWith("but was \"CPI\"");
    }

    @Test
    void aPlanIsCalledOne() {
        assertThat(SHIPPED.observedUntil()).isEqualTo("2026-08-21");
        assertThat(SHIPPED.releasedOn("cpi", LocalDate.of(2026, 8, 1)))
                .isEqualTo(new Released(LocalDateTime.of(2026, 9, 11, 8, 30), true));
        assertThat(SHIPPED.releasedOn("cot", LocalDate.of(2026, 8, 18)))
                .isEqualTo(new Released(LocalDateTime.of(2026, 8, 21, 15, 30), false));
        assertThat(SHIPPED.releasedOn("cot", LocalDate.of(2026, 8, 25)))
                .isEqualTo(new Released(LocalDateTime.of(2026, 8, 28, 15, 30), true));
    }

    /** Juneteenth of 2027 is a Saturday: the government rests on Friday and the markets do not. */
    @Test
    void plansOfPositionsReachToTheEndOfTheHolidays() {
        assertThat(SHIPPED.releasedOn("cot", LocalDate.of(2027, 6, 15)))
                .isEqualTo(new Released(LocalDateTime.of(2027, 6, 21, 15, 30), true));
        ReleaseCalendar without = own("cot,2025-07-22,2025-07-25,15:30,");
        assertThat(without.releasedOn("cot", LocalDate.of(2021, 6, 15)))
                .as("the first of them, a Saturday as well")
                .isEqualTo(new Released(LocalDateTime.of(2021, 6, 21, 15, 30), false));
        assertThat(without.releasedOn("cot", LocalDate.of(2010, 6, 15)))
                .isEqualTo(new Released(LocalDateTime.of(2010, 6, 18, 15, 30), false));
        assertThat(SHIPPED.releasedOn("cot", LocalDate.of(2099, 11, 24)).at()).isPresent();
        assertThat(SHIPPED.releasedOn("cot", LocalDate.of(2099, 12, 1))).isEqualTo(new NotCovered());
    }

    private static ReleaseCalendar own(String... lines) {
        return ReleaseCalendar.parse(
                "own.csv", HEAD + "release,reference,date,time,status\n" + String.join("\n", lines) + "\n");
    }

    @Test
    void theDayOfTheLastObservationIsNoPlan() {
        ReleaseCalendar own = own("cpi,2025-11,2025-12-31,08:30,", "cpi,2025-12,2026-01-01,08:30,");
        assertThat(own.releasedOn("cpi", LocalDate.of(2025, 11, 1)))
                .isEqualTo(new Released(LocalDateTime.of(2025, 12, 31, 8, 30), false));
        assertThat(own.releasedOn("cpi", LocalDate.of(2025, 12, 1)))
                .isEqualTo(new Released(LocalDateTime.of(2026, 1, 1, 8, 30), true));
    }

    @Test
    void theFirstOfSeveralLinesInTimeIsTheRelease() {
        LocalDate month = LocalDate.of(2025, 1, 1);
        String early = "cpi,2025-01,2025-02-12,08:30,";
        String late = "cpi,2025-01,2025-02-12,10:00,with";
        String never = "cpi,2025-01,,,never";
        Released first = new Released(LocalDateTime.of(2025, 2, 12, 8, 30), false);
        assertThat(own(early, late).releasedOn("cpi", month)).isEqualTo(first);
        assertThat(own(late, early).releasedOn("cpi", month)).isEqualTo(first);
        assertThat(own(never, early).releasedOn("cpi", month)).isEqualTo(first);
        assertThat(own(early, never).releasedOn("cpi", month)).isEqualTo(first);
        assertThat(own(late, never).releasedOn("cpi", month)).isEqualTo(with(LocalDateTime.of(2025, 2, 12, 10, 0)));
        assertThat(own(never).releasedOn("cpi", month)).isEqualTo(new NotOnItsOwn(Optional.empty()));
    }

    @Test
    void yearsThatNoFileMeansAreRefused() {
        assertThat(own("old,1600-01-01,2200-12-31,08:30,").coverage("old"))
                .containsExactly(new Coverage(LocalDate.of(1600, 1, 1), LocalDate.of(1600, 1, 1)));
        assertThatThrownBy(() -> own("old,1599-12-31,2000-01-01,08:30,"))
                .hasMessageEndingWith("the year of 1599-12-31 is not one of 1600 to 2200");
        assertThatThrownBy(() -> own("old,2200-12-31,2201-01-01,08:30,"))
                .hasMessageEndingWith("the year of 2201-01-01 is not one of 1600 to 2200");
        assertThatThrownBy(() -> own("gdp,2025Q5,2025-04-01,08:50,"))
                .hasMessageEndingWith("the reference is not a quarter like 2025Q3");
    }

    @Test
    void aCalendarAndItsAnswersTravel() throws IOException {
        ReleaseCalendar one = own("cpi,2025-11,2025-12-31,08:30,");
        assertThat(Forgery.readBack(one)).isEqualTo(one).hasSameHashCodeAs(one);
        ReleaseCalendar other = own("cpi,2025-11,2025-12-31,08:31,");
        assertThat(one).isNotEqualTo(other).isNotEqualTo("one");
        assertThat(one.hashCode()).isNotEqualTo(other.hashCode());
        LocalDateTime at = LocalDateTime.of(2025, 12, 16, 8, 30);
        for (Answer answer :
                List.of(with(at), new NotOnItsOwn(Optional.empty()), new Released(at, true), new NotCovered())) {
            assertThat(Forgery.readBack(answer)).isEqualTo(answer);
        }
        assertThat(new Released(at, false).at()).hasValue(at);
    }

    @Test
    void theCoverageIsStated() {
        assertThat(SHIPPED.coverage("cpi"))
                .containsExactly(new Coverage(LocalDate.of(1999, 12, 1), LocalDate.of(2026, 11, 1)));
        assertThat(SHIPPED.coverage("gdp"))
                .containsExactly(new Coverage(LocalDate.of(2019, 10, 1), LocalDate.of(2026, 4, 1)));
        assertThat(SHIPPED.coverage("initial_claims"))
                .containsExactly(new Coverage(LocalDate.of(2019, 12, 28), LocalDate.of(2026, 8, 15)));
        assertThat(SHIPPED.coverage("g17_industrial_production"))
                .containsExactly(
                        new Coverage(LocalDate.of(2021, 12, 1), LocalDate.of(2022, 9, 1)),
                        new Coverage(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 7, 1)));
        assertThat(SHIPPED.missed("gdp")).containsExactly(LocalDate.of(2025, 10, 30), LocalDate.of(2025, 11, 26));
        assertThat(SHIPPED.missed("cpi")).isEmpty();
        assertThat(SHIPPED.missed("cot")).contains(LocalDate.of(2026, 1, 16));
    }

    @Test
    void theShippedFileIsTheOneThatWasChecked() {
        assertThat(SHIPPED.version()).isEqualTo("1");
        assertThat(SHIPPED.source()).startsWith("BLS schedule pages");
        assertThat(SHIPPED.checksum()).isEqualTo("c3759d43ef952b6e5eea2c43b9e8e51a36ad7fb19585f10e9a541fae0c63e018");
        assertThat(SHIPPED).hasToString("release calendar, version 1, observed until 2026-08-21");
    }

    @Test
    void anOwnFileTakesItsPlace(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("own.csv");
        Files.writeString(
                file,
                HEAD + "release,reference,date,time,status\n"
                        + "tankan,2025Q1,2025-04-01,08:50,\n\ntankan,2025Q2,2025-07-01,08:50,\n"
                        + "tankan,2025Q1,2025-05-01,08:50,\ntankan,,2025-06-30,08:50,missed\n");
        ReleaseCalendar own = ReleaseCalendar.read(file);
        assertThat(own.releases()).containsExactly("tankan");
        assertThat(own.releasedOn("tankan", LocalDate.of(2025, 3, 31)).at())
                .hasValue(LocalDateTime.of(2025, 4, 1, 8, 50));
        assertThat(own.coverage("tankan"))
                .containsExactly(new Coverage(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 4, 1)));
        assertThat(own.missed("tankan")).containsExactly(LocalDate.of(2025, 6, 30));
        assertThat(own.checksum()).isNotEqualTo(SHIPPED.checksum()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cpi,2025-01,2025-02-12,08:30 | expected 5 fields but found 4",
                "cpi,2025-01,12.02.2025,08:30, | Text '12.02.2025' could not be parsed at index 0",
                "cpi,2025-01,2025-02-12,08:30,late | the status must be one of with, never, missed or empty",
                "cpi,2025Q1,2025-04-12,08:30, | the reference must be written as a MONTH",
                "cpi,2025-01,2025-01-01,08:30, | the date must lie after the reference",
            })
    void aLineThatCannotBeReadIsNamed(String line, String problem) {
        String text = HEAD + "release,reference,date,time,status\ncpi,2024-12,2025-01-15,08:30,\n" + line + "\n";
        assertThatThrownBy(() -> ReleaseCalendar.parse("own.csv", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("own.csv:6: \"" + line + "\": " + problem);
    }

    @Test
    void aFileSaysWhereItComesFrom() {
        assertThatThrownBy(() -> ReleaseCalendar.parse("own.csv", "release,reference,date,time,status\n"))
                .hasMessage("own.csv:1: no line begins with \"# version:\"");
        String blank = HEAD.replace("by hand", " ");
        assertThatThrownBy(() -> ReleaseCalendar.parse("own.csv", blank))
                .hasMessage("own.csv:1: no line begins with \"# source:\"");
        assertThatThrownBy(() -> ReleaseCalendar.parse("own.csv", HEAD.replace("2025-12-31", "soon")))
                .hasMessage("own.csv:1: observed until: Text 'soon' could not be parsed at index 0");
        String longLine = "x".repeat(121);
        assertThatThrownBy(() -> ReleaseCalendar.parse("own.csv", HEAD + longLine))
                .hasMessageStartingWith("own.csv:4: \"" + longLine.substring(1) + "\": expected the header");
        assertThatThrownBy(() -> ReleaseCalendar.read(Path.of("no", "such.csv")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(Path.of("no", "such.csv") + ": cannot be read");
        assertThatThrownBy(() -> ReleaseCalendar.parse("own.csv", HEAD + "date,release\n"))
                .hasMessage("own.csv:4: \"date,release\": expected the header release,reference,date,time,status");
    }
}
