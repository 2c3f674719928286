package io.github.macroregime.benchmarks;

import io.github.macroregime.benchmarks.reference.TextbookHmm;
import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.regime.hmm.BaumWelch;
import io.github.macroregime.regime.hmm.GaussianHmm;
import io.github.macroregime.regime.hmm.HmmFilter;
import io.github.macroregime.regime.hmm.HmmParameters;
import io.github.macroregime.regime.state.FilteredStates;
import io.github.macroregime.regime.state.MarkovChain;
import java.util.Arrays;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;

/**
 * A hidden Markov model with two or three normal states over 20,000 observations: its filter, its log-likelihood and one
 * step of expectation and maximisation.
 *
 * <p>Not comparable: the one Java library known to fit normal states, jahmm, is not on Maven Central and cannot be had
 * here; Smile is GPL and its states are discrete. So the naive reference stands alone: logarithms of everything for the
 * likelihood, scaled probabilities all kept for the step. The bound does the arithmetic of the filter on bare arrays with
 * {@link Math#exp}, without missing values and without outputs but the last.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=HmmBenchmark</pre>
 */
@Comparison(title = "Hidden Markov model", per = "observation")
public class HmmBenchmark extends Timed {

    private static final int LENGTH = 20_000;

    /** How many states. */
    @Param({"2", "3"})
    public int states;

    private final double[] x = new double[LENGTH];
    private HmmParameters parameters =
            HmmParameters.stationary(MarkovChain.ofTwoStates(0.98, 0.98), Doubles.of(0, 0.01), Doubles.of(1, 4));
    private TextbookHmm textbook = new TextbookHmm(new double[0], new double[0][], new double[0], new double[0]);

    /** A series that changes its variance every thousand observations. */
    @Override
    void fill() {
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
        parameters = HmmParameters.stationary(MarkovChain.of(rows), Doubles.copyOf(means), Doubles.copyOf(variances));
        textbook = new TextbookHmm(parameters.initial().toArray(), rows, means, variances);
    }

    @Override
    void compare() {
        Agreement.require("naive likelihood", logLikelihood(), naiveLikelihood(), 1e-10);
        Agreement.require("bound", logLikelihood(), bound(), 1e-10);
        FilteredStates batch = filter();
        Agreement.require("running filter", batch.of(0).get(LENGTH - 1), online(), 0);
        HmmParameters ours = step();
        TextbookHmm naive = naiveStep();
        Agreement.require("means", ours.means().toArray(), naive.means(), 0, 1e-9);
        Agreement.require("variances", ours.variances().toArray(), naive.variances(), 0, 1e-9);
        for (int i = 0; i < states; i++) {
            for (int j = 0; j < states; j++) {
                Agreement.require("transition", ours.chain().transition().get(i, j), naive.transition()[i][j], 1e-9);
            }
        }
    }

    /** The library's filter with all its outputs. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "filter", role = Role.OURS)
    public FilteredStates filter() {
        return GaussianHmm.filter(x, parameters);
    }

    /** The library's log-likelihood, nothing kept. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "log-likelihood", role = Role.OURS)
    public double logLikelihood() {
        return GaussianHmm.logLikelihood(x, parameters);
    }

    /** The library's running filter, one push at a time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "filter", role = Role.OURS_OTHERWISE, by = "running form")
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
    @Candidate(question = "EM step", role = Role.OURS)
    public HmmParameters step() {
        return BaumWelch.step(x, parameters, 1e-6);
    }

    /** The arithmetic of the filter on bare arrays. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "log-likelihood", role = Role.BOUND, by = "bare recursion")
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
        return likelihood + Math.log(product);
    }

    /** Logarithms of everything. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "log-likelihood", role = Role.NAIVE, by = "textbook")
    public double naiveLikelihood() {
        return textbook.logLikelihood(x);
    }

    /** Every probability of every day kept. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "EM step", role = Role.NAIVE, by = "textbook")
    public TextbookHmm naiveStep() {
        return textbook.step(x);
    }
}
