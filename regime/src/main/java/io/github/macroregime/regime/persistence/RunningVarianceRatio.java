package io.github.macroregime.regime.persistence;

import io.github.macroregime.core.series.Require;
import java.util.Arrays;
import java.util.Optional;

/**
 * The variance ratio test of a sliding window at a cost that does not depend on the window.
 *
 * <p>Every surprise {@code e = r - mu} hides the drift of the window, which is another one each day. With a pivot c and
 * {@code d = r - c}, {@code m = mu - c}, the sums of the test are polynomials in m whose coefficients are sums over the
 * window that do not know mu: {@code sum e^2 = S2 - 2 m S1 + n m^2}, and the products of squares
 * {@code sum_k w_k sum (d_j - m)^2 (d_(j+k) - m)^2} one of the fourth degree.
 *
 * <p>A return j and the q − 1 that follow it make an item. Items slide like numbers: blocks as long as the window holds
 * items, the sums over each suffix of the block before, and the running sums of the block in progress; no value is ever
 * taken out of a total. The last q − 1 returns have not all their followers yet and are added each day. The pivot of a
 * block is, among the returns that stay in every window which uses it, the one nearest the mean, so that the level of
 * the drift costs no digits and what has left the window is forgotten entirely.
 */
final class RunningVarianceRatio implements RunningTest<VarianceRatio> {

    private static final int FIELDS = 9;
    private static final int RETURNS = 0;
    private static final int SQUARES = 1;
    private static final int LONG = 2;
    private static final int LONG_SQUARES = 3;
    private static final int ENDS = 4;
    private static final int END_SQUARES = 5;
    private static final int PRODUCTS = 6;
    private static final int MIXED = 7;
    private static final int SQUARE_PRODUCTS = 8;

    private final int returns;
    private final int q;
    private final int items;
    private final double[] lagWeights;
    private final double weightSum;
    private final double pairsWeight;
    private final double[] logs;
    private final double[] suffix;
    private final double[] sums = new double[FIELDS];
    private final double[] item = new double[FIELDS];
    private final double[] all = new double[FIELDS];
    private int newest = -1;
    private int filled;
    private int place = -1;
    private double pivot;
    private double ratio = Double.NaN;
    private double theta = Double.NaN;
    private double z = Double.NaN;

    RunningVarianceRatio(int returns, int q) {
        VarianceRatio.requireRoom(q, returns);
        this.returns = returns;
        this.q = q;
        this.items = returns - q + 1;
        this.logs = new double[returns + 1];
        this.suffix = new double[FIELDS * (items + 1)];
        this.lagWeights = VarianceRatio.lagWeights(q);
        double weights = 0;
        double pairs = 0;
        for (int k = 1; k < q; k++) {
            weights += lagWeights[k];
            pairs += lagWeights[k] * (returns - k);
        }
        this.weightSum = weights;
        this.pairsWeight = pairs;
    }

    private RunningVarianceRatio(RunningVarianceRatio source) {
        this.returns = source.returns;
        this.q = source.q;
        this.items = source.items;
        this.lagWeights = source.lagWeights;
        this.weightSum = source.weightSum;
        this.pairsWeight = source.pairsWeight;
        this.logs = source.logs.clone();
        this.suffix = source.suffix.clone();
        System.arraycopy(source.sums, 0, sums, 0, FIELDS);
        this.newest = source.newest;
        this.filled = source.filled;
        this.place = source.place;
        this.pivot = source.pivot;
        this.ratio = source.ratio;
        this.theta = source.theta;
        this.z = source.z;
    }

    /** Where the window begins with which the last block of these log prices began: what is before it is forgotten. */
    int blockOf(double[] logPrices) {
        int begin = logPrices.length;
        while (begin > 0 && !Double.isNaN(logPrices[begin - 1])) {
            begin--;
        }
        int windows = logPrices.length - begin - returns;
        return windows < 1 ? begin : begin + (windows - 1) / items * items;
    }

    @Override
    public double push(double logPrice) {
        Require.finite(logPrice, "logPrice");
        z = Double.NaN;
        if (Double.isNaN(logPrice)) {
            filled = 0;
            place = -1;
            return z;
        }
        newest = newest == returns ? 0 : newest + 1;
        logs[newest] = logPrice;
        filled = Math.min(filled + 1, returns + 1);
        if (filled == returns + 1) {
            slide();
            test();
        }
        return z;
    }

    @Override
    public double peek(double logPrice) {
        boolean beginsBlock = place < 0 || place == items - 2;
        if (beginsBlock || !(Math.abs(logPrice) <= Double.MAX_VALUE)) {
            return copy().push(logPrice);
        }
        // Inside a block a push touches little, so it is made and taken back.
        double[] sumsBefore = sums.clone();
        int newestBefore = newest;
        int filledBefore = filled;
        int placeBefore = place;
        double pivotBefore = pivot;
        double ratioBefore = ratio;
        double thetaBefore = theta;
        double zBefore = z;
        int written = newest == returns ? 0 : newest + 1;
        double overwritten = logs[written];
        double peeked = push(logPrice);
        logs[written] = overwritten;
        System.arraycopy(sumsBefore, 0, sums, 0, FIELDS);
        newest = newestBefore;
        filled = filledBefore;
        place = placeBefore;
        pivot = pivotBefore;
        ratio = ratioBefore;
        theta = thetaBefore;
        z = zBefore;
        return peeked;
    }

    /** Takes in the item that the newest return has completed. */
    private void slide() {
        place = place < 0 ? items - 1 : place == items - 1 ? 0 : place + 1;
        if (place == items - 1) {
            beginBlock();
            return;
        }
        takeItem(q, q - 1, weightSum);
        for (int field = 0; field < FIELDS; field++) {
            sums[field] += item[field];
        }
    }

    private void beginBlock() {
        pivot = nearestToMean();
        for (int i = items - 1; i >= 0; i--) {
            takeItem(returns - i, q - 1, weightSum);
            int at = FIELDS * i;
            for (int field = 0; field < FIELDS; field++) {
                suffix[at + field] = suffix[at + FIELDS + field] + item[field];
            }
        }
        Arrays.fill(sums, 0);
    }

    private double nearestToMean() {
        double mean = drift();
        double nearest = log(0) - log(1);
        for (int age = 1; age < q; age++) {
            double change = log(age) - log(age + 1);
            nearest = Math.abs(change - mean) < Math.abs(nearest - mean) ? change : nearest;
        }
        return nearest;
    }

    private double drift() {
        return (log(0) - log(returns)) / returns;
    }

    private double log(int age) {
        return logs[newest >= age ? newest - age : newest - age + returns + 1];
    }

    /** The sums of the return that begins so many closes ago, with that many of its followers. */
    private void takeItem(int age, int followers, double weights) {
        double base = log(age);
        double before = log(age - 1);
        double x = before - base - pivot;
        double following = 0;
        double squares = 0;
        for (int k = 1; k <= followers; k++) {
            double log = log(age - 1 - k);
            double y = log - before - pivot;
            before = log;
            following += lagWeights[k] * y;
            squares += lagWeights[k] * (y * y);
        }
        double longReturn = before - base - q * pivot;
        item[RETURNS] = x;
        item[SQUARES] = x * x;
        item[LONG] = longReturn;
        item[LONG_SQUARES] = longReturn * longReturn;
        item[ENDS] = weights * x + following;
        item[END_SQUARES] = weights * (x * x) + squares;
        item[PRODUCTS] = x * following;
        item[MIXED] = x * (x * following + squares);
        item[SQUARE_PRODUCTS] = x * x * squares;
    }

    private void test() {
        int from = place == items - 1 ? 0 : FIELDS * (place + 1);
        for (int field = 0; field < FIELDS; field++) {
            all[field] = suffix[from + field] + sums[field];
        }
        double longReturns = all[LONG];
        double longSquares = all[LONG_SQUARES];
        double weights = weightSum;
        for (int age = q - 1; age > 0; age--) {
            weights -= lagWeights[age];
            takeItem(age, age - 1, weights);
            for (int field = 0; field < FIELDS; field++) {
                all[field] += item[field];
            }
        }
        double m = drift() - pivot;
        double total = all[SQUARES] - m * (2 * all[RETURNS] - returns * m);
        double step = q * m;
        double longer = longSquares - step * (2 * longReturns - items * step);
        double products = all[SQUARE_PRODUCTS]
                - m
                        * (2 * all[MIXED]
                                - m * (all[END_SQUARES] + 4 * all[PRODUCTS] - m * (2 * all[ENDS] - m * pairsWeight)));
        if (VarianceRatio.isMeasurable(total, log(returns), log(0), returns)) {
            ratio = VarianceRatio.ratio(Math.max(0, longer), total, returns, q, VarianceRatio.Bias.DEBIASED);
            theta = returns * Math.max(0, products) / (total * total);
            z = VarianceRatio.statistic(ratio, theta, returns);
        }
    }

    @Override
    public Optional<VarianceRatio> latest() {
        return Double.isNaN(z)
                ? Optional.empty()
                : Optional.of(new VarianceRatio(
                        q, returns, VarianceRatio.Bias.DEBIASED, VarianceRatio.Errors.ROBUST, ratio, theta, z));
    }

    @Override
    public RunningTest<VarianceRatio> copy() {
        return new RunningVarianceRatio(this);
    }

    @Override
    public int count() {
        return filled;
    }

    @Override
    public boolean isReady() {
        return filled == returns + 1;
    }
}
