package io.github.macroregime.rates.probability;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * One meeting in a table of the published procedure.
 *
 * @param decision the day of the decision
 * @param start the rate before it
 * @param end the rate after it
 * @param ownContractUsed whether the contract of the meeting's month had a say
 * @param pricingError the average of the month's own contract minus what start and end make of it
 * @param step the distribution of the change at this meeting
 * @param cumulative the distribution of the change from now, this meeting included, steps taken as independent
 */
public record FedWatchRow(
        LocalDate decision,
        Rate start,
        Rate end,
        boolean ownContractUsed,
        Rate pricingError,
        OutcomeDistribution step,
        OutcomeDistribution cumulative)
        implements Serializable {

    /**
     * The expected change at this meeting.
     *
     * @return end minus start
     */
    public Rate change() {
        return end.minus(start);
    }
}
