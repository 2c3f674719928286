package io.github.macroregime.regime.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.GoldenTable;
import io.github.macroregime.regime.signal.Extension;
import io.github.macroregime.regime.strength.FlipPrices.Flip;
import io.github.macroregime.regime.strength.Strength.TailState;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
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
        int formulas = 0;
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
                    double extension = Math.abs(extensionAfter(seen, edge.price()));
                    assertThat(edge.method() == Flip.Method.CLOSED_FORM)
                            .as("where the extension begins to count, the price has a formula")
                            .isEqualTo(Math.abs(extension - 0.5) < 1e-9);
                    found++;
                    formulas += edge.method() == Flip.Method.CLOSED_FORM ? 1 : 0;
                } else if (flip instanceof Flip.NoneWithin none) {
                    double sign = flip.equals(flips.up()) ? 1 : -1;
                    assertThat(none.searchedTo().decimal())
                            .as("six deviations of twenty days")
                            .isCloseTo(Math.exp(sign * 6 * deviation(seen)) - 1, within(1e-12));
                }
            }
            assertThat(tail(state, flips.close())).isEqualTo(flips.ifUnchanged());
        }
        assertThat(found).isGreaterThan(100);
        assertThat(formulas).isBetween(1, found - 1);
    }

    private static double deviation(double[] close) {
        return Math.sqrt(IntStream.range(close.length - 20, close.length)
                        .mapToDouble(t -> Math.pow(Math.log(close[t] / close[t - 1]), 2))
                        .sum()
                / 20);
    }

    /** Fifty days are no signal of the model, so that the reference runs beside it. */
    @Test
    void aReferenceOfItsOwnIsLookedAheadToo() {
        StrengthModel model = StrengthModel.withDefaults().withReference(Extension.FIFTY_DAYS);
        StrengthState state = model.start();
        for (double close : CLOSE) {
            state.push(close);
        }
        int unbalanced = 0;
        for (int percent = -20; percent <= 20; percent++) {
            double next = CLOSE[CLOSE.length - 1] * (1 + percent / 100.0);
            assertThat(state.tailAt(next)).contains(tail(state, next));
            unbalanced += tail(state, next) == TailState.BALANCED ? 0 : 1;
        }
        assertThat(unbalanced).isPositive();
    }

    @Test
    void theFlipsArePrinted() {
        FlipPrices flips = new FlipPrices(
                100,
                TailState.BALANCED,
                TailState.RIGHT_TAIL_MOMENTUM,
                new Flip.At(104.5, Rate.ofPercent(4.5), TailState.RIGHT_TAIL_REVERSION, Flip.Method.BRACKETED),
                new Flip.NoneWithin(Rate.ofPercent(-12.5)));
        assertThat(flips)
                .hasToString("close 100.000, balanced, unchanged tomorrow: right tail momentum,"
                        + " up: 104.500 (+4.50 %) right tail reversion, down: none within -12.50 %");
        LocalDate start = LocalDate.of(2023, 1, 2);
        DateIndex dates = DateIndex.ofEpochDays(IntStream.range(0, CLOSE.length)
                .map(t -> (int) start.toEpochDay() + t)
                .toArray());
        assertThat(FlipPrices.of(
                        TimeSeries.of(dates, CLOSE, Unit.PRICE), start.plusDays(399), StrengthModel.withDefaults()))
                .isPresent()
                .isEqualTo(FlipPrices.of(Arrays.copyOf(CLOSE, 400), StrengthModel.withDefaults()));
    }

    @Test
    void aMissingCloseIsPassedOverAndABadOneRefused() {
        double[] gapped = Arrays.copyOf(CLOSE, 401);
        gapped[400] = CLOSE[399];
        gapped[399] = Double.NaN;
        assertThat(FlipPrices.of(gapped, StrengthModel.withDefaults()))
                .isEqualTo(FlipPrices.of(Arrays.copyOf(CLOSE, 400), StrengthModel.withDefaults()));
        gapped[399] = -1;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlipPrices.of(gapped, StrengthModel.withDefaults()))
                .withMessageContaining("close[399]");
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
