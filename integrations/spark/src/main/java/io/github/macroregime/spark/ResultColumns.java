package io.github.macroregime.spark;

import io.github.macroregime.core.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The columns of a result behind {@code asset} and {@code date}: each with a type, and numbers with their unit. */
final class ResultColumns {

    static final String DATE = "date";

    /** A name of its own: other programs write a unit of theirs, in a form of theirs. */
    private static final String UNIT = "macro-regime.unit";

    private static final String SYMBOL = "symbol";
    private static final String EXPONENT = "exponent";

    private final StructType type;

    private ResultColumns(StructType type) {
        this.type = type;
    }

    static ResultColumns none() {
        return new ResultColumns(new StructType());
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

    private ResultColumns with(String name, DataType of, Metadata metadata) {
        return new ResultColumns(type.add(name, of, true, metadata));
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
