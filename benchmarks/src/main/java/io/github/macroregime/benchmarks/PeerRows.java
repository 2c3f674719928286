package io.github.macroregime.benchmarks;

import io.github.macroregime.core.stats.Autocorrelation;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.window.Decay;
import io.github.macroregime.core.window.Expanding;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.regime.persistence.Stationarity;
import io.github.macroregime.regime.persistence.UnitRoot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Our side of {@code peers.py}: takes a row and a window from each line that is read, writes its numbers into the folder and
 * prints the least CPU time of a call in nanoseconds.
 */
public final class PeerRows {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long WARM = 150_000_000;
    private static final int CALLS = 12;

    private final double[] x;
    private final double[] y;

    private PeerRows(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * Answers until the input ends.
     *
     * @param arguments the folder with the series {@code x.bin} and {@code y.bin}
     * @throws IOException if the folder cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        PeerRows rows = new PeerRows(read(folder.resolve("x.bin")), read(folder.resolve("y.bin")));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ", -1);
            Supplier<double[]> row = rows.row(words[0], Integer.parseInt(words[1]));
            write(folder.resolve("out.bin"), row.get());
            System.out.println(least(row));
        }
    }

    private Supplier<double[]> row(String name, int window) {
        Window trailing = Window.of(window);
        return switch (name) {
            case "mean" -> () -> trailing.mean().over(x);
            case "deviation" -> () -> trailing.sampleDeviation().over(x);
            case "max" -> () -> trailing.max().over(x);
            case "median" -> () -> trailing.median().over(x);
            case "quantile" -> () -> trailing.quantile(Probability.percent(90)).over(x);
            case "rank" ->
                () -> trailing.percentileRank(PercentileRank.AVERAGE_RANK).over(x);
            case "skewness" -> () -> trailing.sampleSkewness().over(x);
            case "kurtosis" -> () -> trailing.sampleExcessKurtosis().over(x);
            case "correlation" -> () -> trailing.correlation().over(x, y);
            case "ewma" -> () -> Decay.span(window).mean().over(x);
            case "expanding-median" -> () -> Expanding.from(1).median().over(x);
            case "expanding-deviation" ->
                () -> Expanding.from(2).sampleDeviation().over(x);
            case "autocorrelation" -> () -> Autocorrelation.function(x, window);
            case "adf" -> {
                double[] levels = Arrays.copyOf(x, window);
                yield () -> new double[] {
                    UnitRoot.of(levels, 4, UnitRoot.Terms.CONSTANT)
                            .orElseThrow()
                            .statistic()
                };
            }
            case "kpss" -> {
                double[] levels = Arrays.copyOf(x, window);
                yield () -> new double[] {
                    Stationarity.of(levels, 8, Stationarity.About.MEAN)
                            .orElseThrow()
                            .statistic()
                };
            }
            default -> throw new IllegalArgumentException("there is no row " + name);
        };
    }

    private static long least(Supplier<double[]> row) {
        long least = Long.MAX_VALUE;
        long spent = 0;
        for (int call = 0; call < CALLS || spent < WARM; call++) {
            long before = THREADS.getCurrentThreadCpuTime();
            double[] answer = row.get();
            long time = THREADS.getCurrentThreadCpuTime() - before;
            spent += Math.max(1000, time);
            least = answer.length > 0 ? Math.min(least, time) : least;
        }
        return least;
    }

    private static double[] read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        double[] numbers = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(numbers);
        return numbers;
    }

    private static void write(Path file, double[] numbers) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(numbers);
        Files.write(file, bytes.array());
    }
}
