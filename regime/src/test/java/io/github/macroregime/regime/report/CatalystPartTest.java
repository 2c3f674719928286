package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.SeriesCatalog;
import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.outlook.CatalystCalendar;
import io.github.macroregime.regime.outlook.Catalysts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Surprises of 1 and -1 by turns beside log returns of 2, -2, 1 and -1 percent: 1.5 percent times sqrt(4 / 3). */
    @Test
    void aSurpriseIsWorthTheSlopeOfTheReturnsOfItsDays() {
        double[] logs = {0, 0.02, 0.02, 0, 0, 0.01, 0.01, 0};
        List<LocalDate> days = ByHand.weekdays(logs.length);
        MarketInput.Asset stocks = ByHand.asset(
                "Stocks", Arrays.stream(logs).map(log -> 100 * Math.exp(log)).toArray());
        EconomyInput.Events events = new EconomyInput.Events(
                new CatalystCalendar(List.of(CatalystCalendar.Catalyst.scheduled(days.get(1), "CPI", 1))),
                "Stocks",
                ByHand.HAND);
        EconomyInput.Surprises surprises = new EconomyInput.Surprises(PublishedSeries.daily(
                "CPI",
                TimeSeries.ofQuoted(
                        List.of(days.get(1), days.get(3), days.get(5), days.get(7)),
                        new double[] {1, -1, 1, -1},
                        Unit.SCORE),
                ByHand.HAND));
        Gap gap = new Gap("outcomes less expectations of past events", "no surprise beta");
        assertThat(MacroReport.of(MacroInputs.of(stocks, events), TUESDAY).gaps())
                .contains(gap);
        MacroReport report = MacroReport.of(MacroInputs.of(stocks, events, surprises), TUESDAY);
        assertThat(report.gaps()).doesNotContain(gap);
        assertThat(report.statement(Topic.CATALYSTS, "Stocks on surprises of CPI")
                        .orElseThrow()
                        .figure()
                        .quoted())
                .isEqualTo(1.5 * Math.sqrt(4 / 3.0), within(1e-9));
    }

    private static List<MacroStatement> said(double pressure, List<String> assumed, Object... told) {
        List<CatalystCalendar.Catalyst> next = new ArrayList<>();
        List<Catalysts.EventVolatility> volatilities = new ArrayList<>();
        List<Catalysts.SurpriseBeta> betas = new ArrayList<>();
        for (Object each : told) {
            if (each instanceof CatalystCalendar.Catalyst event) {
                next.add(event);
            } else if (each instanceof Catalysts.EventVolatility volatility) {
                volatilities.add(volatility);
            } else {
                betas.add((Catalysts.SurpriseBeta) each);
            }
        }
        return new CatalystPart(
                        List.of(new CatalystPart.AssetEvents(
                                "Stocks",
                                TUESDAY,
                                TUESDAY,
                                List.of(),
                                next,
                                volatilities,
                                betas,
                                pressure,
                                Double.isNaN(pressure) ? 0 : 2,
                                assumed)),
                        List.of(),
                        List.of(),
                        Parts.inputs(EconomyInput.Events.on("Stocks"), "Stocks", "CPI surprises"))
                .statements();
    }

    @ParameterizedTest
    @CsvSource({
        "0, today, 'in 0 days'",
        "1, within a week, 'in 1 day'",
        "7, within a week, 'in 7 days'",
        "8, later than a week, 'in 8 days'"
    })
    void aWeekHasSevenDays(int days, String state, String text) {
        MacroStatement next = said(
                        Double.NaN, List.of(), CatalystCalendar.Catalyst.scheduled(TUESDAY.plusDays(days), "CPI", 2))
                .get(0);
        assertThat(next.subject()).isEqualTo("Next CPI");
        assertThat(next.state()).isEqualTo(state);
        assertThat(next.sentence()).isEqualTo(TUESDAY.plusDays(days) + ", " + text + ", importance 2.0");
        assertThat(next.figure().value()).isEqualTo(days);
        assertThat(next.observed()).isEqualTo(TUESDAY.plusDays(days));
    }

    @ParameterizedTest
    @CsvSource({
        "1.00, at least an ordinary event today",
        "0.99, less than an ordinary event today",
        "1.01, at least an ordinary event today"
    })
    void thePressureIsCountedInOrdinaryEvents(double pressure, String state) {
        MacroStatement said = said(pressure, List.of()).get(0);
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.sentence()).isEqualTo(Text.of("%.2f from 2 events ahead", pressure));
        assertThat(said(pressure, List.of("CPI", "FOMC")).get(0).sentence())
                .endsWith(" from 2 events ahead; a ratio of 1 is assumed for CPI, FOMC");
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1.0, moves more, 1.5", "1.0, 1.0, moves no more, 1.0", "0.5, 1.0, moves no more, 0.5"})
    void onDaysOfAnEventMoreThanOnOthers(double on, double otherwise, String state, double ratio) {
        MacroStatement said = said(
                        Double.NaN,
                        List.of(),
                        new Catalysts.EventVolatility("CPI", Rate.ofPercent(on), Rate.ofPercent(otherwise), 12, 240))
                .get(0);
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.figure().value()).isEqualTo(ratio, within(1e-12));
        assertThat(said.sentence()).isEqualTo(Text.of("deviation %.2f %% on 12 event days, 1.00 %% on 240 others", on));
        assertThat(said(
                        Double.NaN,
                        List.of(),
                        new Catalysts.EventVolatility("CPI", Rate.ofPercent(on), Rate.ZERO, 12, 240)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.0, significant", "-1.0, significant", "0.98, not significant", "-0.98, not significant"})
    void aSurpriseIsSignificantFromTwoErrorsOn(double percent, String state) {
        MacroStatement said = said(
                        Double.NaN,
                        List.of(),
                        new Catalysts.SurpriseBeta("CPI", Rate.ofPercent(percent), Rate.ofPercent(0.5), 0.1, 30))
                .get(0);
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.sentence())
                .isEqualTo(Text.of("%+.2f %% for a surprise of one deviation, t %.2f", percent, percent / 0.5));
    }

    @Test
    void aReleaseWithoutAChangeIsUnchanged() {
        Figure none = Figure.percent(0);
        MacroStatement said = new CatalystPart(
                        List.of(),
                        List.of(new CatalystPart.Release(
                                "CPI release", LocalDate.of(2025, 6, 1), Figure.ratio(300), none, none, 40)),
                        List.of(new MarketInput.Straddle(
                                "CPI", "Stocks", TUESDAY, 2, 160, Source.synthetic("by hand"))),
                        Parts.inputs("CPI release", "CPI straddle on Stocks"))
                .statements()
                .get(0);
        assertThat(said.state()).isEqualTo("unchanged");
        assertThat(said.sample().n()).isEqualTo(40);
    }
}
