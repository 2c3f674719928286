package io.github.macroregime.rates.path;

import io.github.macroregime.core.stats.Exponential;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.path.PathFrame.Interpolation;
import java.util.List;

/** The rate of one instrument as a function of the unknowns, with its derivatives; no date is left in it. */
sealed interface CompiledRate {

    /** The fixings that the instrument shares with those compiled together with it. */
    AccrualGrid grid();

    /** The rate on a path, as a decimal. */
    double rate(Growth at);

    /** The rate on a path; its derivatives are added to a gradient that begins as zeros. */
    double rate(Growth at, double[] gradient);

    /** Adds {@code scale} times the second derivatives of the rate. */
    void addCurvature(Growth at, double scale, double[][] curvature);

    /** Whether the gradient is the same on every path. */
    default boolean isLinear() {
        return false;
    }

    /**
     * The last period that the rate accrues in, or −1 if none or if it depends on a solved basis. A payment lag may
     * reach one period farther.
     */
    int highest();

    /** The last period that the rate depends on at all, or −1 if none or if it depends on a solved basis. */
    default int reach() {
        return highest();
    }

    static CompiledRate of(PathFrame frame, RateInstrument instrument) {
        return RateCompiler.compile(frame, List.of(instrument))[0];
    }

    default double rate(double[] x) {
        return rate(Growth.at(grid(), x));
    }

    default double rate(double[] x, double[] gradient) {
        return rate(Growth.at(grid(), x), gradient);
    }

    /** Adds {@code scale} times the product of a gradient with itself. */
    private static void addSquare(double scale, double[] gradient, double[][] curvature) {
        addProduct(scale, gradient, gradient, curvature);
    }

    private static void addProduct(double scale, double[] one, double[] other, double[][] curvature) {
        for (int i = 0; i < one.length; i++) {
            double factor = scale * one[i];
            for (int j = 0; j < other.length && factor != 0; j++) {
                curvature[i][j] += factor * other[j];
            }
        }
    }

    /** Today's rate itself. */
    record Now(AccrualGrid grid, Extras extras, double spread) implements CompiledRate {

        @Override
        public boolean isLinear() {
            return true;
        }

        @Override
        public int highest() {
            return extras.isEmpty() ? 0 : -1;
        }

        @Override
        public double rate(Growth at) {
            double[] x = at.path();
            return x[0] + spread + extras.of(x);
        }

        @Override
        public double rate(Growth at, double[] gradient) {
            gradient[0] += 1;
            extras.add(1, gradient);
            return rate(at);
        }

        @Override
        public void addCurvature(Growth at, double scale, double[][] curvature) {
            // A sum of unknowns has none.
        }
    }

    /** The average over calendar days, plus a fixed correction. */
    record Average(DayBuckets fixings, double calendarDays, Interpolation interpolation, double convexity)
            implements CompiledRate {

        @Override
        public AccrualGrid grid() {
            return fixings.grid();
        }

        @Override
        public boolean isLinear() {
            return interpolation == Interpolation.CONSTANT_OVERNIGHT_RATE;
        }

        @Override
        public int highest() {
            return fixings.highest();
        }

        @Override
        public double rate(Growth at) {
            return fixings.daySum(at, interpolation) / calendarDays + convexity;
        }

        @Override
        public double rate(Growth at, double[] gradient) {
            fixings.addDaySumGradient(at, 1 / calendarDays, interpolation, gradient);
            return rate(at);
        }

        @Override
        public void addCurvature(Growth at, double scale, double[][] curvature) {
            fixings.addDaySumCurvature(at, scale / calendarDays, interpolation, curvature);
        }
    }

    /** The compounding over a period as a simple rate. */
    record Compounded(DayBuckets growth, double years) implements CompiledRate {

        @Override
        public AccrualGrid grid() {
            return growth.grid();
        }

        @Override
        public int highest() {
            return growth.highest();
        }

        @Override
        public double rate(Growth at) {
            return Growth.expm1(growth.logGrowth(at)) / years;
        }

        @Override
        public double rate(Growth at, double[] gradient) {
            double rate = rate(at);
            growth.addGrowthGradient(at, rate + 1 / years, gradient);
            return rate;
        }

        /** With {@code R = (exp(L) - 1) / years}: {@code R'' = exp(L) (L' L' + L'') / years}. */
        @Override
        public void addCurvature(Growth at, double scale, double[][] curvature) {
            double[] slopes = new double[curvature.length];
            double factor = scale * (rate(at) + 1 / years);
            growth.addGrowthGradient(at, 1, slopes);
            addSquare(factor, slopes, curvature);
            growth.addGrowthCurvature(at, factor, curvature);
        }
    }

    /** The rate of an instrument that is over: what is not known of its past says nothing about the path. */
    record Over(CompiledRate of) implements CompiledRate {

        @Override
        public AccrualGrid grid() {
            return of.grid();
        }

        @Override
        public boolean isLinear() {
            return of.isLinear();
        }

        @Override
        public int highest() {
            return -1;
        }

        @Override
        public double rate(Growth at) {
            return of.rate(at);
        }

        @Override
        public double rate(Growth at, double[] gradient) {
            return of.rate(at);
        }

        @Override
        public void addCurvature(Growth at, double scale, double[][] curvature) {
            // It has none.
        }
    }

    /** A linear function of another rate. */
    record Shifted(CompiledRate of, double intercept, double slope) implements CompiledRate {

        @Override
        public AccrualGrid grid() {
            return of.grid();
        }

        @Override
        public int highest() {
            return of.highest();
        }

        @Override
        public double rate(Growth at) {
            return intercept + slope * of.rate(at);
        }

        @Override
        public double rate(Growth at, double[] gradient) {
            double[] inner = new double[gradient.length];
            double rate = intercept + slope * of.rate(at, inner);
            for (int j = 0; j < inner.length; j++) {
                gradient[j] += slope * inner[j];
            }
            return rate;
        }

        @Override
        public void addCurvature(Growth at, double scale, double[][] curvature) {
            of.addCurvature(at, slope * scale, curvature);
        }
    }

    /** The difference of two rates. */
    record Difference(CompiledRate of, CompiledRate over) implements CompiledRate {

        @Override
        public AccrualGrid grid() {
            return of.grid();
        }

        @Override
        public boolean isLinear() {
            return of.isLinear() && over.isLinear();
        }

        @Override
        public int highest() {
            return Math.min(of.highest(), over.highest()) < 0 ? -1 : Math.max(of.highest(), over.highest());
        }

        @Override
        public int reach() {
            return Math.max(of.reach(), over.reach());
        }

        @Override
        public double rate(Growth at) {
            return of.rate(at) - over.rate(at);
        }

        @Override
        public double rate(Growth at, double[] gradient) {
            double[] slopes = new double[gradient.length];
            double rate = of.rate(at, gradient) - over.rate(at, slopes);
            for (int j = 0; j < slopes.length; j++) {
                gradient[j] -= slopes[j];
            }
            return rate;
        }

        @Override
        public void addCurvature(Growth at, double scale, double[][] curvature) {
            of.addCurvature(at, scale, curvature);
            over.addCurvature(at, -scale, curvature);
        }
    }

    /**
     * A swap of several coupons: {@code K = A / B} with {@code A = sum I_i P_i} and {@code B = sum tau_i P_i}.
     *
     * <p>{@code I_i} is the interest of a period, {@code G_i - 1} or the average of the fixings times {@code tau_i}. Only
     * ratios of the {@code P_i} matter, so they are discounted to the first accrual day: {@code P_i} is one over the
     * growth of the periods up to {@code i} and of the days from the end of {@code i} to its payment.
     *
     * @param averagedOver the days of the index's year where fixings are averaged, 0 where they are compounded
     */
    // Arrays, since it never leaves the calibrator and is read in its inner loop.
    @SuppressWarnings("ArrayRecordComponent")
    record Coupons(
            AccrualGrid grid,
            DayBuckets[] periods,
            DayBuckets[] lags,
            double[] years,
            int averagedOver,
            Interpolation interpolation)
            implements CompiledRate {

        @Override
        public int highest() {
            int highest = -1;
            for (DayBuckets period : periods) {
                highest = Math.max(highest, period.highest());
            }
            return highest;
        }

        @Override
        public int reach() {
            return Math.max(highest(), lags[lags.length - 1].highest());
        }

        private double interest(Growth at, int i, double logGrowth) {
            return averagedOver == 0 ? Growth.expm1(logGrowth) : periods[i].daySum(at, interpolation) / averagedOver;
        }

        private void addInterestGradient(Growth at, int i, double interest, double scale, double[] gradient) {
            if (averagedOver == 0) {
                periods[i].addGrowthGradient(at, scale * (1 + interest), gradient);
            } else {
                periods[i].addDaySumGradient(at, scale / averagedOver, interpolation, gradient);
            }
        }

        @Override
        public double rate(Growth at) {
            double log = 0;
            double floating = 0;
            double annuity = 0;
            for (int i = 0; i < years.length; i++) {
                double period = periods[i].logGrowth(at);
                log += period;
                double discount = Exponential.of(-log - lags[i].logGrowth(at));
                floating += interest(at, i, period) * discount;
                annuity += years[i] * discount;
            }
            return floating / annuity;
        }

        @Override
        public double rate(Growth at, double[] gradient) {
            double[] interest = new double[years.length];
            double[] discount = new double[years.length];
            double log = 0;
            double floating = 0;
            double annuity = 0;
            for (int i = 0; i < years.length; i++) {
                double period = periods[i].logGrowth(at);
                log += period;
                discount[i] = Exponential.of(-log - lags[i].logGrowth(at));
                interest[i] = interest(at, i, period);
                floating += interest[i] * discount[i];
                annuity += years[i] * discount[i];
            }
            double rate = floating / annuity;
            double behind = 0;
            for (int i = years.length - 1; i >= 0; i--) {
                double worth = (interest[i] - rate * years[i]) * discount[i];
                behind += worth;
                if (averagedOver == 0) {
                    periods[i].addGrowthGradient(at, ((1 + interest[i]) * discount[i] - behind) / annuity, gradient);
                } else {
                    addInterestGradient(at, i, interest[i], discount[i] / annuity, gradient);
                    periods[i].addGrowthGradient(at, -behind / annuity, gradient);
                }
                lags[i].addGrowthGradient(at, -worth / annuity, gradient);
            }
            return rate;
        }

        /**
         * Twice the derivative of {@code N = sum (I_i - K tau_i) P_i = 0}, which defines {@code K}.
         *
         * <p>With {@code p_i} the logarithm of {@code P_i} and {@code w_i = (I_i - K tau_i) P_i}: {@code B K'' = sum P_i
         * (I_i'' + I_i' p_i' + p_i' I_i') + w_i (p_i' p_i' + p_i'') - K' B' - B' K'}.
         */
        @Override
        public void addCurvature(Growth at, double scale, double[][] curvature) {
            double[] rateSlopes = new double[curvature.length];
            double rate = rate(at, rateSlopes);
            double[] interest = new double[years.length];
            double[] discount = new double[years.length];
            double log = 0;
            double annuity = 0;
            for (int i = 0; i < years.length; i++) {
                double period = periods[i].logGrowth(at);
                log += period;
                discount[i] = Exponential.of(-log - lags[i].logGrowth(at));
                interest[i] = interest(at, i, period);
                annuity += years[i] * discount[i];
            }
            double[] accrued = new double[curvature.length];
            double[] annuitySlopes = new double[curvature.length];
            for (int i = 0; i < years.length; i++) {
                periods[i].addGrowthGradient(at, -1, accrued);
                double[] paid = accrued.clone();
                lags[i].addGrowthGradient(at, -1, paid);
                double[] slopes = new double[curvature.length];
                addInterestGradient(at, i, interest[i], 1, slopes);
                addProduct(scale * discount[i] / annuity, slopes, paid, curvature);
                addProduct(scale * discount[i] / annuity, paid, slopes, curvature);
                addSquare(scale * (interest[i] - rate * years[i]) * discount[i] / annuity, paid, curvature);
                addInterestCurvature(at, i, interest[i], scale * discount[i] / annuity, slopes, curvature);
                for (int j = 0; j < annuitySlopes.length; j++) {
                    annuitySlopes[j] += years[i] * discount[i] * paid[j];
                }
            }
            double behind = 0;
            for (int i = years.length - 1; i >= 0; i--) {
                double worth = (interest[i] - rate * years[i]) * discount[i];
                behind += worth;
                periods[i].addGrowthCurvature(at, -scale * behind / annuity, curvature);
                lags[i].addGrowthCurvature(at, -scale * worth / annuity, curvature);
            }
            addProduct(-scale / annuity, rateSlopes, annuitySlopes, curvature);
            addProduct(-scale / annuity, annuitySlopes, rateSlopes, curvature);
        }

        /** For compounding {@code I'' = G (g' g' + g'')}, where {@code I' = G g'}. */
        private void addInterestCurvature(
                Growth at, int i, double interest, double scale, double[] slopes, double[][] curvature) {
            if (averagedOver == 0) {
                addSquare(scale / (1 + interest), slopes, curvature);
                periods[i].addGrowthCurvature(at, scale * (1 + interest), curvature);
            } else {
                periods[i].addDaySumCurvature(at, scale / averagedOver, interpolation, curvature);
            }
        }
    }
}
