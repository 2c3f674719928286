package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.unit.Rate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected moves between two whole ones of 25 bp, by hand. */
class AdjacentOutcomesTest {

    private static final Rate MOVE = Rate.ofBasisPoints(25);

    private static AdjacentOutcomes of(double expected) {
        return AdjacentOutcomes.of(Rate.ofBasisPoints(expected), MOVE);
    }

    private static void holds(
            AdjacentOutcomes outcomes, double smaller, double larger, double more, double cut, double hike) {
        assertThat(outcomes.smaller().basisPoints()).isCloseTo(smaller, within(1e-9));
        assertThat(outcomes.larger().basisPoints()).isCloseTo(larger, within(1e-9));
        assertThat(outcomes.largerProbability()).isCloseTo(more, within(1e-9));
        assertThat(outcomes.smallerProbability()).isCloseTo(1 - more, within(1e-9));
        assertThat(outcomes.cutProbability()).isCloseTo(cut, within(1e-9));
        assertThat(outcomes.hikeProbability()).isCloseTo(hike, within(1e-9));
    }

    @Test
    void theTwoMovesNextToTheExpectedOne() {
        holds(of(-10), 0, -25, 0.4, 0.4, 0);
        holds(of(10), 0, 25, 0.4, 0, 0.4);
        holds(of(-32.5), -25, -50, 0.3, 1, 0);
        holds(of(42.5), 25, 50, 0.7, 0, 1);
    }

    @Test
    void aWholeNumberOfMovesIsCertain() {
        holds(of(-50), -50, -75, 0, 1, 0);
        holds(of(50), 50, 75, 0, 0, 1);
        holds(of(0), 0, 25, 0, 0, 0);
        holds(of(-50.000000001), -50, -75, 0, 1, 0);
        holds(of(49.999999999), 50, 75, 0, 0, 1);
        assertThat(of(-50)).hasToString("-50 bp 100.0 %");
        assertThat(of(-10)).hasToString("0 bp 60.0 %, -25 bp 40.0 %");
    }

    @Test
    void theirMeanIsTheExpectedMove() {
        for (double expected : List.of(-87.5, -32.5, -10.0, 0.0, 7.0, 25.0, 61.0)) {
            assertThat(of(expected).expected().basisPoints()).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void everyOtherMoveHasProbabilityZero() {
        AdjacentOutcomes outcomes = of(-32.5);
        assertThat(outcomes.probability(Rate.ofBasisPoints(-25))).isCloseTo(0.7, within(1e-9));
        assertThat(outcomes.probability(Rate.ofBasisPoints(-50))).isCloseTo(0.3, within(1e-9));
        assertThat(outcomes.probability(Rate.ZERO)).isZero();
        assertThat(outcomes.probability(Rate.ofBasisPoints(25))).isZero();
    }

    @Test
    void theSizeOfAMoveIsPositive() {
        for (double size : List.of(0.0, -25.0)) {
            assertThatThrownBy(() -> AdjacentOutcomes.of(MOVE, Rate.ofBasisPoints(size)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("size must be positive but was ");
        }
    }
}
