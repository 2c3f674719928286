package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.rates.meeting.EffectiveRule;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.probability.FedWatchTable;
import io.github.macroregime.regime.folder.TrackerFolder;
import io.github.macroregime.regime.input.FedWatchComparison.ComparedMeeting;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.PolicyPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Folders of real strips of fed funds futures: the path and the published procedure as others computed them.
 *
 * <p>The file gives exact fractions to eighteen digits and residuals to twelve, hence 1e-11 of percent and 1e-12 of
 * probability. No fixings and no overnight rate are in the folder, as none went into the file.
 */
class PolicyPathGolden {

    /** Decisions in quoted months before the date of a case; the file leaves them out of its list. */
    private static final List<LocalDate> PAST_DECISIONS = List.of(LocalDate.of(2023, 2, 1), LocalDate.of(2023, 5, 3));

    @TempDir
    Path folder;

    static Stream<JsonNode> strips() {
        List<JsonNode> cases = new ArrayList<>();
        GoldenFile.json("rates/zq_real_strips.json").get("cases").forEach(cases::add);
        return cases.stream();
    }

    private RatesInput.Path block(JsonNode strip) throws IOException {
        LocalDate asOf = LocalDate.parse(strip.get("as_of").asText());
        StringBuilder meetings = new StringBuilder("bank,decision,effective\n");
        for (LocalDate past : PAST_DECISIONS) {
            if (past.isBefore(asOf)) {
                meetings.append("FED,%s,%s\n"
                        .formatted(past, EffectiveRule.NEXT_BUSINESS_DAY.effective(past, BusinessDays.newYorkFed())));
            }
        }
        for (int i = 0; i < strip.get("meetings").size(); i++) {
            String decision = strip.get("meetings").get(i).asText();
            if (!meetings.toString().contains(decision)) {
                meetings.append("FED,%s,%s\n"
                        .formatted(decision, strip.get("effective").get(i).asText()));
            }
        }
        StringBuilder quotes = new StringBuilder("date,instrument,term,quote,source\n");
        for (Map.Entry<String, JsonNode> contract : strip.get("contracts").properties()) {
            quotes.append("%s,ZQ,%s,%s,exchange\n"
                    .formatted(
                            asOf,
                            contract.getKey(),
                            contract.getValue().get("price").asText()));
        }
        Files.writeString(folder.resolve("meetings.csv"), meetings);
        Files.writeString(folder.resolve("quotes.csv"), quotes);
        return Edition.of(TrackerFolder.read(folder, Optional.of(asOf)))
                .report()
                .part(PolicyPart.class)
                .flatMap(PolicyPart::path)
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("strips")
    void the_path_of_a_folder_is_the_least_squares_path(JsonNode strip) throws IOException {
        CalibratedPath calibrated = block(strip).path();
        JsonNode expected = strip.get("least_squares_equal_weights");
        JsonNode rates = expected.get("regime_rates_pct");
        assertThat(calibrated.path().startRate().orElseThrow().percent())
                .isCloseTo(rates.get(0).asDouble(), within(1e-11));
        for (int j = 1; j < rates.size(); j++) {
            assertThat(calibrated
                            .path()
                            .steps()
                            .get(j - 1)
                            .rateAfter()
                            .orElseThrow()
                            .percent())
                    .as("meeting " + j)
                    .isCloseTo(rates.get(j).asDouble(), within(1e-11));
        }
        assertThat(calibrated.quotes()).hasSize(expected.get("residual_bp").size());
        for (int q = 0; q < calibrated.quotes().size(); q++) {
            String month = calibrated.quotes().get(q).instrument().label().substring(3);
            assertThat(calibrated.residual(q).basisPoints())
                    .as(month)
                    .isCloseTo(expected.get("residual_bp").get(month).asDouble(), within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("strips")
    void the_published_procedure_stands_beside_it(JsonNode strip) throws IOException {
        RatesInput.Path block = block(strip);
        List<ComparedMeeting> compared = block.fedWatch().orElseThrow().meetings();
        assertThat(compared).hasSize(strip.get("published_fedwatch_procedure").size());
        for (int i = 0; i < compared.size(); i++) {
            JsonNode expected = strip.get("published_fedwatch_procedure").get(i);
            FedWatchTable.Row asNew = compared.get(i).decisionDayNew().orElseThrow();
            assertThat(asNew.decision()).hasToString(expected.get("meeting").asText());
            assertThat(asNew.change().basisPoints())
                    .isCloseTo(expected.get("change_bp").asDouble(), within(1e-9));
            for (Map.Entry<String, JsonNode> outcome :
                    expected.get("cumulative_distribution").properties()) {
                assertThat(asNew.cumulative().probability(Integer.parseInt(outcome.getKey()) / 25))
                        .isCloseTo(outcome.getValue().asDouble(), within(1e-12));
            }
            assertThat(compared.get(i).ours().orElseThrow().mean().basisPoints())
                    .isCloseTo(
                            block.path()
                                    .path()
                                    .step(compared.get(i).meeting())
                                    .orElseThrow()
                                    .basisPoints(),
                            within(1e-9));
        }
    }
}
