package io.github.macroregime.regime.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MacroQuestion.AssetBasket;
import io.github.macroregime.regime.input.MacroQuestion.AssetClass;
import io.github.macroregime.regime.input.MacroQuestion.EquityGroup;
import io.github.macroregime.regime.input.MacroQuestion.ImpliedVolatility;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.report.LockstepPart;
import io.github.macroregime.regime.report.MacroReport;
import io.github.macroregime.regime.report.Topic;
import io.github.macroregime.regime.sheet.BasketSheet;
import io.github.macroregime.regime.sheet.VolatilitySheet;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One name of a group is dated a day late on every second day: it is left out by name and the others stay. */
class LeftOutTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final int DAYS = 1600;

    /** Every second day up to the day; of a late one every second of them is dated the day after. */
    private static PublishedSeries series(String name, Unit unit, int period, boolean isLate) {
        List<LocalDate> days = IntStream.range(0, DAYS)
                .mapToObj(i -> DAY.minusDays(2L * (DAYS - 1 - i)).plusDays(isLate && i % 2 == 0 ? 1 : 0))
                .toList();
        double[] values =
                IntStream.range(0, DAYS).mapToDouble(i -> 20 + i % period).toArray();
        return PublishedSeries.daily(name, TimeSeries.ofQuoted(days, values, unit), Source.synthetic("by hand"));
    }

    private static MacroInput asset(String name, int period, boolean isLate) {
        return new MarketInput.Asset(series(name, Unit.PRICE, period, isLate));
    }

    private static MacroInput volatility(String asset, int period, boolean isLate) {
        return new ImpliedVolatility(asset, series(asset + " volatility", Unit.PERCENT, period, isLate), 21);
    }

    private static MacroReport report(Topic topic, MacroInput question) {
        return MacroReport.of(
                MacroInputs.of(
                        asset("A", 5, false),
                        asset("B", 7, false),
                        asset("C", 11, false),
                        asset("LATE", 13, true),
                        volatility("A", 5, false),
                        volatility("B", 7, false),
                        volatility("C", 11, false),
                        volatility("LATE", 13, true),
                        new AssetClass("stocks", "A", Set.of()),
                        question),
                DAY,
                MacroOptions.withDefaults(),
                Set.of(topic));
    }

    private static List<String> consequences(MacroReport report) {
        return report.gaps().stream().map(gap -> gap.consequence()).toList();
    }

    @Test
    void aLateAssetIsNotInTheLockstepOfTheOthers() {
        MacroReport report = report(Topic.LOCKSTEP, new AssetBasket("Four", List.of("LATE", "A", "B", "C")));
        assertThat(report.part(LockstepPart.class).orElseThrow().baskets())
                .singleElement()
                .satisfies(basket -> {
                    assertThat(basket.reading().assets()).containsExactly("A", "B", "C");
                    assertThat(basket.signs().assets()).containsExactly("A", "B", "C");
                });
        assertThat(consequences(report))
                .anyMatch(each -> each.startsWith("LATE and A must share their dates")
                        && each.endsWith(": LATE is not in the lockstep of Four"));
    }

    @Test
    void ofTwoAssetsItCannotBeToldWhichIsLate() {
        MacroReport report = report(Topic.LOCKSTEP, new AssetBasket("Two", List.of("A", "LATE")));
        assertThat(report.part(LockstepPart.class)).isEmpty();
        assertThat(consequences(report))
                .anyMatch(each -> each.startsWith("A and LATE must share their dates")
                        && each.endsWith(": the lockstep of Two is left out"));
    }

    @Test
    void ofTwoPairsItCannotBeToldWhichIsLate() {
        MacroReport report = MacroReport.of(
                MacroInputs.of(
                        asset("A", 5, false),
                        asset("B", 7, false),
                        asset("C", 11, true),
                        asset("D", 13, true),
                        new AssetBasket("Pairs", List.of("A", "B", "C", "D"))),
                DAY,
                MacroOptions.withDefaults(),
                Set.of(Topic.LOCKSTEP));
        assertThat(report.part(LockstepPart.class)).isEmpty();
        assertThat(consequences(report)).anyMatch(each -> each.endsWith(": the lockstep of Pairs is left out"));
    }

    @Test
    void aLateNameIsNotInTheSheetOfTheOthers() {
        MacroReport report = report(Topic.BASKET, new EquityGroup("Names", List.of("LATE", "B", "C"), List.of()));
        assertThat(report.sheets(BasketSheet.class))
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.members())
                        .extracting(BasketSheet.Member::name)
                        .containsExactlyInAnyOrder("B", "C"));
        assertThat(consequences(report))
                .anyMatch(each -> each.startsWith("LATE and A must share their dates")
                        && each.endsWith(": LATE is not in the sheet of Names"));
    }

    @Test
    void aLateVolatilityIsNotInTheDispersionOfTheOthers() {
        MacroReport report =
                report(Topic.VOLATILITY, new EquityGroup("Peers", List.of("LATE", "A", "B", "C"), List.of()));
        assertThat(report.sheets(VolatilitySheet.class).get(0).comparisons())
                .filteredOn(each -> each.subject().equals("Dispersion of Peers"))
                .singleElement()
                .satisfies(each -> assertThat(each.toString()).contains("across 3 names"));
        assertThat(consequences(report))
                .anyMatch(each -> each.endsWith(": LATE volatility is not in the dispersion of Peers"));
    }
}
