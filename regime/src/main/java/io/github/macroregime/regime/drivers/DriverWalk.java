package io.github.macroregime.regime.drivers;

import io.github.macroregime.core.series.DateIndex;
import java.util.Objects;
import java.util.Optional;

/** A walk of a driver model with what was known of it on every day, so that any number of days can read one walk. */
public final class DriverWalk {

    private final DriverHistory whole;
    private final DateIndex targets;
    private final int[] judged;
    private final double[] rSquared;

    DriverWalk(DriverHistory whole, DateIndex targets, int[] judged, double[] rSquared) {
        this.whole = whole;
        this.targets = targets;
        this.judged = judged;
        this.rSquared = rSquared;
    }

    /**
     * The whole walk.
     *
     * @return what {@link DriverModel#walk} says
     */
    public DriverHistory whole() {
        return whole;
    }

    /**
     * What the drivers said on the last of the first days of the target.
     *
     * @param days how many of the days with a value of the target
     * @return the last reading of {@link DriverModel#walk} over them, empty without one
     * @throws IndexOutOfBoundsException if there are fewer
     */
    public Optional<DriverReading> reading(int days) {
        int spoken = spoken(days);
        return spoken == 0 ? Optional.empty() : Optional.of(whole.reading(spoken - 1));
    }

    /**
     * How many forecasts had an outcome by then.
     *
     * @param days how many of the days with a value of the target, from 1
     * @return {@link DriverHistory#judged} of the walk over them
     * @throws IndexOutOfBoundsException if there are fewer
     */
    public int judged(int days) {
        return judged[days - 1];
    }

    /**
     * How much better they were than the mean past change.
     *
     * @param days how many of the days with a value of the target, from 1
     * @return {@link DriverHistory#rSquared} of the walk over them
     * @throws IndexOutOfBoundsException if there are fewer
     */
    public double rSquared(int days) {
        return rSquared[days - 1];
    }

    /** How many of the first days have a reading. */
    private int spoken(int days) {
        return Math.max(0, whole.dates().size() - targets.size() + Objects.checkIndex(days, targets.size() + 1));
    }

    /** The whole walk. */
    @Override
    public String toString() {
        return whole.toString();
    }
}
