package io.github.macroregime.regime.drivers;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the drivers of a day say about the coming change of their target: direction and alignment, which are two things,
 * and who says it.
 *
 * @param asOf the day
 * @param horizon over how many observations the change runs
 * @param unit the unit of the change
 * @param drift the change that drivers at their means would leave
 * @param groups the groups in the order of the model
 * @param missing the drivers that were not observed and count as at their means
 */
public record DriverReading(
        LocalDate asOf, int horizon, Unit unit, double drift, List<GroupImpulse> groups, List<String> missing)
        implements Serializable {

    public DriverReading {
        Require.components(DriverReading.class, asOf, unit, groups, missing);
        Require.atLeast(horizon, 1, "horizon");
        Require.observed(drift, "drift");
        groups = List.copyOf(groups);
        missing = List.copyOf(missing);
    }

    /** Which way an impulse points. */
    public enum Direction {
        /** Above zero. */
        BULLISH,
        /** Below zero. */
        BEARISH,
        /** Zero. */
        NEITHER
    }

    /**
     * One driver.
     *
     * @param name its name
     * @param z how many deviations it stands above its mean, NaN if it is missing
     * @param weight the change for each deviation
     * @param impulse what it contributes: their product, 0 if it is missing
     */
    public record Driver(String name, double z, double weight, double impulse) implements Serializable {
        public Driver {
            Require.components(Driver.class, name);
            Require.finite(z, "z");
            Require.observed(weight, "weight");
            Require.observed(impulse, "impulse");
        }
    }

    /**
     * One group.
     *
     * @param name its name
     * @param drivers its drivers
     */
    public record GroupImpulse(String name, List<Driver> drivers) implements Serializable {

        public GroupImpulse {
            Require.components(GroupImpulse.class, name, drivers);
            drivers = List.copyOf(drivers);
        }

        /**
         * What the group contributes.
         *
         * @return the sum of its drivers, in their order
         */
        public double impulse() {
            double sum = 0;
            for (Driver driver : drivers) {
                sum += driver.impulse();
            }
            return sum;
        }
    }

    /**
     * The {@index impulse}: the sum of the groups, in their order, exactly.
     *
     * @return a change above or below the drift
     */
    public double impulse() {
        double sum = 0;
        for (GroupImpulse group : groups) {
            sum += group.impulse();
        }
        return sum;
    }

    /**
     * Drift and impulse.
     *
     * @return the expected change over the horizon
     */
    public double forecast() {
        return drift + impulse();
    }

    /**
     * The direction of the impulse, which leaves out the drift that is there every day.
     *
     * @return bullish, bearish or neither
     */
    public Direction direction() {
        double impulse = impulse();
        return impulse > 0 ? Direction.BULLISH : impulse < 0 ? Direction.BEARISH : Direction.NEITHER;
    }

    /**
     * The {@index alignment}, how far the groups point one way: the size of the impulse over the sum of the sizes of the
     * groups.
     *
     * @return from 0 where they cancel to 1 where none opposes, NaN if all are zero
     */
    public double alignment() {
        double sizes = 0;
        for (GroupImpulse group : groups) {
            sizes += Math.abs(group.impulse());
        }
        return sizes == 0 ? Double.NaN : Math.min(1, Math.abs(impulse()) / sizes);
    }

    /** Direction, impulse and alignment, and a line for each group with its drivers. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(NumberText.of(
                "%s %s over %d: impulse %s, alignment %.2f, drift %s",
                asOf,
                direction().name().toLowerCase(Locale.ROOT),
                horizon,
                shown(impulse()),
                alignment(),
                shown(drift)));
        groups.forEach(group -> text.append(NumberText.of(
                        "\n  %-20s %s  %s",
                        group.name(),
                        shown(group.impulse()),
                        group.drivers().stream()
                                .filter(driver -> !missing.contains(driver.name()))
                                .map(driver -> driver.name()
                                        + NumberText.of(" %s (z %+.1f)", shown(driver.impulse()), driver.z()))
                                .collect(Collectors.joining(", ")))
                .stripTrailing()));
        return missing.isEmpty()
                ? text.toString()
                : text.append("\n  missing: ")
                        .append(String.join(", ", missing))
                        .toString();
    }

    private String shown(double change) {
        boolean fraction = unit.equals(Unit.FRACTION);
        return NumberText.of("%+.3f %s", fraction ? 100 * change : unit.quoted(change), fraction ? "%" : unit.symbol());
    }
}
