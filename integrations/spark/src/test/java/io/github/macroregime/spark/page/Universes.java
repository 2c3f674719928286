package io.github.macroregime.spark.page;

import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.credit.band.PercentileBands;
import io.github.macroregime.credit.band.Severity;
import io.github.macroregime.equities.contribution.ContributionPolicy;
import io.github.macroregime.regime.cycle.MomentumCycle;
import io.github.macroregime.regime.strategy.TearSheetOptions;
import io.github.macroregime.regime.strength.StrengthModel;
import io.github.macroregime.spark.Universe;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

public final class Universes {

    private Universes() {}

    public static void main(String[] args) {
        SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.sql.shuffle.partitions", 3)
                .getOrCreate();

        // Synthetic closes of three assets on weekdays; yours come from spark.read().parquet("closes").
        Dataset<Row> closes = spark.sql(
                "select concat('A', a.id) as asset, date_add(date'2024-01-01', int(t.id)) as date, 100 * exp(0.0004 *"
                        + " t.id + 0.05 * sin(t.id * (a.id + 1) / 9)) as value from range(3) a cross join range(500) t"
                        + " where weekday(date_add(date'2024-01-01', int(t.id))) < 5");
        Universe universe = Universe.of(closes, Unit.PRICE);
        universe.latestStrengths(StrengthModel.withDefaults()).show();
        universe.momentumCycles(MomentumCycle.DAILY).where("phase = 'rebound'").show();
        universe.statistics(Map.of("score", Window.of(252).zScore())).show();

        PercentileBands bands = PercentileBands.between(
                List.of("low", "middle", "high"),
                List.of(Severity.BENIGN, Severity.NEUTRAL, Severity.ALARM),
                List.of(Probability.percent(25), Probability.percent(75)));
        universe.percentileBands(Window.of(252).percentileRank(), bands)
                .where("rank is not null")
                .show();

        closes.createOrReplaceTempView("closes");
        Dataset<Row> simple = spark.sql("select asset, date,"
                + " value / lag(value) over (partition by asset order by date) - 1 as value from closes");
        Universe returns = Universe.of(simple, Unit.PERCENT);
        returns.tearSheets(TearSheetOptions.tradingDays())
                .orderBy(functions.col("sharpe").desc())
                .select("asset", "observations", "cagr", "sharpe", "maximum_drawdown")
                .show();

        // A third of each at the beginning of every day, so dated like the return that it earns.
        Dataset<Row> thirds = simple.where("value is not null").withColumn("value", functions.lit(1.0 / 3));
        Universe weights = Universe.of(thirds, Unit.FRACTION);
        weights.contributions(returns, ContributionPolicy.withDefaults()).show();
    }
}
