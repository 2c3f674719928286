package io.github.macroregime.equities.attribution;

/** How local return and currency change go together. */
public enum ReturnKind {
    /** Logarithmic returns: local return and currency change add. */
    CONTINUOUS,
    /** Simple returns: {@code (1 + local)(1 + change) - 1}, so that a cross term is left, which is shown. */
    SIMPLE
}
