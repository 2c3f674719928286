package io.github.macroregime.regime.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.probability.Dependence;
import io.github.macroregime.rates.risk.PathRepricing;
import io.github.macroregime.regime.edition.Edition;
import io.github.macroregime.regime.input.FedWatchComparison.ComparedMeeting;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.page.Page;
import io.github.macroregime.regime.report.PolicyPart;
import io.github.macroregime.regime.section.Chart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder says of the policy path: quotes, fixings, adjustments and meetings together. */
class PolicyFolderTest {

    /** A Tuesday; the fixing of the Monday before is the last one out. */
    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    private static final String QUOTES = "instrument,index,term,quote,source\n";
    private static final String FIXINGS = "date,index,rate,unit,source\n";

    @TempDir
    Path folder;

    private String start = "";

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void meetings(String... lines) throws IOException {
        file("meetings.csv", "bank,decision,effective\n" + String.join("\n", lines) + "\n");
    }

    private void start(String percent) {
        start = "overnight_rate," + percent + ",%\n";
    }

    /** The report of a day, of which the edition and with it the rows without a day of their own are. */
    private Edition report(LocalDate date) throws IOException {
        file("edition.csv", "item,value,unit\ndate," + date + ",\n" + start);
        return Edition.of(TrackerFolder.read(folder, Optional.of(date)));
    }

    private RatesInput.Path block(LocalDate date) throws IOException {
        return report(date)
                .report()
                .part(PolicyPart.class)
                .flatMap(PolicyPart::path)
                .orElseThrow();
    }

    private static List<String> lacking(Edition report) {
        return report.report().gaps().stream().map(gap -> gap.lacking()).toList();
    }

    /**
     * July 2025 has 31 days. The fixings of 1 to 21 July (20 and 21 fall on Sunday and Monday) are 4.30, so the month
     * averages (21 x 4.30 + 9 x start + 1 x after) / 31 with the new rate on the 31st.
     */
    @Test
    void realised_days_of_the_running_month_count_as_known() throws IOException {
        meetings("FED,2025-07-30,2025-07-31");
        start("4.33");
        double after = 4.08;
        double average = (21 * 4.30 + 9 * 4.33 + after) / 31;
        file("quotes.csv", QUOTES + "ZQ,,2025-07," + (100 - average) + ",desk\n");
        StringBuilder fixings = new StringBuilder(FIXINGS);
        LocalDate.of(2025, 7, 1)
                .datesUntil(DAY)
                .filter(OvernightIndex.effr().fixingDays()::isOpen)
                .forEach(day -> fixings.append(day + ",EFFR,4.30,%,bank\n"));
        file("fixings.csv", fixings.toString());
        RatesInput.Path block = block(DAY);
        assertThat(block.path().path().steps().get(0).rateAfter().orElseThrow().percent())
                .isCloseTo(after, within(1e-9));
        assertThat(block.sources().stream().map(Source::name)).containsExactly("desk", "bank");
        assertThat(lacking(report(DAY))).noneMatch(each -> each.contains("fixings"));
    }

    /** One swap over the days after the meeting; the overnight rate stands at 4.33 on both days; compounding takes a little. */
    @Test
    void the_path_moved_since_the_quotes_of_the_day_before() throws IOException {
        meetings("FED,2025-07-30,2025-07-31", "FED,2025-09-17,2025-09-18");
        start("4.33");
        String head = "date,instrument,index,term,quote,source\n";
        String swaps = ",DATED_OIS,,2025-07-31/2025-09-18,%s,desk\n";
        file("fixings.csv", FIXINGS + "2025-07-18,EFFR,4.33,%,bank\n2025-07-17,EFFR,4.33,%,bank\n");
        file(
                "quotes.csv",
                head + "2025-07-21" + String.format(swaps, "4.30") + "2025-07-22" + String.format(swaps, "4.25"));
        Edition moved = report(DAY);
        PathRepricing repricing = moved.change().orElseThrow().repricing().get(0);
        assertThat(repricing.from().path().asOf()).isEqualTo(DAY.minusDays(1));
        PathRepricing.Row july = repricing.rows().get(0);
        assertThat(july.change().basisPoints()).isCloseTo(-5, within(0.05));
        assertThat(july.stepChange().basisPoints()).isCloseTo(-5, within(0.05));
        assertThat(july.probabilityChange(Rate.ofBasisPoints(-25))).isCloseTo(0.2, within(2e-3));
        assertThat(Page.text(moved.title(), List.of(), List.of(), moved.sections(), 100))
                .contains("Repricing of the path of EFFR from 2025-07-21 to 2025-07-22")
                .containsPattern("2025-07-30 .* -4\\.97 .* -25 bp 37 % \\(\\+20 pp\\)");
        assertThat(lacking(moved)).doesNotContain("quotes of 2025-07-21");
        file("quotes.csv", head + "2025-07-22" + String.format(swaps, "4.25"));
        Edition alone = report(DAY);
        assertThat(alone.change().stream().flatMap(each -> each.repricing().stream()))
                .isEmpty();
        assertThat(lacking(alone)).contains("quotes of 2025-07-21");
    }

    /**
     * Invented swaps, on the Friday before Sunday 22 June too. By Python, the rate that compounds over the 34 fixings of 49
     * days, each weighted by its days over 360, to 1 + 0.0415 * 49 / 360 is 4.138793956741882 %, for 0.0425
     * 4.238248439199399 %.
     */
    @Test
    void the_path_of_a_month_before_stands_beside_that_of_the_day() throws IOException {
        meetings("FED,2025-07-30,2025-07-31", "FED,2025-09-17,2025-09-18");
        start("4.33");
        String head = "date,instrument,index,term,quote,source\n";
        String swaps = ",DATED_OIS,,2025-07-31/2025-09-18,%s,synthetic\n";
        file(
                "fixings.csv",
                FIXINGS + "2025-07-18,EFFR,4.33,%,synthetic\n2025-07-17,EFFR,4.33,%,synthetic\n"
                        + "2025-06-18,EFFR,4.33,%,synthetic\n");
        String days = "2025-07-21" + String.format(swaps, "4.30") + "2025-07-22" + String.format(swaps, "4.25");
        file("quotes.csv", head + "2025-06-20" + String.format(swaps, "4.15") + days);
        Edition report = report(DAY);
        assertThat(lacking(report)).noneMatch(each -> each.startsWith("quotes of"));
        List<PathRepricing> repricing = report.change().orElseThrow().repricing();
        assertThat(repricing)
                .extracting(each -> each.from().path().asOf())
                .containsExactly(LocalDate.of(2025, 7, 21), LocalDate.of(2025, 6, 20));
        assertThat(repricing.get(1).rows().get(0).change().basisPoints()).isCloseTo(9.94544824575172, within(1e-7));
        Chart path = report.sections().stream()
                .filter(section -> section.id().equals("policy"))
                .flatMap(section -> section.charts().stream())
                .findFirst()
                .orElseThrow();
        assertThat(path.lines()).extracting(Chart.Line::name).containsExactly("2025-07-22", "2025-07-21", "2025-06-20");
        assertThat(path.lines().get(2).values().get(1)).isCloseTo(4.138793956741882, within(1e-9));
        assertThat(report.html()).contains("ln c2 past");
        assertThat(Page.text(report.title(), List.of(), List.of(), report.sections(), 200))
                .contains("2025-06-20 %")
                .containsPattern("2025-07-30 .* 4\\.139 +\\+9\\.95");
        file("quotes.csv", head + days);
        Edition without = report(DAY);
        assertThat(lacking(without)).contains("quotes of 2025-06-20");
        assertThat(without.html()).doesNotContain("ln c2 past");
    }

    @Test
    void a_fixing_that_was_not_out_changes_nothing() throws IOException {
        meetings("FED,2025-07-30,2025-07-31");
        start("4.33");
        file("quotes.csv", QUOTES + "ZQ,,2025-07,95.66,desk\nDATED_OIS,,2025-07-31/2025-09-18,4.2,desk\n");
        String out = FIXINGS + "2025-07-21,EFFR,4.31,%,bank\n2025-07-18,EFFR,4.32,%,bank\n";
        file("fixings.csv", out);
        RatesInput.Path seen = block(DAY);
        file("fixings.csv", out + "2025-07-22,EFFR,9,%,bank\n2025-07-23,EFFR,9,%,bank\n");
        assertThat(block(DAY).path().path()).isEqualTo(seen.path().path());
        LocalDate saturday = LocalDate.of(2025, 7, 19);
        assertThat(block(saturday).path().path().frame().fixings()).isEmpty();
        LocalDate monday = LocalDate.of(2025, 7, 21);
        assertThat(block(monday).path().path().frame().fixings().get(0).rates().size())
                .isEqualTo(1);
    }

    @Test
    void past_days_without_a_fixing_are_counted_and_named() throws IOException {
        meetings("FED,2025-07-30,2025-07-31");
        start("4.33");
        file("quotes.csv", QUOTES + "ZQ,,2025-07,95.67,desk\n");
        file("fixings.csv", FIXINGS + "2025-07-21,EFFR,4.33,%,bank\n");
        // 1 to 21 July has fourteen fixing days, of which the last is there.
        assertThat(lacking(report(DAY))).contains("fixings.csv with 13 fixings for ZQ 2025-07");
    }

    @Test
    void without_an_overnight_rate_the_start_is_read_off_the_quotes() throws IOException {
        meetings("FED,2025-09-17,2025-09-18");
        file("quotes.csv", QUOTES + "ZQ,,2025-08,95.68,desk\nZQ,,2025-10,95.90,desk\nZQ,,2025-06,95.00,desk\n");
        Edition report = report(DAY);
        CalibratedPath calibrated = report.report()
                .part(PolicyPart.class)
                .flatMap(PolicyPart::path)
                .orElseThrow()
                .path();
        assertThat(calibrated.path().startRate().orElseThrow().percent()).isCloseTo(4.32, within(1e-9));
        assertThat(calibrated.path().steps().get(0).step().orElseThrow().basisPoints())
                .isCloseTo(-22, within(1e-7));
        assertThat(calibrated.quotes()).as("June is over").hasSize(2);
        assertThat(lacking(report)).contains("the overnight rate");
    }

    @Test
    void the_start_may_stand_among_the_quotes() throws IOException {
        meetings("FED,2025-09-17,2025-09-18");
        start("4.33");
        file("quotes.csv", QUOTES + "CURRENT,,,4.31,desk\nZQ,,2025-10,95.90,desk\n");
        assertThat(block(DAY).path().path().startRate().orElseThrow().percent()).isCloseTo(4.31, within(1e-12));
    }

    @Test
    void a_meeting_is_ahead_until_its_first_fixing_is_out() throws IOException {
        meetings("FED,2025-06-18,2025-06-20", "FED,2025-07-21,2025-07-22", "FED,2025-09-17,2025-09-18");
        start("4.33");
        file("quotes.csv", QUOTES + "ZQ,,2025-08,95.92,desk\nZQ,,2025-10,95.95,desk\n");
        assertThat(block(DAY).path().path().meetings().stream().map(Meeting::decision))
                .containsExactly(LocalDate.of(2025, 7, 21), LocalDate.of(2025, 9, 17));
        assertThat(block(DAY.plusDays(1)).path().path().meetings()).hasSize(1);
    }

    @Test
    void swaps_on_another_index_need_a_basis_to_be_told_apart() throws IOException {
        meetings("FED,2025-07-30,2025-07-31", "FED,2025-09-17,2025-09-18");
        start("4.33");
        file(
                "quotes.csv",
                QUOTES + "ZQ,,2025-08,95.68,desk\nSR1,SOFR,2025-08,95.72,desk\n"
                        + "DATED_OIS,SOFR,2025-09-18/2025-10-30,4.10,desk\n");
        assertThat(lacking(report(DAY))).contains("overlays.csv with a basis of SOFR");
        file("overlays.csv", "kind,subject,value,unit\nsolved_basis,SOFR,,\nturn,2025-07-31,0.5,bp\n");
        Edition report = report(DAY);
        CalibratedPath calibrated = report.report()
                .part(PolicyPart.class)
                .flatMap(PolicyPart::path)
                .orElseThrow()
                .path();
        assertThat(lacking(report)).noneMatch(each -> each.contains("basis"));
        assertThat(calibrated
                        .path()
                        .frame()
                        .adjustments()
                        .bases()
                        .get(0)
                        .spread()
                        .basisPoints())
                .isCloseTo(-4, within(1e-6));
        assertThat(calibrated.path().frame().adjustments().toString())
                .startsWith("turn 2025-07-31 0.5 bp, basis SOFR -");
        DatedOis swap = new DatedOis(OvernightIndex.sofr(), LocalDate.of(2025, 9, 18), LocalDate.of(2025, 10, 30));
        assertThat(calibrated.path().parRate(swap).orElseThrow().percent()).isCloseTo(4.10, within(1e-9));
    }

    @Test
    void the_published_procedure_is_left_out_where_it_cannot_work() throws IOException {
        start("4.33");
        meetings("FED,2025-07-30,2025-07-31", "FED,2025-09-17,2025-09-18");
        file("quotes.csv", QUOTES + "DATED_OIS,,2025-07-31/2025-09-18,4.33,desk\nSR1,,2025-08,95.7,desk\n");
        assertThat(block(DAY).fedWatch()).isEmpty();
        meetings("FED,2025-08-04,2025-08-05", "FED,2025-08-20,2025-08-21");
        file("quotes.csv", QUOTES + "ZQ,,2025-08,95.7,desk\nZQ,,2025-09,95.8,desk\n");
        Edition report = report(DAY);
        assertThat(report.report()
                        .part(PolicyPart.class)
                        .flatMap(PolicyPart::path)
                        .orElseThrow()
                        .fedWatch())
                .isEmpty();
        assertThat(report.report().gaps().stream().map(Object::toString))
                .contains("a strip for the published procedure is absent: there are two decisions in 2025-08: it is not"
                        + " shown.");
    }

    /** The thirtieth takes effect on the last of July; the procedure counts two days or one of 31. */
    @Test
    void a_comparison_says_which_days_each_counts() throws IOException {
        start("4.33");
        meetings("FED,2025-07-30,2025-07-31", "FED,2025-10-31,2025-11-03");
        file("quotes.csv", QUOTES + "ZQ,,2025-07,95.67,desk\nZQ,,2025-08,95.92,desk\nZQ,,2025-10,95.92,desk\n");
        List<ComparedMeeting> compared = block(DAY).fedWatch().orElseThrow().meetings();
        assertThat(compared.get(0).newDaysFromDecision()).isEqualTo(2);
        assertThat(compared.get(0).newDaysFromEffect()).isEqualTo(1);
        assertThat(compared.get(0).why())
                .startsWith("new rate on 2 (decision day new), 1 (old) or 1 (ours: effective date) of 31 days; ");
        assertThat(compared.get(1).newDaysFromEffect()).isZero();
        assertThat(compared.get(1).ours()).isEmpty();
        assertThat(compared.get(1).decisionDayNew()).isEmpty();
        assertThat(compared.get(1).why()).endsWith("the strip does not settle it");
    }

    /**
     * Invented: on 15 June 2022 the committee raised by 75 bp from the 16th on. June has 30 days, so its future averages 15
     * at 0.83 and 15 at 1.58; the raise of 75 bp priced for July counts from the 28th.
     */
    private void strip() throws IOException {
        double june = (15 * 0.83 + 15 * 1.58) / 30;
        file(
                "quotes.csv",
                QUOTES + "ZQ,,2022-06," + (100 - june) + ",desk\nZQ,,2022-07," + (100 - 1.58 - 4 * 0.75 / 31)
                        + ",desk\nZQ,,2022-08," + (100 - 2.33) + ",desk\n");
    }

    private static String fixings(String last) {
        StringBuilder series = new StringBuilder("DATE,DFF\n");
        LocalDate.of(2022, 5, 31)
                .datesUntil(LocalDate.parse(last).plusDays(1))
                .forEach(day -> series.append(
                        day + (day.getDayOfMonth() > 15 && day.getMonthValue() == 6 ? ",1.58\n" : ",0.83\n")));
        return series.toString();
    }

    @Test
    void the_row_of_the_day_itself_changes_nothing() throws IOException {
        strip();
        LocalDate day = LocalDate.of(2022, 6, 16);
        file("DFF.csv", fixings("2022-06-15"));
        CalibratedPath without = block(day).path();
        file("DFF.csv", fixings("2022-06-16"));
        CalibratedPath with = block(day).path();
        assertThat(with.path()).isEqualTo(without.path());
        assertThat(with.path().startRate().orElseThrow().percent()).isCloseTo(0.83, within(1e-12));
        assertThat(with.path().steps().get(0).step().orElseThrow().basisPoints())
                .isCloseTo(75, within(1e-6));
        assertThat(with.path().steps().get(1).step().orElseThrow().basisPoints())
                .isCloseTo(75, within(1e-6));
        CalibratedPath next = block(day.plusDays(1)).path();
        assertThat(next.path().startRate().orElseThrow().percent()).isCloseTo(1.58, within(1e-12));
        assertThat(next.path().meetings().get(0).decision()).isEqualTo(LocalDate.of(2022, 7, 27));
    }

    /** The meetings come from the library, up to the end of the last quote; the decision is known before it is quoted. */
    @Test
    void a_decision_is_known_on_its_evening_and_needs_no_quote() throws IOException {
        file("quotes.csv", QUOTES + "ZQ,,2022-08," + (100 - 2.33) + ",desk\n");
        LocalDate evening = LocalDate.of(2022, 6, 15);
        file("DFF.csv", fixings("2022-06-14"));
        RatesInput.Path block = block(evening);
        assertThat(block.path().path().meetings().stream().map(Meeting::decision))
                .containsExactly(LocalDate.of(2022, 6, 15), LocalDate.of(2022, 7, 27));
        assertThat(block.path().path().steps().get(0).step().orElseThrow().basisPoints())
                .isCloseTo(75, within(1e-6));
        assertThat(block.sources().stream().map(Source::name))
                .containsExactly("desk", "FRED DFF", "the decision of 2022-06-15");
        assertThat(block.path().unidentifiedMeetings()).isEmpty();
        CalibratedPath before = block(evening.minusDays(1)).path();
        assertThat(before.unidentifiedMeetings()).as("not known the day before").hasSize(1);
    }

    @Test
    void a_fixing_from_before_a_move_is_moved_along() throws IOException {
        strip();
        file("DFF.csv", fixings("2022-06-15"));
        CalibratedPath late = block(LocalDate.of(2022, 6, 21)).path();
        assertThat(late.path().startRate().orElseThrow().percent()).isCloseTo(1.58, within(1e-12));
        meetings("FED,2022-06-14,2022-06-16", "FED,2022-07-27,2022-07-28");
        assertThat(lacking(report(LocalDate.of(2022, 6, 21))))
                .as("what that meeting decided is not on record")
                .contains("the overnight rate");
    }

    /** August is settled and November too; what the meetings of September and October do is not. */
    @Test
    void a_meeting_that_nothing_prices_has_no_statement() throws IOException {
        start("4.33");
        meetings("FED,2025-09-17,2025-09-18", "FED,2025-10-29,2025-10-30");
        file("quotes.csv", QUOTES + "ZQ,,2025-08,95.67,desk\nZQ,,2025-11,95.95,desk\n");
        Edition report = report(DAY);
        assertThat(report.report()
                        .part(PolicyPart.class)
                        .flatMap(PolicyPart::path)
                        .orElseThrow()
                        .tree(Dependence.independent()))
                .isEmpty();
        assertThat(report.report()
                        .part(PolicyPart.class)
                        .flatMap(PolicyPart::path)
                        .orElseThrow()
                        .yearEnds())
                .isEmpty();
        assertThat(report.report()
                        .part(PolicyPart.class)
                        .flatMap(PolicyPart::path)
                        .orElseThrow()
                        .fedWatch()
                        .orElseThrow()
                        .meetings())
                .allSatisfy(each -> assertThat(each.ours()).isEmpty());
        List<String> statements =
                report.report().statements().stream().map(Object::toString).toList();
        assertThat(statements).noneMatch(each -> each.contains("Next meeting"));
        assertThat(statements).anyMatch(each -> each.contains("EFFR path, total"));
        assertThat(report.report().toString()).contains("quotes that settle the meeting of 2025-09-17");
    }

    @Test
    void quotes_beyond_the_known_meetings_are_named() throws IOException {
        start("4.33");
        file("quotes.csv", "date," + QUOTES + "2027-06-01,ZQ,,2028-09,96.5,desk\n");
        assertThat(lacking(report(LocalDate.of(2027, 6, 1))))
                .contains("meetings.csv with the meetings after 2028-01-26");
    }

    @Test
    void year_ends_and_the_last_meeting_carry_the_totals() throws IOException {
        start("4.33");
        meetings("FED,2025-10-29,2025-10-30", "FED,2025-12-10,2025-12-11", "FED,2026-01-28,2026-01-29");
        file(
                "quotes.csv",
                QUOTES + "ZQ,,2025-11,95.80,desk\nDATED_OIS,,2025-12-11/2026-01-29,4,desk\n"
                        + "DATED_OIS,,2026-01-29/2026-03-19,3.9,desk\n");
        RatesInput.Path block = block(DAY);
        assertThat(block.yearEnds().stream().map(Meeting::decision))
                .containsExactly(LocalDate.of(2025, 12, 10), LocalDate.of(2026, 1, 28));
        Meeting last = block.yearEnds().get(1);
        assertThat(block.tree(Dependence.independent())
                        .orElseThrow()
                        .cumulative(last)
                        .mean()
                        .basisPoints())
                .isCloseTo(block.path().path().total().orElseThrow().basisPoints(), within(1e-9));
        assertThat(block.path()
                        .path()
                        .price(AverageFuture.zq(YearMonth.of(2025, 11)))
                        .getAsDouble())
                .isCloseTo(95.80, within(1e-9));
    }

    @Test
    void a_file_that_cannot_be_read_is_named_with_its_line() throws IOException {
        file("meetings.csv", "bank,decision,effective\nFED,2025-09-17,2025-09-16\n");
        assertRefused("meetings.csv:2: the meeting of 2025-09-17 must not take effect before it");
        meetings("FED,2025-09-17,2025-09-18");
        file("fixings.csv", FIXINGS + "2025-07-19,EFFR,4.33,%,bank\n");
        assertRefused("fixings.csv:2: EFFR is not fixed on 2025-07-19");
        file("fixings.csv", "date,index,rate,unit\n2025-07-18,EFFR,4.33,%\n");
        assertRefused("fixings.csv:1: the column \"source\" is absent");
        Files.delete(folder.resolve("fixings.csv"));
        file("overlays.csv", "kind,subject,value,unit\nturn,2025-12-31,12,bp\nturn,2025-12-31,5,bp\n");
        assertRefused("overlays.csv:3: the kind \"turn 2025-12-31\" stands in the file twice, first in line 2");
        file("overlays.csv", "kind,subject,value,unit\nspread,SOFR,12,bp\n");
        assertRefused("overlays.csv:2: the kind must be turn, basis, solved_basis or ho_lee but was spread");
        file("overlays.csv", "kind,subject,value,unit\nbasis,LIBOR,12,bp\n");
        assertRefused("overlays.csv:2: in column \"subject\" the name must be one of [EFFR");
        Files.delete(folder.resolve("overlays.csv"));
        start = "overnight_index,LIBOR,\n";
        assertRefused("edition.csv:3: in column \"value\" the name must be one of [EFFR");
    }

    private void assertRefused(String part) {
        assertThatThrownBy(() -> report(DAY))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining(part);
    }
}
