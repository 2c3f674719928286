package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.ByHand.asset;
import static io.github.macroregime.regime.report.ByHand.daily;
import static io.github.macroregime.regime.report.ByHand.sector;
import static io.github.macroregime.regime.report.ByHand.yieldOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.CardSetup;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.Severity;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInput.Kind;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import io.github.macroregime.regime.report.MovesPart.Move;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovesPartTest {

    private static MovesPart moves(MacroInput... inputs) {
        return MacroReport.of(MacroInputs.of(inputs), TUESDAY)
                .part(MovesPart.class)
                .orElseThrow();
    }

    private static Move move(MacroInput input, String name) {
        return moves(input).of(name).orElseThrow();
    }

    private static MarketInput.Level level(String name, Unit unit, Change change, double... quoted) {
        return new MarketInput.Level(daily(name, unit, quoted), change);
    }

    /** So many changes of plus and minus one, then the last. */
    private static double[] steps(int count, double last) {
        double[] levels = new double[count + 2];
        levels[0] = 100;
        for (int i = 1; i <= count; i++) {
            levels[i] = levels[i - 1] + (i % 2 == 0 ? 1 : -1);
        }
        levels[count + 1] = levels[count] + last;
        return levels;
    }

    @ParameterizedTest
    @CsvSource({
        // Deviations are the last step, since each step before it is of size one.
        "60, 2, 2.0, true, 'up, large'",
        "60, -2, 2.0, true, 'down, large'",
        "60, 1.9, 1.9, false, up",
        "60, 4, 4.0, true, 'up, extreme'",
        "60, -4.5, 4.5, true, 'down, extreme'",
        "60, 0, 0.0, false, unchanged",
        "252, 3, 3.0, true, 'up, large'"
    })
    void aMoveIsLargeFromTwoDeviationsOn(int before, double last, double size, boolean isLarge, String state) {
        MacroReport report = MacroReport.of(
                MacroInputs.of(level("VIX", Unit.SCORE, Change.DIFFERENCE, steps(before, last))), TUESDAY);
        Move move = report.part(MovesPart.class).orElseThrow().moves().get(0);
        assertThat(move.deviations()).isEqualTo(Math.copySign(size, last), within(1e-9));
        assertThat(move.isLarge()).isEqualTo(isLarge);
        MacroStatement said = report.statement(Topic.MOVES, "VIX").orElseThrow();
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.sample()).isEqualTo(Sample.of(before, "changes"));
        assertThat(said.figure()).isEqualTo(move.change());
    }

    @Test
    void deviationsAreRootsOfMeanSquares() {
        // Steps of 1 and 7 in turn have a mean square of 25.
        double[] levels = new double[62];
        for (int i = 1; i <= 60; i++) {
            levels[i] = levels[i - 1] + (i % 2 == 0 ? 7 : -1);
        }
        levels[61] = levels[60] - 15;
        assertThat(move(level("x", Unit.SCORE, Change.DIFFERENCE, levels), "x").deviations())
                .isEqualTo(-3, within(1e-12));
    }

    @Test
    void aPauseIsNoChangeAmongThoseBefore() {
        List<LocalDate> days = new ArrayList<>(ByHand.weekdays(62));
        for (int i = 0; i < 30; i++) {
            days.set(i, days.get(i).minusDays(14));
        }
        double[] levels = steps(60, 3);
        Move move = move(
                new MarketInput.Level(
                        PublishedSeries.daily("x", TimeSeries.ofQuoted(days, levels, Unit.SCORE), ByHand.HAND),
                        Change.DIFFERENCE),
                "x");
        assertThat(move.n()).isEqualTo(59);
        double[] longer = steps(61, 3);
        List<LocalDate> more = new ArrayList<>(ByHand.weekdays(63));
        for (int i = 0; i < 30; i++) {
            more.set(i, more.get(i).minusDays(14));
        }
        assertThat(move(
                                new MarketInput.Level(
                                        PublishedSeries.daily(
                                                "x", TimeSeries.ofQuoted(more, longer, Unit.SCORE), ByHand.HAND),
                                        Change.DIFFERENCE),
                                "x")
                        .deviations())
                .isEqualTo(3, within(1e-12));
    }

    @Test
    void fiftyNineChangesGiveNoScore() {
        Move move = move(level("VIX", Unit.SCORE, Change.DIFFERENCE, steps(59, 5)), "VIX");
        assertThat(move.deviations()).isNaN();
        assertThat(move.n()).isEqualTo(59);
        assertThat(move.reading()).isEqualTo("+5.00 score");
    }

    @Test
    void whatNeverMovedGivesNoScore() {
        double[] still = new double[80];
        Arrays.fill(still, 7);
        still[79] = 8;
        assertThat(move(level("fixed", Unit.SCORE, Change.DIFFERENCE, still), "fixed")
                        .deviations())
                .isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        // The rank is told from twenty days on and of large moves alone.
        "18, 'VIX +5.00 score'",
        "60, 'VIX +5.00 score, 5.0 deviations, largest rise of 61 days'"
    })
    void theRankIsToldWhereItMeansSomething(int before, String text) {
        assertThat(move(level("VIX", Unit.SCORE, Change.DIFFERENCE, steps(before, 5)), "VIX"))
                .hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        // 10, 13, 14, 12, 12, 15: changes +3 +1 -2 0 and the last.
        "15, 4",
        "13, 3",
        "12, 1",
        "11, 2",
        "10, 2",
        "9, 5"
    })
    void itIsTheLargestBackToOneAtLeastAsLargeInItsDirection(double last, int largestOf) {
        Move move = move(level("x", Unit.SCORE, Change.DIFFERENCE, 10, 13, 14, 12, 12, last), "x");
        assertThat(move.largestOf()).isEqualTo(largestOf);
    }

    @Test
    void kindsAndUnits() {
        Bands bands = Bands.of(
                Band.below("tight", Rate.ofBasisPoints(100), Severity.BENIGN),
                Band.from("wide", Rate.ofBasisPoints(100), Severity.ALARM));
        MovesPart part = moves(
                asset("Index", 100, 101),
                asset("Gold", 100, 99),
                new MacroQuestion.AssetClass("equities", "Index", Set.of()),
                sector("Energy", 50, 51),
                yieldOf("2y", 3.9, 3.85),
                new RatesInput.Overnight(daily("SOFR", Unit.PERCENT, 4.30, 4.36)),
                new MarketInput.Credit(
                        new Instrument.CashOas("IG"),
                        daily("oas", Unit.PERCENTAGE_POINTS, 0.80, 0.83),
                        CardSetup.withDefaults(bands)),
                level("VIX", Unit.SCORE, Change.DIFFERENCE, 16, 17.5),
                level("dollar", Unit.PRICE, Change.RELATIVE, 98, 97.02));
        assertThat(part.moves())
                .extracting(each -> each.kind() + " " + each)
                .containsExactlyInAnyOrder(
                        "INDEX Index +1.00 %",
                        "ASSET Gold -1.00 %",
                        "SECTOR Energy +2.00 %",
                        "YIELD 2y yield -5.0 bp",
                        "OVERNIGHT SOFR +6.0 bp",
                        "SPREAD IG +3.0 bp",
                        "LEVEL VIX +1.50 score",
                        "LEVEL dollar -1.00 %");
        assertThat(part.of("IG").orElseThrow().level()).hasToString("83.0 bp");
        assertThat(part.of("2y yield").orElseThrow().level()).hasToString("3.85 %");
        assertThat(part.of("unknown")).isEmpty();
    }

    @Test
    void theSameSeriesUnderAnotherNameIsToldOnce() {
        PublishedSeries ten = daily("10y", Unit.PERCENT, 4.3, 4.4);
        MovesPart part = moves(
                new RatesInput.Yield(ten),
                new MarketInput.Level(PublishedSeries.daily("ten-year", ten.series(), ByHand.HAND), Change.DIFFERENCE));
        assertThat(part.moves()).extracting(Move::name).containsExactly("10y yield");
    }

    @Test
    void theSameNumbersFromALongerHistoryAreToldOnce() {
        PublishedSeries longer = daily("dollar", Unit.PRICE, steps(400, 5));
        TimeSeries whole = longer.series();
        MarketInput.Level shorter = new MarketInput.Level(
                PublishedSeries.daily("broad dollar", whole.slice(1, whole.size()), ByHand.HAND), Change.RELATIVE);
        MovesPart part = moves(new MarketInput.Asset(longer), shorter);
        assertThat(part.moves()).extracting(Move::name).containsExactly("dollar");
    }

    @Test
    void afterAPauseOfMoreThanAWeekThereIsNoChange() {
        List<LocalDate> eight = List.of(TUESDAY.minusDays(8), TUESDAY);
        List<LocalDate> seven = List.of(TUESDAY.minusDays(7), TUESDAY);
        double[] closes = {100, 103};
        MovesPart part = moves(
                new MarketInput.Asset(
                        PublishedSeries.daily("A", TimeSeries.ofQuoted(eight, closes, Unit.PRICE), ByHand.HAND)),
                new MarketInput.Asset(
                        PublishedSeries.daily("B", TimeSeries.ofQuoted(seven, closes, Unit.PRICE), ByHand.HAND)));
        assertThat(part.moves()).extracting(Move::toString).containsExactly("B +3.00 %");
    }

    @Test
    void aPriceNotAboveZeroMovesByNoPercentage() {
        for (double[] closes : new double[][] {{-37.63, 10.01}, {0, 10.01}, {10.01, 0}, {10.01, -37.63}}) {
            assertThat(MacroReport.of(MacroInputs.of(level("oil", Unit.PRICE, Change.RELATIVE, closes)), TUESDAY)
                            .part(MovesPart.class))
                    .isEmpty();
        }
        assertThat(move(level("oil", Unit.PRICE, Change.DIFFERENCE, -37.63, 10.01), "oil"))
                .hasToString("oil +47.64");
    }

    @Property(tries = 30)
    void theMostUnusualIsFirst(@ForAll @Size(4) List<@DoubleRange(min = -9, max = 9) Double> last) {
        List<MacroInput> inputs = new ArrayList<>();
        for (int i = 0; i < last.size(); i++) {
            double[] levels = steps(60 + i, last.get(i));
            inputs.add(level("level " + i, Unit.SCORE, Change.DIFFERENCE, levels));
        }
        inputs.add(level("short", Unit.SCORE, Change.DIFFERENCE, 1, 50));
        List<Move> moves = moves(inputs.toArray(MacroInput[]::new)).moves();
        assertThat(moves).hasSize(5);
        for (int i = 1; i < 4; i++) {
            assertThat(Math.abs(moves.get(i).deviations()))
                    .isLessThanOrEqualTo(Math.abs(moves.get(i - 1).deviations()));
        }
        assertThat(moves.get(4).name()).isEqualTo("short");
        assertThat(moves).allSatisfy(move -> assertThat(move.largestOf()).isBetween(1, move.n() + 1));
    }

    @Test
    void refusals() {
        Figure one = Figure.score(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Move("x", Kind.LEVEL, TUESDAY, one, one, 1, -1, 1))
                .withMessage("n must be at least 0 but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Move("x", Kind.LEVEL, TUESDAY, one, one, 1, 0, 0))
                .withMessage("largestOf must be at least 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Move("x", Kind.LEVEL, TUESDAY, one, one, Double.NEGATIVE_INFINITY, 0, 1))
                .withMessage("deviations must be finite or NaN but was -Infinity");
        assertThatNullPointerException()
                .isThrownBy(() -> new Move("x", Kind.LEVEL, null, one, one, 1, 0, 1))
                .withMessage("observed must not be null");
    }
}
