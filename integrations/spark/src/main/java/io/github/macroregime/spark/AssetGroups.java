package io.github.macroregime.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
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

    /** What a function makes of each asset, whose values stream by in the order of their dates. */
    static <T> Dataset<T> flatMap(Dataset<Row> values, Function<T> each, Encoder<T> made) {
        Encoder<Tuple3<String, Integer, byte[]>> packed =
                Encoders.tuple(Encoders.STRING(), Encoders.INT(), Encoders.BINARY());
        Dataset<Row> blocks = values.select(
                        values.col(DatedValues.ASSET).cast(DataTypes.BinaryType),
                        functions.unix_date(values.col(ResultColumns.DATE)),
                        functions.coalesce(values.col(DatedValues.VALUE), functions.lit(Double.NaN)))
                .as(Encoders.tuple(Encoders.BINARY(), Encoders.INT(), Encoders.DOUBLE()))
                .mapPartitions(
                        (MapPartitionsFunction<Tuple3<byte[], Integer, Double>, Tuple3<String, Integer, byte[]>>)
                                Blocks::new,
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
    interface Function<T> extends Serializable {

        Iterator<T> of(DatedValues values);
    }

    /** The one row of an asset. */
    interface Summary extends Serializable {

        Row of(DatedValues values);
    }

    /** The values of a task by asset, in as many rounds as memory needs. */
    private static final class Blocks implements Iterator<Tuple3<String, Integer, byte[]>> {

        private final Iterator<Tuple3<byte[], Integer, Double>> rows;
        private Iterator<Map.Entry<ByteBuffer, DatedBlock.Gathering>> gathered = Collections.emptyIterator();

        Blocks(Iterator<Tuple3<byte[], Integer, Double>> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            return gathered.hasNext() || rows.hasNext();
        }

        @Override
        public Tuple3<String, Integer, byte[]> next() {
            if (!gathered.hasNext()) {
                gathered = gather().entrySet().iterator();
            }
            var each = gathered.next();
            byte[] packed = each.getValue().packed();
            return new Tuple3<>(new String(each.getKey().array(), UTF_8), new DatedBlock(packed).day(), packed);
        }

        private Map<ByteBuffer, DatedBlock.Gathering> gather() {
            Map<ByteBuffer, DatedBlock.Gathering> all = new LinkedHashMap<>();
            byte @Nullable [] last = null;
            DatedBlock.Gathering values = new DatedBlock.Gathering();
            for (int i = 0; i < GATHERED && rows.hasNext(); i++) {
                Tuple3<byte[], Integer, Double> row = rows.next();
                check(row);
                if (!Arrays.equals(row._1(), last)) {
                    last = row._1();
                    values = all.computeIfAbsent(ByteBuffer.wrap(last), key -> new DatedBlock.Gathering());
                }
                values.add(row._2(), row._3());
            }
            return all;
        }

        private static void check(Tuple3<byte[], Integer, Double> row) {
            if (row._1() == null) {
                throw new IllegalArgumentException("asset"
                        + (row._2() == null ? "" : " on " + LocalDate.ofEpochDay(row._2())) + " must not be null");
            }
            if (row._2() == null) {
                throw new IllegalArgumentException("date of " + new String(row._1(), UTF_8) + " must not be null");
            }
        }
    }
}
