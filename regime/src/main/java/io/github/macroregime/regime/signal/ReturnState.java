package io.github.macroregime.regime.signal;

import java.util.Locale;

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
