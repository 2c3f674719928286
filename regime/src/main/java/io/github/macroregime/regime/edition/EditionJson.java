package io.github.macroregime.regime.edition;

import io.github.macroregime.core.io.JsonWriter;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.regime.report.CreditPart;
import io.github.macroregime.regime.report.DaySummary;
import io.github.macroregime.regime.report.EquitiesPart;
import io.github.macroregime.regime.report.MacroChange;
import io.github.macroregime.regime.report.MacroReport;
import io.github.macroregime.regime.report.PolicyPart;
import io.github.macroregime.regime.report.StrengthPart;
import io.github.macroregime.regime.sheet.RecordSheet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Writes the report as JSON: a version first, the unit in the name of every figure. */
final class EditionJson {

    static final int VERSION = 1;
    private static final Doubles POWERS_OF_TEN =
            Doubles.of(1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15);
    private static final double LARGEST_CLEAR = 1L << 48;
    private static final double MIDDLE = 0.125;
    private static final int MOST_PLACES = 15;
    private static final double FEW_DECIMALS = 1e9;
    private static final String SCHEMA = "edition-" + VERSION + ".schema.json";

    private EditionJson() {}

    static String schema() {
        try (InputStream schema = Objects.requireNonNull(EditionJson.class.getResourceAsStream(SCHEMA), SCHEMA)) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(SCHEMA + ": cannot be read", e);
        }
    }

    static String render(Edition edition) {
        return JsonWriter.text(rounded(document(edition)));
    }

    /** Every number to what its unit means, by the end of its name; zero carries no minus, and what is undefined no field. */
    static Map<String, Object> rounded(Map<String, Object> object) {
        object.values().removeIf(value -> value instanceof Double number && !(Math.abs(number) <= Double.MAX_VALUE));
        object.replaceAll(EditionJson::rounded);
        return object;
    }

    @SuppressWarnings("unchecked")
    private static Object rounded(String name, Object value) {
        if (value instanceof String) {
            return value;
        }
        if (value instanceof Double number) {
            return rounded(number, places(name));
        }
        if (value instanceof Map<?, ?> object) {
            return rounded((Map<String, Object>) object);
        }
        return value instanceof List<?> list ? rounded(name, list) : value;
    }

    private static Double rounded(Double number, int places) {
        double rounded = Math.abs(number) <= Double.MAX_VALUE ? rounded(number.doubleValue(), places) + 0.0 : number;
        if (Double.doubleToRawLongBits(rounded) == Double.doubleToRawLongBits(number)) {
            return number;
        }
        return rounded;
    }

    /** The same list where no number in it changes. */
    private static List<?> rounded(String name, List<?> list) {
        int places = places(name);
        List<Object> changed = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Object value = list.get(i);
            Object rounded = value instanceof Double number ? rounded(number, places) : rounded(name, value);
            if (changed.isEmpty() && rounded != value) {
                changed.addAll(list.subList(0, i));
            }
            if (rounded != value || !changed.isEmpty()) {
                changed.add(rounded);
            }
        }
        return changed.isEmpty() ? list : changed;
    }

    /** A quotient of two exact numbers is rounded once; near the middle of two decimals, all digits decide. */
    static double rounded(double number, int places) {
        if (places == MOST_PLACES && isWritten(Math.abs(number))) {
            return number;
        }
        double clear = clear(number, places);
        return Double.isNaN(clear)
                ? BigDecimal.valueOf(number)
                        .setScale(places, RoundingMode.HALF_EVEN)
                        .doubleValue()
                : clear;
    }

    /** A number rounded to decimals, NaN where it is so large or so near to the middle that all its digits decide. */
    static double clear(double number, int places) {
        double power = POWERS_OF_TEN.get(places);
        double scaled = number * power;
        double whole = Math.rint(scaled);
        boolean clear = Math.abs(scaled) < LARGEST_CLEAR && Math.abs(Math.abs(scaled - whole) - 0.5) > MIDDLE;
        return clear ? whole / power : Double.NaN;
    }

    /** From ten on, seventeen digits end before the places do; of few decimals, none is lost. */
    private static boolean isWritten(double size) {
        return size >= 10 || (size < 4 && Math.rint(size * FEW_DECIMALS) / FEW_DECIMALS == size);
    }

    private static int places(String name) {
        if (name.endsWith("_pct") || name.endsWith("_pp") || name.endsWith("_score")) {
            return 6;
        }
        return name.endsWith("_bp") ? 5 : name.equals("deviations") || name.equals("effective_n") ? 3 : MOST_PLACES;
    }

    private static Map<String, Object> document(Edition edition) {
        MacroReport report = edition.report();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", VERSION);
        document.put("date", edition.date().toString());
        document.put("hour_new_york", report.options().hour().toString());
        document.put("title", edition.title());
        document.put(
                "sources",
                report.sources().stream()
                        .map(each -> JsonWriter.object(
                                "name", each.name(),
                                "provenance", each.provenance().name()))
                        .toList());
        DaySummary summary = edition.summary();
        Optional<MacroChange> change = edition.change();
        document.put("day", MacroJson.of(summary));
        report.part(EquitiesPart.class)
                .filter(part -> part.equalWeightMean().isPresent())
                .ifPresent(part -> document.put("equities", EquitiesJson.of(part)));
        document.put(
                "credit",
                report.part(CreditPart.class).stream()
                        .flatMap(part -> part.spreads().stream())
                        .map(CreditJson::of)
                        .toList());
        report.part(PolicyPart.class)
                .flatMap(PolicyPart::path)
                .ifPresent(path -> document.put("policy", PolicyJson.of(path)));
        report.part(StrengthPart.class).ifPresent(part -> document.put("board", BoardJson.of(part)));
        document.put(
                "records",
                report.sheets(RecordSheet.class).stream()
                        .flatMap(sheet -> sheet.records().stream())
                        .map(RecordJson::of)
                        .toList());
        document.put("regime", MacroJson.of(report));
        change.ifPresent(each -> document.put("regime_change", MacroJson.of(each)));
        document.put(
                "print_check",
                edition.checks().stream()
                        .map(each -> JsonWriter.object(
                                "statement", each.statement(),
                                "verdict", each.verdict().name(),
                                "arithmetic", each.arithmetic()))
                        .toList());
        document.put("lacking", MacroJson.lacking(report));
        document.put("figures", FigureJson.of(edition.sections(summary, change)));
        return document;
    }
}
