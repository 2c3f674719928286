/**
 * Meetings of central banks: when they decide, and from which day a decision moves the overnight rate.
 *
 * <p>A meeting has a decision date and an effective date, and only the second one moves a rate. Scheduled, unscheduled
 * and hypothetical meetings are the same thing.
 *
 * <p>Start here: {@link io.github.macroregime.rates.meeting.MeetingCalendar}, {@link
 * io.github.macroregime.rates.meeting.MeetingSchedule};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/probabilities.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.rates.meeting;

import org.jspecify.annotations.NullMarked;
