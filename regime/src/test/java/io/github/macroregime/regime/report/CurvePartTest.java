package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.ByHand.daily;
import static io.github.macroregime.regime.report.ByHand.yieldOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.curve.CurveMoves.YieldSplit;
import io.github.macroregime.regime.curve.CurveOptions;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurvePartTest {

    private static MacroReport report(int days, MacroInput... inputs) {
        MacroOptions options =
                MacroOptions.withDefaults().withCurve(new CurveOptions(days, Rate.ofBasisPoints(0.5), 4));
        return MacroReport.of(MacroInputs.of(inputs), TUESDAY, options, Set.of(Topic.CURVE));
    }

    private static MacroStatement said(MacroReport report, String subject) {
        return report.statement(Topic.CURVE, subject).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "-4, -3, bull steepener, 1.0 bp, front",
        "-3, -5, bull flattener, -2.0 bp, long",
        "3, 5, bear steepener, 2.0 bp, long",
        "5, 3, bear flattener, -2.0 bp, front",
        "-3, 2, twist steepener, 5.0 bp, front",
        "2, -3, twist flattener, -5.0 bp, long",
        "-3, -3, bull parallel, 0.0 bp, both",
        "3, 3, bear parallel, 0.0 bp, both",
        "0, 0, unchanged, 0.0 bp, both"
    })
    void theMoveOfADay(double front, double end, String state, String slope, String driver) {
        MacroStatement day =
                said(report(1, yieldOf("2y", 4, 4 + front / 100), yieldOf("10y", 4.5, 4.5 + end / 100)), "2s10s, day");
        assertThat(day.state()).isEqualTo(state);
        assertThat(day.figure()).hasToString(slope);
        assertThat(day.sentence())
                .isEqualTo(Text.of("%s, short %+.1f bp, long %+.1f bp, led by %s", state, front, end, driver));
        assertThat(day.sample()).isEqualTo(Sample.of(1, "day"));
    }

    @Test
    void theMoveOfTheWindowAndTheSharesOfItsRegimes() {
        // Moves over two days of the 2-year: -4 -4 +2 -4; the 10-year falls by one a day.
        MacroReport report = report(
                2,
                yieldOf("2y", 4.00, 3.98, 3.96, 3.94, 3.98, 3.90),
                yieldOf("10y", 4.50, 4.49, 4.48, 4.47, 4.46, 4.45));
        MacroStatement window = said(report, "2s10s, 2 days");
        assertThat(window.sentence()).isEqualTo("bull steepener, short -4.0 bp, long -2.0 bp, led by front");
        assertThat(window.figure().quoted()).isEqualTo(2, within(1e-9));
        MacroStatement most = said(report, "2s10s, most frequent of the last 4 days");
        assertThat(most.state()).isEqualTo("bull steepener");
        assertThat(most.sentence()).isEqualTo("bull steepener on 75 % of the last 4 days");
        assertThat(most.sample()).isEqualTo(new Sample(4, "days", 2));
    }

    @ParameterizedTest
    @CsvSource({"-3, -2, real yield moved more", "-2, -3, break-even moved more", "2, -2, real yield moved more"})
    void theNominalMoveIsSplit(double real, double breakeven, String state) {
        double nominal = real + breakeven + 0.5;
        MacroReport report = report(
                1,
                yieldOf("2y", 4, 4),
                yieldOf("10y", 4.5, 4.5 + nominal / 100),
                new RatesInput.RealYield(
                        "10y",
                        daily("real", Unit.PERCENT, 2, 2 + real / 100),
                        daily("break-even", Unit.PERCENT, 2.4, 2.4 + breakeven / 100)));
        MacroStatement split = said(report, "10y, real and break-even over 1 days");
        assertThat(split.state()).isEqualTo(state);
        assertThat(split.sentence())
                .isEqualTo(Text.of(
                        "%+.1f bp = real %+.1f bp + break-even %+.1f bp + residual +0.5 bp", nominal, real, breakeven));
    }

    @Test
    void whatIsLackingIsNamed() {
        MacroReport report = report(1, yieldOf("2y", 4, 4), yieldOf("10y", 4.5, 4.4));
        assertThat(report.gaps())
                .contains(
                        new Gap("a recent yield for 5s30s", "its move is left out"),
                        new Gap("a real yield and break-even inflation", "moves of yields are not split"));
        assertThat(report(1, yieldOf("2y", 4, 4)).gaps())
                .contains(new Gap("a recent pair of government yields", "the yield curve is left out"));
    }

    @Test
    void refusals() {
        YieldSplit split = new YieldSplit(TUESDAY, TUESDAY, Rate.ZERO, Rate.ZERO, Rate.ZERO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CurvePart.NamedSplit("10y", -1, split))
                .withMessage("days must be at least 0 but was -1");
    }
}
