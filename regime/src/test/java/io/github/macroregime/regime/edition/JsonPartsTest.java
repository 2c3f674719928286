package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.CardSetup;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.SpreadPercentile;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.Severity;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.CreditPart;
import io.github.macroregime.regime.report.Figure;
import io.github.macroregime.regime.report.MacroChange;
import io.github.macroregime.regime.report.MacroChange.Turn;
import io.github.macroregime.regime.report.MacroReport;
import io.github.macroregime.regime.report.StrengthPart;
import io.github.macroregime.regime.report.Topic;
import io.github.macroregime.regime.sheet.ModelTable;
import io.github.macroregime.regime.strength.FlipPrices;
import io.github.macroregime.regime.strength.FlipPrices.Flip;
import io.github.macroregime.regime.strength.Strength;
import io.github.macroregime.regime.strength.Strength.TailState;
import io.github.macroregime.regime.strength.StrengthBoard;
import io.github.macroregime.regime.strength.StrengthBoardOptions;
import io.github.macroregime.regime.strength.StrengthRow;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Parts of the JSON that a small folder does not have, each beside numbers worked out by hand. */
class JsonPartsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final Source HAND = Source.synthetic("by hand");
    private static final List<Meeting> MEETINGS = List.of(
            new Meeting(LocalDate.of(2025, 7, 30), LocalDate.of(2025, 7, 31)),
            new Meeting(LocalDate.of(2025, 9, 17), LocalDate.of(2025, 9, 18)),
            new Meeting(LocalDate.of(2025, 10, 29), LocalDate.of(2025, 10, 30)));

    private static JsonNode json(Map<String, Object> object) {
        return new ObjectMapper().valueToTree(object);
    }

    private static MacroReport report(LocalDate day, Topic topic, MacroInput... inputs) {
        return MacroReport.of(MacroInputs.of(inputs), day, MacroOptions.withDefaults(), Set.of(topic));
    }

    private static void assertNumber(JsonNode object, String field, double value) {
        assertThat(object.path(field).isNumber()).as(field).isTrue();
        assertThat(object.get(field).asDouble()).as(field).isCloseTo(value, within(1e-6));
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.get(field).asText()));
        return texts;
    }

    private static Quote zq(int month, double percent) {
        return Quote.of(AverageFuture.zq(YearMonth.of(2025, month)), Rate.ofPercent(percent));
    }

    private static RatesInput.PolicyQuotes quotes(LocalDate day, Quote... quotes) {
        return new RatesInput.PolicyQuotes(
                day,
                OvernightIndex.effr(),
                Optional.of(Rate.ofPercent(4.33)),
                List.of(quotes),
                List.of(),
                Adjustments.none(),
                Optional.of(new MeetingCalendar(MEETINGS)),
                List.of(HAND));
    }

    private static RatesInput.PolicyQuotes strip(LocalDate day, double september, double november) {
        return quotes(day, zq(8, 4.33), zq(9, (17 * 4.33 + 13 * september) / 30), zq(11, november));
    }

    private static JsonNode policy(RatesInput.PolicyQuotes quotes) {
        return json(PolicyJson.of(quotes.path(gap -> {}).orElseThrow()));
    }

    /**
     * August is the rate of July, November that of October, each known to a quarter of a basis point; that of September is
     * (30 s - 17 a) / 13 by the futures of September and August.
     */
    @Test
    void aRateHasTheErrorOfTheQuotesThatItIsReadOffFrom() {
        JsonNode policy = policy(strip(DAY, 4.08, 3.9));
        JsonNode meetings = policy.get("meetings");
        double september = 0.25 * Math.sqrt(900 + 289) / 13;
        assertNumber(meetings.get(0), "rate_error_bp", 0.25);
        assertNumber(meetings.get(0), "step_error_bp", 0.25);
        assertNumber(meetings.get(1), "rate_error_bp", september);
        assertNumber(meetings.get(1), "step_error_bp", 0.25 * 30 * Math.sqrt(2) / 13);
        assertNumber(meetings.get(2), "rate_error_bp", 0.25);
        assertNumber(meetings.get(2), "step_error_bp", Math.hypot(0.25, september));
        assertNumber(policy, "terminal_rate_error_bp", 0.25);
        assertThat(policy.get("terminal_at_horizon").asBoolean()).isTrue();
        assertThat(policy.get("fit_status").asText()).isEqualTo("EXACT");
        assertThat(policy.get("unidentified")).isEmpty();
        assertThat(policy.has("fedwatch")).as("a month is missing").isTrue();
        JsonNode open = policy(quotes(DAY, zq(8, 4.33)));
        assertThat(open.get("meetings").get(1).get("identified").asBoolean()).isFalse();
        assertThat(open.get("meetings").get(1).has("rate_error_bp")).isFalse();
        assertThat(open.get("meetings").get(1).has("step_bp")).isFalse();
        assertThat(open.get("fit_status").asText()).isEqualTo("RANK_DEFICIENT");
        assertThat(open.get("unidentified")).hasSize(2);
    }

    /** Two equal weights on one month meet it half way: a quarter of 2 bp either side, half a basis point is a tick. */
    @Test
    void whatAQuoteMissesIsToldInBasisPointsAndTicks() {
        JsonNode quotes = policy(quotes(DAY, zq(8, 4.33), zq(8, 4.34))).get("quotes");
        assertThat(Math.abs(quotes.get(1).get("residual_bp").asDouble())).isCloseTo(0.5, within(1e-6));
        assertThat(quotes.get(1).get("residual_ticks").asDouble())
                .isCloseTo(quotes.get(1).get("residual_bp").asDouble() * 2, within(1e-6));
        assertNumber(
                quotes.get(2), "residual_bp", -quotes.get(1).get("residual_bp").asDouble());
        assertThat(quotes.get(0).has("residual_ticks")).as("today's rate").isFalse();
    }

    @Test
    void theProcedureStandsBesideThePath() {
        JsonNode compared = policy(quotes(
                        DAY, zq(7, 4.33), zq(8, 4.33), zq(9, (17 * 4.33 + 13 * 4.18) / 30), zq(10, 4.18), zq(11, 4.18)))
                .get("fedwatch");
        assertThat(texts(compared, "decision")).containsExactly("2025-07-30", "2025-09-17", "2025-10-29");
        JsonNode september = compared.get(1);
        // 15 of 25 basis points: a cut at 60 %.
        assertThat(texts(september.get("ours"), "move_bp")).containsExactly("-25.0", "0.0");
        assertNumber(september.get("ours").get(0), "probability_fraction", 0.6);
        // October, without an own meeting before its last days, is the rate after that of September.
        for (String variant : List.of("decision_day_new", "decision_day_old")) {
            JsonNode row = september.get(variant);
            assertNumber(row, "step_bp", -15);
            assertNumber(row.get("outcomes").get(0), "probability_fraction", 0.6);
            assertThat(row.get("totals")).isNotEmpty();
            assertThat(row.get("own_contract_used").isBoolean()).isTrue();
            assertThat(row.get("own_contract_residual_bp").isNumber()).isTrue();
        }
        assertThat(september.get("why").asText()).startsWith("new rate on 14 (decision day new)");
    }

    @Test
    void aChangeTellsItsTurnsAndWhatWasRepriced() {
        Turn turn = new Turn(
                Topic.POLICY,
                "front",
                "below",
                "above",
                DAY.minusDays(9),
                DAY,
                7,
                "day",
                3,
                List.of(new Turn.Outcome(
                        "Stocks", 21, 2, new Figure(-0.025, Unit.PERCENT), new Figure(0.01, Unit.PERCENT))));
        MacroChange since = report(DAY, Topic.POLICY, strip(DAY, 4.08, 3.9))
                .since(report(DAY.minusDays(1), Topic.POLICY, strip(DAY.minusDays(1), 4.20, 4.10)));
        JsonNode change = json(MacroJson.of(new MacroChange(
                since.earlier(),
                since.later(),
                List.of(turn),
                since.repricing(),
                since.moved(),
                since.moves(),
                since.unmoved(),
                since.appeared(),
                since.vanished())));
        JsonNode told = change.get("turns").get(0);
        assertThat(told)
                .isEqualTo(json(Map.of(
                        "topic", "POLICY",
                        "subject", "front",
                        "state_before", "below",
                        "state", "above",
                        "since", "2025-07-13",
                        "date", "2025-07-22",
                        "held", 7,
                        "counted", "day",
                        "earlier", 3,
                        "outcomes",
                                List.of(Map.of(
                                        "asset",
                                        "Stocks",
                                        "closes",
                                        21,
                                        "n",
                                        2,
                                        "median_pct",
                                        -2.5,
                                        "all_median_pct",
                                        1.0)))));
        JsonNode repricing = change.get("repricing").get(0);
        assertThat(repricing.get("from").asText()).isEqualTo("2025-07-21");
        assertThat(repricing.get("to").asText()).isEqualTo("2025-07-22");
        assertThat(texts(repricing.get("meetings"), "decision"))
                .containsExactly("2025-07-30", "2025-09-17", "2025-10-29");
        JsonNode september = repricing.get("meetings").get(1);
        assertNumber(september, "rate_before_pct", 4.2);
        assertNumber(september, "rate_pct", 4.08);
        assertNumber(september, "step_change_bp", -12);
        assertNumber(september, "cumulative_change_bp", -12);
        // From 13 to 25 of 25 basis points.
        JsonNode cut = september.get("outcomes").get(0);
        assertNumber(cut, "move_bp", -25);
        assertNumber(cut, "probability_fraction", 1);
        assertNumber(cut, "change_fraction", 0.48);
        JsonNode october = repricing.get("meetings").get(2);
        assertNumber(october, "step_change_bp", -8);
        assertNumber(october, "cumulative_change_bp", -20);
        assertThat(texts(change.get("moved"), "subject")).isNotEmpty();
        JsonNode total =
                change.get("moved").get(texts(change.get("moved"), "subject").indexOf("EFFR path, total"));
        assertNumber(total, "figure_before", -23);
        assertNumber(total, "figure", -43);
        assertNumber(total, "change", -20);
    }

    /** Of twenty levels from 61 to 79 and then 70.5 ten lie below the last; the history is synthetic. */
    @Test
    void aSpreadWithAHistoryHasItsPercentiles() {
        List<LocalDate> days =
                IntStream.range(0, 20).mapToObj(i -> DAY.minusDays(19 - i)).toList();
        double[] levels =
                IntStream.range(0, 20).mapToDouble(i -> i < 19 ? 61 + i : 70.5).toArray();
        Bands bands = Bands.withHolesUnnamed(List.of(Band.below("tight", Rate.ofBasisPoints(75), Severity.BENIGN)));
        CreditPart.Spread spread = report(
                        DAY,
                        Topic.CREDIT,
                        new MarketInput.Credit(
                                new Instrument.CashOas("IG"),
                                PublishedSeries.daily("IG", TimeSeries.ofQuoted(days, levels, Unit.BASIS_POINTS), HAND),
                                CardSetup.withDefaults(bands)))
                .part(CreditPart.class)
                .orElseThrow()
                .spreads()
                .get(0);
        JsonNode credit = json(CreditJson.of(spread));
        assertNumber(credit, "level_bp", 70.5);
        assertThat(credit.get("band").get("name").asText()).isEqualTo("tight");
        assertThat(credit.get("history")).isEqualTo(json(Map.of("source", "by hand", "synthetic", true, "dates", 20)));
        assertThat(credit.get("percentiles"))
                .hasSameSizeAs(spread.percentiles())
                .isNotEmpty();
        for (int i = 0; i < spread.percentiles().size(); i++) {
            SpreadPercentile rank = spread.percentiles().get(i);
            JsonNode told = credit.get("percentiles").get(i);
            assertThat(told.get("percentile_fraction").asDouble()).isBetween(0.5, 0.56);
            assertThat(told.get("lookback").asText()).isEqualTo(rank.lookback().toString());
            assertThat(told.get("definition").asText())
                    .isEqualTo(rank.definition().name());
            assertThat(told.get("current_included").asBoolean())
                    .isEqualTo(told.get("n").asInt() == 20);
            assertThat(told.get("from").asText()).isEqualTo("2025-07-03");
            assertThat(told.get("ties").asInt()).isOne();
            double fraction = told.get("percentile_fraction").asDouble();
            double effective = told.get("effective_n").asDouble();
            assertThat(effective).isBetween(1.0, 20.0);
            assertNumber(told, "standard_error_fraction", Math.sqrt(fraction * (1 - fraction) / effective));
        }
    }

    @Test
    void anAssetHasItsStrengthAndThePricesAtWhichItFlips() {
        Strength strength = new Strength(0.25, 0.5, -0.125, 0.75, 0.875, 1.5, TailState.BALANCED, 400, List.of());
        StrengthBoard board = new StrengthBoard(
                DAY,
                List.of(new StrengthRow("A", DAY, 101, strength), new StrengthRow("B", DAY, 7, strength)),
                List.of(),
                StrengthBoardOptions.withDefaults());
        FlipPrices flips = new FlipPrices(
                101,
                TailState.BALANCED,
                TailState.LEFT_TAIL_REVERSION,
                new Flip.At(111.1, Rate.ofPercent(10), TailState.RIGHT_TAIL_MOMENTUM, Flip.Method.BRACKETED),
                new Flip.NoneWithin(Rate.ofPercent(-30)));
        PublishedSeries real = PublishedSeries.daily(
                "A", TimeSeries.ofQuoted(List.of(DAY), new double[] {101}, Unit.PRICE), Source.observed("exchange"));
        JsonNode told = json(BoardJson.of(
                new StrengthPart(board, List.of(real), Map.of("A", flips), new ModelTable(DAY, List.of()), Map.of())));
        assertThat(told.get("synthetic").asBoolean()).isFalse();
        JsonNode asset = told.get("assets").get(0);
        assertNumber(asset, "strength_score", 0.25);
        assertNumber(asset, "momentum_score", 0.5);
        assertNumber(asset, "reversion_score", -0.125);
        assertNumber(asset, "momentum_weight_fraction", 0.75);
        assertNumber(asset, "agreement_fraction", 0.875);
        assertThat(asset.get("label").asText()).isEqualTo(strength.label().name());
        assertThat(asset.get("n").asInt()).isEqualTo(400);
        assertThat(asset.get("tail_if_unchanged").asText()).isEqualTo("LEFT_TAIL_REVERSION");
        assertThat(asset.get("flip_up"))
                .isEqualTo(json(Map.of(
                        "price", 111.1, "move_pct", 10.0, "becomes", "RIGHT_TAIL_MOMENTUM", "method", "BRACKETED")));
        assertThat(asset.get("flip_down")).isEqualTo(json(Map.of("searched_to_pct", -30.0)));
        assertThat(told.get("assets").get(1).has("flip_up")).isFalse();
        assertThat(json(BoardJson.of(new StrengthPart(
                                board,
                                List.of(PublishedSeries.daily("B", real.series(), HAND)),
                                Map.of(),
                                new ModelTable(DAY, List.of()),
                                Map.of())))
                        .get("synthetic")
                        .asBoolean())
                .isTrue();
    }
}
