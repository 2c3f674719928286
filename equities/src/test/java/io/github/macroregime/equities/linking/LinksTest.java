package io.github.macroregime.equities.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Two periods by hand, and what no method links. */
class LinksTest {

    private static final double[] FUND = {0.1, 0.2};
    private static final double[] BENCHMARK = {0.05, 0.1};

    @Test
    void growthBeforeAndAfterEachPeriod() {
        assertThat(Links.growthBefore(new double[] {0.1, 0.2, 0.5}))
                .containsExactly(new double[] {1, 1.1, 1.32}, within(1e-15));
        assertThat(Links.growthAfter(new double[] {0.1, 0.2, 0.5}))
                .containsExactly(new double[] {1.8, 1.5, 1}, within(1e-15));
        assertThat(Links.compounded(FUND)).isCloseTo(0.32, within(1e-15));
        assertThat(Links.grap(FUND, BENCHMARK)).containsExactly(new double[] {1.1, 1.1}, within(1e-15));
    }

    /** (ln 1.1 - ln 1.05) / 0.05 and (ln 1.2 - ln 1.1) / 0.1 over (ln 1.32 - ln 1.155) / 0.165. */
    @Test
    void carinoByHand() {
        double whole = Math.log(1.32 / 1.155) / 0.165;
        assertThat(Links.carino(FUND, BENCHMARK))
                .containsExactly(
                        new double[] {Math.log(1.1 / 1.05) / 0.05 / whole, Math.log(1.2 / 1.1) / 0.1 / whole},
                        within(1e-13));
        assertThat(Links.logarithmic(2, 0)).isCloseTo(Math.log(3) / 2, within(1e-15));
        assertThat(Links.logarithmicOfGrowth(3, 1)).isCloseTo(Math.log(3) / 2, within(1e-15));
        assertThat(Links.logarithmicOfGrowth(2, 2)).isEqualTo(0.5);
    }

    /** Notional funds of 0.1 and 0.05, then 0.1 and 0.15: 21 and 20.75 percent beside a benchmark of 15.5. */
    @Test
    void daviesAndLakerByHand() {
        double[] parts = Links.daviesLaker(FUND, BENCHMARK, new double[] {0.1, 0.1}, new double[] {0.05, 0.15});
        assertThat(parts).containsExactly(new double[] {0.055, 0.0525, 0.165 - 0.055 - 0.0525}, within(1e-15));
    }

    /** 0.03 and 0.02 of 0.05, then 0.07 and 0.03 of 0.1: each carried on at the benchmark's 0.1. */
    @Test
    void frongelloByHand() {
        double[][] linked = Links.frongello(new double[][] {{0.03, 0.02}, {0.07, 0.03}}, FUND, BENCHMARK);
        assertThat(linked[0]).containsExactly(new double[] {0.03, 0.02}, within(1e-15));
        assertThat(linked[1]).containsExactly(new double[] {0.077 + 0.003, 0.033 + 0.002}, within(1e-15));
        assertThat(Links.frongello(new double[0][], new double[0], new double[0]))
                .isEmpty();
    }

    @Test
    void periodsAndNumbersMustBeThere() {
        double[] one = {0.1};
        double[][] effects = {{0.1}, {0.1}};
        refused(() -> Links.grap(FUND, one), "returns must be given for each of the 2 periods but were given for 1");
        refused(
                () -> Links.menchero(one, FUND),
                "returns must be given for each of the 1 periods but were given for 2");
        refused(() -> Links.carino(FUND, one), "returns must be given for each of the 2 periods but were given for 1");
        refused(
                () -> Links.daviesLaker(FUND, BENCHMARK, one, FUND),
                "returns must be given for each of the 2 periods but were given for 1");
        refused(
                () -> Links.daviesLaker(FUND, BENCHMARK, FUND, one),
                "returns must be given for each of the 2 periods but were given for 1");
        refused(
                () -> Links.grap(FUND, new double[] {0.1, Double.POSITIVE_INFINITY}),
                "return of period 1 must be finite but was Infinity");
        refused(
                () -> Links.grap(new double[] {Double.NaN, 0.1}, FUND),
                "return of period 0 must be finite but was NaN");
        for (Linking method : Linking.values()) {
            refused(
                    () -> Links.linked(method, new double[][] {{0.1}}, FUND, new double[2]),
                    "effects must have one row for each of the 2 periods but had 1");
        }
        refused(
                () -> Links.frongello(effects, one, one),
                "effects must have one row for each of the 1 periods but had 2");
        refused(
                () -> Links.linked(Linking.POINTS, effects, FUND, one),
                "returns must be given for each of the 2 periods but were given for 1");
        for (ThrowingCallable door : new ThrowingCallable[] {
            () -> Links.compounded(new double[] {Double.NaN}),
            () -> Links.growthBefore(new double[] {Double.NaN}),
            () -> Links.growthAfter(new double[] {Double.NaN})
        }) {
            assertThatIllegalArgumentException().isThrownBy(door);
        }
    }

    /** A total loss has no logarithm; a benchmark's is named as such. */
    @Test
    void lossesAreRefusedByTheSeriesThatHasThem() {
        double[] lost = {-1, 0.1};
        double[] more = {0.1, -1.25};
        refused(
                () -> Links.carino(FUND, lost),
                "benchmark return of period 0 must be above -100 % but was -100.0 %; GRAP and Frongello take any"
                        + " return");
        refused(
                () -> Links.menchero(FUND, more),
                "benchmark return of period 1 must be at least -100 % but was -125.0 %; GRAP and Frongello take any"
                        + " return");
        refused(
                () -> Links.carino(lost, FUND),
                "portfolio return of period 0 must be above -100 % but was -100.0 %; GRAP and Frongello take any"
                        + " return");
    }

    private static void refused(ThrowingCallable door, String message) {
        assertThatIllegalArgumentException().isThrownBy(door).withMessage(message);
    }
}
