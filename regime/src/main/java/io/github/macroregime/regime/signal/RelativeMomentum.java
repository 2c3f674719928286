package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * {@index "Relative momentum"}: how an asset does against a base market on the dates that both have.
 *
 * @param asOf the last common date
 * @param horizon over how many common closes the returns run
 * @param own the log return of the asset
 * @param base the log return of the base market
 * @param relativeScore the {@link HorizonScore} of the ratio of the two prices, from −1 to 1
 * @param state rising or falling, ahead or behind
 * @param correlation the correlation of the daily log returns over the horizon, NaN if one of them did not move
 * @param correlationState whether that correlation lies inside the band in which the map says little
 */
public record RelativeMomentum(
        LocalDate asOf,
        int horizon,
        double own,
        double base,
        double relativeScore,
        ReturnState state,
        double correlation,
        Link correlationState)
        implements Serializable {

    public RelativeMomentum {
        Require.components(RelativeMomentum.class, asOf, state, correlationState);
        Require.atLeast(horizon, 0, "horizon");
        Require.finite(own, "own");
        Require.finite(base, "base");
        Require.finite(relativeScore, "relativeScore");
        Require.finite(correlation, "correlation");
    }

    /** Whether two assets move together enough for their map to mean something. */
    public enum Link {
        /** The correlation lies outside the band. */
        LINKED,
        /** The correlation lies inside the band, or there is none. */
        LOOSE
    }

    /**
     * The state of an asset against a base market as of a date.
     *
     * <p><b>Shape</b>: one result. <b>Unit</b>: prices above zero; log returns. <b>Missing</b>: only dates on which
     * both have a close count. <b>Cost</b>: linear.
     *
     * @param asset prices above zero
     * @param base prices above zero
     * @param asOf the last date that may be seen
     * @param horizon over how many common closes the returns run, from 2
     * @param band a correlation of at most this size counts as loose, from 0 to 1
     * @return the state, empty if there are not enough common closes or the ratio never moved
     * @throws IllegalArgumentException if a close is not above zero, or the horizon or band lies outside its range
     */
    public static Optional<RelativeMomentum> of(
            TimeSeries asset, TimeSeries base, LocalDate asOf, int horizon, double band) {
        RunningRelativeMomentum state = running(horizon, band);
        TimeSeries seen = asset.until(asOf);
        TimeSeries other = base.until(asOf).on(seen.dates());
        for (int t = 0; t < seen.size(); t++) {
            if (!seen.values().isMissing(t) && !other.values().isMissing(t)) {
                state.push(seen.date(t), price(seen, t), price(other, t));
            }
        }
        return state.latest();
    }

    private static double price(TimeSeries closes, int t) {
        if (!(closes.value(t) > 0)) {
            throw new IllegalArgumentException(
                    "close on " + closes.date(t) + " must be above zero but was " + closes.value(t));
        }
        return closes.value(t);
    }

    /**
     * A fresh state that takes one pair of closes after the other.
     *
     * @param horizon over how many common closes the returns run, from 2
     * @param band a correlation of at most this size counts as loose, from 0 to 1
     * @return the running form
     * @throws IllegalArgumentException if the horizon or band lies outside its range
     */
    public static RunningRelativeMomentum running(int horizon, double band) {
        return new RunningRelativeMomentum(horizon, band);
    }

    /** The two returns in percent, the relative score and the state. */
    @Override
    public String toString() {
        return NumberText.of(
                "%s over %d closes: own %+.2f %%, base %+.2f %%, relative %+.3f, %s, correlation %.2f (%s)",
                asOf,
                horizon,
                100 * own,
                100 * base,
                relativeScore,
                state,
                correlation,
                correlationState.name().toLowerCase(Locale.ROOT));
    }

    /**
     * Whether an asset rises, and whether it beats a base market, over the same horizon.
     *
     * <p>The rule of the newsletters: favourable if it rises and outperforms, unfavourable if it falls and underperforms,
     * mixed otherwise.
     */
    public enum ReturnState {
        /** Rises and beats the base. */
        UP_AND_AHEAD,
        /** Rises less than the base. */
        UP_BUT_BEHIND,
        /** Falls less than the base. */
        DOWN_BUT_AHEAD,
        /** Falls and lags the base. */
        DOWN_AND_BEHIND,
        /** Does not move, or moves exactly as the base. */
        UNCHANGED;

        /**
         * The state of two log returns over the same horizon.
         *
         * @param asset the log return of the asset, not NaN
         * @param base the log return of the base market, not NaN
         * @return the state
         * @throws IllegalArgumentException if a return is NaN
         */
        public static ReturnState of(double asset, double base) {
            if (Double.isNaN(asset) || Double.isNaN(base)) {
                throw new IllegalArgumentException("returns must be observed but were " + asset + " and " + base);
            }
            if (asset == 0 || asset == base) {
                return UNCHANGED;
            }
            if (asset > 0) {
                return asset > base ? UP_AND_AHEAD : UP_BUT_BEHIND;
            }
            return asset > base ? DOWN_BUT_AHEAD : DOWN_AND_BEHIND;
        }

        /** The state in words. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
