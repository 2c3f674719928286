package io.github.macroregime.rates.path;

import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.Adjustments.IndexBasis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.RatePosition;
import java.util.List;
import java.util.Optional;

/**
 * The second derivatives of what follows from a calibrated path, by the quotes.
 *
 * <p>With {@code G} and {@code R''} the first and second derivatives of the quotes' rates by the unknowns, {@code X}
 * the Jacobian of the unknowns by the quotes and {@code d} the weights of the unknowns in a number that is sought, the
 * implicit equations of the fit give {@code d X'' = -X' (sum_i (X' d)_i R''_i) X + sum_i (rho_i u_i' + u_i rho_i')}. The
 * second sum is there only if there are more quotes than unknowns: {@code rho_i} says how the weighted miss of a quote
 * (for an equality its multiplier) changes with each quote, and {@code u_i = X' R''_i P d} with {@code P} the inverse of
 * the normal matrix. Exact for square systems and for fits that miss nothing; otherwise short of terms in the misses.
 */
final class QuoteCurvature {

    private static final double BASIS_POINT = 1e-4;

    private final CompiledRate[] rows;
    private final Growth at;
    private final PathFrame frame;
    private final double[][] map;
    private final double[] variances;
    private final double[][] shift;

    private QuoteCurvature(CalibratedPath found) {
        this.frame = frame(found);
        List<Quote> quotes = found.compiledQuotes();
        List<RateInstrument> instruments =
                quotes.stream().map(Quote::instrument).toList();
        this.rows = RateCompiler.compile(frame, instruments);
        double[] x = unknowns(found, frame);
        this.at = Growth.at(rows[0].grid(), x);
        this.map = PathCalibrator.compile(frame, quotes).mapAt(x);
        this.variances = quotes.stream()
                .mapToDouble(PathCalibrator::error)
                .map(error -> error * error)
                .toArray();
        this.shift = shift();
    }

    /** The curvature at a calibrated path, or nothing if the quotes leave a part of it open. */
    static Optional<QuoteCurvature> of(CalibratedPath found) {
        return found.rank() < found.unknowns() ? Optional.empty() : Optional.of(new QuoteCurvature(found));
    }

    static List<CalibratedPath.Collinearity> collinearities(CalibratedPath found) {
        PathFrame frame = frame(found);
        CompiledRate[] rows = RateCompiler.compile(
                frame, found.compiledQuotes().stream().map(Quote::instrument).toList());
        Growth at = Growth.at(rows[0].grid(), unknowns(found, frame));
        double[][] gradients = new double[rows.length][frame.unknowns()];
        for (int i = 0; i < rows.length; i++) {
            rows[i].rate(at, gradients[i]);
        }
        return CalibratedPath.Collinearity.among(
                found.quotes(), gradients, found.residuals().stream().toArray());
    }

    /** The frame with the bases unknown that were solved; they stand behind those that were known before. */
    private static PathFrame frame(CalibratedPath found) {
        PathFrame frame = found.path().frame();
        Adjustments adjustments = frame.adjustments();
        int solved = found.unknowns() - frame.meetings().size() - 1;
        if (solved == 0) {
            return frame;
        }
        int known = adjustments.bases().size() - solved;
        List<OvernightIndex> open = adjustments
                .bases()
                .subList(known, adjustments.bases().size())
                .stream()
                .map(IndexBasis::index)
                .toList();
        return frame.withAdjustments(new Adjustments(
                adjustments.turns(), adjustments.bases().subList(0, known), open, adjustments.convexity()));
    }

    private static double[] unknowns(CalibratedPath found, PathFrame frame) {
        double[] x = new double[frame.unknowns()];
        double[] periods = found.path().unknowns();
        System.arraycopy(periods, 0, x, 0, periods.length);
        List<IndexBasis> bases = found.path().frame().adjustments().bases();
        for (int i = periods.length; i < x.length; i++) {
            x[i] = bases.get(bases.size() - x.length + i).spread().decimal();
        }
        return x;
    }

    /** The change of the weighted miss of each quote, or of the multiplier of an equality, with each quote. */
    private double[][] shift() {
        int n = rows.length;
        double[][] gradients = new double[n][];
        double[][] made = new double[n][n];
        for (int i = 0; i < n; i++) {
            gradients[i] = new double[map.length];
            rows[i].rate(at, gradients[i]);
            for (int a = 0; a < n && variances[i] > 0; a++) {
                made[i][a] = ((i == a ? 1 : 0) - times(gradients[i], a)) / variances[i];
            }
        }
        for (int e = 0; e < n; e++) {
            for (int i = 0; i < n && variances[e] == 0; i++) {
                double share = variances[i] > 0 ? times(gradients[i], e) : 0;
                for (int a = 0; a < n && share != 0; a++) {
                    made[e][a] -= share * made[i][a];
                }
            }
        }
        return made;
    }

    private double times(double[] gradient, int quote) {
        double sum = 0;
        for (int j = 0; j < gradient.length; j++) {
            sum += gradient[j] * map[j][quote];
        }
        return sum;
    }

    int unknowns() {
        return map.length;
    }

    /** The derivatives by the quotes of a book's weighted rates. */
    double[] delta(List<RatePosition> book) {
        double[] gradient = new double[map.length];
        add(book, gradient, new double[map.length][map.length]);
        return delta(gradient);
    }

    /** Minus the second derivatives of a book's weighted rates, by the basis point. */
    double[][] gamma(List<RatePosition> book) {
        double[] gradient = new double[map.length];
        double[][] curvature = new double[map.length][map.length];
        add(book, gradient, curvature);
        double[][] gamma = gamma(gradient, curvature);
        for (double[] row : gamma) {
            for (int b = 0; b < row.length; b++) {
                row[b] *= -BASIS_POINT;
            }
        }
        return gamma;
    }

    private void add(List<RatePosition> book, double[] gradient, double[][] curvature) {
        for (RatePosition position : book) {
            add(position.instrument(), position.basisPointValue(), gradient, curvature);
        }
    }

    /** The change of an instrument's rate with the unknowns is added to {@code gradient}, its bend to the matrix. */
    private void add(RateInstrument instrument, double scale, double[] gradient, double[][] curvature) {
        CompiledRate rate = CompiledRate.of(frame, instrument);
        Growth there = Growth.at(rate.grid(), at.path());
        double[] slopes = new double[gradient.length];
        rate.rate(there, slopes);
        for (int j = 0; j < slopes.length; j++) {
            gradient[j] += scale * slopes[j];
        }
        rate.addCurvature(there, scale, curvature);
    }

    /** The derivatives by the quotes of a number that changes with the unknowns by a gradient. */
    private double[] delta(double[] gradient) {
        double[] delta = new double[rows.length];
        for (int a = 0; a < delta.length; a++) {
            delta[a] = times(gradient, a);
        }
        return delta;
    }

    /**
     * The second derivatives by the quotes of a number that changes with the unknowns by a gradient and a curvature.
     *
     * @param gradient its derivatives by the unknowns
     * @param curvature its second derivatives by the unknowns; used up
     * @return a symmetric matrix, quotes by quotes
     */
    double[][] gamma(double[] gradient, double[][] curvature) {
        int n = rows.length;
        double[] weights = delta(gradient);
        double[] direction = new double[map.length];
        for (int i = 0; i < n; i++) {
            rows[i].addCurvature(at, -weights[i], curvature);
            for (int j = 0; j < direction.length; j++) {
                direction[j] += map[j][i] * weights[i] * variances[i];
            }
        }
        double[][] gamma = new double[n][];
        for (int a = 0; a < n; a++) {
            double[] along = new double[map.length];
            for (int j = 0; j < map.length; j++) {
                for (int k = 0; k < map.length; k++) {
                    along[k] += map[j][a] * curvature[j][k];
                }
            }
            gamma[a] = delta(along);
        }
        addShifts(direction, gamma);
        return gamma;
    }

    private void addShifts(double[] direction, double[][] gamma) {
        for (int i = 0; i < rows.length; i++) {
            double[][] curvature = new double[map.length][map.length];
            rows[i].addCurvature(at, 1, curvature);
            double[] along = new double[map.length];
            for (int j = 0; j < map.length; j++) {
                for (int k = 0; k < map.length; k++) {
                    along[j] += curvature[j][k] * direction[k];
                }
            }
            double[] u = delta(along);
            for (int a = 0; a < u.length; a++) {
                for (int b = 0; b < u.length; b++) {
                    gamma[a][b] += shift[i][a] * u[b] + u[a] * shift[i][b];
                }
            }
        }
    }
}
