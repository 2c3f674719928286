package io.github.macroregime.benchmarks;

import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.window.Decay;
import io.github.macroregime.core.window.Expanding;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.regime.hmm.GaussianHmm;
import io.github.macroregime.regime.hmm.HmmParameters;
import io.github.macroregime.regime.state.MarkovChain;
import io.github.macroregime.regime.strength.StrengthModel;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * How the cost of a whole series grows with its length: four lengths, each four times the one before, windows of 252.
 * Linear is an exponent of one.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=LengthGrowthBenchmark</pre>
 */
@Comparison(title = "Growth in the length", per = "whole series", grows = "length", summary = "-")
public class LengthGrowthBenchmark extends Timed {

    private static final int WINDOW = 252;
    private static final Probability P95 = Probability.percent(95);

    /** How many observations there are. */
    @Param({"2500", "10000", "40000", "160000"})
    public int length;

    private final StrengthModel model = StrengthModel.withDefaults();
    private final HmmParameters parameters =
            HmmParameters.stationary(MarkovChain.ofTwoStates(0.98, 0.98), Doubles.of(-1, 1), Doubles.of(1, 1));

    double[] x = {};
    double[] standardised = {};

    @Override
    void fill() {
        x = Walk.of(length, 7);
        standardised = Window.of(WINDOW).zScore().over(x);
    }

    @Override
    void compare() {
        Agreement.bits(
                "running expanding quantile",
                Expanding.from(2).quantile(P95, QuantileType.LINEAR).over(first()),
                Pushed.through(
                        Expanding.from(2).quantile(P95, QuantileType.LINEAR).start(), first()));
    }

    /** Whole series. */
    @Benchmark
    @Candidate(question = "mean", role = Role.OURS)
    public double[] mean() {
        return Window.of(WINDOW).mean().over(x);
    }

    /** Whole series. */
    @Benchmark
    @Candidate(question = "deviation", role = Role.OURS)
    public double[] deviation() {
        return Window.of(WINDOW).sampleDeviation().over(x);
    }

    /** Whole series. */
    @Benchmark
    @Candidate(question = "max", role = Role.OURS)
    public double[] max() {
        return Window.of(WINDOW).max().over(x);
    }

    /** Whole series. */
    @Benchmark
    @Candidate(question = "quantile", role = Role.OURS)
    public double[] quantile() {
        return Window.of(WINDOW).quantile(P95).over(x);
    }

    /** Whole series. */
    @Benchmark
    @Candidate(question = "percentile rank", role = Role.OURS)
    public double[] rank() {
        return Window.of(WINDOW).percentileRank(PercentileRank.MID).over(x);
    }

    /** Whole series. */
    @Benchmark
    @Candidate(question = "EWMA", role = Role.OURS)
    public double[] ewma() {
        return Decay.span(WINDOW).mean().over(x);
    }

    /** Whole series. */
    @Benchmark
    @Candidate(question = "expanding deviation", role = Role.OURS)
    public double[] expandingDeviation() {
        return Expanding.from(2).sampleDeviation().over(x);
    }

    /** Whole series. */
    @Benchmark
    @Candidate(question = "expanding quantile", role = Role.OURS)
    public double[] expandingQuantile() {
        return Expanding.from(2).quantile(P95, QuantileType.LINEAR).over(x);
    }

    /** One push at a time. */
    @Benchmark
    @Candidate(question = "expanding quantile", role = Role.OURS_OTHERWISE, by = "running form")
    public double[] runningExpandingQuantile() {
        return Pushed.through(
                Expanding.from(2).quantile(P95, QuantileType.LINEAR).start(), x);
    }

    /** Whole series. */
    @Benchmark
    @Candidate(question = "expanding percentile rank", role = Role.OURS)
    public double[] expandingRank() {
        return Expanding.from(2).percentileRank(PercentileRank.MID).over(x);
    }

    /** Whole series. */
    @Benchmark
    @Candidate(question = "strength", role = Role.OURS)
    public double[] strength() {
        return model.over(x);
    }

    /** Whole series. */
    @Benchmark
    @Candidate(question = "hidden Markov filter", role = Role.OURS)
    public double[] filter() {
        return GaussianHmm.probability(standardised, parameters, 0);
    }

    private double[] first() {
        return Arrays.copyOf(x, 1000);
    }
}
