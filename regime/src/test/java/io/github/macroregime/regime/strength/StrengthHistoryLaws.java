package io.github.macroregime.regime.strength;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.HostileExecutor;
import io.github.macroregime.regime.signal.ChannelPosition;
import io.github.macroregime.regime.signal.Extension;
import io.github.macroregime.regime.signal.HorizonScore;
import io.github.macroregime.regime.signal.Rsi;
import io.github.macroregime.regime.strength.StrengthModel.MomentumWeight;
import io.github.macroregime.regime.strength.StrengthModel.Weighted;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The history of a board is the boards of the past, whoever computes it. */
class StrengthHistoryLaws {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final StrengthBoardOptions OPTIONS = new StrengthBoardOptions(
            new StrengthModel(
                    List.of(
                            new Weighted(new HorizonScore(3, 10), 1),
                            new Weighted(new ChannelPosition(4), 1),
                            new Weighted(new Extension(5), 1),
                            new Weighted(new Rsi(3), 1)),
                    new MomentumWeight.Tested(2, 8),
                    new Extension(5)),
            3,
            Map.of());

    @Provide
    Arbitrary<Panel> panels() {
        Arbitrary<Integer> steps = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(-40, 40)), Tuple.of(2, Arbitraries.just(Integer.MIN_VALUE)));
        Arbitrary<List<Integer>> gaps = Arbitraries.of(1, 1, 1, 2, 5).list().ofSize(30);
        return Combinators.combine(
                        gaps, steps.list().ofSize(30).list().ofMinSize(0).ofMaxSize(5))
                .as(StrengthHistoryLaws::panel);
    }

    private static Panel panel(List<Integer> gaps, List<List<Integer>> assets) {
        int[] days = new int[gaps.size()];
        int day = (int) START.toEpochDay();
        for (int t = 0; t < days.length; t++) {
            day += gaps.get(t);
            days[t] = day;
        }
        List<Doubles> columns = assets.stream().map(StrengthHistoryLaws::closes).toList();
        List<String> names =
                IntStream.range(0, columns.size()).mapToObj(i -> "asset " + i).toList();
        return new Panel(DateIndex.ofEpochDays(days), names, columns, Collections.nCopies(columns.size(), Unit.PRICE));
    }

    private static Doubles closes(List<Integer> steps) {
        double[] close = new double[steps.size()];
        double price = 100;
        for (int t = 0; t < close.length; t++) {
            boolean gap = steps.get(t) == Integer.MIN_VALUE;
            price *= gap ? 1 : 1 + steps.get(t) / 1000.0;
            close[t] = gap ? Double.NaN : price;
        }
        return Doubles.copyOf(close);
    }

    @Property(seed = "20250722", tries = 60)
    void eachRowIsTheBoardOfItsDate(@ForAll("panels") Panel closes) {
        Panel history = StrengthBoard.history(closes, OPTIONS);
        assertThat(history.dates()).isEqualTo(closes.dates());
        assertThat(history.columns()).isEqualTo(closes.columns());
        for (int t = 0; t < closes.size(); t++) {
            LocalDate date = closes.dates().get(t);
            StrengthBoard board = StrengthBoard.of(closes, date, OPTIONS);
            for (String asset : closes.columns()) {
                double expected =
                        board.row(asset).map(row -> row.strength().value()).orElse(Double.NaN);
                assertThat(new double[] {history.series(asset).value(t)}).isEqualTo(new double[] {expected});
            }
        }
    }

    @Property(seed = "20250722", tries = 30)
    void theNumberOfThreadsDoesNotMatter(@ForAll("panels") Panel closes) {
        Panel alone = StrengthBoard.history(closes, OPTIONS);
        for (int threads : new int[] {1, 2, 7}) {
            ExecutorService executor = Executors.newFixedThreadPool(threads);
            try {
                assertThat(StrengthBoard.history(closes, OPTIONS, executor)).isEqualTo(alone);
            } finally {
                executor.shutdown();
            }
        }
    }

    @Property(seed = "20250722", tries = 5)
    void aHostileExecutorGivesAllOrNothing(@ForAll("panels") Panel closes) {
        Assume.that(closes.columns().size() > 2);
        Panel alone = StrengthBoard.history(closes, OPTIONS);
        for (HostileExecutor kind : HostileExecutor.values()) {
            ExecutorService pool = Executors.newFixedThreadPool(2);
            try {
                Panel history = StrengthBoard.history(closes, OPTIONS, kind.on(pool));
                assertThat(kind.thrown()).isNull();
                assertThat(history).isEqualTo(alone);
            } catch (RuntimeException | StackOverflowError e) {
                assertThat(e).isInstanceOf(kind.thrown());
            } finally {
                Thread.interrupted();
                pool.shutdown();
            }
        }
    }

    @Property(seed = "20250722", tries = 30)
    void aPanelIsItsSeriesByName(@ForAll("panels") Panel closes) {
        LocalDate asOf = closes.dates().get(25);
        Map<String, TimeSeries> byName =
                closes.all().stream().collect(Collectors.toMap(NamedSeries::name, NamedSeries::series));
        assertThat(StrengthBoard.of(closes, asOf, OPTIONS)).isEqualTo(StrengthBoard.of(byName, asOf, OPTIONS));
        assertThat(StrengthBoard.of(closes, asOf)).isEqualTo(StrengthBoard.of(byName, asOf));
    }

    @Property(seed = "20250722", tries = 30)
    void noRowDependsOnALaterClose(@ForAll("panels") Panel closes) {
        LocalDate cut = closes.dates().get(17);
        assertThat(StrengthBoard.history(closes.until(cut), OPTIONS))
                .isEqualTo(StrengthBoard.history(closes, OPTIONS).until(cut));
    }

    /** Every board of a past with closes that are not above zero is that of its date. */
    @Property(seed = "20250722", tries = 30)
    void aBadCloseBeginsTheHistoryAnew(@ForAll("panels") Panel closes) {
        List<Doubles> columns = closes.all().stream()
                .map(asset -> {
                    double[] values = asset.series().values().toArray();
                    values[values.length / 3] = -1;
                    values[values.length / 3 + 2] = 0;
                    return Doubles.copyOf(values);
                })
                .toList();
        Panel bad = new Panel(closes.dates(), closes.columns(), columns, closes.units());
        Panel history = StrengthBoard.history(bad, OPTIONS);
        for (LocalDate date : closes.dates().stream().toList()) {
            StrengthBoard board = StrengthBoard.of(bad, date, OPTIONS);
            for (NamedSeries asset : history.all()) {
                Double expected = board.row(asset.name())
                        .map(row -> row.strength().value())
                        .orElse(Double.NaN);
                assertThat(asset.series().value(closes.dates().indexOf(date).orElseThrow()))
                        .isEqualTo(expected);
            }
        }
    }

    /** Whatever was asked for before: from a state that is kept, from the last one, or from none of them. */
    @Property(seed = "20250722", tries = 3)
    void flipPricesDoNotDependOnWhatWasAskedBefore(
            @ForAll @Size(40) List<@IntRange(min = 1, max = 600) Integer> asked) {
        double[] close = new double[600];
        Arrays.setAll(close, t -> 100 + 9 * StrictMath.sin(t / 11.0) + 2 * StrictMath.cos(2.3 * t));
        StrengthHistory history =
                StrengthHistory.of(TimeSeries.of(days(close.length), close, Unit.PRICE), OPTIONS.model());
        for (int first : asked) {
            for (int each = first; each < Math.min(first + 3, close.length); each++) {
                assertThat(history.flips(each)).isEqualTo(FlipPrices.of(Arrays.copyOf(close, each), OPTIONS.model()));
            }
        }
    }

    private static DateIndex days(int count) {
        return DateIndex.ofEpochDays(IntStream.range(0, count).toArray());
    }
}
