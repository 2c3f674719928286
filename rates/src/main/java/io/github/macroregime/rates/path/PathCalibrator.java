package io.github.macroregime.rates.path;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Adjustments.Unknowns;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.path.Calibration.Uncalibrated;
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

    static final double SETTLED = 4e-16;

    private static final int LINEARISATIONS = 30;

    /** The flat paths from which compounding is linearised first; beyond them a day's interest may pass minus one. */
    private static final double LOWEST_START = -0.5;

    private static final double HIGHEST_START = 1;

    private final PathFrame frame;
    private final List<Quote> quotes;
    private final int unknowns;
    private final Optional<TriangularPath> triangular;
    private final QuoteSystem system;
    private final double[] flat;
    private final Optional<Linearisation> start;

    /** Where the quotes as compiled lead, from which new rates are not far; nothing if that is nowhere. */
    private final Optional<Solution> near;

    private PathCalibrator(PathFrame frame, List<Quote> quotes, CompiledRate[] compiled) {
        this.frame = frame;
        this.quotes = quotes;
        this.unknowns = frame.unknowns();
        this.triangular = TriangularPath.of(compiled, unknowns, QuoteSystem.leastSlopes(quotes));
        this.system = triangular.isEmpty()
                ? QuoteSystem.ordered(frame, quotes, compiled)
                : QuoteSystem.asGiven(frame, quotes, compiled);
        this.flat = flat(system, rates(quotes));
        this.start = triangular.isEmpty() && system.size() > 0
                ? Optional.of(Linearisation.first(system, flat))
                : Optional.empty();
        this.near = system.isLinear() || start.isEmpty() || start.get().isEmpty()
                ? Optional.empty()
                : solved(flat, start.get(), rates(quotes));
    }

    private static double[] flat(QuoteSystem system, Doubles rates) {
        double level = 0;
        for (double rate : system.byRow(rates)) {
            level += rate / system.size();
        }
        double[] flat = new double[system.unknowns()];
        int periods = system.frame().meetings().size() + 1;
        Arrays.fill(flat, 0, periods, Math.max(LOWEST_START, Math.min(HIGHEST_START, level)));
        return flat;
    }

    private static Doubles rates(List<Quote> quotes) {
        double[] rates = new double[quotes.size()];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = quotes.get(i).rate().decimal();
        }
        return Doubles.copyOf(rates);
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
        Linearisation at = start.orElseGet(() -> Linearisation.first(system, flat));
        if (at.isEmpty()) {
            return new Uncalibrated(
                    Uncalibrated.Reason.NOTHING_IDENTIFIED, "every day of every quote is past or fixed already");
        }
        if (near.isPresent() && quoted.equals(rates(quotes))) {
            return result(quoted, near.get());
        }
        Optional<Solution> found =
                near.isPresent() ? solved(near.get().iteration.x(), near.get().at, quoted) : Optional.empty();
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
    private record Solution(PathIteration iteration, Linearisation at) {

        /** The path as it stands, with its residuals. */
        private static Optional<Solution> found(PathIteration iteration, Linearisation at) {
            iteration.miss();
            return Optional.of(new Solution(iteration, at));
        }
    }

    private Optional<Solution> solved(double[] from, Linearisation start, Doubles quoted) {
        PathIteration iteration = new PathIteration(system, from.clone(), quoted);
        iteration.recentre(start);
        Linearisation at = start;
        for (int i = 0; i < LINEARISATIONS; i++) {
            iteration.settle(at);
            if (system.isLinear()) {
                return Solution.found(iteration, at);
            }
            iteration.polish(at);
            if (!iteration.isFinite()) {
                return Optional.empty();
            }
            at = Linearisation.at(system, iteration.x(), Optional.of(at));
            if (iteration.step(at) <= SETTLED * (1 + at.amplification())) {
                return Solution.found(iteration, at);
            }
        }
        return Optional.empty();
    }

    private Calibration result(Doubles quoted, Solution solution) {
        PathIteration iteration = solution.iteration;
        Linearisation at = solution.at;
        if (!iteration.isFinite()) {
            return new Uncalibrated(Uncalibrated.Reason.NO_CONVERGENCE, "the path left all bounds");
        }
        double[] missed = iteration.missed();
        for (int i = 0; i < missed.length; i++) {
            if (system.errors()[i] == 0 && Math.abs(missed[i]) > QuoteSystem.ACCURACY_OF_EQUALITIES) {
                return contradiction(at.gradient(), iteration);
            }
        }
        double[] residuals = new double[missed.length];
        system.writeByQuote(missed, residuals);
        return new CalibratedPath(
                path(iteration.x()),
                quotes,
                quoted,
                Doubles.copyOf(residuals),
                at.jacobian(bent(iteration, at), frame.meetings().size() + 1),
                unknowns - at.dataFreedom(),
                unknowns,
                at.condition(),
                at.freePeriods(),
                frame.adjustments().unknowns(),
                at.freeAdjustments());
    }

    /** The map from quotes to unknowns at a fit, with the curvature of the quotes times what they miss. */
    private double[][] bent(PathIteration iteration, Linearisation at) {
        return system.isLinear()
                ? at.map()
                : FitCurvature.of(
                                system.rows(),
                                iteration.growth(),
                                at.gradient(),
                                at.map(),
                                at.inverse(),
                                system.errors(),
                                iteration.missed())
                        .map();
    }

    /** The equalities that cannot all be met. */
    private Calibration contradiction(double[][] gradients, PathIteration iteration) {
        int[] equalities = IntStream.range(0, system.size())
                .filter(i -> system.errors()[i] == 0)
                .toArray();
        List<Quote> asked = IntStream.of(equalities)
                .mapToObj(i -> quotes.get(system.quoteOf(i))
                        .withRate(Rate.ofDecimal(iteration.rates()[i])))
                .toList();
        double[][] slopes = IntStream.of(equalities).mapToObj(i -> gradients[i]).toArray(double[][]::new);
        double[] missed =
                IntStream.of(equalities).mapToDouble(i -> iteration.missed()[i]).toArray();
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
        if (system.size() == 0) {
            return Matrix.copyOf(unknowns, 0, new double[0]);
        }
        Linearisation at = at(path.filled());
        return at.jacobian(at.map(), unknowns);
    }

    /**
     * The map from quotes to unknowns at a path, as if it met the quotes: a row for each unknown, today's rate first and
     * what is solved beside it last, a column for each quote.
     */
    double[][] mapAt(double[] x) {
        Linearisation at = at(x);
        double[][] byQuote = new double[unknowns][system.size()];
        for (int j = 0; j < unknowns; j++) {
            system.writeByQuote(at.map()[j], byQuote[j]);
        }
        return byQuote;
    }

    private Linearisation at(double[] x) {
        return Linearisation.at(system, x, start);
    }
}
