package io.github.macroregime.rates.instrument;

import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/**
 * The {@index "contract month"} of a future from its symbol: the letter of the month and two digits of the year behind
 * the product, {@code ZQU25} for September 2025.
 *
 * <p><b>Source</b>: the month codes that all futures exchanges share.
 */
public final class ContractMonths {

    private static final String CODES = "FGHJKMNQUVXZ";
    private static final int TAIL = 3;
    private static final int FIRST_OF_LAST_CENTURY = 70;

    private ContractMonths() {}

    /**
     * The contract month of a symbol.
     *
     * @param symbol for example {@code ZQU25}; years from 70 on are those of the last century
     * @return September 2025 for it
     * @throws IllegalArgumentException if the symbol does not end with a month code and two digits
     */
    public static YearMonth parse(String symbol) {
        if (!symbol.matches("[A-Z0-9]+[" + CODES + "][0-9]{2}")) {
            throw new IllegalArgumentException(
                    "symbol must end with one of " + CODES + " and two digits, as ZQU25, but was \"" + symbol + "\"");
        }
        String tail = symbol.substring(symbol.length() - TAIL);
        int year = Integer.parseInt(tail.substring(1));
        return YearMonth.of(
                year < FIRST_OF_LAST_CENTURY ? 2000 + year : 1900 + year, CODES.indexOf(tail.charAt(0)) + 1);
    }

    /**
     * Prices by contract month from prices by symbol.
     *
     * @param prices one product's prices, by symbols as {@code ZQU25}
     * @return the same prices, by month in order
     * @throws IllegalArgumentException if a symbol cannot be read or two are of one month
     */
    public static Map<YearMonth, Double> bySymbol(Map<String, Double> prices) {
        Map<YearMonth, Double> byMonth = new TreeMap<>();
        prices.forEach((symbol, price) -> {
            if (byMonth.put(parse(symbol), price) != null) {
                throw new IllegalArgumentException("prices must name " + parse(symbol) + " once but name it twice");
            }
        });
        return byMonth;
    }
}
