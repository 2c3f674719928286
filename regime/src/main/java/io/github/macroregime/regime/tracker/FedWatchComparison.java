package io.github.macroregime.regime.tracker;

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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The odds of a policy path beside those of the published FedWatch procedure on the same monthly futures.
 *
 * @param meetings one row for each meeting in a quoted month
 * @param lacking months, expired ones above all, whose futures the procedure needs and the strip does not have
 */
public record FedWatchComparison(List<ComparedMeeting> meetings, List<YearMonth> lacking) implements Serializable {

    private static final Rate MOVE = Rate.ofBasisPoints(25);

    public FedWatchComparison {
        meetings = List.copyOf(meetings);
        lacking = List.copyOf(lacking);
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

    /** The comparison on a strip without an obstacle; decisions of the past are needed as long as their month is quoted. */
    static FedWatchComparison of(PolicyPath path, List<Quote> strip, List<LocalDate> decisions) {
        Set<YearMonth> quoted = new HashSet<>();
        strip.forEach(quote -> quoted.add(month(quote)));
        List<LocalDate> inStrip = decisions.stream()
                .filter(decision -> quoted.contains(YearMonth.from(decision)))
                .toList();
        FedWatchTable asNew = FedWatch.of(FedWatch.DecisionDay.NEW_RATE).table(path.asOf(), strip, inStrip);
        FedWatchTable asOld = FedWatch.of(FedWatch.DecisionDay.OLD_RATE).table(path.asOf(), strip, inStrip);
        return new FedWatchComparison(
                path.meetings().stream()
                        .filter(meeting -> inStrip.contains(meeting.decision()))
                        .map(meeting -> compared(path, meeting, asNew, asOld))
                        .toList(),
                asNew.lacking());
    }

    private static ComparedMeeting compared(
            PolicyPath path, Meeting meeting, FedWatchTable asNew, FedWatchTable asOld) {
        return new ComparedMeeting(
                meeting,
                OutcomeDistribution.twoPoint(path.step(meeting), MOVE),
                asNew.on(meeting.decision()),
                asOld.on(meeting.decision()));
    }

    private static YearMonth month(Quote quote) {
        return ((AverageFuture) quote.instrument()).month();
    }
}
