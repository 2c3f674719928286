package io.github.macroregime.regime.sheet;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.regime.curve.CreditRates;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far yields move each asset, and what assets did in the four scenarios of duration and credit.
 *
 * @param yield the name of the yield
 * @param sensitivities one for each asset, the most sensitive first
 * @param scenarios one for each asset that is told by yield and spread
 * @param backdrop a spread with the regimes of the curve behind it, or nothing
 */
public record RateSheet(String yield, List<Sensitivity> sensitivities, List<Scenarios> scenarios, List<Chart> backdrop)
        implements Sheet {

    private static final int YEAR = 252;
    private static final double HALF_BASIS_POINT = 0.00005;

    public RateSheet {
        Require.components(RateSheet.class, yield, sensitivities, scenarios, backdrop);
        sensitivities = List.copyOf(sensitivities);
        scenarios = List.copyOf(scenarios);
        backdrop = List.copyOf(backdrop);
    }

    /**
     * The {@index "rate sensitivity"} of an asset.
     *
     * @param asset the name of the asset
     * @param asOf the last common day
     * @param n over how many changes it is fitted
     * @param perBasisPoint the log return for a rise of the yield by one basis point
     * @param correlation of daily log returns and changes of the yield, NaN if the asset did not move
     * @param yieldChange the change of the yield on the last day
     * @param band what a move of the yield by one deviation does, as a size
     * @param bandRank the share of the bands of the last 252 days that lie below, half of the ties counted
     * @param bands how many bands there were
     */
    public record Sensitivity(
            String asset,
            LocalDate asOf,
            int n,
            double perBasisPoint,
            double correlation,
            Rate yieldChange,
            Rate band,
            double bandRank,
            int bands)
            implements Serializable {

        public Sensitivity {
            Require.components(Sensitivity.class, asset, asOf, yieldChange, band);
            Require.atLeast(n, 0, "n");
            Require.finite(perBasisPoint, "perBasisPoint");
            Require.finite(correlation, "correlation");
            Require.finite(bandRank, "bandRank");
            Require.atLeast(bands, 0, "bands");
        }

        /**
         * What the move of yields on the last day does to the asset, if the slope holds.
         *
         * @return the expected log return
         */
        public Rate push() {
            return Rate.ofDecimal(perBasisPoint * yieldChange.basisPoints());
        }

        /**
         * The push in a word.
         *
         * @return pushed up, pushed down, yields hardly moved where they moved by half a basis point or less, no clear link
         *     where the slope lies within two standard errors of zero
         */
        public String state() {
            if (Math.abs(yieldChange.decimal()) <= HALF_BASIS_POINT) {
                return "yields hardly moved";
            }
            double explained = correlation * correlation;
            boolean isClear = explained * (n - 2) >= 4 * (1 - explained);
            return !isClear ? "no clear link" : push().decimal() > 0 ? "pushed up" : "pushed down";
        }
    }

    /**
     * What an asset did on days of each {@link CreditRates.Regime}: duration risk on one side, credit risk on the other.
     *
     * @param asset the name of the asset
     * @param yield the yield that stands for duration
     * @param spread the spread that stands for credit
     * @param asOf the last common day
     * @param now the scenario of that day
     * @param days how many days each scenario had, in the order of the scenarios
     * @param means the mean log return of the asset on them, NaN where it had none
     */
    public record Scenarios(
            String asset,
            String yield,
            String spread,
            LocalDate asOf,
            CreditRates.Regime now,
            List<Integer> days,
            List<Double> means)
            implements Serializable {

        public Scenarios {
            Require.components(Scenarios.class, asset, yield, spread, asOf, now, days, means);
            days = List.copyOf(days);
            means = List.copyOf(means);
            Require.counts(days, "days");
            Require.finite(means, "means");
            if (days.size() != CreditRates.Regime.values().length || means.size() != days.size()) {
                throw new IllegalArgumentException("days and means must have one for each scenario but had "
                        + days.size() + " and " + means.size());
            }
        }
    }

    /**
     * The sensitivity of an asset to a yield.
     *
     * <p>Slope of daily log returns on daily changes of the yield over {@code window} common days, that of the last day
     * included; the band is its size times the sample deviation of the changes. <b>Missing</b>: days on which either was
     * not observed are left out.
     *
     * @param asset closes of the asset
     * @param yield the yield
     * @param asOf the date at which one looks; nothing after it is used
     * @param window over how many changes, from 3
     * @return the sensitivity, empty with fewer common days or if yields did not move
     * @throws IllegalArgumentException if too few of the days are {@linkplain Require#shared shared}
     */
    public static Optional<Sensitivity> sensitivity(NamedSeries asset, TimeSeries yield, LocalDate asOf, int window) {
        Require.atLeast(window, 3, "window");
        TimeSeries closes =
                Require.prices(asset.series(), asset.name()).until(asOf).dropMissing();
        TimeSeries yields = Require.rates(yield, "yield").until(asOf).dropMissing();
        DateIndex used = closes.dates().intersectLast(yields.dates(), window + YEAR);
        if (used.size() <= window) {
            return Optional.empty();
        }
        Require.shared(used, List.of(asset.name(), "yield"), closes.dates(), yields.dates());
        double[] y = changes(closes, used, Change.LOGARITHMIC);
        double[] x = changes(yields, used, Change.DIFFERENCE);
        double[] betas = Window.of(window).beta().over(x, y);
        double[] shocks = Window.of(window).sampleDeviation().over(x);
        double[] bands = new double[betas.length];
        Arrays.setAll(bands, t -> Math.abs(betas[t]) * shocks[t]);
        double[] known =
                Arrays.stream(bands).filter(band -> !Double.isNaN(band)).toArray();
        int last = y.length - 1;
        return Double.isNaN(bands[last])
                ? Optional.empty()
                : Optional.of(new Sensitivity(
                        asset.name(),
                        used.last(),
                        window,
                        betas[last] * Rate.ofBasisPoints(1).decimal(),
                        Window.of(window).correlation().over(x, y)[last],
                        Rate.ofDecimal(x[last]),
                        Rate.ofDecimal(bands[last]),
                        PercentileRank.MID.of(known, bands[last]).fraction(),
                        known.length));
    }

    private static double[] changes(TimeSeries series, DateIndex dates, Change change) {
        return series.on(dates)
                .change(change, 1)
                .slice(1, dates.size())
                .values()
                .toArray();
    }

    /**
     * What an asset did in each scenario of daily changes of a spread and a yield.
     *
     * @param asset closes of the asset
     * @param yield the yield by name
     * @param spread the credit spread by name
     * @param asOf the date at which one looks; nothing after it is used
     * @param days over how many of the last common days, from 2
     * @return the scenarios, empty with fewer than two common days
     * @throws IllegalArgumentException if too few of the days are {@linkplain Require#shared shared}
     */
    public static Optional<Scenarios> scenarios(
            NamedSeries asset, NamedSeries yield, NamedSeries spread, LocalDate asOf, int days) {
        Require.atLeast(days, 2, "days");
        TimeSeries closes =
                Require.prices(asset.series(), asset.name()).until(asOf).dropMissing();
        TimeSeries yields =
                Require.rates(yield.series(), yield.name()).until(asOf).dropMissing();
        TimeSeries spreads =
                Require.rates(spread.series(), spread.name()).until(asOf).dropMissing();
        DateIndex common = closes.dates().intersect(yields.dates()).intersect(spreads.dates());
        if (common.size() < 2) {
            return Optional.empty();
        }
        DateIndex used = common.slice(Math.max(0, common.size() - days - 1), common.size());
        Require.shared(
                used,
                List.of(asset.name(), yield.name(), spread.name()),
                closes.dates(),
                yields.dates(),
                spreads.dates());
        double[] r = changes(closes, used, Change.LOGARITHMIC);
        double[] y = changes(yields, used, Change.DIFFERENCE);
        double[] s = changes(spreads, used, Change.DIFFERENCE);
        List<List<Double>> returns = Arrays.stream(CreditRates.Regime.values())
                .<List<Double>>map(each -> new ArrayList<>())
                .toList();
        CreditRates.Regime now = CreditRates.Regime.UNDIRECTED;
        for (int t = 0; t < r.length; t++) {
            now = CreditRates.classify(Rate.ofDecimal(s[t]), Rate.ofDecimal(y[t]), Rate.ofDecimal(HALF_BASIS_POINT));
            returns.get(now.ordinal()).add(r[t]);
        }
        return Optional.of(new Scenarios(
                asset.name(),
                yield.name(),
                spread.name(),
                used.last(),
                now,
                returns.stream().map(List::size).toList(),
                returns.stream().map(RateSheet::mean).toList()));
    }

    private static double mean(List<Double> returns) {
        return returns.isEmpty()
                ? Double.NaN
                : Moments.mean(returns.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * The sheet.
     *
     * @param yield the name of the yield
     * @param sensitivities one for each asset
     * @param scenarios one for each asset that is told by yield and spread
     * @param backdrop a picture, or nothing
     * @return the sheet, its sensitivities from the largest to the smallest by size
     */
    public static RateSheet of(
            String yield, List<Sensitivity> sensitivities, List<Scenarios> scenarios, Optional<Chart> backdrop) {
        return new RateSheet(
                yield,
                sensitivities.stream()
                        .sorted(Comparator.comparing(Sensitivity::band)
                                .reversed()
                                .thenComparing(Sensitivity::asset))
                        .toList(),
                scenarios,
                backdrop.stream().toList());
    }

    @Override
    public List<Said> said() {
        List<Said> said = new ArrayList<>();
        sensitivities.stream().limit(3).forEach(each -> said.add(said(each)));
        for (Scenarios each : scenarios) {
            said.add(new Said(
                    each.asset() + ", duration and credit",
                    each.now().toString(),
                    NumberText.of(
                            "%s on %d of the last %d common days, mean of the asset %+.3f %%",
                            each.now(),
                            each.days().get(each.now().ordinal()),
                            each.days().stream().mapToInt(Integer::intValue).sum(),
                            100 * each.means().get(each.now().ordinal())),
                    each.means().get(each.now().ordinal()),
                    Unit.PERCENT,
                    "mean log return of the asset on days of the same scenario of " + each.spread() + " and "
                            + each.yield(),
                    each.days().get(each.now().ordinal()),
                    "days",
                    each.asOf(),
                    List.of(each.asset(), each.yield(), each.spread())));
        }
        return said;
    }

    private Said said(Sensitivity each) {
        return new Said(
                "Rate sensitivity of " + each.asset(),
                each.state(),
                NumberText.of(
                        "%+.3f %% for a basis point of %s, which moved %+.1f bp: %+.2f %%; correlation %s",
                        100 * each.perBasisPoint(),
                        yield,
                        each.yieldChange().basisPoints(),
                        each.push().percent(),
                        Cells.signed(each.correlation(), 2)),
                each.perBasisPoint(),
                Unit.PERCENT,
                "slope of daily log returns on daily changes of the yield in basis points",
                each.n(),
                "days",
                each.asOf(),
                List.of(each.asset(), yield));
    }

    @Override
    public List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        tables.add(new Table(
                Table.columns(
                        "Asset",
                        "#A basis point %",
                        "Last day",
                        "=Push %",
                        "#Band %",
                        "#Rank of band %",
                        "~#of",
                        "#Correlation",
                        "~Observed"),
                sensitivities.stream()
                        .map(each -> List.of(
                                each.asset(),
                                Cells.signed(100 * each.perBasisPoint(), 3),
                                each.state() + (each.asOf().equals(newest()) ? "" : ", " + each.asOf()),
                                Cells.signed(each.push().percent(), 2),
                                Cells.decimal(each.band().percent(), 2),
                                Cells.decimal(100 * each.bandRank(), 0),
                                Integer.toString(each.bands()),
                                Cells.signed(each.correlation(), 2),
                                each.asOf().toString()))
                        .toList()));
        if (!scenarios.isEmpty()) {
            tables.add(ScenarioTable.of(scenarios));
        }
        return tables;
    }

    @Override
    public List<Chart> charts() {
        return backdrop;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "A basis point: slope of daily log returns on daily changes of " + yield + counted()
                        + " Push: slope times the change of the last day, which the slope was fitted on too; no clear"
                        + " link where the slope lies within two standard errors of zero. Band: what one deviation of"
                        + " the yield does; its rank among the bands of"
                        + " the last"
                        + " " + YEAR + " days, or as many as there are.",
                "Scenarios: signs of the daily changes of spread and yield; undirected where either moved by half a"
                        + " basis point or less, as a spread in whole basis points that stood still. The mean log return"
                        + " of the asset on such days of two years and their n; a mean of n days has the daily deviation"
                        + " over the root of n as its standard error. The same days are told, not the next ones.");
    }

    private String counted() {
        return sensitivities.stream()
                .filter(each -> each.asOf().equals(newest()))
                .findFirst()
                .map(each -> NumberText.of(
                        " over %d days; it moved %+.1f bp on %s.",
                        each.n(), each.yieldChange().basisPoints(), each.asOf()))
                .orElse(".");
    }

    private LocalDate newest() {
        return sensitivities.stream()
                .map(Sensitivity::asOf)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /** A line for each asset. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Rate sensitivity to " + yield);
        tables().forEach(table -> table.rows().forEach(row -> text.append('\n').append(String.join("  ", row))));
        return text.toString();
    }
}
