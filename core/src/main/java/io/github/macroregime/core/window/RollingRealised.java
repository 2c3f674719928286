package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;

/**
 * The realised measures of a window of returns: moments about zero, because a mean return is lost in the noise.
 *
 * <p>Each reads one or two sums over the window, taken as {@link RollingSum} takes them: a suffix of the block before
 * and a prefix of the block in progress.
 */
final class RollingRealised extends PivotedSums {

    /** What is summed of the returns. */
    private enum Term {
        SQUARE,
        CUBE,
        FOURTH,
        RISE,
        FALL;

        double of(double r) {
            return switch (this) {
                case SQUARE -> r * r;
                case CUBE -> r * r * r;
                case FOURTH -> r * r * (r * r);
                case RISE -> Math.max(0, r) * r;
                case FALL -> Math.min(0, r) * r;
            };
        }

        double[] of(double[] r) {
            double[] terms = new double[r.length];
            for (int t = 0; t < r.length; t++) {
                terms[t] = of(r[t]);
            }
            return terms;
        }
    }

    /** Which measure is read, from which sums. */
    enum Measure {
        VARIANCE(Term.SQUARE, Term.SQUARE, 2),
        SKEWNESS(Term.SQUARE, Term.CUBE, 0),
        KURTOSIS(Term.SQUARE, Term.FOURTH, 0),
        UPSIDE_VARIANCE(Term.RISE, Term.RISE, 2),
        DOWNSIDE_VARIANCE(Term.FALL, Term.FALL, 2),
        VARIANCE_SKEW(Term.RISE, Term.FALL, 0);

        private final Term first;
        private final Term second;
        private final int power;

        Measure(Term first, Term second, int power) {
            this.first = first;
            this.second = second;
            this.power = power;
        }

        private boolean isOfOne() {
            return first == second;
        }

        private double read(double n, double one, double other) {
            return switch (this) {
                case VARIANCE, UPSIDE_VARIANCE, DOWNSIDE_VARIANCE -> one;
                case SKEWNESS -> ifAny(one, Math.sqrt(n) * other / (one * Math.sqrt(one)));
                case KURTOSIS -> ifAny(one, n * other / (one * one));
                case VARIANCE_SKEW -> ifAny(one + other, (one - other) / (one + other));
            };
        }

        private static double ifAny(double variance, double score) {
            return variance > 0 ? score : Double.NaN;
        }

        private double ofEach(double[] r) {
            double one = 0;
            double other = 0;
            for (double each : r) {
                one += first.of(each);
                other += second.of(each);
            }
            return read(r.length, one, other);
        }

        /** Every window of a series. */
        double[] of(double[] r, Window window) {
            if (Far.anyOfFourth(r)) {
                return through(new RollingRealised(this, window), r);
            }
            Require.finite(r, "x");
            double[] one = RollingSum.of(first.of(r), window);
            if (isOfOne()) {
                return one;
            }
            double[] other = RollingSum.of(second.of(r), window);
            double[] n = TrailingFormula.Count.of(CarriedForward.through(r, window.missing()), window);
            for (int t = 0; t < r.length; t++) {
                one[t] = read(n[t], one[t], other[t]);
            }
            return one;
        }
    }

    private final Measure measure;
    private final double[] suffixes;
    private double one;
    private double other;

    RollingRealised(Measure measure, Window window) {
        super(0, window);
        this.measure = measure;
        this.suffixes = new double[2 * (window.length() + 1)];
    }

    private RollingRealised(RollingRealised source) {
        super(source);
        this.measure = source.measure;
        this.suffixes = source.suffixes.clone();
        this.one = source.one;
        this.other = source.other;
    }

    @Override
    public RunningStatistic copy() {
        return new RollingRealised(this);
    }

    @Override
    void beginBlock(double pivot) {
        one = 0;
        other = 0;
        for (int i = block.length - 1; i >= 0; i--) {
            if (!Double.isNaN(block[i])) {
                add(0, block[i]);
            }
            suffixes[2 * i] = one;
            suffixes[2 * i + 1] = other;
        }
        one = 0;
        other = 0;
    }

    @Override
    void add(int time, double r) {
        one += measure.first.of(r);
        other += measure.second.of(r);
    }

    @Override
    double read(int position, int count, int suffix, int inSuffix, double move) {
        return measure.read(count, suffixes[2 * suffix] + one, suffixes[2 * suffix + 1] + other);
    }

    @Override
    double ofEach(double[] times, double[] observations) {
        return Far.scaled(observations, measure.power, measure::ofEach);
    }
}
