package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.regime.edition.Edition;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Days of a real folder among each other say what each says alone. */
class SharedHistoriesRealData {

    @Test
    void a_day_says_the_same_alone_and_among_others() {
        Path folder = RealFiles.path("").normalize();
        DataFolder among = DataFolder.open(folder, true);
        assertThat(report(among, LocalDate.of(2025, 7, 22)).json()).isNotEmpty();
        List<LocalDate> days = Stream.of("2008-09-15", "2020-03-16", "2025-07-21")
                .map(LocalDate::parse)
                .toList();
        for (LocalDate day : days) {
            assertThat(report(among, day).json())
                    .as(day.toString())
                    .isEqualTo(report(DataFolder.open(folder, true), day).json());
        }
    }

    /** The report of one of many days, by one thread. */
    private static DayReport report(DataFolder folder, LocalDate day) {
        return new DayReport(Edition.of(folder.read(Optional.of(day), file -> {}), folder.histories()));
    }
}
