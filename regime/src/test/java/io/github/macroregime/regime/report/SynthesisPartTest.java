package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.Parts.inputs;
import static io.github.macroregime.regime.report.Parts.outcomes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.regime.input.MacroQuestion.AssetClass;
import io.github.macroregime.regime.macro.MarketQuadrants;
import io.github.macroregime.regime.macro.Quadrant;
import io.github.macroregime.regime.macro.QuadrantProbabilities;
import io.github.macroregime.regime.outlook.ForwardProfile;
import io.github.macroregime.regime.outlook.Skew;
import io.github.macroregime.regime.report.GrowthPart.MarketView;
import io.github.macroregime.regime.report.RewardPart.AssetProfile;
import io.github.macroregime.regime.report.SynthesisPart.ClassPicture;
import io.github.macroregime.regime.report.SynthesisPart.Pointer;
import io.github.macroregime.regime.sheet.ModelTable;
import io.github.macroregime.regime.strength.Strength;
import io.github.macroregime.regime.strength.Strength.TailState;
import io.github.macroregime.regime.strength.StrengthBoard;
import io.github.macroregime.regime.strength.StrengthBoardOptions;
import io.github.macroregime.regime.strength.StrengthRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynthesisPartTest {

    private static final GrowthPart REFLATION = new GrowthPart(
            List.of(),
            List.of(new MarketView(
                    TUESDAY,
                    List.of("Stocks"),
                    new MarketQuadrants.Reading(
                            new QuadrantProbabilities(0.2, 0.5, 0.2, 0.1), List.of(0.0, 1.0, 0.0, 0.0), 4, 0.5))),
            List.of(),
            inputs("Stocks"));

    private static RewardPart followed(ForwardProfile outcomes) {
        return new RewardPart(
                List.of(new AssetProfile("equities", "Stocks", RewardPart.OWN, "uptrend", TUESDAY, outcomes)),
                inputs("Stocks"));
    }

    private static SkewPart skew(double quantile) {
        return new SkewPart(
                List.of(new Skew.Reading("Stocks", TUESDAY, 252, 0.5, 0.1, quantile)), List.of(), inputs("Stocks"));
    }

    private static Optional<SynthesisPart> picture(Set<Quadrant> good, ForwardProfile outcomes, double quantile) {
        return SynthesisPart.of(
                List.of(new AssetClass("equities", "Stocks", good)),
                Optional.of(REFLATION),
                Optional.empty(),
                Optional.of(followed(outcomes)),
                Optional.of(skew(quantile)),
                inputs("Stocks"));
    }

    @ParameterizedTest
    @CsvSource({
        "REFLATION, 3, 0.10, 1, 1, 1, more up than down",
        "DEFLATION, 3, -0.10, -1, 1, -1, more down than up",
        "DEFLATION, 3, 0.09, -1, 1, 0, as many up as down",
        "REFLATION, -3, -0.09, 1, -1, 0, as many up as down",
        "DEFLATION, 0, -0.5, -1, 0, -1, more down than up"
    })
    void everyPartPointsByItsConvention(
            Quadrant good, double mean, double quantile, int quadrant, int followed, int skewed, String state) {
        SynthesisPart part = picture(Set.of(good), outcomes(420, mean, 1, -5, 1, 6), quantile)
                .orElseThrow();
        ClassPicture picture = part.classes().get(0);
        assertThat(picture.pointers()).extracting(Pointer::direction).containsExactly(quadrant, followed, skewed);
        assertThat(picture.pointers())
                .extracting(Pointer::part)
                .containsExactly("quadrant by market", "what followed", "daily skew");
        assertThat(picture.net()).isEqualTo(quadrant + followed + skewed);
        assertThat(part.statements().get(1).state()).isEqualTo(state);
    }

    @Test
    void anAssetOfNoQuadrantIsNotJudgedByIt() {
        SynthesisPart part =
                picture(Set.of(), outcomes(420, 3, 1, -5, 1, 6), Double.NaN).orElseThrow();
        assertThat(part.classes().get(0).pointers()).extracting(Pointer::part).containsExactly("what followed");
        assertThat(part.statements().get(1).sentence())
                .isEqualTo(
                        "1 up, 0 down of 1: what followed up (t 3.00, effective n 20.0 in uptrend; flat for a t below"
                                + " 2 or an effective n below 10)");
    }

    @Test
    void theRewardOverItsTail() {
        MacroStatement reward = picture(Set.of(), outcomes(420, 3, 1, -5, 1, 6), 0)
                .orElseThrow()
                .statements()
                .get(0);
        assertThat(reward.subject()).isEqualTo("equities (Stocks), skew and reward");
        assertThat(reward.state()).isEqualTo("skew downside, reward significantly positive");
        assertThat(reward.sentence())
                .isEqualTo("in uptrend the coming 21 closes brought +3.00 % on average (t 3.00) for a tail of -10.00 %;"
                        + " upside over downside 0.83");
        assertThat(reward.figure().value()).isEqualTo(0.3, within(1e-12));
    }

    private static StrengthPart strength(double value, LocalDate day) {
        Strength strength = new Strength(value, 0.5, -0.125, 0.75, 0.875, 1.5, TailState.BALANCED, 400, List.of());
        return new StrengthPart(
                new StrengthBoard(
                        day,
                        List.of(new StrengthRow("Stocks", day, 101, strength)),
                        List.of(),
                        StrengthBoardOptions.withDefaults()),
                List.of(),
                Map.of(),
                new ModelTable(day, List.of()),
                Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "0.10, 1, 'strength up (+0.10, neutral below 0.10)'",
        "-0.10, -1, 'strength down (-0.10, neutral below 0.10)'",
        "0.0999, 0, 'strength flat (+0.10, neutral below 0.10)'",
        "-0.0999, 0, 'strength flat (-0.10, neutral below 0.10)'"
    })
    void theStrengthPointsByItsSignUnlessItIsNeutral(double value, int direction, String text) {
        ClassPicture picture = SynthesisPart.of(
                        List.of(new AssetClass("equities", "Stocks", Set.of())),
                        Optional.empty(),
                        Optional.of(strength(value, ByHand.MONDAY)),
                        Optional.of(followed(outcomes(420, 3, 1, -5, 1, 6))),
                        Optional.empty(),
                        inputs("Stocks"))
                .orElseThrow()
                .classes()
                .get(0);
        assertThat(picture.observed()).as("the close that was scored").isEqualTo(ByHand.MONDAY);
        assertThat(picture.pointers().get(0).direction()).isEqualTo(direction);
        assertThat(picture.pointers().get(0)).hasToString(text);
        assertThat(picture.profiles()).hasSize(1);
    }

    @Test
    void quadrantsByDataComeBeforeThoseByTheMarket() {
        GrowthPart both = new GrowthPart(
                List.of(EconomyPartsTest.data(EconomyPartsTest.TIED, Quadrant.STAGFLATION, -0.4)),
                REFLATION.market(),
                List.of(),
                inputs("Stocks", "output and prices"));
        List<Pointer> pointers = SynthesisPart.of(
                        List.of(new AssetClass(
                                "equities", "Stocks", Set.of(Quadrant.STAGFLATION, Quadrant.GOLDILOCKS))),
                        Optional.of(both),
                        Optional.of(strength(0.5, TUESDAY)),
                        Optional.empty(),
                        Optional.empty(),
                        inputs("Stocks"))
                .orElseThrow()
                .classes()
                .get(0)
                .pointers();
        assertThat(pointers)
                .extracting(Pointer::toString)
                .containsExactly(
                        "strength up (+0.50, neutral below 0.10)",
                        "quadrant by data up (stagflation, said to do well in goldilocks and stagflation)",
                        "quadrant by market down (reflation, said to do well in goldilocks and stagflation)");
    }

    @Test
    void nothingIsSaidOfAnAssetThatNoPartKnows() {
        assertThat(SynthesisPart.of(
                        List.of(new AssetClass("gold", "Gold", Set.of())),
                        Optional.of(REFLATION),
                        Optional.empty(),
                        Optional.of(followed(outcomes(420, 3, 1, -5, 1, 6))),
                        Optional.of(skew(1)),
                        inputs("Stocks")))
                .isEmpty();
    }

    @Property(tries = 60)
    void theCountIsTheSumOfItsPointers(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = -1, max = 1) Integer> ways) {
        ClassPicture picture = new ClassPicture(
                "equities",
                "Stocks",
                TUESDAY,
                ways.stream().map(way -> new Pointer("part", way, "reason")).toList(),
                List.of());
        MacroStatement said = new SynthesisPart(List.of(picture), inputs("Stocks"))
                .statements()
                .get(0);
        int net = ways.stream().mapToInt(Integer::intValue).sum();
        assertThat(said.figure().value()).isEqualTo(net);
        assertThat(said.sample().n()).isEqualTo(ways.size());
        assertThat(said.state())
                .isEqualTo(net > 0 ? "more up than down" : net < 0 ? "more down than up" : "as many up as down");
        assertThat(said.sentence())
                .endsWith(ways.stream()
                        .map(way -> "part " + (way > 0 ? "up" : way < 0 ? "down" : "flat") + " (reason)")
                        .collect(Collectors.joining("; ")));
    }

    @Test
    void refusals() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Pointer("part", 1, null))
                .withMessage("reason must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> new ClassPicture("equities", "Stocks", null, List.of(), List.of()))
                .withMessage("observed must not be null");
    }
}
