package io.github.macroregime.regime.switching;

/**
 * Probability, mean and second moments of what comes next, by history of states.
 *
 * <p>Given a history, the next observation is linear in the lags, and the next state depends on the state now alone. So
 * the expectations {@code E[1 of h]}, {@code E[lags; h]} and {@code E[lags lags'; h]} of one step follow from those of
 * the step before, exactly, for every kind of model.
 *
 * <p>Observations are measured from the mean of the first step, so that a high level costs no digits of the variance.
 */
final class ForecastMoments {

    private final SwitchingModel model;
    private final int states;
    private final int order;
    private final int older;
    private final double[] offsets;
    private double[] probability;
    private double[][] first;
    private double[][][] second;

    /** At the histories of the next observation, the lags being known. */
    ForecastMoments(SwitchingModel model, double[] probability, double[] offsets, double[] lagged, double base) {
        int histories = probability.length;
        this.model = model;
        this.states = model.states();
        this.order = model.order();
        this.older = histories / states;
        this.offsets = new double[histories];
        this.probability = probability.clone();
        this.first = new double[histories][order];
        this.second = new double[histories][order][order];
        for (int h = 0; h < histories; h++) {
            this.offsets[h] = offsets[h] - base;
            for (int i = 0; i < order; i++) {
                this.offsets[h] += lag(h, i) * base;
                first[h][i] = probability[h] * (lagged[i] - base);
                for (int j = 0; j < order; j++) {
                    second[h][i][j] = probability[h] * (lagged[i] - base) * (lagged[j] - base);
                }
            }
        }
    }

    private double lag(int history, int lag) {
        return model.lags().get(history / older, lag);
    }

    double[] probability() {
        return probability;
    }

    /** The mean of the observation from the base. */
    double mean() {
        double mean = 0;
        for (int h = 0; h < probability.length; h++) {
            mean += meanAt(h);
        }
        return mean;
    }

    double variance() {
        double mean = mean();
        double square = 0;
        for (int h = 0; h < probability.length; h++) {
            square += squareAt(h);
        }
        return square - mean * mean;
    }

    private double meanAt(int h) {
        double mean = probability[h] * offsets[h];
        for (int i = 0; i < order; i++) {
            mean += lag(h, i) * first[h][i];
        }
        return mean;
    }

    private double squareAt(int h) {
        double noise = model.variances().get(h / older);
        double square = probability[h] * (offsets[h] * offsets[h] + noise);
        for (int i = 0; i < order; i++) {
            square += 2 * offsets[h] * lag(h, i) * first[h][i];
            for (int j = 0; j < order; j++) {
                square += lag(h, i) * lag(h, j) * second[h][i][j];
            }
        }
        return square;
    }

    private double productAt(int h, int lag) {
        double product = offsets[h] * first[h][lag];
        for (int i = 0; i < order; i++) {
            product += lag(h, i) * second[h][i][lag];
        }
        return product;
    }

    /** To the next observation; everything divided by the sum of the probabilities, so that rounding does not add up. */
    void advance() {
        int histories = probability.length;
        double[] nextProbability = new double[histories];
        double[][] nextFirst = new double[histories][order];
        double[][][] nextSecond = new double[histories][order][order];
        double sum = 0;
        for (int h = 0; h < histories; h++) {
            for (int next = 0; next < states; next++) {
                sum += probability[h] * model.chain().transition().get(h / older, next);
            }
        }
        for (int h = 0; h < histories; h++) {
            double[][] shifted = shiftedSecond(h);
            for (int next = 0; next < states; next++) {
                double move = model.chain().transition().get(h / older, next) / sum;
                int to = next * older + h / states;
                nextProbability[to] += move * probability[h];
                for (int i = 0; i < order; i++) {
                    nextFirst[to][i] += move * (i == 0 ? meanAt(h) : first[h][i - 1]);
                    for (int j = 0; j < order; j++) {
                        nextSecond[to][i][j] += move * shifted[i][j];
                    }
                }
            }
        }
        probability = nextProbability;
        first = nextFirst;
        second = nextSecond;
    }

    private double[][] shiftedSecond(int h) {
        double[][] shifted = new double[order][order];
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                if (i > 0 && j > 0) {
                    shifted[i][j] = second[h][i - 1][j - 1];
                } else {
                    shifted[i][j] = i == j ? squareAt(h) : productAt(h, Math.max(i, j) - 1);
                }
            }
        }
        return shifted;
    }
}
