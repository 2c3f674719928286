package io.github.macroregime.equities.contribution;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Objects;

/**
 * One constituent on one day, as it is known: held with a return, priced too long ago, not priced, or a charge.
 *
 * <p><b>Unit</b>: weights are decimal fractions at the beginning of the period. A short position has a negative
 * weight.
 */
public sealed interface Position extends Serializable {

    /**
     * The name of the constituent, unique within a day.
     *
     * @return the id
     */
    String id();

    /**
     * The weight at the beginning of the period.
     *
     * @return the weight as a decimal fraction, 0 for a charge
     */
    double beginWeight();

    /**
     * A position whose return was observed.
     *
     * @param id the name
     * @param beginWeight the weight as a decimal fraction, finite
     * @param periodReturn the return over the period
     * @return the position
     * @throws IllegalArgumentException if the id is blank or the weight is not finite
     */
    static Position held(String id, double beginWeight, Rate periodReturn) {
        return new Held(id, beginWeight, periodReturn);
    }

    /**
     * A position whose newest return belongs to an earlier day.
     *
     * @param id the name
     * @param beginWeight the weight as a decimal fraction, finite
     * @param lastReturn the newest return that was observed
     * @param ageDays how many calendar days ago, from 1
     * @return the position
     * @throws IllegalArgumentException if the id is blank, the weight is not finite or the age is below 1
     */
    static Position stale(String id, double beginWeight, Rate lastReturn, int ageDays) {
        return new Stale(id, beginWeight, lastReturn, ageDays);
    }

    /**
     * A position without any return.
     *
     * @param id the name
     * @param beginWeight the weight as a decimal fraction, finite
     * @return the position
     * @throws IllegalArgumentException if the id is blank or the weight is not finite
     */
    static Position unpriced(String id, double beginWeight) {
        return new Unpriced(id, beginWeight);
    }

    /**
     * A contribution without a weight, such as a fee.
     *
     * @param id the name
     * @param contribution what it adds to the return, negative for a cost
     * @return the position
     * @throws IllegalArgumentException if the id is blank
     */
    static Position charge(String id, Rate contribution) {
        return new Charge(id, contribution);
    }

    /**
     * A position whose return was observed.
     *
     * @param id the name
     * @param beginWeight the weight as a decimal fraction, finite
     * @param periodReturn the return over the period
     */
    record Held(String id, double beginWeight, Rate periodReturn) implements Position {

        public Held {
            check(id, beginWeight);
            Objects.requireNonNull(periodReturn, "periodReturn");
        }
    }

    /**
     * A position whose newest return belongs to an earlier day.
     *
     * @param id the name
     * @param beginWeight the weight as a decimal fraction, finite
     * @param lastReturn the newest return that was observed
     * @param ageDays how many calendar days ago, from 1
     */
    record Stale(String id, double beginWeight, Rate lastReturn, int ageDays) implements Position {

        public Stale {
            check(id, beginWeight);
            Objects.requireNonNull(lastReturn, "lastReturn");
            if (ageDays < 1) {
                throw new IllegalArgumentException("ageDays of " + id + " must be at least 1 but was " + ageDays);
            }
        }
    }

    /**
     * A position without any return.
     *
     * @param id the name
     * @param beginWeight the weight as a decimal fraction, finite
     */
    record Unpriced(String id, double beginWeight) implements Position {

        public Unpriced {
            check(id, beginWeight);
        }
    }

    /**
     * A contribution without a weight, such as a fee.
     *
     * @param id the name
     * @param contribution what it adds to the return
     */
    record Charge(String id, Rate contribution) implements Position {

        public Charge {
            check(id, 0);
            Objects.requireNonNull(contribution, "contribution");
        }

        /** A charge has no weight. */
        @Override
        public double beginWeight() {
            return 0;
        }
    }

    private static void check(String id, double beginWeight) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank but was \"" + id + "\"");
        }
        if (!(Math.abs(beginWeight) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("beginWeight of " + id + " must be finite but was " + beginWeight);
        }
    }
}
