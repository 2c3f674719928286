package io.github.macroregime.regime.strength;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Locale;

/** The next close that would change the state of an asset on one side of its price, or that there is none in reach. */
public sealed interface Flip extends Serializable {

    /** How a price was found. */
    enum Method {
        /** Solved exactly: the extension reaches its threshold. */
        CLOSED_FORM,
        /** Bracketed and halved down to neighbouring numbers. */
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

        /** The price, the move and the new state. */
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.6g (%+.2f %%) %s", price, 100 * move.decimal(), becomes);
        }
    }

    /**
     * No close in reach changes the state.
     *
     * @param searchedTo the furthest move that was tried
     */
    record NoneWithin(Rate searchedTo) implements Flip {

        /** How far was searched. */
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "none within %+.2f %%", 100 * searchedTo.decimal());
        }
    }
}
