package io.github.macroregime.examples;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A small folder of invented yields and volatility that holds, on each day, what was published by then. */
final class GrowingFolder {

    static final List<String> FILES = List.of("DGS2", "DGS10", "DGS30", "VIXCLS");
    static final LocalDate FIRST = LocalDate.of(2024, 1, 2);

    private final Path folder;
    private final List<LocalDate> days;
    private final Map<String, BigDecimal[]> values = new LinkedHashMap<>();

    GrowingFolder(Path folder, LocalDate last) {
        this.folder = folder;
        this.days = DataFolder.tradingDays(FIRST, last);
        Random random = new Random(20250722);
        for (int i = 0; i < FILES.size(); i++) {
            BigDecimal[] path = new BigDecimal[days.size()];
            double level = 3 + i;
            for (int t = 0; t < path.length; t++) {
                level = Math.max(1, level + 0.1 * random.nextGaussian());
                path[t] = BigDecimal.valueOf(level).setScale(2, RoundingMode.HALF_EVEN);
            }
            values.put(FILES.get(i), path);
        }
    }

    Path path() {
        return folder;
    }

    /** Makes every file hold what was published by a day. */
    void publish(LocalDate day) throws IOException {
        for (String file : FILES) {
            publish(file, day);
        }
    }

    /** Makes one file hold what was published by a day. */
    void publish(String file, LocalDate day) throws IOException {
        StringBuilder text = new StringBuilder("# SYNTHETIC: invented for a test.\nDATE," + file + "\n");
        BigDecimal[] path = values.get(file);
        for (int t = 0; t < path.length && !days.get(t).isAfter(day); t++) {
            text.append(days.get(t)).append(',').append(path[t]).append('\n');
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(file + ".csv"), text);
    }

    /** Leaves of a file what no reader understands. */
    void corrupt(String file) throws IOException {
        Files.writeString(
                folder.resolve(file + ".csv"), "DATE," + file + "\n2024-01-02,4.0\n\u0000\u0001garbage\"\n2024-");
    }
}
