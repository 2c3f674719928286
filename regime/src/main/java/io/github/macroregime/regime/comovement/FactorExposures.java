package io.github.macroregime.regime.comovement;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.LeastSquares;
import io.github.macroregime.core.stats.Regression;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@index "Factor exposures"} over time: the coefficients of a {@index "rolling regression"} of returns on factors, with an
 * intercept and their ordinary standard errors.
 *
 * @param window over how many common observations each fit runs
 * @param intercept the part that no factor explains, per observation: alpha
 * @param exposures the coefficient of each factor, NaN where factors of a window depend on each other
 * @param errors their standard errors, for uncorrelated errors of equal variance
 * @param rSquared the share of the variance that the factors explain
 */
public record FactorExposures(int window, TimeSeries intercept, Panel exposures, Panel errors, TimeSeries rSquared)
        implements Serializable {

    public FactorExposures {
        Require.components(FactorExposures.class, intercept, exposures, errors, rSquared);
        Require.atLeast(window, 0, "window");
        DateIndex dates = intercept.dates();
        if (!exposures.dates().equals(dates)
                || !errors.dates().equals(dates)
                || !rSquared.dates().equals(dates)) {
            throw new IllegalArgumentException(
                    "exposures, errors and rSquared must have the " + dates + " of intercept but had "
                            + exposures.dates() + ", " + errors.dates() + " and " + rSquared.dates());
        }
    }

    /**
     * The exposures of returns to factors, window by window.
     *
     * <p><b>Missing</b>: days on which anything is missing are left out, so that windows count complete days.
     * <b>Cost</b>: the window times the square of the count of factors per day.
     *
     * @param returns what is to be explained: returns or changes
     * @param factors the explaining returns or changes, at least one
     * @param window over how many complete days each fit runs, at least three more than factors
     * @return one fit for each complete day from the first full window on
     * @throws IllegalArgumentException if the window is too short or too few of the dates are {@linkplain Require#shared
     *     shared}
     */
    public static FactorExposures rolling(TimeSeries returns, Panel factors, int window) {
        Require.atLeast(window, factors.columns().size() + 3, "window");
        List<NamedSeries> named = factors.all();
        DateIndex common = factors.dates().intersect(returns.dates());
        double[] y = returns.on(common).values().toArray();
        double[][] x = named.stream()
                .map(factor -> factor.series().on(common).values().toArray())
                .toArray(double[][]::new);
        int[] complete = IntStream.range(0, y.length)
                .filter(t -> !Double.isNaN(y[t]) && Arrays.stream(x).noneMatch(factor -> Double.isNaN(factor[t])))
                .toArray();
        DateIndex days =
                DateIndex.copyOf(Arrays.stream(complete).mapToObj(common::get).toList());
        List<NamedSeries> all = Stream.concat(Stream.of(returns.named("returns")), named.stream())
                .toList();
        Require.shared(
                days,
                all.stream().map(NamedSeries::name).toList(),
                all.stream().map(each -> each.series().dropMissing().dates()).toArray(DateIndex[]::new));
        return fitted(
                days,
                pick(y, complete),
                Arrays.stream(x).map(each -> pick(each, complete)).toArray(double[][]::new),
                named,
                window);
    }

    private static double[] pick(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(t -> values[t]).toArray();
    }

    private static FactorExposures fitted(
            DateIndex days, double[] y, double[][] x, List<NamedSeries> named, int window) {
        int size = Math.max(0, y.length - window + 1);
        int k = x.length;
        double[][] coefficients = new double[k + 1][size];
        double[][] errors = new double[k + 1][size];
        double[] explained = new double[size];
        for (int t = 0; t < size; t++) {
            int from = t;
            Optional<Regression> fit = LeastSquares.withIntercept(
                    Arrays.copyOfRange(y, t, t + window),
                    Arrays.stream(x)
                            .map(each -> Arrays.copyOfRange(each, from, from + window))
                            .toArray(double[][]::new));
            for (int j = 0; j <= k; j++) {
                int at = j;
                coefficients[j][t] = fit.map(f -> f.coefficients().get(at)).orElse(Double.NaN);
                errors[j][t] = fit.map(f -> f.standardErrors().get(at)).orElse(Double.NaN);
            }
            explained[t] = fit.map(Regression::rSquared).orElse(Double.NaN);
        }
        DateIndex dates = days.slice(days.size() - size, days.size());
        return new FactorExposures(
                window,
                TimeSeries.of(dates, coefficients[0], Unit.FRACTION),
                panel(dates, named, coefficients),
                panel(dates, named, errors),
                TimeSeries.of(dates, explained, Unit.FRACTION));
    }

    private static Panel panel(DateIndex dates, List<NamedSeries> named, double[][] rows) {
        return new Panel(
                dates,
                named.stream().map(NamedSeries::name).toList(),
                Arrays.stream(rows).skip(1).map(Doubles::copyOf).toList(),
                Collections.nCopies(named.size(), Unit.FRACTION));
    }

    /** The last fit: a line for each factor with its error and t-statistic. */
    @Override
    public String toString() {
        if (intercept.isEmpty()) {
            return "Factor exposures over " + window + ": too few complete days";
        }
        int last = intercept.size() - 1;
        StringBuilder text = new StringBuilder(NumberText.of(
                "Factor exposures over %d, %d fits, %s: intercept %.6f, R² %.3f",
                window, intercept.size(), intercept.date(last), intercept.value(last), rSquared.value(last)));
        for (int j = 0; j < exposures.columns().size(); j++) {
            double exposure = exposures.values().get(j).get(last);
            double error = errors.values().get(j).get(last);
            text.append(NumberText.of(
                    "\n%-20s %+.3f (error %.3f, t %+.1f)",
                    exposures.columns().get(j), exposure, error, exposure / error));
        }
        return text.toString();
    }
}
