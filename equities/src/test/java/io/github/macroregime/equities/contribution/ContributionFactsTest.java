package io.github.macroregime.equities.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.ContributionLine.Standing;
import io.github.macroregime.equities.contribution.ContributionPolicy.MissingReturn;
import io.github.macroregime.equities.contribution.ContributionPolicy.WeightSum;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Weights, contributions and index values of a few names by hand. */
class ContributionFactsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final double NONE = Double.NaN;

    private static void refused(ThrowingCallable door, String message) {
        assertThatIllegalArgumentException().isThrownBy(door).withMessage(message);
    }

    @Test
    void weightsTimesReturnsAndWhatBecomesOfThem() {
        double[] weights = {0.5, 0.25, 0.25};
        double[] returns = {0.2, -0.4, 0};
        assertThat(Contributions.of(weights, returns)).containsExactly(new double[] {0.1, -0.1, 0}, within(1e-17));
        assertThat(Contributions.total(weights, new double[] {0.2, 0.4, 0})).isCloseTo(0.2, within(1e-15));
        // The whole grows by 1.2: 0.6, 0.35 and 0.25 of it.
        assertThat(Contributions.drifted(weights, new double[] {0.2, 0.4, 0}))
                .containsExactly(new double[] {0.6 / 1.2, 0.35 / 1.2, 0.25 / 1.2}, within(1e-15));
        refused(
                () -> Contributions.drifted(new double[] {1}, new double[] {-1}),
                "returns must leave something of the whole but lose all of it: the whole returned -1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Contributions.of(weights, new double[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> Contributions.of(new double[2], returns));
    }

    /** 10 x 6 x 0.5 and 20 x 3.5: 30 and 70 of a hundred; the first gains a tenth, 3 % of the level of 1000. */
    @Test
    void anIndexOfTwoNames() {
        IndexSnapshot.Member one = new IndexSnapshot.Member("A", 10, 6, 0.5);
        IndexSnapshot.Member two = IndexSnapshot.Member.of("B", 20, 3.5);
        assertThat(one.marketValue()).isEqualTo(30);
        IndexSnapshot before = IndexSnapshot.ofLevel(DAY, List.of(one, two), 1000);
        assertThat(before.level()).isCloseTo(1000, within(1e-12));
        assertThat(before.divisor()).isCloseTo(0.1, within(1e-16));
        assertThat(before.weight("A")).isCloseTo(0.3, within(1e-15));
        refused(() -> before.weight("C"), "id must be a constituent but was C");
        assertThat(before).hasToString("1000.00 on 2025-07-22, 2 constituents, divisor 0.100000");
        IndexSnapshot after = new IndexSnapshot(
                DAY.plusDays(1), List.of(new IndexSnapshot.Member("A", 11, 6, 0.5), two), before.divisor());
        ContributionReport moved = before.to(after);
        assertThat(moved.line("A").orElseThrow().contribution().percent()).isCloseTo(3, within(1e-12));
        assertThat(moved.reported().orElseThrow().percent()).isCloseTo(3, within(1e-12));
        assertThat(new IndexSnapshot.Member("A", 10, 6, 1).floatFactor()).isEqualTo(1);
        for (double wrong : new double[] {0, 1.01, NONE}) {
            refused(
                    () -> new IndexSnapshot.Member("A", 10, 6, wrong),
                    "floatFactor of A must lie above 0 and be at most 1 but was " + wrong);
        }
        for (double wrong : new double[] {0, -1, Double.POSITIVE_INFINITY, NONE}) {
            assertThatIllegalArgumentException().isThrownBy(() -> IndexSnapshot.Member.of("A", 10, wrong));
        }
    }

    @Test
    void beginningWeightsAreGivenOnceAndForEach() {
        assertThat(new BeginWeights(DAY, List.of("A", "B"), Doubles.of(0.5, 0.5)))
                .hasToString("2 weights as of 2025-07-22");
        refused(
                () -> new BeginWeights(DAY, List.of("A", "A"), Doubles.of(0.5, 0.5)),
                "ids must be distinct but A is repeated");
        refused(
                () -> new BeginWeights(DAY, List.of("A", "B"), Doubles.of(0.5, NONE)),
                "weight of B must be given but was NaN");
        refused(
                () -> new BeginWeights(DAY, List.of("A"), Doubles.of(0.5, 0.5)),
                "weights must have one number for each of the 1 ids but had 2");
    }

    @Test
    void aPolicyHasNoNegativeLimits() {
        List<ThrowingCallable> limits = List.of(
                () -> new MissingReturn.Exclude(-0.1),
                () -> new MissingReturn.Renormalise(-0.1),
                () -> new MissingReturn.CarryForward(1, -0.1));
        limits.forEach(each -> refused(each, "maximumWeight must not be negative but was -0.1"));
        refused(() -> new MissingReturn.CarryForward(0, 0.1), "maximumAgeDays must be at least 1 but was 0");
        refused(() -> new WeightSum.Keep(-0.1), "maximumGap must not be negative but was -0.1");
        assertThat(new WeightSum.Keep(0).factor("weights", 1)).isEqualTo(1);
        refused(
                () -> new WeightSum.Keep(0).factor("weights", 1.1),
                "weights must sum to 1 within 0.0 but summed to 1.1");
        assertThat(new WeightSum.Normalise().factor("weights", -4)).isEqualTo(-0.25);
        ContributionPolicy policy = ContributionPolicy.withDefaults();
        assertThat(policy.withGroupWeightFloor(0).groupWeightFloor()).isZero();
        assertThat(policy.withGroupWeightFloor(0.5).groupWeightFloor()).isEqualTo(0.5);
        refused(() -> policy.withGroupWeightFloor(-0.5), "groupWeightFloor must not be negative but was -0.5");
    }

    /** Observed weights of 0.4 of 1 are scaled by 2.5; those of the other sign or of no sum are not. */
    @Test
    void observedWeightsAreScaledToTheSumOfAll() {
        ContributionPolicy scaled =
                ContributionPolicy.withDefaults().withMissingReturn(new MissingReturn.Renormalise(2));
        ContributionReport report = ContributionReport.of(
                DAY, List.of(Position.held("A", 0.4, Rate.ofPercent(1)), Position.unpriced("B", 0.6)), scaled);
        assertThat(report.explained().percent()).isCloseTo(1, within(1e-13));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContributionReport.of(
                        DAY, List.of(Position.held("A", 0, Rate.ofPercent(1)), Position.unpriced("B", 1)), scaled))
                .withMessageStartingWith("weights with a return must not sum to zero to be scaled");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContributionReport.of(
                        DAY, List.of(Position.held("A", -0.5, Rate.ofPercent(1)), Position.unpriced("B", 1.5)), scaled))
                .withMessageStartingWith("weights with a return must have a sum of the sign of all weights");
    }

    @Test
    void whoAddsNothingNeitherGainsNorLoses() {
        ContributionReport report = ContributionReport.of(
                DAY,
                List.of(
                        Position.held("A", 0.25, Rate.ofPercent(4)),
                        Position.held("B", 0.5, Rate.ZERO),
                        Position.held("C", 0.25, Rate.ofPercent(-4))));
        assertThat(report.gainers()).extracting(ContributionLine::id).containsExactly("A");
        assertThat(report.losers()).extracting(ContributionLine::id).containsExactly("C");
    }

    /** 2 gained and 0.5 lost: a quarter was given back. */
    @Test
    void whatTheLosersGaveBack() {
        ContributionReport report = ContributionReport.of(
                DAY, List.of(Position.held("A", 0.5, Rate.ofPercent(4)), Position.held("B", 0.5, Rate.ofPercent(-1))));
        assertThat(report.lossToGainRatio().getAsDouble()).isCloseTo(0.25, within(1e-14));
        assertThat(report.grossLoss().percent()).isCloseTo(-0.5, within(1e-14));
        assertThat(report.grossMove().percent()).isCloseTo(2.5, within(1e-14));
        assertThat(ContributionReport.of(DAY, List.of(Position.held("A", 1, Rate.ofPercent(-1))))
                        .lossToGainRatio())
                .isEmpty();
    }

    @Test
    void weightWithoutAReturnIsLimitedAndSaid() {
        List<Position> positions = List.of(Position.held("A", 0.4, Rate.ofPercent(1)), Position.unpriced("B", 0.6));
        ContributionPolicy plain = ContributionPolicy.withDefaults();
        for (MissingReturn enough : List.of(new MissingReturn.Exclude(0.6), new MissingReturn.CarryForward(5, 0.6))) {
            assertThat(ContributionReport.of(DAY, positions, plain.withMissingReturn(enough)))
                    .asString()
                    .contains("no return");
        }
        for (MissingReturn less : List.of(new MissingReturn.Exclude(0.5), new MissingReturn.CarryForward(5, 0.5))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ContributionReport.of(DAY, positions, plain.withMissingReturn(less)))
                    .withMessageStartingWith("weight without return must not exceed 0.5 but was 0.6");
        }
    }

    @Test
    void aLineKnowsItsWeightOrNot() {
        assertThat(new ContributionLine("A", Rate.ZERO, 0.5, 0, Standing.OBSERVED).knownWeight())
                .hasValue(0.5);
        assertThat(new ContributionLine("A", Rate.ZERO, NONE, 0, Standing.PRINTED).knownWeight())
                .isEmpty();
    }

    @Test
    void namesWithAReturnAreAShareOfThoseGiven() {
        ContributionReport half =
                ContributionReport.of(DAY, List.of(Position.held("A", 1, Rate.ZERO), Position.unpriced("B", 0)));
        assertThat(half.coverage().nameShare()).isEqualTo(0.5);
        ContributionReport fee = ContributionReport.of(
                DAY,
                List.of(Position.charge("fee", Rate.ZERO)),
                ContributionPolicy.withDefaults().withWeightSum(new WeightSum.Keep(1)));
        assertThat(fee.coverage().nameShare()).isEqualTo(1);
    }

    /** Of fifty names the first eight and the last eight are shown. */
    @Test
    void aLongTableShowsItsEnds() {
        List<Position> positions = IntStream.range(0, 50)
                .mapToObj(i -> Position.held(String.format("N%02d", i), 0.02, Rate.ofPercent(50 - i)))
                .toList();
        List<String> rows = ContributionReport.of(DAY, positions)
                .toString()
                .lines()
                .filter(row -> row.startsWith("N") || row.startsWith("..."))
                .map(row -> row.substring(0, 3))
                .toList();
        assertThat(rows)
                .containsExactly(
                        "N00", "N01", "N02", "N03", "N04", "N05", "N06", "N07", "...", "N42", "N43", "N44", "N45",
                        "N46", "N47", "N48", "N49");
        assertThat(ContributionReport.of(DAY, positions)).asString().contains("... 34 lines ...");
    }

    @Test
    void aClassificationSaysHowManyItAssigns() {
        assertThat(Classification.of("desk", Map.of("A", "Tech", "B", "Energy")))
                .hasToString("desk (2 assignments)");
    }

    @Test
    void snapshotsGroupsAndLinesAreWhole() {
        IndexSnapshot.Member one = IndexSnapshot.Member.of("A", 10, 6);
        refused(() -> new IndexSnapshot(DAY, List.of(), 1), "members must hold at least one constituent but was empty");
        refused(() -> new IndexSnapshot(DAY, List.of(one, one), 1), "ids must be distinct but A is repeated");
        for (double divisor : new double[] {0, -1, NONE, Double.POSITIVE_INFINITY}) {
            refused(
                    () -> new IndexSnapshot(DAY, List.of(one), divisor),
                    "divisor must be positive and finite but was " + divisor);
        }
        refused(
                () -> new IndexSnapshot(DAY, List.of(one), 2).to(new IndexSnapshot(DAY.plusDays(1), List.of(one), 3)),
                "divisor must be 2.0 as on the earlier close but was 3.0");
        refused(
                () -> new Classification.Assignment("A", DAY, List.of()),
                "path of A must hold at least one group but was empty");
        Classification.Assignment tech = new Classification.Assignment("A", DAY, List.of("Tech"));
        refused(
                () -> new Classification("desk", List.of(tech, tech)),
                "assignments must name a constituent once a day but A is assigned twice from 2025-07-22");
        for (double[] wrong : new double[][] {{Double.POSITIVE_INFINITY, 0}, {0, Double.NEGATIVE_INFINITY}}) {
            refused(
                    () -> new ContributionLine("A", Rate.ZERO, wrong[0], wrong[1], Standing.OBSERVED),
                    "weight and return of A must be finite or NaN but were " + wrong[0] + " and " + wrong[1]);
        }
        refused(() -> Position.held(" ", 1, Rate.ZERO), "id must not be blank but was \" \"");
    }

    @Test
    void coverageCountsNoMoreNamesThanWereGiven() {
        assertThat(new ContributionReport.Coverage(2, 2, 1, 1, List.of(), List.of(), 0).nameShare())
                .isEqualTo(1);
        assertThat(new ContributionReport.Coverage(2, 0, 1, 0, List.of(), List.of(), 0).nameShare())
                .isZero();
        for (int used : new int[] {-1, 3}) {
            refused(
                    () -> new ContributionReport.Coverage(2, used, 1, 1, List.of(), List.of(), 0),
                    "namesUsed must lie in [0, 2] but was " + used);
        }
        refused(
                () -> new ContributionReport.Coverage(2, 2, 1, 1, List.of(), List.of(), -1),
                "weightAgeDays must not be negative but was -1");
    }
}
