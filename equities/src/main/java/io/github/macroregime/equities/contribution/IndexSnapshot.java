package io.github.macroregime.equities.contribution;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An index at one close: its constituents and its {@index divisor}.
 *
 * <p>{@code level = sum(price shares float) / divisor}. A change of constituents or shares goes with a change of the
 * divisor such that the level does not jump: {@code D' = D x MV_after / MV_before}.
 *
 * <p><b>Source</b>: S&amp;P Dow Jones Indices, Index Mathematics Methodology.
 *
 * @param date the day of the close
 * @param members the constituents, ids distinct, at least one
 * @param divisor what the market value is divided by, positive
 */
public record IndexSnapshot(LocalDate date, List<Member> members, double divisor) implements Serializable {

    public IndexSnapshot {
        Require.components(IndexSnapshot.class, date, members);
        members = List.copyOf(members);
        Levels.check("divisor", divisor);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("members must hold at least one constituent but was empty");
        }
        Set<String> seen = new HashSet<>();
        for (Member member : members) {
            if (!seen.add(member.id())) {
                throw new IllegalArgumentException("ids must be distinct but " + member.id() + " is repeated");
            }
        }
    }

    /**
     * An index whose level is known and whose divisor follows from it.
     *
     * @param date the day of the close
     * @param members the constituents, ids distinct
     * @param level the level of the index, positive
     * @return the index with the divisor that gives this level
     */
    public static IndexSnapshot ofLevel(LocalDate date, List<Member> members, double level) {
        Levels.check("level", level);
        return new IndexSnapshot(date, members, marketValue(members) / level);
    }

    private static double marketValue(List<Member> members) {
        return Moments.sum(members.stream().mapToDouble(Member::marketValue).toArray());
    }

    /**
     * The value of all constituents that counts.
     *
     * @return the sum of their market values
     */
    public double marketValue() {
        return marketValue(members);
    }

    /**
     * The level of the index.
     *
     * @return market value over divisor
     */
    public double level() {
        return marketValue() / divisor;
    }

    /**
     * This close after index actions: other constituents, shares or float factors, the same level.
     *
     * @param after the constituents from the next opening on, at the prices of this close
     * @return the index with the divisor adjusted
     */
    public IndexSnapshot rebalanced(List<Member> after) {
        return new IndexSnapshot(date, after, divisor * (marketValue(after) / marketValue()));
    }

    /**
     * The weight of a constituent.
     *
     * @param id its name
     * @return its share in the market value
     * @throws IllegalArgumentException if the index does not hold it
     */
    public double weight(String id) {
        return members.stream()
                        .filter(member -> member.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("id must be a constituent but was " + id))
                        .marketValue()
                / marketValue();
    }

    /**
     * What moved the index from this close to a later one: contributions of price returns, which sum to the change of
     * the level.
     *
     * <p>Index actions in between belong on this close, by {@link #rebalanced}: both closes must have the same
     * constituents, shares, float factors and divisor.
     *
     * @param later the later close
     * @return the report, with the change of the level as the reported return
     * @throws IllegalArgumentException if the closes are not in order or an index action lies between them; the message
     *     names the constituent
     */
    public ContributionReport to(IndexSnapshot later) {
        checkSameIndex(later);
        Map<String, Member> after = later.members.stream().collect(Collectors.toMap(Member::id, Function.identity()));
        double whole = marketValue();
        List<Position> positions = new ArrayList<>();
        for (Member member : members) {
            Member then = Objects.requireNonNull(after.get(member.id()));
            Rate change = Rate.ofDecimal((then.price() - member.price()) / member.price());
            positions.add(Position.held(member.id(), member.marketValue() / whole, change));
        }
        return ContributionReport.of(later.date, positions).against(Rate.ofDecimal(later.level() / level() - 1));
    }

    private void checkSameIndex(IndexSnapshot later) {
        if (!later.date.isAfter(date)) {
            throw new IllegalArgumentException("later must lie after " + date + " but was " + later.date);
        }
        Map<String, Member> before = members.stream().collect(Collectors.toMap(Member::id, Function.identity()));
        for (Member member : later.members) {
            Member first = before.remove(member.id());
            if (first == null || !first.countsAlike(member)) {
                throw new IllegalArgumentException("index actions must be made on the earlier close but " + member.id()
                        + " changed by " + later.date);
            }
        }
        if (!before.isEmpty()) {
            throw new IllegalArgumentException("index actions must be made on the earlier close but "
                    + before.keySet().stream().sorted().toList() + " left by " + later.date);
        }
        if (later.divisor != divisor) {
            throw new IllegalArgumentException(
                    "divisor must be " + divisor + " as on the earlier close but was " + later.divisor);
        }
    }

    /** Date, level, count and divisor. */
    @Override
    public String toString() {
        return NumberText.of("%.2f on %s, %d constituents, divisor %.6f", level(), date, members.size(), divisor);
    }

    /**
     * One constituent of an index at one close.
     *
     * @param id the name, unique within the index
     * @param price the price, positive
     * @param shares the number of shares, positive
     * @param floatFactor the share of them that counts, above 0 and at most 1
     */
    public record Member(String id, double price, double shares, double floatFactor) implements Serializable {

        public Member {
            Require.components(Member.class, id);
            Levels.check("price of " + id, price);
            Levels.check("shares of " + id, shares);
            if (!(floatFactor > 0 && floatFactor <= 1)) {
                throw new IllegalArgumentException(
                        "floatFactor of " + id + " must lie above 0 and be at most 1 but was " + floatFactor);
            }
        }

        /**
         * A constituent all of whose shares count.
         *
         * @param id the name
         * @param price the price, positive
         * @param shares the number of shares, positive
         * @return the constituent
         */
        public static Member of(String id, double price, double shares) {
            return new Member(id, price, shares, 1);
        }

        /**
         * The value that counts in the index.
         *
         * @return price times shares times float factor
         */
        public double marketValue() {
            return price * shares * floatFactor;
        }

        /**
         * This constituent at another price.
         *
         * @param changed the price, positive
         * @return the changed copy
         */
        public Member withPrice(double changed) {
            return new Member(id, changed, shares, floatFactor);
        }

        boolean countsAlike(Member other) {
            return shares == other.shares && floatFactor == other.floatFactor;
        }
    }
}
