package io.github.macroregime.regime.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FinancialConditionsTest {

    private static final LocalDate LAST = LocalDate.ofEpochDay(20100);

    @Test
    void equalWeightsByHand() {
        // Scores of the last values: 2 among {0, 1, 2} is +1, and 0 among {2, 1, 0} is -1, which is tighter by +1.
        List<FinancialConditions.Input> inputs = List.of(
                input("spread", FinancialConditions.Input.Tightening.HIGHER, 0, 1, 2),
                input("equities", FinancialConditions.Input.Tightening.LOWER, 2, 1, 0));
        FinancialConditions.Reading reading = FinancialConditions.reading(
                        inputs, LAST, FinancialConditions.Weights.EQUAL, 2)
                .orElseThrow();
        assertThat(reading.index()).isEqualTo(1, within(1e-15));
        assertThat(reading.scores().toArray()).containsExactly(new double[] {1, 1}, within(1e-15));
        assertThat(reading.n()).isEqualTo(3);
        assertThat(reading).hasToString("""
                        Financial conditions as of 2024-10-06: +1.00 (up is tighter), n 3
                          spread           score  +1.00  weight +0.500  part  +0.50
                          equities         score  +1.00  weight +0.500  part  +0.50""");
    }

    /** Scores of the last values: 2 among {0, 1, 2} is +1 and 4 among {0, 0, 4} is 2 over the root of 3. */
    @Test
    void equalWeightsStayEqualAndOnePartIsItsOwnIndex() {
        List<FinancialConditions.Input> parts = List.of(
                input("a", FinancialConditions.Input.Tightening.HIGHER, 0, 1, 2),
                input("b", FinancialConditions.Input.Tightening.HIGHER, 0, 0, 4),
                input("c", FinancialConditions.Input.Tightening.LOWER, 0, 1, 2));
        double second = 2 / Math.sqrt(3);
        FinancialConditions.Reading equal = FinancialConditions.reading(
                        parts, LAST, FinancialConditions.Weights.EQUAL, 3)
                .orElseThrow();
        assertThat(equal.scores().toArray()).containsExactly(new double[] {1, second / 1.0, -1}, within(1e-12));
        assertThat(equal.index()).isEqualTo(second / 3, within(1e-12));
        FinancialConditions.Reading one = FinancialConditions.reading(
                        parts.subList(1, 2), LAST, FinancialConditions.Weights.FIRST_COMPONENT, 3)
                .orElseThrow();
        assertThat(one.weights().toArray()).containsExactly(1);
        assertThat(one.index()).isEqualTo(second, within(1e-12));
        LocalDate first = LocalDate.ofEpochDay(20000);
        assertThat(FinancialConditions.reading(parts, first.plusDays(1), FinancialConditions.Weights.EQUAL, 3))
                .as("two values where three are asked for")
                .isEmpty();
        assertThat(FinancialConditions.reading(parts, first.minusDays(1), FinancialConditions.Weights.EQUAL, 3))
                .isEmpty();
    }

    @Test
    void twoPartsAlwaysLoadAlikeOnTheirFirstComponent() {
        List<FinancialConditions.Input> inputs = List.of(
                input("a", FinancialConditions.Input.Tightening.HIGHER, 1, 4, 2, 5, 3, 8),
                input("b", FinancialConditions.Input.Tightening.HIGHER, 2, 5, 2, 6, 2, 9));
        FinancialConditions.Reading reading = FinancialConditions.reading(
                        inputs, LAST, FinancialConditions.Weights.FIRST_COMPONENT, 3)
                .orElseThrow();
        assertThat(reading.weights().toArray()).containsExactly(new double[] {0.5, 0.5}, within(1e-12));
        assertThat(reading.index()).isPositive();
    }

    @Test
    void anEarlierValueDoesNotSeeLaterOnes() {
        double[] a = {1, 4, 2, 5, 3, 8, 1, 7, 2, 9};
        double[] b = {2, 5, 2, 6, 2, 9, 0, 4, 4, 1};
        double[] c = {7, 1, 3, 3, 8, 2, 5, 1, 9, 0};
        for (FinancialConditions.Weights weights : FinancialConditions.Weights.values()) {
            TimeSeries whole = FinancialConditions.index(inputs(a, b, c, 10), weights, 3);
            TimeSeries part = FinancialConditions.index(inputs(a, b, c, 7), weights, 3);
            assertThat(whole.slice(0, 7)).isEqualTo(part);
            assertThat(whole.value(1)).isNaN();
            assertThat(FinancialConditions.reading(
                                    inputs(a, b, c, 10), part.dates().last(), weights, 3)
                            .orElseThrow()
                            .index())
                    .isEqualTo(part.value(6));
        }
    }

    @Test
    void noPartIsRefused() {
        assertThatThrownBy(() -> FinancialConditions.index(List.of(), FinancialConditions.Weights.EQUAL, 2))
                .hasMessageContaining("at least one part");
    }

    private static List<FinancialConditions.Input> inputs(double[] a, double[] b, double[] c, int length) {
        return List.of(
                input("a", FinancialConditions.Input.Tightening.HIGHER, Arrays.copyOf(a, length)),
                input("b", FinancialConditions.Input.Tightening.LOWER, Arrays.copyOf(b, length)),
                input("c", FinancialConditions.Input.Tightening.HIGHER, Arrays.copyOf(c, length)));
    }

    private static FinancialConditions.Input input(
            String name, FinancialConditions.Input.Tightening tightening, double... values) {
        DateIndex dates = DateIndex.ofEpochDays(
                IntStream.range(0, values.length).map(t -> 20000 + t).toArray());
        return new FinancialConditions.Input(
                TimeSeries.of(dates, values, Unit.SCORE).named(name), tightening);
    }
}
