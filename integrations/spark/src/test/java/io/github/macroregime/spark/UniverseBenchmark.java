package io.github.macroregime.spark;

import com.sun.management.OperatingSystemMXBean;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Statistic;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.regime.strength.StrengthModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Run by hand: a synthetic universe on Spark against the plain loop over the running form on one thread.
 *
 * <p>Arguments: master, folder for Parquet, days, and any numbers of assets.
 */
final class UniverseBenchmark {

    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
    private static final int CHECKED = 20;
    private static final int LOOPED = 400;

    private final SparkSession spark;
    private final Path folder;
    private final int days;

    private UniverseBenchmark(SparkSession spark, Path folder, int days) {
        this.spark = spark;
        this.folder = folder;
        this.days = days;
    }

    public static void main(String[] arguments) throws IOException {
        SparkSession spark = SparkSession.builder()
                .master(arguments[0])
                .config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.datetime.java8API.enabled", true)
                .getOrCreate();
        UniverseBenchmark benchmark =
                new UniverseBenchmark(spark, Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        System.out.println("synthetic universe, master " + arguments[0] + ", Spark " + spark.version() + ", JDK "
                + Runtime.version());
        for (int i = 3; i < arguments.length; i++) {
            benchmark.measure(Integer.parseInt(arguments[i]));
        }
        spark.stop();
    }

    private void measure(int assets) throws IOException {
        Universe universe = Universe.of(spark.read().parquet(written(assets)));
        StrengthModel model = StrengthModel.withDefaults();
        Statistic score = Window.of(252).zScore();
        compare("strengths", assets, () -> universe.strengths(model), model::start);
        compare("z-scores", assets, () -> universe.statistics(Map.of("score", score)), score::start);
        check(universe, model);
    }

    private String written(int assets) throws IOException {
        Path file = folder.resolve(assets + "x" + days);
        if (!Files.exists(file)) {
            int length = days;
            Dataset<Row> closes = spark.range(0, assets, 1, 8)
                    .flatMap(
                            (FlatMapFunction<Long, Row>) asset -> rows(Math.toIntExact(asset), length),
                            Encoders.row(Local.TYPE));
            Universe.of(closes, Unit.PRICE).values().write().parquet(file.toString());
        }
        return file.toString();
    }

    private static Iterator<Row> rows(int asset, int days) {
        double[] closes = closes(asset, days);
        return IntStream.range(0, days)
                .mapToObj(t -> RowFactory.create(name(asset), FIRST.plusDays(t), closes[t]))
                .iterator();
    }

    private static String name(int asset) {
        return String.format(Locale.ROOT, "SYNTHETIC%05d", asset);
    }

    private static double[] closes(int asset, int days) {
        Random random = new Random(asset);
        double level = 100;
        double[] closes = new double[days];
        for (int t = 0; t < days; t++) {
            level *= Math.exp(0.01 * random.nextGaussian());
            closes[t] = level;
        }
        return closes;
    }

    private void compare(String what, int assets, Supplier<Dataset<Row>> onSpark, Supplier<RunningStatistic> start) {
        Cost alone = loop(start);
        Cost cost = Cost.of(
                (long) assets * days,
                () -> onSpark.get()
                        .write()
                        .format("noop")
                        .mode(SaveMode.Overwrite)
                        .save());
        System.out.printf(
                Locale.ROOT,
                "%-10s %6d assets %10d rows: Spark %7.1f s, %6.0f ns of CPU per row; loop %6.0f ns; ratio %.2f%n",
                what,
                assets,
                (long) assets * days,
                cost.seconds(),
                cost.cpuNanosPerRow(),
                alone.cpuNanosPerRow(),
                cost.cpuNanosPerRow() / alone.cpuNanosPerRow());
    }

    private Cost loop(Supplier<RunningStatistic> start) {
        double[][] closes = IntStream.range(0, LOOPED)
                .mapToObj(asset -> closes(asset, days))
                .toArray(double[][]::new);
        double[] sink = new double[1];
        Runnable pass = () -> {
            for (double[] each : closes) {
                var state = start.get();
                for (double close : each) {
                    sink[0] += state.push(close);
                }
            }
        };
        pass.run();
        return Cost.of((long) LOOPED * days, pass);
    }

    private void check(Universe universe, StrengthModel model) {
        Dataset<Row> few = universe.values().where("asset < '" + name(CHECKED) + "'");
        Map<String, double[]> numbers = Local.numbers(Universe.of(few).strengths(model), "strength");
        for (int asset = 0; asset < CHECKED; asset++) {
            if (!Arrays.equals(numbers.get(name(asset)), model.over(closes(asset, days)))) {
                throw new IllegalStateException(
                        "the strengths of " + name(asset) + " differ from those of one machine");
            }
        }
        System.out.println("the same bits as on one machine, in " + CHECKED + " assets");
    }

    private record Cost(double seconds, double cpuNanosPerRow) {

        static Cost of(long rows, Runnable work) {
            OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long wall = System.nanoTime();
            long cpu = machine.getProcessCpuTime();
            work.run();
            return new Cost(1e-9 * (System.nanoTime() - wall), (double) (machine.getProcessCpuTime() - cpu) / rows);
        }
    }
}
