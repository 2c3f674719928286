package io.github.macroregime.rates.path;

import static io.github.macroregime.fixture.GoldenFile.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.rates.GoldenCases;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.QuoteWeight;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PolicyPath.Extreme;
import io.github.macroregime.rates.probability.Dependence;
import io.github.macroregime.rates.probability.OutcomeDistribution;
import io.github.macroregime.rates.probability.OutcomeTree;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exact rational solutions of systems of monthly futures. Tolerance: 1e-12 relative of percent, doubles only. */
class AverageFuturesGolden {

    private static final String FILE = "zq_exact_cases.json";

    private static CalibratedPath calibrate(JsonNode one) {
        PathFrame frame = GoldenCases.frame(one, "known_fixings_pct");
        List<Quote> quotes = new ArrayList<>();
        for (JsonNode contract : one.get("contracts")) {
            String month = contract.get("month").asText();
            quotes.add(Quote.ofPrice(
                            AverageFuture.zq(frame.index(), YearMonth.parse(month)), number(contract.get("price")))
                    .withWeight(weight(one, month)));
        }
        if (!one.get("current_rate_pct").isNull()) {
            quotes.add(Quote.current(frame.index(), Rate.ofPercent(number(one.get("current_rate_pct"))))
                    .withWeight(weight(one, "current_rate")));
        }
        return PathCalibrator.compile(frame, quotes).calibrate().orElseThrow();
    }

    private static QuoteWeight weight(JsonNode one, String row) {
        return QuoteWeight.standardError(
                Rate.ofBasisPoints(1 / Math.sqrt(number(one.get("weights").get(row)))));
    }

    @Test
    void ratesStepsResidualsAndSensitivities() {
        Deviation rates = Deviation.absolute("percent");
        Deviation residuals = Deviation.absolute("bp");
        Deviation jacobian = Deviation.absolute("(rate by quote)");
        Deviation probabilities = Deviation.absolute("(probability)");
        for (JsonNode one : GoldenCases.cases(FILE)) {
            JsonNode expected = one.get("expected");
            CalibratedPath found = calibrate(one);
            String name = one.get("name").asText();
            assertThat(found.rank()).as(name).isEqualTo(one.get("rank").asInt());
            assertThat(found.status().name())
                    .as(name)
                    .isEqualTo(expected.get("status").asText());
            if (found.status() == CalibratedPath.Status.RANK_DEFICIENT) {
                continue;
            }
            double[] x = found.completed().rates().toArray();
            for (int j = 0; j < x.length; j++) {
                rates.compare(
                        name,
                        100 * x[j],
                        number(expected.get("regime_rates_pct").get(j)));
            }
            for (PathStep step : found.path().steps()) {
                int j = found.path().frame().periodAfter(step.meeting()) - 1;
                rates.compare(
                        name,
                        step.step().orElseThrow().percent(),
                        number(expected.get("step_bp").get(j)) / 100);
                rates.compare(
                        name,
                        step.cumulative().orElseThrow().percent(),
                        number(expected.get("cumulative_bp").get(j)) / 100);
                rates.compare(
                        name,
                        step.moves(Rate.ofBasisPoints(25)).getAsDouble(),
                        number(expected.get("moves_of_25bp").get(j)));
            }
            JsonNode columns = expected.get("d_rate_d_equation").get("cols");
            for (int q = 0; q < columns.size(); q++) {
                String column = columns.get(q).asText();
                residuals.compare(
                        name,
                        found.residual(q).basisPoints(),
                        number(expected.get("residual_bp").get(column)));
                for (int j = 0; j < x.length; j++) {
                    JsonNode cell = expected.get("d_rate_d_equation")
                            .get("values")
                            .get(j)
                            .get(q);
                    jacobian.compare(name + " " + column, found.jacobian().get(j, q), number(cell));
                }
            }
            splitsAndTree(name, found.path(), expected, probabilities);
            extreme(name, found.path().trough().orElseThrow(), expected.get("trough"));
            extreme(name, found.path().peak().orElseThrow(), expected.get("peak"));
        }
        rates.isAtMost(1e-11);
        residuals.isAtMost(1e-9);
        jacobian.isAtMost(1e-12);
        probabilities.isAtMost(1e-12);
    }

    private static void splitsAndTree(String name, PolicyPath path, JsonNode expected, Deviation probabilities) {
        if (path.meetings().isEmpty()) {
            return;
        }
        OutcomeTree tree = OutcomeTree.of(path, Rate.ofBasisPoints(25), Dependence.independent());
        for (int j = 0; j < path.meetings().size(); j++) {
            Meeting meeting = path.meetings().get(j);
            see(name, tree.conditional(meeting), expected.get("step_split").get(j), probabilities);
            see(name, tree.cumulative(meeting), expected.get("tree_cumulative").get(j), probabilities);
        }
    }

    private static void see(String name, OutcomeDistribution law, JsonNode expected, Deviation probabilities) {
        expected.properties()
                .forEach(entry -> probabilities.compare(
                        name + " " + expected,
                        law.probability(Integer.parseInt(entry.getKey()) / 25),
                        number(entry.getValue())));
    }

    private static void extreme(String name, Extreme found, JsonNode expected) {
        assertThat(found.period()).as(name).isEqualTo(expected.get("regime").asInt());
        assertThat(found.atHorizon())
                .as(name)
                .isEqualTo(expected.get("at_horizon").asBoolean());
    }

    @Test
    void unidentifiedMeetingsAreNamedAndCompletedEvenly() {
        CalibratedPath found = calibrate(GoldenCases.named(FILE, "missing_contracts_rank_deficient"));
        assertThat(found.unidentifiedMeetings()).hasSize(2);
        assertThat(found.toString()).contains("not identified");
        double[] x = found.completed().rates().toArray();
        assertThat(x[2] - x[1]).isCloseTo(x[3] - x[2], org.assertj.core.data.Offset.offset(1e-12));
    }
}
