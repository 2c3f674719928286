package io.github.macroregime.equities.attribution;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.Classification;
import io.github.macroregime.equities.contribution.ContributionPolicy;
import io.github.macroregime.equities.contribution.ContributionPolicy.WeightSum;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@index "Multi-level attribution"}: the excess split from the top: sector, industry, stock, each measured against
 * what it is part of.
 *
 * <p>At every level a child's allocation is {@code (wp - wb Wp / Wb)(rb - Rb)}, where capital letters belong to its
 * parent: the benchmark's weight is scaled to the money that the parent was given. The last level adds selection
 * {@code wp (rp - rb)}. A part that the benchmark does not hold, or whose long and short weights there cancel, goes up
 * whole as selection against its parent's benchmark return. All effects sum to the excess.
 *
 * <p>The geometric form divides the effects of a level by {@code 1 + B}, where B is the return of the notional fund of
 * the level above; the levels then compound exactly to {@code (1 + Rp) / (1 + Rb) - 1}.
 *
 * @param date the day, or the last day of the period
 * @param nodes one line for each group and member, parents before children
 * @param levelFunds the return of the benchmark, then of the notional fund of each level that holds the portfolio's
 *     weights and the benchmark's returns
 * @param portfolioReturn the return of the portfolio
 */
public record NestedAttribution(LocalDate date, List<Node> nodes, List<Rate> levelFunds, Rate portfolioReturn)
        implements Serializable {

    private static final String WHOLE = "(whole)";

    /**
     * One group or member.
     *
     * @param path names from the widest level down to this one
     * @param portfolioWeight weight in the portfolio
     * @param benchmarkWeight weight in the benchmark
     * @param allocation effect of its weight within its parent
     * @param selection effect of what was held within it, for members and for parts the benchmark does not hold
     */
    public record Node(
            List<String> path, double portfolioWeight, double benchmarkWeight, Rate allocation, Rate selection)
            implements Serializable {

        public Node {
            Require.components(Node.class, path, allocation, selection);
            Require.finite(portfolioWeight, "portfolioWeight");
            Require.finite(benchmarkWeight, "benchmarkWeight");
            path = List.copyOf(path);
        }

        /**
         * How deep the node lies.
         *
         * @return 1 for the widest level, 0 for the whole
         */
        public int level() {
            return path.size();
        }
    }

    public NestedAttribution {
        Require.components(NestedAttribution.class, date, nodes, levelFunds, portfolioReturn);
        nodes = List.copyOf(nodes);
        levelFunds = List.copyOf(levelFunds);
        int levels = nodes.stream().mapToInt(Node::level).max().orElse(0);
        if (levelFunds.size() <= levels) {
            throw new IllegalArgumentException("levelFunds must have the benchmark and one for each of " + levels
                    + " levels but had " + levelFunds.size());
        }
    }

    /**
     * The excess split by a classification as it holds on the day, members last, of weights that sum to one within 1 %.
     *
     * @param date the day
     * @param members the members of both sides, ids distinct
     * @param classification who belongs where
     * @return the effects of all levels
     * @throws IllegalArgumentException if an id is repeated or the weights of a side do not sum to one
     */
    public static NestedAttribution of(LocalDate date, List<Segment> members, Classification classification) {
        return of(
                date, members, classification, ContributionPolicy.withDefaults().weightSum());
    }

    /**
     * The excess split by a classification as it holds on the day, members last.
     *
     * <p><b>Missing</b>: a member that one side does not hold has no return there. <b>Cost</b>: members times levels.
     *
     * @param date the day
     * @param members the members of both sides, ids distinct
     * @param classification who belongs where
     * @param weightSum weights of a side that do not add up to one
     * @return the effects of all levels
     * @throws IllegalArgumentException if an id is repeated or the sum of a side's weights is refused
     */
    public static NestedAttribution of(
            LocalDate date, List<Segment> members, Classification classification, WeightSum weightSum) {
        Map<String, List<String>> paths = classification.on(date);
        Branch root = new Branch(List.of());
        for (Segment member : Effects.weighted(members, weightSum)) {
            root.add(member, paths.getOrDefault(member.id(), List.of(Classification.UNCLASSIFIED)), 0);
        }
        Walk walk = new Walk();
        walk.start(root);
        List<Rate> funds = walk.funds.stream().map(Rate::ofDecimal).toList();
        return new NestedAttribution(date, walk.nodes, funds, Rate.ofDecimal(root.portfolio()));
    }

    /**
     * The return of the benchmark.
     *
     * @return the return
     */
    public Rate benchmarkReturn() {
        return levelFunds.get(0);
    }

    /**
     * The arithmetic allocation of a whole level.
     *
     * @param level from 1, the widest, to the number of levels
     * @return the sum over its nodes
     * @throws IndexOutOfBoundsException outside that range
     */
    public Rate allocation(int level) {
        requireLevel(level);
        return Rate.ofDecimal(Effects.sumOf(
                nodes, node -> node.level() == level ? node.allocation().decimal() : 0));
    }

    /**
     * The arithmetic selection of all members and of all parts that the benchmark does not hold.
     *
     * @return the sum over the nodes
     */
    public Rate selection() {
        return Rate.ofDecimal(Effects.sumOf(nodes, node -> node.selection().decimal()));
    }

    /**
     * The geometric allocation of a whole level: the growth of its notional fund over that of the level above.
     *
     * @param level from 1, the widest, to the number of levels
     * @return {@code (1 + B_level) / (1 + B_above) - 1}
     * @throws IndexOutOfBoundsException outside that range
     */
    public Rate geometricAllocation(int level) {
        requireLevel(level);
        return ratio(levelFunds.get(level), levelFunds.get(level - 1));
    }

    /**
     * The geometric selection: the growth of the portfolio over that of the last notional fund.
     *
     * @return {@code (1 + Rp) / (1 + B_last) - 1}
     */
    public Rate geometricSelection() {
        return ratio(portfolioReturn, levelFunds.get(levels()));
    }

    /**
     * The geometric allocation of one node: its arithmetic allocation over the growth of the fund above.
     *
     * @param node a node of this attribution, not the whole
     * @return its share in the geometric allocation of its level
     * @throws IndexOutOfBoundsException for the whole
     */
    public Rate geometricAllocation(Node node) {
        requireLevel(node.level());
        return Rate.ofDecimal(node.allocation().decimal()
                / (1 + levelFunds.get(node.level() - 1).decimal()));
    }

    /**
     * The geometric selection of one node: its arithmetic selection over the growth of the last notional fund.
     *
     * @param node a node of this attribution
     * @return its share in the geometric selection
     */
    public Rate geometricSelection(Node node) {
        return Rate.ofDecimal(
                node.selection().decimal() / (1 + levelFunds.get(levels()).decimal()));
    }

    private void requireLevel(int level) {
        if (level < 1 || level > levels()) {
            throw new IndexOutOfBoundsException("level must lie in [1, " + levels() + "] but was " + level);
        }
    }

    private static Rate ratio(Rate above, Rate below) {
        return Rate.ofDecimal((above.decimal() - below.decimal()) / (1 + below.decimal()));
    }

    /**
     * How many levels there are, members included.
     *
     * @return the depth of the deepest member
     */
    public int levels() {
        return levelFunds.size() - 1;
    }

    /**
     * Portfolio minus benchmark return.
     *
     * @return the arithmetic excess
     */
    public Rate excess() {
        return portfolioReturn.minus(benchmarkReturn());
    }

    /**
     * The sum of all arithmetic effects, which is the excess.
     *
     * @return allocation of all nodes plus selection
     */
    public Rate explained() {
        return Rate.ofDecimal(Effects.sumOf(
                nodes, node -> node.allocation().decimal() + node.selection().decimal()));
    }

    /**
     * A group or member by its path.
     *
     * @param path names from the widest level down
     * @return the node, empty if there is none
     */
    public Optional<Node> node(String... path) {
        List<String> wanted = List.of(path);
        return nodes.stream().filter(node -> node.path().equals(wanted)).findFirst();
    }

    /** A table of the effects in percentage points, indented by level, with their total and the residual. */
    @Override
    public String toString() {
        List<EffectLine> lines = new ArrayList<>();
        for (Node node : nodes) {
            int level = node.level();
            String name =
                    level == 0 ? WHOLE : "  ".repeat(level - 1) + node.path().get(level - 1);
            lines.add(new EffectLine(name, node.allocation(), node.selection(), Rate.ZERO));
        }
        String title = "Nested attribution on " + date + ", portfolio " + Effects.percent(portfolioReturn)
                + ", benchmark " + Effects.percent(benchmarkReturn());
        return Effects.table(title, lines, Effects.total("total", lines), excess().minus(explained()));
    }

    /** A group while it is being filled. */
    private static final class Branch {

        private final List<String> path;
        private final Map<String, Branch> groups = new LinkedHashMap<>();
        private final List<Segment> members = new ArrayList<>();

        Branch(List<String> path) {
            this.path = path;
        }

        void add(Segment member, List<String> groupPath, int depth) {
            if (depth == groupPath.size()) {
                members.add(member);
                return;
            }
            String name = groupPath.get(depth);
            groups.computeIfAbsent(name, key -> new Branch(child(key))).add(member, groupPath, depth + 1);
        }

        List<String> child(String name) {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            return longer;
        }

        private List<Segment> all() {
            List<Segment> all = new ArrayList<>(members);
            groups.values().forEach(group -> all.addAll(group.all()));
            return all;
        }

        double portfolio() {
            return Effects.sumOf(all(), Segment::portfolioContribution);
        }

        double benchmark() {
            return Effects.sumOf(all(), Segment::benchmarkContribution);
        }

        double portfolioWeight() {
            return Effects.sumOf(all(), Segment::portfolioWeight);
        }

        double benchmarkWeight() {
            return Effects.sumOf(all(), Segment::benchmarkWeight);
        }

        boolean isNettedInBenchmark() {
            return Effects.isNetted(
                    benchmarkWeight(), Effects.sumOf(all(), member -> Math.abs(member.benchmarkWeight())));
        }
    }

    /** The walk from the top down that gathers effects, and the contributions to each level's notional fund. */
    private static final class Walk {

        private final List<Node> nodes = new ArrayList<>();
        private final List<Double> funds = new ArrayList<>();

        void start(Branch root) {
            double wp = root.portfolioWeight();
            double wb = root.benchmarkWeight();
            if (root.isNettedInBenchmark()) {
                throw new IllegalArgumentException("benchmark weights must not sum to zero");
            }
            double rb = root.benchmark() / wb;
            funds.add(root.benchmark());
            // Where the sides' weights have different sums, the difference earns the benchmark's return.
            if (wp != wb) {
                addNode(root.path, wp, wb, (wp - wb) * rb, 0);
            }
            descend(root, wp, wb, rb);
            fillFunds();
        }

        private void descend(Branch parent, double parentWp, double parentWb, double parentRb) {
            parent.groups.values().forEach(group -> group(group, parentWp / parentWb, parentRb));
            for (Segment member : parent.members) {
                double rb = member.benchmarkReturnOr(parentRb);
                double wp = member.portfolioWeight();
                double wb = member.benchmarkWeight();
                addNode(
                        parent.child(member.id()),
                        wp,
                        wb,
                        (wp - wb * (parentWp / parentWb)) * (rb - parentRb),
                        wp * (member.portfolioReturnOr(rb) - rb));
            }
        }

        private void group(Branch group, double scale, double parentRb) {
            double wp = group.portfolioWeight();
            double wb = group.benchmarkWeight();
            if (group.isNettedInBenchmark()) {
                double selection = group.portfolio() - scale * group.benchmark() - (wp - scale * wb) * parentRb;
                addNode(group.path, wp, wb, 0, selection);
                return;
            }
            double rb = group.benchmark() / wb;
            addNode(group.path, wp, wb, (wp - wb * scale) * (rb - parentRb), 0);
            descend(group, wp, wb, rb);
        }

        private void addNode(List<String> path, double wp, double wb, double allocation, double selection) {
            nodes.add(new Node(path, wp, wb, Rate.ofDecimal(allocation), Rate.ofDecimal(selection)));
        }

        // A level's fund earns what the level above earned plus the allocation of the level itself.
        private void fillFunds() {
            int depth = nodes.stream().mapToInt(Node::level).max().orElse(0);
            double gap = level(0);
            for (int level = 1; level <= depth; level++) {
                funds.add(funds.get(level - 1) + level(level) + (level == 1 ? gap : 0));
            }
        }

        private double level(int level) {
            return Effects.sumOf(
                    nodes, node -> node.level() == level ? node.allocation().decimal() : 0);
        }
    }
}
