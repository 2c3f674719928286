package io.github.macroregime.rates.meeting;

/**
 * The hour of a set of quotes: what of its own day is known.
 *
 * <p>A report of 20:00 New York stands after the decision and before the fixing: fed funds, SOFR and most other fixings
 * are published on the next business day.
 */
public enum TimeOfDay {
    /** A decision of the day is still to come. */
    BEFORE_DECISION,
    /** A decision of the day is announced; the fixing of the day is not published. The usual case. */
    AFTER_DECISION,
    /** The fixing of the day is published too, as SARON is in the evening. */
    AFTER_FIXING
}
