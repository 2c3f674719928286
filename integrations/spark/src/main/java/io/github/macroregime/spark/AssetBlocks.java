package io.github.macroregime.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scala.Tuple3;

/** The values that a task reads, packed by asset: name, first date and block, in as many rounds as memory needs. */
final class AssetBlocks implements Iterator<Tuple3<String, Integer, byte[]>> {

    /** An asset takes as much memory as this many of its values. */
    private static final int ASSET = 16;

    private final Iterator<Tuple3<byte[], Integer, Double>> rows;
    private final int most;
    private Iterator<Map.Entry<ByteBuffer, DatedBlock.Gathering>> gathered = Collections.emptyIterator();

    /** The values of a round, and what the assets take beside them, are no more than a number. */
    AssetBlocks(Iterator<Tuple3<byte[], Integer, Double>> rows, int most) {
        this.rows = rows;
        this.most = most;
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
        for (int n = 0; n + all.size() * ASSET < most && rows.hasNext(); n++) {
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
            throw new IllegalArgumentException(
                    "asset" + (row._2() == null ? "" : " on " + LocalDate.ofEpochDay(row._2())) + " must not be null");
        }
        if (row._2() == null) {
            throw new IllegalArgumentException("date of " + new String(row._1(), UTF_8) + " must not be null");
        }
    }
}
