package io.github.macroregime.regime.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.regime.input.EconomyInput.QuadrantSource;
import io.github.macroregime.regime.input.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders of real files: what was known on a day, and no file passed over in silence. */
class FolderRealData {

    private static final Path MORE = Path.of("..", "data2");

    private static QuadrantSource.Revised revised(Path folder, String name, LocalDate date) {
        TrackerInput input = TrackerFolder.read(folder, Optional.of(date));
        return input.macro().items().stream()
                .filter(QuadrantSource.Revised.class::isInstance)
                .map(QuadrantSource.Revised.class::cast)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(input.gaps()));
    }

    /** As first printed and as revised: industrial production in the annual revision, payrolls in the benchmark. */
    @ParameterizedTest
    @CsvSource({
        "industrial production and CPI, 2025-09-20, 2025-08-01, 103.9203",
        "industrial production and CPI, 2025-12-01, 2025-08-01, 101.2704",
        "payrolls and CPI, 2025-09-08, 2025-08-01, 159540",
        "payrolls and CPI, 2026-02-10, 2025-12-01, 159526",
        "payrolls and CPI, 2026-04-01, 2026-02-01, 158466"
    })
    void output_and_payrolls_are_those_known_on_the_day(
            String name, LocalDate date, LocalDate observed, double printed) {
        var growth = revised(RealFiles.path(MORE + "/vintages"), name, date).growth();
        double known = growth.asKnownOn(date).on(observed).orElseThrow();
        assertThat(known / growth.unit().parse("1")).isEqualTo(printed);
    }

    @Test
    void prices_are_those_known_on_the_day() {
        LocalDate date = LocalDate.of(2025, 8, 25);
        var prices = revised(RealFiles.path(MORE + "/vintages"), "payrolls and CPI", date)
                .prices();
        assertThat(prices.asKnownOn(date).latest().orElseThrow().value()).isEqualTo(322.132);
    }

    /** Gross domestic product of the second quarter of 2020 as printed on 30 July 2020, and of the first as it stood. */
    @Test
    void gross_domestic_product_is_that_of_the_month() {
        LocalDate date = LocalDate.of(2020, 7, 31);
        var growth =
                revised(RealFiles.path("macro"), "GDP and CPI, quarterly", date).growth();
        assertThat(growth.asKnownOn(date).on(LocalDate.of(2020, 4, 1))).hasValue(19408.8);
        assertThat(growth.asKnownOn(date).on(LocalDate.of(2020, 1, 1))).hasValue(21561.1);
        assertThat(growth.asKnownOn(date.minusDays(1)).on(LocalDate.of(2020, 4, 1)))
                .isEmpty();
    }

    /** Every file is read, or named with a reason that says what it is. */
    @ParameterizedTest
    @CsvSource({
        "'', 'credit/gz_spread_ebp_monthly.csv: it cannot be read'",
        "../data2, 'fred_md_monthly_vintages_1999-08_2024-03.csv:48578: \"22-09-01\" is not a date like 2025-07-22'"
    })
    void no_file_is_passed_over_in_silence(String name, String fault) throws IOException {
        Path folder = RealFiles.path(name);
        List<String> read = new ArrayList<>();
        TrackerInput input = TrackerFolder.open(folder).read(Optional.of(LocalDate.of(2026, 7, 31)), read::add);
        List<String> unread = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String shown = folder.relativize(file).toString();
                Optional<Gap> gap = input.gaps().stream()
                        .filter(each -> each.lacking().equals("a use for " + shown))
                        .findFirst();
                gap.ifPresent(each -> unread.add(shown + ": " + each.consequence()));
                if (gap.isEmpty()) {
                    assertThat(read).contains(String.valueOf(file.getFileName()));
                }
            }
        }
        assertThat(unread)
                .filteredOn(each -> each.contains("cannot be read"))
                .hasSize(1)
                .allMatch(each -> each.contains(fault));
    }

    /** Copies of one fixing in three layouts, and the yields of the Treasury, agree with those of others to the last digit. */
    @Test
    void fixings_and_par_yields_of_several_vendors_are_read_by_their_header() {
        LocalDate date = LocalDate.of(2026, 7, 31);
        TrackerInput input = TrackerFolder.read(RealFiles.path(MORE + "/policy_rates"), Optional.of(date));
        assertThat(fixing(input, "SONIA", LocalDate.of(2013, 1, 2))).isEqualTo(0.0043);
        assertThat(fixing(input, "SONIA", LocalDate.of(2026, 7, 30))).isBetween(0.03, 0.05);
        assertThat(fixing(input, "ESTR", LocalDate.of(2019, 10, 1))).isEqualTo(-0.00549);
        assertThat(fixing(input, "SARON", LocalDate.of(2021, 5, 31))).isEqualTo(-0.007256);
        assertThat(fixing(input, "TONA", LocalDate.of(2015, 6, 9))).isEqualTo(0.00074);
        assertThat(TrackerFolder.read(RealFiles.folder(), Optional.of(date)).gaps())
                .anyMatch(gap -> gap.lacking().equals("a use for rates/treasury_par_yields_2023_raw.csv")
                        && gap.consequence().endsWith("holds the same days and reaches as far: not read"));
    }

    private static double fixing(TrackerInput input, String index, LocalDate date) {
        return input.fixings().stream()
                .map(TrackerInput.SourcedFixings::fixings)
                .filter(each -> each.index().name().equals(index))
                .findFirst()
                .orElseThrow(() -> new AssertionError(input.gaps()))
                .rates()
                .on(date)
                .orElseThrow();
    }
}
