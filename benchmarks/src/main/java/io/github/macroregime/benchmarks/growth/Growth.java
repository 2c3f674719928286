package io.github.macroregime.benchmarks.growth;

import java.util.Locale;

/**
 * How the cost of something grew in one run.
 *
 * @param name what was timed, its form included
 * @param nanoseconds for each observation at the shorter window and length
 * @param inWindow the cost at the longer window over that at the shorter, NaN without a window
 * @param inLength the cost of the longer series over that of the shorter
 * @param limit how much was allowed
 */
record Growth(String name, double nanoseconds, double inWindow, double inLength, Limit limit) {

    static final int WINDOW = 60;
    static final int LONGER_WINDOW = 1260;
    static final int TIMES_LONGER = 8;

    private static final double BEYOND_DOUBT = 4;

    double exponentInWindow() {
        return exponent(inWindow, windows());
    }

    double exponentInLength() {
        return exponent(inLength, TIMES_LONGER);
    }

    private static double exponent(double growth, double times) {
        return Math.log(growth) / Math.log(times);
    }

    private static double windows() {
        return (double) LONGER_WINDOW / WINDOW;
    }

    boolean isAboveItsLimit() {
        return exponentInWindow() > limit.window() || exponentInLength() > limit.length();
    }

    /** Whether the cost grew at least four times as much as is allowed, which no noise of a machine explains. */
    boolean isBeyondDoubt() {
        return inWindow >= BEYOND_DOUBT * Math.pow(windows(), limit.window())
                || inLength >= BEYOND_DOUBT * Math.pow(TIMES_LONGER, limit.length());
    }

    /** The smaller of two costs and growths, as noise only adds. */
    Growth orLess(Growth other) {
        return new Growth(
                name,
                Math.min(nanoseconds, other.nanoseconds),
                Math.min(inWindow, other.inWindow),
                Math.min(inLength, other.inLength),
                limit);
    }

    /** A row of the table. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %s | %.2f | %.2f | %.1f | %s |%s",
                name,
                nanoseconds,
                Double.isNaN(inWindow) ? "–" : String.format(Locale.ROOT, "%.2f", exponentInWindow()),
                limit.window(),
                exponentInLength(),
                limit.length(),
                limit.reason(),
                isBeyondDoubt() ? " **beyond doubt**" : isAboveItsLimit() ? " above" : "");
    }
}
