package io.github.macroregime.rates.meeting;

import java.io.Serializable;

/**
 * A meeting with what is known about its date.
 *
 * @param meeting decision and effective date
 * @param confidence how well the date is known
 * @param source who says so
 */
public record ScheduledMeeting(Meeting meeting, Confidence confidence, String source) implements Serializable {

    /** The dates, the confidence and the source. */
    @Override
    public String toString() {
        return meeting + ", " + confidence + ": " + source;
    }
}
