package io.github.macroregime.credit.band;

import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a level lies among the bands: its band and the edges around it.
 *
 * @param level the level
 * @param band the band it lies in
 */
public record BandPlace(Rate level, Band band) implements Serializable {

    public BandPlace {
        Objects.requireNonNull(level, "level");
        if (!band.contains(level)) {
            throw new IllegalArgumentException("level must lie in " + band.interval() + " but was " + level);
        }
    }

    /**
     * The distance to the edge above.
     *
     * @return the gap, empty if the band never ends
     */
    public Optional<EdgeGap> up() {
        return gap(band.upper());
    }

    /**
     * The distance to the edge below.
     *
     * @return the gap, empty if the band never begins
     */
    public Optional<EdgeGap> down() {
        return gap(band.lower());
    }

    private Optional<EdgeGap> gap(Bound bound) {
        return bound instanceof Bound.Edge edge ? Optional.of(new EdgeGap(level, edge.level())) : Optional.empty();
    }

    /** The band and the gaps to its edges. */
    @Override
    public String toString() {
        String gaps = Stream.of(up(), down())
                .flatMap(Optional::stream)
                .map(EdgeGap::toString)
                .collect(Collectors.joining(", "));
        return band + (gaps.isEmpty() ? "" : " (" + gaps + ")");
    }

    /**
     * How far a level is from an edge.
     *
     * @param level the present level
     * @param edge the level of the edge
     */
    public record EdgeGap(Rate level, Rate edge) implements Serializable {

        public EdgeGap {
            Objects.requireNonNull(level, "level");
            Objects.requireNonNull(edge, "edge");
        }

        /**
         * The move that leads to the edge: {@code edge - level}.
         *
         * @return positive if the spread has to widen
         */
        public Rate move() {
            return edge.minus(level);
        }

        /**
         * The move as a fraction of the level: {@code (edge - level) / level}.
         *
         * @return for example 0.174; empty at a level of zero
         */
        public OptionalDouble ofLevel() {
            return level.equals(Rate.ZERO)
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(move().decimal() / level.decimal());
        }

        /**
         * The move in daily standard deviations: {@code (edge - level) / sigma}.
         *
         * @param dailySigma the standard deviation of a day's change, above zero
         * @return the move, with its sign
         * @throws IllegalArgumentException if the deviation is not above zero
         */
        public double inSigmas(Rate dailySigma) {
            return move().decimal() / requirePositive(dailySigma, "dailySigma").decimal();
        }

        /**
         * How many typical days the move takes at one typical change a day: {@code |edge - level| / typical}.
         *
         * @param typicalChange the size of a typical day's change, above zero
         * @return the number of days, not negative
         * @throws IllegalArgumentException if the change is not above zero
         */
        public double inTypicalDays(Rate typicalChange) {
            return move().abs().decimal()
                    / requirePositive(typicalChange, "typicalChange").decimal();
        }

        private static Rate requirePositive(Rate rate, String name) {
            if (!(rate.decimal() > 0)) {
                throw new IllegalArgumentException(name + " must be above zero but was " + rate);
            }
            return rate;
        }

        /** The move and the edge, for example {@code +8.89 bp to 60.00 bp}. */
        @Override
        public String toString() {
            return NumberText.of("%+.2f bp to %.2f bp", move().basisPoints(), edge.basisPoints());
        }
    }
}
