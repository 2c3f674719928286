package io.github.macroregime.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {

    // Sixty-digit decimal arithmetic, rounded once.
    @ParameterizedTest
    @CsvSource({
        "0.001, 7.9788442782212518578994553e-4, 4.9960105778608893740710503e-1",
        "0.1, 7.9655674554057967337867815e-2, 4.6017216272297101633106609e-1",
        "0.5, 3.8292492254802620727540922e-1, 3.0853753872598689636229539e-1",
        "1, 6.8268949213708589717046509e-1, 1.5865525393145705141476745e-1",
        "1.5, 8.6638559746228386799101192e-1, 6.6807201268858066004494041e-2",
        "1.96, 9.5000420970355912757435262e-1, 2.4997895148220436212823692e-2",
        "2.0625, 9.6083984244324508939254926e-1, 1.9580078778377455303725370e-2",
        "3, 9.9730020393673981094669637e-1, 1.3498980316300945266518148e-3",
        "3.3125, 9.9907533873962279140882752e-1, 4.6233063018860429558624129e-4",
        "4.7, 9.9999739838509216543814381e-1, 1.3008074539172809280937047e-6",
        "6, 9.9999999802682470992460372e-1, 9.8658764503769814070086413e-10",
        "7.77, 9.9999999999999215138736774e-1, 3.9243063161315743109202045e-15",
        "8.2, 9.9999999999999975961296915e-1, 1.2019351542735858152449733e-16",
    })
    void agreesWithSixtyDigitArithmetic(double z, double central, double tail) {
        assertThat(Normal.centralProbability(z)).isCloseTo(central, within(2 * Math.ulp(central)));
        assertThat(Normal.centralProbability(-z)).isEqualTo(-Normal.centralProbability(z));
        assertThat(Normal.cumulative(-z)).isCloseTo(tail, Percentage.withPercentage(1e-13));
        assertThat(Normal.cumulative(z)).isCloseTo(1 - tail, within(3e-16));
    }

    // mpmath 1.3 with sixty digits, at the double nearest to z.
    @ParameterizedTest
    @CsvSource({
        "1.0625, 1.4400437900197094344131540e-1",
        "5.4375, 2.7016675179823067325614428e-8",
        "8.9375, 1.9903685253085042661535865e-19",
        "8.99, 1.2361521630761374949995107e-19",
        "9, 1.1285884059538406477355021e-19",
        "9.03, 8.5835898576283964601816333e-20",
        "12.3, 4.528706956158784651441355e-35",
        "20.7, 1.7318518790197378580389722e-95",
        "30.1, 2.4226672179857587657160171e-199",
        "37.4, 1.953681561648992248004474e-306",
    })
    void keepsTheDigitsOfSmallProbabilities(double z, double tail) {
        assertThat(Normal.cumulative(-z)).isCloseTo(tail, Percentage.withPercentage(1e-13));
    }

    // All terms of the series and of the fraction are positive; a thousand levels settle 25 digits from 1 on.
    @Test
    void agreesWithFortyDigitArithmeticAlongTheLowerTail() {
        for (int i = 1; i <= 250; i++) {
            double z = 1 + i * (36.5 / 250) * (i % 3 == 0 ? 1 : 0.22);
            double exact = tail(new BigDecimal(z));
            assertThat(Normal.cumulative(-z)).as("at -%s", z).isCloseTo(exact, Percentage.withPercentage(1e-13));
        }
    }

    private static double tail(BigDecimal z) {
        MathContext digits = new MathContext(40);
        BigDecimal fraction = z;
        for (int k = 1000; k > 0; k--) {
            fraction = z.add(BigDecimal.valueOf(k).divide(fraction, digits), digits);
        }
        BigDecimal exponent = z.multiply(z, digits).divide(BigDecimal.valueOf(2), digits);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal growth = BigDecimal.ONE;
        for (int k = 1; term.compareTo(growth.movePointLeft(40)) > 0; k++) {
            term = term.multiply(exponent, digits).divide(BigDecimal.valueOf(k), digits);
            growth = growth.add(term, digits);
        }
        BigDecimal pi = new BigDecimal("3.14159265358979323846264338327950288419717");
        BigDecimal rootOfTwoPi = pi.multiply(BigDecimal.valueOf(2)).sqrt(digits);
        return BigDecimal.ONE
                .divide(growth.multiply(rootOfTwoPi, digits).multiply(fraction, digits), digits)
                .doubleValue();
    }

    @Test
    void endsAtOneAndKeepsMissingMissing() {
        assertThat(Normal.centralProbability(0)).isZero();
        assertThat(Normal.centralProbability(1e300)).isEqualTo(1);
        assertThat(Normal.centralProbability(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(Normal.centralProbability(Double.NaN)).isNaN();
        assertThat(Normal.cumulative(Double.NaN)).isNaN();
        assertThat(Normal.cumulative(-38)).isBetween(2.8e-316, 2.9e-316);
        assertThat(Normal.cumulative(-40)).isZero();
        assertThat(Normal.cumulative(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Normal.cumulative(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    @Test
    void neverFalls() {
        double before = -1;
        for (int i = -5500; i < 5500; i++) {
            double z = i * 0.00173;
            double now = Normal.centralProbability(z);
            assertThat(now).isBetween(Math.nextDown(Math.nextDown(Math.nextDown(before))), 1.0);
            before = now;
        }
    }

    @Test
    void neverFallsInTheLowerTailAndIsSymmetric() {
        double before = 0;
        for (int i = -22_000; i < -577; i++) {
            double z = i * 0.00173;
            double now = Normal.cumulative(z);
            assertThat(now).as("at %s", z).isGreaterThan(before);
            assertThat(Normal.cumulative(-z)).as("at %s", -z).isCloseTo(1 - now, within(5e-16));
            before = now;
        }
    }

    // Where the way of computing changes, at every point of the grid and in the middle between two of them.
    @Test
    void neverFallsWhereItsPiecesJoin() {
        for (int i = 16; i <= 144; i++) {
            double z = i / 16.0;
            double below = Normal.cumulative(Math.nextDown(-z));
            double above = Normal.cumulative(Math.nextUp(-z));
            assertThat(below).as("at -%s", z).isLessThanOrEqualTo(above);
        }
    }

    // Decimal arithmetic again: Phi(-1.959963984540054...) = 0.025.
    @Test
    void quantilesAreTheTabulatedOnes() {
        assertThat(Normal.quantile(0.025)).isCloseTo(-1.9599639845400543, within(1e-14));
        assertThat(Normal.quantile(0.95)).isCloseTo(1.6448536269514722, within(1e-14));
        assertThat(Normal.quantile(0.01)).isCloseTo(-2.3263478740408408, within(1e-14));
        assertThat(Normal.quantile(0.5)).isCloseTo(0, within(1e-16));
        for (double p = 1e-12; p < 0.5; p *= 1.7) {
            assertThat(Normal.cumulative(Normal.quantile(p))).isCloseTo(p, Percentage.withPercentage(1e-11));
        }
    }

    @Test
    void refusesProbabilitiesThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normal.quantile(0))
                .withMessageContaining("but was 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Normal.quantile(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Normal.quantile(Double.NaN));
    }
}
