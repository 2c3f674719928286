package io.github.macroregime.regime.signal;

/** A recursive average or sum that begins with the mean or sum of its first values; missing values leave it as it is. */
final class SeededAverage {

    private final double kept;
    private final double weight;
    private final double seedDivisor;
    private final int seedLength;
    private final int firstAnswer;
    private int toPassOver;
    private int taken;
    private double average;

    private SeededAverage(
            double kept, double weight, double seedDivisor, int seedLength, int firstAnswer, int toPassOver) {
        this.kept = kept;
        this.weight = weight;
        this.seedDivisor = seedDivisor;
        this.seedLength = seedLength;
        this.firstAnswer = firstAnswer;
        this.toPassOver = toPassOver;
    }

    SeededAverage(SeededAverage source) {
        this.kept = source.kept;
        this.weight = source.weight;
        this.seedDivisor = source.seedDivisor;
        this.seedLength = source.seedLength;
        this.firstAnswer = source.firstAnswer;
        this.toPassOver = source.toPassOver;
        this.taken = source.taken;
        this.average = source.average;
    }

    /** Weight {@code 2 / (n + 1)} for the newest value. */
    static SeededAverage exponential(int length, int seedLength, int toPassOver) {
        double weight = 2.0 / (length + 1);
        return new SeededAverage(1 - weight, weight, seedLength, seedLength, seedLength, toPassOver);
    }

    /** Wilder's smoothing: weight {@code 1 / n} for the newest value. */
    static SeededAverage wilder(int length) {
        return new SeededAverage(1 - 1.0 / length, 1.0 / length, length, length, length, 0);
    }

    /** Wilder's sum: the newest value counts whole, the sum before it loses an n-th. */
    static SeededAverage wilderSum(int length, Ranges.FirstSum first) {
        int seed = first == Ranges.FirstSum.PLAIN || length == 1 ? length : length - 1;
        return new SeededAverage(1 - 1.0 / length, 1, 1, seed, length, 0);
    }

    double push(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        if (toPassOver > 0) {
            toPassOver--;
            return Double.NaN;
        }
        taken++;
        if (taken <= seedLength) {
            average += value;
            average = taken == seedLength ? average / seedDivisor : average;
        } else {
            average = kept * average + weight * value;
        }
        return taken < firstAnswer ? Double.NaN : average;
    }
}
