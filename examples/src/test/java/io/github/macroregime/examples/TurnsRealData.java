package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.regime.edition.Edition;
import io.github.macroregime.regime.folder.TrackerFolder;
import io.github.macroregime.regime.folder.TrackerInput;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.report.MacroChange.Turn;
import io.github.macroregime.regime.report.MacroReport;
import io.github.macroregime.regime.report.MacroStatement;
import io.github.macroregime.regime.report.Topic;
import io.github.macroregime.regime.section.Section;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Turned states on real files: what their past says is what the reports of the days said. */
class TurnsRealData {

    private static TrackerFolder folder;

    @BeforeAll
    static void open() {
        folder = TrackerFolder.open(RealFiles.folder());
        // The latest first, so that histories are computed once.
        assertThat(report(LocalDate.of(2025, 7, 22), LocalDate.of(2025, 7, 22)).turns())
                .isNotEmpty();
    }

    private static TrackerInput read(LocalDate day) {
        return folder.read(Optional.of(day), file -> {});
    }

    private static MacroReport report(LocalDate read, LocalDate day) {
        return MacroReport.of(
                read(read).inputs(), day, MacroOptions.withDefaults(), EnumSet.allOf(Topic.class), folder.histories());
    }

    private static String state(MacroReport report, Turn turn) {
        return report.statement(turn.topic(), turn.subject())
                .map(MacroStatement::state)
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2008-09-15", "2013-06-19", "2019-09-18", "2020-03-16", "2023-03-13", "2025-07-22"})
    void a_turn_of_the_day_is_a_difference_of_two_reports(LocalDate day) {
        MacroReport now = report(day, day);
        MacroReport before = report(day, read(day).dayBefore());
        assertThat(now.turns()).isNotEmpty().allSatisfy(turn -> {
            assertThat(state(now, turn)).as(turn.toString()).contains(turn.to());
            if (turn.date().isAfter(before.date())) {
                assertThat(state(before, turn)).as(turn.toString()).contains(turn.from());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2008-09-15", "2013-06-19", "2016-11-09", "2018-12-24", "2019-09-17", "2019-09-18", "2020-02-28",
                "2020-03-16", "2020-03-23", "2021-11-10", "2022-06-16", "2022-10-13", "2023-03-13", "2024-08-05",
                "2025-04-08", "2025-04-09", "2025-07-22"
            })
    void the_first_screen_holds_the_lines_of_the_day_and_what_turned(LocalDate day) {
        Edition edition = Edition.of(read(day), folder.histories());
        List<String> screen = new DayReport(edition).text(100).lines().limit(40).toList();
        assertThat(screen).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(edition.summary().lines())
                .hasSizeBetween(8, 10)
                .allSatisfy(line -> assertThat(screen)
                        .anyMatch(shown -> shown.startsWith(line.axis().title() + ": ")));
        Section change = edition.change().orElseThrow().section();
        String shown = String.join(" ", screen);
        // The last line only counts what has no rank.
        List<String> ranked = change.lead().subList(0, change.lead().size() - 1);
        assertThat(ranked).allSatisfy(line -> assertThat(shown).contains(line));
        assertThat(screen).contains(change.title());
        assertThat(edition.change().orElseThrow().turns())
                .allSatisfy(turn -> assertThat(turn.date())
                        .isAfter(edition.change().orElseThrow().earlier())
                        .isBeforeOrEqualTo(edition.date()));
    }

    /** By pandas from the two yields and the closes of the index. */
    @Test
    void the_curve_turned_on_the_monday_after_silicon_valley_bank() {
        LocalDate day = LocalDate.of(2023, 3, 13);
        MacroReport report = report(day, day);
        Turn turn = report.turns().stream()
                .filter(each -> each.subject().equals("2s10s, 20 days"))
                .findFirst()
                .orElseThrow();
        assertThat(turn.date()).isEqualTo(day);
        assertThat(turn.since()).isEqualTo(LocalDate.of(2023, 2, 6));
        assertThat(turn)
                .hasToString(
                        "Yield curve, 2s10s, 20 days: bear flattener to bull steepener after 24 days; 17 such turns"
                                + " before: S&P 500 median +2.07 % over 21 closes (n 10; all closes +1.25 %)");
    }
}
