package io.github.macroregime.regime.persistence;

import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.util.NoSuchElementException;

/** {@index "Half-life"}: how long it takes until half of a deviation is gone, or why that has no answer. */
public sealed interface HalfLife extends Serializable {

    /**
     * The half-life where there is one.
     *
     * @return in periods
     * @throws NoSuchElementException if there is none
     */
    double orElseThrow();

    /**
     * A half-life.
     *
     * @param value in periods, above zero
     */
    record Periods(double value) implements HalfLife {

        public Periods {
            if (!(value > 0 && value <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("value must be above zero and finite but was " + value);
            }
        }

        @Override
        public double orElseThrow() {
            return value;
        }

        /** The number of periods. */
        @Override
        public String toString() {
            return NumberText.of("%.2f periods", value);
        }
    }

    /** Why there is no half-life. */
    enum None implements HalfLife {
        /** Deviations do not shrink: a random walk or worse. */
        NO_PULL,
        /** Deviations change sides from one period to the next: faster than any half-life can say. */
        OVERSHOOTING;

        @Override
        public double orElseThrow() {
            throw new NoSuchElementException("there is no half-life: " + this);
        }

        /** The reason in words. */
        @Override
        public String toString() {
            return this == NO_PULL ? "none, no pull" : "none, overshooting";
        }
    }
}
