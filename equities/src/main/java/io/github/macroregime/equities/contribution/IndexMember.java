package io.github.macroregime.equities.contribution;

import java.io.Serializable;

/**
 * One constituent of an index at one close.
 *
 * @param id the name, unique within the index
 * @param price the price, positive
 * @param shares the number of shares, positive
 * @param floatFactor the share of them that counts, above 0 and at most 1
 */
public record IndexMember(String id, double price, double shares, double floatFactor) implements Serializable {

    public IndexMember {
        Levels.check("price of " + id, price);
        Levels.check("shares of " + id, shares);
        if (!(floatFactor > 0 && floatFactor <= 1)) {
            throw new IllegalArgumentException(
                    "floatFactor of " + id + " must lie above 0 and be at most 1 but was " + floatFactor);
        }
    }

    /**
     * A constituent all of whose shares count.
     *
     * @param id the name
     * @param price the price, positive
     * @param shares the number of shares, positive
     * @return the constituent
     */
    public static IndexMember of(String id, double price, double shares) {
        return new IndexMember(id, price, shares, 1);
    }

    /**
     * The value that counts in the index.
     *
     * @return price times shares times float factor
     */
    public double marketValue() {
        return price * shares * floatFactor;
    }

    /**
     * This constituent at another price.
     *
     * @param changed the price, positive
     * @return the changed copy
     */
    public IndexMember withPrice(double changed) {
        return new IndexMember(id, changed, shares, floatFactor);
    }

    boolean countsAlike(IndexMember other) {
        return shares == other.shares && floatFactor == other.floatFactor;
    }
}
