package io.github.macroregime.regime.switching;

import io.github.macroregime.core.series.Matrix;

/**
 * One pass of a Markov-switching autoregression over a sample, all rows by history of states.
 *
 * <p>Histories are numbered as in {@link SwitchingFilter}.
 */
final class HistoryPass {

    private final SwitchingFilter filter;
    private final int states;
    private final int histories;
    private final int first;
    private final double[] transition;
    private final double[] predicted;
    private final double[] filtered;
    private final boolean[] weighed;

    private HistoryPass(SwitchingFilter filter, SwitchingModel model, int length) {
        this.filter = filter;
        this.states = model.states();
        this.histories = filter.histories();
        this.first = model.order();
        this.transition = model.chain().transition().rowMajor();
        this.predicted = new double[length * histories];
        this.filtered = new double[length * histories];
        this.weighed = new boolean[length];
    }

    static HistoryPass forwards(double[] y, SwitchingModel model) {
        HistoryPass pass = new HistoryPass(SwitchingFilter.of(model), model, y.length);
        for (int t = 0; t < y.length; t++) {
            int before = pass.filter.observed();
            pass.filter.copyPredictedTo(pass.predicted, t * pass.histories);
            try {
                pass.filter.update(y[t]);
            } catch (IllegalArgumentException refused) {
                throw new IllegalArgumentException("y[" + t + "]: " + refused.getMessage(), refused);
            }
            pass.weighed[t] = pass.filter.observed() > before;
            pass.filter.copyFilteredTo(pass.filtered, t * pass.histories);
            pass.filter.advance();
        }
        return pass;
    }

    /** Turns the filtered rows into smoothed ones; the expected transition counts from each state to each. */
    double[] backwards() {
        double[] moves = new double[states * states];
        int older = histories / states;
        // Rows that only fill the lags keep the stationary distribution: the model says nothing about them.
        for (int t = weighed.length - 2; t >= first; t--) {
            int row = t * histories;
            int next = row + histories;
            for (int h = 0; h < histories; h++) {
                int now = h / older;
                double sum = 0;
                for (int to = 0; to < states; to++) {
                    int at = next + to * older + h / states;
                    double move =
                            filtered[row + h] * transition[now * states + to] * ratio(filtered[at], predicted[at]);
                    moves[now * states + to] += move;
                    sum += move;
                }
                filtered[row + h] = sum;
            }
        }
        return moves;
    }

    private static double ratio(double smoothed, double predicted) {
        return predicted >= Double.MIN_NORMAL ? smoothed / predicted : 0;
    }

    /** The probabilities of the histories by row, smoothed once the pass has gone backwards; not a copy. */
    double[] filtered() {
        return filtered;
    }

    double[] predicted() {
        return predicted;
    }

    int histories() {
        return histories;
    }

    /** Whether an observation and all its lags are there. */
    boolean isWeighed(int t) {
        return weighed[t];
    }

    int observed() {
        return filter.observed();
    }

    double logLikelihood() {
        return filter.logLikelihood();
    }

    Matrix byState(double[] rows) {
        double[] sums = new double[weighed.length * states];
        for (int t = 0; t < weighed.length; t++) {
            SwitchingFilter.sum(rows, t * histories, histories, sums, t * states, states);
        }
        return Matrix.copyOf(weighed.length, states, sums);
    }
}
