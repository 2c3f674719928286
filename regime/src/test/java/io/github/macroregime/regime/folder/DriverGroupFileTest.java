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
        refused("GSPC,curve,slope,DGS10,,difference,0", "the days must be a whole number from 1 to 252");
        refused("DGS11,curve,slope,DGS10,,level,", "the asset \"DGS11\" is not known");
    }

    private void refused(String row, String message) throws IOException {
        Files.writeString(
                folder.resolve("driver_groups.csv"), "asset,group,name,driver,less,change,days\n" + row + "\n");
        assertThatThrownBy(this::read).hasMessageContaining(message).hasMessageContaining("driver_groups.csv");
    }
}
