package io.github.macroregime.rates.probability;

import static io.github.macroregime.fixture.GoldenFile.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.rates.GoldenCases;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.CompoundedFuture;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.TenorOis;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.AdjacentOutcomes;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathCalibrator;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PathFrame.Interpolation;
import io.github.macroregime.rates.path.PolicyPath;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Worked examples that exchanges, libraries and commentators print. Tolerance: 1e-12 against the exact values of the
 * file, half a unit of the last digit against the printed ones.
 */
class PublishedExamplesGolden {

    private static final String FILE = "published_examples.json";
    private static final Rate QUARTER = Rate.ofBasisPoints(25);

    private static Quote zq(YearMonth month, double price) {
        return Quote.ofPrice(AverageFuture.zq(month), price);
    }

    private static JsonNode example(String name) {
        return GoldenCases.cases(FILE).stream()
                .filter(one -> one.get("name").asText().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void exchangeNoteOfSeptember2015() {
        JsonNode one = example("cme_fedwatch_2015_09_17");
        JsonNode inputs = one.get("inputs");
        FedWatchTable.Row row = FedWatch.of(FedWatch.DecisionDay.NEW_RATE)
                .table(
                        LocalDate.of(2015, 8, 20),
                        List.of(
                                zq(YearMonth.of(2015, 8), number(inputs.get("FFQ5_price"))),
                                zq(YearMonth.of(2015, 9), number(inputs.get("FFU5_price")))),
                        List.of(LocalDate.of(2015, 9, 17)))
                .rows()
                .get(0);
        Deviation deviation = Deviation.absolute("percent");
        deviation.compare(
                "start", row.start().percent(), number(one.get("exact").get("ffer_start_pct")));
        deviation.compare("end", row.end().percent(), number(one.get("exact").get("ffer_end_pct")));
        deviation.compare(
                "hike", row.step().probability(1), number(one.get("exact").get("p_hike")));
        deviation.compare(
                "none", row.step().probability(0), number(one.get("exact").get("p_no_hike")));
        deviation.isAtMost(1e-12);
        assertThat(row.step().probability(1))
                .isCloseTo(number(one.get("published").get("p_hike")), offset(5e-4));
    }

    private static org.assertj.core.data.Offset<Double> offset(double size) {
        return org.assertj.core.data.Offset.offset(size);
    }

    private static FedWatchTable autumn2022(double september, double october, double november) {
        return FedWatch.of(FedWatch.DecisionDay.NEW_RATE)
                .table(
                        LocalDate.of(2022, 9, 12),
                        List.of(
                                zq(YearMonth.of(2022, 9), september),
                                zq(YearMonth.of(2022, 10), october),
                                zq(YearMonth.of(2022, 11), november)),
                        List.of(LocalDate.of(2022, 9, 21), LocalDate.of(2022, 11, 2)));
    }

    @Test
    void exchangeSpreadsheetOfSeptember2022() {
        JsonNode one = example("cme_fedwatch_spreadsheet_2022_09_12");
        JsonNode prices = one.get("inputs").get("prices");
        FedWatchTable table =
                autumn2022(number(prices.get("ZQU2")), number(prices.get("ZQV2")), number(prices.get("ZQX2")));
        JsonNode exact = one.get("exact");
        Deviation deviation = Deviation.absolute("percent");
        deviation.compare("start", table.rows().get(0).start().percent(), number(exact.get("sep_start_rate_pct")));
        deviation.compare("change", table.rows().get(0).change().percent(), number(exact.get("sep_change_pct")));
        deviation.compare("end", table.rows().get(1).end().percent(), number(exact.get("nov_end_rate_pct")));
        deviation.compare("change", table.rows().get(1).change().percent(), number(exact.get("nov_change_pct")));
        deviation.isAtMost(1e-12);
        assertThat(table.rows().get(0).step().probability(3)).isCloseTo(0.955, offset(1e-12));
        assertThat(table.missingMonths()).containsExactly(YearMonth.of(2022, 8));
        assertThat(table).asString().contains("lacks the average of [2022-08]");
    }

    /** The web tool's variant of the same day: the expired August contract gives the rate before the meeting. */
    @Test
    void expiredMonthBeforeTheMeetingIsTheRateBeforeIt() {
        JsonNode prices =
                example("cme_fedwatch_spreadsheet_2022_09_12").get("inputs").get("prices");
        FedWatchTable table = FedWatch.of(FedWatch.DecisionDay.NEW_RATE)
                .table(
                        LocalDate.of(2022, 9, 12),
                        List.of(
                                zq(YearMonth.of(2022, 8), 97.6675),
                                zq(YearMonth.of(2022, 9), number(prices.get("ZQU2"))),
                                zq(YearMonth.of(2022, 10), number(prices.get("ZQV2")))),
                        List.of(LocalDate.of(2022, 9, 21)));
        assertThat(table.rows().get(0).start().percent()).isCloseTo(2.3325, offset(1e-12));
        assertThat(table.rows().get(0).change().basisPoints()).isCloseTo(72.75, offset(1e-10));
        assertThat(table.missingMonths()).isEmpty();
    }

    @Test
    void exchangeSpreadsheetSecondSheet() {
        JsonNode one = example("cme_fedwatch_spreadsheet_second_sheet");
        JsonNode in = one.get("inputs");
        FedWatchTable table = autumn2022(
                number(in.get("month_a_avg")), number(in.get("anchor_price")), number(in.get("month_b_avg")));
        Deviation deviation = Deviation.absolute("percent");
        JsonNode exact = one.get("exact");
        deviation.compare("start", 100 - table.rows().get(0).start().percent(), number(exact.get("a_start_price")));
        deviation.compare("change", table.rows().get(0).change().percent(), number(exact.get("a_change_pct")));
        deviation.compare("end", 100 - table.rows().get(1).end().percent(), number(exact.get("b_end_price")));
        deviation.compare("change", table.rows().get(1).change().percent(), number(exact.get("b_change_pct")));
        deviation.isAtMost(2e-12);
    }

    @Test
    void effectiveDayReadsTheSamePricesLower() {
        OvernightIndex effr = OvernightIndex.effr();
        Meeting september = new Meeting(LocalDate.of(2022, 9, 21), LocalDate.of(2022, 9, 22));
        CalibratedPath path = PathCalibrator.compile(
                        PathFrame.of(LocalDate.of(2022, 9, 12), effr, List.of(september)),
                        List.of(zq(YearMonth.of(2022, 9), 97.4475), zq(YearMonth.of(2022, 10), 96.94)))
                .calibrate()
                .orElseThrow();
        assertThat(path.path().startRate().orElseThrow().percent()).isCloseTo(2.335, offset(1e-12));
        assertThat(path.path().step(september).orElseThrow().basisPoints()).isCloseTo(72.5, offset(1e-10));
    }

    @Test
    void aggregatedAgainstConditional() {
        JsonNode one = example("cme_fedwatch_aggregated");
        JsonNode in = one.get("inputs");
        double june = number(in.get("may")) - number(in.get("june"));
        double july = number(in.get("june")) - number(in.get("july"));
        OutcomeTree tree = new OutcomeTree(
                List.of(
                        new Meeting(LocalDate.of(2023, 5, 31), LocalDate.of(2023, 6, 1)),
                        new Meeting(LocalDate.of(2023, 6, 30), LocalDate.of(2023, 7, 1))),
                Stream.of(june, july)
                        .map(step -> OutcomeDistribution.twoPoint(Rate.ofPercent(step), QUARTER))
                        .toList(),
                Dependence.independent());
        Meeting last = tree.meetings().get(1);
        Deviation deviation = Deviation.absolute("(probability)");
        deviation.compare("conditional", tree.conditional(last).probability(1), 0.5);
        one.get("derived")
                .get("july_cumulative_independent")
                .properties()
                .forEach(e -> deviation.compare(
                        "tree",
                        tree.cumulative(last).probability(Integer.parseInt(e.getKey()) / 25),
                        number(e.getValue())));
        deviation.compare("aggregated", tree.aggregated(last).probability(1), 1);
        deviation.isAtMost(1e-12);
    }

    @Test
    void overnightRateAfterAMoveOfTheRange() {
        JsonNode one = example("cme_sofrwatch_scenario");
        JsonNode in = one.get("inputs");
        Rate spread = Rate.ofBasisPoints(number(in.get("sofr_minus_lower_bound_bp")));
        Rate lower = Rate.ofPercent(number(in.get("lower_bound_pct")));
        TargetRange range = TargetRange.around(lower.plus(spread), spread, QUARTER);
        assertThat(range.shifted(Rate.ofBasisPoints(number(in.get("user_step_bp"))))
                        .overnight(spread)
                        .percent())
                .isCloseTo(number(one.get("published").get("post_meeting_sofr_pct")), offset(1e-12));
    }

    /** One meeting, a known rate before it and one monthly contract give the rate after it. */
    private static double probability(
            OvernightIndex index, LocalDate effective, double before, double after, double average) {
        Meeting meeting = new Meeting(effective, effective);
        YearMonth month = YearMonth.from(effective);
        AverageFuture future = new AverageFuture(index, "IB", month, Rate.ofBasisPoints(0.5), 24.66);
        PathFrame frame = PathFrame.of(month.atDay(1), index, List.of(meeting));
        PolicyPath path = PathCalibrator.compile(
                        frame,
                        List.of(
                                Quote.current(index, Rate.ofPercent(before)),
                                Quote.of(future, Rate.ofPercent(average))))
                .calibrate()
                .orElseThrow()
                .path();
        AdjacentOutcomes odds = path.probabilities(meeting, Rate.ofPercent(Math.abs(after - before)))
                .orElseThrow();
        return odds.cutProbability() + odds.hikeProbability();
    }

    @Test
    void australianTracker() {
        Deviation exact = Deviation.absolute("(probability)");
        Map<String, LocalDate> effective = Map.of(
                "2022-08-15", LocalDate.of(2022, 9, 7),
                "2013-02-22", LocalDate.of(2013, 3, 6));
        for (JsonNode one : GoldenCases.cases(FILE)) {
            String name = one.get("name").asText();
            if (name.startsWith("asx")) {
                JsonNode in = one.get("inputs");
                LocalDate day = effective.getOrDefault(
                        name.substring(21, 31),
                        LocalDate.of(2025, 6, 1)
                                .minusDays(in.get("days_at_new_rate").asInt()));
                double found = probability(
                        OvernightIndex.aonia(),
                        day,
                        number(in.get("current_rate_pct")),
                        number(in.get("assumed_new_rate_pct")),
                        100 - number(in.get("price")));
                exact.compare(name, found, number(one.get("computed")));
                double printed = Double.parseDouble(
                                one.get("published_probability").asText().replace("%", ""))
                        / 100;
                assertThat(found).as(name).isCloseTo(printed, offset(0.005));
            }
        }
        exact.isAtMost(5e-9);
    }

    @Test
    void conditionalRateAfterTheHikeIsAnInput() {
        JsonNode one = example("marctomarket_2015_12_16");
        JsonNode in = one.get("inputs");
        double found = probability(
                OvernightIndex.effr(),
                LocalDate.of(2015, 12, 17),
                number(in.get("effr_now_pct")),
                number(in.get("effr_after_hike_pct")),
                number(in.get("december_implied_pct")));
        assertThat(found).isCloseTo(number(one.get("exact").get("p_hike")), offset(1e-11));
    }

    @Test
    void futuresOfOctober2018AreRepriced() {
        JsonNode one = example("quantlib_sofr_futures_2018_10_26");
        LocalDate asOf = LocalDate.of(2018, 10, 26);
        OvernightIndex sofr = OvernightIndex.sofr();
        List<LocalDate> nodes = new ArrayList<>();
        List<Quote> quotes = new ArrayList<>();
        one.get("monthly").properties().forEach(e -> {
            YearMonth month = YearMonth.parse(e.getKey());
            quotes.add(Quote.ofPrice(AverageFuture.sr1(month), number(e.getValue())));
            nodes.add(month.plusMonths(1).atDay(1));
        });
        one.get("quarterly").properties().forEach(e -> {
            CompoundedFuture future = CompoundedFuture.sr3(YearMonth.parse(e.getKey()));
            quotes.add(Quote.ofPrice(future, number(e.getValue())));
            nodes.add(future.end());
        });
        List<Meeting> meetings = nodes.subList(0, nodes.size() - 1).stream()
                .map(node -> new Meeting(node.minusDays(1), node))
                .toList();
        PathFrame frame = PathFrame.of(asOf, sofr, meetings).withFixings(fixings(sofr, one.get("fixings_pct")));
        CalibratedPath found = PathCalibrator.compile(frame, quotes).calibrate().orElseThrow();
        assertThat(found.status()).isEqualTo(CalibratedPath.Status.EXACT);
        assertThat(found.path()
                        .price(CompoundedFuture.sr3(YearMonth.of(2019, 3)))
                        .getAsDouble())
                .isCloseTo(number(one.get("expected").get("price_20190320_20190619")), offset(1e-9));
        Deviation repricing = Deviation.absolute("bp");
        found.residuals().stream().forEach(residual -> repricing.compare("quote", residual * 1e4, 0));
        repricing.isAtMost(1e-9);
    }

    private static PublishedFixings fixings(OvernightIndex index, JsonNode percentByDate) {
        return GoldenCases.fixings(index, percentByDate);
    }

    @Test
    void referencePeriodThatEndsOnAHoliday() {
        JsonNode one = example("quantlib_sofr_holiday_maturity_2024_06");
        OvernightIndex sofr = OvernightIndex.sofr();
        PathFrame frame = PathFrame.of(LocalDate.of(2024, 6, 20), sofr, List.of())
                .withFixings(fixings(sofr, one.get("fixings_pct")));
        PolicyPath path = PolicyPath.ofSteps(frame, Rate.ZERO, List.of());
        CompoundedFuture future = new CompoundedFuture(
                sofr,
                "SR3",
                GoldenFile.date(one.get("start")),
                GoldenFile.date(one.get("end")),
                Rate.ofBasisPoints(0.5),
                25);
        assertThat(path.price(future).getAsDouble())
                .isCloseTo(number(one.get("expected").get("price")), offset(1e-12));
    }

    @Test
    void valueOfASwapOnAFlatCurve() {
        JsonNode one = example("quantlib_ois_cached_npv");
        BusinessDays target = BusinessDays.target();
        OvernightIndex estr = OvernightIndex.estr().withFixingDays(target);
        LocalDate settlement = LocalDate.of(2009, 2, 9);
        PathFrame frame =
                PathFrame.of(settlement, estr, List.of()).withInterpolation(Interpolation.LOG_LINEAR_DISCOUNT);
        PolicyPath path = PolicyPath.ofSteps(frame, Rate.ofDecimal(360 * Math.expm1(0.05 / 360)), List.of());
        TenorOis swap = TenorOis.starting(estr, settlement, "1Y");
        double years = ChronoUnit.DAYS.between(swap.start(), swap.end()) / 360.0;
        double value = 100
                * (path.parRate(swap).orElseThrow().decimal() - Math.expm1(0.05))
                * years
                * path.discountFactor(swap.end()).getAsDouble();
        assertThat(value).isCloseTo(number(one.get("expected").get("npv")), offset(1e-11));
    }

    /** The 5Y quote is as printed in that test, a typing slip that any calibrator has to live with. */
    @Test
    void curveWithNodesOnMeetings() {
        JsonNode one = example("strata_fomc_nodes_2015_07_21");
        OvernightIndex effr = OvernightIndex.effr();
        LocalDate asOf = LocalDate.of(2015, 7, 21);
        List<Quote> quotes = new ArrayList<>();
        List<LocalDate> ends = new ArrayList<>();
        one.get("quotes_pct").properties().forEach(e -> {
            RateInstrument instrument = switch (e.getKey()) {
                case "ON" -> new DatedOis(effr, asOf, asOf.plusDays(1));
                case "TN" -> new DatedOis(effr, asOf.plusDays(1), asOf.plusDays(2));
                default -> TenorOis.of(effr, asOf, e.getKey());
            };
            quotes.add(Quote.of(instrument, Rate.ofPercent(number(e.getValue()))));
            ends.add(instrument instanceof TenorOis tenor ? tenor.end() : asOf.plusDays(ends.size() + 1));
        });
        List<LocalDate> nodes = new ArrayList<>(List.of(
                LocalDate.of(2015, 7, 22),
                LocalDate.of(2015, 7, 29),
                LocalDate.of(2015, 9, 17),
                LocalDate.of(2015, 10, 28),
                LocalDate.of(2015, 12, 16),
                LocalDate.of(2016, 1, 27),
                LocalDate.of(2016, 3, 16),
                LocalDate.of(2016, 6, 15)));
        nodes.addAll(ends.subList(8, ends.size() - 1));
        List<Meeting> meetings =
                nodes.stream().map(node -> new Meeting(node.minusDays(1), node)).toList();
        PathFrame frame = PathFrame.of(asOf, effr, meetings).withInterpolation(Interpolation.LOG_LINEAR_DISCOUNT);
        CalibratedPath found = PathCalibrator.compile(frame, quotes).calibrate().orElseThrow();
        assertThat(found.status()).isEqualTo(CalibratedPath.Status.EXACT);
        Deviation repricing = Deviation.absolute("bp");
        found.residuals().stream().forEach(residual -> repricing.compare("quote", residual * 1e4, 0));
        repricing.isAtMost(1e-9);
    }
}
