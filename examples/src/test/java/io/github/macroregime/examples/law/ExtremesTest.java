package io.github.macroregime.examples.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.TableLayout;
import io.github.macroregime.core.linear.SymmetricEigen;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.stats.BrierScore;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.credit.Carry;
import io.github.macroregime.credit.DateSpan;
import io.github.macroregime.credit.Lookback;
import io.github.macroregime.equities.attribution.NestedAttribution;
import io.github.macroregime.equities.breadth.WithoutBasket;
import io.github.macroregime.equities.contribution.ShownParts;
import io.github.macroregime.rates.meeting.EffectiveRule;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.rates.probability.Dependence;
import io.github.macroregime.rates.probability.OutcomeDistribution;
import io.github.macroregime.rates.probability.OutcomeTree;
import io.github.macroregime.regime.bar.Pivots;
import io.github.macroregime.regime.curve.CurveMove;
import io.github.macroregime.regime.curve.CurveReading;
import io.github.macroregime.regime.curve.CurveRegime;
import io.github.macroregime.regime.cycle.MomentumCycle;
import io.github.macroregime.regime.cycle.MomentumReading;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.persistence.UnitRoot;
import io.github.macroregime.regime.section.Card;
import io.github.macroregime.regime.sheet.SectorSheet;
import io.github.macroregime.regime.signal.PastReturn;
import io.github.macroregime.regime.signal.RelativeMomentum;
import io.github.macroregime.regime.state.HindsightPath;
import io.github.macroregime.regime.state.MarkovChain;
import io.github.macroregime.regime.state.WalkForwardStates;
import io.github.macroregime.regime.strategy.Backtest;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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

    @Test
    void whatStandsInAListIsNamedToo() {
        CurveMove move = new CurveMove(Rate.ZERO, Rate.ZERO, CurveRegime.values()[0], CurveMove.Driver.values()[0]);
        refused(
                "counts must be at least 0 but was -1",
                () -> new CurveReading("2s10s", DAY, 5, move, Map.of(move.regime(), -1)));
        refused(
                "counts must sum to at least one day and at most 2147483647 but summed to 0",
                () -> new CurveReading("2s10s", DAY, 5, move, Map.of(move.regime(), 0)));
        refused(
                "recent must be finite or NaN but was Infinity",
                () -> new Card("one", "1", "", "", List.of(1.0, Double.POSITIVE_INFINITY), "one"));
        refused("states must be at least 0 but was -1", () -> new HindsightPath(List.of(0, -1), -9));
        refused("fittedAt must lie in [0, 1) but was 1", () -> walked(List.of(Doubles.of(0.5)), 1));
        refused("probabilities must hold at least one state", () -> walked(List.of(), 0));
        refused(
                "probabilities must have 1 numbers like those of the first state but had 2",
                () -> walked(List.of(Doubles.of(0.5), Doubles.of(0.5, 0.5)), 0));
        refused(
                "levelFunds must have the benchmark and one for each of 0 levels but had 0",
                () -> new NestedAttribution(DAY, List.of(), List.of(), Rate.ZERO));
        assertThatThrownBy(() -> new HindsightPath(Arrays.asList(0, null), -9))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("states must not hold null");
        assertThatThrownBy(() -> Evidence.copyOf(Collections.singletonMap("A", null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("inputs must not hold null but held A = null");
    }

    private static WalkForwardStates<String> walked(List<Doubles> probabilities, int fittedAt) {
        return new WalkForwardStates<>(probabilities, List.of(fittedAt), List.of("a fit"));
    }

    @Test
    void movesThatCannotBeCountedAreRefused() {
        Rate quarter = Rate.ofBasisPoints(25);
        refused(
                "lowest must lie within 10000000 moves of none, and the other 2 outcomes with it, but was 2147483647",
                () -> OutcomeDistribution.twoPoint(Rate.ofDecimal(1e9).plus(Rate.ofBasisPoints(1)), quarter));
        refused(
                "expected must be at most 10000000 moves of 0.25 % but was 4.0E11",
                () -> OutcomeDistribution.twoPoint(Rate.ofDecimal(1e9), List.of(quarter)));
        refused(
                "size must be positive and at most 1e90 but was 0 %",
                () -> OutcomeDistribution.threePoint(quarter, Rate.ZERO, 0.2));
        Meeting meeting = MeetingCalendar.of(EffectiveRule.NEXT_BUSINESS_DAY, BusinessDays.newYorkFed(), DAY)
                .upcoming(DAY.minusDays(1))
                .get(0);
        refused(
                "steps must be on moves of one size but were on 0.25 % and 0.1 %",
                () -> new OutcomeTree(
                        List.of(meeting, meeting),
                        List.of(
                                OutcomeDistribution.noChange(quarter),
                                OutcomeDistribution.noChange(Rate.ofBasisPoints(10))),
                        Dependence.independent()));
    }

    /** The sum of two distributions between far moves of a small unit has nine outcomes at most that can be. */
    @Test
    void aSmallUnitTakesNoTime() {
        List<Rate> sizes = List.of(Rate.ofBasisPoints(0.1), Rate.ofBasisPoints(1000));
        OutcomeDistribution step = OutcomeDistribution.twoPoint(Rate.ofBasisPoints(400), sizes);
        OutcomeDistribution sum = step;
        for (int i = 1; i < 12; i++) {
            sum = sum.plusIndependent(step);
        }
        assertThat(sum.mean().basisPoints()).isCloseTo(4800, within(1e-6));
    }

    @Test
    void datesBeyondAllCalendarsAreRefused() {
        refused(
                "dates must lie from -5877641-06-23 to +5881580-07-11 but was +999999999-12-31",
                () -> DateIndex.of(LocalDate.MAX));
        refused(
                "knownOn must lie from -5877641-06-23 to +5881580-07-11 but was -999999999-01-01",
                () -> new Vintages.Revision(DAY, LocalDate.MIN, 1));
    }

    /** The words for no limit are no dates on which one looks. */
    @Test
    void theEndsOfTheCalendarAreRefusedByName() {
        String years = " must lie in the years -999999 to 999999 but was +999999999-12-31";
        refused("date" + years, () -> PublicationLag.days(1).knownOn(LocalDate.MAX));
        refused("date" + years, () -> DateSpan.ofDay(LocalDate.MAX));
        refused("toInclusive" + years, () -> Lookback.years(1).of(oneDay(1, Unit.PERCENT), LocalDate.MAX));
        refused(
                "span must lead from -999999999-01-01 to a date but was P1M",
                () -> DateIndex.before(LocalDate.MIN, Period.ofMonths(1)));
        refused("year must have a next one but was 2147483647", () -> DateSpan.ofYear(Integer.MAX_VALUE));
        refused("years must be at most 178956970 but was 1000000000", () -> Lookback.years(1_000_000_000));
        refused(
                "days must be at most 10000 but was 2147483647",
                () -> PublicationLag.businessDays(Integer.MAX_VALUE, BusinessDays.newYorkFed()));
    }

    @Test
    void sizesBeyondAllMemoryAreRefused() {
        refused("window must be at most 10000000 but was 2147483647", () -> Window.of(Integer.MAX_VALUE));
        refused(
                "lags must be at most 10000000 but was 1000000000",
                () -> new PastReturn(8, 2).signature(1_000_000_000));
        refused(
                "horizon must be at most 10000000 but was 2147483647",
                () -> RelativeMomentum.running(Integer.MAX_VALUE, 0.1));
        refused("states must lie in [1, 1000] but was -1", () -> MarkovChain.persistent(-1, 0.5));
        refused(
                "lags must lie in [0, 2] for 10 levels but was 2147483647",
                () -> UnitRoot.of(new double[10], Integer.MAX_VALUE, UnitRoot.Terms.CONSTANT));
        refused(
                "bins must be at most 10000 but was 2147483647",
                () -> BrierScore.of(List.of(new BrierScore.Forecast(0.5, true)), Integer.MAX_VALUE));
        refused(
                "n must lie in [1, 46340] but was 1000000000",
                () -> new SymmetricEigen.LargestEigenvalue(1_000_000_000));
        refused(
                "places must lie in [0, 12] but was 2147483647",
                () -> ShownParts.independently(List.of(Rate.ZERO), Integer.MAX_VALUE));
    }

    @Test
    void aNameOfAColumnHasTheGroupsOfItsPattern() {
        refused(
                "name must be a text with the groups of (.*) but was $2: No group 2",
                () -> TableLayout.csv().withColumn("(.*)", "$2", Unit.PERCENT));
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
