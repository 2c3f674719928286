package io.github.macroregime.rates.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of conventions says what the code holds. */
class ConventionsTest {

    private static List<String> page() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "conventions.md"));
    }

    @Test
    void theTableOfIndicesIsThatOfTheCode() throws IOException {
        List<String> rows = OvernightIndex.shipped().stream()
                .map(index -> String.format(
                        "| %s | ACT/%d | %s | %s | %d | %d | %d |",
                        index,
                        index.daysInYear(),
                        index.fixingDays(),
                        index.paymentDays(),
                        index.spotLag(),
                        index.paymentLag(),
                        index.couponMonths()))
                .toList();
        assertThat(page()).containsSubsequence(rows);
    }

    @Test
    void everyIndexNamesItsSources() throws IOException {
        for (OvernightIndex index : OvernightIndex.shipped()) {
            assertThat(page())
                    .filteredOn(row -> row.startsWith("| " + index + " | ") && row.split("\\|").length == 6)
                    .as(index.name())
                    .hasSizeGreaterThan(1);
        }
    }
}
