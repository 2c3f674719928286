package io.github.macroregime.regime.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.regime.edition.Edition;
import io.github.macroregime.regime.folder.TrackerInput.SourcedSeries;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MarketInput.Contributions;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.CreditPart;
import io.github.macroregime.regime.report.EquitiesPart;
import io.github.macroregime.regime.report.PolicyPart;
import io.github.macroregime.regime.report.StrengthPart;
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

/** Folders as a person would fill them: downloads under the vendors' names, small tables of many days. */
class FolderAsFilledTest {

    /** A Tuesday. */
    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    private static final LocalDate APRIL = LocalDate.of(2025, 4, 8);
    private static final String QUOTES = "instrument,term,quote,source\n";
    private static final String SWAPS =
            "DATED_OIS,2025-07-31/2025-09-18,4.20,desk\nDATED_OIS,2025-09-18/2025-10-30,4.0,desk\n";

    @TempDir
    Path folder;

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private TrackerInput input(LocalDate date) {
        return TrackerFolder.read(folder, Optional.of(date));
    }

    private Edition report(LocalDate date) {
        return Edition.of(input(date));
    }

    private static List<String> said(List<Gap> gaps) {
        return gaps.stream()
                .map(gap -> gap.lacking() + ": " + gap.consequence())
                .toList();
    }

    private TimeSeries series(String id) {
        return input(DAY).series().stream()
                .filter(each -> each.id().equals(id))
                .map(SourcedSeries::series)
                .findFirst()
                .orElseThrow(() -> new AssertionError(said(input(DAY).gaps())));
    }

    private void assertRefused(String part) {
        assertThatThrownBy(() -> report(DAY))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining(part);
    }

    @Test
    void quotes_of_another_day_give_no_path_and_a_named_gap() throws IOException {
        file("edition.csv", "item,value,unit\ndate,2025-07-22,\novernight_rate,4.33,%\n");
        file("quotes.csv", QUOTES + SWAPS);
        assertThat(report(DAY)
                        .report()
                        .part(PolicyPart.class)
                        .filter(part -> part.path().isPresent()))
                .isPresent();
        Edition april = report(APRIL);
        assertThat(april.report()
                        .part(PolicyPart.class)
                        .filter(part -> part.path().isPresent()))
                .isEmpty();
        assertThat(said(april.report().gaps()))
                .contains(
                        "quotes.csv of 2025-04-08 or 1 business day before: it holds no row of that day or before",
                        "edition.csv of 2025-04-08: its figures are of 2025-07-22: not used for 2025-04-08");
    }

    @Test
    void quotes_hold_many_days_and_each_has_its_own_path() throws IOException {
        file("edition.csv", "item,value,unit\novernight_rate,4.33,%\n");
        String april = "2025-04-07,DATED_OIS,2025-05-08/2025-06-20,4.08,desk\n";
        file("quotes.csv", "date," + QUOTES + "2025-07-22," + SWAPS.replace("\nD", "\n2025-07-22,D") + april);
        assertThat(report(DAY)
                        .report()
                        .part(PolicyPart.class)
                        .flatMap(PolicyPart::path)
                        .orElseThrow()
                        .path()
                        .quotes())
                .hasSize(3);
        Edition earlier = report(APRIL);
        assertThat(earlier.report()
                        .part(PolicyPart.class)
                        .flatMap(PolicyPart::path)
                        .orElseThrow()
                        .path()
                        .path()
                        .meetings())
                .extracting(Meeting::decision)
                .containsExactly(LocalDate.of(2025, 5, 7));
        assertThat(said(earlier.report().gaps())).contains("quotes.csv of 2025-04-08: the rows of 2025-04-07 are used");
        assertThat(report(LocalDate.of(2025, 4, 9))
                        .report()
                        .part(PolicyPart.class)
                        .filter(part -> part.path().isPresent()))
                .as("two business days")
                .isEmpty();
    }

    /** Friday's quotes are one business day old on a Monday and none on a Saturday. */
    @ParameterizedTest
    @CsvSource({"2025-07-18,true", "2025-07-19,true", "2025-07-21,true", "2025-07-22,false"})
    void a_weekend_does_not_make_quotes_old(LocalDate date, boolean used) throws IOException {
        file("edition.csv", "item,value,unit\novernight_rate,4.33,%\n");
        file("quotes.csv", "date," + QUOTES + "2025-07-18," + SWAPS.replace("\nD", "\n2025-07-18,D"));
        assertThat(report(date)
                        .report()
                        .part(PolicyPart.class)
                        .filter(part -> part.path().isPresent())
                        .isPresent())
                .isEqualTo(used);
    }

    @Test
    void rows_without_a_day_are_refused() throws IOException {
        file("quotes.csv", QUOTES + SWAPS);
        assertRefused("quotes.csv:1: the rows have no day: add a column \"date\", or state the item \"date\"");
    }

    @Test
    void a_credit_level_of_another_day_is_not_shown() throws IOException {
        file("edition.csv", "item,value,unit\ndate,2025-07-22,\n");
        file("credit.csv", "instrument,kind,level_bp\nIG,cash_oas,81.00\n");
        assertThat(report(DAY).report().part(CreditPart.class).orElseThrow().spreads())
                .hasSize(1);
        assertThat(report(APRIL).report().part(CreditPart.class)).isEmpty();
        assertThat(said(report(APRIL).report().gaps())).anyMatch(each -> each.startsWith("credit.csv of 2025-04-08"));
        Files.delete(folder.resolve("edition.csv"));
        assertRefused("credit.csv:1: the rows have no day");
        file("credit.csv", "date,instrument,kind,level_bp\n2025-07-21,IG,cash_oas,81.00\n2025-04-08,IG,cash_oas,118\n");
        assertThat(report(APRIL)
                        .report()
                        .part(CreditPart.class)
                        .orElseThrow()
                        .spreads()
                        .get(0)
                        .standing()
                        .level()
                        .basisPoints())
                .isEqualTo(118);
        assertThat(report(DAY)
                        .report()
                        .part(CreditPart.class)
                        .orElseThrow()
                        .spreads()
                        .get(0)
                        .standing()
                        .level()
                        .basisPoints())
                .isEqualTo(81);
        assertThat(report(DAY)
                        .report()
                        .part(CreditPart.class)
                        .orElseThrow()
                        .spreads()
                        .get(0)
                        .standing()
                        .date())
                .isEqualTo(LocalDate.of(2025, 7, 21));
    }

    @Test
    void sector_figures_are_exactly_of_the_day_and_a_saturday_shows_friday() throws IOException {
        file("sectors.csv", "date,sector,contribution_pp,return_pct\n2025-07-18,Energy,0.02,0.59\n");
        assertThat(input(LocalDate.of(2025, 7, 18)).sectors()).hasSize(1);
        assertThat(input(LocalDate.of(2025, 7, 21)).sectors()).isEmpty();
        TrackerInput saturday = input(LocalDate.of(2025, 7, 19));
        assertThat(saturday.sectors()).hasSize(1);
        assertThat(said(saturday.gaps()))
                .contains("sectors.csv of 2025-07-19, a Saturday: the rows of 2025-07-18, a Friday are used");
    }

    @Test
    void sector_prices_of_a_saturday_are_those_of_friday_and_said_to_be() throws IOException {
        file("XLE.csv", "Date,Close\n2025-07-17,100\n2025-07-18,101\n");
        Edition report = report(LocalDate.of(2025, 7, 19));
        assertThat(report.report()
                        .part(EquitiesPart.class)
                        .orElseThrow()
                        .sectors()
                        .get(0)
                        .periodReturn()
                        .percent())
                .isCloseTo(1, within(1e-12));
        assertThat(said(report.report().gaps()))
                .contains("a session on 2025-07-19, a Saturday: sector returns are those of 2025-07-18, a Friday");
        assertThat(report(LocalDate.of(2025, 7, 21)).report().part(EquitiesPart.class))
                .as("Monday has no price yet")
                .isEmpty();
    }

    /** Names as vendors write them in a file name, and as file systems keep them. */
    @ParameterizedTest
    @CsvSource({
        "^GSPC.csv,GSPC",
        "GSPC.csv,GSPC",
        "GSPC (1).csv,GSPC",
        "BTC-USD.csv,BTC_USD",
        "BTC_USD.csv,BTC_USD",
        "HG=F.csv,HG",
        "CL=F.csv,CL",
        "GC=F.csv,GC",
        "LQD.csv,LQD",
        "lqd.csv,LQD",
        "DX-Y.NYB.csv,DXY"
    })
    void a_file_is_known_by_its_native_name(String name, String id) throws IOException {
        file(name, "Date,Open,High,Low,Close,Adj Close,Volume\n2025-07-21,1,1,1,10,9,5\n2025-07-22,1,1,1,11,9.5,6\n");
        assertThat(series(id).value(1)).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource({"CL.csv,CL", "GC.csv,GC"})
    void a_share_is_not_taken_for_a_future(String name, String id) throws IOException {
        file("LQD.csv", "Date,Close\n2025-07-22,110\n");
        file(name, "Date,Close\n2025-07-22,90\n");
        assertThat(input(DAY).series()).noneMatch(each -> each.id().equals(id));
        assertThat(said(input(DAY).gaps())).anyMatch(each -> each.startsWith("a use for " + name));
    }

    @Test
    void two_ids_in_one_file_are_two_series() throws IOException {
        file("fredgraph.csv", "DATE,DGS2,DGS10\n2025-07-21,3.85,4.38\n2025-07-22,3.83,4.35\n");
        assertThat(series("DGS2").value(1)).isEqualTo(0.0383);
        assertThat(series("DGS10").value(1)).isEqualTo(0.0435);
        assertThat(input(DAY).macro().items())
                .filteredOn(RatesInput.Yield.class::isInstance)
                .hasSize(2);
    }

    @Test
    void the_header_counts_more_than_the_name() throws IOException {
        file("DGS10.csv", "observation_date,DGS2\n2025-07-22,3.83\n");
        assertThat(series("DGS2").value(0)).isEqualTo(0.0383);
        assertThat(input(DAY).series()).hasSize(1);
    }

    @Test
    void one_wide_file_has_a_column_for_each_asset() throws IOException {
        file("closes.csv", "Date,LQD,IWM,XYZ\n2025-07-21,109,,5\n2025-07-22,110,222,6\n");
        assertThat(series("LQD").value(1)).isEqualTo(110);
        assertThat(series("IWM").value(0)).isNaN();
        assertThat(said(input(DAY).gaps()))
                .contains("a use for 1 of the names in closes.csv: XYZ not read; series.csv can list them");
        file("series.csv", "id,name,role,unit,file,column,source\nX,Exy,asset,price,closes.csv,XYZ,desk\n");
        assertThat(series("X").value(1)).isEqualTo(6);
        assertThat(series("LQD").value(1)).isEqualTo(110);
        assertThat(said(input(DAY).gaps())).noneMatch(each -> each.contains("closes.csv"));
    }

    @Test
    void a_line_for_each_date_and_ticker_is_a_shape_too() throws IOException {
        file("long.csv", "date,symbol,close\n2025-07-21,LQD,109\n2025-07-21,IWM,220\n2025-07-22,LQD,110\n");
        assertThat(series("LQD").size()).isEqualTo(2);
        assertThat(series("IWM").value(0)).isEqualTo(220);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Price,Close,High,Low,Open,Volume|Ticker,^GSPC,^GSPC,^GSPC,^GSPC,^GSPC|Date,,,,,|2025-07-22,6309.62,2,3,4,5",
                "Ticker,^GSPC,^GSPC|Price,Open,Close|Date,,|2025-07-22,1,6309.62",
                "Price,Close,Close,Open,Open|Ticker,LQD,^GSPC,LQD,^GSPC|Date,,,,|2025-07-22,110,6309.62,3,4",
                ",Adj Close,Close|,^GSPC,^GSPC|Date,,|2025-07-22,5,6309.62",
                "Price,Price,Close|Ticker,^GSPC,^GSPC|Ticker,^GSPC,^GSPC|Date,,|2025-07-22 00:00:00,5,6309.62",
                "Price,Close|Ticker,^GSPC|Date,|2025-07-21,6305.6|Price,Close|Ticker,^GSPC|Date,|2025-07-22,6309.62",
                "Date,GSPC_Close|2025-07-22,6309.62",
                "Date,Close,ticker|2025-07-22,6309.62,^GSPC"
            })
    void frames_of_every_shape_are_read(String lines) throws IOException {
        file("frame.csv", lines.replace('|', '\n') + "\n");
        assertThat(series("GSPC").asOf(DAY, 0).orElseThrow().value()).isEqualTo(6309.62);
    }

    /** Monday's session at a futures exchange begins on Sunday at 18:00 in New York, 22:00 in Greenwich. */
    @ParameterizedTest
    @CsvSource({
        "HG=F.csv,HG,2025-07-20 22:00:00+00:00,2025-07-21",
        "GSPC.csv,GSPC,2025-07-21 04:00:00+00:00,2025-07-21",
        "GSPC.csv,GSPC,2025-07-21 00:00:00-04:00,2025-07-21",
        "GSPC.csv,GSPC,2025-07-21T13:30:00Z,2025-07-21",
        "BTC-USD.csv,BTC_USD,2025-07-20 00:00:00+00:00,2025-07-20"
    })
    void a_stamp_is_of_the_day_of_the_exchange(String name, String id, String stamp, LocalDate day) throws IOException {
        file(name, "Date,Close\n" + stamp + ",5\n");
        assertThat(series(id).date(0)).isEqualTo(day);
    }

    @Test
    void a_stamp_without_a_zone_is_refused_until_the_zone_is_stated() throws IOException {
        file("DGS10.csv", "DATE,DGS10\n2025-07-22,4.35\n");
        file("dax.csv", "Date,Close\n2025-07-20 22:00:00+00:00,24000\n2025-07-21 22:00:00+00:00,24100\n");
        String columns = "id,name,role,unit,file,zone,source\n";
        file("series.csv", columns + "DAX,DAX,asset,price,dax.csv,,Yahoo\n");
        assertThat(said(input(DAY).gaps()))
                .anyMatch(each -> each.startsWith("the series DAX")
                        && each.contains("dax.csv:2")
                        && each.contains("state the time zone of the exchange"));
        file("series.csv", columns + "DAX,DAX,asset,price,dax.csv,Europe/Berlin,Yahoo\n");
        assertThat(series("DAX").dates().stream()).containsExactly(LocalDate.of(2025, 7, 21), DAY);
        file("series.csv", columns + "DAX,DAX,asset,price,dax.csv,Europe/Berlim,Yahoo\n");
        assertRefused("did you mean \"Europe/Berlin\"?");
    }

    @Test
    void an_own_list_adds_to_the_built_in_one() throws IOException {
        file("LQD.csv", "Date,Close\n2025-07-22,110\n");
        file("mine/spx.csv", "day,value\n2025-07-22,6300\n");
        file("series.csv", "id,name,role,unit,file,source,class\nSPX,My index,asset,price,spx.csv,desk,equities\n");
        assertThat(input(DAY).series()).extracting(SourcedSeries::id).containsExactly("SPX", "LQD");
        file("DGS3MO.csv", "DATE,DGS3MO\n2025-07-22,4.4\n");
        file("ten.csv", "DATE,x\n2025-07-22,4.35\n");
        file("macro.csv", "id,unit,files,lag_days,max_age_days\nDGS10,%,ten.csv,0,7\n");
        assertThat(input(DAY).macro().items())
                .filteredOn(RatesInput.Yield.class::isInstance)
                .hasSize(2);
    }

    @Test
    void own_events_stand_beside_the_decisions_of_the_committee() throws IOException {
        file("GSPC.csv", "Date,Close\n2025-07-22,6300\n");
        file("events.csv", "date,kind,importance\n2025-07-23,ELECTION,3\n2025-07-30,FOMC,2\n");
        EconomyInput.Events events = input(DAY).macro().items().stream()
                .filter(EconomyInput.Events.class::isInstance)
                .map(EconomyInput.Events.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(events.calendar().next("ELECTION", DAY).orElseThrow().importance())
                .isEqualTo(3);
        assertThat(events.calendar().next("FOMC", DAY).orElseThrow().importance())
                .isEqualTo(2);
        assertThat(events.calendar()
                        .next("FOMC", LocalDate.of(2025, 8, 1))
                        .orElseThrow()
                        .date())
                .isEqualTo(LocalDate.of(2025, 9, 17));
    }

    @Test
    void the_committee_needs_no_meetings_and_another_bank_does_not_enter_its_path() throws IOException {
        file("edition.csv", "item,value,unit\ndate,2025-07-22,\novernight_rate,4.33,%\n");
        file("quotes.csv", QUOTES + SWAPS);
        Edition carried = report(DAY);
        assertThat(carried.report()
                        .part(PolicyPart.class)
                        .flatMap(PolicyPart::path)
                        .orElseThrow()
                        .path()
                        .path()
                        .meetings())
                .extracting(Meeting::decision)
                .containsExactly(LocalDate.of(2025, 7, 30), LocalDate.of(2025, 9, 17));
        file(
                "meetings.csv",
                "bank,decision,effective\nFED,2025-07-30,2025-07-31\nECB,2025-09-11,2025-09-17\n"
                        + "FED,2025-09-17,2025-09-18\n");
        assertThat(report(DAY)
                        .report()
                        .part(PolicyPart.class)
                        .flatMap(PolicyPart::path)
                        .orElseThrow()
                        .path()
                        .path())
                .isEqualTo(carried.report()
                        .part(PolicyPart.class)
                        .flatMap(PolicyPart::path)
                        .orElseThrow()
                        .path()
                        .path());
        file("meetings.csv", "bank,decision,effective\nFDE,2025-07-30,2025-07-31\n");
        assertRefused("meetings.csv:2: \"FDE\" in column \"bank\" must be one of");
        assertRefused("did you mean \"FED\"?");
    }

    @Test
    void baskets_and_drivers_can_be_said_in_files() throws IOException {
        file("closes.csv", "Date,LQD,IWM\n2025-07-21,109,221\n2025-07-22,110,222\n");
        file("DGS10.csv", "DATE,DGS10\n2025-07-22,4.35\n");
        file("baskets.csv", "basket,asset\nmine,LQD\nmine,IWM\n");
        file("drivers.csv", "asset,driver,change\nIWM,DGS10,difference\n");
        List<MacroInput> items = input(DAY).macro().items();
        assertThat(items)
                .filteredOn(MacroQuestion.AssetBasket.class::isInstance)
                .anyMatch(each -> ((MacroQuestion.AssetBasket) each).name().equals("mine"));
        assertThat(items)
                .filteredOn(MacroQuestion.Driver.class::isInstance)
                .anyMatch(each -> ((MacroQuestion.Driver) each).asset().equals("Russell 2000 (IWM)"));
        file("drivers.csv", "asset,driver,change\nIMW,DGS10,difference\n");
        assertRefused("drivers.csv:2: \"IMW\" in column \"asset\" must be one of");
    }

    @Test
    void files_of_one_series_are_joined_where_they_agree() throws IOException {
        file("BAMLC0A0CM.csv", "date,value\n2025-07-17,0.80\n2025-07-18,0.81\n");
        file("BAMLC0A0CM_2023_2026.csv", "Date,Value\n2025-07-18,0.81\n2025-07-22,0.82\n");
        assertThat(series("BAMLC0A0CM").size()).isEqualTo(3);
        file("BAMLC0A0CM_2023_2026.csv", "Date,Value\n2025-07-18,0.83\n2025-07-22,0.82\n");
        assertThat(series("BAMLC0A0CM").size()).isEqualTo(2);
        assertThat(said(input(DAY).gaps()))
                .contains("a use for BAMLC0A0CM.csv: it differs from BAMLC0A0CM_2023_2026.csv on 2025-07-18, which"
                        + " reaches further: not read");
    }

    @Test
    void what_was_not_read_is_named_with_its_reason() throws IOException {
        file("LQD.csv", "Date,Close\n2025-07-22,110\n");
        file("old/LQD.csv", "Date,Close\n2025-07-22,110\n");
        file("IWM.csv", "Date,Close\n2025-07-22,abc\n");
        file("shillings.csv", "Date,Foo\n2025-07-22,1\n");
        file("readme.txt", "hello");
        assertThat(said(input(DAY).gaps()))
                .contains(
                        "a use for old/LQD.csv: LQD.csv holds the same days and reaches as far: not read",
                        "a use for readme.txt: only files that end with .csv are read, and vintages in .txt and .json")
                .anyMatch(each -> each.startsWith("a use for IWM.csv: it cannot be read") && each.contains("IWM.csv:2"))
                .anyMatch(each -> each.startsWith("a use for shillings.csv: neither its name nor its header"));
    }

    @Test
    void a_printed_table_becomes_the_path() throws IOException {
        file("edition.csv", "item,value,unit\ndate,2025-07-22,\novernight_rate,4.33,%\n");
        String rates = "2025-07-30,4.32,print\n2025-09-17,4.15,print\n2025-10-29,4.00,print\n";
        String steps = "2025-07-30,-1,print\n2025-09-17,-17,print\n2025-10-29,-15,print\n";
        String cumulative = "2025-07-30,-1,print\n2025-09-17,-18,print\n2025-10-29,-33,print\n";
        List.of("rate_pct\n" + rates, "step_bp\n" + steps, "cumulative_bp\n" + cumulative)
                .forEach(table -> {
                    try {
                        file("implied_rates.csv", "meeting," + table.replaceFirst("\n", ",source\n"));
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                    assertThat(report(DAY)
                                    .report()
                                    .part(PolicyPart.class)
                                    .flatMap(PolicyPart::path)
                                    .orElseThrow()
                                    .path()
                                    .path()
                                    .steps())
                            .extracting(step -> Math.round(
                                            1e6 * step.rateAfter().orElseThrow().percent())
                                    / 1e6)
                            .containsExactly(4.32, 4.15, 4.00);
                });
        assertThat(report(APRIL)
                        .report()
                        .part(PolicyPart.class)
                        .filter(part -> part.path().isPresent()))
                .isEmpty();
        file("implied_rates.csv", "meeting,rate_pct,step_bp,source\n2025-07-30,4.32,-1,print\n");
        assertRefused("implied_rates.csv:1: there must be one of the columns");
    }

    /** 50 % of +1 %, 30 % of -1 % and 20 % of +2 %: +0.2 pp of technology, +0.4 pp of energy. */
    @Test
    void contributions_follow_from_weights_and_closes() throws IOException {
        String columns = "date,symbol,sector,weight_pct,previous_close,close\n";
        file(
                "weights.csv",
                columns + "2025-07-22,A,Technology,50,100,101\n2025-07-22,B,Technology,30,200,198\n"
                        + "2025-07-22,C,Energy,20,50,51\n");
        file("edition.csv", "item,value,unit\ndate,2025-07-22,\nindex_return,0.61,%\n");
        Contributions.OfMembers members = (Contributions.OfMembers) report(DAY)
                .report()
                .part(EquitiesPart.class)
                .orElseThrow()
                .contributions()
                .get(0);
        assertThat(members.report()
                        .line("Technology")
                        .orElseThrow()
                        .contribution()
                        .percent())
                .isCloseTo(0.2, within(1e-12));
        assertThat(members.report()
                        .line("Technology")
                        .orElseThrow()
                        .periodReturn()
                        .orElseThrow()
                        .percent())
                .isCloseTo(0.25, within(1e-12));
        assertThat(members.report().line("Energy").orElseThrow().contribution().percent())
                .isCloseTo(0.4, within(1e-12));
        assertThat(members.members().residual().orElseThrow().percent()).isCloseTo(0.01, within(1e-12));
        assertThat(members.measure()).isEqualTo("price returns of 3 members that weigh 100.00 % at the previous close");
        assertThat(report(APRIL).report().part(EquitiesPart.class)).isEmpty();
        file("weights.csv", columns + "2025-07-22,A,Technology,90,100,101\n2025-07-22,B,Technology,30,200,198\n");
        assertRefused("weights.csv:2: the weights must not sum to more than 100 % but sum to 120.00 %");
        file("weights.csv", columns + "2025-07-22,A,Technology,90,100,0\n");
        assertRefused("weights.csv:2: the closes of \"A\" must be positive");
    }

    @Test
    void misspelt_columns_words_and_repeated_lines_are_refused_with_the_right_word() throws IOException {
        file("edition.csv", "item,value,unit\ndate,2025-07-22,\n");
        file("credit.csv", "instrument,kind,level_bp,avg_bp\nIG,cash_oas,81,1\n");
        assertRefused("credit.csv:1: the column \"avg_bp\" is not known");
        file("credit.csv", "instrument,kind,level_bp\nIG,cash_oas,81\nIG,cash_oas,82\n");
        assertRefused("credit.csv:3: the instrument \"IG\" stands in the file twice, first in line 2");
        file("credit.csv", "instrument,kind,level_bp\nIG,cash_aos,81\n");
        assertRefused("did you mean \"cash_oas\"?");
        file("credit.csv", "instrument,kind,level_bp\nIG,cash_oas,1e300\n");
        assertRefused("credit.csv:2: the level_bp 1e300 lies outside [-500, 20000] bp, what a spread can be");
        Files.delete(folder.resolve("credit.csv"));
        file("sectors.csv", "sector,contribution_pp,return_pct\nEnergy,0.1,1e300\n");
        assertRefused("sectors.csv:2: the return_pct 1e300 lies outside [-60, 60] %, what a sector return can be");
        file("limits.csv", "kind,low,high,unit\nsector_retrun,-60,60,%\n");
        assertRefused("did you mean \"sector_return\"?");
        file("limits.csv", "kind,low,high,unit\nsector_return,-90,90,%\n");
        file("sectors.csv", "sector,contribution_pp,return_pct\nEnergy,0.1,80\n");
        assertThat(input(DAY).sectors()).hasSize(1);
        file("edition.csv", "item,value,unit\ndate,2025-07-22,\nindex_retrun,1,%\n");
        assertRefused("edition.csv:3: the item \"index_retrun\" is not known; did you mean \"index_return\"?");
        file("edition.csv", "item,value,unit\ndate,2025-07-22,\n");
        file("events.csv", "date,kind,importance\n2025-07-30,CPI,1\n2025-07-30,CPI,1\n");
        file("GSPC.csv", "Date,Close\n2025-07-22,6300\n");
        assertRefused("events.csv:3: the kind \"CPI 2025-07-30\" stands in the file twice");
    }

    @ParameterizedTest
    @CsvSource({
        "1.9,macro.csv:2: the lag_days must be a whole number of days but was 1.9",
        "0.5,macro.csv:2: the lag_days must be a whole number of days but was 0.5"
    })
    void a_lag_is_a_whole_number_of_days(String lag, String message) throws IOException {
        file("NFCI.csv", "DATE,NFCI\n2025-07-18,-0.5\n");
        file("macro.csv", "id,unit,files,lag_days,max_age_days\nNFCI,index,NFCI.csv," + lag + ",19\n");
        assertRefused(message);
    }

    @Test
    void a_fault_in_a_part_is_named_and_the_rest_is_reported() throws IOException {
        file("edition.csv", "item,value,unit\ndate,2025-07-22,\nindex_return,0.1,%\novernight_rate,4.33,%\n");
        file("sectors.csv", "sector,contribution_pp,return_pct\nEnergy,0.10,0.59\n");
        file(
                "statements.csv",
                "claim,subject,low,high,unit,from,to,text\nleader_by_return,Enegry,1,,places,,,Energy leads\n");
        file("credit.csv", "instrument,kind,level_bp\nIG,cash_oas,81\n");
        file(
                "bands.csv",
                "instrument,band,from_bp,from_edge,to_bp,to_edge,severity\nIG,a,,,70,excluded,benign\n"
                        + "IG,b,60,included,,,stress\n");
        file("quotes.csv", QUOTES + SWAPS + "DATED_OIS,2025-10-30/9999-12-31,4,desk\n");
        file("NFCI.csv", "DATE,NFCI\n2025-07-18,-0.5\n");
        file("macro.csv", "id,unit,files,lag_days,max_age_days\nNFCI,index,NFCI.csv,-5,19\n");
        file("series.csv", "id,name,role,unit,file,source\nX,Exy,asset,price,a?b.csv,desk\n");
        file("CL=F.csv", "Date,Close\n2025-07-18,65\n2025-07-21,0\n2025-07-22,66\n");
        Edition report = report(DAY);
        assertThat(report.report()
                        .part(PolicyPart.class)
                        .filter(part -> part.path().isPresent()))
                .isPresent();
        assertThat(report.report().part(CreditPart.class).orElseThrow().spreads())
                .hasSize(1);
        assertThat(report.checks())
                .anyMatch(each -> each.arithmetic().contains("no sector \"Enegry\"")
                        && each.arithmetic().contains("it has Energy"));
        assertThat(said(report.report().gaps()))
                .anyMatch(each -> each.startsWith("bands of IG that fit together"))
                .anyMatch(each -> each.startsWith("a calendar up to 9999-12-31"))
                .anyMatch(each -> each.startsWith("the macro series NFCI") && each.contains("macro.csv:2"))
                .anyMatch(each -> each.startsWith("the series Exy") && each.contains("a?b.csv"))
                .anyMatch(each -> each.startsWith("a positive price of Crude oil on 2025-07-21"));
        assertThat(series("CL").value(1)).isNaN();
    }

    @Test
    void quotes_that_no_calendar_reaches_leave_out_the_path_and_not_the_report() throws IOException {
        file("edition.csv", "item,value,unit\ndate,2025-07-22,\novernight_rate,4.33,%\n");
        file("quotes.csv", QUOTES + SWAPS + "DATED_OIS,2079-01-03/2080-01-03,4,desk\n");
        file("LQD.csv", "Date,Close\n2025-07-22,110\n");
        Edition report = report(DAY);
        assertThat(report.report().part(StrengthPart.class)).isPresent();
        assertThat(report.report()
                                .part(PolicyPart.class)
                                .filter(part -> part.path().isPresent())
                                .isPresent()
                        || said(report.report().gaps()).stream().anyMatch(each -> each.startsWith("a policy path")))
                .isTrue();
    }

    @Test
    void a_repeated_vintage_row_is_refused() throws IOException {
        file(
                "vintages_quarterly_2025.csv",
                "vintage,observation,GDP,CPIAUCSL\n2025-04,2025 Q1,100,300\n2025-04,2025 Q1,1,300\n");
        assertRefused(
                "vintages_quarterly_2025.csv:3: the observation 2025 Q1 of the vintage 2025-04 stands in the file");
    }

    @Test
    void names_and_links_stay_inside_the_folder_unless_allowed(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.csv"), "Date,password\n2025-07-22,7\n");
        file("DGS10.csv", "DATE,DGS10\n2025-07-22,4.35\n");
        Files.createSymbolicLink(folder.resolve("link.csv"), secret);
        for (String name : List.of("../" + elsewhere.getFileName() + "/secret.csv", secret.toString(), "link.csv")) {
            file("series.csv", "id,name,role,unit,file,source\nX,Exy,asset,price," + name + ",desk\n");
            assertThat(said(input(DAY).gaps()))
                    .anyMatch(each -> each.startsWith("the series Exy") && each.contains("must lie inside the folder"))
                    .noneMatch(each -> each.contains("password"));
            TrackerInput outside = TrackerFolder.openWithFilesOutside(folder).read(Optional.of(DAY), told -> {});
            assertThat(outside.series()).anyMatch(each -> each.id().equals("X"));
        }
        assertThat(said(input(DAY).gaps()))
                .contains("a use for link.csv: it is a link that leads out of the folder: not followed");
    }

    @Test
    void a_link_that_leads_nowhere_is_named_as_one() throws IOException {
        file("DGS10.csv", "DATE,DGS10\n2025-07-22,4.35\n");
        Files.createSymbolicLink(folder.resolve("round.csv"), Path.of("round.csv"));
        Files.createSymbolicLink(folder.resolve("gone.csv"), Path.of("elsewhere.csv"));
        assertThat(said(input(DAY).gaps()))
                .contains(
                        "a use for round.csv: it is a link that leads to no file",
                        "a use for gone.csv: it is a link that leads to no file");
    }

    @Test
    void an_opened_folder_reads_each_file_once() throws IOException {
        file("DGS10.csv", "DATE,DGS10\n2025-07-21,4.38\n2025-07-22,4.35\n");
        file("edition.csv", "item,value,unit\novernight_rate,4.33,%\n");
        TrackerFolder opened = TrackerFolder.open(folder);
        TrackerInput before = opened.read(Optional.of(DAY), told -> {});
        file("DGS10.csv", "DATE,DGS10\n2025-07-21,9\n2025-07-22,9\n");
        file("edition.csv", "item,value,unit\novernight_rate,9,%\n");
        assertThat(opened.read(Optional.of(DAY), told -> {})).isEqualTo(before);
    }

    @Test
    void the_nearest_word_is_found_by_its_distance() {
        assertThat(Words.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Words.distance("", "abc")).isEqualTo(3);
        assertThat(Words.suggestion("cash_aos", List.of("cdx", "cash_oas"))).contains("cash_oas");
        assertThat(Words.suggestion("zzzzzz", List.of("cdx", "cash_oas"))).isEmpty();
        assertThat(Words.quoted("a\u001b[1mb")).isEqualTo("\"a?[1mb\"");
    }
}
