package io.github.macroregime.equities.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.ContributionPolicy.MissingReturn;
import io.github.macroregime.equities.contribution.ContributionPolicy.WeightSum;
import io.github.macroregime.equities.linking.Linking;
import io.github.macroregime.equities.linking.Links;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class ContributionLaws {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final ContributionPolicy ANY_WEIGHTS =
            ContributionPolicy.withDefaults().withWeightSum(new WeightSum.Keep(1e9));

    private record Pair(double weight, double change) {}

    @Provide
    Arbitrary<List<Pair>> pairs() {
        return Combinators.combine(
                        Arbitraries.doubles().between(-0.2, 1),
                        Arbitraries.doubles().between(-0.9, 2))
                .as(Pair::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Property(seed = "20250722")
    void contributions_sum_to_what_is_explained(@ForAll("pairs") List<Pair> pairs) {
        ContributionReport report = ContributionReport.of(DAY, positions(pairs), ANY_WEIGHTS);
        BigDecimal exact = BigDecimal.ZERO;
        for (Pair pair : pairs) {
            exact = exact.add(new BigDecimal(pair.weight).multiply(new BigDecimal(pair.change)));
        }
        assertThat(report.explained().decimal())
                .isCloseTo(
                        exact.doubleValue(),
                        within(1e-15 * (1 + report.grossMove().decimal())));
    }

    @Property(seed = "20250722")
    void order_does_not_matter(@ForAll("pairs") List<Pair> pairs, @ForAll long seed) {
        List<Position> positions = positions(pairs);
        List<Position> shuffled = new ArrayList<>(positions);
        Collections.shuffle(shuffled, new Random(seed));
        ContributionReport first = ContributionReport.of(DAY, positions, ANY_WEIGHTS);
        ContributionReport second = ContributionReport.of(DAY, shuffled, ANY_WEIGHTS);
        assertThat(second.explained().decimal())
                .isCloseTo(
                        first.explained().decimal(),
                        within(1e-15 * (1 + first.grossMove().decimal())));
        for (ContributionLine line : first.lines()) {
            assertThat(second.line(line.id())).contains(line);
        }
    }

    @Property(seed = "20250722")
    void splitting_a_constituent_changes_no_group(
            @ForAll("pairs") List<Pair> pairs, @ForAll @DoubleRange(min = 0, max = 1) double share) {
        List<Position> whole = positions(pairs);
        List<Position> split = new ArrayList<>(whole.subList(1, whole.size()));
        Rate change = Rate.ofDecimal(pairs.get(0).change);
        split.add(Position.held("left", pairs.get(0).weight * share, change));
        split.add(Position.held("right", pairs.get(0).weight * (1 - share), change));
        Map<String, String> groups = groups(whole);
        groups.put("left", "even");
        groups.put("right", "even");
        Classification classification = Classification.of("parity", groups);
        ContributionReport first =
                ContributionReport.of(DAY, whole, ANY_WEIGHTS).by(classification);
        ContributionReport second =
                ContributionReport.of(DAY, split, ANY_WEIGHTS).by(classification);
        for (ContributionLine group : first.lines()) {
            ContributionLine other = second.line(group.id()).orElseThrow();
            assertThat(other.contribution().decimal())
                    .isCloseTo(group.contribution().decimal(), within(1e-13));
            assertThat(other.weight()).isCloseTo(group.weight(), within(1e-13));
        }
    }

    @Property(seed = "20250722")
    void scaling_weights_changes_no_return_of_a_group(
            @ForAll("pairs") List<Pair> pairs, @ForAll @IntRange(min = -40, max = 20) int powerOfTwo) {
        double factor = Math.scalb(1.0, powerOfTwo);
        List<Pair> scaled = pairs.stream()
                .map(pair -> new Pair(pair.weight * factor, pair.change))
                .toList();
        Classification classification = Classification.of("parity", groups(positions(pairs)));
        ContributionReport second =
                ContributionReport.of(DAY, positions(scaled), ANY_WEIGHTS).by(classification);
        for (ContributionLine group : ContributionReport.of(DAY, positions(pairs), ANY_WEIGHTS)
                .by(classification)
                .lines()) {
            assertThat(second.line(group.id()).orElseThrow().periodReturn()).isEqualTo(group.periodReturn());
        }
    }

    @Property(seed = "20250722")
    void weights_that_cancel_have_no_return(@ForAll @IntRange(min = -12, max = 6) int powerOfTen) {
        double factor = StrictMath.pow(10, powerOfTen);
        List<Position> positions = List.of(
                Position.held("A", 0.1 * factor, Rate.ofPercent(6)),
                Position.held("B", 0.2 * factor, Rate.ofPercent(2)),
                Position.held("C", -0.3 * factor, Rate.ofPercent(1)));
        ContributionLine group =
                ContributionReport.of(DAY, positions, ANY_WEIGHTS).group("all", line -> true);
        assertThat(group.periodReturn()).isEmpty();
        assertThat(group.contribution().percent()).isCloseTo(0.7 * factor, within(1e-12 * factor));
    }

    @Property(seed = "20250722")
    void groups_sum_to_the_whole(@ForAll("pairs") List<Pair> pairs) {
        List<Position> positions = positions(pairs);
        ContributionReport report = ContributionReport.of(DAY, positions, ANY_WEIGHTS);
        ContributionReport grouped = report.by(Classification.of("parity", groups(positions)));
        double sum = grouped.lines().stream()
                .mapToDouble(line -> line.contribution().decimal())
                .sum();
        assertThat(sum).isCloseTo(report.explained().decimal(), within(1e-12));
        assertThat(grouped.explained()).isEqualTo(report.explained());
    }

    @Property(seed = "20250722")
    void scaling_weights_scales_contributions(
            @ForAll("pairs") List<Pair> pairs, @ForAll @DoubleRange(min = -3, max = 3) double factor) {
        List<Pair> scaled = pairs.stream()
                .map(pair -> new Pair(pair.weight * factor, pair.change))
                .toList();
        double expected = ContributionReport.of(DAY, positions(pairs), ANY_WEIGHTS)
                        .explained()
                        .decimal()
                * factor;
        assertThat(ContributionReport.of(DAY, positions(scaled), ANY_WEIGHTS)
                        .explained()
                        .decimal())
                .isCloseTo(expected, within(1e-12));
    }

    @Property(seed = "20250722")
    void no_policy_but_renormalising_changes_another_line(@ForAll("pairs") List<Pair> pairs) {
        List<Position> positions = new ArrayList<>(positions(pairs));
        List<ContributionLine> before =
                ContributionReport.of(DAY, positions, ANY_WEIGHTS).lines();
        positions.set(0, Position.stale("P0", pairs.get(0).weight, Rate.ofPercent(1), 2));
        List<MissingReturn> policies = List.of(
                new MissingReturn.Exclude(2), new MissingReturn.ZeroReturn(), new MissingReturn.CarryForward(5, 2));
        for (MissingReturn policy : policies) {
            ContributionReport report = ContributionReport.of(DAY, positions, ANY_WEIGHTS.withMissingReturn(policy));
            before.stream()
                    .filter(line -> !line.id().equals("P0"))
                    .forEach(line -> assertThat(report.line(line.id())).contains(line));
        }
    }

    @Property(seed = "20250722")
    void a_constituent_of_weight_zero_adds_nothing(@ForAll("pairs") List<Pair> pairs) {
        List<Position> positions = new ArrayList<>(positions(pairs));
        Rate before = ContributionReport.of(DAY, positions, ANY_WEIGHTS).explained();
        positions.add(Position.held("nothing", 0, Rate.ofPercent(50)));
        assertThat(ContributionReport.of(DAY, positions, ANY_WEIGHTS).explained())
                .isEqualTo(before);
    }

    @Property(seed = "20250722")
    void shown_parts_sum_to_the_shown_total_and_none_moves_by_a_unit(
            @ForAll @Size(min = 1, max = 15) List<@DoubleRange(min = -3, max = 3) Double> percents,
            @ForAll @IntRange(min = 0, max = 4) int places) {
        List<Rate> parts = percents.stream().map(Rate::ofPercent).toList();
        ShownParts shown = ShownParts.byLargestRemainder(parts, places);
        BigDecimal unit = BigDecimal.ONE.movePointLeft(places);
        BigDecimal sum = shown.parts().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(shown.total());
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal exact = parts.get(i).exactBasisPoints().movePointLeft(2);
            assertThat(shown.parts().get(i).subtract(exact).abs()).isLessThan(unit);
        }
        List<Rate> again = shown.parts().stream()
                .map(part -> Rate.ofPercent(part.doubleValue()))
                .toList();
        assertThat(ShownParts.byLargestRemainder(again, places).parts()).isEqualTo(shown.parts());
    }

    @Property(seed = "20250722", edgeCases = EdgeCasesMode.NONE)
    void shown_parts_change_sign_with_the_parts(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = -3, max = 3) @Scale(9) Double> percents) {
        List<Rate> parts = percents.stream().map(Rate::ofPercent).toList();
        List<BigDecimal> remainders = parts.stream()
                .map(part -> part.exactBasisPoints()
                        .remainder(BigDecimal.ONE)
                        .add(BigDecimal.ONE)
                        .remainder(BigDecimal.ONE)
                        .stripTrailingZeros())
                .toList();
        Assume.that(remainders.stream().distinct().count() == remainders.size());
        ShownParts shown = ShownParts.byLargestRemainder(parts, 2);
        ShownParts mirrored =
                ShownParts.byLargestRemainder(parts.stream().map(Rate::negated).toList(), 2);
        assertThat(mirrored.total()).isEqualByComparingTo(shown.total().negate());
        for (int i = 0; i < parts.size(); i++) {
            assertThat(mirrored.parts().get(i))
                    .isEqualByComparingTo(shown.parts().get(i).negate());
        }
    }

    @Property(seed = "20250722")
    void parts_and_residual_always_make_the_total(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = -3, max = 3) Double> percents,
            @ForAll @DoubleRange(min = -5, max = 5) double reported) {
        List<Rate> parts = percents.stream().map(Rate::ofPercent).toList();
        for (ShownParts shown : List.of(
                ShownParts.forcedTo(parts, Rate.ofPercent(reported), 2),
                ShownParts.withResidual(parts, Rate.ofPercent(reported), 2),
                ShownParts.independently(parts, 2))) {
            BigDecimal sum = shown.parts().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum.add(shown.residual())).isEqualByComparingTo(shown.total());
        }
    }

    @Property(seed = "20250722", tries = 100)
    void points_sum_to_the_change_of_the_level_across_index_actions(
            @ForAll @Size(min = 3, max = 3) List<@DoubleRange(min = 1, max = 500) Double> prices,
            @ForAll @Size(min = 12, max = 12) List<@DoubleRange(min = 0.7, max = 1.4) Double> growths,
            @ForAll @Size(min = 4, max = 4) List<@DoubleRange(min = 10, max = 1000) Double> shares) {
        IndexSnapshot close = IndexSnapshot.ofLevel(
                DAY,
                List.of(
                        IndexSnapshot.Member.of("A", prices.get(0), 100),
                        IndexSnapshot.Member.of("B", prices.get(1), 200),
                        new IndexSnapshot.Member("C", prices.get(2), 300, 0.8)),
                5_000);
        double start = close.level();
        double points = 0;
        List<ContributionReport> days = new ArrayList<>();
        for (int day = 1; day <= 4; day++) {
            IndexSnapshot opened = close.rebalanced(renewed(close, day, shares.get(day - 1)));
            assertThat(opened.level()).isCloseTo(close.level(), within(1e-9));
            List<IndexSnapshot.Member> moved = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                IndexSnapshot.Member member = opened.members().get(i);
                moved.add(member.withPrice(member.price() * growths.get(3 * (day - 1) + i)));
            }
            IndexSnapshot next = new IndexSnapshot(DAY.plusDays(day), moved, opened.divisor());
            ContributionReport report = opened.to(next);
            days.add(report);
            for (ContributionLine line : report.lines()) {
                points += line.points(opened.level());
            }
            close = next;
        }
        assertThat(points).isCloseTo(close.level() - start, within(1e-8));
        LinkedContributions linked = LinkedContributions.of(days);
        double total =
                linked.contributions().stream().mapToDouble(Rate::decimal).sum();
        assertThat(total).isCloseTo(close.level() / start - 1, within(1e-12));
        assertThat(total * start).isCloseTo(points, within(1e-8));
    }

    private static List<IndexSnapshot.Member> renewed(IndexSnapshot close, int day, double shares) {
        List<IndexSnapshot.Member> members = new ArrayList<>(close.members());
        IndexSnapshot.Member old = members.get(day % 3);
        members.set(day % 3, IndexSnapshot.Member.of(old.id() + day, old.price() * 1.1, shares));
        return members;
    }

    @Property(seed = "20250722")
    void with_fixed_shares_points_are_start_weight_times_the_return_over_all_days(
            @ForAll @Size(min = 3, max = 3) List<@DoubleRange(min = 1, max = 500) Double> prices,
            @ForAll @Size(min = 9, max = 9) List<@DoubleRange(min = 0.7, max = 1.4) Double> growths) {
        List<IndexSnapshot.Member> members = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            members.add(IndexSnapshot.Member.of("M" + i, prices.get(i), 100 * (i + 1)));
        }
        IndexSnapshot start = IndexSnapshot.ofLevel(DAY, members, 1_000);
        IndexSnapshot close = start;
        List<ContributionReport> days = new ArrayList<>();
        for (int day = 1; day <= 3; day++) {
            List<IndexSnapshot.Member> moved = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                IndexSnapshot.Member member = close.members().get(i);
                moved.add(member.withPrice(member.price() * growths.get(3 * (day - 1) + i)));
            }
            IndexSnapshot next = new IndexSnapshot(DAY.plusDays(day), moved, close.divisor());
            days.add(close.to(next));
            close = next;
        }
        LinkedContributions linked = LinkedContributions.of(days);
        for (int i = 0; i < 3; i++) {
            String id = "M" + i;
            double whole = close.members().get(i).price() / prices.get(i) - 1;
            assertThat(linked.contribution(id).orElseThrow().decimal())
                    .isCloseTo(start.weight(id) * whole, within(1e-12));
        }
    }

    @Property(seed = "20250722")
    void every_method_links_contributions_to_the_compounded_return(
            @ForAll("pairs") List<Pair> first, @ForAll("pairs") List<Pair> second) {
        List<ContributionReport> days = List.of(normalised(DAY, first), normalised(DAY.plusDays(1), second));
        double expected = Links.compounded(
                days.stream().mapToDouble(day -> day.explained().decimal()).toArray());
        for (Linking method : Linking.values()) {
            LinkedContributions linked = LinkedContributions.of(days, method);
            double sum =
                    linked.contributions().stream().mapToDouble(Rate::decimal).sum();
            assertThat(sum).as("%s", method).isCloseTo(expected, within(1e-11));
        }
    }

    private static ContributionReport normalised(LocalDate date, List<Pair> pairs) {
        double total =
                pairs.stream().mapToDouble(pair -> Math.abs(pair.weight) + 0.01).sum();
        List<Pair> scaled = pairs.stream()
                .map(pair -> new Pair((Math.abs(pair.weight) + 0.01) / total, pair.change))
                .toList();
        return ContributionReport.of(date, positions(scaled));
    }

    private static List<Position> positions(List<Pair> pairs) {
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            positions.add(Position.held("P" + i, pairs.get(i).weight, Rate.ofDecimal(pairs.get(i).change)));
        }
        return positions;
    }

    private static Map<String, String> groups(List<Position> positions) {
        Map<String, String> groups = new TreeMap<>();
        for (int i = 0; i < positions.size(); i++) {
            groups.put(positions.get(i).id(), i % 2 == 0 ? "even" : "odd");
        }
        return groups;
    }
}
