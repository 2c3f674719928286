package io.github.macroregime.credit.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.band.Bound.Ownership;
import io.github.macroregime.credit.band.SwitchPolicy.GapRule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandTrackerTest {

    private static final Bands BANDS = Bands.between(
            List.of("low", "middle", "high"),
            List.of(Severity.BENIGN, Severity.NEUTRAL, Severity.ALARM),
            List.of(Rate.ofBasisPoints(60), Rate.ofBasisPoints(70)));
    private static final SwitchPolicy PLAIN = SwitchPolicy.IMMEDIATE;

    @Test
    void seventy_plus_two_is_the_quote_seventy_two() {
        SwitchPolicy policy = PLAIN.withHysteresis(Hysteresis.absolute(Rate.ofBasisPoints(2)));
        assertThat(states(policy, 65, 71.99, 72)).containsExactly(1, 1, 2);
        assertThat(states(policy, 75, 68, 67.99)).containsExactly(2, 2, 1);
    }

    @Test
    void a_policy_says_what_another_band_takes() {
        assertThat(PLAIN).hasToString("another band takes a level beyond the edge");
        assertThat(SwitchPolicy.DESK)
                .hasToString("another band takes a level 2.00 bp beyond the edge, 2 observations in a row;"
                        + " 2 bands away at once");
        assertThat(PLAIN.withHysteresis(Hysteresis.relative(0.03))
                        .withConfirmations(3)
                        .withAgreement(SwitchPolicy.Agreement.SAME_BAND)
                        .withLockout(5)
                        .withGaps(GapRule.expireAfter(4)))
                .hasToString("another band takes a level 3.00 % of the edge beyond it, 3 observations in a row in one"
                        + " band, 5 observations in the band before; unknown after 4 days without a level");
        assertThat(PLAIN.withOverrideBands(2))
                .as("nothing is kept waiting that could pass at once")
                .hasToString("another band takes a level beyond the edge");
        assertThat(PLAIN.withLockout(1).withOverrideBands(2))
                .hasToString("another band takes a level beyond the edge, 1 observations in the band before;"
                        + " 2 bands away at once");
        assertThat(Hysteresis.sigmas(0.5, 20)).hasToString("0.50 standard deviations of 20 changes beyond the edge");
    }

    @Test
    void a_jump_passes_every_edge_that_it_lies_beyond() {
        SwitchPolicy policy = PLAIN.withHysteresis(Hysteresis.absolute(Rate.ofBasisPoints(2)));
        assertThat(states(policy, 50, 72)).containsExactly(0, 2);
        assertThat(states(policy, 50, 71.99)).containsExactly(0, 1);
        assertThat(states(policy, 50, 61.99)).containsExactly(0, 0);
        assertThat(states(policy, 75, 57.99)).containsExactly(2, 0);
        assertThat(states(policy, 75, 58)).containsExactly(2, 1);
        assertThat(states(policy, 65, 58, 57.99)).containsExactly(1, 1, 0);
        assertThat(states(policy, 50, 40, 30)).containsExactly(0, 0, 0);
        assertThat(states(policy, 75, 90)).containsExactly(2, 2);
    }

    @Test
    void widths_at_the_ends_of_their_ranges() {
        assertThat(states(PLAIN.withHysteresis(Hysteresis.relative(0)), 55, 60)).containsExactly(0, 1);
        assertThat(states(PLAIN.withHysteresis(Hysteresis.absolute(Rate.ZERO)), 55, 60))
                .containsExactly(0, 1);
        assertThat(states(PLAIN.withHysteresis(Hysteresis.sigmas(0, 2)), 55, 60))
                .containsExactly(0, 1);
        for (double refused : new double[] {1, -0.01}) {
            assertThatThrownBy(() -> Hysteresis.relative(refused))
                    .hasMessage("fractionOfEdge must lie in [0, 1) but was " + refused);
        }
        for (double refused : new double[] {-1, Double.POSITIVE_INFINITY, Double.NaN}) {
            assertThatThrownBy(() -> Hysteresis.sigmas(refused, 2))
                    .hasMessage("multiple must not be negative but was " + refused);
        }
        assertThat(Hysteresis.NONE).isEqualTo(Hysteresis.absolute(Rate.ZERO));
    }

    @Test
    void relative_width_is_a_part_of_the_edge() {
        SwitchPolicy policy = PLAIN.withHysteresis(Hysteresis.relative(0.05));
        assertThat(states(policy, 55, 62.9, 63, 73.4, 73.5)).containsExactly(0, 0, 1, 1, 2);
    }

    /** The changes 1, −1, 1 have the sample deviation sqrt(4/3), so two of them are 2.309 bp. */
    @Test
    void width_in_sigmas_uses_only_earlier_changes() {
        SwitchPolicy policy = PLAIN.withHysteresis(Hysteresis.sigmas(2, 3));
        assertThat(states(policy, 58, 59, 58, 59, 62.2)).containsExactly(0, 0, 0, 0, 0);
        assertThat(states(policy, 58, 59, 58, 59, 62.4)).containsExactly(0, 0, 0, 0, 1);
    }

    @Test
    void an_edge_owned_by_the_lower_band_is_left_only_above_it() {
        Bands owned = Bands.of(
                Band.of("low", Bound.NONE, Bound.at(Rate.ofBasisPoints(60), Ownership.INCLUDED), Severity.BENIGN),
                Band.of("high", Bound.at(Rate.ofBasisPoints(60), Ownership.EXCLUDED), Bound.NONE, Severity.ALARM));
        assertThat(BandTracker.states(owned, PLAIN, decimals(60, 60.01, 60))).containsExactly(0, 1, 0);
    }

    @Test
    void lockout_counts_observations_in_the_band() {
        assertThat(states(PLAIN.withLockout(3), 55, 65, 65, 65, 55)).containsExactly(0, 0, 0, 1, 1);
    }

    @Test
    void confirmation_starts_anew_when_the_target_changes() {
        SwitchPolicy sameBand = PLAIN.withConfirmations(2).withAgreement(SwitchPolicy.Agreement.SAME_BAND);
        assertThat(states(sameBand, 55, 65, 75, 65, 75, 75)).containsExactly(0, 0, 0, 0, 0, 2);
    }

    @Test
    void twenty_observations_in_a_row_confirm_where_twenty_are_asked_for() {
        double[] levels = new double[21];
        Arrays.fill(levels, 65);
        levels[0] = 55;
        int[] states = states(PLAIN.withConfirmations(20), levels);
        assertThat(Arrays.copyOf(states, 20)).containsOnly(0);
        assertThat(states[20]).isEqualTo(1);
    }

    @Test
    void two_alternating_alarm_bands_confirm_the_lesser() {
        SwitchPolicy policy = PLAIN.withConfirmations(2);
        assertThat(states(policy, 55, 65, 75, 65, 75, 75)).containsExactly(0, 0, 1, 1, 1, 2);
        assertThat(states(policy.withConfirmations(3), 55, 75, 65, 75, 55)).containsExactly(0, 0, 0, 1, 1);
        assertThat(states(policy, 75, 65, 55, 65)).containsExactly(2, 2, 1, 1);
        // Held by the lock-out, only the last two count.
        assertThat(states(policy.withLockout(5), 55, 65, 75, 75, 75, 75)).containsExactly(0, 0, 0, 0, 0, 2);
        assertThat(states(policy, 65, 55, 75, 55, 75)).containsExactly(1, 1, 1, 1, 1);
    }

    @Test
    void an_override_passes_confirmation_and_lockout() {
        SwitchPolicy policy = PLAIN.withConfirmations(3).withLockout(5).withOverrideBands(2);
        assertThat(states(policy, 55, 65, 75)).containsExactly(0, 0, 2);
    }

    @Test
    void a_gap_is_held_or_expires() {
        double none = Double.NaN;
        assertThat(states(PLAIN, none, 55, none, none, none, 65)).containsExactly(-1, 0, 0, 0, 0, 1);
        SwitchPolicy expiring = PLAIN.withConfirmations(2).withGaps(GapRule.expireAfter(2));
        assertThat(states(expiring, 55, none, none, none, 65)).containsExactly(0, 0, 0, -1, 1);
    }

    @Test
    void peek_changes_nothing_and_a_copy_is_independent() {
        BandTracker tracker = new BandTracker(BANDS, PLAIN);
        assertThat(tracker.band()).isEmpty();
        assertThat(tracker.push(Rate.ofBasisPoints(55)).name()).isEqualTo("low");
        assertThat(tracker.peek(0.0075)).isEqualTo(2);
        BandTracker copy = tracker.copy();
        copy.push(0.0065);
        assertThat(tracker.state()).isZero();
        assertThat(copy.band().orElseThrow().name()).isEqualTo("middle");
    }

    @Test
    void mistakes_are_refused_with_their_value() {
        BandTracker tracker = new BandTracker(BANDS, PLAIN);
        assertThatThrownBy(() -> tracker.push(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("level must be finite or NaN but was Infinity");
        assertThatThrownBy(() -> PLAIN.withConfirmations(0)).hasMessage("confirmations must be at least 1 but was 0");
        assertThatThrownBy(() -> PLAIN.withLockout(-1)).hasMessage("lockout must be at least 0 but was -1");
        assertThatThrownBy(() -> PLAIN.withOverrideBands(-1)).hasMessage("overrideBands must be at least 0 but was -1");
        assertThatThrownBy(() -> Hysteresis.relative(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Hysteresis.absolute(Rate.ofBasisPoints(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Hysteresis.sigmas(1, 1)).hasMessage("changes must be at least 2 but was 1");
        assertThatThrownBy(() -> GapRule.expireAfter(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int[] states(SwitchPolicy policy, double... basisPoints) {
        return BandTracker.states(BANDS, policy, decimals(basisPoints));
    }

    private static double[] decimals(double... basisPoints) {
        return Arrays.stream(basisPoints)
                .map(x -> Double.isNaN(x) ? x : Rate.ofBasisPoints(x).decimal())
                .toArray();
    }

    /** Of the changes 8, −8, 8, −8, 9, 0, 0 the last two deviate by nothing; of 9 and −8 by 17 / sqrt(2) = 12.02 bp. */
    @Test
    void width_in_sigmas_forgets_changes_before_its_window() {
        SwitchPolicy policy = PLAIN.withHysteresis(Hysteresis.sigmas(1, 2));
        assertThat(states(policy, 50, 58, 50, 58, 50, 59, 59, 59, 60)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1);
        assertThat(states(policy, 50, 50, 50, 50, 50, 59, 50, 69)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** After the one change of 9 bp no deviation of two is known yet, so that there is no width. */
    @Test
    void width_in_sigmas_begins_with_as_many_changes_as_it_asks_for() {
        SwitchPolicy policy = PLAIN.withHysteresis(Hysteresis.sigmas(1, 2));
        assertThat(states(policy, 50, 59, 60)).containsExactly(0, 0, 1);
    }

    @Test
    void three_quiet_days_end_a_width_of_three_changes_however_many_came_before() {
        SwitchPolicy policy = PLAIN.withHysteresis(Hysteresis.sigmas(1, 3));
        for (int before = 0; before < 13; before++) {
            double[] levels = new double[before + 5];
            for (int i = 0; i <= before; i++) {
                levels[i] = i % 2 == 0 ? 50 : 58;
            }
            Arrays.fill(levels, before + 1, before + 4, levels[before]);
            levels[before + 4] = 60;
            assertThat(states(policy, levels)[before + 4])
                    .as("%d changes before", before)
                    .isEqualTo(1);
        }
    }

    @Test
    void a_copy_keeps_the_changes_of_its_width() {
        BandTracker tracker = new BandTracker(BANDS, PLAIN.withHysteresis(Hysteresis.sigmas(2, 3)));
        for (double level : decimals(58, 59, 58)) {
            tracker.push(level);
        }
        BandTracker copy = tracker.copy();
        for (double level : decimals(59, 62.2)) {
            copy.push(level);
        }
        assertThat(copy.state()).isZero();
        copy.push(Rate.ofBasisPoints(69));
        assertThat(copy.state()).isEqualTo(1);
    }
}
