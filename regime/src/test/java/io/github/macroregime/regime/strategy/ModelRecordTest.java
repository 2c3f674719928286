package io.github.macroregime.regime.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.strategy.ModelRecord.Benchmark;
import io.github.macroregime.regime.strategy.ModelRecord.Calls;
import io.github.macroregime.regime.strategy.ModelRecord.Earned;
import io.github.macroregime.regime.strategy.ModelRecord.Edge;
import io.github.macroregime.regime.strategy.ModelRecord.Estimate;
import io.github.macroregime.regime.strategy.ModelRecord.Part;
import io.github.macroregime.regime.strategy.ModelRecord.Sides;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a record shows an edge, and every line it prints, from numbers chosen by hand. */
class ModelRecordTest {

    private static Earned earned(String name, double sharpe, double low) {
        return new Earned(name, Rate.ofPercent(6.25), new Estimate(sharpe, low, sharpe + 0.5), Rate.ofPercent(-12.5));
    }

    private static Benchmark benchmark(String name, double sharpe, double leadLow) {
        return new Benchmark(earned(name, sharpe, sharpe - 0.5), new Estimate(0.3, leadLow, 0.7));
    }

    private static ModelRecord record(double sharpe, double low, double deflated, Benchmark... benchmarks) {
        return new ModelRecord(
                "trend",
                "index",
                Evaluation.withDefaults(),
                LocalDate.of(2015, 1, 2),
                LocalDate.of(2025, 7, 22),
                2500,
                earned("trend", sharpe, low),
                List.of(benchmarks),
                deflated,
                new Sides(Rate.ofPercent(7), Rate.ofPercent(-0.5), Rate.ofPercent(0.25), 12.34, 0.876),
                new Calls(1200, 57, 0.553, 0.541, new Estimate(0.012, -0.03, 0.054)),
                new Calls(0, 0, Double.NaN, Double.NaN, new Estimate(Double.NaN, Double.NaN, Double.NaN)),
                0.0456,
                List.of(new Part("2015-01-02 to 2020-03-31", 1250, 0.7, 0.25)),
                List.of());
    }

    @Test
    void anEdgeIsShownIfNothingSpeaksForChance() {
        ModelRecord record = record(0.9, 0.2, 0.95, benchmark("hold", 0.4, -1), benchmark("momentum", 0.6, 0.1));
        assertThat(record.best().earned().name()).isEqualTo("momentum");
        assertThat(record.edge()).isEqualTo(Edge.SHOWN);
        assertThat(record.verdict())
                .isEqualTo("Edge: Sharpe ratio 0.90 after costs beats momentum (0.60) by more than chance explains.");
    }

    @Test
    void eachDoubtIsNamed() {
        ModelRecord record = record(0.9, 0, 0.949, benchmark("hold", 0.4, 0));
        assertThat(record.edge()).isEqualTo(Edge.NOT_SHOWN);
        assertThat(record.verdict())
                .isEqualTo("Edge not shown: Sharpe ratio 0.90 after costs beats hold (0.40), but its interval reaches"
                        + " zero; its lead over hold may be chance; the deflated Sharpe ratio of 1 tried is 0.95.");
        assertThat(record(0.9, 0.2, 0.949, benchmark("hold", 0.4, 0.1)).edge()).isEqualTo(Edge.NOT_SHOWN);
        assertThat(record(0.9, 0, 0.95, benchmark("hold", 0.4, 0.1)).edge()).isEqualTo(Edge.NOT_SHOWN);
        assertThat(record(0.9, 0.2, 0.95, benchmark("hold", 0.4, 0)).edge()).isEqualTo(Edge.NOT_SHOWN);
    }

    @Test
    void whatLosesOrIsNoBetterHasNoEdge() {
        assertThat(record(0.4, 0.2, 0.99, benchmark("hold", 0.4, 0.1)).verdict())
                .isEqualTo("No edge: Sharpe ratio 0.40 after costs does not beat hold (0.40).");
        assertThat(record(-0.1, -0.3, 0.99, benchmark("hold", -0.2, 0.1)).verdict())
                .isEqualTo("No edge: Sharpe ratio -0.10 after costs, it lost; best was hold (-0.20).");
        assertThat(record(0, -0.3, 0.99, benchmark("hold", -0.2, 0.1)).edge()).isEqualTo(Edge.NONE);
        assertThat(record(Double.NaN, Double.NaN, 0.99, benchmark("hold", 0.4, 0.1))
                        .verdict())
                .isEqualTo("No edge: it took no position.");
        ModelRecord idle = record(0.9, 0.2, 0.99, benchmark("idle", Double.NaN, 0.1), benchmark("hold", -0.2, 0.1));
        assertThat(idle.best().earned().name())
                .as("one without a ratio is never best")
                .isEqualTo("hold");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(1, 0, 0.99))
                .withMessage("benchmarks must have at least one but had none");
    }

    @Test
    void everyLineIsPrintedInItsUnit() {
        ModelRecord record = record(0.9, 0.2, 0.95, benchmark("hold", 0.4, 0.1));
        assertThat(record).hasToString("""
                trend on index, 2015-01-02 to 2025-07-22, 2500 returns, cost 0.05 %
                Edge: Sharpe ratio 0.90 after costs beats hold (0.40) by more than chance explains.
                                      mean %          Sharpe [90 %]  worst %  model's lead
                trend                   6.25    0.90 [ 0.20,  1.40]    -12.5
                hold                    6.25    0.40 [-0.10,  0.90]    -12.5   0.30 [ 0.10,  0.70]
                a year: long +7.00 %, short -0.50 %, costs 0.25 %, turnover 12.3, in the market 88 %; deflated Sharpe\
                 ratio 0.95 of 1 tried
                calls 21 ahead, rank correlation 0.046
                  bullish right 55.3 % of 1200 (effective 57), all days 54.1 %, lead +1.2 [-3.0, +5.4]
                  bearish none
                eras: 2015-01-02 to 2020-03-31 0.70 (held 0.25, n 1250)""");
        assertThat(ModelRecord.table(List.of(record)).lines().toList().get(1).split(" +"))
                .containsExactly(
                        "index", "trend", "2500", "0.90", "[", "0.20,", "1.40]", "0.95", "55.3", "(54.1)", "NaN", "(",
                        "NaN)", "0.40", "hold", "shown");
    }
}
