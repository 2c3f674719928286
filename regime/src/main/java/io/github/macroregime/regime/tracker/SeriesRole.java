package io.github.macroregime.regime.tracker;

/** What a series of the folder is used for. */
public enum SeriesRole {
    /** A price scored on the strength board. */
    ASSET,
    /** A price of a sector, scored on the board and a source of sector returns where none are printed. */
    SECTOR,
    /** A credit spread with its history. */
    SPREAD,
    /** The overnight rate from which the policy path starts. */
    OVERNIGHT,
    /** A government bond yield. */
    YIELD
}
