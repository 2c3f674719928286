package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.HAND;
import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.ByHand.daily;
import static io.github.macroregime.regime.report.ByHand.sector;
import static io.github.macroregime.regime.report.ByHand.weekdays;
import static io.github.macroregime.regime.report.ByHand.yieldOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.CardSetup;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.Severity;
import io.github.macroregime.regime.curve.CurveOptions;
import io.github.macroregime.regime.input.EconomyInput.MoneyParts;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.MacroChange.Turn;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A turn of every kind of state, with how long the one before had held, counted by hand. */
class TurnKindsTest {

    private static final MacroOptions OPTIONS = MacroOptions.withDefaults()
            .withCurve(new CurveOptions(1, Rate.ofBasisPoints(0.5), 3))
            .withWindows(new MacroOptions.Windows(126, 252, 21, 1));

    private static List<Turn> turns(Topic topic, MacroInput... inputs) {
        return MacroReport.of(MacroInputs.of(inputs), TUESDAY, OPTIONS, Set.of(topic))
                .turns();
    }

    private static void assertTurned(
            Turn turn, String subject, String from, String to, LocalDate since, LocalDate date, int held) {
        assertThat(turn.subject()).isEqualTo(subject);
        assertThat(turn.from()).isEqualTo(from);
        assertThat(turn.to()).isEqualTo(to);
        assertThat(turn.since()).isEqualTo(since);
        assertThat(turn.date()).isEqualTo(date);
        assertThat(turn.held()).isEqualTo(held);
    }

    @Test
    void aLevelThatRoseIntoItsHighestTenth() {
        // Sixty levels are ranked from the sixtieth on, so that ten days stood in the middle.
        List<Turn> turns = turns(
                Topic.LEVELS,
                new MarketInput.Level(daily("VIX", Unit.SCORE, 70, i -> i < 69 ? i % 2 : 100), Change.DIFFERENCE));
        assertThat(turns).hasSize(1);
        assertTurned(turns.get(0), "VIX", "in the middle", "high", weekdays(11).get(0), TUESDAY, 10);
        assertThat(turns.get(0).earlier()).isZero();
        assertThat(turns.get(0).counted()).isEqualTo("day");
    }

    @Test
    void aLevelThatStaysIsNoTurn() {
        assertThat(turns(
                        Topic.LEVELS,
                        new MarketInput.Level(daily("VIX", Unit.SCORE, 70, i -> i % 2), Change.DIFFERENCE)))
                .isEmpty();
    }

    @Test
    void fundingThatLeftTheRange() {
        List<Turn> turns = turns(
                Topic.LEVELS,
                new RatesInput.Funding(
                        daily("SOFR", Unit.PERCENT, 4.3, 4.3, 4.4, 4.51),
                        daily("lower", Unit.PERCENT, 4.25, 4.25, 4.25, 4.25),
                        daily("upper", Unit.PERCENT, 4.5, 4.5, 4.5, 4.5),
                        List.of()));
        assertThat(turns).hasSize(1);
        assertTurned(
                turns.get(0),
                "SOFR against the target range",
                "inside the range",
                "above the range",
                weekdays(4).get(0),
                TUESDAY,
                3);
    }

    private static MacroInput[] front(double... spreads) {
        double[] yields = IntStream.range(0, spreads.length)
                .mapToDouble(i -> 4 + spreads[i] / 100)
                .toArray();
        return new MacroInput[] {
            yieldOf("1y", yields), new RatesInput.Overnight(daily("EFFR", Unit.PERCENT, spreads.length, i -> 4))
        };
    }

    @Test
    void theFrontEndThatRoseAboveTheOvernightRateForTheThirdTime() {
        List<Turn> turns = turns(Topic.POLICY, front(-5, 5, -5, 6, -5, -4, 3, 4));
        assertThat(turns).hasSize(1);
        assertTurned(
                turns.get(0),
                "1y yield less EFFR",
                "below the overnight rate",
                "not below the overnight rate",
                weekdays(4).get(0),
                weekdays(2).get(0),
                2);
        assertThat(turns.get(0).earlier()).isEqualTo(2);
        assertThat(turns.get(0).outcomes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20, 1", "22, 1", "23, 0", "35, 0"})
    void aTurnOfMoreThanAMonthAgoIsNotTold(int weekdaysAgo, int told) {
        // The last 22 weekdays begin on 23 June, 29 days back, the last 23 on 20 June, 32 days back.
        double[] spreads = new double[60];
        for (int i = 0; i < spreads.length; i++) {
            spreads[i] = i < 60 - weekdaysAgo ? -5 : 5;
        }
        LocalDate turned = weekdays(60).get(60 - weekdaysAgo);
        assertThat(turns(Topic.POLICY, front(spreads)))
                .hasSize(turned.isBefore(TUESDAY.minusDays(31)) ? 0 : 1)
                .hasSize(told);
    }

    @Test
    void aSpreadThatNoLongerGoesWithTheYield() {
        double[] spreads = {50, 53, 56, 53};
        List<Turn> turns = turns(
                Topic.CREDIT,
                new MarketInput.Credit(
                        new Instrument.CashOas("IG"),
                        daily("IG", Unit.BASIS_POINTS, spreads),
                        CardSetup.withDefaults(Bands.of(
                                Band.below("calm", Rate.ofBasisPoints(100), Severity.BENIGN),
                                Band.from("stress", Rate.ofBasisPoints(100), Severity.ALARM)))),
                yieldOf("10y", 4.50, 4.46, 4.42, 4.38));
        assertThat(turns).hasSize(1);
        assertTurned(
                turns.get(0),
                "IG and the 10y yield over 1 days",
                "flight to quality",
                "easing",
                weekdays(3).get(0),
                TUESDAY,
                2);
    }

    @Test
    void liquidityThatBeganToDrain() {
        List<LocalDate> weeks = IntStream.rangeClosed(0, 3)
                .mapToObj(i -> LocalDate.of(2025, 6, 25).plusWeeks(i))
                .toList();
        PublishedSeries assets = weekly(weeks, 6600, 6650, 6700, 6690);
        PublishedSeries none = weekly(weeks, 0, 0, 0, 0);
        List<Turn> turns = turns(Topic.LIQUIDITY, new MoneyParts(assets, none, none));
        assertThat(turns).hasSize(1);
        assertTurned(
                turns.get(0),
                "Net liquidity, change over 1 weeks",
                "rising",
                "draining",
                LocalDate.of(2025, 7, 3),
                LocalDate.of(2025, 7, 17),
                2);
        assertThat(turns.get(0).counted()).isEqualTo("week");
    }

    private static PublishedSeries weekly(List<LocalDate> weeks, double... billions) {
        return new PublishedSeries(
                "weekly",
                TimeSeries.ofQuoted(weeks, billions, Unit.BILLIONS_OF_DOLLARS),
                HAND,
                PublicationLag.days(1),
                MaxAge.days(10));
    }

    @Test
    void sectorsThatRoseAboveTheirMeans() {
        // Both fall by one a day below the mean of ten closes, and on the last day jump above it.
        double[] closes =
                IntStream.range(0, 12).mapToDouble(i -> i < 11 ? 100 - i : 150).toArray();
        List<Turn> turns = turns(Topic.EQUITIES, sector("Energy", closes), sector("Health", closes));
        assertThat(turns).hasSize(1);
        assertTurned(
                turns.get(0),
                "Sectors, above the 10-day mean",
                "narrow",
                "broad",
                weekdays(3).get(0),
                TUESDAY,
                2);
    }

    @Test
    void theLongestHeldStateComesFirst() {
        MacroReport report = MacroReport.of(
                MacroInputs.of(
                        yieldOf("1y", 3.9, 3.9, 3.9, 3.9, 3.9, 4.1),
                        yieldOf("2y", 4.1, 4.1, 3.9, 3.9, 3.9, 4.1),
                        new RatesInput.Overnight(daily("EFFR", Unit.PERCENT, 4, 4, 4, 4, 4, 4))),
                TUESDAY,
                OPTIONS,
                Set.of(Topic.POLICY));
        assertThat(report.turns())
                .extracting(Turn::subject)
                .containsExactly("1y yield less EFFR", "2y yield less EFFR");
        assertThat(report.turns()).extracting(Turn::held).containsExactly(5, 3);
        assertThat(report.only(Set.of(Topic.CURVE)).turns()).isEmpty();
    }
}
