package io.github.macroregime.regime.state;

/** Around what the lags of a Markov-switching autoregression turn. */
public enum SwitchingLevel {

    /**
     * Deviations from the mean of their own state: {@code y_t - m(S_t) = sum a_i (y_(t-i) - m(S_(t-i))) + e_t}. The
     * level follows a change of state at once. Hamilton's model of output.
     */
    MEAN,

    /**
     * A constant that switches: {@code y_t = c(S_t) + sum a_i y_(t-i) + e_t}. The level follows a change of state
     * slowly.
     */
    INTERCEPT
}
