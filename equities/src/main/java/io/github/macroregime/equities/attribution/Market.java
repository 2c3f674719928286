package io.github.macroregime.equities.attribution;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Objects;

/**
 * One market of a portfolio in several currencies over one period.
 *
 * @param id the market, and with it its currency
 * @param portfolioWeight beginning weight of the market's assets in the portfolio, a decimal fraction
 * @param benchmarkWeight beginning weight of the market's assets in the benchmark, a decimal fraction
 * @param portfolioLocal return of the portfolio's assets in local currency
 * @param benchmarkLocal return of the benchmark's assets in local currency
 * @param spotChange change of the currency against the base currency
 * @param portfolioExposure weight of the currency in the portfolio with its hedges, a decimal fraction
 * @param benchmarkExposure weight of the currency in the benchmark with its hedges, a decimal fraction
 */
public record Market(
        String id,
        double portfolioWeight,
        double benchmarkWeight,
        Rate portfolioLocal,
        Rate benchmarkLocal,
        Rate spotChange,
        double portfolioExposure,
        double benchmarkExposure)
        implements Serializable {

    public Market {
        Objects.requireNonNull(id, "id");
        double[] weights = {portfolioWeight, benchmarkWeight, portfolioExposure, benchmarkExposure};
        for (double weight : weights) {
            if (!(Math.abs(weight) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("weights of " + id + " must be finite but one was " + weight);
            }
        }
    }

    /**
     * A market whose currency is not hedged on either side.
     *
     * @param id the market
     * @param portfolioWeight beginning weight in the portfolio, a decimal fraction
     * @param benchmarkWeight beginning weight in the benchmark, a decimal fraction
     * @param portfolioLocal return of the portfolio's assets in local currency
     * @param benchmarkLocal return of the benchmark's assets in local currency
     * @param spotChange change of the currency against the base currency
     * @return the market
     */
    public static Market unhedged(
            String id,
            double portfolioWeight,
            double benchmarkWeight,
            Rate portfolioLocal,
            Rate benchmarkLocal,
            Rate spotChange) {
        return new Market(
                id,
                portfolioWeight,
                benchmarkWeight,
                portfolioLocal,
                benchmarkLocal,
                spotChange,
                portfolioWeight,
                benchmarkWeight);
    }
}
