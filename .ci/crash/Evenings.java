package io.github.macroregime.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * One evening after the other: the files of a folder grow by a day, and the daily job runs. On four of five evenings a
 * file may be late by a few days, cut or damaged, and the disk may be full. The number of an evening is said before its
 * run; whoever kills the program begins it again with the next one.
 */
final class Evenings {

    private static final List<String> FILES = List.of("DGS2", "DGS10", "DGS30", "VIXCLS");
    private static final LocalDate BEGINNING = LocalDate.of(2024, 1, 2);
    private static final int WARM_UP = 30;
    private static final int CALM = 5;

    private final Path data;
    private final Path archive;
    private final Path filler;
    private final int evenings;
    private final List<LocalDate> days;

    private Evenings(Path root, int evenings) throws IOException {
        this.data = Files.createDirectories(root.resolve("data"));
        this.archive = root.resolve("archive");
        this.filler = root.resolve("filler");
        this.evenings = evenings;
        this.days = DataFolder.tradingDays(BEGINNING, BEGINNING.plusDays(2L * (evenings + WARM_UP)));
    }

    /** The folder, the first evening, the last one, and whether anything goes wrong. */
    public static void main(String[] arguments) throws Exception {
        int last = Integer.parseInt(arguments[2]);
        Evenings all = new Evenings(Path.of(arguments[0]), last);
        Files.deleteIfExists(all.filler);
        for (int evening = Integer.parseInt(arguments[1]); evening <= last; evening++) {
            all.spend(evening, arguments[3].equals("rough") && evening > 1 && evening < last && evening % CALM != 0);
        }
        System.out.println("done");
    }

    private void spend(int evening, boolean isRough) throws IOException {
        for (String file : FILES) {
            publish(file, evening);
        }
        Random random = new Random(evening);
        String what = isRough ? disturb(FILES.get(random.nextInt(FILES.size())), evening, random) : "";
        boolean isFull = isRough && random.nextInt(3) == 0;
        if (isFull) {
            fillDisk(random.nextInt(120_000));
        }
        System.out.println(evening + what + (isFull ? " full" : ""));
        ByteArrayOutputStream faults = new ByteArrayOutputStream();
        int status = TrackerCommand.run(
                new ByteArrayOutputStream(), faults, "run", "--data", data.toString(), "--out", archive.toString());
        Files.deleteIfExists(filler);
        if (status == 2) {
            System.out.println("refused");
            if (!isRough) {
                System.err.println(evening + ": " + faults.toString(StandardCharsets.UTF_8));
                System.exit(2);
            }
        }
    }

    private String disturb(String file, int evening, Random random) throws IOException {
        Path place = data.resolve(file + ".csv");
        switch (random.nextInt(4)) {
            case 0 -> publish(file, evening - 1 - random.nextInt(3));
            case 1 -> {
                byte[] whole = Files.readAllBytes(place);
                Files.write(place, java.util.Arrays.copyOf(whole, random.nextInt(whole.length)));
                return " cut";
            }
            case 2 -> {
                Files.writeString(place, "DATE," + file + "\n2024-01-02,4.0\n\0\1garbage\"\n2024-");
                return " damaged";
            }
            default -> {
                return "";
            }
        }
        return " late";
    }

    private void publish(String file, int evening) throws IOException {
        Random random = new Random(file.hashCode());
        StringBuilder text = new StringBuilder("# SYNTHETIC: invented for a test.\nDATE," + file + "\n");
        double level = 4;
        for (LocalDate day : days.subList(0, evening + WARM_UP)) {
            level = Math.max(1, level + 0.1 * random.nextGaussian());
            text.append(day).append(',').append(BigDecimal.valueOf(level).setScale(2, RoundingMode.HALF_EVEN));
            text.append('\n');
        }
        Files.writeString(data.resolve(file + ".csv"), text);
    }

    /** Leaves so many bytes of the disk free, which must be a small one. */
    private void fillDisk(int free) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(filler.toFile(), "rw")) {
            byte[] block = new byte[1 << 12];
            try {
                for (long written = 0; written < 1 << 28; written += block.length) {
                    file.write(block);
                }
            } catch (IOException full) {
                file.setLength(Math.max(0, file.length() - free));
            }
        }
    }
}
