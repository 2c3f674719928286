package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The compounded return of the periods that end in one month.
 *
 * @param month the calendar month
 * @param observations from how many returns
 * @param value the compounded return
 */
public record MonthlyReturn(YearMonth month, int observations, Rate value) implements Serializable {

    public MonthlyReturn {
        Require.components(MonthlyReturn.class, month, value);
        Require.atLeast(observations, 0, "observations");
    }

    /**
     * The months of a series, in order.
     *
     * @param returns simple returns by date, none missing
     * @return one entry for each month that has a return
     */
    public static List<MonthlyReturn> of(TimeSeries returns) {
        Returns.check(Require.returns(returns, "returns").values().toArray(), 0);
        List<MonthlyReturn> result = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= returns.size(); i++) {
            if (i == returns.size() || !YearMonth.from(returns.date(i)).equals(YearMonth.from(returns.date(from)))) {
                double[] part = returns.values().slice(from, i).toArray();
                result.add(new MonthlyReturn(
                        YearMonth.from(returns.date(from)),
                        part.length,
                        Rate.ofDecimal(Performance.totalReturn(part))));
                from = i;
            }
        }
        return List.copyOf(result);
    }

    /** Years in rows, months in columns, the year's compounded return behind them, all in percent. */
    static String table(List<MonthlyReturn> months) {
        StringBuilder text = new StringBuilder(
                "year    Jan    Feb    Mar    Apr    May    Jun    Jul    Aug    Sep    Oct    Nov    Dec   year %");
        int at = 0;
        while (at < months.size()) {
            int year = months.get(at).month().getYear();
            double[] cells = new double[12];
            Arrays.fill(cells, Double.NaN);
            double wealth = 1;
            for (; at < months.size() && months.get(at).month().getYear() == year; at++) {
                MonthlyReturn month = months.get(at);
                cells[month.month().getMonthValue() - 1] = month.value().decimal();
                wealth *= 1 + month.value().decimal();
            }
            text.append(String.format(Locale.ROOT, "\n%d", year));
            for (double cell : cells) {
                text.append(Double.isNaN(cell) ? "       " : NumberText.of("%7.2f", 100 * cell));
            }
            text.append(NumberText.of("%9.2f", 100 * (wealth - 1)));
        }
        return text.toString();
    }
}
