package io.github.macroregime.regime.sheet;

import io.github.macroregime.regime.curve.CreditRates;
import io.github.macroregime.regime.section.Table;
import io.github.macroregime.regime.sheet.RateSheet.Scenarios;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What assets did in each scenario, side by side. */
final class ScenarioTable {

    private ScenarioTable() {}

    static Table of(List<Scenarios> scenarios) {
        List<String> titles = new ArrayList<>(List.of("Scenario"));
        scenarios.forEach(each -> titles.add(each.asset() + ", " + each.spread()));
        List<List<String>> rows = Arrays.stream(CreditRates.Regime.values())
                .map(regime -> Stream.concat(
                                Stream.of(regime.toString()), scenarios.stream().map(each -> cell(each, regime)))
                        .toList())
                .toList();
        return new Table("Duration and credit", Table.columns(titles.toArray(String[]::new)), rows);
    }

    private static String cell(Scenarios each, CreditRates.Regime regime) {
        return Cells.signed(100 * each.means().get(regime.ordinal()), 3) + " % (n "
                + each.days().get(regime.ordinal()) + ")" + (each.now() == regime ? ", today" : "");
    }
}
