package io.github.macroregime.regime.cycle;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.regime.cycle.MomentumCycle.Phase;
import java.util.Optional;

/**
 * Mutable: the momentum cycle of one asset, updated close by close.
 *
 * <p>{@link MomentumCycle#over} is this state in a loop. A missing close is passed over. Memory is the slow look-back.
 * Not safe for use by several threads at once.
 */
public final class RunningMomentumCycle {

    private final MomentumCycle cycle;
    private final double[] ring;
    private int count;
    private int at;
    private int runLength;
    private Optional<Phase> phase = Optional.empty();

    RunningMomentumCycle(MomentumCycle cycle) {
        this.cycle = cycle;
        this.ring = new double[cycle.slow()];
    }

    private RunningMomentumCycle(RunningMomentumCycle source) {
        this.cycle = source.cycle;
        this.ring = source.ring.clone();
        this.count = source.count;
        this.at = source.at;
        this.runLength = source.runLength;
        this.phase = source.phase;
    }

    /**
     * Takes the next close.
     *
     * @param close a price above zero, NaN if it was not observed
     * @return the phase with it, empty while there are no more than {@code slow} closes; of a missing close, the phase as
     *     it was
     * @throws IllegalArgumentException if the close is infinite or not above zero; the state is then unchanged
     */
    public Optional<Phase> push(double close) {
        if (Double.isNaN(Require.positiveOrMissing(close, "close"))) {
            return phase;
        }
        Optional<Phase> next = at(close);
        runLength = next.isPresent() ? (next.equals(phase) ? runLength + 1 : 1) : 0;
        phase = next;
        ring[at] = close;
        at = at + 1 == ring.length ? 0 : at + 1;
        count++;
        return phase;
    }

    /**
     * What {@link #push} would answer, without taking the close.
     *
     * @param close a price above zero, NaN if it was not observed
     * @return the phase as it would be
     * @throws IllegalArgumentException if the close is infinite or not above zero
     */
    public Optional<Phase> peek(double close) {
        return Double.isNaN(Require.positiveOrMissing(close, "close")) ? phase : at(close);
    }

    private Optional<Phase> at(double close) {
        if (count < ring.length) {
            return Optional.empty();
        }
        int fast = at - cycle.fast();
        return Optional.of(Phase.of(close >= ring[at], close >= ring[fast < 0 ? fast + ring.length : fast]));
    }

    /**
     * The phase at the last close.
     *
     * @return empty while there are no more than {@code slow} closes
     */
    public Optional<Phase> phase() {
        return phase;
    }

    /**
     * For how many closes the phase has lasted, the last one included.
     *
     * @return 0 without a phase
     */
    public int runLength() {
        return runLength;
    }

    /**
     * An independent state with the same past.
     *
     * @return a copy that shares nothing mutable with this one
     */
    public RunningMomentumCycle copy() {
        return new RunningMomentumCycle(this);
    }
}
