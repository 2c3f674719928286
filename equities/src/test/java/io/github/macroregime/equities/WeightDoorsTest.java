package io.github.macroregime.equities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.attribution.RiskContributions;
import io.github.macroregime.equities.breadth.Breadth;
import io.github.macroregime.equities.breadth.Concentration;
import io.github.macroregime.equities.breadth.Dispersion;
import io.github.macroregime.equities.contribution.ContributionPolicy;
import io.github.macroregime.equities.contribution.ContributionPolicy.MissingReturn;
import io.github.macroregime.equities.contribution.ContributionPolicy.WeightSum;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Contributions;
import io.github.macroregime.equities.contribution.Position;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights of zero, below zero, missing, without end or without a sum give the right number or a refusal with its place. */
class WeightDoorsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final double NONE = Double.NaN;
    private static final double WITHOUT_END = Double.POSITIVE_INFINITY;
    private static final double LARGE = 1e308;
    private static final double[] RETURNS = {0.01, -0.02, 0.03};

    private static void assertRefused(ThrowingCallable door, String message) {
        assertThatIllegalArgumentException().isThrownBy(door).withMessage(message);
    }

    private static double weightedAdvance(double... weights) {
        return ((Breadth) Breadth.of(Doubles.of(RETURNS), Doubles.of(weights), Breadth.Options.withDefaults()))
                .weightedAdvance();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, sum of weights must be above zero and finite but was 0.0",
        "-1, -1, -1, sum of weights must be above zero and finite but was -3.0",
        "1, -1, 0, sum of weights must be above zero and finite but was 0.0",
        "0.5, Infinity, 0, weights[1] must be finite or NaN but was Infinity"
    })
    void a_deviation_needs_weights_with_a_sum(double a, double b, double c, String message) {
        assertRefused(() -> Dispersion.weightedDeviation(new double[] {a, b, c}, RETURNS), message);
    }

    @Test
    void a_deviation_of_single_weights_of_zero_is_that_of_the_others() {
        assertThat(Dispersion.weightedDeviation(new double[] {0.5, 0.5, 0}, RETURNS))
                .isCloseTo(0.015, within(1e-16));
        assertThat(Dispersion.weightedDeviation(new double[] {NONE, 0.5, 0.5}, RETURNS))
                .isNaN();
    }

    @Test
    void a_day_of_weights_without_a_sum_has_no_weighted_deviation() {
        ContributionReport report = ContributionReport.of(
                DAY,
                List.of(Position.held("a", 0.5, Rate.ofPercent(1)), Position.held("b", -0.5, Rate.ofPercent(2))),
                ContributionPolicy.withDefaults().withWeightSum(new WeightSum.Keep(WITHOUT_END)));
        Dispersion dispersion = Dispersion.of(report).orElseThrow();
        assertThat(dispersion.weightedDeviation()).isEmpty();
        assertThat(dispersion.range().percent()).isCloseTo(1, within(1e-14));
    }

    @Test
    void the_share_of_the_weight_that_rose_needs_a_weight() {
        assertThat(weightedAdvance(0.5, 0.3, 0.2)).isCloseTo(0.7, within(1e-15));
        assertThat(weightedAdvance(0, 0, 0)).isNaN();
        assertThat(weightedAdvance(0.5, -0.5, 0)).isNaN();
        // Zero but for rounding.
        assertThat(weightedAdvance(0.1, 0.2, -0.3)).isNaN();
    }

    @Test
    void sizes_beyond_all_numbers_are_not_taken_for_none() {
        assertThat(Concentration.of(Doubles.of(0, 0))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Concentration.of(Doubles.of(LARGE, LARGE, LARGE)))
                .withMessageStartingWith("sum of sizes must be finite but was ");
    }

    @Test
    void an_implied_correlation_needs_pairs() {
        Rate whole = Rate.ofPercent(15);
        Doubles volatilities = Doubles.of(0.1, 0.1, 0.1);
        assertRefused(
                () -> RiskContributions.impliedAverageCorrelation(Doubles.of(NONE, 0.5, 0.5), volatilities, whole),
                "weights[0] must be finite but was NaN");
        assertRefused(
                () -> RiskContributions.impliedAverageCorrelation(Doubles.of(1, 0, 0), volatilities, whole),
                "weights and volatilities must form at least one pair but gave 0.0");
        // 1 - 0.5 - 0.5: the pairs cancel but for rounding.
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        RiskContributions.impliedAverageCorrelation(Doubles.of(0.7, 0.7, -0.35), volatilities, whole))
                .withMessageStartingWith("weights and volatilities must form at least one pair but gave ");
    }

    @Test
    void a_weight_by_name_is_refused_by_its_name() {
        Map<String, Rate> returns = Map.of("a", Rate.ofPercent(1), "b", Rate.ofPercent(2));
        assertRefused(
                () -> Contributions.of(Map.of("a", NONE, "b", 0.5), returns), "weight of a must be finite but was NaN");
        Map<String, Double> holed = new HashMap<>(Map.of("a", 0.5));
        holed.put("b", null);
        assertThatNullPointerException()
                .isThrownBy(() -> Contributions.of(holed, returns))
                .withMessage("weight of b must not be null");
    }

    @Test
    void what_lost_more_than_everything_has_no_weights_left() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contributions.drifted(new double[] {2, -1}, new double[] {-0.5, 0.5}))
                .withMessageStartingWith("returns must leave something of the whole but lose all of it");
    }

    @Test
    void weights_are_scaled_to_a_sum_that_is_one() {
        assertThat(new WeightSum.Normalise().factor("weights", -2)).isEqualTo(-0.5);
        for (double sum : new double[] {0, NONE, WITHOUT_END}) {
            assertRefused(
                    () -> new WeightSum.Normalise().factor("weights", sum),
                    "weights must have a finite sum other than zero to be scaled but summed to " + sum);
        }
    }

    /** The weights of all sum to -0.5, those with a return to 0.5: scaled, every contribution would change its sign. */
    @Test
    void observed_weights_are_not_scaled_to_a_sum_of_the_other_sign() {
        List<Position> positions = List.of(Position.held("a", 0.5, Rate.ofPercent(1)), Position.unpriced("b", -1));
        ContributionPolicy policy = ContributionPolicy.withDefaults()
                .withMissingReturn(new MissingReturn.Renormalise(2))
                .withWeightSum(new WeightSum.Keep(WITHOUT_END));
        assertRefused(
                () -> ContributionReport.of(DAY, positions, policy),
                "weights with a return must have a sum of the sign of all weights to be scaled to it but summed to 0.5"
                        + " of -0.5");
    }
}
