package io.github.macroregime.rates.path;

import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.RatePosition;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The second derivatives of what follows from a calibrated path, by the quotes.
 *
 * <p>With {@code G} and {@code R''} the first and second derivatives of the quotes' rates by the unknowns, {@code X}
 * the Jacobian of the unknowns by the quotes and {@code d} the weights of the unknowns in a number that is sought, the
 * implicit equations of the fit give {@code d X'' = -X' (sum_i (X' d)_i R''_i) X + sum_i (rho_i u_i' + u_i rho_i' + mu_i
 * X' (R'''_i P d) X)}. The second sum is there only if there are more quotes than unknowns: {@code mu_i} is the miss of a
 * quote over its variance (for an equality its multiplier), {@code rho_i} says how it changes with each quote, and
 * {@code u_i = X' R''_i P d} with {@code P} the inverse of the normal matrix ({@link FitCurvature}).
 */
final class QuoteCurvature {

    private static final double BASIS_POINT = 1e-4;

    private final CompiledRate[] rows;
    private final Growth at;
    private final PathFrame frame;
    private final FitCurvature fit;
    private final double[][] map;
    private final double[][] shift;

    private QuoteCurvature(CalibratedPath found) {
        this.frame = frame(found);
        List<Quote> quotes = found.compiledQuotes();
        this.rows = RateCompiler.quoted(frame, quotes);
        double[] x = unknowns(found);
        this.at = Growth.at(rows[0].grid(), x);
        double[] errors = quotes.stream().mapToDouble(QuoteSystem::error).toArray();
        double[][] gradients = gradients(rows, at);
        double[][] plain = PathCalibrator.compile(frame, quotes).mapAt(x);
        this.fit = FitCurvature.of(
                rows,
                at,
                gradients,
                plain,
                FitCurvature.covariance(plain, errors),
                errors,
                found.residuals().stream().toArray());
        this.map = fit.map();
        this.shift = fit.shifts(at, gradients, errors);
    }

    private static double[][] gradients(CompiledRate[] rows, Growth at) {
        double[][] gradients = new double[rows.length][at.path().length];
        for (int i = 0; i < rows.length; i++) {
            rows[i].rate(at, gradients[i]);
        }
        return gradients;
    }

    /** The curvature at a calibrated path, or nothing if the quotes leave a part of it open. */
    static Optional<QuoteCurvature> of(CalibratedPath found) {
        return found.rank() < found.unknowns() ? Optional.empty() : Optional.of(new QuoteCurvature(found));
    }

    static List<CalibratedPath.Collinearity> collinearities(CalibratedPath found) {
        PathFrame frame = frame(found);
        int[] live = IntStream.range(0, found.compiledQuotes().size())
                .filter(i -> !found.compiledQuotes().get(i).instrument().isOver(frame.asOf()))
                .toArray();
        List<Quote> quotes = IntStream.of(live).mapToObj(found.quotes()::get).toList();
        CompiledRate[] rows = RateCompiler.quoted(frame, quotes);
        Growth at = Growth.at(rows[0].grid(), unknowns(found));
        double[] missed = IntStream.of(live).mapToDouble(found.residuals()::get).toArray();
        return CalibratedPath.Collinearity.among(quotes, gradients(rows, at), missed);
    }

    /** The frame with the adjustments unknown that were solved. */
    private static PathFrame frame(CalibratedPath found) {
        return found.completed().frame().withUnknown(found.solved());
    }

    private static double[] unknowns(CalibratedPath found) {
        return DoubleStream.concat(
                        found.completed().rates().stream(),
                        DoubleStream.of(found.completed().frame().solved(found.solved())))
                .toArray();
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
        for (int i = 0; i < n; i++) {
            rows[i].addCurvature(at, -weights[i], curvature);
        }
        double[] direction = new double[map.length];
        double[][] inverse = fit.inverse();
        for (int j = 0; j < direction.length; j++) {
            for (int k = 0; k < direction.length; k++) {
                direction[j] += inverse[j][k] * gradient[k];
            }
        }
        fit.addBend(at, direction, curvature);
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
