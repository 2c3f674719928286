package io.github.macroregime.rates.probability;

import static io.github.macroregime.fixture.GoldenFile.date;
import static io.github.macroregime.fixture.GoldenFile.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.rates.GoldenCases;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathCalibrator;
import io.github.macroregime.rates.path.PathFrame;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Real strips of fed funds futures: least-squares path, tree and the published procedure, from exact fractions.
 *
 * <p>Tolerance: 1e-11 of percent and basis points; residuals are printed with twelve decimals, probabilities with
 * fifteen digits.
 */
class FuturesStripsGolden {

    private static final Rate QUARTER = Rate.ofBasisPoints(25);
    private static final OvernightIndex EFFR = OvernightIndex.effr();

    /** Decisions in quoted months before the date of a case; the file leaves them out of its list. */
    private static final List<LocalDate> PAST_DECISIONS = List.of(LocalDate.of(2023, 2, 1), LocalDate.of(2023, 5, 3));

    private static List<Quote> quotes(JsonNode one) {
        List<Quote> quotes = new ArrayList<>();
        one.get("contracts")
                .properties()
                .forEach(e -> quotes.add(Quote.ofPrice(
                        AverageFuture.zq(EFFR, YearMonth.parse(e.getKey())),
                        number(e.getValue().get("price")))));
        return quotes;
    }

    private static CalibratedPath path(JsonNode one) {
        JsonNode residuals = one.get("least_squares_equal_weights").get("residual_bp");
        List<Quote> running = quotes(one).stream()
                .filter(quote -> residuals.has(month(quote)))
                .toList();
        List<Meeting> meetings = new ArrayList<>();
        for (int i = 0; i < one.get("meetings").size(); i++) {
            meetings.add(new Meeting(
                    date(one.get("meetings").get(i)), date(one.get("effective").get(i))));
        }
        return PathCalibrator.compile(PathFrame.of(date(one.get("as_of")), EFFR, meetings), running)
                .calibrate()
                .orElseThrow();
    }

    private static String month(Quote quote) {
        return ((AverageFuture) quote.instrument()).month().toString();
    }

    @Test
    void leastSquaresPathsAndTrees() {
        Deviation rates = Deviation.absolute("percent");
        Deviation residuals = Deviation.absolute("bp");
        Deviation probabilities = Deviation.absolute("(probability)");
        for (JsonNode one : GoldenCases.cases("zq_real_strips.json")) {
            JsonNode expected = one.get("least_squares_equal_weights");
            CalibratedPath found = path(one);
            String name = one.get("as_of").asText();
            OutcomeTree tree = OutcomeTree.of(found.path(), QUARTER, Dependence.independent());
            rates.compare(
                    name,
                    found.path().startRate().orElseThrow().percent(),
                    number(expected.get("regime_rates_pct").get(0)));
            for (int j = 0; j < found.path().meetings().size(); j++) {
                Meeting meeting = found.path().meetings().get(j);
                rates.compare(
                        name,
                        found.path().rateAfter(meeting).orElseThrow().percent(),
                        number(expected.get("regime_rates_pct").get(j + 1)));
                rates.compare(
                        name,
                        found.path().step(meeting).orElseThrow().percent(),
                        number(expected.get("step_bp").get(j)) / 100);
                OutcomeDistribution law = tree.cumulative(meeting);
                expected.get("tree_cumulative")
                        .get(j)
                        .properties()
                        .forEach(e -> probabilities.compare(
                                name, law.probability(Integer.parseInt(e.getKey()) / 25), number(e.getValue())));
            }
            for (int q = 0; q < found.quotes().size(); q++) {
                String month = month(found.quotes().get(q));
                residuals.compare(
                        name + month,
                        found.residual(q).basisPoints(),
                        number(expected.get("residual_bp").get(month)));
            }
        }
        rates.isAtMost(1e-11);
        residuals.isAtMost(1e-9);
        probabilities.isAtMost(1e-12);
    }

    @Test
    void publishedProcedure() {
        Deviation rates = Deviation.absolute("percent");
        Deviation probabilities = Deviation.absolute("(probability)");
        for (JsonNode one : GoldenCases.cases("zq_real_strips.json")) {
            List<LocalDate> decisions = Stream.concat(
                            PAST_DECISIONS.stream().filter(day -> day.isBefore(date(one.get("as_of")))),
                            GoldenFile.dates(one.get("meetings")).stream())
                    .distinct()
                    .toList();
            FedWatchTable table =
                    FedWatch.of(FedWatch.DecisionDay.NEW_RATE).table(date(one.get("as_of")), quotes(one), decisions);
            assertThat(table.unsolved()).isEmpty();
            for (JsonNode expected : one.get("published_fedwatch_procedure")) {
                FedWatchTable.Row row = table.on(date(expected.get("meeting"))).orElseThrow();
                String name = one.get("as_of").asText() + " " + row.decision();
                rates.compare(name, row.start().percent(), number(expected.get("start_pct")));
                rates.compare(name, row.end().percent(), number(expected.get("end_pct")));
                rates.compare(name, row.change().percent(), number(expected.get("change_bp")) / 100);
                rates.compare(
                        name, row.pricingError().percent(), number(expected.get("own_contract_residual_bp")) / 100);
                assertThat(row.ownContractUsed())
                        .as(name)
                        .isEqualTo(expected.get("own_contract_used").asBoolean());
                expected.get("cumulative_distribution")
                        .properties()
                        .forEach(e -> probabilities.compare(
                                name,
                                row.cumulative().probability(Integer.parseInt(e.getKey()) / 25),
                                number(e.getValue())));
            }
        }
        rates.isAtMost(1e-11);
        probabilities.isAtMost(1e-12);
    }
}
