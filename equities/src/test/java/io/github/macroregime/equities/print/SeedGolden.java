package io.github.macroregime.equities.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.breadth.Breadth;
import io.github.macroregime.equities.breadth.Concentration;
import io.github.macroregime.equities.breadth.Dispersion;
import io.github.macroregime.equities.breadth.Narrowness;
import io.github.macroregime.equities.contribution.Basket;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Reconciliation;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The file prints implied weights to 12 decimals, hence 1e-12 for these; the rest is exact to double rounding. */
class SeedGolden {

    private final JsonNode golden = GoldenFile.json("equities/seed_2025-07-22.json");
    private final Deviation deviation = Deviation.absolute("equities/seed_2025-07-22.json");
    private final PrintedDay day = Edition.day(golden);

    @Test
    void sums_ranks_and_residual() {
        ContributionReport report = day.report();
        assertThat(day.sumOfContributions()).isEqualTo(Rate.ofPercent(0.10));
        assertThat(report.reconciliation())
                .isInstanceOfSatisfying(
                        Reconciliation.Compared.class,
                        compared -> assertThat(compared.verdict()).isEqualTo(Reconciliation.Verdict.CLOSES));
        assertThat(ids(report.lines())).isEqualTo(texts("rank_by_contribution"));
        assertThat(ids(report.byReturn())).isEqualTo(texts("rank_by_return"));
        compare("gross_positive_pp", report.grossGain().percent(), "gross_positive_pp");
        compare("gross_negative_pp", report.grossLoss().percent(), "gross_negative_pp");
        deviation.isAtMost(1e-15);
    }

    @Test
    void reported_price_return_lies_within_rounding() {
        JsonNode external = root("external");
        Rate reported = Edition.percent(external.get("return_from_levels_pct"));
        ContributionReport report = day.reportAgainst(reported);
        Reconciliation.Compared compared = (Reconciliation.Compared) report.reconciliation();
        deviation.compare("residual", -compared.residual().percent(), external.get("residual_pp_vs_printed_sum"));
        compare("half width", compared.roundingBound().percent(), "rounding_half_width_sum_pp");
        deviation.isAtMost(1e-14);
        assertThat(compared.verdict()).isEqualTo(Reconciliation.Verdict.WITHIN_ROUNDING);
        assertThat(compared.beyondRounding()).isEqualTo(Rate.ZERO);
    }

    @Test
    void implied_weights_and_their_intervals() {
        List<ImpliedWeight> weights = PrintedIntervals.impliedWeights(day);
        JsonNode rows = root("rows");
        double sum = 0;
        double low = 0;
        double high = 0;
        for (int i = 0; i < weights.size(); i++) {
            ImpliedWeight weight = weights.get(i);
            deviation.compare(
                    "point " + i, weight.point().orElseThrow(), rows.get(i).get("implied_weight"));
            deviation.compare("low " + i, weight.low(), rows.get(i).get("implied_weight_min"));
            deviation.compare("high " + i, weight.high(), rows.get(i).get("implied_weight_max"));
            sum += weight.point().orElseThrow();
            low += weight.low();
            high += weight.high();
        }
        compare("sum", sum, "implied_weight_sum");
        compare("low", low, "implied_weight_sum_min");
        compare("high", high, "implied_weight_sum_max");
        deviation.isAtMost(1e-12);
    }

    @Test
    void feasible_return_of_the_index() {
        FeasibleReturn.Range range = PrintedIntervals.indexReturn(day).orElseThrow();
        JsonNode expected = root("feasible_index_return_pct_given_weights_sum_one");
        deviation.compare("low", range.low().percent(), expected.get(0));
        deviation.compare("high", range.high().percent(), expected.get(1));
        deviation.isAtMost(1e-12);
        assertThat(range.allows(Edition.percent(root("external").get("return_from_levels_pct"))))
                .isEqualTo(root("reported_price_return_feasible").asBoolean());
    }

    @Test
    void breadth_and_equal_weight() {
        ContributionReport report = day.report();
        Breadth breadth = Breadth.of(report, Breadth.Options.withDefaults()).orElseThrow();
        assertThat(breadth.advancers()).isEqualTo(root("advancers").asInt());
        assertThat(breadth.decliners()).isEqualTo(root("decliners").asInt());
        assertThat(breadth.weightedAdvance()).isNaN();
        Narrowness narrowness = Narrowness.of(report);
        compare("equal", narrowness.equalReturn().percent(), "equal_weight_return_pct");
        compare("gap", -narrowness.gap().percent(), "equal_minus_cap_pp");
        compare("advancing weight", impliedBreadth().weightedAdvance(), "advancing_implied_weight_share");
        deviation.isAtMost(1e-14);
    }

    private Breadth impliedBreadth() {
        double[] weights = PrintedIntervals.impliedWeights(day).stream()
                .mapToDouble(weight -> weight.point().orElseThrow())
                .toArray();
        double[] returns = day.lines().stream()
                .mapToDouble(line -> line.periodReturn().decimal())
                .toArray();
        return Breadth.of(Doubles.copyOf(returns), Doubles.copyOf(weights), Breadth.Options.withDefaults())
                .orElseThrow();
    }

    @Test
    void dispersion_and_concentration_of_contributions() {
        ContributionReport report = day.report();
        Dispersion dispersion = Dispersion.of(report).orElseThrow();
        compare("population", dispersion.populationDeviation().percent(), "dispersion_equal_weight_population_pct");
        compare("sample", dispersion.sampleDeviation().percent(), "dispersion_equal_weight_sample_pct");
        compare("range", dispersion.range().percent(), "range_pct");
        compare("given back", report.lossToGainRatio().orElseThrow(), "share_of_gross_positive_offset");
        compare("hhi", Concentration.ofContributions(report).orElseThrow().hhi(), "hhi_abs_contribution");
        deviation.isAtMost(1e-14);
        assertThat(dispersion.weightedDeviation()).isEmpty();
        assertThat(Concentration.ofWeights(report)).isEmpty();
    }

    @Test
    void baskets_add_up() {
        ContributionReport report = day.report();
        for (Basket basket : Edition.baskets(golden)) {
            deviation.compare(
                    basket.name(),
                    report.basket(basket).contribution().percent(),
                    root("basket_contribution_pp").get(basket.name()));
            double mean = Moments.mean(basket.members().stream()
                    .mapToDouble(id -> report.line(id).orElseThrow().returnDecimal())
                    .toArray());
            deviation.compare(
                    basket.name(), 100 * mean, root("basket_equal_return_pct").get(basket.name()));
        }
        deviation.isAtMost(1e-15);
    }

    @Test
    void points_on_the_previous_close() {
        double previous = GoldenFile.number(root("external").get("prev_close"));
        ContributionReport report = day.report();
        root("points_by_sector_on_prev_close")
                .properties()
                .forEach(each -> deviation.compare(
                        each.getKey(), report.line(each.getKey()).orElseThrow().points(previous), each.getValue()));
        compare("sum", report.explained().decimal() * previous, "points_sum");
        deviation.isAtMost(1e-11);
    }

    @Test
    void display_leaves_round_figures_alone() {
        ContributionReport report = day.report();
        assertThat(report.shown(2).parts())
                .isEqualTo(report.contributions().stream()
                        .map(part -> BigDecimal.valueOf(part.percent()).setScale(2))
                        .toList());
        assertThat(report.shown(2).total()).isEqualTo("0.10");
    }

    private List<String> texts(String field) {
        return StreamSupport.stream(root(field).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> ids(List<ContributionLine> lines) {
        return lines.stream().map(ContributionLine::id).toList();
    }

    private JsonNode root(String field) {
        return golden.get(field);
    }

    private void compare(String place, double actual, String field) {
        deviation.compare(place, actual, root(field));
    }
}
