package io.github.macroregime.regime.state;

import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.unit.NumberText;
import java.util.Locale;

/** Labels from probabilities, shared by the filtered and the hindsight answers. */
final class StateLabels {

    private StateLabels() {}

    static int[] mostLikely(Matrix probabilities) {
        int[] labels = new int[probabilities.rows()];
        for (int t = 0; t < labels.length; t++) {
            for (int k = 1; k < probabilities.columns(); k++) {
                if (probabilities.get(t, k) > probabilities.get(t, labels[t])) {
                    labels[t] = k;
                }
            }
        }
        return labels;
    }

    static int flips(int[] labels) {
        int flips = 0;
        for (int t = 1; t < labels.length; t++) {
            if (labels[t] != labels[t - 1]) {
                flips++;
            }
        }
        return flips;
    }

    static String rows(Matrix probabilities, int shown) {
        StringBuilder text = new StringBuilder();
        int n = probabilities.rows();
        for (int t = 0; t < n; t++) {
            if (t < shown || t >= n - shown) {
                text.append(String.format(Locale.ROOT, "\n%8d", t));
                for (int k = 0; k < probabilities.columns(); k++) {
                    text.append(NumberText.of("%10.6f", probabilities.get(t, k)));
                }
            } else if (t == shown) {
                text.append("\n     ...");
            }
        }
        return text.toString();
    }
}
