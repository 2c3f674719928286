package io.github.macroregime.core.series;

import java.io.Serializable;

/**
 * Where numbers come from, and whether they were observed.
 *
 * @param name who publishes or made them, for example {@code FRED DGS10}; not blank
 * @param provenance how they came about
 */
public record Source(String name, Provenance provenance) implements Serializable {

    /** How numbers came about. */
    public enum Provenance {
        /** Published or traded as they stand. */
        OBSERVED,
        /** Derived from what was published, such as quotes recovered from a printed table. */
        RECONSTRUCTED,
        /** Invented. */
        SYNTHETIC
    }

    public Source {
        Require.components(Source.class, name, provenance);
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
    }

    /**
     * Numbers as they were published or traded.
     *
     * @param name who publishes them
     * @return the source
     */
    public static Source observed(String name) {
        return new Source(name, Provenance.OBSERVED);
    }

    /**
     * Numbers derived from what was published.
     *
     * @param name how and from what
     * @return the source
     */
    public static Source reconstructed(String name) {
        return new Source(name, Provenance.RECONSTRUCTED);
    }

    /**
     * Invented numbers.
     *
     * @param name how they were made
     * @return the source
     */
    public static Source synthetic(String name) {
        return new Source(name, Provenance.SYNTHETIC);
    }

    /** The name; behind it, in capitals, what was not observed. */
    @Override
    public String toString() {
        return provenance == Provenance.OBSERVED ? name : name + " (" + provenance + ")";
    }
}
