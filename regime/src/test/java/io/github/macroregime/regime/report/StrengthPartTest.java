package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.cycle.MomentumCycle;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StrengthPartTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 12, 1);

    /** Up by 0.1 a day from 100 to 157.8, then in 21 days to 150. */
    private static TimeSeries closes(int count) {
        double[] closes = new double[count];
        for (int i = 0; i < count; i++) {
            closes[i] = i <= 578 ? 100 + 0.1 * i : 157.8 - 7.8 * (i - 578) / 21;
        }
        return TimeSeries.ofQuoted(FIRST.datesUntil(FIRST.plusDays(count)).toList(), closes, Unit.PRICE);
    }

    private static StrengthPart part(int count) {
        TimeSeries closes = closes(count);
        return MacroReport.of(
                        MacroInputs.of(
                                new MarketInput.Asset(PublishedSeries.daily("A", closes, Source.observed("by hand")))),
                        closes.last().date())
                .part(StrengthPart.class)
                .orElseThrow();
    }

    @Test
    void theStateOfTheMomentumCycleStandsBesideTheStrength() {
        Section section = part(600).section();
        // Below the close 21 before since the fifth day of the fall; the closes 251 and 20 before turn the state.
        assertThat(cells(section, "Asset", "Cycle", "Since", "Cycle turns from", "Cycle turns below"))
                .containsExactly(
                        "A",
                        "correction",
                        FIRST.plusDays(583).toString(),
                        "157.429 (+4.95 %) bull",
                        "134.800 (-10.13 %) bear");
        assertThat(section.lead())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("Where an asset stands, not where it goes")
                .contains("neither it nor the momentum cycle has shown an edge");
    }

    /** The last close is of Friday 21 March 2025; a day later nothing is amiss, a Wednesday on two sessions lack. */
    @Test
    void aSeriesThatEndedSessionsAgoIsNamedWithItsLastDay() {
        TimeSeries closes = closes(477);
        MacroInputs inputs =
                MacroInputs.of(new MarketInput.Asset(PublishedSeries.daily("A", closes, Source.observed("by hand"))));
        LocalDate friday = LocalDate.of(2025, 3, 21);
        assertThat(closes.last().date()).isEqualTo(friday);
        for (int days : new int[] {0, 2, 3}) {
            assertThat(MacroReport.of(inputs, friday.plusDays(days)).gaps())
                    .noneMatch(gap -> gap.lacking().startsWith("a close of A"));
        }
        assertThat(MacroReport.of(inputs, friday.plusDays(4)).gaps())
                .contains(new Gap(
                        "a close of A after 2025-03-21",
                        "its strength, momentum cycle and flip prices are of that day"));
    }

    /** The first rows of both tables of models. */
    private static List<String> cells(Section section, String... columns) {
        Map<String, String> cells = new HashMap<>();
        for (Table table : section.tables().subList(0, 2)) {
            for (int j = 0; j < table.columns().size(); j++) {
                cells.put(table.columns().get(j).title(), table.rows().get(0).get(j));
            }
        }
        return Stream.of(columns).map(cells::get).toList();
    }

    private static MacroReport next(double close) {
        TimeSeries closes = closes(600);
        double[] longer = Arrays.copyOf(closes.values().toArray(), 601);
        longer[600] = close;
        LocalDate day = closes.last().date().plusDays(1);
        return MacroReport.of(
                MacroInputs.of(new MarketInput.Asset(PublishedSeries.daily(
                        "A",
                        TimeSeries.ofQuoted(FIRST.datesUntil(day.plusDays(1)).toList(), longer, Unit.PRICE),
                        Source.synthetic("by hand")))),
                day,
                MacroOptions.withDefaults(),
                Set.of(Topic.STRENGTH));
    }

    private static String tail(double close) {
        MacroStatement said = next(close).statement(Topic.STRENGTH, "A").orElseThrow();
        return said.state().split(", ", 2)[1];
    }

    /** What is printed as the nearest close that turns the tail is tried: the next close on both sides of it. */
    @Test
    void theNextCloseAtAFlipPriceMakesTheOtherTail() {
        List<String> row = part(600).section().tables().get(3).rows().get(0);
        assertThat(row).hasSize(9).startsWith("A", "150.000", "left tail momentum");
        double up = Double.parseDouble(row.get(3));
        assertThat(row.get(4)).isEqualTo(Text.of("%+.2f", 100 * (up / 150 - 1)));
        assertThat(tail(up - 0.01)).isEqualTo("left tail momentum");
        assertThat(tail(up + 0.01)).isEqualTo(row.get(5)).isNotEqualTo("left tail momentum");
        assertThat(row.get(6)).isEqualTo("none");
        assertThat(row.get(7)).startsWith("to -");
        double lowest = 150 * (1 + Double.parseDouble(row.get(7).substring(3)) / 100);
        assertThat(tail(lowest)).isEqualTo("left tail momentum");
        assertThat(row.get(8)).isEqualTo("-");
    }

    @Test
    void inventedPricesAndAssetsWithoutAScoreAreNamed() {
        MacroReport report = MacroReport.of(
                MacroInputs.of(
                        new MarketInput.Asset(PublishedSeries.daily("A", closes(600), Source.synthetic("by hand"))),
                        new MarketInput.Asset(PublishedSeries.daily("B", closes(3), Source.observed("by hand")))),
                closes(600).last().date(),
                MacroOptions.withDefaults(),
                Set.of(Topic.STRENGTH));
        StrengthPart part = report.part(StrengthPart.class).orElseThrow();
        Section section = part.section();
        assertThat(section.lead()).startsWith("Prices are SYNTHETIC.");
        assertThat(section.charts().get(0).source()).isEqualTo("SYNTHETIC prices");
        assertThat(section.notes()).endsWith("Not scored: B: 3 closes, 314 needed.");
        assertThat(report.gaps()).contains(new Gap("a score of B: 3 closes, 314 needed", "it is not on the board"));
        assertThat(part.flips("A")).isPresent();
        assertThat(part.flips("B")).isEmpty();
        assertThat(part.cycle("B")).as("not scored").isEmpty();
        assertThat(part.statements().get(0).sample()).isEqualTo(MacroStatement.Sample.of(600, "closes"));
        assertThat(part(600).isSynthetic()).isFalse();
    }

    @Test
    void withoutAYearOfClosesThereIsNoState() {
        assertThat(part(252).cycle("A")).isEmpty();
        assertThat(part(600).cycle("A").orElseThrow().phase()).isEqualTo(MomentumCycle.Phase.CORRECTION);
        assertThat(part(600).cycle("B")).isEqualTo(Optional.empty());
    }
}
