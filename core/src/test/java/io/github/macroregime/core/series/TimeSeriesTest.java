package io.github.macroregime.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Frequency.PeriodLabel;
import io.github.macroregime.core.series.TimeSeries.Observation;
import io.github.macroregime.core.unit.Unit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeSeriesTest {

    private static final LocalDate FRIDAY = LocalDate.of(2025, 7, 18);
    private static final LocalDate MONDAY = LocalDate.of(2025, 7, 21);
    private static final LocalDate TUESDAY = LocalDate.of(2025, 7, 22);
    private static final TimeSeries TEN_YEAR =
            TimeSeries.ofQuoted(Map.of(TUESDAY, 4.35, FRIDAY, 4.44, MONDAY, 4.38), Unit.PERCENT);

    @Test
    void aMapInAnyOrderBecomesASortedSeries() {
        assertThat(TEN_YEAR.dates()).isEqualTo(DateIndex.of(FRIDAY, MONDAY, TUESDAY));
        assertThat(TEN_YEAR.values()).isEqualTo(Doubles.of(0.0444, 0.0438, 0.0435));
        assertThat(TEN_YEAR.size()).isEqualTo(3);
        assertThat(TEN_YEAR.isEmpty()).isFalse();
        assertThat(TEN_YEAR.date(1)).isEqualTo(MONDAY);
    }

    @Test
    void listsAndStreamsMakeTheSameSeries() {
        assertThat(TimeSeries.ofQuoted(List.of(FRIDAY, MONDAY, TUESDAY), new double[] {4.44, 4.38, 4.35}, Unit.PERCENT))
                .isEqualTo(TEN_YEAR);
        assertThat(Stream.of("2025-07-22 4.35", "2025-07-18 4.44", "2025-07-21 4.38")
                        .collect(TimeSeries.ofQuoted(
                                line -> LocalDate.parse(line.substring(0, 10)),
                                line -> Double.parseDouble(line.substring(11)),
                                Unit.PERCENT)))
                .isEqualTo(TEN_YEAR);
    }

    /** The one door takes what a file shows, the other what is inside; nobody guesses which a number was. */
    @Test
    void quotedValuesAndValuesInsideHaveDoorsOfTheirOwn() {
        DateIndex dates = DateIndex.of(FRIDAY, MONDAY, TUESDAY);
        assertThat(TimeSeries.ofQuoted(dates, new double[] {4.44, 4.38, 4.35}, Unit.PERCENT))
                .isEqualTo(TEN_YEAR);
        assertThat(TimeSeries.of(dates, new double[] {0.0444, 0.0438, 0.0435}, Unit.PERCENT))
                .isEqualTo(TEN_YEAR);
        assertThat(TimeSeries.of(DateIndex.of(FRIDAY), new double[] {4.44}, Unit.PERCENT)
                        .toString())
                .contains("444");
    }

    @Test
    void aStreamWithARepeatedDateIsRefused() {
        assertThatThrownBy(() -> Stream.of(1.0, 2.0).collect(TimeSeries.ofQuoted(x -> MONDAY, x -> x, Unit.PRICE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dates must not repeat but one had both 1.0 and 2.0");
    }

    @Test
    void lengthsMustAgree() {
        assertThatThrownBy(() -> TimeSeries.of(DateIndex.of(MONDAY), new double[2], Unit.PRICE))
                .hasMessage("values must have one number for each of the 1 dates but had 2");
    }

    @Test
    void valuesAreMetByDate() {
        assertThat(TEN_YEAR.on(MONDAY)).hasValue(0.0438);
        assertThat(TEN_YEAR.on(MONDAY.minusDays(1))).isEmpty();
        assertThat(series(1, Double.NaN).on(day(1))).isEmpty();
    }

    @Test
    void asOfStepsOverMissingAndStopsAtTheAge() {
        TimeSeries gapped = TimeSeries.of(
                DateIndex.of(FRIDAY, MONDAY, TUESDAY), new double[] {1, Double.NaN, Double.NaN}, Unit.PRICE);
        assertThat(gapped.asOf(TUESDAY, 4)).hasValue(new Observation(FRIDAY, 1));
        assertThat(gapped.asOf(TUESDAY, 3)).isEmpty();
        assertThat(gapped.asOf(FRIDAY.minusDays(1), 100)).isEmpty();
        assertThat(gapped.asOf(LocalDate.MAX, Integer.MAX_VALUE)).isEmpty();
        assertThat(gapped.latest()).hasValue(new Observation(FRIDAY, 1));
        assertThatThrownBy(() -> gapped.asOf(TUESDAY, -1)).hasMessage("maxAgeDays must not be negative but was -1");
    }

    @Test
    void anotherCalendarIsReadAsOf() {
        TimeSeries sunday = TimeSeries.ofQuoted(Map.of(FRIDAY, 1.0, FRIDAY.plusDays(2), 2.0), Unit.PRICE);
        assertThat(sunday.asOf(TEN_YEAR.dates(), 1).values()).isEqualTo(Doubles.of(1, 2, Double.NaN));
        assertThat(sunday.on(TEN_YEAR.dates()).values()).isEqualTo(Doubles.of(1, Double.NaN, Double.NaN));
    }

    @Test
    void partsAreHalfOpen() {
        assertThat(TEN_YEAR.between(FRIDAY, TUESDAY).dates()).isEqualTo(DateIndex.of(FRIDAY, MONDAY));
        assertThat(TEN_YEAR.until(MONDAY).dates()).isEqualTo(DateIndex.of(FRIDAY, MONDAY));
        assertThat(TEN_YEAR.until(LocalDate.MAX)).isEqualTo(TEN_YEAR);
        assertThat(TEN_YEAR.slice(1, 2).date(0)).isEqualTo(MONDAY);
        assertThatThrownBy(() -> TEN_YEAR.between(TUESDAY, MONDAY))
                .hasMessage("toExclusive must not lie before 2025-07-22 but was 2025-07-21");
    }

    @Test
    void seriesAreJoinedByDate() {
        TimeSeries twoYear = TimeSeries.ofQuoted(Map.of(MONDAY, 3.84, TUESDAY, 3.83), Unit.PERCENT);
        TimeSeries slope = TEN_YEAR.minus(twoYear);
        assertThat(slope.dates()).isEqualTo(DateIndex.of(MONDAY, TUESDAY));
        assertThat(slope.value(0)).isEqualTo(0.0438 - 0.0384);
        assertThat(TEN_YEAR.plus(twoYear).value(1)).isEqualTo(0.0435 + 0.0383);
        assertThat(TEN_YEAR.times(2).value(0)).isEqualTo(0.0888);
        assertThat(slope.withUnit(Unit.BASIS_POINTS).values()).isEqualTo(slope.values());
        assertThat(slope.withUnit(Unit.BASIS_POINTS).toString()).contains("in bp", "2025-07-21  54");
        assertThatThrownBy(() -> slope.withUnit(Unit.PRICE))
                .hasMessage("other must be in a unit that adds to % but was in price");
        assertThatThrownBy(() -> TEN_YEAR.times(Double.NaN)).hasMessage("factor must be finite but was NaN");
    }

    @Test
    void missingObservationsAreDroppedOrFilled() {
        TimeSeries gapped = series(1, Double.NaN, Double.NaN, 4);
        assertThat(gapped.dropMissing())
                .isEqualTo(TimeSeries.of(DateIndex.of(day(0), day(3)), new double[] {1, 4}, Unit.PRICE));
        assertThat(gapped.fill(Fill.carry(1)).values()).isEqualTo(Doubles.of(1, 1, Double.NaN, 4));
        assertThat(gapped.fill(Fill.carry(2)).values()).isEqualTo(Doubles.of(1, 1, 1, 4));
        assertThat(gapped.fill(Fill.constant(0)).values()).isEqualTo(Doubles.of(1, 0, 0, 4));
        assertThatThrownBy(() -> Fill.constant(Double.NaN)).hasMessage("inside must be finite but was NaN");
        assertThatThrownBy(() -> Fill.carry(-1)).hasMessageContaining("maxAgeDays");
    }

    @Test
    void lagAndChangesCountObservations() {
        TimeSeries prices = series(100, 110, 99);
        assertThat(prices.lag(1).values()).isEqualTo(Doubles.of(Double.NaN, 100, 110));
        assertThat(prices.lag(0)).isEqualTo(prices);
        assertThat(prices.lag(5).values()).isEqualTo(Doubles.of(Double.NaN, Double.NaN, Double.NaN));
        assertThat(prices.change(Change.DIFFERENCE, 1).values()).isEqualTo(Doubles.of(Double.NaN, 10, -11));
        assertThat(prices.change(Change.RATIO, 2).value(2)).isEqualTo(0.99);
        assertThat(prices.change(Change.RELATIVE, 1).value(1)).isEqualTo(110.0 / 100 - 1);
        assertThat(prices.change(Change.LOGARITHMIC, 1).value(2)).isEqualTo(StrictMath.log(0.9));
        assertThat(prices.change(Change.RELATIVE, 1).unit()).isEqualTo(Unit.PERCENT);
        assertThat(prices.change(Change.DIFFERENCE, 1).unit()).isEqualTo(Unit.PRICE);
    }

    @Test
    void aPriceNotAboveZeroIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> series(20, -36.98).change(Change.RELATIVE, 1))
                .hasMessage("values[1] on 2025-07-02 must lie above zero for a RELATIVE change but was -36.98");
        assertThat(series(20, -36.98).change(Change.DIFFERENCE, 1).value(1)).isEqualTo(-36.98 - 20);
        assertThatThrownBy(() -> series(1, 2).change(Change.RATIO, 0)).hasMessageContaining("observations");
        assertThatThrownBy(() -> series(1, 2).lag(-1)).hasMessageContaining("observations");
    }

    @Test
    void aYearAgoIsTheSameDayOfTheCalendar() {
        TimeSeries monthly = TimeSeries.ofQuoted(
                Map.of(
                        LocalDate.of(2024, 2, 29), 100.0,
                        LocalDate.of(2024, 3, 31), 110.0,
                        LocalDate.of(2025, 2, 28), 103.0,
                        LocalDate.of(2025, 3, 31), 111.1),
                Unit.PRICE);
        assertThat(monthly.yearOnYear().values())
                .isEqualTo(Doubles.of(Double.NaN, Double.NaN, 103.0 / 100 - 1, 111.1 / 110 - 1));
        assertThatThrownBy(() -> monthly.change(Change.RATIO, Period.ofMonths(-1), 0))
                .hasMessageContaining("span");
        assertThatThrownBy(() -> monthly.change(Change.RATIO, Period.ZERO, 0)).hasMessageContaining("span");
    }

    @Test
    void aSpanThatEndsOnAHolidayLooksBackAsFarAsItIsAllowed() {
        TimeSeries daily = TimeSeries.ofQuoted(
                Map.of(FRIDAY, 100.0, MONDAY, 101.0, FRIDAY.plusWeeks(1).plusDays(2), 120.0), Unit.PRICE);
        assertThat(daily.change(Change.DIFFERENCE, Period.ofWeeks(1), 1).value(2))
                .isNaN();
        assertThat(daily.change(Change.DIFFERENCE, Period.ofWeeks(1), 2).value(2))
                .isEqualTo(20);
    }

    @Test
    void periodsAreLabelledAsAsked() {
        TimeSeries daily = TimeSeries.of(
                DateIndex.of(LocalDate.of(2025, 6, 27), LocalDate.of(2025, 6, 30), MONDAY, TUESDAY),
                new double[] {1, 3, 5, Double.NaN},
                Unit.PRICE);
        TimeSeries last = daily.resample(Frequency.MONTH, Aggregation.LAST);
        assertThat(last.dates()).isEqualTo(DateIndex.of(LocalDate.of(2025, 6, 30), TUESDAY));
        assertThat(last.values()).isEqualTo(Doubles.of(3, 5));
        TimeSeries mean = daily.resample(Frequency.MONTH, Aggregation.MEAN, PeriodLabel.PERIOD_START);
        assertThat(mean.dates()).isEqualTo(DateIndex.of(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 7, 1)));
        assertThat(mean.values()).isEqualTo(Doubles.of(2, 5));
        TimeSeries sum = daily.resample(Frequency.QUARTER, Aggregation.SUM, PeriodLabel.PERIOD_END);
        assertThat(sum.dates()).isEqualTo(DateIndex.of(LocalDate.of(2025, 6, 30), LocalDate.of(2025, 9, 30)));
        assertThat(sum.values()).isEqualTo(Doubles.of(4, 5));
    }

    @Test
    void weeksEndOnTheDayTheyAreNamedAfter() {
        TimeSeries daily = TimeSeries.of(
                DateIndex.of(FRIDAY, FRIDAY.plusDays(1), FRIDAY.plusDays(2), MONDAY),
                new double[] {1, 2, 3, 4},
                Unit.PRICE);
        assertThat(daily.resample(Frequency.WEEK_TO_FRIDAY, Aggregation.FIRST).values())
                .isEqualTo(Doubles.of(1, 2));
        assertThat(daily.resample(Frequency.WEEK_TO_SUNDAY, Aggregation.MAXIMUM, PeriodLabel.PERIOD_END))
                .isEqualTo(TimeSeries.of(
                        DateIndex.of(FRIDAY.plusDays(2), FRIDAY.plusDays(9)), new double[] {3, 4}, Unit.PRICE));
        assertThat(daily.resample(Frequency.YEAR, Aggregation.MINIMUM, PeriodLabel.PERIOD_END))
                .isEqualTo(TimeSeries.of(DateIndex.of(LocalDate.of(2025, 12, 31)), new double[] {1}, Unit.PRICE));
        assertThat(Frequency.WEEK_TO_SUNDAY.firstDay(MONDAY)).isEqualTo(MONDAY);
        assertThat(Frequency.WEEK_TO_FRIDAY.firstDay(MONDAY)).isEqualTo(FRIDAY.plusDays(1));
        assertThat(Frequency.YEAR.firstDay(MONDAY)).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(Frequency.MONTH.lastDay(MONDAY)).isEqualTo(LocalDate.of(2025, 7, 31));
    }

    @Test
    void aPeriodNotObservedIsMissing() {
        assertThat(series(Double.NaN, Double.NaN)
                        .resample(Frequency.MONTH, Aggregation.SUM)
                        .values())
                .isEqualTo(Doubles.of(Double.NaN));
        assertThat(series().resample(Frequency.MONTH, Aggregation.SUM).isEmpty())
                .isTrue();
    }

    @Test
    void aKernelKeepsTheDates() {
        TimeSeries doubled = TEN_YEAR.through(
                x -> {
                    x[0] = 7;
                    return x;
                },
                Unit.SCORE);
        assertThat(doubled.value(0)).isEqualTo(7);
        assertThat(doubled.unit()).isEqualTo(Unit.SCORE);
        assertThat(TEN_YEAR.value(0)).isEqualTo(0.0444);
        assertThatThrownBy(() -> TEN_YEAR.through(x -> new double[1], Unit.PERCENT))
                .hasMessageContaining("but had 1");
    }

    @Test
    void textIsAnAlignedTableWithCountMissingAndUnit() {
        assertThat(TEN_YEAR)
                .hasToString("TimeSeries of 3 dates, 0 missing, in %\n"
                        + "2025-07-18  4.44\n2025-07-21  4.38\n2025-07-22  4.35");
        assertThat(series(100, Double.NaN))
                .hasToString("TimeSeries of 2 dates, 1 missing, in price\n2025-07-01  100\n2025-07-02    -");
    }

    @Test
    void aLongSeriesIsShownAsItsEnds() {
        assertThat(series(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).toString().lines())
                .hasSize(12)
                .contains("...", "2025-07-05   4", "2025-07-07   6")
                .doesNotContain("2025-07-06   5");
    }

    @Test
    void seriesTravel() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(Panel.onAllDates(TEN_YEAR.named("10y")));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(Panel.onAllDates(TEN_YEAR.named("10y")));
        }
    }

    private static TimeSeries series(double... values) {
        LocalDate[] dates = new LocalDate[values.length];
        for (int i = 0; i < dates.length; i++) {
            dates[i] = day(i);
        }
        return TimeSeries.of(DateIndex.of(dates), values, Unit.PRICE);
    }

    private static LocalDate day(int index) {
        return LocalDate.of(2025, 7, 1).plusDays(index);
    }

    @Test
    void theLastObservationIsTheLatest() {
        TimeSeries series = TimeSeries.of(
                DateIndex.of(LocalDate.of(2025, 7, 21), LocalDate.of(2025, 7, 22)),
                new double[] {1.5, Double.NaN},
                Unit.PRICE);

        assertThat(series.last()).isEqualTo(new TimeSeries.Observation(LocalDate.of(2025, 7, 21), 1.5));
        assertThatThrownBy(() -> series.slice(1, 2).last())
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("a series of 2025-07-22 to 2025-07-22 (1 dates) has no observation");
    }

    /** The difference of neighbouring prices is exact: their log return has all its digits at any level. */
    @Test
    void aSmallLogReturnHasAllItsDigits() {
        double earlier = 1e8;
        double later = 1e8 + 0x1p-20;

        assertThat(Change.LOGARITHMIC.between(earlier, later)).isCloseTo(0x1p-20 / 1e8, within(1e-28));
        assertThat(Change.LOGARITHMIC.between(1, 4)).isEqualTo(StrictMath.log(4));
    }

    private static byte[] written(TimeSeries series) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(series);
        }
        return bytes.toByteArray();
    }

    @Test
    void a_slice_that_shares_its_numbers_is_as_one_that_was_made_of_them() throws IOException {
        double[] values = {1, Double.NaN, 3, -0.0, Double.NaN, 6, 7, 8};
        int[] days = {10, 11, 14, 15, 16, 17, 18, 21};
        TimeSeries all = TimeSeries.of(DateIndex.ofEpochDays(days), values, Unit.PERCENT);
        for (int from = 0; from <= values.length; from++) {
            for (int to = from; to <= values.length; to++) {
                for (int inner = from; inner <= to; inner++) {
                    TimeSeries made = TimeSeries.of(
                            DateIndex.ofEpochDays(Arrays.copyOfRange(days, inner, to)),
                            Arrays.copyOfRange(values, inner, to),
                            Unit.PERCENT);
                    TimeSeries slice = all.slice(from, to).slice(inner - from, to - from);
                    assertThat(slice).isEqualTo(made).hasSameHashCodeAs(made).hasToString(made.toString());
                    assertThat(slice.dropMissing()).isEqualTo(made.dropMissing());
                    assertThat(slice.lag(1)).isEqualTo(made.lag(1));
                    assertThat(slice.on(all.dates())).isEqualTo(made.on(all.dates()));
                    assertThat(all.on(slice.dates())).isEqualTo(all.on(made.dates()));
                    assertThat(slice.dates().union(all.dates())).isEqualTo(all.dates());
                    assertThat(slice.dates().intersect(all.dates())).isEqualTo(made.dates());
                    for (int day = 9; day < 23; day++) {
                        LocalDate date = LocalDate.ofEpochDay(day);
                        assertThat(slice.until(date)).isEqualTo(made.until(date));
                        assertThat(slice.on(date)).isEqualTo(made.on(date));
                    }
                    assertThat(written(slice)).isEqualTo(written(made));
                }
            }
        }
    }
}
