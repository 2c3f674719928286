package io.github.macroregime.rates.meeting;

/** How well a meeting date is known. */
public enum Confidence {
    /** Published by the bank itself, seen there or in a verbatim mirror. */
    OFFICIAL,
    /** Given alike by independent lists, or by one list with a record of care. */
    CORROBORATED,
    /** From memory or a single list; look at the bank's own page before relying on it. */
    UNVERIFIED,
    /** Nobody has announced it; carried forward from the year before. */
    PROJECTED
}
