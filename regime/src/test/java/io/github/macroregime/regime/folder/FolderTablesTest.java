package io.github.macroregime.regime.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.outlook.CatalystCalendar.Catalyst;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of a folder of Tuesday, 22 July 2025: which of their rows count. */
class FolderTablesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final String QUADRANTS = "class,quadrant\n";

    @TempDir
    private Path folder;

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private TrackerInput input() {
        return TrackerFolder.read(folder, Optional.of(DAY));
    }

    private void assertRefused(String part) {
        assertThatThrownBy(this::input).isInstanceOf(FileFormatException.class).hasMessageContaining(part);
    }

    private List<Catalyst> events(LocalDate day) {
        return input().macro().all(EconomyInput.Events.class).get(0).calendar().events().stream()
                .filter(each -> each.date().equals(day))
                .toList();
    }

    /** The last of the committee's meetings that the library knows of is replaced by a line of one's own alone. */
    @Test
    void a_decision_is_replaced_by_an_own_line_of_its_kind_alone() throws IOException {
        LocalDate decision = LocalDate.of(2025, 7, 30);
        file("GSPC.csv", "Date,Close\n2025-07-22,6300\n");
        file("events.csv", "date,kind,importance\n2025-07-30,CPI,3\n");
        assertThat(events(decision)).extracting(Catalyst::kind).containsExactly("CPI", "FOMC");
        file("events.csv", "date,kind,importance\n2025-07-30,FOMC,2.5\n");
        assertThat(events(decision)).extracting(Catalyst::importance).containsExactly(2.5);
        file("events.csv", "date,kind,importance\n2025-07-30,CPI,0\n");
        assertRefused("events.csv:2: the importance must be positive but was 0");
    }

    /** Of a file of meetings the regular ones are events; calls are not. */
    @Test
    void regular_meetings_of_a_file_are_events() throws IOException {
        file("GSPC.csv", "Date,Close\n2025-07-22,6300\n");
        file("fomc_meetings.csv", "end_date,meeting_type\n1987-05-19,regular\n1987-10-20,conference call\n");
        assertThat(events(LocalDate.of(1987, 5, 19))).extracting(Catalyst::kind).containsExactly("FOMC");
        assertThat(events(LocalDate.of(1987, 10, 20))).isEmpty();
    }

    /** FRED repeats the rate of a Friday on the weekend, on which nothing is fixed. */
    @Test
    void a_rate_of_the_weekend_is_no_fixing() throws IOException {
        file(
                "DFF.csv",
                "observation_date,DFF\n2025-07-17,4.33\n2025-07-18,4.34\n2025-07-19,4.34\n2025-07-20,4.34\n"
                        + "2025-07-21,4.35\n");
        TrackerInput input = input();
        assertThat(input.fixings())
                .singleElement()
                .satisfies(each -> assertThat(each.fixings().rates().dates().stream())
                        .containsExactly(DAY.minusDays(5), DAY.minusDays(4), DAY.minusDays(1)));
        assertThat(input.figures().overnightRate().orElseThrow().percent()).isEqualTo(4.35);
    }

    /** Gold has its quadrants also in a folder without gold; a class that nobody knows is refused. */
    @Test
    void quadrants_are_of_known_classes() throws IOException {
        file("GSPC.csv", "Date,Close\n2025-07-22,6300\n");
        file("quadrants.csv", QUADRANTS + "gold,deflation\n");
        assertThat(input().series()).hasSize(1);
        file("quadrants.csv", QUADRANTS + "golf,deflation\n");
        assertRefused("quadrants.csv:2: ");
        file("quadrants.csv", QUADRANTS + "gold,\ngold,\n");
        assertRefused("quadrants.csv:3: the class \"gold\" stands in the file twice, first in line 2");
    }

    @Test
    void figures_of_sectors_are_of_the_day_itself() throws IOException {
        file("GSPC.csv", "Date,Close\n2025-07-22,6300\n");
        file("sectors.csv", "date,sector,contribution_pp,return_pct\n2025-07-21,Energy,0.02,0.59\n");
        assertThat(input().gaps())
                .filteredOn(each -> each.lacking().equals("sectors.csv of 2025-07-22"))
                .singleElement()
                .satisfies(each -> assertThat(each.consequence())
                        .isEqualTo("the latest rows are of 2025-07-21: not used for 2025-07-22"));
    }
}
