package io.github.macroregime.regime.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.outlook.CatalystCalendar.Catalyst;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Numbers by hand at the limits of what is taken and counted. */
class OutlookLimitsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    private static TimeSeries series(Unit unit, double... inside) {
        return TimeSeries.of(
                DateIndex.copyOf(DAY.datesUntil(DAY.plusDays(inside.length)).toList()), inside, unit);
    }

    private static Positioning.Report report(int week, double longs, double shorts) {
        return Positioning.Report.ofTuesday(DAY.plusWeeks(week), longs, shorts, 200);
    }

    @Test
    void sharesAndChangesOfPositions() {
        List<Positioning.Report> reports = List.of(report(0, 30, 10), report(1, 10, 40), report(2, 50, 20));
        Positioning.Reading two =
                Positioning.reading("m", "t", reports, DAY.plusYears(1), 2, 1).orElseThrow();
        // Nets 20, -30, 30: index 100 after 0, a share of 30 of 200, and 1/sqrt(2) deviations from the mean of two.
        assertThat(two.index()).isEqualTo(100);
        assertThat(two.indexChange()).isEqualTo(100);
        assertThat(two.shareOfOpenInterest()).isEqualTo(0.15);
        assertThat(two.percentile()).isEqualTo(0.75);
        assertThat(two.zScore()).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(two.weeks()).isEqualTo(2);
        assertThat(Positioning.reading("m", "t", reports, DAY.plusYears(1), 3, 2)
                        .orElseThrow()
                        .indexChange())
                .isNaN();
        assertThat(Positioning.reading("m", "t", reports, DAY.plusYears(1), 2, 3)
                        .orElseThrow()
                        .indexChange())
                .isNaN();
        assertThat(Positioning.reading("m", "t", reports, DAY.plusYears(1), 4, 1))
                .isEmpty();
        assertThatThrownBy(() -> Positioning.reading("m", "t", reports, DAY, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Positioning.reading("m", "t", reports, DAY, 2, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Positioning.reading("m", "t", List.of(reports.get(0), reports.get(0)), DAY, 2, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reportsOfNoContracts() {
        assertThat(new Positioning.Report(DAY, DAY, false, 0, 0, 1).net()).isZero();
        assertThat(report(0, 3, 10).net()).isEqualTo(-7);
        assertThat(report(0, 0, 0).released()).isEqualTo(DAY.plusDays(3));
        double large = Double.MAX_VALUE;
        double[][] wrong = {{-1, 0, 1}, {0, -1, 1}, {0, 0, 0}, {large, large, 1}, {Double.NaN, 0, 1}, {0, Double.NaN, 1}
        };
        for (double[] each : wrong) {
            assertThatThrownBy(() -> new Positioning.Report(DAY, DAY, false, each[0], each[1], each[2]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Positioning.Report(DAY, DAY.minusDays(1), false, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Positioning.Report(DAY, DAY, true, 1, 1, 1).publication())
                .contains("assumed");
        assertThat(new Positioning.Report(DAY, DAY, false, 1, 1, 1).publication())
                .isEqualTo("released 2025-07-01");
    }

    /** Returns of -2, -1, 0, 1, 2 and 6 %: a profile by hand. */
    @Test
    void aProfileOfSixReturns() {
        ForwardProfile profile = ForwardProfiles.of(new double[] {0.02, -0.02, 0.06, 0, -0.01, 0.01}, 1);
        assertThat(profile.mean().percent()).isCloseTo(1, within(1e-12));
        assertThat(profile.median().percent()).isCloseTo(0.5, within(1e-12));
        // Squares about 1 %: 9, 4, 1, 0, 1 and 25: 40 over 5.
        assertThat(profile.deviation().percent()).isCloseTo(Math.sqrt(8), within(1e-12));
        // Between order statistics: -2 + 0.5, and 2 + 0.5 x 4.
        assertThat(profile.q10().percent()).isCloseTo(-1.5, within(1e-12));
        assertThat(profile.q90().percent()).isCloseTo(4, within(1e-12));
        assertThat(profile.hitRate()).isEqualTo(0.5);
        assertThat(profile.tailMean().percent()).isCloseTo(-2, within(1e-12));
        assertThat(profile.gains().percent()).isCloseTo(9, within(1e-12));
        assertThat(profile.losses().percent()).isCloseTo(3, within(1e-12));
        // Over n, not n - 1: sqrt(40 / 6 / 6).
        assertThat(profile.standardError().percent()).isCloseTo(Math.sqrt(40 / 36.0), within(1e-12));
        assertThat(profile.t().orElseThrow()).isCloseTo(1 / Math.sqrt(40 / 36.0), within(1e-10));
        assertThat(profile.upsideToDownside().orElseThrow()).isCloseTo(3.5 / 2, within(1e-10));
        assertThat(profile.quantileSkew().orElseThrow()).isCloseTo((4 - 1.5 - 1) / 5.5, within(1e-10));
        assertThat(profile.rewardToTail().orElseThrow()).isCloseTo(0.5, within(1e-10));
        assertThat(profile.omega().orElseThrow()).isCloseTo(3, within(1e-10));
        assertThat(profile.effectiveN()).isEqualTo(6);
    }

    @Test
    void overlappingReturnsWeighTheirCovariances() {
        // Deviations 1, 1, -1, -1 %: variance 1, first covariance (1 - 1 + 1) / 4, weighed by 2 (1 - 1/2).
        ForwardProfile profile = ForwardProfiles.of(new double[] {0.02, 0.02, 0, 0}, 2);
        assertThat(profile.standardError().percent()).isCloseTo(Math.sqrt(1.25 / 4), within(1e-12));
        assertThat(profile.effectiveN()).isEqualTo(2);
        assertThat(profile.hitRate()).isEqualTo(0.5);
        assertThat(profile.losses()).isEqualTo(Rate.ZERO);
        assertThat(profile.omega()).isEmpty();
        assertThat(ForwardProfiles.of(new double[] {0.01, 0.03}, 1).skewness()).isNaN();
        assertThat(ForwardProfiles.of(new double[] {0.01, 0.03, 0.05}, 1).skewness())
                .isCloseTo(0, within(1e-9));
        assertThat(ForwardProfiles.of(new double[] {0.01, 0.01}, 1).t()).isEmpty();
        assertThat(ForwardProfiles.of(new double[] {0.01, 0.01}, 1).quantileSkew())
                .isEmpty();
        // More lags than returns: those there are.
        assertThat(ForwardProfiles.of(new double[] {0.01, 0.03}, 9)
                        .standardError()
                        .percent())
                .isCloseTo(Math.sqrt((1 - 2 * (1 - 1 / 9.0) / 2) / 2), within(1e-9));
    }

    @Test
    void returnsAheadAndTheirStates() {
        assertThat(ForwardProfiles.forwardReturns(new double[] {1, Math.E, 1}, 1))
                .containsExactly(new double[] {1, -1, Double.NaN}, within(1e-15));
        assertThat(ForwardProfiles.forwardReturns(new double[] {1, 2}, 2)).containsExactly(Double.NaN, Double.NaN);
        assertThatThrownBy(() -> ForwardProfiles.forwardReturns(new double[] {1, 2}, 0))
                .isInstanceOf(IllegalArgumentException.class);
        for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> ForwardProfiles.forwardReturns(new double[] {1, wrong}, 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        TimeSeries closes = series(Unit.PRICE, 1, 2, 4, 8, 8, 100);
        StateProfiles<String> states = ForwardProfiles.byState(
                closes,
                day -> day.equals(DAY) ? Optional.empty() : Optional.of(day.isBefore(DAY.plusDays(3)) ? "up" : "flat"),
                DAY.plusDays(4),
                1);
        // The second and third closes double; the fourth stays, the fifth is not followed by one.
        assertThat(states.profiles()).containsOnlyKeys("up");
        assertThat(states.profiles().get("up").n()).isEqualTo(2);
        assertThat(states.profiles().get("up").mean().decimal()).isCloseTo(StrictMath.log(2), within(1e-15));
        assertThat(states.tooFew()).isEqualTo(Map.of("flat", 1));
        assertThat(states.current()).containsExactly("flat");
        assertThat(states.now()).isEmpty();
    }

    @Test
    void profilesOfFewReturnsAreRefused() {
        assertThatThrownBy(() -> ForwardProfiles.of(new double[] {0.01}, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ForwardProfiles.of(new double[] {0.01, Double.POSITIVE_INFINITY}, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ForwardProfiles.of(new double[] {0.01, 0.02}, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eventsFromTheDayOn() {
        Catalyst today = new Catalyst(DAY, "A", 2, DAY.minusDays(9), DAY.plusDays(3));
        Catalyst later = new Catalyst(DAY.plusDays(5), "A", 1, DAY, LocalDate.MAX);
        CatalystCalendar calendar = new CatalystCalendar(List.of(later, today));
        assertThat(calendar.events()).containsExactly(today, later);
        assertThat(calendar.between(DAY, DAY.plusDays(5))).containsExactly(today);
        assertThat(calendar.between(DAY, DAY.plusDays(6))).containsExactly(today, later);
        assertThat(calendar.between(DAY.plusDays(1), DAY.plusDays(6))).containsExactly(later);
        assertThat(calendar.knownOn(DAY).events()).containsExactly(today, later);
        assertThat(calendar.knownOn(DAY.minusDays(1)).events()).containsExactly(today);
        assertThat(calendar.knownOn(DAY.plusDays(2)).events()).containsExactly(today, later);
        assertThat(calendar.knownOn(DAY.plusDays(3)).events()).containsExactly(later);
        assertThat(calendar.next("A", DAY)).contains(today);
        assertThat(calendar.next("A", DAY.plusDays(1))).contains(later);
        assertThat(calendar.next("B", DAY)).isEmpty();
        assertThat(calendar.datesOf("A")).isEqualTo(DateIndex.of(DAY, DAY.plusDays(5)));
        // 2 today, and 1 e^-1 five days ahead; twice that where such events move twice as much.
        assertThat(calendar.pressure(DAY, Map.of())).isCloseTo(2 + StrictMath.exp(-1), within(1e-14));
        assertThat(calendar.pressure(DAY, Map.of("A", 2.0))).isCloseTo(4 + 2 * StrictMath.exp(-1), within(1e-14));
        assertThat(Catalyst.scheduled(DAY, "A", 1).knownOn()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(Catalyst.scheduled(DAY, "A", 1).withdrawnOn()).isEqualTo(LocalDate.MAX);
        for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Catalyst.scheduled(DAY, "A", wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Catalyst.scheduled(DAY, " ", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void straddlesAndRatiosAtZero() {
        assertThat(Catalysts.impliedMove(0, 1)).isEqualTo(Rate.ZERO);
        assertThatThrownBy(() -> Catalysts.impliedMove(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Catalysts.impliedMove(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Catalysts.EventVolatility("k", Rate.ofPercent(2), Rate.ZERO, 2, 2).ratio())
                .isEmpty();
        // Two days of either sort are enough, and one is not.
        TimeSeries returns = series(Unit.PERCENT, 0.01, 0.03, 0.02, 0.02);
        Catalysts.EventVolatility two = Catalysts.volatility(
                        "k", DateIndex.of(DAY, DAY.plusDays(1)), returns, DAY.plusDays(3))
                .orElseThrow();
        assertThat(two.onEvents().percent()).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(two.otherwise()).isEqualTo(Rate.ZERO);
        assertThat(Catalysts.volatility("k", DateIndex.of(DAY), returns, DAY.plusDays(3)))
                .isEmpty();
        assertThat(Catalysts.volatility(
                        "k", DateIndex.of(DAY, DAY.plusDays(1), DAY.plusDays(2)), returns, DAY.plusDays(3)))
                .isEmpty();
        // Equal surprises have no slope.
        assertThat(Catalysts.surpriseBeta("k", series(Unit.FRACTION, 1, 1, 1, 1), returns, DAY.plusDays(3)))
                .isEmpty();
    }

    @Test
    void premiumsAndTheirChange() {
        TimeSeries premium = series(Unit.PERCENT, 0.01, 0.03, Double.NaN, 0.02);
        EquityPremium.Reading two = EquityPremium.reading(
                        EquityPremium.Definition.TRAILING_LESS_REAL, premium, DAY.plusDays(9), 2)
                .orElseThrow();
        assertThat(two.change().percent()).isCloseTo(1, within(1e-12));
        assertThat(two.zScore()).isCloseTo(0, within(1e-12));
        assertThat(two.percentile()).isEqualTo(0.5);
        assertThat(EquityPremium.reading(EquityPremium.Definition.TRAILING_LESS_REAL, premium, DAY.plusDays(9), 3))
                .isEmpty();
        assertThatThrownBy(() -> EquityPremium.reading(EquityPremium.Definition.TRAILING_LESS_REAL, premium, DAY, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EquityPremium.of(Double.POSITIVE_INFINITY, Rate.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EquityPremium.history(series(Unit.PRICE, 0), series(Unit.PERCENT, 0.01), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(List.of(EquityPremium.Definition.values()))
                .filteredOn(EquityPremium.Definition::isForward)
                .containsExactly(
                        EquityPremium.Definition.FORWARD_LESS_REAL, EquityPremium.Definition.FORWARD_LESS_NOMINAL);
    }

    @Test
    void skewsOfFewReturns() {
        // Log returns 1, -1 and 3: cubes sum to 27, squares to 11.
        double e = Math.E;
        TimeSeries prices = series(Unit.PRICE, 1, e, 1, e * e * e);
        Skew.Reading reading =
                Skew.reading(prices.named("x"), DAY.plusDays(3), 3).orElseThrow();
        assertThat(reading.realised()).isCloseTo(Math.sqrt(3) * 27 / StrictMath.pow(11, 1.5), within(1e-12));
        // Squares of rises 10, of falls 1.
        assertThat(reading.semivariance()).isCloseTo(9 / 11.0, within(1e-12));
        // Quantiles -0.6, 1 and 2.6.
        assertThat(reading.quantile()).isCloseTo(0, within(1e-12));
        assertThat(reading.n()).isEqualTo(3);
        assertThat(Skew.reading(prices.named("x"), DAY.plusDays(2), 3)).isEmpty();
        assertThatThrownBy(() -> Skew.reading(prices.named("x"), DAY, 2)).isInstanceOf(IllegalArgumentException.class);
        for (int at = 0; at < 4; at++) {
            double[] wrong = {1, 2, 3, 4};
            wrong[at] = 0;
            assertThatThrownBy(() -> Skew.reading(series(Unit.PRICE, wrong).named("x"), DAY.plusDays(3), 3))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Skew.quantileSkew(new double[] {0, 1, 5}, new Probability(0, 1)))
                .isCloseTo(0.6, within(1e-12));
        assertThat(Skew.optionSkew(Rate.ofPercent(10), Rate.ofPercent(14), Rate.ofPercent(20)))
                .isCloseTo(-0.2, within(1e-12));
    }

    @Test
    void realisedVolatilityOfTwoReturns() {
        TimeSeries closes = series(Unit.PRICE, 1, Math.E, 1, 1);
        TimeSeries realised = VolatilityPremium.realised(closes, 2, 1);
        assertThat(realised.values().toArray())
                .containsExactly(new double[] {Double.NaN, Double.NaN, Math.sqrt(2), Math.sqrt(0.5)}, within(1e-12));
        assertThatThrownBy(() -> VolatilityPremium.realised(closes, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VolatilityPremium.realised(closes, 2, 0)).isInstanceOf(IllegalArgumentException.class);
        TimeSeries implied = series(Unit.PERCENT, 2, 2, 2, 2);
        VolatilityPremium first =
                VolatilityPremium.on(closes, implied, DAY.plusDays(2), 2, 1, 2).orElseThrow();
        assertThat(first.n()).isOne();
        assertThat(first.zScore()).isNaN();
        assertThat(first.percentile()).isEqualTo(0.5);
        VolatilityPremium second =
                VolatilityPremium.on(closes, implied, DAY.plusDays(3), 2, 1, 2).orElseThrow();
        assertThat(second.n()).isEqualTo(2);
        assertThat(second.percentile()).isEqualTo(0.75);
        assertThat(second.zScore()).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(second.premium().decimal()).isCloseTo(2 - Math.sqrt(0.5), within(1e-12));
        assertThat(second.realised().decimal()).isCloseTo(Math.sqrt(0.5), within(1e-12));
    }
}
