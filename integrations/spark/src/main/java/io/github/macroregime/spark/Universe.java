package io.github.macroregime.spark;

import static io.github.macroregime.spark.ResultColumns.present;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Statistic;
import io.github.macroregime.credit.band.PercentileBands;
import io.github.macroregime.credit.band.PercentileBands.PercentileBand;
import io.github.macroregime.regime.cycle.MomentumCycle;
import io.github.macroregime.regime.cycle.MomentumCycle.Phase;
import io.github.macroregime.regime.cycle.RunningMomentumCycle;
import io.github.macroregime.regime.strength.StrengthModel;
import io.github.macroregime.regime.strength.StrengthState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * number of partitions. It is made when Spark is asked for it: assets are spread over the cluster, sorted by date and
 * streamed through the running form, so that no task holds more of an asset than its windows.
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
     * @param values a dataset with {@code asset} (string), {@code date} (date) and {@code value} (a number), in any order;
     *     other columns are not looked at
     * @param unit what the values are quoted in; they are those inside, 0.0433 for 4.33 %
     * @return the universe
     * @throws IllegalArgumentException if a column is absent or of another type
     */
    public static Universe of(Dataset<Row> values, Unit unit) {
        check(values.schema(), DatedValues.ASSET, DataTypes.StringType);
        check(values.schema(), ResultColumns.DATE, DataTypes.DateType);
        check(values.schema(), DatedValues.VALUE, DataTypes.DoubleType);
        return new Universe(
                values.select(
                        values.col(DatedValues.ASSET),
                        values.col(ResultColumns.DATE),
                        values.col(DatedValues.VALUE)
                                .cast(DataTypes.DoubleType)
                                .as(DatedValues.VALUE, ResultColumns.metadata(unit))),
                unit);
    }

    /**
     * A universe of values whose column says its unit, as every result here does.
     *
     * @param values a dataset as in {@link #of(Dataset, Unit)}
     * @return the universe
     * @throws IllegalArgumentException if a column is absent or of another type, or {@code value} says no unit
     */
    public static Universe of(Dataset<Row> values) {
        check(values.schema(), DatedValues.VALUE, DataTypes.DoubleType);
        return of(
                values,
                unitOf(values, DatedValues.VALUE)
                        .orElseThrow(
                                () -> new IllegalArgumentException("column value must say its unit but says none")));
    }

    private static void check(StructType schema, String name, DataType wanted) {
        if (!Arrays.asList(schema.fieldNames()).contains(name)) {
            throw new IllegalArgumentException(
                    "values must have a column " + name + " but have " + List.of(schema.fieldNames()));
        }
        DataType type = schema.apply(name).dataType();
        boolean fits = wanted.equals(type) || wanted.equals(DataTypes.DoubleType) && type instanceof NumericType;
        if (!fits) {
            throw new IllegalArgumentException(
                    "column " + name + " must be " + wanted.simpleString() + " but was " + type.simpleString());
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
        return Optional.ofNullable(
                ResultColumns.unit(dataset.schema().apply(column).metadata()));
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
     * @param statistics the statistics by the names of their columns, in the order of the map
     * @return {@code asset}, {@code date} and one column for each statistic, in the unit of its answer
     */
    public Dataset<Row> statistics(Map<String, Statistic> statistics) {
        Map<String, Statistic> ordered = new LinkedHashMap<>(statistics);
        ResultColumns columns = ResultColumns.none();
        for (var each : ordered.entrySet()) {
            columns = columns.number(each.getKey(), each.getValue().unitOf(unit));
        }
        Statistic[] all = ordered.values().toArray(new Statistic[0]);
        return daily(columns, () -> {
            RunningStatistic[] states = Arrays.stream(all).map(Statistic::start).toArray(RunningStatistic[]::new);
            return value -> {
                Object[] numbers = new Object[states.length];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = present(states[i].push(value));
                }
                return numbers;
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
     * @return {@code asset}, {@code date}, {@code rank}, {@code band} and {@code severity}, the last three null where
     *     there are too few observations
     */
    public Dataset<Row> percentileBands(Statistic rank, PercentileBands bands) {
        ResultColumns columns = ResultColumns.none()
                .number("rank", rank.unitOf(unit))
                .text("band")
                .text("severity");
        return daily(columns, () -> {
            RunningStatistic state = rank.start();
            return value -> {
                double fraction = state.push(value);
                if (Double.isNaN(fraction)) {
                    return new Object[] {null, null, null};
                }
                PercentileBand band = bands.at(fraction);
                return new Object[] {fraction, band.name(), band.severity().name()};
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
        requirePrices();
        return daily(ResultColumns.none().number("strength", Unit.SCORE), () -> {
            StrengthState state = model.start();
            return close -> new Object[] {present(state.push(close))};
        });
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
        requirePrices();
        ResultColumns columns =
                ResultColumns.none().text("phase").number("score", Unit.SCORE).count("run_length");
        return daily(columns, () -> {
            RunningMomentumCycle state = cycle.start();
            return close -> {
                Optional<Phase> phase = state.push(close);
                return Double.isNaN(close) || phase.isEmpty()
                        ? new Object[] {null, null, null}
                        : new Object[] {
                            phase.get().toString(), (double) phase.get().score(), state.runLength()
                        };
            };
        });
    }

    private void requirePrices() {
        Require.prices(TimeSeries.of(DateIndex.EMPTY, new double[0], unit), "universe");
    }

    private Dataset<Row> daily(ResultColumns columns, AssetState.Start start) {
        return streamed(columns, (asset, rows) -> AssetState.over(new DatedValues(asset, rows), start.start()));
    }

    /** Spreads the assets and sorts each by date on the way: a group is read once and never held. */
    private Dataset<Row> streamed(ResultColumns columns, FlatMapGroupsFunction<String, Row, Row> each) {
        Dataset<Row> numbered = values.select(
                values.col(DatedValues.ASSET),
                functions.unix_date(values.col(ResultColumns.DATE)).as(DatedValues.DAY),
                values.col(DatedValues.VALUE));
        return columns.dated(numbered.groupBy(numbered.col(DatedValues.ASSET))
                .as(Encoders.STRING(), Encoders.row(numbered.schema()))
                .flatMapSortedGroups(new Column[] {numbered.col(DatedValues.DAY)}, each, Encoders.row(columns.rows())));
    }

    /** The unit of the values. */
    @Override
    public String toString() {
        return "universe in " + unit;
    }
}
