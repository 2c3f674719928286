package io.github.macroregime.regime.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.Landmark;
import io.github.macroregime.regime.edition.Edition;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MacroQuestion.AssetBasket;
import io.github.macroregime.regime.input.MacroQuestion.ImpliedVolatility;
import io.github.macroregime.regime.input.MarketInput.Contributions;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.EquitiesPart;
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

/** What is asked of the series and the tables that a folder holds, and what is said of those that it cannot use. */
class FolderQuestionsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final String SERIES = "id,name,role,unit,file,source,class\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void edition() throws IOException {
        file("edition.csv", "item,value,unit\ndate,2025-07-22,\novernight_rate,4.33,%\n");
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void daily(String id, double first, double second) throws IOException {
        file(id + ".csv", "Date," + id + "\n2025-07-21," + first + "\n2025-07-22," + second + "\n");
    }

    private TrackerInput input() {
        return TrackerFolder.read(folder, Optional.of(DAY));
    }

    private <T extends MacroInput> List<T> asked(Class<T> type) {
        return input().macro().all(type);
    }

    private List<String> gaps() {
        return input().gaps().stream()
                .map(gap -> gap.lacking() + ": " + gap.consequence())
                .toList();
    }

    private List<String> volatilities() {
        return asked(ImpliedVolatility.class).stream()
                .map(each -> each.asset() + " by " + each.levels().name() + " over " + each.days() + " at "
                        + each.levels()
                                .series()
                                .unit()
                                .quoted(each.levels().series().value(1)))
                .toList();
    }

    /** Each index is asked once of the first asset of its kind, over the days that its options run. */
    @Test
    void an_index_of_volatility_is_asked_of_its_own_asset() throws IOException {
        file(
                "series.csv",
                SERIES + "ONE,First,asset,price,one.csv,desk,equities\nTWO,Second,asset,price,two.csv,desk,equities\n"
                        + "ORE,Ore,asset,price,ore.csv,desk,gold\nCL,Oil,asset,price,cl.csv,desk,energy\n"
                        + "AAPL,Apple,asset,price,aapl.csv,desk,shares\nFED,Sector,sector,price,fed.csv,desk,gold\n");
        for (String id : List.of("one", "two", "ore", "cl", "aapl", "fed")) {
            file(id + ".csv", "Date,Close\n2025-07-21,100\n2025-07-22,101\n");
        }
        assertThat(volatilities()).isEmpty();
        daily("VIXCLS", 16.6, 16.5);
        daily("VIX9D", 15.1, 15);
        daily("VIX3M", 19.4, 19.5);
        daily("VIX6M", 21.4, 21.5);
        daily("GVZCLS", 19.1, 19);
        daily("OVXCLS", 38.5, 38);
        daily("VXAPLCLS", 25.5, 25);
        daily("VXAZNCLS", 30.5, 30);
        daily("MOVE", 89, 90);
        assertThat(volatilities())
                .containsExactly(
                        "First by VIX over 21 at 16.5",
                        "First by VIX9D over 6 at 15.0",
                        "First by VIX3M over 63 at 19.5",
                        "First by VIX6M over 126 at 21.5",
                        "Ore by gold volatility (GVZ) over 21 at 19.0",
                        "Oil by oil volatility (OVX) over 21 at 38.0",
                        "Apple by volatility of Apple over 21 at 25.0");
        daily("DGS10", 4.38, 4.35);
        assertThat(volatilities()).hasSize(8).contains("10y by MOVE over 21 at 90.0");
    }

    /** A file that calls the index a price or a ratio means percent all the same. */
    @ParameterizedTest
    @CsvSource({"price", "ratio", "%"})
    void an_index_of_volatility_is_in_percent_whatever_the_file_says(String unit) throws IOException {
        file("series.csv", SERIES + "ONE,First,asset,price,one.csv,desk,equities\n");
        file("one.csv", "Date,Close\n2025-07-21,100\n2025-07-22,101\n");
        daily("VIXCLS", 16.6, 16.5);
        file("macro.csv", "id,unit,files,lag_days,max_age_days\nVIXCLS," + unit + ",VIXCLS.csv,0,7\n");
        ImpliedVolatility asked = asked(ImpliedVolatility.class).get(0);
        assertThat(asked.levels().series().unit()).isEqualTo(Unit.PERCENT);
        assertThat(asked.levels().series().value(1)).isEqualTo(0.165);
    }

    @Test
    void the_rate_of_secured_funding_is_asked_within_its_target() throws IOException {
        daily("SOFR", 4.30, 4.28);
        daily("DFEDTARL", 4.25, 4.25);
        assertThat(asked(RatesInput.Funding.class)).isEmpty();
        daily("DFEDTARU", 4.5, 4.5);
        assertThat(asked(RatesInput.Funding.class))
                .singleElement()
                .satisfies(each -> assertThat(each.toString()).contains("lower limit", "upper limit"));
    }

    @Test
    void a_basket_without_a_listed_member_is_named() throws IOException {
        String prices = "Date,Close\n2025-07-21,100\n2025-07-22,101\n";
        file("GSPC.csv", prices);
        file("LQD.csv", prices);
        file("series.csv", SERIES + "GONE,Gone,asset,price,gone.csv,desk,\n");
        file("baskets.csv", "basket,asset\npair,GONE\npair,GSPC\npair,LQD\nsingle,GONE\nsingle,GSPC\n");
        assertThat(asked(AssetBasket.class))
                .filteredOn(each -> each.name().equals("pair"))
                .singleElement()
                .satisfies(each -> assertThat(each.assets()).hasSize(2));
        assertThat(asked(AssetBasket.class)).noneMatch(each -> each.name().equals("single"));
        assertThat(gaps())
                .contains(
                        "the series GONE: the basket or driver on line 2 is left out",
                        "the series GONE: the basket or driver on line 5 is left out",
                        "two assets of the basket single: it is left out");
    }

    /** Seven shares are a group from the second one on. */
    @Test
    void shares_are_a_group_once_there_are_two() throws IOException {
        String prices = "Date,Close\n2025-07-21,100\n2025-07-22,101\n";
        file("AAPL.csv", prices);
        assertThat(asked(MacroQuestion.EquityGroup.class))
                .noneMatch(each -> each.name().startsWith("Magnificent"));
        file("MSFT.csv", prices);
        assertThat(asked(MacroQuestion.EquityGroup.class))
                .filteredOn(each -> each.name().equals("Magnificent Seven"))
                .singleElement()
                .satisfies(each -> assertThat(each.assets()).hasSize(2));
    }

    @Test
    void a_printed_table_may_say_from_when_a_decision_holds() throws IOException {
        file(
                "implied_rates.csv",
                "meeting,effective,rate_pct,source\n2025-09-17,2025-09-22,4.15,print\n2025-10-29,,4.00,print\n");
        assertThat(input().quotes())
                .extracting(each -> each.quote().instrument().label())
                .containsExactly("OIS 2025-09-22/2025-10-30", "OIS 2025-10-30/2025-11-30");
    }

    @Test
    void steps_need_a_rate_to_start_from() throws IOException {
        file("edition.csv", "item,value,unit\ndate,2025-07-22,\n");
        file("implied_rates.csv", "meeting,step_bp,source\n2025-09-17,-18,print\n");
        assertThat(gaps()).contains("the overnight rate: the printed path of implied_rates.csv is left out");
        file("implied_rates.csv", "meeting,rate_pct,source\n2025-07-16,4.15,print\n");
        assertThat(gaps())
                .contains("implied_rates.csv with a meeting ahead: the printed path of implied_rates.csv is left out");
        file("implied_rates.csv", "meeting,step_bp,source\n2025-09-17,-2000,print\n");
        file("edition.csv", "item,value,unit\ndate,2025-07-22,\novernight_rate,4.33,%\n");
        assertRefused("implied_rates.csv:2: the rate after the meeting -15.67 % lies outside [-5, 30] %");
    }

    private void assertRefused(String part) {
        assertThatThrownBy(this::input).isInstanceOf(FileFormatException.class).hasMessageContaining(part);
    }

    /** The price of a future lies in [60, 120], also where 100 less it is a possible rate the other way round. */
    @ParameterizedTest
    @CsvSource({"125, false", "120, true", "60, true", "59.99, false"})
    void a_price_that_cannot_be_is_refused(String price, boolean used) throws IOException {
        file("quotes.csv", "instrument,term,quote,source\nZQ,2025-09," + price + ",desk\n");
        if (used) {
            assertThat(input().quotes()).hasSize(1);
        } else {
            assertRefused("quotes.csv:2: the quote " + price + " lies outside [60, 120] price");
        }
    }

    /** No calendar reaches a day of 1750, whose quotes are old all the same. */
    @Test
    void quotes_from_before_every_calendar_are_old() throws IOException {
        file("quotes.csv", "date,instrument,term,quote,source\n1750-07-22,DATED_OIS,2025-07-31/2025-09-18,4.20,desk\n");
        assertThat(input().quotes()).isEmpty();
        assertThat(gaps()).anyMatch(each -> each.startsWith("quotes.csv of 2025-07-22 or 1 business day before"));
    }

    @Test
    void landmarks_are_named_with_their_kind_and_span() throws IOException {
        String columns = "instrument,kind,level_bp,average_name,average_bp,average_from,average_before,"
                + "high_name,high_bp,high_from,high_before,low_name,low_bp,low_from,low_before\n";
        file(
                "credit.csv",
                columns + "IG,cash_oas,81,mean,110,2020-01-01,2025-01-01,peak,400,2020-03-01,2020-04-01,"
                        + "trough,75,2021-01-01,2022-01-01\n");
        assertThat(input().credit())
                .singleElement()
                .satisfies(each -> assertThat(each.landmarks())
                        .extracting(mark -> mark.kind() + " " + mark.name() + " "
                                + mark.level().basisPoints())
                        .containsExactly(
                                Landmark.Kind.AVERAGE + " mean 110.0",
                                Landmark.Kind.HIGH + " peak 400.0",
                                Landmark.Kind.LOW + " trough 75.0"));
        file("credit.csv", columns + "IG,cash_oas,81,mean,110,2025-01-01,2025-01-01,,,,,,,,\n");
        assertRefused("credit.csv:2: average_before must lie after 2025-01-01 but was 2025-01-01");
    }

    private Contributions.OfMembers members() {
        return (Contributions.OfMembers) Edition.of(input())
                .report()
                .part(EquitiesPart.class)
                .orElseThrow()
                .contributions()
                .get(0);
    }

    /** Weights of rounding may reach 100.5 %; a member without one of its closes has no return and is not refused. */
    @Test
    void weights_are_summed_and_a_member_without_a_close_is_unpriced() throws IOException {
        String columns = "date,symbol,sector,weight_pct,previous_close,close\n2025-07-22,A,Technology,60,100,101\n";
        file("weights.csv", columns + "2025-07-22,B,Energy,40.5,50,51\n");
        assertThat(members().measure())
                .isEqualTo("price returns of 2 members that weigh 100.50 % at the previous close");
        file("weights.csv", columns + "2025-07-22,B,Energy,40.51,50,51\n");
        assertRefused("weights.csv:2: the weights must not sum to more than 100 % but sum to 100.51 %");
        for (String closes : List.of("50,", ",51")) {
            file("weights.csv", columns + "2025-07-22,B,Energy,20," + closes + "\n");
            assertThat(members().measure())
                    .isEqualTo("price returns of 2 members that weigh 80.00 % at the previous close");
            assertThat(members()
                            .report()
                            .line("Technology")
                            .orElseThrow()
                            .contribution()
                            .percent())
                    .isCloseTo(0.6, within(1e-12));
        }
        file("weights.csv", columns + "2025-07-22,B,Energy,20,5,51\n");
        assertRefused("the return of B 920.0 % lies outside [-95, 900] %, what a member return can be");
    }

    @ParameterizedTest
    @CsvSource({
        "quoted_price, 60, true",
        "quoted_price, 59.999, false",
        "quoted_price, 120, true",
        "quoted_price, 120.001, false",
        "yield, NaN, true",
        "yield, 0.3, true",
        "yield, 0.31, false"
    })
    void limits_hold_their_ends(String kind, double value, boolean allowed) {
        Limits limits = Limits.read(Optional.empty());
        assertThat(limits.allow(kind, value)).isEqualTo(allowed);
        assertThat(limits.shown("quoted_price")).isEqualTo("[60, 120] price");
        assertThat(limits.refusal("overnight_rate", "40 %"))
                .isEqualTo("40 % lies outside [-5, 30] %, what an overnight rate can be; limits.csv can widen it");
        assertThatThrownBy(() -> limits.age("ages")).hasMessageContaining("but was ages");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prices.XLSX | Date,Close | this is an Excel workbook: export it as CSV first",
                "notes.md | hello | only files that end with .csv are read, and vintages in .txt and .json",
                "cpi.csv | Year,Jan,Feb,Dec | a table of the Bureau of Labor Statistics: series.csv takes one date a"
                        + " line",
                "fund.csv | Ticker,Name,Weight (%) | holdings of a fund have no closes: weights.csv takes both",
                "events.csv | date,kind,importance"
                        + " | what it is about, such as an asset, is not in the folder: not read",
                "mine.csv | Foo,date | its first column \"Foo\" holds no dates: move the column \"date\" to the front",
                "WALCL2.csv | Date,Foo | neither its name nor its header is that of a known series, and series.csv does"
                        + " not list it: not read",
            })
    void a_file_without_a_use_is_named_with_the_reason(String name, String header, String reason) throws IOException {
        file(name, header + "\n");
        assertThat(gaps()).contains("a use for " + name + ": " + reason);
    }

    @Test
    void files_of_a_folder_below_are_found_and_hidden_ones_are_not() throws IOException {
        Files.createDirectories(folder.resolve("below"));
        Files.createDirectories(folder.resolve(".hidden"));
        file("below/LQD.csv", "Date,Close\n2025-07-22,110\n");
        file(".hidden/GLD.csv", "Date,Close\n2025-07-22,110\n");
        assertThat(input().series()).extracting(TrackerInput.SourcedSeries::id).containsExactly("LQD");
        assertThat(input().gaps()).extracting(Gap::lacking).noneMatch(each -> each.contains("hidden"));
    }

    @Test
    void of_more_than_three_files_without_a_use_three_are_shown() throws IOException {
        Files.delete(folder.resolve("edition.csv"));
        file("a.md", "");
        file("b.md", "");
        file("c.md", "");
        String use = " (only files that end with .csv are read, and vintages in .txt and .json)";
        assertThatThrownBy(this::input)
                .hasMessageContaining(
                        "a use for a.md" + use + ", a use for b.md" + use + ", a use for c.md" + use + ";");
        file("d.md", "");
        file("e.md", "");
        assertThatThrownBy(this::input).hasMessageContaining("a use for c.md" + use + ", and 2 more;");
    }
}
