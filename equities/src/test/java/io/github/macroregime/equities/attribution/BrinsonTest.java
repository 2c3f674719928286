package io.github.macroregime.equities.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.Reconciliation;
import java.util.function.BiFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Values by hand: two segments, a benchmark of 3 %. */
class BrinsonTest {

    private static final Offset<Double> EXACT = within(1e-16);
    private static final double[] WP = {0.6, 0.4};
    private static final double[] WB = {0.5, 0.5};
    private static final double[] RP = {0.05, 0.02};
    private static final double[] RB = {0.04, 0.02};

    private static void assertEffects(double[] effects, double first, double second) {
        assertThat(effects).hasSize(2);
        assertThat(effects[0]).isCloseTo(first, EXACT);
        assertThat(effects[1]).isCloseTo(second, EXACT);
    }

    @Test
    void effects_of_two_segments() {
        assertEffects(Brinson.fachlerAllocation(WP, WB, RB, 0.03), 0.001, 0.001);
        assertEffects(Brinson.fachlerAllocation(WP, WB, RB, 0.035), 0.0005, 0.0015);
        assertEffects(Brinson.hoodBeebowerAllocation(WP, WB, RB), 0.004, -0.002);
        assertEffects(Brinson.selection(WB, RP, RB), 0.005, 0);
        assertEffects(Brinson.interaction(WP, WB, RP, RB), 0.001, 0);
        assertEffects(Brinson.drift(WP, new double[] {0.55, 0.45}, RB, 0.03), 0.0005, 0.0005);
    }

    private static void refuses(BiFunction<double[], Integer, double[]> effects, int arguments) {
        for (int at = 0; at < arguments; at++) {
            int place = at;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> effects.apply(new double[] {1, 2, 3}, place))
                    .withMessageStartingWith("weights and returns must have one number for each segment but had ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> effects.apply(new double[] {0.5, Double.NEGATIVE_INFINITY}, place))
                    .withMessageEndingWith("argument[1] must be finite or NaN but was -Infinity");
        }
    }

    private static double[] or(double[] argument, double[] other, int place, int at) {
        return place == at ? other : argument;
    }

    @Test
    void every_argument_is_looked_at() {
        refuses(
                (bad, at) -> Brinson.fachlerAllocation(or(WP, bad, 0, at), or(WB, bad, 1, at), or(RB, bad, 2, at), 0),
                3);
        refuses((bad, at) -> Brinson.selection(or(WB, bad, 0, at), or(RP, bad, 1, at), or(RB, bad, 2, at)), 3);
        refuses(
                (bad, at) -> Brinson.interaction(
                        or(WP, bad, 0, at), or(WB, bad, 1, at), or(RP, bad, 2, at), or(RB, bad, 3, at)),
                4);
    }

    @Test
    void printed_geometric_effects_are_held_to_what_rounding_allows() {
        Reconciliation.Compared up = GeometricAttribution.reconciled(
                Rate.ofPercent(1), Rate.ofPercent(2), Rate.ofPercent(3.01), Rate.ofPercent(0.005));
        // 1.01 x 1.02 - 1 = 3.02 %; half a unit times 1 for the excess and 2 + 0.01 + 0.02 + 0.00005 for the effects.
        assertThat(up.explained().percent()).isCloseTo(3.02, within(1e-13));
        assertThat(up.residual().percent()).isCloseTo(-0.01, within(1e-13));
        assertThat(up.roundingBound().percent()).isCloseTo(0.005 * 3.03005, within(1e-16));
        assertThat(up.verdict()).isEqualTo(Reconciliation.Verdict.WITHIN_ROUNDING);
        Reconciliation.Compared down = GeometricAttribution.reconciled(
                Rate.ofPercent(-1), Rate.ofPercent(-2), Rate.ofPercent(-2.96), Rate.ofPercent(0.005));
        assertThat(down.explained().percent()).isCloseTo(-2.98, within(1e-13));
        assertThat(down.roundingBound()).isEqualTo(up.roundingBound());
        assertThat(down.verdict()).isEqualTo(Reconciliation.Verdict.DOES_NOT_CLOSE);
    }
}
