package io.github.macroregime.equities.breadth;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.Require;
import java.time.LocalDate;

/** Checks of price panels, and the returns in them. */
final class Prices {

    private Prices() {}

    /** Prices by name and date, each of them positive or missing. */
    static double[][] checked(Panel prices) {
        double[][] columns = new double[prices.columns().size()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = checked(prices, prices.columns().get(i));
        }
        return columns;
    }

    static double[] checked(Panel prices, String name) {
        double[] column = Require.prices(prices.series(name), "prices of " + name)
                .values()
                .toArray();
        for (int t = 0; t < column.length; t++) {
            if (column[t] <= 0) {
                throw new IllegalArgumentException(
                        "price of " + name + " on " + prices.dates().get(t) + " must be positive but was " + column[t]);
            }
        }
        return column;
    }

    static int position(DateIndex dates, LocalDate date) {
        return dates.indexOf(date)
                .orElseThrow(() -> new IllegalArgumentException("date must be among the dates but was " + date));
    }

    /** The return between two positions, NaN where a price is missing or the first lies before the start. */
    static double periodReturn(double[] column, int from, int to) {
        return from < 0 ? Double.NaN : (column[to] - column[from]) / column[from];
    }
}
