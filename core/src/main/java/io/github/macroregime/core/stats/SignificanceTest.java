package io.github.macroregime.core.stats;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;

/**
 * The result of a {@index "significance test"}: statistic, {@index "p-value"} and sample of the test of a
 * {@index "null hypothesis"}.
 *
 * @param name the test and its variant, for example {@code ADF (constant)}
 * @param statistic the test statistic
 * @param pValue the p-value: the probability of a statistic at least this far from the null, from 0 to 1
 * @param bound whether the p-value is known or only bounded by the end of a published table
 * @param lags how many lags were allowed for, 0 for none
 * @param observations n, how many observations were tested
 * @param effectiveObservations how many independent observations would tell as much, n where they are independent
 */
public record SignificanceTest(
        String name,
        double statistic,
        double pValue,
        Bound bound,
        int lags,
        int observations,
        double effectiveObservations)
        implements Serializable {

    /** What is known of a p-value. */
    public enum Bound {
        /** The p-value itself. */
        EXACT("="),
        /** The p-value is this large or larger. */
        AT_LEAST(">="),
        /** The p-value is this small or smaller. */
        AT_MOST("<=");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }
    }

    public SignificanceTest {
        Require.components(SignificanceTest.class, name, bound);
        Require.atLeast(lags, 0, "lags");
        Require.atLeast(observations, 0, "observations");
        Require.finite(effectiveObservations, "effectiveObservations");
        if (!(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("pValue must lie in [0, 1] but was " + pValue);
        }
    }

    /**
     * A test whose p-value is known and whose observations are taken for independent.
     *
     * @param name the test and its variant
     * @param statistic the test statistic
     * @param pValue the p-value, from 0 to 1
     * @param lags how many lags were allowed for
     * @param observations n, how many observations were tested
     * @return the result
     */
    public static SignificanceTest of(String name, double statistic, double pValue, int lags, int observations) {
        return new SignificanceTest(name, statistic, pValue, Bound.EXACT, lags, observations, observations);
    }

    /**
     * Whether the null hypothesis is rejected at a level of significance: {@code p <= alpha}.
     *
     * <p>A p-value that is only bounded rejects where its bound does: a statistic beyond the end of a table whose
     * p-value is one percent or less does not reject at a tenth of a percent.
     *
     * @param alpha the level of significance, above 0 and below 1
     * @return true if the p-value is known to be at most alpha
     * @throws IllegalArgumentException if alpha lies outside its range
     */
    public boolean reject(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha must lie strictly between 0 and 1 but was " + alpha);
        }
        return bound != Bound.AT_LEAST && pValue <= alpha;
    }

    /** The test, its statistic and p-value, and what it rests on. */
    @Override
    public String toString() {
        String effective =
                effectiveObservations == observations ? "" : NumberText.of(", effective %.0f", effectiveObservations);
        return NumberText.of(
                "%s: %.4f, p %s %.4f (%d lags, n = %d%s)",
                name, statistic, bound.sign, pValue, lags, observations, effective);
    }
}
