package io.github.macroregime.rates.path;

import io.github.macroregime.core.linear.Qr;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.Adjustments.Unknowns;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RatePosition;
import io.github.macroregime.rates.meeting.CentralBank;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingSchedule;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A path calibrated to quotes, with residuals, sensitivities and standard errors.
 *
 * @param completed the path with what the quotes leave open filled in by minimum roughness: the least sum of squared
 *     steps, then the smallest adjustments
 * @param compiledQuotes the quotes as they were compiled
 * @param rates the quoted rates of this calibration, as decimals, in the same order
 * @param residuals for each quote its rate minus the path's, as decimals
 * @param jacobian the change of each rate of the completed path, today's first, for a change of each quote's rate:
 *     meetings plus one rows, one column for each quote
 * @param rank how many unknowns the quotes settle
 * @param unknowns how many there are: today's rate, one for each meeting, one for each solved adjustment
 * @param condition the largest over the smallest pivot of the fit, an estimate of how errors are enlarged
 * @param unidentifiedPeriods the inter-meeting periods whose rate the quotes do not settle, 0 for today's
 * @param solved the adjustments that were found together with the path and stand in the frame of the completed one
 * @param unidentifiedAdjustments those among them that the quotes do not settle
 */
public record CalibratedPath(
        PolicyPath completed,
        List<Quote> compiledQuotes,
        Doubles rates,
        Doubles residuals,
        Matrix jacobian,
        int rank,
        int unknowns,
        double condition,
        List<Integer> unidentifiedPeriods,
        Unknowns solved,
        Unknowns unidentifiedAdjustments)
        implements Calibration {

    private static final double SHOWN_PARTS = 1e5;

    /** Whether the quotes determine the path exactly, more than once or not fully. */
    public enum Status {
        /** As many quotes as unknowns: every quote is met. */
        EXACT,
        /** More quotes than unknowns: they are met as nearly as their weights ask. */
        LEAST_SQUARES,
        /** Some unknowns are not settled by the quotes and were completed. */
        RANK_DEFICIENT
    }

    /**
     * {@index Collinear} quotes: a combination of them that hardly depends on the path.
     *
     * <p>Swaps that end beyond the last meeting are such quotes, up to discounting. What the path leaves of the
     * combination is a contradiction between the quotes that no path removes.
     *
     * @param quotes the quotes
     * @param weights their weights, 1 for the first
     * @param gap the weighted sum of quoted rates minus the path's rates
     * @param standardError the standard error of that sum from those of the quotes, zero among equalities
     */
    public record Collinearity(List<Quote> quotes, Doubles weights, Rate gap, Rate standardError)
            implements Serializable {

        private static final double STANDARD_ERRORS = 2;
        private static final double SMALLEST_WEIGHT = 0.01;

        public Collinearity {
            Require.components(Collinearity.class, quotes, weights, gap, standardError);
            quotes = List.copyOf(quotes);
            requireOneForEach(quotes, weights.size(), "weights");
        }

        /**
         * Whether the quotes are nearly contradictory.
         *
         * @return true if they are apart by more than two standard errors
         */
        public boolean isContradictory() {
            return Math.abs(gap.decimal()) > STANDARD_ERRORS * standardError.decimal();
        }

        /** The combinations among quotes of some gradients, those that are farthest apart first. */
        static List<Collinearity> among(List<Quote> quotes, double[][] gradients, double[] missed) {
            int count = quotes.size();
            int unknowns = gradients[0].length;
            double[] least = quotes.stream()
                    .mapToDouble(quote -> QuoteSystem.leastSlope(QuoteSystem.error(quote)))
                    .toArray();
            double[] cells = new double[unknowns * count];
            for (int j = 0; j < unknowns; j++) {
                for (int i = 0; i < count; i++) {
                    cells[j * count + i] = gradients[i][j] / least[i];
                }
            }
            Qr factors = Qr.pivoted(cells, unknowns, count, 1);
            List<Collinearity> found = new ArrayList<>();
            for (int column = factors.rank(); column < count; column++) {
                double[] shares = shares(factors.r(), factors.rank(), count, column);
                double[] weights = new double[count];
                int quote = factors.order()[column];
                weights[quote] = 1;
                for (int k = 0; k < shares.length; k++) {
                    int other = factors.order()[k];
                    weights[other] = -shares[k] * least[quote] / least[other];
                }
                found.add(of(quote, quotes, weights, missed));
            }
            found.sort(Comparator.comparingDouble((Collinearity one) ->
                            Math.abs(one.gap.decimal()) / (one.standardError.decimal() + Double.MIN_NORMAL))
                    .reversed());
            return found;
        }

        /** The shares of the settling columns in another one. */
        private static double[] shares(double[] r, int rank, int count, int column) {
            double[] shares = new double[rank];
            for (int k = rank - 1; k >= 0; k--) {
                double left = r[k * count + column];
                for (int j = k + 1; j < rank; j++) {
                    left -= r[k * count + j] * shares[j];
                }
                shares[k] = left / r[k * count + k];
            }
            return shares;
        }

        private static Collinearity of(int first, List<Quote> quotes, double[] weights, double[] missed) {
            int[] members = IntStream.concat(
                            IntStream.of(first),
                            IntStream.range(0, weights.length)
                                    .filter(i -> i != first && Math.abs(weights[i]) > SMALLEST_WEIGHT))
                    .toArray();
            double gap = 0;
            double variance = 0;
            for (int i : members) {
                gap += weights[i] * missed[i];
                variance += StrictMath.pow(weights[i] * QuoteSystem.error(quotes.get(i)), 2);
            }
            return new Collinearity(
                    IntStream.of(members).mapToObj(quotes::get).toList(),
                    Doubles.copyOf(
                            IntStream.of(members).mapToDouble(i -> weights[i]).toArray()),
                    Rate.ofDecimal(gap),
                    Rate.ofDecimal(Math.sqrt(variance)));
        }

        /** The combination with its gap and standard error in basis points. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < quotes.size(); i++) {
                text.append(NumberText.of(
                        i == 0 ? "%.0f x %s" : " %+.3f x %s",
                        weights.get(i),
                        quotes.get(i).instrument().label()));
            }
            return text + NumberText.of(" is %.3f bp apart (± %.3f)", gap.basisPoints(), standardError.basisPoints());
        }
    }

    public CalibratedPath {
        Require.components(
                CalibratedPath.class,
                completed,
                compiledQuotes,
                rates,
                residuals,
                jacobian,
                unidentifiedPeriods,
                solved,
                unidentifiedAdjustments);
        Require.atLeast(rank, 0, "rank");
        Require.atLeast(unknowns, 0, "unknowns");
        compiledQuotes = List.copyOf(compiledQuotes);
        unidentifiedPeriods = List.copyOf(unidentifiedPeriods);
        requireOneForEach(compiledQuotes, rates.size(), "rates");
        requireOneForEach(compiledQuotes, residuals.size(), "residuals");
        requireOneForEach(compiledQuotes, jacobian.columns(), "columns of jacobian");
    }

    private static void requireOneForEach(List<Quote> quotes, int size, String name) {
        if (size != quotes.size()) {
            throw new IllegalArgumentException(
                    name + " must be one for each of " + quotes.size() + " quotes but were " + size);
        }
    }

    /**
     * The path that a strip of fed funds futures implies, with the residual of each contract and the status of the fit.
     *
     * @param asOf the date of the prices
     * @param prices settlement prices by contract month
     * @return the fit of {@link PolicyPath#fromFutures}
     * @throws IllegalArgumentException if a price is none
     * @throws IllegalStateException if no contract is running, or the meetings of the day are not on record
     */
    public static CalibratedPath fromFutures(LocalDate asOf, Map<YearMonth, Double> prices) {
        MeetingSchedule fomc = MeetingSchedule.shipped(CentralBank.FED);
        LocalDate last = prices.keySet().stream()
                .max(YearMonth::compareTo)
                .map(YearMonth::atEndOfMonth)
                .orElse(asOf);
        MeetingSchedule.Coverage known = fomc.through(asOf, last);
        List<Meeting> meetings = (known instanceof MeetingSchedule.BeyondKnown beyond
                        ? beyond.meetings()
                        : known.orElseThrow())
                .stream().filter(meeting -> !meeting.effective().isAfter(last)).toList();
        YearMonth horizon = known instanceof MeetingSchedule.BeyondKnown beyond
                ? YearMonth.from(beyond.lastKnown())
                : YearMonth.from(last);
        List<Quote> strip = prices.entrySet().stream()
                .filter(price -> !price.getKey().isAfter(horizon)
                        && price.getKey().atEndOfMonth().isAfter(asOf.minusDays(1)))
                .map(price -> Quote.ofPrice(AverageFuture.zq(price.getKey()), price.getValue()))
                .toList();
        return PathCalibrator.compile(PathFrame.of(asOf, OvernightIndex.effr(), meetings), strip)
                .calibrate()
                .orElseThrow();
    }

    /**
     * The path as far as the quotes settle it.
     *
     * @return the rates and adjustments that are identified; the other rates are missing, the other adjustments unknown
     */
    public PolicyPath path() {
        double[] rates = completed.rates().toArray();
        unidentifiedPeriods.forEach(period -> rates[period] = Double.NaN);
        return new PolicyPath(
                unidentifiedAdjustments.count() == 0
                        ? completed.frame()
                        : completed.frame().withUnknown(unidentifiedAdjustments),
                Doubles.copyOf(rates));
    }

    /**
     * Whether the quotes determine the path exactly, more than once or not fully.
     *
     * @return exact, least squares or rank deficient
     */
    public Status status() {
        if (rank < unknowns) {
            return Status.RANK_DEFICIENT;
        }
        return rates.size() == unknowns ? Status.EXACT : Status.LEAST_SQUARES;
    }

    /**
     * The quotes that the path was found from, at the rates of this calibration.
     *
     * @return in the order they were compiled
     */
    public List<Quote> quotes() {
        return IntStream.range(0, rates.size())
                .mapToObj(i -> compiledQuotes.get(i).withRate(Rate.ofDecimal(rates.get(i))))
                .toList();
    }

    /**
     * The covariance of the completed path's rates from the standard errors of the quotes: {@code J diag(error^2) J'}.
     *
     * @return a row and a column for today's rate and for each meeting; equalities add nothing
     */
    public Matrix covariance() {
        double[][] covariance = new double[jacobian.rows()][jacobian.rows()];
        for (int i = 0; i < covariance.length; i++) {
            for (int j = 0; j < covariance.length; j++) {
                covariance[i][j] = covariance(i, j);
            }
        }
        return Matrix.copyOf(covariance);
    }

    private double covariance(int i, int j) {
        double sum = 0;
        for (int q = 0; q < rates.size(); q++) {
            double error = QuoteSystem.error(compiledQuotes.get(q));
            sum += jacobian.get(i, q) * jacobian.get(j, q) * error * error;
        }
        return sum;
    }

    /**
     * The meetings after which the market does not price the rate.
     *
     * @return in order
     */
    public List<Meeting> unidentifiedMeetings() {
        return unidentifiedPeriods.stream()
                .filter(period -> period > 0)
                .map(period -> completed.meetings().get(period - 1))
                .toList();
    }

    /**
     * The combinations of collinear quotes, those that contradict one another most first.
     *
     * <p><b>Cost</b>: compiling the quotes once more.
     *
     * @return one for each quote beyond those that settle the path
     */
    public List<Collinearity> collinearities() {
        return QuoteCurvature.collinearities(this);
    }

    /**
     * What a reader should know of the quotes before trusting the path.
     *
     * @return a sentence for each contract that is over, for each quote with past days whose fixing is not known, and
     *     for each combination of quotes that is nearly contradictory
     */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (Quote quote : quotes()) {
            int unfixed = completed.frame().missingFixings(quote.instrument()).size();
            if (quote.instrument().isOver(completed.asOf())) {
                warnings.add(quote.instrument().label() + " is over and not used");
            } else if (unfixed > 0) {
                warnings.add(quote.instrument().label() + " lacks " + unfixed
                        + " fixings of past days, which stand at today's rate of the path");
            }
        }
        collinearities().stream()
                .filter(Collinearity::isContradictory)
                .map(each -> "nearly contradictory: " + each)
                .forEach(warnings::add);
        return warnings;
    }

    /**
     * The residual of a quote, its pricing error.
     *
     * @param quote its place
     * @return the quoted rate minus the path's rate
     * @throws IndexOutOfBoundsException if there is no such quote
     */
    public Rate residual(int quote) {
        return Rate.ofDecimal(residuals.get(quote));
    }

    /**
     * The standard error of the rate in an inter-meeting period.
     *
     * @param period 0 for today's rate, j after the j-th meeting
     * @return from the standard errors of the quotes, or nothing if the rate is not identified
     * @throws IndexOutOfBoundsException if there is no such period
     */
    public Optional<Rate> standardError(int period) {
        Objects.checkIndex(period, jacobian.rows());
        return isIdentified(period)
                ? Optional.of(Rate.ofDecimal(Math.sqrt(covariance(period, period))))
                : Optional.empty();
    }

    private boolean isIdentified(int period) {
        return !unidentifiedPeriods.contains(period);
    }

    /**
     * The standard error of the change at a meeting.
     *
     * @param meeting one of the meetings
     * @return from the standard errors of the quotes and their covariance, or nothing if the change is not identified
     * @throws IllegalArgumentException if the path does not have the meeting
     */
    public Optional<Rate> stepStandardError(Meeting meeting) {
        int j = completed.frame().periodAfter(meeting);
        if (!isIdentified(j) || !isIdentified(j - 1)) {
            return Optional.empty();
        }
        double variance = covariance(j, j) + covariance(j - 1, j - 1) - 2 * covariance(j, j - 1);
        return Optional.of(Rate.ofDecimal(Math.sqrt(Math.max(0, variance))));
    }

    /**
     * The standard error of the probability of one more move at a meeting.
     *
     * @param meeting one of the meetings
     * @param size the size of one move, positive
     * @return the standard error of the step in moves, or nothing if the step is not identified
     * @throws IllegalArgumentException if the path does not have the meeting or the size is not positive
     */
    public OptionalDouble probabilityStandardError(Meeting meeting, Rate size) {
        AdjacentOutcomes.requirePositive(size);
        return stepStandardError(meeting).stream()
                .mapToDouble(error -> error.basisPoints() / size.basisPoints())
                .findFirst();
    }

    /**
     * The sensitivity of the rate after a meeting to the rate of a quote.
     *
     * @param meeting one of the meetings
     * @param quote the place of the quote
     * @return the derivative, or nothing if the rate is not identified
     * @throws IllegalArgumentException if the path does not have the meeting
     * @throws IndexOutOfBoundsException if there is no such quote
     */
    public OptionalDouble rateSensitivity(Meeting meeting, int quote) {
        int period = completed.frame().periodAfter(meeting);
        double slope = jacobian.get(period, quote);
        return isIdentified(period) ? OptionalDouble.of(slope) : OptionalDouble.empty();
    }

    /**
     * The sensitivity of the step at a meeting to the rate of a quote.
     *
     * @param meeting one of the meetings
     * @param quote the place of the quote
     * @return the derivative, or nothing if the step is not identified
     * @throws IllegalArgumentException if the path does not have the meeting
     * @throws IndexOutOfBoundsException if there is no such quote
     */
    public OptionalDouble stepSensitivity(Meeting meeting, int quote) {
        int period = completed.frame().periodAfter(meeting);
        double slope = jacobian.get(period, quote) - jacobian.get(period - 1, quote);
        return isIdentified(period) && isIdentified(period - 1) ? OptionalDouble.of(slope) : OptionalDouble.empty();
    }

    /**
     * The gamma of the rate after a meeting: its second derivatives with respect to the rates of the quotes.
     *
     * <p>{@code Gamma_ab = d^2 r / (dq_a dq_b)}, from the second derivatives of all quotes by the path and the implicit
     * equations of the fit. <b>Shape</b>: quotes by quotes, symmetric. <b>Unit</b>: one over a decimal; times 1e-4 it
     * is the change of {@link #rateSensitivity} for one basis point. <b>Missing</b>: none where the quotes leave a part
     * of the path open. Zero for averages. <b>Cost</b>: quotes times periods squared, and compiling the quotes once more.
     *
     * @param meeting one of the meetings
     * @return the matrix, or nothing if the quotes leave a part of it open
     * @throws IllegalArgumentException if the path does not have the meeting
     */
    public Optional<Matrix> gamma(Meeting meeting) {
        int period = completed.frame().periodAfter(meeting);
        return QuoteCurvature.of(this).map(curvature -> {
            double[] only = new double[curvature.unknowns()];
            only[period] = 1;
            return Matrix.copyOf(curvature.gamma(only, new double[only.length][only.length]));
        });
    }

    /**
     * Delta and gamma of a book by the quotes: what it gains when one quote's rate falls by a basis point, the others
     * unchanged, and for the product of two quotes' changes in basis points.
     *
     * <p>{@code delta_a = sum over positions of BPV * dR / dq_a} and {@code gamma_ab = -sum over positions of BPV * d^2
     * R / (dq_a dq_b)} by the basis point, which counts the curvature of the instruments and that of the calibration.
     * <b>Shape</b>: one number for each quote; quotes by quotes, symmetric. <b>Unit</b>: the money of the positions.
     * <b>Missing</b> and <b>cost</b>: as {@link #gamma(Meeting)}.
     *
     * @param <T> what is made of the two
     * @param book the positions
     * @param made takes delta and gamma
     * @return what is made, or nothing if the quotes leave a part of it open
     */
    public <T> Optional<T> bookRisk(List<RatePosition> book, BiFunction<Doubles, Matrix, T> made) {
        return QuoteCurvature.of(this)
                .map(curvature ->
                        made.apply(Doubles.copyOf(curvature.delta(book)), Matrix.copyOf(curvature.gamma(book))));
    }

    @Override
    public CalibratedPath orElseThrow() {
        return this;
    }

    /** The path, then the quality of the fit, then each quote with its residual in basis points and ticks. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(path().toString());
        text.append(NumberText.of("\n%s: rank %d of %d, condition %.3g", status(), rank, unknowns, condition));
        if (!names().isEmpty()) {
            text.append(String.format(
                    Locale.ROOT,
                    "\nnot identified by the quotes: %s; completed() fills them in by the smoothest path",
                    names()));
        }
        text.append(String.format(Locale.ROOT, "\n%-26s  %12s  %12s  %8s", "quote", "rate %", "residual bp", "ticks"));
        for (int i = 0; i < rates.size(); i++) {
            text.append(line(i));
        }
        warnings().forEach(warning -> text.append('\n').append(warning));
        return text.toString();
    }

    private String line(int i) {
        Quote quote = compiledQuotes.get(i).withRate(Rate.ofDecimal(rates.get(i)));
        OptionalDouble ticks = quote.instrument().ticks(residual(i));
        return NumberText.of(
                        "\n%-26s  %12.5f  %12.5f  %s",
                        quote.instrument().label(),
                        quote.rate().percent(),
                        Math.rint(residual(i).basisPoints() * SHOWN_PARTS) / SHOWN_PARTS + 0.0,
                        ticks.isPresent() ? NumberText.of("%8.2f", ticks.getAsDouble()) : "")
                .stripTrailing();
    }

    private String names() {
        Stream<String> periods = unidentifiedPeriods.stream()
                .map(period -> period == 0
                        ? "today's rate"
                        : completed.meetings().get(period - 1).decision().toString());
        Stream<String> adjustments = unidentifiedAdjustments.count() == 0
                ? Stream.of()
                : Stream.of(
                        Adjustments.none().withUnknowns(unidentifiedAdjustments).toString());
        return Stream.concat(periods, adjustments).collect(Collectors.joining(", "));
    }
}
