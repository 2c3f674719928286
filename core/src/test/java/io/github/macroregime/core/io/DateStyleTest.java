package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateStyleTest {

    @ParameterizedTest
    @CsvSource({
        "ISO, 2025-07-22, 2025-07-22",
        "YEAR_MONTH_DAY, 2025/7/22, 2025-07-22",
        "YEAR_MONTH_DAY, 2025/07/02, 2025-07-02",
        "MONTH_DAY_YEAR, 07/22/2025, 2025-07-22",
        "MONTH_DAY_YEAR, 7/2/2025, 2025-07-02",
        "DAY_MONTH_YEAR, 01/09/1997, 1997-09-01",
        "DIGITS, 20250722, 2025-07-22",
        "MONTH_START, 2009-01, 2009-01-01",
        "MONTH_END, 2024-02, 2024-02-29",
        "QUARTER_START, 2008 Q4, 2008-10-01",
        "QUARTER_START, 2008Q4, 2008-10-01",
        "QUARTER_START, 2008-Q1, 2008-01-01",
        "QUARTER_END, 2008 Q4, 2008-12-31"
    })
    void datesAreReadAsTheyAreWritten(DateStyle style, String text, LocalDate date) {
        assertThat(style.parse(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "ISO, 2025-7-22",
        "ISO, 2025-02-29",
        "ISO, 2025-07-22x",
        "ISO, 2025/07/22",
        "ISO, 2025-07-2",
        "ISO, -025-07-22",
        "ISO, ''",
        "YEAR_MONTH_DAY, 7/22/2025",
        "YEAR_MONTH_DAY, 2025-07-22",
        "MONTH_DAY_YEAR, 22/07/2025",
        "MONTH_DAY_YEAR, 7/22",
        "MONTH_DAY_YEAR, 7/22/25",
        "MONTH_DAY_YEAR, 7//2025",
        "DAY_MONTH_YEAR, 07/22/2025",
        "DIGITS, 250722",
        "DIGITS, 2025072",
        "MONTH_START, 2009-13",
        "QUARTER_START, 2008 Q5",
        "QUARTER_START, 2008 Q0",
        "QUARTER_START, 2008xxQ1",
        "QUARTER_START, 2008 Q11",
        "QUARTER_END, 2008"
    })
    void whatIsNoDateInTheStyleIsRefused(DateStyle style, String text) {
        assertThatThrownBy(() -> style.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"" + text + "\" is not a date like ");
    }

    @Test
    void isoDatesAreThoseOfTheJdk() {
        for (LocalDate date = LocalDate.of(1999, 12, 1); date.getYear() < 2005; date = date.plusDays(1)) {
            assertThat(DateStyle.ISO.parse(date.toString())).isEqualTo(date);
        }
    }
}
