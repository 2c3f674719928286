package io.github.macroregime.core.law;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Series as they come: noise, walks, ties, flat runs, jumps, gaps, high levels and extreme sizes. */
public final class SeriesArbitraries {

    private static final double MISSING = Double.NaN;

    private SeriesArbitraries() {}

    /** Series without missing values. */
    public static Arbitrary<double[]> complete(int shortest, int longest) {
        return Arbitraries.oneOf(List.of(
                noise(shortest, longest),
                walk(shortest, longest),
                ties(shortest, longest),
                level(shortest, longest),
                jumps(shortest, longest)));
    }

    /** Series of any kind with gaps strewn in. */
    public static Arbitrary<double[]> gapped(int shortest, int longest) {
        return complete(shortest, longest)
                .flatMap(x -> Arbitraries.integers()
                        .between(0, 9)
                        .array(int[].class)
                        .ofSize(x.length)
                        .map(dice -> strewn(x, dice)));
    }

    /** Two series on the same positions, with gaps. */
    public static Arbitrary<Tuple.Tuple2<double[], double[]>> pairs(int shortest, int longest) {
        return gapped(shortest, longest).flatMap(x -> gapped(x.length, x.length).map(y -> Tuple.of(x, y)));
    }

    private static double[] strewn(double[] x, int[] dice) {
        double[] gapped = x.clone();
        for (int i = 0; i < x.length; i++) {
            // A gap tends to go on: runs of missing values are what breaks windows.
            boolean goesOn = i > 0 && Double.isNaN(gapped[i - 1]) && dice[i] < 6;
            gapped[i] = dice[i] == 0 || goesOn ? MISSING : x[i];
        }
        return gapped;
    }

    private static Arbitrary<double[]> noise(int shortest, int longest) {
        return numbers(-3, 3, shortest, longest);
    }

    private static Arbitrary<double[]> walk(int shortest, int longest) {
        return numbers(-1, 1, shortest, longest).map(steps -> {
            double[] walk = steps.clone();
            for (int i = 1; i < walk.length; i++) {
                walk[i] += walk[i - 1];
            }
            return walk;
        });
    }

    private static Arbitrary<double[]> ties(int shortest, int longest) {
        return Arbitraries.integers()
                .between(-2, 2)
                .array(int[].class)
                .ofMinSize(shortest)
                .ofMaxSize(longest)
                .map(whole -> Arrays.stream(whole).mapToDouble(i -> i / 2.0).toArray());
    }

    private static Arbitrary<double[]> level(int shortest, int longest) {
        return noise(shortest, longest)
                .map(x -> Arrays.stream(x).map(value -> value + 1e9).toArray());
    }

    private static Arbitrary<double[]> jumps(int shortest, int longest) {
        return numbers(-30, 30, shortest, longest)
                .map(x -> Arrays.stream(x)
                        .map(value -> Math.abs(value) > 27 ? value * 1e12 : Math.abs(value) < 10 ? 7 : value)
                        .toArray());
    }

    private static Arbitrary<double[]> numbers(double low, double high, int shortest, int longest) {
        return Arbitraries.doubles()
                .between(low, high)
                .ofScale(6)
                .array(double[].class)
                .ofMinSize(shortest)
                .ofMaxSize(longest);
    }
}
