package io.github.macroregime.regime.drivers;

import io.github.macroregime.core.linear.Cholesky;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The walk of a driver model: standardise, learn what has matured, fit when it is time, speak. */
final class DriverWalk {

    private static final int LEAST_OBSERVED = 60;

    private final DriverModel model;
    private final TimeSeries target;
    private final double[] outcomes;
    private final double[][] rows;
    private final int k;
    private final double[] products;
    private final double[] moments;
    private final double[] sums;
    private double sumOfOutcomes;
    private int learned;
    private double[] weights = {};
    private double drift;
    private int judged;
    private double errors;
    private double naiveErrors;

    DriverWalk(DriverModel model, TimeSeries target, Panel drivers) {
        this.model = model;
        this.target = target;
        List<String> names = model.drivers();
        this.k = names.size();
        this.products = new double[k * k];
        this.moments = new double[k];
        this.sums = new double[k];
        this.rows = new double[target.size()][k];
        for (int j = 0; j < k; j++) {
            standardise(drivers, names.get(j), j);
        }
        TimeSeries change = target.change(model.change(), model.horizon());
        this.outcomes = new double[target.size()];
        Arrays.fill(outcomes, Double.NaN);
        for (int t = 0; t + model.horizon() < outcomes.length; t++) {
            outcomes[t] = change.value(t + model.horizon());
        }
    }

    private void standardise(Panel drivers, String name, int column) {
        double[] x = drivers.has(name)
                ? drivers.series(name).on(target.dates()).values().toArray()
                : new double[0];
        double mean = 0;
        double squares = 0;
        int n = 0;
        for (int t = 0; t < rows.length; t++) {
            rows[t][column] = Double.NaN;
            if (t < x.length && !Double.isNaN(x[t])) {
                n++;
                double before = x[t] - mean;
                mean += before / n;
                squares += before * (x[t] - mean);
                if (n >= LEAST_OBSERVED && squares > 0) {
                    rows[t][column] = (x[t] - mean) / Math.sqrt(squares / (n - 1));
                }
            }
        }
    }

    DriverHistory history() {
        int first = rows.length;
        List<double[]> fits = new ArrayList<>();
        double[] drifts = new double[rows.length];
        for (int t = 0; t < rows.length; t++) {
            learn(t - model.horizon() - model.embargo());
            if (learned >= model.training()) {
                first = Math.min(first, t);
                if ((t - first) % model.refit() == 0) {
                    fit();
                }
                fits.add(weights);
                drifts[t] = drift;
                judge(t);
            }
        }
        return result(first, fits, drifts);
    }

    /** Takes the row whose outcome has just matured; one without any driver teaches nothing. */
    private void learn(int t) {
        if (t < 0 || Arrays.stream(rows[t]).allMatch(Double::isNaN)) {
            return;
        }
        double[] z = rows[t].clone();
        learned++;
        sumOfOutcomes += outcomes[t];
        for (int i = 0; i < k; i++) {
            z[i] = Double.isNaN(z[i]) ? 0 : z[i];
            sums[i] += z[i];
            moments[i] += z[i] * outcomes[t];
            for (int j = 0; j <= i; j++) {
                products[i * k + j] += z[i] * z[j];
            }
        }
    }

    private void fit() {
        double[] gram = new double[k * k];
        double[] right = new double[k];
        double mean = sumOfOutcomes / learned;
        for (int i = 0; i < k; i++) {
            right[i] = moments[i] - sums[i] * mean;
            for (int j = 0; j <= i; j++) {
                gram[i * k + j] = products[i * k + j] - sums[i] * sums[j] / learned;
            }
            gram[i * k + i] += model.ridge() * learned;
        }
        weights = Cholesky.of(gram, k).orElseThrow().solve(right);
        drift = mean;
        for (int i = 0; i < k; i++) {
            drift -= weights[i] * sums[i] / learned;
        }
    }

    private void judge(int t) {
        if (Double.isNaN(outcomes[t])) {
            return;
        }
        double forecast = drift;
        for (int j = 0; j < k; j++) {
            forecast += Double.isNaN(rows[t][j]) ? 0 : weights[j] * rows[t][j];
        }
        double naive = sumOfOutcomes / learned;
        judged++;
        errors += (outcomes[t] - forecast) * (outcomes[t] - forecast);
        naiveErrors += (outcomes[t] - naive) * (outcomes[t] - naive);
    }

    private DriverHistory result(int first, List<double[]> fits, double[] drifts) {
        DateIndex dates = target.dates().slice(first, rows.length);
        List<Doubles> scores = new ArrayList<>();
        List<Doubles> fitted = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            double[] z = new double[dates.size()];
            double[] b = new double[dates.size()];
            for (int t = 0; t < z.length; t++) {
                z[t] = rows[first + t][j];
                b[t] = fits.get(t)[j];
            }
            scores.add(Doubles.copyOf(z));
            fitted.add(Doubles.copyOf(b));
        }
        Unit unit = target.change(model.change(), model.horizon()).unit();
        return new DriverHistory(
                model,
                new Panel(dates, model.drivers(), scores, Collections.nCopies(k, Unit.SCORE)),
                new Panel(dates, model.drivers(), fitted, Collections.nCopies(k, unit)),
                TimeSeries.of(dates, Arrays.copyOfRange(drifts, first, drifts.length), unit),
                judged,
                naiveErrors > 0 ? 1 - errors / naiveErrors : Double.NaN);
    }
}
