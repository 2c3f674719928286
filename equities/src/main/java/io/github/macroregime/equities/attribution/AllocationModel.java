package io.github.macroregime.equities.attribution;

/** What the choice of a segment's weight is measured against. */
public enum AllocationModel {
    /** {@code (wp - wb)(rb - Rb)}: being heavy pays where a segment beats the benchmark. Brinson and Fachler 1985. */
    BRINSON_FACHLER,
    /** {@code (wp - wb) rb}: being heavy pays where a segment gains. Brinson, Hood and Beebower 1986. */
    BRINSON_HOOD_BEEBOWER
}
