package io.github.macroregime.regime.input;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.SerialForm;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.rates.probability.FedWatch;
import io.github.macroregime.rates.probability.FedWatchTable;
import io.github.macroregime.rates.probability.OutcomeDistribution;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The probabilities of a policy path beside those of the published FedWatch procedure on the same monthly futures.
 *
 * @param meetings one row for each meeting in a quoted month
 * @param missingMonths months, expired ones above all, whose futures the procedure needs and the strip does not have
 */
public record FedWatchComparison(List<ComparedMeeting> meetings, List<YearMonth> missingMonths)
        implements Serializable {

    private static final Rate MOVE = Rate.ofBasisPoints(25);

    public FedWatchComparison {
        Require.components(FedWatchComparison.class, meetings, missingMonths);
        meetings = List.copyOf(meetings);
        missingMonths = List.copyOf(missingMonths);
    }

    /** The monthly futures on the path's own index; the procedure knows no other instrument. */
    static List<Quote> strip(PolicyPath path, List<Quote> quotes) {
        String own = path.frame().index().name();
        return quotes.stream()
                .filter(quote -> quote.instrument() instanceof AverageFuture future
                        && future.index().name().equals(own))
                .toList();
    }

    /** Why the procedure cannot be applied, if it cannot: it thinks in months, one decision and one price in each. */
    static Optional<String> obstacle(List<Quote> strip, List<LocalDate> decisions) {
        Set<YearMonth> quoted = new HashSet<>();
        for (Quote quote : strip) {
            if (!quoted.add(month(quote))) {
                return Optional.of(month(quote) + " is quoted twice");
            }
        }
        Set<YearMonth> decided = new HashSet<>();
        for (LocalDate decision : decisions) {
            YearMonth month = YearMonth.from(decision);
            if (quoted.contains(month) && !decided.add(month)) {
                return Optional.of("there are two decisions in " + month);
            }
        }
        return Optional.empty();
    }

    /**
     * The comparison on a strip without an obstacle; decisions of the past are needed as long as their month is quoted.
     */
    static FedWatchComparison of(PolicyPath path, List<Quote> strip, List<LocalDate> decisions) {
        Set<YearMonth> quoted = new HashSet<>();
        strip.forEach(quote -> quoted.add(month(quote)));
        List<LocalDate> inStrip = decisions.stream()
                .filter(decision -> quoted.contains(YearMonth.from(decision)))
                .toList();
        List<LocalDate> known = new ArrayList<>(inStrip);
        decisions.stream()
                .filter(decision -> decision.isBefore(path.asOf())
                        && !quoted.contains(YearMonth.from(decision))
                        && quoted.contains(YearMonth.from(decision).plusMonths(1)))
                .findFirst()
                .ifPresent(known::add);
        FedWatchTable asNew = FedWatch.of(FedWatch.DecisionDay.NEW_RATE).table(path.asOf(), strip, known);
        FedWatchTable asOld = FedWatch.of(FedWatch.DecisionDay.OLD_RATE).table(path.asOf(), strip, known);
        return new FedWatchComparison(
                path.meetings().stream()
                        .filter(meeting -> inStrip.contains(meeting.decision()))
                        .map(meeting -> compared(path, meeting, asNew, asOld))
                        .toList(),
                asNew.missingMonths());
    }

    private static ComparedMeeting compared(
            PolicyPath path, Meeting meeting, FedWatchTable asNew, FedWatchTable asOld) {
        return new ComparedMeeting(
                meeting,
                path.step(meeting).map(step -> OutcomeDistribution.twoPoint(step, MOVE)),
                asNew.on(meeting.decision()),
                asOld.on(meeting.decision()));
    }

    private static YearMonth month(Quote quote) {
        return ((AverageFuture) quote.instrument()).month();
    }

    /**
     * The distribution of the change at one meeting by the policy path, and by the published procedure in both of its variants.
     *
     * @param meeting the meeting
     * @param ours the two moves next to the step of the path, empty if the quotes do not settle it
     * @param decisionDayNew the procedure with the decision day at the new rate, empty if the strip does not settle it
     * @param decisionDayOld the procedure with the decision day at the old rate, empty if the strip does not settle it
     */
    public record ComparedMeeting(
            Meeting meeting,
            Optional<OutcomeDistribution> ours,
            Optional<FedWatchTable.Row> decisionDayNew,
            Optional<FedWatchTable.Row> decisionDayOld)
            implements Serializable {

        public ComparedMeeting {
            Require.components(ComparedMeeting.class, meeting, ours, decisionDayNew, decisionDayOld);
        }

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
            return decisionDayNew
                    .map(row -> days + "; " + contract(row))
                    .orElse(days + "; the strip does not settle it");
        }

        private static String contract(FedWatchTable.Row row) {
            return row.ownContractUsed()
                    ? "own contract met by the procedure, weighed by us"
                    : NumberText.of(
                            "own contract not used by the procedure with a residual of %+.2f bp",
                            row.pricingError().basisPoints());
        }

        private Object writeReplace() {
            return SerialForm.of(ComparedMeeting.class, meeting, ours, decisionDayNew, decisionDayOld);
        }
    }
}
