package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.regime.folder.TrackerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in a file of the folder's own is refused with file and line; nothing of it passes silently. */
class FolderFaultsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    @TempDir
    private Path folder;

    @BeforeEach
    void edition() throws IOException {
        file("edition.csv", "item,value,unit\ndate,2025-07-22,\novernight_rate,4.33,%\nindex_return,0.1,%\n");
        file("sectors.csv", "sector,contribution_pp,return_pct\nEnergy,0.10,0.59\n");
        file("GSPC.csv", "Date,Close\n2025-07-21,6305\n2025-07-22,6309\n");
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Edition report() {
        return Edition.of(TrackerFolder.read(folder, Optional.of(DAY)));
    }

    private List<String> gaps() {
        return report().report().gaps().stream()
                .map(gap -> gap.lacking() + ": " + gap.consequence())
                .toList();
    }

    @Test
    void an_edition_prints_its_title_and_how_its_checks_end() {
        assertThat(report().toString().lines())
                .startsWith(report().title())
                .last()
                .asString()
                .endsWith("3 checks of which 2 fail");
    }

    @Test
    void a_sentence_whose_range_cannot_be_is_refused_with_its_line() throws IOException {
        file(
                "statements.csv",
                "claim,subject,low,high,unit,from,to,text\ncut_probability,,60,40,%,2025-09-17,,A cut at 60 to 40 %\n");
        assertThatThrownBy(this::report)
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("statements.csv:2")
                .hasMessageContaining("probabilities must lie in order in [0, 1] but were 0.6 and 0.4");
    }

    @Test
    void the_index_check_tells_what_is_printed_and_what_the_closes_say() throws IOException {
        file("edition.csv", "item,value,unit\ndate,2025-07-22,\nindex,S&P 500,\nindex_return,0.1,%\n");
        assertThat(report().checks())
                .filteredOn(each -> each.statement().startsWith("The index returned"))
                .singleElement()
                // 6309 / 6305 - 1 = 0.0634 %
                .satisfies(each -> assertThat(each.arithmetic()).endsWith("; printed +0.10 %, close to close +0.06 %"));
        Files.delete(folder.resolve("GSPC.csv"));
        assertThat(report().checks()).noneMatch(each -> each.arithmetic().contains("close to close"));
    }

    @Test
    void a_column_of_another_name_is_one_holder_and_not_two() throws IOException {
        file("MINE.csv", "date,MINE\n2025-07-21,10\n2025-07-22,11\n");
        file("series.csv", "id,role,name,unit,source\nMINE,asset,Mine,price,desk\n");
        assertThat(gaps()).noneMatch(gap -> gap.contains("MINE"));
        assertThat(TrackerFolder.read(folder, Optional.of(DAY)).series())
                .anyMatch(each -> each.id().equals("MINE") && each.series().size() == 2);
    }

    @Test
    void the_folder_in_which_one_stands_is_a_folder() {
        assertThatThrownBy(() -> TrackerFolder.read(Path.of("."), Optional.of(DAY)))
                .hasMessageStartingWith("the folder must hold edition.csv once but holds src/test/resources/");
    }

    @Test
    void gaps_name_files_as_seen_from_the_folder() throws IOException {
        Files.createDirectories(folder.resolve("vendor"));
        file("vendor/DGS10.csv", "observation_date,DGS10\n2025-07-21,4.3x\n");
        assertThat(gaps())
                .anyMatch(gap -> gap.contains("vendor/DGS10.csv:2: "))
                .noneMatch(gap -> gap.contains(folder.toString()));
    }

    @Test
    void a_basket_of_a_folder_that_names_no_asset_says_so() throws IOException {
        Files.delete(folder.resolve("GSPC.csv"));
        file("baskets.csv", "basket,asset\nTwo,ONE\n");
        assertThatThrownBy(this::gaps)
                .hasMessageEndingWith("baskets.csv:2: \"ONE\" in column \"asset\" must be one that another file of the"
                        + " folder names, but none names any");
    }

    @Test
    void dates_are_one_column_and_the_first() throws IOException {
        file("DGS10.csv", "date,date,value\n2025-07-21,2025-07-21,4.3\n");
        file("DGS2.csv", "value,date\n4.3,2025-07-21\n");
        assertThat(gaps())
                .anyMatch(gap -> gap.startsWith("a use for DGS10.csv: ")
                        && gap.contains("DGS10.csv:1: the header repeats the column \"date\""))
                .contains(
                        "a use for DGS2.csv: its first column \"value\" holds no dates: move the column \"date\" to the"
                                + " front");
        file("series.csv", "id,role,name,unit,source,file\nMINE,asset,Mine,price,desk,DGS2.csv\n");
        assertThat(gaps()).anyMatch(gap -> gap.startsWith("the series Mine: DGS2.csv:"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The same line twice, also where a name of the index is said once and meant once.
                "quotes.csv | instrument,term,quote,source/DATED_OIS,2025-08-01/2025-10-30,4.2,desk | 3"
                        + " | the instrument \"DATED_OIS 2025-08-01/2025-10-30\" stands in the file twice",
                "quotes.csv | instrument,index,term,quote,source/DATED_OIS,,2025-08-01/2025-10-30,4.2,desk"
                        + " | 3 | stands in the file twice, first in line 2",
                "statements.csv | claim,subject,low,high,unit,from,to,text/total,,-50,,bp,2025-12-10,,Half a point"
                        + " | 3 | the text \"Half a point total 2025-12-10\" stands in the file twice, first in line 2",
                "events.csv | date,kind,importance/2025-07-30,FOMC,2 | 3"
                        + " | the kind \"FOMC 2025-07-30\" stands in the file twice, first in line 2",
                "series.csv | id,name,role,unit,file,source/X,Ex,asset,price,GSPC.csv,desk | 3"
                        + " | the id \"X\" stands in the file twice, first in line 2",
                "credit.csv | instrument,kind,level_bp/IG,cash_oas,81 | 3"
                        + " | the instrument \"IG\" stands in the file twice, first in line 2",
                "meetings.csv | bank,decision,effective/FED,2025-07-30,2025-07-31 | 3"
                        + " | the bank \"FED 2025-07-30\" stands in the file twice, first in line 2",
                "macro.csv | id,unit,files,lag_days,max_age_days/NFCI,index,NFCI.csv,5,19 | 3"
                        + " | the id \"NFCI\" stands in the file twice, first in line 2",
                "sectors.csv | sector,contribution_pp,return_pct/Energy,0.10,0.59 | 3"
                        + " | the sector \"Energy\" stands in the file twice, first in line 2",
            })
    void a_repeated_line_is_refused(String name, String lines, int line, String message) throws IOException {
        int row = lines.indexOf('/');
        file(name, lines.substring(0, row) + "\n" + lines.substring(row + 1) + "\n" + lines.substring(row + 1) + "\n");
        if (lines.contains(",index,")) {
            String text = Files.readString(folder.resolve(name));
            file(name, text.substring(0, text.length() - 1).replaceFirst("OIS,,(.*)$", "OIS,EFFR,$1") + "\n");
        }
        assertThatThrownBy(this::report)
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining(name + ":" + line + ": ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "credit.csv | instrument,kind,level_bp,avg_bp/IG,cash_oas,81,1 | 1 | the column \"avg_bp\" is not"
                        + " known",
                "bands.csv | instrument,band,from_bp,to_bp,severity,form_edge/IG,a,,70,benign, | 1 | \"from_edge\"?",
                "fixings.csv | date,index,rate,unit,source,indx/2025-07-21,EFFR,4.33,%,desk, | 1 | \"index\"?",
                "events.csv | date,kind,importance,knwon_on/2025-07-30,CPI,1, | 1 | \"known_on\"?",
                "meetings.csv | bank,decision,effective/FDE,2025-07-30,2025-07-31 | 2 | \"FED\"?",
                "macro.csv | id,unit,files,lag_days,max_age_days/NFIC,index,NFCI.csv,5,19 | 2 | \"NFCI\"?",
                "series.csv | id,name,role,unit,file,source/X,Ex,aset,price,GSPC.csv,desk | 2 | \"asset\"?",
                "statements.csv | claim,subject,low,high,unit,from,to,text/totl,,1,,bp,2025-12-10,,T | 2 | \"total\"?",
                "baskets.csv | basket,asset/all,GPSC | 2 | \"GSPC\"?",
                "drivers.csv | asset,driver,change/GPSC,GSPC,difference | 2 | \"GSPC\"?",
                "macro.csv | id,unit,files,lag_days,max_age_days/NFCI,index,NFCI.csv,1.9,19 | 2 | but was 1.9",
                "sectors.csv | sector,contribution_pp,return_pct/Energy,0.1,1e300 | 2 | 1e300 lies outside [-60, 60] %",
            })
    void what_is_misspelt_or_impossible_is_refused(String name, String lines, int line, String message)
            throws IOException {
        int row = lines.indexOf('/');
        file(name, lines.substring(0, row) + "\n" + lines.substring(row + 1) + "\n");
        assertThatThrownBy(this::report)
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining(name + ":" + line + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void bands_of_nobody_are_named() throws IOException {
        file("credit.csv", "instrument,kind,level_bp\nUS IG,cash_oas,81\n");
        file(
                "bands.csv",
                "instrument,band,from_bp,from_edge,to_bp,to_edge,severity\nUS GI,tight,,,100,excluded,benign\n");
        assertThat(gaps())
                .contains("a use for the bands of US GI: bands.csv: credit.csv has no such instrument; did you mean"
                        + " \"US IG\"?");
    }

    @Test
    void positions_that_stand_twice_leave_out_their_file_and_not_the_report() throws IOException {
        String row = "\"NOTE\",250715,2025-07-15,043602,10,1,2,3,4\n";
        file(
                "cot_tff_2025.csv",
                "Market_and_Exchange_Names,As_of_Date_In_Form_YYMMDD,Report_Date_as_YYYY-MM-DD,"
                        + "CFTC_Contract_Market_Code,Open_Interest_All,Asset_Mgr_Positions_Long_All,"
                        + "Asset_Mgr_Positions_Short_All,Lev_Money_Positions_Long_All,Lev_Money_Positions_Short_All\n"
                        + row + row);
        assertThat(gaps())
                .contains(
                        "a use for cot_tff_2025.csv: it cannot be read: cot_tff_2025.csv:3: the positions of 043602 on"
                                + " 2025-07-15 stand in the file twice");
    }

    @Test
    void a_day_before_every_row_has_a_report() throws IOException {
        file("SHILLER_CAPE.csv", "Date,Value\n2002-12-31,22\n2003-01-31,21\n");
        file("DFII10.csv", "Date,Value\n2003-01-02,2.43\n2003-01-03,2.43\n");
        file("DFF.csv", "DATE,DFF\n1962-01-02,2.75\n2003-01-02,1.25\n");
        for (String day : List.of("1950-01-03", "1962-01-03", "1999-01-04", "2002-12-30", "2003-01-02", "2003-02-03")) {
            assertThat(Edition.of(TrackerFolder.read(folder, Optional.of(LocalDate.parse(day))))
                            .report()
                            .gaps())
                    .as(day)
                    .isNotEmpty();
        }
    }
}
