package io.github.macroregime.regime.state;

/**
 * The backward pass that turns filtered into smoothed probabilities.
 *
 * <p>{@code smooth_t(i) = filt_t(i) sum_j A_ij smooth_(t+1)(j) / pred_(t+1)(j)}. It needs no densities, so nothing
 * can underflow in it; a state that could not be reached at t + 1 is left out of the sum.
 */
final class Smoother {

    private Smoother() {}

    /** Overwrites the filtered rows by smoothed ones and adds the expected moves. */
    static void backwards(double[] transition, double[] predicted, double[] filtered, double[] moves) {
        int n = (int) Math.round(Math.sqrt(transition.length));
        double[] ratio = new double[n];
        for (int row = filtered.length - 2 * n; row >= 0; row -= n) {
            fillRatios(ratio, filtered, predicted, row + n);
            for (int i = 0; i < n; i++) {
                filtered[row + i] = moved(transition, ratio, filtered[row + i], i, moves);
            }
        }
    }

    private static void fillRatios(double[] ratio, double[] smoothed, double[] predicted, int row) {
        for (int j = 0; j < ratio.length; j++) {
            double reached = predicted[row + j];
            ratio[j] = reached >= Double.MIN_NORMAL ? smoothed[row + j] / reached : 0;
        }
    }

    private static double moved(double[] transition, double[] ratio, double filtered, int i, double[] moves) {
        int n = ratio.length;
        double sum = 0;
        for (int j = 0; j < n; j++) {
            double move = filtered * transition[i * n + j] * ratio[j];
            moves[i * n + j] += move;
            sum += move;
        }
        return sum;
    }
}
