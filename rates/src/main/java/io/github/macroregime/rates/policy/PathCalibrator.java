package io.github.macroregime.rates.policy;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.unit.Rate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Quotes compiled for a frame: finds the path of the overnight rate that they imply.
 *
 * <p>One calibrator for every shape. Quotes that must be met come first, then the weighted ones by least squares of
 * {@code (quote - rate) / standard error}; what no quote settles is completed by the least rough path, the one with
 * the smallest sum of squared steps, and the meetings concerned are named. The rates of averages are exactly linear in
 * the path; those of compounded instruments are solved by Gauss–Newton steps with the analytic Jacobian.
 *
 * <p>Strips of which each quote reaches one regime farther are solved regime by regime. Compiling turns all dates into
 * whole day counts once; where all quotes are averages it solves the linear system once and for all. {@link
 * #calibrate(Doubles)} takes new rates of the same instruments and touches no date. Immutable; may be shared between
 * threads.
 */
public final class PathCalibrator {

    private static final int LINEARISATIONS = 30;
    private static final int STEPS_ON_ONE_JACOBIAN = 40;
    private static final double SETTLED = 4e-16;
    private static final double UNIDENTIFIED = 1e-9;

    private final PathFrame frame;
    private final List<Quote> quotes;
    private final CompiledRate[] compiled;
    private final double[] errors;
    private final int unknowns;
    private final List<TriangularPath> triangular;
    private final boolean linear;
    private final double[] flat;
    private final List<Linearisation> starts;

    private PathCalibrator(PathFrame frame, List<Quote> quotes, CompiledRate[] compiled) {
        this.frame = frame;
        this.quotes = quotes;
        this.compiled = compiled;
        this.unknowns = frame.unknowns();
        this.triangular = TriangularPath.of(compiled, unknowns).stream().toList();
        this.errors = quotes.stream().mapToDouble(PathCalibrator::error).toArray();
        this.linear = Arrays.stream(compiled).allMatch(CompiledRate::isLinear);
        this.flat = new double[unknowns];
        double level =
                quotes.stream().mapToDouble(q -> q.rate().decimal()).average().orElse(0);
        Arrays.fill(flat, 0, frame.meetings().size() + 1, level);
        this.starts = triangular.isEmpty() ? List.of(new Linearisation(flat)) : List.of();
    }

    static double error(Quote quote) {
        return quote.weight() instanceof QuoteWeight.Uncertain uncertain
                ? uncertain.standardError().decimal()
                : 0;
    }

    /**
     * Compiles quotes for a frame.
     *
     * <p><b>Cost</b>: the business days of all instruments together.
     *
     * @param frame the date, the meetings and what is known
     * @param quotes the quotes, whose instruments and weights are fixed from here on
     * @return the calibrator
     */
    public static PathCalibrator compile(PathFrame frame, List<Quote> quotes) {
        List<Quote> copy = List.copyOf(quotes);
        CompiledRate[] compiled = copy.stream()
                .map(quote -> CompiledRate.of(frame, quote.instrument()))
                .toArray(CompiledRate[]::new);
        return new PathCalibrator(frame, copy, compiled);
    }

    /**
     * The path implied by the quotes as compiled.
     *
     * @return the calibrated path, or why there is none
     */
    public Calibration calibrate() {
        return calibrated(Doubles.copyOf(
                quotes.stream().mapToDouble(q -> q.rate().decimal()).toArray()));
    }

    /**
     * The path implied by new rates of the same instruments.
     *
     * <p><b>Shape</b>: one rate for each quote, in the order they were compiled. <b>Unit</b>: decimals, 0.0433 for
     * 4.33 %. <b>Missing</b>: refused. <b>Cost</b>: quotes times regimes squared, a few times over.
     *
     * @param rates the new rates
     * @return the calibrated path, or why there is none
     * @throws IllegalArgumentException if there is not one finite rate for each quote
     */
    public Calibration calibrate(Doubles rates) {
        if (rates.size() != quotes.size() || rates.missingCount() > 0) {
            throw new IllegalArgumentException(
                    "rates must be one number for each of the " + quotes.size() + " quotes but was " + rates);
        }
        return calibrated(rates);
    }

    private Calibration calibrated(Doubles quoted) {
        if (quoted.isEmpty()) {
            return new Uncalibrated(Uncalibrated.Reason.NO_QUOTES, "there is no quote");
        }
        double[] rates = quoted.toArray();
        for (TriangularPath system : triangular) {
            TriangularPath.Solution solution = system.solve(rates);
            if (solution.settled()) {
                return new CalibratedPath(
                        path(solution.x()),
                        quotes,
                        quoted,
                        Doubles.copyOf(solution.residuals()),
                        Matrix.copyOf(unknowns, unknowns, solution.inverse()),
                        unknowns,
                        unknowns,
                        solution.condition(),
                        List.of());
            }
        }
        return generally(quoted, rates);
    }

    private Calibration generally(Doubles quoted, double[] rates) {
        double[] x = flat.clone();
        Linearisation at = starts.isEmpty() ? new Linearisation(x) : starts.get(0);
        if (at.dataFreedom == unknowns) {
            return new Uncalibrated(
                    Uncalibrated.Reason.NOTHING_IDENTIFIED, "every day of every quote is fixed already");
        }
        at.recentre(x, rates);
        for (int i = 0; i < LINEARISATIONS; i++) {
            at.settle(x, rates);
            if (linear) {
                return result(quoted, rates, x, at);
            }
            at = new Linearisation(x);
            if (at.step(x, rates) <= SETTLED * (1 + at.amplification())) {
                return result(quoted, rates, x, at);
            }
        }
        return new Uncalibrated(
                Uncalibrated.Reason.NO_CONVERGENCE, "the path still moved after " + LINEARISATIONS + " linearisations");
    }

    private CalibratedPath result(Doubles quoted, double[] rates, double[] x, Linearisation at) {
        int regimes = frame.meetings().size() + 1;
        double[] residuals = new double[rates.length];
        for (int i = 0; i < rates.length; i++) {
            residuals[i] = rates[i] - compiled[i].rate(x);
        }
        return new CalibratedPath(
                path(x),
                quotes,
                quoted,
                Doubles.copyOf(residuals),
                Matrix.copyOf(Arrays.copyOf(at.map, regimes)),
                unknowns - at.dataFreedom,
                unknowns,
                at.condition,
                IntStream.range(0, regimes).filter(at::isFree).boxed().toList());
    }

    private PolicyPath path(double[] x) {
        int regimes = frame.meetings().size() + 1;
        PathFrame known = regimes == unknowns
                ? frame
                : frame.withOverlays(frame.overlays().solvedWith(Arrays.copyOfRange(x, regimes, unknowns)));
        return new PolicyPath(known, Rate.ofDecimal(x[0]), Doubles.copyOf(Arrays.copyOfRange(x, 1, regimes)));
    }

    /** The gradients of all quotes at a path, and the map from quotes to unknowns that follows from them. */
    private final class Linearisation {

        private final double[][] gradient;
        private final double[][] map;
        private final double[][] dataFree;
        private final int dataFreedom;
        private final double condition;

        private Linearisation(double[] x) {
            gradient = new double[compiled.length][unknowns];
            for (int i = 0; i < compiled.length; i++) {
                compiled[i].rate(x, gradient[i]);
            }
            StagedLeastSquares solver = new StagedLeastSquares(unknowns, compiled.length);
            stage(solver, true);
            stage(solver, false);
            dataFree = solver.free();
            dataFreedom = solver.freedom();
            condition = solver.condition();
            smooth(solver);
            map = solver.map();
        }

        private void stage(StagedLeastSquares solver, boolean equality) {
            int[] chosen = IntStream.range(0, compiled.length)
                    .filter(i -> (errors[i] == 0) == equality)
                    .toArray();
            double[][] rows = Arrays.stream(chosen).mapToObj(i -> gradient[i]).toArray(double[][]::new);
            double smallest =
                    Arrays.stream(chosen).mapToDouble(i -> errors[i]).min().orElse(1);
            double[] weights = Arrays.stream(chosen)
                    .mapToDouble(i -> equality ? 1 : smallest / errors[i])
                    .toArray();
            solver.stage(rows, weights, chosen);
        }

        /** The least sum of squared steps, and where even the level is open, the least sum of squares. */
        private void smooth(StagedLeastSquares solver) {
            int steps = frame.meetings().size();
            double[][] rows = new double[steps][unknowns];
            for (int j = 0; j < steps; j++) {
                rows[j][j] = -1;
                rows[j][j + 1] = 1;
            }
            int[] zero = new int[unknowns];
            double[] one = new double[unknowns];
            Arrays.fill(zero, -1);
            Arrays.fill(one, 1);
            solver.stage(rows, one, zero);
            double[][] all = new double[unknowns][unknowns];
            for (int j = 0; j < unknowns; j++) {
                all[j][j] = 1;
            }
            solver.stage(all, one, zero);
        }

        /** Whether the quotes leave the rate of a regime open. */
        private boolean isFree(int regime) {
            return IntStream.range(0, dataFreedom).anyMatch(c -> Math.abs(dataFree[regime][c]) > UNIDENTIFIED);
        }

        /** Moves a path onto what the linearised quotes imply. */
        private void recentre(double[] x, double[] rates) {
            double[] target = new double[rates.length];
            for (int i = 0; i < rates.length; i++) {
                target[i] = rates[i] - compiled[i].rate(x);
                for (int j = 0; j < unknowns; j++) {
                    target[i] += gradient[i][j] * x[j];
                }
            }
            Arrays.fill(x, 0);
            add(x, target);
        }

        /** One step on the fixed map; the answer is the largest move. */
        private double step(double[] x, double[] rates) {
            double[] missed = new double[rates.length];
            for (int i = 0; i < rates.length; i++) {
                missed[i] = rates[i] - compiled[i].rate(x);
            }
            return add(x, missed);
        }

        /** Steps on the fixed map until they no longer shrink. */
        private void settle(double[] x, double[] rates) {
            double last = Double.POSITIVE_INFINITY;
            for (int i = 0; i < STEPS_ON_ONE_JACOBIAN; i++) {
                double moved = step(x, rates);
                if (!(moved < last) || moved <= SETTLED) {
                    return;
                }
                last = moved;
            }
        }

        private double add(double[] x, double[] missed) {
            double largest = 0;
            for (int j = 0; j < unknowns; j++) {
                double move = 0;
                for (int i = 0; i < missed.length; i++) {
                    move += map[j][i] * missed[i];
                }
                x[j] += move;
                largest = Math.max(largest, Math.abs(move));
            }
            return largest;
        }

        /** How much the map can enlarge a rounding error of one quote. */
        private double amplification() {
            double largest = 0;
            for (double[] row : map) {
                largest = Math.max(largest, Arrays.stream(row).map(Math::abs).sum());
            }
            return largest;
        }
    }
}
