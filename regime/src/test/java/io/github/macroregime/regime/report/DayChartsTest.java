package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.HAND;
import static io.github.macroregime.regime.report.ByHand.MONDAY;
import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.EconomyInput.PublishedIndex;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MacroQuestion.AssetBasket;
import io.github.macroregime.regime.input.MacroQuestion.AssetClass;
import io.github.macroregime.regime.input.MacroQuestion.EquityGroup;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The charts that stand beside the parts: what is drawn, over how many days, under which title. */
class DayChartsTest {

    private static MarketInput.Asset asset(String name, int count, IntToDoubleFunction close) {
        return new MarketInput.Asset(ByHand.daily(name, Unit.PRICE, count, close));
    }

    private static List<Chart> charts(MacroReport report, Topic topic) {
        return report.sections().stream()
                .filter(each -> each.id().equals(topic.id()))
                .findFirst()
                .orElseThrow()
                .charts();
    }

    private static List<Chart> charts(Topic topic, MacroInput... inputs) {
        return charts(MacroReport.of(MacroInputs.of(inputs), TUESDAY), topic);
    }

    private static Chart titled(List<Chart> charts, String start) {
        return charts.stream()
                .filter(each -> each.title().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private static List<Double> values(Chart chart, String name) {
        return chart.lines().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
    }

    private static List<Double> values(Chart chart, int line) {
        return chart.lines().get(line).values();
    }

    /** Of 25 closes twenty returns are drawn: A always rises, C never, B on every second day. */
    private static List<MacroInput> sectors(String... names) {
        List<MacroInput> inputs = new ArrayList<>();
        for (String name : names) {
            MarketInput.Asset asset = asset(name, 25, i -> switch (name) {
                case "A" -> 100 * Math.pow(1.01, i);
                case "B" -> i % 2 == 0 ? 100 : 103;
                default -> 100 * Math.pow(0.98, i);
            });
            inputs.add(asset);
            inputs.add(new MarketInput.Sector(asset.closes()));
        }
        return inputs;
    }

    @Test
    void threeSectorsHaveAMapOfTheirMonth() {
        List<Chart> three = charts(Topic.EQUITIES, sectors("A", "B", "C").toArray(MacroInput[]::new));
        Chart map = titled(three, "A rose on 20 of 20 days, C on 0");
        assertThat(map.form()).isEqualTo(Form.HEAT_MAP);
        assertThat(map.labels()).hasSize(20).endsWith("2025-07-21", "2025-07-22");
        assertThat(map.source()).isEqualTo(HAND.toString());
        // B fell most on the day.
        assertThat(map.lines()).extracting(Line::name).containsExactly("A", "C", "B");
        assertThat(values(map, "A")).allSatisfy(each -> assertThat(each).isEqualTo(1, within(1e-9)));
        assertThat(values(map, "B").get(19)).isEqualTo(100 * (100 / 103.0 - 1), within(1e-9));
        assertThat(values(map, "B").get(18)).isEqualTo(3, within(1e-9));
        assertThat(charts(Topic.EQUITIES, sectors("A", "C").toArray(MacroInput[]::new)))
                .noneMatch(each -> each.form() == Form.HEAT_MAP);
    }

    /** Of 130 closes the last 125 are drawn: from 105 to 229 and from 295 to 171. */
    @Test
    void aGroupBeginsAtAHundredHalfAYearAgo() {
        Chart half = titled(
                charts(
                        Topic.EQUITIES,
                        asset("A", 130, i -> 100 + i),
                        asset("B", 130, i -> 300 - i),
                        new EquityGroup("Two", List.of("A", "B"), List.of())),
                "Two in half a year");
        assertThat(half.title()).isEqualTo("Two in half a year: A +118.1 %, B -42.0 %");
        assertThat(half.form()).isEqualTo(Form.MULTIPLES);
        assertThat(half.labels()).hasSize(125);
        assertThat(half.source()).isEqualTo(HAND.toString());
        assertThat(values(half, 0).get(0)).isEqualTo(100);
        assertThat(values(half, 0).get(124)).isEqualTo(100 * 229 / 105.0, within(1e-9));
        assertThat(values(half, 1).get(124)).isEqualTo(100 * 171 / 295.0, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"9, true", "10, false"})
    void aGroupOfMoreThanNineIsNotDrawn(int members, boolean isDrawn) {
        List<MacroInput> inputs = new ArrayList<>();
        List<String> names = IntStream.range(0, members).mapToObj(i -> "N" + i).toList();
        names.forEach(name -> inputs.add(asset(name, 5, i -> 100 + i)));
        inputs.add(new EquityGroup("Many", names, List.of()));
        assertThat(charts(Topic.EQUITIES, inputs.toArray(MacroInput[]::new)))
                .filteredOn(each -> each.title().startsWith("Many in half a year"))
                .hasSize(isDrawn ? 1 : 0);
    }

    /** Gold moved most; of 260 closes 250 are drawn, from 110 to 398 and from 210 to 459. */
    @Test
    void theLargestMoveIsDrawnBesideTheIndex() {
        MacroInput[] inputs = {
            asset("Gold", 260, i -> i == 259 ? 398 : 100 + i),
            asset("Index", 260, i -> 200 + i),
            new AssetClass("equities", "Index", Set.of())
        };
        Chart year = titled(charts(Topic.MOVES, inputs), "In a year");
        assertThat(year.title()).isEqualTo("In a year: Gold +261.8 %, Index +118.6 %");
        assertThat(year.labels()).hasSize(250);
        assertThat(year.form()).isEqualTo(Form.LINE);
        assertThat(year.source()).isEqualTo(HAND.toString());
        MacroInput[] alone = {inputs[0], inputs[1]};
        assertThat(charts(Topic.MOVES, alone))
                .as("no index is named")
                .noneMatch(each -> each.title().startsWith("In a year"));
    }

    @Test
    void theIndexIsHeldAgainstItsHighestClose() {
        Chart below = titled(
                charts(
                        Topic.RISK_REWARD,
                        asset("Index", 600, i -> i < 400 ? 100 + i : i == 599 ? 240 : 500 + i % 2),
                        new AssetClass("equities", "Index", Set.of())),
                "Index");
        // 501 is the highest close.
        assertThat(below.title()).isEqualTo("Index 52.1 % below its highest close");
        assertThat(below.labels()).hasSize(600);
        assertThat(below.source()).isEqualTo(HAND.toString());
        assertThat(values(below, 0).get(150)).isZero();
        assertThat(values(below, 0).get(599)).isEqualTo(100 * (240 / 501.0 - 1), within(1e-9));
    }

    @Test
    void onlyTheLargestOfBasketsWithinEachOtherIsDrawn() {
        MacroInput[] inputs = {
            asset("A", 300, i -> 100 + i),
            asset("B", 300, i -> 100 + i * 0.5 + i % 2),
            asset("C", 300, i -> 400 - i),
            asset("D", 300, i -> 100 + i % 3),
            asset("E", 300, i -> 100 + i % 5),
            new AssetBasket("two", List.of("A", "B")),
            new AssetBasket("three", List.of("A", "B", "C")),
            new AssetBasket("other", List.of("C", "D")),
            new AssetBasket("five", List.of("A", "B", "C", "D", "E"))
        };
        List<Chart> year = charts(Topic.LOCKSTEP, inputs).stream()
                .filter(each -> each.title().startsWith("In a year"))
                .toList();
        assertThat(year).hasSize(2);
        assertThat(year.get(0).lines()).extracting(Line::name).containsExactly("A", "B", "C");
        assertThat(year.get(1).lines()).extracting(Line::name).containsExactly("C", "D");
        assertThat(year).allSatisfy(each -> {
            assertThat(each.labels()).hasSize(250);
            assertThat(each.source()).isEqualTo(HAND.toString());
        });
        // From 150 to 399 and from 350 to 101.
        assertThat(year.get(0).title()).startsWith("In a year: A +166.0 %, ").endsWith(", C -71.1 %");
    }

    @Test
    void levelsAreMarkedInTheirOwnPast() {
        Chart strip = titled(
                charts(
                        Topic.LEVELS,
                        new MarketInput.Level(ByHand.daily("rising", Unit.SCORE, 70, i -> i), Change.DIFFERENCE),
                        new MarketInput.Level(ByHand.daily("falling", Unit.SCORE, 70, i -> -i), Change.DIFFERENCE)),
                "1 of 2 levels");
        assertThat(strip.form()).isEqualTo(Form.STRIP);
        assertThat(strip.labels()).containsExactly("rising", "falling");
        // Half of the last itself: 69.5 and 0.5 of 70.
        assertThat(values(strip, 0).get(0)).isEqualTo(100 * 69.5 / 70, within(1e-9));
        assertThat(values(strip, 0).get(1)).isEqualTo(100 * 0.5 / 70, within(1e-9));
    }

    @Test
    void indicesOfConditionsAreDrawnOnTheirCommonDays() {
        PublishedIndex two = new PublishedIndex(ByHand.daily("two", Unit.FRACTION, 0.3, 0.2, -0.1));
        Chart lines = titled(
                charts(
                        Topic.LIQUIDITY,
                        new PublishedIndex(ByHand.daily("long", Unit.FRACTION, 120, i -> 0.01 * i)),
                        new PublishedIndex(ByHand.daily("longer", Unit.FRACTION, 130, i -> -0.01 * i))),
                "Financial conditions");
        assertThat(lines.title()).isEqualTo("Financial conditions looser than average by 1 of 2 indices");
        assertThat(lines.subtitle()).isEqualTo("index, 0 is the average, up is tighter");
        assertThat(lines.source()).isEqualTo(HAND.toString());
        assertThat(lines.labels()).hasSize(104);
        assertThat(values(lines, 0).get(103)).isEqualTo(1.19, within(1e-9));
        assertThat(values(lines, 1).get(0)).isEqualTo(-0.26, within(1e-9));
        assertThat(titled(charts(Topic.LIQUIDITY, two), "Financial conditions").title())
                .isEqualTo("Financial conditions looser than average by 1 of 1 index");
        assertThat(charts(Topic.LIQUIDITY, new PublishedIndex(ByHand.daily("one", Unit.FRACTION, 0.3))))
                .as("one day is no line")
                .isEmpty();
    }

    @Test
    void theSlopeIsDrawnForAYearAndOfTheFirstPairThatIsThere() {
        RatesInput.Yield two = new RatesInput.Yield(ByHand.daily("2y", Unit.PERCENT, 300, i -> 4 - 0.005 * i));
        RatesInput.Yield ten = new RatesInput.Yield(ByHand.daily("10y", Unit.PERCENT, 300, i -> 4.5 - 0.0025 * i));
        RatesInput.Yield thirty = new RatesInput.Yield(ByHand.daily("30y", Unit.PERCENT, 300, i -> 5 - 0.001 * i));
        Chart slope = charts(Topic.CURVE, two, ten, thirty).get(0);
        // Of 300 days, on which the slope grows by a quarter of a basis point each from 50 on.
        assertThat(slope.title()).isEqualTo("2s10s at 125 bp, bull steepener over 20 days");
        assertThat(slope.labels()).hasSize(250);
        assertThat(values(slope, 0).get(0)).isEqualTo(62.5, within(1e-9));
        assertThat(values(slope, 0).get(249)).isEqualTo(124.75, within(1e-9));
        assertThat(slope.source()).isEqualTo(HAND.toString());
        assertThat(slope.spans())
                .singleElement()
                .satisfies(each ->
                        assertThat(each.from()).hasToString(slope.labels().get(0)));
        assertThat(charts(Topic.CURVE, ten, thirty))
                .noneMatch(each -> each.title().startsWith("2s10s"));
    }

    private static MacroReport priced(LocalDate date, double last) {
        return MacroReport.of(
                MacroInputs.of(PricedPaths.path(date, 4.33, 4.20, last)),
                date,
                MacroOptions.withDefaults(),
                Set.of(Topic.POLICY));
    }

    private static Chart path(MacroReport report, MacroReport... earlier) {
        return report.sections(List.of(earlier)).get(0).charts().get(0);
    }

    @Test
    void thePathStandsBesideThoseOfEarlierDays() {
        MacroReport today = priced(TUESDAY, 4.10);
        Chart alone = path(today);
        Chart beside = path(today, priced(MONDAY, 4.15));
        assertThat(alone.source()).isEqualTo("quotes: " + HAND.name());
        assertThat(beside.source()).isEqualTo(alone.source());
        assertThat(beside.lines()).hasSize(alone.lines().size() + 1);
        assertThat(beside.lines())
                .anyMatch(line -> line.values().stream().anyMatch(each -> Math.abs(each - 4.15) < 1e-6));
        assertThat(path(today, priced(TUESDAY, 4.15))).as("of the same day").isEqualTo(alone);
    }
}
