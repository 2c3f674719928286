package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.Parts.inputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.comovement.LockstepReading;
import io.github.macroregime.regime.comovement.ReturnMap;
import io.github.macroregime.regime.comovement.Sensitivities;
import io.github.macroregime.regime.comovement.Sensitivities.AxisAttribution;
import io.github.macroregime.regime.comovement.SignLockstep;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.report.LockstepPart.BasketReading;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of lockstep and of sensitivities, from readings made by hand. */
class ComovementPartsTest {

    private static final List<String> ASSETS = List.of("Bonds", "Gold", "Stocks");

    private static List<MacroStatement> lockstep(
            double leading, double chance, double number, int up, int down, double turbulence) {
        LockstepReading reading = new LockstepReading(
                TUESDAY, 64, ASSETS, 0.25, 0.3, leading, chance, 0.7, number, Doubles.of(1, 0, 0), turbulence);
        return new LockstepPart(
                        List.of(new BasketReading("three", reading, new SignLockstep(TUESDAY, ASSETS, 64, up, down))),
                        List.of(),
                        0.2,
                        inputs("Bonds", "Gold", "Stocks"))
                .statements();
    }

    @ParameterizedTest
    @CsvSource({
        "0.6, 0.5, more than chance, 0.2",
        "0.5, 0.5, no more than chance, 0",
        "0.4, 0.5, no more than chance, -0.2"
    })
    void theFirstComponentAgainstChance(double leading, double chance, String state, double excess) {
        MacroStatement said = lockstep(leading, chance, 2, 10, 10, 1).get(0);
        assertThat(said.subject()).isEqualTo("three, first component");
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.figure().value()).isEqualTo(excess, within(1e-12));
        assertThat(said.sample()).isEqualTo(Sample.of(64, "days"));
        assertThat(said.sentence())
                .isEqualTo(Text.of("%.0f.0 %% of the variance of 3 assets", 100 * leading)
                        + " against 50.0 % by chance, mean correlation +0.25");
    }

    @ParameterizedTest
    @CsvSource({"1.49, concentrated", "1.5, spread out"})
    void halfOfTheAssetsIsTheLimitOfConcentration(double number, String state) {
        MacroStatement said = lockstep(0.6, 0.5, number, 10, 10, 1).get(1);
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.sentence()).isEqualTo(Text.of("3 assets count as %.2f, absorption ratio 70.0 %%", number));
    }

    @ParameterizedTest
    @CsvSource({
        // Chance is a quarter: 16 of 64 days with a deviation of sqrt(12) = 3.46.
        "11, 11, not significantly above chance, 34.375, +1.7",
        "12, 11, in lockstep, 35.9375, +2.0",
        "0, 40, in lockstep, 62.5, +6.9"
    })
    void allOneWayOnMoreDaysThanChanceWouldHave(int up, int down, String state, double share, String z) {
        MacroStatement said = lockstep(0.6, 0.5, 2, up, down, 1).get(2);
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.figure().quoted()).isEqualTo(share, within(1e-9));
        assertThat(said.sentence())
                .isEqualTo("Bonds, Gold, Stocks all one way on " + (up + down) + " of 64 days (" + up + " up, " + down
                        + " down), 25 % by chance, z " + z);
    }

    @ParameterizedTest
    @CsvSource({"3, calm", "3.01, turbulent"})
    void turbulenceFromThreeOrdinaryDaysOn(double turbulence, String state) {
        assertThat(lockstep(0.6, 0.5, 2, 10, 10, turbulence).get(3).state()).isEqualTo(state);
    }

    @Test
    void turbulenceThatIsNotKnownIsNotSaid() {
        assertThat(lockstep(0.6, 0.5, 2, 10, 10, Double.NaN)).hasSize(3);
    }

    private static List<MacroStatement> map(double correlation) {
        return new LockstepPart(
                        List.of(),
                        List.of(new ReturnMap(
                                "Stocks",
                                "Bonds",
                                TUESDAY,
                                63,
                                ReturnMap.Quadrant.values()[0],
                                Rate.ofPercent(5),
                                Rate.ofPercent(2),
                                correlation)),
                        0.2,
                        inputs("Stocks", "Bonds"))
                .statements();
    }

    @ParameterizedTest
    @CsvSource({"0.19, true", "-0.19, true", "0.2, false", "-0.6, false"})
    void aLowCorrelationIsSaidToBeSo(double correlation, boolean isLow) {
        MacroStatement said = map(correlation).get(0);
        assertThat(said.state().endsWith(", low correlation")).isEqualTo(isLow);
        assertThat(said.sentence().endsWith(", so low that the quarter says little"))
                .isEqualTo(isLow);
        assertThat(said.sentence()).contains("(+5.00 %, +2.00 %), correlation " + Text.of("%+.2f", correlation));
        assertThat(map(Double.NaN)).isEmpty();
    }

    private static Sensitivities.Reading reading(double beta, double last, double expected) {
        return reading(beta, -0.8, last, expected);
    }

    private static Sensitivities.Reading reading(double beta, double correlation, double last, double expected) {
        return new Sensitivities.Reading(
                "Bonds",
                "10y",
                TUESDAY,
                126,
                beta,
                correlation,
                Rate.ofBasisPoints(5),
                Rate.ofPercent(0.2),
                Rate.ofPercent(last),
                Rate.ofPercent(expected),
                100);
    }

    private static List<MacroStatement> sensitivity(Sensitivities.Reading reading) {
        return new SensitivityPart(List.of(reading), List.of(), inputs("Bonds", "10y")).statements();
    }

    @ParameterizedTest
    @CsvSource({
        // A slope of 8 on a shock of 5 bp is 0.4 %.
        "-8, falls when it rises, -0.4",
        "8, rises with it, 0.4"
    })
    void aShockMovesTheAssetBySlopeTimesShock(double beta, String state, double move) {
        MacroStatement said = sensitivity(reading(beta, 0.3, 0.3)).get(0);
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.figure().quoted()).isEqualTo(move, within(0.001));
        assertThat(said.sentence()).contains("for a shock of one deviation (5.0 bp of 10y)", "correlation -0.80");
    }

    @ParameterizedTest
    @CsvSource({
        // t = r sqrt((126 - 2) / (1 - r^2)) is 2 at a correlation of 0.177.
        "0.18, 8, rises with it",
        "0.17, 8, no clear link",
        "-0.17, -8, no clear link",
        "-0.18, -8, falls when it rises",
        "0, 0, no clear link",
        "1, 8, rises with it"
    })
    void aLinkWithinTwoStandardErrorsIsNotCalledOne(double correlation, double beta, String state) {
        assertThat(sensitivity(reading(beta, correlation, 0.3, 0.3)).get(0).state())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "0.7, 0.3, went its own way, +2.00",
        "-0.1, 0.3, went its own way, -2.00",
        "0.69, 0.3, as the driver says, +1.95"
    })
    void aDisconnectFromTwoResidualDeviationsOn(double last, double expected, String state, String z) {
        MacroStatement said = sensitivity(reading(-8, last, expected)).get(1);
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.sentence()).isEqualTo(Text.of("%+.2f %% against %+.2f %% expected, z %s", last, expected, z));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.5, 0.2, mostly 10y",
        "0.5, -1, 0.2, mostly IG",
        "0.5, 0.5, 0.5, mostly 10y",
        "0.5, -0.4, 0.6, mostly neither"
    })
    void theLargestOfTheThreePartsIsNamed(double first, double second, double rest, String state) {
        AxisAttribution split = new AxisAttribution(
                "Bonds",
                "10y",
                "IG",
                TUESDAY,
                Rate.ofPercent(first + second + rest),
                Rate.ofPercent(first),
                Rate.ofPercent(second),
                0.5,
                126);
        MacroStatement said = new SensitivityPart(List.of(), List.of(split), inputs("Bonds", "10y", "IG"))
                .statements()
                .get(0);
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.sentence())
                .isEqualTo(Text.of(
                        "%+.2f %% = 10y %+.2f %% + IG %+.2f %% + unexplained %+.2f %%, R2 0.50",
                        first + second + rest, first, second, rest));
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LockstepPart(List.of(), List.of(), Double.POSITIVE_INFINITY, Map.of()))
                .withMessage("lowCorrelation must be finite or NaN but was Infinity");
    }
}
