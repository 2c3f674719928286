package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.MacroInput.Kind;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.DaySummary.Axis;
import io.github.macroregime.regime.report.DaySummary.Line;
import io.github.macroregime.regime.report.MovesPart.Move;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DaySummaryTest {

    private static final LocalDate TUESDAY = LocalDate.of(2025, 7, 22);

    /** Closes on the weekdays up to the day whose returns are 1 % up and down in turn, and a last one. */
    private static TimeSeries closes(int returns, double last) {
        double[] closes = new double[returns + 2];
        closes[0] = 100;
        for (int i = 1; i <= returns; i++) {
            closes[i] = closes[i - 1] * (i % 2 == 0 ? 1.01 : 0.99);
        }
        closes[returns + 1] = closes[returns] * (1 + last);
        return TimeSeries.ofQuoted(weekdays(closes.length, TUESDAY), closes, Unit.PRICE);
    }

    /** Yields that rise and fall by 2 bp in turn, and a last change. */
    private static TimeSeries yields(int changes, double lastBasisPoints) {
        double[] yields = new double[changes + 2];
        yields[0] = 4;
        for (int i = 1; i <= changes; i++) {
            yields[i] = yields[i - 1] + (i % 2 == 0 ? 0.02 : -0.02);
        }
        yields[changes + 1] = yields[changes] + lastBasisPoints / 100;
        return TimeSeries.ofQuoted(weekdays(yields.length, TUESDAY), yields, Unit.PERCENT);
    }

    private static List<LocalDate> weekdays(int count, LocalDate last) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = last; days.size() < count; day = day.minusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.add(0, day);
            }
        }
        return days;
    }

    private static PublishedSeries daily(String name, TimeSeries series) {
        return PublishedSeries.daily(name, series, Source.synthetic("by hand"));
    }

    private static final MacroInputs INPUTS = MacroInputs.of(
            new MacroQuestion.AssetClass("equities", "Index", Set.of()),
            new MarketInput.Asset(daily("Index", closes(100, -0.005))),
            new MarketInput.Asset(daily("Homebuilders", closes(100, 0.08))),
            new MarketInput.Asset(daily("Young", closes(40, 0.05))),
            new RatesInput.Yield(daily("2y", yields(300, 1))),
            new RatesInput.Yield(daily("10y", yields(300, -5))));

    private static final MacroReport REPORT = MacroReport.of(INPUTS, TUESDAY);

    @Test
    void aMoveIsMeasuredInTheRootMeanSquareOfThoseBeforeIt() {
        Move move =
                REPORT.part(MovesPart.class).orElseThrow().of("Homebuilders").orElseThrow();
        assertThat(move.kind()).isEqualTo(Kind.ASSET);
        assertThat(move.change().quoted()).isEqualTo(8, within(1e-12));
        assertThat(move.deviations()).isEqualTo(8, within(1e-11));
        assertThat(move.n()).isEqualTo(100);
        assertThat(move.largestOf()).isEqualTo(101);
        assertThat(move).hasToString("Homebuilders +8.00 %, 8.0 deviations, largest rise of 101 days");
    }

    @Test
    void noMoreThanAYearOfChangesIsLookedAt() {
        Move move = REPORT.part(MovesPart.class).orElseThrow().of("10y yield").orElseThrow();
        assertThat(move.n()).isEqualTo(252);
        assertThat(move.deviations()).isEqualTo(-2.5, within(1e-9));
        assertThat(move.change()).hasToString("-5.0 bp");
        assertThat(move.level().quoted()).isEqualTo(3.95, within(1e-12));
    }

    @Test
    void fewerThanSixtyChangesGiveNoScoreAndStandLast() {
        List<Move> moves = REPORT.part(MovesPart.class).orElseThrow().moves();
        assertThat(moves.stream().map(Move::name))
                .containsExactly("Homebuilders", "10y yield", "Index", "2y yield", "Young");
        assertThat(moves.get(4).deviations()).isNaN();
        assertThat(moves.get(4).isLarge()).isFalse();
        assertThat(REPORT.statement(Topic.MOVES, "Homebuilders").orElseThrow().state())
                .isEqualTo("up, extreme");
    }

    @Test
    void whatBecameKnownBeforeTheDayIsNoMoveOfIt() {
        assertThat(MacroReport.of(INPUTS, TUESDAY.plusDays(1)).part(MovesPart.class))
                .isEmpty();
    }

    @Test
    void aSaturdayTellsTheMovesOfFriday() {
        LocalDate friday = LocalDate.of(2025, 7, 18);
        MacroReport report = MacroReport.of(INPUTS, friday.plusDays(1));
        Move move = report.part(MovesPart.class).orElseThrow().of("Index").orElseThrow();
        assertThat(move.observed()).isEqualTo(friday);
    }

    @Test
    void theMostUnusualComesFirst() {
        DaySummary summary = DaySummary.of(REPORT);
        assertThat(summary.lines().stream().map(Line::axis)).startsWith(Axis.MOVERS, Axis.CURVE, Axis.INDEX);
        assertThat(summary.lines().get(0).text()).startsWith("Homebuilders +8.00 %, 8.0 deviations");
        assertThat(summary.line(Axis.INDEX).orElseThrow().text())
                .isEqualTo("Index -0.50 %, 0.5 deviations, close to close");
        assertThat(summary.line(Axis.CREDIT)).isEmpty();
    }

    @Test
    void everyLineRestsOnStatementsOfTheReport() {
        DaySummary summary = DaySummary.of(REPORT);
        assertThat(summary.lines()).hasSize(3).allSatisfy(line -> {
            assertThat(line.statements()).isNotEmpty();
            assertThat(REPORT.statements()).containsAll(line.statements());
        });
    }

    @Test
    void aStateThatWasAnotherOneIsSaidToHaveBeenSo() {
        MacroReport before = MacroReport.of(INPUTS, TUESDAY.minusDays(1));
        String curve = DaySummary.of(REPORT, Optional.of(before), List.of())
                .line(Axis.CURVE)
                .orElseThrow()
                .text();
        assertThat(curve).startsWith("2s10s twist flattener (before: ");
    }

    @Test
    void failingClaimsAreCounted() {
        List<Finding> findings = List.of(
                new Finding("a", Verdict.CONSISTENT, "1 = 1"),
                new Finding("b", Verdict.INCONSISTENT, "1 = 2"),
                new Finding("c", Verdict.UNDECIDED, "unknown"));
        assertThat(DaySummary.of(REPORT, Optional.empty(), findings)
                        .line(Axis.AHEAD)
                        .orElseThrow()
                        .text())
                .isEqualTo("1 of 3 checked claims fail");
    }
}
