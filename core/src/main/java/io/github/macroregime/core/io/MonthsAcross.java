package io.github.macroregime.core.io;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A table with one line for each year and one column for each month. */
final class MonthsAcross {

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private MonthsAcross() {}

    static TimeSeries read(Lines lines, TableLayout layout, Problems problems) {
        Unit unit = DatedColumns.unit(layout, "value");
        DatedRows rows = new DatedRows(lines.source(), List.of("value"), List.of(unit), problems);
        TableReader.read(lines, layout, comment -> {}, header -> body(header, layout, unit, rows, problems));
        TimeSeries whole = rows.inOrder(layout.order()).toSeries();
        TimeSeries observed = whole.dropMissing();
        return observed.isEmpty()
                ? observed
                : whole.between(
                        observed.dates().first(), observed.dates().last().plusDays(1));
    }

    private static Consumer<CsvRow> body(
            Header header, TableLayout layout, Unit unit, DatedRows rows, Problems problems) {
        int yearAt = DatedColumns.dateAt(header, layout);
        List<Integer> monthsAt = new ArrayList<>();
        MONTHS.forEach(month -> monthsAt.add(header.at(month)));
        MissingTexts missing = new MissingTexts(layout.missing());
        NumberStyle numbers = layout.numbers();
        return row -> problems.over(row, line -> {
            line.requireSize(header.names().size());
            LocalDate january = january(line, yearAt);
            double[] values = new double[MONTHS.size()];
            for (int month = 0; month < values.length; month++) {
                values[month] = line.number(monthsAt.get(month), MONTHS.get(month), unit, missing, numbers);
            }
            for (int month = 0; month < values.length; month++) {
                rows.add(line.line(), january.plusMonths(month), values[month]);
            }
        });
    }

    private static LocalDate january(CsvRow line, int at) {
        try {
            LocalDate january = LocalDate.of(DateStyle.lastDigits(line.text(at), 0, 4), 1, 1);
            if (DateStyle.isPlausible(january)) {
                return january;
            }
        } catch (DateTimeException e) {
            throw line.problem(FileFormatException.shown(line.text(at)) + " is not a year");
        }
        throw line.problem(FileFormatException.shown(line.text(at)) + " is not one of the years " + DateStyle.YEARS);
    }
}
