package io.github.macroregime.equities.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.attribution.AttributionOptions.AllocationModel;
import io.github.macroregime.equities.attribution.AttributionOptions.InteractionView;
import io.github.macroregime.equities.attribution.CurrencyAttribution.Market;
import io.github.macroregime.equities.attribution.CurrencyAttribution.ReturnKind;
import io.github.macroregime.equities.contribution.Classification;
import io.github.macroregime.equities.contribution.ContributionPolicy.WeightSum;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Position;
import io.github.macroregime.equities.linking.Linking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AttributionLaws {

    private static final AttributionOptions DEFAULTS = AttributionOptions.withDefaults();
    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    private record Sides(double wp, double wb, double rp, double rb) {}

    @Provide
    Arbitrary<List<Sides>> raw() {
        Arbitrary<Double> weight =
                Arbitraries.oneOf(Arbitraries.just(0.0), Arbitraries.doubles().between(0.01, 1));
        Arbitrary<Double> change = Arbitraries.doubles().between(-0.3, 0.3);
        return Combinators.combine(weight, weight, change, change)
                .as(Sides::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(seed = "20250722")
    void effects_sum_to_the_excess(@ForAll("raw") List<Sides> raw) {
        List<Segment> segments = segments(raw);
        for (AllocationModel model : AllocationModel.values()) {
            for (InteractionView view : InteractionView.values()) {
                ArithmeticAttribution attribution = ArithmeticAttribution.of(
                        DAY, segments, DEFAULTS.withModel(model).withInteraction(view));
                assertThat(attribution.residual().decimal()).isCloseTo(0, within(1e-13));
            }
        }
    }

    @Property(seed = "20250722")
    void fachler_minus_hood_beebower_is_the_gap_of_weights_times_the_benchmark(@ForAll("raw") List<Sides> raw) {
        List<Segment> levered = raw.stream()
                .map(each -> new Segment("S" + raw.indexOf(each), each.wp, each.wb, each.rp, each.rb))
                .distinct()
                .toList();
        AttributionOptions any = DEFAULTS.withWeightSum(new WeightSum.Keep(Double.POSITIVE_INFINITY));
        ArithmeticAttribution fachler = ArithmeticAttribution.of(DAY, levered, any);
        ArithmeticAttribution beebower =
                ArithmeticAttribution.of(DAY, levered, any.withModel(AllocationModel.BRINSON_HOOD_BEEBOWER));
        double gap = levered.stream()
                .mapToDouble(each -> each.portfolioWeight() - each.benchmarkWeight())
                .sum();
        assertThat(fachler.total().allocation().decimal()
                        - beebower.total().allocation().decimal())
                .isCloseTo(-fachler.benchmarkReturn().decimal() * gap, within(1e-12));
    }

    @Property(seed = "20250722")
    void scaling_a_group_that_may_net_to_zero_scales_its_effects(
            @ForAll @Size(min = 2, max = 6) List<@DoubleRange(min = -0.2, max = 0.2) Double> returns,
            @ForAll @IntRange(min = 0, max = 30) int halvings,
            @ForAll boolean netted) {
        double[] pair = pair(returns.size(), netted);
        double scale = Math.scalb(1, -halvings);
        DailyGroups whole = overlay(pair, returns, 1);
        DailyGroups scaled = overlay(pair, returns, scale);
        assertThat(scaled.allocation().get(1))
                .isCloseTo(scale * whole.allocation().get(1), within(1e-12 * scale));
        assertThat(scaled.interaction().get(1))
                .isCloseTo(scale * whole.interaction().get(1), within(1e-12 * scale));
        assertThat(scaled.residual().decimal()).isCloseTo(0, within(1e-12));
    }

    @Property(seed = "20250722")
    void splitting_a_member_of_a_group_changes_nothing(
            @ForAll @Size(min = 2, max = 6) List<@DoubleRange(min = -0.2, max = 0.2) Double> returns,
            @ForAll @DoubleRange(min = -2, max = 2) double part,
            @ForAll boolean netted) {
        double[] pair = pair(returns.size(), netted);
        double[] split = Arrays.copyOf(pair, pair.length + 1);
        split[pair.length] = part * split[0];
        split[0] -= split[pair.length];
        List<Double> twice = new ArrayList<>(returns);
        twice.add(returns.get(0));
        DailyGroups whole = overlay(pair, returns, 1);
        DailyGroups parted = overlay(split, twice, 1);
        assertThat(parted.allocation().get(1)).isCloseTo(whole.allocation().get(1), within(1e-12));
        assertThat(parted.interaction().get(1)).isCloseTo(whole.interaction().get(1), within(1e-12));
        assertThat(nested(split, twice).decimal())
                .isCloseTo(nested(pair, returns).decimal(), within(1e-12));
        assertThat(reported(split, twice).isPresent())
                .isEqualTo(reported(pair, returns).isPresent())
                .isEqualTo(!netted);
    }

    /** Long a tenth in all names but the last, and short them in the last, wholly or in part. */
    private static double[] pair(int names, boolean netted) {
        double[] weights = new double[names];
        Arrays.fill(weights, 0.1);
        weights[names - 1] = netted ? -0.1 * (names - 1) : -0.05;
        return weights;
    }

    private static DailyGroups overlay(double[] pair, List<Double> returns, double scale) {
        double[] weights = new double[pair.length + 1];
        double[] benchmark = new double[pair.length + 1];
        double[] all = new double[pair.length + 1];
        int[] groups = new int[pair.length + 1];
        Arrays.fill(groups, 1, groups.length, 1);
        weights[0] = 1 - scale * Arrays.stream(pair).sum();
        benchmark[0] = 1;
        all[0] = 0.02;
        for (int i = 0; i < pair.length; i++) {
            weights[i + 1] = scale * pair[i];
            all[i + 1] = returns.get(i);
        }
        return DailyGroups.carino(weights, benchmark, all, groups, 2);
    }

    private static Rate nested(double[] pair, List<Double> returns) {
        List<Segment> members = new ArrayList<>();
        Map<String, String> groups = new TreeMap<>();
        double net = Arrays.stream(pair).sum();
        members.add(new Segment("core", 1 - net, 1 - net, 0.02, 0.02));
        for (int i = 0; i < pair.length; i++) {
            members.add(new Segment("S" + i, pair[i], pair[i], returns.get(i), returns.get(i) / 2));
            groups.put("S" + i, "pair");
        }
        return NestedAttribution.of(DAY, members, Classification.of("desk", groups))
                .selection();
    }

    private static Optional<Rate> reported(double[] pair, List<Double> returns) {
        List<Position> positions = new ArrayList<>();
        positions.add(Position.held("core", 1 - Arrays.stream(pair).sum(), Rate.ofPercent(2)));
        for (int i = 0; i < pair.length; i++) {
            positions.add(Position.held("S" + i, pair[i], Rate.ofDecimal(returns.get(i))));
        }
        return ContributionReport.of(DAY, positions)
                .group("pair", line -> !line.id().equals("core"))
                .periodReturn();
    }

    @Property(seed = "20250722")
    void geometric_effects_compound_to_the_excess(@ForAll("raw") List<Sides> raw) {
        GeometricAttribution attribution = GeometricAttribution.of(DAY, segments(raw));
        assertThat(attribution.explained().decimal())
                .isCloseTo(attribution.excess().decimal(), within(1e-13));
    }

    @Property(seed = "20250722")
    void nested_effects_sum_and_compound_to_the_excess(
            @ForAll("raw") List<Sides> raw, @ForAll @Size(12) List<@IntRange(min = 0, max = 8) Integer> groups) {
        List<Segment> members = segments(raw);
        Map<String, List<String>> paths = new TreeMap<>();
        for (int i = 0; i < members.size(); i++) {
            int group = groups.get(i);
            String sector = "sector " + group / 3;
            paths.put(members.get(i).id(), group % 3 == 0 ? List.of(sector) : List.of(sector, "industry " + group));
        }
        NestedAttribution nested = NestedAttribution.of(DAY, members, Classification.ofPaths("desk", paths));
        assertThat(nested.explained().decimal()).isCloseTo(nested.excess().decimal(), within(1e-13));
        List<Rate> levels = new ArrayList<>();
        levels.add(nested.geometricSelection());
        for (int level = 1; level <= nested.levels(); level++) {
            levels.add(nested.geometricAllocation(level));
        }
        for (int level : new int[] {0, nested.levels() + 1}) {
            String range = "level must lie in [1, " + nested.levels() + "] but was " + level;
            assertThatThrownBy(() -> nested.allocation(level)).hasMessage(range);
            assertThatThrownBy(() -> nested.geometricAllocation(level)).hasMessage(range);
        }
        double excess =
                nested.excess().decimal() / (1 + nested.benchmarkReturn().decimal());
        assertThat(GeometricAttribution.compounded(levels).decimal()).isCloseTo(excess, within(1e-12));
    }

    @Property(seed = "20250722")
    void nodes_of_a_level_sum_to_its_geometric_effect(@ForAll("raw") List<Sides> raw) {
        List<Segment> members = segments(raw);
        Map<String, String> groups = new TreeMap<>();
        members.forEach(member -> groups.put(member.id(), "G" + member.id().length()));
        NestedAttribution nested = NestedAttribution.of(DAY, members, Classification.of("desk", groups));
        for (int level = 1; level <= nested.levels(); level++) {
            int wanted = level;
            double sum = nested.nodes().stream()
                    .filter(node -> node.level() == wanted)
                    .mapToDouble(node -> nested.geometricAllocation(node).decimal())
                    .sum();
            assertThat(sum).isCloseTo(nested.geometricAllocation(level).decimal(), within(1e-12));
        }
        double selection = nested.nodes().stream()
                .mapToDouble(node -> nested.geometricSelection(node).decimal())
                .sum();
        assertThat(selection).isCloseTo(nested.geometricSelection().decimal(), within(1e-12));
    }

    @Property(seed = "20250722")
    void a_flat_tree_is_brinson_fachler_top_down(@ForAll("raw") List<Sides> raw) {
        List<Segment> members = segments(raw);
        Map<String, List<String>> paths = new TreeMap<>();
        members.forEach(member -> paths.put(member.id(), List.of("all")));
        NestedAttribution nested = NestedAttribution.of(DAY, members, Classification.ofPaths("one", paths));
        ArithmeticAttribution flat = ArithmeticAttribution.of(
                DAY, members, AttributionOptions.withDefaults().withInteraction(InteractionView.IN_SELECTION));
        for (EffectLine line : flat.lines()) {
            NestedAttribution.Node node = nested.node("all", line.id()).orElseThrow();
            assertThat(node.allocation().decimal()).isCloseTo(line.allocation().decimal(), within(1e-13));
            assertThat(node.selection().decimal()).isCloseTo(line.selection().decimal(), within(1e-13));
        }
    }

    @Property(seed = "20250722", tries = 100)
    void linked_lines_and_residual_are_the_cumulative_excess(
            @ForAll("raw") List<Sides> first, @ForAll("raw") List<Sides> second, @ForAll("raw") List<Sides> third) {
        List<ArithmeticAttribution> periods = List.of(
                ArithmeticAttribution.of(DAY, segments(first)),
                ArithmeticAttribution.of(DAY.plusDays(1), segments(second)),
                ArithmeticAttribution.of(DAY.plusDays(2), segments(third)));
        for (Linking method : List.of(Linking.CARINO, Linking.MENCHERO, Linking.GRAP, Linking.FRONGELLO)) {
            for (int count = 1; count <= periods.size(); count++) {
                LinkedAttribution linked = LinkedAttribution.of(periods.subList(0, count), method);
                assertThat(linked.total().total().decimal() + linked.residual().decimal())
                        .as("%s over %d", method, count)
                        .isCloseTo(linked.excess().decimal(), within(1e-11));
            }
        }
    }

    @Property(seed = "20250722")
    void currency_effects_sum_to_the_excess_in_both_methods_and_kinds(
            @ForAll("raw") List<Sides> raw,
            @ForAll @Size(12) List<@DoubleRange(min = -0.2, max = 0.2) Double> changes,
            @ForAll @Size(12) List<@DoubleRange(min = 0.01, max = 1) Double> exposures,
            @ForAll @Size(12) List<@DoubleRange(min = -0.02, max = 0.05) Double> rates) {
        List<Segment> assets = segments(raw);
        double exposed =
                IntStream.range(0, assets.size()).mapToDouble(exposures::get).sum();
        List<Market> markets = new ArrayList<>();
        Map<String, Rate> carry = new TreeMap<>();
        for (int i = 0; i < assets.size(); i++) {
            Segment asset = assets.get(i);
            carry.put(asset.id(), Rate.ofDecimal(rates.get(i)));
            markets.add(new Market(
                    asset.id(),
                    asset.portfolioWeight(),
                    asset.benchmarkWeight(),
                    Rate.ofDecimal(raw.get(i).rp),
                    Rate.ofDecimal(raw.get(i).rb),
                    Rate.ofDecimal(changes.get(i)),
                    exposures.get(i) / exposed,
                    asset.benchmarkWeight()));
        }
        for (ReturnKind kind : ReturnKind.values()) {
            CurrencyAttribution cash = CurrencyAttribution.karnoskySinger(DAY, markets, carry, kind);
            CurrencyAttribution forward = CurrencyAttribution.ankrimHensel(DAY, markets, carry, kind);
            assertThat(cash.residual().decimal()).isCloseTo(0, within(1e-13));
            assertThat(forward.residual().decimal()).isCloseTo(0, within(1e-13));
        }
    }

    @Property(seed = "20250722")
    void risk_contributions_sum_to_the_volatility(
            @ForAll @Size(min = 1, max = 6) List<@DoubleRange(min = -1, max = 1) Double> weights,
            @ForAll @Size(36) List<@DoubleRange(min = -1, max = 1) Double> factors) {
        int n = weights.size();
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    covariance[i][j] += factors.get(i * n + k) * factors.get(j * n + k);
                }
            }
            covariance[i][i] += 1e-6;
        }
        List<String> ids = IntStream.range(0, n).mapToObj(i -> "A" + i).toList();
        Doubles w =
                Doubles.copyOf(weights.stream().mapToDouble(Double::doubleValue).toArray());
        RiskContributions risk = RiskContributions.of(ids, w, Matrix.copyOf(covariance));
        assertThat(risk.contributions().stream().sum())
                .isCloseTo(risk.volatility().decimal(), within(1e-9));
        if (risk.volatility().decimal() > 0) {
            assertThat(risk.shares().stream().sum()).isCloseTo(1, within(1e-9));
        }
    }

    /** Sides scaled to weights of one; a side that holds nothing has no return there. */
    private static List<Segment> segments(List<Sides> raw) {
        double wp = raw.stream().mapToDouble(Sides::wp).sum();
        double wb = raw.stream().mapToDouble(Sides::wb).sum();
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            Sides each = raw.get(i);
            double portfolio = wp == 0 ? (i == 0 ? 1 : 0) : each.wp / wp;
            double benchmark = wb == 0 ? (i == 0 ? 1 : 0) : each.wb / wb;
            segments.add(new Segment(
                    "S" + i,
                    portfolio,
                    benchmark,
                    portfolio == 0 ? Double.NaN : each.rp,
                    benchmark == 0 ? Double.NaN : each.rb));
        }
        return segments;
    }
}
