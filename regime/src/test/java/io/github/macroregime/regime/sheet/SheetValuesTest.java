package io.github.macroregime.regime.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.breadth.WithoutBasket;
import io.github.macroregime.regime.bar.LevelLadder;
import io.github.macroregime.regime.comovement.ReturnMap;
import io.github.macroregime.regime.curve.CreditRates;
import io.github.macroregime.regime.curve.CurveHistory;
import io.github.macroregime.regime.curve.CurveMoves;
import io.github.macroregime.regime.curve.CurveOptions;
import io.github.macroregime.regime.cycle.MomentumCycle;
import io.github.macroregime.regime.cycle.MomentumReading;
import io.github.macroregime.regime.drivers.DriverReading;
import io.github.macroregime.regime.outlook.VolatilityPremium;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Table;
import io.github.macroregime.regime.strategy.Evaluation;
import io.github.macroregime.regime.strategy.ModelRecord;
import io.github.macroregime.regime.strategy.ModelRecord.Estimate;
import io.github.macroregime.regime.strategy.SharpeRecord;
import io.github.macroregime.regime.strength.Strength;
import io.github.macroregime.regime.strength.StrengthBoard;
import io.github.macroregime.regime.strength.StrengthModel;
import io.github.macroregime.regime.strength.StrengthRow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Sheets of series that a line of any language makes again: the generator {@code x -> 1103515245 x + 12345} modulo 2^31.
 * The numbers expected are worked out by another program from the definitions, or by hand where a comment says how.
 */
class SheetValuesTest {

    private static final ModelRecord.Calls NO_CALLS = new ModelRecord.Calls(0, 0, 0, 0, new Estimate(0, 0, 0));
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = FIRST.plusDays(399);
    private static final NamedSeries A = closes("A", 1);
    private static final NamedSeries B = closes("B", 2);
    private static final NamedSeries INDEX = closes("index", 3);
    private static final NamedSeries YIELD = yields("ten", 4);
    private static final TimeSeries NONE = TimeSeries.of(DateIndex.EMPTY, new double[0], Unit.PERCENT);

    private static double[] uniform(long seed) {
        double[] uniform = new double[400];
        long x = seed;
        for (int i = 0; i < 400; i++) {
            x = (1103515245L * x + 12345) & 0x7fffffffL;
            uniform[i] = x / 2147483648.0 - 0.5;
        }
        return uniform;
    }

    private static NamedSeries closes(String name, long seed) {
        double[] uniform = uniform(seed);
        double[] closes = new double[400];
        double close = 100;
        for (int i = 0; i < 400; i++) {
            close *= StrictMath.exp(0.04 * uniform[i]);
            closes[i] = close;
        }
        return TimeSeries.of(days(400), closes, Unit.PRICE).named(name);
    }

    private static NamedSeries yields(String name, long seed) {
        double[] uniform = uniform(seed);
        double[] yields = new double[400];
        double yield = 0.04;
        for (int i = 0; i < 400; i++) {
            yield += 0.0016 * uniform[i];
            yields[i] = yield;
        }
        return TimeSeries.of(days(400), yields, Unit.PERCENT).named(name);
    }

    private static DateIndex days(int count) {
        return DateIndex.copyOf(FIRST.datesUntil(FIRST.plusDays(count)).toList());
    }

    private static TimeSeries daily(Unit unit, double... quoted) {
        return TimeSeries.ofQuoted(
                FIRST.datesUntil(FIRST.plusDays(quoted.length)).toList(), quoted, unit);
    }

    /** The field of a row under a heading, by its first occurrence. */
    private static String cell(Table table, int row, String title) {
        int place = table.columns().stream().map(Table.Column::title).toList().indexOf(title);
        return table.rows().get(row).get(place);
    }

    private static BasketSheet basket(TimeSeries tenYear, LocalDate asOf) {
        return BasketSheet.of(
                        "two",
                        List.of(B, A),
                        new BasketSheet.Blend(INDEX, tenYear, 0.6, 8, Rate.ofPercent(2.52)),
                        Map.of(),
                        List.of(),
                        asOf)
                .orElseThrow();
    }

    @Test
    void aBasketAgainstItsBlend() {
        BasketSheet sheet = basket(YIELD.series(), LAST);
        BasketSheet.Member a = sheet.members().get(0);
        BasketSheet.Member b = sheet.members().get(1);
        assertThat(a.name()).isEqualTo("A");
        assertThat(a.n()).isEqualTo(252);
        assertThat(a.blendScore()).isCloseTo(-0.000125386481113521, within(1e-9));
        assertThat(b.blendScore()).isCloseTo(-0.18123875532648717, within(1e-9));
        assertThat(a.day().decimal()).isCloseTo(-0.0035650358062643273, within(1e-12));
        assertThat(b.day().decimal()).isCloseTo(-0.01724966910586878, within(1e-12));
        assertThat(a.excess().decimal()).isCloseTo(-0.04180858354822636, within(1e-12));
        Sheet.Said said = sheet.said().get(0);
        assertThat(said.value()).isCloseTo(-0.0035650358062643273 + 0.01724966910586878, within(1e-12));
        assertThat(said.n()).isEqualTo(2);
        assertThat(said.state()).isEqualTo("one way");
        assertThat(said.inputs()).containsExactly("A", "B");
    }

    @Test
    void withoutAYieldTheBlendIsTheIndexAlone() {
        assertThat(basket(NONE, LAST).members().get(0).blendScore()).isCloseTo(0.09425335146508754, within(1e-9));
    }

    @Test
    void sixtySpreadsMakeAScore() {
        // 80 closes have 60 returns over 20 of them.
        BasketSheet.Member sixty = member(basket(YIELD.series(), FIRST.plusDays(79)), "A");
        assertThat(sixty.n()).isEqualTo(60);
        assertThat(sixty.blendScore()).isCloseTo(-1.5579771976040995, within(1e-9));
        BasketSheet.Member fewer = member(basket(YIELD.series(), FIRST.plusDays(78)), "A");
        assertThat(fewer.n()).isEqualTo(59);
        assertThat(fewer.blendScore()).isNaN();
    }

    private static BasketSheet.Member member(BasketSheet sheet, String name) {
        return sheet.members().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twentyClosesAreNotEnoughForABasket() {
        double[] closes = IntStream.range(0, 21).mapToDouble(i -> 100 + i).toArray();
        NamedSeries enough = daily(Unit.PRICE, closes).named("enough");
        NamedSeries tooFew = daily(Unit.PRICE, Arrays.copyOf(closes, 20)).named("too few");
        BasketSheet.Blend blend = new BasketSheet.Blend(INDEX, NONE, 1, 8, Rate.ZERO);
        assertThat(BasketSheet.of("b", List.of(enough, tooFew), blend, Map.of(), List.of(), LAST))
                .isEmpty();
        assertThat(BasketSheet.of(
                                "b",
                                List.of(enough, enough.series().named("twin"), tooFew),
                                blend,
                                Map.of(),
                                List.of(),
                                LAST)
                        .orElseThrow()
                        .members())
                .extracting(BasketSheet.Member::name)
                .containsExactly("enough", "twin");
    }

    @Test
    void equalNamesHaveNoPlaceAmongTheirPeers() {
        NamedSeries twin = A.series().named("twin");
        BasketSheet sheet = BasketSheet.of(
                        "twins",
                        List.of(A, twin),
                        new BasketSheet.Blend(INDEX, NONE, 1, 8, Rate.ZERO),
                        Map.of("A", premium(20, 18, 0.5)),
                        List.of(),
                        LAST)
                .orElseThrow();
        assertThat(sheet.members()).allMatch(each -> Double.isNaN(each.peerScore()));
        // One of them alone has an implied volatility.
        assertThat(sheet.members()).allMatch(each -> Double.isNaN(each.impliedScore()));
        assertThat(cell(sheet.tables().get(0), 0, "Implied %")).isEqualTo("20.0");
        assertThat(cell(sheet.tables().get(0), 0, "Premium pp")).isEqualTo("+2.0");
        assertThat(cell(sheet.tables().get(0), 1, "Implied %")).isEqualTo("-");
    }

    @Test
    void aBlendWeighsFromNoneToAll() {
        assertThat(new BasketSheet.Blend(INDEX, NONE, 0, 8, Rate.ZERO).indexWeight())
                .isZero();
        assertThat(new BasketSheet.Blend(INDEX, NONE, 1, 8, Rate.ZERO).indexWeight())
                .isOne();
        for (double weight : new double[] {-1e-9, 1 + 1e-9, Double.NaN}) {
            assertThatThrownBy(() -> new BasketSheet.Blend(INDEX, NONE, weight, 8, Rate.ZERO))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new BasketSheet.Blend(INDEX, NONE, 1, 0, Rate.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBasketThatRisesAndFallsIsMixed() {
        double[] up = new double[22];
        double[] down = new double[22];
        Arrays.fill(up, 100);
        Arrays.fill(down, 100);
        up[21] = 101;
        down[21] = 98;
        Sheet.Said said = said(down, up);
        assertThat(said.state()).isEqualTo("mixed");
        assertThat(said.value()).isCloseTo(0.03, within(1e-12));
    }

    private static VolatilityPremium premium(double implied, double realised, double percentile) {
        return new VolatilityPremium(
                LAST, 21, Rate.ofPercent(implied), Rate.ofPercent(realised), percentile, 1.25, 100);
    }

    @Test
    void optionsAreDearFromTheEightiethPercentile() {
        assertThat(volatility(0.8).state()).isEqualTo("dear");
        assertThat(volatility(0.79).state()).isEqualTo("in the middle");
        assertThat(volatility(0.21).state()).isEqualTo("in the middle");
        assertThat(volatility(0.2).state()).isEqualTo("cheap");
        VolatilitySheet sheet = new VolatilitySheet(List.of(volatility(0.8)), List.of());
        Sheet.Said said = sheet.said().get(0);
        assertThat(said.value()).isCloseTo(0.04, within(1e-15));
        assertThat(said.n()).isEqualTo(100);
        assertThat(said.sentence()).contains("20.0 % less 16.0 realised", "80 %", "+1.25");
        assertThat(sheet.tables().get(0).rows().get(0))
                .containsExactly(
                        "A", "VIX", "20.0", "16.0", "+4.0", "%", "80", "+1.25", "dear", "21", "100", LAST.toString());
    }

    private static VolatilitySheet.Entry volatility(double percentile) {
        return new VolatilitySheet.Entry("A", "VIX", Unit.PERCENT, premium(20, 16, percentile));
    }

    @Test
    void levelsAroundACloseOfFourHundred() {
        LevelSheet.Ladder each = LevelSheet.of(A, LAST).orElseThrow();
        LevelLadder ladder = each.ladder();
        assertThat(each.observed()).isEqualTo(LAST);
        assertThat(ladder.reference()).isCloseTo(78.56736216804794, within(1e-10));
        assertThat(ladder.range()).isCloseTo(0.8140610261167274, within(1e-10));
        // P = (H + L + C) / 3 with H 82.551, L 76.802: R1 = 81.812, R2 = 85.056, S1 = 76.062, S2 = 73.557, S3 = 70.313.
        // The close 21 closes before the next one, 81.825, turns the fast momentum; the slow one turns at 107.4, too
        // far off.
        assertThat(ladder.rungs())
                .extracting(rung -> String.format(
                        Locale.ROOT,
                        "%s %.6f",
                        rung.level().name().replaceAll("cycle: .*", "cycle"),
                        rung.level().price()))
                .containsExactly(
                        "R2 85.056055",
                        "cycle 81.824687",
                        "R1 81.811709",
                        "mean of 50 80.448191",
                        "P 79.306712",
                        "S1 76.062366",
                        "low of a year 75.445881",
                        "S2 73.557370",
                        "S3 70.313023");
        assertThat(ladder.rungs().stream().filter(LevelLadder.Rung::isInRange))
                .extracting(rung -> rung.level().name())
                .containsExactly("P");
        LevelSheet sheet = new LevelSheet(List.of(each));
        Sheet.Said said = sheet.said().get(0);
        assertThat(said.value()).isCloseTo(0.8140610261167274 / 78.56736216804794, within(1e-12));
        assertThat(said.state()).isEqualTo("1 within a day");
        assertThat(said.sentence()).isEqualTo("P 79.3067");
        Table table = sheet.tables().get(0);
        assertThat(cell(table, 0, "Close")).isEqualTo("78.5674");
        assertThat(cell(table, 0, "Range %")).isEqualTo("1.04");
        // 79.306712 / 78.567362 - 1 = 0.94 %, and 76.062366 lies 3.2 % below.
        assertThat(cell(table, 0, "Above, nearest first")).startsWith("P 79.3067 (+0.9 %)*; mean of 50");
        assertThat(cell(table, 0, "Below, nearest first")).startsWith("S1 76.0624 (-3.2 %); low");
    }

    @Test
    void fewerClosesHaveFewerLevels() {
        assertThat(names(FIRST.plusDays(20))).isEmpty();
        assertThat(names(FIRST.plusDays(21))).isNotEmpty().doesNotContain("mean of 50");
        assertThat(names(FIRST.plusDays(48))).doesNotContain("mean of 50");
        assertThat(levels(rising(49))).doesNotContain("mean of 50");
        // Rising closes stand above every mean, and the lowest is nearer than nothing else below.
        assertThat(levels(rising(50))).contains("mean of 50");
        assertThat(levels(rising(252))).contains("high of a year");
        assertThat(levels(rising(251))).doesNotContain("high of a year");
    }

    private static List<String> names(LocalDate asOf) {
        return LevelSheet.of(A, asOf).stream().flatMap(SheetValuesTest::names).toList();
    }

    private static List<String> levels(NamedSeries closes) {
        return LevelSheet.of(closes, LAST).stream()
                .flatMap(SheetValuesTest::names)
                .toList();
    }

    private static Stream<String> names(LevelSheet.Ladder ladder) {
        return ladder.ladder().rungs().stream().map(rung -> rung.level().name());
    }

    private static NamedSeries rising(int count) {
        return daily(
                        Unit.PRICE,
                        IntStream.range(0, count)
                                .mapToDouble(i -> 100 + 0.01 * i + 0.001 * (i % 2))
                                .toArray())
                .named("rising");
    }

    @Test
    void aLevelFartherThanADayIsNotNamed() {
        LevelLadder ladder = LevelLadder.of(List.of(new LevelLadder.Level("far", 110)), 100, 5, 1);
        LevelSheet sheet = new LevelSheet(List.of(new LevelSheet.Ladder("X", LAST, ladder)));
        assertThat(sheet.said().get(0).state()).isEqualTo("none within a day");
        assertThat(sheet.said().get(0).value()).isEqualTo(0.05);
        assertThat(cell(sheet.tables().get(0), 0, "Above, nearest first")).isEqualTo("far 110.000 (+10.0 %)");
        assertThat(cell(sheet.tables().get(0), 0, "Below, nearest first")).isEqualTo("-");
    }

    @Test
    void aSensitivityAndItsPlaceInAYear() {
        RateSheet.Sensitivity each =
                RateSheet.sensitivity(A, YIELD.series(), LAST, 63).orElseThrow();
        assertThat(each.perBasisPoint()).isCloseTo(0.00016901631561576285, within(1e-12));
        assertThat(each.correlation()).isCloseTo(0.07371817620327878, within(1e-9));
        assertThat(each.yieldChange().decimal()).isCloseTo(-0.0002023089021444338, within(1e-12));
        assertThat(each.band().decimal()).isCloseTo(0.0008245346269619818, within(1e-12));
        assertThat(each.bandRank()).isCloseTo(0.5575396825396826, within(1e-12));
        assertThat(each.n()).isEqualTo(63);
        // A fall of 2.023 basis points at +0.0169 % each.
        assertThat(each.push().decimal()).isCloseTo(-0.00016901631561576285 * 2.023089021444338, within(1e-12));
        // 0.0737^2 * 61 = 0.33 (1 - 0.0737^2): the slope is half a standard error from zero.
        assertThat(each.state()).isEqualTo("no clear link");
    }

    @Test
    void oneChangeMoreThanTheWindowIsNeeded() {
        RateSheet.Sensitivity each =
                RateSheet.sensitivity(A, YIELD.series(), FIRST.plusDays(63), 63).orElseThrow();
        assertThat(each.perBasisPoint()).isCloseTo(-0.0005442438118619269, within(1e-12));
        assertThat(each.correlation()).isCloseTo(-0.22336926597173076, within(1e-9));
        assertThat(each.bandRank()).isEqualTo(0.5);
        assertThat(each.push().decimal()).isNegative();
        assertThat(RateSheet.sensitivity(A, YIELD.series(), FIRST.plusDays(62), 63))
                .isEmpty();
        assertThatThrownBy(() -> RateSheet.sensitivity(A, YIELD.series(), LAST, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(RateSheet.sensitivity(A, YIELD.series(), LAST, 3)).isPresent();
    }

    private static RateSheet.Sensitivity sensitivity(String asset, double perBasisPoint, double moved, double band) {
        return new RateSheet.Sensitivity(
                asset, LAST, 63, perBasisPoint, 0.5, Rate.ofDecimal(moved), Rate.ofPercent(band), 0.25, 252);
    }

    @Test
    void halfABasisPointHardlyMoves() {
        assertThat(sensitivity("X", 0.001, 0.00005, 1).state()).isEqualTo("yields hardly moved");
        assertThat(sensitivity("X", 0.001, -0.00005, 1).state()).isEqualTo("yields hardly moved");
        assertThat(sensitivity("X", 0.001, 0.000051, 1).state()).isEqualTo("pushed up");
        assertThat(sensitivity("X", -0.001, 0.000051, 1).state()).isEqualTo("pushed down");
        assertThat(sensitivity("X", -0.001, -0.000051, 1).state()).isEqualTo("pushed up");
    }

    @Test
    void theMostSensitiveStandFirst() {
        RateSheet.Scenarios scenarios = new RateSheet.Scenarios(
                "X",
                "ten",
                "IG",
                LAST,
                CreditRates.Regime.RISK_ON,
                List.of(1, 3, 0, 2, 4),
                List.of(0.01, 0.002, Double.NaN, -0.03, 0.0));
        RateSheet sheet = RateSheet.of(
                "ten",
                List.of(
                        sensitivity("low", 0.0002, 0.0003, 0.5),
                        sensitivity("high", -0.001, 0.0003, 2),
                        sensitivity("beside", 0.001, 0.0003, 2),
                        sensitivity("lowest", 0.0001, 0.0003, 0.1)),
                List.of(scenarios),
                Optional.empty());
        assertThat(sheet.sensitivities())
                .extracting(RateSheet.Sensitivity::asset)
                .containsExactly("beside", "high", "low", "lowest");
        assertThat(sheet.charts()).isEmpty();
        assertThat(sheet.said()).hasSize(4);
        Sheet.Said high = sheet.said().get(1);
        assertThat(high.value()).isEqualTo(-0.001);
        assertThat(high.n()).isEqualTo(63);
        // -0.1 % for a basis point, three basis points: -0.3 %.
        assertThat(high.sentence()).contains("-0.100 %", "+3.0 bp", "-0.30 %", "+0.50");
        Sheet.Said scenario = sheet.said().get(3);
        assertThat(scenario.value()).isEqualTo(0.002);
        assertThat(scenario.n()).isEqualTo(3);
        assertThat(scenario.sentence()).contains("on 3 of the last 10 common days", "mean of the asset +0.200 %");
        Table table = sheet.tables().get(0);
        assertThat(table.rows().get(1).subList(1, 7))
                .containsExactly("-0.100", "pushed down", "-0.30", "2.00", "25", "252");
        Table told = sheet.tables().get(1);
        assertThat(told.rows())
                .extracting(row -> row.get(1))
                .containsExactly(
                        "+1.000 % (n 1)", "+0.200 % (n 3), today", "- % (n 0)", "-3.000 % (n 2)", "+0.000 % (n 4)");
        assertThat(RateSheet.of("ten", List.of(), List.of(), Optional.empty()).tables())
                .hasSize(1);
    }

    @Test
    void scenariosHaveOneNumberForEachRegime() {
        assertThatThrownBy(() -> new RateSheet.Scenarios(
                        "X", "y", "s", LAST, CreditRates.Regime.EASING, List.of(1, 2, 3, 4), List.of(1., 2., 3., 4.)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateSheet.Scenarios(
                        "X",
                        "y",
                        "s",
                        LAST,
                        CreditRates.Regime.EASING,
                        List.of(1, 2, 3, 4, 5),
                        List.of(1., 2., 3., 4.)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void daysFallIntoTheFourScenarios() {
        // Changes of the yield +1, -1, +1, -1, 0, +1 bp and of the spread +1, +1, -1, -1, +1, +0.4 bp; returns 1 % to 6
        // %.
        double[] yield = {4, 4.01, 4, 4.01, 4, 4, 4.01};
        double[] spread = {100, 101, 102, 101, 100, 101, 101.4};
        double[] closes = new double[7];
        closes[0] = 100;
        for (int i = 1; i < 7; i++) {
            closes[i] = closes[i - 1] * StrictMath.exp(i / 100.0);
        }
        NamedSeries asset = daily(Unit.PRICE, closes).named("X");
        NamedSeries ten = daily(Unit.PERCENT, yield).named("ten");
        NamedSeries credit = daily(Unit.BASIS_POINTS, spread).named("IG");
        RateSheet.Scenarios all =
                RateSheet.scenarios(asset, ten, credit, LAST, 100).orElseThrow();
        // In the order easing, risk on, flight, tightening, undirected.
        assertThat(all.days()).containsExactly(1, 1, 1, 1, 2);
        assertThat(means(all)).containsExactly(400L, 300L, 200L, 100L, 550L);
        assertThat(all.now()).isEqualTo(CreditRates.Regime.UNDIRECTED);
        assertThat(all.asOf()).isEqualTo(FIRST.plusDays(6));
        RateSheet.Scenarios two =
                RateSheet.scenarios(asset, ten, credit, FIRST.plusDays(4), 2).orElseThrow();
        assertThat(two.days()).containsExactly(1, 1, 0, 0, 0);
        assertThat(two.now()).isEqualTo(CreditRates.Regime.EASING);
        assertThat(two.means().get(2)).isNaN();
        assertThat(RateSheet.scenarios(asset, ten, credit, FIRST, 2)).isEmpty();
        assertThat(RateSheet.scenarios(asset, ten, credit, FIRST.plusDays(1), 2)
                        .orElseThrow()
                        .days())
                .containsExactly(0, 0, 0, 1, 0);
        assertThatThrownBy(() -> RateSheet.scenarios(asset, ten, credit, LAST, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** In hundredths of a percent. */
    private static List<Long> means(RateSheet.Scenarios scenarios) {
        return scenarios.means().stream().map(mean -> Math.round(1e4 * mean)).toList();
    }

    @Test
    void aCorrelationAmongThoseOfAYear() {
        PairSheet.Pair pair = PairSheet.pair(A, B, YIELD, LAST).orElseThrow();
        assertThat(pair.map().correlation()).isCloseTo(0.27406857718415933, within(1e-9));
        assertThat(pair.map().n()).isEqualTo(10);
        assertThat(pair.correlationRank()).isCloseTo(0.7202380952380952, within(1e-12));
        assertThat(pair.n()).isEqualTo(252);
        assertThat(pair.volatilityRank()).isCloseTo(0.11706349206349206, within(1e-12));
        assertThat(pair.isExtreme()).isFalse();
        assertThat(PairSheet.pair(A, B, NONE.named("none"), LAST).orElseThrow().volatilityRank())
                .isNaN();
        assertThat(PairSheet.pair(A, B, NONE.named("none"), FIRST.plusDays(9))).isEmpty();
        PairSheet.Pair first =
                PairSheet.pair(A, B, NONE.named("none"), FIRST.plusDays(10)).orElseThrow();
        assertThat(first.n()).isEqualTo(1);
        assertThat(first.correlationRank()).isEqualTo(0.5);
    }

    private static PairSheet.Pair pair(double correlationRank, double volatilityRank) {
        ReturnMap map = new ReturnMap(
                "S", "B", LAST, 10, ReturnMap.Quadrant.FIRST_UP, Rate.ofPercent(2), Rate.ofPercent(-1), 0.25);
        return new PairSheet.Pair(map, correlationRank, 252, "VIX", volatilityRank, 252);
    }

    @Test
    void bothEndsOfCorrelationAreExtremeWhereVolatilityIsHigh() {
        assertThat(pair(0.9, 0.9).isExtreme()).isTrue();
        assertThat(pair(1 - 0.9, 0.9).isExtreme()).isTrue();
        assertThat(pair(0.89, 0.95).isExtreme()).isFalse();
        assertThat(pair(0.11, 0.95).isExtreme()).isFalse();
        assertThat(pair(0.95, 0.89).isExtreme()).isFalse();
        assertThat(pair(Double.NaN, 0.95).isExtreme()).isFalse();
    }

    @Test
    void pairsAndRacesInOneTable() {
        PairSheet.Race race = PairSheet.race(A, B, LAST).orElseThrow();
        assertThat(race.lead()).isCloseTo(0.04789595537608182, within(1e-12));
        PairSheet sheet = new PairSheet(List.of(pair(0.95, 0.92)), List.of(race));
        Sheet.Said map = sheet.said().get(0);
        assertThat(map.value()).isEqualTo(0.25);
        assertThat(map.n()).isEqualTo(10);
        assertThat(map.sentence())
                .startsWith("+2.00 % and -1.00 % over 10 days, correlation +0.25")
                .contains("extreme");
        assertThat(sheet.said().get(1).value()).isCloseTo(0.04789595537608182, within(1e-12));
        assertThat(sheet.said().get(1).sentence()).startsWith("+4.79 pp");
        Table table = sheet.tables().get(0);
        assertThat(table.rows().get(0).subList(2, 11))
                .containsExactly("+2.00", "-1.00", "10", "+0.25", "95", "252", "92", "252", "both extreme");
        // 2.0377 % against -2.7519 %.
        assertThat(cell(table, 1, "First %")).isEqualTo("+2.04");
        assertThat(cell(table, 1, "Second %")).isEqualTo("-2.75");
        assertThat(new PairSheet(List.of(pair(0.5, 0.92)), List.of())
                        .said()
                        .get(0)
                        .sentence())
                .doesNotContain("extreme");
    }

    @Test
    void sectorsAgainstTheIndex() {
        SectorSheet.Sector a = SectorSheet.sector(A, INDEX, LAST).orElseThrow();
        assertThat(a.periodReturn().decimal()).isCloseTo(-0.03980858354822636, within(1e-12));
        assertThat(a.excess().decimal()).isCloseTo(-0.006901886463057116, within(1e-12));
        assertThat(a.beta()).isCloseTo(0.2547627975961145, within(1e-9));
        assertThat(a.above()).containsExactly(true, false, false);
        SectorSheet.Sector b = SectorSheet.sector(B, INDEX, LAST).orElseThrow();
        assertThat(b.beta()).isCloseTo(0.16842317033080542, within(1e-9));
        SectorSheet sheet = SectorSheet.of("index", List.of(a, b), List.of());
        assertThat(sheet.sectors()).containsExactly(b, a);
        Sheet.Said said = sheet.said().get(0);
        assertThat(said.value()).isZero();
        assertThat(said.state()).isEqualTo("most not above their mean");
        assertThat(said.sentence()).isEqualTo("1, 0 and 0 of 2 above their mean of 10, 20 and 50 closes; 0 beat index");
        assertThat(sheet.tables()).hasSize(1);
        assertThat(sheet.tables().get(0).rows().get(1))
                .containsExactly("A", "-3.98", "-0.69", "0.25", "yes", "no", "no", LAST.toString());
        assertThat(SectorSheet.sector(A, INDEX, FIRST.plusDays(48))).isEmpty();
        assertThat(SectorSheet.sector(A, INDEX, FIRST.plusDays(49))).isPresent();
    }

    private static SectorSheet.Sector sector(String name, double excess, boolean... above) {
        return new SectorSheet.Sector(
                name, LAST, Rate.ofPercent(1), Rate.ofPercent(excess), 1, List.of(above[0], above[1], above[2]));
    }

    @Test
    void mostIsMoreThanHalf() {
        SectorSheet half = SectorSheet.of(
                "I",
                List.of(sector("B", 0, false, true, true), sector("A", 0.5, true, false, true)),
                List.of(new SectorSheet.PriceSplit("CAPE", FIRST, LAST, Rate.ofPercent(7), Rate.ofPercent(3))));
        assertThat(half.sectors()).extracting(SectorSheet.Sector::name).containsExactly("A", "B");
        assertThat(half.said().get(0).value()).isEqualTo(0.5);
        assertThat(half.said().get(0).state()).isEqualTo("most not above their mean");
        assertThat(half.said().get(0).sentence()).startsWith("1, 1 and 2 of 2").endsWith("1 beat I");
        assertThat(half.tables().get(1).rows().get(0).subList(3, 6)).containsExactly("+7.0", "+4.0", "+3.0");
        SectorSheet most = SectorSheet.of(
                "I",
                List.of(
                        sector("A", 1, true, true, false),
                        sector("B", 1, true, true, false),
                        sector("C", 1, true, false, false)),
                List.of());
        assertThat(most.said().get(0).state()).isEqualTo("most above their mean");
        assertThat(SectorSheet.of("I", List.of(), List.of()).said()).isEmpty();
    }

    @Test
    void oneObservationBackIsTheLeast() {
        TimeSeries prices = daily(Unit.PRICE, 100, 110);
        NamedSeries multiples = daily(Unit.FRACTION, 20, 21).named("CAPE");
        assertThat(SectorSheet.split(prices, multiples, 1).orElseThrow().from()).isEqualTo(FIRST);
        assertThat(SectorSheet.split(prices, multiples, 2)).isEmpty();
        assertThatThrownBy(() -> SectorSheet.split(prices, multiples, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theNextOfEachEventAgainstEachAsset() {
        // Returns on event days +1 % and +3 %, on other days +1 %, -1 %, +1 %, -1 %.
        double[] moves = {0.01, 0.01, -0.01, 0.03, 0.01, -0.01};
        double[] closes = new double[7];
        closes[0] = 100;
        for (int i = 0; i < 6; i++) {
            closes[i + 1] = closes[i] * StrictMath.exp(moves[i]);
        }
        LocalDate asOf = FIRST.plusDays(6);
        DateIndex past = DateIndex.copyOf(List.of(FIRST.plusDays(1), FIRST.plusDays(4)));
        List<EventMatrix.Coming> coming = List.of(
                new EventMatrix.Coming("later", asOf.plusDays(8), past),
                new EventMatrix.Coming("week", asOf.plusDays(7), past),
                new EventMatrix.Coming("today", asOf, past),
                new EventMatrix.Coming("also", asOf, past),
                new EventMatrix.Coming("never before", asOf.plusDays(1), DateIndex.EMPTY));
        EventMatrix matrix = EventMatrix.of(
                        coming,
                        List.of(
                                daily(Unit.PRICE, closes).named("A"),
                                daily(Unit.PRICE, 100).named("one close")),
                        Map.of(),
                        asOf)
                .orElseThrow();
        assertThat(matrix.events())
                .extracting(EventMatrix.Coming::kind)
                .containsExactly("also", "today", "never before", "week", "later");
        EventMatrix.Response response = matrix.response("week", "A").orElseThrow();
        // Mean 2 %; deviation (3 - 1) / sqrt 2 = sqrt 2 %; of the others sqrt(4/3) %: a ratio of sqrt 1.5.
        assertThat(response.mean().percent()).isCloseTo(2, within(1e-10));
        assertThat(response.gain().percent()).isCloseTo(2, within(1e-10));
        assertThat(response.loss().percent()).isZero();
        assertThat(response.asymmetry()).hasValue(1);
        assertThat(response.impliedRange()).isNaN();
        assertThat(response.volatility().ratio().orElseThrow()).isCloseTo(Math.sqrt(1.5), within(1e-9));
        assertThat(matrix.said()).hasSize(4);
        assertThat(matrix.said().get(2).value()).isCloseTo(Math.sqrt(1.5), within(1e-9));
        assertThat(matrix.said().get(2).state()).isEqualTo("within a week");
        assertThat(matrix.said().get(2).n()).isEqualTo(2);
        assertThat(matrix.said().get(2).sentence()).contains("1.22 times", "+2.00 %");
        assertThat(matrix.said().get(3).state()).isEqualTo("later than a week");
        Table table = matrix.tables().get(0);
        assertThat(table.rows())
                .extracting(row -> row.get(3))
                .containsExactly(
                        "-",
                        "1.41 % (1.2x, +1.00, n 2)",
                        "1.41 % (1.2x, +1.00, n 2)",
                        "-",
                        "1.41 % (1.2x, +1.00, n 2)",
                        "1.41 % (1.2x, +1.00, n 2)");
        assertThat(cell(table, 5, "In days")).isEqualTo("8");
    }

    @Test
    void whatFallsOnEventsIsALossAsASize() {
        double[] closes = {100, 98, 98, 94, 94, 94};
        DateIndex past = DateIndex.copyOf(List.of(FIRST.plusDays(1), FIRST.plusDays(3)));
        LocalDate asOf = FIRST.plusDays(5);
        EventMatrix matrix = EventMatrix.of(
                        List.of(new EventMatrix.Coming("CPI", asOf, past)),
                        List.of(daily(Unit.PRICE, closes).named("A")),
                        Map.of("A", Rate.ofPercent(16)),
                        asOf)
                .orElseThrow();
        EventMatrix.Response response = matrix.responses().get(0);
        assertThat(response.gain().decimal()).isZero();
        assertThat(response.loss().decimal())
                .isCloseTo(-(StrictMath.log(0.98) + StrictMath.log(94 / 98.0)) / 2, within(1e-12));
        assertThat(response.asymmetry()).hasValue(-1);
        // Nothing moved on other days: no ratio, so nothing is said of it.
        assertThat(matrix.said()).isEmpty();
        // 16 % over the root of 252.
        assertThat(matrix.tables().get(0).rows().get(0).get(3)).isEqualTo("1.01 %");
        assertThat(matrix.tables().get(0).rows().get(1).get(3)).contains("(-x, -1.00, n 2)");
        EventMatrix.Response still =
                new EventMatrix.Response("A", response.volatility(), Rate.ZERO, Rate.ZERO, Rate.ZERO, Double.NaN);
        assertThat(still.asymmetry()).isEmpty();
        assertThat(new EventMatrix(asOf, matrix.events(), List.of(still))
                        .tables()
                        .get(0)
                        .rows()
                        .get(1)
                        .get(3))
                .contains("(-x, -, n 2)");
    }

    @Test
    void theAssetThatMovesMostIsTold() {
        double[] calm = {100, 101, 100, 101, 100, 101, 100, 101};
        double[] moved = {100, 101, 100, 110, 109, 108, 99, 100};
        DateIndex past = DateIndex.copyOf(List.of(FIRST.plusDays(3), FIRST.plusDays(6)));
        LocalDate asOf = FIRST.plusDays(7);
        EventMatrix matrix = EventMatrix.of(
                        List.of(new EventMatrix.Coming("CPI", asOf, past)),
                        List.of(
                                daily(Unit.PRICE, calm).named("calm"),
                                daily(Unit.PRICE, moved).named("moved"),
                                daily(Unit.PRICE, calm).named("calm too")),
                        Map.of(),
                        asOf)
                .orElseThrow();
        assertThat(matrix.said()).singleElement().extracting(Sheet.Said::inputs).isEqualTo(List.of("moved", "CPI"));
    }

    private static DriverReading reading(double... impulses) {
        return new DriverReading(
                LAST,
                21,
                Unit.FRACTION,
                0.001,
                IntStream.range(0, impulses.length)
                        .mapToObj(i -> new DriverReading.GroupImpulse(
                                "g" + i, List.of(new DriverReading.Driver("d" + i, 1, impulses[i], impulses[i]))))
                        .toList(),
                List.of());
    }

    private static SharpeRecord earned(String model, double sharpe, double held) {
        return new SharpeRecord(
                model, FIRST, LAST, 300, new Estimate(sharpe, sharpe - 0.3, sharpe + 0.3), held, NO_CALLS, NO_CALLS);
    }

    @Test
    void driversWithTheirRecord() {
        DriverSheet.Entry good = new DriverSheet.Entry(
                "A", Unit.PERCENT, reading(0.03, -0.01), 250, 0.0125, List.of(earned("drivers", 0.5, 0.75)));
        DriverSheet.Entry none = new DriverSheet.Entry("B", Unit.PERCENT, reading(-0.01), 0, Double.NaN, List.of());
        DriverSheet sheet = new DriverSheet(List.of(good, none));
        Sheet.Said said = sheet.said().get(0);
        assertThat(said.value()).isCloseTo(0.02, within(1e-15));
        assertThat(said.unit()).isEqualTo(Unit.PERCENT);
        assertThat(said.n()).isEqualTo(250);
        assertThat(said.state()).isEqualTo("bullish");
        assertThat(sheet.said().get(1).state()).isEqualTo("bearish");
        assertThat(good.verdict()).contains("+0.0125 of 250 forecasts, better than", "0.50 after costs, holding 0.75");
        assertThat(new DriverSheet.Entry("A", Unit.PERCENT, reading(0), 9, 0, List.of()).verdict())
                .contains("no better than");
        assertThat(none.verdict()).isEqualTo("B: too few forecasts to judge, 0.");
        // (3 - 1) / (3 + 1) point one way.
        assertThat(sheet.tables().get(0).rows().get(0))
                .containsExactly(
                        "A",
                        "bullish",
                        "+2.000 %",
                        "0.50",
                        "+0.0125",
                        "0.50",
                        "0.75",
                        "g0 +3.000 %; g1 -1.000 %",
                        "250",
                        "0.0 (0.0)",
                        "0.0 (0.0)",
                        "",
                        LAST.toString());
        assertThat(sheet.tables().get(0).rows().get(1).subList(4, 9))
                .containsExactly("-", "-", "-", "g0 -1.000 %", "0");
        assertThat(sheet.charts()).isEmpty();
    }

    private static TimeSeries returnsFromMarch(double... returns) {
        DateIndex days = DateIndex.of(LocalDate.of(2024, 3, 28), LocalDate.of(2024, 4, 1), LocalDate.of(2024, 5, 2));
        return TimeSeries.of(days, returns, Unit.FRACTION);
    }

    /** Half is lost in April and won back in May: 1.1 x 0.5 x 2 = 1.1 against 1.2 held; a quarter shows its lowest. */
    @Test
    void whatDriverModelsGrewToAndHowFarTheyFell() {
        Panel earned = Panel.onCommonDates(List.of(
                returnsFromMarch(0.1, -0.5, 1).named("A"),
                returnsFromMarch(0.2, 0, 0).named("A, held")));
        DriverSheet.Entry entry =
                new DriverSheet.Entry("A", Unit.PERCENT, reading(0.03, -0.01), 250, 0.01, List.of(), List.of(earned));
        List<Chart> charts = new DriverSheet(List.of(entry)).charts();
        assertThat(charts)
                .extracting(Chart::title)
                .containsExactly(
                        "0 of 1 driver models grew more than what they trade",
                        "The deepest fall was that of the model of A: -50.0 %, held 0.0 %");
        assertThat(charts.get(0).labels()).containsExactly("2024-03-31", "2024-05-02");
        assertThat(charts.get(0).form()).isEqualTo(Chart.Form.GROWTH);
        assertThat(charts.get(0).lines().get(0).values().get(1)).isCloseTo(1.1, within(1e-12));
        assertThat(charts.get(0).lines().get(1).values().get(1)).isCloseTo(1.2, within(1e-12));
        assertThat(charts.get(1).lines().get(0).values().get(0)).isZero();
        assertThat(charts.get(1).lines().get(0).values().get(1)).isCloseTo(-50, within(1e-12));
    }

    private static ModelTable.Row row(String asset, double value, double agreement, List<SharpeRecord> records) {
        Strength strength = new Strength(
                value, 0.75, -0.25, 0.5, agreement, 1.5, Strength.TailState.of(1.5, value), 300, List.of());
        return new ModelTable.Row(
                new StrengthRow(asset, LAST, 100, strength),
                List.of(new MomentumReading(
                        MomentumCycle.DAILY, LAST, 100, MomentumCycle.Phase.BULL, FIRST, 7, 0.1, 0.02, 90, 98)),
                records);
    }

    @Test
    void theModelsInCells() {
        ModelTable table = new ModelTable(
                LAST,
                List.of(
                        row("up", 0.5, 0.8, List.of(earned("strength", 0.6, 0.5), earned("momentum cycle", 0, 0.5))),
                        row("down", -0.5, 0.8, List.of(earned("strength", 0.4, 0.5))),
                        row("flat", 0.05, 0.1, List.of(earned("strength", -0.1, -0.5)))));
        assertThat(table.rows()).extracting(ModelTable.Row::direction).containsExactly("up", "down", "neutral");
        assertThat(table.row("down").orElseThrow().standing().asset()).isEqualTo("down");
        Table standing = table.table();
        assertThat(Map.of(
                        "Strength", cell(standing, 1, "Strength"),
                        "Alignment", cell(standing, 1, "Alignment"),
                        "Momentum", cell(standing, 1, "Momentum"),
                        "Reversion", cell(standing, 1, "Reversion"),
                        "Extension z", cell(standing, 1, "Extension z"),
                        "Since", cell(standing, 1, "Since")))
                .containsOnly(
                        entry("Strength", "-0.50"),
                        entry("Alignment", "0.80"),
                        entry("Momentum", "+0.75"),
                        entry("Reversion", "-0.25"),
                        entry("Extension z", "+1.5"),
                        entry("Since", "2024-01-01"));
        Table records = table.recordTable();
        // Both references stand below the close: it turns below 98, and at no higher price.
        assertThat(cell(records, 0, "Cycle turns from")).isEqualTo("-");
        assertThat(cell(records, 0, "Cycle turns below")).startsWith("98.0000 (-2.00 %)");
        assertThat(records.rows().get(0).subList(3, 9))
                .containsExactly("0.60 [0.30, 0.90]", "0.50", "300", "0.00 [-0.30, 0.30]", "0.50", "300");
        assertThat(records.rows().get(1).subList(6, 9)).containsExactly("-", "-", "-");
        // Of three strengths one lost, and one beat holding above zero; of one cycle one lost.
        assertThat(table.verdicts()).hasSize(2);
        assertThat(table.verdicts().get(0)).contains("lost on 1 of 3 assets and beat buying and holding on 1,");
        assertThat(table.verdicts().get(1))
                .contains("lost on 1 of 1 assets and beat buying and holding on 0: no edge.");
        assertThat(new ModelTable(LAST, List.of(row("up", 0.5, 0.8, List.of()))).verdicts())
                .isEmpty();
    }

    @Test
    void aRisingNameIsInABullMarket() {
        NamedSeries up = TimeSeries.of(
                        days(400),
                        IntStream.range(0, 400).mapToDouble(i -> 50 + i).toArray(),
                        Unit.PRICE)
                .named("up");
        BasketSheet sheet = BasketSheet.of(
                        "b",
                        List.of(A, up),
                        new BasketSheet.Blend(INDEX, YIELD.series(), 0.6, 8, Rate.ofPercent(2.52)),
                        Map.of(),
                        List.of(new WithoutBasket("b", Rate.ofPercent(1), Rate.ofPercent(0.4), 0.3)),
                        LAST)
                .orElseThrow();
        assertThat(sheet.said().get(0).sentence()).endsWith("1 of 2 with a year of closes in a bull market");
        Table table = sheet.tables().get(0);
        assertThat(cell(table, 0, "Cycle")).isEqualTo(MomentumCycle.Phase.BULL.toString());
        // 21 closes back for the fast and 252 for the slow momentum: both known, and up, from the 253rd close on.
        assertThat(cell(table, 0, "Since")).isEqualTo(FIRST.plusDays(252).toString());
        assertThat(cell(table, 1, "Cycle")).isEqualTo(MomentumCycle.Phase.BEAR.toString());
        assertThat(sheet.notes()).hasSize(2);
        assertThat(sheet.notes().get(1))
                .contains("2.52 % a year", "60.0 % index and 40.0 % a ten-year note of duration 8.00");
        assertThat(basket(NONE, LAST).notes()).singleElement().asString().contains("that of index, among");
        assertThat(basket(YIELD.series(), LAST).said().get(0).sentence())
                .contains("0 of 2 with a year of closes in a bull market");
        isWritten(sheet);
        assertThat(sheet).asString().contains(sheet.without().get(0).toString());
    }

    /** Every row of every table stands in the text, and below it stand notes. */
    private static void isWritten(Sheet sheet) {
        for (Table table : sheet.tables()) {
            for (List<String> row : table.rows()) {
                assertThat(sheet.toString()).contains(String.join("  ", row));
            }
        }
        assertThat(sheet.notes()).isNotEmpty();
    }

    @Test
    void whatASheetShowsStandsInItsText() {
        SectorSheet.Sector sector = SectorSheet.sector(A, INDEX, LAST).orElseThrow();
        SectorSheet.PriceSplit split =
                new SectorSheet.PriceSplit("CAPE", FIRST, LAST, Rate.ofPercent(7), Rate.ofPercent(3));
        isWritten(SectorSheet.of("index", List.of(sector), List.of(split)));
        assertThat(SectorSheet.of("index", List.of(sector), List.of(split)).notes())
                .hasSize(2);
        assertThat(SectorSheet.of("index", List.of(sector), List.of()).notes()).hasSize(1);
        RateSheet.Sensitivity each =
                RateSheet.sensitivity(A, YIELD.series(), LAST, 63).orElseThrow();
        isWritten(RateSheet.of("ten", List.of(each), List.of(), Optional.empty()));
        assertThat(RateSheet.of("ten", List.of(each), List.of(), Optional.empty())
                        .notes()
                        .get(0))
                .contains("over 63 days");
        LevelSheet levels = new LevelSheet(List.of(LevelSheet.of(A, LAST).orElseThrow()));
        assertThat(levels.notes()).isNotEmpty();
        assertThat(levels).asString().contains(LAST.toString(), "79.3067", "76.0624");
        isWritten(new EventMatrix(LAST, List.of(), List.of()));
        assertThat(new PairSheet(List.of(), List.of()).notes()).isNotEmpty();
        ModelTable table = new ModelTable(LAST, List.of(row("up", 0.5, 0.8, List.of(earned("strength", 0.6, 0.5)))));
        assertThat(table.toString().replaceAll(" {2,}", "  "))
                .contains(
                        "Asset  Last close  Strength  Direction",
                        String.join("  ", table.table().rows().get(0)),
                        String.join("  ", table.recordTable().rows().get(0)));
    }

    @Test
    void closesUpToOneThatIsNotAboveZeroAreLeftOut() {
        double[] values = A.series().values().toArray();
        values[60] = -1;
        TimeSeries broken = TimeSeries.of(days(400), values, Unit.PRICE);
        TimeSeries after = A.series().slice(61, 400);
        ModelTable table = ModelTable.of(
                StrengthBoard.of(Map.of("A", broken, "whole", A.series()), LAST),
                Map.of("A", broken, "whole", A.series()),
                Evaluation.withDefaults());
        assertThat(table.row("A").orElseThrow().cycle())
                .containsExactly(MomentumCycle.DAILY.asOf(after, LAST).orElseThrow());
        assertThat(table.row("A").orElseThrow().records())
                .isEqualTo(ModelTable.records(after, StrengthModel.withDefaults(), Evaluation.withDefaults()));
        assertThat(table.row("whole").orElseThrow().cycle())
                .containsExactly(MomentumCycle.DAILY.asOf(A.series(), LAST).orElseThrow());
        assertThat(table.row("whole").orElseThrow().records())
                .extracting(SharpeRecord::model)
                .containsExactly("strength", "momentum cycle");
        assertThatThrownBy(() -> ModelTable.of(
                        StrengthBoard.of(Map.of("A", A.series()), LAST),
                        Map.of("A", YIELD.series()),
                        Evaluation.withDefaults()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ModelTable.of(
                        StrengthBoard.of(Map.of("A", A.series()), LAST),
                        Map.of("B", A.series()),
                        Evaluation.withDefaults()))
                .hasMessage("closes must be of assets of the board, [A], but had B");
    }

    @Test
    void aPictureNeedsTwoObservations() {
        TimeSeries two = daily(Unit.PERCENT, 4.00, 4.10, 4.20, 4.30);
        TimeSeries ten = daily(Unit.PERCENT, 4.00, 4.20, 4.30, 4.60);
        CurveHistory curve = CurveMoves.history(
                "2s10s", two, ten, CurveOptions.withDefaults().withDays(1));
        NamedSeries spread = daily(Unit.BASIS_POINTS, 100, 101, 102, 103).named("IG");
        assertThat(CurveBackdrop.of(spread, curve, FIRST, 2)).isEmpty();
        Chart chart = CurveBackdrop.of(spread, curve, FIRST.plusDays(3), 2).orElseThrow();
        // The spread of yields moves by +10, 0 and +20 basis points while both rise.
        assertThat(chart.lines().get(0).values()).containsExactly(102.0, 103.0);
        assertThat(chart.spans().get(chart.spans().size() - 1))
                .isEqualTo(new Chart.Span("bear steepener", FIRST.plusDays(3), FIRST.plusDays(4), Chart.Tone.BAD));
        assertThat(CurveBackdrop.of(spread, curve, FIRST.plusDays(1), 10))
                .map(each -> each.lines().get(0).values())
                .contains(List.of(100.0, 101.0));
        assertThatThrownBy(() -> CurveBackdrop.of(spread, curve, FIRST.plusDays(3), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(RateSheet.of("ten", List.of(), List.of(), Optional.of(chart)).charts())
                .containsExactly(chart);
    }

    /** Closes 50, 51, ... 449: the month is 429 to 449, so P = 442.33 and S1 = 2 P - 449. */
    @Test
    void theCloseThatEndsABullMarketIsALevel() {
        NamedSeries up = TimeSeries.of(
                        days(400),
                        IntStream.range(0, 400).mapToDouble(i -> 50 + i).toArray(),
                        Unit.PRICE)
                .named("up");
        LevelLadder ladder = LevelSheet.of(up, LAST).orElseThrow().ladder();
        // The next close is held against 429, twenty-one closes before it.
        assertThat(ladder.rungs().stream().filter(rung -> rung.offset() <= 0))
                .extracting(rung -> String.format(
                        Locale.ROOT,
                        "%s %.2f",
                        rung.level().name().replaceAll("cycle: .*", "cycle"),
                        rung.level().price()))
                .containsExactly("high of a year 449.00", "P 442.33", "S1 435.67", "cycle 429.00", "mean of 50 424.50");
        LevelSheet sheet = new LevelSheet(List.of(LevelSheet.of(up, LAST).orElseThrow()));
        assertThat(cell(sheet.tables().get(0), 0, "Below, nearest first"))
                .startsWith("high of a year 449.000 (+0.0 %)*");
    }

    @Test
    void aCloseAtItsMeanIsNotAbove() {
        NamedSeries flat = TimeSeries.of(
                        days(60), IntStream.range(0, 60).mapToDouble(i -> 8).toArray(), Unit.PRICE)
                .named("flat");
        SectorSheet.Sector sector = SectorSheet.sector(flat, INDEX, LAST).orElseThrow();
        assertThat(sector.above()).containsExactly(false, false, false);
        assertThat(sector.beta()).isZero();
        assertThat(sector.periodReturn()).isEqualTo(Rate.ZERO);
    }

    @Test
    void aDayWithoutAMoveIsNeitherGainNorLoss() {
        double[] closes = {100, 100, 101, 102, 100, 100};
        DateIndex past = DateIndex.copyOf(List.of(FIRST.plusDays(1), FIRST.plusDays(2), FIRST.plusDays(4)));
        LocalDate asOf = FIRST.plusDays(5);
        EventMatrix.Response response = EventMatrix.of(
                        List.of(new EventMatrix.Coming("CPI", asOf, past)),
                        List.of(daily(Unit.PRICE, closes).named("A")),
                        Map.of(),
                        asOf)
                .orElseThrow()
                .responses()
                .get(0);
        assertThat(response.gain().decimal()).isCloseTo(StrictMath.log(1.01), within(1e-15));
        assertThat(response.loss().decimal()).isCloseTo(StrictMath.log(1.02), within(1e-12));
        assertThat(response.mean().decimal()).isCloseTo(StrictMath.log(1.01 / 1.02) / 3, within(1e-12));
    }

    @Test
    void basketsThatDoNotFallAreOneWay() {
        double[] flat = new double[22];
        Arrays.fill(flat, 100);
        double[] up = flat.clone();
        up[21] = 101;
        double[] down = flat.clone();
        down[21] = 99;
        assertThat(state(flat, up)).isEqualTo("one way");
        assertThat(state(flat, down)).isEqualTo("one way");
        assertThat(state(up, down)).isEqualTo("mixed");
    }

    private static String state(double[] one, double[] other) {
        return said(one, other).state();
    }

    private static Sheet.Said said(double[] one, double[] other) {
        return BasketSheet.of(
                        "b",
                        List.of(
                                daily(Unit.PRICE, one).named("one"),
                                daily(Unit.PRICE, other).named("other")),
                        new BasketSheet.Blend(INDEX, NONE, 1, 8, Rate.ZERO),
                        Map.of(),
                        List.of(),
                        LAST)
                .orElseThrow()
                .said()
                .get(0);
    }

    @Test
    void whatIsNoNumberIsADashAndZeroHasNoMinus() {
        assertThat(Cells.decimal(Double.NaN, 2)).isEqualTo("-");
        assertThat(Cells.signed(-0.004, 2)).isEqualTo("+0.00");
        assertThat(Cells.decimal(-0.004, 2)).isEqualTo("0.00");
        assertThat(Cells.signed(-0.4, 0)).isEqualTo("+0");
        assertThat(Cells.signed(-0.006, 2)).isEqualTo("-0.01");
        assertThat(Cells.percent(0.0123)).isEqualTo("+1.23");
        assertThat(Cells.price(12345.678)).isEqualTo("12345.7");
        assertThat(Cells.lower(CreditRates.Regime.RISK_ON)).isEqualTo("risk on");
    }
}
