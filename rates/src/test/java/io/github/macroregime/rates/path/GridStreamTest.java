package io.github.macroregime.rates.path;

import static io.github.macroregime.fixture.Forgery.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.fixture.Forgery;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Compiled days that are read from a stream point at places that are there. */
class GridStreamTest {

    private static AccrualGrid grid() {
        AccrualGrid grid = new AccrualGrid(2);
        int one = grid.slot(0, 1, 360, 0, Extras.NONE);
        int three = grid.slot(0, 3, 360, 0.0001, Extras.NONE.with(1, 0.25));
        int whole = grid.together(new int[] {one, three}, new int[] {4, 1});
        assertThat(whole).isEqualTo(2);
        return grid;
    }

    private static DayBuckets buckets() {
        return new DayBuckets(grid(), new int[] {0, 2}, new int[] {1, 2}, 0.001, 0.3);
    }

    private static Extras extras() {
        return Extras.NONE.with(1, 0.25);
    }

    @Test
    void placesAreTakenAsTheyWere() throws IOException {
        AccrualGrid read = (AccrualGrid) Forgery.readBack(grid());
        assertThat(read).usingRecursiveComparison().isEqualTo(grid());
        assertThat(Forgery.readBack(buckets())).usingRecursiveComparison().isEqualTo(buckets());
        assertThat(read.fixing(new double[] {0.04, 0.02}, 1)).isEqualTo(0.04 + 0.0001 + 0.25 * 0.02);
    }

    @Test
    void whatPointsNowhereIsRefused() {
        assertRefused(GridStreamTest::buckets, "slot", new int[] {0, 3});
        assertRefused(GridStreamTest::buckets, "count", new int[] {1});
        assertRefused(GridStreamTest::buckets, "count", new int[] {1, -1});
        assertRefused(GridStreamTest::buckets, "knownLogGrowth", Double.NaN);
        assertRefused(GridStreamTest::buckets, "grid", null);
        assertRefused(GridStreamTest::grid, "unknowns", 1);
        assertRefused(GridStreamTest::grid, "size", 1000);
        assertRefused(GridStreamTest::grid, "period", new int[] {0, 2, 0});
        assertRefused(GridStreamTest::grid, "days", new int[] {0, 3, 0});
        assertRefused(GridStreamTest::grid, "members", new int[][] {{}, {}, {0, 2}});
        assertRefused(GridStreamTest::extras, "shares", new double[] {Double.NaN});
        assertRefused(GridStreamTest::extras, "unknowns", new int[] {-1});
        assertRefused(GridStreamTest::extras, "unknowns", new int[] {0, 1});
    }
}
