package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.SeriesCatalog;
import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Position;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.outlook.CatalystCalendar;
import io.github.macroregime.regime.outlook.CatalystCalendar.Catalyst;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.sheet.BasketSheet;
import io.github.macroregime.regime.sheet.DriverSheet;
import io.github.macroregime.regime.sheet.EventMatrix;
import io.github.macroregime.regime.sheet.LevelSheet;
import io.github.macroregime.regime.sheet.PairSheet;
import io.github.macroregime.regime.sheet.RateSheet;
import io.github.macroregime.regime.sheet.SectorSheet;
import io.github.macroregime.regime.sheet.VolatilitySheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SheetPartTest {

    private static final DateIndex DAYS = RandomInputs.weekdays(RandomInputs.DAYS);
    private static final LocalDate LAST = DAYS.last();

    private static MacroInputs inputs() {
        return new RandomInputs(1, series -> series).inputs();
    }

    private static MacroReport report(MacroInputs inputs, Topic... topics) {
        return MacroReport.of(inputs, LAST, RandomInputs.OPTIONS, Set.of(topics));
    }

    @Test
    void everySheetStandsInTheReport() {
        List<MacroInput> items = new ArrayList<>(inputs().items());
        items.add(new EconomyInput.Events(
                new CatalystCalendar(List.of(
                        Catalyst.scheduled(LAST.minusDays(60), "CPI", 1),
                        Catalyst.scheduled(LAST.minusDays(31), "CPI", 1),
                        Catalyst.scheduled(LAST.plusDays(4), "CPI", 1))),
                "Stocks",
                Source.observed("by hand")));
        items.add(new MacroQuestion.AssetClass("treasuries", "Bonds", Set.of()));
        items.add(new MacroQuestion.AssetClass("crypto", "Gold", Set.of()));
        MacroReport report = report(new MacroInputs(items), SheetPart.TOPICS.toArray(Topic[]::new));
        PairSheet pairs = report.sheets(PairSheet.class).get(0);
        assertThat(pairs.maps().get(0).volatility()).isEqualTo("VIX");
        assertThat(pairs.maps().get(0).n()).isEqualTo(252);
        assertThat(pairs.races().get(0).asset()).isEqualTo("Gold");
        assertThat(report.sheets(SectorSheet.class).get(0).sectors()).hasSize(3);
        assertThat(report.sheets(BasketSheet.class).get(0).members()).hasSize(4);
        assertThat(report.sheets(RateSheet.class).get(0).sensitivities()).hasSize(3);
        assertThat(report.sheets(RateSheet.class).get(0).scenarios()).hasSize(1);
        VolatilitySheet volatility = report.sheets(VolatilitySheet.class).get(0);
        assertThat(volatility.entries())
                .extracting(VolatilitySheet.Entry::index)
                .containsExactly("VIX", "VIX3M", "MOVE");
        assertThat(volatility.comparisons())
                .extracting(VolatilitySheet.Comparison::subject)
                .containsExactly("VIX3M less VIX", "VIX and MOVE");
        assertThat(report.sheets(EventMatrix.class).get(0).events()).hasSize(1);
        assertThat(report.sheets(LevelSheet.class).get(0).ladders()).hasSize(3);
        assertThat(report.sheets(DriverSheet.class)
                        .get(0)
                        .entries()
                        .get(0)
                        .reading()
                        .missing())
                .containsExactly("not there");
        for (Section section : report.sections()) {
            assertThat(section.tables()).isNotEmpty();
            assertThat(section.notes()).isNotEmpty();
            assertThat(section.charts()).hasSizeLessThanOrEqualTo(2);
        }
        assertThat(report.statements()).allMatch(each -> each.sample().n() > 0);
        assertThat(report.statements())
                .allMatch(each -> !each.evidence().knownOn().isAfter(LAST));
    }

    /** The calendar knows that the prices of September 2025 came on 24 October; nobody knew when on 10 October. */
    @Test
    void aPostponedReleaseHasNoDateInAdvance() {
        assertThat(pricesAgainst(LocalDate.of(2025, 7, 22))).containsExactly(LocalDate.of(2025, 8, 12));
        assertThat(pricesAgainst(LocalDate.of(2025, 10, 10))).isEmpty();
        assertThat(pricesAgainst(LocalDate.of(2025, 10, 27))).isEmpty();
        assertThat(pricesAgainst(LocalDate.of(2025, 12, 1))).isEmpty();
    }

    private static List<LocalDate> pricesAgainst(LocalDate day) {
        DateIndex months = DateIndex.copyOf(IntStream.range(0, 100)
                .mapToObj(i -> LocalDate.of(2018, 1, 1).plusMonths(i))
                .toList());
        DateIndex days = DateIndex.copyOf(
                LocalDate.of(2022, 1, 1).datesUntil(LocalDate.of(2026, 1, 1)).toList());
        Random random = new Random(3);
        Source walk = Source.synthetic("random walk");
        MacroReport report = MacroReport.of(
                MacroInputs.of(
                        new EconomyInput.Release(
                                SeriesCatalog.builtIn()
                                        .find("CPIAUCSL")
                                        .orElseThrow()
                                        .published(
                                                TimeSeries.of(
                                                        months,
                                                        random.doubles(100, 100, 101)
                                                                .toArray(),
                                                        Unit.PRICE),
                                                walk)
                                        .named("CPI"),
                                Change.RELATIVE),
                        new MarketInput.Asset(PublishedSeries.daily(
                                "Stocks",
                                TimeSeries.of(
                                        days,
                                        random.doubles(days.size(), 100, 101).toArray(),
                                        Unit.PRICE),
                                walk)),
                        new MacroQuestion.AssetClass("equities", "Stocks", Set.of())),
                day,
                RandomInputs.OPTIONS,
                Set.of(Topic.EVENT_MATRIX));
        return report.sheets(EventMatrix.class).stream()
                .flatMap(matrix -> matrix.events().stream())
                .map(EventMatrix.Coming::next)
                .toList();
    }

    /** A subject is called invented once, and only where a number of it is. */
    @Test
    void whatRestsOnInventedNumbersIsCalledSo() {
        for (Source source : List.of(Source.synthetic("walk"), Source.observed("exchange"))) {
            double[] closes = new double[300];
            Arrays.setAll(closes, i -> 100 + i % 7);
            MacroReport report = MacroReport.of(
                    MacroInputs.of(
                            new MarketInput.Asset(PublishedSeries.daily(
                                    "Stocks", TimeSeries.ofQuoted(ByHand.weekdays(300), closes, Unit.PRICE), source)),
                            new MacroQuestion.AssetClass("equities", "Stocks", Set.of())),
                    ByHand.TUESDAY,
                    RandomInputs.OPTIONS,
                    Set.of(Topic.LADDER));
            boolean isInvented = source.provenance() == Source.Provenance.SYNTHETIC;
            SheetPart part = report.part(SheetPart.class).orElseThrow();
            assertThat(part.statements()).isNotEmpty().allSatisfy(each -> {
                assertThat(each.subject().endsWith(" (SYNTHETIC)")).isEqualTo(isInvented);
                assertThat(each.subject().indexOf(" (SYNTHETIC)"))
                        .isEqualTo(each.subject().lastIndexOf(" (SYNTHETIC)"));
                assertThat(each.topic()).isEqualTo(Topic.LADDER);
            });
            Section section = part.section();
            assertThat(section.id()).isEqualTo(Topic.LADDER.id());
            assertThat(section.title()).isEqualTo(Topic.LADDER.title());
            assertThat(section.lead())
                    .isEqualTo(part.sheets().stream()
                            .flatMap(each -> each.lead().stream())
                            .toList());
            assertThat(section.tables()).hasSameSizeAs(part.sheets().get(0).tables());
            assertThat(section.charts()).isEqualTo(part.sheets().get(0).charts());
            assertThat(section.notes()).isEqualTo(part.sheets().get(0).notes());
        }
    }

    @Test
    void whatASheetLacksIsNamed() {
        MacroReport report = report(new MacroInputs(List.of()), SheetPart.TOPICS.toArray(Topic[]::new));
        assertThat(report.parts()).isEmpty();
        assertThat(report.gaps())
                .extracting(Gap::consequence)
                .contains(
                        "sectors over twenty days are left out",
                        "no sheet of its names",
                        "their pairs are left out",
                        "rate sensitivity is left out",
                        "no volatility premium",
                        "events are not held against assets",
                        "levels around the close are left out",
                        "no driver model");
    }

    @Test
    void theShareOfABasketIsThatOfItsContributions() {
        List<MacroInput> items = new ArrayList<>(inputs().items());
        ContributionReport day = ContributionReport.of(
                LAST,
                List.of(
                        Position.held("A", 0.3, Rate.ofPercent(2)),
                        Position.held("B", 0.1, Rate.ofPercent(-1)),
                        Position.held("C", 0.6, Rate.ofPercent(0.1))));
        items.add(new MarketInput.Contributions.Reported("Stocks", day, Source.observed("by hand")));
        items.add(new MacroQuestion.EquityGroup("two", List.of("Energy", "Technology"), List.of("A", "B")));
        MacroReport report = report(new MacroInputs(items), Topic.BASKET);
        BasketSheet two = report.sheets(BasketSheet.class).stream()
                .filter(each -> each.basket().equals("two"))
                .findFirst()
                .orElseThrow();
        // 0.3 x 2 % - 0.1 x 1 % of 0.56 %; the rest of 60 % did 0.1 %.
        assertThat(two.without().get(0).contribution().percent()).isEqualTo(0.5);
        assertThat(two.without().get(0).rest().map(Rate::basisPoints).orElseThrow())
                .isCloseTo(10, within(1e-9));
        assertThat(two.notes().get(0)).startsWith("Share of the move: index +0.56 %, of it two +0.50 pp");
    }
}
