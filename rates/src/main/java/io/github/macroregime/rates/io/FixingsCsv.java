package io.github.macroregime.rates.io;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads published fixings of any overnight rates from one table.
 *
 * <p>Columns: {@code date}, {@code index} (one of those that the library ships), {@code rate}, {@code unit} ({@code %}
 * or {@code bp}). Rows may stand in any order. A fixing on a day on which its index is not fixed, or a second one for a
 * day, is refused. A fixing counts from the next business day of its index; what was not out on the as-of date is read
 * and left out.
 */
public final class FixingsCsv {

    private FixingsCsv() {}

    /**
     * The fixings of a table that were out on a day.
     *
     * @param table the rows
     * @param asOf the date of the quotes
     * @return one set for each index of which a fixing was out, in the order of their first rows
     * @throws io.github.macroregime.core.io.FileFormatException if a column is absent or a row cannot be read; the
     *     message names the line
     */
    public static List<PublishedFixings> from(CsvTable table, LocalDate asOf) {
        Map<OvernightIndex, SortedMap<LocalDate, Double>> byIndex = new LinkedHashMap<>();
        for (CsvRow row : table.requiring("date", "index", "rate", "unit").rows()) {
            OvernightIndex index = row.parsed("index", OvernightIndex::parse);
            LocalDate date = row.date("date");
            if (!isFixed(index, date, row)) {
                throw row.problem(index + " is not fixed on " + date);
            }
            double rate = row.number("rate", unit(row));
            if (byIndex.computeIfAbsent(index, absent -> new TreeMap<>()).put(date, rate) != null) {
                throw row.problem("the fixing of " + index + " on " + date + " stands in the file twice");
            }
        }
        List<PublishedFixings> published = new ArrayList<>();
        byIndex.forEach((index, rates) -> {
            PublishedFixings all = new PublishedFixings(index, series(rates));
            TimeSeries out = all.publishedBy(asOf);
            if (!out.isEmpty()) {
                published.add(new PublishedFixings(index, out));
            }
        });
        return List.copyOf(published);
    }

    private static boolean isFixed(OvernightIndex index, LocalDate date, CsvRow row) {
        try {
            return index.fixingDays().isOpen(date);
        } catch (IllegalArgumentException e) {
            throw row.problem("the " + e.getMessage());
        }
    }

    private static Unit unit(CsvRow row) {
        return switch (row.text("unit")) {
            case "%" -> Unit.PERCENT;
            case "bp" -> Unit.BASIS_POINTS;
            default -> throw row.problem("\"" + row.text("unit") + "\" in column \"unit\" must be one of %, bp");
        };
    }

    private static TimeSeries series(SortedMap<LocalDate, Double> inside) {
        double[] values =
                inside.values().stream().mapToDouble(Double::doubleValue).toArray();
        return TimeSeries.of(DateIndex.copyOf(inside.keySet()), values, Unit.PERCENT);
    }
}
