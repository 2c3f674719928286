package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.regime.folder.TrackerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences of a folder against the path that its table prints, and the line that says what an edition rests on. */
class EditionSentencesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    @TempDir
    private Path folder;

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Edition edition() {
        return Edition.of(TrackerFolder.read(folder, Optional.of(DAY)));
    }

    private Finding check(String claim) throws IOException {
        file("edition.csv", "item,value,unit\ndate,2025-07-22,\novernight_rate,4.33,%\n");
        file(
                "implied_rates.csv",
                "meeting,rate_pct,source\n2025-07-30,4.33,print\n2025-09-17,4.15,print\n2025-10-29,4.00,print\n");
        file("statements.csv", "claim,subject,low,high,unit,from,to,text\n" + claim + ",The sentence\n");
        return edition().checks().stream()
                .filter(each -> each.statement().contains("The sentence"))
                .findFirst()
                .orElseThrow();
    }

    /** 18 of 25 basis points are 72 %; a probability is printed to a percent, half of which may be rounding. */
    @ParameterizedTest
    @CsvSource({
        "70, 75, CONSISTENT",
        "72, 72, CONSISTENT",
        "73, 75, INCONSISTENT",
        "60, 71, INCONSISTENT",
        "72.4, 75, CONSISTENT",
        "60, 71.6, CONSISTENT"
    })
    void aProbabilityIsHeldAgainstTheStep(String low, String high, String verdict) throws IOException {
        Finding said = check("cut_probability,," + low + "," + high + ",%,2025-09-17,");
        assertThat(said.verdict().name()).isEqualTo(verdict);
        assertThat(said.arithmetic())
                .isEqualTo("the quotes imply -18.00 bp at that meeting: 72.0 % for one cut of 25 bp");
    }

    @ParameterizedTest
    @CsvSource({"-33, CONSISTENT", "-40, INCONSISTENT", "33, INCONSISTENT"})
    void aTotalIsHeldAgainstThePath(String total, String verdict) throws IOException {
        Finding said = check("total,," + total + ",,bp,2025-10-29,");
        assertThat(said.verdict().name()).isEqualTo(verdict);
        assertThat(said.arithmetic())
                .isEqualTo("the quotes imply -33.00 bp after the meeting of 2025-10-29, -1.32 moves of 25 bp");
    }

    @Test
    void aMeetingThatIsNotThereLeavesTheSentenceOpen() throws IOException {
        for (String claim : new String[] {"total,,-33,,bp,2025-12-10,", "cut_probability,,70,75,%,2025-12-10,"}) {
            Finding said = check(claim);
            assertThat(said.verdict().name()).isEqualTo("UNDECIDED");
            assertThat(said.arithmetic()).contains("meeting on 2025-12-10");
        }
    }

    private String head() {
        return edition().head().get(0);
    }

    /** The calendar of events is a source of every edition. */
    @Test
    void theHeadNamesPublishersIdsAndOthers() throws IOException {
        String closes = "Date,Close\n2025-07-21,100\n2025-07-22,101\n";
        file("IWM.csv", closes);
        assertThat(head())
                .startsWith("Day of the figures: 2025-07-22, as known at ")
                .endsWith(" in New York. Sources: Yahoo (1), 1 other sources.");
        file("LQD.csv", closes);
        file("DGS10.csv", "Date,DGS10\n2025-07-21,4.38\n2025-07-22,4.35\n");
        file("DGS2.csv", "Date,DGS2\n2025-07-21,3.88\n2025-07-22,3.85\n");
        file("mine.csv", closes);
        file("series.csv", "id,name,role,unit,file,source\nMINE,Mine,asset,price,mine.csv,desk\n");
        assertThat(head()).endsWith(" Sources: Yahoo (2), 2 series by id such as DGS10, 2 other sources.");
        Files.delete(folder.resolve("IWM.csv"));
        Files.delete(folder.resolve("LQD.csv"));
        Files.delete(folder.resolve("DGS2.csv"));
        Files.delete(folder.resolve("DGS10.csv"));
        assertThat(head()).endsWith(" Sources: 2 sources.");
        assertThat(edition().head()).hasSize(1);
        file("series.csv", "id,name,role,unit,file,source\nMINE,Mine,asset,price,mine.csv,synthetic\n");
        assertThat(edition().head())
                .hasSize(2)
                .last()
                .isEqualTo("Price and spread histories are SYNTHETIC and marked where they are used.");
    }
}
