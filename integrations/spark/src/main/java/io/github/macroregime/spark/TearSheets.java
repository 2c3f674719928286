package io.github.macroregime.spark;

import static io.github.macroregime.spark.ResultColumns.present;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.strategy.TearSheet;
import io.github.macroregime.regime.strategy.TearSheetLine;
import io.github.macroregime.regime.strategy.TearSheetOptions;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The tear sheet of an asset as one row, from the numbers of its returns: two arrays, and no rows. */
record TearSheets(Unit unit, @Nullable TimeSeries benchmark, TearSheetOptions options) implements Serializable {

    private static final Set<TearSheetLine> ALONE = EnumSet.range(TearSheetLine.TOTAL_RETURN, TearSheetLine.STABILITY);
    private static final Set<TearSheetLine> COMPARED =
            EnumSet.range(TearSheetLine.TOTAL_RETURN, TearSheetLine.DOWN_CAPTURE);
    private static final int LEAST = 4;

    private Set<TearSheetLine> lines() {
        return benchmark == null ? ALONE : COMPARED;
    }

    ResultColumns columns() {
        ResultColumns columns = ResultColumns.none()
                .count("observations")
                .count("missing")
                .count("compared")
                .number("effective_observations", Unit.COUNT);
        for (TearSheetLine line : lines()) {
            columns = columns.number(
                    line.name().toLowerCase(Locale.ROOT),
                    switch (line.kind()) {
                        case RATE -> Unit.PERCENT;
                        case RATIO -> Unit.SCORE;
                        case COUNT -> Unit.COUNT;
                    });
        }
        return columns;
    }

    Row of(DatedValues values) {
        TimeSeries returns = returns(values);
        int observed = returns.dropMissing().size();
        List<@Nullable Object> row = new ArrayList<>();
        row.add(observed);
        row.add(returns.size() - observed);
        if (observed < LEAST) {
            row.addAll(Arrays.asList(new @Nullable Object[2 + lines().size()]));
        } else {
            TearSheet sheet = sheet(values.asset(), returns);
            row.add(sheet.compared());
            row.add(present(sheet.effectiveObservations()));
            lines().forEach(line -> row.add(sheet.values().get(line)));
        }
        return ResultColumns.row(values.asset(), values.day(), row.toArray());
    }

    /** Refuses a benchmark that loses more than all, which no asset is to be blamed for. */
    static void check(TimeSeries benchmark) {
        for (int i = 0; i < benchmark.size(); i++) {
            if (benchmark.value(i) < -1) {
                throw new IllegalArgumentException(
                        "benchmark must be at least -1 but was " + benchmark.value(i) + " on " + benchmark.date(i));
            }
        }
    }

    private static void requireReturn(double value) {
        if (value < -1) {
            throw new IllegalArgumentException("return must be at least -1 but was " + value);
        }
        Require.finite(value, "return");
    }

    private TearSheet sheet(String asset, TimeSeries returns) {
        try {
            return benchmark == null ? TearSheet.of(returns, options) : TearSheet.of(returns, benchmark, options);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(asset + ": " + e.getMessage(), e);
        }
    }

    private TimeSeries returns(DatedValues values) {
        int[] days = new int[256];
        double[] numbers = new double[256];
        int n = 0;
        while (values.hasNext()) {
            values.next();
            if (n == days.length) {
                days = Arrays.copyOf(days, 2 * n);
                numbers = Arrays.copyOf(numbers, 2 * n);
            }
            days[n] = values.day();
            values.to(TearSheets::requireReturn);
            numbers[n++] = values.value();
        }
        return TimeSeries.of(DateIndex.ofEpochDays(Arrays.copyOf(days, n)), Arrays.copyOf(numbers, n), unit);
    }
}
