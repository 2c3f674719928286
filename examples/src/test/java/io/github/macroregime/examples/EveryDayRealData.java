package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.regime.edition.Edition;
import io.github.macroregime.regime.folder.TrackerFolder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every day of every real folder has a report, or says what it lacks; no day ends in an exception, and no part is left out
 * because its kernel refused its numbers.
 *
 * <p>Folders of which no file is a known series are refused on every day and no part of this.
 *
 * <p>With {@code -Dmacroregime.everyDay=true} every weekday is asked instead of a few of each folder.
 */
class EveryDayRealData {

    private static final LocalDate FIRST = LocalDate.of(1950, 1, 2);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);

    /** The first and last days of files and days on which little or much is there. */
    private static final List<String> EDGES = List.of(
            "1962-01-02",
            "1985-12-31",
            "1986-01-02",
            "1996-12-31",
            "2003-01-02",
            "2003-01-03",
            "2018-12-24",
            "2025-10-15",
            "2026-08-21");

    @ParameterizedTest
    @CsvSource({
        "'', 6000",
        "credit, 1500",
        "cross_asset, 1500",
        "equity, 4000",
        "equity/etf, 2500",
        "liquidity, 1000",
        "macro, 1000",
        "positioning, 1500",
        "rates, 1500",
        "../data2/ohlc, 2500",
        "../data2/wide, 2500"
    })
    void no_day_ends_in_an_exception(String name, int step) {
        TrackerFolder folder = TrackerFolder.open(RealFiles.path(name).normalize());
        List<String> faults = new ArrayList<>();
        int stride = Boolean.getBoolean("macroregime.everyDay") ? 1 : step;
        Stream.concat(
                        EDGES.stream().map(LocalDate::parse),
                        Stream.iterate(FIRST, day -> day.isBefore(LAST), day -> day.plusDays(stride)))
                .filter(day -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())
                .forEach(day -> fault(folder, day).ifPresent(fault -> faults.add(day + ": " + fault)));
        assertThat(faults).isEmpty();
    }

    private static Optional<String> fault(TrackerFolder folder, LocalDate day) {
        try {
            Edition report = Edition.of(folder.read(Optional.of(day), file -> {}));
            if (report.report().statements().isEmpty() && report.report().gaps().isEmpty()) {
                return Optional.of("neither a statement nor a gap");
            }
            String page = report.html();
            int unknown = page.indexOf("NaN");
            if (unknown >= 0) {
                return Optional.of(page.substring(Math.max(0, unknown - 60), unknown + 3));
            }
            return report.report().gaps().stream()
                    .map(gap -> gap.lacking() + ": " + gap.consequence())
                    .filter(gap -> gap.matches("numbers that the part on .*|.* that can be found: .*"))
                    .findFirst();
        } catch (RuntimeException e) {
            return Optional.of(e.toString());
        }
    }
}
