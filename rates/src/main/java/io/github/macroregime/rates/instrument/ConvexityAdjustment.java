package io.github.macroregime.rates.instrument;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The {@index "convexity adjustment"}: by how much the rate of a future lies above the rate that the path implies,
 * because futures are margined daily.
 */
public sealed interface ConvexityAdjustment extends Serializable {

    /**
     * The annualised {@index "normal volatility"} of the short rate.
     *
     * @return zero if futures are taken at their rate
     */
    Rate volatility();

    /**
     * By how much the rate of a contract lies above the rate that the path implies, where that is data.
     *
     * @param future the contract
     * @return zero if nothing is said of it
     */
    default Rate spread(RateFuture future) {
        return Rate.ZERO;
    }

    /** No adjustment: futures are taken at their rate. */
    record None() implements ConvexityAdjustment {

        @Override
        public Rate volatility() {
            return Rate.ZERO;
        }

        @Override
        public String toString() {
            return "no convexity";
        }
    }

    /**
     * The {@index "Ho-Lee"} model, a Gaussian short rate without mean reversion.
     *
     * <p>With {@code T} years to the start and {@code d} years of length: compounded futures
     * {@code 1 + d F = (1 + d f) exp(s^2 d (T^2 / 2 + T d + d^2 / 3))}, average futures
     * {@code F = f + s^2 (T^2 / 2 + T d / 2 + d^2 / 6)}. Years are calendar days over 365.
     *
     * @param volatility the annualised normal volatility of the short rate, not negative
     */
    record HoLee(Rate volatility) implements ConvexityAdjustment {

        public HoLee {
            if (!(volatility.decimal() >= 0)) {
                throw new IllegalArgumentException("volatility must not be negative but was " + volatility);
            }
        }

        @Override
        public String toString() {
            return "Ho-Lee convexity at "
                    + volatility.exactBasisPoints().stripTrailingZeros().toPlainString() + " bp";
        }
    }

    /**
     * A number for each contract, as a desk or an exchange publishes it; contracts it does not name have none.
     *
     * @param spreads by label of the contract, for example {@code SR3 2026-12}, futures rate minus forward rate
     */
    record PerContract(Map<String, Rate> spreads) implements ConvexityAdjustment {

        public PerContract {
            Require.components(PerContract.class, spreads);
            spreads = Map.copyOf(spreads);
        }

        @Override
        public Rate volatility() {
            return Rate.ZERO;
        }

        @Override
        public Rate spread(RateFuture future) {
            return spreads.getOrDefault(future.label(), Rate.ZERO);
        }

        @Override
        public String toString() {
            return new TreeMap<>(spreads)
                    .entrySet().stream()
                            .map(each -> each.getKey() + " "
                                    + each.getValue()
                                            .exactBasisPoints()
                                            .stripTrailingZeros()
                                            .toPlainString()
                                    + " bp")
                            .collect(Collectors.joining("; ", "convexity of ", ""));
        }
    }

    /**
     * No adjustment.
     *
     * @return the neutral choice
     */
    static ConvexityAdjustment none() {
        return new None();
    }

    /**
     * The compounded future's rate over the forward rate in the Gaussian model.
     *
     * <p><b>Unit</b>: decimals and years.
     *
     * @param volatility annualised normal volatility
     * @param yearsToStart from the quote to the start of the reference period, not negative
     * @param years length of the reference period
     * @param forward the forward rate
     * @return the futures rate
     */
    static double compoundedFuturesRate(double volatility, double yearsToStart, double years, double forward) {
        double s = volatility;
        double t = yearsToStart;
        double d = years;
        double exponent = s * s * d * (t * t / 2 + t * d + d * d / 3);
        return (1 + d * forward) * StrictMath.expm1(exponent) / d + forward;
    }

    /**
     * The average future's rate minus the forward average in the Gaussian model.
     *
     * <p><b>Unit</b>: decimals and years.
     *
     * @param volatility annualised normal volatility
     * @param yearsToStart from the quote to the start of the averaging period, not negative
     * @param years length of the averaging period
     * @return the difference, not negative
     */
    static double averageFuturesSpread(double volatility, double yearsToStart, double years) {
        double s = volatility;
        double t = yearsToStart;
        double d = years;
        return s * s * (t * t / 2 + t * d / 2 + d * d / 6);
    }
}
