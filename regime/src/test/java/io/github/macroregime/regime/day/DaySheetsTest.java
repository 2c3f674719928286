package io.github.macroregime.regime.day;

import static io.github.macroregime.regime.day.Sheets.DAY;
import static io.github.macroregime.regime.day.Sheets.EQUITIES;
import static io.github.macroregime.regime.day.Sheets.HAND;
import static io.github.macroregime.regime.day.Sheets.all;
import static io.github.macroregime.regime.day.Sheets.asset;
import static io.github.macroregime.regime.day.Sheets.at;
import static io.github.macroregime.regime.day.Sheets.daily;
import static io.github.macroregime.regime.day.Sheets.gaps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.SeriesCatalog;
import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Frequency;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroQuestion.AssetClass;
import io.github.macroregime.regime.input.MacroQuestion.Axes;
import io.github.macroregime.regime.input.MacroQuestion.ImpliedVolatility;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.outlook.CatalystCalendar;
import io.github.macroregime.regime.outlook.CatalystCalendar.Catalyst;
import io.github.macroregime.regime.sheet.EventMatrix;
import io.github.macroregime.regime.sheet.LevelSheet;
import io.github.macroregime.regime.sheet.PairSheet;
import io.github.macroregime.regime.sheet.RateSheet;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which inputs become which sheets, and what is named where they do not. */
class DaySheetsTest {

    /** Two kinds, of one of which nothing is to come; the other comes on the day itself before the close. */
    @Test
    void eventsAreHeldAgainstAssetsFromTheHourOn() {
        MacroInput[] inputs = {
            EQUITIES,
            asset("Index", 300),
            new ImpliedVolatility("Index", daily("month", Unit.PERCENT, 300, i -> 25.2), 21),
            new EconomyInput.Events(
                    new CatalystCalendar(List.of(
                            Catalyst.scheduled(DAY.minusDays(60), "Fed", 1),
                            Catalyst.scheduled(DAY.minusDays(29), "Fed", 1),
                            Catalyst.scheduled(DAY.minusDays(7), "Jobs", 1),
                            Catalyst.scheduled(DAY, "Fed", 1),
                            Catalyst.scheduled(DAY.plusDays(8), "Fed", 1))),
                    "Index",
                    HAND)
        };
        EventMatrix evening =
                all(EventSheets.events(at(inputs)), EventMatrix.class).get(0);
        assertThat(evening.events())
                .extracting(each -> each.kind() + " " + each.next())
                .containsExactly("Fed 2025-07-30");
        assertThat(evening.responses().get(0).volatility().events()).isEqualTo(3);
        assertThat(evening.responses().get(0).impliedRange()).isEqualTo(0.252 / Math.sqrt(252), within(1e-12));
        EventMatrix noon = all(EventSheets.events(at(DAY, LocalTime.NOON, inputs)), EventMatrix.class)
                .get(0);
        assertThat(noon.events()).extracting(EventMatrix.Coming::next).containsExactly(DAY);
        assertThat(noon.responses().get(0).volatility().events()).isEqualTo(2);
        DayInputs none = at(EQUITIES, asset("Index", 300));
        assertThat(EventSheets.events(none)).isEmpty();
        assertThat(gaps(none))
                .containsExactly("coming events with past ones and assets: events are not held against assets");
    }

    private static MacroInput prices(LocalDate lastMonth) {
        List<LocalDate> months = IntStream.rangeClosed(0, 40)
                .mapToObj(i -> lastMonth.minusMonths(40 - i))
                .toList();
        return new EconomyInput.Release(
                SeriesCatalog.builtIn()
                        .find("CPIAUCSL")
                        .orElseThrow()
                        .published(
                                TimeSeries.ofQuoted(
                                        months,
                                        IntStream.rangeClosed(0, 40)
                                                .mapToDouble(i -> 100 + i)
                                                .toArray(),
                                        Unit.PRICE),
                                HAND)
                        .named("CPI"),
                Change.RELATIVE);
    }

    /** Prices of June came on 15 July 2025, those of July on 12 August and those of August on 11 September. */
    @ParameterizedTest
    @CsvSource({
        "2025-07-22, 17:00, 2025-06-01, 2025-08-12, 2025-07-15",
        "2025-08-12, 08:00, 2025-06-01, 2025-08-12, 2025-07-15",
        "2025-08-12, 17:00, 2025-06-01, 2025-09-11, 2025-07-15",
        "2025-08-12, 17:00, 2025-07-01, 2025-09-11, 2025-08-12"
    })
    void theNextReleaseIsThatOfTheNextMonth(
            LocalDate day, LocalTime hour, LocalDate month, LocalDate next, LocalDate last) {
        DayInputs at = at(
                day,
                hour,
                EQUITIES,
                new MarketInput.Asset(daily("Index", Unit.PRICE, 800, day, each -> 100 + each.getDayOfMonth() % 5)),
                prices(month));
        EventMatrix matrix = all(EventSheets.events(at), EventMatrix.class).get(0);
        EventMatrix.Coming coming = matrix.events().get(0);
        assertThat(coming.kind()).isEqualTo("CPI");
        assertThat(coming.next()).isEqualTo(next);
        assertThat(coming.past().last()).isEqualTo(last);
        assertThat(coming.past().size()).isEqualTo(41);
    }

    /** Released on the tenth of the next month, at most 40 days after the first of its own; July later. */
    @ParameterizedTest
    @CsvSource({"17, true", "18, false"})
    void aReleaseLaterByAWeekThanAnyWasPostponed(int dayOfMonth, boolean isKnown) {
        List<LocalDate> months = IntStream.rangeClosed(0, 30)
                .mapToObj(i -> LocalDate.of(2025, 6, 1).minusMonths(30 - i))
                .toList();
        List<LocalDate> releases = new ArrayList<>(
                months.stream().map(day -> day.plusMonths(1).withDayOfMonth(10)).toList());
        releases.add(LocalDate.of(2025, 8, dayOfMonth));
        List<LocalDate> days = DAY.minusDays(1000).datesUntil(DAY.plusDays(1)).toList();
        double[] closes =
                days.stream().mapToDouble(day -> 100 + day.getDayOfMonth() % 7).toArray();
        DayInputs at = at(
                EQUITIES,
                new MarketInput.Asset(
                        PublishedSeries.daily("Index", TimeSeries.ofQuoted(days, closes, Unit.PRICE), HAND)),
                release(months, PublicationLag.releases(DateIndex.copyOf(releases), Frequency.MONTH, 0)));
        assertThat(EventSheets.events(at)).hasSize(isKnown ? 1 : 0);
        assertThat(gaps(at))
                .filteredOn(each -> each.startsWith("the day on which the postponed date"))
                .hasSize(isKnown ? 0 : 1);
    }

    private static MacroInput release(List<LocalDate> months, PublicationLag lag) {
        double[] levels =
                IntStream.range(0, months.size()).mapToDouble(i -> 100 + i).toArray();
        return new EconomyInput.Release(
                new PublishedSeries(
                        "Jobs", TimeSeries.ofQuoted(months, levels, Unit.PRICE), HAND, lag, MaxAge.days(60)),
                Change.RELATIVE);
    }

    @Test
    void aReleaseWithoutADateIsNamed() {
        List<LocalDate> months = IntStream.range(0, 24)
                .mapToObj(i -> LocalDate.of(2025, 5, 1).minusMonths(23 - i))
                .toList();
        DayInputs at = at(EQUITIES, asset("Index", 600), release(months, PublicationLag.days(40)));
        assertThat(EventSheets.events(at)).isEmpty();
        assertThat(gaps(at)).contains("a date of the next Jobs release: it is not held against assets");
    }

    @Test
    void aPostponedReleaseIsNamed() {
        DayInputs at = at(LocalDate.of(2025, 10, 10), LocalTime.NOON, EQUITIES, prices(LocalDate.of(2025, 8, 1)));
        assertThat(EventSheets.events(at)).isEmpty();
        assertThat(gaps(at))
                .contains("the day on which the postponed date of the next CPI release was announced: it is not held"
                        + " against assets");
    }

    @Test
    void stocksAreHeldAgainstBondsWithTheirOwnIndexOfAMonth() {
        AssetClass bonds = new AssetClass("treasuries", "Bonds", Set.of());
        AssetClass crypto = new AssetClass("crypto", "Coin", Set.of());
        DayInputs at = at(
                EQUITIES,
                bonds,
                crypto,
                asset("Index", 300),
                asset("Bonds", 300, i -> 90 + i % 7 - i % 4),
                asset("Coin", 300, i -> 80 + i % 6),
                new ImpliedVolatility("Index", daily("quarter", Unit.PERCENT, 300, i -> 20 + i % 3), 63),
                new ImpliedVolatility("Bonds", daily("foreign", Unit.PERCENT, 300, i -> 20 + i % 3), 21),
                new ImpliedVolatility("Index", daily("month", Unit.PERCENT, 300, i -> 20 + i % 3), 21));
        PairSheet sheet = all(MarketSheets.pairs(at), PairSheet.class).get(0);
        assertThat(sheet.maps()).extracting(PairSheet.Pair::volatility).containsExactly("month");
        assertThat(sheet.races())
                .extracting(each -> each.asset() + " against " + each.base())
                .containsExactly("Coin against Index");
        assertThat(at.gaps()).isEmpty();
        PairSheet race = all(
                        MarketSheets.pairs(
                                at(EQUITIES, crypto, asset("Index", 300), asset("Coin", 300, i -> 80 + i % 6))),
                        PairSheet.class)
                .get(0);
        assertThat(race.maps()).isEmpty();
        assertThat(race.races()).hasSize(1);
        DayInputs lone = at(EQUITIES, bonds, asset("Index", 300));
        assertThat(MarketSheets.pairs(lone)).isEmpty();
        assertThat(gaps(lone))
                .containsExactly(
                        "a recent close of Bonds: its pairs are left out",
                        "stocks with bonds or bitcoin: their pairs are left out");
    }

    /** 504 changes are looked at; a move of the curve is shown over the last 126 days of the spread. */
    @Test
    void ratesAreHeldAgainstAssetsAndScenarios() {
        PublishedSeries spread = daily("IG", Unit.BASIS_POINTS, 600, i -> 80 + i % 11);
        RatesInput.Yield ten = new RatesInput.Yield(daily("10y", Unit.PERCENT, 600, i -> 4 + 0.01 * (i % 9)));
        RatesInput.Yield two = new RatesInput.Yield(daily("2y", Unit.PERCENT, 600, i -> 4 + 0.01 * (i % 8)));
        Axes axes = new Axes("Bonds", ten.levels(), spread);
        MarketInput.Asset old = new MarketInput.Asset(
                daily("Old", Unit.PRICE, 300, DAY.minusDays(8), day -> 100 + day.getDayOfMonth()));
        DayInputs at = at(asset("Bonds", 600), old, asset("Short", 120), ten, two, axes);
        RateSheet sheet = all(MarketSheets.rates(at), RateSheet.class).get(0);
        assertThat(sheet.yield()).isEqualTo("10y");
        assertThat(sheet.sensitivities())
                .extracting(RateSheet.Sensitivity::asset)
                .containsExactly("Bonds");
        assertThat(sheet.sensitivities().get(0).n()).isEqualTo(126);
        assertThat(sheet.scenarios().get(0).days().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(504);
        assertThat(sheet.backdrop().get(0).labels()).hasSize(126).endsWith("2025-07-22");
        assertThat(sheet.backdrop().get(0).source()).isEqualTo(HAND.toString());
        RateSheet without = all(MarketSheets.rates(at(asset("Bonds", 600), ten, axes)), RateSheet.class)
                .get(0);
        assertThat(without.backdrop()).isEmpty();
        Axes stale = new Axes(
                "Bonds",
                ten.levels(),
                daily("IG", Unit.BASIS_POINTS, 600, DAY.minusDays(8), day -> 80 + day.getDayOfMonth()));
        assertThat(all(MarketSheets.rates(at(asset("Bonds", 600), ten, stale)), RateSheet.class)
                        .get(0)
                        .scenarios())
                .isEmpty();
        DayInputs none = at(asset("Bonds", 600), two);
        assertThat(MarketSheets.rates(none)).isEmpty();
        assertThat(gaps(none)).containsExactly("a ten-year yield with closes of assets: rate sensitivity is left out");
    }

    @ParameterizedTest
    @CsvSource({"21, 0", "22, 1"})
    void aLadderNeedsAMonthOfReturns(int closes, int shown) {
        DayInputs at = at(EQUITIES, asset("Index", closes));
        List<LevelSheet> sheets = all(MarketSheets.ladders(at), LevelSheet.class);
        assertThat(sheets).hasSize(shown);
        sheets.forEach(each -> assertThat(each.ladders()).hasSize(1));
        assertThat(gaps(at))
                .hasSize(1 - shown)
                .allMatch("22 closes of an asset class: levels around the close are left out"::equals);
    }

    /** A note at par of 5 %: the duration is (1 - 1.025^-2n) / 0.05 by the level at the end of June. */
    @ParameterizedTest
    @CsvSource({"10y, 10", "2y, 2", "3m, 0.25"})
    void aNoteHasTheDurationOfTheMonthBefore(String name, double years) {
        PublishedSeries levels = daily(name, Unit.PERCENT, 40, DAY, day -> day.getMonthValue() < 7 ? 5 : 6);
        TimeSeries note = ModelSheets.note(levels.series().named(name), at());
        double duration = (1 - Math.pow(1.025, -2 * years)) / 0.05;
        assertThat(note.value(0)).isEqualTo(100, within(1e-12));
        assertThat(note.last().value()).isEqualTo(100 * Math.exp(-duration * 0.01), within(1e-9));
        PublishedSeries zero = daily(name, Unit.PERCENT, 40, DAY, day -> day.getMonthValue() < 7 ? 0 : 1);
        assertThat(ModelSheets.note(zero.series().named(name), at()).last().value())
                .as("without a yield it is the term")
                .isEqualTo(100 * Math.exp(-years * 0.01), within(1e-9));
    }

    @Test
    void withoutModelsThereIsNoRecord() {
        DayInputs at = at();
        assertThat(ModelSheets.records(at)).isEmpty();
        assertThat(ModelSheets.drivers(at)).isEmpty();
        assertThat(gaps(at))
                .containsExactly(
                        "a model with 60 scored closes until 2025-06-30: no record of a model",
                        "an asset with groups of drivers: no driver model");
    }
}
