package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.regime.comovement.Lockstep;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.outlook.CatalystCalendar;
import io.github.macroregime.regime.outlook.CatalystCalendar.Catalyst;
import io.github.macroregime.regime.strength.Strength;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Words, signs and digits of what the report says. */
class WordingTest {

    private static final Source HAND = Source.synthetic("by hand");
    private static final LocalDate TUESDAY = LocalDate.of(2025, 7, 22);

    @Test
    void aNumberIsRoundedToWhatItsUnitMeans() {
        assertThat(new Figure(-0.0122799999913215, Unit.BASIS_POINTS).rounded()).isEqualTo(-122.8);
        assertThat(new Figure(0.043299999999999998, Unit.PERCENT).rounded()).isEqualTo(4.33);
        assertThat(new Figure(-1e-15, Unit.FRACTION).rounded()).isEqualTo(0.0);
        assertThat(Double.doubleToLongBits(new Figure(-1e-15, Unit.FRACTION).rounded()))
                .isZero();
        assertThat(new Figure(Double.NaN, Unit.PERCENT).rounded()).isNaN();
        assertThat(new Figure(-0.00001, Unit.PERCENT)).hasToString("0.00 %");
    }

    @Test
    void whatRoundsToNothingHasNoMinusAtTheEndOfASentenceEither() {
        assertThat(Text.of("holding %.2f.", -0.004)).isEqualTo("holding 0.00.");
        assertThat(Text.of("mean %+.2f %%, n %d", -0.001, 130)).isEqualTo("mean 0.00 %, n 130");
        assertThat(Text.of("%.2f to %.2f", -0.001, -0.01)).isEqualTo("0.00 to -0.01");
    }

    @Test
    void whereOnlyALevelIsPrintedTheTextSaysIt() {
        MacroReport report = MacroReport.of(
                MacroInputs.of(new MarketInput.PrintedSpread(
                        new Instrument.CashOas("Grade"),
                        "",
                        TUESDAY,
                        Rate.ofBasisPoints(81),
                        List.of(),
                        List.of(),
                        HAND)),
                TUESDAY);
        assertThat(report.statements(Topic.CREDIT)).isEmpty();
        assertThat(report.toString()).contains("\n  Grade: No bands are named for this instrument.");
    }

    @Test
    void oneIsSingular() {
        assertThat(Text.count(1, "day")).isEqualTo("1 day");
        assertThat(Text.count(0, "day")).isEqualTo("0 days");
        assertThat(events().statement(Topic.CATALYSTS, "Next CPI").orElseThrow().sentence())
                .isEqualTo("2025-07-23, in 1 day, importance 1.0");
    }

    @Test
    void anAssumedRatioIsSaid() {
        assertThat(events().statement(Topic.CATALYSTS, "Pressure of events on Stocks")
                        .orElseThrow()
                        .sentence())
                .isEqualTo("1.00 from 1 event ahead; a ratio of 1 is assumed for CPI");
    }

    @Test
    void whatEventsDidWasObservedOnTheLastClose() {
        DateIndex days = RandomInputs.weekdays(41);
        TimeSeries stocks = TimeSeries.of(
                days, IntStream.range(0, 41).mapToDouble(i -> 100 + i * i % 7).toArray(), Unit.PRICE);
        EconomyInput.Events calendar = new EconomyInput.Events(
                new CatalystCalendar(List.of(
                        Catalyst.scheduled(days.get(20), "CPI", 1),
                        Catalyst.scheduled(days.get(30), "CPI", 1),
                        Catalyst.scheduled(days.last().plusDays(30), "CPI", 1))),
                "Stocks",
                HAND);
        MacroReport report = MacroReport.of(
                MacroInputs.of(new MarketInput.Asset(PublishedSeries.daily("Stocks", stocks, HAND)), calendar),
                days.last().plusDays(2));
        assertThat(report.statement(Topic.CATALYSTS, "Stocks on days of CPI")
                        .orElseThrow()
                        .observed())
                .isEqualTo(days.last());
    }

    private static MacroReport events() {
        EconomyInput.Events calendar = new EconomyInput.Events(
                new CatalystCalendar(List.of(Catalyst.scheduled(TUESDAY.plusDays(1), "CPI", 1))), "Stocks", HAND);
        return MacroReport.of(MacroInputs.of(calendar), TUESDAY);
    }

    @Test
    void aReturnMapTellsSimpleReturns() {
        // -69.78 as a sum of log returns in percent is a fall of 50.2 %.
        NamedSeries fallen = walk("fallen", -0.6978 / 40);
        NamedSeries risen = walk("risen", 0.01);
        var map = Lockstep.returnMap(fallen, risen, fallen.series().dates().last(), 40)
                .orElseThrow();
        assertThat(map.firstReturn().percent()).isEqualTo(-50.23, within(0.01));
        assertThat(map.secondReturn().decimal()).isEqualTo(Math.expm1(0.4), within(1e-9));
    }

    private static NamedSeries walk(String name, double drift) {
        DateIndex days = RandomInputs.weekdays(41);
        return TimeSeries.of(
                        days,
                        IntStream.range(0, 41)
                                .mapToDouble(i -> 100 * Math.exp(drift * i))
                                .toArray(),
                        Unit.PRICE)
                .named(name);
    }

    @Test
    void aStrengthHasADirection() {
        PublishedSeries falling = PublishedSeries.daily(
                "falling",
                TimeSeries.of(
                        RandomInputs.weekdays(500),
                        IntStream.range(0, 500)
                                .mapToDouble(i -> 100 * Math.exp(-0.002 * i + 0.01 * Math.sin(i)))
                                .toArray(),
                        Unit.PRICE),
                HAND);
        MacroReport report = MacroReport.of(
                MacroInputs.of(new MarketInput.Asset(falling)),
                RandomInputs.weekdays(500).last());
        Strength strength = report.part(StrengthPart.class)
                .orElseThrow()
                .board()
                .rows()
                .get(0)
                .strength();
        String directed = strength.label() + (strength.value() < 0 ? " down" : " up");
        assertThat(Math.abs(strength.value())).isGreaterThan(0.1);
        assertThat(strength.directed()).isEqualTo(directed);
        assertThat(report.statements(Topic.STRENGTH).get(0).state()).startsWith(directed + ", ");
    }
}
