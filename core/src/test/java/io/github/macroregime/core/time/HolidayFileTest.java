package io.github.macroregime.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The committed file against what Strata and the corrections give; {@link HolidayFileGenerator} writes it anew. */
class HolidayFileTest {

    @Test
    void theFileIsWhatStrataAndTheCorrectionsGive() {
        String committed = HolidayFile.text();
        LocalDate generated = committed
                .lines()
                .filter(line -> line.startsWith("generated "))
                .map(line -> LocalDate.parse(line.substring("generated ".length())))
                .findFirst()
                .orElseThrow();
        assertThat(committed).isEqualTo(HolidayFileGenerator.text(generated));
    }

    @Test
    void everyLineIsRead() {
        for (BusinessDays days : BusinessDays.shipped()) {
            String section = HolidayFile.text()
                    .split("\ncentre " + days.name() + ' ', -1)[1]
                    .split("\n\n", -1)[0];
            long listed = section.lines()
                    .skip(1)
                    .mapToLong(line -> line.split(" ", -1).length - 1)
                    .sum();
            long closed = days.first()
                    .datesUntil(days.last().plusDays(1))
                    .filter(day -> !HolidayFile.WEEKEND.contains(day.getDayOfWeek()) && !days.isOpen(day))
                    .count();
            assertThat(closed).as(days.name()).isEqualTo(listed);
        }
    }
}
