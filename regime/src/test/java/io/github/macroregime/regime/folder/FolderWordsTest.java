package io.github.macroregime.regime.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.regime.input.MarketInput.Traders;
import io.github.macroregime.regime.outlook.Positioning.Report;
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

/** The words of a folder's messages, the ends of its limits and the yearly files of traders. */
class FolderWordsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    @TempDir
    private Path folder;

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aTextIsShownUpTo120Letters() {
        String longest = "x".repeat(120);
        assertThat(Words.quoted(longest)).isEqualTo("\"" + longest + "\"");
        assertThat(Words.quoted(longest + "y")).isEqualTo("\"" + longest + "...\"");
        assertThat(Words.quoted("a\tb\u0007")).isEqualTo("\"a?b?\"");
    }

    /** Half of the letters of a word may be wrong, and one always. */
    @ParameterizedTest
    @CsvSource({
        "abcd, abxy, true",
        "abcd, axyz, false",
        "abcde, abcxy, true",
        "abcde, abxyz, false",
        "a, b, true",
        "ABCD, abxd, true",
        "abdc, abcd, true"
    })
    void aWordIsSuggestedUpToHalfOfItsLetters(String word, String known, boolean isNear) {
        assertThat(Words.suggestion(word, List.of("0123456789", known)))
                .isEqualTo(isNear ? "; did you mean \"" + known + "\"?" : "");
    }

    @Test
    void theNearestWordIsSuggestedAndNoneForAVeryLongOne() {
        assertThat(Words.suggestion("abcd", List.of("abxy", "abcx"))).isEqualTo("; did you mean \"abcx\"?");
        String longest = "x".repeat(120);
        assertThat(Words.suggestion(longest, List.of(longest))).isNotEmpty();
        assertThat(Words.suggestion(longest + "x", List.of(longest))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-17, 2025-07-17",
        "2025-07-18, '2025-07-18, a Friday'",
        "2025-07-20, '2025-07-20, a Sunday'",
        "2025-07-21, 2025-07-21"
    })
    void aDayNearAWeekendIsNamed(LocalDate day, String shown) {
        assertThat(DayRows.named(day)).isEqualTo(shown);
    }

    @Test
    void aLimitMayBeOneNumberAndNoLess() throws IOException {
        file("GSPC.csv", "Date,Close\n2025-07-21,6305\n2025-07-22,6309\n");
        file("limits.csv", "kind,low,high,unit\nyield,1,1,%\n");
        assertThat(TrackerFolder.read(folder, Optional.of(DAY)).series()).hasSize(1);
        file("limits.csv", "kind,low,high,unit\nyield,1.1,1,%\n");
        assertThatThrownBy(() -> TrackerFolder.read(folder, Optional.of(DAY)))
                .hasMessageContaining("limits.csv:2: low must not lie above high but was 1.1");
        file("limits.csv", "kind,low,high,unit\nyeild,1,2,%\n");
        assertThatThrownBy(() -> TrackerFolder.read(folder, Optional.of(DAY)))
                .hasMessageContaining("limits.csv:2: the kind \"yeild\" must be one of ")
                .hasMessageContaining("did you mean \"yield\"?");
        assertThat(Limits.read(Optional.empty()).refusal("yield", "40 %")).contains(", what a yield can be;");
    }

    private List<Traders> traders(LocalDate date) {
        return TrackerFolder.read(folder, Optional.of(date)).macro().all(Traders.class);
    }

    /** The reports of the Tuesdays 8 and 15 July came out on the Fridays after; a point is no number. */
    @Test
    void positionsAreReadInOrderOnceTheyAreOut() throws IOException {
        file("GSPC.csv", "Date,Close\n2025-07-10,6305\n2025-07-22,6309\n");
        file(
                "cot_tff_2025.csv",
                "Market_and_Exchange_Names,As_of_Date_In_Form_YYMMDD,Report_Date_as_YYYY-MM-DD,"
                        + "CFTC_Contract_Market_Code,Open_Interest_All,Asset_Mgr_Positions_Long_All,"
                        + "Asset_Mgr_Positions_Short_All,Lev_Money_Positions_Long_All,Lev_Money_Positions_Short_All\n"
                        + "\"NOTE\",250715,2025-07-15,043602,10,1,2,3,4\n"
                        + "\"NOTE\",250708,2025-07-08,043602,20,5,6,.,8\n"
                        + "\"CORN\",250708,2025-07-08,002602,20,5,6,7,8\n");
        List<Traders> all = traders(DAY);
        assertThat(all).extracting(Traders::market).containsExactly("10-year note", "10-year note");
        assertThat(all).extracting(Traders::traders).containsExactly("asset managers", "leveraged funds");
        assertThat(all.get(0).reports())
                .extracting(Report::snapshot)
                .containsExactly(LocalDate.of(2025, 7, 8), LocalDate.of(2025, 7, 15));
        assertThat(all.get(0).reports())
                .extracting(Report::released)
                .containsExactly(LocalDate.of(2025, 7, 11), LocalDate.of(2025, 7, 18));
        assertThat(all.get(0).reports().get(0))
                .satisfies(each -> assertThat(List.of(each.longs(), each.shorts(), each.openInterest()))
                        .containsExactly(5.0, 6.0, 20.0));
        assertThat(all.get(1).reports())
                .as("without its longs no report")
                .extracting(Report::snapshot)
                .containsExactly(LocalDate.of(2025, 7, 15));
        assertThat(traders(LocalDate.of(2025, 7, 17)))
                .singleElement()
                .satisfies(each -> assertThat(each.reports()).hasSize(1));
        assertThat(traders(LocalDate.of(2025, 7, 18))).hasSize(2);
        assertThat(traders(LocalDate.of(2025, 7, 10))).isEmpty();
    }
}
