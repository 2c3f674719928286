package io.github.macroregime.rates.meeting;

import io.github.macroregime.core.time.BusinessDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** From which day on a decision of a central bank moves the overnight rate. */
public enum EffectiveRule {
    /** The day of the decision, or the first business day after it. */
    SAME_DAY,
    /** The first business day after the decision. */
    NEXT_BUSINESS_DAY,
    /**
     * The first Wednesday after the decision: that of the next main refinancing operation of the Eurosystem, that of the
     * next weekly operation of the Riksbank.
     */
    NEXT_WEDNESDAY;

    /**
     * The effective date of a decision.
     *
     * @param decision the day of the decision, any day of the week
     * @param days the business days of the bank
     * @return the first day with the new rate
     */
    public LocalDate effective(LocalDate decision, BusinessDays days) {
        return switch (this) {
            case SAME_DAY -> days.nextOrSame(decision);
            case NEXT_BUSINESS_DAY -> days.next(decision);
            case NEXT_WEDNESDAY -> decision.with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
        };
    }
}
