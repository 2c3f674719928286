package io.github.macroregime.regime.bar;

/** A Wilder average or sum that begins with the mean or sum of its first values; missing values leave it as it is. */
final class SeededAverage {

    private final double kept;
    private final double weight;
    private final double seedDivisor;
    private final int seedLength;
    private final int firstAnswer;
    private int taken;
    private double average;

    private SeededAverage(int length, double weight, double seedDivisor, int seedLength) {
        this.kept = 1 - 1.0 / length;
        this.weight = weight;
        this.seedDivisor = seedDivisor;
        this.seedLength = seedLength;
        this.firstAnswer = length;
    }

    SeededAverage(SeededAverage source) {
        this.kept = source.kept;
        this.weight = source.weight;
        this.seedDivisor = source.seedDivisor;
        this.seedLength = source.seedLength;
        this.firstAnswer = source.firstAnswer;
        this.taken = source.taken;
        this.average = source.average;
    }

    /** Wilder's smoothing: weight {@code 1 / n} for the newest value. */
    static SeededAverage wilder(int length) {
        return new SeededAverage(length, 1.0 / length, length, length);
    }

    /** Wilder's sum: the newest value counts whole, the sum before it loses an n-th. */
    static SeededAverage wilderSum(int length, BarStatistic.FirstSum first) {
        int seed = first == BarStatistic.FirstSum.PLAIN || length == 1 ? length : length - 1;
        return new SeededAverage(length, 1, 1, seed);
    }

    double push(double value) {
        if (Double.isNaN(value)) {
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
