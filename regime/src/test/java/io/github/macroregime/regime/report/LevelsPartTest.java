package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LevelsPartTest {

    private static final LocalDate TUESDAY = LocalDate.of(2025, 7, 22);

    private static PublishedSeries daily(String name, Unit unit, Map<LocalDate, Double> quoted) {
        return PublishedSeries.daily(name, TimeSeries.ofQuoted(quoted, unit), Source.synthetic("by hand"));
    }

    /** As many calendar days as stated to the Tuesday, rising by a hundredth a day. */
    private static Map<LocalDate, Double> rising(int days, double last) {
        Map<LocalDate, Double> quoted = new TreeMap<>();
        for (int i = 0; i < days; i++) {
            quoted.put(TUESDAY.minusDays(i), last - 0.01 * i);
        }
        return quoted;
    }

    private static LevelsPart.Standing standing(PublishedSeries series, Change change) {
        return MacroReport.of(MacroInputs.of(new MarketInput.Level(series, change)), TUESDAY)
                .part(LevelsPart.class)
                .orElseThrow()
                .levels()
                .get(0);
    }

    @Test
    void aRateMovesInBasisPointsOverWeekdaysOnly() {
        LevelsPart.Standing rate = standing(daily("rate", Unit.PERCENT, rising(200, 5)), Change.DIFFERENCE);
        assertThat(rate.level()).hasToString("5.00 %");
        assertThat(rate.day().by().quoted()).isEqualTo(1, within(1e-9));
        assertThat(rate.day().by().unit()).isEqualTo(Unit.BASIS_POINTS);
        // 22 June 2025 was a Sunday, whose row repeats nothing here but is no day of publication.
        assertThat(rate.month().from()).isEqualTo(LocalDate.of(2025, 6, 20));
        assertThat(rate.month().by().quoted()).isEqualTo(32, within(1e-9));
        assertThat(rate.rank().count()).isEqualTo(142);
        assertThat(rate.state()).isEqualTo("high");
        assertThat(rate.moves()).endsWith("the highest of the days from 2025-01-06 on");
    }

    @Test
    void aPriceMovesInPercentAndWeekendsCount() {
        LevelsPart.Standing price = standing(daily("coin", Unit.PRICE, rising(200, 5)), Change.RELATIVE);
        assertThat(price.level()).hasToString("5.00");
        assertThat(price.day().by().quoted()).isEqualTo(100 * (5 / 4.99 - 1), within(1e-9));
        assertThat(price.month().by().quoted()).isEqualTo(100 * (5 / 4.70 - 1), within(1e-9));
        assertThat(price.rank().count()).isEqualTo(200);
    }

    /** High while it rises for 64 days, in the middle on the last two. */
    @Test
    void aLevelTurnsOnTheDayThatItsPlaceIsAnother() {
        MacroInputs inputs = MacroInputs.of(
                new MarketInput.Level(ByHand.daily("x", Unit.SCORE, 66, i -> i < 64 ? i : i - 34), Change.DIFFERENCE));
        assertThat(MacroReport.of(inputs, TUESDAY.minusDays(1)).turns())
                .extracting(turn -> turn.topic() + " " + turn.from() + " to " + turn.to())
                .containsExactly("LEVELS high to in the middle");
        assertThat(MacroReport.of(inputs, TUESDAY).turns()).isEmpty();
    }

    @Test
    void aPriceBelowZeroHasNoRelativeChange() {
        LevelsPart.Standing oil = standing(
                daily("oil", Unit.PRICE, Map.of(TUESDAY.minusDays(1), -37.63, TUESDAY, 10.0)), Change.RELATIVE);
        assertThat(oil.day().by().value()).isNaN();
        assertThat(oil.state()).isEqualTo("too short to rank");
        assertThat(oil.moves()).isEmpty();
    }

    @Test
    void fundingAgainstTheRangeAndInterestOnReserves() {
        RatesInput.Funding input = new RatesInput.Funding(
                daily("SOFR", Unit.PERCENT, Map.of(TUESDAY.minusDays(1), 4.28, TUESDAY, 4.52)),
                daily("lower", Unit.PERCENT, Map.of(TUESDAY.minusDays(4), 4.25, TUESDAY, 4.25)),
                daily("upper", Unit.PERCENT, Map.of(TUESDAY.minusDays(4), 4.50, TUESDAY, 4.50)),
                List.of(daily("on reserves", Unit.PERCENT, Map.of(TUESDAY.minusDays(4), 4.40))));
        MacroReport report = MacroReport.of(MacroInputs.of(input), TUESDAY);
        assertThat(report.statement(Topic.LEVELS, "SOFR against the target range")
                        .orElseThrow())
                .satisfies(said -> {
                    assertThat(said.state()).isEqualTo("above the range");
                    assertThat(said.sentence())
                            .isEqualTo("4.52 %, range 4.25 to 4.50 %, +2.0 bp against its upper limit, +24.0 bp from"
                                    + " 2025-07-21");
                    assertThat(said.figure().quoted()).isEqualTo(2, within(1e-9));
                });
        assertThat(report.statement(Topic.LEVELS, "SOFR less interest on reserves")
                        .orElseThrow()
                        .figure()
                        .quoted())
                .isEqualTo(12, within(1e-9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RatesInput.Funding(
                        input.rate(), input.lower(), input.upper(), List.of(input.rate(), input.rate())))
                .withMessageContaining("at most one");
    }
}
