package io.github.macroregime.rates.probability;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The outcome of the published procedure for a strip of futures.
 *
 * @param procedure the variant
 * @param rows one for each meeting that follows from the strip, in order
 * @param unsolved meetings whose start or end does not follow from the strip
 */
public record FedWatchTable(FedWatch procedure, List<FedWatchRow> rows, List<LocalDate> unsolved)
        implements Serializable {

    public FedWatchTable {
        rows = List.copyOf(rows);
        unsolved = List.copyOf(unsolved);
    }

    /**
     * The row of a meeting.
     *
     * @param decision the day of the decision
     * @return the row, or nothing if the meeting is unsolved or unknown
     */
    public Optional<FedWatchRow> on(LocalDate decision) {
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
        for (FedWatchRow row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "\n%s  %9.4f  %+9.2f  %+9.2f ",
                    row.decision(),
                    row.end().percent(),
                    row.change().basisPoints(),
                    row.pricingError().basisPoints()));
            OutcomeDistribution distribution = row.cumulative();
            for (int k = distribution.lowest(); k <= distribution.highest(); k++) {
                text.append(String.format(
                        Locale.ROOT,
                        " %+.0f: %.1f",
                        distribution.size().times(k).basisPoints(),
                        100 * distribution.probability(k)));
            }
        }
        return unsolved.isEmpty() ? text.toString() : text + String.format(Locale.ROOT, "\nnot solved: %s", unsolved);
    }
}
