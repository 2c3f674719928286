package io.github.macroregime.regime.switching;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.stats.LeastSquares;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.regime.state.MarkovChain;
import io.github.macroregime.regime.state.ParameterScope;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The fixed starting points of a fit, all cut from one autoregression for the whole sample. */
final class SwitchingStarts {

    private static final double[] STAYING = {0.95, 0.8, 0.65, 0.98};
    private static final double UNIT_ROOT = 0.05;

    private final SwitchingOptions options;
    private final double[] observed;
    private final double[] coefficients;
    private final double[] residuals;

    private SwitchingStarts(SwitchingOptions options, double[] observed, double[] coefficients, double[] residuals) {
        this.options = options;
        this.observed = observed;
        this.coefficients = coefficients;
        this.residuals = residuals;
    }

    /** Empty if there are no more complete observations than free numbers, or too few different ones. */
    static Optional<SwitchingStarts> of(double[] y, SwitchingOptions options) {
        int lags = options.lags();
        int[] complete = IntStream.range(Math.min(lags, y.length), y.length)
                .filter(t -> IntStream.rangeClosed(t - lags, t).noneMatch(i -> Double.isNaN(y[i])))
                .toArray();
        double[] observed = IntStream.of(complete).mapToDouble(t -> y[t]).toArray();
        long distinct = DoubleStream.of(observed).distinct().count();
        if (observed.length <= options.freeParameters() || distinct < Math.max(2, options.states())) {
            return Optional.empty();
        }
        if (lags == 0) {
            double mean = Moments.mean(observed);
            double[] residuals = DoubleStream.of(observed).map(v -> v - mean).toArray();
            return Optional.of(new SwitchingStarts(options, observed, new double[] {mean}, residuals));
        }
        double[][] lagged = IntStream.rangeClosed(1, lags)
                .mapToObj(lag ->
                        IntStream.of(complete).mapToDouble(t -> y[t - lag]).toArray())
                .toArray(double[][]::new);
        return LeastSquares.withIntercept(observed, lagged)
                .filter(fit -> fit.residualDeviation() > 0)
                .map(fit -> new SwitchingStarts(
                        options,
                        observed,
                        fit.coefficients().toArray(),
                        fit.residuals().toArray()));
    }

    /** The smallest variance a state may have. */
    double floor() {
        double deviation = Moments.populationDeviation(residuals);
        return Math.max(options.floorShare() * deviation * deviation, Double.MIN_NORMAL);
    }

    /** A starting point, numbered from 0 to 7. */
    SwitchingModel start(int number) {
        double stay = options.states() == 1 ? 1 : STAYING[number / 2];
        boolean apart = options.variances() == ParameterScope.SWITCHING;
        if (number % 2 == 0) {
            return cut(residuals, Comparator.naturalOrder(), coefficients, stay);
        }
        if (apart) {
            double[] sorted = residuals.clone();
            Arrays.sort(sorted);
            double median = sorted[sorted.length / 2];
            return cut(
                    residuals,
                    Comparator.<Double>comparingDouble(v -> Math.abs(v - median))
                            .thenComparing(Comparator.naturalOrder()),
                    coefficients,
                    stay);
        }
        return cut(observed, Comparator.naturalOrder(), new double[coefficients.length], stay);
    }

    // The order is one of values, so that the order of the observations in time does not matter.
    private SwitchingModel cut(double[] values, Comparator<Double> by, double[] line, double stay) {
        double[] sorted = DoubleStream.of(values)
                .boxed()
                .sorted(by)
                .mapToDouble(Double::doubleValue)
                .toArray();
        int states = options.states();
        double[] levels = new double[states];
        double[] variances = new double[states];
        double within = 0;
        for (int k = 0; k < states; k++) {
            double[] group = Arrays.copyOfRange(
                    sorted, (int) ((long) k * sorted.length / states), (int) ((long) (k + 1) * sorted.length / states));
            double deviation = Moments.populationDeviation(group);
            levels[k] = level(line, Moments.mean(group));
            variances[k] = Math.max(deviation * deviation, floor());
            within += variances[k] * group.length / sorted.length;
        }
        if (options.variances() == ParameterScope.COMMON) {
            Arrays.fill(variances, within);
        }
        double[][] lags = new double[states][];
        Arrays.setAll(lags, k -> Arrays.copyOfRange(line, 1, line.length));
        return new SwitchingModel(
                MarkovChain.persistent(states, stay),
                options.kind(),
                Doubles.copyOf(levels),
                Doubles.copyOf(variances),
                Matrix.copyOf(lags));
    }

    // A mean is an intercept over one less the sum of the lags, unless that is almost nothing.
    private double level(double[] line, double group) {
        double rest = 1 - DoubleStream.of(line).skip(1).sum();
        if (options.kind() == SwitchingModel.Level.INTERCEPT) {
            return line[0] + group;
        }
        return rest > UNIT_ROOT ? (line[0] + group) / rest : Moments.mean(observed) + group;
    }
}
