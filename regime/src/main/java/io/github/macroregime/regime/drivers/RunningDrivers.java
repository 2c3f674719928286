package io.github.macroregime.regime.drivers;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The walk of a driver model: standardise, learn what has matured, fit when it is time, speak. */
final class RunningDrivers implements DriverModel.Running {

    private static final int LEAST_OBSERVED = 60;

    private final DriverModel model;
    private final Unit unit;
    private final int[] observed;
    private final double[] means;
    private final double[] squares;
    private final Deque<Row> pending;
    private final Deque<Matured> embargoed;
    private final RunningRidge ridge;
    private LocalDate last = LocalDate.MIN;
    private double[] weights = {};
    private double drift = Double.NaN;
    private int sinceFit;
    private int judged;
    private double errors;
    private double naiveErrors;

    /** A day whose outcome has not come, with the forecast made then, NaN before the first fit. */
    private record Row(double level, Doubles z, double forecast, double naive) {}

    private record Matured(Doubles z, double outcome) {}

    RunningDrivers(DriverModel model, Unit unit) {
        int k = model.drivers().size();
        this.model = model;
        this.unit = unit;
        this.observed = new int[k];
        this.means = new double[k];
        this.squares = new double[k];
        this.pending = new ArrayDeque<>();
        this.embargoed = new ArrayDeque<>();
        this.ridge = new RunningRidge(k, model.ridge());
    }

    private RunningDrivers(RunningDrivers source) {
        this.model = source.model;
        this.unit = source.unit;
        this.observed = source.observed.clone();
        this.means = source.means.clone();
        this.squares = source.squares.clone();
        this.pending = new ArrayDeque<>(source.pending);
        this.embargoed = new ArrayDeque<>(source.embargoed);
        this.ridge = new RunningRidge(source.ridge);
        this.last = source.last;
        this.weights = source.weights;
        this.drift = source.drift;
        this.sinceFit = source.sinceFit;
        this.judged = source.judged;
        this.errors = source.errors;
        this.naiveErrors = source.naiveErrors;
    }

    static DriverWalk walk(DriverModel model, TimeSeries target, Panel drivers) {
        Unit unit = target.change(model.change(), model.horizon()).unit();
        RunningDrivers state = new RunningDrivers(model, unit);
        double[][] x = new double[target.size()][state.means.length];
        for (int j = 0; j < state.means.length; j++) {
            String name = model.drivers().get(j);
            Optional<TimeSeries> known =
                    drivers.has(name) ? Optional.of(drivers.series(name).on(target.dates())) : Optional.empty();
            for (int t = 0; t < x.length; t++) {
                x[t][j] = known.isPresent() ? known.get().value(t) : Double.NaN;
            }
        }
        List<double[]> rows = new ArrayList<>();
        List<double[]> fits = new ArrayList<>();
        List<Double> drifts = new ArrayList<>();
        int[] judged = new int[x.length];
        double[] rSquared = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            double[] z = state.take(target.value(t), x[t]);
            if (state.isFitted()) {
                rows.add(z);
                fits.add(state.weights);
                drifts.add(state.drift);
            }
            judged[t] = state.judged;
            rSquared[t] = state.rSquared();
        }
        DateIndex dates = target.dates().slice(target.size() - rows.size(), target.size());
        return new DriverWalk(
                new DriverHistory(
                        model,
                        panel(model, dates, rows, Unit.SCORE),
                        panel(model, dates, fits, unit),
                        TimeSeries.of(
                                dates,
                                drifts.stream().mapToDouble(Double::doubleValue).toArray(),
                                unit),
                        state.judged,
                        state.rSquared()),
                target.dates(),
                judged,
                rSquared);
    }

    private static Panel panel(DriverModel model, DateIndex dates, List<double[]> rows, Unit unit) {
        List<String> names = model.drivers();
        List<Doubles> columns = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            int column = j;
            columns.add(
                    Doubles.copyOf(rows.stream().mapToDouble(row -> row[column]).toArray()));
        }
        return new Panel(dates, names, columns, Collections.nCopies(names.size(), unit));
    }

    @Override
    public Optional<DriverReading> push(LocalDate date, double level, Map<String, Double> drivers) {
        if (!date.isAfter(last)) {
            throw new IllegalArgumentException("date must be after " + last + " but was " + date);
        }
        double[] x = model.drivers().stream()
                .mapToDouble(name -> Require.finite(drivers.getOrDefault(name, Double.NaN), name))
                .toArray();
        if (model.change() == Change.DIFFERENCE) {
            Require.finite(level, "level");
        } else {
            Require.positiveOrMissing(level, "level");
        }
        if (Double.isNaN(level)) {
            last = date;
            return Optional.empty();
        }
        double[] z = take(level, x);
        last = date;
        return isFitted()
                ? Optional.of(model.reading(date, unit, drift, column -> z[column], column -> weights[column]))
                : Optional.empty();
    }

    private boolean isFitted() {
        return weights.length > 0;
    }

    /** Takes a day with a target and answers its standardised drivers. */
    private double[] take(double level, double[] x) {
        if (pending.size() == model.horizon()) {
            double outcome =
                    Require.finite(model.change().between(pending.element().level(), level), "change");
            mature(pending.remove(), outcome);
        }
        double[] z = standardised(x);
        if (ridge.learned() >= model.training()) {
            if (sinceFit == 0) {
                weights = ridge.weights();
                drift = ridge.intercept(weights);
            }
            sinceFit = (sinceFit + 1) % model.refit();
        }
        pending.add(new Row(level, Doubles.copyOf(z), isFitted() ? forecast(z) : Double.NaN, ridge.meanOutcome()));
        return z;
    }

    private void mature(Row row, double outcome) {
        if (!Double.isNaN(row.forecast())) {
            judged++;
            errors += (outcome - row.forecast()) * (outcome - row.forecast());
            naiveErrors += (outcome - row.naive()) * (outcome - row.naive());
        }
        embargoed.add(new Matured(row.z(), outcome));
        if (embargoed.size() > model.embargo()) {
            Matured known = embargoed.remove();
            // A row without any driver teaches nothing.
            if (known.z().missingCount() < known.z().size()) {
                ridge.learn(known.z().toArray(), known.outcome());
            }
        }
    }

    private double[] standardised(double[] x) {
        double[] z = new double[x.length];
        Arrays.fill(z, Double.NaN);
        for (int j = 0; j < x.length; j++) {
            if (!Double.isNaN(x[j])) {
                observed[j]++;
                double before = x[j] - means[j];
                means[j] += before / observed[j];
                squares[j] += before * (x[j] - means[j]);
                if (observed[j] >= LEAST_OBSERVED && squares[j] > 0) {
                    z[j] = (x[j] - means[j]) / Math.sqrt(squares[j] / (observed[j] - 1));
                }
            }
        }
        return z;
    }

    private double forecast(double[] z) {
        double forecast = drift;
        for (int j = 0; j < z.length; j++) {
            forecast += Double.isNaN(z[j]) ? 0 : weights[j] * z[j];
        }
        return forecast;
    }

    @Override
    public int judged() {
        return judged;
    }

    @Override
    public double rSquared() {
        return naiveErrors > 0 ? 1 - errors / naiveErrors : Double.NaN;
    }

    @Override
    public RunningDrivers copy() {
        return new RunningDrivers(this);
    }
}
