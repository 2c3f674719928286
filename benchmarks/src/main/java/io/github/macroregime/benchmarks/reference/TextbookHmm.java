package io.github.macroregime.benchmarks.reference;

/**
 * A hidden Markov model with normal observations as textbooks write it: logarithms of everything for the likelihood,
 * every probability of every day kept for the re-estimation.
 */
public final class TextbookHmm {

    private final double[] initial;
    private final double[][] transition;
    private final double[] means;
    private final double[] variances;

    /**
     * A model.
     *
     * @param initial the probability of each state on the first day
     * @param transition from row to column
     * @param means of the observations in each state
     * @param variances likewise
     */
    public TextbookHmm(double[] initial, double[][] transition, double[] means, double[] variances) {
        this.initial = initial;
        this.transition = transition;
        this.means = means;
        this.variances = variances;
    }

    /** The probability of moving from row to column. */
    public double[][] transition() {
        return transition;
    }

    /** Of the observations in each state. */
    public double[] means() {
        return means;
    }

    /** Of the observations in each state. */
    public double[] variances() {
        return variances;
    }

    /**
     * The log-likelihood, K + 1 exponentials and a logarithm for each state and day.
     *
     * @param x the observations
     * @return natural logarithm
     */
    public double logLikelihood(double[] x) {
        int states = initial.length;
        double[][] moves = new double[states][states];
        for (int i = 0; i < states; i++) {
            for (int j = 0; j < states; j++) {
                moves[i][j] = Math.log(transition[i][j]);
            }
        }
        double[] alpha = new double[states];
        for (int j = 0; j < states; j++) {
            alpha[j] = Math.log(initial[j]) + logDensity(x[0], j);
        }
        for (int t = 1; t < x.length; t++) {
            double[] next = new double[states];
            for (int j = 0; j < states; j++) {
                double[] terms = new double[states];
                for (int i = 0; i < states; i++) {
                    terms[i] = alpha[i] + moves[i][j];
                }
                next[j] = logOfSum(terms) + logDensity(x[t], j);
            }
            alpha = next;
        }
        return logOfSum(alpha);
    }

    /**
     * One step of Baum and Welch with scaled probabilities.
     *
     * @param x the observations
     * @return the model after
     */
    public TextbookHmm step(double[] x) {
        int states = initial.length;
        int length = x.length;
        double[][] density = new double[length][states];
        double[][] alpha = new double[length][states];
        double[][] beta = new double[length][states];
        double[] scale = new double[length];
        for (int t = 0; t < length; t++) {
            for (int j = 0; j < states; j++) {
                density[t][j] = Math.exp(logDensity(x[t], j));
                double before = initial[j];
                if (t > 0) {
                    before = 0;
                    for (int i = 0; i < states; i++) {
                        before += alpha[t - 1][i] * transition[i][j];
                    }
                }
                alpha[t][j] = before * density[t][j];
                scale[t] += alpha[t][j];
            }
            for (int j = 0; j < states; j++) {
                alpha[t][j] /= scale[t];
            }
        }
        for (int t = length - 1; t >= 0; t--) {
            for (int i = 0; i < states; i++) {
                beta[t][i] = t == length - 1 ? 1 : 0;
                for (int j = 0; t < length - 1 && j < states; j++) {
                    beta[t][i] += transition[i][j] * density[t + 1][j] * beta[t + 1][j] / scale[t + 1];
                }
            }
        }
        return estimated(x, density, alpha, beta, scale);
    }

    private TextbookHmm estimated(double[] x, double[][] density, double[][] alpha, double[][] beta, double[] scale) {
        int states = initial.length;
        int length = x.length;
        double[][] moves = new double[states][states];
        double[] stays = new double[states];
        double[] sums = new double[states];
        double[] squares = new double[states];
        for (int t = 0; t < length; t++) {
            for (int i = 0; i < states; i++) {
                double gamma = alpha[t][i] * beta[t][i];
                stays[i] += gamma;
                sums[i] += gamma * x[t];
                for (int j = 0; t < length - 1 && j < states; j++) {
                    moves[i][j] += alpha[t][i] * transition[i][j] * density[t + 1][j] * beta[t + 1][j] / scale[t + 1];
                }
            }
        }
        double[] newMeans = new double[states];
        double[] first = new double[states];
        for (int i = 0; i < states; i++) {
            newMeans[i] = sums[i] / stays[i];
            first[i] = alpha[0][i] * beta[0][i];
            double all = 0;
            for (double move : moves[i]) {
                all += move;
            }
            for (int j = 0; j < states; j++) {
                moves[i][j] /= all;
            }
        }
        for (int t = 0; t < length; t++) {
            for (int i = 0; i < states; i++) {
                squares[i] += alpha[t][i] * beta[t][i] * (x[t] - newMeans[i]) * (x[t] - newMeans[i]);
            }
        }
        for (int i = 0; i < states; i++) {
            squares[i] /= stays[i];
        }
        return new TextbookHmm(first, moves, newMeans, squares);
    }

    private double logDensity(double value, int state) {
        double distance = value - means[state];
        return -0.5 * (Math.log(2 * Math.PI * variances[state]) + distance * distance / variances[state]);
    }

    private static double logOfSum(double[] terms) {
        double top = Double.NEGATIVE_INFINITY;
        for (double term : terms) {
            top = Math.max(top, term);
        }
        double sum = 0;
        for (double term : terms) {
            sum += Math.exp(term - top);
        }
        return top + Math.log(sum);
    }
}
