package io.github.macroregime.regime.curve;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names the moves of a short and a long yield.
 *
 * <p>With {@code s} and {@code l} the changes, {@code slope = l - s} and the tolerance {@code e}, the first that holds:
 *
 * <ul>
 *   <li>{@code |s| <= e} and {@code |l| <= e}: unchanged;
 *   <li>{@code |slope| <= e}: parallel, bull if {@code l < 0}, else bear;
 *   <li>{@code |s| > e}, {@code |l| > e} and opposite signs: twist, a steepener if {@code slope > 0};
 *   <li>else a steepener if {@code slope > 0}, bull if {@code s + l < 0}, else bear.
 * </ul>
 */
public final class CurveMoves {

    private static final double SMALLEST = 1e10;
    private static final List<String> YIELDS = List.of("shortYield", "longYield");

    private CurveMoves() {}

    /**
     * The name of one move.
     *
     * @param shortChange the change of the short yield
     * @param longChange the change of the long yield
     * @param tolerance a change up to this is no change, from 0
     * @return the move with its regime and its driver
     * @throws IllegalArgumentException if the tolerance is negative
     */
    public static CurveMove classify(Rate shortChange, Rate longChange, Rate tolerance) {
        if (tolerance.isNegative()) {
            throw new IllegalArgumentException("tolerance must not be negative but was " + tolerance);
        }
        double s = units(shortChange.decimal());
        double l = units(longChange.decimal());
        double e = units(tolerance.decimal());
        return new CurveMove(shortChange, longChange, regime(s, l, e), driver(s, l, e));
    }

    // Differences of decimals carry rounding: 4.40 % less 4.35 % is not exactly five basis points.
    static double units(double decimal) {
        return Math.rint(decimal * SMALLEST);
    }

    private static CurveRegime regime(double s, double l, double e) {
        double slope = l - s;
        if (Math.abs(s) <= e && Math.abs(l) <= e) {
            return CurveRegime.UNCHANGED;
        }
        if (Math.abs(slope) <= e) {
            return l < 0 ? CurveRegime.BULL_PARALLEL : CurveRegime.BEAR_PARALLEL;
        }
        if (Math.abs(s) > e && Math.abs(l) > e && Math.signum(s) != Math.signum(l)) {
            return slope > 0 ? CurveRegime.TWIST_STEEPENER : CurveRegime.TWIST_FLATTENER;
        }
        if (slope > 0) {
            return s + l < 0 ? CurveRegime.BULL_STEEPENER : CurveRegime.BEAR_STEEPENER;
        }
        return s + l < 0 ? CurveRegime.BULL_FLATTENER : CurveRegime.BEAR_FLATTENER;
    }

    private static CurveMove.Driver driver(double s, double l, double e) {
        double more = Math.abs(l) - Math.abs(s);
        boolean quiet = Math.abs(s) <= e && Math.abs(l) <= e;
        if (quiet || Math.abs(more) <= e) {
            return CurveMove.Driver.BOTH;
        }
        return more > 0 ? CurveMove.Driver.LONG : CurveMove.Driver.FRONT;
    }

    /**
     * The moves of two yields over time.
     *
     * <p><b>Shape</b>: one move for each common date from the one that has {@code days} common dates before it.
     * <b>Missing</b>: a date on which either yield was not observed is left out of the common dates. <b>Cost</b>: O(n).
     *
     * @param pair the name of the pair
     * @param shortYield the yield of the shorter maturity
     * @param longYield the yield of the longer maturity
     * @param options over what and how finely
     * @return the dated moves
     * @throws IllegalArgumentException if too few of their dates are {@linkplain Require#shared shared}
     */
    public static CurveHistory history(String pair, TimeSeries shortYield, TimeSeries longYield, CurveOptions options) {
        TimeSeries shorts = Require.rates(shortYield, "shortYield").dropMissing();
        TimeSeries longs = Require.rates(longYield, "longYield").dropMissing();
        DateIndex common =
                Require.shared(shorts.dates().intersect(longs.dates()), YIELDS, shorts.dates(), longs.dates());
        List<CurveMove> moves = new ArrayList<>();
        Doubles fronts = shorts.on(common).values();
        Doubles ends = longs.on(common).values();
        for (int t = options.days(); t < common.size(); t++) {
            int before = t - options.days();
            moves.add(classify(
                    Rate.ofDecimal(fronts.get(t) - fronts.get(before)),
                    Rate.ofDecimal(ends.get(t) - ends.get(before)),
                    options.tolerance()));
        }
        int first = Math.min(options.days(), common.size());
        return new CurveHistory(pair, options, common.slice(first, common.size()), moves);
    }

    /** The latest reading of the history, of which no more is worked out than it needs. */
    static Optional<CurveReading> latest(
            String pair, TimeSeries shortYield, TimeSeries longYield, CurveOptions options) {
        TimeSeries shorts = shortYield.dropMissing();
        TimeSeries longs = longYield.dropMissing();
        DateIndex needed = shorts.dates().intersectLast(longs.dates(), options.days() + options.shareDays());
        Require.shared(needed, YIELDS, shorts.dates(), longs.dates());
        CurveHistory history = history(pair, shorts.on(needed), longs.on(needed), options);
        return history.dates().isEmpty()
                ? Optional.empty()
                : history.asOf(history.dates().last());
    }

    static Rate change(TimeSeries yield, LocalDate before, LocalDate now) {
        return Rate.ofDecimal(yield.on(now).orElseThrow() - yield.on(before).orElseThrow());
    }

    /**
     * What part of a change of a nominal yield was the {@index "real yield"} and what part
     * {@index "break-even inflation"}.
     *
     * <p><b>Missing</b>: the dates are the last {@code days + 1} on or before the date that all three have.
     *
     * @param nominal the nominal yield
     * @param real the real yield of the same maturity
     * @param breakeven the break-even inflation of the same maturity
     * @param asOf the last date looked at
     * @param days over how many observations, from 1
     * @return the split, with what the two parts do not explain
     * @throws IllegalArgumentException if there are not enough common dates, too few of them are {@linkplain
     *     Require#shared shared} or days is below 1
     */
    public static YieldSplit split(
            TimeSeries nominal, TimeSeries real, TimeSeries breakeven, LocalDate asOf, int days) {
        TimeSeries n = Require.rates(nominal, "nominal").until(asOf).dropMissing();
        TimeSeries r = Require.rates(real, "real").until(asOf).dropMissing();
        TimeSeries b = Require.rates(breakeven, "breakeven").until(asOf).dropMissing();
        DateIndex common = n.dates().intersect(r.dates()).intersect(b.dates());
        if (days < 1 || common.size() <= days) {
            throw new IllegalArgumentException("days must lie in [1, " + (common.size() - 1) + "], as there are "
                    + common.size() + " common dates, but was " + days);
        }
        LocalDate before = common.get(common.size() - 1 - days);
        LocalDate now = common.last();
        Require.shared(
                common.slice(common.size() - 1 - days, common.size()),
                List.of("nominal", "real", "breakeven"),
                n.dates(),
                r.dates(),
                b.dates());
        return new YieldSplit(before, now, change(n, before, now), change(r, before, now), change(b, before, now));
    }

    /**
     * A change of a nominal yield and its two parts.
     *
     * @param from the earlier date
     * @param to the later date
     * @param nominal the change of the nominal yield
     * @param real the change of the real yield
     * @param breakeven the change of the break-even inflation
     */
    public record YieldSplit(LocalDate from, LocalDate to, Rate nominal, Rate real, Rate breakeven)
            implements Serializable {

        public YieldSplit {
            Require.components(YieldSplit.class, from, to, nominal, real, breakeven);
        }

        /**
         * What the two parts do not explain, because the three yields are estimated or quoted apart.
         *
         * @return nominal minus real minus break-even
         */
        public Rate residual() {
            return nominal.minus(real).minus(breakeven);
        }

        /** All four numbers in basis points. */
        @Override
        public String toString() {
            return NumberText.of(
                    "%s to %s: nominal %+.1f bp = real %+.1f bp + break-even %+.1f bp + residual %+.1f bp",
                    from,
                    to,
                    nominal.basisPoints(),
                    real.basisPoints(),
                    breakeven.basisPoints(),
                    residual().basisPoints());
        }
    }
}
