package io.github.macroregime.regime.hmm;

import java.util.Arrays;

/**
 * The backward pass that turns filtered into smoothed probabilities.
 *
 * <p>{@code smooth_t(i) = filt_t(i) sum_j A_ij r_j} with {@code r_j = smooth_(t+1)(j) / pred_(t+1)(j)}. It needs no
 * densities, so nothing can underflow in it; a state that could not be reached at t + 1 is left out of the sum. The
 * expected transition counts from i to j are {@code A_ij sum_t filt_t(i) r_j}.
 */
final class Smoother {

    private Smoother() {}

    /** Overwrites the filtered rows by smoothed ones and the moves by the expected ones. */
    static void backwards(int rows, double[] transition, double[] predicted, double[] filtered, double[] moves) {
        Arrays.fill(moves, 0);
        int n = (int) Math.round(Math.sqrt(transition.length));
        switch (n) {
            case 2 -> twoStates(rows, transition, predicted, filtered, moves);
            case 3 -> threeStates(rows, transition, predicted, filtered, moves);
            default -> anyStates(n, rows, transition, predicted, filtered, moves);
        }
        for (int cell = 0; cell < moves.length; cell++) {
            moves[cell] *= transition[cell];
        }
    }

    /** Takes out what rounding has added up to over a long pass; the last row is the filtered one already. */
    static void divideBySums(int n, int rows, double[] smoothed) {
        for (int row = 0; row < rows * n; row += n) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += smoothed[row + k];
            }
            for (int k = 0; k < n; k++) {
                smoothed[row + k] /= sum;
            }
        }
    }

    static double ratio(double smoothed, double predicted) {
        return predicted >= Double.MIN_NORMAL ? smoothed / predicted : 0;
    }

    private static void anyStates(
            int n, int rows, double[] transition, double[] predicted, double[] filtered, double[] moves) {
        double[] ratio = new double[n];
        for (int row = (rows - 2) * n; row >= 0; row -= n) {
            for (int j = 0; j < n; j++) {
                ratio[j] = ratio(filtered[row + n + j], predicted[row + n + j]);
            }
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    moves[i * n + j] += filtered[row + i] * ratio[j];
                    sum += transition[i * n + j] * ratio[j];
                }
                filtered[row + i] *= sum;
            }
        }
    }

    private static void twoStates(
            int rows, double[] transition, double[] predicted, double[] filtered, double[] moves) {
        double from0to0 = transition[0];
        double from0to1 = transition[1];
        double from1to0 = transition[2];
        double from1to1 = transition[3];
        double moves00 = 0;
        double moves01 = 0;
        double moves10 = 0;
        double moves11 = 0;
        for (int row = 2 * (rows - 2); row >= 0; row -= 2) {
            double ratio0 = ratio(filtered[row + 2], predicted[row + 2]);
            double ratio1 = ratio(filtered[row + 3], predicted[row + 3]);
            double filtered0 = filtered[row];
            double filtered1 = filtered[row + 1];
            moves00 += filtered0 * ratio0;
            moves01 += filtered0 * ratio1;
            moves10 += filtered1 * ratio0;
            moves11 += filtered1 * ratio1;
            filtered[row] = filtered0 * (from0to0 * ratio0 + from0to1 * ratio1);
            filtered[row + 1] = filtered1 * (from1to0 * ratio0 + from1to1 * ratio1);
        }
        moves[0] = moves00;
        moves[1] = moves01;
        moves[2] = moves10;
        moves[3] = moves11;
    }

    private static void threeStates(
            int rows, double[] transition, double[] predicted, double[] filtered, double[] moves) {
        double moves00 = 0;
        double moves01 = 0;
        double moves02 = 0;
        double moves10 = 0;
        double moves11 = 0;
        double moves12 = 0;
        double moves20 = 0;
        double moves21 = 0;
        double moves22 = 0;
        for (int row = 3 * (rows - 2); row >= 0; row -= 3) {
            double ratio0 = ratio(filtered[row + 3], predicted[row + 3]);
            double ratio1 = ratio(filtered[row + 4], predicted[row + 4]);
            double ratio2 = ratio(filtered[row + 5], predicted[row + 5]);
            double filtered0 = filtered[row];
            double filtered1 = filtered[row + 1];
            double filtered2 = filtered[row + 2];
            moves00 += filtered0 * ratio0;
            moves01 += filtered0 * ratio1;
            moves02 += filtered0 * ratio2;
            moves10 += filtered1 * ratio0;
            moves11 += filtered1 * ratio1;
            moves12 += filtered1 * ratio2;
            moves20 += filtered2 * ratio0;
            moves21 += filtered2 * ratio1;
            moves22 += filtered2 * ratio2;
            filtered[row] = filtered0 * (transition[0] * ratio0 + transition[1] * ratio1 + transition[2] * ratio2);
            filtered[row + 1] = filtered1 * (transition[3] * ratio0 + transition[4] * ratio1 + transition[5] * ratio2);
            filtered[row + 2] = filtered2 * (transition[6] * ratio0 + transition[7] * ratio1 + transition[8] * ratio2);
        }
        moves[0] = moves00;
        moves[1] = moves01;
        moves[2] = moves02;
        moves[3] = moves10;
        moves[4] = moves11;
        moves[5] = moves12;
        moves[6] = moves20;
        moves[7] = moves21;
        moves[8] = moves22;
    }
}
