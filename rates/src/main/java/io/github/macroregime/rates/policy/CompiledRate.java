package io.github.macroregime.rates.policy;

import io.github.macroregime.core.series.Doubles;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The rate of one instrument as a function of the unknowns, with its gradient; no date is left in it. */
sealed interface CompiledRate extends Serializable {

    double CALENDAR_YEAR = 365;

    /** The rate on a path, as a decimal. */
    double rate(double[] x);

    /** The rate on a path; its derivatives are added to a gradient that begins as zeros. */
    double rate(double[] x, double[] gradient);

    /** Whether the gradient is the same on every path. */
    default boolean isLinear() {
        return false;
    }

    /** The last regime that the rate depends on, or −1 if none or if it depends on a solved basis. */
    int highest();

    static CompiledRate of(PathFrame frame, RateInstrument instrument) {
        if (instrument instanceof CurrentRate current) {
            return new Now(frame.basisUnknown(current.index()), frame.spread(current.index(), LocalDate.MIN));
        }
        if (instrument instanceof DatedOis ois) {
            return compounded(frame, ois.index(), ois.start(), ois.end());
        }
        if (instrument instanceof TenorOis ois) {
            return ois.accrualDates().size() == 2
                    ? compounded(frame, ois.index(), ois.start(), ois.end())
                    : Coupons.of(frame, ois);
        }
        return future(frame, (RateFuture) instrument);
    }

    private static CompiledRate future(PathFrame frame, RateFuture future) {
        double yearsToStart = calendarYears(frame.asOf(), future.start());
        double years = calendarYears(future.start(), future.end());
        double volatility = frame.overlays().convexity() instanceof Convexity.HoLee model
                ? model.volatility().decimal()
                : 0;
        if (future instanceof AverageFuture average) {
            DayBuckets fixings = DayBuckets.ofFixings(frame, average.index(), average.start(), average.end());
            return new Average(
                    fixings,
                    ChronoUnit.DAYS.between(average.start(), average.end()),
                    frame.interpolation(),
                    Convexity.averageFuturesSpread(volatility, yearsToStart, years));
        }
        CompiledRate plain = compounded(frame, future.index(), future.start(), future.end());
        double intercept = Convexity.compoundedFuturesRate(volatility, yearsToStart, years, 0);
        return volatility == 0 ? plain : new Shifted(plain, intercept, 1 + years * intercept);
    }

    /** Years of 365 days from one date to a later one, 0 to an earlier one. */
    private static double calendarYears(LocalDate from, LocalDate to) {
        return Math.max(0, ChronoUnit.DAYS.between(from, to)) / CALENDAR_YEAR;
    }

    private static CompiledRate compounded(PathFrame frame, OvernightIndex index, LocalDate start, LocalDate end) {
        double years = ChronoUnit.DAYS.between(start, end) / (double) index.daysInYear();
        return new Compounded(DayBuckets.forGrowth(frame, index, start, end), years);
    }

    /** Today's rate itself. */
    record Now(int basisUnknown, double spread) implements CompiledRate {

        @Override
        public boolean isLinear() {
            return true;
        }

        @Override
        public int highest() {
            return basisUnknown < 0 ? 0 : -1;
        }

        @Override
        public double rate(double[] x) {
            return x[0] + spread + (basisUnknown < 0 ? 0 : x[basisUnknown]);
        }

        @Override
        public double rate(double[] x, double[] gradient) {
            gradient[0] += 1;
            if (basisUnknown >= 0) {
                gradient[basisUnknown] += 1;
            }
            return rate(x);
        }
    }

    /** The average over calendar days, plus a fixed correction. */
    record Average(DayBuckets fixings, double calendarDays, PathInterpolation interpolation, double convexity)
            implements CompiledRate {

        @Override
        public boolean isLinear() {
            return interpolation == PathInterpolation.CONSTANT_OVERNIGHT_RATE;
        }

        @Override
        public int highest() {
            return fixings.highest();
        }

        @Override
        public double rate(double[] x) {
            return fixings.daySum(x, interpolation) / calendarDays + convexity;
        }

        @Override
        public double rate(double[] x, double[] gradient) {
            fixings.addDaySumGradient(x, 1 / calendarDays, interpolation, gradient);
            return rate(x);
        }
    }

    /** The compounding over a period as a simple rate. */
    record Compounded(DayBuckets growth, double years) implements CompiledRate {

        @Override
        public int highest() {
            return growth.highest();
        }

        @Override
        public double rate(double[] x) {
            return Math.expm1(growth.logGrowth(x)) / years;
        }

        @Override
        public double rate(double[] x, double[] gradient) {
            double rate = rate(x);
            growth.addGrowthGradient(x, rate + 1 / years, gradient);
            return rate;
        }
    }

    /** A linear function of another rate. */
    record Shifted(CompiledRate of, double intercept, double slope) implements CompiledRate {

        @Override
        public int highest() {
            return of.highest();
        }

        @Override
        public double rate(double[] x) {
            return intercept + slope * of.rate(x);
        }

        @Override
        public double rate(double[] x, double[] gradient) {
            double[] inner = new double[gradient.length];
            double rate = intercept + slope * of.rate(x, inner);
            for (int j = 0; j < inner.length; j++) {
                gradient[j] += slope * inner[j];
            }
            return rate;
        }
    }

    /**
     * A swap of several coupons: {@code K = A / B} with {@code A = sum (G_i - 1) P_i} and {@code B = sum tau_i P_i}.
     *
     * <p>Only ratios of the {@code P_i} matter, so they are discounted to the first accrual day: {@code P_i} is one
     * over the growth of the segments from there to the payment dates.
     */
    record Coupons(List<DayBuckets> periods, List<DayBuckets> segments, Doubles years) implements CompiledRate {

        static Coupons of(PathFrame frame, TenorOis ois) {
            int count = ois.accrualDates().size() - 1;
            DayBuckets[] periods = new DayBuckets[count];
            DayBuckets[] segments = new DayBuckets[count];
            double[] years = new double[count];
            LocalDate paid = ois.start();
            for (int i = 0; i < count; i++) {
                LocalDate from = ois.accrualDates().get(i);
                LocalDate to = ois.accrualDates().get(i + 1);
                LocalDate payment =
                        ois.index().fixingDays().plus(to, ois.index().paymentLag());
                periods[i] = DayBuckets.forGrowth(frame, ois.index(), from, to);
                segments[i] = DayBuckets.forGrowth(frame, ois.index(), paid, payment);
                years[i] =
                        ChronoUnit.DAYS.between(from, to) / (double) ois.index().daysInYear();
                paid = payment;
            }
            return new Coupons(List.of(periods), List.of(segments), Doubles.copyOf(years));
        }

        @Override
        public int highest() {
            int highest = -1;
            for (int i = 0; i < periods.size(); i++) {
                int one = Math.max(periods.get(i).highest(), segments.get(i).highest());
                highest = Math.max(highest, one);
            }
            return highest;
        }

        @Override
        public double rate(double[] x) {
            double logDiscount = 0;
            double floating = 0;
            double annuity = 0;
            for (int i = 0; i < years.size(); i++) {
                logDiscount -= segments.get(i).logGrowth(x);
                double discount = Math.exp(logDiscount);
                floating += Math.expm1(periods.get(i).logGrowth(x)) * discount;
                annuity += years.get(i) * discount;
            }
            return floating / annuity;
        }

        @Override
        public double rate(double[] x, double[] gradient) {
            double rate = rate(x);
            double[] growth = new double[years.size()];
            double[] discount = new double[years.size()];
            double annuity = 0;
            double logDiscount = 0;
            for (int i = 0; i < years.size(); i++) {
                logDiscount -= segments.get(i).logGrowth(x);
                discount[i] = Math.exp(logDiscount);
                growth[i] = Math.exp(periods.get(i).logGrowth(x));
                annuity += years.get(i) * discount[i];
            }
            double behind = 0;
            for (int i = years.size() - 1; i >= 0; i--) {
                behind += (growth[i] - 1 - rate * years.get(i)) * discount[i];
                periods.get(i).addGrowthGradient(x, growth[i] * discount[i] / annuity, gradient);
                segments.get(i).addGrowthGradient(x, -behind / annuity, gradient);
            }
            return rate;
        }
    }
}
