package io.github.macroregime.regime.strength;

import java.io.Serializable;

/** How much momentum counts against reversion. */
public sealed interface TrendWeight extends Serializable {

    /** The recommended test: returns over five days against one day, on the last 252 log returns. */
    TrendWeight RECOMMENDED = new Tested(5, 252);

    /**
     * A tested weight: {@code Phi(z)} of the debiased variance ratio with robust errors on the last returns.
     *
     * @param q over how many returns the longer variance runs, from 2 to half of the window
     * @param window how many returns the test takes
     */
    record Tested(int q, int window) implements TrendWeight {

        public Tested {
            if (q < 2 || 2L * q > window) {
                throw new IllegalArgumentException("q must lie in [2, " + window / 2 + "] but was " + q);
            }
        }
    }

    /**
     * A weight that is always the same.
     *
     * @param momentumWeight the weight of momentum, from 0 to 1
     */
    record Fixed(double momentumWeight) implements TrendWeight {

        public Fixed {
            if (!(momentumWeight >= 0 && momentumWeight <= 1)) {
                throw new IllegalArgumentException("momentumWeight must lie in [0, 1] but was " + momentumWeight);
            }
        }
    }
}
