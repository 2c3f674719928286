package io.github.macroregime.rates.probability;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/** Moves of several sizes as whole multiples of one unit. */
final class MoveSizes {

    private static final int MOST_UNITS = 10_000;
    private static final double WHOLE = 1e-9;

    private MoveSizes() {}

    /** The largest rate that all sizes are whole multiples of. */
    static Rate unit(List<Rate> sizes) {
        Require.atLeast(sizes.size(), 1, "sizes");
        for (Rate size : sizes) {
            if (!(size.decimal() > 0)) {
                throw new IllegalArgumentException("sizes must be positive but one was " + size);
            }
        }
        List<BigDecimal> exact = sizes.stream().map(Rate::exactBasisPoints).toList();
        int places = exact.stream().mapToInt(BigDecimal::scale).max().orElseThrow();
        BigInteger divisor = exact.stream()
                .map(size -> size.setScale(places).unscaledValue())
                .reduce(BigInteger::gcd)
                .orElseThrow();
        Rate unit = Rate.ofBasisPoints(new BigDecimal(divisor, places).doubleValue());
        if (largest(sizes, unit) > MOST_UNITS) {
            throw new IllegalArgumentException(
                    "sizes must be whole multiples of one unit, up to " + MOST_UNITS + " of it, but were " + sizes);
        }
        return unit;
    }

    /** The moves on either side of a mean, both counted in units; the same move twice if the mean is one. */
    static int[] neighbours(double mean, List<Rate> sizes, Rate unit) {
        int largest = (int) largest(sizes, unit);
        double distance = Math.abs(mean);
        if (!(distance <= OutcomeDistribution.MOST_MOVES)) {
            throw new IllegalArgumentException("expected must be at most " + OutcomeDistribution.MOST_MOVES
                    + " moves of " + unit + " but was " + mean);
        }
        int multiple = (int) Math.floor(distance / largest + WHOLE) * largest;
        int[] moves = IntStream.concat(
                        IntStream.of(0, multiple, multiple + largest),
                        sizes.stream().mapToInt(size -> (int) units(size, unit)))
                .toArray();
        int nearer = IntStream.of(moves)
                .filter(move -> move <= distance + WHOLE)
                .max()
                .orElseThrow();
        int farther = Math.abs(distance - nearer) <= WHOLE
                ? nearer
                : IntStream.of(moves).filter(move -> move > distance).min().orElseThrow();
        return mean < 0 ? new int[] {-farther, -nearer} : new int[] {nearer, farther};
    }

    private static double largest(List<Rate> sizes, Rate unit) {
        return sizes.stream().mapToDouble(size -> units(size, unit)).max().orElseThrow();
    }

    private static double units(Rate size, Rate unit) {
        return Math.rint(size.decimal() / unit.decimal());
    }
}
