package io.github.macroregime.credit.band;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.band.SwitchPolicy.Agreement;
import io.github.macroregime.credit.band.SwitchPolicy.GapRule;
import java.util.Arrays;
import java.util.Optional;

/**
 * A mutable state that takes one level after the other and holds the confirmed band.
 *
 * <p>The first observation sets the band without confirmation. A missing observation holds the band and touches no
 * counter. Pushing a whole series gives the states of {@link BandHistory}. Memory does not grow with the series but with the confirmations. Not
 * safe for use by several threads at once; give each its own {@link #copy()}.
 */
public final class BandTracker {

    /** What {@link #push(double)} answers while no band is known. */
    public static final int UNKNOWN = -1;

    private static final int FEW = 4;

    private final Bands bands;
    private final SwitchPolicy policy;
    private final Edges edges;
    private final double[] upwards;
    private final double[] downwards;
    private final ChangeDeviation deviation;
    private final int bridgedGaps;
    private int state = UNKNOWN;
    private int held;
    private double rise;
    private double fall;
    private int[] pointing = new int[FEW];
    private int pointings;
    private int gaps;

    /**
     * A state that has seen nothing yet.
     *
     * @param bands the bands
     * @param policy when a change of band is confirmed
     */
    public BandTracker(Bands bands, SwitchPolicy policy) {
        this.bands = bands;
        this.policy = policy;
        this.edges = bands.edges();
        this.upwards = edges.moved(policy.hysteresis(), 1);
        this.downwards = edges.moved(policy.hysteresis(), -1);
        this.deviation = ChangeDeviation.of(policy.hysteresis());
        this.bridgedGaps = policy.gaps() instanceof GapRule.Expire expire ? expire.gaps() : Integer.MAX_VALUE;
    }

    private BandTracker(BandTracker source) {
        this.bands = source.bands;
        this.policy = source.policy;
        this.edges = source.edges;
        this.upwards = source.upwards;
        this.downwards = source.downwards;
        this.deviation = source.deviation.copy();
        this.bridgedGaps = source.bridgedGaps;
        this.state = source.state;
        this.held = source.held;
        this.rise = source.rise;
        this.fall = source.fall;
        this.pointing = source.pointing.clone();
        this.pointings = source.pointings;
        this.gaps = source.gaps;
    }

    /**
     * Takes the next level.
     *
     * <p><b>Cost</b>: the number of edges crossed; linear in the number of changes under
     * {@link Hysteresis#sigmas(double, int)}.
     *
     * @param level the level as a decimal, NaN if it was not observed
     * @return the position of the confirmed band, {@link #UNKNOWN} before the first observation
     * @throws IllegalArgumentException if the level is infinite; the state is then unchanged
     */
    public int push(double level) {
        if (Double.isNaN(level)) {
            return pushMissing();
        }
        if (Double.isInfinite(level)) {
            throw new IllegalArgumentException("level must be finite or NaN but was " + level);
        }
        gaps = 0;
        double width = deviation.width();
        deviation.push(level);
        if (state == UNKNOWN) {
            enter(edges.indexOf(level));
        } else {
            step(targetOf(level, width));
        }
        return state;
    }

    private int pushMissing() {
        if (++gaps > bridgedGaps) {
            state = UNKNOWN;
        }
        return state;
    }

    private void enter(int band) {
        state = band;
        held = 1;
        pointings = 0;
        rise = band < upwards.length ? upwards[band] : Double.POSITIVE_INFINITY;
        fall = band > 0 ? downwards[band - 1] : Double.NEGATIVE_INFINITY;
    }

    private void step(int pointedAt) {
        if (pointedAt == state) {
            held++;
            pointings = 0;
            return;
        }
        if (pointings > 0 && !agree(pointing[pointings - 1], pointedAt)) {
            pointings = 0;
        }
        remember(pointedAt);
        if (isOverride(pointedAt)) {
            enter(pointedAt);
        } else if (pointings == policy.confirmations() && held >= policy.lockout()) {
            enter(nearest(pointedAt > state));
        } else {
            held++;
        }
    }

    /** Keeps the last bands that were pointed at, as many as it takes to confirm one. */
    private void remember(int pointedAt) {
        if (pointings == policy.confirmations()) {
            System.arraycopy(pointing, 1, pointing, 0, --pointings);
        } else if (pointings == pointing.length) {
            pointing = Arrays.copyOf(pointing, 2 * pointings);
        }
        pointing[pointings++] = pointedAt;
    }

    /** Of the bands pointed at, all above the state or all below it, the one next to it. */
    private int nearest(boolean above) {
        int nearest = pointing[0];
        for (int i = 1; i < pointings; i++) {
            nearest = above ? Math.min(nearest, pointing[i]) : Math.max(nearest, pointing[i]);
        }
        return nearest;
    }

    private boolean agree(int before, int now) {
        return policy.agreement() == Agreement.SAME_BAND
                ? before == now
                : Integer.signum(before - state) == Integer.signum(now - state);
    }

    private boolean isOverride(int pointedAt) {
        return policy.overrideBands() > 0 && Math.abs(pointedAt - state) >= policy.overrideBands();
    }

    private int targetOf(double level, double width) {
        if (level > fall - width && level < rise + width) {
            return state;
        }
        int up = state;
        while (up < upwards.length && edges.passes(level, upwards[up] + width, up)) {
            up++;
        }
        if (up > state) {
            return up;
        }
        int down = state;
        while (down > 0 && !edges.passes(level, downwards[down - 1] - width, down - 1)) {
            down--;
        }
        return down;
    }

    /**
     * The position of the confirmed band.
     *
     * @return from 0, the lowest, or {@link #UNKNOWN}
     */
    public int state() {
        return state;
    }

    /**
     * The confirmed band.
     *
     * @return the band, empty while none is known
     */
    public Optional<Band> band() {
        return state == UNKNOWN ? Optional.empty() : Optional.of(bands.get(state));
    }

    /**
     * What {@link #push(double)} would answer, without taking the level.
     *
     * @param level the level as a decimal, NaN if it was not observed
     * @return the position as it would be
     * @throws IllegalArgumentException if the level is infinite
     */
    public int peek(double level) {
        return copy().push(level);
    }

    /**
     * Takes the next level as a rate, see {@link #push(double)}.
     *
     * @param level the observed level
     * @return the band that is then confirmed
     */
    public Band push(Rate level) {
        return bands.get(push(level.decimal()));
    }

    /**
     * An independent state with the same past.
     *
     * @return a copy that shares nothing mutable with this one
     */
    public BandTracker copy() {
        return new BandTracker(this);
    }

    /**
     * The states of a whole series under a policy.
     *
     * <p><b>Shape</b>: one position for each level. <b>Missing</b>: held, see {@link GapRule}. <b>Cost</b>: linear.
     *
     * @param bands the bands
     * @param policy when a change of band is confirmed
     * @param levels the levels as decimals, NaN where not observed
     * @return the positions of the bands, {@link #UNKNOWN} where none is known
     * @throws IllegalArgumentException if a level is infinite
     */
    public static int[] states(Bands bands, SwitchPolicy policy, double[] levels) {
        Require.finite(levels, "levels");
        BandTracker tracker = new BandTracker(bands, policy);
        int[] states = new int[levels.length];
        for (int i = 0; i < states.length; i++) {
            states[i] = tracker.push(levels[i]);
        }
        return states;
    }
}
