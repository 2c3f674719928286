package io.github.macroregime.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

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
    void agreesWithSixtyDigitArithmetic(double z, double centred, double tail) {
        assertThat(Normal.centred(z)).isCloseTo(centred, within(2 * Math.ulp(centred)));
        assertThat(Normal.centred(-z)).isEqualTo(-Normal.centred(z));
        assertThat(Normal.cumulative(-z)).isCloseTo(tail, Percentage.withPercentage(1e-12));
        assertThat(Normal.cumulative(z)).isCloseTo(1 - tail, within(3e-16));
    }

    @Test
    void endsAtOneAndKeepsMissingMissing() {
        assertThat(Normal.centred(0)).isZero();
        assertThat(Normal.centred(1e300)).isEqualTo(1);
        assertThat(Normal.centred(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(Normal.centred(Double.NaN)).isNaN();
        assertThat(Normal.cumulative(Double.NaN)).isNaN();
        assertThat(Normal.cumulative(-40)).isBetween(0.0, 1e-300);
    }

    @Test
    void neverFalls() {
        double before = -1;
        for (int i = -5500; i < 5500; i++) {
            double z = i * 0.00173;
            double now = Normal.centred(z);
            assertThat(now).isBetween(Math.nextDown(Math.nextDown(Math.nextDown(before))), 1.0);
            before = now;
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
