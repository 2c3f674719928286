package io.github.macroregime.regime.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.drivers.DriverModel.Group;
import io.github.macroregime.regime.drivers.DriverReading.Direction;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DriverModelTest {

    private static final int N = 900;
    private static final DateIndex DATES = DateIndex.copyOf(Stream.iterate(
                    LocalDate.of(2020, 1, 1), date -> date.plusDays(1))
            .filter(date -> date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY)
            .limit(N)
            .toList());
    private static final DriverModel MODEL = DriverModel.of(
                    Change.LOGARITHMIC, Group.of("first", "a", "b"), Group.of("second", "c"))
            .withFits(120, 5, 0);

    private static TimeSeries noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return TimeSeries.of(DATES, random.doubles(N).map(x -> x - 0.5).toArray(), Unit.SCORE);
    }

    private static Panel drivers() {
        return Panel.onAllDates(noise(1).named("a"), noise(2).named("b"), noise(3).named("c"));
    }

    /** A price whose next five days follow driver a of today. */
    private static TimeSeries led(double strength) {
        double[] a = noise(1).values().toArray();
        double[] other = noise(4).values().toArray();
        double[] price = new double[N];
        double log = 0;
        for (int t = 0; t < N; t++) {
            price[t] = 100 * StrictMath.exp(log);
            log += strength * a[t] / 50 + other[t] / 100;
        }
        return TimeSeries.of(DATES, price, Unit.PRICE);
    }

    @Test
    void theContributionsSumToTheImpulseExactly() {
        DriverHistory history = MODEL.walk(led(1), drivers());
        assertThat(history.dates().size()).isEqualTo(N - (59 + 120 + 5 - 1));
        for (LocalDate date : history.dates().stream().toList()) {
            DriverReading reading = history.on(date).orElseThrow();
            double sum = 0;
            for (DriverReading.GroupImpulse group : reading.groups()) {
                sum += group.impulse();
            }
            assertThat(sum)
                    .isEqualTo(reading.impulse())
                    .isEqualTo(history.impulse().on(date).orElseThrow());
            assertThat(reading.alignment()).isBetween(0.0, 1.0);
            assertThat(reading.forecast()).isEqualTo(reading.drift() + reading.impulse());
        }
    }

    /** A day reads from the whole walk what the walk over the days up to it says, to the bit. */
    @Test
    void aDayReadsTheWalkOfTheDaysThatItKnew() {
        TimeSeries target = led(1);
        DriverWalk walk = MODEL.walked(target, drivers());
        for (int days = 150; days <= N; days += 47) {
            DriverHistory then = MODEL.walk(target.slice(0, days), drivers());
            assertThat(walk.reading(days)).as("%d days", days).isEqualTo(then.last());
            assertThat(walk.judged(days)).as("%d days", days).isEqualTo(then.judged());
            assertThat(walk.rSquared(days)).as("%d days", days).isEqualTo(Double.valueOf(then.rSquared()));
        }
        assertThat(walk.reading(N)).isEqualTo(walk.whole().last()).isPresent();
    }

    @Test
    void whatLeadsIsFound() {
        DriverHistory history = MODEL.withHorizon(1).walk(led(1), drivers());
        assertThat(history.rSquared()).isBetween(0.5, 0.9);
        assertThat(history.toString()).contains("out-of-sample R² 0.").doesNotContain("no better");
        DriverReading last = history.last().orElseThrow();
        // One deviation of a uniform driver is 0.2887 wide and moves the log price by that over 50; the ridge takes
        // 1/11.
        assertThat(last.groups().get(0).drivers().get(0).weight()).isCloseTo(0.2887 / 50 / 1.1, within(5e-4));
        assertThat(last.direction() == Direction.BULLISH).isEqualTo(last.impulse() > 0);
    }

    @Test
    void noiseDoesNoBetterThanTheMean() {
        DriverHistory history = MODEL.walk(led(0), drivers());
        assertThat(history.rSquared()).isNegative();
        assertThat(history.toString()).contains("no better than the mean");
    }

    @Test
    void noLaterValueChangesAnything() {
        DriverHistory whole = MODEL.walk(led(1), drivers());
        for (int end : new int[] {250, 600, N - 1}) {
            LocalDate last = DATES.get(end - 1);
            DriverHistory cut = MODEL.walk(led(1).until(last), drivers().until(last));
            assertThat(cut.impulse()).isEqualTo(whole.impulse().until(last));
            assertThat(cut.drift()).isEqualTo(whole.drift().until(last));
            assertThat(cut.last()).isEqualTo(whole.on(last));
        }
    }

    @Test
    void missingDriversAreNamedAndCountAsTheirMeans() {
        Panel without = Panel.onAllDates(
                noise(1).named("a"), noise(3).until(DATES.get(500)).named("c"));
        DriverReading reading = MODEL.walk(led(1), without).last().orElseThrow();
        assertThat(reading.missing()).containsExactly("b", "c");
        assertThat(reading.groups().get(1).impulse()).isZero();
        assertThat(reading.alignment()).isEqualTo(1);
        assertThat(reading.toString()).contains("missing: b, c");
    }

    @Test
    void anEmbargoDelaysTheFirstFit() {
        DriverHistory plain = MODEL.walk(led(1), drivers());
        DriverHistory later = MODEL.withFits(120, 5, 10).walk(led(1), drivers());
        assertThat(later.dates())
                .isEqualTo(plain.dates().slice(10, plain.dates().size()));
    }

    /** Two deviations at 1 % each and one at -1 %: +2 % and -1 %, a third of what moves points up. */
    @Test
    void aReadingByHand() {
        DateIndex two = DATES.slice(0, 2);
        Panel standardised = Panel.onAllDates(
                TimeSeries.of(two, new double[] {2, -2}, Unit.SCORE).named("a"),
                TimeSeries.of(two, new double[] {Double.NaN, Double.NaN}, Unit.SCORE)
                        .named("b"),
                TimeSeries.of(two, new double[] {-1, 1}, Unit.SCORE).named("c"));
        TimeSeries weight = TimeSeries.of(two, new double[] {0.01, 0.01}, Unit.FRACTION);
        Panel weights = Panel.onAllDates(weight.named("a"), weight.named("b"), weight.named("c"));
        DriverHistory history = new DriverHistory(
                MODEL, standardised, weights, TimeSeries.of(two, new double[] {0.001, -0.001}, Unit.FRACTION), 7, 0);
        assertThat(history.scores().values().toArray())
                .containsExactly(new double[] {1.0 / 3, -1.0 / 3}, within(1e-12));
        DriverReading first = history.on(two.first()).orElseThrow();
        assertThat(first.direction()).isEqualTo(Direction.BULLISH);
        assertThat(history.last().orElseThrow().direction()).isEqualTo(Direction.BEARISH);
        assertThat(first)
                .hasToString("2020-01-01 bullish over 5: impulse +1.000 %, alignment 0.33, drift +0.100 %"
                        + "\n  first                +2.000 %  a +2.000 % (z +2.0)"
                        + "\n  second               -1.000 %  c -1.000 % (z -1.0)\n  missing: b");
        assertThat(history.toString())
                .startsWith("Drivers walked forward on 2 days, 7 forecasts judged, out-of-sample R² 0.0000"
                        + ": no better than the mean\n2020-01-02 bearish");
        DriverReading none = new DriverReading(
                two.first(),
                1,
                Unit.BASIS_POINTS,
                0.0005,
                List.of(new DriverReading.GroupImpulse(
                        "rates", List.of(new DriverReading.Driver("ten years", 0, 0.0001, 0)))),
                List.of());
        assertThat(none.direction()).isEqualTo(Direction.NEITHER);
        assertThat(none.toString())
                .startsWith("2020-01-01 neither over 1: impulse +0.000 bp, alignment NaN, drift +5.000 bp")
                .endsWith("ten years +0.000 bp (z +0.0)");
    }

    @Test
    void refusalsAndTooLittle() {
        assertThat(MODEL.walk(led(1).until(DATES.get(100)), drivers()).last()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriverModel.of(Change.DIFFERENCE, Group.of("x", "a"), Group.of("y", "a")))
                .withMessageContaining("share a driver");
        assertThatIllegalArgumentException().isThrownBy(() -> MODEL.withRidge(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Group.of("empty"));
    }
}
