package io.github.macroregime.rates.risk;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.rates.path.PolicyPath.Extreme;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;

/**
 * The migration of the terminal rate between two dates: deeper or shallower, sooner or later.
 *
 * @param from the earlier terminal rate
 * @param to the later one
 */
public record TerminalMigration(Extreme from, Extreme to) implements Serializable {

    private static final double SAME = 1e-10;

    public TerminalMigration {
        Require.components(TerminalMigration.class, from, to);
    }

    /** How the level of the terminal rate has moved. */
    public enum Depth {
        /** The trough lies lower or the peak higher. */
        DEEPER,
        /** The trough lies higher or the peak lower. */
        SHALLOWER,
        /** The level is the same, to a millionth of a basis point; also between two flat paths, which head nowhere. */
        UNCHANGED,
        /** A trough has become a peak or a peak a trough. */
        REVERSED
    }

    /** How the date of the terminal rate has moved. */
    public enum Timing {
        /** It is reached earlier. */
        SOONER,
        /** It is reached later. */
        LATER,
        /** It is reached on the same day. */
        UNCHANGED,
        /** A path is flat, or one that still falls or rises at its last meeting does not show where it turns. */
        OPEN
    }

    /**
     * The migration between two paths.
     *
     * @param from the earlier path
     * @param to the later path
     * @return the migration of its terminal rate, or nothing if one of the two is not identified
     */
    public static Optional<TerminalMigration> of(PolicyPath from, PolicyPath to) {
        return from.terminal().flatMap(earlier -> to.terminal().map(later -> new TerminalMigration(earlier, later)));
    }

    /**
     * The change of the terminal rate.
     *
     * @return later minus earlier
     */
    public Rate change() {
        return to.rate().minus(from.rate());
    }

    /**
     * Whether the path goes farther.
     *
     * @return by the direction of the earlier path, or of the later one if the earlier is flat
     */
    public Depth depth() {
        int direction = direction(from) == 0 ? direction(to) : direction(from);
        if (direction * direction(to) < 0) {
            return Depth.REVERSED;
        }
        double farther = direction * change().decimal();
        return Math.abs(farther) <= SAME ? Depth.UNCHANGED : farther > 0 ? Depth.DEEPER : Depth.SHALLOWER;
    }

    private static int direction(Extreme terminal) {
        return switch (terminal.kind()) {
            case TROUGH -> -1;
            case PEAK -> 1;
            case FLAT -> 0;
        };
    }

    /**
     * Whether the path gets there earlier, by the effective date.
     *
     * <p>A turning point at the horizon of one path lies on its last day or beyond; the answer is given where that is
     * enough.
     *
     * @return sooner or later as far as both paths show it
     */
    public Timing timing() {
        int order = to.since().compareTo(from.since());
        if (direction(from) == 0
                || direction(to) == 0
                || (from.atHorizon() && order >= 0)
                || (to.atHorizon() && order <= 0)) {
            return Timing.OPEN;
        }
        return order == 0 ? Timing.UNCHANGED : order < 0 ? Timing.SOONER : Timing.LATER;
    }

    /** Both terminal rates, the change and what it means. */
    @Override
    public String toString() {
        return NumberText.of(
                "%s -> %s: %+.2f bp, %s, %s",
                from,
                to,
                change().basisPoints(),
                depth().name().toLowerCase(Locale.ROOT),
                timing().name().toLowerCase(Locale.ROOT));
    }
}
