package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.Landmark;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.regime.folder.TrackerFolder;
import io.github.macroregime.regime.folder.TrackerInput;
import io.github.macroregime.regime.report.CreditPart;
import io.github.macroregime.regime.report.GrowthPart;
import io.github.macroregime.regime.report.MacroStatement;
import io.github.macroregime.regime.report.PolicyPart;
import io.github.macroregime.regime.report.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders that come with the project, one for each way in which an input was once used on a day it does not belong to. */
class FolderProofTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final LocalDate APRIL = LocalDate.of(2025, 4, 8);

    private static Edition report(String folder, LocalDate date) {
        return report(Path.of("src/test/resources/folders", folder), date);
    }

    private static Edition report(Path folder, LocalDate date) {
        return Edition.of(TrackerFolder.read(folder, Optional.of(date)));
    }

    private static List<String> lacking(Edition report) {
        return report.report().gaps().stream()
                .map(gap -> gap.lacking() + ": " + gap.consequence())
                .toList();
    }

    private static MacroStatement statement(Edition report, Topic topic, String subject) {
        return report.report().statement(topic, subject).orElseThrow(() -> new AssertionError(report.report()));
    }

    private static double level(Edition report) {
        return report.report()
                .part(CreditPart.class)
                .orElseThrow()
                .spreads()
                .get(0)
                .standing()
                .level()
                .basisPoints();
    }

    @Test
    void quotes_are_of_their_day() {
        assertThat(report("quotes-of-another-day", DAY)
                        .report()
                        .part(PolicyPart.class)
                        .filter(part -> part.path().isPresent()))
                .isPresent();
        Edition april = report("quotes-of-another-day", APRIL);
        assertThat(april.report()
                        .part(PolicyPart.class)
                        .filter(part -> part.path().isPresent()))
                .isEmpty();
        assertThat(lacking(april)).anyMatch(gap -> gap.startsWith("quotes.csv of 2025-04-08 or 1 business day before"));
    }

    @Test
    void a_level_is_of_its_day() {
        assertThat(level(report("credit-of-another-day", APRIL))).isEqualTo(118);
        assertThat(level(report("credit-of-another-day", DAY))).isEqualTo(81);
        assertThat(report("credit-of-another-day", LocalDate.of(2025, 4, 7))
                        .report()
                        .part(CreditPart.class))
                .isEmpty();
    }

    @Test
    void a_swap_spread_has_no_history_of_bonds() {
        assertThatThrownBy(() -> report("cdx-with-a-cash-history", DAY))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("credit.csv:3: the series BAMLC0A0CM is no history of it");
    }

    @ParameterizedTest
    @CsvSource({"2025-04-08, noise", "2025-07-22, alarm"})
    void bands_hold_by_their_dates(LocalDate date, String above) {
        var credit = report("bands-with-dates", date)
                .report()
                .part(CreditPart.class)
                .orElseThrow()
                .spreads()
                .get(0);
        assertThat(credit.standing().place().band().name()).isEqualTo("carry zone");
        assertThat(credit.bands().at(Rate.ofBasisPoints(75)).name()).isEqualTo(above);
    }

    /** The first rate at the new target is out the day after: with its row in the file and without it the path is the same. */
    @ParameterizedTest
    @CsvSource({
        "2022-06-16, 2022-06-15, 75, 75",
        "2022-07-28, 2022-07-27, 75, 75",
        "2023-02-02, 2023-02-01, 25, 25",
    })
    void a_decision_is_known_before_its_first_fixing(
            LocalDate day, LocalDate decision, double step, double next, @TempDir Path without) throws IOException {
        Path folder = Path.of("src/test/resources/folders/strip-" + day);
        CalibratedPath path = report(folder, day)
                .report()
                .part(PolicyPart.class)
                .flatMap(PolicyPart::path)
                .orElseThrow()
                .path();
        assertThat(path.path().steps().get(0).meeting().decision()).isEqualTo(decision);
        assertThat(path.path().steps().get(0).step().orElseThrow().basisPoints())
                .isCloseTo(step, within(0.01));
        assertThat(path.path().steps().get(1).step().orElseThrow().basisPoints())
                .isCloseTo(next, within(0.01));
        Files.copy(folder.resolve("quotes.csv"), without.resolve("quotes.csv"));
        Files.write(
                without.resolve("DFF.csv"),
                Files.readAllLines(folder.resolve("DFF.csv")).stream()
                        .filter(line -> !line.startsWith(day.toString()))
                        .toList());
        assertThat(report(without, day)
                        .report()
                        .part(PolicyPart.class)
                        .flatMap(PolicyPart::path)
                        .orElseThrow()
                        .path())
                .isEqualTo(path);
    }

    /** The meeting of 18 March 2020 stood in the calendar until it was replaced on the 15th. */
    @ParameterizedTest
    @CsvSource({"2008-09-15, 2008-09-16", "2020-02-28, 2020-03-18", "2020-03-16, 2020-04-29"})
    void the_next_meeting_is_the_one_that_was_known(LocalDate date, LocalDate meeting) {
        assertThat(statement(report("meetings", date), Topic.CATALYSTS, "Next FOMC")
                        .observed())
                .isEqualTo(meeting);
    }

    /** Payrolls of September 2025 came out on 20 November, prices of January 2015 on 26 February. */
    @ParameterizedTest
    @CsvSource({
        "2025-11-19, 2025-08-01, released 2025-09-11",
        "2025-11-20, 2025-09-01, released 2025-11-20",
        "2015-02-25, 2014-12-01, released 2015-01-16",
        "2015-02-26, 2015-01-01, released 2015-02-26",
    })
    void a_month_counts_from_its_release(LocalDate date, LocalDate month, String publication) {
        GrowthPart.SourcedQuadrant payrolls = growth(date, "payrolls and CPI");
        assertThat(payrolls.reading().observed()).isEqualTo(month);
        assertThat(payrolls.publication()).isEqualTo(publication);
    }

    /** No release date of output of May 2025 is on record: a lag, on its later side and not on a Sunday. */
    @Test
    void a_lag_is_called_one() {
        assertThat(growth(LocalDate.of(2025, 6, 17), "industrial production and CPI")
                        .reading()
                        .observed())
                .isEqualTo(LocalDate.of(2025, 4, 1));
        GrowthPart.SourcedQuadrant may = growth(LocalDate.of(2025, 6, 18), "industrial production and CPI");
        assertThat(may.reading().observed()).isEqualTo(LocalDate.of(2025, 5, 1));
        assertThat(may.publication()).isEqualTo("taken as known on 2025-06-18, an assumed lag");
    }

    private static GrowthPart.SourcedQuadrant growth(LocalDate date, String source) {
        return report("release-dates", date).report().part(GrowthPart.class).orElseThrow().data().stream()
                .filter(each -> each.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    /** The plan was 12 December; the report came out on the 10th. */
    @ParameterizedTest
    @CsvSource({"2025-12-09, 2025-11-04, 2025-12-09, -405386", "2025-12-10, 2025-11-10, 2025-12-10, -423003"})
    void positions_count_from_the_day_they_came_out(
            LocalDate date, LocalDate snapshot, LocalDate released, double net) {
        MacroStatement statement =
                statement(report("positions", date), Topic.POSITIONING, "E-mini S&P 500, leveraged funds, net");
        assertThat(statement.figure().value()).isEqualTo(net);
        assertThat(statement.definition()).endsWith("snapshot of " + snapshot + ", released " + released);
    }

    /** 8,139.066 of assets less 413.787 of the account and 1,731.623 of reverse repurchases; 6,407.0 in wrong units. */
    @Test
    void an_account_in_billions_is_named_until_the_file_says_so() {
        LocalDate date = LocalDate.of(2023, 8, 24);
        Edition silent = report("account-in-billions", date);
        assertThat(silent.report().statements(Topic.LIQUIDITY)).isEmpty();
        assertThat(lacking(silent)).anyMatch(gap -> gap.startsWith("the unit of WTREGEN: it cannot be"));
        Edition stated = report("account-in-stated-billions", date);
        assertThat(statement(stated, Topic.LIQUIDITY, "Net liquidity, level")
                        .figure()
                        .quoted())
                .isCloseTo(5908.746, within(1e-6));
        assertThat(statement(stated, Topic.LIQUIDITY, "Net liquidity, change over 13 weeks")
                        .state())
                .isEqualTo("draining");
    }

    @Test
    void three_years_have_no_landmark_of_five() {
        Edition report = report("three-years-of-spread", LocalDate.of(2026, 6, 1));
        assertThat(report.report()
                        .part(CreditPart.class)
                        .orElseThrow()
                        .spreads()
                        .get(0)
                        .standing()
                        .landmarks())
                .extracting(Landmark::name)
                .isEmpty();
        assertThat(lacking(report)).anyMatch(gap -> gap.startsWith("5 years of US IG OAS"));
    }

    @Test
    void months_are_not_days() {
        Edition report = report("monthly-spread", LocalDate.of(2025, 7, 1));
        MacroStatement change = statement(report, Topic.CREDIT, "Monthly spread, change over 1 months");
        assertThat(change.figure().quoted()).isCloseTo(-2, within(1e-9));
        assertThat(change.sample()).hasToString("n 12 months");
        assertThat(report.report().statements(Topic.CREDIT))
                .allSatisfy(each -> assertThat(each.subject() + each.sample()).doesNotContain("days"));
    }

    /** Five business days before Monday, 1 June, lies a Monday at 101; counting the Sunday it would be a Tuesday at 102. */
    @Test
    void a_row_of_a_sunday_is_no_day() {
        Edition report = report("weekend-rows", LocalDate.of(2026, 6, 1));
        assertThat(report.report()
                        .part(CreditPart.class)
                        .orElseThrow()
                        .spreads()
                        .get(0)
                        .card()
                        .orElseThrow()
                        .momentum()
                        .toString())
                .startsWith("change over 1 day -1.00 bp, 5 days -2.00 bp,");
    }

    @Test
    void what_quotes_leave_open_stays_open() {
        var path = report("half-covered-path", DAY)
                .report()
                .part(PolicyPart.class)
                .flatMap(PolicyPart::path)
                .orElseThrow()
                .path();
        assertThat(path.path().steps().get(0).step()).isPresent();
        assertThat(path.path().steps().get(1).step()).isEmpty();
        assertThat(path.path().total()).isEmpty();
        assertThat(path.path().toString()).contains("open");
    }

    @Test
    void a_stamp_is_of_the_day_of_its_exchange() {
        TrackerInput input = TrackerFolder.read(Path.of("src/test/resources/folders/stamped-bars"), Optional.of(DAY));
        assertThat(input.series())
                .singleElement()
                .satisfies(copper ->
                        assertThat(copper.series().dates().stream()).containsExactly(LocalDate.of(2025, 7, 21), DAY));
        assertThat(input.gaps()).anyMatch(gap -> gap.lacking().equals("the series DAX"));
    }
}
