package io.github.macroregime.equities.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.core.unit.Rate;
import org.junit.jupiter.api.Test;

class ImpliedWeightTest {

    private static ImpliedWeight weight(double contribution, double periodReturn, double low, double high) {
        return new ImpliedWeight("Energy", Rate.ofPercent(contribution), Rate.ofPercent(periodReturn), low, high);
    }

    @Test
    void contribution_over_return() {
        ImpliedWeight weight = weight(0.5, 2, 0.24, 0.26);
        assertThat(weight.point()).hasValue(0.25);
        assertThat(weight.possible()).isTrue();
        assertThat(weight).hasToString("Energy: 25.00 %, between 24.00 % and 26.00 %");
    }

    @Test
    void a_return_of_zero_implies_no_weight() {
        ImpliedWeight flat = weight(0, 0, 0, 1);
        assertThat(flat.point()).isEmpty();
        assertThat(flat).hasToString("Energy: undefined, between 0.00 % and 100.00 %");
        assertThat(weight(0.25, -1.25, Double.NaN, Double.NaN))
                .hasToString("Energy: -20.00 %, no weight from 0 to 1 fits")
                .matches(each -> !each.possible());
        assertThat(weight(0.1, 0.5, 0.2, 0.2).possible()).isTrue();
    }

    @Test
    void bounds_that_are_no_weights_are_refused() {
        double[][] refused = {{0.3, 0.2}, {-0.1, 0.2}, {0.9, 1.1}, {Double.NaN, 0.5}, {0.5, Double.NaN}};
        for (double[] bounds : refused) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> weight(0.25, 1.25, bounds[0], bounds[1]))
                    .withMessage("low and high of Energy must lie in order in [0, 1] or both be NaN but were "
                            + bounds[0] + " and " + bounds[1]);
        }
    }
}
