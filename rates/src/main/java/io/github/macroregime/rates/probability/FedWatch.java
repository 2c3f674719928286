package io.github.macroregime.rates.probability;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The published {@index FedWatch} procedure, to the letter, so that a desk can reproduce the web table cell by cell.
 *
 * <p>The average of a month without a meeting is the rate at the end of the month before and at the start of the month
 * after. In a meeting month of {@code N} days with {@code n} days at the old rate the average is
 * {@code (n start + (N - n) end) / N}. If both ends are known from neighbours, the month's own contract is not used;
 * if one is known, the contract gives the other; consecutive meeting months are solved backwards from the next month
 * without a meeting, and forwards only where the curve runs out. Steps are split over two adjacent moves and
 * convolved as if independent.
 *
 * <p>It differs from a {@link io.github.macroregime.rates.path.PolicyPath} in three ways: it counts days from the
 * decision instead of the effective date, it leaves contracts unused, and it cannot hold two meetings in a month.
 *
 * <p><b>Source</b>: the exchange's methodology note with its example of 17 September 2015 and its spreadsheet of 12
 * September 2022.
 *
 * @param decisionDay how the day of the decision is counted
 * @param size the size of one move, positive
 */
public record FedWatch(DecisionDay decisionDay, Rate size) implements Serializable {

    /** How the day of the decision is counted. */
    public enum DecisionDay {
        /** As the first day of the new rate: the examples published in 2015 and 2022. */
        NEW_RATE,
        /** As the last day of the old rate: what recent tables require. */
        OLD_RATE
    }

    public FedWatch {
        Require.components(FedWatch.class, decisionDay, size);
        if (!(size.decimal() > 0)) {
            throw new IllegalArgumentException("size must be positive but was " + size);
        }
    }

    /**
     * The procedure on moves of 25 bp.
     *
     * @param decisionDay how the day of the decision is counted
     * @return the procedure
     */
    public static FedWatch of(DecisionDay decisionDay) {
        return new FedWatch(decisionDay, Rate.ofBasisPoints(25));
    }

    /**
     * The table of a strip of fed funds futures with the meetings of the FOMC as they were known on the day, by this
     * procedure.
     *
     * @param asOf the date of the prices
     * @param prices settlement prices by contract month, see {@link FedWatchTable#of}
     * @return the table; a coming meeting that the prices do not settle, such as one before the first month quoted, is named
     *     as unsolved
     * @throws IllegalArgumentException if a price is none or two decisions fall into one month
     */
    public FedWatchTable table(LocalDate asOf, Map<YearMonth, Double> prices) {
        List<Quote> strip = prices.entrySet().stream()
                .map(price -> Quote.ofPrice(AverageFuture.zq(price.getKey()), price.getValue()))
                .toList();
        YearMonth last = prices.keySet().stream().max(Comparator.naturalOrder()).orElse(YearMonth.from(asOf));
        List<LocalDate> all = MeetingCalendar.fomc(asOf).meetings().stream()
                .map(Meeting::decision)
                .toList();
        List<LocalDate> decisions = new ArrayList<>(all.stream()
                .filter(decision -> prices.containsKey(YearMonth.from(decision))
                        || (!decision.isBefore(asOf)
                                && !YearMonth.from(decision).isAfter(last)))
                .toList());
        // A month with a meeting is no anchor, so nobody asks for its contract.
        decisions.stream()
                .min(Comparator.naturalOrder())
                .map(first -> YearMonth.from(first).minusMonths(1))
                .flatMap(before -> all.stream()
                        .filter(decision -> YearMonth.from(decision).equals(before))
                        .findFirst())
                .ifPresent(decisions::add);
        return table(asOf, strip, decisions);
    }

    /**
     * The table of a strip of futures.
     *
     * <p>A past decision stays in the list as long as its month is quoted: a month with a meeting is no anchor, whether
     * the meeting is over or not. Past decisions take part in the solving and get no row.
     *
     * <p><b>The expired month</b>: the rate before the next meeting is the average of the month before it, if that had
     * no meeting, and the contract of that month has expired when the meeting's month begins. Its final settlement
     * belongs in the strip: on 12 September 2022 the web tool starts from August's 2.3325 % and finds 72.75 bp, while
     * without August the start is solved from September's own contract, 2.29875 %, for 76.1 bp. {@link
     * FedWatchTable#missingMonths()} names the months that are not there.
     *
     * @param asOf the date of the quotes
     * @param quotes monthly futures, one for each month, the expired one before the next meeting among them
     * @param decisions all decision dates in the months quoted, past ones included, and one in the month before them if it
     *     had any
     * @return the table; a meeting whose start and end do not follow is named as unsolved
     * @throws IllegalArgumentException if a quote is no monthly future, a month is quoted twice, or two decisions fall
     *     into one month
     */
    public FedWatchTable table(LocalDate asOf, List<Quote> quotes, List<LocalDate> decisions) {
        return new Solver(asOf, averages(quotes), byMonth(decisions)).table();
    }

    private static Map<YearMonth, Double> averages(List<Quote> quotes) {
        Map<YearMonth, Double> averages = new HashMap<>();
        for (Quote quote : quotes) {
            if (!(quote.instrument() instanceof AverageFuture future)) {
                throw new IllegalArgumentException("quotes must be monthly futures but one was " + quote);
            }
            if (averages.put(future.month(), quote.rate().decimal()) != null) {
                throw new IllegalArgumentException("quotes must name " + future.month() + " once but name it twice");
            }
        }
        return averages;
    }

    private static Map<YearMonth, LocalDate> byMonth(List<LocalDate> decisions) {
        Map<YearMonth, LocalDate> byMonth = new HashMap<>();
        for (LocalDate decision : decisions) {
            LocalDate other = byMonth.put(YearMonth.from(decision), decision);
            if (other != null) {
                throw new IllegalArgumentException(
                        "decisions must lie in different months but were " + other + " and " + decision);
            }
        }
        return byMonth;
    }

    private double oldShare(LocalDate decision) {
        int day = decision.getDayOfMonth();
        return (decisionDay == DecisionDay.NEW_RATE ? day - 1 : day) / (double) decision.lengthOfMonth();
    }

    /** The variant in words. */
    @Override
    public String toString() {
        return "published procedure on moves of "
                + size.exactBasisPoints().stripTrailingZeros().toPlainString() + " bp, decision day counted as "
                + decisionDay;
    }

    private final class Solver {

        private final LocalDate asOf;
        private final Map<YearMonth, Double> averages;
        private final Map<YearMonth, LocalDate> decisions;
        private final List<YearMonth> months;
        private final Map<YearMonth, Double> starts = new HashMap<>();
        private final Map<YearMonth, Double> ends = new HashMap<>();
        private final Map<YearMonth, Boolean> ownUsed = new HashMap<>();

        private Solver(LocalDate asOf, Map<YearMonth, Double> averages, Map<YearMonth, LocalDate> decisions) {
            this.asOf = asOf;
            this.averages = averages;
            this.decisions = decisions;
            this.months = decisions.keySet().stream().sorted().toList();
        }

        private FedWatchTable table() {
            for (int i = months.size() - 1; i >= 0; i--) {
                backward(months.get(i));
            }
            months.forEach(this::forward);
            return rows();
        }

        private boolean isAnchor(YearMonth month) {
            return averages.containsKey(month) && !decisions.containsKey(month);
        }

        private void backward(YearMonth month) {
            YearMonth next = month.plusMonths(1);
            YearMonth previous = month.minusMonths(1);
            if (isAnchor(next)) {
                ends.put(month, Objects.requireNonNull(averages.get(next)));
            } else if (starts.containsKey(next)) {
                ends.put(month, Objects.requireNonNull(starts.get(next)));
            }
            if (isAnchor(previous)) {
                starts.put(month, Objects.requireNonNull(averages.get(previous)));
            } else {
                solveStart(month);
            }
        }

        private void solveStart(YearMonth month) {
            Double end = ends.get(month);
            Double average = averages.get(month);
            double old = oldShare(Objects.requireNonNull(decisions.get(month)));
            if (end != null && average != null && old > 0) {
                starts.put(month, (average - (1 - old) * end) / old);
                ownUsed.put(month, true);
            }
        }

        private void forward(YearMonth month) {
            YearMonth previous = month.minusMonths(1);
            if (!starts.containsKey(month) && ends.containsKey(previous)) {
                starts.put(month, Objects.requireNonNull(ends.get(previous)));
            }
            Double start = starts.get(month);
            Double average = averages.get(month);
            double old = oldShare(Objects.requireNonNull(decisions.get(month)));
            if (!ends.containsKey(month) && start != null && average != null && old < 1) {
                ends.put(month, (average - old * start) / (1 - old));
                ownUsed.put(month, true);
            }
        }

        private FedWatchTable rows() {
            List<FedWatchTable.Row> rows = new ArrayList<>();
            List<LocalDate> unsolved = new ArrayList<>();
            OutcomeDistribution distribution = OutcomeDistribution.noChange(size);
            for (YearMonth month : months) {
                LocalDate decision = Objects.requireNonNull(decisions.get(month));
                Double start = starts.get(month);
                Double end = ends.get(month);
                if (decision.isBefore(asOf)) {
                    continue;
                }
                if (start == null || end == null) {
                    unsolved.add(decision);
                } else {
                    OutcomeDistribution step = OutcomeDistribution.twoPoint(Rate.ofDecimal(end - start), size);
                    distribution = distribution.plusIndependent(step);
                    rows.add(new FedWatchTable.Row(
                            decision,
                            Rate.ofDecimal(start),
                            Rate.ofDecimal(end),
                            ownUsed.getOrDefault(month, false),
                            pricingError(month, decision, start, end),
                            step,
                            distribution));
                }
            }
            return new FedWatchTable(FedWatch.this, rows, unsolved, missingMonths());
        }

        /** Those before a coming meeting that had none themselves, and the own month of one that is not solved. */
        private List<YearMonth> missingMonths() {
            List<YearMonth> missing = new ArrayList<>();
            for (YearMonth month : months) {
                if (Objects.requireNonNull(decisions.get(month)).isBefore(asOf)) {
                    continue;
                }
                if (!decisions.containsKey(month.minusMonths(1))) {
                    missing.add(month.minusMonths(1));
                }
                if (!starts.containsKey(month) || !ends.containsKey(month)) {
                    missing.add(month);
                }
            }
            missing.removeIf(averages::containsKey);
            return missing;
        }

        /** The month's own average minus the one that start and end imply; zero if the month is not quoted. */
        private Rate pricingError(YearMonth month, LocalDate decision, double start, double end) {
            double old = oldShare(decision);
            double implied = old * start + (1 - old) * end;
            return Rate.ofDecimal(averages.getOrDefault(month, implied) - implied);
        }
    }
}
