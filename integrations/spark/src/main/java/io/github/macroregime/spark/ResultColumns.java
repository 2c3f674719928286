package io.github.macroregime.spark;

import io.github.macroregime.core.unit.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Tuple3;

/** The columns of a result behind {@code asset} and {@code date}: each with a type, and numbers with their unit. */
final class ResultColumns {

    static final String DATE = "date";

    /** A name of its own: other programs write a unit of theirs, in a form of theirs. */
    private static final String UNIT = "macro-regime.unit";

    private static final String SYMBOL = "symbol";
    private static final String EXPONENT = "exponent";

    private final StructType type;
    private final Map<String, String[]> texts;

    private ResultColumns(StructType type, Map<String, String[]> texts) {
        this.type = type;
        this.texts = texts;
    }

    static ResultColumns none() {
        return new ResultColumns(new StructType(), Map.of());
    }

    ResultColumns number(String name, Unit unit) {
        return with(name, DataTypes.DoubleType, metadata(unit));
    }

    ResultColumns count(String name) {
        return with(name, DataTypes.IntegerType, metadata(Unit.COUNT));
    }

    ResultColumns text(String name) {
        return with(name, DataTypes.StringType, Metadata.empty());
    }

    /** One of these texts, which {@link #daily} finds by their number. */
    ResultColumns text(String name, Stream<String> all) {
        Map<String, String[]> more = new HashMap<>(texts);
        more.put(name, all.toArray(String[]::new));
        return new ResultColumns(text(name).type, more);
    }

    private ResultColumns with(String name, DataType of, Metadata metadata) {
        return new ResultColumns(type.add(name, of, true, metadata), texts);
    }

    int width() {
        return type.size();
    }

    /** The type of the rows that are made: a date is a whole number of days until all are there. */
    StructType rows() {
        StructType rows = new StructType()
                .add(DatedValues.ASSET, DataTypes.StringType, false)
                .add(DATE, DataTypes.IntegerType, false);
        for (var field : type.fields()) {
            rows = rows.add(field);
        }
        return rows;
    }

    static Row row(String asset, int day, @Nullable Object... values) {
        Object[] all = new Object[values.length + 2];
        all[0] = asset;
        all[1] = day;
        System.arraycopy(values, 0, all, 2, values.length);
        return RowFactory.create(all);
    }

    /** The number, or nothing where the library says NaN. */
    static @Nullable Double present(double number) {
        return Double.isNaN(number) ? null : number;
    }

    Dataset<Row> dated(Dataset<Row> made) {
        List<Column> columns = new ArrayList<>();
        columns.add(made.col(DatedValues.ASSET));
        columns.add(functions.date_from_unix_date(made.col(DATE)).as(DATE));
        for (var field : type.fields()) {
            columns.add(made.col("`" + field.name().replace("`", "``") + "`").as(field.name(), field.metadata()));
        }
        return made.select(columns.toArray(new Column[0]));
    }

    /** How an asset, some of its days and the numbers of each go to Spark. */
    static Encoder<Tuple3<String, int[], double[]>> days(SparkSession spark) {
        return Encoders.tuple(
                Encoders.STRING(),
                spark.implicits().newIntArrayEncoder(),
                spark.implicits().newDoubleArrayEncoder());
    }

    /** A row for each day, which Spark makes of the arrays without an object for any of them. */
    Dataset<Row> daily(Dataset<Tuple3<String, int[], double[]>> made) {
        Dataset<Row> days = made.select(
                made.col("_1"),
                made.col("_3"),
                functions.posexplode(made.col("_2")).as(new String[] {"at", DATE}));
        List<Column> columns = new ArrayList<>();
        columns.add(days.col("_1").as(DatedValues.ASSET));
        columns.add(functions.date_from_unix_date(days.col(DATE)).as(DATE));
        for (int i = 0; i < width(); i++) {
            Column at = days.col("at").multiply(width()).plus(i);
            columns.add(result(type.apply(i), days.col("_3").getItem(at)));
        }
        return days.select(columns.toArray(new Column[0]));
    }

    private Column result(StructField field, Column number) {
        Column result = number;
        if (!field.dataType().equals(DataTypes.DoubleType)) {
            result = number.cast(DataTypes.IntegerType);
        }
        if (field.dataType().equals(DataTypes.StringType)) {
            result = functions.lit(texts.get(field.name())).getItem(result);
        }
        return functions.when(functions.isnan(number).unary_$bang(), result).as(field.name(), field.metadata());
    }

    static Metadata metadata(Unit unit) {
        Metadata parts = new MetadataBuilder()
                .putString(SYMBOL, unit.symbol())
                .putLong(EXPONENT, unit.exponent())
                .build();
        return new MetadataBuilder().putMetadata(UNIT, parts).build();
    }

    static @Nullable Unit unit(Metadata metadata) {
        if (!metadata.contains(UNIT)) {
            return null;
        }
        Metadata parts = metadata.getMetadata(UNIT);
        return new Unit(parts.getString(SYMBOL), Math.toIntExact(parts.getLong(EXPONENT)));
    }
}
