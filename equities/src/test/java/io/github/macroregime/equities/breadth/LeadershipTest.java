package io.github.macroregime.equities.breadth;

import static io.github.macroregime.equities.breadth.BreadthFactsTest.prices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.breadth.Leadership.Leader;
import io.github.macroregime.equities.breadth.Rotation.CatchUp;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leaders, laggards and rotation of a few names by hand. */
class LeadershipTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 7, 21);
    private static final double NONE = Double.NaN;

    @Test
    void leadersAreReadOverTheLookback() {
        Panel panel = prices(new double[] {10, 11, 12}, new double[] {10, 20, 13}, new double[] {10, 5, 10});
        assertThat(Leadership.ranked(panel, MONDAY.plusDays(2), 2))
                .extracting(
                        Leader::name, Leader::rank, leader -> leader.trailing().percent())
                .containsExactly(tuple("N1", 1, 30.0), tuple("N0", 2, 20.0), tuple("N2", 3, 0.0));
        assertThat(Leadership.ranked(panel, MONDAY.plusDays(1), 2))
                .as("before the first price")
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Leadership.ranked(panel, MONDAY, 0))
                .withMessage("lookback must be at least 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Leadership.ranked(panel, MONDAY.minusDays(1), 1))
                .withMessage("date must be among the dates but was 2025-07-20");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Leader(0, "N0", Rate.ZERO))
                .withMessage("rank of N0 must be at least 1 but was 0");
    }

    /** Two names of which one has no price the day before, then two that were seen: the one behind against the other. */
    @Test
    void aPairIsTheLeastThatCanCatchUp() {
        double[] one = {100, 110, 110, 121};
        double[] two = {100, 90, 90, 108};
        LocalDate last = MONDAY.plusDays(3);
        for (double fraction : new double[] {0.1, 0.5, 0.9}) {
            CatchUp pair = Leadership.catchUp(prices(one, two, new double[] {NONE, NONE, 1, 2}), last, 2, fraction)
                    .orElseThrow();
            assertThat(pair.laggards()).containsExactly("N1");
            assertThat(pair.names()).isEqualTo(2);
            assertThat(pair.laggardReturn().percent()).isCloseTo(20, within(1e-12));
            assertThat(pair.restReturn().percent()).isCloseTo(10, within(1e-12));
            assertThat(pair)
                    .hasToString("2025-07-24: 1 laggards of 2 names +20.00 %, the others +10.00 %, rank correlation"
                            + " -1.00 (n = 2)");
        }
        assertThat(Leadership.catchUp(prices(one, new double[] {100, 90, 90, NONE}), last, 2, 0.5))
                .isEmpty();
        assertThat(Leadership.catchUp(prices(one, two), MONDAY, 1, 0.5)).isEmpty();
        for (double refused : new double[] {0, 1, NONE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Leadership.catchUp(prices(one, two), last, 2, refused))
                    .withMessage("fraction must lie between 0 and 1 but was " + refused);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Leadership.catchUp(prices(one, two), last, 0, 0.5));
    }

    @Test
    void laggardsAreSomeAndNotAll() {
        for (List<String> refused : List.of(List.<String>of(), List.of("A", "B"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CatchUp(MONDAY, refused, 2, Rate.ZERO, Rate.ZERO, 0))
                    .withMessage("laggards must be some but not all of the 2 names but were " + refused);
        }
        assertThat(new CatchUp(MONDAY, List.of("A"), 2, Rate.ZERO, Rate.ZERO, NONE).correlation())
                .isEmpty();
    }

    @Test
    void strengthBeginsWhereBothAreQuoted() {
        Panel panel = prices(new double[] {10, 10, 20, 10}, new double[] {NONE, 5, 5, 20});
        assertThat(Rotation.relativeStrength(panel, "N1", "N0").values()).isEqualTo(Doubles.of(NONE, 1, 0.5, 4));
    }

    /**
     * In a window of two a standard score is plus or minus the root of a half: strengths of 1, 2, 3, 2, 4 have ratios of
     * up, up, down, up, which change by nothing, down and up.
     */
    @Test
    void againstItsOwnPastInAWindowOfTwo() {
        Panel panel = prices(new double[] {1, 1, 1, 1, 1}, new double[] {1, 2, 3, 2, 4});
        Rotation own = Rotation.againstOwnPast(panel, "N1", "N0", 2);
        double step = Math.sqrt(0.5);
        assertThat(own.ratio().toArray())
                .containsExactly(new double[] {NONE, 100 + step, 100 + step, 100 - step, 100 + step}, within(1e-12));
        assertThat(own.momentum().toArray())
                .containsExactly(new double[] {NONE, NONE, NONE, 100 - step, 100 + step}, within(1e-12));
        assertThat(own).hasToString("N1 on 2025-07-25: ratio 100.71, momentum 100.71, LEADING");
        assertThat(own.quadrant(MONDAY.plusDays(2))).isEmpty();
        assertThat(own.angle().value(3)).isCloseTo(225, within(1e-9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rotation.againstOwnPast(panel, "N1", "N0", 1))
                .withMessage("window must be at least 2 but was 1");
    }

    /** Gains of 1, 2 and 6 % about a mean of 3, then none: what stood high falls most. */
    @Test
    void againstTheOthersOnTheSameDay() {
        double[] flat = {100, 100, 100};
        Panel panel =
                prices(flat, new double[] {100, 101, 101}, new double[] {100, 102, 102}, new double[] {100, 106, 106});
        List<Rotation> others = Rotation.againstTheOthers(panel, "N0", 1);
        double deviation = Math.sqrt(14 / 3.0);
        double[] beyond = {-2, -1, 3};
        for (int i = 0; i < 3; i++) {
            assertThat(others.get(i).ratio().toArray())
                    .containsExactly(new double[] {NONE, 100 + beyond[i] / deviation, NONE}, within(1e-9));
            assertThat(others.get(i).momentum().toArray())
                    .containsExactly(new double[] {NONE, NONE, 100 - beyond[i] / deviation}, within(1e-9));
        }
        Panel late = prices(
                flat,
                new double[] {100, 101, 101},
                new double[] {100, 102, 102},
                new double[] {100, 106, 106},
                new double[] {NONE, 100, 100});
        assertThat(Rotation.againstTheOthers(late, "N0", 1).get(0).ratio().get(1))
                .as("a name without a change is none of the others")
                .isCloseTo(100 - 2 / deviation, within(1e-9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rotation.againstTheOthers(panel, "N0", 0))
                .withMessage("window must be at least 1 but was 0");
        assertThat(Rotation.againstTheOthers(prices(flat), "N0", 1)).isEmpty();
    }

    @Test
    void quadrantsBeginAtTheCentre() {
        DateIndex one = DateIndex.of(MONDAY);
        Rotation centre = new Rotation("N0", one, Doubles.of(100), Doubles.of(100));
        assertThat(centre.quadrant(MONDAY)).contains(Rotation.Quadrant.LEADING);
        assertThat(centre.angle().value(0)).isZero();
        assertThat(centre.distance().value(0)).isZero();
        Rotation right = new Rotation("N0", one, Doubles.of(104), Doubles.of(97));
        assertThat(right.distance().value(0)).isCloseTo(5, within(1e-12));
        assertThat(right.angle().value(0)).isCloseTo(360 - Math.toDegrees(Math.atan(0.75)), within(1e-9));
        assertThat(new Rotation("N0", DateIndex.of(), Doubles.of(), Doubles.of()))
                .hasToString("N0: no dates");
        assertThat(new Rotation("N0", one, Doubles.of(NONE), Doubles.of(NONE)))
                .asString()
                .endsWith("no quadrant");
        for (List<Doubles> wrong :
                List.of(List.of(Doubles.of(), Doubles.of(1)), List.of(Doubles.of(1), Doubles.of()))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Rotation("N0", one, wrong.get(0), wrong.get(1)))
                    .withMessageStartingWith("ratio and momentum must have one number for each of the 1 dates");
        }
    }
}
