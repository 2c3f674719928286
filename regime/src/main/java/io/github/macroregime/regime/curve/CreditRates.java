package io.github.macroregime.regime.curve;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Links credit to rates: whether a spread and a yield fell together, rose together or went apart.
 *
 * <p>With {@code c} and {@code y} the changes of spread and yield over a number of observations and the tolerance
 * {@code e}: undirected if {@code |c| <= e} or {@code |y| <= e}, else one of the four pairs of signs.
 */
public final class CreditRates {

    private CreditRates() {}

    /**
     * The regime of one move.
     *
     * @param spreadChange the change of the spread
     * @param yieldChange the change of the yield
     * @param tolerance a change up to this is no change, from 0
     * @return the regime
     * @throws IllegalArgumentException if the tolerance is negative
     */
    public static Regime classify(Rate spreadChange, Rate yieldChange, Rate tolerance) {
        if (tolerance.isNegative()) {
            throw new IllegalArgumentException("tolerance must not be negative but was " + tolerance);
        }
        double c = CurveMoves.units(spreadChange.decimal());
        double y = CurveMoves.units(yieldChange.decimal());
        double e = CurveMoves.units(tolerance.decimal());
        if (Math.abs(c) <= e || Math.abs(y) <= e) {
            return Regime.UNDIRECTED;
        }
        if (c < 0) {
            return y < 0 ? Regime.EASING : Regime.RISK_ON;
        }
        return y < 0 ? Regime.FLIGHT : Regime.TIGHTENING;
    }

    /**
     * What a spread and a yield say together on a date.
     *
     * <p><b>Shape</b>: the regime of the last {@code days} observations, its share over the last {@code shareDays}
     * moves, and the correlation of the daily changes of these dates. <b>Missing</b>: a date on which either was not
     * observed is left out. <b>Cost</b>: O(n).
     *
     * @param spread a credit spread by name
     * @param yield a government yield by name
     * @param asOf the date at which one looks; nothing after it is used
     * @param options over what and how finely
     * @return the reading, empty if there are not enough common dates
     * @throws IllegalArgumentException if too few of the dates are {@linkplain Require#shared shared}
     */
    public static Optional<Reading> reading(
            NamedSeries spread, NamedSeries yield, LocalDate asOf, CurveOptions options) {
        TimeSeries spreads =
                Require.rates(spread.series(), spread.name()).until(asOf).dropMissing();
        TimeSeries yields =
                Require.rates(yield.series(), yield.name()).until(asOf).dropMissing();
        DateIndex common = spreads.dates().intersect(yields.dates());
        int last = common.size() - 1;
        int moves = Math.min(options.shareDays(), last + 1 - options.days());
        if (moves < 2) {
            return Optional.empty();
        }
        Require.shared(
                common.slice(last + 1 - moves - options.days(), last + 1),
                List.of(spread.name(), yield.name()),
                spreads.dates(),
                yields.dates());
        Map<Regime, Integer> counts = new EnumMap<>(Regime.class);
        double[] c = new double[moves];
        double[] y = new double[moves];
        for (int i = 0; i < moves; i++) {
            int t = last + 1 - moves + i;
            counts.merge(regime(spreads, yields, common, t, options), 1, Integer::sum);
            c[i] = CurveMoves.change(spreads, common.get(t - 1), common.get(t)).decimal();
            y[i] = CurveMoves.change(yields, common.get(t - 1), common.get(t)).decimal();
        }
        LocalDate before = common.get(last - options.days());
        return Optional.of(new Reading(
                spread.name(),
                yield.name(),
                common.last(),
                options.days(),
                regime(spreads, yields, common, last, options),
                CurveMoves.change(spreads, before, common.last()),
                CurveMoves.change(yields, before, common.last()),
                Moments.correlation(c, y),
                counts));
    }

    private static Regime regime(TimeSeries spreads, TimeSeries yields, DateIndex common, int t, CurveOptions options) {
        LocalDate before = common.get(t - options.days());
        LocalDate now = common.get(t);
        return classify(
                CurveMoves.change(spreads, before, now), CurveMoves.change(yields, before, now), options.tolerance());
    }

    /**
     * What a credit spread and a government yield said together on a date.
     *
     * @param spread the name of the spread
     * @param yield the name of the yield
     * @param asOf the date of the last observation used
     * @param days over how many observations the move was taken
     * @param regime the regime of the move that ended then
     * @param spreadChange the change of the spread
     * @param yieldChange the change of the yield
     * @param correlation of the daily changes of the window, NaN if one did not move
     * @param counts on how many of the latest dates each regime held; a regime that never did is absent
     */
    public record Reading(
            String spread,
            String yield,
            LocalDate asOf,
            int days,
            Regime regime,
            Rate spreadChange,
            Rate yieldChange,
            double correlation,
            Map<Regime, Integer> counts)
            implements Serializable {

        public Reading {
            Require.components(Reading.class, spread, yield, asOf, regime, spreadChange, yieldChange, counts);
            Require.atLeast(days, 0, "days");
            Require.finite(correlation, "correlation");
            Map<Regime, Integer> own = new EnumMap<>(Regime.class);
            own.putAll(counts);
            counts = Require.entries(own, "counts");
            long held = Require.counts(counts.values(), "counts");
            if (held < 1 || held > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("counts must sum to at least one day and at most "
                        + Integer.MAX_VALUE + " but summed to " + held);
            }
        }

        /**
         * How many dates the shares and the correlation are counted over.
         *
         * @return from 1
         */
        public int n() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        /**
         * The share of the latest dates on which a regime held.
         *
         * @param asked any regime
         * @return from 0 to 1
         */
        public double share(Regime asked) {
            return (double) counts.getOrDefault(asked, 0) / n();
        }

        /** The regime, both changes, the correlation and the share with its n. */
        @Override
        public String toString() {
            return NumberText.of(
                    "%s and %s, %s over %d days: %s (%+.1f bp, %+.1f bp); correlation of daily changes %+.2f; %.0f %%"
                            + " of %d days in this regime",
                    spread,
                    yield,
                    asOf,
                    days,
                    regime,
                    spreadChange.basisPoints(),
                    yieldChange.basisPoints(),
                    correlation,
                    100 * share(regime),
                    n());
        }
    }

    /** How a credit spread and a government yield moved together. */
    public enum Regime {

        /** Spread and yield fell: money is cheaper and lends more freely. */
        EASING("easing: spread and yield fell"),

        /** The spread fell and the yield rose: growth is priced. */
        RISK_ON("risk on: spread fell, yield rose"),

        /** The spread rose and the yield fell: money flees to government bonds. */
        FLIGHT("flight to quality: spread rose, yield fell"),

        /** Spread and yield rose: funding gets dearer on both accounts. */
        TIGHTENING("tightening: spread and yield rose"),

        /** At least one of them moved by no more than the tolerance. */
        UNDIRECTED("undirected: one of them hardly moved");

        private final String words;

        Regime(String words) {
            this.words = words;
        }

        /** The regime in words. */
        @Override
        public String toString() {
            return words;
        }
    }
}
