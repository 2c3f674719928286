package io.github.macroregime.rates.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.fixture.RealFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fixing days of each index against the days on which it was fixed. */
class FixingDaysRealData {

    private static final List<DateTimeFormatter> STYLES = List.of(
            DateTimeFormatter.BASIC_ISO_DATE,
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("dd-MM-uuuu"));

    /** Days that the files of EFFR and, in 2026, of AONIA lack. */
    private static final Set<LocalDate> GAPS = Set.of(
            LocalDate.of(2001, 3, 27),
            LocalDate.of(2003, 10, 10),
            LocalDate.of(2003, 10, 30),
            LocalDate.of(2003, 10, 31),
            LocalDate.of(2006, 11, 6),
            LocalDate.of(2006, 11, 14),
            LocalDate.of(2026, 7, 20),
            LocalDate.of(2026, 7, 21),
            LocalDate.of(2026, 8, 3));

    /** A funds rate that the file has for a holiday, Washington's birthday. */
    private static final LocalDate STRAY = LocalDate.of(2002, 2, 18);

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "EFFR, EFFR_to_2026.csv",
        "ESTR, ESTR.csv",
        "ESTR, ESTR_2019_2023.csv",
        "SONIA, SONIA.csv",
        "SONIA, SONIA_2013_2023.csv",
        "TONA, TONA.csv",
        "TONA, TONA_2015_2024.csv",
        "CORRA, CORRA.csv",
        "CORRA, CORRA_1997_2023.csv",
        "AONIA, AONIA.csv",
        "AONIA, AONIA_2011_2024.csv",
        "SARON, SARON_2026-05-29.csv"
    })
    void anIndexIsFixedOnItsFixingDaysAndOnNoOthers(String name, String file) throws IOException {
        OvernightIndex index = OvernightIndex.parse(name);
        TreeSet<LocalDate> fixed = new TreeSet<>(
                dates(RealFiles.path("../data2/policy_rates/" + file)).tailSet(FIRST));
        List<LocalDate> expected = fixed.first()
                .datesUntil(fixed.last().plusDays(1))
                .filter(index.fixingDays()::isOpen)
                .filter(day -> !GAPS.contains(day) || fixed.contains(day))
                .toList();
        if (name.equals("EFFR")) {
            fixed.remove(STRAY);
        }
        assertThat(fixed).containsExactlyElementsOf(expected);
    }

    @Test
    void aoniaIsFixedOnBankHolidaysOnWhichItsSwapsAreNotPaid() {
        LocalDate holiday = LocalDate.of(2025, 8, 4);
        assertThat(OvernightIndex.aonia().fixingDays().isOpen(holiday)).isTrue();
        assertThat(OvernightIndex.aonia().paymentDays().isOpen(holiday)).isFalse();
        TenorOis swap = TenorOis.starting(OvernightIndex.aonia(), LocalDate.of(2025, 7, 4), "1M");
        assertThat(swap.end()).isEqualTo(LocalDate.of(2025, 8, 5));
    }

    /** What swap specifications of rateslib 2.6 say, and Strata 2.12 where it has the index and is not known to be wrong. */
    @ParameterizedTest
    @CsvSource({
        "EFFR, 360, 2, 2",
        "SOFR, 360, 2, 2",
        "ESTR, 360, 2, 1",
        "SONIA, 365, 0, 0",
        "TONA, 365, 2, 2",
        "CORRA, 365, 1, 1",
        "AONIA, 365, 1, 2",
        "SARON, 360, 2, 2"
    })
    void swapsHaveTheLagsOfTheirMarket(String name, int daysInYear, int spotLag, int paymentLag) {
        OvernightIndex index = OvernightIndex.parse(name);
        assertThat(index.daysInYear()).isEqualTo(daysInYear);
        assertThat(index.spotLag()).isEqualTo(spotLag);
        assertThat(index.paymentLag()).isEqualTo(paymentLag);
        LocalDate.of(2011, 1, 1)
                .datesUntil(LocalDate.of(2030, 1, 1))
                .filter(index.paymentDays()::isOpen)
                .forEach(day -> assertThat(index.fixingDays().isOpen(day) || day.equals(LocalDate.of(2011, 4, 26)))
                        .as(name + " on " + day)
                        .isTrue());
    }

    private static TreeSet<LocalDate> dates(Path file) throws IOException {
        TreeSet<LocalDate> dates = new TreeSet<>();
        for (String line : Files.readAllLines(file)) {
            String text = line.split(",", 2)[0];
            for (DateTimeFormatter style : STYLES) {
                try {
                    dates.add(LocalDate.parse(text, style));
                } catch (DateTimeParseException e) {
                    // Another style of date, or the header.
                }
            }
        }
        return dates;
    }
}
