package io.github.macroregime.rates.instrument;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * A future that settles to the fixings compounded over its reference period.
 *
 * <p>{@code R = (prod (1 + fix_i d_i / year) - 1) * year / D}. If the period begins on a holiday, the fixing before it
 * accrues from the first day.
 *
 * <p><b>Source</b>: the contract specifications of CME (SR3) and of ICE Futures Europe (SO3, ER3, SA3); all name a contract
 * by the month in which its quarter begins.
 *
 * @param index the overnight rate
 * @param symbol the product, for example {@code SR3}
 * @param start the first day of the reference period, included
 * @param end the end of the reference period, not included, after the start
 * @param tick the smallest change of the rate, positive
 * @param basisPointValue the money per basis point of one contract, positive
 */
public record CompoundedFuture(
        OvernightIndex index, String symbol, LocalDate start, LocalDate end, Rate tick, double basisPointValue)
        implements RateFuture {

    private static final int QUARTER_MONTHS = 3;
    private static final double MONEY_PER_BASIS_POINT = 25;
    private static final Rate HALF = Rate.ofBasisPoints(0.5);

    public CompoundedFuture {
        Require.components(CompoundedFuture.class, index, symbol, start, end, tick);
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("end must lie after the start " + start + " but was " + end);
        }
        requireTerms(tick, basisPointValue);
    }

    static void requireTerms(Rate tick, double basisPointValue) {
        if (!(tick.decimal() > 0)) {
            throw new IllegalArgumentException("tick must be positive but was " + tick);
        }
        if (!(basisPointValue > 0 && basisPointValue <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("basisPointValue must be positive but was " + basisPointValue);
        }
    }

    /**
     * The three-month SOFR future ({@index SR3}) whose reference quarter begins in a month.
     *
     * <p>The month in the contract's name is the one in which the quarter begins, on its third Wednesday; the final
     * settlement is three months later.
     *
     * @param firstMonth the month of the name
     * @return SR3, tick 0.5 bp, 25 dollars per basis point
     */
    public static CompoundedFuture sr3(YearMonth firstMonth) {
        return sr3(OvernightIndex.sofr(), firstMonth);
    }

    /**
     * The three-month SOFR future on an own index.
     *
     * @param index SOFR with its fixing days
     * @param firstMonth the month of the name
     * @return SR3, tick 0.5 bp, 25 dollars per basis point
     */
    public static CompoundedFuture sr3(OvernightIndex index, YearMonth firstMonth) {
        return quarter(index, "SR3", firstMonth, HALF);
    }

    /**
     * The three-month SONIA future (SO3) of ICE.
     *
     * @param firstMonth the month of the name, in which the quarter begins
     * @return SO3, tick 0.5 bp, 25 pounds per basis point
     */
    public static CompoundedFuture so3(YearMonth firstMonth) {
        return quarter(OvernightIndex.sonia(), "SO3", firstMonth, HALF);
    }

    /**
     * The three-month €STR future (ER3) of ICE.
     *
     * @param firstMonth the month of the name, in which the quarter begins
     * @return ER3, tick 0.25 bp, 25 euros per basis point
     */
    public static CompoundedFuture er3(YearMonth firstMonth) {
        return quarter(OvernightIndex.estr(), "ER3", firstMonth, Rate.ofBasisPoints(0.25));
    }

    /**
     * The three-month SARON future (SA3) of ICE.
     *
     * @param firstMonth the month of the name, in which the quarter begins
     * @return SA3, tick 0.5 bp, 25 francs per basis point
     */
    public static CompoundedFuture sa3(YearMonth firstMonth) {
        return quarter(OvernightIndex.saron(), "SA3", firstMonth, HALF);
    }

    private static CompoundedFuture quarter(OvernightIndex index, String symbol, YearMonth firstMonth, Rate tick) {
        return new CompoundedFuture(
                index,
                symbol,
                thirdWednesday(firstMonth),
                thirdWednesday(firstMonth.plusMonths(QUARTER_MONTHS)),
                tick,
                MONEY_PER_BASIS_POINT);
    }

    private static LocalDate thirdWednesday(YearMonth month) {
        return month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.WEDNESDAY));
    }

    @Override
    public <T> T compile(Compiler<T> compiler) {
        return compiler.compoundedFuture(this);
    }

    @Override
    public String label() {
        return symbol + " " + YearMonth.from(start);
    }

    /** The label, the index and the reference period. */
    @Override
    public String toString() {
        return label() + " on " + index + ", " + start + " to " + end;
    }
}
