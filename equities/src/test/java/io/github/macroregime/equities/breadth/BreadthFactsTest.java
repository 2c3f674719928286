package io.github.macroregime.equities.breadth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.contribution.Classification;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionPolicy;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts, concentration and dispersion of three or four names, at their limits. */
class BreadthFactsTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 7, 21);
    private static final double NONE = Double.NaN;
    private static final Breadth.Options PLAIN = Breadth.Options.withDefaults();

    static Panel prices(double[]... columns) {
        DateIndex dates = DateIndex.copyOf(
                IntStream.range(0, columns[0].length).mapToObj(MONDAY::plusDays).toList());
        List<String> names =
                IntStream.range(0, columns.length).mapToObj(i -> "N" + i).toList();
        List<Doubles> values = new ArrayList<>();
        for (double[] column : columns) {
            values.add(Doubles.copyOf(column));
        }
        return new Panel(
                dates, names, values, names.stream().map(each -> Unit.PRICE).toList());
    }

    private static ContributionReport day(LocalDate date, double... percents) {
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < percents.length; i++) {
            positions.add(Position.held("N" + i, 1.0 / percents.length, Rate.ofPercent(percents[i])));
        }
        return ContributionReport.of(date, positions);
    }

    @Test
    void shortPositionsCountWithTheirSignAndACancelledBookHasNoShare() {
        Breadth book = Breadth.of(Doubles.of(0.01, -0.01), Doubles.of(0.7, -0.3), PLAIN)
                .orElseThrow();
        assertThat(book.weightedAdvance()).isCloseTo(1.75, within(1e-15));
        Breadth cancelled = Breadth.of(Doubles.of(0.01, -0.01), Doubles.of(0.5, -0.5), PLAIN)
                .orElseThrow();
        assertThat(cancelled.weightedAdvance()).isNaN();
        // A billionth of weights of two millions is 0.002, of which a quarter or the double is left.
        Breadth little = Breadth.of(Doubles.of(0.01, -0.01), Doubles.of(1e6, Math.scalb(1, -11) - 1e6), PLAIN)
                .orElseThrow();
        assertThat(little.weightedAdvance()).isNaN();
        Breadth enough = Breadth.of(Doubles.of(0.01, -0.01), Doubles.of(1e6, Math.scalb(1, -8) - 1e6), PLAIN)
                .orElseThrow();
        assertThat(enough.weightedAdvance()).isEqualTo(256e6);
        Breadth unknown = Breadth.of(Doubles.of(0.01, -0.01), Doubles.of(0.5, NONE), PLAIN.withMinimumCoverage(0))
                .orElseThrow();
        assertThat(unknown.weightedAdvance()).isNaN();
        assertThat(unknown.netAdvances()).isZero();
    }

    @Test
    void theLeastCoverageIsEnough() {
        double[] returns = {0.01, 0.01, -0.01, NONE};
        Doubles equal = Doubles.of(0.25, 0.25, 0.25, 0.25);
        assertThat(Breadth.of(Doubles.copyOf(returns), equal, PLAIN.withMinimumCoverage(0.75)))
                .isInstanceOfSatisfying(Breadth.class, found -> {
                    assertThat(found.missing()).isEqualTo(1);
                    assertThat(found.observed()).isEqualTo(3);
                    assertThat(found.weightedAdvance()).isCloseTo(2.0 / 3, within(1e-15));
                });
        assertThat(Breadth.of(Doubles.copyOf(returns), equal, PLAIN.withMinimumCoverage(0.76)))
                .isEqualTo(new BreadthReading.ThinCoverage(0.75, 0.75, 0.76));
        assertThat(Breadth.of(Doubles.copyOf(returns), Doubles.of(0.3, 0.3, 0.3, 0.1), PLAIN.withMinimumCoverage(0.8)))
                .as("enough of the weight and not of the names")
                .isInstanceOf(BreadthReading.ThinCoverage.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Breadth.of(Doubles.copyOf(returns), Doubles.of(1), PLAIN))
                .withMessage("weights must have one number for each of the 4 returns but had 1");
    }

    @Test
    void weightThatNobodyClaimsIsNoName() {
        ContributionReport report = ContributionReport.of(
                MONDAY,
                List.of(Position.held("A", 0.6, Rate.ofPercent(1)), Position.held("B", 0.3, Rate.ofPercent(-1))),
                ContributionPolicy.withDefaults().withWeightSum(new ContributionPolicy.WeightSum.AddLine()));
        Breadth breadth = Breadth.of(report, PLAIN).orElseThrow();
        assertThat(breadth.observed() + breadth.missing()).isEqualTo(2);
        assertThat(Narrowness.of(report).names()).isEqualTo(2);
    }

    @Test
    void nothingIsAShareOfNothing() {
        Breadth still = new Breadth(0, 0, 0, 3, NONE, Rate.ZERO);
        assertThat(still.advanceShare()).isEmpty();
        assertThat(still.advanceShareOfMovers()).isEmpty();
        assertThat(still.advanceDeclineRatio()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0, 0", "0, -1, 0, 0", "0, 0, -1, 0", "0, 0, 0, -1"})
    void noCountIsNegative(int up, int down, int unchanged, int missing) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Breadth(up, down, unchanged, missing, NONE, Rate.ZERO))
                .withMessage("counts must not be negative but were %d, %d, %d and %d", up, down, unchanged, missing);
    }

    @Test
    void optionsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withDeadZone(Rate.ofPercent(-1)))
                .withMessageStartingWith("deadZone must not be negative");
        for (double refused : new double[] {-0.01, 1.01, NONE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PLAIN.withMinimumCoverage(refused))
                    .withMessage("minimumCoverage must lie in [0, 1] but was " + refused);
        }
        assertThat(PLAIN.withMinimumCoverage(1).minimumCoverage()).isEqualTo(1);
        assertThat(PLAIN.withMinimumCoverage(0).minimumCoverage()).isZero();
    }

    /** From 16 to 20 is a quarter, to 12 minus a quarter: exactly the dead zone, and unchanged. */
    @Test
    void aChangeOfTheDeadZoneIsNone() {
        Panel panel = prices(new double[] {16, 20}, new double[] {16, 12}, new double[] {16, 21}, new double[] {16, 8});
        BreadthHistory history = BreadthHistory.of(panel, PLAIN.withDeadZone(Rate.ofPercent(25)));
        assertThat(history.advancers()).isEqualTo(Doubles.of(NONE, 1));
        assertThat(history.decliners()).isEqualTo(Doubles.of(NONE, 1));
        assertThat(history.netAdvances().value(1)).isZero();
        assertThat(history.names()).isEqualTo(4);
        assertThat(history).asString().startsWith("breadth of 4 names, ").endsWith(", 1 days without counts");
    }

    @Test
    void daysOfTheLeastCoverageAreCounted() {
        Panel panel = prices(new double[] {10, 11, 12}, new double[] {10, NONE, NONE});
        assertThat(BreadthHistory.of(panel, PLAIN.withMinimumCoverage(0.5)).advancers())
                .isEqualTo(Doubles.of(NONE, 1, 1));
        assertThat(BreadthHistory.of(panel, PLAIN.withMinimumCoverage(0.51)).advancers())
                .isEqualTo(Doubles.of(NONE, NONE, NONE));
    }

    @Test
    void countsBelongToDates() {
        DateIndex two = DateIndex.of(MONDAY, MONDAY.plusDays(1));
        Doubles one = Doubles.of(1);
        Doubles both = Doubles.of(1, 1);
        for (List<Doubles> counts :
                List.of(List.of(one, both, both), List.of(both, one, both), List.of(both, both, one))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BreadthHistory(two, counts.get(0), counts.get(1), counts.get(2), 1, PLAIN))
                    .withMessageStartingWith("counts must have one number for each of the 2 dates");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BreadthHistory(two, both, both, both, -1, PLAIN))
                .withMessageContaining("names must be at least 0");
    }

    /** Tenths of 1 to 4: squares of 0.3, Gini of a quarter; the entropy by Python. */
    @Test
    void concentrationOfFourNames() {
        Concentration four = Concentration.of(Doubles.of(3, -1, 4, 2)).orElseThrow();
        assertThat(four.shares().toArray()).containsExactly(new double[] {0.4, 0.3, 0.2, 0.1}, within(1e-15));
        assertThat(four.hhi()).isCloseTo(0.3, within(1e-15));
        assertThat(four.effectiveNumber()).isCloseTo(10 / 3.0, within(1e-14));
        assertThat(four.normalisedHhi()).isCloseTo(0.05 / 0.75, within(1e-15));
        assertThat(four.entropy()).isCloseTo(1.2798542258336676, within(1e-15));
        assertThat(four.entropyNumber()).isCloseTo(Math.exp(1.2798542258336676), within(1e-14));
        assertThat(four.gini()).isCloseTo(0.25, within(1e-15));
        assertThat(four.topShare(0)).isZero();
        assertThat(four.topShare(2)).isCloseTo(0.7, within(1e-15));
        assertThat(four.topShare(9)).isCloseTo(1, within(1e-15));
        assertThat(four)
                .hasToString("HHI 0.3000 (as 3.3 equal names), entropy as 3.6 names, Gini 0.250, largest 40.0 % of 4"
                        + " names");
        assertThatIllegalArgumentException().isThrownBy(() -> four.topShare(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Concentration.of(Doubles.of(1, NONE)))
                .withMessage("sizes[1] must be given but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Concentration(3, 0.5, 0.5, 0.5, Doubles.of(0.5, 0.5)))
                .withMessage("shares must have one number for each of the 3 names but had 2");
        assertThatIllegalArgumentException().isThrownBy(() -> new Concentration(0, 0.5, 0.5, 0.5, Doubles.of()));
    }

    @Test
    void weightsAndContributionsAreConcentratedApart() {
        ContributionReport report = ContributionReport.of(
                MONDAY,
                List.of(Position.held("A", 0.75, Rate.ofPercent(1)), Position.held("B", 0.25, Rate.ofPercent(-9))));
        assertThat(Concentration.ofWeights(report).orElseThrow().shares()).isEqualTo(Doubles.of(0.75, 0.25));
        ContributionReport half = ContributionReport.ofLines(
                MONDAY,
                List.of(
                        new ContributionLine("A", Rate.ZERO, NONE, 0, ContributionLine.Standing.PRINTED),
                        new ContributionLine("B", Rate.ZERO, 0.5, 0, ContributionLine.Standing.OBSERVED)));
        assertThat(Concentration.ofWeights(half).orElseThrow().shares()).isEqualTo(Doubles.of(1));
        assertThat(Concentration.ofContributions(report).orElseThrow().shares().toArray())
                .containsExactly(new double[] {0.75, 0.25}, within(1e-15));
    }

    /** About a mean of 5/3 the squares add up to 38/3; quartiles of type 7 at 0.5 and 3. */
    @Test
    void dispersionOfThreeNames() {
        ContributionReport report = ContributionReport.of(
                MONDAY,
                List.of(
                        Position.held("A", 0.5, Rate.ofPercent(2)),
                        Position.held("B", 0.3, Rate.ofPercent(-1)),
                        Position.held("C", 0.2, Rate.ofPercent(4))));
        Dispersion found = Dispersion.of(report).orElseThrow();
        assertThat(found.names()).isEqualTo(3);
        assertThat(found.populationDeviation().percent()).isCloseTo(Math.sqrt(38 / 9.0), within(1e-13));
        assertThat(found.sampleDeviation().percent()).isCloseTo(Math.sqrt(38 / 6.0), within(1e-13));
        assertThat(found.range().percent()).isCloseTo(5, within(1e-13));
        assertThat(found.interquartileRange().percent()).isCloseTo(2.5, within(1e-13));
        assertThat(found.weightedDeviation().orElseThrow().percent()).isCloseTo(Math.sqrt(3.25), within(1e-13));
        assertThat(found).hasToString("dispersion of 3 names: deviation 2.055 %, range 5.00 %, interquartile 2.50 %");
        Dispersion one = Dispersion.of(day(MONDAY, 2)).orElseThrow();
        assertThat(one.sampleDeviation()).isEqualTo(Rate.ZERO);
        assertThat(Dispersion.of(ContributionReport.ofLines(MONDAY, List.of()))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dispersion(0, Rate.ZERO, Rate.ZERO, Rate.ZERO, Rate.ZERO, 0))
                .withMessage("names must be at least 1 but was 0");
    }

    @Test
    void aBookOfNoNetWeightHasNoWeightedDispersion() {
        ContributionReport report = ContributionReport.of(
                MONDAY,
                List.of(Position.held("A", 1, Rate.ofPercent(2)), Position.held("B", -1, Rate.ofPercent(1))),
                ContributionPolicy.withDefaults().withWeightSum(new ContributionPolicy.WeightSum.Keep(1)));
        assertThat(Dispersion.of(report).orElseThrow().weightedDeviation()).isEmpty();
    }

    @Test
    void correlationNeedsTwoNamesOfAsManyDays() {
        double[] up = {0.01, -0.02, 0.03};
        assertThat(Dispersion.averageCorrelation(List.of())).isEmpty();
        assertThat(Dispersion.averageCorrelation(List.of(new double[0], new double[0])))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dispersion.averageCorrelation(List.of(up, new double[2])))
                .withMessage("returns of name 1 must have 3 days but had 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dispersion.averageCorrelation(List.of(up, new double[] {0, NONE, 0})))
                .withMessage("return of name 1 on day 1 must be finite but was NaN");
    }

    /** One up in four and two up in eight are as broad. */
    @Test
    void daysOfUnequalCountsAreComparedByShare() {
        ContributionReport four = day(MONDAY, 1, 0, 0, 0);
        LocalDate tuesday = MONDAY.plusDays(1);
        assertThat(DayComparison.of(four, day(tuesday, 1, 1, 0, 0, 0, 0, 0, 0), PLAIN)
                        .direction())
                .isEqualTo(DayComparison.Direction.UNCHANGED);
        assertThat(DayComparison.of(four, day(tuesday, 1, 0, 0, 0, 0, 0, 0, 0), PLAIN))
                .asString()
                .startsWith("breadth worsened from");
        assertThat(DayComparison.of(day(MONDAY, 1, -1, 0, 0), day(tuesday, -1, -1, 0), PLAIN)
                        .direction())
                .isEqualTo(DayComparison.Direction.WORSENED);
    }

    /** The third was at the limit before, the second is now; the fifth was up before, and the last was not there. */
    @Test
    void aNameTurnsWhenItLeavesTheDeadZone() {
        DayComparison comparison = DayComparison.of(
                day(MONDAY, -2, -1, 1, -1, 2),
                ContributionReport.of(
                        MONDAY.plusDays(1),
                        List.of(
                                Position.held("N0", 0.2, Rate.ofPercent(2)),
                                Position.held("N1", 0.2, Rate.ofPercent(1)),
                                Position.held("N2", 0.2, Rate.ofPercent(3)),
                                Position.held("N3", 0.2, Rate.ofPercent(-2)),
                                Position.held("N4", 0.1, Rate.ofPercent(3)),
                                Position.held("new", 0.1, Rate.ofPercent(5)))),
                PLAIN.withDeadZone(Rate.ofPercent(1)));
        assertThat(comparison.turnedUp()).containsExactly("N2", "N0");
        assertThat(comparison.turnedDown()).containsExactly("N3");
        assertThat(comparison.changeOfIndex().percent()).isCloseTo(1.6 + 0.2, within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayComparison.of(day(MONDAY, 1), day(MONDAY, 2), PLAIN))
                .withMessage("laterDate must lie after 2025-07-21 but was 2025-07-21");
    }

    @Test
    void narrownessIsAboutNamesWhoseWeightIsKnown() {
        Narrowness two = Narrowness.of(ContributionReport.of(
                MONDAY,
                List.of(Position.held("A", 0.75, Rate.ofPercent(2)), Position.held("B", 0.25, Rate.ofPercent(-2)))));
        assertThat(two.covariance()).isCloseTo(0.25 * 0.02, within(1e-17));
        assertThat(two).hasToString("cap-weighted +1.00 %, equal-weighted +0.00 %, gap +1.00 pp over 2 names");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Narrowness(Rate.ZERO, Rate.ZERO, 0, 0))
                .withMessage("names must be at least 1 but was 0");
        assertThat(new Narrowness(Rate.ZERO, Rate.ZERO, 1, 0).gap()).isEqualTo(Rate.ZERO);
        ContributionReport printed = ContributionReport.ofLines(
                MONDAY,
                List.of(new ContributionLine("A", Rate.ofPercent(1), NONE, 0.02, ContributionLine.Standing.PRINTED)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Narrowness.byGroup(printed, Classification.of("size", Map.of("A", "large"))))
                .withMessage("weight of A must be known but was not");
    }

    @Test
    void anIndexIsNotTakenApartByABasketOfInfiniteWeightOrRest() {
        for (double refused : new double[] {Double.POSITIVE_INFINITY, NONE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new WithoutBasket("all", Rate.ZERO, Rate.ZERO, refused))
                    .withMessage("weight of all must be finite but was " + refused);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WithoutBasket("all", Rate.ofDecimal(1e300), Rate.ZERO, 1 - 1e-16))
                .withMessage("indexReturn without all must be finite but was Infinity");
        WithoutBasket all = new WithoutBasket("all", Rate.ofPercent(1), Rate.ofPercent(1), 1);
        assertThat(all.lift()).isEmpty();
        assertThat(all).asString().endsWith("the rest nothing");
    }
}
