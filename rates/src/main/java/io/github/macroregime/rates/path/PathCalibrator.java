package io.github.macroregime.rates.path;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Adjustments.Unknowns;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.path.Calibration.Uncalibrated;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Calibrates the path of the overnight rate to quotes that were compiled for a frame.
 *
 * <p>One calibrator for every shape. Quotes that must be met come first, then the weighted ones by least squares of
 * {@code (quote - rate) / standard error}; what no quote settles is completed by the path of minimum roughness, the one
 * with the smallest sum of squared steps, and the meetings concerned are named. The rates of averages are exactly
 * linear in the path; those of compounded instruments are solved by Gauss–Newton steps with the analytic Jacobian.
 *
 * <p>Strips of which each quote reaches one period farther are solved period by period. Compiling turns all dates into
 * whole day counts once; where all quotes are averages it solves the linear system once and for all. {@link
 * #calibrate(Doubles)} takes new rates of the same instruments and touches no date. The order in which quotes are given
 * does not change a bit: sums run in an order of their own. Immutable; may be shared between threads.
 *
 * <pre>{@code
 * PathFrame frame = PathFrame.of(day, OvernightIndex.effr(), meetings);
 * CalibratedPath path = PathCalibrator.compile(frame, quotes).calibrate().orElseThrow();
 * }</pre>
 */
public final class PathCalibrator {

    private static final int LINEARISATIONS = 30;
    private static final int STEPS_ON_ONE_JACOBIAN = 40;
    private static final double SETTLED = 4e-16;
    private static final double UNIDENTIFIED = 1e-9;

    /** From a step of this size on the gradients are looked at in each. */
    private static final double NEAR = 1e-7;

    /** A rate that the quotes tell no better than to a percentage point is not settled by them. */
    private static final double LARGEST_ERROR = 0.01;

    /** What a quote that has to be met is taken to be known to. */
    private static final double ACCURACY_OF_EQUALITIES = 1e-7;

    /** The flat paths from which compounding is linearised first; beyond them a day's interest may pass minus one. */
    private static final double LOWEST_START = -0.5;

    private static final double HIGHEST_START = 1;

    private final PathFrame frame;
    private final List<Quote> quotes;
    private final int unknowns;
    private final Optional<TriangularPath> triangular;

    /** The place among the quotes of each row below, in an order that depends on the quotes alone. */
    private final int[] quoteOf;

    private final CompiledRate[] rows;
    private final double[] errors;
    private final boolean linear;
    private final double[] flat;
    private final Optional<Linearisation> start;

    /** Where the quotes as compiled lead, from which new rates are not far; nothing if that is nowhere. */
    private final Optional<Solution> near;

    private PathCalibrator(PathFrame frame, List<Quote> quotes, CompiledRate[] compiled) {
        this.frame = frame;
        this.quotes = quotes;
        this.unknowns = frame.unknowns();
        this.triangular = TriangularPath.of(compiled, unknowns, leastSlopes(quotes));
        this.quoteOf = triangular.isEmpty() ? ordered(quotes) : given(quotes.size());
        this.rows = new CompiledRate[compiled.length];
        this.errors = new double[compiled.length];
        boolean allLinear = true;
        double level = 0;
        for (int i = 0; i < rows.length; i++) {
            rows[i] = compiled[quoteOf[i]];
            errors[i] = error(quotes.get(quoteOf[i]));
            allLinear &= rows[i].isLinear();
            level += quotes.get(quoteOf[i]).rate().decimal() / rows.length;
        }
        this.linear = allLinear;
        this.flat = new double[unknowns];
        Arrays.fill(flat, 0, frame.meetings().size() + 1, Math.max(LOWEST_START, Math.min(HIGHEST_START, level)));
        this.start = triangular.isEmpty() && rows.length > 0 ? Optional.of(new Linearisation(flat)) : Optional.empty();
        this.near = linear || start.isEmpty() || start.get().dataFreedom == unknowns
                ? Optional.empty()
                : solved(flat, start.get(), rates(quotes));
    }

    private static Doubles rates(List<Quote> quotes) {
        double[] rates = new double[quotes.size()];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = quotes.get(i).rate().decimal();
        }
        return Doubles.copyOf(rates);
    }

    private static double[] leastSlopes(List<Quote> quotes) {
        double[] least = new double[quotes.size()];
        for (int i = 0; i < least.length; i++) {
            least[i] = leastSlope(error(quotes.get(i)));
        }
        return least;
    }

    /** The least change of a quote's rate for a change of the path at which the quote still settles it. */
    static double leastSlope(double error) {
        return (error == 0 ? ACCURACY_OF_EQUALITIES : error) / LARGEST_ERROR;
    }

    private static int[] given(int count) {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = i;
        }
        return places;
    }

    private static int[] ordered(List<Quote> quotes) {
        int[] places = given(quotes.size());
        for (int i = 1; i < places.length; i++) {
            int place = places[i];
            int j = i;
            while (j > 0 && compare(quotes.get(place), quotes.get(places[j - 1])) < 0) {
                places[j] = places[j - 1];
                j--;
            }
            places[j] = place;
        }
        return places;
    }

    private static int compare(Quote one, Quote other) {
        RateInstrument a = one.instrument();
        RateInstrument b = other.instrument();
        int order = a.end().compareTo(b.end());
        order = order != 0 ? order : a.start().compareTo(b.start());
        order = order != 0 ? order : Double.compare(error(one), error(other));
        order = order != 0 ? order : a.label().compareTo(b.label());
        order = order != 0 ? order : a.index().name().compareTo(b.index().name());
        return order != 0 ? order : one.rate().compareTo(other.rate());
    }

    static double error(Quote quote) {
        return quote.weight().standardError().decimal();
    }

    /**
     * Compiles quotes for a frame.
     *
     * <p><b>Cost</b>: the business days from the first to the last day of all instruments, once for each index.
     *
     * @param frame the date, the meetings and what is known
     * @param quotes the quotes, whose instruments and weights are fixed from here on; those of instruments that are over
     *     settle nothing
     * @return the calibrator
     */
    public static PathCalibrator compile(PathFrame frame, List<Quote> quotes) {
        List<Quote> copy = List.copyOf(quotes);
        return new PathCalibrator(frame, copy, RateCompiler.quoted(frame, copy));
    }

    /**
     * The path implied by the quotes as compiled.
     *
     * @return the calibrated path, or why there is none
     */
    public Calibration calibrate() {
        return calibrated(rates(quotes));
    }

    /**
     * The path implied by new rates of the same instruments.
     *
     * <p><b>Shape</b>: one rate for each quote, in the order they were compiled. <b>Unit</b>: decimals, 0.0433 for
     * 4.33 %. <b>Missing</b>: refused. <b>Cost</b>: quotes times periods squared, a few times over.
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
        if (triangular.isPresent()) {
            TriangularPath.Solution solution = triangular.get().solve(quoted);
            if (solution.settled()) {
                return new CalibratedPath(
                        path(solution.x()),
                        quotes,
                        quoted,
                        Doubles.copyOf(solution.residuals()),
                        solution.jacobian(),
                        unknowns,
                        unknowns,
                        solution.condition(),
                        List.of(),
                        Unknowns.none(),
                        Unknowns.none());
            }
        }
        return generally(quoted);
    }

    private Calibration generally(Doubles quoted) {
        Linearisation at = start.orElseGet(() -> new Linearisation(flat));
        if (at.dataFreedom == unknowns) {
            return new Uncalibrated(
                    Uncalibrated.Reason.NOTHING_IDENTIFIED, "every day of every quote is past or fixed already");
        }
        if (near.isPresent() && quoted.equals(rates(quotes))) {
            return result(quoted, near.get());
        }
        Optional<Solution> found =
                near.isPresent() ? solved(near.get().iteration.x, near.get().at, quoted) : Optional.empty();
        if (found.isEmpty()) {
            found = solved(flat, at, quoted);
        }
        return found.isPresent()
                ? result(quoted, found.get())
                : new Uncalibrated(
                        Uncalibrated.Reason.NO_CONVERGENCE,
                        "the path still moved after " + LINEARISATIONS + " linearisations");
    }

    /** A path that the quotes imply, with the gradients there. */
    private record Solution(Iteration iteration, Linearisation at) {}

    private Optional<Solution> solved(double[] from, Linearisation start, Doubles quoted) {
        double[] rates = new double[rows.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = quoted.get(quoteOf[i]);
        }
        Iteration iteration = new Iteration(from.clone(), rates);
        iteration.recentre(start);
        Linearisation at = start;
        for (int i = 0; i < LINEARISATIONS; i++) {
            iteration.settle(at);
            if (linear) {
                return Optional.of(iteration.found(at));
            }
            iteration.polish(at);
            if (!iteration.isFinite()) {
                return Optional.empty();
            }
            at = new Linearisation(iteration.x, Optional.of(at), false);
            if (iteration.step(at) <= SETTLED * (1 + at.amplification())) {
                return Optional.of(iteration.found(at));
            }
        }
        return Optional.empty();
    }

    private Calibration result(Doubles quoted, Solution solution) {
        Iteration iteration = solution.iteration;
        Linearisation at = solution.at;
        if (!iteration.isFinite()) {
            return new Uncalibrated(Uncalibrated.Reason.NO_CONVERGENCE, "the path left all bounds");
        }
        int periods = frame.meetings().size() + 1;
        double[] residuals = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            residuals[quoteOf[i]] = iteration.missed[i];
        }
        for (int i = 0; i < rows.length; i++) {
            if (errors[i] == 0 && Math.abs(iteration.missed[i]) > ACCURACY_OF_EQUALITIES) {
                return contradiction(at.gradient, iteration);
            }
        }
        return new CalibratedPath(
                path(iteration.x),
                quotes,
                quoted,
                Doubles.copyOf(residuals),
                at.jacobian(bent(iteration, at), periods),
                unknowns - at.dataFreedom,
                unknowns,
                at.condition,
                at.freePeriods(),
                frame.adjustments().unknowns(),
                at.freeAdjustments());
    }

    /** The map from quotes to unknowns at a fit, with the curvature of the quotes times what they miss. */
    private double[][] bent(Iteration iteration, Linearisation at) {
        return linear
                ? at.map
                : FitCurvature.of(rows, iteration.growth, at.gradient, at.map, at.inverse, errors, iteration.missed)
                        .map();
    }

    /** The equalities that cannot all be met. */
    private Calibration contradiction(double[][] gradients, Iteration iteration) {
        int[] equalities =
                IntStream.range(0, rows.length).filter(i -> errors[i] == 0).toArray();
        List<Quote> asked = IntStream.of(equalities)
                .mapToObj(i -> quotes.get(quoteOf[i]).withRate(Rate.ofDecimal(iteration.rates[i])))
                .toList();
        double[][] slopes = IntStream.of(equalities).mapToObj(i -> gradients[i]).toArray(double[][]::new);
        double[] missed =
                IntStream.of(equalities).mapToDouble(i -> iteration.missed[i]).toArray();
        CalibratedPath.Collinearity worst =
                CalibratedPath.Collinearity.among(asked, slopes, missed).get(0);
        return new Uncalibrated(
                Uncalibrated.Reason.CONTRADICTORY_EQUALITIES,
                "quotes that must be met contradict one another: " + worst + "; "
                        + worst.quotes().stream().map(Quote::toString).collect(Collectors.joining(", ")));
    }

    private PolicyPath path(double[] x) {
        int periods = frame.meetings().size() + 1;
        PathFrame known = periods == unknowns ? frame : frame.withSolved(Arrays.copyOfRange(x, periods, unknowns));
        return new PolicyPath(known, Doubles.copyOfRange(x, 0, periods));
    }

    /**
     * The {@index Jacobian} at any path, the change of the rates for changes of the quotes: what
     * {@link CalibratedPath#jacobian()} is where the path meets the quotes.
     *
     * @param path a path on the same meetings
     * @return a row for today's rate and for the rate after each meeting, a column for each quote; empty without quotes
     * @throws IllegalArgumentException if the meetings are not those of the frame, a basis is to be solved, or a quote's
     *     derivatives rest on a rate of the path that is not identified
     */
    public Matrix jacobian(PolicyPath path) {
        if (!path.meetings().equals(frame.meetings())
                || unknowns != path.meetings().size() + 1) {
            throw new IllegalArgumentException("path must be on the meetings of " + frame + " but was " + path.frame());
        }
        for (Quote quote : quotes) {
            if (path.gradient(quote.instrument()).isEmpty()) {
                throw new IllegalArgumentException(
                        "path must settle the rate of " + quote.instrument().label() + " but leaves it open");
            }
        }
        return rows.length == 0 ? Matrix.copyOf(unknowns, 0, new double[0]) : jacobian(at(path.filled()));
    }

    /**
     * The map from quotes to unknowns at a path, as if it met the quotes: a row for each unknown, today's rate first and
     * what is solved beside it last, a column for each quote.
     */
    double[][] mapAt(double[] x) {
        Linearisation at = at(x);
        double[][] byQuote = new double[unknowns][rows.length];
        for (int j = 0; j < unknowns; j++) {
            at.write(at.map[j], byQuote[j]);
        }
        return byQuote;
    }

    private Matrix jacobian(Linearisation at) {
        return at.jacobian(at.map, unknowns);
    }

    private Linearisation at(double[] x) {
        return new Linearisation(x, start, false);
    }

    /** A path on its way to the quotes. */
    private final class Iteration {

        private final double[] x;
        private final double[] rates;
        private final double[] missed;
        private final Growth growth;

        private Iteration(double[] x, double[] rates) {
            this.x = x;
            this.rates = rates;
            this.missed = new double[rates.length];
            this.growth = Growth.at(rows[0].grid(), x);
        }

        private boolean isFinite() {
            for (double one : x) {
                if (!(Math.abs(one) <= Double.MAX_VALUE)) {
                    return false;
                }
            }
            return true;
        }

        /** The path as it stands, with its residuals. */
        private Solution found(Linearisation at) {
            miss();
            return new Solution(this, at);
        }

        /** The residual of each quote. */
        private void miss() {
            for (int i = 0; i < rates.length; i++) {
                missed[i] = rates[i] - rows[i].rate(growth);
            }
        }

        /** Moves the path onto what the linearised quotes imply. */
        private void recentre(Linearisation at) {
            miss();
            for (int i = 0; i < rates.length; i++) {
                for (int j = 0; j < unknowns; j++) {
                    missed[i] += at.gradient[i][j] * x[j];
                }
            }
            Arrays.fill(x, 0);
            add(at.map);
        }

        /** One step on the fixed map; the answer is the largest move. */
        private double step(Linearisation at) {
            miss();
            return add(at.map);
        }

        /** Steps on the fixed map until they no longer shrink or are small enough to look at gradients. */
        private void settle(Linearisation at) {
            double last = Double.POSITIVE_INFINITY;
            for (int i = 0; i < STEPS_ON_ONE_JACOBIAN; i++) {
                double moved = step(at);
                if (!(moved < last) || moved <= (linear ? SETTLED : NEAR)) {
                    return;
                }
                last = moved;
            }
        }

        /**
         * Steps with fresh gradients and the old inverse, until the next one would find nothing: what the misses pull at
         * vanishes there, where on the fixed map only its part by the old gradients does.
         */
        private void polish(Linearisation at) {
            double[] held = new double[rates.length];
            double last = Double.POSITIVE_INFINITY;
            for (int i = 0; i < STEPS_ON_ONE_JACOBIAN; i++) {
                double moved = pulled(at, held);
                if (!(moved < last) || moved <= SETTLED || (i > 0 && moved * (moved / last) <= SETTLED)) {
                    return;
                }
                last = moved;
            }
        }

        /** One such step; the multipliers of equalities are found beside it. */
        private double pulled(Linearisation at, double[] held) {
            double[] pull = new double[unknowns];
            double[] gradient = new double[unknowns];
            double[] moves = new double[unknowns];
            for (int i = 0; i < rates.length; i++) {
                Arrays.fill(gradient, 0);
                missed[i] = rates[i] - rows[i].rate(growth, gradient);
                double weight = errors[i] > 0 ? missed[i] / (errors[i] * errors[i]) : held[i];
                for (int j = 0; j < unknowns; j++) {
                    pull[j] += weight * gradient[j];
                }
            }
            for (int i = 0; i < rates.length; i++) {
                for (int j = 0; j < unknowns && errors[i] == 0; j++) {
                    moves[j] += at.map[j][i] * missed[i];
                    held[i] -= at.map[j][i] * pull[j];
                }
            }
            double[][] inverse = at.inverse;
            double largest = 0;
            for (int j = 0; j < unknowns; j++) {
                for (int k = 0; k < unknowns; k++) {
                    moves[j] += inverse[j][k] * pull[k];
                }
                x[j] += moves[j];
                largest = Math.max(largest, Math.abs(moves[j]));
            }
            growth.move();
            return largest;
        }

        private double add(double[][] map) {
            double largest = 0;
            for (int j = 0; j < unknowns; j++) {
                double[] row = map[j];
                double move = 0;
                for (int i = 0; i < missed.length; i++) {
                    move += row[i] * missed[i];
                }
                x[j] += move;
                largest = Math.max(largest, Math.abs(move));
            }
            if (linear) {
                return largest;
            }
            growth.move();
            return largest;
        }
    }

    /**
     * The gradients of all quotes at a path, and the map from quotes to unknowns that follows from them.
     *
     * <p>What the quotes do not settle is found out once, on the flat path: from then on only the smoothest paths are
     * looked at, so that every further linearisation is of full rank.
     */
    private final class Linearisation {

        private final double[][] gradient;
        private final double[][] map;
        private final double[][] dataFree;
        private final int dataFreedom;
        private final double condition;

        /** The inverse of the normal matrix, which is the covariance of the unknowns. */
        private final double[][] inverse;

        /** A basis of the paths of minimum roughness, a row for each unknown; empty where the quotes settle all. */
        private final Optional<double[][]> smooth;

        private Linearisation(double[] x) {
            this(x, Optional.empty(), true);
        }

        private Linearisation(double[] x, Optional<Linearisation> before, boolean first) {
            gradient = new double[rows.length][unknowns];
            Growth growth = Growth.at(rows[0].grid(), x);
            for (int i = 0; i < rows.length; i++) {
                rows[i].rate(growth, gradient[i]);
            }
            Optional<double[][]> basis = before.flatMap(each -> each.smooth);
            double[][] seen =
                    basis.map(each -> FitCurvature.product(gradient, each)).orElse(gradient);
            StagedLeastSquares solver = new StagedLeastSquares(seen[0].length, rows.length);
            stage(solver, seen, true, first);
            stage(solver, seen, false, first);
            dataFree = before.map(each -> each.dataFree).orElseGet(solver::free);
            dataFreedom = before.map(each -> each.dataFreedom).orElseGet(solver::freedom);
            condition = basis.isPresent() ? before.orElseThrow().condition : solver.condition();
            smooth = first && dataFreedom > 0 ? Optional.of(basis(solver.seenRows())) : basis;
            if (first && dataFreedom > 0) {
                smooth(solver);
            }
            map = basis.map(each -> FitCurvature.product(each, solver.map())).orElseGet(solver::map);
            inverse = linear ? new double[0][] : FitCurvature.covariance(map, errors);
        }

        private void stage(StagedLeastSquares solver, double[][] seen, boolean equality, boolean first) {
            int count = 0;
            double smallest = Double.POSITIVE_INFINITY;
            for (double error : errors) {
                if ((error == 0) == equality) {
                    count++;
                    smallest = Math.min(smallest, error);
                }
            }
            int[] chosen = new int[count];
            double[][] chosenRows = new double[count][];
            double[] weights = new double[count];
            for (int i = 0, k = 0; i < errors.length; i++) {
                if ((errors[i] == 0) == equality) {
                    chosen[k] = i;
                    chosenRows[k] = seen[i];
                    weights[k] = equality ? 1 : smallest / errors[i];
                    k++;
                }
            }
            solver.stage(chosenRows, weights, chosen, first ? leastSlope(smallest) : 0);
        }

        /** The paths of minimum roughness, by what the quotes tell. */
        private double[][] basis(double[][] seenRows) {
            StagedLeastSquares solver = new StagedLeastSquares(unknowns, seenRows.length);
            double[] one = new double[seenRows.length];
            Arrays.fill(one, 1);
            solver.stage(seenRows, one, given(seenRows.length), 0);
            smooth(solver);
            return solver.map();
        }

        /** The least sum of squared steps, and where even the level is open, the least sum of squares. */
        private void smooth(StagedLeastSquares solver) {
            int steps = frame.meetings().size();
            int longEnd = frame.adjustments().unknowns().longEnd().size();
            double[][] differences = new double[steps + longEnd][unknowns];
            for (int j = 0; j < steps; j++) {
                differences[j][j] = -1;
                differences[j][j + 1] = 1;
            }
            for (int j = 0; j < longEnd; j++) {
                int drift = unknowns - longEnd + j;
                differences[steps + j][drift] = 1;
                if (j > 0) {
                    differences[steps + j][drift - 1] = -1;
                }
            }
            int[] zero = new int[Math.max(unknowns, differences.length)];
            double[] one = new double[zero.length];
            Arrays.fill(zero, -1);
            Arrays.fill(one, 1);
            solver.stage(differences, one, zero, 0);
            double[][] all = new double[unknowns][unknowns];
            for (int j = 0; j < unknowns; j++) {
                all[j][j] = 1;
            }
            solver.stage(all, one, zero, 0);
        }

        /** The periods whose rate the quotes leave open. */
        private List<Integer> freePeriods() {
            List<Integer> free = new ArrayList<>();
            for (int period = 0; period <= frame.meetings().size(); period++) {
                if (isFree(period)) {
                    free.add(period);
                }
            }
            return free;
        }

        private boolean isFree(int unknown) {
            double largest = 0;
            for (int k = 0; k < dataFreedom; k++) {
                largest = Math.max(largest, Math.abs(dataFree[unknown][k]));
            }
            return largest > UNIDENTIFIED;
        }

        /** The adjustments that the quotes leave open. */
        private Unknowns freeAdjustments() {
            Unknowns solved = frame.adjustments().unknowns();
            int bases = frame.meetings().size() + 1;
            int turns = bases + solved.bases().size();
            return new Unknowns(
                    free(solved.bases(), bases),
                    free(solved.turns(), turns),
                    free(solved.longEnd(), turns + solved.turns().size()));
        }

        private <T> List<T> free(List<T> unknowns, int first) {
            return IntStream.range(0, unknowns.size())
                    .filter(i -> isFree(first + i))
                    .mapToObj(unknowns::get)
                    .toList();
        }

        /** The derivatives of the first so many unknowns by the quotes. */
        private Matrix jacobian(double[][] from, int first) {
            Matrix.Rows made = Matrix.Rows.of(first, rows.length);
            double[] row = new double[rows.length];
            for (int unknown = 0; unknown < first; unknown++) {
                write(from[unknown], row);
                made.append(row, 1);
            }
            return made.toMatrix();
        }

        /** Writes the derivatives of one unknown into a row, by quote. */
        private void write(double[] derivatives, double[] row) {
            for (int i = 0; i < row.length; i++) {
                row[quoteOf[i]] = derivatives[i];
            }
        }

        /** How much the map can enlarge a rounding error of one quote. */
        private double amplification() {
            double largest = 0;
            for (double[] row : map) {
                double sum = 0;
                for (double one : row) {
                    sum += Math.abs(one);
                }
                largest = Math.max(largest, sum);
            }
            return largest;
        }
    }
}
