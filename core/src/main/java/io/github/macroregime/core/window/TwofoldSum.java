package io.github.macroregime.core.window;

/** A sum in two parts, the second holding the rounding errors of the first: about twice the digits of a double. */
final class TwofoldSum {

    private double high;
    private double low;

    TwofoldSum() {}

    TwofoldSum(TwofoldSum source) {
        this.high = source.high;
        this.low = source.low;
    }

    void add(double x) {
        double sum = high + x;
        double part = sum - high;
        low += (high - (sum - part)) + (x - part);
        high = sum;
    }

    void addSquare(double x) {
        double square = x * x;
        add(square);
        low += Math.fma(x, x, -square);
    }

    double value() {
        return high + low;
    }

    /** This sum less the square of another over n. */
    double lessSquareOver(TwofoldSum other, double n) {
        double square = other.high * other.high;
        double rest = Math.fma(other.high, other.high, -square) + 2 * other.high * other.low;
        double quotient = square / n;
        double remainder = (Math.fma(-quotient, n, square) + rest) / n;
        return (high - quotient) + (low - remainder);
    }
}
