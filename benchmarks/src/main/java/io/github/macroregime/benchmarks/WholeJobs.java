package io.github.macroregime.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.macroregime.benchmarks.results.PowerLaw;
import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.band.BandTracker;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.Severity;
import io.github.macroregime.credit.band.SwitchPolicy;
import io.github.macroregime.equities.attribution.DailyGroups;
import io.github.macroregime.regime.edition.Edition;
import io.github.macroregime.regime.folder.TrackerFolder;
import io.github.macroregime.regime.sheet.ModelTable;
import io.github.macroregime.regime.strategy.Evaluation;
import io.github.macroregime.regime.strength.StrengthBoard;
import io.github.macroregime.regime.strength.StrengthBoardOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Jobs as a person would time them, and how their cost grows with assets and years: one thread, CPU time, the least of a
 * few calls, and what the heap holds afterwards. All data are generated but those of a folder.
 *
 * <p>{@code scale} prints growth, {@code threads} the strength board on one thread and on two by the clock on the wall, up to 10,000
 * assets, which tells something on an idle machine only, {@code jobs} the large jobs, {@code folder=DIR} the report of the day of a folder's
 * {@code edition.csv}, cold and warm. A heap of 4 GB is enough for all.
 */
public final class WholeJobs {

    static final int DAYS_A_YEAR = 252;
    private static final int[] ASSETS = {10, 100, 1_000};
    private static final int[] YEARS = {1, 10, 40};
    private static final int MOST_ASSET_YEARS = 100_000;
    private static final int SECTORS = 11;
    static final LocalDate FIRST = LocalDate.of(1985, 1, 1);

    private WholeJobs() {}

    /**
     * Runs what is asked for.
     *
     * @param arguments any of {@code scale}, {@code threads}, {@code jobs} and {@code folder=DIR}
     * @throws IOException if a file cannot be written or read
     */
    public static void main(String[] arguments) throws IOException {
        for (String argument : arguments) {
            if (argument.equals("scale")) {
                scale();
            } else if (argument.equals("threads")) {
                threads();
            } else if (argument.equals("jobs")) {
                jobs();
            } else if (argument.startsWith("folder=")) {
                folder(Path.of(argument.substring("folder=".length())));
            } else {
                throw new IllegalArgumentException("expected scale, threads, jobs or folder=DIR but got " + argument);
            }
        }
    }

    /** A job that keeps its result, so that the heap can be read. */
    interface Job {
        Object run() throws IOException;
    }

    /** What a call cost, and what its result and its input hold. */
    record Cost(double seconds, long heap) {

        /** The first call. */
        static Cost once(Job job) throws IOException {
            return of(1, 0, job);
        }

        /** The least of at least three calls and a second. */
        static Cost of(Job job) throws IOException {
            return of(3, 1, job);
        }

        private static Cost of(int calls, double seconds, Job job) throws IOException {
            double least = Double.MAX_VALUE;
            double sum = 0;
            Object result = null;
            for (int call = 0; call < calls || sum < seconds; call++) {
                result = null;
                double before = cpuSeconds();
                result = job.run();
                double cost = cpuSeconds() - before;
                least = Math.min(least, cost);
                sum += cost;
            }
            try {
                System.gc();
                return new Cost(
                        least,
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            } finally {
                Reference.reachabilityFence(result);
            }
        }

        private static double cpuSeconds() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
        }
    }

    private static void scale() throws IOException {
        print("| job | assets | years | CPU s | ns per asset and day | MB held |");
        print("|---|---|---|---|---|---|");
        growth("strength board", (assets, days) -> {
            Panel closes = closes(assets, days);
            return () -> StrengthBoard.history(closes, StrengthBoardOptions.withDefaults());
        });
        growth("credit bands", (assets, days) -> {
            double[][] spreads = spreads(assets, days);
            return () -> banded(spreads);
        });
        growth("contribution and attribution", (assets, days) -> {
            double[] weights = weights(assets, days, 1);
            double[] others = weights(assets, days, 2);
            double[] returns = returns(assets * days);
            int[] sectors = sectors(assets);
            return () -> DailyGroups.carino(weights, others, returns, sectors, SECTORS);
        });
    }

    private static void threads() {
        print("| strength board, assets | years | one thread, s | two threads, s |");
        print("|---|---|---|---|");
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int years : YEARS) {
                for (int assets : new int[] {10, 100, 1_000, 10_000}) {
                    if (assets * years <= MOST_ASSET_YEARS) {
                        Panel closes = closes(assets, years * DAYS_A_YEAR);
                        double one = elapsed(closes, Runnable::run);
                        print(String.format(
                                Locale.ROOT, "| %,d | %d | %.3f | %.3f |", assets, years, one, elapsed(closes, two)));
                    }
                }
            }
        } finally {
            two.shutdown();
        }
    }

    /** The least of three calls, in seconds of the clock on the wall. */
    private static double elapsed(Panel closes, Executor executor) {
        long least = Long.MAX_VALUE;
        for (int call = 0; call < 3; call++) {
            long before = System.nanoTime();
            Panel board = StrengthBoard.history(closes, StrengthBoardOptions.withDefaults(), executor);
            least = board.size() == 0 ? least : Math.min(least, System.nanoTime() - before);
        }
        return least / 1e9;
    }

    /** A job of so many assets and days. */
    private interface Sized {
        Job of(int assets, int days);
    }

    private static void growth(String name, Sized job) throws IOException {
        double[] byAssets = new double[ASSETS.length];
        double[] byYears = new double[YEARS.length];
        // So that the first row is compiled as the last is.
        Cost.of(job.of(100, 10 * DAYS_A_YEAR));
        for (int years : YEARS) {
            for (int assets : ASSETS) {
                int days = years * DAYS_A_YEAR;
                Cost cost = Cost.of(job.of(assets, days));
                row(name, assets, years, cost, (double) assets * days);
                if (years == 10) {
                    byAssets[Arrays.binarySearch(ASSETS, assets)] = cost.seconds();
                }
                if (assets == 100) {
                    byYears[Arrays.binarySearch(YEARS, years)] = cost.seconds();
                }
            }
        }
        print(String.format(
                Locale.ROOT,
                "| %s: exponent in assets %.2f (10 years), in years %.2f (100 assets) | | | | | |",
                name,
                PowerLaw.fit(Arrays.stream(ASSETS).asDoubleStream().toArray(), byAssets)
                        .exponent(),
                PowerLaw.fit(Arrays.stream(YEARS).asDoubleStream().toArray(), byYears)
                        .exponent()));
    }

    private static void row(String name, int assets, int years, Cost cost, double cells) {
        print(String.format(
                Locale.ROOT,
                "| %s | %,d | %d | %.3f | %.1f | %d |",
                name,
                assets,
                years,
                cost.seconds(),
                1e9 * cost.seconds() / cells,
                cost.heap() >> 20));
    }

    private static void jobs() throws IOException {
        print("| job | CPU s | beside it | MB held |");
        print("|---|---|---|---|");
        int days = 20 * DAYS_A_YEAR;
        Path folder = Files.createTempDirectory("jobs");
        Path weights = written(folder.resolve("weights.csv"), weights(500, days, 1), 500);
        Path others = written(folder.resolve("benchmark.csv"), weights(500, days, 2), 500);
        Path returns = written(folder.resolve("returns.csv"), returns(500 * days), 500);
        line(
                "attribution of 500 stocks over 20 years from three files",
                "",
                Cost.of(() -> DailyGroups.carino(read(weights), read(others), read(returns), sectors(500), SECTORS)));
        Cost raw = Cost.of(() -> fields(weights));
        String beside = String.format(
                Locale.ROOT, "FastCSV without a number read %.2f (%d MB)", raw.seconds(), Files.size(weights) >> 20);
        line(
                "a file of 5,040 days and 500 columns",
                beside,
                Cost.of(() -> SeriesCsv.readPanel(weights, Unit.FRACTION)));
        Path rows = written(folder.resolve("rows.csv"), returns(7_500_000), 100);
        raw = Cost.of(() -> fields(rows));
        beside = String.format(
                Locale.ROOT, "FastCSV without a number read %.2f (%d MB)", raw.seconds(), Files.size(rows) >> 20);
        line("a file of 75,000 days and 100 columns", beside, Cost.of(() -> SeriesCsv.readPanel(rows, Unit.FRACTION)));
        for (Path file : List.of(weights, others, returns, rows, folder)) {
            Files.delete(file);
        }
        Panel closes = closes(3_000, days);
        line(
                "strength board of 3,000 assets over 20 years",
                "",
                Cost.of(() -> StrengthBoard.history(closes, StrengthBoardOptions.withDefaults())));
        models(closes(1_000, days));
        double[][] spreads = spreads(10_000, days);
        line("bands of 10,000 credit series over 20 years", "", Cost.of(() -> banded(spreads)));
    }

    private static void models(Panel closes) throws IOException {
        Cost board = Cost.of(() -> StrengthBoard.history(closes, StrengthBoardOptions.withDefaults()));
        Map<String, TimeSeries> series =
                closes.all().stream().collect(Collectors.toMap(NamedSeries::name, NamedSeries::series));
        Cost models = Cost.of(() -> ModelTable.of(StrengthBoard.of(closes), series, Evaluation.withDefaults()));
        line(
                "model table of 1,000 assets over 20 years: strength, momentum cycle, alignment, records",
                String.format(Locale.ROOT, "strength board alone %.2f", board.seconds()),
                models);
    }

    private static void line(String name, String beside, Cost cost) {
        print(String.format(Locale.ROOT, "| %s | %.2f | %s | %d |", name, cost.seconds(), beside, cost.heap() >> 20));
    }

    private static void folder(Path path) throws IOException {
        print("| job | CPU s | beside it | MB held |");
        print("|---|---|---|---|");
        Cost cold = Cost.once(() -> latest(path));
        line("the day of a folder, first call of a process", "", cold);
        Cost again = Cost.of(() -> latest(path));
        line("the same, all files read again", "", again);
        TrackerFolder open = TrackerFolder.openWithFilesOutside(path);
        LocalDate day = Edition.of(open.read(Optional.empty(), file -> {})).date();
        Cost warm = Cost.of(() -> Edition.of(open.read(Optional.of(day), file -> {}), open.histories()));
        line("the same, files and histories kept", "", warm);
        Edition edition = Edition.of(open.read(Optional.of(day), file -> {}), open.histories());
        line("its page", "", Cost.of(edition::html));
        line("its JSON", "", Cost.of(edition::json));
    }

    private static Edition latest(Path path) {
        return Edition.of(TrackerFolder.openWithFilesOutside(path).read(Optional.empty(), file -> {}));
    }

    private static Panel closes(int assets, int days) {
        return panel(IntStream.range(0, assets)
                .mapToObj(asset -> Doubles.copyOf(Walk.prices(days, asset)))
                .toList());
    }

    private static Panel panel(List<Doubles> columns) {
        return new Panel(
                DateIndex.ofEpochDays(IntStream.range(0, columns.get(0).size()).toArray()),
                IntStream.range(0, columns.size()).mapToObj(i -> "A" + i).toList(),
                columns,
                Collections.nCopies(columns.size(), Unit.PRICE));
    }

    private static double[][] spreads(int series, int days) {
        SplittableRandom random = new SplittableRandom(7);
        double[][] result = new double[series][days];
        for (double[] levels : result) {
            double level = 0.007;
            for (int t = 0; t < days; t++) {
                level += 0.02 * (0.007 - level) + 0.0005 * (random.nextDouble() - 0.5);
                levels[t] = level;
            }
        }
        return result;
    }

    private static int[][] banded(double[][] spreads) {
        Bands bands = Bands.between(
                List.of("carry", "noise", "gap", "stress"),
                List.of(Severity.BENIGN, Severity.ALARM, Severity.UNNAMED, Severity.STRESS),
                List.of(Rate.ofBasisPoints(60), Rate.ofBasisPoints(70), Rate.ofBasisPoints(90)));
        return Arrays.stream(spreads)
                .map(levels -> BandTracker.states(bands, SwitchPolicy.DESK, levels))
                .toArray(int[][]::new);
    }

    private static double[] weights(int stocks, int days, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] result = new double[stocks * days];
        for (int start = 0; start < result.length; start += stocks) {
            double sum = 0;
            for (int i = start; i < start + stocks; i++) {
                result[i] = 0.1 + random.nextDouble();
                sum += result[i];
            }
            for (int i = start; i < start + stocks; i++) {
                result[i] /= sum;
            }
        }
        return result;
    }

    private static double[] returns(int n) {
        SplittableRandom random = new SplittableRandom(3);
        return random.doubles(n, -0.03, 0.03).toArray();
    }

    private static int[] sectors(int stocks) {
        return IntStream.range(0, stocks).map(i -> i * SECTORS / stocks).toArray();
    }

    /** Numbers of six decimals, as files hold them: sums of weights then miss 1 by their rounding. */
    static Path written(Path file, double[] rows, int columns) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("date");
            for (int column = 0; column < columns; column++) {
                out.write(",S" + column);
            }
            for (int start = 0; start < rows.length; start += columns) {
                out.write("\n" + FIRST.plusDays(start / columns));
                for (int i = start; i < start + columns; i++) {
                    out.write("," + Math.rint(1e6 * rows[i]) / 1e6);
                }
            }
            out.write('\n');
        }
        return file;
    }

    /** The rows of a file, one day after the other. */
    private static double[] read(Path file) {
        Panel panel = SeriesCsv.readPanel(file, Unit.FRACTION);
        int columns = panel.columns().size();
        double[] result = new double[columns * panel.size()];
        for (int column = 0; column < columns; column++) {
            double[] values = panel.values().get(column).toArray();
            for (int t = 0; t < values.length; t++) {
                result[t * columns + column] = values[t];
            }
        }
        return result;
    }

    private static Integer fields(Path file) throws IOException {
        int fields = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord row : reader) {
                fields += row.getFieldCount();
            }
        }
        return fields;
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
