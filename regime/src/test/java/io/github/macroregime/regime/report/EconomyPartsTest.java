package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.Parts.inputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.PublicationLag.Basis;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.EconomyInput.MoneyParts;
import io.github.macroregime.regime.macro.MarketQuadrants;
import io.github.macroregime.regime.macro.NetLiquidity;
import io.github.macroregime.regime.macro.Quadrant;
import io.github.macroregime.regime.macro.QuadrantOptions;
import io.github.macroregime.regime.macro.QuadrantProbabilities;
import io.github.macroregime.regime.macro.QuadrantReading;
import io.github.macroregime.regime.report.GrowthPart.MarketView;
import io.github.macroregime.regime.report.GrowthPart.SourcedQuadrant;
import io.github.macroregime.regime.report.LiquidityPart.IndexLevel;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import io.github.macroregime.regime.section.Card;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Growth, inflation and liquidity, from readings made by hand. */
class EconomyPartsTest {

    private static final LocalDate JUNE = LocalDate.of(2025, 6, 1);

    static NetLiquidity.Reading net(double change, double score) {
        return new NetLiquidity.Reading(TUESDAY.minusDays(5), 6.139e12, change * 1e9, 13, score, 500);
    }

    static SourcedQuadrant data(QuadrantProbabilities probabilities, Quadrant label, double growth) {
        return new SourcedQuadrant(
                "output and prices",
                "final data",
                "released 2025-07-16",
                new QuadrantReading(
                        LocalDate.of(2025, 7, 16),
                        Basis.RELEASED,
                        JUNE,
                        Rate.ofPercent(0.58),
                        Rate.ofPercent(growth),
                        Rate.ofPercent(2.67),
                        Rate.ofPercent(0.27),
                        probabilities,
                        label,
                        label,
                        411,
                        new QuadrantOptions(12, 3, 60, 0.10)),
                List.of());
    }

    static MarketView market(double... probabilities) {
        return new MarketView(
                TUESDAY,
                List.of("Stocks", "Bonds"),
                new MarketQuadrants.Reading(
                        new QuadrantProbabilities(
                                probabilities[0], probabilities[1], probabilities[2], probabilities[3]),
                        List.of(0.0, 0.0, 0.0, 0.0),
                        2,
                        0.5));
    }

    static final QuadrantProbabilities TIED = new QuadrantProbabilities(0.19, 0.29, 0.38, 0.14);

    private static GrowthPart growth(List<MarketView> market, List<NetLiquidity.Reading> liquidity) {
        return new GrowthPart(
                List.of(data(TIED, Quadrant.STAGFLATION, -0.4)),
                market,
                liquidity,
                inputs("output and prices", "Stocks", "Bonds", MoneyParts.NAME));
    }

    private static MacroStatement said(MacroPart part, String subject) {
        return Parts.report(part).statement(part.topic(), subject).orElseThrow();
    }

    @Test
    void theQuadrantIsToldWithWhatItIsTiedWith() {
        MacroStatement said = said(growth(List.of(), List.of()), "Quadrant by data, output and prices");
        assertThat(said.state()).isEqualTo("stagflation");
        assertThat(said.sentence())
                .isEqualTo(
                        "stagflation, near-tied with reflation (29.00 %): growth +0.58 % (-0.40 pp), inflation +2.67 %"
                                + " (+0.27 pp); goldilocks 19.0 %, reflation 29.0 %, stagflation 38.0 %, deflation 14.0"
                                + " %");
        assertThat(said.figure().quoted()).isEqualTo(38, within(1e-9));
        assertThat(said.sample()).isEqualTo(Sample.of(411, "changes"));
        assertThat(said.observed()).isEqualTo(JUNE);
        assertThat(said.definition())
                .contains("the second and at most 10 pp below it", "released 2025-07-16; final data");
    }

    @Test
    void theAxesRiseBySignWithTheirProbability() {
        GrowthPart part = growth(List.of(), List.of());
        MacroStatement growth = said(part, "Growth, output and prices");
        assertThat(growth.state()).isEqualTo("not rising");
        // Goldilocks and reflation are where growth rises, reflation and stagflation where inflation does.
        assertThat(growth.sentence())
                .isEqualTo("+0.58 % year on year, -0.40 pp over 3 months; rising with a probability of 48 %");
        assertThat(growth.figure()).hasToString("-0.40 pp");
        MacroStatement inflation = said(part, "Inflation, output and prices");
        assertThat(inflation.state()).isEqualTo("rising");
        assertThat(inflation.sentence()).endsWith("rising with a probability of 67 %");
    }

    @ParameterizedTest
    @CsvSource({"-25, 'stagflation, liquidity draining', -$25.0 bn", "25, 'stagflation, liquidity rising', +$25.0 bn"})
    void liquidityIsTheThirdAxis(double change, String state, String text) {
        MacroStatement said =
                said(growth(List.of(), List.of(net(change, 0))), "Quadrant with liquidity, output and prices");
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.sentence()).isEqualTo(state + ": net liquidity " + text + " over 13 weeks");
    }

    @Test
    void howFarMarketAndDataAreApart() {
        GrowthPart part = growth(List.of(market(0.69, 0.09, 0.08, 0.14)), List.of());
        MacroStatement market = said(part, "Quadrant by market");
        assertThat(market.state()).isEqualTo("goldilocks");
        assertThat(market.figure().quoted()).isEqualTo(69, within(1e-9));
        assertThat(market.sample()).isEqualTo(Sample.of(2, "assets"));
        // Half of 0.50, 0.20, 0.30 and 0.
        MacroStatement apart = said(part, "Market against data, output and prices");
        assertThat(apart.state()).isEqualTo("disagree");
        assertThat(apart.figure().quoted()).isEqualTo(50, within(1e-9));
        GrowthPart agreeing = growth(List.of(market(0.19, 0.29, 0.38, 0.14)), List.of());
        MacroStatement together = said(agreeing, "Market against data, output and prices");
        assertThat(together.state()).isEqualTo("agree");
        assertThat(together.figure().value()).isZero();
    }

    @Test
    void aLabelThatIsHeldStandsBehindTheMostProbableQuadrant() {
        GrowthPart part = new GrowthPart(
                List.of(data(TIED, Quadrant.REFLATION, -0.4)), List.of(), List.of(), inputs("output and prices"));
        MacroStatement said = said(part, "Quadrant by data, output and prices");
        assertThat(said.state()).isEqualTo("reflation");
        assertThat(said.sentence())
                .startsWith("stagflation (38.00 %), near-tied with reflation, which is still the label: growth");
        Card card = Parts.report(part).cards(List.of()).get(0);
        assertThat(card.number()).isEqualTo("Reflation");
        assertThat(card.change()).isEqualTo("29 %, still the label, just behind stagflation");
    }

    @Test
    void theCardOfTheQuadrantPutsDataBeforeTheMarket() {
        LiquidityPart liquidity =
                new LiquidityPart(List.of(net(-25, 0)), List.of(), List.of(), inputs(MoneyParts.NAME));
        Card card = Parts.report(growth(List.of(market(0.69, 0.09, 0.08, 0.14)), List.of()), liquidity)
                .cards(List.of())
                .get(0);
        assertThat(card.title()).isEqualTo("Growth and inflation, by data");
        assertThat(card.number()).isEqualTo("Stagflation");
        assertThat(card.change()).isEqualTo("38 %, near-tied with reflation; by market goldilocks 69 %");
        assertThat(card.why()).isEqualTo("liquidity -$25.0 bn over 13 weeks");
        GrowthPart alone =
                new GrowthPart(List.of(), List.of(market(0.69, 0.09, 0.08, 0.14)), List.of(), inputs("Stocks"));
        Card market = Parts.report(alone).cards(List.of()).get(0);
        assertThat(market.title()).isEqualTo("Growth and inflation, by market");
        assertThat(market.change()).isEqualTo("69 %");
    }

    @ParameterizedTest
    @CsvSource({
        "12, 3, 3 months",
        "12, 1, 1 month",
        "4, 1, 3 months",
        "52, 13, 3 months",
        "52, 5, 5 observations",
        "252, 1, 1 observation"
    })
    void theHorizonIsToldInWholeMonthsWhereItIsSome(int yearLag, int changeLag, String text) {
        SourcedQuadrant one = data(TIED, Quadrant.STAGFLATION, -0.4);
        QuadrantReading reading = one.reading();
        SourcedQuadrant other = new SourcedQuadrant(
                one.source(),
                one.provenance(),
                one.publication(),
                new QuadrantReading(
                        reading.released(),
                        reading.basis(),
                        reading.observed(),
                        reading.growth(),
                        reading.growthChange(),
                        reading.inflation(),
                        reading.inflationChange(),
                        reading.probabilities(),
                        reading.raw(),
                        reading.label(),
                        reading.n(),
                        new QuadrantOptions(yearLag, changeLag, 60, 0.10)),
                List.of());
        GrowthPart part = new GrowthPart(List.of(other), List.of(), List.of(), inputs("output and prices"));
        assertThat(said(part, "Growth, output and prices").sentence()).contains(" pp over " + text + "; rising");
    }

    @ParameterizedTest
    @CsvSource({
        "-25, -0.5, below its mean, draining, -$25.0 bn over 13 weeks",
        "0, 0, above its mean, rising, +$0.0 bn over 13 weeks",
        "25, 0.5, above its mean, rising, +$25.0 bn over 13 weeks"
    })
    void netLiquidityDrainsBelowZero(double change, double score, String level, String state, String sentence) {
        LiquidityPart part =
                new LiquidityPart(List.of(net(change, score)), List.of(), List.of(), inputs(MoneyParts.NAME));
        MacroStatement stands = said(part, "Net liquidity, level");
        assertThat(stands.state()).isEqualTo(level);
        assertThat(stands.sentence())
                .isEqualTo(Text.of("$6,139.0 bn, %+.2f deviations from the mean of all levels so far", score));
        MacroStatement moved = said(part, "Net liquidity, change over 13 weeks");
        assertThat(moved.state()).isEqualTo(state);
        assertThat(moved.sentence()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "0.12, tight, '+0.12 score, tighter than average'",
        "0, loose, '+0.00 score, looser than average'",
        "-0.5, loose, '-0.50 score, looser than average'"
    })
    void conditionsAboveZeroAreTight(double level, String state, String text) {
        LiquidityPart part = new LiquidityPart(
                List.of(),
                List.of(new IndexLevel("stress", JUNE, new Figure(level, Unit.SCORE), -0.7, 300)),
                List.of(),
                inputs("stress"));
        MacroStatement said = said(part, "Financial conditions, stress");
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.sentence()).isEqualTo(text + "; -0.70 deviations from the mean of its history");
        assertThat(said.sample()).isEqualTo(Sample.of(300, "values"));
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndexLevel("stress", JUNE, Figure.score(1), 0, -1))
                .withMessage("n must be at least 0 but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndexLevel("stress", JUNE, Figure.score(1), Double.NEGATIVE_INFINITY, 1))
                .withMessage("zScore must be finite or NaN but was -Infinity");
        assertThat(new LiquidityPart(List.of(), List.of(), List.of(), Map.of()).statements())
                .isEmpty();
    }
}
