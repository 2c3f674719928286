package io.github.macroregime.regime.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Decay;
import io.github.macroregime.core.window.Missing;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.fixture.ContractOf;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What every signal keeps, on walks with ties, gaps, flat runs and jumps. */
@ContractOf(Signal.class)
class SignalLaws {

    private static final List<Signal> SIGNALS = List.of(
            new HorizonScore(5, 10),
            new TimeSeriesMomentum(5, Rate.ofPercent(20), new ExAnteVolatility(10, 252)),
            new PastReturn(8, 2),
            new Crossover(Doubles.of(2, 3), Doubles.of(4, 9), 5, 6, Decay.Weighting.RECURSIVE),
            new Crossover(Doubles.of(2), Doubles.of(4), 5, 6, Decay.Weighting.ADJUSTED),
            new ChannelPosition(6),
            new Breakout(4),
            new TrendStatistic(7, 2),
            new Macd(3, 6, 4, Macd.Seed.OWN_MEANS),
            new Macd(3, 6, 4, Macd.Seed.ALIGNED_MEANS),
            new Macd(3, 6, 4, Macd.Seed.FIRST_PRICE),
            new Extension(6),
            new Rsi(4),
            new PercentB(6, 2));

    @Provide
    Arbitrary<Signal> signals() {
        return Arbitraries.of(SIGNALS);
    }

    @Provide
    Arbitrary<double[]> walks() {
        Arbitrary<Integer> steps = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(-30, 30)),
                Tuple.of(3, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.of(-400, 400)),
                Tuple.of(1, Arbitraries.just(Integer.MIN_VALUE)));
        Arbitrary<Double> levels = Arbitraries.of(1e-3, 1.0, 4000.0, 1e8);
        return Combinators.combine(levels, steps.list().ofMinSize(0).ofMaxSize(60))
                .as(SignalLaws::walk);
    }

    private static double[] walk(double level, List<Integer> steps) {
        double[] close = new double[steps.size()];
        double price = level;
        for (int i = 0; i < close.length; i++) {
            boolean gap = steps.get(i) == Integer.MIN_VALUE;
            price *= gap ? 1 : 1 + steps.get(i) / 1000.0;
            close[i] = gap ? Double.NaN : price;
        }
        return close;
    }

    @Property(seed = "20250722", tries = 150)
    void noValueDependsOnALaterClose(@ForAll("signals") Signal signal, @ForAll("walks") double[] close) {
        double[] whole = signal.over(close);
        for (int end = 0; end <= close.length; end += 7) {
            assertThat(signal.over(Arrays.copyOf(close, end))).isEqualTo(Arrays.copyOf(whole, end));
        }
        assertThat(whole).hasSameSizeAs(close);
    }

    @Property(seed = "20250722", tries = 150)
    void theRunningFormIsTheBatch(@ForAll("signals") Signal signal, @ForAll("walks") double[] close) {
        double[] input = close.clone();
        double[] batch = signal.over(close);
        RunningStatistic state = signal.start();
        for (int t = 0; t < close.length; t++) {
            RunningStatistic copy = state.copy();
            double peeked = state.peek(close[t]);
            copy.push(123.0);
            same(state.push(close[t]), batch[t]);
            same(peeked, batch[t]);
            assertThat(state.isReady()).isEqualTo(!Double.isNaN(batch[t]));
        }
        assertThat(close).isEqualTo(input);
        assertThat(state.count()).isEqualTo((int)
                Arrays.stream(close).filter(c -> !Double.isNaN(c)).count());
    }

    private static void same(double actual, double expected) {
        assertThat(Double.doubleToLongBits(actual)).isEqualTo(Double.doubleToLongBits(expected));
    }

    @Property(seed = "20250722", tries = 150)
    void scoresLieBetweenMinusOneAndOne(@ForAll("signals") Signal signal, @ForAll("walks") double[] close) {
        for (double score : signal.scores(close)) {
            assertThat(Double.isNaN(score) || Math.abs(score) <= 1 + 1e-12).isTrue();
        }
        assertThat(signal.score(Double.NaN)).isNaN();
    }

    @Property(seed = "20250722", tries = 200)
    void theScaleOfPricesDoesNotMatter(@ForAll("signals") Signal signal, @ForAll("walks") double[] close) {
        double[] scores = signal.scores(close);
        double[] scaled = signal.scores(Arrays.stream(close).map(c -> c * 1024).toArray());
        if (signal instanceof HorizonScore || signal instanceof Extension || signal instanceof TrendStatistic) {
            agreeWhereTheyMove(scores, scaled);
        } else {
            assertThat(scaled).containsExactly(scores, within(1e-9));
        }
    }

    /** A flat run has no z-score, and logarithms of flat runs may differ in their last digit from level to level. */
    private static void agreeWhereTheyMove(double[] scores, double[] others) {
        for (int t = 0; t < scores.length; t++) {
            if (!Double.isNaN(scores[t]) && !Double.isNaN(others[t])) {
                assertThat(others[t]).isCloseTo(scores[t], within(1e-6));
            }
        }
    }

    @Property(seed = "20250722", tries = 200)
    void reflectedPricesReflectTheScores(@ForAll("walks") double[] close) {
        double[] reflected = Arrays.stream(close).map(c -> 1 / c).toArray();
        for (Signal signal : List.of(new HorizonScore(5, 10), new Extension(6), new TrendStatistic(7, 2))) {
            double[] mirrored =
                    Arrays.stream(signal.scores(reflected)).map(s -> -s).toArray();
            agreeWhereTheyMove(signal.scores(close), mirrored);
        }
        assertThat(Arrays.stream(new Breakout(4).over(reflected))
                        .map(s -> 0 - s)
                        .toArray())
                .usingElementComparator((a, b) -> a == 0 && b == 0 ? 0 : Double.compare(a, b))
                .isEqualTo(new Breakout(4).over(close));
    }

    @Property(seed = "20250722", tries = 200)
    void skippingGapsIsNotHavingHadThem(@ForAll("signals") Signal signal, @ForAll("walks") double[] close) {
        double[] observed = Arrays.stream(close).filter(c -> !Double.isNaN(c)).toArray();
        double[] skipped = signal.over(close, Missing.SKIP);
        double[] expected = signal.over(observed);
        int at = 0;
        for (int t = 0; t < close.length; t++) {
            same(skipped[t], Double.isNaN(close[t]) ? Double.NaN : expected[at++]);
        }
    }

    @Property(seed = "20250722", tries = 100)
    void valuesComeBackAfterAGap(@ForAll("signals") Signal signal) {
        double[] close = new double[80];
        Arrays.setAll(close, t -> 100 + 5 * StrictMath.sin(t) + 0.1 * t);
        for (int gap : new int[] {0, 1, 30}) {
            double[] gapped = close.clone();
            Arrays.fill(gapped, gap, gap + 8, Double.NaN);
            assertThat(signal.over(gapped)[79]).isNotNaN();
            double[] last = close.clone();
            last[79] = Double.NaN;
            assertThat(signal.over(last)[79]).isNaN();
            assertThat(signal.over(last, Missing.carry(1))[79]).isNotNaN();
        }
        double[] none = new double[50];
        Arrays.fill(none, Double.NaN);
        assertThat(signal.over(none)).containsOnly(Double.NaN);
    }

    @Property(seed = "20250722", tries = 50)
    void whatIsNoPriceIsRefusedWithItsPlace(@ForAll("signals") Signal signal) {
        for (double bad : new double[] {0, -1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> signal.over(new double[] {1, 2, bad}))
                    .withMessage("close[2] must be above zero and finite but was " + bad);
            RunningStatistic state = signal.start();
            assertThatIllegalArgumentException().isThrownBy(() -> state.push(bad));
            assertThat(state.count()).isZero();
        }
        assertThat(signal.over(new double[0])).isEmpty();
    }

    @Property(seed = "20250722", tries = 1)
    void constantAndMonotoneSeriesHaveTheirKnownValues() {
        double[] constant = new double[60];
        Arrays.fill(constant, 42);
        double[] rising = new double[60];
        Arrays.setAll(rising, t -> 100 + t);
        assertThat(new Rsi(4).over(constant)[59]).isEqualTo(50);
        assertThat(new PercentB(6, 2).over(constant)[59]).isNaN();
        assertThat(new Extension(6).over(constant)[59]).isNaN();
        assertThat(new HorizonScore(5, 10).over(constant)[59]).isNaN();
        assertThat(new ChannelPosition(6).over(constant)[59]).isZero();
        assertThat(new Rsi(4).over(rising)[59]).isEqualTo(100);
        assertThat(new ChannelPosition(6).over(rising)[59]).isEqualTo(1);
        double[] falling = Arrays.stream(rising).map(c -> 200 - c).toArray();
        assertThat(new Rsi(4).over(falling)[59]).isZero();
        assertThat(new ChannelPosition(6).over(falling)[59]).isEqualTo(-1);
    }

    // Movements of a millionth at a level of a hundred million are 67 units in the last place; what is measured on
    // prices
    // must read them as it reads the same movements at a low level.
    @Property(seed = "20250722", tries = 100)
    void aHighLevelCostsNoDigits(@ForAll List<@IntRange(min = -50, max = 50) Integer> steps) {
        double[] high = new double[steps.size()];
        double price = 1e8;
        for (int t = 0; t < high.length; t++) {
            price += steps.get(t) * 0x1p-20;
            high[t] = price;
        }
        double[] low = Arrays.stream(high).map(p -> p - 1e8 + 1).toArray();
        for (Signal signal : List.of(new ChannelPosition(6), new Rsi(4), new PercentB(6, 2), new Breakout(4))) {
            assertThat(signal.over(high)).containsExactly(signal.over(low), within(1e-9));
        }
        for (Signal signal : SIGNALS) {
            for (double score : signal.scores(high)) {
                assertThat(Double.isNaN(score) || Math.abs(score) <= 1 + 1e-12).isTrue();
            }
        }
    }

    @Property(seed = "20250722", tries = 200)
    void theLastValueIsThatOfTheBatch(@ForAll("signals") Signal signal, @ForAll("walks") double[] close) {
        for (int end = 1; end <= close.length; end++) {
            double[] cut = Arrays.copyOf(close, end);
            assertThat(new double[] {signal.last(cut)}).isEqualTo(Arrays.copyOfRange(signal.over(cut), end - 1, end));
        }
    }

    @Property(seed = "20250722", tries = 100)
    void rankScoresSumToZeroAndFollowTheValues(@ForAll List<@IntRange(min = -5, max = 5) Integer> values) {
        double[] scores = CrossSection.rankScores(
                values.stream().mapToDouble(Integer::doubleValue).toArray());
        assertThat(Arrays.stream(scores).sum()).isCloseTo(0, within(1e-9));
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                assertThat(Double.compare(scores[i], scores[j]))
                        .isEqualTo(Integer.compare(values.get(i), values.get(j)));
            }
        }
    }

    @Property(seed = "20250722", tries = 30)
    void aPanelIsRankedDateByDate(@ForAll("walks") double[] one, @ForAll("walks") double[] other) {
        int dates = Math.min(one.length, other.length);
        Panel values = new Panel(
                DateIndex.ofEpochDays(IntStream.range(0, dates).toArray()),
                List.of("one", "other", "third"),
                List.of(
                        Doubles.copyOf(Arrays.copyOf(one, dates)),
                        Doubles.copyOf(Arrays.copyOf(other, dates)),
                        Doubles.copyOf(Arrays.copyOf(one, dates))),
                List.of(Unit.PRICE, Unit.PRICE, Unit.PRICE));
        Panel ranked = CrossSection.rankScores(values);
        for (int t = 0; t < dates; t++) {
            double[] row = {
                ranked.values().get(0).get(t),
                ranked.values().get(1).get(t),
                ranked.values().get(2).get(t)
            };
            assertThat(row).isEqualTo(CrossSection.rankScores(new double[] {one[t], other[t], one[t]}));
            same(row[0], row[2]);
        }
        assertThat(ranked.units()).containsOnly(Unit.SCORE);
    }

    @Property(seed = "20250722", tries = 60)
    void whatIsNoSignalAlsoRuns(@ForAll("walks") double[] close) {
        Macd macd = new Macd(3, 6, 4, Macd.Seed.ALIGNED_MEANS);
        ExAnteVolatility volatility = new ExAnteVolatility(10, 252);
        runs(volatility.start(), volatility.over(close), close);
        runs(new CloseVolatility(5, 252).start(), new CloseVolatility(5, 252).over(close), close);
        runs(macd.startLine(), macd.line(close), close);
        runs(macd.startSignalLine(), macd.signalLine(close), close);
    }

    private static void runs(RunningStatistic state, double[] batch, double[] close) {
        for (int t = 0; t < close.length; t++) {
            RunningStatistic copy = state.copy();
            double peeked = state.peek(close[t]);
            copy.push(123.0);
            same(state.push(close[t]), batch[t]);
            same(peeked, batch[t]);
        }
    }

    @Property(seed = "20250722", tries = 60)
    void relativeMomentumRunsAsItIsRead(@ForAll("walks") double[] asset, @ForAll("walks") double[] base) {
        int dates = Math.min(asset.length, base.length);
        LocalDate start = LocalDate.of(2025, 1, 1);
        DateIndex index = DateIndex.ofEpochDays(
                IntStream.range(0, dates).map(t -> (int) start.toEpochDay() + t).toArray());
        TimeSeries own = TimeSeries.of(index, Arrays.copyOf(asset, dates), Unit.PRICE);
        TimeSeries other = TimeSeries.of(index, Arrays.copyOf(base, dates), Unit.PRICE);
        RunningRelativeMomentum state = RelativeMomentum.running(4, 0.3);
        for (int t = 0; t < dates; t++) {
            RunningRelativeMomentum copy = state.copy();
            double score = state.push(index.get(t), asset[t], base[t]);
            same(copy.push(index.get(t), asset[t], base[t]), score);
            copy.push(index.get(t).plusDays(1), 3, 7);
            Optional<RelativeMomentum> read = RelativeMomentum.of(own, other, index.get(t), 4, 0.3);
            assertThat(state.latest()).isEqualTo(read);
            read.ifPresent(momentum -> same(momentum.relativeScore(), score));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> state.push(start, 0, 1));
    }

    @Property(seed = "20250722", tries = 1)
    void noSignalSlipsPastTheseLaws() throws IOException, URISyntaxException {
        Path room = Path.of(Signal.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()
                .resolve(Signal.class.getPackageName().replace('.', '/') + "/"));
        try (Stream<Path> files = Files.list(room)) {
            Set<String> signals = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .map(name -> loaded(name.substring(0, name.length() - ".class".length())))
                    .filter(type -> Signal.class.isAssignableFrom(type) && type.isRecord())
                    .map(Class::getSimpleName)
                    .collect(Collectors.toSet());
            assertThat(SIGNALS)
                    .extracting(signal -> signal.getClass().getSimpleName())
                    .containsAll(signals);
            assertThat(signals).hasSizeGreaterThan(10);
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(Signal.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }

    @Property(seed = "20250722", tries = 1)
    void everyNameIsItsOwn() {
        Stream<String> names = SIGNALS.stream().map(Signal::name);
        assertThat(names.distinct().count()).isGreaterThanOrEqualTo(SIGNALS.size() - 2);
    }
}
