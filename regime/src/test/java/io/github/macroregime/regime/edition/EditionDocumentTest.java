package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.macroregime.regime.report.MacroStatement;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.section.Chart.Range;
import io.github.macroregime.regime.section.Chart.Span;
import io.github.macroregime.regime.section.Chart.Tone;
import io.github.macroregime.regime.section.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition of a small folder, whose figures are worked out by hand, and what its JSON says of them. */
class EditionDocumentTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    @TempDir
    private Path folder;

    private Edition edition;
    private JsonNode json;

    private static void file(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @BeforeEach
    void read() throws IOException {
        file(
                folder,
                "edition.csv",
                "item,value,unit\ndate,2025-07-22,\ntitle,By hand,\nindex,Hand index,\nindex_return,-0.08,%\n"
                        + "overnight_rate,4.33,%\n");
        file(
                folder,
                "sectors.csv",
                "sector,contribution_pp,return_pct\nEnergy,0.10,0.50\nUtilities,-0.20,-1.00\nFinancials,0.00,0.00\n");
        file(
                folder,
                "credit.csv",
                "instrument,kind,level_bp,average_name,average_bp,average_from,average_before\n"
                        + "IG,cash_oas,81,mean,110,2020-01-01,2025-01-01\n");
        file(
                folder,
                "bands.csv",
                "instrument,band,from_bp,from_edge,to_bp,to_edge,severity\nIG,tight,,,70,excluded,benign\n"
                        + "IG,wide,90,included,,,alarm\n");
        file(
                folder,
                "implied_rates.csv",
                "meeting,rate_pct,source\n2025-07-30,4.33,print\n2025-09-17,4.18,print\n2025-10-29,3.78,print\n"
                        + "2025-12-10,3.83,print\n");
        file(
                folder,
                "statements.csv",
                "claim,subject,low,high,unit,from,to,text\ntotal,,-50,,bp,2025-12-10,,Half a point is priced\n");
        edition = Edition.read(folder, Optional.of(DAY));
        json = new ObjectMapper().readTree(edition.json());
    }

    private static List<String> texts(JsonNode list, String... fields) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> String.join(
                        " ",
                        Stream.of(fields)
                                .map(field -> each.path(field).asText())
                                .toList()))
                .toList();
    }

    private static void assertNumber(JsonNode object, String field, double value) {
        assertThat(object.path(field).isNumber()).as(field).isTrue();
        assertThat(object.get(field).asDouble()).as(field).isCloseTo(value, within(1e-6));
    }

    @Test
    void the_day_stands_at_the_head() {
        assertThat(json.get("date").asText()).isEqualTo("2025-07-22");
        assertThat(json.get("title").asText()).isEqualTo("By hand");
        assertThat(edition.head().get(0)).startsWith("Day of the figures: 2025-07-22, as known at 20:00 in New York.");
        assertThat(edition.head()).hasSize(1);
        assertThat(edition.toString().lines().findFirst()).contains("By hand");
        long failing = texts(json.get("print_check"), "verdict").stream()
                .filter("INCONSISTENT"::equals)
                .count();
        assertThat(edition.toString())
                .endsWith(" statements, " + json.get("lacking").size() + " gaps, "
                        + json.get("print_check").size() + " checks of which " + failing + " fail");
    }

    /** -0.10 of -0.08 are explained; half a percent of 0.2 of the index is a tenth of a point. */
    @Test
    void contributions_sum_and_leave_a_residual() {
        JsonNode equities = json.get("equities");
        assertThat(equities.get("index").asText()).isEqualTo("Hand index");
        assertNumber(equities, "explained_pp", -0.10);
        assertNumber(equities, "reported_pct", -0.08);
        assertNumber(equities, "residual_pp", 0.02);
        assertNumber(equities, "gross_gain_pp", 0.10);
        assertNumber(equities, "gross_loss_pp", -0.20);
        assertNumber(equities, "equal_weight_mean_pct", -0.5 / 3);
        assertThat(texts(equities.get("contributions"), "sector", "contribution_pp", "contribution_shown_pp"))
                .containsExactlyInAnyOrder("Energy 0.1 0.1", "Utilities -0.2 -0.2", "Financials 0.0 0.0");
        assertThat(texts(equities.get("sector_returns"), "sector", "return_pct"))
                .containsExactlyInAnyOrder("Energy 0.5", "Utilities -1.0", "Financials 0.0");
        assertThat(texts(equities.get("implied_weights"), "sector"))
                .containsExactlyInAnyOrder("Energy", "Utilities", "Financials");
        for (JsonNode weight : equities.get("implied_weights")) {
            if (!weight.get("sector").asText().equals("Financials")) {
                assertNumber(weight, "weight_fraction", 0.2);
                // Figures are rounded to a hundredth: 0.095 / 0.505 and 0.105 / 0.495, or 0.195 / 1.005 and 0.205 /
                // 0.995.
                boolean energy = weight.get("sector").asText().equals("Energy");
                assertNumber(weight, "weight_low_fraction", energy ? 0.095 / 0.505 : 0.195 / 1.005);
                assertNumber(weight, "weight_high_fraction", energy ? 0.105 / 0.495 : 0.205 / 0.995);
            } else {
                assertThat(weight.has("weight_fraction")).isFalse();
            }
        }
        JsonNode breadth = equities.get("breadth");
        assertThat(breadth.get("up").asInt()).isEqualTo(1);
        assertThat(breadth.get("down").asInt()).isEqualTo(1);
        assertThat(breadth.get("unchanged").asInt()).isEqualTo(1);
        assertThat(equities.get("feasible_index_return_low_pct").asDouble())
                .isLessThan(equities.get("feasible_index_return_high_pct").asDouble());
    }

    /** 10 / 50 and 20 / 100 are a fifth; nothing over nothing is no weight. */
    @Test
    void the_page_shows_implied_weights_with_their_intervals() {
        Section section = edition.sections().stream()
                .filter(each -> each.id().equals("equities"))
                .findFirst()
                .orElseThrow();
        assertThat(section.lead().get(0))
                .startsWith("Contributions sum to -0.10 pp against a reported -0.08 %: residual +0.02 pp");
        assertThat(section.lead())
                .anyMatch(each -> each.startsWith("Returns of the index that fit all printed figures: "));
        assertThat(section.tables())
                .filteredOn(table -> table.columns().get(0).title().equals("Contribution to the Hand index"))
                .singleElement()
                .satisfies(table -> assertThat(table.rows())
                        .contains(
                                List.of("Energy", "+0.10", "+0.50", "20.0", "18.8 to 21.2"),
                                List.of("Utilities", "-0.20", "-1.00", "20.0", "19.4 to 20.6"),
                                List.of("Sum shown", "-0.10", "", "", ""))
                        .anyMatch(row ->
                                row.get(0).equals("Financials") && row.get(3).equals("undefined")));
        assertThat(section.notes()).anyMatch(each -> each.startsWith("An implied weight is contribution over return"));
    }

    @Test
    void a_spread_stands_between_its_bands_and_below_its_average() {
        JsonNode credit = json.get("credit").get(0);
        assertThat(texts(json.get("credit"), "instrument", "instrument_kind", "date", "level_bp"))
                .containsExactly("IG CashOas 2025-07-22 81.0");
        assertThat(texts(credit.get("landmarks"), "name", "level_bp", "from", "before", "difference_bp"))
                .containsExactly("mean 110.0 2020-01-01 2025-01-01 -29.0");
        assertThat(credit.get("band").get("named").asBoolean()).isFalse();
        assertThat(credit.get("band").get("name").asText()).isEmpty();
        assertNumber(credit.get("band"), "from_bp", 70);
        assertNumber(credit.get("band"), "to_bp", 90);
        assertThat(texts(credit.get("bands"), "name", "named", "severity", "from_bp", "to_bp"))
                .containsExactly("tight true BENIGN  70.0", " false UNNAMED 70.0 90.0", "wide true ALARM 90.0 ");
        assertThat(credit.has("history")).isFalse();
        assertThat(credit.get("findings")).isNotEmpty();
    }

    /** 15 of 25 basis points are a cut at 60 %; 40 are one cut at 40 % and two at 60 %; 5 up are no cut at all. */
    @Test
    void a_path_says_what_is_priced_at_each_meeting() {
        JsonNode policy = json.get("policy");
        assertThat(policy.get("overnight_index").asText()).isEqualTo("EFFR");
        assertThat(policy.get("sources").get(0).asText()).contains("print");
        assertNumber(policy, "start_rate_pct", 4.33);
        assertNumber(policy, "total_bp", -50);
        assertNumber(policy, "terminal_rate_pct", 3.78);
        assertThat(policy.get("terminal_kind").asText()).isEqualTo("TROUGH");
        assertThat(policy.get("terminal_since").asText()).isEqualTo("2025-10-30");
        assertThat(policy.get("terminal_at_horizon").asBoolean()).isFalse();
        JsonNode meetings = policy.get("meetings");
        assertThat(texts(meetings, "decision", "effective", "identified"))
                .containsExactly(
                        "2025-07-30 2025-07-31 true",
                        "2025-09-17 2025-09-18 true",
                        "2025-10-29 2025-10-30 true",
                        "2025-12-10 2025-12-11 true");
        double[] steps = {0, -15, -40, 5};
        double[] cuts = {0, 0.6, 1, 0};
        double cumulative = 0;
        for (int i = 0; i < 4; i++) {
            cumulative += steps[i];
            assertNumber(meetings.get(i), "rate_pct", 4.33 + cumulative / 100);
            assertNumber(meetings.get(i), "step_bp", steps[i]);
            assertNumber(meetings.get(i), "cumulative_bp", cumulative);
            assertNumber(meetings.get(i), "cuts_of_25_bp", -cumulative / 25);
            assertNumber(meetings.get(i), "cut_probability_fraction", cuts[i]);
        }
        assertOutcomes(meetings.get(1).get("outcomes"), -25, 0.6, 0, 0.4);
        assertOutcomes(meetings.get(2).get("outcomes"), -50, 0.6, -25, 0.4);
        assertOutcomes(meetings.get(3).get("outcomes"), 0, 0.8, 25, 0.2);
        assertThat(texts(policy.get("quotes"), "quote", "index", "weight", "residual_bp"))
                .hasSize(5)
                .startsWith("EFFR now EFFR equality 0.0", "OIS 2025-07-31/2025-09-18 EFFR \u00b1 0.25 bp 0.0");
        // Six decimals of a percent and five of a basis point.
        assertThat(policy.get("quotes").get(1).get("rate_pct").asText()).isEqualTo("4.342266");
        assertThat(policy.get("totals")).hasSize(1);
        assertNumber(policy.get("totals").get(0), "mean_bp", -50);
        assertThat(policy.get("totals").get(0).get("decision").asText()).isEqualTo("2025-12-10");
    }

    /** Outcomes from the lowest on, up to rounding of the path. */
    private static void assertOutcomes(JsonNode outcomes, double... moves) {
        List<Double> found = StreamSupport.stream(outcomes.spliterator(), false)
                .filter(each -> each.get("probability_fraction").asDouble() > 1e-6)
                .flatMap(each -> Stream.of(
                        each.get("move_bp").asDouble(),
                        each.get("probability_fraction").asDouble()))
                .toList();
        assertThat(found).hasSize(moves.length);
        for (int i = 0; i < moves.length; i++) {
            assertThat(found.get(i)).isCloseTo(moves[i], within(1e-6));
        }
    }

    @Test
    void checks_are_in_the_json_and_on_the_page_with_their_verdict() {
        List<String> told = texts(json.get("print_check"), "statement", "verdict", "arithmetic");
        assertThat(told)
                .hasSameSizeAs(edition.checks())
                .anyMatch(each -> each.contains("Half a point is priced") && each.contains(" CONSISTENT "));
        Section section = edition.sections().stream()
                .filter(each -> each.id().equals("print-check"))
                .findFirst()
                .orElseThrow();
        assertThat(section.tables().get(0).rows()).hasSize(told.size());
        assertThat(section.lead())
                .singleElement()
                .asString()
                .startsWith("The policy path rests on: ")
                .contains("print");
    }

    @Test
    void every_statement_and_every_gap_of_the_report_is_in_the_json() {
        JsonNode regime = json.get("regime");
        List<MacroStatement> statements = edition.report().statements();
        assertThat(texts(regime.get("statements"), "topic", "subject", "state", "sentence", "observed", "definition"))
                .isNotEmpty()
                .isEqualTo(statements.stream()
                        .map(each -> String.join(
                                " ",
                                each.topic().name(),
                                each.subject(),
                                each.state(),
                                each.sentence(),
                                each.observed().toString(),
                                each.definition()))
                        .toList());
        assertThat(texts(regime.get("statements"), "subject", "figure", "unit"))
                .contains(
                        "EFFR path, total -50.0 bp",
                        "EFFR path, terminal rate 3.78 %",
                        "Hand index, the day -0.08 %",
                        "Hand index, largest contribution 0.1 pp",
                        "Next meeting 0.0 bp");
        assertThat(texts(json.get("lacking"), "absent", "consequence"))
                .isNotEmpty()
                .isEqualTo(texts(regime.get("lacking"), "absent", "consequence"))
                .isEqualTo(edition.report().gaps().stream()
                        .map(each -> each.lacking() + " " + each.consequence())
                        .toList());
    }

    @Test
    void an_asset_has_its_close_the_prices_at_which_it_flips_and_its_line_of_the_day(@TempDir Path other)
            throws IOException {
        StringBuilder closes = new StringBuilder("Date,Close\n");
        LocalDate day = DAY.minusYears(3);
        for (int i = 0; !day.isAfter(DAY); day = day.plusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                closes.append(day).append(',').append(5000 + 2 * i + i % 7 * 40).append('\n');
                i++;
            }
        }
        file(other, "GSPC.csv", closes.toString());
        Edition priced = Edition.read(other, Optional.of(DAY));
        JsonNode document = new ObjectMapper().readTree(priced.json());
        // 6764 after 6722.
        assertThat(texts(document.get("regime").get("statements"), "subject", "figure", "unit"))
                .contains("S&P 500, close to close 0.624814 %");
        JsonNode board = document.get("board");
        assertThat(board.get("synthetic").asBoolean()).isFalse();
        JsonNode asset = board.get("assets").get(0);
        assertThat(asset.get("observed").asText()).isEqualTo("2025-07-22");
        // Weekdays from 2022-07-22, a Friday, to 2025-07-22: 1 + 156 weeks of 5 + 2, the last with place 782, which is
        // 5 in
        // its seven.
        assertNumber(asset, "close", 6764);
        assertThat(asset.get("n").asInt()).isEqualTo(783);
        for (String side : List.of("flip_up", "flip_down")) {
            JsonNode flip = asset.get(side);
            if (flip.has("price")) {
                assertThat(flip.get("move_pct").asDouble())
                        .isCloseTo(
                                100
                                        * (flip.get("price").asDouble()
                                                        / asset.get("close").asDouble()
                                                - 1),
                                within(1e-6));
                assertThat(flip.get("becomes").asText())
                        .isNotEqualTo(asset.get("label").asText());
            } else {
                assertThat(flip.get("searched_to_pct").isNumber()).isTrue();
            }
        }
        assertThat(texts(document.get("day"), "text"))
                .isNotEmpty()
                .isEqualTo(priced.summary().lines().stream()
                        .map(line -> line.text())
                        .toList());
        List<String> known = texts(document.get("regime").get("statements"), "topic", "subject");
        for (JsonNode line : document.get("day")) {
            assertThat(line.get("rests_on")).isNotEmpty();
            assertThat(known).containsAll(texts(line.get("rests_on"), "topic", "subject"));
        }
        JsonNode change = document.get("regime_change");
        assertThat(change.get("since").asText()).isEqualTo("2025-07-21");
        // 6722 after 6680 on the day before.
        assertThat(texts(change.get("moved"), "subject", "figure_before", "figure", "unit"))
                .contains("S&P 500, close to close 0.628743 0.624814 %");
    }

    @Test
    void a_day_is_compared_with_an_earlier_one_only() {
        Edition before = Edition.read(folder, Optional.of(DAY.minusDays(4)));
        assertThat(edition.against(before).earlier().orElseThrow().date()).isEqualTo(LocalDate.of(2025, 7, 18));
        assertThat(edition.against(before).change().orElseThrow().earlier()).isEqualTo(LocalDate.of(2025, 7, 18));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> edition.against(edition))
                .withMessage("before must lie before 2025-07-22 but was of 2025-07-22");
    }

    private static List<String> gaps(Path folder) {
        return Edition.read(folder, Optional.of(DAY)).report().gaps().stream()
                .map(gap -> gap.lacking() + ": " + gap.consequence())
                .toList();
    }

    @Test
    void what_an_edition_lacks_is_named(@TempDir Path other) throws IOException {
        file(other, "DGS10.csv", "Date,Value\n2025-07-21,4.38\n2025-07-22,4.35\n");
        assertThat(gaps(other))
                .contains(
                        "sectors.csv: contributions, implied weights and their residual are left out",
                        "statements.csv: no printed sentence is checked")
                .noneMatch(each -> each.startsWith("the item index_return"))
                .noneMatch(each -> each.startsWith("a use for weights.csv"));
        file(other, "sectors.csv", "date,sector,contribution_pp,return_pct\n2025-07-22,Energy,0.10,0.50\n");
        assertThat(gaps(other))
                .contains("the item index_return of edition.csv: contributions cannot be reconciled")
                .noneMatch(each -> each.startsWith("sectors.csv: "));
        file(other, "edition.csv", "item,value,unit\ndate,2025-07-22,\nindex_return,0.1,%\n");
        file(
                other,
                "weights.csv",
                "date,symbol,sector,weight_pct,previous_close,close\n2025-07-22,A,Technology,60,100,101\n");
        assertThat(gaps(other))
                .contains("a use for weights.csv: the printed contributions of sectors.csv are shown")
                .noneMatch(each -> each.startsWith("the item index_return"));
    }

    private static Map<String, Object> figure(Chart chart) {
        return FigureJson.of(List.of(new Section("a", "A", List.of(), List.of(), List.of(chart), List.of())))
                .get(0);
    }

    @Test
    void a_figure_has_its_values_where_there_are_any() {
        Chart chart = new Chart(
                "Title",
                "bp",
                "desk",
                Form.LINE,
                List.of("a", "b", "c"),
                List.of(
                        new Line("one", List.of(1.0, Double.NaN, 123.45678949), List.of(0.5, 0.25, 0.125)),
                        new Line("", List.of(1.0, 2.0, 3.0), List.of(0.5, Double.NaN, 0.125)),
                        new Line("plain", List.of(-0.0, 2.0, 3.0))),
                List.of(new Range("high", 1, 2.00000004, Tone.GOOD)),
                List.of(new Span("calm", DAY, DAY.plusDays(1), Tone.BAD)));
        assertThat(figure(chart))
                .isEqualTo(Map.of(
                        "section", "a",
                        "title", "Title",
                        "subtitle", "bp",
                        "source", "desk",
                        "form", "LINE",
                        "lines",
                                List.of(
                                        Map.of(
                                                "name", "one",
                                                "labels", List.of("a", "c"),
                                                "values", List.of(1.0, 123.4568),
                                                "errors", List.of(0.5, 0.125)),
                                        Map.of("labels", List.of("a", "b", "c"), "values", List.of(1.0, 2.0, 3.0)),
                                        Map.of(
                                                "name", "plain",
                                                "labels", List.of("a", "b", "c"),
                                                "values", List.of(0.0, 2.0, 3.0))),
                        "ranges", List.of(Map.of("name", "high", "from", 1.0, "to", 2.0, "tone", "GOOD")),
                        "spans",
                                List.of(Map.of(
                                        "name", "calm", "from", "2025-07-22", "before", "2025-07-23", "tone", "BAD"))));
        assertThat(figure(new Chart("Title", Form.BARS, List.of(), List.of(), List.of())))
                .containsOnlyKeys("section", "title", "form", "lines");
    }
}
