package io.github.macroregime.spark;

import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import scala.Tuple3;

/**
 * The values of a universe by asset.
 *
 * <p>Each task packs the values that it reads into blocks of one asset, so that Spark spreads and sorts few long rows and not
 * many short ones, which would cost it more than most statistics do.
 */
final class AssetGroups {

    /** How many values a task gathers before it sends them on: some 12 MB. */
    private static final int GATHERED = 1 << 20;

    private static final String FIRST = "first";

    private AssetGroups() {}

    /** What is made of each asset, whose values stream by in the order of their dates. */
    static <T> Dataset<T> flatMap(Dataset<Row> values, OfAsset<T> each, Encoder<T> made) {
        Encoder<Tuple3<String, Integer, byte[]>> packed =
                Encoders.tuple(Encoders.STRING(), Encoders.INT(), Encoders.BINARY());
        Dataset<Row> blocks = values.select(
                        values.col(DatedValues.ASSET).cast(DataTypes.BinaryType),
                        functions.unix_date(values.col(ResultColumns.DATE)),
                        functions.coalesce(values.col(DatedValues.VALUE), functions.lit(Double.NaN)))
                .as(Encoders.tuple(Encoders.BINARY(), Encoders.INT(), Encoders.DOUBLE()))
                .mapPartitions(
                        (MapPartitionsFunction<Tuple3<byte[], Integer, Double>, Tuple3<String, Integer, byte[]>>)
                                rows -> new AssetBlocks(rows, GATHERED),
                        packed)
                .toDF(DatedValues.ASSET, FIRST, "block");
        return blocks.groupBy(blocks.col(DatedValues.ASSET))
                .as(Encoders.STRING(), packed)
                .flatMapSortedGroups(
                        new Column[] {blocks.col(FIRST)},
                        (FlatMapGroupsFunction<String, Tuple3<String, Integer, byte[]>, T>)
                                (asset, group) -> each.of(new DatedValues(asset, group)),
                        made);
    }

    /** What is made of the values of an asset, on any machine. */
    interface OfAsset<T> extends Serializable {

        Iterator<T> of(DatedValues values);
    }

    /** The one row of an asset. */
    interface Summary extends Serializable {

        Row of(DatedValues values);
    }
}
