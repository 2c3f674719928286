package io.github.macroregime.core.window;

/** The weights of an exponentially weighted statistic, in units of the weight that the next observation gets. */
final class DecayingWeights {

    private final double kept;
    private final double entering;
    private final boolean adjusted;
    private final boolean gapsAge;
    private double past;
    private double sum;
    private double sumOfSquares;
    private int observations;

    DecayingWeights(Decay decay) {
        this.kept = 1 - decay.alpha();
        this.adjusted = decay.weighting() == Decay.Weighting.ADJUSTED;
        this.entering = adjusted ? 1 : decay.alpha();
        this.gapsAge = decay.gap() == Decay.Gap.AGED;
    }

    DecayingWeights(DecayingWeights source) {
        this.kept = source.kept;
        this.entering = source.entering;
        this.adjusted = source.adjusted;
        this.gapsAge = source.gapsAge;
        this.past = source.past;
        this.sum = source.sum;
        this.sumOfSquares = source.sumOfSquares;
        this.observations = source.observations;
    }

    void skip() {
        if (gapsAge) {
            age();
        }
    }

    private void age() {
        past *= kept;
        sum *= kept;
        sumOfSquares *= kept * kept;
    }

    /** Lets the weights fall by one observation and returns the part of the whole that the new one gets. */
    double enter() {
        observations++;
        if (observations == 1) {
            past = 1;
            sum = 1;
            sumOfSquares = 1;
            return 1;
        }
        age();
        double total = past + entering;
        sum += entering;
        sumOfSquares += entering * entering;
        if (adjusted) {
            past = total;
        } else {
            sum /= total;
            sumOfSquares /= total * total;
            past = 1;
        }
        return entering / total;
    }

    /** What {@link #enter()} would give. */
    double partOfNext() {
        return observations == 0 ? 1 : entering / (past * kept + entering);
    }

    int observations() {
        return observations;
    }

    /** What a population variance is multiplied by to become a sample variance; NaN where there is none. */
    double sampleFactor() {
        double squared = sum * sum;
        double denominator = squared - sumOfSquares;
        return observations > 1 && denominator > 0 ? squared / denominator : Double.NaN;
    }
}
