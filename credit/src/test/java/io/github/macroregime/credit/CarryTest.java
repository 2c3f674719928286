package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.unit.Rate;
import org.junit.jupiter.api.Test;

class CarryTest {

    private final Carry edition = Carry.of(Rate.ofBasisPoints(51.11), 4.6, 3.75, 1);

    /** 51.11 / 3.75 = 13.6293, which leads to 64.74. */
    @Test
    void twelve_month_break_even_of_the_letter() {
        assertThat(edition.breakEvenWidening().basisPoints()).isCloseTo(13.629333333333333, within(1e-12));
        assertThat(edition.breakEvenSpread().basisPoints()).isCloseTo(64.739333333333333, within(1e-12));
        assertThat(edition.toString())
                .isEqualTo("51.11 bp over 1.00 years, duration 4.60 to 3.75: earns 51.11 bp, break-even +13.63 bp at"
                        + " 64.74 bp");
    }

    /** 12 x 3.75 x 100.69 / 51.11 = 88.65. */
    @Test
    void months_of_carry_that_the_high_would_cost() {
        assertThat(edition.monthsToRepay(Rate.ofBasisPoints(151.80)).orElseThrow())
                .isCloseTo(12 * 3.75 * 100.69 / 51.11, within(1e-11));
        assertThat(edition.monthsToRepay(Rate.ofBasisPoints(40)).orElseThrow()).isNegative();
        assertThat(edition.withAnnualExpectedLoss(Rate.ofBasisPoints(60)).monthsToRepay(Rate.ofBasisPoints(70)))
                .isEmpty();
    }

    @Test
    void a_spread_of_zero_has_no_relative_break_even() {
        assertThat(Carry.of(Rate.ZERO, 4, 4, 1).breakEvenOfSpread()).isEmpty();
    }

    @Test
    void terms_are_the_carry_without_its_spread() {
        assertThat(Carry.Terms.of(4.6, 3.75, 1).carry(Rate.ofBasisPoints(51.11)))
                .isEqualTo(edition);
    }

    @Test
    void mistakes_are_refused_with_their_value() {
        assertThatThrownBy(() -> Carry.of(Rate.ZERO, 0, 4, 1)).hasMessage("startDuration must be above 0 but was 0.0");
        assertThatThrownBy(() -> Carry.of(Rate.ZERO, 4, Double.NaN, 1))
                .hasMessage("endDuration must be above 0 but was NaN");
        assertThatThrownBy(() -> Carry.Terms.of(4, 4, -1)).hasMessage("years must be above 0 but was -1.0");
    }
}
