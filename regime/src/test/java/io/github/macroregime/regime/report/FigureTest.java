package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    private static final List<Unit> UNITS = List.of(
            Unit.PERCENT,
            Unit.PERCENTAGE_POINTS,
            Unit.BASIS_POINTS,
            Unit.BILLIONS_OF_DOLLARS,
            Unit.COUNT,
            Unit.DAYS,
            Unit.FRACTION,
            Unit.PRICE,
            Unit.SCORE);

    private static Unit unit(String symbol) {
        return UNITS.stream()
                .filter(each -> each.toString().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0433, %, 4.33 %, +4.33 %",
        "-0.00123, pp, -0.12 pp, -0.12 pp",
        "0.005114, bp, 51.1 bp, +51.1 bp",
        "-0.00000049, bp, 0.0 bp, 0.0 bp",
        "6139.2e9, $ bn, '$6,139.2 bn', '+$6,139.2 bn'",
        "1234, count, '1,234', '+1,234'",
        "-3, count, -3, -3",
        "23, days, 23 days, +23 days",
        "0.5, fraction, 0.50, +0.50",
        "6305.6, price, '6,305.60', '+6,305.60'",
        "-1.255, score, -1.26 score, -1.26 score",
        "NaN, %, undefined, undefined"
    })
    void aReaderSeesTheNumberInItsUnit(double value, String symbol, String text, String signed) {
        Figure figure = new Figure(value, unit(symbol));
        assertThat(figure).hasToString(text);
        assertThat(figure.signed()).isEqualTo(signed);
    }

    @ParameterizedTest
    @CsvSource({
        // Basis points keep five places, the others six; halves go to the even digit.
        "0.00012345678, bp, 1.23457",
        "0.00010000050, bp, 1.0",
        "0.00010000150, bp, 1.00002",
        "0.0123456789, %, 1.234568",
        "1.0000005, score, 1.0",
        "1.0000015, score, 1.000002",
        "-0.0000004, score, 0.0",
        "123456.789, price, 123456.789"
    })
    void whatArithmeticLeavesBehindIsRoundedAway(double value, String symbol, double rounded) {
        assertThat(new Figure(value, unit(symbol)).rounded()).isEqualTo(rounded);
    }

    @Property(tries = 200)
    void roundingMovesByAtMostHalfADigitAndNotTwice(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double quoted, @ForAll @IntRange(max = 8) int which) {
        Unit unit = UNITS.get(which);
        Figure figure = new Figure(unit.inside(quoted), unit);
        double half = unit.equals(Unit.BASIS_POINTS) ? 0.5e-5 : 0.5e-6;
        assertThat(figure.rounded()).isEqualTo(figure.quoted(), within(half * (1 + 1e-3)));
        assertThat(new Figure(unit.inside(figure.rounded()), unit).rounded()).isEqualTo(figure.rounded());
    }

    @Property(tries = 200)
    void aDifferenceThereAndBackIsOpposite(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double one,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double other) {
        Figure first = Figure.score(one);
        Figure second = Figure.score(other);
        assertThat(first.minus(second).value()).isEqualTo(one - other);
        assertThat(second.minus(first).value()).isEqualTo(-first.minus(second).value());
        assertThat(first.minus(first).value()).isZero();
    }

    @Property(tries = 200)
    void aSignAgreesWithTheNumber(@ForAll @DoubleRange(min = -1e4, max = 1e4) double quoted) {
        Figure figure = new Figure(Unit.PERCENT.inside(quoted), Unit.PERCENT);
        String sign = figure.signed().substring(0, 1);
        if (Math.abs(quoted) >= 0.01) {
            assertThat(sign).isEqualTo(quoted > 0 ? "+" : "-");
        }
        assertThat(figure.signed()).isNotEqualTo("-0.00 %");
    }

    @Test
    void aRateIsAFigureOfItsUnit() {
        Rate rate = Rate.ofBasisPoints(125);
        assertThat(Figure.basisPoints(rate).quoted()).isEqualTo(125, within(1e-9));
        assertThat(Figure.percent(rate).quoted()).isEqualTo(1.25, within(1e-12));
        assertThat(Figure.percent(0.0125)).isEqualTo(Figure.percent(rate));
        assertThat(Figure.ratio(2).unit()).isEqualTo(Unit.FRACTION);
        assertThat(Figure.score(2).unit()).isEqualTo(Unit.SCORE);
    }

    @Test
    void refusals() {
        assertThatNullPointerException().isThrownBy(() -> new Figure(1, null)).withMessage("unit must not be null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Figure(Double.POSITIVE_INFINITY, Unit.SCORE))
                .withMessage("value must be finite or NaN but was Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figure.score(1).minus(Figure.ratio(1)))
                .withMessage("earlier must be in score but was in fraction");
    }
}
