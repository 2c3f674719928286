package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.rates.meeting.EffectiveRule;
import io.github.macroregime.regime.edition.Edition;
import io.github.macroregime.regime.folder.TrackerFolder;
import io.github.macroregime.regime.folder.TrackerInput;
import io.github.macroregime.regime.input.FedWatchComparison.ComparedMeeting;
import io.github.macroregime.regime.page.Page;
import io.github.macroregime.regime.report.CreditPart;
import io.github.macroregime.regime.report.EquitiesPart;
import io.github.macroregime.regime.report.PolicyPart;
import io.github.macroregime.regime.report.StrengthPart;
import io.github.macroregime.regime.sheet.SectorSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tracker on real files of 22 July 2025, against facts that others state of that day. */
class TrackerRealData {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    private static final Map<LocalDate, TrackerInput> INPUTS = new ConcurrentHashMap<>();
    private static final Map<LocalDate, Edition> EDITIONS = new ConcurrentHashMap<>();

    private static TrackerInput input(LocalDate date) {
        return INPUTS.computeIfAbsent(date, day -> TrackerFolder.read(RealFiles.folder(), Optional.of(day)));
    }

    private static Edition edition(LocalDate date) {
        return EDITIONS.computeIfAbsent(date, day -> Edition.of(input(day)));
    }

    @Test
    void sector_fund_returns_are_those_of_the_day() {
        EquitiesPart block = edition(DAY).report().part(EquitiesPart.class).orElseThrow();
        Map<String, Double> percent = Map.of(
                "Health Care (XLV)", 1.861,
                "Real Estate (XLRE)", 1.738,
                "Materials (XLB)", 1.378,
                "Consumer Staples (XLP)", 0.915,
                "Communication Services (XLC)", 0.232,
                "Information Technology (XLK)", -0.926);
        percent.forEach((sector, expected) -> assertThat(block.sectors().stream()
                        .filter(each -> each.name().equals(sector))
                        .findFirst()
                        .orElseThrow()
                        .periodReturn()
                        .percent())
                .as(sector)
                .isCloseTo(expected, within(0.0005)));
        assertThat(block.breadth().orElseThrow().advancers()).isEqualTo(10);
    }

    /** By pandas from the mean closes of March and June: the ratios dated the last of June are means of July. */
    @Test
    void a_valuation_ratio_is_that_of_the_last_month_that_is_over() {
        SectorSheet.PriceSplit quarter =
                edition(DAY).report().sheets(SectorSheet.class).get(0).prices().get(0);
        assertThat(quarter.to()).isEqualTo("2025-05-31");
        assertThat(quarter.price().percent()).isCloseTo(5.908668856057891, within(1e-10));
        assertThat(quarter.multiple().percent()).isCloseTo(3.7516739384933925, within(1e-10));
    }

    @Test
    void spreads_and_the_overnight_rate_are_those_of_the_day() {
        TrackerInput input = input(DAY);
        assertThat(input.figures().overnightRate().orElseThrow().percent()).isEqualTo(4.33);
        Edition report = Edition.of(input);
        CreditPart.Spread grade =
                report.report().part(CreditPart.class).orElseThrow().spreads().get(0);
        assertThat(grade.standing().level().basisPoints()).isEqualTo(81);
        assertThat(report.report()
                        .part(CreditPart.class)
                        .orElseThrow()
                        .spreads()
                        .get(1)
                        .standing()
                        .level()
                        .basisPoints())
                .isEqualTo(290);
        assertThat(grade.standing()
                        .againstAverage()
                        .orElseThrow()
                        .landmark()
                        .level()
                        .basisPoints())
                .isCloseTo(112.8, within(0.05));
    }

    /** Of a number like -0.0012 printed to two decimals the minus is left out; binary fractions do not show. */
    @Test
    void no_negative_zero_and_no_raw_digits_are_shown() {
        Edition edition = edition(DAY);
        Pattern negativeZero = Pattern.compile("(?<![\\w.-])-0(?:\\.0+)?(?![\\w-]|\\.\\w)");
        Pattern raw = Pattern.compile("\\d\\.\\d*(?:0{6}|9{6})\\d+(?![\\dE])");
        for (String shown : List.of(
                Page.text(edition.title(), edition.head(), edition.sections()),
                edition.json(),
                edition.report().toString(),
                edition.toString())) {
            assertThat(negativeZero.matcher(shown).results().map(MatchResult::group))
                    .isEmpty();
            assertThat(raw.matcher(shown).results().map(MatchResult::group)).isEmpty();
        }
    }

    @Test
    void what_the_folder_lacks_is_named() {
        assertThat(edition(DAY).report().gaps().stream().map(gap -> gap.lacking()))
                .contains("sectors.csv", "quotes.csv");
    }

    @Test
    void nothing_after_the_day_is_seen() {
        assertThat(input(DAY).series())
                .allSatisfy(each -> assertThat(each.series().dates().last()).isBeforeOrEqualTo(DAY));
    }

    @Test
    void the_board_scores_every_asset_on_its_own_calendar() {
        var board = edition(LocalDate.of(2025, 7, 20))
                .report()
                .part(StrengthPart.class)
                .orElseThrow()
                .board();
        assertThat(board.row("Bitcoin").orElseThrow().observed()).isEqualTo(LocalDate.of(2025, 7, 20));
        assertThat(board.row("S&P 500").orElseThrow().observed()).isEqualTo(LocalDate.of(2025, 7, 18));
    }

    private static final LocalDate FRIDAY = LocalDate.of(2023, 3, 10);
    private static final String MONTH_CODES = "FGHJKMNQUVXZ";

    /** The strip of fed funds futures of 10 March 2023 with the fixings that were out, as a folder. */
    private static void writeFriday(Path folder) throws IOException {
        StringBuilder quotes = new StringBuilder("date,instrument,term,quote,source\n");
        for (CsvRow row : CsvTable.read(RealFiles.path("policy_path/zq_contracts_exp2007-2009_2019-2025.csv"))
                .rows()) {
            String symbol = row.text("Symbol");
            YearMonth month = YearMonth.of(
                    2000 + Integer.parseInt(symbol.substring(3)), MONTH_CODES.indexOf(symbol.charAt(2)) + 1);
            boolean expired =
                    month.equals(YearMonth.of(2023, 2)) && row.text("Date").equals("2023-02-28");
            boolean running = row.text("Date").equals("2023-03-10") && !month.isAfter(YearMonth.of(2024, 4));
            if (expired || running) {
                quotes.append("2023-03-10,ZQ,%s,%s,exchange\n".formatted(month, row.text("Close")));
            }
        }
        Files.writeString(folder.resolve("quotes.csv"), quotes);
        StringBuilder meetings = new StringBuilder("bank,decision,effective\n");
        for (String day : List.of(
                "2023-02-01",
                "2023-03-22",
                "2023-05-03",
                "2023-06-14",
                "2023-07-26",
                "2023-09-20",
                "2023-11-01",
                "2023-12-13",
                "2024-01-31",
                "2024-03-20")) {
            LocalDate decision = LocalDate.parse(day);
            meetings.append("FED,%s,%s\n"
                    .formatted(day, EffectiveRule.NEXT_BUSINESS_DAY.effective(decision, BusinessDays.newYorkFed())));
        }
        Files.writeString(folder.resolve("meetings.csv"), meetings);
        StringBuilder fixings = new StringBuilder("date,index,rate,unit,source\n");
        for (CsvRow row : CsvTable.read(RealFiles.path("rates/DFF.csv")).rows()) {
            LocalDate day = row.date("Date");
            if (day.getYear() == 2023
                    && day.getMonthValue() <= 3
                    && BusinessDays.newYorkFed().isOpen(day)) {
                fixings.append("%s,EFFR,%s,%%,FRED\n".formatted(day, row.text("Value")));
            }
        }
        Files.writeString(folder.resolve("fixings.csv"), fixings);
    }

    /** 59.8 and 40.2 % are printed in the published table of that day; 33.9 % follows from 0.3386364. */
    @Test
    void both_published_variants_stand_beside_the_path_of_10_march_2023(@TempDir Path folder) throws IOException {
        writeFriday(folder);
        Edition report = Edition.of(TrackerFolder.read(folder, Optional.of(FRIDAY)));
        ComparedMeeting march = report.report()
                .part(PolicyPart.class)
                .flatMap(PolicyPart::path)
                .orElseThrow()
                .fedWatch()
                .orElseThrow()
                .meetings()
                .get(0);
        assertThat(march.decisionDayNew().orElseThrow().step().probability(2)).isCloseTo(0.4023810, within(5e-8));
        assertThat(march.decisionDayOld().orElseThrow().step().probability(2)).isCloseTo(0.3386364, within(5e-8));
        assertThat(march.ours().orElseThrow().probability(2)).isCloseTo(0.355, within(0.0005));
        assertThat(report.report().gaps().stream().map(gap -> gap.lacking()))
                .noneMatch(each -> each.contains("fixings"));
        String page = Page.text(report.title(), List.of(), report.sections());
        String row = page.lines()
                .filter(line -> line.startsWith("2023-03-22") && line.contains("59.8"))
                .findFirst()
                .orElseThrow();
        assertThat(row).contains("+25 bp 59.8 %, +50 bp 40.2 %", "+25 bp 66.1 %, +50 bp 33.9 %", "+50 bp 35.5 %");
        assertThat(page).contains("new rate on 10 (decision day new), 9 (old)");
        JsonNode json = new ObjectMapper()
                .readTree(report.json())
                .get("policy")
                .get("fedwatch")
                .get(0);
        assertThat(json.get("decision_day_new")
                        .get("outcomes")
                        .get(1)
                        .get("probability_fraction")
                        .asDouble())
                .isCloseTo(0.4023810, within(5e-8));
        assertThat(json.get("decision_day_old")
                        .get("outcomes")
                        .get(1)
                        .get("probability_fraction")
                        .asDouble())
                .isCloseTo(0.3386364, within(5e-8));
    }

    @Test
    void the_json_of_the_real_folder_satisfies_the_schema() throws IOException {
        EditionSchemaTest.assertSatisfied(Edition.read(RealFiles.folder(), Optional.of(LocalDate.of(2025, 7, 22))));
    }
}
