package io.github.macroregime.equities.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.core.unit.Rate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownPartsTest {

    private static final List<Rate> PARTS =
            List.of(Rate.ofPercent(0.144), Rate.ofPercent(0.066), Rate.ofPercent(-0.31));

    @Test
    void a_total_forced_on_the_parts_says_by_how_much() {
        // The parts sum to -0.100; -0.11 is one unit away, three parts bear one and a half.
        ShownParts shown = ShownParts.forcedTo(PARTS, Rate.ofPercent(-0.11), 2);
        assertThat(shown).hasToString("[0.14, 0.06, -0.31] pp, total -0.11 pp, residual 0.00 pp, forced -0.01 pp");
    }

    /** Two parts of together 0.21 bear a whole unit, half a unit each. */
    @Test
    void as_much_as_the_parts_bear_is_forced_on_them() {
        List<Rate> two = List.of(Rate.ofPercent(0.144), Rate.ofPercent(0.066));
        assertThat(ShownParts.forcedTo(two, Rate.ofPercent(0.22), 2))
                .hasToString("[0.15, 0.07] pp, total 0.22 pp, residual 0.00 pp, forced 0.01 pp");
    }

    @Test
    void a_total_too_far_away_leaves_a_residual_instead() {
        ShownParts shown = ShownParts.forcedTo(PARTS, Rate.ofPercent(-0.12), 2);
        assertThat(shown).hasToString("[0.14, 0.07, -0.31] pp, total -0.12 pp, residual -0.02 pp, forced 0.00 pp");
        assertThat(ShownParts.withResidual(PARTS, Rate.ofPercent(-0.12), 2)).isEqualTo(shown);
    }

    @Test
    void no_parts_have_a_total_of_nothing() {
        assertThat(ShownParts.byLargestRemainder(List.of(), 1).total()).isEqualTo("0.0");
    }

    @Test
    void places_outside_their_range_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShownParts.byLargestRemainder(PARTS, 13))
                .withMessage("places must lie in [0, 12] but was 13");
    }
}
