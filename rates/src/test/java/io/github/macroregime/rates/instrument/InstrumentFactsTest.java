package io.github.macroregime.rates.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.Adjustments.IndexBasis;
import io.github.macroregime.rates.instrument.Adjustments.LongEnd;
import io.github.macroregime.rates.instrument.Adjustments.Turn;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Terms of contracts and quotes, and which of them are none. */
class InstrumentFactsTest {

    private static final OvernightIndex SOFR = OvernightIndex.sofr();
    private static final OvernightIndex EFFR = OvernightIndex.effr();
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 3);
    private static final LocalDate JUNE = LocalDate.of(2025, 6, 3);
    private static final LocalDate SEPTEMBER = LocalDate.of(2025, 9, 3);

    /** From whichever leg begins first to whichever ends last; over when neither is to come. */
    @Test
    void aSpreadLastsAsLongAsItsLegsTogether() {
        DatedOis early = new DatedOis(SOFR, MARCH, JUNE);
        DatedOis late = new DatedOis(EFFR, JUNE, SEPTEMBER);
        for (RateSpread spread : List.of(new RateSpread(early, late), new RateSpread(late, early))) {
            assertThat(spread.start()).isEqualTo(MARCH);
            assertThat(spread.end()).isEqualTo(SEPTEMBER);
            assertThat(spread.isOver(JUNE.plusDays(5))).isFalse();
            assertThat(spread.isOver(SEPTEMBER.plusDays(5))).isTrue();
            assertThat(spread).hasToString(spread.label());
        }
        assertThat(new RateSpread(early, late).index()).isEqualTo(SOFR);
    }

    @Test
    void aFutureHasAPositiveTickAndValue() {
        Rate tick = Rate.ofBasisPoints(0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AverageFuture(EFFR, "ZQ", YearMonth.of(2025, 9), Rate.ZERO, 41.67))
                .withMessage("tick must be positive but was 0 %");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CompoundedFuture(SOFR, "SR3", MARCH, JUNE, Rate.ZERO, 25))
                .withMessage("tick must be positive but was 0 %");
        for (double refused : new double[] {0, -25, Double.POSITIVE_INFINITY, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CompoundedFuture(SOFR, "SR3", MARCH, JUNE, tick, refused))
                    .withMessage("basisPointValue must be positive but was " + refused);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CompoundedFuture(SOFR, "SR3", MARCH, MARCH, tick, 25))
                .withMessageStartingWith("end must lie after the start");
        assertThat(new CompoundedFuture(SOFR, "SR3", MARCH, JUNE, tick, 25).ticks(Rate.ofBasisPoints(3)))
                .hasValue(6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RatePosition(new DatedOis(SOFR, MARCH, JUNE), Double.NEGATIVE_INFINITY))
                .withMessage("basisPointValue must be finite but was -Infinity");
    }

    @Test
    void yearsFromSeventyOnAreThoseOfTheLastCentury() {
        assertThat(ContractMonths.parse("ZQU69")).isEqualTo(YearMonth.of(2069, 9));
        assertThat(ContractMonths.parse("ZQU70")).isEqualTo(YearMonth.of(1970, 9));
    }

    /** A price of 50 is a rate of 50 %, one of 150 minus as much. */
    @Test
    void pricesBeyondFiftyPercentAreNone() {
        AverageFuture future = AverageFuture.zq(YearMonth.of(2025, 9));
        assertThat(Quote.ofPrice(future, 50).rate()).isEqualTo(Rate.ofPercent(50));
        assertThat(Quote.ofPrice(future, 150).rate()).isEqualTo(Rate.ofPercent(-50));
        for (double refused : new double[] {49.99, 150.01}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Quote.ofPrice(future, refused))
                    .withMessageContaining("must lie from 50 to 150 but was " + refused);
        }
        assertThat(Quote.ofPrice(future, 95.67)).hasToString("ZQ 2025-09 at 4.33 % (± 0.25 bp)");
    }

    /** Bid and ask of 4.30 and 4.34 are known to two basis points on either side. */
    @Test
    void halfTheSpreadIsTheErrorOfAQuote() {
        QuoteWeight weight = QuoteWeight.bidAsk(Rate.ofPercent(4.30), Rate.ofPercent(4.34));
        assertThat(weight)
                .isInstanceOfSatisfying(
                        QuoteWeight.Uncertain.class,
                        uncertain -> assertThat(uncertain.standardError().basisPoints())
                                .isCloseTo(2, offset(1e-9)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuoteWeight.bidAsk(Rate.ofPercent(4.3), Rate.ofPercent(4.3)))
                .withMessage("ask must lie above the bid of 4.3 % but was 4.3 %");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuoteWeight.Uncertain(Rate.ZERO))
                .withMessage("standardError must be positive but was 0 %");
        assertThat(QuoteWeight.equality()).hasToString("equality");
    }

    /** A volatility of nothing is no adjustment. */
    @Test
    void convexityOfNoVolatilityIsNone() {
        assertThat(new ConvexityAdjustment.HoLee(Rate.ZERO).volatility()).isEqualTo(Rate.ZERO);
        assertThat(ConvexityAdjustment.compoundedFuturesRate(0, 2, 0.25, 0.04)).isEqualTo(0.04);
        // s^2 d (T^2 / 2 + T d + d^2 / 3) with s = 1 %, T = 2 and d = 1 is 1e-4 (2 + 2 + 1/3).
        double growth = 1.04 * Math.exp(1e-4 * (13 / 3.0));
        assertThat(ConvexityAdjustment.compoundedFuturesRate(0.01, 2, 1, 0.04)).isCloseTo(growth - 1, offset(1e-15));
        // s^2 (T^2 / 2 + T d / 2 + d^2 / 6) with d = 1 and a half.
        assertThat(ConvexityAdjustment.averageFuturesSpread(0.01, 2, 1)).isCloseTo(1e-4 * (19 / 6.0), offset(1e-17));
        assertThat(ConvexityAdjustment.averageFuturesSpread(0.01, 3, 0.5))
                .isCloseTo(1e-4 * (4.5 + 0.75 + 1 / 24.0), offset(1e-17));
        double half = 1.02 * Math.exp(1e-4 * 0.5 * (2 + 1 + 1 / 12.0));
        assertThat(ConvexityAdjustment.compoundedFuturesRate(0.01, 2, 0.5, 0.04))
                .isCloseTo((half - 1) / 0.5, offset(1e-15));
    }

    @Test
    void everyAdjustmentIsNamedOnce() {
        Adjustments none = Adjustments.none();
        Turn turn = new Turn(JUNE, Rate.ofBasisPoints(5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> none.withTurn(turn).withTurn(turn))
                .withMessage("turns must name 2025-06-03 once but name it twice");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> none.withBasis(new IndexBasis(SOFR, Rate.ZERO)).withSolvedBasis(SOFR))
                .withMessage("bases must name SOFR once but name it twice");
        LongEnd end = new LongEnd(SEPTEMBER, Rate.ofBasisPoints(-12.5));
        assertThat(end).hasToString("long end 2025-09-03 -12.5 bp");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> none.withLongEnd(List.of(end, end)))
                .withMessage("longEnd must name 2025-09-03 once but name it twice");
        assertThat(none.withSolvedBasis(SOFR).solvedBases()).containsExactly(SOFR);
    }

    @Test
    void anIndexHasCouponsOfAMonthToAYear() {
        BusinessDays days = BusinessDays.newYorkFed();
        assertThat(new OvernightIndex("X", days, days, 360, 0, 0, 12).couponMonths())
                .isEqualTo(12);
        for (int refused : new int[] {0, 13}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new OvernightIndex("X", days, days, 360, 0, 0, refused))
                    .withMessage("couponMonths must lie from 1 to 12 but was " + refused);
        }
        BusinessDays others = OvernightIndex.estr().fixingDays();
        assertThat(SOFR.withFixingDays(others).fixingDays()).isEqualTo(others);
        assertThat(SOFR.withFixingDays(others).name()).isEqualTo(SOFR.name());
    }

    @Test
    void couponPeriodsFollowOneAnother() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TenorOis(SOFR, "6M", List.of(MARCH, JUNE, JUNE)))
                .withMessage("accrualDates[2] must lie after 2025-06-03 but was 2025-06-03");
        assertThat(new TenorOis(SOFR, "6M", List.of(MARCH, JUNE, SEPTEMBER)).end())
                .isEqualTo(SEPTEMBER);
    }

    @Test
    void fixingsAreShownWithTheirIndex() {
        assertThat(new PublishedFixings(EFFR, TimeSeries.ofQuoted(Map.of(MARCH, 4.33), Unit.PERCENT)))
                .asString()
                .startsWith("EFFR fixings, ");
    }

    @Test
    void anIndexCountsAYearOfMoneyMarketsOrOfDays() {
        BusinessDays days = BusinessDays.newYorkFed();
        assertThat(new OvernightIndex("own", days, days, 365, 0, 0, 12).daysInYear())
                .isEqualTo(365);
        assertThat(new OvernightIndex("own", days, days, 360, 0, 0, 1).couponMonths())
                .isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OvernightIndex("own", days, days, 364, 0, 0, 12))
                .withMessage("daysInYear must be 360 or 365 but was 364");
        for (int[] lags : new int[][] {{-1, 0}, {0, -1}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new OvernightIndex("own", days, days, 360, lags[0], lags[1], 12))
                    .withMessage("spotLag and paymentLag must not be negative but were " + lags[0] + " and " + lags[1]);
        }
        for (int months : new int[] {0, 13}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new OvernightIndex("own", days, days, 360, 0, 0, months))
                    .withMessage("couponMonths must lie from 1 to 12 but was " + months);
        }
    }

    @Test
    void aTenorIsAPeriodAheadAndASwapHasTwoDates() {
        for (String tenor : new String[] {"0M", "-3M"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TenorOis.of(SOFR, MARCH, tenor))
                    .withMessage("tenor must be positive but was \"" + tenor + "\"");
        }
        for (String tenor : new String[] {"", "soon", "3"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TenorOis.of(SOFR, MARCH, tenor))
                    .withMessage("tenor must look like 1W, 3M or 2Y but was \"" + tenor + "\"");
        }
        TenorOis half = new TenorOis(SOFR, "6M", List.of(MARCH, JUNE, SEPTEMBER));
        assertThat(half).hasToString("OIS 6M on " + SOFR + ", [2025-03-03, 2025-06-03, 2025-09-03]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TenorOis(SOFR, "6M", List.of(MARCH)))
                .withMessage("accrualDates must hold at least two dates but had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TenorOis(SOFR, "6M", List.of(MARCH, JUNE, JUNE)))
                .withMessage("accrualDates[2] must lie after 2025-06-03 but was 2025-06-03");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractMonths.parse("ZQA25"))
                .withMessageStartingWith("symbol must end with one of FGHJKMNQUVXZ and two digits")
                .withMessageEndingWith("but was \"ZQA25\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConvexityAdjustment.HoLee(Rate.ofBasisPoints(-1)))
                .withMessage("volatility must not be negative but was -0.01 %");
    }
}
