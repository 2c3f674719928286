package io.github.macroregime.spark;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Statistic;
import io.github.macroregime.credit.band.PercentileBands;
import io.github.macroregime.credit.band.PercentileBands.PercentileBand;
import io.github.macroregime.equities.contribution.ContributionPolicy;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.regime.cycle.MomentumCycle;
import io.github.macroregime.regime.cycle.MomentumCycle.Phase;
import io.github.macroregime.regime.cycle.RunningMomentumCycle;
import io.github.macroregime.regime.strategy.TearSheet;
import io.github.macroregime.regime.strategy.TearSheetLine;
import io.github.macroregime.regime.strategy.TearSheetOptions;
import io.github.macroregime.regime.strength.StrengthModel;
import io.github.macroregime.regime.strength.StrengthState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/**
 * The values of many assets by date, as a dataset of Spark with the columns {@code asset}, {@code date} and
 * {@code value}.
 *
 * <p>Every result is a dataset with the same bits as the library gives for each asset on one machine, whatever the
 * number of partitions. It is made when Spark is asked for it: assets are spread over the cluster in blocks, merged by
 * date and streamed through the running form, so that a task holds of an asset its windows and the blocks that overlap.
 *
 * <pre>
 * Universe universe = Universe.of(spark.read().parquet("closes"), Unit.PRICE);
 * universe.strengths(StrengthModel.withDefaults()).write().parquet("strengths");
 * </pre>
 *
 * <p><b>Unit</b>: values inside, decimal fractions for rates; each column of numbers says its unit in its metadata, which
 * Parquet keeps. <b>Missing</b>: null and NaN are not observed, and a result that the library gives as NaN is null.
 * <b>Errors</b>: two values of an asset on one date, a null asset or date and what the library refuses end the job, with
 * asset and date in the message.
 */
public final class Universe {

    private final Dataset<Row> values;
    private final Unit unit;

    private Universe(Dataset<Row> values, Unit unit) {
        this.values = values;
        this.unit = unit;
    }

    /**
     * A universe of values in a unit.
     *
     * @param dataset rows with {@code asset} (string), {@code date} (date) and {@code value} (a number), in any order; other
     *     columns are not looked at
     * @param unit what the values are quoted in; they are those inside, 0.0433 for 4.33 %
     * @return the universe
     * @throws IllegalArgumentException if a column is absent or of another type, or {@code value} says another unit
     */
    public static Universe of(Dataset<Row> dataset, Unit unit) {
        given(dataset, "dataset");
        given(unit, "unit");
        check(dataset.schema(), DatedValues.ASSET, DataTypes.StringType);
        check(dataset.schema(), ResultColumns.DATE, DataTypes.DateType);
        check(dataset.schema(), DatedValues.VALUE, DataTypes.DoubleType);
        unitOf(dataset, DatedValues.VALUE).filter(said -> !said.equals(unit)).ifPresent(said -> {
            throw new IllegalArgumentException("unit must be " + said + ", which column value says, but was " + unit);
        });
        Column value = dataset.col(DatedValues.VALUE).cast(DataTypes.DoubleType);
        return new Universe(
                dataset.select(
                        dataset.col(DatedValues.ASSET),
                        dataset.col(ResultColumns.DATE),
                        value.as(DatedValues.VALUE, ResultColumns.metadata(unit))),
                unit);
    }

    /**
     * A universe of values whose column says its unit, as every result here does.
     *
     * @param dataset rows as in {@link #of(Dataset, Unit)}
     * @return the universe
     * @throws IllegalArgumentException if a column is absent or of another type, or {@code value} says no unit
     */
    public static Universe of(Dataset<Row> dataset) {
        given(dataset, "dataset");
        check(dataset.schema(), DatedValues.VALUE, DataTypes.DoubleType);
        return of(
                dataset,
                unitOf(dataset, DatedValues.VALUE)
                        .orElseThrow(
                                () -> new IllegalArgumentException("column value must say its unit but says none")));
    }

    private static <T> T given(T argument, String name) {
        return Objects.requireNonNull(argument, () -> name + " must not be null");
    }

    private static void check(StructType schema, String name, DataType wanted) {
        if (!Arrays.asList(schema.fieldNames()).contains(name)) {
            throw new IllegalArgumentException(
                    "dataset must have a column " + name + " but has " + List.of(schema.fieldNames()));
        }
        DataType type = schema.apply(name).dataType();
        boolean isNumber = wanted.equals(DataTypes.DoubleType);
        if (!wanted.equals(type) && !(isNumber && type instanceof NumericType)) {
            throw new IllegalArgumentException("column " + name + " must be a "
                    + (isNumber ? "number" : wanted.simpleString()) + " but was " + type.simpleString());
        }
    }

    /**
     * The unit that a column says in its metadata.
     *
     * @param dataset any dataset
     * @param column one of its columns
     * @return the unit, empty if the column says none
     */
    public static Optional<Unit> unitOf(Dataset<Row> dataset, String column) {
        StructType schema = given(dataset, "dataset").schema();
        return Optional.ofNullable(
                ResultColumns.unit(schema.apply(given(column, "column")).metadata()));
    }

    /**
     * The values, with their unit in the metadata.
     *
     * @return a dataset of {@code asset}, {@code date} and {@code value}
     */
    public Dataset<Row> values() {
        return values;
    }

    /**
     * What the values are quoted in.
     *
     * @return the unit
     */
    public Unit unit() {
        return unit;
    }

    /**
     * Statistics of each asset on each of its dates: those of {@link Statistic#over(double[])}.
     *
     * <p><b>Shape</b>: one row for each row of the universe.
     *
     * @param statistics the statistics by the names of their columns: at least one, none blank, {@code asset} or
     *     {@code date}, distinct without regard to case
     * @return {@code asset}, {@code date} and one column for each statistic, in the unit of its answer; the columns stand in
     *     the order of their names without regard to case, whatever that of the map
     * @throws IllegalArgumentException if there is none or a name does not fit
     */
    public Dataset<Row> statistics(Map<String, Statistic> statistics) {
        Map<String, Statistic> ordered = NamedStatistics.of(given(statistics, "statistics"));
        ResultColumns columns = ResultColumns.none();
        for (var each : ordered.entrySet()) {
            columns = columns.number(each.getKey(), each.getValue().unitOf(unit));
        }
        Statistic[] all = ordered.values().toArray(new Statistic[0]);
        return daily(columns, () -> {
            RunningStatistic[] states = Arrays.stream(all).map(Statistic::start).toArray(RunningStatistic[]::new);
            return (value, numbers, from) -> {
                for (int i = 0; i < states.length; i++) {
                    numbers[from + i] = states[i].push(value);
                }
            };
        });
    }

    /**
     * The percentile band of each value: its rank among what a statistic looks at, and the band of that rank.
     *
     * <p><b>Shape</b>: one row for each row of the universe.
     *
     * @param rank a percentile rank from 0 to 1, such as {@code Window.of(1260).percentileRank()}
     * @param bands the bands of the ranks
     * @return {@code asset}, {@code date}, {@code rank}, {@code percentile_band} and {@code severity}, the last three null where
     *     there are too few observations
     */
    public Dataset<Row> percentileBands(Statistic rank, PercentileBands bands) {
        given(rank, "rank");
        given(bands, "bands");
        List<PercentileBand> all = bands.bands();
        ResultColumns columns = ResultColumns.none()
                .number("rank", rank.unitOf(unit))
                .text("percentile_band", all.stream().map(PercentileBand::name))
                .text("severity", all.stream().map(band -> band.severity().name()));
        return daily(columns, () -> {
            RunningStatistic state = rank.start();
            return (value, numbers, from) -> {
                double fraction = state.push(value);
                numbers[from] = fraction;
                numbers[from + 1] = Double.isNaN(fraction) ? Double.NaN : all.indexOf(bands.at(fraction));
                numbers[from + 2] = numbers[from + 1];
            };
        });
    }

    /**
     * The directional strength of each asset on each of its dates: that of {@link StrengthModel#over(double[])}.
     *
     * <p><b>Shape</b>: one row for each row of the universe.
     *
     * @param model the signals and their weights
     * @return {@code asset}, {@code date} and {@code strength} from −1 to 1, null on a date without a close and while
     *     there is too little history
     * @throws IllegalArgumentException if the unit is not one of prices
     */
    public Dataset<Row> strengths(StrengthModel model) {
        given(model, "model");
        requirePrices();
        return daily(ResultColumns.none().number("strength", Unit.SCORE), () -> {
            StrengthState state = model.start();
            return (close, numbers, from) -> numbers[from] = state.push(close);
        });
    }

    /**
     * The strength after the last close of each asset with its parts: that of {@link StrengthModel#last(double[])}.
     *
     * <p><b>Shape</b>: one row for each asset.
     *
     * @param model the signals and their weights
     * @return {@code asset}, {@code date} (of its last close), {@code observations}, {@code strength}, {@code label},
     *     {@code momentum}, {@code reversion}, {@code momentum_weight}, {@code agreement}, {@code extension} and
     *     {@code tail}, null behind the observations where there is too little history
     * @throws IllegalArgumentException if the unit is not one of prices
     */
    public Dataset<Row> latestStrengths(StrengthModel model) {
        given(model, "model");
        requirePrices();
        return byAsset(LatestStrength.columns(), closes -> LatestStrength.of(closes, model));
    }

    /**
     * The momentum cycle of each asset on each of its dates: phase, score and length of the run of
     * {@link RunningMomentumCycle}.
     *
     * <p><b>Shape</b>: one row for each row of the universe.
     *
     * @param cycle the two look-backs
     * @return {@code asset}, {@code date}, {@code phase} (such as {@code bull}), {@code score} (1, 0 or −1) and
     *     {@code run_length} in closes, all null on a date without a close and while there is too little history
     * @throws IllegalArgumentException if the unit is not one of prices
     */
    public Dataset<Row> momentumCycles(MomentumCycle cycle) {
        given(cycle, "cycle");
        requirePrices();
        ResultColumns columns = ResultColumns.none()
                .text("phase", Arrays.stream(Phase.values()).map(Phase::toString))
                .number("score", Unit.SCORE)
                .count("run_length");
        return daily(columns, () -> {
            RunningMomentumCycle state = cycle.start();
            return (close, numbers, from) -> {
                Optional<Phase> phase = state.push(close).filter(said -> !Double.isNaN(close));
                numbers[from] = phase.map(said -> (double) said.ordinal()).orElse(Double.NaN);
                numbers[from + 1] = phase.map(said -> (double) said.score()).orElse(Double.NaN);
                numbers[from + 2] = phase.isPresent() ? state.runLength() : Double.NaN;
            };
        });
    }

    /**
     * The tear sheet of each asset's returns: that of {@link TearSheet#of(TimeSeries, TearSheetOptions)}.
     *
     * <p><b>Shape</b>: one row for each asset. A tear sheet needs all returns of its asset, which a task holds as numbers.
     *
     * @param options the conventions
     * @return {@code asset}, {@code date} (its last), {@code observations}, {@code missing}, {@code compared} (0),
     *     {@code effective_observations} and the lines of {@link TearSheetLine} that returns alone have, by their names in
     *     lower case; null behind {@code missing} for an asset with fewer than four returns
     * @throws IllegalArgumentException if the unit is not one of returns
     */
    public Dataset<Row> tearSheets(TearSheetOptions options) {
        return tearSheets(new TearSheets(requireReturns("universe"), null, given(options, "options")));
    }

    /**
     * The tear sheet of each asset's returns against one benchmark: that of
     * {@link TearSheet#of(TimeSeries, TimeSeries, TearSheetOptions)}.
     *
     * <p><b>Shape</b>: one row for each asset.
     *
     * @param benchmark simple returns of the benchmark by date
     * @param options the conventions
     * @return the columns of {@link #tearSheets(TearSheetOptions)}, and those of the comparison from {@code beta} on
     * @throws IllegalArgumentException if a unit is not one of returns, or a return of the benchmark lies below −1
     */
    public Dataset<Row> tearSheets(TimeSeries benchmark, TearSheetOptions options) {
        TearSheets.check(Require.returns(given(benchmark, "benchmark"), "benchmark"));
        return tearSheets(new TearSheets(requireReturns("universe"), benchmark, given(options, "options")));
    }

    private Dataset<Row> tearSheets(TearSheets sheets) {
        return byAsset(sheets.columns(), sheets::of);
    }

    /**
     * What each asset of this universe of weights adds to the return of the whole, date by date: the lines of
     * {@link ContributionReport#of(java.time.LocalDate, List, ContributionPolicy)}.
     *
     * <p><b>Shape</b>: one row for each weight, and one for what the policy adds. Weight and return are joined by asset and
     * date: the weight dated t is that at the beginning of the period whose return is dated t, and no weight is moved. A
     * weight without a return on its date is treated by the policy, and none is carried forward; returns without a weight are
     * not looked at.
     *
     * @param returns simple returns by date, decimal fractions
     * @param policy how bad input is treated
     * @return {@code asset}, {@code date}, {@code weight}, {@code period_return}, {@code contribution}, {@code standing} and
     *     {@code explained}, the sum of the date
     * @throws IllegalArgumentException if a unit is not one of fractions
     */
    public Dataset<Row> contributions(Universe returns, ContributionPolicy policy) {
        given(returns, "returns");
        given(policy, "policy");
        ResultColumns columns =
                DailyContributions.columns(requireReturns("weights"), returns.requireReturns("returns"));
        Dataset<Row> weighted = numbered("weight")
                .join(returns.numbered("period_return"), new String[] {DatedValues.ASSET, ResultColumns.DATE}, "left");
        DailyContributions contributions = new DailyContributions(policy);
        return columns.dated(weighted.groupBy(weighted.col(ResultColumns.DATE))
                .as(Encoders.INT(), Encoders.row(weighted.schema()))
                .flatMapSortedGroups(
                        new Column[] {weighted.col(DatedValues.ASSET)},
                        (FlatMapGroupsFunction<Integer, Row, Row>) contributions::of,
                        Encoders.row(columns.rows())));
    }

    private void requirePrices() {
        Require.prices(TimeSeries.of(DateIndex.EMPTY, new double[0], unit), "universe");
    }

    private Unit requireReturns(String name) {
        return Require.returns(TimeSeries.of(DateIndex.EMPTY, new double[0], unit), name)
                .unit();
    }

    private Dataset<Row> daily(ResultColumns columns, AssetState.Start start) {
        int width = columns.width();
        return columns.daily(AssetGroups.flatMap(
                values,
                each -> AssetState.over(each, start.start(), width),
                ResultColumns.days(values.sparkSession())));
    }

    private Dataset<Row> byAsset(ResultColumns columns, AssetGroups.Summary summary) {
        return columns.dated(AssetGroups.flatMap(
                values, each -> List.of(summary.of(each)).iterator(), Encoders.row(columns.rows())));
    }

    /** Dates as numbers of days, which cost Spark no conversion. */
    private Dataset<Row> numbered(String name) {
        return values.select(
                values.col(DatedValues.ASSET),
                functions.unix_date(values.col(ResultColumns.DATE)).as(ResultColumns.DATE),
                values.col(DatedValues.VALUE).as(name));
    }

    /** The unit of the values. */
    @Override
    public String toString() {
        return "universe in " + unit;
    }
}
