package io.github.macroregime.regime.drivers;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/**
 * A driver model walked forward: what its drivers said on each day.
 *
 * @param model the model
 * @param standardised the drivers in deviations from their means so far, NaN where missing
 * @param weights the change for each deviation, by the fit of the day
 * @param drift the change that drivers at their means would leave, by the fit of the day
 * @param judged how many forecasts have an outcome
 * @param rSquared the {@index "out-of-sample R²"}: one less the squared errors of the forecasts over those of the mean past
 *     change, below zero where the mean did better, NaN without an outcome
 */
public record DriverHistory(
        DriverModel model, Panel standardised, Panel weights, TimeSeries drift, int judged, double rSquared)
        implements Serializable {

    public DriverHistory {
        Require.components(DriverHistory.class, model, standardised, weights, drift);
        Require.atLeast(judged, 0, "judged");
        Require.finite(rSquared, "rSquared");
        if (!drift.dates().equals(weights.dates())) {
            throw new IllegalArgumentException(
                    "drift must have the " + weights.dates() + " of weights but had " + drift.dates());
        }
    }

    /**
     * The days that have a reading.
     *
     * @return the dates
     */
    public DateIndex dates() {
        return drift.dates();
    }

    /**
     * What the drivers of a day said.
     *
     * @param date a day
     * @return the reading, empty if the target had no value that day or there was no fit yet
     */
    public Optional<DriverReading> on(LocalDate date) {
        return dates().indexOf(date).stream().mapToObj(this::reading).findFirst();
    }

    /**
     * What the drivers of the last day said.
     *
     * @return the reading, empty without a day
     */
    public Optional<DriverReading> last() {
        return dates().isEmpty() ? Optional.empty() : Optional.of(reading(dates().size() - 1));
    }

    DriverReading reading(int t) {
        return model.reading(
                dates().get(t),
                drift.unit(),
                drift.value(t),
                column -> standardised.values().get(column).get(t),
                column -> weights.values().get(column).get(t));
    }

    /**
     * The impulse of each day.
     *
     * @return changes above or below the drift
     */
    public TimeSeries impulse() {
        return each((impulse, sizes) -> impulse, drift.unit());
    }

    /**
     * The alignment of each day.
     *
     * @return from 0 to 1
     */
    public TimeSeries alignment() {
        return each(DriverHistory::alignment, Unit.SCORE);
    }

    /**
     * A score for each day, which an evaluation takes: the sign of the impulse times the alignment.
     *
     * @return from −1 to 1
     */
    public TimeSeries scores() {
        return each((impulse, sizes) -> Math.signum(impulse) * alignment(impulse, sizes), Unit.SCORE);
    }

    private static double alignment(double impulse, double sizes) {
        return sizes == 0 ? Double.NaN : Math.min(1, Math.abs(impulse) / sizes);
    }

    /** A number of the impulse of each day and the sum of the sizes of its groups, added in the order of a reading. */
    private TimeSeries each(DoubleBinaryOperator number, Unit unit) {
        double[] values = new double[dates().size()];
        for (int t = 0; t < values.length; t++) {
            double impulse = 0;
            double sizes = 0;
            int column = 0;
            for (DriverModel.Group group : model.groups()) {
                double sum = 0;
                for (int j = 0; j < group.drivers().size(); j++) {
                    double z = standardised.values().get(column).get(t);
                    sum += Double.isNaN(z) ? 0 : weights.values().get(column).get(t) * z;
                    column++;
                }
                impulse += sum;
                sizes += Math.abs(sum);
            }
            values[t] = number.applyAsDouble(impulse, sizes);
        }
        return TimeSeries.of(dates(), values, unit);
    }

    /** How the forecasts did against the mean, and the last reading. */
    @Override
    public String toString() {
        return NumberText.of(
                        "Drivers walked forward on %d days, %d forecasts judged, out-of-sample R² %.4f%s",
                        dates().size(), judged, rSquared, rSquared > 0 ? "" : ": no better than the mean")
                + last().map(reading -> "\n" + reading).orElse("");
    }
}
