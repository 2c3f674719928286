package io.github.macroregime.regime.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ForwardProfilesLaws {

    @Property(seed = "20250722")
    void appendedDataChangeNothingBefore(
            @ForAll("prices") double[] close,
            @ForAll @IntRange(min = 5, max = 59) int cut,
            @ForAll @IntRange(min = 1, max = 8) int horizon) {
        LocalDate asOf = day(cut - 1);
        StateProfiles<Boolean> whole =
                ForwardProfiles.byState(series(close, 60), ForwardProfilesLaws::even, asOf, horizon);
        assertThat(whole)
                .isEqualTo(ForwardProfiles.byState(series(close, cut), ForwardProfilesLaws::even, asOf, horizon));
    }

    @Property(seed = "20250722")
    void everyMaturedOutcomeIsInOneState(
            @ForAll("prices") double[] close, @ForAll @IntRange(min = 1, max = 8) int horizon) {
        StateProfiles<Boolean> profiles =
                ForwardProfiles.byState(series(close, 60), ForwardProfilesLaws::even, day(59), horizon);
        int n = profiles.profiles().values().stream()
                .mapToInt(ForwardProfile::n)
                .sum();
        assertThat(n).isEqualTo(60 - horizon);
        assertThat(profiles.current()).containsExactly(day(59).toEpochDay() % 2 == 0);
    }

    @Property(seed = "20250722")
    void theLevelOfPricesDoesNotMatter(
            @ForAll("prices") double[] close, @ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
        double[] scaled = Arrays.stream(close).map(p -> p * factor).toArray();
        ForwardProfile one = all(close);
        ForwardProfile other = all(scaled);
        assertThat(other.mean().decimal()).isEqualTo(one.mean().decimal(), within(1e-13));
        assertThat(other.q10().decimal()).isEqualTo(one.q10().decimal(), within(1e-13));
        assertThat(other.standardError().decimal())
                .isEqualTo(one.standardError().decimal(), within(1e-12));
    }

    @Property(seed = "20250722")
    void reflectionOfLogPricesMirrorsTheProfile(@ForAll("prices") double[] close) {
        ForwardProfile one = all(close);
        ForwardProfile mirrored = all(Arrays.stream(close).map(p -> 1e4 / p).toArray());
        assertThat(mirrored.mean().decimal()).isEqualTo(-one.mean().decimal(), within(1e-13));
        assertThat(mirrored.q90().decimal()).isEqualTo(-one.q10().decimal(), within(1e-13));
        assertThat(mirrored.gains().decimal()).isEqualTo(one.losses().decimal(), within(1e-12));
    }

    /** Read upwards and downwards, near and far, with equal outcomes and with none that differ. */
    @Property(tries = 200)
    void anyNumberOfFirstOutcomesHasTheProfileOfItsOwn(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 300) int size,
            @ForAll @IntRange(min = 1, max = 30) int horizon) {
        Random random = new Random(seed);
        double[] returns = random.doubles(size)
                .map(each -> random.nextInt(3) == 0 ? Math.rint(9 * each - 4) / 64 : each - 0.5)
                .toArray();
        IntFunction<ForwardProfile> history = ForwardProfiles.history(returns, horizon);
        int n = size;
        for (int look = 0; look < 40; look++) {
            assertThat(history.apply(n)).isEqualTo(ForwardProfiles.of(Arrays.copyOf(returns, n), horizon));
            int step = random.nextInt(look % 10 == 0 ? size : 4);
            n = Math.max(2, Math.min(size, n + (random.nextBoolean() ? step : -step)));
        }
    }

    /** Bartlett's weights on autocovariances that are summed one lag after the other, to the bit. */
    @Property(tries = 200)
    void theErrorOfTheMeanIsThatOfOneLagAfterTheOther(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 90) int n,
            @ForAll @IntRange(max = 100) int lags,
            @ForAll @IntRange(min = -300, max = 150) int exponent) {
        double[] returns = new Random(seed)
                .doubles(n)
                .map(each -> Math.scalb(each - 0.5, exponent))
                .toArray();
        double mean = Moments.mean(returns);
        double[] deviations = Arrays.stream(returns).map(r -> r - mean).toArray();
        double variance = 0;
        for (int lag = 0; lag <= Math.min(lags, n - 1); lag++) {
            int shift = lag;
            double[] products = IntStream.range(0, n - lag)
                    .mapToDouble(t -> deviations[t] * deviations[t + shift])
                    .toArray();
            double weight = lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0));
            variance += weight * (Moments.sum(products) / n);
        }
        assertThat(NeweyWest.standardError(returns, mean, lags)).isEqualTo(Math.sqrt(Math.max(variance, 0) / n));
    }

    @Example
    void anErrorBeyondAllNumbersIsRefused() {
        double[] returns = {1e200, -1e200, 1e200};
        assertThatThrownBy(() -> NeweyWest.standardError(returns, 0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x[0]");
    }

    @Example
    void twoOutcomesByHand() {
        ForwardProfile profile = ForwardProfiles.of(new double[] {-0.1, 0.3}, 1);
        assertThat(profile.mean().decimal()).isEqualTo(0.1, within(1e-16));
        assertThat(profile.q10().decimal()).isEqualTo(-0.06, within(1e-16));
        assertThat(profile.tailMean().decimal()).isEqualTo(-0.1, within(1e-16));
        assertThat(profile.rewardToTail().orElseThrow()).isEqualTo(1, within(1e-15));
        assertThat(profile.standardError().decimal()).isEqualTo(0.2 / Math.sqrt(2), within(1e-16));
        assertThat(profile.skewness()).isNaN();
        assertThat(profile.upsideToDownside().orElseThrow()).isEqualTo(1, within(1e-14));
        assertThat(profile.omega().orElseThrow()).isEqualTo(3, within(1e-14));
    }

    @Example
    void whatCannotBeDividedIsEmpty() {
        ForwardProfile flat = ForwardProfiles.of(new double[] {0, 0, 0}, 2);
        assertThat(flat.t()).isEmpty();
        assertThat(flat.omega()).isEmpty();
        assertThat(flat.toString()).contains("t undefined").contains("effective n 1.5");
    }

    @Example
    void aStateWithOneOutcomeIsNamedAsTooFew() {
        StateProfiles<Boolean> profiles =
                ForwardProfiles.byState(series(new double[] {1, 2, 3}, 3), ForwardProfilesLaws::even, day(2), 1);
        assertThat(profiles.profiles()).isEmpty();
        assertThat(profiles.tooFew()).hasSize(2);
        assertThat(profiles.now()).isEmpty();
        assertThat(profiles.toString()).contains("too few outcomes, n 1");
        assertThatThrownBy(() -> ForwardProfiles.forwardReturns(new double[] {1, -1}, 1))
                .hasMessageContaining("close[1] must be positive");
    }

    private static ForwardProfile all(double[] close) {
        double[] returns = ForwardProfiles.forwardReturns(close, 3);
        return ForwardProfiles.of(Arrays.copyOf(returns, returns.length - 3), 3);
    }

    private static TimeSeries series(double[] close, int length) {
        DateIndex dates = DateIndex.ofEpochDays(
                IntStream.range(0, length).map(t -> 20000 + t).toArray());
        return TimeSeries.of(dates, Arrays.copyOf(close, length), Unit.PRICE);
    }

    private static Optional<Boolean> even(LocalDate date) {
        return Optional.of(date.toEpochDay() % 2 == 0);
    }

    private static LocalDate day(int t) {
        return LocalDate.ofEpochDay(20000 + t);
    }

    @Provide
    Arbitrary<double[]> prices() {
        return Arbitraries.doubles().between(50, 200).array(double[].class).ofSize(60);
    }
}
