package io.github.macroregime.spark;

import static io.github.macroregime.spark.ResultColumns.present;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionPolicy;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Position;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The contributions of one date, from rows of asset, day, weight and return that are sorted by asset. */
record DailyContributions(ContributionPolicy policy) implements Serializable {

    private static final int ASSET_AT = 0;
    private static final int WEIGHT_AT = 2;
    private static final int RETURN_AT = 3;

    static ResultColumns columns(Unit weights, Unit returns) {
        return ResultColumns.none()
                .number("weight", weights)
                .number("period_return", returns)
                .number("contribution", Unit.PERCENTAGE_POINTS)
                .text("standing")
                .number("explained", Unit.PERCENTAGE_POINTS);
    }

    Iterator<Row> of(@Nullable Integer day, Iterator<Row> rows) {
        if (day == null) {
            throw new IllegalArgumentException(
                    "date of the weight of " + rows.next().get(ASSET_AT) + " must not be null");
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        ContributionReport report;
        try {
            report = ContributionReport.of(date, positions(date, rows), policy);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(date + ": " + e.getMessage(), e);
        }
        double explained = report.explained().decimal();
        return report.lines().stream().map(line -> row(day, line, explained)).iterator();
    }

    private static Row row(int day, ContributionLine line, double explained) {
        return ResultColumns.row(
                line.id(),
                day,
                present(line.weight()),
                present(line.returnDecimal()),
                line.contribution().decimal(),
                line.standing().name(),
                explained);
    }

    private static List<Position> positions(LocalDate date, Iterator<Row> rows) {
        List<Position> positions = new ArrayList<>();
        String last = "";
        while (rows.hasNext()) {
            Row row = rows.next();
            if (row.isNullAt(ASSET_AT)) {
                throw new IllegalArgumentException("asset must not be null");
            }
            String asset = row.getString(ASSET_AT);
            if (asset.equals(last) && !positions.isEmpty()) {
                throw DatedValues.repeated(asset, date);
            }
            double weight = number(row, WEIGHT_AT);
            double simpleReturn = number(row, RETURN_AT);
            positions.add(
                    Double.isNaN(simpleReturn)
                            ? Position.unpriced(asset, weight)
                            : Position.held(
                                    asset, weight, Rate.ofDecimal(Require.finite(simpleReturn, "return of " + asset))));
            last = asset;
        }
        return positions;
    }

    private static double number(Row row, int at) {
        return row.isNullAt(at) ? Double.NaN : row.getDouble(at);
    }
}
