package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.contribution.Classification;
import io.github.macroregime.equities.contribution.ContributionPolicy;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Position;
import io.github.macroregime.regime.input.MarketInput.Contributions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code weights.csv}: the members of an index with their sectors, their weights at the previous close, that close
 * and the present one. The contribution of a member is its weight times its price return.
 */
final class WeightsFile {

    private static final Columns COLUMNS = Columns.required("symbol", "sector", "weight_pct", "previous_close", "close")
            .optional("date", "name");
    private static final double MOST = 1.005;

    private WeightsFile() {}

    static Optional<Contributions.OfMembers> read(FolderDay folder, String index, Optional<Rate> indexReturn) {
        return folder.files()
                .table("weights.csv", COLUMNS)
                .flatMap(table -> DayRows.of(table, folder, folder.limits().age("sectors_age")))
                .map(day -> members(folder, day, index, indexReturn));
    }

    private static Contributions.OfMembers members(
            FolderDay folder, DayRows day, String index, Optional<Rate> indexReturn) {
        List<Position> positions = new ArrayList<>();
        Map<String, String> sectors = new LinkedHashMap<>();
        double sum = 0;
        for (CsvRow row : Columns.distinct(day.rows(), "symbol")) {
            Position position = position(row, folder.limits());
            positions.add(position);
            sectors.put(position.id(), row.text("sector"));
            sum += position.beginWeight();
        }
        if (sum > MOST) {
            throw new FileFormatException(
                    "weights.csv",
                    day.rows().get(0).line(),
                    "the weights must not sum to more than 100 % but sum to " + NumberText.of("%.2f %%", 100 * sum));
        }
        ContributionReport own = ContributionReport.of(
                day.day(),
                positions,
                ContributionPolicy.withDefaults()
                        .withMissingReturn(new ContributionPolicy.MissingReturn.Exclude(1))
                        .withWeightSum(new ContributionPolicy.WeightSum.Keep(Double.POSITIVE_INFINITY)));
        ContributionReport report = indexReturn.map(own::against).orElse(own);
        return new Contributions.OfMembers(
                index,
                report.by(Classification.of("sectors", sectors)),
                report,
                NumberText.of(
                        "price returns of %d members that weigh %.2f %% at the previous close",
                        positions.size(), 100 * sum),
                Source.observed("weights.csv"));
    }

    private static Position position(CsvRow row, Limits limits) {
        double weight = limits.number(row, "weight_pct", Unit.PERCENT, "member_weight");
        String symbol = row.text("symbol");
        if (row.optionalText("close").isEmpty()
                || row.optionalText("previous_close").isEmpty()) {
            return Position.unpriced(symbol, weight);
        }
        double previous = row.number("previous_close", Unit.PRICE);
        double close = row.number("close", Unit.PRICE);
        if (previous <= 0 || close <= 0) {
            throw row.problem("the closes of " + Words.quoted(symbol) + " must be positive");
        }
        double change = close / previous - 1;
        if (!limits.allow("member_return", change)) {
            throw row.problem("the return of " + symbol + " "
                    + limits.refusal("member_return", NumberText.of("%.1f %%", 100 * change)));
        }
        return Position.held(symbol, weight, Rate.ofDecimal(change));
    }
}
