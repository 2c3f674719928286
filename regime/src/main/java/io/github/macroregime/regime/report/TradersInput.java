package io.github.macroregime.regime.report;

import io.github.macroregime.regime.outlook.PositionReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The positions of one group of traders in one market.
 *
 * @param market the name of the market
 * @param traders the name of the group of traders
 * @param reports in the order of their snapshots
 */
public record TradersInput(String market, String traders, List<PositionReport> reports) implements MacroInput {

    public TradersInput {
        reports = List.copyOf(reports);
    }

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return Optional.of(new TradersInput(
                market,
                traders,
                reports.stream().filter(r -> !r.released().isAfter(date)).toList()));
    }
}
