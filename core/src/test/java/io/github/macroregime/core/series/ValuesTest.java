package io.github.macroregime.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.io.TableLayout;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.window.RankedSeries;
import io.github.macroregime.fixture.Forgery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds values is told apart by them, finds its own place in a hash table and travels without what it was cut from. */
class ValuesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    private static final List<IntFunction<Object>> KINDS = List.of(
            Rate::ofBasisPoints,
            i -> Doubles.of(i, 1),
            i -> DateIndex.of(DAY, DAY.plusDays(1 + i)),
            i -> Matrix.copyOf(new double[][] {{1, i}}),
            i -> RankedSeries.of(new double[] {1, i, -i}),
            i -> TableLayout.csv().withSkippedLines(i),
            i -> BusinessDays.of("own", DAY, DAY.plusDays(i), Set.of(), List.of()));

    @Test
    void aHundredValuesHaveAHundredHashCodes() {
        for (IntFunction<Object> kind : KINDS) {
            assertThat(IntStream.range(2, 102)
                            .map(i -> kind.apply(i).hashCode())
                            .distinct()
                            .count())
                    .as(kind.apply(2).getClass().getSimpleName())
                    .isEqualTo(100);
            assertThat(kind.apply(3))
                    .isEqualTo(kind.apply(3))
                    .hasSameHashCodeAs(kind.apply(3))
                    .isNotEqualTo(kind.apply(4));
        }
    }

    @Test
    void aMatrixIsItsShapeAsWellAsItsCells() {
        double[] cells = {1, 2, 3, 4};
        Matrix square = Matrix.copyOf(2, 2, cells);
        assertThat(square).isNotEqualTo(Matrix.copyOf(1, 4, cells)).isNotEqualTo(Matrix.copyOf(4, 1, cells));
        assertThat(square.hashCode())
                .isNotEqualTo(Matrix.copyOf(1, 4, cells).hashCode())
                .isNotEqualTo(Matrix.copyOf(4, 1, cells).hashCode());
    }

    @Test
    void valuesComeBackFromAStream() throws IOException {
        for (IntFunction<Object> kind : KINDS.subList(0, 4)) {
            assertThat(Forgery.readBack(kind.apply(7))).isEqualTo(kind.apply(7));
        }
    }

    @Test
    void aSliceTravelsWithoutTheRest() throws IOException {
        DateIndex dates = DateIndex.copyOf(
                IntStream.range(0, 1000).mapToObj(DAY::plusDays).toList());
        Doubles numbers = Doubles.copyOf(new double[1000]);
        assertThat(Forgery.readBack(dates.slice(2, 5))).isEqualTo(dates.slice(2, 5));
        assertThat(Forgery.readBack(numbers.slice(2, 5))).isEqualTo(numbers.slice(2, 5));
        assertThat(bytes(dates.slice(2, 5))).isEqualTo(bytes(DateIndex.of(dates.get(2), dates.get(3), dates.get(4))));
        assertThat(bytes(numbers.slice(2, 5))).isEqualTo(bytes(Doubles.of(0, 0, 0)));
    }

    private static int bytes(Object written) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(written);
        }
        return bytes.size();
    }
}
