package io.github.macroregime.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each check takes at its very limit, and what it says of the next number. */
class RequireTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 21);
    private static final double NONE = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private record Pair(String left, int number, String right) {}

    private static void refused(ThrowingCallable check, String message) {
        assertThatIllegalArgumentException().isThrownBy(check).withMessage(message);
    }

    @Test
    void componentsThatAreNullAreNamedInTheirOrder() {
        assertThatCode(() -> Require.components(Pair.class, "a", "b")).doesNotThrowAnyException();
        assertThatThrownBy(() -> Require.components(Pair.class, null, "b"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("left must not be null");
        assertThatThrownBy(() -> Require.components(Pair.class, "a", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("right must not be null");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void anInfinityIsFoundAtEveryPlace(int length) {
        for (int i = 0; i < length; i++) {
            int at = i;
            double[] x = new double[length];
            assertThat(Require.finite(x, "x")).isTrue();
            x[at] = NONE;
            assertThat(Require.finite(x, "x")).isFalse();
            refused(() -> Require.observed(x, "x"), "x[" + at + "] must be finite but was NaN");
            for (double infinite : new double[] {INFINITY, -INFINITY}) {
                x[at] = infinite;
                refused(() -> Require.finite(x, "x"), "x[" + at + "] must be finite or NaN but was " + infinite);
                refused(() -> Require.observed(x, "x"), "x[" + at + "] must be finite but was " + infinite);
            }
        }
        assertThat(Require.finite(new double[0], "x")).isTrue();
    }

    @Test
    void singleNumbersComeBackOrAreRefused() {
        for (double kept : new double[] {0, -1, Double.MAX_VALUE, -Double.MAX_VALUE}) {
            assertThat(Require.finite(kept, "x")).isEqualTo(kept);
            assertThat(Require.observed(kept, "x")).isEqualTo(kept);
            assertThatCode(() -> Require.observed(new double[] {kept}, "x")).doesNotThrowAnyException();
        }
        assertThat(Require.finite(NONE, "x")).isNaN();
        for (double refused : new double[] {INFINITY, -INFINITY}) {
            refused(() -> Require.finite(refused, "x"), "x must be finite or NaN but was " + refused);
            refused(() -> Require.observed(refused, "x"), "x must be finite but was " + refused);
        }
        refused(() -> Require.observed(NONE, "x"), "x must be finite but was NaN");
    }

    @Test
    void whatMustBeAboveZeroIsAboveZeroAndFinite() {
        for (double kept : new double[] {Double.MIN_VALUE, 1, Double.MAX_VALUE}) {
            assertThat(Require.positive(kept, "x")).isEqualTo(kept);
            assertThat(Require.positiveOrMissing(kept, "x")).isEqualTo(kept);
            assertThatCode(() -> Require.positiveOrMissing(new double[] {kept, NONE}, "x"))
                    .doesNotThrowAnyException();
        }
        assertThat(Require.positiveOrMissing(NONE, "x")).isNaN();
        refused(() -> Require.positive(NONE, "x"), "x must be above zero and finite but was NaN");
        for (double wrong : new double[] {0, -0.5, INFINITY, -INFINITY}) {
            refused(() -> Require.positive(wrong, "x"), "x must be above zero and finite but was " + wrong);
            refused(() -> Require.positiveOrMissing(wrong, "x"), "x must be above zero and finite but was " + wrong);
            refused(
                    () -> Require.positiveOrMissing(new double[] {1, wrong}, "x"),
                    "x[1] must be above zero and finite but was " + wrong);
        }
    }

    @Test
    void countsLengthsAndPlaces() {
        assertThat(Require.atLeast(3, 3, "n")).isEqualTo(3);
        refused(() -> Require.atLeast(2, 3, "n"), "n must be at least 3 but was 2");
        assertThatCode(() -> Require.atLeast(new double[2], 2, "x")).doesNotThrowAnyException();
        refused(() -> Require.atLeast(new double[1], 2, "x"), "x must have at least 2 numbers but had 1");
        assertThat(Require.index(0, 2, "i")).isZero();
        assertThat(Require.index(1, 2, "i")).isEqualTo(1);
        for (int wrong : new int[] {-1, 2}) {
            assertThatThrownBy(() -> Require.index(wrong, 2, "i"))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("i must lie in [0, 2) but was " + wrong);
        }
        assertThatCode(() -> Require.sameLength(new double[2], new double[2])).doesNotThrowAnyException();
        refused(() -> Require.sameLength(new double[2], new double[3]), "y must have 2 numbers like x but had 3");
        assertThatCode(() -> Require.alike(new double[][] {{1}, {NONE}})).doesNotThrowAnyException();
        refused(() -> Require.alike(new double[0][]), "series must be at least 1 but were 0");
        refused(
                () -> Require.alike(new double[][] {{1}, {1, 2}}),
                "series[1] must have 1 numbers like the first but had 2");
        refused(
                () -> Require.alike(new double[][] {{1}, {INFINITY}}),
                "series[1][0] must be finite or NaN but was Infinity");
    }

    private static TimeSeries in(Unit unit) {
        return TimeSeries.of(DateIndex.of(DAY, DAY.plusDays(1)), new double[] {1, 2}, unit);
    }

    /** Of each unit: whether it is one of rates, of returns, of prices. */
    @Test
    void unitsFitWhatIsMeant() {
        assertUnit(Unit.PERCENT, true, true, false);
        assertUnit(Unit.PERCENTAGE_POINTS, true, true, false);
        assertUnit(Unit.BASIS_POINTS, true, true, false);
        assertUnit(Unit.FRACTION, false, true, true);
        assertUnit(Unit.PRICE, false, false, true);
        assertUnit(Unit.COUNT, false, false, true);
        assertUnit(Unit.BILLIONS_OF_DOLLARS, false, false, true);
        assertUnit(Unit.SCORE, false, false, false);
        assertUnit(Unit.DAYS, false, false, false);
        assertUnit(new Unit("tenths", -1), false, false, true);
    }

    private static void assertUnit(Unit unit, boolean rates, boolean returns, boolean prices) {
        TimeSeries series = in(unit);
        String units = "in percent, percentage points or basis points";
        assertFit(rates, series, () -> Require.rates(series, "x"), units);
        assertFit(returns, series, () -> Require.returns(series, "x"), units + " or as a fraction");
        assertFit(prices, series, () -> Require.prices(series, "x"), "as prices, index levels or amounts");
    }

    private static void assertFit(boolean fits, TimeSeries series, Supplier<TimeSeries> check, String wanted) {
        if (fits) {
            assertThat(check.get()).isSameAs(series);
        } else {
            refused(check::get, "x must be quoted " + wanted + " but was in " + series.unit());
        }
    }

    @Test
    void unitsAddWithinTheirKind() {
        List<List<Unit>> kinds = List.of(
                List.of(Unit.PERCENT, Unit.PERCENTAGE_POINTS, Unit.BASIS_POINTS, Unit.FRACTION),
                List.of(Unit.MILLIONS_OF_DOLLARS, Unit.BILLIONS_OF_DOLLARS),
                List.of(Unit.COUNT, Unit.THOUSANDS),
                List.of(Unit.PRICE),
                List.of(Unit.SCORE),
                List.of(Unit.DAYS));
        for (List<Unit> kind : kinds) {
            for (List<Unit> others : kinds) {
                kind.forEach(mine -> others.forEach(theirs -> {
                    if (kind == others) {
                        assertThatCode(() -> Require.addable(mine, theirs)).doesNotThrowAnyException();
                    } else {
                        refused(
                                () -> Require.addable(mine, theirs),
                                "other must be in a unit that adds to " + mine + " but was in " + theirs);
                    }
                }));
            }
        }
    }

    @Test
    void aSeriesAboveZero() {
        TimeSeries above = in(Unit.PRICE);
        assertThat(Require.aboveZero(above, "x")).isSameAs(above);
        for (double wrong : new double[] {0, -1}) {
            TimeSeries below = TimeSeries.of(above.dates(), new double[] {NONE, wrong}, Unit.PRICE);
            refused(() -> Require.aboveZero(below, "x"), "x must be above zero but was " + wrong + " on 2025-07-22");
        }
    }

    @Test
    void probabilitiesAreNotNegativeAndSumToOne() {
        assertThatCode(() -> Require.distribution(Doubles.of(0, 0.25, 0.75), "p"))
                .doesNotThrowAnyException();
        assertThatCode(() -> Require.distribution(Doubles.of(0.5, 0.5 + 0.9e-9), "p"))
                .doesNotThrowAnyException();
        assertThatCode(() -> Require.distribution(Doubles.of(0.5, 0.5 - 0.9e-9), "p"))
                .doesNotThrowAnyException();
        refused(() -> Require.distribution(Doubles.of(0.5, 0.75), "p"), "p must sum to 1 but summed to 1.25");
        refused(() -> Require.distribution(Doubles.of(), "p"), "p must sum to 1 but summed to 0.0");
        refused(() -> Require.distribution(Doubles.of(1.5, -0.5), "p"), "p must not be negative but was -0.5 at 1");
        refused(() -> Require.distribution(Doubles.of(1, NONE), "p"), "p must not be negative but was NaN at 1");
    }
}
