package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.Parts.inputs;
import static io.github.macroregime.regime.report.Parts.outcomes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MacroQuestion.AssetClass;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.outlook.ForwardProfile;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import io.github.macroregime.regime.report.RewardPart.AssetProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewardPartTest {

    private static AssetProfile profile(ForwardProfile outcomes) {
        return new AssetProfile("equities", "Stocks", RewardPart.OWN, "uptrend", TUESDAY, outcomes);
    }

    @ParameterizedTest
    @CsvSource({
        // An effective n of ten is 210 outcomes of 21 closes; t is the mean over its error.
        "210, 2.0, 1.0, 1, significantly positive",
        "210, 1.99, 1.0, 0, not significant",
        "210, -2.0, 1.0, -1, significantly negative",
        "210, -1.99, 1.0, 0, not significant",
        "209, 9.0, 1.0, 0, undecided (too few outcomes)",
        "210, 2.0, 0.0, 0, not significant"
    })
    void aDirectionNeedsTwoErrorsAndTenIndependentOutcomes(
            int n, double mean, double error, int direction, String verdict) {
        AssetProfile profile = profile(outcomes(n, mean, error, -3, 1, 5));
        assertThat(profile.direction()).isEqualTo(direction);
        assertThat(profile.verdict()).isEqualTo(verdict);
        assertThat(profile.isEnough()).isEqualTo(n >= 210);
    }

    @ParameterizedTest
    @CsvSource({
        // (q90 - median) / (median - q10).
        "210, -4, 0, 5, upside",
        "210, -4, 0, 4.3, even",
        "210, -4.3, 0, 4, even",
        "210, -5, 0, 4, downside",
        "210, 0, 0, 4, undefined",
        "209, -4, 0, 5, undecided (too few outcomes)"
    })
    void whichWayTheDecilesReachFurther(int n, double low, double median, double high, String skew) {
        assertThat(profile(outcomes(n, 1, 1, low, median, high)).skew()).isEqualTo(skew);
    }

    private static RewardPart part(ForwardProfile... outcomes) {
        return new RewardPart(
                List.of(outcomes).stream().map(RewardPartTest::profile).toList(), inputs("Stocks"));
    }

    @Test
    void meanAndSkewAreToldWithTheirSample() {
        List<MacroStatement> said = part(outcomes(420, 3, 1, -5, 1, 6)).statements();
        assertThat(said).hasSize(2);
        MacroStatement mean = said.get(0);
        assertThat(mean.subject()).isEqualTo("Stocks by own tail state, mean of 21 closes ahead");
        assertThat(mean.state()).isEqualTo("uptrend: significantly positive");
        assertThat(mean.sentence()).isEqualTo("mean +3.00 % (t 3.00), hit rate 60 %, reward over tail 0.30");
        assertThat(mean.figure().quoted()).isEqualTo(3, within(1e-12));
        assertThat(mean.sample()).isEqualTo(new Sample(420, "outcomes", 20));
        MacroStatement skew = said.get(1);
        assertThat(skew.sentence()).isEqualTo("q10 -5.00 %, median +1.00 %, q90 +6.00 %");
        assertThat(skew.figure().value()).isEqualTo(5 / 6.0, within(1e-12));
        assertThat(skew.state()).isEqualTo("downside");
    }

    @Test
    void withoutADownsideThereIsNoRatio() {
        assertThat(part(outcomes(420, 3, 1, 1, 1, 6)).statements())
                .extracting(MacroStatement::subject)
                .containsExactly("Stocks by own tail state, mean of 21 closes ahead");
    }

    @Test
    void outcomesAreOfPastDaysAndMatured() {
        // Closes double on each of 600 days but fall by a tenth on every fifth.
        MarketInput.Asset stocks = new MarketInput.Asset(
                ByHand.daily("Stocks", Unit.PRICE, 600, i -> 100 * Math.pow(1.001, i) * (i % 5 == 0 ? 0.99 : 1)));
        MacroReport report = MacroReport.of(
                MacroInputs.of(stocks, new AssetClass("equities", "Stocks", Set.of())),
                TUESDAY,
                MacroOptions.withDefaults().withHorizon(5),
                Set.of(Topic.RISK_REWARD));
        AssetProfile own =
                report.part(RewardPart.class).orElseThrow().own("Stocks").orElseThrow();
        // Over five closes the pattern repeats itself, so that each outcome is five times the log of 1.001.
        assertThat(own.profile().mean().decimal()).isEqualTo(5 * Math.log(1.001), within(1e-9));
        assertThat(own.profile().n()).isBetween(2, 595);
        assertThat(own.observed()).isEqualTo(TUESDAY);
        assertThat(report.part(RewardPart.class).orElseThrow().own("Bonds")).isEmpty();
    }

    @Test
    void anAssetThatIsNotThereIsAGap() {
        MacroReport report = MacroReport.of(
                MacroInputs.of(new AssetClass("equities", "Stocks", Set.of())),
                TUESDAY,
                MacroOptions.withDefaults(),
                Set.of(Topic.RISK_REWARD));
        assertThat(report.parts()).isEmpty();
        assertThat(report.gaps().toString())
                .contains("a recent close of Stocks is absent: what followed on days like today is left out");
    }

    @Test
    void refusals() {
        assertThatNullPointerException().isThrownBy(() -> profile(null)).withMessage("profile must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> new RewardPart(null, Map.of()))
                .withMessage("profiles must not be null");
    }
}
