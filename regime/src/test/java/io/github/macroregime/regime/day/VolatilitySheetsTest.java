package io.github.macroregime.regime.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MacroQuestion.EquityGroup;
import io.github.macroregime.regime.input.MacroQuestion.ImpliedVolatility;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.report.MacroReport;
import io.github.macroregime.regime.report.Topic;
import io.github.macroregime.regime.sheet.VolatilitySheet;
import io.github.macroregime.regime.sheet.VolatilitySheet.Comparison;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which indices of implied volatility are held against which; their numbers are constant or of period four and five. */
class VolatilitySheetsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final int DAYS = 1600;

    private static PublishedSeries daily(String name, Unit unit, IntToDoubleFunction quoted) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = DAY; days.size() < DAYS; day = day.minusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                days.add(0, day);
            }
        }
        double[] values = IntStream.range(0, DAYS).mapToDouble(quoted).toArray();
        return PublishedSeries.daily(name, TimeSeries.ofQuoted(days, values, unit), Source.synthetic("by hand"));
    }

    private static MacroInput asset(String name) {
        return new MarketInput.Asset(daily(name, Unit.PRICE, i -> 100 + i % 5));
    }

    private static ImpliedVolatility index(String asset, String name, int days, double base) {
        return new ImpliedVolatility(asset, daily(name, Unit.PERCENT, i -> base + i % 4), days);
    }

    private static List<VolatilitySheet> sheets(MacroInput... inputs) {
        return MacroReport.of(MacroInputs.of(inputs), DAY, MacroOptions.withDefaults(), Set.of(Topic.VOLATILITY))
                .sheets(VolatilitySheet.class);
    }

    /** Each index against the next longer one of its asset, the first month against the others, peers among themselves. */
    @Test
    void indicesAreHeldAgainstThoseOfTheirAssetAndMonthsAgainstTheFirst() {
        VolatilitySheet sheet = sheets(
                        asset("A"),
                        asset("B"),
                        asset("C"),
                        index("A", "long", 63, 22),
                        index("A", "month", 21, 20),
                        index("A", "week", 6, 21),
                        index("B", "other", 21, 30),
                        index("C", "third", 21, 34),
                        new EquityGroup("Pair", List.of("B", "C"), List.of()),
                        new EquityGroup("Lone", List.of("C", "D"), List.of()))
                .get(0);
        assertThat(sheet.entries())
                .extracting(each ->
                        each.asset() + " " + each.index() + " " + each.premium().window())
                .containsExactly("A long 63", "A month 21", "A week 6", "B other 21", "C third 21");
        assertThat(sheet.comparisons())
                .extracting(Comparison::subject)
                .containsExactly(
                        "month less week",
                        "long less month",
                        "month and other",
                        "month and third",
                        "Dispersion of Pair");
        Comparison shorter = sheet.comparisons().get(0);
        assertThat(shorter.state()).isEqualTo("backwardation");
        assertThat(shorter.unit().quoted(shorter.value())).isEqualTo(-1, within(1e-9));
        Comparison longer = sheet.comparisons().get(1);
        assertThat(longer.state()).isEqualTo("contango");
        assertThat(longer.unit().quoted(longer.value())).isEqualTo(2, within(1e-9));
        // Two names four points apart: 4 / sqrt(2).
        Comparison dispersion = sheet.comparisons().get(4);
        assertThat(dispersion.unit().quoted(dispersion.value())).isEqualTo(2 * Math.sqrt(2), within(1e-9));
    }

    @Test
    void anIndexWithoutItsAssetIsNoSheet() {
        assertThat(sheets(asset("A"), index("B", "other", 21, 30))).isEmpty();
    }
}
