package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void withoutAYearOfClosesThereIsNoState() {
        assertThat(part(252).cycle("A")).isEmpty();
        assertThat(part(600).cycle("B")).isEqualTo(Optional.empty());
    }
}
