package io.github.macroregime.rates.probability;

import static io.github.macroregime.fixture.GoldenFile.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.rates.GoldenCases;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.EffectiveRule;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathCalibrator;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.rates.risk.PathRepricing;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Settlement prices of fed funds futures against the fixings, and a published table against the procedure. */
class FedFundsRealData {

    private static final String CONTRACTS = "policy_path/zq_contracts_exp2007-2009_2019-2025.csv";
    private static final String MONTH_CODES = "FGHJKMNQUVXZ";
    private static final OvernightIndex EFFR = OvernightIndex.effr();
    private static final LocalDate FRIDAY = LocalDate.of(2023, 3, 10);
    private static final List<LocalDate> DECISIONS = Stream.of(
                    "2023-02-01",
                    "2023-03-22",
                    "2023-05-03",
                    "2023-06-14",
                    "2023-07-26",
                    "2023-09-20",
                    "2023-11-01",
                    "2023-12-13",
                    "2024-01-31",
                    "2024-03-20")
            .map(LocalDate::parse)
            .toList();

    private static YearMonth month(String symbol) {
        int month = MONTH_CODES.indexOf(symbol.charAt(2)) + 1;
        return YearMonth.of(2000 + Integer.parseInt(symbol.substring(3)), month);
    }

    /** The last close of each contract on or before a day, if there is one within a week. */
    private static Map<YearMonth, Double> closes(LocalDate latest) {
        return CsvTable.read(RealFiles.path(CONTRACTS)).rows().stream()
                .filter(row ->
                        !row.date("Date").isAfter(latest) && row.date("Date").isAfter(latest.minusWeeks(1)))
                .sorted(Comparator.comparing(row -> row.date("Date")))
                .collect(Collectors.toMap(
                        row -> month(row.text("Symbol")),
                        row -> row.number("Close", Unit.PRICE),
                        (earlier, later) -> later,
                        TreeMap::new));
    }

    private static PublishedFixings fixings() {
        Map<LocalDate, Double> rates = new TreeMap<>();
        for (CsvRow row : CsvTable.read(RealFiles.path("rates/DFF.csv")).rows()) {
            LocalDate day = row.date("Date");
            if (day.isAfter(LocalDate.of(2006, 1, 1)) && EFFR.fixingDays().isOpen(day)) {
                rates.put(day, row.rate("Value", Unit.PERCENT).percent());
            }
        }
        return new PublishedFixings(EFFR, TimeSeries.ofQuoted(rates, Unit.PERCENT));
    }

    @Test
    void expiredContractsSettleToTheAverageOfTheFixings() {
        PublishedFixings fixings = fixings();
        Map<YearMonth, CsvRow> last = new TreeMap<>();
        for (CsvRow row : CsvTable.read(RealFiles.path(CONTRACTS)).rows()) {
            YearMonth month = month(row.text("Symbol"));
            LocalDate day = row.date("Date");
            if (!day.isAfter(month.atEndOfMonth())
                    && day.isAfter(month.atEndOfMonth().minusDays(4))) {
                last.put(month, row);
            }
        }
        List<Double> gaps = new ArrayList<>();
        last.forEach((month, row) -> {
            PathFrame frame =
                    PathFrame.of(month.plusMonths(1).atDay(2), EFFR, List.of()).withFixings(fixings);
            double settled = PolicyPath.ofSteps(frame, Rate.ZERO, List.of())
                    .parRate(AverageFuture.zq(month))
                    .orElseThrow()
                    .basisPoints();
            gaps.add(Math.abs(settled - 100 * (100 - row.number("Close", Unit.PRICE))));
        });
        gaps.sort(Comparator.naturalOrder());
        double median = gaps.get(gaps.size() / 2);
        assertThat(gaps).hasSizeGreaterThan(70);
        assertThat(median).isLessThan(0.2);
    }

    private static List<Quote> strip() {
        Map<YearMonth, Double> closes = new TreeMap<>(closes(FRIDAY));
        closes.put(YearMonth.of(2023, 2), closes(LocalDate.of(2023, 2, 28)).get(YearMonth.of(2023, 2)));
        return closes.entrySet().stream()
                .filter(entry -> !entry.getKey().isAfter(YearMonth.of(2024, 4))
                        && !entry.getKey().isBefore(YearMonth.of(2023, 2)))
                .map(entry -> Quote.ofPrice(AverageFuture.zq(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** Printed to 0.1 points. */
    @Test
    void publishedTableOfMarch2023CellByCell() {
        JsonNode published = GoldenCases.named("published_examples.json", "pyfedwatch_2023_03_10_table");
        FedWatchTable table = FedWatch.of(FedWatch.DecisionDay.NEW_RATE).table(FRIDAY, strip(), DECISIONS);
        Deviation cells = Deviation.absolute("points");
        int count = 0;
        int current = GoldenFile.list(published.get("columns")).stream()
                .map(JsonNode::asText)
                .toList()
                .indexOf(published.get("current_range").asText());
        for (var row : published.get("percent_by_meeting").properties()) {
            OutcomeDistribution law =
                    table.on(LocalDate.parse(row.getKey())).orElseThrow().cumulative();
            for (int c = 0; c < row.getValue().size(); c++) {
                cells.compare(
                        row.getKey() + " " + c,
                        100 * law.probability(c - current),
                        number(row.getValue().get(c)));
                count++;
            }
        }
        assertThat(count).isEqualTo(90);
        cells.isAtMost(0.05);
    }

    /**
     * Closes of 8, 10 and 13 March 2023 against the exact paths of the golden file; equal weights, no fixings. The file
     * takes contracts to February 2024, and to April 2024, a meeting farther, on the 10th.
     */
    @Test
    void repricingThroughMarch2023() {
        Deviation rates = Deviation.absolute("percent");
        Deviation changes = Deviation.absolute("bp");
        for (JsonNode one :
                GoldenFile.list(GoldenFile.json("rates/zq_real_strips.json").get("repricing"))) {
            CalibratedPath from = onItsCloses(GoldenFile.date(one.get("from")));
            CalibratedPath to = onItsCloses(GoldenFile.date(one.get("to")));
            PathRepricing repricing = new PathRepricing(from, to);
            assertThat(repricing.rows()).hasSameSizeAs(GoldenFile.list(one.get("by_meeting")));
            for (int j = 0; j < repricing.rows().size(); j++) {
                PathRepricing.Row row = repricing.rows().get(j);
                JsonNode expected = one.get("by_meeting").get(j);
                assertThat(row.decision()).isEqualTo(GoldenFile.date(expected.get("meeting")));
                String place = one.get("to").asText() + " " + row.decision();
                rates.compare(place, row.rateFrom().percent(), number(expected.get("rate_from_pct")));
                rates.compare(place, row.rateTo().percent(), number(expected.get("rate_to_pct")));
                changes.compare(place, row.change().basisPoints(), number(expected.get("repricing_bp")));
                changes.compare(place, row.stepChange().basisPoints(), number(expected.get("step_change_bp")));
            }
        }
        rates.isAtMost(1e-11);
        changes.isAtMost(1e-9);
    }

    private static CalibratedPath onItsCloses(LocalDate day) {
        boolean longer = day.equals(FRIDAY);
        YearMonth last = YearMonth.of(2024, longer ? 4 : 2);
        List<Quote> quotes = closes(day).entrySet().stream()
                .filter(entry -> !entry.getKey().isBefore(YearMonth.of(2023, 3))
                        && !entry.getKey().isAfter(last))
                .map(entry -> Quote.ofPrice(AverageFuture.zq(entry.getKey()), entry.getValue()))
                .toList();
        List<Meeting> meetings = DECISIONS.stream()
                .skip(1)
                .limit(longer ? 9 : 8)
                .map(decision -> Meeting.of(decision, EffectiveRule.NEXT_BUSINESS_DAY, EFFR.fixingDays()))
                .toList();
        return PathCalibrator.compile(PathFrame.of(day, EFFR, meetings), quotes)
                .calibrate()
                .orElseThrow();
    }

    @Test
    void theTwoConventionsAndThePathDifferOnMarch2023() {
        double asPublished = ofFifty(FedWatch.DecisionDay.NEW_RATE);
        double asRecently = ofFifty(FedWatch.DecisionDay.OLD_RATE);
        List<Meeting> meetings = DECISIONS.stream()
                .skip(1)
                .map(day -> Meeting.of(day, EffectiveRule.NEXT_BUSINESS_DAY, EFFR.fixingDays()))
                .toList();
        PathFrame frame = PathFrame.of(FRIDAY, EFFR, meetings).withFixings(fixings());
        PolicyPath path =
                PathCalibrator.compile(frame, strip()).calibrate().orElseThrow().path();
        double byPath = OutcomeDistribution.twoPoint(path.steps().get(0).step().orElseThrow(), Rate.ofBasisPoints(25))
                .probability(2);
        assertThat(asPublished).isCloseTo(0.4023810, org.assertj.core.data.Offset.offset(5e-8));
        assertThat(asRecently).isCloseTo(0.3386364, org.assertj.core.data.Offset.offset(5e-8));
        assertThat(byPath).isBetween(asRecently, asPublished);
    }

    private static double ofFifty(FedWatch.DecisionDay convention) {
        return FedWatch.of(convention)
                .table(FRIDAY, strip(), DECISIONS)
                .rows()
                .get(0)
                .step()
                .probability(2);
    }
}
