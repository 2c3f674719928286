package io.github.macroregime.credit;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.LeastSquares;
import io.github.macroregime.core.stats.Regression;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.Driver.Move;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The {@index disconnect} of a spread from a driver, or {@index divergence}: the residual of the last spread change
 * from a regression on the changes of the driver.
 *
 * <p>The line is fitted to the changes before the last one, which it therefore does not know.
 *
 * @param driver what the spread is compared with
 * @param date the date of the last change
 * @param driverChange the last change of the driver in its own measure
 * @param spreadChange the last change of the spread
 * @param fit the regression of spread changes on driver changes over the window before
 * @param deadZone the size of a change up to which the spread has not moved, not negative
 */
public record Disconnect(
        Driver driver, LocalDate date, double driverChange, Rate spreadChange, Regression fit, Rate deadZone)
        implements Serializable {

    private static final double LARGEST = 1e99;

    public Disconnect {
        Require.components(Disconnect.class, driver, date, spreadChange, fit, deadZone);
        if (deadZone.isNegative()) {
            throw new IllegalArgumentException("deadZone must not be negative but was " + deadZone);
        }
        if (fit.means().size() != 1) {
            throw new IllegalArgumentException(
                    "fit must have one regressor but has " + fit.means().size());
        }
        double predicted = fit.predict(driverChange);
        if (!(Math.abs(driverChange) <= LARGEST && Math.abs(predicted) <= LARGEST)) {
            throw new IllegalArgumentException(
                    "driverChange and what the fit predicts from it must lie between -1e99 and" + " 1e99 but were "
                            + driverChange + " and " + predicted);
        }
    }

    /**
     * The last change of a spread against a driver.
     *
     * <p>Changes run between business days on which both were observed; a change over a gap is one change. <b>Missing</b>
     * values are stepped over. <b>Cost</b>: linear in the history.
     *
     * @param levels the spread by date
     * @param driver what it is compared with
     * @param asOf the date at which one looks; nothing after it is seen
     * @param window how many changes before the last one the line is fitted to, from 3
     * @param deadZone the size of a change up to which the spread has not moved
     * @return the comparison, at the last common date however old; empty if there are too few common dates or the driver did
     *     not move in the window
     * @throws IllegalArgumentException if the window is below 3, or too few of its dates are {@linkplain Require#shared
     *     shared}, such as months stamped with their own last days
     */
    public static Optional<Disconnect> of(TimeSeries levels, Driver driver, LocalDate asOf, int window, Rate deadZone) {
        if (window < 3) {
            throw new IllegalArgumentException("window must be at least 3 but was " + window);
        }
        TimeSeries spread =
                Require.rates(levels, "levels").until(asOf).dropMissing().withoutMonthEndWeekends();
        TimeSeries other = driver.levels().until(asOf).dropMissing();
        DateIndex common = spread.dates().intersect(other.dates());
        int last = common.size() - 1;
        if (last < window + 1) {
            return Optional.empty();
        }
        Require.shared(
                common.slice(last - window - 1, last + 1), List.of("levels", "driver"), spread.dates(), other.dates());
        double[] y = new double[window + 1];
        double[] x = new double[window + 1];
        for (int i = 0; i <= window; i++) {
            LocalDate before = common.get(last - window + i - 1);
            LocalDate after = common.get(last - window + i);
            y[i] = at(spread, after) - at(spread, before);
            x[i] = driver.change(at(other, before), at(other, after));
        }
        return LeastSquares.withIntercept(Arrays.copyOf(y, window), Arrays.copyOf(x, window))
                .map(fit ->
                        new Disconnect(driver, common.get(last), x[window], Rate.ofDecimal(y[window]), fit, deadZone));
    }

    private static double at(TimeSeries series, LocalDate date) {
        return series.on(date).orElseThrow();
    }

    /**
     * The change of the spread that the regression predicts from the change of the driver.
     *
     * @return the predicted change of the spread
     */
    public Rate predicted() {
        return Rate.ofDecimal(fit.predict(driverChange));
    }

    /**
     * The {@index residual}, which the regression does not explain: {@code change - predicted}.
     *
     * @return positive if the spread has widened more than predicted
     */
    public Rate residual() {
        return spreadChange.minus(predicted());
    }

    /**
     * The {@index "standardised residual"}: the residual over the standard error of the window's residuals.
     *
     * @return the score; empty if every pair of the window lay on the line
     */
    public OptionalDouble score() {
        return fit.residualDeviation() > 0
                ? OptionalDouble.of((spreadChange.decimal() - fit.predict(driverChange)) / fit.residualDeviation())
                : OptionalDouble.empty();
    }

    /**
     * The {@index "prediction error"} score: {@code residual / (s sqrt(1 + h))} with the standard error s of the
     * window's residuals and the leverage {@code h = 1/n + (x - mean)^2 / sum (x_i - mean)^2} of the last change of the
     * driver.
     *
     * <p>The line itself is estimated, the less surely the further the driver moved: a residual on a day of a large move
     * is less unusual than {@link #score} has it. Student's t with n − 2 degrees of freedom under normal residuals.
     *
     * @return the score, nearer to zero than {@link #score}; empty if every pair of the window lay on the line
     */
    public OptionalDouble predictionScore() {
        double scale = Math.sqrt(1 + fit.leverage(driverChange));
        return score().stream().map(score -> score / scale).findFirst();
    }

    /**
     * The direction of the driver.
     *
     * @return the direction, by its dead zone
     */
    public Move driverMove() {
        return Move.of(driverChange, driver.deadZone());
    }

    /**
     * The direction of the spread: up is wider.
     *
     * @return the direction, by the dead zone
     */
    public Move spreadMove() {
        return Move.of(spreadChange.decimal(), deadZone.decimal());
    }

    /**
     * Whether the spread has moved as the reader expects; if the driver has not moved, no move is expected.
     *
     * @return true if the direction is the expected one
     */
    public boolean isAsExpected() {
        return spreadMove() == driver.expected().expected(driverMove());
    }

    /**
     * Whether the slope of the window has the sign that the reader expects.
     *
     * @return false if the past of the window contradicts the expectation
     */
    public boolean isExpectationSupported() {
        return driver.expected().agrees(fit.slope());
    }

    /**
     * Whether the driver has moved while the spread has not.
     *
     * @return true if the spread stood still alone
     */
    public boolean isSpreadAloneUnmoved() {
        return driverMove() != Move.UNCHANGED && spreadMove() == Move.UNCHANGED;
    }

    /**
     * What the driver and the spread did, in the words of a desk.
     *
     * @return for example {@code rally, spread unchanged}
     */
    public String quadrant() {
        return marketWord() + ", spread " + spreadWord();
    }

    private String marketWord() {
        Move move =
                driver.rally() == Driver.Rally.UP ? driverMove() : driverMove().reversed();
        return switch (move) {
            case UP -> "rally";
            case DOWN -> "sell-off";
            case UNCHANGED -> "no move";
        };
    }

    private String spreadWord() {
        return switch (spreadMove()) {
            case UP -> "wider";
            case DOWN -> "tighter";
            case UNCHANGED -> "unchanged";
        };
    }

    private static String text(OptionalDouble score) {
        return score.isPresent() ? NumberText.of("%+.1f", score.getAsDouble()) : "-";
    }

    /** One statement with its date and its numbers. */
    @Override
    public String toString() {
        return NumberText.of(
                "%s: %s %s, spread %+.2f bp against %+.2f bp predicted (z %s, prediction z %s, R2 %.2f, n = %d): %s,"
                        + " %s",
                date,
                driver.name(),
                driver.text(driverChange),
                spreadChange.basisPoints(),
                predicted().basisPoints(),
                text(score()),
                text(predictionScore()),
                fit.rSquared(),
                fit.observations(),
                quadrant(),
                isAsExpected() ? "as expected" : "not as expected");
    }
}
