package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.CardSetup;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.SpreadCard;
import io.github.macroregime.credit.SpreadHistory;
import io.github.macroregime.credit.band.PrintedBands;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.regime.edition.Edition;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.page.Figures;
import io.github.macroregime.regime.page.Page;
import io.github.macroregime.regime.page.ReportCsv;
import io.github.macroregime.regime.report.EquitiesPart;
import io.github.macroregime.regime.report.PolicyPart;
import io.github.macroregime.regime.report.StatesPart;
import io.github.macroregime.regime.report.StatesPart.AssetStates;
import io.github.macroregime.regime.report.StrengthPart;
import io.github.macroregime.regime.section.Card;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import io.github.macroregime.regime.strategy.TearSheet;
import io.github.macroregime.regime.strategy.TearSheetOptions;
import io.github.macroregime.regime.strength.StrengthBoard;
import io.github.macroregime.regime.strength.StrengthRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader knows after ten seconds, and what is drawn and written of an edition. */
class PageFactsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final Edition EDITION = Edition.of(EmbeddedEdition.read());
    private static final String NUMBER = ".*\\d.*";

    private static String told(Card card) {
        return card.title() + " | " + card.number() + " | " + card.change() + " | " + card.why();
    }

    @Test
    void six_facts_of_the_embedded_day_stand_on_cards() {
        List<String> facts = EDITION.cards().stream().map(PageFactsTest::told).toList();
        assertThat(facts).hasSize(6);
        assertThat(facts.get(0))
                .matches(
                        "S&P 500 \\| \\+0\\.10 % \\| 9 up, 2 down \\| Health Care \\+0\\.14 pp, Information Technology .*");
        assertThat(facts.get(1))
                .matches(
                        "Easing priced over 12 meetings \\| -\\d+\\.\\d bp \\| next meeting 2025-07-30: .*cut \\d+ %.*");
        assertThat(facts.get(2)).matches("IG spread \\| 51\\.1 bp \\| .*5-year average \\| Duration-friendly.*");
        assertThat(facts.get(3))
                .matches("Growth and inflation, by data \\| Stagflation \\| \\d+ %.* \\| liquidity .* bn.*");
        assertThat(facts.get(4))
                .matches("Leader and laggard \\| \\+1\\.52 % \\| Health Care \\| last: Information Technology .*");
        assertThat(facts.get(5)).matches("Printed claims that fail \\| 3 of 13 \\| 9 hold \\| such as: .*");
        assertThat(EDITION.html().indexOf("class=\"cards\""))
                .isLessThan(EDITION.html().indexOf("<section"));
    }

    @Test
    void six_facts_of_the_real_day_stand_on_cards() {
        List<Card> cards = Edition.read(RealFiles.folder(), Optional.of(DAY)).cards();
        assertThat(cards).hasSize(6);
        assertThat(told(cards.get(0)))
                .matches("S&P 500 \\| \\+0\\.06 % \\| 10 up, 1 down \\| Health Care .*, Information .*");
        assertThat(told(cards.get(1))).matches("Easing priced, 2y .* \\| -48\\.0 bp .* \\| next meeting 2025-07-30");
        assertThat(told(cards.get(2)))
                .matches("US IG OAS \\| 81\\.0 bp \\| percentile 17 over .* \\| .*5-year average");
        assertThat(cards.get(2).recent()).hasSizeGreaterThan(20);
        assertThat(cards).allSatisfy(card -> assertThat(told(card)).matches(NUMBER));
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 100, 200})
    void no_line_of_the_text_is_too_long_and_no_number_is_split(int width) {
        String text = Page.text(EDITION.title(), EDITION.head(), EDITION.cards(), EDITION.sections(), width);
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
        assertThat(text).doesNotContainPattern("\\d\\n *(%|bp|pp|\\$)[ ,.;)]");
        assertThat(text).contains("+0.10 %", "Stagflation");
    }

    @Test
    void a_terminal_has_colours_unless_somebody_says_no() {
        assertThat(Terminal.hasColours(Map.of("TERM", "xterm"), true)).isTrue();
        assertThat(Terminal.hasColours(Map.of("NO_COLOR", ""), true)).isTrue();
        assertThat(Terminal.hasColours(Map.of("NO_COLOR", "1"), true)).isFalse();
        assertThat(Terminal.hasColours(Map.of("TERM", "dumb"), true)).isFalse();
        assertThat(Terminal.hasColours(Map.of(), false)).isFalse();
    }

    @Test
    void every_chart_says_in_its_title_what_is_seen() {
        for (Section section : EDITION.sections()) {
            assertThat(section.charts()).allSatisfy(chart -> {
                assertThat(chart.title())
                        .matches("(?s).*(\\d| gave | strongest).*")
                        .doesNotContain("NaN", "-0.00 pp");
                assertThat(chart.subtitle()).isNotEmpty();
                assertThat(chart.source()).isNotEmpty();
            });
        }
    }

    @Test
    void every_chart_is_linked_once_in_the_order_in_which_a_day_is_read() {
        String html = EDITION.html();
        String list = html.substring(html.indexOf("<nav aria-label=\"Charts\">"));
        List<String> linked = found("href=\"?#([\\w-]+)\"?", list.substring(0, list.indexOf("</nav>")));
        assertThat(linked)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(found("<figure id=\"?([\\w-]+)\"?", html));
        List<String> sections = linked.stream()
                .map(each -> each.replaceFirst("-f\\d+$", ""))
                .distinct()
                .toList();
        List<String> read = List.of("equities", "policy", "growth-inflation", "liquidity", "curve", "drivers");
        assertThat(sections).filteredOn(read::contains).containsExactlyElementsOf(read);
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static <T> T first(List<T> all) {
        assertThat(all).isNotEmpty();
        return all.get(0);
    }

    private static SpreadCard card() {
        DateIndex days =
                DateIndex.copyOf(DAY.minusDays(400).datesUntil(DAY.plusDays(1)).toList());
        double[] levels = IntStream.range(0, days.size())
                .mapToDouble(i -> (60 + i % 9) / 1e4)
                .toArray();
        return SpreadCard.of(
                new SpreadHistory<>(new Instrument.Cdx("CDX IG 5Y"), TimeSeries.of(days, levels, Unit.BASIS_POINTS)),
                DAY,
                CardSetup.withDefaults(PrintedBands.macroLetterComplete()).withYears(1));
    }

    @Test
    void each_kind_of_result_is_a_figure_alone() {
        PolicyPart policy = EDITION.report().part(PolicyPart.class).orElseThrow();
        assertThat(policy.path().map(RatesInput.Path::path).flatMap(Figures::of).orElseThrow())
                .contains("<title>EFFR priced from 4.33 % to 3.10 % by ");
        StrengthBoard board =
                EDITION.report().part(StrengthPart.class).orElseThrow().board();
        assertThat(Figures.of(board)).contains(board.rows().get(0).asset() + " is the strongest");
        EquitiesPart equities = EDITION.report().part(EquitiesPart.class).orElseThrow();
        assertThat(Figures.of("S&P 500", first(equities.contributions()).report()))
                .contains("Health Care gave the S&amp;P 500 most, Information Technology cost it most");
        assertThat(Figures.of(card())).contains("CDX IG 5Y", "tighter on", "1-year average", "Duration-friendly");
        TimeSeries returns = TimeSeries.of(
                DateIndex.copyOf(List.of(DAY.minusMonths(3), DAY.minusMonths(2), DAY.minusMonths(1), DAY)),
                new double[] {0.015, 0.01, -0.02, 0.03},
                Unit.PERCENT);
        assertThat(Figures.of("Months", TearSheet.of(returns, TearSheetOptions.of(12))))
                .contains("<title>Months</title>", "2025: lowest -2.000 (Jun), highest 3.000 (Jul)");
        AssetStates states =
                first(EDITION.report().part(StatesPart.class).orElseThrow().states());
        TimeSeries price =
                TimeSeries.of(states.dates(), new double[states.dates().size()], Unit.PRICE);
        assertThat(Figures.of("States", price, states)).contains("high variance");
    }

    @Test
    void boards_cards_tables_and_figures_are_read_back_from_csv(@TempDir Path folder) throws Exception {
        StrengthBoard board =
                EDITION.report().part(StrengthPart.class).orElseThrow().board();
        CsvTable rows = CsvTable.parse("board", ReportCsv.text(board));
        for (int i = 0; i < board.rows().size(); i++) {
            StrengthRow row = board.rows().get(i);
            assertThat(rows.rows().get(i).text("asset")).isEqualTo(row.asset());
            assertThat(rows.rows().get(i).date("observed")).isEqualTo(row.observed());
            assertThat(rows.rows().get(i).number("close", Unit.PRICE)).isEqualTo(row.close());
            assertThat(rows.rows().get(i).number("strength_score", Unit.SCORE))
                    .isEqualTo(row.strength().value());
        }
        CsvTable card = CsvTable.parse("card", ReportCsv.text(card()));
        assertThat(card.rows().get(2).text("item")).isEqualTo("level");
        assertThat(card.rows().get(2).rate("value", Unit.BASIS_POINTS)).isEqualTo(card().level());
        Table table = new Table(Table.columns("A, \"b\"", "#C"), List.of(List.of("x\ny", ""), List.of("#", "1")));
        CsvTable read = CsvTable.parse("table", ReportCsv.text(table));
        assertThat(read.rows().get(0).text("A, \"b\"")).isEqualTo("x\ny");
        assertThat(read.rows().get(0).optionalText("C")).isEmpty();
        Chart chart = new Chart(
                "Level", Chart.Form.LINE, List.of("2025-07-21", "2025-07-22"), List.of(Double.NaN, 1.25e-7), List.of());
        Path file = Files.writeString(folder.resolve("chart.csv"), ReportCsv.text(chart));
        assertThat(SeriesCsv.read(file, "Level", Unit.PRICE).values().toArray()).containsExactly(Double.NaN, 1.25e-7);
    }
}
