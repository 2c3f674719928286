package io.github.macroregime.equities.print;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.Basket;
import java.io.Serializable;
import java.util.List;

/** A sentence written beside a printed table, in a form that the figures can answer. */
public sealed interface Claim extends Serializable {

    /** What sectors are ranked by. */
    enum Measure {
        /** The contribution to the index. */
        CONTRIBUTION("contribution"),
        /** The return of the sector itself. */
        RETURN("return");

        private final String text;

        Measure(String text) {
            this.text = text;
        }

        /** The measure in words. */
        @Override
        public String toString() {
            return text;
        }
    }

    /** What a return is compared with. */
    enum Yardstick {
        /** The printed return of the index. */
        INDEX("the index"),
        /** The mean of the printed sector returns. */
        EQUAL_WEIGHT_MEAN("the equal-weight mean");

        private final String text;

        Yardstick(String text) {
            this.text = text;
        }

        /** The yardstick in words. */
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * A sector is among the first, as in "leading the market".
     *
     * @param id the sector
     * @param measure what sectors are ranked by
     * @param places how many count as first, from 1
     */
    record AmongFirst(String id, Measure measure, int places) implements Claim {

        public AmongFirst {
            Require.components(AmongFirst.class, id, measure);
            if (places < 1) {
                throw new IllegalArgumentException("places must be at least 1 but was " + places);
            }
        }
    }

    /**
     * A sector moved in line with something.
     *
     * @param id the sector
     * @param yardstick what it is compared with
     * @param tolerance the largest distance that still is in line, not negative
     */
    record InLineWith(String id, Yardstick yardstick, Rate tolerance) implements Claim {

        public InLineWith {
            Require.components(InLineWith.class, id, yardstick, tolerance);
            if (tolerance.isNegative()) {
                throw new IllegalArgumentException("tolerance must not be negative but was " + tolerance);
            }
        }
    }

    /**
     * A sector belongs to a basket, such as the defensive ones.
     *
     * @param id the sector
     * @param basket the name of the basket the sentence files it under
     * @param baskets the baskets the reader goes by
     */
    record FiledUnder(String id, String basket, List<Basket> baskets) implements Claim {

        public FiledUnder {
            Require.components(FiledUnder.class, id, basket, baskets);
            baskets = List.copyOf(baskets);
            if (baskets.stream().noneMatch(each -> each.name().equals(basket))) {
                throw new IllegalArgumentException("baskets must hold \"" + basket + "\" but hold "
                        + baskets.stream().map(Basket::name).toList());
            }
        }
    }

    /**
     * The index returned something else than was printed.
     *
     * @param indexReturn the return, with all its digits
     */
    record IndexReturned(Rate indexReturn) implements Claim {
        public IndexReturned {
            Require.components(IndexReturned.class, indexReturn);
        }
    }

    /** Breadth improved from the day before, which the table does not show. */
    record BreadthImproved() implements Claim {}

    /**
     * Breadth improved from a day whose table is known.
     *
     * @param before the table of the day before
     */
    record BreadthImprovedFrom(PrintedDay before) implements Claim {
        public BreadthImprovedFrom {
            Require.components(BreadthImprovedFrom.class, before);
        }
    }
}
