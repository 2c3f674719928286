package io.github.macroregime.regime.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.folder.TrackerInput.SourcedSeries;
import io.github.macroregime.regime.input.MarketInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a series is found, which of two files of it counts, and what beside it is named. */
class FolderSeriesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    @TempDir
    private Path folder;

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private TrackerInput input() {
        return TrackerFolder.read(folder, Optional.of(DAY));
    }

    private List<String> gaps() {
        return input().gaps().stream()
                .map(gap -> gap.lacking() + ": " + gap.consequence())
                .toList();
    }

    private Optional<TimeSeries> series(String id) {
        return input().series().stream()
                .filter(each -> each.id().equals(id))
                .map(SourcedSeries::series)
                .findFirst();
    }

    private List<TimeSeries> opens() {
        return input().macro().all(MarketInput.Opens.class).stream()
                .map(each -> each.opens().series())
                .toList();
    }

    @Test
    void onlyTablesHoldSeriesWhateverTheCaseOfTheirEnding() throws IOException {
        String closes = "Date,Close\n2025-07-21,109\n2025-07-22,110\n";
        file("IWM.CSV", closes);
        file("LQD.txt", closes);
        assertThat(series("IWM")).isPresent();
        assertThat(series("LQD")).isEmpty();
        assertThat(gaps())
                .contains("a use for LQD.txt: only files that end with .csv are read, and vintages in .txt and .json");
    }

    /** Opens stand in the file of the closes; one of zero is missing. */
    @Test
    void opensAreReadBesideTheClosesThatTheyBelongTo() throws IOException {
        file("GSPC.csv", "Date,Open,Close\n2025-07-18,6300,6290\n2025-07-21,0,6305\n2025-07-22,6306,6309\n");
        assertThat(opens()).singleElement().satisfies(each -> {
            assertThat(each.dates().last()).isEqualTo(DAY);
            assertThat(each.values().stream()).containsExactly(6300.0, Double.NaN, 6306.0);
        });
        file("GSPC.csv", "Date,Close\n2025-07-21,6305\n2025-07-22,6309\n");
        assertThat(opens()).isEmpty();
        file("GSPC.csv", "Date,Open,Close\n2025-07-21,x,6305\n2025-07-22,6306,6309\n");
        assertThat(opens()).as("opens that cannot be read").isEmpty();
        assertThat(series("GSPC")).isPresent();
    }

    /** The closes come from the file that reaches further, which has no opens; those of the other end a day before. */
    @Test
    void opensOfAnotherEndAreNotUsed() throws IOException {
        file("GSPC.csv", "Date,Open,Close\n2025-07-18,6300,6290\n2025-07-21,6301,6305\n");
        file("GSPC_history.csv", "Date,Close\n2025-07-21,6305\n2025-07-22,6309\n");
        assertThat(series("GSPC").orElseThrow().size()).isEqualTo(3);
        assertThat(opens()).isEmpty();
    }

    /** Two files agree within a ten-thousandth of the larger. */
    @ParameterizedTest
    @CsvSource({"100.009, true", "100.011, false", "99.992, true", "99.98, false"})
    void twoFilesOfASeriesAgreeWithinATenThousandth(String other, boolean isJoined) throws IOException {
        file("LQD.csv", "Date,Close\n2025-07-21,100\n2025-07-22,110\n");
        file("LQD_history.csv", "Date,Close\n2025-07-18,109\n2025-07-21," + other + "\n");
        TimeSeries read = series("LQD").orElseThrow();
        assertThat(read.size()).isEqualTo(isJoined ? 3 : 2);
        assertThat(read.on(LocalDate.of(2025, 7, 21)))
                .as("of the one that reaches further")
                .hasValue(100);
        String differs = "a use for LQD_history.csv: it differs from LQD.csv on 2025-07-21, which reaches further: not"
                + " read";
        assertThat(gaps().contains(differs)).isNotEqualTo(isJoined);
    }

    /** Prices without a day in common may be adjusted in two ways; of rates nothing is adjusted. */
    @Test
    void filesWithoutACommonDayAreJoinedForRatesAlone() throws IOException {
        file("LQD.csv", "Date,Close\n2025-07-21,100\n2025-07-22,110\n");
        file("LQD_history.csv", "Date,Close\n2025-07-17,108\n2025-07-18,109\n");
        file("BAMLC0A0CM.csv", "Date,Value\n2025-07-21,0.80\n2025-07-22,0.81\n");
        file("BAMLC0A0CM_history.csv", "Date,Value\n2025-07-17,0.82\n2025-07-18,0.83\n");
        assertThat(series("LQD").orElseThrow().size()).isEqualTo(2);
        assertThat(gaps())
                .contains("a use for LQD_history.csv: it differs from LQD.csv on 2025-07-17, which reaches further: not"
                        + " read");
        assertThat(series("BAMLC0A0CM").orElseThrow().size()).isGreaterThan(2);
        file("LQD_history.csv", "Date,Close\n2025-07-21,100\n");
        assertThat(gaps())
                .contains("a use for LQD_history.csv: LQD.csv holds the same days and reaches as far: not read");
    }

    /** Of two that reach as far the one with more days comes first. */
    @Test
    void theLongerOfTwoThatReachAsFarCounts() throws IOException {
        file("LQD.csv", "Date,Close\n2025-07-21,90\n2025-07-22,110\n");
        file("LQD_history.csv", "Date,Close\n2025-07-18,99\n2025-07-21,100\n2025-07-22,110\n");
        assertThat(series("LQD").orElseThrow().values().stream()).containsExactly(99.0, 100.0, 110.0);
        assertThat(gaps())
                .contains("a use for LQD.csv: it differs from LQD_history.csv on 2025-07-21, which reaches further: not"
                        + " read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "LQD,XA,XB,XC,XD; 4 of the names in wide.csv: XA, XB, XC, XD not read",
                "LQD,XE,XA,XB,XC,XD; 5 of the names in wide.csv: XA, XB, XC, XD, ... not read"
            })
    void fourOfTheNamesThatNobodyAskedForAreShown(String names, String shown) throws IOException {
        String row = ",1".repeat(names.split(",").length);
        file("wide.csv", "Date," + names + "\n2025-07-21" + row + "\n2025-07-22" + row + "\n");
        assertThat(gaps()).contains("a use for " + shown + "; series.csv can list them");
    }

    @Test
    void aNameStandsOnceInTheFoldersOwnList() throws IOException {
        String columns = "id,name,role,unit,file,column,source\n";
        file("wide.csv", "Date,XA,XB\n2025-07-21,5,7\n2025-07-22,6,8\n");
        file("series.csv", columns + "A,One,asset,price,wide.csv,XA,desk\nB,One,asset,price,wide.csv,XB,desk\n");
        assertThatThrownBy(this::input).hasMessageContaining("series.csv:3: the name \"One\" stands in the file twice");
        file("series.csv", columns + "A,One,asset,price,wide.csv,,desk\n");
        assertThat(gaps())
                .anyMatch(each -> each.startsWith("the series One: ")
                        && each.contains("it is unclear which column holds the values; the header has [XA, XB]"));
        file("series.csv", columns + "A,One,asset,price,wide.csv,XC,desk\n");
        assertThat(gaps())
                .anyMatch(each -> each.startsWith("the series One: ") && each.contains("the column \"XC\" is absent"));
        file("series.csv", columns + "A,One,asset,price,gone.csv,,desk\n");
        assertThat(gaps())
                .anyMatch(each -> each.startsWith("the series One: ")
                        && each.contains("series.csv:2: the folder does not hold the file \"gone.csv\""));
        file("series.csv", columns + "A,One,asset,price,,,desk\n");
        assertThat(gaps())
                .contains("the series One: no file of the folder holds it, such as A.csv from desk: it is left out");
    }

    /** A price is above zero and no larger than any price can be; others are missing and named once. */
    @ParameterizedTest
    @CsvSource({"0, positive, 0.0", "-5, positive, -5.0", "1e13, plausible, 1.0E13", "1e-10, plausible, 1.0E-10"})
    void whatNoPriceCanBeIsMissing(String price, String kind, String shown) throws IOException {
        file("LQD.csv", "Date,Close\n2025-07-18,108\n2025-07-21," + price + "\n2025-07-22,110\n");
        assertThat(series("LQD").orElseThrow().values().stream()).containsExactly(108.0, Double.NaN, 110.0);
        assertThat(gaps())
                .anyMatch(each -> each.startsWith("a " + kind + " price of ")
                        && each.endsWith(
                                " on 2025-07-21: " + shown + " has no return; 1 such prices are taken as missing"));
    }

    /** Ends of what a price can be: a billionth and a trillion. */
    @Test
    void theEndsOfAPriceArePrices() throws IOException {
        file("LQD.csv", "Date,Close\n2025-07-18,1e-9\n2025-07-21,1e12\n2025-07-22,110\n");
        assertThat(series("LQD").orElseThrow().values().stream()).containsExactly(1e-9, 1e12, 110.0);
        assertThat(gaps()).noneMatch(each -> each.contains("price of"));
    }
}
