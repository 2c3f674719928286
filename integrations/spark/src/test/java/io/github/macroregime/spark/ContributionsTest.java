package io.github.macroregime.spark;

import static io.github.macroregime.spark.Local.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionPolicy;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class ContributionsTest {

    private static final ContributionPolicy POLICY = ContributionPolicy.withDefaults();

    private static Universe fractions(List<Row> rows) {
        return Universe.of(Local.dataset(rows), Unit.FRACTION);
    }

    private static Universe percent(List<Row> rows) {
        return Universe.of(Local.dataset(rows), Unit.PERCENT);
    }

    @Test
    void lines_are_those_of_the_report_of_each_date() {
        Random random = new Random(5);
        List<Row> weights = new ArrayList<>();
        List<Row> returns = new ArrayList<>();
        List<Row> expected = new ArrayList<>();
        for (int day = 0; day < 20; day++) {
            LocalDate date = FIRST.plusDays(day);
            List<Position> positions = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                double simpleReturn = 0.02 * random.nextGaussian();
                weights.add(Local.row("A" + i, date, 0.125));
                returns.add(Local.row("A" + i, date, simpleReturn));
                positions.add(Position.held("A" + i, 0.125, Rate.ofDecimal(simpleReturn)));
            }
            returns.add(Local.row("NOT HELD", date, 0.5));
            ContributionReport report = ContributionReport.of(date, positions, POLICY);
            for (ContributionLine line : report.lines()) {
                expected.add(RowFactory.create(
                        line.id(),
                        date,
                        line.weight(),
                        line.returnDecimal(),
                        line.contribution().decimal(),
                        "OBSERVED",
                        report.explained().decimal()));
            }
        }
        Dataset<Row> result = fractions(weights).contributions(percent(returns), POLICY);
        assertThat(result.collectAsList()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Universe.unitOf(result, "contribution")).contains(Unit.PERCENTAGE_POINTS);
        assertThat(Universe.unitOf(result, "weight")).contains(Unit.FRACTION);
    }

    @Test
    void a_weight_without_a_return_is_treated_by_the_policy() {
        Universe weights = fractions(List.of(Local.row("A", FIRST, 0.5), Local.row("B", FIRST, 0.5)));
        Universe returns = percent(List.of(Local.row("A", FIRST, 0.01), Local.row("B", FIRST, Double.NaN)));
        assertThatThrownBy(() -> weights.contributions(returns, POLICY).collectAsList())
                .hasStackTraceContaining("2020-01-01: ");
        List<Row> filled = weights.contributions(
                        returns, POLICY.withMissingReturn(new ContributionPolicy.MissingReturn.ZeroReturn()))
                .orderBy("asset")
                .collectAsList();
        assertThat(filled.get(1).<Double>getAs("contribution")).isZero();
        assertThat(filled.get(1).<String>getAs("standing")).isEqualTo("ZERO_FILLED");
    }

    @Test
    void two_weights_or_two_returns_of_an_asset_on_a_date_are_refused() {
        List<Row> once = List.of(Local.row("XYZ", FIRST, 1.0));
        List<Row> twice = List.of(Local.row("XYZ", FIRST, 1.0), Local.row("XYZ", FIRST, 1.0));
        for (var pair : List.of(List.of(once, twice), List.of(twice, once))) {
            assertThatThrownBy(() -> fractions(pair.get(0))
                            .contributions(percent(pair.get(1)), POLICY)
                            .collectAsList())
                    .hasStackTraceContaining("XYZ has two values on 2020-01-01");
        }
    }

    @Test
    void what_cannot_be_used_is_told_with_what_is_known_of_it() {
        List<Row> fine = List.of(Local.row("A", FIRST, 1.0));
        Map<String, List<Row>> weights = Map.of(
                "date of the weight of A must not be null", List.of(Local.row("A", null, 1.0)),
                "2020-01-01: asset must not be null", List.of(Local.row(null, FIRST, 1.0)));
        weights.forEach((message, rows) -> assertThatThrownBy(() ->
                        fractions(rows).contributions(percent(fine), POLICY).collectAsList())
                .hasStackTraceContaining("IllegalArgumentException: " + message));
        Universe infinite = percent(List.of(Local.row("A", FIRST, Double.POSITIVE_INFINITY)));
        assertThatThrownBy(() -> fractions(fine).contributions(infinite, POLICY).collectAsList())
                .hasStackTraceContaining("2020-01-01: return of A must be finite or NaN but was Infinity");
    }

    @Test
    void weights_and_returns_are_fractions() {
        Universe prices = Universe.of(Local.dataset(List.of(Local.row("A", FIRST, 1.0))), Unit.PRICE);
        Universe fine = percent(List.of(Local.row("A", FIRST, 1.0)));
        assertThatThrownBy(() -> prices.contributions(fine, POLICY)).hasMessageContaining("weights must be quoted");
        assertThatThrownBy(() -> fine.contributions(prices, POLICY)).hasMessageContaining("returns must be quoted");
    }
}
