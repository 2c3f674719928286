package io.github.macroregime.rates.instrument;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/** An instrument that the market quotes a rate for: a function of the path of the overnight rate. */
public sealed interface RateInstrument extends Serializable
        permits CurrentRate, DatedOis, TenorOis, RateFuture, RateSpread {

    /**
     * Turns instruments into functions of a path: one method for each way in which fixings become a rate.
     *
     * @param <T> what a rate is turned into
     */
    interface Compiler<T> {

        /**
         * The overnight rate in force today.
         *
         * @param index the overnight rate
         * @return the rate
         */
        T current(OvernightIndex index);

        /**
         * Fixings compounded over one accrual period, as a simple rate.
         *
         * @param index the overnight rate
         * @param start the first accrual day, included
         * @param end the end of accrual, not included
         * @return the rate
         */
        T compounded(OvernightIndex index, LocalDate start, LocalDate end);

        /**
         * The par rate of a swap with several compounded coupons, discounted on the same path.
         *
         * @param index the overnight rate, whose payment lag applies
         * @param accrualDates start and end of the coupon periods, increasing
         * @return the rate
         */
        T coupons(OvernightIndex index, List<LocalDate> accrualDates);

        /**
         * The par rate of a swap whose coupons are averages of the fixings over calendar days, discounted on the same
         * path.
         *
         * @param index the overnight rate, whose payment lag applies
         * @param accrualDates start and end of the coupon periods, increasing
         * @return the rate
         */
        T averageCoupons(OvernightIndex index, List<LocalDate> accrualDates);

        /**
         * The rate of a future on the average of the fixings over calendar days, with its convexity adjustment.
         *
         * @param future the contract
         * @return the rate
         */
        T averageFuture(AverageFuture future);

        /**
         * The rate of a future on the compounded fixings, with its convexity adjustment.
         *
         * @param future the contract
         * @return the rate
         */
        T compoundedFuture(CompoundedFuture future);

        /**
         * The rate of one instrument minus that of another.
         *
         * @param of the first
         * @param over the second
         * @return the difference
         */
        T spread(RateInstrument of, RateInstrument over);
    }

    /**
     * The overnight rate that the instrument is written on.
     *
     * @return the index, which need not be the policy path's own
     */
    OvernightIndex index();

    /**
     * The instruments that this one is made of.
     *
     * @return the instrument itself, of a spread those of both
     */
    default List<RateInstrument> legs() {
        return List.of(this);
    }

    /**
     * The first accrual day, for a future that of its reference period.
     *
     * @return the first day, included; {@link LocalDate#MIN} for today's rate, which accrues over no period
     */
    LocalDate start();

    /**
     * The end of accrual, for a future that of its reference period.
     *
     * @return the day behind the last, not included; {@link LocalDate#MIN} for today's rate
     */
    LocalDate end();

    /**
     * Whether all of its fixings are out.
     *
     * @param asOf the date of the quotes
     * @return true from the first business day on after the last day of accrual; false for today's rate
     */
    default boolean isOver(LocalDate asOf) {
        return start().isBefore(end())
                && !end().isAfter(asOf)
                && !end().isAfter(index().fixingDays().previousOrSame(asOf));
    }

    /**
     * A short name for tables and messages.
     *
     * @return for example {@code ZQ 2025-09}
     */
    String label();

    /**
     * This instrument's rate, by the way in which its fixings become one.
     *
     * @param compiler what turns that way into a function of a path
     * @param <T> what a rate is turned into
     * @return the rate
     */
    <T> T compile(Compiler<T> compiler);

    /**
     * A change of the quoted rate in ticks.
     *
     * @param change the change or a residual
     * @return the number of ticks, or nothing if the instrument has none
     */
    default OptionalDouble ticks(Rate change) {
        return OptionalDouble.empty();
    }
}
