package io.github.macroregime.benchmarks;

import io.github.macroregime.benchmarks.reference.AddedAndRemovedProducts;
import io.github.macroregime.benchmarks.reference.EveryMatrix;
import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.stats.Correlations;
import io.github.macroregime.core.stats.Spectrum;
import io.github.macroregime.core.window.RunningCorrelations;
import io.github.macroregime.core.window.Window;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * The share of the first principal component of 30 assets: in each window of 252 of 5,000 days, and once over all days
 * with the whole spectrum.
 *
 * <p>Not comparable: no library rolls a correlation matrix, so that the peer, Commons Math for the matrix and EJML for
 * its eigenvalues, does one window in fifty, and so does the naive reference. EJML computes all eigenvalues, for which
 * it has no shorter way. The bound adds the newest and takes away the oldest products of all pairs, and looks at no
 * eigenvalue.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=CorrelationBenchmark</pre>
 */
@Comparison(title = "Correlations of 30 assets", per = "matrix")
public class CorrelationBenchmark extends Timed {

    private static final int ASSETS = 30;
    private static final int DAYS = 5_000;
    private static final int WINDOW = 252;
    private static final int APART = 50;
    private static final int SOME = (DAYS - WINDOW) / APART + 1;
    private static final int MATRICES = DAYS - WINDOW + 1;

    private final double[][] returns = new double[ASSETS][DAYS];

    @Override
    void fill() {
        SplittableRandom random = new SplittableRandom(7);
        for (int t = 0; t < DAYS; t++) {
            double market = random.nextDouble() - 0.5;
            for (double[] own : returns) {
                own[t] = 0.02 * (0.8 * market + random.nextDouble() - 0.5);
            }
        }
    }

    @Override
    void compare() {
        double[] ours = rolling();
        Agreement.bits("running", ours, running());
        double[] some = new double[SOME];
        Arrays.setAll(some, k -> ours[WINDOW - 1 + k * APART]);
        Agreement.require("naive", some, rollingNaive(), 0, 1e-9);
        Agreement.require("Commons Math and EJML", some, rollingCommonsMathAndEjml(), 0, 1e-9);
        double[][] last = EveryMatrix.correlations(returns, DAYS - WINDOW, DAYS);
        double[] lastCells = Arrays.stream(last).flatMapToDouble(Arrays::stream).toArray();
        Agreement.require("added and removed", lastCells, addedAndRemoved(), 0, 1e-10);
        Agreement.require("spectrum", spectrum().values().get(0), commonsMathAndEjml(), 1e-9);
        Agreement.require("naive spectrum", spectrum().values().get(0), naive(), 1e-9);
    }

    /** The library, every window. */
    @Benchmark
    @OperationsPerInvocation(MATRICES)
    @Candidate(question = "first share of every window", role = Role.OURS)
    public double[] rolling() {
        return RunningCorrelations.rollingLeadingShare(Window.of(WINDOW), returns);
    }

    /** The library, one day at a time. */
    @Benchmark
    @OperationsPerInvocation(MATRICES)
    @Candidate(question = "first share of every window", role = Role.OURS_OTHERWISE, by = "running form")
    public double[] running() {
        RunningCorrelations state = RunningCorrelations.of(ASSETS, Window.of(WINDOW));
        double[] result = new double[DAYS];
        double[] day = new double[ASSETS];
        for (int t = 0; t < DAYS; t++) {
            for (int i = 0; i < ASSETS; i++) {
                day[i] = returns[i][t];
            }
            state.push(day);
            result[t] = state.leadingShare();
        }
        return result;
    }

    /** Matrix of Commons Math, eigenvalues of EJML. */
    @Benchmark
    @OperationsPerInvocation(SOME)
    @Candidate(
            question = "first share of every window",
            role = Role.PEER,
            by = "Commons Math + EJML",
            note = "one window in fifty; all eigenvalues")
    public double[] rollingCommonsMathAndEjml() {
        double[] result = new double[SOME];
        Arrays.setAll(result, k -> largest(commonsMath(k * APART, k * APART + WINDOW)) / ASSETS);
        return result;
    }

    /** Two passes for each pair, powers of the matrix. */
    @Benchmark
    @OperationsPerInvocation(SOME)
    @Candidate(question = "first share of every window", role = Role.NAIVE, by = "naive", note = "one window in fifty")
    public double[] rollingNaive() {
        double[] result = new double[SOME];
        Arrays.setAll(
                result,
                k -> EveryMatrix.largestEigenvalue(EveryMatrix.correlations(returns, k * APART, k * APART + WINDOW))
                        / ASSETS);
        return result;
    }

    /** Products added and removed, summed afresh every window; the matrices only. */
    @Benchmark
    @OperationsPerInvocation(MATRICES)
    @Candidate(
            question = "first share of every window",
            role = Role.LOSER,
            by = "products added and removed",
            note = "the matrices only, without an eigenvalue")
    public double[] addedAndRemoved() {
        AddedAndRemovedProducts sums = new AddedAndRemovedProducts(ASSETS, WINDOW);
        double[] cells = new double[ASSETS * ASSETS];
        double[] day = new double[ASSETS];
        for (int t = 0; t < DAYS; t++) {
            for (int i = 0; i < ASSETS; i++) {
                day[i] = returns[i][t];
            }
            sums.push(day);
            sums.fill(cells);
        }
        return cells;
    }

    /** The products of all pairs, added and taken away. */
    @Benchmark
    @OperationsPerInvocation(MATRICES)
    @Candidate(question = "first share of every window", role = Role.BOUND, by = "running products of all pairs")
    public double bound() {
        double[] products = new double[ASSETS * ASSETS];
        double[] newest = new double[ASSETS];
        double[] oldest = new double[ASSETS];
        double seen = 0;
        for (int t = WINDOW; t < DAYS; t++) {
            for (int i = 0; i < ASSETS; i++) {
                newest[i] = returns[i][t];
                oldest[i] = returns[i][t - WINDOW];
            }
            for (int i = 0; i < ASSETS; i++) {
                for (int j = 0; j <= i; j++) {
                    products[i * ASSETS + j] += newest[i] * newest[j] - oldest[i] * oldest[j];
                }
            }
            seen += products[t % products.length];
        }
        return seen;
    }

    /** The library: one matrix and its whole spectrum with vectors. */
    @Benchmark
    @Candidate(question = "spectrum over all days", role = Role.OURS)
    public Spectrum spectrum() {
        Matrix matrix = Correlations.matrix(returns).orElseThrow();
        return Spectrum.of(matrix);
    }

    /** Matrix of Commons Math, eigenvalues of EJML. */
    @Benchmark
    @Candidate(
            question = "spectrum over all days",
            role = Role.PEER,
            by = "Commons Math + EJML",
            note = "without eigenvectors, which ours has")
    public double commonsMathAndEjml() {
        return largest(commonsMath(0, DAYS));
    }

    /** Two passes for each pair, powers of the matrix. */
    @Benchmark
    @Candidate(
            question = "spectrum over all days",
            role = Role.NAIVE,
            by = "naive",
            note = "the largest eigenvalue only")
    public double naive() {
        return EveryMatrix.largestEigenvalue(EveryMatrix.correlations(returns, 0, DAYS));
    }

    private double[][] commonsMath(int from, int to) {
        double[][] rows = new double[to - from][ASSETS];
        for (int t = from; t < to; t++) {
            for (int i = 0; i < ASSETS; i++) {
                rows[t - from][i] = returns[i][t];
            }
        }
        return new PearsonsCorrelation(rows).getCorrelationMatrix().getData();
    }

    private static double largest(double[][] matrix) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(matrix.length, false, true);
        if (!eigen.decompose(new DMatrixRMaj(matrix))) {
            throw new IllegalStateException("EJML must decompose a correlation matrix");
        }
        double largest = 0;
        for (int i = 0; i < eigen.getNumberOfEigenvalues(); i++) {
            largest = Math.max(largest, eigen.getEigenvalue(i).getReal());
        }
        return largest;
    }
}
