package io.github.macroregime.regime.changepoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.regime.changepoint.ChangePoints.RunLengthPrior;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream that is written and read back goes on where it was. */
class StreamsTravelTest {

    private static final double[] NUMBERS = {0.3, -0.2, 0.1, 4.1, 3.9, 4.2, 4.0, 0.2, 9, 9};

    private static Object travelled(Object stream) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(stream);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 5, 8})
    void runLengths(int pushed) throws IOException, ClassNotFoundException {
        RunLengthFilter filter =
                RunLengthFilter.of(RunLengthPrior.withDefaults().withLongestRun(4));
        for (int i = 0; i < pushed; i++) {
            filter.push(NUMBERS[i]);
        }
        RunLengthFilter read = (RunLengthFilter) travelled(filter);
        assertThat(read.posterior()).isEqualTo(filter.posterior());
        for (int i = pushed; i < NUMBERS.length; i++) {
            assertThat(read.push(NUMBERS[i])).isEqualTo(filter.push(NUMBERS[i]));
        }
        assertThat(read.logEvidence()).isEqualTo(filter.logEvidence());
        assertThat(read).hasToString(filter.toString());
        assertThat(read.toString()).startsWith("RunLengthFilter after 10 observations: most likely run ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 6, 9})
    void sums(int pushed) throws IOException, ClassNotFoundException {
        CusumChart chart = CusumChart.of(Cusum.Options.withDefaults(0, 1));
        for (int i = 0; i < pushed; i++) {
            chart.push(NUMBERS[i]);
        }
        CusumChart read = (CusumChart) travelled(chart);
        for (int i = pushed; i < NUMBERS.length; i++) {
            assertThat(read.push(NUMBERS[i])).isEqualTo(chart.push(NUMBERS[i]));
            assertThat(read.up()).isEqualTo(chart.up());
            assertThat(read.down()).isEqualTo(chart.down());
        }
        assertThat(read).hasToString(chart.toString());
    }

    @Test
    void aChartSaysItsSums() {
        CusumChart chart = CusumChart.of(Cusum.Options.withDefaults(10, 2));
        chart.push(14);
        assertThat(chart).hasToString("CusumChart: up 1.5, down 0.0 deviations, threshold 5.0");
    }

    @Test
    void aHistoryShowsItsLastRows() {
        ChangePointHistory history = ChangePoints.history(NUMBERS, RunLengthPrior.withDefaults(), 3);
        String[] lines = history.toString().split("\n");
        assertThat(lines[0]).startsWith("Run lengths of 10 observations, log-evidence ");
        assertThat(lines[1]).contains("P(run < 3)");
        assertThat(lines[lines.length - 1].strip()).startsWith("9 ");
    }
}
