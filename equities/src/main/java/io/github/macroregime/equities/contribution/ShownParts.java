package io.github.macroregime.equities.contribution;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Parts and total as they are shown in percentage points, rounded so that a reader can add them up.
 *
 * <p>{@code sum(parts) + residual = total} always holds for what is shown. Rounding happens here and nowhere
 * else; the arithmetic keeps every digit.
 *
 * @param parts the parts in percentage points, in the order given
 * @param total the total in percentage points
 * @param residual what the parts shown leave of the total shown; zero for parts made to add up
 * @param forced how much the total was moved away from the rounded sum and pressed into the parts
 */
public record ShownParts(List<BigDecimal> parts, BigDecimal total, BigDecimal residual, BigDecimal forced)
        implements Serializable {

    private static final int PERCENT_PLACES = 2;
    private static final int MAXIMUM_PLACES = 12;

    public ShownParts {
        Require.components(ShownParts.class, parts, total, residual, forced);
        parts = List.copyOf(parts);
    }

    /**
     * Parts rounded by signed {@index "largest remainder"}, so that they add up to their rounded sum.
     *
     * <p>Each part is cut down to the unit below it, also where it is negative; the units then missing from the
     * total go to the parts with the largest remainders, at equal remainders to the larger part, then to the
     * earlier one. The total is the exact sum rounded half up. No part moves by a whole unit, and parts that are
     * already round stay as they are.
     *
     * <p><b>Unit</b>: percentage points. <b>Cost</b>: one sort.
     *
     * <p><b>Source</b>: the method of Hamilton for seats of a parliament, carried over to signed parts.
     *
     * @param parts the exact parts
     * @param places decimals shown, 0 to 12
     * @return the shown parts, which sum to the shown total
     */
    public static ShownParts byLargestRemainder(List<Rate> parts, int places) {
        return toTarget(parts, total(parts, places), BigDecimal.ZERO.setScale(places), places);
    }

    /**
     * Parts rounded by signed largest remainder, so that they add up to a total that was reported elsewhere.
     *
     * <p>Where the reported total lies further from the rounded sum than half a unit for each part, some part would
     * have to move by more than a unit: the parts then keep their own sum, and the residual is shown by itself.
     *
     * @param parts the exact parts
     * @param reported the total to reach
     * @param places decimals shown, 0 to 12
     * @return the shown parts, with what was forced into them or left as a residual
     */
    public static ShownParts forcedTo(List<Rate> parts, Rate reported, int places) {
        BigDecimal target = shown(reported, places);
        BigDecimal gap = target.subtract(total(parts, places));
        BigDecimal bearable = unit(places).multiply(BigDecimal.valueOf(parts.size()));
        return gap.abs().multiply(BigDecimal.valueOf(2)).compareTo(bearable) <= 0 && reachable(parts, target, places)
                ? toTarget(parts, target, gap, places)
                : withResidual(parts, reported, places);
    }

    /**
     * Parts that add up to their own sum, and beside them the residual to a total that was reported elsewhere.
     *
     * @param parts the exact parts
     * @param reported the total to compare with
     * @param places decimals shown, 0 to 12
     * @return the shown parts and the residual
     */
    public static ShownParts withResidual(List<Rate> parts, Rate reported, int places) {
        ShownParts own = byLargestRemainder(parts, places);
        BigDecimal target = shown(reported, places);
        return new ShownParts(own.parts, target, target.subtract(own.total), own.forced);
    }

    /**
     * Every part rounded half up by itself; what the shown parts miss of the shown total is the residual.
     *
     * @param parts the exact parts
     * @param places decimals shown, 0 to 12
     * @return the shown parts and the residual that rounding left
     */
    public static ShownParts independently(List<Rate> parts, int places) {
        List<BigDecimal> rounded =
                parts.stream().map(part -> shown(part, places)).toList();
        BigDecimal total = total(parts, places);
        BigDecimal sum = rounded.stream().reduce(BigDecimal.ZERO.setScale(places), BigDecimal::add);
        return new ShownParts(rounded, total, total.subtract(sum), BigDecimal.ZERO.setScale(places));
    }

    private static ShownParts toTarget(List<Rate> parts, BigDecimal target, BigDecimal forced, int places) {
        List<BigDecimal> exact = parts.stream().map(ShownParts::percent).toList();
        List<BigDecimal> shown = new ArrayList<>(floors(parts, places));
        int missing = missing(shown, target, places);
        Comparator<Integer> byRemainder =
                Comparator.comparing(i -> exact.get(i).subtract(shown.get(i)), Comparator.reverseOrder());
        Comparator<Integer> bySize = Comparator.comparing(i -> exact.get(i).abs(), Comparator.reverseOrder());
        List<Integer> receivers = IntStream.range(0, shown.size())
                .boxed()
                .sorted(byRemainder.thenComparing(bySize))
                .limit(missing)
                .toList();
        receivers.forEach(i -> shown.set(i, shown.get(i).add(unit(places))));
        return new ShownParts(shown, target, BigDecimal.ZERO.setScale(places), forced);
    }

    private static boolean reachable(List<Rate> parts, BigDecimal target, int places) {
        int missing = missing(floors(parts, places), target, places);
        return missing >= 0 && missing <= parts.size();
    }

    private static int missing(List<BigDecimal> floors, BigDecimal target, int places) {
        BigDecimal sum = floors.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return target.subtract(sum).movePointRight(places).intValueExact();
    }

    private static List<BigDecimal> floors(List<Rate> parts, int places) {
        return parts.stream()
                .map(part -> percent(part).setScale(places, RoundingMode.FLOOR))
                .toList();
    }

    private static BigDecimal total(List<Rate> parts, int places) {
        return parts.stream()
                .map(ShownParts::percent)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(checked(places), RoundingMode.HALF_UP);
    }

    private static BigDecimal shown(Rate rate, int places) {
        return percent(rate).setScale(checked(places), RoundingMode.HALF_UP);
    }

    private static int checked(int places) {
        if (places < 0 || places > MAXIMUM_PLACES) {
            throw new IllegalArgumentException("places must lie in [0, " + MAXIMUM_PLACES + "] but was " + places);
        }
        return places;
    }

    private static BigDecimal percent(Rate rate) {
        return rate.exactBasisPoints().movePointLeft(PERCENT_PLACES);
    }

    private static BigDecimal unit(int places) {
        return BigDecimal.ONE.movePointLeft(places);
    }

    /** The parts, their total and the residual in one line. */
    @Override
    public String toString() {
        return parts + " pp, total " + total + " pp, residual " + residual + " pp, forced " + forced + " pp";
    }
}
