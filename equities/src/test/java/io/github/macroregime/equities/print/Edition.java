package io.github.macroregime.equities.print;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.contribution.Basket;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The sector table printed for 22 July 2025, as the golden file holds it. */
final class Edition {

    static final LocalDate DATE = LocalDate.of(2025, 7, 22);

    private Edition() {}

    static PrintedDay day(JsonNode file) {
        List<PrintedDay.Line> lines = new ArrayList<>();
        for (JsonNode row : file.get("rows")) {
            lines.add(new PrintedDay.Line(
                    row.get("sector").asText(), percent(row.get("contribution_pp")), percent(row.get("return_pct"))));
        }
        return new PrintedDay(DATE, lines, percent(file.get("printed_index_return_pct")), 2);
    }

    static Rate percent(JsonNode node) {
        return Rate.ofDecimal(Unit.PERCENT.parse(node.asText()));
    }

    static List<Basket> baskets(JsonNode file) {
        List<Basket> baskets = new ArrayList<>();
        file.get("baskets").properties().forEach(each -> {
            List<String> members = new ArrayList<>();
            each.getValue().forEach(member -> members.add(member.asText()));
            baskets.add(new Basket(each.getKey(), members));
        });
        return baskets;
    }
}
