package io.github.macroregime.examples;

import io.github.macroregime.core.io.JsonWriter;
import io.github.macroregime.regime.report.DaySummary;
import io.github.macroregime.regime.report.MacroChange;
import io.github.macroregime.regime.tracker.TrackerReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the report as JSON: a version first, the unit in the name of every figure. */
final class TrackerJson {

    static final int VERSION = 1;

    private TrackerJson() {}

    static String render(TrackerReport report) {
        return render(report, Optional.empty());
    }

    static String render(TrackerReport report, Optional<MacroChange> change) {
        return JsonWriter.text(rounded(document(report, change)));
    }

    /** Every number to what its unit means, by the end of its name; zero carries no minus. */
    private static Map<String, Object> rounded(Map<?, ?> object) {
        Map<String, Object> rounded = new LinkedHashMap<>();
        object.forEach((name, value) -> rounded.put(name.toString(), rounded(name.toString(), value)));
        return rounded;
    }

    private static Object rounded(String name, Object value) {
        if (value instanceof Map<?, ?> object) {
            return rounded(object);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> rounded(name, each)).toList();
        }
        int places = name.endsWith("_bp") ? 5 : name.endsWith("_pct") || name.endsWith("_pp") ? 6 : 15;
        return value instanceof Double number && Math.abs(number) <= Double.MAX_VALUE
                ? Double.valueOf(BigDecimal.valueOf(number)
                                .setScale(places, RoundingMode.HALF_EVEN)
                                .doubleValue()
                        + 0.0)
                : value;
    }

    private static Map<String, Object> document(TrackerReport report, Optional<MacroChange> change) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", VERSION);
        document.put("date", report.date().toString());
        document.put("title", report.title());
        document.put("day", MacroJson.of(DaySummary.of(report.macro(), Optional.empty(), report.statements())));
        report.equities().ifPresent(block -> document.put("equities", EquitiesJson.of(block)));
        document.put("credit", report.credit().stream().map(CreditJson::of).toList());
        report.policy().ifPresent(block -> document.put("policy", PolicyJson.of(block)));
        report.board().ifPresent(block -> document.put("board", BoardJson.of(block)));
        document.put("regime", MacroJson.of(report.macro()));
        change.ifPresent(each -> document.put("regime_change", MacroJson.of(each)));
        document.put(
                "print_check",
                report.statements().stream()
                        .map(each -> JsonWriter.object(
                                "statement", each.statement(),
                                "verdict", each.verdict().name(),
                                "arithmetic", each.arithmetic()))
                        .toList());
        document.put(
                "lacking",
                report.gaps().stream()
                        .map(gap -> JsonWriter.object("absent", gap.lacking(), "consequence", gap.consequence()))
                        .toList());
        return document;
    }
}
