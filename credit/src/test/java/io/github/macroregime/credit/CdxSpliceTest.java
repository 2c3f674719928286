package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A roll of +9 bp, as reported for September 2016, and one of -3 bp. */
class CdxSpliceTest {

    private static final LocalDate DAY = LocalDate.of(2016, 9, 19);

    private final CdxSplice.Series first = series(26, 0, 0, 70, 71, 72);
    private final CdxSplice.Series second = series(27, 2, 1, 80, 81, 82, 84);
    private final CdxSplice.Series third = series(28, 5, 4, 81, 80);
    private final CdxSplice splice = CdxSplice.of("CDX IG 5Y", List.of(first, second, third));

    @Test
    void steps_are_measured_on_the_last_common_date_until_the_roll() {
        assertThat(splice.rolls().get(0).step().basisPoints()).isCloseTo(9, within(1e-12));
        assertThat(splice.rolls().get(0).measured()).isEqualTo(DAY.plusDays(2));
        assertThat(splice.rolls().get(1).step().basisPoints()).isCloseTo(-3, within(1e-12));
        assertThat(splice.rolls().get(1).measured()).isEqualTo(DAY.plusDays(4));
    }

    @Test
    void the_raw_history_keeps_the_steps() {
        assertQuoted(splice.raw(), 70, 71, 81, 82, 84, 80);
    }

    @Test
    void adjusted_forwards_is_on_the_oldest_series() {
        assertQuoted(splice.adjustedForwards(), 70, 71, 72, 73, 75, 74);
    }

    @Test
    void adjusted_backwards_is_on_the_newest_series() {
        assertQuoted(splice.adjustedBackwardsHindsight(), 76, 77, 78, 79, 81, 80);
    }

    @Test
    void adjusted_forwards_does_not_know_a_later_roll() {
        TimeSeries all = splice.adjustedForwards().levels();
        TimeSeries early = CdxSplice.of("CDX IG 5Y", List.of(first, second))
                .adjustedForwards()
                .levels();
        assertThat(all.until(DAY.plusDays(4))).isEqualTo(early);
    }

    @Test
    void series_that_do_not_follow_each_other_are_refused() {
        assertThatThrownBy(() -> CdxSplice.of("x", List.of(second, first)))
                .hasMessageStartingWith("series 27 and 26 must be in the order of their rolls");
        CdxSplice.Series sameNumber = series(26, 2, 1, 80, 81, 82);
        CdxSplice.Series sameDay = series(27, 0, 0, 80, 81, 82);
        assertThatThrownBy(() -> CdxSplice.of("x", List.of(first, sameNumber)))
                .hasMessageStartingWith("series 26 and 26 must be in the order of their rolls");
        assertThatThrownBy(() -> CdxSplice.of("x", List.of(first, sameDay)))
                .hasMessage("series 26 and 27 must be in the order of their rolls but are quoted from 2016-09-19 and"
                        + " 2016-09-19");
        assertThatThrownBy(() -> CdxSplice.of("x", List.of(first, third)))
                .hasMessage("series 26 and 28 must have a common observed date on or before 2016-09-24 but have none");
        assertThatThrownBy(() -> CdxSplice.of("x", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void prints_its_rolls() {
        assertThat(splice.toString()).isEqualTo("""
            CDX IG 5Y, 3 series
            series 26 to 27 on 2016-09-21: +9.00 bp (measured on 2016-09-21)
            series 27 to 28 on 2016-09-24: -3.00 bp (measured on 2016-09-23)\
            """);
    }

    private static void assertQuoted(SpreadHistory<Instrument.Cdx> history, double... expected) {
        assertThat(history.levels().size()).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Rate.ofDecimal(history.levels().value(i)).basisPoints()).isCloseTo(expected[i], within(1e-10));
        }
    }

    private static CdxSplice.Series series(int number, int quotedFrom, int firstDay, double... quoted) {
        DateIndex dates = DateIndex.copyOf(IntStream.range(firstDay, firstDay + quoted.length)
                .mapToObj(DAY::plusDays)
                .toList());
        double[] inside = Arrays.stream(quoted).map(Unit.BASIS_POINTS::inside).toArray();
        return new CdxSplice.Series(number, DAY.plusDays(quotedFrom), TimeSeries.of(dates, inside, Unit.BASIS_POINTS));
    }
}
