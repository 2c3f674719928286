package io.github.macroregime.credit;

import java.io.Serializable;

/**
 * What a spread is the spread of.
 *
 * <p>A credit default swap index, the option-adjusted spread of a bond index and a difference of two yields have
 * other members, maturities and funding, so that 51 bp of one says nothing about 81 bp of the other. They are
 * different types, and {@link SpreadHistory} carries the type.
 */
public sealed interface Instrument extends Serializable {

    /**
     * What it is called.
     *
     * @return the name
     */
    String name();

    /**
     * What kind of spread it is, in words.
     *
     * @return for example {@code CDX spread}
     */
    String kind();

    /**
     * Refuses to compare spreads of different kinds.
     *
     * <p>An instrument of unstated kind is comparable only with itself.
     *
     * @param other another instrument
     * @throws IllegalArgumentException if the kinds differ; the message names both
     */
    default void requireComparable(Instrument other) {
        boolean unstated = this instanceof Unstated || other instanceof Unstated;
        if (getClass() != other.getClass() || (unstated && !equals(other))) {
            throw new IllegalArgumentException(
                    "instruments must be of one kind to be compared but were " + label() + " and " + other.label());
        }
    }

    /**
     * The name with the kind.
     *
     * @return for example {@code CDX IG 5Y (CDX spread)}
     */
    default String label() {
        return name() + " (" + kind() + ")";
    }

    private static void requireName(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of an instrument must not be blank");
        }
    }

    /**
     * The spread of a {@index CDX} or other credit default swap (CDS) index.
     *
     * @param name the index, for example {@code CDX IG 5Y}
     */
    record Cdx(String name) implements Instrument {

        public Cdx {
            requireName(name);
        }

        @Override
        public String kind() {
            return "CDX spread";
        }
    }

    /**
     * The {@index "option-adjusted spread"} ({@index OAS}) of a cash bond index.
     *
     * @param name the index, for example {@code ICE BofA US Corporate}
     */
    record CashOas(String name) implements Instrument {

        public CashOas {
            requireName(name);
        }

        @Override
        public String kind() {
            return "cash OAS";
        }
    }

    /**
     * The difference between two yields, without adjustment for options.
     *
     * @param name the two yields, for example {@code Baa - 10y Treasury}
     */
    record YieldSpread(String name) implements Instrument {

        public YieldSpread {
            requireName(name);
        }

        @Override
        public String kind() {
            return "yield spread";
        }
    }

    /**
     * A printed spread whose kind its source does not state.
     *
     * @param name what it is printed as, for example {@code IG spread}
     */
    record Unstated(String name) implements Instrument {

        public Unstated {
            requireName(name);
        }

        @Override
        public String kind() {
            return "kind not stated";
        }
    }
}
