package io.github.macroregime.equities.breadth;

import static io.github.macroregime.fixture.GoldenFile.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Position;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The file is exact to 20 decimals; effective numbers near ten carry 15 decimals in a double, hence 1e-14. */
class ConcentrationBreadthGolden {

    private final JsonNode root = GoldenFile.json("concentration_breadth.json");
    private final Deviation deviation = Deviation.absolute("concentration_breadth.json");
    private final ContributionReport report = report();

    private ContributionReport report() {
        double[] weights = numbers(root.get("weights"));
        double[] returns = numbers(root.get("returns"));
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            positions.add(Position.held("N" + i, weights[i], Rate.ofDecimal(returns[i])));
        }
        return ContributionReport.of(LocalDate.of(2025, 7, 22), positions);
    }

    @Test
    void concentration() {
        Concentration weights = Concentration.ofWeights(report).orElseThrow();
        deviation.compare("hhi", weights.hhi(), root.get("hhi"));
        deviation.compare("effective", weights.effectiveNumber(), root.get("effective_n_hhi"));
        deviation.compare("entropy", weights.entropy(), root.get("entropy_nat"));
        deviation.compare("entropy number", weights.entropyNumber(), root.get("effective_n_entropy"));
        deviation.compare("normalised", weights.normalisedHhi(), root.get("normalized_hhi"));
        deviation.compare("gini", weights.gini(), root.get("gini"));
        root.get("top_share")
                .properties()
                .forEach(each -> deviation.compare(
                        "top " + each.getKey(), weights.topShare(Integer.parseInt(each.getKey())), each.getValue()));
        deviation.isAtMost(1e-14);
        assertThat(Concentration.of(Doubles.copyOf(numbers(root.get("weights")))))
                .contains(weights);
    }

    @Test
    void breadth() {
        Breadth breadth = Breadth.of(report, Breadth.Options.withDefaults()).orElseThrow();
        assertThat(breadth.advancers()).isEqualTo(root.get("advancers").asInt());
        assertThat(breadth.decliners()).isEqualTo(root.get("decliners").asInt());
        assertThat(breadth.unchanged()).isEqualTo(root.get("unchanged").asInt());
        deviation.compare("all", breadth.advanceShare().orElseThrow(), root.get("advance_share_of_all"));
        deviation.compare("movers", breadth.advanceShareOfMovers().orElseThrow(), root.get("advance_share_of_movers"));
        deviation.compare("weighted", breadth.weightedAdvance(), root.get("weighted_advance_share"));
        deviation.isAtMost(1e-15);
    }

    @Test
    void equal_against_cap() {
        Narrowness narrowness = Narrowness.of(report);
        deviation.compare("cap", narrowness.capReturn().decimal(), root.get("cap_return"));
        deviation.compare("equal", narrowness.equalReturn().decimal(), root.get("equal_return"));
        deviation.compare("gap", -narrowness.gap().decimal(), root.get("equal_minus_cap"));
        deviation.compare("covariance", narrowness.names() * narrowness.covariance(), root.get("cov_check"));
        for (int i = 0; i < root.get("contribution").size(); i++) {
            deviation.compare(
                    "contribution " + i,
                    report.line("N" + i).orElseThrow().contribution().decimal(),
                    root.get("contribution").get(i));
        }
        deviation.isAtMost(1e-17);
    }

    @Test
    void dispersion() {
        Dispersion dispersion = Dispersion.of(report).orElseThrow();
        deviation.compare(
                "weighted",
                dispersion.weightedDeviation().orElseThrow().decimal(),
                root.get("dispersion_cap_weighted"));
        deviation.compare("equal", dispersion.populationDeviation().decimal(), root.get("dispersion_equal_population"));
        deviation.isAtMost(1e-16);
    }
}
