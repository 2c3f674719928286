package io.github.macroregime.equities.attribution;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;

/**
 * One segment of portfolio and benchmark over one period.
 *
 * @param id the name
 * @param portfolioWeight beginning weight in the portfolio, a decimal fraction
 * @param benchmarkWeight beginning weight in the benchmark, a decimal fraction
 * @param portfolioReturnDecimal its return in the portfolio; NaN where the portfolio does not hold it
 * @param benchmarkReturnDecimal its return in the benchmark; NaN where the benchmark does not hold it
 */
public record Segment(
        String id,
        double portfolioWeight,
        double benchmarkWeight,
        double portfolioReturnDecimal,
        double benchmarkReturnDecimal)
        implements Serializable {

    public Segment {
        Require.components(Segment.class, id);
        check(id, "portfolio", portfolioWeight, portfolioReturnDecimal);
        check(id, "benchmark", benchmarkWeight, benchmarkReturnDecimal);
    }

    private static void check(String id, String side, double weight, double returnDecimal) {
        if (!(Math.abs(weight) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(side + " weight of " + id + " must be finite but was " + weight);
        }
        if (Double.isInfinite(returnDecimal) || (Double.isNaN(returnDecimal) && weight != 0)) {
            throw new IllegalArgumentException(side + " return of " + id
                    + " must be finite where its weight is not zero but was " + returnDecimal);
        }
    }

    /**
     * A segment held on both sides.
     *
     * @param id the name
     * @param portfolioWeight beginning weight in the portfolio, a decimal fraction
     * @param portfolioReturn its return in the portfolio
     * @param benchmarkWeight beginning weight in the benchmark, a decimal fraction
     * @param benchmarkReturn its return in the benchmark
     * @return the segment
     */
    public static Segment of(
            String id, double portfolioWeight, Rate portfolioReturn, double benchmarkWeight, Rate benchmarkReturn) {
        return new Segment(id, portfolioWeight, benchmarkWeight, portfolioReturn.decimal(), benchmarkReturn.decimal());
    }

    /**
     * A segment that the benchmark does not hold.
     *
     * @param id the name
     * @param portfolioWeight beginning weight in the portfolio, a decimal fraction
     * @param portfolioReturn its return in the portfolio
     * @return the segment
     */
    public static Segment offBenchmark(String id, double portfolioWeight, Rate portfolioReturn) {
        return new Segment(id, portfolioWeight, 0, portfolioReturn.decimal(), Double.NaN);
    }

    /**
     * A segment that the portfolio does not hold.
     *
     * @param id the name
     * @param benchmarkWeight beginning weight in the benchmark, a decimal fraction
     * @param benchmarkReturn its return in the benchmark
     * @return the segment
     */
    public static Segment notHeld(String id, double benchmarkWeight, Rate benchmarkReturn) {
        return new Segment(id, 0, benchmarkWeight, Double.NaN, benchmarkReturn.decimal());
    }

    Segment scaled(double portfolio, double benchmark) {
        return new Segment(
                id,
                portfolioWeight * portfolio,
                benchmarkWeight * benchmark,
                portfolioReturnDecimal,
                benchmarkReturnDecimal);
    }

    double portfolioContribution() {
        return portfolioWeight == 0 ? 0 : portfolioWeight * portfolioReturnDecimal;
    }

    double benchmarkContribution() {
        return benchmarkWeight == 0 ? 0 : benchmarkWeight * benchmarkReturnDecimal;
    }

    double benchmarkReturnOr(double parent) {
        return Double.isNaN(benchmarkReturnDecimal) ? parent : benchmarkReturnDecimal;
    }

    double portfolioReturnOr(double benchmark) {
        return Double.isNaN(portfolioReturnDecimal) ? benchmark : portfolioReturnDecimal;
    }
}
