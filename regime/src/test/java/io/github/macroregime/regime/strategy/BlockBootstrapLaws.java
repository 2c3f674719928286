package io.github.macroregime.regime.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.regime.strategy.ModelRecord.Estimate;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What the draws of a bootstrap and the arithmetic below them keep. */
class BlockBootstrapLaws {

    @Property
    void theModulusIsThatOfTheLanguage(
            @ForAll long value, @ForAll @IntRange(min = 1) int divisor, @ForAll @IntRange(max = 9) int near) {
        FloorModulus modulus = new FloorModulus(divisor);
        long multiple = value / divisor * divisor;
        LongStream.of(value, multiple, multiple - near, multiple + near, Long.MIN_VALUE + near, Long.MAX_VALUE - near)
                .forEach(each -> assertThat(modulus.of(each))
                        .as("%d by %d", each, divisor)
                        .isEqualTo(Math.floorMod(each, divisor)));
    }

    @Example
    void theModulusIsThatOfTheLanguageAboutPowersOfTwo() {
        for (int power = 0; power < 31; power++) {
            for (int divisor = Math.max(1, (1 << power) - 1); divisor <= (1L << power) + 1; divisor++) {
                FloorModulus modulus = new FloorModulus(divisor);
                int by = divisor;
                LongStream.of(Long.MIN_VALUE, Long.MIN_VALUE + by, -by - 1L, -by, -1, 0, 1, by - 1L, by, Long.MAX_VALUE)
                        .forEach(each -> assertThat(modulus.of(each))
                                .as("%d by %d", each, by)
                                .isEqualTo(Math.floorMod(each, by)));
            }
        }
    }

    /** Each column is drawn as if it were alone, however many there are. */
    @Property(tries = 100)
    void columnsAreDrawnOnTheSameDaysAsAlone(
            @ForAll @IntRange(min = 1, max = 12) int width,
            @ForAll @IntRange(min = 1, max = 60) int days,
            @ForAll @IntRange(min = 1, max = 70) int block,
            @ForAll long seed) {
        double[][] columns = new double[width][days];
        for (int c = 0; c < width; c++) {
            for (int t = 0; t < days; t++) {
                columns[c][t] = StrictMath.sin(1.7 * t + 31 * c);
            }
        }
        BlockBootstrap together = new BlockBootstrap(columns, block, 40, seed);
        for (int c = 0; c < width; c++) {
            int at = c;
            Estimate alone = new BlockBootstrap(new double[][] {columns[c]}, block, 40, seed).estimate(sums -> sums[0]);
            assertThat(together.estimate(sums -> sums[at])).isEqualTo(alone);
        }
    }

    /** On either side of the length from which on each count has a column of its own. */
    @Property(tries = 6)
    void countsOfDaysAreCounts(@ForAll @IntRange(min = 208_060, max = 208_066) int days) {
        byte[] counted = new byte[days + 7];
        double[] expected = new double[5];
        for (int day = 0; day < days; day++) {
            for (int count = 0; count < expected.length; count++) {
                boolean isOne = day % (count + 1) == 0 || day > days - 3;
                counted[day] |= (byte) (isOne ? 1 << count : 0);
                expected[count] += isOne ? 1 : 0;
            }
        }
        DayCounts counts = new DayCounts(counted, days, 5);
        double[] sums = new BlockBootstrap(counts.columns(), 1, 0, 1).whole();
        for (int count = 0; count < expected.length; count++) {
            assertThat(counts.of(sums, count)).isEqualTo(expected[count]);
        }
    }
}
