package io.github.macroregime.regime.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GrowthInflationTest {

    @Test
    void anExactZeroIsNoRise() {
        assertThat(Quadrant.of(0, 0)).isEqualTo(Quadrant.DEFLATION);
        assertThat(Quadrant.of(0, 1e-12)).isEqualTo(Quadrant.STAGFLATION);
        assertThat(Quadrant.of(1e-12, 0)).isEqualTo(Quadrant.GOLDILOCKS);
        assertThat(Quadrant.of(1, 1)).isEqualTo(Quadrant.REFLATION);
        assertThat(GrowthInflation.probabilityUp(new double[] {1, -1, 0}, 2)[2]).isEqualTo(0.5);
        assertThatThrownBy(() -> Quadrant.of(Double.NaN, 0)).hasMessageContaining("NaN");
    }

    @Test
    void yearOnYearAndItsChangeByHand() {
        double[] rates = GrowthInflation.yearOnYear(new double[] {100, 110, 102, 121}, 2);
        assertThat(rates[0]).isNaN();
        assertThat(rates[2]).isEqualTo(0.02, within(1e-15));
        assertThat(rates[3]).isEqualTo(0.1, within(1e-15));
        assertThat(GrowthInflation.change(rates, 1)[3]).isEqualTo(0.08, within(1e-15));
        assertThatThrownBy(() -> GrowthInflation.yearOnYear(new double[] {1, 0}, 1))
                .hasMessageContaining("x[1] must be positive");
    }

    @Test
    void aMonthThatWasNeverPublishedCostsItsOwnRatesOnly() {
        double[] levels = {100, 101, Double.NaN, 103, 104, 105};
        double[] rates = GrowthInflation.yearOnYear(levels, 1);
        assertThat(rates[2]).isNaN();
        assertThat(rates[3]).isNaN();
        assertThat(rates[4]).isNotNaN();
    }

    @Test
    void aQuarterLeftOutIsAQuarterThatIsMissing() {
        TimeSeries growth = quarters(30, 0);
        TimeSeries prices = quarters(30, 3);
        int shut = 26;
        double[] levels = prices.values().toArray();
        levels[shut] = Double.NaN;
        TimeSeries gap = TimeSeries.of(prices.dates(), levels, prices.unit());
        QuadrantOptions options = QuadrantOptions.ofQuarterlyData();
        QuadrantHistory marked = GrowthInflation.ofFinalData(
                published(growth, PublicationLag.days(0)), published(gap, PublicationLag.days(0)), options);
        assertThat(GrowthInflation.ofFinalData(
                        published(growth, PublicationLag.days(0)),
                        published(gap.dropMissing(), PublicationLag.days(0)),
                        options))
                .isEqualTo(marked);
        assertThat(marked.readings()).extracting(QuadrantReading::observed).doesNotContain(quarter(shut));
        assertThat(marked.readings())
                .hasSizeLessThan(GrowthInflation.ofFinalData(
                                published(growth, PublicationLag.days(0)),
                                published(prices, PublicationLag.days(0)),
                                options)
                        .readings()
                        .size());
    }

    @Test
    void datesOffTheGridAreRefused() {
        Map<LocalDate, Double> levels = new TreeMap<>();
        List.of(0, 3, 5).forEach(month -> levels.put(LocalDate.of(2020, 1 + month, 1), 100.0 + month));
        TimeSeries uneven = TimeSeries.ofQuoted(levels, Unit.PRICE);
        assertThatThrownBy(() -> GrowthInflation.ofFinalData(
                        published(uneven, PublicationLag.days(0)),
                        published(uneven, PublicationLag.days(0)),
                        QuadrantOptions.ofQuarterlyData()))
                .hasMessageContaining("a multiple of 3 months apart")
                .hasMessageContaining("2020-06-01 comes after 2020-04-01");
    }

    @Test
    void datesOfAYearThatMonthsDoNotDivideStayAsTheyAre() {
        DateIndex uneven = DateIndex.of(
                LocalDate.of(2020, 1, 1), LocalDate.of(2020, 4, 1), LocalDate.of(2020, 6, 1), LocalDate.of(2021, 6, 1));
        assertThat(EvenDates.of(uneven, 5)).isEqualTo(uneven);
        assertThat(EvenDates.of(DateIndex.EMPTY, 4)).isEqualTo(DateIndex.EMPTY);
        assertThat(EvenDates.of(uneven, 12).size())
                .as("every month has its place")
                .isEqualTo(18);
        assertThat(EvenDates.of(uneven, 12).get(1)).isEqualTo(LocalDate.of(2020, 2, 1));
    }

    @Test
    void theLeadingQuadrantOfTheMarketByHand() {
        // Means 0.4, 0.2, 0, -0.2 and a grand mean of 0.1: leads 0.3, 0.1, -0.1, -0.3.
        MarketQuadrants.Reading reading = MarketQuadrants.reading(List.of(
                new MarketQuadrants.Asset("tech", 0.4, Set.of(Quadrant.GOLDILOCKS)),
                new MarketQuadrants.Asset("copper", 0.2, Set.of(Quadrant.REFLATION)),
                new MarketQuadrants.Asset("gold", 0, Set.of(Quadrant.STAGFLATION)),
                new MarketQuadrants.Asset("bonds", -0.2, Set.of(Quadrant.DEFLATION))));
        assertThat(reading.label()).isEqualTo(Quadrant.GOLDILOCKS);
        assertThat(reading.leads().get(0)).isEqualTo(0.3, within(1e-15));
        double weights = Math.exp(1.2) + Math.exp(0.4) + Math.exp(-0.4) + Math.exp(-1.2);
        assertThat(reading.probabilities().goldilocks()).isEqualTo(Math.exp(1.2) / weights, within(1e-15));
        assertThatThrownBy(() ->
                        MarketQuadrants.reading(List.of(new MarketQuadrants.Asset("x", 1, Set.of(Quadrant.REFLATION)))))
                .hasMessageContaining("assets must hold one for goldilocks");
    }

    @Test
    void dailyVintagesReadAsTheyWereKnown() {
        // Four years of quarters, published a month later; the last release also revises the one before.
        Map<LocalDate, TimeSeries> growth = new TreeMap<>();
        Map<LocalDate, TimeSeries> prices = new TreeMap<>();
        List<QuadrantVintage> expected = new ArrayList<>();
        for (int length = 15; length <= 16; length++) {
            LocalDate released = quarter(length - 1).plusDays(30);
            TimeSeries output = quarters(length, length == 16 ? 3 : 0);
            TimeSeries level = quarters(length, 1);
            growth.put(released, output);
            prices.put(released, level);
            expected.add(new QuadrantVintage(released, output, level));
        }
        QuadrantHistory history = GrowthInflation.ofVintages(
                Vintages.ofSnapshots(growth, Unit.PRICE),
                Vintages.ofSnapshots(prices, Unit.PRICE),
                QuadrantOptions.ofQuarterlyData());
        assertThat(history.readings()).hasSize(2);
        assertThat(history).isEqualTo(GrowthInflation.ofVintages(expected, QuadrantOptions.ofQuarterlyData()));
    }

    /** A year of quarters and one more change: the first change is that of the sixth quarter. */
    @Test
    void aReadingCountsTheChangesItRestsOn() {
        PublishedSeries levels = published(quarters(30, 0), PublicationLag.days(0));
        List<QuadrantReading> readings = GrowthInflation.ofFinalData(levels, levels, QuadrantOptions.ofQuarterlyData())
                .readings();
        assertThat(readings.get(0).observed()).isEqualTo(quarter(12));
        assertThat(readings.get(0).n()).isEqualTo(8);
        assertThat(readings.get(readings.size() - 1).observed()).isEqualTo(quarter(29));
        assertThat(readings.get(readings.size() - 1).n()).isEqualTo(25);
        assertThat(GrowthInflation.probabilityUp(new double[] {1, 1, 1}, 2))
                .as("changes that do not differ")
                .containsOnly(Double.NaN);
    }

    private static TimeSeries quarters(int length, double revision) {
        Map<LocalDate, Double> levels = new TreeMap<>();
        for (int t = 0; t < length; t++) {
            levels.put(quarter(t), 100 + t + Math.sin(7.0 * t) + (t == 14 ? revision : 0));
        }
        return TimeSeries.ofQuoted(levels, Unit.PRICE);
    }

    private static LocalDate quarter(int t) {
        return LocalDate.of(2020, 1, 1).plusMonths(3L * t);
    }

    @Test
    void netLiquidityTakesUnitsAndLagsAsStated() {
        LocalDate wednesday = LocalDate.of(2025, 7, 16);
        PublishedSeries assets = published(Map.of(wednesday, 6_659_000.0, wednesday.plusDays(7), 6_658_000.0), 1);
        PublishedSeries account = published(Map.of(wednesday, 300_000.0, wednesday.plusDays(7), 320_000.0), 1);
        PublishedSeries repo = new PublishedSeries(
                "repurchases",
                TimeSeries.ofQuoted(
                        Map.of(wednesday, 200.0, wednesday.plusDays(1), 350.0, wednesday.plusDays(7), 190.0),
                        Unit.BILLIONS_OF_DOLLARS),
                Source.observed("test"),
                PublicationLag.days(0),
                MaxAge.days(5));
        TimeSeries level = NetLiquidity.level(assets, account, repo);
        assertThat(level.date(0)).isEqualTo(wednesday.plusDays(1));
        assertThat(level.value(0)).isEqualTo(6_159e9);
        assertThat(level.value(1)).isEqualTo(6_148e9);
        NetLiquidity.Reading reading =
                NetLiquidity.reading(level, wednesday.plusDays(20), 1).orElseThrow();
        assertThat(reading.change()).isEqualTo(-11e9);
        assertThat(reading.zScore()).isEqualTo(-Math.sqrt(0.5), within(1e-12));
        assertThat(reading.toString())
                .isEqualTo("2025-07-24: net liquidity 6,148.0 $bn, -11.0 $bn over 1 weeks, z -0.71, n 2");
        assertThat(NetLiquidity.reading(level, wednesday.plusDays(7), 1)).isEmpty();
    }

    @Test
    void aChangeOfNetLiquidityOverAHoleIsNotKnown() {
        LocalDate thursday = LocalDate.of(2013, 6, 20);
        TimeSeries level = TimeSeries.ofQuoted(
                Map.of(
                        thursday.minusWeeks(150), 2_150.0,
                        thursday.minusWeeks(1), 3_150.0,
                        thursday.plusDays(1), 3_160.0,
                        thursday.plusWeeks(1), 3_170.0),
                Unit.BILLIONS_OF_DOLLARS);
        // The publication of the week before was moved by a holiday from Thursday to Friday.
        assertThat(NetLiquidity.changes(level, 1).values().toArray())
                .containsExactly(Double.NaN, Double.NaN, 10e9, 10e9);
        assertThat(NetLiquidity.reading(level, thursday.plusWeeks(1), 2)).isPresent();
        assertThat(NetLiquidity.reading(level, thursday.plusWeeks(1), 3)).isEmpty();
    }

    @Test
    void netLiquidityWaitsForNothingThatComesOutLater() {
        LocalDate wednesday = LocalDate.of(2025, 7, 16);
        PublishedSeries assets = published(Map.of(wednesday, 1_000.0), 1);
        PublishedSeries account = published(Map.of(wednesday.minusDays(7), 300.0, wednesday, 400.0), 2);
        PublishedSeries none = published(Map.of(wednesday, 0.0), 0);
        TimeSeries level = NetLiquidity.level(assets, account, none);
        assertThat(level.dates().first()).isEqualTo(wednesday.plusDays(1));
        assertThat(level.value(0)).isEqualTo(700e6);
        PublishedSeries old = published(Map.of(wednesday.minusDays(31), 300.0), 1);
        assertThat(NetLiquidity.level(assets, old, none).value(0)).isNaN();
    }

    @Test
    void aReleaseDateIsSaidToBeAssumedWhereALagStandsIn() {
        TimeSeries levels = monthly();
        PublishedSeries assumed = new PublishedSeries(
                "output", levels, Source.observed("test"), PublicationLag.days(45), MaxAge.days(100));
        PublishedSeries known = new PublishedSeries(
                "prices",
                levels,
                Source.observed("test"),
                PublicationLag.sameDay(LocalTime.of(16, 0)),
                MaxAge.days(100));
        QuadrantOptions options = QuadrantOptions.withDefaults();
        QuadrantReading reading = last(GrowthInflation.ofFinalData(assumed, known, options));
        assertThat(reading.basis()).isEqualTo(PublicationLag.Basis.ASSUMED_LAG);
        assertThat(reading.toString())
                .startsWith(reading.released() + ", an assumed release date (" + reading.observed() + "): ");
        QuadrantReading sure = last(GrowthInflation.ofFinalData(known, known, options));
        assertThat(sure.basis()).isEqualTo(PublicationLag.Basis.SCHEDULED);
        assertThat(sure.toString()).startsWith(sure.released() + " (" + sure.observed() + "): ");
    }

    private static QuadrantReading last(QuadrantHistory history) {
        return history.readings().get(history.readings().size() - 1);
    }

    private static TimeSeries monthly() {
        Map<LocalDate, Double> levels = new TreeMap<>();
        for (int t = 0; t < 120; t++) {
            levels.put(LocalDate.of(2010, 1, 1).plusMonths(t), 100 + t + 3 * Math.sin(t));
        }
        return TimeSeries.ofQuoted(levels, Unit.PRICE);
    }

    @Test
    void aSeriesThatIsNotMoneyIsRefused() {
        PublishedSeries assets = published(Map.of(LocalDate.of(2025, 7, 16), 1.0), 1);
        PublishedSeries percent = new PublishedSeries(
                "levels",
                TimeSeries.ofQuoted(Map.of(), Unit.PERCENT),
                Source.observed("test"),
                PublicationLag.days(0),
                MaxAge.days(5));
        assertThatThrownBy(() -> NetLiquidity.level(assets, percent, assets))
                .hasMessageContaining("treasuryAccount must be in a unit of money but was in %");
    }

    private static PublishedSeries published(Map<LocalDate, Double> millions, int lagDays) {
        return new PublishedSeries(
                "levels",
                TimeSeries.ofQuoted(millions, Unit.MILLIONS_OF_DOLLARS),
                Source.observed("test"),
                PublicationLag.days(lagDays),
                MaxAge.days(10));
    }

    private static PublishedSeries published(TimeSeries series, PublicationLag lag) {
        return new PublishedSeries("levels", series, Source.observed("test"), lag, MaxAge.days(120));
    }
}
