package io.github.macroregime.regime.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.curve.CurveMoves;
import io.github.macroregime.regime.curve.CurveOptions;
import io.github.macroregime.regime.outlook.VolatilityPremium;
import io.github.macroregime.regime.section.Chart;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SheetTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private static TimeSeries daily(Unit unit, double... quoted) {
        return TimeSeries.ofQuoted(
                FIRST.datesUntil(FIRST.plusDays(quoted.length)).toList(), quoted, unit);
    }

    private static NamedSeries walk(String name, long seed, int count) {
        Random random = new Random(seed);
        double[] closes = new double[count];
        double close = 100;
        for (int i = 0; i < count; i++) {
            close *= 1 + 0.01 * random.nextGaussian();
            closes[i] = close;
        }
        return daily(Unit.PRICE, closes).named(name);
    }

    @Test
    void aBasketOfTwoStandsEvenlyAroundItsMean() {
        double[] up = IntStream.range(0, 25).mapToDouble(i -> 100 + i).toArray();
        double[] flat = new double[25];
        Arrays.fill(flat, 50);
        TimeSeries none = TimeSeries.of(DateIndex.EMPTY, new double[0], Unit.PERCENT);
        BasketSheet sheet = BasketSheet.of(
                        "two",
                        List.of(
                                daily(Unit.PRICE, flat).named("flat"),
                                daily(Unit.PRICE, up).named("up")),
                        new BasketSheet.Blend(
                                daily(Unit.PRICE, flat).named("index"), none, 0.5, 8, Rate.ofPercent(2.52)),
                        Map.of(),
                        List.of(),
                        FIRST.plusDays(24))
                .orElseThrow();
        BasketSheet.Member first = sheet.members().get(0);
        assertThat(first.name()).isEqualTo("up");
        assertThat(first.day().percent()).isCloseTo(100.0 / 123, within(1e-12));
        // 124 / 104 - 1, less 20 days of 2.52 % a year of 252: 0.2 %.
        assertThat(first.excess().percent()).isCloseTo(100.0 * 20 / 104 - 0.2, within(1e-12));
        assertThat(first.peerScore()).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(sheet.members().get(1).peerScore()).isCloseTo(-Math.sqrt(0.5), within(1e-12));
        assertThat(first.blendScore()).isNaN();
        assertThat(first.cycle()).isEmpty();
        assertThat(sheet.said().get(0).sentence())
                .startsWith("up +0.81 % to flat +0.00 %; 0 of 0 with a year of closes in a bull market");
    }

    @Test
    void impliedVolatilityStandsAmongThePeersThatHaveOne() {
        List<NamedSeries> names = List.of(walk("A", 1, 300), walk("B", 2, 300), walk("C", 3, 300));
        LocalDate day = FIRST.plusDays(299);
        VolatilityPremium dear = new VolatilityPremium(day, 21, Rate.ofPercent(40), Rate.ofPercent(30), 0.5, 0, 100);
        VolatilityPremium cheap = new VolatilityPremium(day, 21, Rate.ofPercent(20), Rate.ofPercent(25), 0.5, 0, 100);
        BasketSheet sheet = BasketSheet.of(
                        "three",
                        names,
                        new BasketSheet.Blend(
                                walk("index", 4, 300), daily(Unit.PERCENT, new double[300]), 0.5, 8, Rate.ZERO),
                        Map.of("A", dear, "B", cheap),
                        List.of(),
                        day)
                .orElseThrow();
        for (BasketSheet.Member each : sheet.members()) {
            double expected =
                    each.name().equals("A") ? Math.sqrt(0.5) : each.name().equals("B") ? -Math.sqrt(0.5) : Double.NaN;
            assertThat(each.impliedScore()).isEqualTo(expected, within(1e-12));
            assertThat(each.premiumScore()).isEqualTo(expected, within(1e-12));
            assertThat(each.blendScore()).isFinite();
        }
    }

    @Test
    void eventsAgainstAssets() {
        // Returns of 10 % up and then 5 % down on event days, one percent either way on others.
        double[] closes = new double[12];
        closes[0] = 100;
        double[] moves = {0.01, -0.01, 0.10, 0.01, -0.01, 0.01, -0.05, -0.01, 0.01, -0.01, 0.01};
        for (int i = 0; i < moves.length; i++) {
            closes[i + 1] = closes[i] * StrictMath.exp(moves[i]);
        }
        DateIndex past = DateIndex.copyOf(List.of(FIRST.plusDays(3), FIRST.plusDays(7), FIRST.plusDays(20)));
        LocalDate asOf = FIRST.plusDays(11);
        EventMatrix matrix = EventMatrix.of(
                        List.of(
                                new EventMatrix.Coming("CPI", FIRST.plusDays(20), past),
                                new EventMatrix.Coming("over", FIRST.plusDays(2), past)),
                        List.of(daily(Unit.PRICE, closes).named("A")),
                        Map.of("A", Rate.ofPercent(16)),
                        asOf)
                .orElseThrow();
        assertThat(matrix.events()).extracting(EventMatrix.Coming::kind).containsExactly("CPI");
        EventMatrix.Response response = matrix.response("CPI", "A").orElseThrow();
        assertThat(response.volatility().events()).isEqualTo(2);
        assertThat(response.volatility().onEvents().decimal()).isCloseTo(0.15 / Math.sqrt(2), within(1e-12));
        assertThat(response.mean().decimal()).isCloseTo(0.025, within(1e-12));
        assertThat(response.asymmetry().orElseThrow()).isCloseTo((0.10 - 0.05) / 0.15, within(1e-9));
        assertThat(response.impliedRange()).isCloseTo(0.16 / Math.sqrt(252), within(1e-15));
        assertThat(matrix.tables().get(0).rows().get(1)).startsWith("CPI", "2024-01-21", "9");
        assertThat(matrix.response("over", "A")).isEmpty();
        assertThat(EventMatrix.of(List.of(), List.of(), Map.of(), asOf)).isEmpty();
    }

    @Test
    void theSpreadIsRedWhereTheCurveSteepensByRisingYields() {
        double[] spread = {100, 101, 102, 103, 104, 105};
        TimeSeries two = daily(Unit.PERCENT, 4.00, 4.00, 4.00, 4.05, 4.05, 4.05);
        TimeSeries ten = daily(Unit.PERCENT, 4.00, 4.10, 4.20, 4.22, 4.22, 4.22);
        Chart chart = CurveBackdrop.of(
                        daily(Unit.BASIS_POINTS, spread).named("IG"),
                        CurveMoves.history(
                                "2s10s", two, ten, CurveOptions.withDefaults().withDays(1)),
                        FIRST.plusDays(5),
                        10)
                .orElseThrow();
        assertThat(chart.spans())
                .containsExactly(
                        new Chart.Span("bear steepener", FIRST.plusDays(1), FIRST.plusDays(3), Chart.Tone.BAD),
                        new Chart.Span("bear flattener", FIRST.plusDays(3), FIRST.plusDays(4), Chart.Tone.CAUTION));
        assertThat(chart.lines().get(0).values()).containsExactly(100.0, 101.0, 102.0, 103.0, 104.0, 105.0);
    }

    @Test
    void priceIsEarningsTimesMultiple() {
        SectorSheet.PriceSplit split = SectorSheet.split(
                        daily(Unit.PRICE, 100, 110, 121),
                        daily(Unit.FRACTION, 20, 20, 22).named("PE"),
                        2)
                .orElseThrow();
        assertThat(split.price().decimal()).isCloseTo(2 * StrictMath.log(1.1), within(1e-15));
        assertThat(split.multiple().decimal()).isCloseTo(StrictMath.log(1.1), within(1e-15));
        // Earnings were 5 and are 5.5.
        assertThat(split.earnings().decimal()).isCloseTo(StrictMath.log(1.1), within(1e-12));
        assertThat(SectorSheet.split(
                        daily(Unit.PRICE, 1, 2), daily(Unit.FRACTION, 1, 2).named("PE"), 2))
                .isEmpty();
    }

    @Test
    void aBondOfKnownDurationHasItsSensitivity() {
        Random random = new Random(7);
        double[] yields = new double[400];
        double[] prices = new double[400];
        yields[0] = 4;
        prices[0] = 100;
        for (int i = 1; i < 400; i++) {
            yields[i] = yields[i - 1] + 0.05 * random.nextGaussian();
            prices[i] = prices[i - 1] * StrictMath.exp(-7 * (yields[i] - yields[i - 1]) / 100);
        }
        RateSheet.Sensitivity sensitivity = RateSheet.sensitivity(
                        daily(Unit.PRICE, prices).named("note"), daily(Unit.PERCENT, yields), FIRST.plusDays(399), 126)
                .orElseThrow();
        assertThat(100 * sensitivity.perBasisPoint()).isCloseTo(-0.07, within(1e-9));
        assertThat(sensitivity.correlation()).isCloseTo(-1, within(1e-9));
        assertThat(sensitivity.push().decimal()).isCloseTo(StrictMath.log(prices[399] / prices[398]), within(1e-9));
    }

    @Test
    void nothingAfterTheDayIsSeen() {
        NamedSeries a = walk("A", 11, 700);
        NamedSeries b = walk("B", 12, 700);
        LocalDate day = FIRST.plusDays(500);
        NamedSeries cutA = a.series().until(day).named("A");
        NamedSeries cutB = b.series().until(day).named("B");
        TimeSeries yields = daily(
                Unit.PERCENT,
                walk("y", 13, 700).series().values().stream().map(x -> x / 25).toArray());
        TimeSeries cutYields = yields.until(day);
        assertThat(LevelSheet.of(a, day)).isEqualTo(LevelSheet.of(cutA, day));
        assertThat(PairSheet.pair(a, b, yields.named("v"), day))
                .isEqualTo(PairSheet.pair(cutA, cutB, cutYields.named("v"), day));
        assertThat(PairSheet.race(a, b, day)).isEqualTo(PairSheet.race(cutA, cutB, day));
        assertThat(SectorSheet.sector(a, b, day)).isEqualTo(SectorSheet.sector(cutA, cutB, day));
        assertThat(RateSheet.sensitivity(a, yields, day, 63))
                .isEqualTo(RateSheet.sensitivity(cutA, cutYields, day, 63));
        assertThat(RateSheet.scenarios(a, yields.named("y"), yields.named("s"), day, 100))
                .isEqualTo(RateSheet.scenarios(cutA, cutYields.named("y"), cutYields.named("s"), day, 100));
    }

    @Test
    void whatIsFlatHasNoLevelsAndNoSlope() {
        double[] flat = new double[60];
        Arrays.fill(flat, 5);
        NamedSeries asset = daily(Unit.PRICE, flat).named("flat");
        LocalDate day = FIRST.plusDays(59);
        assertThat(LevelSheet.of(asset, day)).isEmpty();
        assertThat(RateSheet.sensitivity(asset, daily(Unit.PERCENT, flat), day, 20))
                .isEmpty();
        assertThat(SectorSheet.sector(asset, asset, day).orElseThrow().beta()).isNaN();
    }

    @Test
    void volatilitiesAgainstOneAnother() {
        NamedSeries near = daily(Unit.PERCENT, 20, 22, 30).named("near");
        NamedSeries far = daily(Unit.PERCENT, 21, 24, 27).named("far");
        LocalDate day = FIRST.plusDays(2);
        VolatilitySheet.Comparison term =
                VolatilitySheet.term(near, far, day, 10).orElseThrow();
        assertThat(term.value()).isCloseTo(-0.03, within(1e-15));
        assertThat(term.state()).isEqualTo("backwardation");
        assertThat(term.percentile()).isCloseTo(0.5 / 3, within(1e-15));
        VolatilitySheet.Comparison dispersion =
                VolatilitySheet.dispersion("two", List.of(near, far), day, 10).orElseThrow();
        assertThat(dispersion.value()).isCloseTo(0.03 / Math.sqrt(2), within(1e-15));
        assertThat(dispersion.state()).isEqualTo("dispersed");
        // Doubling and halving together, then apart: correlation of (1, -1, 1) and (1, -1, -1) is 0.5.
        VolatilitySheet.Comparison together = VolatilitySheet.correlation(
                        daily(Unit.PERCENT, 10, 20, 10, 20).named("a"),
                        daily(Unit.PERCENT, 30, 60, 30, 15).named("b"),
                        FIRST.plusDays(3),
                        3,
                        10)
                .orElseThrow();
        assertThat(together.value()).isCloseTo(0.5, within(1e-12));
        assertThat(together.n()).isEqualTo(1);
        VolatilitySheet sheet = new VolatilitySheet(List.of(), List.of(term, dispersion, together));
        assertThat(sheet.tables().get(1).rows().get(0))
                .containsExactly("far less near", "-3.00", "pp", "17", "backwardation", "3", "2024-01-03");
        assertThat(sheet.said()).hasSize(3);
    }

    @Test
    void aSlopeWithinTwoStandardErrorsIsNoPush() {
        RateSheet.Sensitivity weak =
                new RateSheet.Sensitivity("a", FIRST, 102, 0.001, 0.19, Rate.ofBasisPoints(3), Rate.ZERO, 0.5, 252);
        assertThat(weak.state()).isEqualTo("no clear link");
        RateSheet.Sensitivity clear =
                new RateSheet.Sensitivity("a", FIRST, 102, 0.001, 0.20, Rate.ofBasisPoints(3), Rate.ZERO, 0.5, 252);
        assertThat(clear.state()).isEqualTo("pushed up");
        RateSheet.Sensitivity still =
                new RateSheet.Sensitivity("a", FIRST, 102, 0.001, 0.20, Rate.ofBasisPoints(0.5), Rate.ZERO, 0.5, 252);
        assertThat(still.state()).isEqualTo("yields hardly moved");
    }
}
