package io.github.macroregime.core.window;

/** The count of some pairs and their first and second sums about a pivot. */
final class PairSums {

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

    void set(PairSums source) {
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
    void merge(PairSums other) {
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
