package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.breadth.Breadth;
import io.github.macroregime.equities.print.FeasibleReturn;
import io.github.macroregime.equities.print.PrintedDay;
import io.github.macroregime.equities.print.PrintedIntervals;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.regime.edition.Edition;
import io.github.macroregime.regime.folder.TrackerFolder;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MarketInput.Contributions;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.page.Page;
import io.github.macroregime.regime.report.CreditPart;
import io.github.macroregime.regime.report.EquitiesPart;
import io.github.macroregime.regime.report.GrowthPart;
import io.github.macroregime.regime.report.MacroChange;
import io.github.macroregime.regime.report.MacroReport;
import io.github.macroregime.regime.report.MacroStatement;
import io.github.macroregime.regime.report.PolicyPart;
import io.github.macroregime.regime.report.StrengthPart;
import io.github.macroregime.regime.report.Topic;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.strength.FlipPrices;
import io.github.macroregime.regime.strength.FlipPrices.Flip;
import io.github.macroregime.regime.strength.Strength.TailState;
import io.github.macroregime.regime.strength.StrengthModel;
import io.github.macroregime.regime.strength.StrengthState;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The report of the embedded edition against files that hold the edition's figures.
 *
 * <p>Sums of printed figures are exact. Derived decimals carry twelve digits in the files, hence 1e-11. The quotes
 * carry 1e-8 percent, hence 1e-4 bp on the path.
 */
class EditionGolden {

    private static final double DIGITS = 1e-11;
    private static final double QUOTE_DIGITS_BP = 1e-4;
    private static final Edition REPORT = Edition.of(EmbeddedEdition.read());

    private static EquitiesPart equities() {
        return REPORT.report().part(EquitiesPart.class).orElseThrow();
    }

    private static PrintedDay printed() {
        return ((Contributions.Printed) equities().contributions().get(0)).day();
    }

    private static CreditPart.Spread credit() {
        return REPORT.report().part(CreditPart.class).orElseThrow().spreads().get(0);
    }

    private static RatesInput.Path policy() {
        return REPORT.report().part(PolicyPart.class).flatMap(PolicyPart::path).orElseThrow();
    }

    @Test
    void each_sector_has_its_printed_figures_and_implied_weight() {
        JsonNode golden = GoldenFile.json("equities/seed_2025-07-22.json");
        assertThat(printed().lines()).hasSize(golden.get("rows").size());
        for (JsonNode row : golden.get("rows")) {
            String sector = row.get("sector").asText();
            var line = equities().contributions().get(0).report().line(sector).orElseThrow();
            assertThat(line.contribution().percent()).isEqualTo(number(row, "contribution_pp"));
            assertThat(line.periodReturn().orElseThrow().percent()).isEqualTo(number(row, "return_pct"));
            var weight = PrintedIntervals.impliedWeights(printed()).stream()
                    .filter(each -> each.id().equals(sector))
                    .findFirst()
                    .orElseThrow();
            assertThat(weight.point().orElseThrow()).isCloseTo(number(row, "implied_weight"), within(DIGITS));
            assertThat(weight.low()).isCloseTo(number(row, "implied_weight_min"), within(DIGITS));
            assertThat(weight.high()).isCloseTo(number(row, "implied_weight_max"), within(DIGITS));
        }
    }

    @Test
    void contributions_sum_to_the_printed_index_move() {
        JsonNode golden = GoldenFile.json("equities/seed_2025-07-22.json");
        var report = equities().contributions().get(0).report();
        assertThat(report.explained().percent()).isCloseTo(number(golden, "sum_contribution_pp"), within(1e-14));
        assertThat(report.reported().orElseThrow().percent()).isEqualTo(number(golden, "printed_index_return_pct"));
        assertThat(report.residual().orElseThrow().percent()).isCloseTo(0, within(1e-14));
        assertThat(report.grossGain().percent()).isCloseTo(number(golden, "gross_positive_pp"), within(1e-14));
        assertThat(report.grossLoss().percent()).isCloseTo(number(golden, "gross_negative_pp"), within(1e-14));
        assertThat(report.shown(2).total()).isEqualByComparingTo(new BigDecimal("0.10"));
        assertThat(report.shown(2).parts().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(report.shown(2).total());
    }

    @Test
    void breadth_and_the_equal_weight_mean_are_as_counted_from_the_print() {
        JsonNode golden = GoldenFile.json("equities/seed_2025-07-22.json");
        Breadth breadth = equities().breadth().orElseThrow();
        assertThat(breadth.advancers()).isEqualTo(golden.get("advancers").asInt());
        assertThat(breadth.decliners()).isEqualTo(golden.get("decliners").asInt());
        assertThat(equities().equalWeightMean().orElseThrow().percent())
                .isCloseTo(number(golden, "equal_weight_return_pct"), within(DIGITS));
    }

    @Test
    void the_index_return_can_lie_only_in_the_published_interval() {
        FeasibleReturn.Range range = PrintedIntervals.indexReturn(printed()).orElseThrow();
        assertThat(range.low().percent()).isCloseTo(0.047976827762, within(1e-11));
        assertThat(range.high().percent()).isCloseTo(0.123508968797, within(1e-11));
    }

    @Test
    void the_spread_stands_where_the_edition_puts_it() {
        JsonNode golden = GoldenFile.json("credit/seed_2025-07-22.json");
        var standing = credit().standing();
        assertThat(standing.level().basisPoints()).isEqualTo(number(golden, "current_bp"));
        var average = standing.againstAverage().orElseThrow();
        assertThat(average.landmark().level().basisPoints()).isEqualTo(number(golden, "five_year_average_bp"));
        assertThat(average.difference().basisPoints())
                .isCloseTo(number(golden.get("derived"), "current_minus_average_bp"), within(1e-10));
        var high = standing.againstHigh().orElseThrow();
        assertThat(high.landmark().level().basisPoints()).isEqualTo(number(golden, "high_2020_bp"));
        assertThat(high.difference().basisPoints())
                .isCloseTo(-number(golden.get("derived"), "high_minus_current_bp"), within(1e-10));
        assertThat(standing.place().up().orElseThrow().move().basisPoints())
                .isCloseTo(number(golden.get("derived"), "distance_up_to_60_bp"), within(1e-10));
    }

    @Test
    void the_bands_are_the_printed_ones_and_seventy_to_ninety_has_no_name() {
        var bands = credit().bands();
        assertThat(bands.at(Rate.ofBasisPoints(51.11)).name()).isEqualTo("Duration-friendly, carry-positive zone");
        assertThat(bands.at(Rate.ofBasisPoints(59.99)).name()).isEqualTo("Duration-friendly, carry-positive zone");
        assertThat(bands.at(Rate.ofBasisPoints(60)).name()).isEqualTo("Macro noise threshold");
        assertThat(bands.at(Rate.ofBasisPoints(62.75)).name()).isEqualTo("Macro noise threshold");
        assertThat(bands.at(Rate.ofBasisPoints(70.01)).isUnnamed()).isTrue();
        assertThat(bands.at(Rate.ofBasisPoints(90)).isUnnamed()).isTrue();
        assertThat(bands.at(Rate.ofBasisPoints(90.01)).name()).startsWith("Systemic stress unlikely");
    }

    @Test
    void what_is_not_free_to_ship_is_named_with_the_file_that_would_supply_it() {
        assertThat(credit().history()).isEmpty();
        assertThat(credit().percentiles()).isEmpty();
        assertThat(REPORT.report().gaps())
                .extracting(gap -> gap.lacking() + ": " + gap.consequence())
                .contains(
                        "the series S&P 500: no file of the folder holds it, such as GSPC.csv from Yahoo ^GSPC: it is"
                                + " left out",
                        "the series US IG OAS: no file of the folder holds it, such as BAMLC0A0CM.csv from FRED"
                                + " BAMLC0A0CM: it is left out",
                        "the history of IG spread: its percentile is left out")
                .filteredOn(gap -> gap.startsWith("the series"))
                .hasSize(18);
    }

    @Test
    void the_path_has_the_published_meetings_and_cumulative_moves() {
        JsonNode golden = GoldenFile.json("rates/seed_consistency.json");
        List<PathStep> steps = policy().path().path().steps();
        assertThat(steps.stream().map(step -> step.meeting().decision().toString()))
                .containsExactlyElementsOf(texts(golden.get("meetings_after_2025_07_22")));
        double[] shownThatEvening = {-1.03, -15.71, -28.53, -45.91, -57.53, -73.22, -82.53, -96.91, -106.53};
        for (int i = 0; i < shownThatEvening.length; i++) {
            assertThat(steps.get(i).cumulative().orElseThrow().basisPoints())
                    .isCloseTo(shownThatEvening[i], within(QUOTE_DIGITS_BP));
        }
        double even = (-122.8 + 106.53) / 3;
        for (int i = shownThatEvening.length; i < steps.size(); i++) {
            assertThat(steps.get(i).step().orElseThrow().basisPoints()).isCloseTo(even, within(QUOTE_DIGITS_BP));
        }
    }

    @Test
    void the_end_of_the_path_is_the_printed_one_and_a_horizon() {
        JsonNode golden = GoldenFile.json("rates/seed_consistency.json");
        var path = policy().path().path();
        assertThat(path.total().orElseThrow().basisPoints())
                .isCloseTo(number(golden.get("stated"), "cumulative_bp_through_dec_2026"), within(QUOTE_DIGITS_BP));
        assertThat(path.terminal().orElseThrow().rate().percent())
                .isCloseTo(number(golden.get("derived"), "terminal_if_start_4_33"), within(QUOTE_DIGITS_BP / 100));
        assertThat(Math.round(100 * path.terminal().orElseThrow().rate().percent()) / 100.0)
                .isEqualTo(number(golden.get("stated"), "terminal_pct"));
        assertThat(path.terminal().orElseThrow().atHorizon()).isTrue();
        assertThat(-path.steps().get(11).moves(Rate.ofBasisPoints(25)).getAsDouble())
                .isCloseTo(number(golden.get("derived"), "number_of_25bp_cuts"), within(QUOTE_DIGITS_BP));
    }

    @Test
    void september_odds_lie_between_the_printed_ones() {
        JsonNode stated =
                GoldenFile.json("rates/seed_consistency.json").get("stated").get("september_cut_probability");
        var path = policy().path().path();
        var september = path.meetings().stream()
                .filter(meeting -> meeting.decision().equals(LocalDate.of(2025, 9, 17)))
                .findFirst()
                .orElseThrow();
        double odds = path.probabilities(september, Rate.ofBasisPoints(25))
                .orElseThrow()
                .cutProbability();
        assertThat(odds).isBetween(stated.get(0).asDouble(), stated.get(1).asDouble());
        assertThat(odds).isCloseTo(14.68 / 25, within(1e-5));
    }

    @Test
    void the_json_names_the_hour_and_leaves_out_what_has_no_value() throws IOException {
        String json = REPORT.json();
        assertThat(new ObjectMapper().readTree(json).get("hour_new_york").asText())
                .isEqualTo("20:00");
        assertThat(json).doesNotContain("NaN", "null", "Infinity");
    }

    @Test
    void the_laws_at_the_year_ends_have_the_means_of_the_path() throws IOException {
        JsonNode totals =
                new ObjectMapper().readTree(REPORT.json()).get("policy").get("totals");
        double[] means = {-45.91, -122.8};
        assertThat(totals).hasSize(means.length);
        for (int i = 0; i < means.length; i++) {
            for (String law : List.of("independent", "together")) {
                double mass = 0;
                double mean = 0;
                for (JsonNode outcome : totals.get(i).get(law)) {
                    double probability = outcome.get("probability_fraction").asDouble();
                    mass += probability;
                    mean += probability * outcome.get("move_bp").asDouble();
                }
                assertThat(mass).isCloseTo(1, within(1e-12));
                assertThat(mean).isCloseTo(means[i], within(QUOTE_DIGITS_BP));
            }
        }
    }

    /** Each swap moves one regime alone and is known to a quarter of a basis point; today's rate is given. */
    @Test
    void every_meeting_is_identified_to_a_quarter_of_a_basis_point() {
        var calibrated = policy().path();
        assertThat(calibrated.unidentifiedMeetings()).isEmpty();
        assertThat(calibrated.standardError(0).orElseThrow().basisPoints()).isZero();
        for (int regime = 1; regime <= 12; regime++) {
            assertThat(calibrated.standardError(regime).orElseThrow().basisPoints())
                    .isCloseTo(0.25, within(0.005));
        }
        assertThat(calibrated
                        .stepStandardError(calibrated.path().meetings().get(5))
                        .orElseThrow()
                        .basisPoints())
                .isCloseTo(0.25 * Math.sqrt(2), within(0.005));
    }

    @Test
    void no_price_of_a_future_is_invented_for_the_published_procedure() throws IOException {
        assertThat(policy().fedWatch()).isEmpty();
        assertThat(new ObjectMapper().readTree(REPORT.json()).get("policy").has("fedwatch"))
                .isFalse();
        assertThat(Page.text("", List.of(), REPORT.sections()))
                .containsOnlyOnce("No comparison with the published FedWatch procedure: it needs monthly futures");
    }

    @Test
    void steps_sum_to_the_cumulative_move() {
        Rate sum = Rate.ZERO;
        for (PathStep step : policy().path().path().steps()) {
            sum = sum.plus(step.step().orElseThrow());
            assertThat(sum.basisPoints())
                    .isCloseTo(step.cumulative().orElseThrow().basisPoints(), within(1e-9));
        }
    }

    /** The dollar of a week comes out on the Monday after it, oil up to Monday on a Wednesday. */
    @Test
    void every_asset_of_the_folder_is_on_the_board_with_a_strength_that_its_parts_make() {
        var board = REPORT.report().part(StrengthPart.class).orElseThrow();
        assertThat(board.isSynthetic()).isFalse();
        assertThat(board.board().unscored()).isEmpty();
        assertThat(board.board().rows())
                .extracting(row -> row.asset() + " " + row.observed() + " " + row.close())
                .containsExactlyInAnyOrder("WTI spot 2025-07-14 68.19", "Broad dollar 2025-07-18 120.356");
        assertThat(board.board().rows()).allSatisfy(row -> {
            var strength = row.strength();
            assertThat(strength.value()).isBetween(-1.0, 1.0);
            double mixed = strength.momentumWeight() * strength.momentum()
                    + (1 - strength.momentumWeight()) * strength.reversion();
            assertThat(strength.value()).isCloseTo(mixed, within(1e-15));
        });
    }

    @Test
    void a_close_at_a_flip_price_changes_the_tail_as_announced() {
        var board = REPORT.report().part(StrengthPart.class).orElseThrow();
        int found = 0;
        for (var asset : board.assets()) {
            StrengthState state = StrengthModel.withDefaults().start();
            asset.series().until(REPORT.date()).dropMissing().values().stream().forEach(state::push);
            FlipPrices flips = board.flips(asset.name()).orElseThrow();
            for (Flip flip : List.of(flips.up(), flips.down())) {
                if (flip instanceof Flip.At at) {
                    boolean upwards = at.price() > flips.close();
                    assertThat(tail(state, at.price() * (upwards ? 1 + 1e-9 : 1 - 1e-9)))
                            .isEqualTo(at.becomes());
                    assertThat(tail(state, at.price() * (upwards ? 1 - 1e-9 : 1 + 1e-9)))
                            .isEqualTo(flips.ifUnchanged());
                    found++;
                }
            }
        }
        assertThat(found).isEqualTo(3);
        assertThat(board.flips("no such asset")).isEmpty();
    }

    private static TailState tail(StrengthState state, double close) {
        StrengthState tomorrow = state.copy();
        tomorrow.push(close);
        return tomorrow.strength().orElseThrow().tail();
    }

    @Test
    void the_macro_report_says_the_edition_with_number_definition_and_sample() {
        MacroReport macro = REPORT.report();
        JsonNode sectors = GoldenFile.json("equities/seed_2025-07-22.json");
        MacroStatement breadth =
                macro.statement(Topic.EQUITIES, "Breadth of sectors").orElseThrow();
        assertThat(breadth.figure().value())
                .isEqualTo(sectors.get("advancers").asInt()
                        - sectors.get("decliners").asInt());
        assertThat(macro.statement(Topic.EQUITIES, "S&P 500, smallest contribution")
                        .orElseThrow()
                        .state())
                .isEqualTo("Information Technology");
        MacroStatement total = macro.statement(Topic.POLICY, "EFFR path, total").orElseThrow();
        assertThat(total.state()).isEqualTo("cuts priced");
        assertThat(total.figure().quoted())
                .isCloseTo(
                        number(
                                GoldenFile.json("rates/seed_consistency.json").get("stated"),
                                "cumulative_bp_through_dec_2026"),
                        within(QUOTE_DIGITS_BP));
        assertThat(total.sample().n()).isEqualTo(13);
        assertThat(macro.gaps().stream().map(Gap::lacking))
                .contains("156 weekly position reports", "a price-earnings ratio and a yield");
    }

    @Test
    void growth_liquidity_curve_and_positions_are_real_numbers() {
        MacroReport macro = REPORT.report();
        assertThat(macro.statement(Topic.LIQUIDITY, "Net liquidity, level")
                        .orElseThrow()
                        .figure()
                        .quoted())
                .as("6,659.273 of assets less 296.247 of the account less 197.086 of reverse repurchases")
                .isCloseTo(6165.94, within(0.005));
        assertThat(macro.statement(Topic.POSITIONING, "E-mini S&P 500, leveraged funds, net")
                        .orElseThrow()
                        .figure()
                        .value())
                .isEqualTo(162331 - 507141);
        MacroStatement index = macro.statement(Topic.POSITIONING, "E-mini S&P 500, leveraged funds, index")
                .orElseThrow();
        assertThat(index.figure().value()).isCloseTo(24.908002574967092, within(1e-12));
        assertThat(index.sample().n()).isEqualTo(28);
        assertThat(macro.statement(Topic.POLICY, "2y yield less EFFR")
                        .orElseThrow()
                        .figure()
                        .quoted())
                .as("3.85 less 4.33 percent on the 21st, the last day with both")
                .isCloseTo(-48, within(1e-9));
        assertThat(macro.statement(Topic.CURVE, "2s10s, day")
                        .orElseThrow()
                        .figure()
                        .quoted())
                .as("(4.35 - 3.83) less (4.38 - 3.85)")
                .isCloseTo(-1, within(1e-9));
    }

    /** 101.4785 to 100.894, 159,439 to 157,915 and 321.5 to 313.131 of June. */
    @Test
    void growth_and_inflation_are_those_of_june_and_said_to_be_revised() {
        var part = REPORT.report().part(GrowthPart.class).orElseThrow();
        double[] growth = {0.005793208714095943, 0.009650761485609394};
        assertThat(part.data()).hasSize(growth.length);
        for (int i = 0; i < growth.length; i++) {
            var quadrant = part.data().get(i);
            assertThat(quadrant.reading().observed()).isEqualTo(LocalDate.of(2025, 6, 1));
            assertThat(quadrant.reading().growth().decimal()).isCloseTo(growth[i], within(1e-14));
            assertThat(quadrant.reading().inflation().decimal()).isCloseTo(0.026726833178446263, within(1e-14));
            assertThat(quadrant.provenance()).contains("final data, revised since");
        }
    }

    @Test
    void the_sections_stand_in_the_order_in_which_a_day_is_read() {
        assertThat(REPORT.sections())
                .extracting(Section::id)
                .containsExactly(
                        "day",
                        "change",
                        "moves",
                        "equities",
                        "levels",
                        "credit",
                        "policy",
                        "growth-inflation",
                        "liquidity",
                        "curve",
                        "lockstep",
                        "sensitivity",
                        "rates",
                        "positioning",
                        "skew",
                        "states",
                        "risk-reward",
                        "synthesis",
                        "catalysts",
                        "event-matrix",
                        "strength",
                        "drivers",
                        "records",
                        "ladder",
                        "print-check",
                        "gaps");
    }

    /** Yields of the Treasury on 21 and 22 July: 10 years 4.38 and 4.35 %, 30 years 4.94 and 4.90 %. */
    @Test
    void the_business_day_before_stands_beside_the_day_without_being_asked_for() {
        MacroChange change = REPORT.change().orElseThrow();
        assertThat(change.earlier()).isEqualTo(LocalDate.of(2025, 7, 21));
        assertThat(change.turned())
                .extracting(each -> each.after().subject() + ": "
                        + each.before().state() + ", then " + each.after().state())
                .contains("10s30s, day: bull parallel, then bull flattener");
        assertThat(change.appeared()).isEmpty();
        assertThat(change.vanished()).isEmpty();
    }

    @Test
    void nothing_is_invented() {
        assertThat(REPORT.report().statements())
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement.evidence().sources())
                        .noneMatch(source -> source.provenance() == Source.Provenance.SYNTHETIC));
        assertThat(Page.text("", REPORT.head(), REPORT.sections())).doesNotContainIgnoringCase("synthetic");
    }

    /** The dollar of Friday came out on the Monday, oil of the Monday before on the Wednesday. */
    @Test
    void on_another_day_the_folder_shows_what_was_out_and_nothing_that_was_printed_later() {
        Edition april = Edition.of(TrackerFolder.read(
                Path.of(System.getProperty("macroregime.root", ".."), "examples/src/main/resources/edition/2025-07-22"),
                Optional.of(LocalDate.of(2025, 4, 8))));
        assertThat(april.report().part(PolicyPart.class).flatMap(PolicyPart::path))
                .isEmpty();
        assertThat(april.report().part(CreditPart.class)).isEmpty();
        assertThat(april.report().part(EquitiesPart.class)).isEmpty();
        assertThat(april.report().gaps())
                .anyMatch(gap -> gap.lacking().equals("quotes.csv of 2025-04-08 or 1 business day before"));
        assertThat(april.report().part(StrengthPart.class).orElseThrow().board().rows())
                .extracting(row -> row.asset() + " " + row.observed() + " " + row.close())
                .containsExactlyInAnyOrder("Broad dollar 2025-04-04 125.8129", "WTI spot 2025-03-31 71.87");
    }

    @Test
    void the_print_check_finds_what_holds_and_what_does_not() {
        assertThat(verdict("The contributions sum to +0.10 pp")).isEqualTo(Verdict.CONSISTENT);
        assertThat(verdict("Terminal rate of 3.10 %")).isEqualTo(Verdict.CONSISTENT);
        assertThat(verdict("A September cut")).isEqualTo(Verdict.CONSISTENT);
        assertThat(verdict("Real Estate is among the first 2 by return")).isEqualTo(Verdict.CONSISTENT);
        assertThat(verdict("Real Estate is among the first 2 by contribution")).isEqualTo(Verdict.INCONSISTENT);
        assertThat(verdict("-14 to -16 bp at every meeting")).isEqualTo(Verdict.CONDITIONAL);
        JsonNode left = GoldenFile.json("rates/seed_consistency.json")
                .get("derived")
                .get("left_for_jul_oct_dec_2025_and_jan_2026_bp");
        assertThat(statement("-14 to -16 bp at every meeting").arithmetic())
                .contains(left.get(1).asText() + " to +" + left.get(0).asText() + " bp")
                .contains("2025-07-30, 2025-10-29, 2025-12-10, 2026-01-28");
    }

    private static Verdict verdict(String part) {
        return statement(part).verdict();
    }

    private static Finding statement(String part) {
        return REPORT.checks().stream()
                .filter(each -> each.statement().contains(part))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static double number(JsonNode node, String field) {
        return new BigDecimal(node.get(field).asText()).doubleValue();
    }
}
