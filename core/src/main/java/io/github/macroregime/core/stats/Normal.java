package io.github.macroregime.core.stats;

/**
 * The standard {@index "normal distribution"} with the same bits on every machine.
 *
 * <p>The central probability is read from Taylor polynomials about a grid of an eighth: with
 * {@code S(z) = 2 Phi(z) - 1} and the density {@code f}, {@code S(c + d) = S(c) + 2 f(c)} times the integral of
 * {@code exp(-c t - t^2 / 2)} from 0 to d, whose coefficients obey a two-term recursion. Evaluation is additions and
 * multiplications only; the table is made once with {@link StrictMath}. A lower tail is the tail at the grid point less
 * half the same integral: the two differ by a factor below two, so that small probabilities keep their relative
 * accuracy. The tails of the table, and those beyond it, are the density times Laplace's continued fraction.
 *
 * <p><b>Source</b>: Marsaglia 2004, Journal of Statistical Software 11(4), for the series at the grid points;
 * Abramowitz and Stegun 1964, 26.2.14 for the fraction and 26.2.23 for the starting value of the quantile.
 */
public final class Normal {

    private static final int CELLS_PER_UNIT = 8;
    private static final int LIMIT = 9;
    private static final int DEGREE = 14;
    private static final int FRACTION_TERMS = 600;
    private static final int FAR_FRACTION_TERMS = 14;
    /** Below the negative of it no probability is above zero. */
    private static final int LOWEST = 39;

    private static final int REFINEMENTS = 4;
    private static final double ROOT_OF_TWO_PI = 2.5066282746310002;
    private static final double[] POLYNOMIALS = polynomials();
    private static final double[] BOTH_TAILS = bothTails();

    private Normal() {}

    /**
     * The probability that a standard normal value lies within ±z, with the sign of z: {@code S(z) = 2 Phi(z) - 1}.
     *
     * <p>It turns a z-score into a score from −1 to 1 and is odd to the last bit: {@code S(-z) = -S(z)}.
     *
     * <p><b>Missing</b>: NaN gives NaN. <b>Cost</b>: fourteen multiplications.
     *
     * @param z any number
     * @return from −1 to 1, within two units in the last place
     */
    public static double centralProbability(double z) {
        double size = Math.abs(z);
        if (!(size < LIMIT)) {
            return Double.isNaN(z) ? z : Math.signum(z);
        }
        int cell = cell(size);
        double sum = POLYNOMIALS[cell * (DEGREE + 1)] + rise(size, cell);
        return Math.copySign(Math.min(sum, 1), z);
    }

    /**
     * The {@index "cumulative distribution function"} ({@index CDF}), the probability of a value of at most z: {@code
     * Phi(z)}.
     *
     * <p><b>Missing</b>: NaN gives NaN. <b>Cost</b>: as {@link #centralProbability(double)} above −9, two exponentials
     * and a short continued fraction below.
     *
     * @param z any number
     * @return from 0 to 1, within 2e-15 relative wherever the result is a normal number
     */
    public static double cumulative(double z) {
        if (!(z < -1)) {
            return 0.5 + 0.5 * centralProbability(z);
        }
        double size = -z;
        if (size < LIMIT) {
            int cell = cell(size);
            return 0.5 * (BOTH_TAILS[cell] - rise(size, cell));
        }
        return size < LOWEST ? farTail(size) : 0;
    }

    /**
     * The {@index "probability density function"} ({@index PDF}): {@code f(z) = exp(-z^2 / 2) / sqrt(2 pi)}.
     *
     * <p><b>Missing</b>: NaN gives NaN.
     *
     * @param z any number
     * @return from 0 to 0.3989…
     */
    public static double density(double z) {
        return StrictMath.exp(-0.5 * z * z) / ROOT_OF_TWO_PI;
    }

    /**
     * The {@index "quantile function"} or {@index "inverse CDF"}, the value that a given share of outcomes does not
     * exceed: {@code z} with {@code Phi(z) = p}.
     *
     * <p>A rational starting value, refined by Halley's method.
     *
     * @param p strictly between 0 and 1
     * @return the quantile, within 1e-14 relative
     * @throws IllegalArgumentException if the probability does not lie strictly between 0 and 1
     */
    public static double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("p must lie strictly between 0 and 1 but was " + p);
        }
        return p > 0.5 ? -lowerQuantile(1 - p) : lowerQuantile(p);
    }

    private static double lowerQuantile(double p) {
        double t = StrictMath.sqrt(-2 * StrictMath.log(p));
        double z =
                (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
        for (int i = 0; i < REFINEMENTS; i++) {
            double step = (cumulative(z) - p) / density(z);
            z -= step / (1 + 0.5 * z * step);
        }
        return z;
    }

    private static int cell(double size) {
        return (int) (size * CELLS_PER_UNIT + 0.5);
    }

    /** What the central probability gains from the middle of the cell. */
    private static double rise(double size, int cell) {
        double offset = size - (double) cell / CELLS_PER_UNIT;
        int at = cell * (DEGREE + 1);
        double sum = POLYNOMIALS[at + DEGREE];
        for (int k = DEGREE - 1; k > 0; k--) {
            sum = sum * offset + POLYNOMIALS[at + k];
        }
        return sum * offset;
    }

    private static double lowerTail(double size) {
        return density(size) / fraction(size, FRACTION_TERMS);
    }

    // The square of the leading half of the digits is exact, so that the exponent is not rounded where it is large.
    private static double farTail(double size) {
        double leading = Double.longBitsToDouble(Double.doubleToRawLongBits(size) & -(1L << 27));
        double rest = 0.5 * (size - leading) * (size + leading);
        double density = Exponential.of(-0.5 * leading * leading) * Exponential.of(-rest) / ROOT_OF_TWO_PI;
        return density / fraction(size, FAR_FRACTION_TERMS);
    }

    private static double fraction(double size, int terms) {
        double fraction = size;
        for (int k = terms; k > 0; k--) {
            fraction = size + k / fraction;
        }
        return fraction;
    }

    private static double[] polynomials() {
        int cells = LIMIT * CELLS_PER_UNIT + 1;
        double[] table = new double[cells * (DEGREE + 1)];
        for (int cell = 0; cell < cells; cell++) {
            double centre = (double) cell / CELLS_PER_UNIT;
            int at = cell * (DEGREE + 1);
            table[at] = series(centre);
            double before = 0;
            double now = 2 * density(centre);
            for (int k = 1; k <= DEGREE; k++) {
                table[at + k] = now / k;
                double next = (-centre * now - before) / k;
                before = now;
                now = next;
            }
        }
        return table;
    }

    // From 1, where the fraction converges and the tails are read from.
    private static double[] bothTails() {
        double[] tails = new double[LIMIT * CELLS_PER_UNIT + 1];
        for (int cell = CELLS_PER_UNIT; cell < tails.length; cell++) {
            tails[cell] = 2 * lowerTail((double) cell / CELLS_PER_UNIT);
        }
        return tails;
    }

    // Every term is positive, so nothing cancels; past 9 the value is 1 to the last bit.
    private static double series(double z) {
        double term = z;
        double sum = 0;
        for (int k = 1; sum + term > sum; k++) {
            sum += term;
            term *= z * z / (2 * k + 1);
        }
        return z > 3 ? 1 - 2 * lowerTail(z) : 2 * density(z) * sum;
    }
}
