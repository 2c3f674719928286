package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.PercentileRank;
import java.util.Arrays;

/**
 * The exponentially weighted percentile rank of the newest observation.
 *
 * <p>Weights are summed in the order of the tree, which later numbers do not change. What is so old that its weight is
 * below 1e-18 of the newest is forgotten, which bounds the memory.
 */
final class DecayingRank implements RunningStatistic {

    private static final double NEGLIGIBLE = 1e-18;
    private static final int LARGEST_HORIZON = 1 << 29;
    private static final double LARGEST_WEIGHT = 0x1p256;

    private final PercentileRank definition;
    private final Decay decay;
    private final CarriedForward carried;
    private final int horizon;
    private final OrderStatisticTree tree;
    private double[] past = new double[16];
    private double next = 1;
    private int at = -1;
    private int observations;

    DecayingRank(PercentileRank definition, Decay decay) {
        this.definition = requireWeighted(definition);
        this.decay = decay;
        this.carried = new CarriedForward(decay.missing());
        this.tree = new OrderStatisticTree(past.length);
        Arrays.fill(past, Double.NaN);
        double steps = decay.alpha() == 1 ? 0 : StrictMath.log(NEGLIGIBLE) / StrictMath.log1p(-decay.alpha());
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
        this.tree = new OrderStatisticTree(source.tree);
        this.past = source.past.clone();
        this.next = source.next;
        this.at = source.at;
        this.observations = source.observations;
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
        at = at + 1 == horizon ? 0 : at + 1;
        if (at == past.length) {
            past = Arrays.copyOf(past, (int) Math.min(horizon, 2L * at));
            Arrays.fill(past, at, past.length, Double.NaN);
            tree.growTo(past.length);
        }
        if (!Double.isNaN(past[at])) {
            tree.remove(at);
        }
        past[at] = x;
        if (!Double.isNaN(x)) {
            tree.add(at, x, next * (isSeed() ? 1 / decay.alpha() : 1));
        }
        age();
    }

    private boolean isSeed() {
        return observations == 1 && decay.weighting() == Decay.Weighting.RECURSIVE;
    }

    // Not the weights of the past fall but those of the future rise, until they are near the end of the numbers.
    private void age() {
        next = decay.alpha() == 1 ? 1 : next / (1 - decay.alpha());
        if (next > LARGEST_WEIGHT) {
            tree.scale(1 / LARGEST_WEIGHT);
            next /= LARGEST_WEIGHT;
        }
    }

    private double value(double newest) {
        double below = tree.below(newest);
        double above = tree.above(newest);
        double all = tree.sum();
        return Math.min(1, definition.ofOutsider(below, all - below - above, all));
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
