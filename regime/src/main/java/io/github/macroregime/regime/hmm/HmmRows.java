package io.github.macroregime.regime.hmm;

import io.github.macroregime.core.stats.Exponential;

/** A filter over many observations at once, which writes what it says of each as a row. */
final class HmmRows {

    private HmmRows() {}

    /**
     * The whole of a sample at once: rows of predicted and filtered probabilities from the place {@code from} on.
     *
     * <p>Two and three states have the loop of {@link HmmFilter#update} and {@link HmmFilter#advance} written out,
     * operation by operation, so that it needs no arrays; what is out of the ordinary goes through those two.
     */
    static void run(HmmFilter filter, double[] x, int from, int to, double[] predicted, double[] filteredRows) {
        int n = filter.ahead.length;
        int t = from;
        while (t < to) {
            t = switch (n) {
                case 2 -> twoStates(filter, x, t, from, to, predicted, filteredRows);
                case 3 -> threeStates(filter, x, t, from, to, predicted, filteredRows);
                default -> t;
            };
            if (t < to) {
                int row = (t - from) * n;
                filter.copyPredictedTo(predicted, row);
                try {
                    filter.update(x[t]);
                } catch (IllegalArgumentException refused) {
                    throw new IllegalArgumentException("x[" + t + "]: " + refused.getMessage(), refused);
                }
                filter.copyFilteredTo(filteredRows, row);
                filter.advance();
                t++;
            }
        }
    }

    private static int twoStates(
            HmmFilter filter, double[] x, int start, int from, int to, double[] predicted, double[] filteredRows) {
        double[] transition = filter.transition;
        double[] means = filter.means;
        double[] precisions = filter.precisions;
        double[] peaks = filter.peaks;
        double[] ahead = filter.ahead;
        double[] filtered = filter.filtered;
        double from0to0 = transition[0];
        double from0to1 = transition[1];
        double from1to0 = transition[2];
        double from1to1 = transition[3];
        double ahead0 = ahead[0];
        double ahead1 = ahead[1];
        double filtered0 = filtered[0];
        double filtered1 = filtered[1];
        double inverse = filter.aheadScale;
        double tops = filter.logSum;
        double scales = filter.product;
        double top = filter.lastTop;
        double scale = filter.lastScale;
        int t = start;
        while (t < to && scales >= HmmFilter.SMALL) {
            double distance0 = (x[t] - means[0]) * precisions[0];
            double distance1 = (x[t] - means[1]) * precisions[1];
            double density0 = peaks[0] - 0.5 * distance0 * distance0;
            double density1 = peaks[1] - 0.5 * distance1 * distance1;
            // The larger one would be multiplied by exp(0) = 1.
            boolean first = density0 > density1;
            double larger = first ? density0 : density1;
            double lesser = Exponential.of((first ? density1 : density0) - larger);
            double joint0 = first ? ahead0 : ahead0 * lesser;
            double joint1 = first ? ahead1 * lesser : ahead1;
            double sum = joint0 + joint1;
            if (!(sum > HmmFilter.SMALL)) {
                break;
            }
            int row = 2 * (t - from);
            predicted[row] = ahead0 * inverse;
            predicted[row + 1] = ahead1 * inverse;
            double share = 1 / sum;
            filtered0 = joint0 * share;
            filtered1 = joint1 * share;
            filteredRows[row] = filtered0;
            filteredRows[row + 1] = filtered1;
            top = larger;
            scale = sum * inverse;
            tops += larger;
            scales *= scale;
            ahead0 = filtered0 * from0to0 + filtered1 * from1to0;
            ahead1 = filtered0 * from0to1 + filtered1 * from1to1;
            inverse = 1 / (ahead0 + ahead1);
            t++;
        }
        ahead[0] = ahead0;
        ahead[1] = ahead1;
        filtered[0] = filtered0;
        filtered[1] = filtered1;
        filter.leave(t - start, inverse, tops, scales, top, scale);
        return t;
    }

    private static int threeStates(
            HmmFilter filter, double[] x, int start, int from, int to, double[] predicted, double[] filteredRows) {
        double[] transition = filter.transition;
        double[] means = filter.means;
        double[] precisions = filter.precisions;
        double[] peaks = filter.peaks;
        double[] ahead = filter.ahead;
        double[] filtered = filter.filtered;
        double ahead0 = ahead[0];
        double ahead1 = ahead[1];
        double ahead2 = ahead[2];
        double filtered0 = filtered[0];
        double filtered1 = filtered[1];
        double filtered2 = filtered[2];
        double inverse = filter.aheadScale;
        double tops = filter.logSum;
        double scales = filter.product;
        double top = filter.lastTop;
        double scale = filter.lastScale;
        int t = start;
        while (t < to && scales >= HmmFilter.SMALL) {
            double distance0 = (x[t] - means[0]) * precisions[0];
            double distance1 = (x[t] - means[1]) * precisions[1];
            double distance2 = (x[t] - means[2]) * precisions[2];
            double density0 = peaks[0] - 0.5 * distance0 * distance0;
            double density1 = peaks[1] - 0.5 * distance1 * distance1;
            double density2 = peaks[2] - 0.5 * distance2 * distance2;
            double larger = density1 > density0 ? density1 : density0;
            larger = density2 > larger ? density2 : larger;
            double joint0 = ahead0 * Exponential.of(density0 - larger);
            double joint1 = ahead1 * Exponential.of(density1 - larger);
            double joint2 = ahead2 * Exponential.of(density2 - larger);
            double sum = joint0 + joint1 + joint2;
            if (!(sum > HmmFilter.SMALL)) {
                break;
            }
            int row = 3 * (t - from);
            predicted[row] = ahead0 * inverse;
            predicted[row + 1] = ahead1 * inverse;
            predicted[row + 2] = ahead2 * inverse;
            double share = 1 / sum;
            filtered0 = joint0 * share;
            filtered1 = joint1 * share;
            filtered2 = joint2 * share;
            filteredRows[row] = filtered0;
            filteredRows[row + 1] = filtered1;
            filteredRows[row + 2] = filtered2;
            top = larger;
            scale = sum * inverse;
            tops += larger;
            scales *= scale;
            ahead0 = filtered0 * transition[0] + filtered1 * transition[3] + filtered2 * transition[6];
            ahead1 = filtered0 * transition[1] + filtered1 * transition[4] + filtered2 * transition[7];
            ahead2 = filtered0 * transition[2] + filtered1 * transition[5] + filtered2 * transition[8];
            inverse = 1 / (ahead0 + ahead1 + ahead2);
            t++;
        }
        ahead[0] = ahead0;
        ahead[1] = ahead1;
        ahead[2] = ahead2;
        filtered[0] = filtered0;
        filtered[1] = filtered1;
        filtered[2] = filtered2;
        filter.leave(t - start, inverse, tops, scales, top, scale);
        return t;
    }
}
