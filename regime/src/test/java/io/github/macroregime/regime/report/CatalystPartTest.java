package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.SeriesCatalog;
import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.MacroInputs;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CatalystPartTest {

    /** Consumer prices of September 2022 came out on 13 October. */
    private static final LocalDate RELEASE = LocalDate.of(2022, 10, 13);

    /** One up each month from 100 in September 2020, so 124 in September 2022. */
    private static MacroInputs prices() {
        return prices(Set.of());
    }

    private static MacroInputs prices(Set<LocalDate> missing) {
        Map<LocalDate, Double> levels = new TreeMap<>();
        for (int month = 0; month <= 24; month++) {
            levels.put(LocalDate.of(2020, 9, 1).plusMonths(month), 100.0 + month);
        }
        missing.forEach(levels::remove);
        return MacroInputs.of(new EconomyInput.Release(
                SeriesCatalog.builtIn()
                        .find("CPIAUCSL")
                        .orElseThrow()
                        .published(TimeSeries.ofQuoted(levels, Unit.PRICE), Source.synthetic("by hand"))
                        .named("CPI"),
                Change.RELATIVE));
    }

    @Test
    void aReleaseIsToldOnItsDayWithTheChangeOverAMonthAndAYear() {
        MacroReport report = MacroReport.of(prices(), RELEASE);
        MacroStatement said =
                report.statement(Topic.CATALYSTS, "CPI release of the day").orElseThrow();
        assertThat(said.figure().value()).isEqualTo(124.0 / 123 - 1, within(1e-15));
        assertThat(said.sentence())
                .isEqualTo("CPI release of 2022-09 today: +0.81 % on the month, +10.71 % on the year");
        assertThat(DaySummary.of(report).lines())
                .extracting(DaySummary.Line::text)
                .containsExactly(said.sentence());
    }

    @Test
    void aMonthWithoutALevelMakesNoChangeOfTwoMonthsOrOfThirteen() {
        MacroStatement withoutTheYear = said(Set.of(LocalDate.of(2021, 9, 1)));
        assertThat(withoutTheYear.sentence())
                .isEqualTo("CPI release of 2022-09 today: +0.81 % on the month, undefined on the year");
        MacroStatement withoutTheMonth = said(Set.of(LocalDate.of(2022, 8, 1)));
        assertThat(withoutTheMonth.sentence())
                .isEqualTo("CPI release of 2022-09 today: undefined on the month, +10.71 % on the year");
        assertThat(withoutTheMonth.state()).isEqualTo("undefined");
    }

    private static MacroStatement said(Set<LocalDate> missing) {
        return MacroReport.of(prices(missing), RELEASE)
                .statement(Topic.CATALYSTS, "CPI release of the day")
                .orElseThrow();
    }

    @Test
    void onTheDaysAroundItNothingWasReleased() {
        for (LocalDate day : List.of(RELEASE.minusDays(1), RELEASE.plusDays(1))) {
            assertThat(MacroReport.of(prices(), day).statements(Topic.CATALYSTS))
                    .as(day.toString())
                    .isEmpty();
        }
    }
}
