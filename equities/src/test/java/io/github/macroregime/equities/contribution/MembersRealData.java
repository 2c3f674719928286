package io.github.macroregime.equities.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.breadth.Breadth;
import io.github.macroregime.equities.breadth.Narrowness;
import io.github.macroregime.equities.breadth.WithoutBasket;
import io.github.macroregime.equities.contribution.ContributionPolicy.WeightSum;
import io.github.macroregime.fixture.RealFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The members of the index from 21 to 23 July 2025, with weights of September taken back by prices.
 *
 * <p>Members make up 99.3 % of the index and prices are adjusted for dividends, so the index return is met within 0.01
 * percentage points and contributions of sectors as worked out elsewhere within their printed decimals.
 */
class MembersRealData {

    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2025, 7, 18), LocalDate.of(2025, 7, 21), LocalDate.of(2025, 7, 22), LocalDate.of(2025, 7, 23));
    private static final double[] OFFICIAL_PERCENT = {0.140, 0.064, 0.781};

    private static List<CsvRow> members = List.of();
    private static List<CsvRow> sectors = List.of();

    @BeforeAll
    static void read() {
        members = CsvTable.read(RealFiles.path("derived/sp500_members_weights_prices_2025-07.csv"))
                .rows();
        sectors = CsvTable.read(RealFiles.path("derived/sector_contributions_2025-07-21_23.csv"))
                .rows();
    }

    private static ContributionReport report(int day) {
        String before = "adjclose_" + DAYS.get(day - 1).toString().replace('-', '_');
        String after = "adjclose_" + DAYS.get(day).toString().replace('-', '_');
        List<Position> positions = new ArrayList<>();
        for (CsvRow row : members) {
            double price = row.number(before, Unit.PRICE);
            double weight = row.number("spy_weight_pct_2025_09_05", Unit.PERCENT)
                    * price
                    / row.number("adjclose_2025_09_05", Unit.PRICE);
            Rate change = Rate.ofDecimal(row.number(after, Unit.PRICE) / price - 1);
            positions.add(Position.held(row.text("ticker"), weight, change));
        }
        ContributionPolicy scaled = ContributionPolicy.withDefaults().withWeightSum(new WeightSum.Normalise());
        return ContributionReport.of(DAYS.get(day), positions, scaled);
    }

    private static Classification gics() {
        Map<String, String> groups = new TreeMap<>();
        members.forEach(row -> groups.put(row.text("ticker"), row.text("gics_sector")));
        return Classification.of("GICS", groups);
    }

    @Test
    void the_index_is_met_within_a_hundredth_of_a_point() {
        for (int day = 1; day < DAYS.size(); day++) {
            ContributionReport report = report(day).against(Rate.ofPercent(OFFICIAL_PERCENT[day - 1]));
            double residual = report.residual().orElseThrow().percent();
            System.out.printf("%s: residual %.4f pp%n", DAYS.get(day), residual);
            assertThat(residual).isCloseTo(0, within(0.01));
        }
    }

    @Test
    void sectors_are_those_worked_out_elsewhere() {
        double largest = 0;
        for (CsvRow row : sectors) {
            int day = DAYS.indexOf(row.date("date"));
            ContributionReport report = report(day).by(gics());
            Rate contribution = row.text("sector").equals("TOTAL")
                    ? report.explained()
                    : report.line(row.text("sector")).orElseThrow().contribution();
            Rate expected = row.rate("contribution_pp", Unit.PERCENTAGE_POINTS);
            largest = Math.max(largest, contribution.minus(expected).abs().percent());
        }
        System.out.printf("sector contributions: largest deviation %.1e pp%n", largest);
        assertThat(largest).isLessThanOrEqualTo(0.0000501);
    }

    @Test
    void all_eleven_signs_of_the_printed_table_are_met() {
        ContributionReport report = report(2).by(gics());
        List<String> losers =
                report.losers().stream().map(ContributionLine::id).sorted().toList();
        assertThat(losers).containsExactly("Communication Services", "Information Technology");
        assertThat(report.gainers()).hasSize(9);
    }

    @Test
    void most_names_rose_while_the_giants_held_the_index_back() {
        ContributionReport report = report(2);
        Breadth breadth = Breadth.of(report, Breadth.Options.withDefaults()).orElseThrow();
        assertThat(breadth.observed()).isEqualTo(members.size());
        assertThat(breadth.advancers()).isGreaterThan(3 * breadth.decliners() / 2);
        Narrowness narrowness = Narrowness.of(report);
        assertThat(narrowness.gap().decimal())
                .isNegative()
                .isCloseTo(narrowness.names() * narrowness.covariance(), within(1e-14));
        Basket giants = Basket.of("Mag7", "AAPL", "MSFT", "GOOGL", "GOOG", "AMZN", "META", "NVDA", "TSLA");
        assertThat(WithoutBasket.of(report, giants).lift().orElseThrow().isNegative())
                .isTrue();
    }

    @Test
    void three_days_add_up_by_points() {
        LinkedContributions linked = LinkedContributions.of(
                List.of(report(1).by(gics()), report(2).by(gics()), report(3).by(gics())));
        double sum = linked.contributions().stream().mapToDouble(Rate::percent).sum();
        assertThat(sum).isCloseTo(linked.cumulativeReturn().percent(), within(1e-12));
        assertThat(linked.ids()).hasSize(11);
    }
}
