package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.HAND;
import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.ByHand.daily;
import static io.github.macroregime.regime.report.ByHand.yieldOf;
import static io.github.macroregime.regime.report.Parts.changed;
import static io.github.macroregime.regime.report.Parts.inputs;
import static io.github.macroregime.regime.report.Parts.moved;
import static io.github.macroregime.regime.report.Parts.moves;
import static io.github.macroregime.regime.report.Parts.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Position;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.MacroInput.Kind;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.outlook.CatalystCalendar;
import io.github.macroregime.regime.outlook.CatalystCalendar.Catalyst;
import io.github.macroregime.regime.report.EquitiesPart.SectorDay;
import io.github.macroregime.regime.report.MovesPart.Move;
import io.github.macroregime.regime.section.Card;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayCardsTest {

    private static Card card(MacroReport report, String title) {
        return report.cards(List.of()).stream()
                .filter(each -> each.title().startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    private static EquitiesPart sectors(MarketInput.Contributions... contributions) {
        return new EquitiesPart(
                List.of(),
                List.of(contributions),
                List.of(
                        new SectorDay("Health", TUESDAY, Rate.ofPercent(1.9)),
                        new SectorDay("Technology", TUESDAY, Rate.ofPercent(-1.1))),
                List.of(),
                List.of(),
                inputs("Index", "Health", "Technology"));
    }

    @Test
    void theIndexWithBreadthAndTheEndsOfTheSectors() {
        Card card = card(report(moves(moved("Index", Kind.INDEX, 0.8, 1.2)), sectors()), "Index");
        assertThat(card.number()).isEqualTo("+0.80 %");
        assertThat(card.change()).isEqualTo("1 up, 1 down");
        assertThat(card.why()).isEqualTo("Health +1.90 %, Technology -1.10 %");
        assertThat(card.section()).isEqualTo("equities");
    }

    @Test
    void theIndexAloneIsSaidInDeviations() {
        Card card = card(report(moves(moved("Index", Kind.INDEX, -0.8, -1.25))), "Index");
        assertThat(card.number()).isEqualTo("-0.80 %");
        assertThat(card.change()).isEqualTo("1.3 deviations");
        assertThat(card.why()).isEmpty();
        assertThat(card.section()).isEqualTo("moves");
        assertThat(card(report(moves(moved("Index", Kind.INDEX, 1, Double.NaN))), "Index")
                        .change())
                .isEmpty();
    }

    @Test
    void contributionsComeBeforeTheCloses() {
        ContributionReport day = ContributionReport.of(
                TUESDAY,
                List.of(
                        Position.held("X", 0.3, Rate.ofPercent(2)),
                        Position.held("Y", 0.1, Rate.ofPercent(-1)),
                        Position.held("Z", 0.6, Rate.ofPercent(0.5))));
        Card summed = card(report(sectors(new MarketInput.Contributions.Reported("Index", day, HAND))), "Index");
        assertThat(summed.number()).isEqualTo("+0.80 %");
        assertThat(summed.change()).isEqualTo("2 up, 1 down");
        assertThat(summed.why()).isEqualTo("X +0.60 pp, Y -0.10 pp");
        Card reported = card(
                report(sectors(
                        new MarketInput.Contributions.Reported("Index", day.against(Rate.ofPercent(0.75)), HAND))),
                "Index");
        assertThat(reported.number()).isEqualTo("+0.75 %");
    }

    @ParameterizedTest
    @CsvSource({
        "4.33, 4.08, 3.90, Easing priced over 3 meetings, -43.0 bp, 'next meeting 2025-07-30: +0.0 bp, cut 0 %'",
        "4.45, 4.58, 4.83, Tightening priced over 3 meetings, +50.0 bp, 'next meeting 2025-07-30: +12.0 bp, cut 0 %'",
        "4.20, 4.20, 4.20, Easing priced over 3 meetings, -13.0 bp, 'next meeting 2025-07-30: -13.0 bp, cut 52 %'"
    })
    void thePathSaysItsDirection(
            double july, double september, double october, String title, String number, String next) {
        MacroReport report =
                MacroReport.of(MacroInputs.of(PricedPaths.path(TUESDAY, july, september, october)), TUESDAY);
        Card card = card(report, title);
        assertThat(card.number()).isEqualTo(number);
        assertThat(card.change()).isEqualTo(next);
        assertThat(card.recent()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "4.07, 'Easing priced, 2y yield less EFFR', -26.0 bp",
        "4.50, 'Tightening priced, 2y yield less EFFR', 17.0 bp"
    })
    void withoutAPathTheFrontEndStandsIn(double yield, String title, String number) {
        MacroReport report = MacroReport.of(
                MacroInputs.of(
                        yieldOf("1y", 4.1, 4.1),
                        yieldOf("2y", 4.1, yield),
                        new RatesInput.Overnight(daily("EFFR", Unit.PERCENT, 4.33, 4.33))),
                TUESDAY);
        assertThat(card(report, title).number()).isEqualTo(number);
    }

    @Test
    void leaderAndLaggardAreThoseOfTheDay() {
        Move old = new Move("Old", Kind.ASSET, ByHand.MONDAY, Figure.ratio(1), Figure.percent(0.2), 5, 252, 1);
        Card card = card(
                report(moves(
                        old,
                        moved("Gold", Kind.ASSET, -3, -2),
                        moved("Health", Kind.SECTOR, 1.9, 1.5),
                        moved("Oil", Kind.ASSET, 1, 0.7),
                        moved("Index", Kind.INDEX, 8, 0.5))),
                "Leader and laggard");
        assertThat(card.number()).isEqualTo("+1.90 %");
        assertThat(card.change()).isEqualTo("Health, 1.5 deviations");
        assertThat(card.why()).isEqualTo("last: Gold -3.00 %");
    }

    @Test
    void aLeaderWithoutAScoreIsNamedAlone() {
        Card card = card(
                report(moves(moved("Young", Kind.ASSET, 5, Double.NaN), moved("Gold", Kind.ASSET, -3, Double.NaN))),
                "Leader and laggard");
        assertThat(card.change()).isEqualTo("Young");
        assertThat(report(moves(moved("Young", Kind.ASSET, 5, Double.NaN))).cards(List.of()))
                .extracting(Card::title)
                .containsExactly("Moves of two deviations or more");
    }

    @Test
    void theTerminalRateAndTheNextMeetingStandBesideWhatIsPriced() {
        EconomyInput.Events events = new EconomyInput.Events(
                new CatalystCalendar(List.of(
                        Catalyst.scheduled(TUESDAY.plusDays(2), "CPI", 1),
                        Catalyst.scheduled(TUESDAY.plusDays(8), "FOMC", 1))),
                "Index",
                HAND);
        assertThat(card(
                                MacroReport.of(
                                        MacroInputs.of(PricedPaths.path(TUESDAY, 4.33, 4.08, 3.90), events), TUESDAY),
                                "Easing")
                        .why())
                .isEqualTo("terminal 3.90 % from 2025-10-30");
        assertThat(card(
                                MacroReport.of(
                                        MacroInputs.of(
                                                yieldOf("2y", 4.1, 4.07),
                                                new RatesInput.Overnight(daily("EFFR", Unit.PERCENT, 4.33, 4.33)),
                                                events),
                                        TUESDAY),
                                "Easing")
                        .why())
                .isEqualTo("next meeting 2025-07-30");
    }

    @Test
    void withoutMovesTheSectorsNameThem() {
        Card card = card(report(sectors()), "Leader and laggard");
        assertThat(card.number()).isEqualTo("+1.90 %");
        assertThat(card.change()).isEqualTo("Health");
        assertThat(card.why()).isEqualTo("last: Technology -1.10 %");
        assertThat(card.section()).isEqualTo("equities");
    }

    @Test
    void claimsThatFailAreCountedAndTheFirstIsNamed() {
        List<Card> cards = report().cards(List.of(
                new Finding("a", Verdict.CONSISTENT, "1 = 1"),
                new Finding("\"quoted\": the sum is 3", Verdict.INCONSISTENT, "1 + 1 = 2"),
                new Finding("c", Verdict.INCONSISTENT, "1 = 2"),
                new Finding("d", Verdict.UNDECIDED, "unknown")));
        assertThat(cards).hasSize(1);
        assertThat(cards.get(0).number()).isEqualTo("2 of 4");
        assertThat(cards.get(0).change()).isEqualTo("1 hold");
        assertThat(cards.get(0).why()).isEqualTo("such as: the sum is 3");
        assertThat(cards.get(0).section()).isEqualTo("print-check");
    }

    @Test
    void withoutClaimsLargeMovesAreCounted() {
        Card loud = card(
                report(moves(changed("2y", Kind.YIELD, -57, -7), changed("10y", Kind.YIELD, 1, 0.2))),
                "Moves of two deviations");
        assertThat(loud.number()).isEqualTo("1 of 2");
        assertThat(loud.change()).isEqualTo("2y");
        assertThat(loud.why()).isEqualTo("7.0 deviations");
        Card quiet = card(report(moves(changed("10y", Kind.YIELD, 1, 0.2))), "Moves of two deviations");
        assertThat(quiet.number()).isEqualTo("0 of 1");
        assertThat(quiet.change()).isEqualTo("largest: 10y");
    }

    @Test
    void onlyObservedClosesAreDrawnAndOfThemSixty() {
        double[] closes = new double[70];
        Arrays.setAll(closes, i -> 100 + i % 7 + i);
        List<LocalDate> days = ByHand.weekdays(70);
        TimeSeries series = TimeSeries.ofQuoted(days, closes, Unit.PRICE);
        MacroReport observed = leading(PublishedSeries.daily("Gold", series, Source.observed("exchange")));
        assertThat(card(observed, "Leader").recent()).hasSize(60).endsWith(closes[68], closes[69]);
        MacroReport invented = leading(PublishedSeries.daily("Gold", series, HAND));
        assertThat(card(invented, "Leader").recent()).isEmpty();
    }

    private static MacroReport leading(PublishedSeries gold) {
        return MacroReport.of(MacroInputs.of(new MarketInput.Asset(gold), ByHand.asset("Oil", 100, 50)), TUESDAY);
    }

    @Test
    void aReportThatSaysNothingHasNoCard() {
        assertThat(report().cards(List.of())).isEmpty();
    }
}
