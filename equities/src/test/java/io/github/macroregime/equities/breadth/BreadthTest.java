package io.github.macroregime.equities.breadth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.breadth.Leadership.Leader;
import io.github.macroregime.equities.breadth.Rotation.CatchUp;
import io.github.macroregime.equities.contribution.Basket;
import io.github.macroregime.equities.contribution.Classification;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionPolicy;
import io.github.macroregime.equities.contribution.ContributionPolicy.MissingReturn;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BreadthTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 7, 21);
    private static final double NONE = Double.NaN;

    private static ContributionReport day(LocalDate date, double... percents) {
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < percents.length; i++) {
            positions.add(Position.held("N" + i, 1.0 / percents.length, Rate.ofPercent(percents[i])));
        }
        return ContributionReport.of(date, positions);
    }

    @Test
    void the_dead_zone_counts_as_unchanged() {
        Breadth breadth = Breadth.of(
                        day(MONDAY, 0.1, 0.11, -0.1, -0.2, 0),
                        Breadth.Options.withDefaults().withDeadZone(Rate.ofPercent(0.1)))
                .orElseThrow();
        assertThat(breadth).isEqualTo(new Breadth(1, 1, 3, 0, breadth.weightedAdvance(), Rate.ofPercent(0.1)));
        assertThat(breadth.weightedAdvance()).isCloseTo(0.2, within(1e-15));
        assertThat(breadth.advanceDeclineRatio()).hasValue(1);
        assertThat(breadth).hasToString("1 up, 1 down, 3 unchanged (within 0.1 %), 0 missing");
    }

    @Test
    void too_little_observed_is_no_breadth() {
        BreadthReading reading = Breadth.of(
                Doubles.of(0.01, NONE, 0.02, 0.01), Doubles.of(0.2, 0.5, 0.2, 0.1), Breadth.Options.withDefaults());
        assertThat(reading).isInstanceOf(BreadthReading.ThinCoverage.class);
        assertThatIllegalStateException()
                .isThrownBy(reading::orElseThrow)
                .withMessage(
                        "breadth is not read: 75.0 % of the names and 50.0 % of the weight observed, 90.0 % needed");
    }

    @Test
    void a_return_taken_as_zero_is_missing_not_unchanged() {
        ContributionReport report = ContributionReport.of(
                MONDAY,
                List.of(Position.held("A", 0.95, Rate.ofPercent(1)), Position.unpriced("B", 0.05)),
                ContributionPolicy.withDefaults().withMissingReturn(new MissingReturn.ZeroReturn()));
        Breadth breadth = Breadth.of(report, Breadth.Options.withDefaults().withMinimumCoverage(0.5))
                .orElseThrow();
        assertThat(breadth.unchanged()).isZero();
        assertThat(breadth.missing()).isEqualTo(1);
    }

    @Test
    void the_gap_between_cap_and_equal_weight_is_split_by_group() {
        ContributionReport report = ContributionReport.of(
                MONDAY,
                List.of(
                        Position.held("A", 0.6, Rate.ofPercent(-1)),
                        Position.held("B", 0.3, Rate.ofPercent(1)),
                        Position.held("C", 0.1, Rate.ofPercent(2))));
        List<ContributionLine> parts =
                Narrowness.byGroup(report, Classification.of("size", Map.of("A", "large", "B", "small", "C", "small")));
        // (0.6 - 1/3)(-1) = -0.26667; (0.3 - 1/3) + 2 (0.1 - 1/3) = -0.5; cap -0.1, equal 0.66667.
        assertThat(parts).extracting(ContributionLine::id).containsExactly("large", "small");
        assertThat(parts.get(0).contribution().percent()).isCloseTo(-0.8 / 3, within(1e-13));
        assertThat(parts.get(1).contribution().percent()).isCloseTo(-0.5, within(1e-13));
        assertThat(Narrowness.of(report).gap().percent()).isCloseTo(-0.1 - 2.0 / 3, within(1e-13));
    }

    @Test
    void the_index_without_its_giants() {
        ContributionReport report = ContributionReport.of(
                MONDAY,
                List.of(
                        Position.held("giant", 0.3, Rate.ofPercent(-2)),
                        Position.held("rest", 0.7, Rate.ofPercent(1))));
        WithoutBasket without = WithoutBasket.of(report, Basket.of("giants", "giant"));
        assertThat(without.rest().orElseThrow().percent()).isCloseTo(1, within(1e-13));
        assertThat(without.lift().orElseThrow().percent()).isCloseTo(-0.9, within(1e-13));
        assertThat(without.restFor(Rate.ZERO).orElseThrow().percent()).isCloseTo(0.6 / 0.7, within(1e-13));
        assertThat(without).hasToString("index +0.10 %, of it giants -0.60 pp at a weight of 30.0 %, the rest +1.00 %");
        assertThat(new WithoutBasket("all", Rate.ZERO, Rate.ZERO, 1).rest()).isEmpty();
    }

    @Test
    void two_days_side_by_side() {
        DayComparison comparison = DayComparison.of(
                day(MONDAY, 1, -1, -1, 0), day(MONDAY.plusDays(1), -0.5, 2, 3, -1), Breadth.Options.withDefaults());
        assertThat(comparison.direction()).isEqualTo(DayComparison.Direction.IMPROVED);
        assertThat(comparison.turnedUp()).containsExactly("N2", "N1");
        assertThat(comparison.turnedDown()).containsExactly("N3", "N0");
        assertThat(comparison)
                .hasToString("breadth improved from 2025-07-21 to 2025-07-22: 1 up and 2 down became 2 up and 2 down; "
                        + "turned up [N2, N1], turned down [N3, N0]");
    }

    @Test
    void equal_shares_are_spread_and_one_share_is_not() {
        Concentration equal = Concentration.of(Doubles.of(3, -3, 3, 3)).orElseThrow();
        assertThat(equal.hhi()).isEqualTo(0.25);
        assertThat(equal.effectiveNumber()).isEqualTo(4);
        assertThat(equal.gini()).isZero();
        Concentration single = Concentration.of(Doubles.of(0, 5)).orElseThrow();
        assertThat(single.hhi()).isEqualTo(1);
        assertThat(single.entropy()).isZero();
        assertThat(single.gini()).isEqualTo(0.5);
        assertThat(Concentration.of(Doubles.of(0, 0))).isEmpty();
        assertThat(Concentration.of(Doubles.of(7)).orElseThrow().normalisedHhi())
                .isEqualTo(1);
    }

    @Test
    void names_that_move_together_have_a_correlation_of_one() {
        double[] up = {0.01, -0.02, 0.03};
        double[] down = {-0.01, 0.02, -0.03};
        double[] still = {0, 0, 0};
        assertThat(Dispersion.averageCorrelation(List.of(up, up, still)).orElseThrow())
                .isCloseTo(1, within(1e-12));
        assertThat(Dispersion.averageCorrelation(List.of(up, down)).orElseThrow())
                .isCloseTo(-1, within(1e-12));
        // Two of three pairs are opposite: (1 - 1 - 1) / 3.
        assertThat(Dispersion.averageCorrelation(List.of(up, up, down)).orElseThrow())
                .isCloseTo(-1.0 / 3, within(1e-12));
        assertThat(Dispersion.averageCorrelation(List.of(up, still))).isEmpty();
    }

    private static Panel prices(double[]... columns) {
        int days = columns[0].length;
        DateIndex dates = DateIndex.copyOf(
                IntStream.range(0, days).mapToObj(MONDAY::plusDays).toList());
        List<String> names = new ArrayList<>();
        List<Doubles> values = new ArrayList<>();
        List<Unit> units = new ArrayList<>();
        for (double[] column : columns) {
            names.add("N" + names.size());
            values.add(Doubles.copyOf(column));
            units.add(Unit.PRICE);
        }
        return new Panel(dates, names, values, units);
    }

    @Test
    void counts_of_each_day_from_prices() {
        Panel panel = prices(
                new double[] {10, 11, 12, 11, NONE}, new double[] {10, 9, 10, 9, 8}, new double[] {10, 10, 11, 12, 11});
        BreadthHistory history = BreadthHistory.of(panel, Breadth.Options.withDefaults());
        assertThat(history.advancers()).isEqualTo(Doubles.of(NONE, 1, 3, 1, NONE));
        assertThat(history.decliners()).isEqualTo(Doubles.of(NONE, 1, 0, 2, NONE));
        assertThat(history.observed()).isEqualTo(Doubles.of(0, 3, 3, 3, 2));
        assertThat(history.advanceDeclineLine().values()).isEqualTo(Doubles.of(0, 0, 3, 2, 2));
        // Seeded with 0; then 0.1 x 3 - 0.05 x 3; then 0.9 x 0.3 - 0.1 - (0.95 x 0.15 - 0.05).
        TimeSeries oscillator = history.mcClellanOscillator();
        assertThat(oscillator.value(1)).isZero();
        assertThat(oscillator.value(2)).isCloseTo(0.15, within(1e-15));
        assertThat(oscillator.value(3)).isCloseTo(0.17 - 0.0925, within(1e-15));
        // Seeded with 1/2; then 9/11 x 1/2 + 2/11.
        assertThat(history.thrust().value(2)).isCloseTo(6.5 / 11, within(1e-15));
    }

    @Test
    void net_advances_count_decliners_against_advancers() {
        Breadth falling = new Breadth(3, 5, 1, 2, NONE, Rate.ZERO);
        assertThat(falling.netAdvances()).isEqualTo(-2);
        assertThat(falling.observed()).isEqualTo(9);
        assertThat(falling.advanceShare()).hasValue(3.0 / 9);
        assertThat(falling.advanceShareOfMovers()).hasValue(3.0 / 8);
        assertThat(falling.advanceDeclineRatio()).hasValue(0.6);
    }

    @Test
    void weighted_deviation_is_about_the_weighted_mean() {
        double[] returns = {0.02, -0.01, 0.04};
        // The mean is 1.5 %: 0.5 x 0.5^2 + 0.3 x 2.5^2 + 0.2 x 2.5^2 = 3.25.
        assertThat(Dispersion.weightedDeviation(new double[] {0.5, 0.3, 0.2}, returns))
                .isCloseTo(0.01 * Math.sqrt(3.25), within(1e-16));
        assertThat(Dispersion.weightedDeviation(new double[] {5, 3, 2}, returns))
                .isCloseTo(0.01 * Math.sqrt(3.25), within(1e-16));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dispersion.weightedDeviation(new double[] {1}, returns))
                .withMessage("returns must have one number for each of the 1 weights but had 3");
    }

    @Test
    void a_price_at_its_mean_is_not_above_it_and_the_least_coverage_is_enough() {
        Panel panel = prices(new double[] {10, 12, 12, 9, 10}, new double[] {20, NONE, 20, 20, 25});
        for (double enough : new double[] {0, 0.5}) {
            assertThat(BreadthHistory.shareAboveMean(panel, 2, enough).values())
                    .isEqualTo(Doubles.of(NONE, 1, 0, 0, 1));
        }
        assertThat(BreadthHistory.shareAboveMean(panel, 2, 0.51).values())
                .isEqualTo(Doubles.of(NONE, NONE, NONE, 0, 1));
        for (double refused : new double[] {-0.01, 1.01, NONE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BreadthHistory.shareAboveMean(panel, 2, refused))
                    .withMessage("minimumCoverage must lie in [0, 1] but was " + refused);
        }
    }

    @Test
    void a_price_at_the_high_or_low_before_is_new_to_neither() {
        Panel panel = prices(new double[] {10, 11, 12, 9, 9}, new double[] {20, 20, 20, 20, 21});
        assertThat(BreadthHistory.netNewHighs(panel, 3, 1).values()).isEqualTo(Doubles.of(NONE, NONE, 0.5, -0.5, 0.5));
        assertThat(BreadthHistory.netNewHighs(panel, 2, 1).values()).isEqualTo(Doubles.of(NONE, 0.5, 0.5, -0.5, 0.5));
    }

    @Test
    void share_above_the_mean_needs_a_full_window() {
        Panel panel = prices(new double[] {10, 12, 11, 13}, new double[] {10, 8, NONE, 9});
        assertThat(BreadthHistory.shareAboveMean(panel, 2, 0.5).values()).isEqualTo(Doubles.of(NONE, 0.5, 0, 1));
        assertThat(BreadthHistory.shareAboveMean(panel, 2, 0.9).values()).isEqualTo(Doubles.of(NONE, 0.5, NONE, NONE));
    }

    @Test
    void new_highs_lie_above_all_prices_before() {
        Panel panel = prices(new double[] {10, 12, 13, 13, 9}, new double[] {10, 9, 11, 8, 12});
        assertThat(BreadthHistory.netNewHighs(panel, 3, 1).values()).isEqualTo(Doubles.of(NONE, NONE, 1, -0.5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> BreadthHistory.netNewHighs(panel, 1, 1));
    }

    @Test
    void a_price_that_is_not_positive_is_refused_with_its_place() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BreadthHistory.of(prices(new double[] {1, 0}), Breadth.Options.withDefaults()))
                .withMessage("price of N0 on 2025-07-22 must be positive but was 0.0");
    }

    @Test
    void leaders_by_trailing_return_share_ranks() {
        Panel panel =
                prices(new double[] {10, 11}, new double[] {20, 22}, new double[] {10, 9}, new double[] {NONE, 9});
        assertThat(Leadership.ranked(panel, MONDAY.plusDays(1), 1))
                .extracting(Leader::name, Leader::rank)
                .containsExactly(tuple("N0", 1), tuple("N1", 1), tuple("N2", 3));
    }

    @Test
    void laggards_are_chosen_by_the_day_before() {
        // Trailing over one day: +10 %, 0, -10 %, -20 %; today: 0, +1 %, +2 %, +4 %.
        Panel panel = prices(
                new double[] {100, 110, 110}, new double[] {100, 100, 101}, new double[] {100, 90, 91.8}, new double[] {
                    100, 80, 83.2
                });
        CatchUp catchUp = Leadership.catchUp(panel, MONDAY.plusDays(2), 1, 0.5).orElseThrow();
        assertThat(catchUp.laggards()).containsExactly("N3", "N2");
        assertThat(catchUp.gain().percent()).isCloseTo(2.5, within(1e-12));
        assertThat(catchUp.correlation()).hasValueCloseTo(-1.0, within(1e-12));
        assertThat(Leadership.catchUp(panel, MONDAY.plusDays(1), 1, 0.5)).isEmpty();
    }

    @Test
    void rotation_reads_its_quadrant_from_two_signs() {
        DateIndex dates = DateIndex.of(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2), MONDAY.plusDays(3));
        Rotation rotation = new Rotation("N0", dates, Doubles.of(101, 101, 99, 99), Doubles.of(101, 99, 99, 101));
        assertThat(dates.stream()
                        .map(date -> rotation.quadrant(date).orElseThrow())
                        .toList())
                .containsExactly(
                        Rotation.Quadrant.LEADING,
                        Rotation.Quadrant.WEAKENING,
                        Rotation.Quadrant.LAGGING,
                        Rotation.Quadrant.IMPROVING);
        assertThat(rotation.angle().values()).isEqualTo(Doubles.of(45, 315, 225, 135));
        assertThat(rotation.distance().value(0)).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(rotation.quadrant(MONDAY.minusDays(1))).isEmpty();
    }

    @Test
    void rotation_against_own_past_and_against_the_others() {
        double[] benchmark = {10, 10, 10, 10, 10, 10};
        double[] strong = {10, 10, 10.5, 11, 12, 14};
        double[] weak = {10, 10, 9.5, 9, 8, 6};
        Panel panel = prices(benchmark, strong, weak);
        assertThat(Rotation.relativeStrength(panel, "N1", "N0").value(5)).isCloseTo(1.4, within(1e-15));
        Rotation own = Rotation.againstOwnPast(panel, "N1", "N0", 3);
        // The last window of RS is 1.1, 1.2, 1.4: mean 1.2333, sample deviation 0.15275.
        assertThat(own.ratio().get(5)).isCloseTo(100 + (1.4 - 3.7 / 3) / Math.sqrt(0.07 / 3), within(1e-9));
        List<Rotation> others = Rotation.againstTheOthers(panel, "N0", 1);
        assertThat(others).extracting(Rotation::name).containsExactly("N1", "N2");
        assertThat(others.get(0).ratio().get(5)).isCloseTo(101, within(1e-12));
        assertThat(others.get(1).quadrant(MONDAY.plusDays(5))).contains(Rotation.Quadrant.LAGGING);
    }
}
