package io.github.macroregime.spark;

import static io.github.macroregime.spark.Local.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Missing;
import io.github.macroregime.core.window.Statistic;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.credit.band.PercentileBands;
import io.github.macroregime.credit.band.Severity;
import io.github.macroregime.equities.contribution.ContributionPolicy;
import io.github.macroregime.regime.cycle.MomentumCycle;
import io.github.macroregime.regime.strategy.TearSheet;
import io.github.macroregime.regime.strategy.TearSheetOptions;
import io.github.macroregime.regime.strength.Strength;
import io.github.macroregime.regime.strength.StrengthModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

class UniverseTest {

    private static final Map<String, double[]> CLOSES = Local.closes(5, 420);
    private static final Universe UNIVERSE = Universe.of(Local.dataset(CLOSES), Unit.PRICE);
    private static final PercentileBands BANDS = PercentileBands.between(
            List.of("low", "middle", "high"),
            List.of(Severity.UNNAMED, Severity.UNNAMED, Severity.UNNAMED),
            List.of(Probability.percent(25), Probability.percent(75)));

    private static void assertSame(Map<String, double[]> result, UnaryOperator<double[]> alone) {
        Map<String, double[]> expected = new TreeMap<>();
        CLOSES.forEach((asset, closes) -> expected.put(asset, alone.apply(closes)));
        assertThat(result.keySet()).isEqualTo(expected.keySet());
        expected.forEach((asset, numbers) -> {
            assertThat(Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).count())
                    .as(asset)
                    .isPositive();
            assertThat(bits(result.get(asset))).as(asset).isEqualTo(bits(numbers));
        });
    }

    private static long[] bits(double[] numbers) {
        return Arrays.stream(numbers).mapToLong(Double::doubleToLongBits).toArray();
    }

    @Test
    void statistics_are_those_of_one_machine_to_the_last_bit() {
        Map<String, Statistic> statistics = new LinkedHashMap<>();
        Window window = new Window(30, 10, Missing.SKIP);
        statistics.put("deviation", window.sampleDeviation());
        statistics.put("z.score", window.zScore());
        statistics.put("median", window.median());
        Dataset<Row> result = UNIVERSE.statistics(statistics).cache();

        assertThat(result.columns()).containsExactly("asset", "date", "deviation", "median", "z.score");
        statistics.forEach((name, statistic) -> assertSame(Local.numbers(result, "`" + name + "`"), statistic::over));
        assertThat(Universe.unitOf(result, "deviation")).contains(Unit.PRICE);
        assertThat(Universe.unitOf(result, "z.score")).contains(Unit.SCORE);
        assertThat(Universe.unitOf(result, "asset")).isEmpty();
    }

    @Test
    void strengths_are_those_of_one_machine_however_many_partitions_there_are() {
        StrengthModel model = StrengthModel.withDefaults();
        assertSame(Local.numbers(UNIVERSE.strengths(model), "strength"), model::over);
        Local.spark().conf().set("spark.sql.shuffle.partitions", "1");
        try {
            assertSame(Local.numbers(UNIVERSE.strengths(model), "strength"), model::over);
        } finally {
            Local.spark().conf().set("spark.sql.shuffle.partitions", "3");
        }
    }

    @Test
    void latest_strengths_are_those_of_the_last_close() {
        List<Row> rows = UNIVERSE.latestStrengths(StrengthModel.withDefaults())
                .orderBy("asset")
                .collectAsList();
        assertThat(rows).hasSize(CLOSES.size());
        for (Row row : rows) {
            double[] closes = CLOSES.get(row.<String>getAs("asset"));
            Strength alone = StrengthModel.withDefaults().last(closes).orElseThrow();
            int last = closes.length - 1;
            while (Double.isNaN(closes[last])) {
                last--;
            }
            assertThat(row.<Object>getAs("date")).isEqualTo(FIRST.plusDays(last));
            assertThat(row.<Integer>getAs("observations")).isEqualTo(alone.observations());
            assertThat(row.<Double>getAs("strength")).isEqualTo(alone.value());
            assertThat(row.<Double>getAs("momentum_weight")).isEqualTo(alone.momentumWeight());
            assertThat(row.<Double>getAs("extension")).isEqualTo(alone.extension());
            assertThat(row.<String>getAs("tail")).isEqualTo(alone.tail().toString());
        }
    }

    @Test
    void too_little_history_gives_its_count_and_no_strength() {
        List<Row> few = List.of(
                Local.row("A", FIRST, 100.0), Local.row("A", FIRST.plusDays(1), null), Local.row("B", FIRST, null));
        List<Row> rows = Universe.of(Local.dataset(few), Unit.PRICE)
                .latestStrengths(StrengthModel.withDefaults())
                .orderBy("asset")
                .collectAsList();
        assertThat(rows.get(0).<Object>getAs("date")).isEqualTo(FIRST);
        assertThat(rows.get(0).<Integer>getAs("observations")).isEqualTo(1);
        assertThat(rows.get(0).<Object>getAs("strength")).isNull();
        assertThat(rows.get(1).<Integer>getAs("observations")).isZero();
    }

    @Test
    void momentum_cycles_are_those_of_one_machine() {
        Dataset<Row> result = UNIVERSE.momentumCycles(MomentumCycle.DAILY).cache();
        assertSame(Local.numbers(result, "score"), MomentumCycle.DAILY::scores);
        List<String> phases =
                result.where("asset = 'A0' and phase is not null").orderBy("date").collectAsList().stream()
                        .map(row -> row.<String>getAs("phase") + row.getAs("run_length"))
                        .toList();
        var history = MomentumCycle.DAILY.over(series(CLOSES.get("A0"), Unit.PRICE));
        List<String> alone = new ArrayList<>();
        int run = 0;
        for (int t = 0; t < history.phases().size(); t++) {
            run = t > 0 && history.phases().get(t) == history.phases().get(t - 1) ? run + 1 : 1;
            alone.add(history.phases().get(t).toString() + run);
        }
        assertThat(phases).isEqualTo(alone);
        assertThat(Universe.unitOf(result, "run_length")).contains(Unit.COUNT);
    }

    @Test
    void percentile_bands_name_the_band_of_the_rank() {
        Statistic rank = new Window(100, 20, Missing.SKIP).percentileRank();
        Dataset<Row> result = UNIVERSE.percentileBands(rank, BANDS).cache();
        assertSame(Local.numbers(result, "rank"), rank::over);
        assertThat(result.where("rank is not null").collectAsList())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.<String>getAs("percentile_band"))
                        .isEqualTo(BANDS.at(row.<Double>getAs("rank")).name()));
        assertThat(result.where("rank is null and (percentile_band is not null or severity is not null)")
                        .count())
                .isZero();
    }

    private static TimeSeries series(double[] numbers, Unit unit) {
        int first = Math.toIntExact(FIRST.toEpochDay());
        return TimeSeries.of(
                DateIndex.ofEpochDays(
                        IntStream.range(first, first + numbers.length).toArray()),
                numbers,
                unit);
    }

    @Test
    void tear_sheets_are_those_of_one_machine_with_and_without_a_benchmark() {
        Map<String, double[]> returns = Local.returns(3, 200);
        returns.put("SHORT", new double[] {0.01, Double.NaN, 0.02, -0.01});
        TimeSeries market = series(returns.get("A0"), Unit.PERCENT);
        TearSheetOptions options = TearSheetOptions.of(365);
        Universe universe = Universe.of(Local.dataset(returns), Unit.PERCENT);

        Dataset<Row> alone = universe.tearSheets(options);
        assertSheets(alone, returns, each -> TearSheet.of(each, options));
        assertThat(alone.columns()).contains("total_return", "stability").doesNotContain("beta", "turnover");
        assertThat(Universe.unitOf(alone, "cagr")).contains(Unit.PERCENT);
        assertThat(Universe.unitOf(alone, "sharpe")).contains(Unit.SCORE);
        Row few = alone.where("asset = 'SHORT'").first();
        assertThat(few.<Integer>getAs("observations")).isEqualTo(3);
        assertThat(few.<Integer>getAs("missing")).isEqualTo(1);
        assertThat(few.<Object>getAs("total_return")).isNull();

        assertSheets(
                universe.tearSheets(market, options).where("asset <> 'SHORT'"),
                returns,
                each -> TearSheet.of(each, market, options));
    }

    private static void assertSheets(
            Dataset<Row> result, Map<String, double[]> returns, Function<TimeSeries, TearSheet> alone) {
        for (Row row : result.where("asset <> 'SHORT'").collectAsList()) {
            TearSheet sheet = alone.apply(series(returns.get(row.<String>getAs("asset")), Unit.PERCENT));
            assertThat(row.<Integer>getAs("observations")).isEqualTo(sheet.observations());
            assertThat(row.<Integer>getAs("compared")).isEqualTo(sheet.compared());
            assertThat(row.<Double>getAs("effective_observations")).isEqualTo(sheet.effectiveObservations());
            Map<String, Double> shown = new TreeMap<>();
            for (int i = 6; i < row.size(); i++) {
                if (!row.isNullAt(i)) {
                    shown.put(row.schema().fieldNames()[i], row.getDouble(i));
                }
            }
            Map<String, Double> expected = new TreeMap<>();
            sheet.values().forEach((line, value) -> expected.put(line.name().toLowerCase(Locale.ROOT), value));
            assertThat(shown).isEqualTo(expected);
        }
    }

    @Test
    @DisabledForJreRange(min = JRE.JAVA_24, disabledReason = Local.NO_FILES)
    void parquet_keeps_bits_and_units(@TempDir Path folder) {
        String closes = folder.resolve("closes").toString();
        String strengths = folder.resolve("strengths").toString();
        UNIVERSE.values().write().parquet(closes);
        Universe read = Universe.of(Local.spark().read().parquet(closes));
        assertThat(read.unit()).isEqualTo(Unit.PRICE);
        read.strengths(StrengthModel.withDefaults()).write().parquet(strengths);
        Dataset<Row> back = Local.spark().read().parquet(strengths);
        assertThat(Universe.unitOf(back, "strength")).contains(Unit.SCORE);
        assertSame(Local.numbers(back, "strength"), StrengthModel.withDefaults()::over);
    }

    @Test
    void two_values_of_an_asset_on_a_date_are_refused_with_both_named() {
        List<Row> twice =
                List.of(Local.row("XYZ", FIRST, 1.0), Local.row("B", FIRST, 1.0), Local.row("XYZ", FIRST, 1.0));
        Universe universe = Universe.of(Local.dataset(twice), Unit.PRICE);
        assertRefused(universe, "dates of an asset must be distinct but XYZ has two values on 2020-01-01");
    }

    @Test
    void what_has_no_name_or_no_date_is_refused() {
        assertRefused(
                Universe.of(Local.dataset(List.of(Local.row(null, FIRST, 1.0))), Unit.PRICE),
                "asset on 2020-01-01 must not be null");
        assertRefused(
                Universe.of(Local.dataset(List.of(Local.row(null, null, 1.0))), Unit.PRICE), "asset must not be null");
        assertRefused(
                Universe.of(Local.dataset(List.of(Local.row("XYZ", null, 1.0))), Unit.PRICE),
                "date of XYZ must not be null");
    }

    @Test
    void what_the_library_refuses_is_told_with_asset_and_date() {
        Universe universe = Universe.of(
                Local.dataset(List.of(Local.row("XYZ", FIRST, 1.0), Local.row("XYZ", FIRST.plusDays(1), -3.0))),
                Unit.PRICE);
        assertRefused(universe, "XYZ on 2020-01-02: close must be above zero");
    }

    private static void assertRefused(Universe universe, String message) {
        assertThatThrownBy(() -> universe.momentumCycles(MomentumCycle.DAILY).collectAsList())
                .hasStackTraceContaining("IllegalArgumentException: " + message);
    }

    @Test
    void units_are_stated_and_never_guessed() {
        Dataset<Row> bare = Local.dataset(List.of(Local.row("A", FIRST, 1.0)));
        assertThatThrownBy(() -> Universe.of(bare)).hasMessage("column value must say its unit but says none");
        Universe yields = Universe.of(bare, Unit.PERCENT);
        assertThatThrownBy(() -> yields.strengths(StrengthModel.withDefaults()))
                .hasMessageContaining("universe must be quoted as prices");
        assertThatThrownBy(() -> yields.momentumCycles(MomentumCycle.DAILY))
                .hasMessageContaining("universe must be quoted as prices");
        assertThatThrownBy(() -> UNIVERSE.tearSheets(TearSheetOptions.tradingDays()))
                .hasMessageContaining("universe must be quoted in percent");
        assertThat(yields).hasToString("universe in %");
    }

    @Test
    void a_unit_that_the_column_already_says_is_not_replaced() {
        Dataset<Row> closes = UNIVERSE.values();
        assertThat(Universe.of(closes, Unit.PRICE).unit()).isEqualTo(Unit.PRICE);
        assertThatThrownBy(() -> Universe.of(closes, Unit.PERCENT))
                .hasMessage("unit must be price, which column value says, but was %");
    }

    @Test
    void a_unit_that_another_program_wrote_is_not_read() {
        Dataset<Row> bare = Local.dataset(List.of(Local.row("A", FIRST, 1.0)));
        Metadata foreign = new MetadataBuilder().putString("unit", "USD").build();
        Dataset<Row> marked = bare.withColumn("value", bare.col("value").as("value", foreign));
        assertThat(Universe.unitOf(marked, "value")).isEmpty();
        assertThat(Universe.of(marked, Unit.PRICE).unit()).isEqualTo(Unit.PRICE);
    }

    @Test
    void columns_of_statistics_stand_in_the_order_of_their_names_whatever_the_map() {
        Statistic mean = Window.of(2).mean();
        Map<String, Statistic> backwards = new TreeMap<>(Comparator.reverseOrder());
        for (String name : List.of("day", "B", "a", "value", "c`d")) {
            backwards.put(name, mean);
        }
        Dataset<Row> result = UNIVERSE.statistics(backwards).cache();
        assertThat(result.columns()).containsExactly("asset", "date", "a", "B", "c`d", "day", "value");
        assertSame(Local.numbers(result, "day"), mean::over);
        assertSame(Local.numbers(result, "`c``d`"), mean::over);
    }

    @Test
    void names_of_statistics_are_checked_at_the_call() {
        Statistic mean = Window.of(2).mean();
        assertThatThrownBy(() -> UNIVERSE.statistics(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("statistics must be at least 1 but were 0");
        assertThatThrownBy(() -> UNIVERSE.statistics(Map.of(" ", mean)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name of a statistic must not be blank but was \" \"");
        for (String taken : List.of("asset", "Date")) {
            assertThatThrownBy(() -> UNIVERSE.statistics(Map.of(taken, mean)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("name of a statistic must not be a column of every result, [asset, date], but was "
                            + taken);
        }
        assertThatThrownBy(() -> UNIVERSE.statistics(Map.of("mean", mean, "Mean", mean)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("names of statistics must be distinct without regard to case but were [Mean, mean]");
    }

    @Test
    void what_is_null_is_named_at_the_call() {
        Map<String, ThrowingCallable> calls = new TreeMap<>();
        Statistic mean = Window.of(2).mean();
        Dataset<Row> closes = UNIVERSE.values();
        TimeSeries market = series(new double[] {0.01}, Unit.PERCENT);
        Universe returns = Universe.of(Local.dataset(List.of(Local.row("A", FIRST, 0.01))), Unit.PERCENT);
        calls.put("dataset", () -> Universe.of(null, Unit.PRICE));
        calls.put("dataset ", () -> Universe.of(null));
        calls.put("dataset  ", () -> Universe.unitOf(null, "value"));
        calls.put("unit", () -> Universe.of(closes, null));
        calls.put("column", () -> Universe.unitOf(closes, null));
        calls.put("statistics", () -> UNIVERSE.statistics(null));
        calls.put("statistic x", () -> UNIVERSE.statistics(Collections.singletonMap("x", null)));
        calls.put("name of a statistic", () -> UNIVERSE.statistics(Collections.singletonMap(null, mean)));
        calls.put("rank", () -> UNIVERSE.percentileBands(null, BANDS));
        calls.put("bands", () -> UNIVERSE.percentileBands(mean, null));
        calls.put("model", () -> UNIVERSE.strengths(null));
        calls.put("model ", () -> UNIVERSE.latestStrengths(null));
        calls.put("cycle", () -> UNIVERSE.momentumCycles(null));
        calls.put("options", () -> returns.tearSheets(null));
        calls.put("options ", () -> returns.tearSheets(market, null));
        calls.put("benchmark", () -> returns.tearSheets(null, TearSheetOptions.tradingDays()));
        calls.put("returns", () -> returns.contributions(null, ContributionPolicy.withDefaults()));
        calls.put("policy", () -> returns.contributions(returns, null));
        calls.forEach((name, call) -> assertThatThrownBy(call)
                .isInstanceOf(NullPointerException.class)
                .hasMessage(name.strip() + " must not be null"));
    }

    @Test
    void a_return_that_loses_more_than_all_is_told_with_asset_and_date() {
        List<Row> rows = List.of(Local.row("A", FIRST, 0.01), Local.row("A", FIRST.plusDays(1), -1.5));
        Universe returns = Universe.of(Local.dataset(rows), Unit.PERCENT);
        TearSheetOptions options = TearSheetOptions.of(365);
        assertThatThrownBy(() -> returns.tearSheets(options).collectAsList())
                .hasStackTraceContaining("A on 2020-01-02: return must be at least -1 but was -1.5");
        assertThatThrownBy(() -> returns.tearSheets(series(new double[] {0.01, -1.5}, Unit.PERCENT), options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("benchmark must be at least -1 but was -1.5 on 2020-01-02");
    }

    @Test
    void columns_of_another_kind_are_refused() {
        Dataset<Row> bare = Local.dataset(List.of(Local.row("A", FIRST, 1.0)));
        assertThatThrownBy(() -> Universe.of(bare.drop("date"), Unit.PRICE))
                .hasMessage("dataset must have a column date but has [asset, value]");
        assertThatThrownBy(() -> Universe.of(bare.withColumn("value", bare.col("asset")), Unit.PRICE))
                .hasMessage("column value must be a number but was string");
        assertThatThrownBy(() -> Universe.of(
                        bare.withColumn("date", bare.col("date").cast(DataTypes.TimestampType)), Unit.PRICE))
                .hasMessage("column date must be a date but was timestamp");
        Dataset<Row> whole = bare.withColumn("value", bare.col("value").cast(DataTypes.IntegerType));
        assertThat(Universe.of(whole, Unit.COUNT)
                        .values()
                        .schema()
                        .apply("value")
                        .dataType())
                .isEqualTo(DataTypes.DoubleType);
    }
}
