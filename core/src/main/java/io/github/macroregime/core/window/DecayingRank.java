package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.PercentileRank;
import java.util.Arrays;

/**
 * The exponentially weighted percentile rank of the newest observation.
 *
 * <p>Weights are added from the oldest observation to the newest, so the order of summation never depends on what
 * comes later. What is so old that its weight is below 1e-18 of the newest is forgotten, which bounds the memory.
 */
final class DecayingRank implements RunningStatistic {

    private static final double NEGLIGIBLE = 1e-18;
    private static final int LARGEST_HORIZON = 1 << 29;

    private final PercentileRank definition;
    private final Decay decay;
    private final CarriedForward carried;
    private final int horizon;
    private double[] past = new double[16];
    private int size;
    private int observations;
    private boolean seedForgotten;

    DecayingRank(PercentileRank definition, Decay decay) {
        this.definition = requireWeighted(definition);
        this.decay = decay;
        this.carried = new CarriedForward(decay.missing());
        double steps = decay.alpha() == 1 ? 1 : StrictMath.log(NEGLIGIBLE) / StrictMath.log1p(-decay.alpha());
        this.horizon = (int) Math.min(LARGEST_HORIZON, Math.ceil(steps) + 1);
    }

    static PercentileRank requireWeighted(PercentileRank definition) {
        if (definition != PercentileRank.MID
                && definition != PercentileRank.STRICT
                && definition != PercentileRank.WEAK) {
            throw new IllegalArgumentException(
                    "definition must be MID, STRICT or WEAK, which have a weighted form, but was " + definition);
        }
        return definition;
    }

    private DecayingRank(DecayingRank source) {
        this.definition = source.definition;
        this.decay = source.decay;
        this.carried = new CarriedForward(source.carried);
        this.horizon = source.horizon;
        this.past = source.past.clone();
        this.size = source.size;
        this.observations = source.observations;
        this.seedForgotten = source.seedForgotten;
    }

    @Override
    public RunningStatistic copy() {
        return new DecayingRank(this);
    }

    @Override
    public double push(double x) {
        double observed = carried.next(Require.finite(x, "x"));
        boolean missing = Double.isNaN(observed);
        observations += missing ? 0 : 1;
        if (!missing || (decay.gap() == Decay.Gap.AGED && observations > 0)) {
            append(observed);
        }
        return !missing && isReady() ? value(observed) : Double.NaN;
    }

    private void append(double x) {
        if (size == 2 * horizon) {
            System.arraycopy(past, size - horizon + 1, past, 0, horizon - 1);
            size = horizon - 1;
            seedForgotten = true;
        }
        if (size == past.length) {
            past = Arrays.copyOf(past, 2 * size);
        }
        past[size++] = x;
    }

    private double value(double newest) {
        double kept = 1 - decay.alpha();
        int from = Math.max(0, size - horizon);
        boolean seeded = decay.weighting() == Decay.Weighting.RECURSIVE && !seedForgotten;
        double below = 0;
        double equal = 0;
        double all = 0;
        for (int i = from; i < size; i++) {
            double weight = Double.isNaN(past[i]) ? 0 : i == 0 && seeded && size > 1 ? 1 / decay.alpha() : 1;
            below = below * kept + (past[i] < newest ? weight : 0);
            equal = equal * kept + (past[i] == newest ? weight : 0);
            all = all * kept + weight;
        }
        return Math.min(1, definition.ofOutsider(below, equal, all));
    }

    @Override
    public int count() {
        return observations;
    }

    @Override
    public boolean isReady() {
        return observations >= decay.minimumCount();
    }
}
