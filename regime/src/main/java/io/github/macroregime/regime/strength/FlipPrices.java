package io.github.macroregime.regime.strength;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.signal.Extension;
import io.github.macroregime.regime.strength.Strength.TailState;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The {@index "flip prices"} of an asset: the closes tomorrow that would change its tail state.
 *
 * <p>The state tomorrow at an unchanged close is the reference: windows move on, so it may differ from today's. From
 * there each side is searched outwards in tenths of a daily deviation, up to six deviations, for the first close with
 * another state. That step is then halved down to neighbouring numbers: the flip price changes the state, and the number
 * before it does not.
 *
 * @param close the last close
 * @param today the state after it
 * @param ifUnchanged the state tomorrow at the same close
 * @param up the nearest higher close with another state
 * @param down the nearest lower close with another state
 */
public record FlipPrices(double close, TailState today, TailState ifUnchanged, Flip up, Flip down)
        implements Serializable {

    private static final int STEPS = 60;
    private static final double STEPS_PER_DEVIATION = 10;
    private static final int VOLATILITY_WINDOW = 20;

    public FlipPrices {
        Require.components(FlipPrices.class, today, ifUnchanged, up, down);
        Require.observed(close, "close");
    }

    /**
     * The flip prices after the last close.
     *
     * <p><b>Shape</b>: one result. <b>Unit</b>: that of the closes. <b>Missing</b>: days without a close are passed
     * over. <b>Cost</b>: one pass and about three hundred trial closes.
     *
     * @param close prices above zero, NaN where not observed
     * @param model the model of the strength
     * @return the flip prices, empty if there is too little history or prices do not move
     * @throws IllegalArgumentException if a close is infinite or not above zero
     */
    public static Optional<FlipPrices> of(double[] close, StrengthModel model) {
        Require.positiveOrMissing(close, "close");
        double[] observed = Arrays.stream(close).filter(c -> !Double.isNaN(c)).toArray();
        StrengthState state = model.start();
        for (double price : observed) {
            state.push(price);
        }
        return of(observed, state, model);
    }

    /** After closes none of which is missing, of which the state is known. */
    static Optional<FlipPrices> of(double[] observed, StrengthState state, StrengthModel model) {
        return !state.isReady() || observed.length < VOLATILITY_WINDOW + 1
                ? Optional.empty()
                : new Search(observed, state, model.reference()).result();
    }

    /**
     * The flip prices after the last close that could be seen on a date.
     *
     * @param closes prices above zero, NaN where not observed
     * @param asOf the last date that may be seen
     * @param model the model of the strength
     * @return the flip prices, empty if there is too little history or prices do not move
     * @throws IllegalArgumentException if a close is not above zero
     */
    public static Optional<FlipPrices> of(TimeSeries closes, LocalDate asOf, StrengthModel model) {
        return of(closes.until(asOf).values().toArray(), model);
    }

    /** The state now, at an unchanged close, and the price on either side. */
    @Override
    public String toString() {
        return NumberText.of(
                "close %.6g, %s, unchanged tomorrow: %s, up: %s, down: %s", close, today, ifUnchanged, up, down);
    }

    private static final class Search {

        private final double[] close;
        private final double last;
        private final StrengthState state;
        private final Extension reference;
        private final double step;

        Search(double[] close, StrengthState state, Extension reference) {
            this.close = close;
            this.last = close[close.length - 1];
            this.state = state;
            this.reference = reference;
            this.step = dailyDeviation() / STEPS_PER_DEVIATION;
        }

        private double dailyDeviation() {
            double squares = 0;
            for (int t = close.length - VOLATILITY_WINDOW; t < close.length; t++) {
                double change = Change.LOGARITHMIC.between(close[t - 1], close[t]);
                squares += change * change;
            }
            return Math.sqrt(squares / VOLATILITY_WINDOW);
        }

        Optional<FlipPrices> result() {
            Optional<TailState> unchanged = state.tailAt(last);
            if (unchanged.isEmpty() || step == 0) {
                return Optional.empty();
            }
            TailState today = state.strength().orElseThrow().tail();
            TailState base = unchanged.get();
            return Optional.of(new FlipPrices(last, today, base, side(base, step), side(base, -step)));
        }

        private boolean differs(TailState base, double price) {
            return state.tailAt(price).filter(state -> state != base).isPresent();
        }

        private Flip side(TailState base, double signedStep) {
            double inside = last;
            for (int i = 1; i <= STEPS; i++) {
                double outside = last * StrictMath.exp(i * signedStep);
                if (differs(base, outside)) {
                    return edge(base, inside, outside);
                }
                inside = outside;
            }
            return new Flip.NoneWithin(Rate.ofDecimal(StrictMath.exp(STEPS * signedStep) - 1));
        }

        private Flip edge(TailState base, double insideStart, double outsideStart) {
            double inside = insideStart;
            double outside = outsideStart;
            double middle = 0.5 * (inside + outside);
            while (middle != inside && middle != outside) {
                if (differs(base, middle)) {
                    outside = middle;
                } else {
                    inside = middle;
                }
                middle = 0.5 * (inside + outside);
            }
            TailState becomes = state.tailAt(outside).orElseThrow();
            return new Flip.At(
                    outside,
                    Rate.ofDecimal(outside / last - 1),
                    becomes,
                    isThreshold(outside) ? Flip.Method.CLOSED_FORM : Flip.Method.BRACKETED);
        }

        /** Whether the extension reaches its threshold at this edge, up to the rounding of the closed form. */
        private boolean isThreshold(double edge) {
            return DoubleStream.of(TailState.EXTENDED_FROM, -TailState.EXTENDED_FROM)
                    .mapToObj(z -> reference.closeAt(close, z))
                    .anyMatch(price -> price.isPresent() && Math.abs(price.getAsDouble() / edge - 1) < 1e-12);
        }
    }

    /**
     * The next close that would change the state of an asset on one side of its price, or that there is none in reach.
     */
    public sealed interface Flip extends Serializable {

        /** How a price was found. */
        enum Method {
            /** The extension reaches its threshold, at the price of {@link Extension#closeAt}. */
            CLOSED_FORM,
            /** Something else turns, found by halving alone. */
            BRACKETED
        }

        /**
         * A close that changes the state.
         *
         * @param price the nearest close at which the state is another one
         * @param move from the last close to that price
         * @param becomes the state from there on
         * @param method how the price was found
         */
        record At(double price, Rate move, TailState becomes, Method method) implements Flip {

            public At {
                Require.components(At.class, move, becomes, method);
                Require.observed(price, "price");
            }

            /** The price, the move and the new state. */
            @Override
            public String toString() {
                return NumberText.of("%.6g (%+.2f %%) %s", price, 100 * move.decimal(), becomes);
            }
        }

        /**
         * No close in reach changes the state.
         *
         * @param searchedTo the furthest move that was tried
         */
        record NoneWithin(Rate searchedTo) implements Flip {

            public NoneWithin {
                Require.components(NoneWithin.class, searchedTo);
            }

            /** How far was searched. */
            @Override
            public String toString() {
                return NumberText.of("none within %+.2f %%", 100 * searchedTo.decimal());
            }
        }
    }
}
