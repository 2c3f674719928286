package io.github.macroregime.regime.tracker;

import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.probability.FedWatchRow;
import io.github.macroregime.rates.probability.OutcomeDistribution;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * The distribution of the change at one meeting by the policy path, and by the published procedure in both of its
 * variants.
 *
 * @param meeting the meeting
 * @param ours the two moves next to the step of the path
 * @param decisionDayNew the procedure with the decision day at the new rate, empty if the strip does not settle it
 * @param decisionDayOld the procedure with the decision day at the old rate, empty if the strip does not settle it
 */
public record ComparedMeeting(
        Meeting meeting,
        OutcomeDistribution ours,
        Optional<FedWatchRow> decisionDayNew,
        Optional<FedWatchRow> decisionDayOld)
        implements Serializable {

    /**
     * The days of the decision's month at the new rate if the decision day counts as the first of them.
     *
     * @return calendar days
     */
    public int newDaysFromDecision() {
        return month().lengthOfMonth() - meeting.decision().getDayOfMonth() + 1;
    }

    /**
     * The days of the decision's month at the new rate counted from the effective date.
     *
     * @return calendar days, 0 if the decision takes effect in a later month
     */
    public int newDaysFromEffect() {
        LocalDate end = month().plusMonths(1).atDay(1);
        return (int) Math.max(0, ChronoUnit.DAYS.between(meeting.effective(), end));
    }

    private YearMonth month() {
        return YearMonth.from(meeting.decision());
    }

    /**
     * Why the three distributions differ.
     *
     * @return the days each counts at the new rate, and what the procedure makes of the month's own contract
     */
    public String why() {
        String days = String.format(
                Locale.ROOT,
                "new rate on %d (decision day new), %d (old) or %d (ours: effective date) of %d days",
                newDaysFromDecision(),
                newDaysFromDecision() - 1,
                newDaysFromEffect(),
                month().lengthOfMonth());
        return decisionDayNew.map(row -> days + "; " + contract(row)).orElse(days + "; the strip does not settle it");
    }

    private static String contract(FedWatchRow row) {
        return row.ownContractUsed()
                ? "own contract met by the procedure, weighed by us"
                : String.format(
                        Locale.ROOT,
                        "own contract not used by the procedure with a residual of %+.2f bp",
                        row.pricingError().basisPoints());
    }
}
