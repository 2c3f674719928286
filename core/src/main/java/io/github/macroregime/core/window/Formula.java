package io.github.macroregime.core.window;

import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;

/**
 * What a statistic computes, apart from the observations that it is taken of.
 *
 * @param <S> what says which observations: a window, a decay or an expanding sample
 */
interface Formula<S> extends Serializable {

    RunningStatistic start(S sample);

    /** The batch form; a formula with a shorter way overrides it. */
    default double[] of(double[] x, S sample) {
        return WindowedStatistic.through(start(sample), x);
    }

    Unit unitOf(Unit unit);

    /** The name of a constant as text. */
    static String text(Enum<?> formula) {
        return formula.name()
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .replace("z score", "z-score")
                .replace("t statistic", "t-statistic");
    }

    /** The statistic of a formula and a sample, equal to another if both are. */
    record Over<S>(Formula<? super S> formula, S sample) implements Statistic {

        @Override
        public RunningStatistic start() {
            return formula.start(sample);
        }

        @Override
        public double[] over(double[] x) {
            return formula.of(x, sample);
        }

        @Override
        public Unit unitOf(Unit unit) {
            return formula.unitOf(unit);
        }

        @Override
        public String toString() {
            return formula + ", " + sample;
        }
    }

    /** How the unit of the answer follows from that of the series. */
    enum Dimension {
        SERIES,
        SQUARE,
        SCORE,
        FRACTION,
        COUNT;

        private static final int LARGEST_EXPONENT = 18;

        Unit of(Unit unit) {
            return switch (this) {
                case SERIES -> unit;
                case SQUARE -> product(unit, unit);
                case SCORE -> Unit.SCORE;
                case FRACTION -> Unit.FRACTION;
                case COUNT -> Unit.COUNT;
            };
        }

        /** The unit of a product such as %², or a plain fraction where its power of ten is out of reach. */
        static Unit product(Unit one, Unit other) {
            int exponent = one.exponent() + other.exponent();
            if (Math.abs(exponent) > LARGEST_EXPONENT) {
                return Unit.FRACTION;
            }
            String symbol = one.symbol();
            if (!one.equals(other) || symbol.isEmpty()) {
                return new Unit((symbol + " " + other.symbol()).strip(), exponent);
            }
            return new Unit(symbol.contains(" ") ? "(" + symbol + ")²" : symbol + "²", exponent);
        }
    }

    /** The smallest or the largest observation. */
    enum Extreme implements Formula<Object>, SortedWindow.Reading {
        MIN(RollingExtreme.SMALLEST),
        MAX(RollingExtreme.LARGEST);

        private final double sign;

        Extreme(double sign) {
            this.sign = sign;
        }

        @Override
        public double read(SortedWindow sorted, double newest) {
            return sorted.get(this == MIN ? 0 : sorted.size() - 1);
        }

        @Override
        public RunningStatistic start(Object sample) {
            return sample instanceof Expanding expanding
                    ? new ExpandingStatistic.Extreme(sign, expanding.minimumCount())
                    : new RollingExtreme(sign, (Window) sample);
        }

        @Override
        public double[] of(double[] x, Object sample) {
            return sample instanceof Window window ? RollingExtreme.of(sign, x, window) : Formula.super.of(x, sample);
        }

        @Override
        public Unit unitOf(Unit unit) {
            return unit;
        }

        @Override
        public String toString() {
            return text(this);
        }
    }

    /** A quantile by a named type. */
    record Quantile(Probability p, QuantileType type) implements Formula<Object>, SortedWindow.Reading {

        public Quantile {
            Objects.requireNonNull(p, "p");
            Objects.requireNonNull(type, "type");
        }

        @Override
        public double read(SortedWindow sorted, double newest) {
            return sorted.quantile(p, type);
        }

        @Override
        public RunningStatistic start(Object sample) {
            return ordered(this, sample);
        }

        @Override
        public double[] of(double[] x, Object sample) {
            return RankedSeries.of(x).quantile(positions(sample), p, type);
        }

        @Override
        public Unit unitOf(Unit unit) {
            return unit;
        }

        @Override
        public String toString() {
            return "quantile " + p + " (" + type + ")";
        }
    }

    /** The percentile rank of the newest observation by a named definition. */
    record Rank(PercentileRank definition) implements Formula<Object>, SortedWindow.Reading {

        public Rank {
            Objects.requireNonNull(definition, "definition");
        }

        @Override
        public double read(SortedWindow sorted, double newest) {
            return sorted.percentileRank(newest, definition);
        }

        @Override
        public RunningStatistic start(Object sample) {
            return sample instanceof Decay decay ? new DecayingRank(definition, decay) : ordered(this, sample);
        }

        @Override
        public double[] of(double[] x, Object sample) {
            return sample instanceof Decay
                    ? Formula.super.of(x, sample)
                    : RankedSeries.of(x).percentileRank(positions(sample), definition);
        }

        @Override
        public Unit unitOf(Unit unit) {
            return Unit.FRACTION;
        }

        @Override
        public String toString() {
            return "percentile rank (" + definition + ")";
        }
    }

    private static RunningStatistic ordered(SortedWindow.Reading reading, Object sample) {
        return sample instanceof Expanding expanding
                ? new ExpandingStatistic.Order(reading, expanding.minimumCount())
                : new WindowedStatistic.Order(reading, (Window) sample);
    }

    private static Window positions(Object sample) {
        return sample instanceof Expanding expanding
                ? new Window(Integer.MAX_VALUE, expanding.minimumCount(), Missing.SKIP)
                : (Window) sample;
    }
}
