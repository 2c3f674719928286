package io.github.macroregime.equities.breadth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.contribution.Basket;
import io.github.macroregime.equities.contribution.Classification;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BreadthLaws {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    @Property(seed = "20250722")
    void the_gap_is_n_times_the_covariance_and_splits_by_group(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 0.01, max = 1) Double> sizes,
            @ForAll @Size(20) List<@DoubleRange(min = -0.5, max = 0.5) Double> returns) {
        ContributionReport report = report(sizes, returns);
        Narrowness narrowness = Narrowness.of(report);
        assertThat(narrowness.gap().decimal()).isCloseTo(narrowness.names() * narrowness.covariance(), within(1e-14));
        Map<String, String> groups = new TreeMap<>();
        IntStream.range(0, sizes.size()).forEach(i -> groups.put("N" + i, "G" + i % 3));
        double parts = Narrowness.byGroup(report, Classification.of("thirds", groups)).stream()
                .mapToDouble(line -> line.contribution().decimal())
                .sum();
        assertThat(parts).isCloseTo(narrowness.gap().decimal(), within(1e-14));
    }

    @Property(seed = "20250722")
    void concentration_lies_within_its_bounds(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -1, max = 1) Double> sizes,
            @ForAll @DoubleRange(min = 0.1, max = 10) double scale) {
        Doubles raw =
                Doubles.copyOf(sizes.stream().mapToDouble(Double::doubleValue).toArray());
        Concentration.of(raw).ifPresent(found -> {
            int n = sizes.size();
            assertThat(found.hhi()).isBetween(1.0 / n - 1e-12, 1 + 1e-12);
            assertThat(found.effectiveNumber()).isBetween(1 - 1e-9, n + 1e-9);
            assertThat(found.entropyNumber()).isBetween(1 - 1e-9, n + 1e-9);
            assertThat(found.entropyNumber()).isGreaterThanOrEqualTo(found.effectiveNumber() - 1e-9);
            assertThat(found.gini()).isBetween(-1e-12, 1 - 1.0 / n + 1e-12);
            assertThat(found.topShare(n)).isCloseTo(1, within(1e-12));
            Concentration scaled =
                    Concentration.of(raw.map(each -> each * scale)).orElseThrow();
            assertThat(scaled.hhi()).isCloseTo(found.hhi(), within(1e-12));
        });
    }

    @Property(seed = "20250722")
    void basket_and_rest_recombine_to_the_index(
            @ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = 0.01, max = 1) Double> sizes,
            @ForAll @Size(20) List<@DoubleRange(min = -0.5, max = 0.5) Double> returns,
            @ForAll @IntRange(min = 1, max = 19) int members) {
        ContributionReport report = report(sizes, returns);
        List<String> ids = IntStream.range(0, Math.min(members, sizes.size() - 1))
                .mapToObj(i -> "N" + i)
                .toList();
        WithoutBasket without = WithoutBasket.of(report, new Basket("first", ids));
        double rest = without.rest().orElseThrow().decimal();
        assertThat(without.contribution().decimal() + (1 - without.weight()) * rest)
                .isCloseTo(report.explained().decimal(), within(1e-13));
        List<ContributionLine> others =
                report.lines().stream().filter(line -> !ids.contains(line.id())).toList();
        double direct = others.stream()
                        .mapToDouble(line -> line.contribution().decimal())
                        .sum()
                / others.stream().mapToDouble(ContributionLine::weight).sum();
        assertThat(rest).isCloseTo(direct, within(1e-9));
    }

    @Property(seed = "20250722")
    void a_name_without_weight_changes_the_count_and_not_the_index(
            @ForAll @Size(min = 1, max = 10) List<@DoubleRange(min = 0.01, max = 1) Double> sizes,
            @ForAll @Size(10) List<@DoubleRange(min = -0.5, max = 0.5) Double> returns) {
        Narrowness before = Narrowness.of(report(sizes, returns));
        List<Position> positions = positions(sizes, returns);
        positions.add(Position.held("nothing", 0, Rate.ofPercent(10)));
        Narrowness after = Narrowness.of(ContributionReport.of(DAY, positions));
        assertThat(after.names()).isEqualTo(before.names() + 1);
        assertThat(after.capReturn()).isEqualTo(before.capReturn());
    }

    @Property(seed = "20250722")
    void mirrored_returns_swap_advancers_and_decliners(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -0.05, max = 0.05) Double> returns,
            @ForAll @DoubleRange(min = 0, max = 0.02) double deadZone) {
        Doubles given =
                Doubles.copyOf(returns.stream().mapToDouble(Double::doubleValue).toArray());
        Doubles weights = given.map(each -> 1.0);
        Breadth.Options options = Breadth.Options.withDefaults().withDeadZone(Rate.ofDecimal(deadZone));
        Breadth breadth = Breadth.of(given, weights, options).orElseThrow();
        Breadth mirrored =
                Breadth.of(given.map(each -> -each), weights, options).orElseThrow();
        assertThat(mirrored.advancers()).isEqualTo(breadth.decliners());
        assertThat(mirrored.unchanged()).isEqualTo(breadth.unchanged());
        assertThat(breadth.observed()).isEqualTo(returns.size());
    }

    @Property(seed = "20250722", tries = 50)
    void nothing_looks_ahead(
            @ForAll @Size(min = 40, max = 40) List<@DoubleRange(min = -0.1, max = 0.1) Double> moves,
            @ForAll @IntRange(min = 3, max = 12) int until) {
        Panel all = panel(moves);
        Panel known = all.until(all.dates().get(until - 1));
        int last = until - 1;
        Breadth.Options options = Breadth.Options.withDefaults();
        BreadthHistory whole = BreadthHistory.of(all, options);
        BreadthHistory part = BreadthHistory.of(known, options);
        assertSame(whole.advanceDeclineLine(), part.advanceDeclineLine(), last);
        assertSame(whole.mcClellanOscillator(), part.mcClellanOscillator(), last);
        assertSame(whole.thrust(), part.thrust(), last);
        assertSame(BreadthHistory.shareAboveMean(all, 3, 0.5), BreadthHistory.shareAboveMean(known, 3, 0.5), last);
        assertSame(BreadthHistory.netNewHighs(all, 3, 0.5), BreadthHistory.netNewHighs(known, 3, 0.5), last);
        assertSame(
                Rotation.againstOwnPast(all, "N1", "N0", 3).distance(),
                Rotation.againstOwnPast(known, "N1", "N0", 3).distance(),
                last);
        LocalDate date = all.dates().get(last);
        assertThat(Leadership.catchUp(all, date, 1, 0.5)).isEqualTo(Leadership.catchUp(known, date, 1, 0.5));
    }

    private static void assertSame(TimeSeries whole, TimeSeries part, int last) {
        for (int t = 0; t <= last; t++) {
            assertThat(Double.doubleToLongBits(part.value(t))).isEqualTo(Double.doubleToLongBits(whole.value(t)));
        }
    }

    private static Panel panel(List<Double> moves) {
        int names = 3;
        int days = moves.size() / names;
        List<Doubles> values = new ArrayList<>();
        for (int i = 0; i < names; i++) {
            double[] column = new double[days];
            double price = 100;
            for (int t = 0; t < days; t++) {
                price *= 1 + moves.get(i * days + t);
                column[t] = price;
            }
            values.add(Doubles.copyOf(column));
        }
        DateIndex dates = DateIndex.copyOf(
                IntStream.range(0, days).mapToObj(DAY::plusDays).toList());
        return new Panel(dates, List.of("N0", "N1", "N2"), values, List.of(Unit.PRICE, Unit.PRICE, Unit.PRICE));
    }

    @Property(seed = "20250722")
    void average_correlation_is_the_mean_over_all_pairs(
            @ForAll @Size(min = 24, max = 24) List<@DoubleRange(min = -0.1, max = 0.1) Double> numbers) {
        List<double[]> columns = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            columns.add(numbers.subList(6 * i, 6 * i + 6).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray());
        }
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < i; j++) {
                sum += Moments.correlation(columns.get(i), columns.get(j));
            }
        }
        double expected = sum / 6;
        if (!Double.isNaN(expected)) {
            assertThat(Dispersion.averageCorrelation(columns).orElseThrow()).isCloseTo(expected, within(1e-9));
        }
    }

    private static ContributionReport report(List<Double> sizes, List<Double> returns) {
        return ContributionReport.of(DAY, positions(sizes, returns));
    }

    private static List<Position> positions(List<Double> sizes, List<Double> returns) {
        double total = sizes.stream().mapToDouble(Double::doubleValue).sum();
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            positions.add(Position.held("N" + i, sizes.get(i) / total, Rate.ofDecimal(returns.get(i))));
        }
        return positions;
    }
}
