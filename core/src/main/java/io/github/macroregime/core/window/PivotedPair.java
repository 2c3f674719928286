package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.window.PairStatistic.RunningPair;
import java.util.stream.IntStream;

/** Joint moments over a trailing window, by the blocks and pivots of {@link PivotedMoment}. */
final class PivotedPair implements RunningPair {

    private final PairFormula formula;
    private final Window window;
    private final CarriedForward carriedX;
    private final CarriedForward carriedY;
    private final double[] blockX;
    private final double[] blockY;
    private final Sums[] suffixes;
    private final Sums prefix = new Sums();
    private final Sums whole = new Sums();
    private int at = -1;
    private int positions;
    private int pairs;
    private int far;

    PivotedPair(PairFormula formula, Window window) {
        this.formula = formula;
        this.window = window;
        this.carriedX = new CarriedForward(window.missing());
        this.carriedY = new CarriedForward(window.missing());
        this.blockX = new double[window.length()];
        this.blockY = new double[window.length()];
        this.suffixes = new Sums[window.length() + 1];
        for (int i = 0; i < suffixes.length; i++) {
            suffixes[i] = new Sums();
        }
    }

    private PivotedPair(PivotedPair source) {
        this.formula = source.formula;
        this.window = source.window;
        this.carriedX = new CarriedForward(source.carriedX);
        this.carriedY = new CarriedForward(source.carriedY);
        this.blockX = source.blockX.clone();
        this.blockY = source.blockY.clone();
        this.suffixes = new Sums[source.suffixes.length];
        for (int i = 0; i < suffixes.length; i++) {
            suffixes[i] = new Sums();
            suffixes[i].set(source.suffixes[i]);
        }
        this.prefix.set(source.prefix);
        this.at = source.at;
        this.positions = source.positions;
        this.pairs = source.pairs;
        this.far = source.far;
    }

    @Override
    public RunningPair copy() {
        return new PivotedPair(this);
    }

    @Override
    public double push(double x, double y) {
        Require.finite(x, "x");
        Require.finite(y, "y");
        slide(carriedX.next(x), carriedY.next(y));
        if (!isReady()) {
            return Double.NaN;
        }
        if (far > 0) {
            return ofFar();
        }
        whole.set(prefix);
        whole.merge(suffixes[at == blockX.length - 1 ? 0 : at + 1]);
        return value(whole);
    }

    private double ofFar() {
        int[] places = IntStream.range(0, positions).filter(this::isPair).toArray();
        return Far.pair(
                formula,
                IntStream.of(places).mapToDouble(i -> blockX[i]).toArray(),
                IntStream.of(places).mapToDouble(i -> blockY[i]).toArray());
    }

    private boolean isFar(int i) {
        return isPair(i) && (Far.is(blockX[i]) || Far.is(blockY[i]));
    }

    private double value(Sums sums) {
        return switch (formula) {
            case SAMPLE_COVARIANCE -> sums.centralXy() / (sums.count() - 1);
            case POPULATION_COVARIANCE -> sums.centralXy() / sums.count();
            case CORRELATION -> Moments.correlationOfSums(sums.centralXx(), sums.centralYy(), sums.centralXy());
            case BETA -> beta(sums.centralXx(), sums.centralXy());
        };
    }

    /** The slope of y on x by their sums of products about the means. */
    static double beta(double xx, double xy) {
        return xx > 0 ? xy / xx : Double.NaN;
    }

    private void slide(double x, double y) {
        at = at + 1 == blockX.length ? 0 : at + 1;
        if (positions < blockX.length) {
            positions++;
        } else {
            pairs -= isPair(at) ? 1 : 0;
            far -= far > 0 && isFar(at) ? 1 : 0;
        }
        blockX[at] = x;
        blockY[at] = y;
        if (isPair(at)) {
            pairs++;
            far += Far.is(x) || Far.is(y) ? 1 : 0;
        }
        if (at == blockX.length - 1) {
            beginBlock();
        } else if (isPair(at)) {
            prefix.add(x, y);
        }
    }

    private boolean isPair(int i) {
        return !Double.isNaN(blockX[i]) && !Double.isNaN(blockY[i]);
    }

    private void beginBlock() {
        int last = blockX.length - 1;
        prefix.reset(isPair(last) ? blockX[last] : Double.NaN, isPair(last) ? blockY[last] : Double.NaN);
        suffixes[blockX.length].reset(Double.NaN, Double.NaN);
        for (int i = last; i >= 0; i--) {
            suffixes[i].set(suffixes[i + 1]);
            if (isPair(i)) {
                suffixes[i].add(blockX[i], blockY[i]);
            }
        }
    }

    @Override
    public int count() {
        return pairs;
    }

    @Override
    public boolean isReady() {
        return window.isSatisfiedBy(pairs, positions);
    }

    /** The count of some pairs and their first and second sums about a pivot. */
    static final class Sums {

        private double n;
        private double pivotX = Double.NaN;
        private double pivotY = Double.NaN;
        private double x;
        private double y;
        private double xx;
        private double yy;
        private double xy;

        /** Forgets the pairs; the pivot is set now or, if it is NaN, by the first pair. */
        void reset(double newPivotX, double newPivotY) {
            n = 0;
            x = 0;
            y = 0;
            xx = 0;
            yy = 0;
            xy = 0;
            pivotX = newPivotX;
            pivotY = newPivotY;
        }

        void set(Sums source) {
            n = source.n;
            x = source.x;
            y = source.y;
            xx = source.xx;
            yy = source.yy;
            xy = source.xy;
            pivotX = source.pivotX;
            pivotY = source.pivotY;
        }

        void add(double valueX, double valueY) {
            if (Double.isNaN(pivotX)) {
                pivotX = valueX;
                pivotY = valueY;
            }
            double dx = valueX - pivotX;
            double dy = valueY - pivotY;
            n++;
            x += dx;
            y += dy;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }

        /** Adds the pairs of another, whose pivot is moved to that of this one. */
        void merge(Sums other) {
            if (other.n == 0) {
                return;
            }
            if (n == 0) {
                set(other);
                return;
            }
            double dx = other.pivotX - pivotX;
            double dy = other.pivotY - pivotY;
            xx += other.xx + (2 * dx * other.x + other.n * (dx * dx));
            yy += other.yy + (2 * dy * other.y + other.n * (dy * dy));
            xy += other.xy + (dx * other.y + dy * other.x + other.n * (dx * dy));
            x += other.x + other.n * dx;
            y += other.y + other.n * dy;
            n += other.n;
        }

        double count() {
            return n;
        }

        double centralXx() {
            return Math.max(0, xx - x * x / n);
        }

        double centralYy() {
            return Math.max(0, yy - y * y / n);
        }

        double centralXy() {
            return xy - x * y / n;
        }
    }
}
