package io.github.macroregime.rates.meeting;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.time.BusinessDays;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * One meeting of a central bank: the day it decides and the day the decision takes effect.
 *
 * <p>Scheduled, unscheduled and hypothetical meetings are the same thing here.
 *
 * @param decision the day the decision is announced, the second day of a two-day meeting
 * @param effective the first day with the new rate, on or after the decision
 */
public record Meeting(LocalDate decision, LocalDate effective) implements Serializable {

    public Meeting {
        Require.components(Meeting.class, decision, effective);
        if (effective.isBefore(decision)) {
            throw new IllegalArgumentException(
                    "effective must not lie before the decision " + decision + " but was " + effective);
        }
    }

    /**
     * A meeting whose effective date follows from a rule.
     *
     * @param decision the day of the decision
     * @param rule the rule of the bank
     * @param days the business days of the bank
     * @return the meeting
     */
    public static Meeting of(LocalDate decision, EffectiveRule rule, BusinessDays days) {
        return new Meeting(decision, rule.effective(decision, days));
    }

    /**
     * Whether the decision is announced.
     *
     * @param day a day
     * @param time its hour
     * @return true after the day of the decision, and on that day after its hour
     */
    public boolean isDecided(LocalDate day, TimeOfDay time) {
        return decision.isBefore(day) || (decision.equals(day) && time != TimeOfDay.BEFORE_DECISION);
    }

    /** Both dates. */
    @Override
    public String toString() {
        return "decision " + decision + ", effective " + effective;
    }
}
