package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.regime.report.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever writes to a folder, one program at a time does, and notices when its lock is gone. */
class FolderLockTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final String LOST = " was deleted or replaced during the run";

    @TempDir
    Path scratch;

    private Path lock() {
        return scratch.resolve(".lock");
    }

    private void assertBusy(ThrowingCallable second) {
        assertThatThrownBy(second)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(scratch + ": another run is writing to it; nothing was changed");
    }

    private static Archive.Day day(String page) {
        History.Row row = new History.Row(Topic.CURVE, "2s10s", "bp", 1, "flat");
        return new Archive.Day(DAY, List.of(row), page, "{}");
    }

    @Test
    void a_report_and_an_archive_exclude_each_other() {
        try (Archive first = Archive.open(scratch)) {
            assertBusy(() -> ResultFolder.open(scratch));
            assertBusy(() -> Archive.open(scratch));
            first.add(day("page"));
        }
        try (ResultFolder first = ResultFolder.open(scratch)) {
            assertBusy(() -> Archive.open(scratch));
            assertBusy(() -> ResultFolder.open(scratch));
            assertThat(first.write("day", Map.of("day.html", "page"))).isTrue();
        }
        ResultFolder.open(scratch).close();
        Archive.open(scratch).close();
    }

    /** Windows does not let a file be deleted that is held. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void an_archive_whose_lock_was_deleted_changes_nothing_more() throws IOException {
        try (Archive first = Archive.open(scratch)) {
            first.add(day("first"));
            first.commit();
            Files.delete(lock());
            assertThatThrownBy(() -> first.add(day("second")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(scratch + ": .lock" + LOST);
            try (Archive second = Archive.open(scratch)) {
                second.add(day("of another run"));
                assertThatThrownBy(first::commitWithIndex).hasMessageContaining(LOST);
                second.commitWithIndex();
            }
        }
        assertThat(scratch.resolve(DAY + ".html")).hasContent("of another run");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_report_whose_lock_was_replaced_leaves_the_result_of_the_other() throws IOException {
        try (ResultFolder first = ResultFolder.open(scratch)) {
            first.write("day", Map.of("day.html", "old"));
            Files.delete(lock());
            try (ResultFolder second = ResultFolder.open(scratch)) {
                second.write("day", Map.of("day.html", "of another run"));
                assertThatThrownBy(() -> first.write("day", Map.of("day.html", "new")))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(LOST);
            }
        }
        assertThat(scratch.resolve("day.html")).hasContent("of another run");
    }
}
