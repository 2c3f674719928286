package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.regime.strategy.Drawdowns.Drawdown;
import io.github.macroregime.regime.strategy.TearSheetOptions.Dialect;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The {@index "tear sheet"}, the statistics of a strategy's returns, each with the sample size behind it.
 *
 * @param options the conventions
 * @param first the date of the first return
 * @param last the date of the last return
 * @param observations how many returns there are
 * @param missing how many dates without a return were left out
 * @param effectiveObservations how many independent returns would tell as much about the mean
 * @param compared how many periods were compared with the benchmark, 0 without one
 * @param values the value of each {@link TearSheetLine} that has an answer, a decimal fraction for rates
 * @param drawdowns every drawdown, deepest first
 * @param months the compounded return of each month
 */
public record TearSheet(
        TearSheetOptions options,
        LocalDate first,
        LocalDate last,
        int observations,
        int missing,
        double effectiveObservations,
        int compared,
        Map<TearSheetLine, Double> values,
        List<Drawdown> drawdowns,
        List<MonthlyReturn> months)
        implements Serializable {

    private static final int SHOWN_DRAWDOWNS = 5;

    public TearSheet {
        Require.components(TearSheet.class, options, first, last, values, drawdowns, months);
        Require.atLeast(observations, 0, "observations");
        Require.atLeast(missing, 0, "missing");
        Require.atLeast(compared, 0, "compared");
        Require.finite(effectiveObservations, "effectiveObservations");
        Map<TearSheetLine, Double> inOrder = new EnumMap<>(TearSheetLine.class);
        inOrder.putAll(values);
        values = Require.entries(inOrder, "values");
        drawdowns = List.copyOf(drawdowns);
        months = List.copyOf(months);
    }

    /**
     * The tear sheet of a series of returns.
     *
     * <p><b>Shape</b>: one sheet. <b>Unit</b>: simple returns per period as decimal fractions. <b>Missing</b>: dates
     * without a return are left out and counted. <b>Cost</b>: linear.
     *
     * @param returns simple returns by date, at least four observed, none below −1
     * @param options the conventions
     * @return the sheet, without the statistics that need a benchmark
     * @throws IllegalArgumentException if there are too few returns, one is below −1, or their dates contradict the periods
     *     of a year; the message names the place
     */
    public static TearSheet of(TimeSeries returns, TearSheetOptions options) {
        options.check(Require.returns(returns, "returns").dropMissing().dates());
        return ofParts(returns, options);
    }

    /**
     * The statistics of a sheet day by day: {@index "rolling statistics"} over the last returns against a benchmark.
     *
     * <p><b>Shape</b>: one column each for {@code mean}, {@code volatility}, {@code Sharpe ratio}, {@code drawdown},
     * {@code beta}, {@code tracking error} and {@code information ratio}, on the dates that both have, returns on other
     * dates compounded into the next common one. All are those of {@link Performance} and {@link RelativePerformance} over
     * the window, but the drawdown, which is from the highest wealth so far. <b>Unit</b>: annualised decimal fractions.
     * <b>Missing</b>: NaN before the window is full and where a ratio is not defined. <b>Cost</b>: one pass.
     *
     * @param returns simple returns by date
     * @param benchmark simple returns of the benchmark by date
     * @param window over how many common returns, from 2
     * @param periodsPerYear how many returns a year has, above zero
     * @return the statistics, none of which depends on a later return
     * @throws IllegalArgumentException if too few of their dates are {@linkplain Require#shared shared}
     */
    public static Panel rolling(TimeSeries returns, TimeSeries benchmark, int window, double periodsPerYear) {
        CommonPeriods.requireShared(Require.returns(returns, "returns"), Require.returns(benchmark, "benchmark"));
        TimeSeries own = CommonPeriods.of(returns, benchmark).dropMissing();
        TimeSeries other = CommonPeriods.of(benchmark, returns).dropMissing();
        DateIndex common = own.dates().intersect(other.dates());
        double[] r = own.on(common).values().toArray();
        double[] b = other.on(common).values().toArray();
        Window last = Window.of(Require.atLeast(window, 2, "window"));
        double year = Returns.year(periodsPerYear);
        double[] active = Returns.less(r, b);
        double[] mean = last.mean().over(r);
        double[] deviation = last.sampleDeviation().over(r);
        double[] lead = last.mean().over(active);
        double[] error = last.sampleDeviation().over(active);
        List<String> names = new ArrayList<>();
        List<Doubles> columns = new ArrayList<>();
        BiConsumer<String, IntToDoubleFunction> add = (name, number) -> {
            names.add(name);
            columns.add(Doubles.copyOf(
                    IntStream.range(0, r.length).mapToDouble(number).toArray()));
        };
        add.accept("mean", t -> year * mean[t]);
        add.accept("volatility", t -> Math.sqrt(year) * deviation[t]);
        add.accept("Sharpe ratio", t -> Math.sqrt(year) * Performance.ratio(mean[t], deviation[t]));
        double[] drawdown = Drawdowns.path(r);
        add.accept("drawdown", t -> drawdown[t]);
        double[] beta = last.beta().over(b, r);
        add.accept("beta", t -> beta[t]);
        add.accept("tracking error", t -> Math.sqrt(year) * error[t]);
        add.accept("information ratio", t -> Math.sqrt(year) * Performance.ratio(lead[t], error[t]));
        return new Panel(common, names, columns, Collections.nCopies(names.size(), Unit.FRACTION));
    }

    /** The sheet of returns whose dates have holes, as those of one regime have. */
    static TearSheet ofParts(TimeSeries returns, TearSheetOptions options) {
        TimeSeries observed = Require.returns(returns, "returns").dropMissing();
        return of(returns, observed, new TearSheetStatistics(observed.values().toArray(), options), 0, options);
    }

    /**
     * The tear sheet of a series of returns against a benchmark.
     *
     * <p>The statistics of the returns alone are those of {@link #of(TimeSeries, TearSheetOptions)}. Beta, alpha, tracking
     * error, information ratio and capture compare the returns of both between the dates that both have: returns on other
     * dates are compounded into the next common one, so that the weekend of bitcoin meets the Monday of an index. The first
     * common date is compared only if both begin on it, since otherwise the two returns may cover different days.
     *
     * @param returns simple returns by date
     * @param benchmark simple returns of the benchmark by date
     * @param options the conventions
     * @return the sheet
     * @throws IllegalArgumentException if there are fewer than four returns to compare, one is below −1, too few dates are
     *     {@linkplain Require#shared shared}, or the dates contradict the periods of a year
     */
    public static TearSheet of(TimeSeries returns, TimeSeries benchmark, TearSheetOptions options) {
        TimeSeries own = Require.returns(returns, "returns").dropMissing();
        options.check(own.dates());
        CommonPeriods.requireShared(own, Require.returns(benchmark, "benchmark"));
        TimeSeries active = CommonPeriods.of(returns, benchmark).dropMissing();
        TimeSeries passive = CommonPeriods.of(benchmark, returns).dropMissing();
        DateIndex common = active.dates().intersect(passive.dates());
        Returns.check(active.on(common).values().toArray(), 4);
        TearSheetStatistics statistics = new TearSheetStatistics(own.values().toArray(), options)
                .against(
                        active.on(common).values().toArray(),
                        passive.on(common).values().toArray());
        return of(returns, own, statistics, common.size(), options);
    }

    private static TearSheet of(
            TimeSeries returns,
            TimeSeries observed,
            TearSheetStatistics statistics,
            int compared,
            TearSheetOptions options) {
        return new TearSheet(
                options,
                observed.dates().first(),
                observed.dates().last(),
                observed.size(),
                returns.size() - observed.size(),
                Performance.effectiveSampleSize(observed.values().toArray()),
                compared,
                statistics.values(),
                Drawdowns.of(observed),
                MonthlyReturn.of(observed));
    }

    /** This sheet with one more number; none is added to a vendor's, and none where there is no answer. */
    TearSheet with(TearSheetLine statistic, double value) {
        if (options.dialect() != Dialect.OWN || Double.isNaN(value)) {
            return this;
        }
        Map<TearSheetLine, Double> more = new EnumMap<>(values);
        more.put(statistic, value);
        return new TearSheet(
                options, first, last, observations, missing, effectiveObservations, compared, more, drawdowns, months);
    }

    /**
     * The number of a statistic.
     *
     * @param statistic which one
     * @return the number, a decimal fraction for rates; empty where there is no answer or no benchmark
     */
    public OptionalDouble number(TearSheetLine statistic) {
        Double value = values.get(statistic);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * The value of a statistic that is a rate.
     *
     * @param statistic one of the kind {@link TearSheetLine.Kind#RATE}
     * @return the rate, empty where there is no answer or no benchmark
     * @throws IllegalArgumentException if the statistic is no rate
     */
    public Optional<Rate> rate(TearSheetLine statistic) {
        if (statistic.kind() != TearSheetLine.Kind.RATE) {
            throw new IllegalArgumentException("statistic must be a rate but was " + statistic);
        }
        return Optional.ofNullable(values.get(statistic)).map(Rate::ofDecimal);
    }

    /** The statistics, each ratio with its sample size, the five deepest drawdowns and the monthly table. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(NumberText.of(
                "Tear sheet %s to %s, n = %d (effective %.0f, %d missing), %s periods a year, definitions: %s",
                first,
                last,
                observations,
                effectiveObservations,
                missing,
                plain(options.periodsPerYear()),
                options.dialect().name().toLowerCase(Locale.ROOT)));
        values.forEach((statistic, value) -> text.append(row(statistic, value)));
        text.append("\ndrawdowns: ").append(drawdowns.size());
        drawdowns.stream()
                .limit(SHOWN_DRAWDOWNS)
                .forEach(drawdown -> text.append('\n').append(drawdown));
        return text.append('\n').append(MonthlyReturn.table(months)).toString();
    }

    private String row(TearSheetLine statistic, double value) {
        String shown = switch (statistic.kind()) {
            case RATE -> NumberText.of("%12.3f %%", 100 * value);
            case RATIO ->
                statistic.needsBenchmark()
                        ? NumberText.of("%12.4f    n = %d", value, compared)
                        : NumberText.of("%12.4f    n = %d, effective %.0f", value, observations, effectiveObservations);
            case COUNT -> NumberText.of("%12.0f periods", value);
        };
        return String.format(Locale.ROOT, "\n%-30s", statistic.label()) + shown;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? NumberText.of("%.0f", number) : Double.toString(number);
    }
}
