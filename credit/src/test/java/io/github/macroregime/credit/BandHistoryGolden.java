package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.band.BandHistory;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.Hysteresis;
import io.github.macroregime.credit.band.Severity;
import io.github.macroregime.credit.band.SwitchPolicy;
import io.github.macroregime.fixture.GoldenFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** States, runs, transition counts and occupancy of a reference state machine; counts are equal, nothing is rounded. */
class BandHistoryGolden {

    private static final JsonNode FILE = GoldenFile.json("banding_hysteresis.json");
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    static Stream<Arguments> cases() {
        return names(FILE.get("configs"))
                .flatMap(config -> names(FILE.get("sequences")).map(sequence -> Arguments.of(config, sequence)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equals_the_reference(String config, String sequence) {
        JsonNode expected = FILE.at("/expected/" + config + "/" + sequence);
        BandHistory history = BandHistory.of(bands(), policy(FILE.at("/configs/" + config)), levels(sequence));
        assertThat(history.states().stream()
                        .mapToObj(state -> history.bands().get((int) state).name()))
                .containsExactlyElementsOf(texts(expected.get("states")));
        assertThat(history.runs())
                .extracting(run -> run.band().name() + " " + run.length())
                .containsExactlyElementsOf(nodes(expected.get("runs"))
                        .map(run -> run.get(0).asText() + " " + run.get(1).asInt())
                        .toList());
        assertThat(history.switches()).isEqualTo(expected.get("switches").asInt());
        for (int i = 0; i < history.bands().size(); i++) {
            assertThat(history.occupancy().get(i))
                    .isEqualTo(expected.get("occupancy")
                            .get(history.bands().get(i).name())
                            .asDouble());
            assertThat(history.transitionCounts().row(i))
                    .isEqualTo(numbers(expected.get("transition_counts").get(i)));
        }
    }

    private static Bands bands() {
        List<Rate> edges = nodes(FILE.get("edges"))
                .map(edge -> Rate.ofBasisPoints(edge.asDouble()))
                .toList();
        return Bands.between(
                texts(FILE.get("names")),
                List.of(Severity.BENIGN, Severity.NEUTRAL, Severity.UNNAMED, Severity.STRESS),
                edges);
    }

    private static SwitchPolicy policy(JsonNode config) {
        return SwitchPolicy.IMMEDIATE
                .withAgreement(SwitchPolicy.Agreement.SAME_BAND)
                .withHysteresis(
                        Hysteresis.absolute(Rate.ofBasisPoints(config.path("h").asDouble(0))))
                .withConfirmations(config.path("confirm").asInt(1))
                .withLockout(config.path("lock").asInt(0))
                .withOverrideBands(config.path("override").asInt(0));
    }

    private static TimeSeries levels(String sequence) {
        double[] inside = nodes(FILE.at("/sequences/" + sequence))
                .mapToDouble(level -> level.isNull() ? Double.NaN : Unit.BASIS_POINTS.inside(level.asDouble()))
                .toArray();
        DateIndex dates = DateIndex.copyOf(
                IntStream.range(0, inside.length).mapToObj(START::plusDays).toList());
        return TimeSeries.of(dates, inside, Unit.BASIS_POINTS);
    }

    private static Stream<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey);
    }

    private static List<String> texts(JsonNode node) {
        return nodes(node).map(JsonNode::asText).toList();
    }

    private static Doubles numbers(JsonNode node) {
        return Doubles.copyOf(nodes(node).mapToDouble(JsonNode::asDouble).toArray());
    }

    private static Stream<JsonNode> nodes(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
