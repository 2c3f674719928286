package io.github.macroregime.regime.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.input.MacroQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverGroupFileTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = FIRST.plusDays(199);
    private static final LocalDate JANUARY = LocalDate.of(2023, 1, 1);

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        write("GSPC", t -> 5000 + t);
        write("VIXCLS", t -> 15 + t % 7);
        write("DGS10", t -> 4 + 0.01 * (t % 5));
        write("DGS2", t -> 3.5 + 0.02 * (t % 4));
    }

    private void write(String id, IntToDoubleFunction value) throws IOException {
        StringBuilder text = new StringBuilder("date," + id + "\n");
        for (int t = 0; t < 200; t++) {
            text.append(FIRST.plusDays(t))
                    .append(',')
                    .append(value.applyAsDouble(t))
                    .append('\n');
        }
        Files.writeString(folder.resolve(id + ".csv"), text);
    }

    private List<MacroQuestion.Drivers> read() {
        return TrackerFolder.read(folder, Optional.of(LAST)).macro().all(MacroQuestion.Drivers.class);
    }

    @Test
    void theNewslettersGroupsNeedNoFile() {
        List<MacroQuestion.Drivers> read = read();
        assertThat(read).extracting(MacroQuestion.Drivers::asset).containsExactly("S&P 500", "2y");
        assertThat(read.get(0).model().groups().stream().map(group -> group.name()))
                .containsExactly("risk premium", "positioning premium", "growth");
        assertThat(read.get(0).drivers())
                .extracting(each -> each.name())
                .containsExactly("implied less realised", "VIX", "2s10s");
    }

    @Test
    void aFileStatesItsOwn() throws IOException {
        Files.writeString(folder.resolve("driver_groups.csv"), """
            asset,group,name,driver,less,change,days
            GSPC,curve,slope,DGS10,DGS2,level,
            GSPC,fear,VIX of a week,VIXCLS,,difference,5
            GSPC,fear,dollar,DTWEXBGS,,logarithmic,21
            """);
        MacroQuestion.Drivers own = read().get(0);
        assertThat(own.model().drivers()).containsExactly("slope", "VIX of a week", "dollar");
        assertThat(own.drivers()).extracting(each -> each.name()).containsExactly("slope", "VIX of a week");
        assertThat(own.drivers().get(0).series().last().value()).isCloseTo(0.0048, within(1e-12));
        assertThat(own.drivers().get(1).series().last().value()).isCloseTo(-2, within(1e-9));
    }

    private MacroQuestion.Drivers own(String... rows) throws IOException {
        Files.writeString(
                folder.resolve("driver_groups.csv"),
                "asset,group,name,driver,less,change,days\n" + String.join("\n", rows) + "\n");
        return read().get(0);
    }

    private static double on(PublishedSeries series, int t) {
        return series.series().on(FIRST.plusDays(t)).orElse(Double.NaN);
    }

    @Test
    void aDriverIsTurnedOverRealisedAndHasNoLogarithmBelowZero() throws IOException {
        write("GSPC", t -> 5000 * Math.exp(0.01 * (t % 2)));
        write("DCOILWTICO", t -> t == 106 ? -37 : t == 105 ? 0 : 60 + t);
        List<PublishedSeries> drivers = own(
                        "GSPC,a,inverse,1/DGS10,,level,",
                        "GSPC,a,realised,realised GSPC,,level,",
                        "GSPC,a,oil,DCOILWTICO,,logarithmic,21",
                        "GSPC,a,day,DGS10,,difference,1",
                        "GSPC,a,year,DGS10,,difference,252")
                .drivers();
        assertThat(on(drivers.get(0), 199)).isEqualTo(1 / 0.0404, within(1e-9));
        // Of 21 returns of one percent up and down by turns one is left over: their mean is a 21st of it.
        assertThat(on(drivers.get(1), 199)).isEqualTo(0.01 * Math.sqrt(252 * (21 - 1 / 21.0) / 20), within(1e-12));
        // Two days without a logarithm are no observations, neither today nor among the 21.
        assertThat(on(drivers.get(2), 104)).isEqualTo(Math.log(164.0 / 143), within(1e-12));
        assertThat(on(drivers.get(2), 105)).isNaN();
        assertThat(on(drivers.get(2), 106)).isNaN();
        assertThat(on(drivers.get(2), 125)).isEqualTo(Math.log(185.0 / 162), within(1e-12));
        assertThat(on(drivers.get(2), 128)).isEqualTo(Math.log(188.0 / 167), within(1e-12));
        assertThat(on(drivers.get(3), 199)).isEqualTo(0.0001, within(1e-12));
        assertThat(drivers.get(4).series().dropMissing().isEmpty()).isTrue();
    }

    /** Conditions of a Friday come out on the Wednesday after; t 198 is such a Wednesday. */
    @Test
    void ofTwoSeriesTheMoreFrequentOneHasTheDays() throws IOException {
        StringBuilder text = new StringBuilder("date,NFCI\n");
        for (int t = 4; t < 200; t += 7) {
            text.append(FIRST.plusDays(t)).append(',').append(-0.001 * t).append('\n');
        }
        Files.writeString(folder.resolve("NFCI.csv"), text);
        List<PublishedSeries> drivers = own("GSPC,a,less,DGS10,NFCI,level,", "GSPC,a,turned,NFCI,DGS10,level,")
                .drivers();
        for (int side : new int[] {0, 1}) {
            int sign = side == 0 ? 1 : -1;
            assertThat(on(drivers.get(side), 197)).isEqualTo(sign * (0.0402 + 0.186), within(1e-9));
            assertThat(on(drivers.get(side), 198)).isEqualTo(sign * (0.0403 + 0.193), within(1e-9));
            assertThat(on(drivers.get(side), 199)).isEqualTo(sign * (0.0404 + 0.193), within(1e-9));
        }
    }

    /**
     * INVENTED vintages: month m of 2023 and 2024 is first said to be 100 + m on the 15th of the month after, and 1 more a
     * month later; the final file says 200 throughout.
     */
    private void vintages(int months) throws IOException {
        StringBuilder text = new StringBuilder("series,snapshot_date,observation_date,value\n");
        for (int m = 12; m < months; m++) {
            for (int observed = 0; observed <= m; observed++) {
                text.append(String.format(
                        Locale.ROOT,
                        "INDPRO,%s,%s,%d%n",
                        JANUARY.plusMonths(m + 1).withDayOfMonth(15),
                        JANUARY.plusMonths(observed),
                        100 + observed + (observed < m ? 1 : 0)));
            }
        }
        Files.writeString(folder.resolve("snapshots.csv"), text);
    }

    @Test
    void aDriverIsReadAsItWasKnown() throws IOException {
        StringBuilder last = new StringBuilder("date,INDPRO\n");
        for (int m = 0; m < 17; m++) {
            last.append(JANUARY.plusMonths(m)).append(",200\n");
        }
        Files.writeString(folder.resolve("INDPRO.csv"), last);
        Files.writeString(folder.resolve("driver_groups.csv"), """
            asset,group,name,driver,less,change,days
            GSPC,growth,output,INDPRO,,difference,3
            """);
        vintages(16);
        PublishedSeries known = read().get(0).drivers().get(0);
        // The newest month is not yet revised, the one three months before is: 3 less the revision of 1.
        LocalDate first = LocalDate.of(2024, 2, 15);
        TimeSeries since = known.series().between(first, LAST);
        assertThat(since.values()).isEqualTo(Doubles.of(2, 2, 2, 2));
        assertThat(since.dates().last()).isEqualTo(LocalDate.of(2024, 5, 15));
        assertThat(known.source().name()).contains("snapshots.csv from 2024-02-15, final data before");
        assertThat(known.series().until(first.minusDays(1)).dropMissing().values().stream())
                .isNotEmpty()
                .allMatch(change -> change == 0);
        assertThat(known.series().dropMissing().dates().first()).isAfter(JANUARY.plusMonths(3));

        vintages(17);
        PublishedSeries later = read().get(0).drivers().get(0);
        assertThat(later.series().dates().last()).isEqualTo(LocalDate.of(2024, 6, 15));
        assertThat(later.series().until(LocalDate.of(2024, 6, 14))).isEqualTo(known.series());
    }

    @Test
    void whatIsWrittenMustBeRight() throws IOException {
        refused("GSPC,curve,slope,DGS99,,level,", "the driver \"DGS99\" is not known");
        refused("GSPC,curve,slope,DGS10,,ratio,5", "ratio");
        for (String days : List.of("0", "253", "2.5")) {
            refused(
                    "GSPC,curve,slope,DGS10,,difference," + days,
                    "the days must be a whole number from 1 to 252 but were " + days);
        }
        refused("GSPC,curve,slope,DGS10,1/DGS98,level,", "the less \"DGS98\" is not known");
        refused("DGS11,curve,slope,DGS10,,level,", "the asset \"DGS11\" is not known");
    }

    private void refused(String row, String message) throws IOException {
        Files.writeString(
                folder.resolve("driver_groups.csv"), "asset,group,name,driver,less,change,days\n" + row + "\n");
        assertThatThrownBy(this::read).hasMessageContaining(message).hasMessageContaining("driver_groups.csv");
    }
}
