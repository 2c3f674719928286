package io.github.macroregime.rates.instrument;

import io.github.macroregime.core.series.Require;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An overnight index swap ({@index OIS}) by tenor: spot lag, annual coupons, payment lag.
 *
 * <p>Its par rate is {@code sum (G_i - 1) P(p_i) / sum tau_i P(p_i)}: {@code G_i} compounds the fixings over coupon
 * period {@code i}, {@code p_i} is its payment date, {@code P} discounts on the same path. With one coupon the
 * discounting cancels. Coupon dates are counted back from the end, so that a short coupon comes first; each is moved
 * to the next business day, or to the one before if that lies in another month. Swaps up to a year have one coupon.
 *
 * <p>With {@link Averaging#ARITHMETIC} the coupon is {@code sum fix_i d_i / year} in place of {@code G_i - 1}.
 *
 * @param index the overnight rate
 * @param tenor the length as the market calls it, for example {@code 18M}
 * @param accrualDates start and end of the coupon periods, at least two, increasing
 * @param averaging how fixings become a coupon
 */
public record TenorOis(OvernightIndex index, String tenor, List<LocalDate> accrualDates, Averaging averaging)
        implements RateInstrument {

    private static final int YEAR_MONTHS = 12;

    /** How fixings become a coupon. */
    public enum Averaging {
        /** They are compounded over the coupon period. */
        COMPOUNDED,
        /** They are averaged over its calendar days. */
        ARITHMETIC
    }

    public TenorOis {
        Require.components(TenorOis.class, index, tenor, accrualDates, averaging);
        accrualDates = List.copyOf(accrualDates);
        if (accrualDates.size() < 2) {
            throw new IllegalArgumentException(
                    "accrualDates must hold at least two dates but had " + accrualDates.size());
        }
        for (int i = 1; i < accrualDates.size(); i++) {
            if (!accrualDates.get(i).isAfter(accrualDates.get(i - 1))) {
                throw new IllegalArgumentException("accrualDates[" + i + "] must lie after " + accrualDates.get(i - 1)
                        + " but was " + accrualDates.get(i));
            }
        }
    }

    /**
     * A swap of compounded coupons.
     *
     * @param index the overnight rate
     * @param tenor the length as the market calls it
     * @param accrualDates start and end of the coupon periods, at least two, increasing
     * @throws IllegalArgumentException if the dates do not increase or are fewer than two
     */
    public TenorOis(OvernightIndex index, String tenor, List<LocalDate> accrualDates) {
        this(index, tenor, accrualDates, Averaging.COMPOUNDED);
    }

    /**
     * The swap of a tenor traded on a date, which starts at spot.
     *
     * @param index the overnight rate, whose spot lag and business days apply
     * @param trade the trade date
     * @param tenor a number and D, W, M or Y, for example {@code 1W}, {@code 18M}, {@code 2Y}
     * @return the swap from spot
     * @throws IllegalArgumentException if the tenor cannot be read or is not positive
     */
    public static TenorOis of(OvernightIndex index, LocalDate trade, String tenor) {
        LocalDate spot = index.spotLag() == 0
                ? index.paymentDays().nextOrSame(trade)
                : index.paymentDays().plus(trade, index.spotLag());
        return starting(index, spot, tenor);
    }

    /**
     * The swap of a tenor from a given first accrual day, which is not moved to spot.
     *
     * @param index the overnight rate, whose business days apply
     * @param start the first accrual day
     * @param tenor a number and D, W, M or Y
     * @return the swap
     * @throws IllegalArgumentException if the tenor cannot be read or is not positive
     */
    public static TenorOis starting(OvernightIndex index, LocalDate start, String tenor) {
        return new TenorOis(index, tenor, dates(index, start, tenor, false));
    }

    private static List<LocalDate> dates(OvernightIndex index, LocalDate start, String tenor, boolean endOfMonth) {
        LocalDate end = start.plus(period(tenor));
        long months = end.minusMonths(YEAR_MONTHS).isAfter(start) ? index.couponMonths() : YEAR_MONTHS;
        List<LocalDate> dates = new ArrayList<>();
        for (long back = 0; end.minusMonths(back).isAfter(start); back += months) {
            LocalDate date = end.minusMonths(back);
            dates.add(
                    endOfMonth
                            ? index.paymentDays()
                                    .previousOrSame(YearMonth.from(date).atEndOfMonth())
                            : modifiedFollowing(date, index));
        }
        dates.add(start);
        Collections.reverse(dates);
        return dates;
    }

    /**
     * This swap by the {@index "end-of-month rule"}: if it starts on the last business day of a month, all coupons end on
     * the last business days of theirs.
     *
     * <p>Tenors in days and weeks and swaps that start on another day stay as they are.
     *
     * @return the swap from the same start
     */
    public TenorOis withEndOfMonth() {
        LocalDate next = index.paymentDays().nextOrSame(start().plusDays(1));
        boolean applies = !YearMonth.from(next).equals(YearMonth.from(start()))
                && period(tenor).toTotalMonths() > 0;
        return applies ? new TenorOis(index, tenor, dates(index, start(), tenor, true), averaging) : this;
    }

    /**
     * This swap with coupons that are arithmetic averages of the fixings.
     *
     * @return the averaged swap over the same periods
     */
    public TenorOis withArithmeticAverage() {
        return new TenorOis(index, tenor, accrualDates, Averaging.ARITHMETIC);
    }

    private static Period period(String tenor) {
        try {
            Period period = Period.parse("P" + tenor.strip());
            if (!period.isNegative() && !period.isZero()) {
                return period;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("tenor must look like 1W, 3M or 2Y but was \"" + tenor + "\"", e);
        }
        throw new IllegalArgumentException("tenor must be positive but was \"" + tenor + "\"");
    }

    private static LocalDate modifiedFollowing(LocalDate date, OvernightIndex index) {
        LocalDate following = index.paymentDays().nextOrSame(date);
        return YearMonth.from(following).equals(YearMonth.from(date))
                ? following
                : index.paymentDays().previousOrSame(date);
    }

    @Override
    public <T> T compile(Compiler<T> compiler) {
        if (averaging == Averaging.ARITHMETIC) {
            return compiler.averageCoupons(index, accrualDates);
        }
        return accrualDates.size() == 2
                ? compiler.compounded(index, start(), end())
                : compiler.coupons(index, accrualDates);
    }

    @Override
    public String label() {
        return (averaging == Averaging.ARITHMETIC ? "average OIS " : "OIS ") + tenor;
    }

    @Override
    public LocalDate start() {
        return accrualDates.get(0);
    }

    @Override
    public LocalDate end() {
        return accrualDates.get(accrualDates.size() - 1);
    }

    /** The label, the index and the coupon dates. */
    @Override
    public String toString() {
        return label() + " on " + index + ", " + accrualDates;
    }
}
