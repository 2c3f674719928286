package io.github.macroregime.benchmarks;

import io.github.macroregime.benchmarks.WholeJobs.Cost;
import io.github.macroregime.regime.edition.Edition;
import io.github.macroregime.regime.folder.TrackerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The report of a day by the number of assets of its folder and the years of their closes, which are generated: one thread, CPU
 * time of the first call for a folder, what the heap holds afterwards and how long the page is. 10,000 assets want a heap of 6 GB.
 */
public final class ReportJobs {

    private static final int[] ASSETS = {10, 100, 1_000, 10_000};
    private static final int[] YEARS = {1, 10, 40};
    private static final int MOST_ASSET_YEARS = 10_000;

    private ReportJobs() {}

    /**
     * Prints the table.
     *
     * @param arguments none
     * @throws IOException if a file cannot be written or read
     */
    public static void main(String[] arguments) throws IOException {
        System.out.println("| report of a day, assets | years | CPU s | page, MB | MB held |");
        System.out.println("|---|---|---|---|---|");
        // So that the first row is compiled as the last is.
        row(100, 10);
        for (int years : YEARS) {
            for (int assets : ASSETS) {
                if (assets * years <= MOST_ASSET_YEARS) {
                    System.out.println(row(assets, years));
                }
            }
        }
    }

    private static String row(int assets, int years) throws IOException {
        Path folder = Files.createTempDirectory("report");
        int days = years * WholeJobs.DAYS_A_YEAR;
        List<Path> files = new ArrayList<>();
        StringBuilder catalog = new StringBuilder("id,name,role,unit,file,source,class\n");
        for (int asset = 0; asset < assets; asset++) {
            String name = "A" + asset;
            files.add(WholeJobs.written(folder.resolve(name + ".csv"), Walk.prices(days, asset), 1));
            catalog.append(name + "," + name + ",asset,price," + name + ".csv,SYNTHETIC,equities\n");
        }
        files.add(Files.writeString(folder.resolve("series.csv"), catalog));
        Optional<LocalDate> last = Optional.of(WholeJobs.FIRST.plusDays(days - 1));
        Edition[] edition = new Edition[1];
        Cost cost = Cost.once(() -> {
            edition[0] = Edition.of(TrackerFolder.open(folder).read(last, file -> {}));
            return edition[0];
        });
        int page = edition[0].html().length();
        files.add(folder);
        for (Path file : files) {
            Files.delete(file);
        }
        return String.format(
                Locale.ROOT,
                "| %,d | %d | %.2f | %.1f | %d |",
                assets,
                years,
                cost.seconds(),
                page / 1e6,
                cost.heap() >> 20);
    }
}
