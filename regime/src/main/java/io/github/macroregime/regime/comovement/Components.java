package io.github.macroregime.regime.comovement;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.stats.Correlations;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.Spectrum;
import java.util.Arrays;
import java.util.Optional;

/**
 * The principal components of standardised returns.
 *
 * <p>With scores {@code Z} of length one, a row for each asset, the correlations {@code ZZ'} have the spectrum of {@code Z'Z}, a row
 * for each day, and zeros. Of more assets than days the smaller matrix is asked, and no correlation is kept.
 *
 * @param mean the mean correlation of all pairs
 * @param meanAbsolute the mean size of the correlations
 * @param spectrum the eigenvalues, zeros beyond the number of days left out
 * @param first the first component, one number for each asset, of length one
 */
record Components(double mean, double meanAbsolute, Spectrum spectrum, Doubles first) {

    /** Nothing of fewer than two returns or of an asset that did not move. */
    static Optional<Components> of(double[][] returns) {
        return returns.length > returns[0].length
                ? byDay(returns)
                : Correlations.matrix(returns).map(Components::byAsset);
    }

    private static Components byAsset(Matrix correlations) {
        Spectrum spectrum = Spectrum.of(correlations);
        return new Components(
                Correlations.averagePairwise(correlations),
                Correlations.averageAbsolutePairwise(correlations),
                spectrum,
                spectrum.vectors().column(0));
    }

    private static Optional<Components> byDay(double[][] returns) {
        double[][] scores = Arrays.stream(returns).map(Components::standardised).toArray(double[][]::new);
        if (scores[0].length < 2 || Arrays.stream(scores).anyMatch(score -> Double.isNaN(score[0]))) {
            return Optional.empty();
        }
        Spectrum spectrum = Spectrum.of(productsOfDays(scores));
        double pairs = scores.length * (scores.length - 1.0) / 2;
        double sum = 0;
        double sizes = 0;
        for (int i = 0; i < scores.length; i++) {
            double row = 0;
            double rowOfSizes = 0;
            for (int j = 0; j < i; j++) {
                double r = product(scores[i], scores[j]);
                row += r;
                rowOfSizes += Math.abs(r);
            }
            sum += row;
            sizes += rowOfSizes;
        }
        return Optional.of(new Components(sum / pairs, sizes / pairs, spectrum, first(scores, spectrum)));
    }

    /** Deviations from the mean over their length, NaN where there are none. */
    private static double[] standardised(double[] returns) {
        double[] deviations = Moments.deviations(returns);
        double largest = Arrays.stream(deviations).map(Math::abs).max().orElse(0);
        double[] scaled = Arrays.stream(deviations).map(d -> d / largest).toArray();
        double length = Math.sqrt(Moments.sumOfProducts(scaled, scaled));
        return Arrays.stream(scaled).map(d -> d / length).toArray();
    }

    private static Matrix productsOfDays(double[][] scores) {
        int days = scores[0].length;
        double[][] products = new double[days][days];
        for (double[] score : scores) {
            for (int t = 0; t < days; t++) {
                for (int s = 0; s < days; s++) {
                    products[t][s] += score[t] * score[s];
                }
            }
        }
        return Matrix.copyOf(products);
    }

    private static double product(double[] x, double[] y) {
        double even = 0;
        double odd = 0;
        int t = 0;
        for (; t + 1 < x.length; t += 2) {
            even += x[t] * y[t];
            odd += x[t + 1] * y[t + 1];
        }
        return t < x.length ? even + x[t] * y[t] + odd : even + odd;
    }

    private static Doubles first(double[][] scores, Spectrum spectrum) {
        double[] byDay = spectrum.vectors().column(0).toArray();
        double root = Math.sqrt(spectrum.values().get(0));
        return Doubles.of(Arrays.stream(scores)
                .mapToDouble(score -> product(score, byDay) / root)
                .toArray());
    }

    /** The share of so many largest eigenvalues. */
    double share(int leading) {
        return spectrum.share(Math.min(leading, spectrum.values().size()));
    }
}
