package io.github.macroregime.regime.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.PublicationLag.Basis;
import io.github.macroregime.core.unit.Rate;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Quadrants, their probabilities and what is printed of them, by hand. */
class QuadrantTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 15);
    private static final QuadrantOptions OPTIONS = QuadrantOptions.withDefaults();

    private static QuadrantReading reading(LocalDate released, QuadrantProbabilities probabilities) {
        return new QuadrantReading(
                released,
                Basis.RELEASED,
                LocalDate.of(2025, 6, 1),
                Rate.ofPercent(1.5),
                Rate.ofPercent(0.25),
                Rate.ofPercent(2.75),
                Rate.ofPercent(-0.5),
                probabilities,
                probabilities.mostLikely(),
                probabilities.mostLikely(),
                40,
                OPTIONS);
    }

    @Test
    void eachQuadrantIsTwoDirections() {
        assertThat(Stream.of(Quadrant.values()).filter(Quadrant::isGrowthUp))
                .containsExactly(Quadrant.GOLDILOCKS, Quadrant.REFLATION);
        assertThat(Stream.of(Quadrant.values()).filter(Quadrant::isInflationUp))
                .containsExactly(Quadrant.REFLATION, Quadrant.STAGFLATION);
    }

    /** Growth rises with 0.7 and inflation with 0.4. */
    @Test
    void independentDirectionsMultiply() {
        QuadrantProbabilities four = QuadrantProbabilities.ofDirections(0.7, 0.4);
        assertThat(four.goldilocks()).isCloseTo(0.42, within(1e-15));
        assertThat(four.reflation()).isCloseTo(0.28, within(1e-15));
        assertThat(four.stagflation()).isCloseTo(0.12, within(1e-15));
        assertThat(four.deflation()).isCloseTo(0.18, within(1e-15));
        assertThat(four.growthUp()).isCloseTo(0.7, within(1e-15));
        assertThat(four.inflationUp()).isCloseTo(0.4, within(1e-15));
        assertThat(four).hasToString("goldilocks 42.0 %, reflation 28.0 %, stagflation 12.0 %, deflation 18.0 %");
    }

    @Test
    void ofEqualProbabilitiesTheFirstLeadsAndTheMarginIsIncluded() {
        assertThat(new QuadrantProbabilities(0.25, 0.25, 0.25, 0.25).mostLikely())
                .isEqualTo(Quadrant.GOLDILOCKS);
        QuadrantProbabilities uneven = new QuadrantProbabilities(0.25, 0, 0.5, 0.25);
        assertThat(uneven.within(0.25)).containsExactly(Quadrant.STAGFLATION, Quadrant.GOLDILOCKS, Quadrant.DEFLATION);
        assertThat(uneven.within(0.2)).containsExactly(Quadrant.STAGFLATION);
        assertThatThrownBy(() -> new QuadrantProbabilities(0.5, -0.1, 0.3, 0.3))
                .hasMessageStartingWith("probabilities must not be negative and must sum to 1");
        assertThatThrownBy(() -> new QuadrantProbabilities(0.5, 0.1, 0.3, 0.3))
                .hasMessageStartingWith("probabilities must not be negative and must sum to 1");
    }

    @Test
    void theDisagreementIsHalfTheSumOfTheDifferences() {
        QuadrantProbabilities one = new QuadrantProbabilities(0.5, 0.25, 0.25, 0);
        QuadrantProbabilities other = new QuadrantProbabilities(0.25, 0.25, 0, 0.5);
        assertThat(one.disagreement(other)).isEqualTo(0.5);
        assertThat(one.disagreement(one)).isZero();
        assertThat(new QuadrantProbabilities(1, 0, 0, 0).disagreement(new QuadrantProbabilities(0, 0, 0, 1)))
                .isEqualTo(1);
    }

    @Test
    void optionsLieInTheirRanges() {
        assertThat(new QuadrantOptions(1, 1, 2, 0).withMargin(0.99).withMinimumCount(3))
                .isEqualTo(new QuadrantOptions(1, 1, 3, 0.99));
        refused(0, 1, 2, 0, "yearLag must be at least 1 but was 0");
        refused(1, 0, 2, 0, "changeLag must be at least 1 but was 0");
        refused(1, 1, 1, 0, "minimumCount must be at least 2 but was 1");
        refused(1, 1, 2, 1, "margin must lie in [0, 1) but was 1");
        refused(1, 1, 2, -0.1, "margin must lie in [0, 1) but was -0.1");
    }

    private static void refused(int yearLag, int changeLag, int minimumCount, double margin, String message) {
        assertThatThrownBy(() -> new QuadrantOptions(yearLag, changeLag, minimumCount, margin))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aReadingSaysWhatItIsNearlyTiedWith() {
        assertThat(reading(DAY, new QuadrantProbabilities(0.5, 0.45, 0.03, 0.02)))
                .hasToString("2025-07-15 (2025-06-01): goldilocks, near-tied with reflation; growth +1.50 % (+0.25 pp),"
                        + " inflation +2.75 % (-0.50 pp); goldilocks 50.0 %, reflation 45.0 %, stagflation 3.0 %,"
                        + " deflation 2.0 %; n 40");
        assertThat(reading(DAY, QuadrantProbabilities.ofDirections(0.7, 0.4)).toString())
                .startsWith("2025-07-15 (2025-06-01): goldilocks; growth");
    }

    @Test
    void aHistoryIsReadAsItWasKnown() {
        QuadrantProbabilities any = QuadrantProbabilities.ofDirections(0.7, 0.4);
        List<QuadrantReading> readings = IntStream.range(0, 8)
                .mapToObj(month -> reading(DAY.plusMonths(month), any))
                .toList();
        QuadrantHistory history = new QuadrantHistory(readings);
        assertThat(history.asOf(DAY.minusDays(1))).isEmpty();
        assertThat(history.asOf(DAY)).contains(readings.get(0));
        assertThat(history.asOf(DAY.plusMonths(3).minusDays(1))).contains(readings.get(2));
        assertThat(history.asOf(DAY.plusYears(9)))
                .as("years later with the date of its release")
                .contains(readings.get(7))
                .hasValueSatisfying(old ->
                        assertThat(old.toString()).startsWith(DAY.plusMonths(7).toString()));
        assertThat(history.toString().lines()).as("the last six").hasSize(1 + 6);
        assertThat(history.toString())
                .startsWith("QuadrantHistory of 8 releases\n2025-09-15 ")
                .contains("\n2026-02-15 ");
        assertThatThrownBy(() -> new QuadrantHistory(List.of(readings.get(1), readings.get(1))))
                .hasMessage("readings[1] must be released after 2025-08-15 but was on 2025-08-15");
    }

    @Test
    void theMarketsQuadrantMayBeNearlyTiedAndDisagreeWithTheData() {
        MarketQuadrants.Reading market = MarketQuadrants.reading(
                List.of(
                        asset("tech", 1000, Quadrant.GOLDILOCKS, Quadrant.REFLATION),
                        asset("gold", 0, Quadrant.STAGFLATION),
                        asset("bonds", 0, Quadrant.DEFLATION)),
                0.25);
        assertThat(market.probabilities())
                .as("a lead of a thousand does not overflow")
                .isEqualTo(new QuadrantProbabilities(0.5, 0.5, 0, 0));
        assertThat(market.label()).isEqualTo(Quadrant.GOLDILOCKS);
        assertThat(market.nearTied()).containsExactly(Quadrant.REFLATION);
        assertThat(market.disagreement(reading(DAY, new QuadrantProbabilities(0.5, 0, 0.25, 0.25))))
                .isEqualTo(0.5);
        assertThat(market)
                .hasToString("market: goldilocks; goldilocks 50.0 %, reflation 50.0 %, stagflation 0.0 %,"
                        + " deflation 0.0 %; 3 assets");
        assertThatThrownBy(() -> MarketQuadrants.reading(List.of(), 0))
                .hasMessage("temperature must be positive but was 0.0");
    }

    private static MarketQuadrants.Asset asset(String id, double score, Quadrant... quadrants) {
        return new MarketQuadrants.Asset(id, score, Set.of(quadrants));
    }
}
