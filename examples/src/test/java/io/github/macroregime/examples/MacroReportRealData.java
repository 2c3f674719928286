package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.EffectiveRule;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathCalibrator;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.regime.folder.TrackerFolder;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.CurvePart;
import io.github.macroregime.regime.report.GrowthPart;
import io.github.macroregime.regime.report.LiquidityPart;
import io.github.macroregime.regime.report.MacroChange;
import io.github.macroregime.regime.report.MacroChange.StatementChange;
import io.github.macroregime.regime.report.MacroReport;
import io.github.macroregime.regime.report.MacroStatement;
import io.github.macroregime.regime.report.RewardPart;
import io.github.macroregime.regime.report.Topic;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The macro report on real files: 22 July 2025, and days of which everybody knows what they were. */
class MacroReportRealData {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final Map<LocalDate, MacroReport> REPORTS = new TreeMap<>();
    private static TrackerFolder folder;

    @BeforeAll
    static void open() {
        folder = TrackerFolder.open(RealFiles.folder());
        // A late day first, so that most histories are computed once.
        assertThat(report(DAY).gaps()).isNotEmpty();
    }

    private static synchronized MacroReport report(LocalDate date) {
        return REPORTS.computeIfAbsent(
                date,
                day -> MacroReport.of(
                        folder.read(Optional.of(day), file -> {}).macro(),
                        day,
                        MacroOptions.withDefaults(),
                        EnumSet.allOf(Topic.class),
                        folder.histories()));
    }

    private static MacroStatement said(LocalDate date, Topic topic, String subject) {
        MacroReport report = report(date);
        return report.statement(topic, subject)
                .orElseThrow(() -> new AssertionError(subject + " is not among " + report.statements(topic)));
    }

    @Test
    void breadth_was_up_and_technology_down() {
        MacroStatement breadth = said(DAY, Topic.EQUITIES, "Breadth of sectors");
        assertThat(breadth.state()).isEqualTo("up");
        assertThat(breadth.sentence()).isEqualTo("10 up, 1 down, 0 unchanged");
        MacroStatement weakest = said(DAY, Topic.EQUITIES, "Weakest sector");
        assertThat(weakest.state()).isEqualTo("Information Technology (XLK)");
        assertThat(weakest.figure().quoted()).isEqualTo(-0.926, within(0.0005));
    }

    @Test
    void the_curve_fell_in_yield() {
        CurvePart curve = report(DAY).part(CurvePart.class).orElseThrow();
        assertThat(curve.day().readings()).hasSize(4).allSatisfy(reading -> {
            assertThat(reading.move().longChange().isNegative()).isTrue();
            assertThat(reading.move().regime().toString()).startsWith("bull");
        });
        MacroStatement tens = said(DAY, Topic.CURVE, "2s10s, day");
        assertThat(tens.sentence()).isEqualTo("bull flattener, short -2.0 bp, long -3.0 bp, led by long");
    }

    @Test
    void credit_was_tight_and_calm() {
        for (String spread : List.of("US IG OAS", "US HY OAS")) {
            assertThat(said(DAY, Topic.CREDIT, spread + ", level").state()).isEqualTo("tight");
            assertThat(said(DAY, Topic.CREDIT, spread + ", change over 20 days").state())
                    .isEqualTo("calm");
        }
        assertThat(said(DAY, Topic.CREDIT, "US IG OAS, level").figure().quoted())
                .isEqualTo(81, within(1e-9));
        assertThat(said(DAY, Topic.CREDIT, "US IG OAS, level").sample().effectiveN())
                .isLessThan(10);
    }

    @Test
    void cuts_were_priced_at_the_front_end_and_the_absent_path_is_named() {
        // The yields and the rate of 21 July, the last day of which the rate was published.
        MacroStatement year = said(DAY, Topic.POLICY, "1y yield less EFFR");
        assertThat(year.figure().quoted()).isEqualTo(-27, within(1e-9));
        assertThat(year.state()).isEqualTo("below the overnight rate");
        assertThat(year.observed()).isEqualTo(LocalDate.of(2025, 7, 21));
        assertThat(report(DAY).gaps().stream().map(Gap::lacking))
                .contains("quotes of futures or swaps with the meetings", "forward earnings");
    }

    @Test
    void liquidity_has_the_levels_that_were_published() {
        LiquidityPart liquidity = report(DAY).part(LiquidityPart.class).orElseThrow();
        assertThat(liquidity.net().get(0).published()).isEqualTo(LocalDate.of(2025, 7, 17));
        assertThat(liquidity.net().get(0).level() / 1e9).isEqualTo(6165.94, within(0.01));
        assertThat(said(DAY, Topic.LIQUIDITY, "Financial conditions, NFCI").state())
                .isEqualTo("loose");
        MacroStatement crisis = said(LocalDate.of(2020, 4, 8), Topic.LIQUIDITY, "Financial conditions, NFCI");
        assertThat(crisis.state()).isEqualTo("tight");
        assertThat(crisis.figure().value()).isEqualTo(0.306, within(0.001));
        assertThat(crisis.observed()).isEqualTo(LocalDate.of(2020, 4, 3));
    }

    @Test
    void positions_held_back_by_a_closed_government_are_seen_when_they_came_out() {
        assertThat(snapshot(LocalDate.of(2025, 12, 9))).isEqualTo(LocalDate.of(2025, 11, 4));
        assertThat(snapshot(LocalDate.of(2025, 12, 10))).isEqualTo(LocalDate.of(2025, 11, 10));
    }

    private static LocalDate snapshot(LocalDate day) {
        return report(day)
                .statement(Topic.POSITIONING, "E-mini S&P 500, leveraged funds, net")
                .orElseThrow()
                .observed();
    }

    @Test
    void positions_are_those_of_the_report_released_by_then() {
        MacroStatement funds = said(DAY, Topic.POSITIONING, "E-mini S&P 500, leveraged funds, net");
        assertThat(funds.observed()).isEqualTo(LocalDate.of(2025, 7, 15));
        assertThat(funds.state()).isEqualTo("net short");
        assertThat(funds.figure().value()).isEqualTo(-344_810);
        assertThat(said(DAY, Topic.POSITIONING, "E-mini S&P 500, leveraged funds, index")
                        .sample()
                        .n())
                .isEqualTo(28);
        // The snapshot of Tuesday 1 July, the 26th of the year, came out on Monday the 7th: the Friday was a holiday.
        assertThat(report(LocalDate.of(2025, 7, 6)).statements(Topic.POSITIONING))
                .isEmpty();
        assertThat(said(LocalDate.of(2025, 7, 7), Topic.POSITIONING, "E-mini S&P 500, leveraged funds, net")
                        .observed())
                .isEqualTo(LocalDate.of(2025, 7, 1));
    }

    @Test
    void the_crises_of_2008_and_2020_were_in_the_state_of_the_larger_variance_as_seen_then() {
        assertThat(said(LocalDate.of(2008, 10, 15), Topic.STATES, "S&P 500, state")
                        .state())
                .isEqualTo("high variance");
        assertThat(said(LocalDate.of(2020, 3, 16), Topic.STATES, "S&P 500, state")
                        .state())
                .isEqualTo("high variance");
        MacroStatement now = said(DAY, Topic.STATES, "S&P 500, state");
        assertThat(now.state()).isEqualTo("calm");
        assertThat(now.figure().quoted()).isGreaterThan(90);
        assertThat(said(DAY, Topic.STATES, "S&P 500, hindsight").state()).isEqualTo("calmer in hindsight");
    }

    @Test
    void the_curve_regimes_of_march_2020_and_2022_have_their_names() {
        assertThat(said(LocalDate.of(2020, 3, 31), Topic.CURVE, "2s10s, 20 days")
                        .state())
                .isEqualTo("bull steepener");
        assertThat(said(LocalDate.of(2022, 3, 31), Topic.CURVE, "2s10s, 20 days")
                        .state())
                .isEqualTo("bear flattener");
    }

    @Test
    void quadrants_stand_on_vintages_while_there_are_any_and_say_when_there_are_not() {
        GrowthPart then =
                report(LocalDate.of(2022, 8, 15)).part(GrowthPart.class).orElseThrow();
        assertThat(then.data().stream().filter(quad -> quad.provenance().startsWith("vintages")))
                .hasSize(2)
                .allSatisfy(quad -> assertThat(quad.reading().released()).isBefore(LocalDate.of(2022, 8, 16)));
        GrowthPart now = report(DAY).part(GrowthPart.class).orElseThrow();
        assertThat(now.data()).isNotEmpty().allSatisfy(quad -> {
            assertThat(quad.provenance()).startsWith("final data, revised since");
            assertThat(quad.reading().inflation().percent()).isEqualTo(2.67, within(0.01));
        });
        assertThat(report(DAY).gaps().stream().map(Gap::lacking))
                .anyMatch(lacking -> lacking.startsWith("a release of GDP and CPI, quarterly after 2022"));
    }

    @Test
    void every_profile_rests_on_matured_outcomes_with_their_effective_number() {
        RewardPart reward = report(DAY).part(RewardPart.class).orElseThrow();
        assertThat(reward.profiles()).hasSizeGreaterThan(12).allSatisfy(each -> {
            assertThat(each.profile().horizon()).isEqualTo(21);
            assertThat(each.profile().effectiveN()).isEqualTo(each.profile().n() / 21.0, within(1e-12));
            if (!each.isEnough()) {
                assertThat(each.direction()).isZero();
            }
        });
    }

    @Test
    void nothing_that_came_later_is_in_the_report() {
        MacroReport alone = report(DAY);
        MacroReport later = MacroReport.of(
                TrackerFolder.read(RealFiles.folder(), Optional.of(LocalDate.of(2026, 3, 31)))
                        .macro(),
                DAY);
        assertThat(later.statements()).isEqualTo(alone.statements());
        assertThat(later.gaps()).isEqualTo(alone.gaps());
    }

    @Test
    void what_changed_since_april_is_what_a_reader_remembers() {
        MacroChange change = report(DAY).since(report(LocalDate.of(2025, 4, 8)));
        StatementChange credit = change(change, "US HY OAS, change over 20 days");
        assertThat(credit.before().state()).isEqualTo("widening");
        assertThat(credit.after().state()).isEqualTo("calm");
        StatementChange state = change(change, "S&P 500, state");
        assertThat(state.before().state()).isEqualTo("high variance");
        assertThat(change(change, "US HY OAS, level").by().quoted()).isLessThan(-100);
        assertThat(change.appeared().stream().map(MacroStatement::topic)).contains(Topic.POSITIONING);
    }

    private static StatementChange change(MacroChange change, String subject) {
        return change.moved().stream()
                .filter(each -> each.after().subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_strip_of_fed_funds_futures_makes_the_policy_statements() {
        LocalDate day = LocalDate.of(2023, 3, 13);
        OvernightIndex effr = OvernightIndex.effr();
        List<Meeting> meetings = new ArrayList<>();
        for (CsvRow row : CsvTable.read(RealFiles.path("policy_path/fomc_meetings_2021_2027.csv"))
                .rows()) {
            if (row.text("meeting_type").equals("regular")) {
                meetings.add(Meeting.of(row.date("end_date"), EffectiveRule.NEXT_BUSINESS_DAY, effr.fixingDays()));
            }
        }
        List<Meeting> upcoming = new MeetingCalendar(meetings)
                .upcoming(day).stream()
                        .filter(meeting -> meeting.decision().isBefore(LocalDate.of(2024, 1, 1)))
                        .toList();
        var fixings =
                SeriesCsv.read(RealFiles.path("rates/DFF.csv"), Unit.PERCENT).between(LocalDate.of(2023, 3, 1), day);
        List<Quote> quotes = new ArrayList<>(strip(day, effr));
        quotes.add(Quote.current(
                effr, Rate.ofDecimal(fixings.latest().orElseThrow().value())));
        CalibratedPath path = (CalibratedPath) PathCalibrator.compile(
                        PathFrame.of(day, effr, upcoming).withFixings(new PublishedFixings(effr, fixings)), quotes)
                .calibrate();
        MacroReport report = MacroReport.of(
                TrackerFolder.read(RealFiles.folder(), Optional.of(day))
                        .macro()
                        .with(new RatesInput.Path(path, List.of(Source.observed("CME settlements")))),
                day);
        // The day after a bank failed: the market priced cuts by the end of the year, from 4.58 %.
        MacroStatement total =
                report.statement(Topic.POLICY, "EFFR path, total").orElseThrow();
        assertThat(total.state()).isEqualTo("cuts priced");
        assertThat(total.figure().quoted()).isBetween(-120.0, -40.0);
        assertThat(total.sample().n()).isEqualTo(quotes.size());
        assertThat(report.gaps().stream().map(Gap::lacking))
                .doesNotContain("quotes of futures or swaps with the meetings");
    }

    private static List<Quote> strip(LocalDate day, OvernightIndex effr) {
        String months = "FGHJKMNQUVXZ";
        List<Quote> quotes = new ArrayList<>();
        for (CsvRow row : CsvTable.read(RealFiles.path("policy_path/zq_contracts_exp2007-2009_2019-2025.csv"))
                .rows()) {
            String symbol = row.text("Symbol");
            if (row.date("Date").equals(day) && symbol.endsWith("23")) {
                YearMonth month = YearMonth.of(2023, 1 + months.indexOf(symbol.charAt(2)));
                if (month.isAfter(YearMonth.from(day))) {
                    quotes.add(Quote.ofPrice(AverageFuture.zq(effr, month), row.number("Close", Unit.PRICE)));
                }
            }
        }
        return quotes;
    }
}
