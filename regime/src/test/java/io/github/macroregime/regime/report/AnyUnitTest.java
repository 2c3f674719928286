package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.CardSetup;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.EconomyInput.QuadrantSource;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.macro.FinancialConditions;
import io.github.macroregime.regime.macro.FinancialConditions.Input.Tightening;
import io.github.macroregime.regime.macro.QuadrantOptions;
import io.github.macroregime.regime.outlook.EquityPremium;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** A series in any unit is refused at the door by name, or the report is made. */
class AnyUnitTest {

    private static final int DAYS = 400;
    private static final DateIndex DATES = RandomInputs.weekdays(DAYS);
    private static final List<Unit> UNITS = List.of(
            Unit.PERCENT,
            Unit.PERCENTAGE_POINTS,
            Unit.BASIS_POINTS,
            Unit.THOUSANDS,
            Unit.MILLIONS_OF_DOLLARS,
            Unit.BILLIONS_OF_DOLLARS,
            Unit.COUNT,
            Unit.DAYS,
            Unit.FRACTION,
            Unit.PRICE,
            Unit.SCORE);

    private static PublishedSeries series(String name, Unit unit, double sign) {
        double[] values = DoubleStream.iterate(1, x -> x * (1 + 0.01 * StrictMath.sin(50 * x)))
                .limit(DAYS)
                .map(x -> sign * x)
                .toArray();
        return PublishedSeries.daily(name, TimeSeries.of(DATES, values, unit), Source.synthetic("a formula"));
    }

    private static Map<String, Function<PublishedSeries, MacroInput>> kinds() {
        PublishedSeries yield = series("yield", Unit.PERCENT, 1);
        PublishedSeries dollars = series("dollars", Unit.BILLIONS_OF_DOLLARS, 1);
        PublishedSeries level = series("level", Unit.PRICE, 1);
        Map<String, Function<PublishedSeries, MacroInput>> kinds = new LinkedHashMap<>();
        kinds.put("asset", MarketInput.Asset::new);
        kinds.put("sector", MarketInput.Sector::new);
        kinds.put("yield", RatesInput.Yield::new);
        kinds.put("overnight", RatesInput.Overnight::new);
        kinds.put("index", EconomyInput.PublishedIndex::new);
        kinds.put("surprises", EconomyInput.Surprises::new);
        kinds.put("real", each -> new RatesInput.RealYield("10y", each, yield));
        kinds.put("break-even", each -> new RatesInput.RealYield("10y", yield, each));
        kinds.put("duration", each -> new MacroQuestion.Axes("Stocks", each, yield));
        kinds.put("credit axis", each -> new MacroQuestion.Axes("Stocks", yield, each));
        kinds.put("assets", each -> new EconomyInput.MoneyParts(each, dollars, dollars));
        kinds.put("account", each -> new EconomyInput.MoneyParts(dollars, each, dollars));
        kinds.put("repurchases", each -> new EconomyInput.MoneyParts(dollars, dollars, each));
        kinds.put(
                "credit",
                each -> new MarketInput.Credit(
                        new Instrument.CashOas("X"), each, CardSetup.withDefaults(Bands.withHolesUnnamed(List.of()))));
        for (Change change : Change.values()) {
            kinds.put("driver " + change, each -> new MacroQuestion.Driver("Stocks", each, change));
        }
        for (EquityPremium.Definition definition : EquityPremium.Definition.values()) {
            kinds.put("ratio " + definition, each -> new EconomyInput.Premium(definition, each, yield, 3));
            kinds.put("yield " + definition, each -> new EconomyInput.Premium(definition, level, each, 3));
        }
        kinds.put(
                "conditions",
                each -> new EconomyInput.Conditions(
                        "own",
                        List.of(
                                new EconomyInput.Conditions.Part(each, Tightening.HIGHER),
                                new EconomyInput.Conditions.Part(yield, Tightening.HIGHER)),
                        FinancialConditions.Weights.EQUAL,
                        50));
        kinds.put(
                "growth", each -> new QuadrantSource.Final("growth", each, level, QuadrantOptions.withDefaults(), 120));
        kinds.put(
                "prices", each -> new QuadrantSource.Final("prices", level, each, QuadrantOptions.withDefaults(), 120));
        return kinds;
    }

    @Test
    void aSeriesOfAnyUnitIsRefusedByNameOrReported() {
        MacroInputs rest = MacroInputs.of(
                new MarketInput.Asset(series("Stocks", Unit.PRICE, 1)),
                new RatesInput.Yield(series("10y", Unit.PERCENT, 1)),
                new RatesInput.Yield(series("2y", Unit.PERCENT, 1)));
        List<String> refused = new ArrayList<>();
        kinds().forEach((kind, made) -> {
            for (Unit unit : UNITS) {
                for (double sign : new double[] {1, -1}) {
                    MacroInput input;
                    try {
                        input = made.apply(series("X", unit, sign));
                    } catch (IllegalArgumentException e) {
                        assertThat(e).as(kind).hasMessageContaining("X").hasMessageContaining("must");
                        refused.add(kind + " in " + unit);
                        continue;
                    }
                    assertThat(MacroReport.of(rest.with(input), DATES.last()).parts())
                            .as(kind + " in " + unit)
                            .isNotEmpty();
                }
            }
        });
        assertThat(refused)
                .contains("yield in price", "asset in %", "assets in %", "credit in $ mn", "growth in score");
    }

    @Test
    void aCloseThatIsNoPriceIsRefusedWithItsPlace() {
        TimeSeries zero = TimeSeries.of(DATES.slice(0, 3), new double[] {1, 0, 2}, Unit.PRICE);
        assertThatThrownBy(() -> new MarketInput.Asset(PublishedSeries.daily("Oil", zero, Source.observed("x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("closes of Oil[1] must be above zero and finite but was 0.0");
    }

    @Test
    void numbersOfOnePartThatCannotBeLeaveOutThatPartAndAreNamed() {
        PublishedSeries negative = series("ratio", Unit.PRICE, -1);
        MacroReport report = MacroReport.of(
                MacroInputs.of(
                        new RatesInput.Yield(series("2y", Unit.PERCENT, 1)),
                        new RatesInput.Yield(series("10y", Unit.PERCENT, 1)),
                        new EconomyInput.Premium(
                                EquityPremium.Definition.CAPE_LESS_REAL, negative, series("real", Unit.PERCENT, 1), 3)),
                DATES.last());
        assertThat(report.part(CurvePart.class)).isPresent();
        assertThat(report.part(PremiumPart.class)).isEmpty();
        assertThat(report.gaps())
                .anyMatch(gap -> gap.lacking().equals("numbers that the part on equity risk premium can be made of")
                        && gap.consequence().endsWith(": it is left out"));
    }
}
