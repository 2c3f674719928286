package io.github.macroregime.regime.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.regime.section.Chart.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a path of few letters says to a reader of SVG. */
class PolylineTest {

    private static List<String> labels(int n) {
        return IntStream.range(0, n).mapToObj(i -> "label " + i).toList();
    }

    private static String path(List<Double> values, double across, double top) {
        Scale x = new Scale(0, Math.max(1, values.size() - 1), 10, 10 + across);
        return Polyline.through(new Line("", values), new Places(labels(values.size())), x, new Scale(0, 1, 0, 1), top);
    }

    /** Heights are quarters and -999 stands for a missing one; 4 and a half between two values are more than a pixel. */
    @Property(tries = 400)
    void everyValueIsAPointAtItsHalfPixel(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(min = -30, max = 30) Integer> quarters,
            @ForAll @IntRange(min = 0, max = 11) int missing) {
        List<Double> values = new ArrayList<>();
        quarters.forEach(each -> values.add(each / 4.0));
        if (missing < values.size()) {
            values.set(missing, Double.NaN);
        }
        List<List<double[]>> parts = Drawing.points(path(values, 4.5 * (values.size() - 1), 100));
        List<double[]> points = parts.stream().flatMap(List::stream).toList();
        int k = 0;
        for (int i = 0; i < values.size(); i++) {
            if (!Double.isNaN(values.get(i))) {
                assertThat(points.get(k++)).containsExactly(10 + 4.5 * i, Math.round(2 * (100 + values.get(i))) / 2.0);
            }
        }
        assertThat(points).hasSize(k);
        boolean within = missing > 0 && missing < values.size() - 1;
        assertThat(parts).hasSize(within ? 2 : 1);
    }

    @Test
    void fewLettersSayIt() {
        assertThat(path(List.of(1.0, 1.5, 1.0), 4, 0)).isEqualTo("M10 1l2 .5 2-.5");
        assertThat(path(List.of(1.0, 2.0, 1.0), 3, 0))
                .as("half a pixel behind a half")
                .isEqualTo("M10 1l1.5 1 1.5-1");
        assertThat(path(List.of(0.0, 0.5, 1.0), 5, 0)).isEqualTo("M10 0l2.5.5 2.5.5");
        assertThat(path(List.of(1.0, 2.0), 0.1, 0))
                .as("two values in one pixel")
                .isEqualTo("M10 1l0 1");
        assertThat(path(List.of(1.0, 1.1, 1.2), 4, 0)).isEqualTo("M10 1l2 0 2 0");
        assertThat(path(List.of(1.0, Double.NaN, 2.0), 4, 0)).isEqualTo("M10 1M14 2");
    }

    /** A hundred values in each pixel: the lowest and the highest of each stay, in the order of their days. */
    @Test
    void ofValuesInOnePixelTheLowestAndTheHighestStay() {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            values.add(i == 40 ? 30.0 : i == 60 ? -30.0 : i == 120 ? -20.0 : i == 170 ? 40.0 : 0.0);
        }
        // The second pixel begins with value 100, at 199 / 199 of two pixels less one hundredth.
        List<List<double[]>> parts = Drawing.points(path(values, 1.99, 100));
        assertThat(parts).hasSize(1);
        assertThat(parts.get(0).stream().map(point -> point[1])).containsExactly(130.0, 70.0, 80.0, 140.0);
        assertThat(parts.get(0).stream().map(point -> Math.floor(point[0]))).containsExactly(10.0, 10.0, 11.0, 11.0);
    }

    @Test
    void theLastValueThatIsThere() {
        assertThat(Polyline.last(new Line("", List.of(1.0, 2.0, Double.NaN)))).isEqualTo(1);
        assertThat(Polyline.last(new Line("", List.of(1.0, Double.NaN)))).isZero();
        assertThat(Polyline.last(new Line("", List.of(Double.NaN)))).isEqualTo(-1);
        assertThat(Polyline.last(new Line("", List.of()))).isEqualTo(-1);
    }
}
