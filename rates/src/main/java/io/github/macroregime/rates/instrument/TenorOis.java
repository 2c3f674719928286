package io.github.macroregime.rates.instrument;

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
 * to the next business day, or to the one before if that lies in another month.
 *
 * @param index the overnight rate
 * @param tenor the length as the market calls it, for example {@code 18M}
 * @param accrualDates start and end of the coupon periods, at least two, increasing
 */
public record TenorOis(OvernightIndex index, String tenor, List<LocalDate> accrualDates) implements RateInstrument {

    private static final int COUPON_MONTHS = 12;

    public TenorOis {
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
     * The swap of a tenor traded on a date.
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
        return from(index, spot, tenor);
    }

    /**
     * The swap of a tenor from a given start.
     *
     * @param index the overnight rate, whose business days apply
     * @param start the first accrual day
     * @param tenor a number and D, W, M or Y
     * @return the swap
     * @throws IllegalArgumentException if the tenor cannot be read or is not positive
     */
    public static TenorOis from(OvernightIndex index, LocalDate start, String tenor) {
        Period length = period(tenor);
        LocalDate unadjustedEnd = start.plus(length);
        List<LocalDate> dates = new ArrayList<>();
        for (int coupons = 0;
                unadjustedEnd.minusMonths((long) coupons * COUPON_MONTHS).isAfter(start);
                coupons++) {
            dates.add(modifiedFollowing(unadjustedEnd.minusMonths((long) coupons * COUPON_MONTHS), index));
        }
        dates.add(start);
        Collections.reverse(dates);
        return new TenorOis(index, tenor, dates);
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
        return accrualDates.size() == 2
                ? compiler.compounded(index, start(), end())
                : compiler.coupons(index, accrualDates);
    }

    @Override
    public String label() {
        return "OIS " + tenor;
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
