package io.github.macroregime.regime.tracker;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.regime.report.Gap;
import io.github.macroregime.regime.report.MacroReport;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The macro tracker of one day: what moved the index, where credit stands, what the market prices of policy, which
 * way each asset leans, and which printed sentences are consistent with the figures.
 *
 * @param date the day
 * @param title the title
 * @param equities what moved the index, empty if the folder has neither contributions nor sector prices
 * @param credit where each spread stands
 * @param policy the policy path, empty if the folder lacks quotes, meetings or the overnight rate
 * @param board the strength board, empty if the folder has no prices
 * @param statements the sentences that were checked
 * @param macro the macro regime, with gaps of its own
 * @param gaps what the folder lacks
 */
public record TrackerReport(
        LocalDate date,
        String title,
        Optional<EquitiesBlock> equities,
        List<CreditBlock> credit,
        Optional<PolicyBlock> policy,
        Optional<BoardBlock> board,
        List<Finding> statements,
        MacroReport macro,
        List<Gap> gaps)
        implements Serializable {

    public TrackerReport {
        credit = List.copyOf(credit);
        statements = List.copyOf(statements);
        gaps = List.copyOf(gaps);
    }
}
