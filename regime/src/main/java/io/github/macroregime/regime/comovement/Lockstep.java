package io.github.macroregime.regime.comovement;

import io.github.macroregime.core.linear.Cholesky;
import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Correlations;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.RunningCorrelations;
import io.github.macroregime.core.window.Window;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@index Lockstep}, the {@index comovement} of several assets, against what chance would give: average correlation,
 * {@index "principal components"} ({@index PCA}), absorption ratio and turbulence (the
 * {@index "Mahalanobis distance"}).
 *
 * <p>Changes are taken between the days that all assets have, so that a calendar of one does not shift another.
 *
 * <p><b>Source</b>: Kritzman, Li, Page and Rigobon 2011 (absorption ratio); Kritzman and Li 2010 (turbulence);
 * Marchenko and Pastur 1967 (largest eigenvalue by chance).
 */
public final class Lockstep {

    private static final int ABSORBED_PART = 5;
    private static final double SINGULAR = 1e-10;

    private Lockstep() {}

    /**
     * Average pairwise correlation, share of the first principal component, {@index "absorption ratio"}, effective
     * number and turbulence of a window of returns.
     *
     * <p><b>Missing</b>: days on which an asset has no price are left out for all. <b>Cost</b>: O(N² n + m³), m the smaller of N and n.
     *
     * @param assets prices or levels by name, at least two
     * @param change how a change from one day to the next is taken: RELATIVE for prices, DIFFERENCE for yields
     * @param asOf the date at which one looks; nothing after it is used
     * @param days how many returns the window holds, from 2
     * @return the reading, empty if there are not enough common days or an asset did not move
     * @throws IllegalArgumentException if there are fewer than two assets, days is below 2, a name is taken twice, a
     *     price is not positive or two of them hardly {@linkplain Require#shared share} their dates
     */
    public static Optional<LockstepReading> reading(List<NamedSeries> assets, Change change, LocalDate asOf, int days) {
        if (assets.size() < 2 || days < 2) {
            throw new IllegalArgumentException(
                    "assets and days must be at least 2 but were " + assets.size() + " and " + days);
        }
        DateIndex common = AlignedChanges.commonDates(assets, asOf, days + 2L);
        if (common.size() <= days) {
            return Optional.empty();
        }
        boolean oneMore = common.size() > days + 1;
        DateIndex used =
                AlignedChanges.shared(assets, common.slice(common.size() - days - (oneMore ? 2 : 1), common.size()));
        double[][] returns = AlignedChanges.of(assets, used, change);
        double[][] window = tails(returns, days);
        return Components.of(window)
                .map(components -> reading(assets, used.last(), days, components, turbulenceOfLast(returns)));
    }

    private static LockstepReading reading(
            List<NamedSeries> assets, LocalDate last, int days, Components components, OptionalDouble turbulence) {
        int n = assets.size();
        return new LockstepReading(
                last,
                days,
                assets.stream().map(NamedSeries::name).toList(),
                components.mean(),
                components.meanAbsolute(),
                components.share(1),
                chanceShare(n, days),
                components.share((n + ABSORBED_PART - 1) / ABSORBED_PART),
                components.spectrum().effectiveRank(),
                signed(components.first()),
                turbulence.orElse(Double.NaN));
    }

    /**
     * The share of the first principal component and the average pairwise correlation of every window of returns.
     *
     * <p>On each date what {@link #reading} gives there, apart from rounding, in one pass. A single row of returns
     * after the other is taken by {@link RunningCorrelations}, whose numbers these are bit for bit.
     *
     * <p><b>Missing</b>: days on which an asset has no price are left out for all. <b>Cost</b>: that of
     * {@link RunningCorrelations} for each day, the same at every window length.
     *
     * @param assets prices or levels by name, at least two
     * @param change how a change from one day to the next is taken: RELATIVE for prices, DIFFERENCE for yields
     * @param asOf the date at which one looks; nothing after it is used
     * @param days how many returns a window holds, from 2
     * @return one value for each day from the first full window on, none if there are not enough common days
     * @throws IllegalArgumentException if there are fewer than two assets, days is below 2, a name is taken twice, a
     *     price is not positive or two of them hardly {@linkplain Require#shared share} their dates
     */
    public static LockstepHistory history(List<NamedSeries> assets, Change change, LocalDate asOf, int days) {
        if (assets.size() < 2 || days < 2) {
            throw new IllegalArgumentException(
                    "assets and days must be at least 2 but were " + assets.size() + " and " + days);
        }
        DateIndex common = AlignedChanges.commonDates(assets, asOf);
        int count = Math.max(0, AlignedChanges.shared(assets, common).size() - days);
        double[] share = new double[count];
        double[] mean = new double[count];
        double[][] returns = count == 0 ? new double[0][] : AlignedChanges.of(assets, common, change);
        RunningCorrelations state = RunningCorrelations.of(assets.size(), Window.of(Math.min(days, common.size() + 1)));
        for (int t = 0; count > 0 && t < common.size() - 1; t++) {
            int day = t;
            state.push(Arrays.stream(returns).mapToDouble(r -> r[day]).toArray());
            if (t >= days - 1) {
                share[t - days + 1] = state.leadingShare();
                mean[t - days + 1] = state.averagePairwise();
            }
        }
        DateIndex dates = common.slice(common.size() - count, common.size());
        return new LockstepHistory(
                days,
                assets.stream().map(NamedSeries::name).toList(),
                TimeSeries.of(dates, share, Unit.FRACTION),
                TimeSeries.of(dates, mean, Unit.FRACTION),
                chanceShare(assets.size(), days));
    }

    private static Doubles signed(Doubles loadings) {
        int largest = 0;
        for (int i = 1; i < loadings.size(); i++) {
            if (Math.abs(loadings.get(i)) > Math.abs(loadings.get(largest))) {
                largest = i;
            }
        }
        double sign = loadings.get(largest) < 0 ? -1 : 1;
        return loadings.map(v -> sign * v);
    }

    /**
     * The {@index "Marchenko-Pastur"} edge, the share of the first component that independent assets would show:
     * {@code (1 + sqrt(N / n))^2 / N}, at most 1.
     *
     * @param assets how many assets N, from 1
     * @param days how many returns n, from 1
     * @return from 1/N to 1
     * @throws IllegalArgumentException if a count is below 1
     */
    public static double chanceShare(int assets, int days) {
        if (assets < 1 || days < 1) {
            throw new IllegalArgumentException(
                    "assets and days must be at least 1 but were " + assets + " and " + days);
        }
        double edge = 1 + Math.sqrt((double) assets / days);
        return Math.min(1, edge * edge / assets);
    }

    /**
     * The {@index turbulence} of returns, how unusual they are against those before them:
     * {@code (r - m)' C^-1 (r - m) / N} with the sample mean and the sample covariance of the days before.
     *
     * <p><b>Cost</b>: O(N² n + N³).
     *
     * @param before returns before, one array for each asset, all of one length
     * @param now the return of each asset now
     * @return about 1 on an ordinary day, empty if the days before do not determine the covariance
     * @throws IllegalArgumentException if lengths differ
     */
    public static OptionalDouble turbulence(double[][] before, double[] now) {
        if (before.length != now.length) {
            throw new IllegalArgumentException("now must have " + before.length + " numbers but had " + now.length);
        }
        Optional<Matrix> covariance =
                before[0].length <= now.length ? Optional.empty() : Correlations.sampleCovarianceMatrix(before);
        if (covariance.isEmpty()) {
            return OptionalDouble.empty();
        }
        double[] distance = new double[now.length];
        for (int i = 0; i < now.length; i++) {
            distance[i] = now[i] - Moments.mean(before[i]);
        }
        return Cholesky.of(covariance.get().rowMajor(), now.length, SINGULAR).stream()
                .mapToDouble(factor -> factor.inverseQuadraticForm(distance) / now.length)
                .findFirst();
    }

    private static OptionalDouble turbulenceOfLast(double[][] returns) {
        int last = returns[0].length - 1;
        double[][] before = new double[returns.length][];
        double[] now = new double[returns.length];
        for (int i = 0; i < returns.length; i++) {
            before[i] = Arrays.copyOf(returns[i], last);
            now[i] = returns[i][last];
        }
        return turbulence(before, now);
    }

    /**
     * The sign lockstep of a basket: how often it moved all one way, against chance.
     *
     * <p>A day on which an asset did not move at all is not counted as together.
     *
     * @param assets prices or levels by name, at least two
     * @param change how a change from one day to the next is taken: RELATIVE for prices, DIFFERENCE for yields
     * @param asOf the date at which one looks; nothing after it is used
     * @param days over how many of the latest returns, from 1
     * @return the share, empty if there are not enough common days
     * @throws IllegalArgumentException if there are fewer than two assets, days is below 1, a price is not positive or two
     *     of them hardly {@linkplain Require#shared share} their dates
     */
    public static Optional<SignLockstep> signs(List<NamedSeries> assets, Change change, LocalDate asOf, int days) {
        if (assets.size() < 2 || days < 1) {
            throw new IllegalArgumentException(
                    "assets must be at least 2 and days at least 1 but were " + assets.size() + " and " + days);
        }
        DateIndex common = AlignedChanges.commonDates(assets, asOf, days + 1L);
        if (common.size() <= days) {
            return Optional.empty();
        }
        DateIndex used = AlignedChanges.shared(assets, common.slice(common.size() - days - 1, common.size()));
        double[][] returns = AlignedChanges.of(assets, used, change);
        int up = 0;
        int down = 0;
        for (int t = 0; t < days; t++) {
            int day = t;
            up += Arrays.stream(returns).allMatch(r -> r[day] > 0) ? 1 : 0;
            down += Arrays.stream(returns).allMatch(r -> r[day] < 0) ? 1 : 0;
        }
        List<String> names = assets.stream().map(NamedSeries::name).toList();
        return Optional.of(new SignLockstep(used.last(), names, days, up, down));
    }

    /**
     * The {@index "return map"} of two assets: the quadrant of their returns over a window, with their correlation.
     *
     * @param first prices of the first asset
     * @param second prices of the second asset
     * @param asOf the date at which one looks; nothing after it is used
     * @param days over how many of the latest returns, from 3
     * @return the state, empty if there are not enough common days
     * @throws IllegalArgumentException if days is below 3, a price is not positive or too few of the dates are {@linkplain
     *     Require#shared shared}
     */
    public static Optional<ReturnMap> returnMap(NamedSeries first, NamedSeries second, LocalDate asOf, int days) {
        if (days < 3) {
            throw new IllegalArgumentException("days must be at least 3 but was " + days);
        }
        List<NamedSeries> both = List.of(first, second);
        both.forEach(each -> Require.prices(each.series(), each.name()));
        DateIndex common = AlignedChanges.commonDates(both, asOf, days + 1L);
        if (common.size() <= days) {
            return Optional.empty();
        }
        DateIndex used = AlignedChanges.shared(both, common.slice(common.size() - days - 1, common.size()));
        double[][] returns = AlignedChanges.of(both, used, Change.LOGARITHMIC);
        return Optional.of(ReturnMap.of(
                first.name(),
                second.name(),
                used.last(),
                days,
                simple(first, used),
                simple(second, used),
                Moments.correlation(returns[0], returns[1])));
    }

    private static double simple(NamedSeries prices, DateIndex used) {
        double before = prices.series().on(used.first()).orElseThrow();
        return prices.series().on(used.last()).orElseThrow() / before - 1;
    }

    private static double[][] tails(double[][] returns, int days) {
        return Arrays.stream(returns)
                .map(r -> Arrays.copyOfRange(r, r.length - days, r.length))
                .toArray(double[][]::new);
    }
}
