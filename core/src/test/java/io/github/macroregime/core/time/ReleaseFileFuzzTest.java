package io.github.macroregime.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.fixture.Fuzzing;
import io.github.macroregime.fixture.Spoiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spoiled release calendars: what cannot be read is refused with file and line, and what can be read answers. */
class ReleaseFileFuzzTest {

    private static final int SPOILED = 1000;
    private static final LocalDate DAY = LocalDate.of(2025, 5, 1);

    @TempDir
    private Path folder;

    @Test
    void everyRefusalHasItsPlace() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("src/test/resources/samples/releases.csv"));
        Path file = folder.resolve("releases.csv");
        Pattern place = Pattern.compile("(?s)" + Pattern.quote(file.toString()) + ":[0-9]+: .*");
        Fuzzing.run(SPOILED, seed -> {
            byte[] spoiled = new Spoiler(seed).spoiled(whole);
            try {
                ReleaseCalendar calendar = ReleaseCalendar.read(Files.write(file, spoiled));
                calendar.releases().forEach(release -> {
                    assertThat(calendar.coverage(release)).isNotNull();
                    assertThat(calendar.releasedOn(release, DAY)).isNotNull();
                });
            } catch (IllegalArgumentException e) {
                if (!place.matcher(e.getMessage()).matches()) {
                    throw Fuzzing.failure("releases.csv", seed, spoiled, e);
                }
            } catch (RuntimeException | IOException e) {
                throw Fuzzing.failure("releases.csv", seed, spoiled, e);
            }
        });
    }
}
