package io.github.macroregime.examples.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.Carry;
import io.github.macroregime.equities.breadth.WithoutBasket;
import io.github.macroregime.rates.probability.OutcomeDistribution;
import io.github.macroregime.regime.bar.Pivots;
import io.github.macroregime.regime.cycle.MomentumCycle;
import io.github.macroregime.regime.cycle.MomentumReading;
import io.github.macroregime.regime.sheet.SectorSheet;
import io.github.macroregime.regime.strategy.Backtest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What records say of numbers that leave no number in what follows from them. */
class ExtremesTest {

    private static final LocalDate DAY = LocalDate.of(2020, 4, 20);
    private static final Rate HUGE = Rate.ofDecimal(1e308);

    private static void refused(String message, ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static MomentumReading reading(double close, double slowReference, double fastReference) {
        return new MomentumReading(
                MomentumCycle.DAILY, DAY, close, MomentumCycle.Phase.BULL, DAY, 1, 0, 0, slowReference, fastReference);
    }

    private static TimeSeries oneDay(double value, Unit unit) {
        return TimeSeries.ofQuoted(List.of(DAY), new double[] {value}, unit);
    }

    @Test
    void aRefusalNamesWhatIsTooLarge() {
        refused(
                "high must be at most a third of the largest number but was 1.0E308",
                () -> new Pivots(1e308, 1e308, 1e308));
        refused("slowReference must be at most 1e99 times the close 1.0 but was 1.0E100", () -> reading(1, 1e100, 1));
        refused("fastReference must be at most 1e99 times the close 1.0 but was 1.0E100", () -> reading(1, 1, 1e100));
        refused("spread must have a break-even but it was " + HUGE + " over 4.0 years", () -> Carry.of(HUGE, 4, 4, 4));
        refused(
                "indexReturn without chips must be finite but was Infinity",
                () -> new WithoutBasket("chips", HUGE, Rate.ZERO, 0.9));
        refused(
                "size must be positive and at most 1e90 but was " + HUGE,
                () -> new OutcomeDistribution(HUGE, 0, Doubles.of(1)));
    }

    @Test
    void aRefusalNamesWhatDoesNotFit() {
        refused(
                "above must have one answer for each of 3 means but had 1",
                () -> new SectorSheet.Sector("Energy", DAY, Rate.ZERO, Rate.ZERO, 1, List.of(true)));
        TimeSeries ruin = oneDay(-1.5, Unit.FRACTION);
        TimeSeries none = oneDay(0, Unit.FRACTION);
        refused(
                "returns[0] must be finite and at least -1 but was -1.5",
                () -> new Backtest(none, none, ruin, none, Rate.ZERO));
        refused(
                "returns[0] must be finite and at least -1 but was -1.5",
                () -> new Backtest(none, none, none, ruin, Rate.ZERO));
    }

    /** On 20 April 2020 a barrel of oil closed at -37.63. */
    @Test
    void aPriceThatIsNoneIsNamedWithItsDate() {
        refused(
                "oil must be above zero but was -37.63 on 2020-04-20",
                () -> Require.aboveZero(oneDay(-37.63, Unit.PRICE), "oil"));
        refused(
                "closes must be above zero but was 0.0 on 2020-04-20",
                () -> MomentumCycle.DAILY.asOf(oneDay(0, Unit.PRICE), DAY));
        assertThat(MomentumCycle.DAILY.asOf(oneDay(0, Unit.PRICE), DAY.minusDays(1)))
                .isEmpty();
        TimeSeries missing = oneDay(Double.NaN, Unit.PRICE);
        assertThat(Require.aboveZero(missing, "oil")).isSameAs(missing);
    }

    /** The fall to the smallest price there is changes the phase below it, where no price is left. */
    @Test
    void theSmallestPriceIsShown() {
        MomentumReading smallest = reading(Double.MIN_VALUE, Double.MIN_VALUE, Double.MIN_VALUE);
        assertThat(smallest.flipDown().map(MomentumReading.Flip::becomes)).contains(MomentumCycle.Phase.BEAR);
        assertThat(smallest.flipUp()).isEqualTo(Optional.empty());
        assertThat(smallest.toString()).contains("below: 4.90000e-324 (+0.00 %) bear");
    }
}
