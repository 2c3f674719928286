package io.github.macroregime.rates.probability;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome of the published procedure for a strip of futures.
 *
 * @param procedure the variant
 * @param rows one for each meeting that follows from the strip, in order
 * @param unsolved meetings whose start or end does not follow from the strip
 * @param missingMonths months that the strip does not quote and the procedure needs: that before a meeting if it had none,
 *     expired ones above all, and the own month of a meeting that is not solved
 */
public record FedWatchTable(FedWatch procedure, List<Row> rows, List<LocalDate> unsolved, List<YearMonth> missingMonths)
        implements Serializable {

    public FedWatchTable {
        Require.components(FedWatchTable.class, procedure, rows, unsolved, missingMonths);
        rows = List.copyOf(rows);
        unsolved = List.copyOf(unsolved);
        missingMonths = List.copyOf(missingMonths);
    }

    /**
     * The table of a strip of fed funds futures with the meetings of the FOMC as they were known on the day, on moves of
     * 25 bp, the day of the decision counted as the first of the new rate. By another procedure: {@link
     * FedWatch#table(LocalDate, Map)}.
     *
     * <pre>{@code
     * FedWatchTable table = FedWatchTable.of(LocalDate.of(2025, 7, 22), prices);
     * table.missingMonths(); // the expired contract that the procedure asks for, if prices lack it
     * }</pre>
     *
     * @param asOf the date of the prices
     * @param prices settlement prices by contract month, that of the expired month before the next meeting among them,
     *     see {@link io.github.macroregime.rates.instrument.ContractMonths#bySymbol}
     * @return the table; a coming meeting that the prices do not settle, such as one before the first month quoted, is named
     *     as unsolved
     * @throws IllegalArgumentException if a price is none or two decisions fall into one month
     */
    public static FedWatchTable of(LocalDate asOf, Map<YearMonth, Double> prices) {
        return FedWatch.of(FedWatch.DecisionDay.NEW_RATE).table(asOf, prices);
    }

    /**
     * The row of a meeting.
     *
     * @param decision the day of the decision
     * @return the row, or nothing if the meeting is unsolved or unknown
     */
    public Optional<Row> on(LocalDate decision) {
        return rows.stream().filter(row -> row.decision().equals(decision)).findFirst();
    }

    /** One line for each meeting: change, own contract, and the probability of each total. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("published procedure, decision day counted as " + procedure.decisionDay());
        text.append(String.format(
                Locale.ROOT,
                "\n%-10s  %9s  %9s  %9s  %s",
                "decision",
                "end %",
                "change bp",
                "error bp",
                "totals in percent"));
        for (Row row : rows) {
            text.append(NumberText.of(
                    "\n%s  %9.4f  %+9.2f  %+9.2f ",
                    row.decision(),
                    row.end().percent(),
                    row.change().basisPoints(),
                    row.pricingError().basisPoints()));
            OutcomeDistribution distribution = row.cumulative();
            for (int k = distribution.lowest(); k <= distribution.highest(); k++) {
                text.append(NumberText.of(
                        " %+.0f: %.1f", distribution.size().times(k).basisPoints(), 100 * distribution.probability(k)));
            }
        }
        if (rows.isEmpty() && unsolved.isEmpty()) {
            text.append("\nno coming meeting on record in the months quoted");
        }
        if (!unsolved.isEmpty()) {
            text.append("\nnot solved: ").append(unsolved);
        }
        if (!missingMonths.isEmpty()) {
            text.append("\nlacks the average of ")
                    .append(missingMonths)
                    .append(": the month of a meeting, or the one before it that had none");
        }
        return text.toString();
    }

    /**
     * One meeting in a table of the published procedure.
     *
     * @param decision the day of the decision
     * @param start the rate before it
     * @param end the rate after it
     * @param ownContractUsed whether the contract of the meeting's month was used
     * @param pricingError the average of the month's own contract minus the one that start and end imply
     * @param step the distribution of the change at this meeting
     * @param cumulative the distribution of the change over this meeting and the rows before it, steps taken as independent:
     *     from now, unless an earlier meeting is unsolved
     */
    public record Row(
            LocalDate decision,
            Rate start,
            Rate end,
            boolean ownContractUsed,
            Rate pricingError,
            OutcomeDistribution step,
            OutcomeDistribution cumulative)
            implements Serializable {

        public Row {
            Require.components(Row.class, decision, start, end, pricingError, step, cumulative);
        }

        /**
         * The expected change at this meeting.
         *
         * @return end minus start
         */
        public Rate change() {
            return end.minus(start);
        }
    }
}
