package io.github.macroregime.regime.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.fixture.GoldenTable;
import io.github.macroregime.regime.signal.Extension;
import io.github.macroregime.regime.strength.FlipPrices.Flip;
import io.github.macroregime.regime.strength.Strength.TailState;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FlipPricesTest {

    private static final double[] CLOSE = GoldenTable.read("regime/series.csv").numbers("es_close");

    private static double extensionAfter(double[] close, double next) {
        double[] longer = Arrays.copyOf(close, close.length + 1);
        longer[close.length] = next;
        return Extension.MONTH.over(longer)[close.length];
    }

    @Test
    void theClosedFormReachesTheScoreItPromises() {
        for (double z : new double[] {-4, -2, -0.5, 0, 0.5, 2, 4.2}) {
            double price = Extension.MONTH.closeAt(CLOSE, z).orElseThrow();
            assertThat(extensionAfter(CLOSE, price)).isCloseTo(z, within(1e-10));
        }
        assertThat(Extension.MONTH.closeAt(CLOSE, 19 / Math.sqrt(20))).isEmpty();
        assertThat(Extension.MONTH.closeAt(CLOSE, -5)).isEmpty();
    }

    @Test
    void eachFlipIsTheEdgeOfAState() {
        int found = 0;
        for (int end = 320; end <= 600; end += 3) {
            double[] seen = Arrays.copyOf(CLOSE, end);
            FlipPrices flips = FlipPrices.of(seen, StrengthModel.withDefaults()).orElseThrow();
            StrengthState state = StrengthModel.withDefaults().start();
            for (double close : seen) {
                state.push(close);
            }
            for (Flip flip : new Flip[] {flips.up(), flips.down()}) {
                if (flip instanceof Flip.At edge) {
                    double outwards = edge.price() > flips.close() ? 1 + 1e-9 : 1 - 1e-9;
                    assertThat(tail(state, edge.price() * outwards)).isEqualTo(edge.becomes());
                    assertThat(tail(state, edge.price() / outwards)).isEqualTo(flips.ifUnchanged());
                    // Pushed back, the flip price itself flips, and the number before it does not.
                    assertThat(tail(state, edge.price())).isEqualTo(edge.becomes());
                    assertThat(tail(state, Math.nextAfter(edge.price(), flips.close())))
                            .isEqualTo(flips.ifUnchanged());
                    assertThat(edge.move().decimal()).isCloseTo(edge.price() / flips.close() - 1, within(1e-15));
                    found++;
                }
            }
            assertThat(tail(state, flips.close())).isEqualTo(flips.ifUnchanged());
        }
        assertThat(found).isGreaterThan(100);
    }

    private static TailState tail(StrengthState state, double next) {
        StrengthState tomorrow = state.copy();
        tomorrow.push(next);
        return tomorrow.strength().orElseThrow().tail();
    }

    @Test
    void shortAndFlatHistoriesHaveNoFlip() {
        double[] flat = new double[400];
        Arrays.fill(flat, 100);
        assertThat(FlipPrices.of(flat, StrengthModel.withDefaults())).isEmpty();
        assertThat(FlipPrices.of(Arrays.copyOf(CLOSE, 200), StrengthModel.withDefaults()))
                .isEmpty();
    }
}
