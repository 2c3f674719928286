package io.github.macroregime.equities.attribution;

/** Where the interaction {@code (wp - wb)(rp - rb)} is shown. */
public enum InteractionView {
    /** By itself. */
    SHOWN,
    /** Within selection, as a manager sees it who decides weights first: top-down. */
    IN_SELECTION,
    /** Within allocation, as a manager sees it who picks stocks first: bottom-up. */
    IN_ALLOCATION
}
