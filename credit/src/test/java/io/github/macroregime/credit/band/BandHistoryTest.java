package io.github.macroregime.credit.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.band.SwitchPolicy.GapRule;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BandHistoryTest {

    private static final LocalDate START = LocalDate.of(2025, 7, 1);
    private static final Rate SIXTY = Rate.ofBasisPoints(60);
    private static final Band LOW = Band.below("low", SIXTY, Severity.BENIGN);
    private static final Band HIGH = Band.from("high", SIXTY, Severity.ALARM);

    private final BandHistory history = history(55, 55, 55, 65, 65, 55, 65, 70, 68, 55, 52);

    @Test
    void the_current_stay_is_open() {
        BandHistory.Run current = history.current().orElseThrow();
        assertThat(current)
                .isEqualTo(new BandHistory.Run(
                        LOW, START.plusDays(9), START.plusDays(10), 2, BandHistory.Run.Ending.CURRENT));
        assertThat(current).hasToString("2025-07-10 to now, 2 dates: low");
        assertThat(history.lastExit(HIGH).orElseThrow()).hasToString("2025-07-07 to 2025-07-09, 3 dates: high");
        assertThat(history.switches()).isEqualTo(4);
        assertThat(history.occupancy()).isEqualTo(Doubles.of(6, 5));
    }

    @Test
    void stays_leave_the_current_one_out() {
        assertThat(history.medianStay(LOW)).hasValue(2);
        assertThat(history.meanStay(HIGH)).hasValue(2.5);
        assertThat(history(55).medianStay(LOW)).isEmpty();
        assertThat(history(55).meanStay(LOW)).isEmpty();
    }

    @Test
    void transition_probabilities_of_a_band_sum_to_one() {
        assertThat(history.transitionProbability(LOW, LOW).orElseThrow()).isCloseTo(3.0 / 5, within(1e-15));
        assertThat(history.transitionProbability(LOW, HIGH).orElseThrow()).isCloseTo(2.0 / 5, within(1e-15));
        assertThat(history(55).transitionProbability(LOW, HIGH)).isEmpty();
        assertThatThrownBy(() -> history.transitionProbability(LOW, Band.from("x", SIXTY, Severity.ALARM)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void last_exits_and_longest_since() {
        assertThat(history.daysSinceExit(HIGH)).hasValue(2);
        assertThat(history.lastExit(LOW).orElseThrow().last()).isEqualTo(START.plusDays(5));
        assertThat(history(55).daysSinceExit(HIGH)).isEmpty();
        assertThat(history.longestSince().orElseThrow().entry()).isEqualTo(START);
        assertThat(history(55, 65).longestSince()).isEmpty();
        assertThat(history(55, 65, 55).longestSince().orElseThrow().entry())
                .as("as long is long enough, and the first stay counts")
                .isEqualTo(START);
        assertThat(history(55, 65).lastExit(LOW).orElseThrow().last()).isEqualTo(START);
        assertThat(history(55, 55).lastExit(LOW))
                .as("the current stay is not left")
                .isEmpty();
    }

    @Test
    void distances_of_the_last_level() {
        assertThat(history.place().orElseThrow().up().orElseThrow().move().basisPoints())
                .isCloseTo(8, within(1e-12));
        // The last four changes are 5, -2, -13 and -3: their median size is 4.
        assertThat(history.typicalChange(4).orElseThrow().basisPoints()).isCloseTo(4, within(1e-12));
        assertThat(history.dailySigma(2).orElseThrow().basisPoints()).isCloseTo(Math.sqrt(50), within(1e-12));
        assertThat(history(55, 56).dailySigma(2)).isEmpty();
        assertThat(history(55, 56).typicalChange(2)).isEmpty();
        assertThatThrownBy(() -> history.dailySigma(1)).hasMessage("changes must be at least 2 but was 1");
        assertThatThrownBy(() -> history.typicalChange(1)).hasMessage("changes must be at least 2 but was 1");
        assertThat(history(Double.NaN).place()).isEmpty();
    }

    @Test
    void an_expired_stay_ends_without_a_next_band() {
        BandHistory expired = BandHistory.of(
                Bands.of(LOW, HIGH),
                SwitchPolicy.IMMEDIATE.withGaps(GapRule.expireAfter(0)),
                series(55, Double.NaN, 65, Double.NaN));
        assertThat(expired.runs()).extracting(BandHistory.Run::ending).containsOnly(BandHistory.Run.Ending.EXPIRED);
        assertThat(expired.current()).isEmpty();
        assertThat(expired.switches()).isZero();
        assertThat(expired.occupancy())
                .as("dates without a band are spent in none")
                .isEqualTo(Doubles.of(1, 1));
    }

    @Test
    void prints_its_history() {
        assertThat(history.toString()).isEqualTo("""
            2025-07-01 to 2025-07-11 (11 dates), 4 switches
            date 2 in (-inf, 60) bp low
            band               dates   share   stays median stay  last exit
            (-inf, 60) bp          6   54.5%       3         2.0  2025-07-06
            [60, inf) bp           5   45.5%       2         2.5  2025-07-09\
            """);
    }

    @Test
    void a_state_is_the_place_of_a_band_or_unknown() {
        Bands bands = Bands.of(LOW, HIGH);
        TimeSeries three = series(55, 65, 55);
        assertThat(new BandHistory(bands, SwitchPolicy.IMMEDIATE, three, Doubles.of(0, 1, Double.NaN)).switches())
                .isEqualTo(1);
        for (double refused : new double[] {2, -1, 0.5}) {
            assertThatThrownBy(() -> new BandHistory(bands, SwitchPolicy.IMMEDIATE, three, Doubles.of(0, refused, 1)))
                    .hasMessage("states[1] must be the place of one of 2 bands but was " + refused);
        }
        assertThatThrownBy(() -> new BandHistory(bands, SwitchPolicy.IMMEDIATE, three, Doubles.of(0, 1)))
                .hasMessage("states must have one number for each of the 3 dates but had 2");
    }

    private static BandHistory history(double... basisPoints) {
        return BandHistory.of(Bands.of(LOW, HIGH), SwitchPolicy.IMMEDIATE, series(basisPoints));
    }

    private static TimeSeries series(double... basisPoints) {
        List<LocalDate> dates =
                IntStream.range(0, basisPoints.length).mapToObj(START::plusDays).toList();
        return TimeSeries.of(
                DateIndex.copyOf(dates),
                Arrays.stream(basisPoints).map(Unit.BASIS_POINTS::inside).toArray(),
                Unit.BASIS_POINTS);
    }
}
