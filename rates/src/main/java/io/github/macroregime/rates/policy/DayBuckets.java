package io.github.macroregime.rates.policy;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The days of a period as whole counts: how many fixings of which length fall into which regime.
 *
 * <p>Fixings already published are not counted; they are kept as their compounded growth and their sum over days.
 */
final class DayBuckets implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Below this size eight terms of the logarithm's series are exact to the last bit. */
    private static final double SERIES_LIMIT = 0x1p-7;

    /** A Newton step below this leaves an error below the last bit, as its square is what remains. */
    private static final double PLAIN_SETTLED = 1e-9;

    private static final int PLAIN_STEPS = 20;

    private final int[] regime;
    private final int[] days;
    private final double[] spread;
    private final double[] count;
    private final double[] accrual;
    private final double yearLength;
    private final int basisUnknown;
    private final double knownLogGrowth;
    private final double knownDaySum;

    private DayBuckets(Collector from, double yearLength, int basisUnknown) {
        int size = from.buckets.size();
        this.regime = new int[size];
        this.days = new int[size];
        this.spread = new double[size];
        this.count = new double[size];
        this.accrual = new double[size];
        for (int k = 0; k < size; k++) {
            Bucket bucket = from.buckets.get(k);
            regime[k] = bucket.regime;
            days[k] = bucket.days;
            spread[k] = bucket.spread;
            count[k] = bucket.count;
            accrual[k] = bucket.days / yearLength;
        }
        this.yearLength = yearLength;
        this.basisUnknown = basisUnknown;
        this.knownLogGrowth = from.knownLogGrowth;
        this.knownDaySum = from.knownDaySum;
    }

    /** The fixings that are in force over a period, each with the calendar days for which it is. */
    static DayBuckets ofFixings(PathFrame frame, OvernightIndex index, LocalDate start, LocalDate end) {
        Collector collector = new Collector(frame, index);
        LocalDate fixingDay = index.fixingDays().previousOrSame(start);
        LocalDate day = start;
        while (day.isBefore(end)) {
            LocalDate next = index.fixingDays().next(fixingDay);
            LocalDate until = next.isBefore(end) ? next : end;
            collector.add(fixingDay, frame.regimeOf(fixingDay), (int) ChronoUnit.DAYS.between(day, until));
            day = until;
            fixingDay = next;
        }
        return new DayBuckets(collector, index.daysInYear(), frame.basisUnknown(index));
    }

    /** Single calendar days, each in the regime of its own date, for a path that is log-linear in discount factors. */
    static DayBuckets ofCalendarDays(PathFrame frame, OvernightIndex index, LocalDate start, LocalDate end) {
        Collector collector = new Collector(frame, index);
        for (LocalDate day = start; day.isBefore(end); day = day.plusDays(1)) {
            collector.add(index.fixingDays().previousOrSame(day), frame.regimeOf(day), 1);
        }
        return new DayBuckets(collector, index.daysInYear(), frame.basisUnknown(index));
    }

    static DayBuckets forGrowth(PathFrame frame, OvernightIndex index, LocalDate start, LocalDate end) {
        return frame.interpolation() == PathInterpolation.LOG_LINEAR_DISCOUNT
                ? ofCalendarDays(frame, index, start, end)
                : ofFixings(frame, index, start, end);
    }

    private double fixing(double[] x, int k) {
        double rate = x[regime[k]] + spread[k];
        return basisUnknown < 0 ? rate : rate + x[basisUnknown];
    }

    /** The last unknown that the open days touch, or −1 if all are fixed or a basis is solved. */
    int highest() {
        int highest = -1;
        for (int one : regime) {
            highest = Math.max(highest, one);
        }
        return basisUnknown < 0 ? highest : -1;
    }

    /** Whether all open days lie in one regime and stand at its rate itself. */
    boolean isPlain() {
        for (int k = 0; k < regime.length; k++) {
            if (regime[k] != regime[0] || spread[k] != 0) {
                return false;
            }
        }
        return regime.length > 0 && basisUnknown < 0;
    }

    /**
     * The rate of the one regime at which the log growth has a value; only if {@link #isPlain()}.
     *
     * <p>With {@code A = sum c a} and {@code B = sum c a^2} the start {@code y/A + (y/A)^2 B / (2 A)} is right to a
     * few parts in a billion for any rate met in markets; two Newton steps make it exact.
     */
    double rateAtLogGrowth(double logGrowth) {
        double target = logGrowth - knownLogGrowth;
        double first = 0;
        double second = 0;
        for (int k = 0; k < count.length; k++) {
            first += count[k] * accrual[k];
            second += count[k] * accrual[k] * accrual[k];
        }
        double rate = target / first;
        rate += rate * rate * second / (2 * first);
        double moved = Double.POSITIVE_INFINITY;
        for (int i = 0; i < PLAIN_STEPS && Math.abs(moved) > PLAIN_SETTLED; i++) {
            double missed = target;
            double slope = 0;
            for (int k = 0; k < count.length; k++) {
                double step = rate * accrual[k];
                missed -= count[k] * log1p(step);
                slope += count[k] * accrual[k] / (1 + step);
            }
            moved = missed / slope;
            rate += moved;
        }
        return rate;
    }

    /** The logarithm of the compounded growth on a path. */
    double logGrowth(double[] x) {
        double sum = knownLogGrowth;
        for (int k = 0; k < regime.length; k++) {
            sum += count[k] * log1p(fixing(x, k) * accrual[k]);
        }
        return sum;
    }

    /** Adds {@code scale} times the derivative of the log growth to a gradient. */
    void addGrowthGradient(double[] x, double scale, double[] gradient) {
        for (int k = 0; k < regime.length; k++) {
            double slope = scale * count[k] * accrual[k] / (1 + fixing(x, k) * accrual[k]);
            gradient[regime[k]] += slope;
            if (basisUnknown >= 0) {
                gradient[basisUnknown] += slope;
            }
        }
    }

    /** The sum over calendar days of the simple rate in force. */
    double daySum(double[] x, PathInterpolation interpolation) {
        double sum = knownDaySum;
        for (int k = 0; k < regime.length; k++) {
            sum += count[k] * days[k] * overnight(fixing(x, k), k, interpolation);
        }
        return sum;
    }

    /** Adds {@code scale} times the derivative of the day sum to a gradient. */
    void addDaySumGradient(double[] x, double scale, PathInterpolation interpolation, double[] gradient) {
        for (int k = 0; k < regime.length; k++) {
            double slope = scale * count[k] * days[k] * overnightSlope(fixing(x, k), k, interpolation);
            gradient[regime[k]] += slope;
            if (basisUnknown >= 0) {
                gradient[basisUnknown] += slope;
            }
        }
    }

    /** The simple rate of a fixing that lasts several days, from the rate of one day. */
    private double overnight(double rate, int k, PathInterpolation interpolation) {
        if (interpolation == PathInterpolation.CONSTANT_OVERNIGHT_RATE || days[k] == 1) {
            return rate;
        }
        return Math.expm1(days[k] * log1p(rate / yearLength)) / accrual[k];
    }

    private double overnightSlope(double rate, int k, PathInterpolation interpolation) {
        if (interpolation == PathInterpolation.CONSTANT_OVERNIGHT_RATE || days[k] == 1) {
            return 1;
        }
        return Math.pow(1 + rate / yearLength, days[k] - 1);
    }

    static double log1p(double x) {
        if (Math.abs(x) > SERIES_LIMIT) {
            return Math.log1p(x);
        }
        double tail = 1.0 / 7 - x * (1.0 / 8);
        tail = 1.0 / 6 - x * tail;
        tail = 1.0 / 5 - x * tail;
        tail = 1.0 / 4 - x * tail;
        tail = 1.0 / 3 - x * tail;
        return x - x * x * (0.5 - x * tail);
    }

    private static final class Bucket {

        private final int regime;
        private final int days;
        private final double spread;
        private int count = 1;

        private Bucket(int regime, int days, double spread) {
            this.regime = regime;
            this.days = days;
            this.spread = spread;
        }
    }

    private static final class Collector {

        private final PathFrame frame;
        private final OvernightIndex index;
        private final List<Bucket> buckets = new ArrayList<>();
        private double knownLogGrowth;
        private double knownDaySum;

        private Collector(PathFrame frame, OvernightIndex index) {
            this.frame = frame;
            this.index = index;
        }

        private void add(LocalDate fixingDay, int regime, int days) {
            OptionalDouble known = frame.known(index, fixingDay);
            if (known.isPresent()) {
                knownLogGrowth += log1p(known.getAsDouble() * days / index.daysInYear());
                knownDaySum += known.getAsDouble() * days;
            } else {
                count(regime, days, frame.spread(index, fixingDay));
            }
        }

        private void count(int regime, int days, double spread) {
            for (int k = buckets.size() - 1; k >= 0 && buckets.get(k).regime == regime; k--) {
                Bucket bucket = buckets.get(k);
                if (bucket.days == days && Double.compare(bucket.spread, spread) == 0) {
                    bucket.count++;
                    return;
                }
            }
            buckets.add(new Bucket(regime, days, spread));
        }
    }
}
