package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.ByHand.weekdays;
import static io.github.macroregime.regime.report.Parts.inputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.hmm.HmmParameters;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import io.github.macroregime.regime.report.RewardPart.AssetProfile;
import io.github.macroregime.regime.report.StatesPart.AssetStates;
import io.github.macroregime.regime.state.HindsightGap;
import io.github.macroregime.regime.state.MarkovChain;
import io.github.macroregime.regime.state.WalkForwardStates;
import io.github.macroregime.regime.strategy.ModelRecord.Calls;
import io.github.macroregime.regime.strategy.ModelRecord.Estimate;
import io.github.macroregime.regime.strategy.SharpeRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States of which every probability is written down, and one walk of which the labels are counted again. */
class StatesPartTest {

    private static final double NONE = Double.NaN;

    /** The returns of five weekdays up to the Tuesday, of which the first Monday is no return. */
    private static final DateIndex DATES = DateIndex.copyOf(weekdays(5));

    /** No fit yet, calm, turbulent, a tie that counts as calm, turbulent. */
    private static final List<Doubles> TWO =
            List.of(Doubles.of(NONE, 0.9, 0.4, 0.5, 0.2), Doubles.of(NONE, 0.1, 0.6, 0.5, 0.8));

    private static HmmParameters fit(double stayCalm, double stayTurbulent) {
        return HmmParameters.stationary(
                MarkovChain.ofTwoStates(stayCalm, stayTurbulent),
                Doubles.of(0.001, -0.002),
                Doubles.of(0.0001, 0.0004));
    }

    private static AssetStates states(
            List<Doubles> probabilities, HmmParameters fit, HindsightGap gap, SharpeRecord... records) {
        return new AssetStates(
                "A",
                DATES,
                new WalkForwardStates<>(probabilities, List.of(1, 3), List.of(fit(0.5, 0.5), fit)),
                gap,
                List.of(records));
    }

    private static AssetStates states() {
        return states(TWO, fit(0.9, 0.75), new HindsightGap(10, 3, 5, 4));
    }

    private static int[] labels(AssetStates states, DateIndex dates) {
        return IntStream.range(0, dates.size())
                .map(i -> states.on(dates.get(i)).orElse(-1))
                .toArray();
    }

    @Test
    void aStateIsTheLikeliestOneOfTheLastReturn() {
        AssetStates states = states();
        assertThat(IntStream.range(0, 5).map(i -> states.at(i).orElse(-1))).containsExactly(-1, 0, 1, 0, 1);
        assertThat(labels(states, DATES)).containsExactly(-1, 0, 1, 0, 1);
        // The days are Wednesday to Friday, Monday and Tuesday.
        assertThat(labels(
                        states,
                        DateIndex.of(
                                DATES.first().minusDays(1),
                                DATES.first(),
                                DATES.get(2).plusDays(1),
                                TUESDAY.plusDays(9))))
                .containsExactly(-1, -1, 1, 1);
        assertThat(states.on(DATES.first().minusDays(1))).isEmpty();
        assertThat(states.on(DATES.first())).isEmpty();
        assertThat(states.on(DATES.get(2).plusDays(2))).hasValue(1);
        assertThat(states.probability(0)).isEqualTo(0.2);
        assertThat(states.probability(1)).isEqualTo(0.8);
        assertThat(states.turbulent(DATES.get(1))).isEmpty();
        assertThat(states.turbulent(DATES.get(2))).hasValue("high variance");
        assertThat(states.turbulent(DATES.first())).isEmpty();
        assertThat(states.words(0)).isEqualTo("calm");
    }

    @Test
    void ofThreeStatesEachHasItsNumber() {
        AssetStates three = states(
                List.of(
                        Doubles.of(NONE, 0.2, 0.2, 0.2, 0.1),
                        Doubles.of(NONE, 0.5, 0.3, 0.4, 0.3),
                        Doubles.of(NONE, 0.3, 0.5, 0.4, 0.6)),
                fit(0.9, 0.9),
                new HindsightGap(10, 3, 5, 4));
        assertThat(labels(three, DATES)).containsExactly(-1, 1, 2, 1, 2);
        assertThat(three.turbulent(TUESDAY)).hasValue("state 3 of 3");
        assertThat(three.words(0)).isEqualTo("state 1 of 3");
    }

    private static List<MacroStatement> said(AssetStates states) {
        return new StatesPart(List.of(states), inputs("A")).statements();
    }

    @Test
    void theStateOfTheDayIsToldWithTheLatestFit() {
        List<MacroStatement> said = said(states());
        assertThat(said)
                .extracting(MacroStatement::subject)
                .containsExactly("A, state", "A, expected duration of the state", "A, hindsight");
        assertThat(said.get(0).state()).isEqualTo("high variance");
        assertThat(said.get(0).sentence()).isEqualTo("high variance: daily deviation 2.00 %, mean -0.200 %");
        assertThat(said.get(0).figure().quoted()).isEqualTo(80, within(1e-12));
        assertThat(said.get(0).sample()).isEqualTo(Sample.of(3, "returns"));
        assertThat(said.get(0).definition()).endsWith("(2 fits)");
        // 1 / (1 - 0.75) days.
        assertThat(said.get(1).sentence()).isEqualTo("4 days on average");
        assertThat(said.get(1).state()).isEqualTo("high variance");
        assertThat(said.get(1).figure().value()).isEqualTo(4, within(1e-12));
        assertThat(said.get(1).sample()).isEqualTo(Sample.of(3, "returns"));
        assertThat(said.get(2).state()).isEqualTo("calmer in hindsight");
        assertThat(said.get(2).sentence())
                .isEqualTo("the label of the day changed 5 times, the one that knows what followed 4 times");
        assertThat(said.get(2).figure().quoted()).isEqualTo(30, within(1e-12));
        assertThat(said).extracting(MacroStatement::observed).containsOnly(TUESDAY);
    }

    @Test
    void theLineOfTheDayNamesTheStateTheOneBeforeAndVolatility() {
        MacroReport calm = Parts.report(new StatesPart(
                List.of(states(
                        List.of(Doubles.of(NONE, 0.9, 0.4, 0.5, 0.7), Doubles.of(NONE, 0.1, 0.6, 0.5, 0.3)),
                        fit(0.9, 0.75),
                        new HindsightGap(10, 3, 5, 4))),
                inputs("A")));
        MacroReport turbulent = Parts.report(new StatesPart(List.of(states()), inputs("A")));
        assertThat(reward(turbulent, Optional.of(calm))).isEqualTo("A, state high variance (before: calm)");
        assertThat(reward(turbulent, Optional.of(turbulent))).isEqualTo("A, state high variance");
        // The last of 70 rising values.
        MacroReport levels = MacroReport.of(
                MacroInputs.of(new MarketInput.Level(ByHand.daily("VIX", Unit.SCORE, 70, i -> i), Change.DIFFERENCE)),
                TUESDAY);
        assertThat(reward(levels, Optional.empty()))
                .isEqualTo("VIX 69.00 score, high, the highest of the days from 2025-04-16 on");
    }

    private static String reward(MacroReport report, Optional<MacroReport> earlier) {
        return DaySummary.of(report, earlier, List.of())
                .line(DaySummary.Axis.RISK_REWARD)
                .orElseThrow()
                .text();
    }

    @Test
    void aStateThatIsNeverLeftHasNoDuration() {
        HmmParameters absorbing = new HmmParameters(
                Doubles.of(1, 0), MarkovChain.ofTwoStates(0.5, 1), Doubles.of(0, 0), Doubles.of(0.0001, 0.0004));
        assertThat(said(states(TWO, absorbing, new HindsightGap(10, 0, 4, 4))))
                .extracting(MacroStatement::state)
                .containsExactly("high variance", "no calmer in hindsight");
    }

    private static SharpeRecord record(double sharpe, double held) {
        Calls none = new Calls(0, 0, NONE, NONE, new Estimate(NONE, NONE, NONE));
        return new SharpeRecord(
                "state", DATES.first(), TUESDAY, 5, new Estimate(sharpe, sharpe - 1, sharpe + 1), held, none, none);
    }

    @ParameterizedTest
    @CsvSource({"1.5, 0.25, edge not shown", "0.2, 0.25, no edge", "-0.1, -0.3, no edge"})
    void theRecordOfHoldingInCalmAlone(double sharpe, double held, String state) {
        MacroStatement said = said(states(TWO, fit(0.9, 0.75), new HindsightGap(10, 3, 5, 4), record(sharpe, held)))
                .get(3);
        assertThat(said.subject()).isEqualTo("A, record of the state");
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.sentence())
                .endsWith(String.format(
                        Locale.ROOT,
                        "Sharpe ratio %.2f [%.2f, %.2f], held always %.2f",
                        sharpe,
                        sharpe - 1,
                        sharpe + 1,
                        held));
        assertThat(said.figure().value()).isEqualTo(sharpe);
        assertThat(said.sample()).isEqualTo(Sample.of(5, "returns"));
    }

    @Test
    void anAssetThatWasNeverHeldHasNoRecord() {
        assertThat(said(states(TWO, fit(0.9, 0.75), new HindsightGap(10, 3, 5, 4), record(NONE, 1))))
                .hasSize(3);
    }

    /** Returns of a deviation of 0.4 % and of 2.5 %, a hundred days each by turns. */
    private static double[] closes(int count) {
        Random random = new Random(1);
        double[] closes = new double[count];
        closes[0] = 100;
        for (int i = 1; i < count; i++) {
            closes[i] = closes[i - 1] * Math.exp((i / 100 % 2 == 0 ? 0.004 : 0.025) * random.nextGaussian());
        }
        return closes;
    }

    private static MacroReport report(double... closes) {
        return MacroReport.of(
                MacroInputs.of(
                        ByHand.asset("A", closes),
                        new MacroQuestion.State("A"),
                        new MacroQuestion.AssetClass("equities", "A", Set.of())),
                TUESDAY,
                MacroOptions.withDefaults(),
                Set.of(Topic.STATES, Topic.RISK_REWARD));
    }

    /** The outcomes of 21 closes ahead on the days that had the label of today, counted again. */
    @Test
    void whatFollowedInTheStateIsCountedOnItsDays() {
        double[] closes = closes(1400);
        MacroReport report = report(closes);
        AssetStates states =
                report.part(StatesPart.class).orElseThrow().states().get(0);
        assertThat(states.dates().size()).isEqualTo(1399);
        assertThat(states.gap().observations()).isEqualTo(1399);
        // Day 1399 is the last of a hundred turbulent ones.
        assertThat(states.on(TUESDAY)).hasValue(1);
        int[] labels = labels(states, DateIndex.copyOf(weekdays(1400)));
        double[] outcomes = IntStream.range(0, 1400 - 21)
                .filter(t -> labels[t] == labels[1399])
                .mapToDouble(t -> Math.log(closes[t + 21] / closes[t]))
                .toArray();
        AssetProfile profile = report.part(RewardPart.class).orElseThrow().profiles().stream()
                .filter(each -> each.states().equals("state of A"))
                .findFirst()
                .orElseThrow();
        assertThat(profile.state()).isEqualTo("high variance");
        assertThat(profile.observed()).isEqualTo(TUESDAY);
        assertThat(profile.profile().n()).isEqualTo(outcomes.length);
        assertThat(profile.profile().mean().decimal())
                .isEqualTo(Arrays.stream(outcomes).average().orElseThrow(), within(1e-12));
        SharpeRecord record = states.records().get(0);
        assertThat(record.last()).isEqualTo(TUESDAY);
    }

    @Test
    void tooShortAPastIsAGap() {
        int first = MacroOptions.withDefaults().states().firstFit();
        Gap gap = new Gap("more than " + first + " returns of A that tell states apart", "its state is left out");
        MacroReport equal = report(closes(first + 1));
        assertThat(equal.part(StatesPart.class)).isEmpty();
        assertThat(equal.gaps()).contains(gap);
        MacroReport more = report(closes(first + 2));
        assertThat(more.part(StatesPart.class)).isPresent();
        assertThat(more.gaps()).doesNotContain(gap);
    }

    @Test
    void aQuestionWithoutClosesIsAGap() {
        MacroReport report = MacroReport.of(
                MacroInputs.of(ByHand.asset("B", 1, 2), new MacroQuestion.State("A")),
                TUESDAY,
                MacroOptions.withDefaults(),
                Set.of(Topic.STATES));
        assertThat(report.gaps().toString()).contains("a recent close of A is absent: its state is left out");
    }
}
