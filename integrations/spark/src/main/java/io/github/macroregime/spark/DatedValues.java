package io.github.macroregime.spark;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import scala.Tuple3;

/** The values of one asset in the order of their dates, merged from blocks while they stream by. */
final class DatedValues {

    static final String ASSET = "asset";
    static final String VALUE = "value";

    private final String asset;
    private final Iterator<Tuple3<String, Integer, byte[]>> blocks;
    private final Queue<DatedBlock> open = new PriorityQueue<>(Comparator.comparingInt(DatedBlock::day));
    private @Nullable DatedBlock waiting;
    private long last = Long.MIN_VALUE;
    private int day;
    private double value;

    /** Of blocks in the order of their first dates. */
    DatedValues(String asset, Iterator<Tuple3<String, Integer, byte[]>> blocks) {
        this.asset = asset;
        this.blocks = blocks;
        this.waiting = nextBlock();
    }

    private @Nullable DatedBlock nextBlock() {
        return blocks.hasNext() ? new DatedBlock(blocks.next()._3()) : null;
    }

    boolean hasNext() {
        return waiting != null || !open.isEmpty();
    }

    void next() {
        while (waiting != null
                && (open.isEmpty() || waiting.day() <= open.element().day())) {
            open.add(waiting);
            waiting = nextBlock();
        }
        DatedBlock block = open.remove();
        day = block.day();
        value = block.value();
        if (block.advance()) {
            open.add(block);
        }
        if (day == last) {
            throw repeated(asset, date());
        }
        last = day;
    }

    static IllegalArgumentException repeated(String asset, LocalDate date) {
        return new IllegalArgumentException(
                "dates of an asset must be distinct but " + asset + " has two values on " + date);
    }

    String asset() {
        return asset;
    }

    int day() {
        return day;
    }

    double value() {
        return value;
    }

    private LocalDate date() {
        return LocalDate.ofEpochDay(day);
    }

    /** Hands the present value on; what is refused of it is told with asset and date. */
    void to(DoubleConsumer taker) {
        try {
            taker.accept(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(asset + " on " + date() + ": " + e.getMessage(), e);
        }
    }
}
