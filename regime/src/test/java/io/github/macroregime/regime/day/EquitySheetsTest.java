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

import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Position;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroQuestion.EquityGroup;
import io.github.macroregime.regime.input.MacroQuestion.ImpliedVolatility;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.outlook.EquityPremium;
import io.github.macroregime.regime.sheet.BasketSheet;
import io.github.macroregime.regime.sheet.SectorSheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sectors against the index, and baskets of a few names. */
class EquitySheetsTest {

    private static double level(LocalDate day) {
        return 100 * Math.pow(1.01, 12 * (day.getYear() - 2024) + day.getMonthValue());
    }

    /** The index rises by a hundredth at each turn of a month, the multiple by a fiftieth. */
    @ParameterizedTest
    @CsvSource({"0", "1"})
    void thePriceOfAMonthIsSplitByTheMultipleOfThatMonth(int daysBefore) {
        List<LocalDate> months = IntStream.rangeClosed(1, 14)
                .mapToObj(i -> LocalDate.of(2024, 5, 1).plusMonths(i).minusDays(daysBefore))
                .toList();
        double[] multiples = IntStream.rangeClosed(1, 14)
                .mapToDouble(i -> 20 * Math.pow(1.02, i))
                .toArray();
        PublishedSeries ratio = new PublishedSeries(
                "ratio",
                TimeSeries.ofQuoted(months, multiples, Unit.PRICE),
                HAND,
                PublicationLag.days(2),
                MaxAge.days(62));
        DayInputs at = at(
                EQUITIES,
                new MarketInput.Asset(daily("Index", Unit.PRICE, 320, DAY, EquitySheetsTest::level)),
                new MarketInput.Sector(daily("Edge", Unit.PRICE, 60, DAY.minusDays(7), day -> 2 * level(day))),
                new MarketInput.Sector(daily("Old", Unit.PRICE, 60, DAY.minusDays(8), EquitySheetsTest::level)),
                new MarketInput.Sector(daily("Short", Unit.PRICE, 49, DAY, EquitySheetsTest::level)),
                new EconomyInput.Premium(
                        EquityPremium.Definition.CAPE_LESS_REAL, ratio, daily("real", Unit.PERCENT, 300, i -> 2), 3));
        SectorSheet sheet = all(EquitySheets.sectors(at), SectorSheet.class).get(0);
        assertThat(sheet.index()).isEqualTo("Index");
        assertThat(sheet.sectors()).extracting(SectorSheet.Sector::name).containsExactly("Edge");
        assertThat(sheet.sectors().get(0).beta()).isEqualTo(1, within(1e-9));
        assertThat(sheet.prices())
                .extracting(SectorSheet.PriceSplit::from)
                .containsExactly(months.get(10), months.get(1));
        SectorSheet.PriceSplit quarter = sheet.prices().get(0);
        assertThat(quarter.price().decimal()).isEqualTo(3 * Math.log(1.01), within(1e-12));
        assertThat(quarter.multiple().decimal()).isEqualTo(3 * Math.log(1.02), within(1e-12));
        assertThat(sheet.prices().get(1).price().decimal()).isEqualTo(12 * Math.log(1.01), within(1e-12));
        assertThat(at.gaps()).isEmpty();
    }

    @Test
    void sectorsWithoutAnIndexOrARecentRatioAreNamed() {
        DayInputs without = at(new MarketInput.Sector(daily("Energy", Unit.PRICE, 60, i -> 100 + i % 2)));
        assertThat(EquitySheets.sectors(without)).isEmpty();
        assertThat(gaps(without))
                .containsExactly("50 closes of sectors with the index: sectors over twenty days are left out");
        PublishedSeries old = new PublishedSeries(
                "ratio",
                TimeSeries.ofQuoted(
                        IntStream.range(0, 6)
                                .mapToObj(i -> LocalDate.of(2024, 12, 1).plusMonths(i))
                                .toList(),
                        new double[] {20, 21, 22, 23, 24, 25},
                        Unit.PRICE),
                HAND,
                PublicationLag.days(2),
                MaxAge.days(62));
        DayInputs at = at(
                EQUITIES,
                asset("Index", 300),
                new MarketInput.Sector(daily("Energy", Unit.PRICE, 60, i -> 100 + i % 2)),
                new EconomyInput.Premium(
                        EquityPremium.Definition.CAPE_LESS_REAL, old, daily("real", Unit.PERCENT, 300, i -> 2), 3));
        assertThat(all(EquitySheets.sectors(at), SectorSheet.class).get(0).prices())
                .isEmpty();
        assertThat(gaps(at))
                .containsExactly("a recent price-earnings ratio: the price is not split into earnings and multiple");
    }

    private static BasketSheet pair(DayInputs at) {
        return all(EquitySheets.baskets(at), BasketSheet.class).get(0);
    }

    /** 5.04 % a year are 0.4 % over twenty closes. */
    @Test
    void aBasketIsHeldAgainstCashAndNotesWhereTheyAreKnown() {
        MacroInput[] alone = {
            EQUITIES,
            asset("Index", 60),
            asset("A", 40, i -> 100 + i),
            new MarketInput.Sector(daily("Energy", Unit.PRICE, 40, i -> 50)),
            new EquityGroup("Pair", List.of("A", "Energy", "None"), List.of("A"))
        };
        DayInputs at = at(alone);
        BasketSheet sheet = pair(at);
        assertThat(sheet.members()).extracting(BasketSheet.Member::name).containsExactly("A", "Energy");
        assertThat(sheet.members().get(1).excess()).isEqualTo(Rate.ZERO);
        assertThat(sheet.blend().tenYear().isEmpty()).isTrue();
        assertThat(gaps(at))
                .containsExactly(
                        "an overnight rate: cash earns nothing in the sheets of baskets",
                        "a recent close of None: it is not in the sheet of Pair",
                        "implied volatilities of Pair: its sheet shows no premium of its names",
                        "contributions that list all of Pair: its share of the move and the index without it are left"
                                + " out");
        MacroInput[] all = Arrays.copyOf(alone, alone.length + 4);
        all[5] = new RatesInput.Overnight(daily("EFFR", Unit.PERCENT, 5, i -> i < 3 ? 4 : i == 3 ? 5.04 : Double.NaN));
        all[6] = new RatesInput.Yield(daily("10y", Unit.PERCENT, 60, i -> 4 + 0.01 * (i % 7)));
        all[7] = new ImpliedVolatility("A", daily("month", Unit.PERCENT, 60, i -> 20 + i % 4), 21);
        all[8] = contributions(DAY.minusDays(1));
        DayInputs both = at(all);
        BasketSheet held = pair(both);
        assertThat(held.members().get(1).excess().percent()).isEqualTo(-0.4, within(1e-12));
        assertThat(held.blend().tenYear().size()).isEqualTo(60);
        assertThat(held.members().get(0).premium()).hasSize(1);
        assertThat(held.without()).as("of the day before").isEmpty();
        all[8] = contributions(DAY);
        assertThat(pair(at(all)).without()).hasSize(1);
        assertThat(gaps(both)).filteredOn(each -> each.endsWith("of its names")).isEmpty();
    }

    private static MarketInput.Contributions contributions(LocalDate day) {
        return new MarketInput.Contributions.Reported(
                "Index",
                ContributionReport.of(
                        day,
                        List.of(
                                Position.held("A", 0.25, Rate.ofPercent(2)),
                                Position.held("B", 0.25, Rate.ofPercent(1)),
                                Position.held("C", 0.5, Rate.ofPercent(-1)))),
                HAND);
    }

    @Test
    void aDayWithoutAGroupNeedsAllOfItsSymbols() {
        List<MarketInput.Contributions> twice = List.of(contributions(DAY), contributions(DAY.minusDays(1)));
        List<String> names = List.of("a", "b");
        assertThat(EquitySheets.without(new EquityGroup("Two", names, List.of("A", "B")), twice))
                .singleElement()
                .satisfies(each -> assertThat(each.contribution().percent()).isEqualTo(0.75, within(1e-12)));
        assertThat(EquitySheets.without(new EquityGroup("Two", names, List.of("A", "D")), twice))
                .isEmpty();
        assertThat(EquitySheets.without(new EquityGroup("Two", names, List.of()), twice))
                .isEmpty();
        MarketInput.Contributions printed = new MarketInput.Contributions.Reported(
                "Index",
                ContributionReport.ofLines(
                        DAY,
                        List.of(
                                new ContributionLine(
                                        "A", Rate.ofPercent(0.5), Double.NaN, 0.01, ContributionLine.Standing.PRINTED),
                                new ContributionLine(
                                        "B",
                                        Rate.ofPercent(0.25),
                                        Double.NaN,
                                        0.01,
                                        ContributionLine.Standing.PRINTED))),
                HAND);
        assertThat(EquitySheets.without(new EquityGroup("Two", names, List.of("A", "B")), List.of(printed)))
                .as("contributions without weights")
                .isEmpty();
    }

    /** A basket of a dozen names is shown, of one more it is not. */
    @ParameterizedTest
    @CsvSource({"12, 1", "13, 0"})
    void aBasketIsOfAFewNames(int size, int shown) {
        List<String> names = IntStream.range(0, size).mapToObj(i -> "N" + i).toList();
        List<MacroInput> inputs = new ArrayList<>(List.of(EQUITIES, asset("Index", 60)));
        names.forEach(name -> inputs.add(asset(name, 30)));
        inputs.add(new EquityGroup("Many", names, List.of()));
        DayInputs at = at(inputs.toArray(MacroInput[]::new));
        assertThat(EquitySheets.baskets(at)).hasSize(shown);
        assertThat(gaps(at).contains("a basket of up to 12 names and an index: no sheet of its names"))
                .isEqualTo(shown == 0);
    }
}
