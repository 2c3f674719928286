package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Days on which the disk is full, a run dies half-way, a file comes late or is damaged end with the archive of days on
 * which nothing happened, if one day in five goes well: so many are looked at again.
 *
 * <p>With {@code -Dmacroregime.simulatedDays=200} so many days are simulated instead of a few.
 */
class InterruptedRunsTest {

    private static final int DAYS = Integer.getInteger("macroregime.simulatedDays", 30);
    private static final int WARM_UP = 30;
    private static final int LOOKED_AT_AGAIN = 5;

    @TempDir
    Path scratch;

    /** A disk that works a number of times, then leaves half a file, and from then on does nothing. */
    private static final class FailingDisk extends Disk {

        private int left;

        FailingDisk(int left) {
            this.left = left;
        }

        private void require() throws IOException {
            if (left-- <= 0) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        void write(Path file, Content content) throws IOException {
            if (left == 0) {
                StringWriter whole = new StringWriter();
                content.writeTo(whole);
                Files.writeString(
                        file, whole.toString().substring(0, whole.toString().length() / 2));
            }
            require();
            super.write(file, content);
        }

        @Override
        void move(Path file, Path place) throws IOException {
            require();
            super.move(file, place);
        }

        @Override
        void force(Path folder) throws IOException {
            require();
            super.force(folder);
        }

        @Override
        FolderLock lock(Path folder) throws IOException {
            require();
            return super.lock(folder);
        }
    }

    private static int run(Disk disk, Path data, Path site) {
        return TrackerCommand.run(
                new RunCommand(disk),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                "--data",
                data.toString(),
                "--out",
                site.toString());
    }

    @Test
    void the_archive_is_that_of_undisturbed_days() throws IOException {
        LocalDate far = GrowingFolder.FIRST.plusDays(2L * (DAYS + WARM_UP));
        List<LocalDate> days = DataFolder.tradingDays(GrowingFolder.FIRST, far).subList(WARM_UP, WARM_UP + DAYS);
        GrowingFolder calm = new GrowingFolder(scratch.resolve("calm"), far);
        GrowingFolder rough = new GrowingFolder(scratch.resolve("rough"), far);
        Path undisturbed = scratch.resolve("undisturbed");
        Path disturbed = scratch.resolve("disturbed");
        Random random = new Random(7);
        int failed = 0;
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = days.get(i);
            calm.publish(day);
            assertThat(run(new Disk(), calm.path(), undisturbed)).isIn(0, 10);
            rough.publish(day);
            if (i > 0 && i % LOOKED_AT_AGAIN != LOOKED_AT_AGAIN - 1) {
                disturb(rough, day, random);
                failed += run(new FailingDisk(random.nextInt(10)), rough.path(), disturbed) == 2 ? 1 : 0;
                if (random.nextInt(3) == 0) {
                    continue;
                }
            }
            run(new Disk(), rough.path(), disturbed);
        }
        assertThat(failed).isGreaterThan(DAYS / 4);
        assertThat(DailyRunTest.differing(disturbed, undisturbed)).isEmpty();
        assertThat(DailyRunTest.contents(disturbed).keySet()).hasSize(2 * DAYS + 2);
    }

    /** One file is late by a few days or damaged, on about half of the days. */
    private static void disturb(GrowingFolder folder, LocalDate day, Random random) throws IOException {
        String file = GrowingFolder.FILES.get(random.nextInt(GrowingFolder.FILES.size()));
        switch (random.nextInt(4)) {
            case 0 -> folder.publish(file, day.minusDays(1 + random.nextInt(4)));
            case 1 -> folder.corrupt(file);
            default -> {}
        }
    }
}
