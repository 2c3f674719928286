package io.github.macroregime.core.io;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Month;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settlement prices of one trading day as CME's site answers in JSON: one row for each contract month.
 *
 * <p>Numbers are strings with thousands commas, {@code -} is missing, and {@code A} or {@code B} behind a price says
 * that it was only asked or bid. The row {@code Total} is left out. The trading day is not in the answer; the caller
 * knows it from the request.
 *
 * @param settlements in the order of the contract months
 */
public record CmeSettlements(List<Settlement> settlements) implements Serializable {

    private static final String TOTAL = "TOTAL";
    private static final String UNCHANGED = "UNCH";
    private static final int CENTURY = 2000;
    private static final Pattern MONTH = Pattern.compile("([A-Z]{3}) (\\d{2})");
    private static final Map<String, Month> MONTHS = Stream.of(Month.values())
            .collect(Collectors.toUnmodifiableMap(month -> month.name().substring(0, 3), month -> month));

    public CmeSettlements {
        Require.components(CmeSettlements.class, settlements);
        settlements = List.copyOf(settlements);
    }

    /**
     * One contract month.
     *
     * @param month the month the contract settles on
     * @param settle the settlement price, NaN if there is none
     * @param change the change against the day before, NaN if there is none
     * @param volume the contracts traded, NaN if not given
     * @param openInterest the contracts open on the day before, NaN if not given
     */
    public record Settlement(YearMonth month, double settle, double change, double volume, double openInterest)
            implements Serializable {
        public Settlement {
            Require.components(Settlement.class, month);
        }
    }

    /**
     * Reads an answer.
     *
     * @param file an object with the array {@code settlements}
     * @return its contract months
     * @throws FileFormatException if a field cannot be read or a month is repeated
     * @throws UncheckedIOException if the file cannot be read
     */
    public static CmeSettlements read(Path file) {
        Map<YearMonth, Settlement> settlements = new LinkedHashMap<>();
        for (JsonObject row : JsonObject.read(file).records("settlements")) {
            String month = row.text("month").toUpperCase(Locale.ROOT);
            if (!month.equals(TOTAL)) {
                Settlement settlement = new Settlement(
                        month(row, month),
                        number(row, "settle"),
                        number(row, "change"),
                        number(row, "volume"),
                        number(row, "openInterest"));
                if (settlements.put(settlement.month(), settlement) != null) {
                    throw row.problem("the month " + settlement.month() + " stands in the answer twice");
                }
            }
        }
        return new CmeSettlements(List.copyOf(settlements.values()));
    }

    private static YearMonth month(JsonObject row, String text) {
        Matcher parts = MONTH.matcher(text);
        if (!parts.matches() || !MONTHS.containsKey(parts.group(1))) {
            throw row.problem(FileFormatException.shown(text) + " is not a month like JUL 25");
        }
        return YearMonth.of(CENTURY + Integer.parseInt(parts.group(2)), MONTHS.get(parts.group(1)));
    }

    private static double number(JsonObject row, String name) {
        String text = row.optionalText(name).orElse("-");
        if (text.equals("-")) {
            return Double.NaN;
        }
        if (text.equalsIgnoreCase(UNCHANGED)) {
            return 0;
        }
        boolean indicative = "ABab".indexOf(text.charAt(text.length() - 1)) >= 0;
        try {
            return NumberStyle.THOUSANDS_COMMAS.parse(
                    indicative ? text.substring(0, text.length() - 1) : text, Unit.PRICE);
        } catch (NumberFormatException e) {
            throw row.problem(FileFormatException.shown(text) + " in field \"" + name + "\" is not a decimal number");
        }
    }

    /**
     * The row of a month.
     *
     * @param month a contract month
     * @return the row, empty if the month is absent
     */
    public Optional<Settlement> of(YearMonth month) {
        return settlements.stream()
                .filter(settlement -> settlement.month().equals(month))
                .findFirst();
    }

    /** A table of months, prices, volumes and open interest. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("CmeSettlements of " + settlements.size() + " months");
        for (Settlement each : settlements) {
            text.append(String.format(
                    Locale.ROOT,
                    "\n%s %12s %10s %10s",
                    each.month(),
                    Unit.PRICE.significant(each.settle(), 10),
                    Unit.COUNT.significant(each.volume(), 10),
                    Unit.COUNT.significant(each.openInterest(), 10)));
        }
        return text.toString();
    }
}
