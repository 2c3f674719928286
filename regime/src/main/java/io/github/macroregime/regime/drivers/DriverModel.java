package io.github.macroregime.regime.drivers;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * A {@index "driver model"}: the forward change of a target as a linear function of standardised drivers in named groups,
 * by {@index "ridge regression"} walked forward.
 *
 * <p>Each driver is standardised by the mean and sample deviation of its observations so far, the newest included:
 * {@code z_t = (x_t - m_t) / s_t}, from 60 observations on. At a fit on day t only rows i whose outcome has matured count,
 * {@code i + horizon + embargo <= t}: with {@code N} of them, {@code b = (Z'Z - N z z' + ridge N I)^-1 (Z'y - N z y)} about
 * the means z and y of the rows, and the {@code drift = y - b z}. The contribution of a driver is {@code b_j z_j}, that of a
 * group the sum of its drivers, the {@index impulse} the sum of the groups; the forecast is drift plus impulse.
 *
 * <p><b>Missing</b>: a driver that was not observed counts as at its mean and is named; a day without a target is left
 * out. <b>Cost</b>: the square of the count of drivers per day, its cube per fit.
 *
 * <p><b>Source</b>: Hoerl and Kennard 1970, Technometrics 12(1). The newsletters publish groups, horizon and form of the
 * answer, not inputs, estimator or weights: those are the caller's and this library's.
 *
 * @param change how the forward change of the target is measured
 * @param horizon over how many observations of the target it runs, from 1
 * @param groups the groups in the order of the answer, no driver in two of them
 * @param ridge the penalty in units of a standardised driver's variance, above zero
 * @param training how many matured rows the first fit needs, from 20
 * @param refit after how many observations it is fitted again, from 1
 * @param embargo how many further observations before a fit are left out, from 0
 */
public record DriverModel(
        Change change, int horizon, List<Group> groups, double ridge, int training, int refit, int embargo)
        implements Serializable {

    private static final int LEAST_TRAINING = 20;

    public DriverModel {
        Require.components(DriverModel.class, change, groups);
        Require.atLeast(horizon, 1, "horizon");
        Require.positive(ridge, "ridge");
        Require.atLeast(training, LEAST_TRAINING, "training");
        Require.atLeast(refit, 1, "refit");
        Require.atLeast(embargo, 0, "embargo");
        groups = List.copyOf(groups);
        Set<String> names = new HashSet<>();
        groups.forEach(group -> group.drivers().forEach(driver -> {
            if (!names.add(driver)) {
                throw new IllegalArgumentException("groups must not share a driver but had " + driver + " twice");
            }
        }));
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("groups must have at least one but had none");
        }
    }

    /**
     * A named group of drivers.
     *
     * @param name its name
     * @param drivers the names of the series, at least one
     */
    public record Group(String name, List<String> drivers) implements Serializable {

        public Group {
            Require.components(Group.class, name, drivers);
            drivers = List.copyOf(drivers);
            if (drivers.isEmpty()) {
                throw new IllegalArgumentException("drivers of " + name + " must have at least one but had none");
            }
        }

        /**
         * A named group of drivers.
         *
         * @param name its name
         * @param drivers the names of the series, at least one
         * @return the group
         */
        public static Group of(String name, String... drivers) {
            return new Group(name, List.of(drivers));
        }
    }

    /**
     * A model of five observations ahead, ridge 0.1, two years of training, fitted every week of five days, without an
     * embargo beyond the horizon.
     *
     * @param change how the forward change of the target is measured
     * @param groups the groups in the order of the answer
     * @return the model
     */
    public static DriverModel of(Change change, Group... groups) {
        return new DriverModel(change, 5, List.of(groups), 0.1, 504, 5, 0);
    }

    /**
     * This model over another horizon.
     *
     * @param changed over how many observations of the target the forward change runs, from 1
     * @return the changed model
     */
    public DriverModel withHorizon(int changed) {
        return new DriverModel(change, changed, groups, ridge, training, refit, embargo);
    }

    /**
     * This model with another penalty.
     *
     * @param changed the penalty in units of a standardised driver's variance, above zero
     * @return the changed model
     */
    public DriverModel withRidge(double changed) {
        return new DriverModel(change, horizon, groups, changed, training, refit, embargo);
    }

    /**
     * This model with other times of fitting.
     *
     * @param changedTraining how many matured rows the first fit needs, from 20
     * @param changedRefit after how many observations it is fitted again, from 1
     * @param changedEmbargo how many further observations before a fit are left out, from 0
     * @return the changed model
     */
    public DriverModel withFits(int changedTraining, int changedRefit, int changedEmbargo) {
        return new DriverModel(change, horizon, groups, ridge, changedTraining, changedRefit, changedEmbargo);
    }

    /**
     * The names of all drivers, group after group.
     *
     * @return the names
     */
    public List<String> drivers() {
        return groups.stream().flatMap(group -> group.drivers().stream()).toList();
    }

    /**
     * The model walked forward: on each day from the first fit on, what the drivers of that day said by a fit that knew
     * matured outcomes only.
     *
     * <p>What was known when is the caller's: a panel {@link Panel#asOf} the dates of the target with lags of publication.
     * A driver that the panel does not have is missing on every day.
     *
     * @param target the series to be explained; days without a value are left out
     * @param drivers the drivers by name; only values on dates of the target count
     * @return the history, without days if there are too few for a fit
     * @throws IllegalArgumentException if a value of the target is not above zero where the change needs it
     */
    public DriverHistory walk(TimeSeries target, Panel drivers) {
        return walked(target, drivers).whole();
    }

    /**
     * The same with what was known of it on every day.
     *
     * @param target the series to be explained; days without a value are left out
     * @param drivers the drivers by name; only values on dates of the target count
     * @return the walk, of which {@link #walk} is the whole
     * @throws IllegalArgumentException if a value of the target is not above zero where the change needs it
     */
    public DriverWalk walked(TimeSeries target, Panel drivers) {
        return RunningDrivers.walk(this, target.dropMissing(), drivers);
    }

    /**
     * A fresh state that takes one day after the other.
     *
     * @param target the unit of the series to be explained
     * @return the running form
     */
    public Running start(Unit target) {
        return new RunningDrivers(
                this,
                TimeSeries.of(DateIndex.EMPTY, new double[0], target)
                        .change(change, horizon)
                        .unit());
    }

    /**
     * Mutable: a driver model walked forward day by day.
     *
     * <p>{@link DriverModel#walk} is this state in a loop, bit for bit. Memory is the square of the count of drivers and the
     * days of horizon and embargo. Not safe for use by several threads at once.
     */
    public sealed interface Running permits RunningDrivers {

        /**
         * Takes the next day.
         *
         * @param date the day, after the one before
         * @param level the target, above zero unless the change is a difference; a day without one, NaN, is passed over
         * @param drivers what was known of each driver, by its name; one without a number is missing
         * @return what the drivers say, empty on a day without target and before the first fit
         * @throws IllegalArgumentException if the day is not after the one before, a number is infinite, or the target is not
         *     above zero where it must be; the state is then unchanged
         */
        Optional<DriverReading> push(LocalDate date, double level, Map<String, Double> drivers);

        /**
         * What {@link #push} would answer, without taking the day.
         *
         * <p><b>Cost</b>: a copy of the state.
         *
         * @param date the day, after the last one
         * @param level the target, NaN if it was not observed
         * @param drivers what was known of each driver, by its name; one without a number is missing
         * @return what the drivers would say
         * @throws IllegalArgumentException as {@link #push}
         */
        default Optional<DriverReading> peek(LocalDate date, double level, Map<String, Double> drivers) {
            return copy().push(date, level, drivers);
        }

        /**
         * How many forecasts have an outcome.
         *
         * @return the count
         */
        int judged();

        /**
         * How the forecasts did against the mean past change: {@link DriverHistory#rSquared()} so far.
         *
         * @return the out-of-sample R², NaN without an outcome
         */
        double rSquared();

        /**
         * An independent state with the same past.
         *
         * @return a copy that shares nothing mutable with this one
         */
        Running copy();
    }

    /** The reading of a day from its standardised drivers and the weights of its fit. */
    DriverReading reading(LocalDate date, Unit unit, double drift, IntToDoubleFunction z, IntToDoubleFunction weight) {
        List<DriverReading.GroupImpulse> said = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        int column = 0;
        for (Group group : groups) {
            List<DriverReading.Driver> drivers = new ArrayList<>();
            for (String name : group.drivers()) {
                double deviation = z.applyAsDouble(column);
                double slope = weight.applyAsDouble(column);
                boolean isMissing = Double.isNaN(deviation);
                drivers.add(new DriverReading.Driver(name, deviation, slope, isMissing ? 0 : slope * deviation));
                if (isMissing) {
                    missing.add(name);
                }
                column++;
            }
            said.add(new DriverReading.GroupImpulse(group.name(), drivers));
        }
        return new DriverReading(date, horizon, unit, drift, said, missing);
    }
}
