package io.github.macroregime.equities.attribution;

/** How allocation is defined: after Brinson and Fachler, or after Brinson, Hood and Beebower. */
public enum AllocationModel {
    /** Brinson-Fachler 1985: {@code (wp - wb)(rb - Rb)}; an overweight pays where a segment beats the benchmark. */
    BRINSON_FACHLER,
    /** Brinson-Hood-Beebower 1986 (BHB): {@code (wp - wb) rb}; an overweight pays where a segment gains. */
    BRINSON_HOOD_BEEBOWER
}
