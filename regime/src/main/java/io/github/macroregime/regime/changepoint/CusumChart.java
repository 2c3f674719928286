package io.github.macroregime.regime.changepoint;

import io.github.macroregime.core.series.SerialForm;
import java.io.InvalidObjectException;
import java.io.Serializable;

/**
 * A mutable running CUSUM chart of summed deviations that gives an alarm when a mean has drifted.
 *
 * <p>With {@code z = (x - target) / deviation}: {@code up = max(0, up + z - allowance)} and
 * {@code down = max(0, down - z - allowance)}; an alarm when a sum exceeds the threshold, after which both start from
 * zero. The sum that gave the alarm can be read until the next observation.
 *
 * <p><b>Missing</b>: a missing observation changes nothing and gives no alarm. <b>Cost</b>: O(1). Not safe for use by
 * several threads at once.
 *
 * <p><b>Source</b>: Page 1954, Biometrika 41.
 */
public final class CusumChart implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Cusum.Options options;
    private double up;
    private double down;
    private boolean restart;

    private CusumChart(Cusum.Options options) {
        this.options = options;
    }

    /**
     * A chart with both sums at zero.
     *
     * @param options what to watch for
     * @return the chart
     */
    public static CusumChart of(Cusum.Options options) {
        return new CusumChart(options);
    }

    /**
     * Takes the next observation.
     *
     * <p>If both sums exceed the threshold at once, which a threshold above zero allows only after an outlier each
     * way, the larger one counts, the upper one where they are equal.
     *
     * @param x a finite number, or NaN where it was not observed
     * @return what the chart says
     * @throws IllegalArgumentException if the number is infinite
     */
    public Cusum.Signal push(double x) {
        if (Double.isInfinite(x)) {
            throw new IllegalArgumentException("x must be finite or NaN but was " + x);
        }
        if (Double.isNaN(x)) {
            return Cusum.Signal.IN_CONTROL;
        }
        double z = (x - options.target()) / options.deviation();
        up = Math.max(0, (restart ? 0 : up) + z - options.allowance());
        down = Math.max(0, (restart ? 0 : down) - z - options.allowance());
        restart = Math.max(up, down) > options.threshold();
        if (!restart) {
            return Cusum.Signal.IN_CONTROL;
        }
        return up >= down ? Cusum.Signal.RISEN : Cusum.Signal.FALLEN;
    }

    /**
     * What {@link #push} would return, without taking the observation.
     *
     * @param x a finite number, or NaN where it was not observed
     * @return what the chart would say
     */
    public Cusum.Signal peek(double x) {
        return copy().push(x);
    }

    /**
     * An independent copy.
     *
     * @return a chart in the same state
     */
    public CusumChart copy() {
        CusumChart copy = new CusumChart(options);
        copy.up = up;
        copy.down = down;
        copy.restart = restart;
        return copy;
    }

    /**
     * The upper sum after the last observation.
     *
     * @return from 0, in deviations
     */
    public double up() {
        return up;
    }

    /**
     * The lower sum after the last observation.
     *
     * @return from 0, in deviations
     */
    public double down() {
        return down;
    }

    // Bytes from a wire pass the same checks as arguments do.
    private Object readResolve() throws InvalidObjectException {
        return SerialForm.checked(() -> {
            CusumChart checked = copy();
            boolean sums = up >= 0 && down >= 0;
            if (!sums || restart != Math.max(up, down) > options.threshold()) {
                throw new IllegalArgumentException("the sums must be from 0 and start again above the threshold");
            }
            return checked;
        });
    }

    /** Both sums. */
    @Override
    public String toString() {
        return "CusumChart: up " + up + ", down " + down + " deviations, threshold " + options.threshold();
    }
}
