package io.github.macroregime.spark;

import com.sun.management.OperatingSystemMXBean;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Statistic;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.regime.strategy.TearSheet;
import io.github.macroregime.regime.strategy.TearSheetOptions;
import io.github.macroregime.regime.strength.StrengthModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private static final int CHECKED = 100;
    private static final int LOOPED = 200;
    private static final int ROUNDS = 5;
    private static final long ROWS = 15_000_000;

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
        Universe closes = Universe.of(spark.read().parquet(written("closes", assets, Unit.PRICE)));
        Universe returns = Universe.of(spark.read().parquet(written("returns", assets, Unit.PERCENT)));
        StrengthModel model = StrengthModel.withDefaults();
        TearSheetOptions options = TearSheetOptions.tradingDays();
        Statistic score = Window.of(252).zScore();
        report("reading", assets, closes::values, Optional.empty());
        report("empty groups", assets, () -> closes.statistics(Map.of("same", new Same())), Optional.empty());
        report("strengths", assets, () -> closes.strengths(model), Optional.of(loop(model::start)));
        report("z-scores", assets, () -> closes.statistics(Map.of("score", score)), Optional.of(loop(score::start)));
        report("latest", assets, () -> closes.latestStrengths(model), Optional.of(loop(model::start)));
        report("tear sheets", assets, () -> returns.tearSheets(options), Optional.of(sheets(options)));
        check(closes, model, Math.min(assets, CHECKED));
    }

    private String written(String what, int assets, Unit unit) throws IOException {
        Path file = folder.resolve(what + assets + "x" + days);
        if (!Files.exists(file)) {
            int length = days;
            boolean isReturn = unit.equals(Unit.PERCENT);
            Dataset<Row> rows = spark.range(0, assets, 1, 8)
                    .flatMap(
                            (FlatMapFunction<Long, Row>) asset -> rows(Math.toIntExact(asset), length, isReturn),
                            Encoders.row(Local.TYPE));
            Universe.of(rows, unit).values().write().parquet(file.toString());
        }
        return file.toString();
    }

    private static Iterator<Row> rows(int asset, int days, boolean isReturn) {
        double[] values = isReturn ? returns(asset, days) : closes(asset, days);
        String name = name(asset);
        return IntStream.range(0, days)
                .mapToObj(t -> RowFactory.create(name, FIRST.plusDays(t), values[t]))
                .iterator();
    }

    private static double[] returns(int asset, int days) {
        double[] closes = closes(asset, days + 1);
        double[] returns = new double[days];
        Arrays.setAll(returns, t -> closes[t + 1] / closes[t] - 1);
        return returns;
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

    /** The first job of a kind pays for compiling; what follows is warm, and the median of it is told. */
    private void report(String what, int assets, Supplier<Dataset<Row>> onSpark, Optional<Runnable> alone) {
        long rows = (long) assets * days;
        Runnable job = () ->
                onSpark.get().write().format("noop").mode(SaveMode.Overwrite).save();
        Cost first = Cost.of(rows, job);
        Cost warm = Cost.median(rows, Math.toIntExact(Math.max(1, Math.min(ROUNDS, ROWS / rows))), job);
        System.out.printf(
                Locale.ROOT,
                "%-12s %6d assets %9d rows: first %6.1f s; warm %6.1f s, %5.0f ns of CPU per row%s%n",
                what,
                assets,
                rows,
                first.seconds(),
                warm.seconds(),
                warm.nanosPerRow(),
                alone.map(loop -> against(loop, warm)).orElse(""));
    }

    private String against(Runnable alone, Cost warm) {
        alone.run();
        double loop = Cost.median((long) LOOPED * days, ROUNDS, alone).nanosPerRow();
        return String.format(Locale.ROOT, "; loop %5.0f ns; ratio %.2f", loop, warm.nanosPerRow() / loop);
    }

    private Runnable loop(Supplier<RunningStatistic> start) {
        double[][] closes = IntStream.range(0, LOOPED)
                .mapToObj(asset -> closes(asset, days))
                .toArray(double[][]::new);
        double[] sink = new double[1];
        return () -> {
            for (double[] each : closes) {
                RunningStatistic state = start.get();
                for (double close : each) {
                    sink[0] += state.push(close);
                }
            }
        };
    }

    private Runnable sheets(TearSheetOptions options) {
        int first = Math.toIntExact(FIRST.toEpochDay());
        DateIndex dates =
                DateIndex.ofEpochDays(IntStream.range(first, first + days).toArray());
        List<TimeSeries> returns = IntStream.range(0, LOOPED)
                .mapToObj(asset -> TimeSeries.of(dates, returns(asset, days), Unit.PERCENT))
                .toList();
        double[] sink = new double[1];
        return () ->
                returns.forEach(each -> sink[0] += TearSheet.of(each, options).effectiveObservations());
    }

    private void check(Universe universe, StrengthModel model, int assets) {
        Dataset<Row> few = universe.values().where("asset < '" + name(assets) + "'");
        Map<String, double[]> numbers = Local.numbers(Universe.of(few).strengths(model), "strength");
        for (int asset = 0; asset < assets; asset++) {
            if (!Arrays.equals(numbers.get(name(asset)), model.over(closes(asset, days)))) {
                throw new IllegalStateException(
                        "the strengths of " + name(asset) + " differ from those of one machine");
            }
        }
        System.out.println("the same bits as on one machine, in " + assets + " assets");
    }

    private record Cost(double seconds, double nanosPerRow) {

        static Cost of(long rows, Runnable work) {
            OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long wall = System.nanoTime();
            long cpu = machine.getProcessCpuTime();
            work.run();
            return new Cost(1e-9 * (System.nanoTime() - wall), (double) (machine.getProcessCpuTime() - cpu) / rows);
        }

        static Cost median(long rows, int rounds, Runnable work) {
            return IntStream.range(0, rounds)
                    .mapToObj(round -> of(rows, work))
                    .sorted(Comparator.comparingDouble(Cost::nanosPerRow))
                    .toList()
                    .get(rounds / 2);
        }
    }

    /** What costs nothing, so that a job shows what all others pay. */
    private record Same() implements Statistic {

        @Override
        public Unit unitOf(Unit unit) {
            return unit;
        }

        @Override
        public RunningStatistic start() {
            return new Last();
        }
    }

    private static final class Last implements RunningStatistic {

        private int count;

        @Override
        public double push(double x) {
            count++;
            return x;
        }

        @Override
        public Last copy() {
            Last copy = new Last();
            copy.count = count;
            return copy;
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public boolean isReady() {
            return true;
        }
    }
}
