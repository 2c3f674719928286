package io.github.macroregime.regime.state;

import io.github.macroregime.core.series.Matrix;

/**
 * Which state a Markov-switching autoregression is in: filtered by default, smoothed in hindsight.
 *
 * <p><b>Shape</b>: one row for each observation. The first p rows, p being the order, only fill the lags and hold the
 * long run of the chain. <b>Missing</b>: as in {@link SwitchingFilter}.
 *
 * <p><b>Source</b>: Hamilton 1989, Econometrica 57; Kim 1994 (smoother).
 */
public final class SwitchingRegression {

    private SwitchingRegression() {}

    /**
     * The probability of each state at each observation, from that observation and the ones before it.
     *
     * @param y observations in time order, NaN where not observed
     * @param model the model
     * @return filtered and predicted probabilities and the log-likelihood
     * @throws IllegalArgumentException if an observation is infinite
     */
    public static FilteredStates filter(double[] y, SwitchingModel model) {
        Run run = Run.of(y, model);
        return new FilteredStates(
                run.summed(run.filtered), run.summed(run.predicted), run.filter.logLikelihood(), run.filter.observed());
    }

    /**
     * The filtered probability of one state, in a form that a series can be sent through.
     *
     * @param y observations in time order, NaN where not observed
     * @param model the model
     * @param state from 0 to states − 1
     * @return the probability of that state at each observation
     * @throws IllegalArgumentException if an observation is infinite
     */
    public static double[] probability(double[] y, SwitchingModel model, int state) {
        return filter(y, model).of(state).toArray();
    }

    /**
     * What each observation adds to the log-likelihood, 0 where it or a lag of it is missing.
     *
     * @param y observations in time order, NaN where not observed
     * @param model the model
     * @return one number for each observation
     * @throws IllegalArgumentException if an observation is infinite
     */
    public static double[] logLikelihoodIncrements(double[] y, SwitchingModel model) {
        double[] increments = new double[y.length];
        SwitchingFilter filter = SwitchingFilter.of(model);
        for (int t = 0; t < y.length; t++) {
            filter.update(y[t]);
            increments[t] = filter.lastIncrement();
            filter.advance();
        }
        return increments;
    }

    /**
     * The probability of each state at each observation, from the whole sample.
     *
     * @param y observations in time order, NaN where not observed
     * @param model the model
     * @return smoothed probabilities and expected moves
     * @throws IllegalArgumentException if an observation is infinite
     */
    public static HindsightStates smoothHindsight(double[] y, SwitchingModel model) {
        Run run = Run.of(y, model);
        int states = model.states();
        double[] transition = model.chain().flat();
        double[] moves = new double[states * states];
        for (int t = y.length - 2; t >= 0; t--) {
            run.smooth(t, transition, moves);
        }
        return new HindsightStates(
                run.summed(run.filtered), Matrix.copyOf(states, states, moves), run.filter.logLikelihood());
    }

    /** All rows of one pass over a sample, by history of states. */
    private static final class Run {

        private final SwitchingFilter filter;
        private final int states;
        private final int histories;
        private final int first;
        private final double[] predicted;
        private final double[] filtered;

        private Run(SwitchingFilter filter, SwitchingModel model, int length) {
            this.filter = filter;
            this.states = model.states();
            this.histories = filter.histories();
            this.first = model.order();
            this.predicted = new double[length * histories];
            this.filtered = new double[length * histories];
        }

        static Run of(double[] y, SwitchingModel model) {
            Run run = new Run(SwitchingFilter.of(model), model, y.length);
            for (int t = 0; t < y.length; t++) {
                run.filter.copyPredictedTo(run.predicted, t * run.histories);
                try {
                    run.filter.update(y[t]);
                } catch (IllegalArgumentException refused) {
                    throw new IllegalArgumentException("y[" + t + "]: " + refused.getMessage(), refused);
                }
                run.filter.copyFilteredTo(run.filtered, t * run.histories);
                run.filter.advance();
            }
            return run;
        }

        // Rows that only fill the lags keep the long run: the model says nothing about them.
        void smooth(int t, double[] transition, double[] moves) {
            if (t < first) {
                return;
            }
            int row = t * histories;
            int next = row + histories;
            int older = histories / states;
            for (int h = 0; h < histories; h++) {
                int now = h / older;
                double sum = 0;
                for (int to = 0; to < states; to++) {
                    int at = next + to * older + h / states;
                    double move = filtered[row + h] * transition[now * states + to] * ratio(at);
                    moves[now * states + to] += move;
                    sum += move;
                }
                filtered[row + h] = sum;
            }
        }

        private double ratio(int at) {
            return predicted[at] >= Double.MIN_NORMAL ? filtered[at] / predicted[at] : 0;
        }

        Matrix summed(double[] rows) {
            int length = rows.length / histories;
            int older = histories / states;
            double[] sums = new double[length * states];
            for (int t = 0; t < length; t++) {
                for (int h = 0; h < histories; h++) {
                    sums[t * states + h / older] += rows[t * histories + h];
                }
            }
            return Matrix.copyOf(length, states, sums);
        }
    }
}
