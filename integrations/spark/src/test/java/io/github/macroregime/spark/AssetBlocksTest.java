package io.github.macroregime.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import scala.Tuple3;

class AssetBlocksTest {

    private static final int DAYS = 300;

    private static Tuple3<byte[], Integer, Double> row(String asset, int day, double value) {
        return new Tuple3<>(asset.getBytes(UTF_8), day, value);
    }

    /** What a task of each part packs, gathered by asset in the order of the first dates as Spark does it. */
    private static Map<String, DatedValues> merged(List<List<Tuple3<byte[], Integer, Double>>> parts, int most) {
        Map<String, List<Tuple3<String, Integer, byte[]>>> blocks = new TreeMap<>();
        for (var part : parts) {
            new AssetBlocks(part.iterator(), most)
                    .forEachRemaining(block -> blocks.computeIfAbsent(block._1(), key -> new ArrayList<>())
                            .add(block));
        }
        Map<String, DatedValues> values = new TreeMap<>();
        blocks.forEach((asset, all) -> {
            all.sort(Comparator.comparing(Tuple3::_2));
            values.put(asset, new DatedValues(asset, all.iterator()));
        });
        return values;
    }

    private static List<String> read(DatedValues values) {
        List<String> read = new ArrayList<>();
        while (values.hasNext()) {
            values.next();
            read.add(values.day() + " " + values.value());
        }
        return read;
    }

    @Test
    void values_come_back_by_date_from_any_order_parts_and_rounds() {
        Random random = new Random(11);
        for (int most : new int[] {1, 7, 64, 10_000}) {
            List<Tuple3<byte[], Integer, Double>> rows = new ArrayList<>();
            for (int day = -100; day < DAYS; day++) {
                rows.add(row("ÄB", day, day / 3.0));
                rows.add(row("C", day, day % 5 == 0 ? Double.NaN : -day));
            }
            Collections.shuffle(rows, random);
            int cut = random.nextInt(rows.size());
            Map<String, DatedValues> values =
                    merged(List.of(rows.subList(0, cut), rows.subList(cut, rows.size())), most);
            assertThat(values).containsOnlyKeys("ÄB", "C");
            assertThat(read(values.get("ÄB")))
                    .isEqualTo(IntStream.range(-100, DAYS)
                            .mapToObj(day -> day + " " + day / 3.0)
                            .toList());
            assertThat(read(values.get("C")))
                    .isEqualTo(IntStream.range(-100, DAYS)
                            .mapToObj(day -> day + " " + (day % 5 == 0 ? Double.NaN : (double) -day))
                            .toList());
        }
    }

    @Test
    void a_date_in_two_blocks_is_refused() {
        var first = List.of(row("A", 1, 1), row("A", 5, 2));
        var second = List.of(row("A", 3, 1), row("A", 5, 2), row("A", 9, 1));
        DatedValues values = merged(List.of(first, second), 100).get("A");
        assertThatThrownBy(() -> read(values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dates of an asset must be distinct but A has two values on 1970-01-06");
    }

    @Test
    void blocks_are_read_when_their_dates_come() {
        List<Tuple3<String, Integer, byte[]>> blocks = new ArrayList<>();
        List<Tuple3<byte[], Integer, Double>> rows =
                IntStream.range(0, 100).mapToObj(day -> row("A", day, day)).toList();
        new AssetBlocks(rows.iterator(), 16 + 10).forEachRemaining(blocks::add);
        assertThat(blocks).hasSize(10);
        int[] taken = new int[1];
        Iterator<Tuple3<String, Integer, byte[]>> counted =
                blocks.stream().peek(block -> taken[0]++).iterator();
        DatedValues values = new DatedValues("A", counted);
        for (int i = 0; i < 15; i++) {
            values.next();
        }
        assertThat(taken[0]).isLessThanOrEqualTo(4);
    }
}
