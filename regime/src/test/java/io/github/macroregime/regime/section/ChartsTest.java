package io.github.macroregime.regime.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.CardSetup;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.SpreadCard;
import io.github.macroregime.credit.SpreadHistory;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.Severity;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Position;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.strategy.TearSheet;
import io.github.macroregime.regime.strategy.TearSheetOptions;
import io.github.macroregime.regime.strength.Strength;
import io.github.macroregime.regime.strength.StrengthBoard;
import io.github.macroregime.regime.strength.StrengthBoardOptions;
import io.github.macroregime.regime.strength.StrengthRow;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    private static TimeSeries series(Unit unit, double... inside) {
        List<LocalDate> days =
                IntStream.range(0, inside.length).mapToObj(i -> DAY.plusDays(i)).toList();
        return TimeSeries.of(DateIndex.copyOf(days), inside, unit);
    }

    private static List<Double> values(Chart chart) {
        return chart.lines().get(0).values();
    }

    @Test
    void returnsGrowAndAMissingOneIsNone() {
        Chart growth = Charts.growth("Fund", series(Unit.FRACTION, 0.10, Double.NaN, -0.5, 1));
        assertThat(growth.labels()).startsWith("2025-07-22", "2025-07-23").hasSize(4);
        assertThat(values(growth).get(0)).isEqualTo(1.1, within(1e-12));
        assertThat(values(growth).get(1)).isEqualTo(1.1, within(1e-12));
        assertThat(values(growth).get(2)).isEqualTo(0.55, within(1e-12));
        assertThat(values(growth).get(3)).isEqualTo(1.1, within(1e-12));
    }

    @Test
    void aDrawdownIsMeasuredFromTheHighestWealthSoFar() {
        List<Double> below = values(Charts.drawdown("Fund", series(Unit.FRACTION, -0.2, 0.5, Double.NaN, -0.5, 1)));
        assertThat(below.get(0)).as("from the wealth at first").isEqualTo(-20, within(1e-9));
        assertThat(below.get(1)).isZero();
        assertThat(below.get(2)).isZero();
        assertThat(below.get(3)).isEqualTo(-50, within(1e-9));
        assertThat(below.get(4)).isEqualTo(0, within(1e-9));
    }

    @Property(tries = 100)
    void growthAndDrawdownAgree(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -0.5, max = 0.5) Double> returns) {
        TimeSeries series = series(
                Unit.FRACTION, returns.stream().mapToDouble(Double::doubleValue).toArray());
        List<Double> growth = values(Charts.growth("", series));
        List<Double> below = values(Charts.drawdown("", series));
        double high = 1;
        for (int i = 0; i < returns.size(); i++) {
            high = Math.max(high, growth.get(i));
            assertThat(below.get(i)).isEqualTo(100 * (growth.get(i) / high - 1), within(1e-9));
            assertThat(below.get(i)).isBetween(-100.0, 0.0);
        }
    }

    @ParameterizedTest
    @CsvSource({"%, percent, 4.33", "bp, basis points, 433", "pp, pp, 4.33"})
    void numbersAreDrawnAsTheyAreQuoted(String symbol, String words, double quoted) {
        Unit unit = List.of(Unit.PERCENT, Unit.BASIS_POINTS, Unit.PERCENTAGE_POINTS).stream()
                .filter(each -> each.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
        Chart chart = Charts.line("Rate", series(unit, 0.0433, Double.NaN));
        assertThat(chart.subtitle()).isEqualTo(words);
        assertThat(values(chart).get(0)).isEqualTo(quoted, within(1e-9));
        assertThat(values(chart).get(1)).isNaN();
    }

    @Test
    void aPanelIsALineForEachSeries() {
        Panel panel = Panel.onCommonDates(
                series(Unit.PERCENT, 0.01, 0.02).named("one"),
                series(Unit.PERCENT, 0.03, 0.04).named("two"));
        assertThat(Charts.lines("t", panel).lines())
                .extracting(Chart.Line::name)
                .containsExactly("one", "two");
        assertThat(Charts.lines("t", panel).form()).isEqualTo(Form.LINE);
        assertThat(Charts.multiples("t", panel).form()).isEqualTo(Form.MULTIPLES);
        assertThat(Charts.heatMap("t", panel).form()).isEqualTo(Form.HEAT_MAP);
        assertThat(Charts.heatMap("t", panel).lines().get(1).values().get(0)).isEqualTo(3, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "2, -1, 'X gave the index most, Y cost it most'",
        "2, 1, X gave the index most",
        "-1, -2, Y cost the index most",
        "0, 0, Contribution to the index and return"
    })
    void contributionsAreNamedAfterTheFirstAndTheLast(double x, double y, String title) {
        Chart chart = Charts.contributions(
                "index",
                ContributionReport.of(
                        DAY,
                        List.of(
                                Position.held("X", 0.5, Rate.ofPercent(x)),
                                Position.held("Y", 0.5, Rate.ofPercent(y)))));
        assertThat(chart.title()).isEqualTo(title);
        assertThat(chart.labels()).containsExactlyInAnyOrder("X", "Y");
        int place = chart.labels().indexOf("X");
        assertThat(chart.lines().get(0).values().get(place)).isEqualTo(x / 2, within(1e-12));
        assertThat(chart.lines().get(1).values().get(place)).isEqualTo(x, within(1e-12));
    }

    /** Two returns of 10 % in January are 21 %; of the months without a return there is no number. */
    @Test
    void monthsAreARowForEachYear() {
        LocalDate first = LocalDate.of(2024, 12, 30);
        TimeSeries returns = TimeSeries.of(
                DateIndex.of(first, LocalDate.of(2025, 1, 2), LocalDate.of(2025, 1, 3), LocalDate.of(2025, 3, 3)),
                new double[] {-0.05, 0.1, 0.1, 0.02},
                Unit.FRACTION);
        Chart chart = Charts.months("Fund", TearSheet.of(returns, TearSheetOptions.of(252)));
        assertThat(chart.form()).isEqualTo(Form.HEAT_MAP);
        assertThat(chart.labels()).startsWith("Jan", "Feb").endsWith("Dec").hasSize(12);
        assertThat(chart.lines()).extracting(Chart.Line::name).containsExactly("2024", "2025");
        List<Double> before = values(chart);
        assertThat(before.subList(0, 11)).containsOnly(Double.NaN);
        assertThat(before.get(11)).isEqualTo(-5, within(1e-9));
        List<Double> year = chart.lines().get(1).values();
        assertThat(year.get(0)).isEqualTo(21, within(1e-9));
        assertThat(year.get(1)).isNaN();
        assertThat(year.get(2)).isEqualTo(2, within(1e-9));
        assertThat(year.subList(3, 12)).containsOnly(Double.NaN);
    }

    private static StrengthRow row(String asset, double strength) {
        return new StrengthRow(
                asset, DAY, 100, new Strength(strength, 0, 0, 0, 0, 0, Strength.TailState.BALANCED, 400, List.of()));
    }

    private static Chart board(StrengthRow... rows) {
        return Charts.board(new StrengthBoard(DAY, List.of(rows), List.of(), StrengthBoardOptions.withDefaults()));
    }

    @Test
    void aBoardIsNamedAfterItsEnds() {
        Chart chart = board(row("A", 0.5), row("B", -0.25), row("C", 0));
        assertThat(chart.title()).isEqualTo("A is the strongest, B the weakest");
        assertThat(chart.labels()).containsExactly("A", "B", "C");
        assertThat(values(chart)).containsExactly(0.5, -0.25, 0.0);
        assertThat(chart.form()).isEqualTo(Form.BARS);
        assertThat(board(row("A", 0.5), row("B", -0.25)).title()).isEqualTo("A is the strongest, B the weakest");
        assertThat(board(row("A", 0.5)).title()).isEqualTo("Directional strength");
    }

    @Test
    void aCardIsDrawnAsItsHistoryUntilItsDay() {
        Bands bands = Bands.withHolesUnnamed(List.of(Band.below("tight", Rate.ofBasisPoints(75), Severity.BENIGN)));
        TimeSeries levels = series(Unit.BASIS_POINTS, 0.008, 0.009, 0.007);
        Chart chart = Charts.spread(SpreadCard.of(
                new SpreadHistory<>(new Instrument.CashOas("IG"), levels),
                DAY.plusDays(1),
                CardSetup.withDefaults(bands)));
        assertThat(chart.title()).startsWith("IG at 90.0 bp, tighter on 50 % of the days since 2025");
        assertThat(chart.labels()).containsExactly("2025-07-22", "2025-07-23");
        assertThat(chart.bands()).extracting(Chart.Range::name).containsExactly("tight");
    }

    @Test
    void aPanelHasTheUnitOfItsFirstSeries() {
        Panel panel = Panel.onCommonDates(series(Unit.BASIS_POINTS, 0.01, 0.02).named("one"));
        assertThat(Charts.lines("t", panel).subtitle()).isEqualTo("basis points");
        assertThat(Charts.lines("t", panel).labels()).containsExactly("2025-07-22", "2025-07-23");
    }
}
