package io.github.macroregime.rates.probability;

import static io.github.macroregime.fixture.GoldenFile.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.rates.GoldenCases;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.AdjacentOutcomes;
import io.github.macroregime.rates.risk.TermPremium;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The probability layer, from exact fractions. Tolerance: 1e-12; the entropy cases are printed with fifteen digits. */
class ProbabilityGolden {

    private static final String FILE = "probability_cases.json";
    private static final Rate QUARTER = Rate.ofBasisPoints(25);

    private static List<JsonNode> rows(String name) {
        return GoldenFile.list(GoldenCases.named(FILE, name).get("rows"));
    }

    private static void see(Deviation deviation, OutcomeDistribution law, JsonNode expected) {
        double sum = 0;
        for (var entry : expected.properties()) {
            double probability = law.probability(Integer.parseInt(entry.getKey()) / 25);
            deviation.compare(entry.toString(), probability, number(entry.getValue()));
            sum += number(entry.getValue());
        }
        deviation.compare("whole of " + expected, 1, sum);
    }

    private static double variance(OutcomeDistribution law) {
        return Math.pow(law.standardDeviation().basisPoints(), 2);
    }

    private static OutcomeTree tree(List<Double> steps, Dependence dependence) {
        List<Meeting> meetings = new ArrayList<>();
        List<OutcomeDistribution> laws = new ArrayList<>();
        for (double step : steps) {
            LocalDate day = LocalDate.of(2025, 9, 17).plusWeeks(6L * meetings.size());
            meetings.add(new Meeting(day, day.plusDays(1)));
            laws.add(OutcomeDistribution.twoPoint(Rate.ofBasisPoints(step), QUARTER));
        }
        return new OutcomeTree(meetings, laws, dependence);
    }

    private static OutcomeTree tree(Dependence dependence) {
        return tree(List.of(-14.75, -11.0, -17.0, -9.0), dependence);
    }

    @Test
    void splits() {
        Deviation deviation = Deviation.absolute("(probability)");
        for (JsonNode row : rows("two_point_split")) {
            OutcomeDistribution law =
                    OutcomeDistribution.twoPoint(Rate.ofBasisPoints(number(row.get("expected_move_bp"))), QUARTER);
            see(deviation, law, row.get("truncate_toward_zero"));
            deviation.compare("cut", law.atMost(-1), number(row.get("p_at_least_one_cut")));
            deviation.compare("hike", law.atLeast(1), number(row.get("p_at_least_one_hike")));
            deviation.compare("mean", law.mean().basisPoints() / 100, number(row.get("mean_bp")) / 100);
            deviation.compare("variance", variance(law) / 1e4, number(row.get("variance_bp2")) / 1e4);
        }
        deviation.isAtMost(1e-12);
    }

    @Test
    void binary() {
        Deviation deviation = Deviation.absolute("(probability)");
        for (JsonNode row : rows("binary_probability")) {
            AdjacentOutcomes odds =
                    AdjacentOutcomes.of(Rate.ofBasisPoints(number(row.get("expected_move_bp"))), QUARTER);
            deviation.compare("cut", odds.cutProbability(), number(row.get("binary_cut_probability")));
            deviation.compare("hike", odds.hikeProbability(), number(row.get("binary_hike_probability")));
            deviation.compare(
                    "moves",
                    -odds.expected().decimal() / QUARTER.decimal(),
                    number(row.get("binary_cut_probability_unclipped")));
        }
        deviation.isAtMost(1e-12);
    }

    @Test
    void independentTree() {
        Deviation deviation = Deviation.absolute("(probability)");
        OutcomeTree tree = tree(Dependence.independent());
        List<JsonNode> rows = rows("independent_tree");
        for (int j = 0; j < rows.size(); j++) {
            OutcomeDistribution law = tree.cumulative(tree.meetings().get(j));
            see(deviation, law, rows.get(j).get("cumulative"));
            deviation.compare(
                    "variance", variance(law) / 1e4, number(rows.get(j).get("variance_bp2")) / 1e4);
        }
        deviation.isAtMost(1e-12);
    }

    @Test
    void aggregated() {
        Deviation deviation = Deviation.absolute("(probability)");
        OutcomeTree tree = tree(Dependence.independent());
        List<JsonNode> rows = rows("aggregated_split");
        for (int j = 0; j < rows.size(); j++) {
            see(deviation, tree.aggregated(tree.meetings().get(j)), rows.get(j).get("distribution"));
        }
        deviation.isAtMost(1e-12);
    }

    @Test
    void comonotone() {
        Deviation deviation = Deviation.absolute("(probability)");
        OutcomeTree tree = tree(Dependence.comonotone());
        OutcomeDistribution law = tree.cumulative(tree.meetings().get(3));
        JsonNode expected = GoldenCases.named(FILE, "comonotone_coupling");
        see(deviation, law, expected.get("distribution"));
        deviation.compare("mean", law.mean().percent(), number(expected.get("mean_bp")) / 100);
        deviation.compare("variance", variance(law) / 1e4, number(expected.get("variance_bp2")) / 1e4);
        deviation.isAtMost(1e-12);
    }

    @Test
    void sameMeansGiveSixToThirtySixPercentForFourCuts() {
        Meeting last = tree(Dependence.independent()).meetings().get(3);
        assertThat(tree(Dependence.comonotone()).atLeastCuts(4, last)).isCloseTo(0.36, within());
        assertThat(tree(Dependence.independent()).atLeastCuts(4, last)).isCloseTo(0.06355008, within());
        assertThat(tree(new Dependence(0.5)).atLeastCuts(4, last)).isCloseTo(0.21177504, within());
        ProbabilityBounds bounds = tree(Dependence.independent()).atLeastCutsBounds(4, last);
        assertThat(bounds.high()).isCloseTo(0.36, within());
        assertThat(bounds.low()).isCloseTo(0, within());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-12);
    }

    @Test
    void entropy() {
        Deviation deviation = Deviation.absolute("(probability)");
        for (JsonNode row : rows("max_entropy_lattice")) {
            MaximumEntropy.Answer answer = MaximumEntropy.of(
                    Rate.ofBasisPoints(number(row.get("mean_bp"))),
                    Rate.ofBasisPoints(Math.sqrt(number(row.get("variance_bp2")))),
                    QUARTER,
                    row.get("support").get(0).asInt() / 25,
                    row.get("support").get(1).asInt() / 25);
            see(deviation, answer.orElseThrow(), row.get("distribution"));
            MaximumEntropy.Found found = (MaximumEntropy.Found) answer;
            assertThat(found.atMinimum()).isEqualTo(row.get("status").asText().equals("AT_MINIMUM"));
            if (row.has("entropy_nats")) {
                deviation.compare("entropy", found.entropy(), number(row.get("entropy_nats")));
            }
        }
        deviation.isAtMost(1e-11);
    }

    @Test
    void entropyBelowTheLeastVarianceHasNoLaw() {
        assertThat(MaximumEntropy.of(Rate.ofBasisPoints(-14.75), Rate.ofBasisPoints(5), QUARTER, -4, 4))
                .isInstanceOf(MaximumEntropy.Infeasible.class);
    }

    @Test
    void threeOutcomes() {
        JsonNode row = rows("three_outcome_given_jumbo_probability").get(0);
        OutcomeDistribution law = OutcomeDistribution.threePoint(
                        Rate.ofBasisPoints(number(row.get("expected_move_bp"))), QUARTER, number(row.get("p_minus_50")))
                .orElseThrow();
        assertThat(law.probability(-2)).isCloseTo(number(row.get("p_minus_50")), within());
        assertThat(law.probability(-1)).isCloseTo(number(row.get("p_minus_25")), within());
        assertThat(law.probability(0)).isCloseTo(number(row.get("p_0")), within());
    }

    @Test
    void firstMove() {
        Deviation deviation = Deviation.absolute("(probability)");
        OutcomeTree tree = tree(Dependence.independent());
        double moved = 0;
        List<JsonNode> rows = rows("first_move_timing_independent");
        for (int j = 0; j < rows.size(); j++) {
            moved += tree.firstMove().get(j);
            deviation.compare(
                    "here", tree.firstMove().get(j), number(rows.get(j).get("p_first_move_here")));
            deviation.compare("by now", moved, number(rows.get(j).get("p_moved_by_now")));
        }
        deviation.isAtMost(1e-12);
    }

    @Test
    void termPremium() {
        Deviation deviation = Deviation.absolute("bp");
        for (JsonNode row : rows("term_premium_linear")) {
            TermPremium premium = TermPremium.linear(Rate.ofBasisPoints(number(row.get("premium_bp_per_month"))));
            Rate adjusted = Rate.ofBasisPoints(number(row.get("raw_cumulative_bp")))
                    .minus(premium.at(number(row.get("months_ahead"))));
            deviation.compare(row.toString(), adjusted.basisPoints(), number(row.get("adjusted_cumulative_bp")));
        }
        deviation.isAtMost(1e-10);
    }
}
