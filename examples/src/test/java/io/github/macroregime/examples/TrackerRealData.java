package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.macroregime.regime.tracker.CreditBlock;
import io.github.macroregime.regime.tracker.EquitiesBlock;
import io.github.macroregime.regime.tracker.Tracker;
import io.github.macroregime.regime.tracker.TrackerFolder;
import io.github.macroregime.regime.tracker.TrackerInput;
import io.github.macroregime.regime.tracker.TrackerReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tracker on real files of 22 July 2025, against facts that others state of that day. */
class TrackerRealData {

    private static final Path DATA = Path.of(System.getProperty("macroregime.shared", "../../shared"), "data");
    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    @BeforeAll
    static void needs_the_real_files() {
        assumeTrue(Files.isDirectory(DATA), "no folder of real data");
    }

    private static TrackerInput input(LocalDate date) {
        return TrackerFolder.read(DATA, Optional.of(date));
    }

    @Test
    void sector_fund_returns_are_those_of_the_day() {
        EquitiesBlock block = Tracker.report(input(DAY)).equities().orElseThrow();
        Map<String, Double> percent = Map.of(
                "Health Care (XLV)", 1.861,
                "Real Estate (XLRE)", 1.738,
                "Materials (XLB)", 1.378,
                "Consumer Staples (XLP)", 0.915,
                "Communication Services (XLC)", 0.232,
                "Information Technology (XLK)", -0.926);
        percent.forEach((sector, expected) -> assertThat(block.returns().stream()
                        .filter(each -> each.sector().equals(sector))
                        .findFirst()
                        .orElseThrow()
                        .periodReturn()
                        .percent())
                .as(sector)
                .isCloseTo(expected, within(0.0005)));
        assertThat(block.breadth().orElseThrow().advancers()).isEqualTo(10);
    }

    @Test
    void spreads_and_the_overnight_rate_are_those_of_the_day() {
        TrackerInput input = input(DAY);
        assertThat(input.figures().overnightRate().orElseThrow().percent()).isEqualTo(4.33);
        TrackerReport report = Tracker.report(input);
        CreditBlock grade = report.credit().get(0);
        assertThat(grade.standing().level().basisPoints()).isEqualTo(81);
        assertThat(report.credit().get(1).standing().level().basisPoints()).isEqualTo(290);
        assertThat(grade.standing()
                        .againstAverage()
                        .orElseThrow()
                        .landmark()
                        .level()
                        .basisPoints())
                .isCloseTo(112.8, within(0.05));
    }

    @Test
    void what_the_folder_lacks_is_named() {
        assertThat(Tracker.report(input(DAY)).gaps().stream().map(gap -> gap.lacking()))
                .contains("sectors.csv", "quotes.csv");
    }

    @Test
    void nothing_after_the_day_is_seen() {
        assertThat(input(DAY).series())
                .allSatisfy(each -> assertThat(each.series().dates().last()).isBeforeOrEqualTo(DAY));
    }

    @Test
    void the_board_scores_every_asset_on_its_own_calendar() {
        var board = Tracker.report(input(LocalDate.of(2025, 7, 20)))
                .board()
                .orElseThrow()
                .board();
        assertThat(board.row("Bitcoin").orElseThrow().observed()).isEqualTo(LocalDate.of(2025, 7, 20));
        assertThat(board.row("S&P 500").orElseThrow().observed()).isEqualTo(LocalDate.of(2025, 7, 18));
    }
}
