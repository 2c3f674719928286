package io.github.macroregime.benchmarks;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.regime.state.BaumWelch;
import io.github.macroregime.regime.state.FilteredStates;
import io.github.macroregime.regime.state.GaussianHmm;
import io.github.macroregime.regime.state.HmmFilter;
import io.github.macroregime.regime.state.HmmParameters;
import io.github.macroregime.regime.state.MarkovChain;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Hidden Markov filter and one step of expectation and maximisation over 20,000 observations.
 *
 * <p>Times are nanoseconds for each observation. The bound does the arithmetic of the filter on bare arrays with
 * {@link Math#exp}, without missing values and without outputs but the last; the naive reference works with
 * logarithms of everything, as textbooks write it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StatesHmmBenchmark {

    private static final int LENGTH = 20_000;

    /** How many states. */
    @Param({"2", "3"})
    public int states;

    private final double[] x = new double[LENGTH];
    private HmmParameters parameters;

    /** Draws a series that changes its variance every thousand observations. */
    @Setup
    public void fill() {
        Random random = new Random(20250722);
        for (int t = 0; t < LENGTH; t++) {
            x[t] = random.nextGaussian() * (1 + t / 1000 % states);
        }
        double[][] rows = new double[states][states];
        double[] means = new double[states];
        double[] variances = new double[states];
        for (int k = 0; k < states; k++) {
            Arrays.fill(rows[k], 0.02 / (states - 1));
            rows[k][k] = 0.98;
            means[k] = 0.01 * k;
            variances[k] = (k + 1.0) * (k + 1.0);
        }
        parameters = HmmParameters.inLongRun(MarkovChain.of(rows), Doubles.copyOf(means), Doubles.copyOf(variances));
    }

    /** The library's filter with all its outputs. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public FilteredStates filter() {
        return GaussianHmm.filter(x, parameters);
    }

    /** The library's log-likelihood, nothing kept. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public double logLikelihood() {
        return GaussianHmm.logLikelihood(x, parameters);
    }

    /** The library's running filter, one push at a time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public double online() {
        HmmFilter filter = HmmFilter.of(parameters);
        double last = 0;
        for (double value : x) {
            last = filter.push(value).get(0);
        }
        return last;
    }

    /** One step of expectation and maximisation. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public HmmParameters step() {
        return BaumWelch.step(x, parameters, 1e-6);
    }

    /** The arithmetic of the filter on bare arrays. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public double bound() {
        double[] predicted = parameters.initial().toArray();
        double[] filtered = new double[states];
        double[] logs = new double[states];
        double[][] moves = parameters.chain().transition().toArray();
        double[] means = parameters.means().toArray();
        double[] halves = parameters.variances().map(v -> 0.5 / v).toArray();
        double[] peaks = parameters
                .variances()
                .map(v -> -0.5 * Math.log(2 * Math.PI * v))
                .toArray();
        double likelihood = 0;
        double product = 1;
        for (int t = 0; t < LENGTH; t++) {
            double top = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < states; k++) {
                double distance = x[t] - means[k];
                logs[k] = peaks[k] - distance * distance * halves[k];
                top = Math.max(top, logs[k]);
            }
            double scale = 0;
            for (int k = 0; k < states; k++) {
                filtered[k] = predicted[k] * (logs[k] == top ? 1 : Math.exp(logs[k] - top));
                scale += filtered[k];
            }
            for (int j = 0; j < states; j++) {
                double next = 0;
                for (int i = 0; i < states; i++) {
                    next += filtered[i] * moves[i][j];
                }
                predicted[j] = next / scale;
            }
            likelihood += top;
            product *= scale;
            if ((t & 7) == 7) {
                likelihood += Math.log(product);
                product = 1;
            }
        }
        return likelihood + predicted[0];
    }

    /** Logarithms of everything: K + 1 exponentials and a logarithm for each state and observation. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public double naive() {
        double[] alpha = new double[states];
        double[][] moves = new double[states][states];
        for (int i = 0; i < states; i++) {
            for (int j = 0; j < states; j++) {
                moves[i][j] = Math.log(parameters.chain().transition().get(i, j));
            }
        }
        for (int t = 0; t < LENGTH; t++) {
            double[] next = new double[states];
            for (int j = 0; j < states; j++) {
                double[] terms = new double[states];
                for (int i = 0; i < states; i++) {
                    terms[i] = t == 0 ? Math.log(parameters.initial().get(j) / states) : alpha[i] + moves[i][j];
                }
                next[j] = logOfSum(terms) + logDensity(x[t], j);
            }
            alpha = next;
        }
        return logOfSum(alpha);
    }

    private double logDensity(double value, int state) {
        double variance = parameters.variances().get(state);
        double distance = value - parameters.means().get(state);
        return -0.5 * (Math.log(2 * Math.PI * variance) + distance * distance / variance);
    }

    private static double logOfSum(double[] terms) {
        double top = Double.NEGATIVE_INFINITY;
        for (double term : terms) {
            top = Math.max(top, term);
        }
        double sum = 0;
        for (double term : terms) {
            sum += Math.exp(term - top);
        }
        return top + Math.log(sum);
    }
}
