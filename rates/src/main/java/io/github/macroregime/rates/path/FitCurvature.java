package io.github.macroregime.rates.path;

import io.github.macroregime.core.linear.Qr;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the misses of a fit add to its derivatives: the curvature of the quotes times what they miss.
 *
 * <p>The fit is where {@code sum mu_i R'_i = 0}, with {@code mu} the miss of a quote over its variance, or the multiplier
 * of an equality. Gauss–Newton steps take {@code K = sum mu_i R''_i} for zero. With {@code X} their map from quotes to
 * unknowns and {@code Q = X diag(error^2) X'} the map is {@code (I - Q K)^-1 X}, and the inverse of the full normal matrix
 * {@code (I - Q K)^-1 Q}; with equalities, and where the path keeps to a subspace, too.
 */
final class FitCurvature {

    /** Misses below this are rounding. */
    private static final double NO_MISS = 1e-13;

    private static final double NUDGE = 1e-4;

    private final CompiledRate[] rows;
    private final double[] multipliers;
    private final double[][] plainMap;
    private final double[][] covariance;

    /** {@code (I - Q K)^-1}, nothing where it is one. */
    private final Optional<double[][]> bend;

    private FitCurvature(
            CompiledRate[] rows,
            double[] multipliers,
            double[][] plainMap,
            double[][] covariance,
            Optional<double[][]> bend) {
        this.rows = rows;
        this.multipliers = multipliers;
        this.plainMap = plainMap;
        this.covariance = covariance;
        this.bend = bend;
    }

    /**
     * The derivatives of a fit.
     *
     * @param map the Gauss–Newton map, a row for each unknown, a column for each quote
     * @param covariance that of the unknowns by the map
     */
    static FitCurvature of(
            CompiledRate[] rows,
            Growth at,
            double[][] gradients,
            double[][] map,
            double[][] covariance,
            double[] errors,
            double[] missed) {
        if (isMet(missed)) {
            return new FitCurvature(rows, new double[rows.length], map, covariance, Optional.empty());
        }
        double[] multipliers = multipliers(gradients, map, errors, missed);
        double[][] bent = product(covariance, curvature(rows, at, multipliers));
        double[] deviation = new double[map.length * map.length];
        for (int i = 0; i < map.length; i++) {
            for (int j = 0; j < map.length; j++) {
                deviation[i * map.length + j] = (i == j ? 1 : 0) - bent[i][j];
            }
        }
        Qr factors = Qr.of(deviation, map.length, map.length);
        Optional<double[][]> bend = factors.isFullRank() ? Optional.of(inverse(factors, map.length)) : Optional.empty();
        return new FitCurvature(rows, multipliers, map, covariance, bend);
    }

    private static double[][] inverse(Qr factors, int n) {
        double[][] inverse = new double[n][n];
        double[] unit = new double[n];
        for (int c = 0; c < n; c++) {
            Arrays.fill(unit, 0);
            unit[c] = 1;
            double[] column = factors.solve(unit).orElseThrow();
            for (int j = 0; j < n; j++) {
                inverse[j][c] = column[j];
            }
        }
        return inverse;
    }

    private static boolean isMet(double[] missed) {
        for (double one : missed) {
            if (Math.abs(one) > NO_MISS) {
                return false;
            }
        }
        return true;
    }

    /** The covariance of the unknowns by a map from quotes. */
    static double[][] covariance(double[][] map, double[] errors) {
        double[][] made = new double[map.length][map.length];
        for (int i = 0; i < map.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int q = 0; q < errors.length; q++) {
                    sum += map[i][q] * map[j][q] * errors[q] * errors[q];
                }
                made[i][j] = sum;
                made[j][i] = sum;
            }
        }
        return made;
    }

    /** Misses over variances; an equality's multiplier is what keeps the others from moving it. */
    private static double[] multipliers(double[][] gradients, double[][] map, double[] errors, double[] missed) {
        double[] made = new double[missed.length];
        double[] pull = new double[map.length];
        for (int i = 0; i < missed.length; i++) {
            if (errors[i] > 0) {
                made[i] = missed[i] / (errors[i] * errors[i]);
                for (int j = 0; j < pull.length; j++) {
                    pull[j] += made[i] * gradients[i][j];
                }
            }
        }
        for (int e = 0; e < missed.length; e++) {
            for (int j = 0; j < pull.length && errors[e] == 0; j++) {
                made[e] -= pull[j] * map[j][e];
            }
        }
        return made;
    }

    private static double[][] curvature(CompiledRate[] rows, Growth at, double[] multipliers) {
        double[][] curvature = new double[at.path().length][at.path().length];
        for (int i = 0; i < rows.length; i++) {
            if (multipliers[i] != 0) {
                rows[i].addCurvature(at, multipliers[i], curvature);
            }
        }
        return curvature;
    }

    /** The derivatives of the unknowns by the quotes. */
    double[][] map() {
        return bend.map(each -> product(each, plainMap)).orElse(plainMap);
    }

    /** The inverse of the full normal matrix. */
    double[][] inverse() {
        return bend.map(each -> product(each, covariance)).orElse(covariance);
    }

    /**
     * Adds the derivative of {@code K} along a direction, by its difference: {@code sum mu_i R'''_i} times the direction.
     */
    void addBend(Growth at, double[] direction, double[][] curvature) {
        double size = 0;
        for (double one : direction) {
            size = Math.max(size, Math.abs(one));
        }
        for (int sign = -1; sign <= 1 && size > 0; sign += 2) {
            double[] moved = at.path().clone();
            for (int j = 0; j < moved.length; j++) {
                moved[j] += sign * NUDGE * direction[j] / size;
            }
            double[][] there = curvature(rows, Growth.at(rows[0].grid(), moved), multipliers);
            for (int j = 0; j < moved.length; j++) {
                for (int k = 0; k < moved.length; k++) {
                    curvature[j][k] += sign * there[j][k] * size / (2 * NUDGE);
                }
            }
        }
    }

    /** The change of each multiplier with each quote. */
    double[][] shifts(Growth at, double[][] gradients, double[] errors) {
        int n = rows.length;
        double[][] map = map();
        double[][] pull = product(curvature(rows, at, multipliers), map);
        double[][] made = product(gradients, map);
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < n; a++) {
                made[i][a] = errors[i] > 0 ? ((i == a ? 1 : 0) - made[i][a]) / (errors[i] * errors[i]) : 0;
                for (int j = 0; j < pull.length; j++) {
                    pull[j][a] += made[i][a] * gradients[i][j];
                }
            }
        }
        for (int e = 0; e < n; e++) {
            for (int j = 0; j < pull.length && errors[e] == 0; j++) {
                for (int a = 0; a < n; a++) {
                    made[e][a] -= plainMap[j][e] * pull[j][a];
                }
            }
        }
        return made;
    }

    static double[][] product(double[][] one, double[][] other) {
        double[][] product = new double[one.length][other[0].length];
        for (int i = 0; i < one.length; i++) {
            for (int k = 0; k < other.length; k++) {
                double factor = one[i][k];
                for (int j = 0; j < product[i].length; j++) {
                    product[i][j] += factor * other[k][j];
                }
            }
        }
        return product;
    }
}
