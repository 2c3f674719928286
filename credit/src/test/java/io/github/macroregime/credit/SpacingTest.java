package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.BandHistory;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.Hysteresis;
import io.github.macroregime.credit.band.Severity;
import io.github.macroregime.credit.band.SwitchPolicy;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpacingTest {

    private static final LocalDate FRIDAY = LocalDate.of(2025, 8, 29);

    /** Friday, the Sunday that ends August, Monday. */
    private static final TimeSeries ACROSS_A_MONTH_END = TimeSeries.ofQuoted(
            Map.of(
                    FRIDAY.minusDays(2),
                    80.0,
                    FRIDAY.minusDays(1),
                    81.0,
                    FRIDAY,
                    82.0,
                    FRIDAY.plusDays(2),
                    91.0,
                    FRIDAY.plusDays(3),
                    81.0),
            Unit.BASIS_POINTS);

    @Test
    void days_weeks_and_months_are_told_apart() {
        assertThat(every(Period.ofDays(1), 10)).isEqualTo(Spacing.DAYS);
        assertThat(every(Period.ofDays(7), 10)).isEqualTo(Spacing.WEEKS);
        assertThat(every(Period.ofMonths(1), 10)).isEqualTo(Spacing.MONTHS).hasToString("months");
        assertThat(Spacing.of(DateIndex.of(FRIDAY))).isEqualTo(Spacing.DAYS);
        assertThat(Spacing.WEEKS.month()).isEqualTo(4);
        assertThat(Spacing.WEEKS.quarter()).isEqualTo(13);
        assertThat(Spacing.WEEKS.year()).isEqualTo(52);
        assertThat(Spacing.MONTHS.adjective()).isEqualTo("monthly");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> every(Period.ofMonths(3), 9))
                .withMessage("dates must lie days, weeks or months apart but half of them lie 91 to 92 days apart");
    }

    @Test
    void spacings_end_where_the_next_begins() {
        assertThat(every(Period.ofDays(5), 10)).isEqualTo(Spacing.DAYS);
        assertThat(every(Period.ofDays(6), 10)).isEqualTo(Spacing.WEEKS);
        assertThat(every(Period.ofDays(9), 10)).isEqualTo(Spacing.WEEKS);
        assertThatIllegalArgumentException().isThrownBy(() -> every(Period.ofDays(10), 10));
        assertThatIllegalArgumentException().isThrownBy(() -> every(Period.ofDays(25), 10));
        assertThat(every(Period.ofDays(26), 10)).isEqualTo(Spacing.MONTHS);
        assertThat(every(Period.ofDays(35), 10)).isEqualTo(Spacing.MONTHS);
        assertThatIllegalArgumentException().isThrownBy(() -> every(Period.ofDays(36), 10));
    }

    private static Spacing every(Period step, int count) {
        return Spacing.of(DateIndex.copyOf(IntStream.range(0, count)
                .mapToObj(i -> FRIDAY.plus(step.multipliedBy(i)))
                .toList()));
    }

    @Test
    void a_change_from_friday_to_monday_is_one_change() {
        SpreadMomentum monday = SpreadMomentum.of(ACROSS_A_MONTH_END, FRIDAY.plusDays(3));
        assertThat(monday.change(1).orElseThrow().basisPoints()).isCloseTo(-1, within(1e-10));
        assertThat(monday.change(2).orElseThrow().basisPoints()).isCloseTo(0, within(1e-10));
        assertThat(SpreadMomentum.of(ACROSS_A_MONTH_END, FRIDAY.plusDays(2))
                        .change(1)
                        .orElseThrow()
                        .basisPoints())
                .isCloseTo(1, within(1e-10));
    }

    @Test
    void a_row_of_a_weekend_confirms_no_band() {
        Bands bands = Bands.of(
                Band.below("tight", Rate.ofBasisPoints(81.5), Severity.BENIGN),
                Band.from("wide", Rate.ofBasisPoints(81.5), Severity.ALARM));
        SwitchPolicy twice = SwitchPolicy.IMMEDIATE.withConfirmations(2).withHysteresis(Hysteresis.NONE);
        // Friday alone is wide: the Sunday row would have been the second.
        BandHistory history = BandHistory.of(bands, twice, ACROSS_A_MONTH_END);
        assertThat(history.switches()).isZero();
        assertThat(history.levels().size()).isEqualTo(4);
    }

    @Test
    void a_monthly_history_keeps_months_that_end_on_a_weekend() {
        Map<LocalDate, Double> ends = new TreeMap<>();
        IntStream.range(0, 12)
                .mapToObj(i -> LocalDate.of(2025, 1, 1).plusMonths(i + 1).minusDays(1))
                .forEach(end -> ends.put(end, 80.0 + end.getMonthValue()));
        SpreadMomentum momentum =
                SpreadMomentum.of(TimeSeries.ofQuoted(ends, Unit.BASIS_POINTS), LocalDate.of(2025, 12, 31));
        assertThat(momentum.observed().size()).isEqualTo(12);
        assertThat(momentum.toString())
                .startsWith("change over 1 month +1.00 bp, 3 months +3.00 bp, 6 months +6.00 bp");
    }
}
