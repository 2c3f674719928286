package io.github.macroregime.rates.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.Adjustments.IndexBasis;
import io.github.macroregime.rates.instrument.Adjustments.LongEnd;
import io.github.macroregime.rates.instrument.Adjustments.OpenBasis;
import io.github.macroregime.rates.instrument.Adjustments.Turn;
import io.github.macroregime.rates.instrument.Adjustments.Unknowns;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.ConvexityAdjustment;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.TimeOfDay;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathCalibrator;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PathTextTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 22);
    private static final OvernightIndex EFFR = OvernightIndex.effr();
    private static final List<Meeting> MEETINGS = List.of(
            new Meeting(LocalDate.of(2025, 7, 30), LocalDate.of(2025, 7, 31)),
            new Meeting(LocalDate.of(2025, 9, 17), LocalDate.of(2025, 9, 18)),
            new Meeting(LocalDate.of(2025, 10, 29), LocalDate.of(2025, 10, 30)));

    /** August averages 4.32 and a swap to October is at 4.155; nothing is quoted behind them, so the path stays level. */
    private static CalibratedPath calibrated() {
        return PathCalibrator.compile(
                        PathFrame.of(AS_OF, EFFR, MEETINGS),
                        List.of(
                                Quote.current(EFFR, Rate.ofPercent(4.33)),
                                Quote.ofPrice(AverageFuture.zq(YearMonth.of(2025, 8)), 95.68),
                                Quote.of(
                                        DatedOis.between(EFFR, MEETINGS.get(1), MEETINGS.get(2)),
                                        Rate.ofPercent(4.155))))
                .calibrate()
                .orElseThrow();
    }

    @Test
    void aTableHasOneLineForTodayAndForEachMeeting() {
        CsvTable table = CsvTable.parse("path.csv", PathCsv.text(calibrated()));
        assertThat(table.rows()).hasSize(4);
        CsvRow today = table.rows().get(0);
        assertThat(today.optionalText("decision")).isEmpty();
        assertThat(today.text("rate_pct")).isEqualTo("4.33");
        CsvRow july = table.rows().get(1);
        assertThat(july.text("effective")).isEqualTo("2025-07-31");
        assertThat(july.number("rate_pct", Unit.SCORE)).isCloseTo(4.32, within(1e-12));
        assertThat(july.number("step_bp", Unit.SCORE)).isCloseTo(-1, within(1e-10));
        assertThat(july.number("moves_of_25_bp", Unit.SCORE)).isCloseTo(-0.04, within(1e-12));
        assertThat(july.number("rate_error_bp", Unit.SCORE)).isCloseTo(0.25, within(1e-12));
        assertThat(july.text("identified")).isEqualTo("true");
        assertThat(table.rows().get(3).text("identified")).isEqualTo("false");
        assertThat(terminals(table)).containsExactly("", "", "TROUGH_AT_HORIZON", "");
    }

    private static List<String> terminals(CsvTable table) {
        return table.rows().stream()
                .map(row -> row.optionalText("terminal").orElse(""))
                .toList();
    }

    @Test
    void anEndAtTheHorizonIsSaidToBeOne() {
        PolicyPath falling = PolicyPath.ofSteps(
                PathFrame.of(AS_OF, EFFR, MEETINGS),
                Rate.ofPercent(4.33),
                List.of(Rate.ofBasisPoints(-1), Rate.ofBasisPoints(-15), Rate.ofBasisPoints(-12)));
        assertThat(terminals(CsvTable.parse("path.csv", PathCsv.text(falling))))
                .containsExactly("", "", "", "TROUGH_AT_HORIZON");
    }

    @Test
    void residualsStandInBasisPointsAndTicks() {
        CsvTable table = CsvTable.parse("residuals.csv", PathCsv.residuals(calibrated()));
        assertThat(table.rows().stream().map(row -> row.text("quote")))
                .containsExactly("EFFR now", "ZQ 2025-08", "OIS 2025-09-18/2025-10-30");
        assertThat(table.rows().get(1).number("residual_ticks", Unit.SCORE)).isCloseTo(0, within(1e-9));
        assertThat(table.rows().get(2).optionalText("residual_ticks")).isEmpty();
        assertThat(table.rows().get(2).number("residual_bp", Unit.SCORE)).isCloseTo(0, within(1e-9));
    }

    @Test
    void jsonSaysWhatTheTableSaysAndHowTheFitCameOut() throws IOException {
        JsonNode json = new ObjectMapper().readTree(PathJson.text(calibrated()));
        assertThat(json.get("version").asInt()).isEqualTo(1);
        assertThat(json.get("index").get("fixing_days").asText()).isEqualTo("NYFD");
        JsonNode july = json.get("meetings").get(0);
        assertThat(july.get("rate_pct").asDouble()).isCloseTo(4.32, within(1e-12));
        assertThat(july.get("identified").asBoolean()).isTrue();
        assertThat(json.get("meetings").get(2).get("identified").asBoolean()).isFalse();
        assertThat(json.get("terminal").get("since").asText()).isEqualTo("2025-09-18");
        assertThat(json.get("terminal").get("at_horizon").asBoolean())
                .as("nothing is identified behind it")
                .isTrue();
        assertThat(json.get("meetings").get(2).has("rate_pct")).isFalse();
        assertThat(json.get("meetings").get(2).has("step_bp")).isFalse();
        JsonNode fit = json.get("fit");
        assertThat(fit.get("status").asText()).isEqualTo("RANK_DEFICIENT");
        assertThat(fit.get("rank").asInt()).isEqualTo(3);
        assertThat(fit.get("unknowns").asInt()).isEqualTo(4);
        assertThat(fit.get("quotes").get(1).get("weight").asText()).isEqualTo("± 0.25 bp");
        assertThat(fit.get("quotes").get(2).has("residual_ticks")).isFalse();
    }

    @Test
    void theCalibratedTextsGiveTheirPathBack() {
        CalibratedPath calibrated = calibrated();
        assertThat(PathCsv.from(CsvTable.parse("path.csv", PathCsv.text(calibrated))))
                .isEqualTo(calibrated.path());
        String json = PathJson.text(calibrated);
        assertThat(PathJson.parse("path.json", json)).isEqualTo(calibrated.path());
        assertThatThrownBy(() ->
                        PathJson.parse("path.json", json.replace("\"identified\" : false", "\"identified\" : true")))
                .as("a rate that is absent is open only where the text says so")
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("\"rate_pct\" is absent");
    }

    @Test
    void aPathOnAnOwnIndexNeedsTheIndexToBeRead() {
        OvernightIndex own = new OvernightIndex("OCR", EFFR.fixingDays(), 365, 0, 0);
        PolicyPath path = PolicyPath.ofSteps(PathFrame.of(AS_OF, own, List.of()), Rate.ofPercent(3.25), List.of());
        assertThat(PathJson.parse("path.json", PathJson.text(path), own)).isEqualTo(path);
        assertThat(PathCsv.from(CsvTable.parse("path.csv", PathCsv.text(path)), own))
                .isEqualTo(path);
        assertThatThrownBy(() -> PathJson.parse("path.json", PathJson.text(path)))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith("path.json:4: the index must be one of [EFFR")
                .hasMessageEndingWith("but was OCR");
        assertThatThrownBy(() -> PathCsv.from(CsvTable.parse("path.csv", PathCsv.text(path))))
                .hasMessageStartingWith("path.csv:2: ")
                .hasMessageContaining("OCR");
    }

    @Test
    void aTableOfAPathWithOverlaysIsNotReadAsOneWithout() {
        PathFrame frame = PathFrame.of(AS_OF, EFFR, List.of())
                .withAdjustments(
                        Adjustments.none().withTurn(new Turn(LocalDate.of(2025, 12, 31), Rate.ofBasisPoints(12))));
        PolicyPath path = PolicyPath.ofSteps(frame, Rate.ofPercent(4.33), List.of());
        assertThatThrownBy(() -> PathCsv.from(CsvTable.parse("path.csv", PathCsv.text(path))))
                .isInstanceOf(FileFormatException.class)
                .hasMessage(
                        "path.csv:2: the path has adjustments or fixings, which a table cannot hold: read its JSON");
    }

    @Test
    void whatCannotBeReadIsNamedWithItsLine() {
        String json = PathJson.text(calibrated());
        assertThatThrownBy(() -> PathJson.parse("path.json", json.replace("\"version\" : 1", "\"version\" : 2")))
                .hasMessage("path.json:1: version must be 1 but was 2");
        assertThatThrownBy(() -> PathJson.parse("path.json", json.replace("2025-09-17", "17 September")))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("\"17 September\" is not a date like 2025-07-22, in field \"decision\"");
        assertThatThrownBy(() -> PathJson.parse("path.json", json.replace("2025-09-18\"", "2025-07-31\"")))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("effective");
        assertThatThrownBy(() ->
                        PathJson.parse("path.json", json.replace("\"days_in_year\" : 360", "\"days_in_year\" : 365")))
                .hasMessageContaining("the conventions of EFFR are \"NYFD NYFD 365 2 2 12\" in the text");
        assertThatThrownBy(() -> PathJson.parse("path.json", "[]")).hasMessage("path.json:1: is not a JSON object");
        assertThatThrownBy(() -> PathJson.parse("path.json", "{\"version\" : 1,\n oops"))
                .hasMessageStartingWith("path.json:2: is not JSON");
        String csv = PathCsv.text(calibrated());
        assertThatThrownBy(() -> PathCsv.from(CsvTable.parse("path.csv", csv.replace("2025-09-17", ""))))
                .hasMessageStartingWith("path.csv:4: the first line, and no other");
        assertThatThrownBy(() -> PathCsv.from(CsvTable.parse("path.csv", csv.replace("2025-09-18", "2025-07-31"))))
                .isInstanceOf(FileFormatException.class);
    }

    /** Everything that a frame can hold, each part with a value that no other has. */
    private static PolicyPath everyPart(ConvexityAdjustment convexity) {
        OvernightIndex sofr = OvernightIndex.sofr();
        LocalDate friday = LocalDate.of(2025, 7, 18);
        Adjustments adjustments = Adjustments.none()
                .withTurn(new Turn(LocalDate.of(2025, 12, 31), Rate.ofBasisPoints(12)))
                .withBasis(new IndexBasis(sofr, Rate.ofBasisPoints(-7)))
                .withBasis(new IndexBasis(sofr, Rate.ofBasisPoints(3), LocalDate.of(2025, 9, 2)))
                .withLongEnd(List.of(new LongEnd(LocalDate.of(2027, 6, 30), Rate.ofBasisPoints(-4))))
                .withConvexity(convexity)
                .withUnknowns(new Unknowns(
                        List.of(new OpenBasis(OvernightIndex.estr(), LocalDate.of(2025, 10, 1))),
                        List.of(LocalDate.of(2025, 9, 30)),
                        List.of(LocalDate.of(2026, 12, 31))));
        PathFrame frame = PathFrame.of(AS_OF, EFFR, MEETINGS)
                .withTime(TimeOfDay.BEFORE_DECISION)
                .withAdjustments(adjustments)
                .withFixings(new PublishedFixings(
                        sofr,
                        TimeSeries.of(
                                DateIndex.of(friday, LocalDate.of(2025, 7, 21)),
                                new double[] {0.0428, Double.NaN},
                                Unit.PERCENT)));
        return PolicyPath.ofSteps(
                frame,
                Rate.ofPercent(4.33),
                List.of(Rate.ofBasisPoints(-25), Rate.ofBasisPoints(0), Rate.ofBasisPoints(-25)));
    }

    @Test
    void everyPartOfAFrameStandsInTheTextAndComesBack() throws IOException {
        PolicyPath path = everyPart(new ConvexityAdjustment.PerContract(
                Map.of("SR3 2026-12", Rate.ofBasisPoints(1.5), "SR3 2026-09", Rate.ofBasisPoints(1.25))));
        String text = PathJson.text(path);
        PolicyPath read = PathJson.parse("path.json", text);
        assertThat(PathJson.text(read)).isEqualTo(text);
        assertThat(read.frame().adjustments()).isEqualTo(path.frame().adjustments());
        assertThat(read.frame().time()).isEqualTo(TimeOfDay.BEFORE_DECISION);
        JsonNode json = new ObjectMapper().readTree(text);
        assertThat(json.get("long_end").toString()).isEqualTo("[{\"until\":\"2027-06-30\",\"drift_bp\":-4}]");
        assertThat(json.get("convexity").toString())
                .isEqualTo("[{\"contract\":\"SR3 2026-09\",\"spread_bp\":1.25},"
                        + "{\"contract\":\"SR3 2026-12\",\"spread_bp\":1.5}]");
        JsonNode open = json.get("unidentified");
        assertThat(open.get("bases").get(0).get("from").asText()).isEqualTo("2025-10-01");
        assertThat(open.get("turns").get(0).get("fixing_day").asText()).isEqualTo("2025-09-30");
        assertThat(open.get("long_end").get(0).get("until").asText()).isEqualTo("2026-12-31");
        assertThat(json.get("bases").get(0).has("from")).isFalse();
        assertThat(json.get("bases").get(1).get("spread_bp").asInt()).isEqualTo(3);
        assertThat(json.get("fixings").get(0).get("rates").toString())
                .as("the missing day is left out")
                .isEqualTo("[{\"date\":\"2025-07-18\",\"rate_pct\":4.28}]");
        JsonNode october = json.get("meetings").get(2);
        assertThat(october.get("step_bp").asDouble()).isCloseTo(-25, within(1e-9));
        assertThat(october.get("cumulative_bp").asDouble()).isCloseTo(-50, within(1e-9));
        assertThat(october.get("moves_of_25_bp").asDouble()).isCloseTo(-2, within(1e-9));
        assertThat(CsvTable.parse("path.csv", PathCsv.text(path)).rows())
                .extracting(row -> row.text("fixings"))
                .as("the one that was out")
                .containsOnly("1");
    }

    @Test
    void whatAPathHasNotIsNotInItsText() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(PathJson.text(
                        PolicyPath.ofSteps(PathFrame.of(AS_OF, EFFR, List.of()), Rate.ofPercent(4.33), List.of())));
        assertThat(json.fieldNames())
                .toIterable()
                .doesNotContain("unidentified", "time", "long_end", "convexity", "ho_lee_volatility_bp", "fit");
    }

    @Test
    void theFitStatesItsErrorsAndItsCondition() throws IOException {
        JsonNode open = new ObjectMapper().readTree(PathJson.text(calibrated()));
        assertThat(open.get("fit").get("start_rate_error_bp").asDouble()).isZero();
        assertThat(open.get("fit").get("quotes").get(1).get("residual_ticks").asDouble())
                .isCloseTo(0, within(1e-9));
        JsonNode july = open.get("meetings").get(0);
        assertThat(july.get("rate_error_bp").asDouble())
                .as("that of the one quote of August, half a tick")
                .isCloseTo(0.25, within(1e-12));
        assertThat(july.get("step_error_bp").asDouble())
                .as("today's rate is an equality")
                .isCloseTo(0.25, within(1e-12));
        CalibratedPath exact = PathCalibrator.compile(
                        PathFrame.of(AS_OF, EFFR, List.of()), List.of(Quote.current(EFFR, Rate.ofPercent(4.33))))
                .calibrate()
                .orElseThrow();
        assertThat(new ObjectMapper()
                        .readTree(PathJson.text(exact))
                        .get("fit")
                        .get("condition")
                        .asDouble())
                .as("one quote of one rate")
                .isEqualTo(1);
    }

    @Test
    void partsOfAFrameThatCannotBeReadAreNamed() {
        String text = PathJson.text(everyPart(new ConvexityAdjustment.PerContract(
                Map.of("SR3 2026-12", Rate.ofBasisPoints(1.5), "SR3 2026-09", Rate.ofBasisPoints(1.25)))));
        refused(text.replace("BEFORE_DECISION", "AT_NOON"), "AT_NOON");
        refused(text.replace("\"unit\" : \"%\"", "\"unit\" : \"pct\""), "unit must be one of %, bp but was pct");
        refused(text.replace("SR3 2026-12", "SR3 2026-09"), "the convexity of SR3 2026-09 stands in the text twice");
        refused(
                text.replace("\"convexity\" :", "\"ho_lee_volatility_bp\" : 60, \"convexity\" :"),
                "convexity and ho_lee_volatility_bp must not stand together");
        assertThatThrownBy(() -> PathCsv.from(CsvTable.parse(
                        "path.csv", "as_of,index,interpolation,adjustments,fixings,decision,effective,rate_pct\n")))
                .isInstanceOf(FileFormatException.class)
                .hasMessage("path.csv:1: the table has no line for today's rate");
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> PathJson.parse("path.json", text))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith("path.json:")
                .hasMessageContaining(message);
    }
}
