package io.github.macroregime.regime.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.TimeSeries.Observation;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Published data: vintages from 2005 on, and the levels that the data index names. */
class MacroRealData {

    @Test
    void quadrantsOnVintagesDifferFromThoseOnFinalData() throws IOException {
        List<QuadrantVintage> vintages = vintages("INDPRO", "CPIAUCSL");
        QuadrantHistory known = GrowthInflation.ofVintages(vintages, QuadrantOptions.ofQuarterlyData());
        QuadrantVintage last = vintages.get(vintages.size() - 1);
        QuadrantHistory revised = GrowthInflation.ofFinalData(
                published(last.growth(), PublicationLag.days(0)),
                published(last.prices(), PublicationLag.days(0)),
                QuadrantOptions.ofQuarterlyData());
        int compared = 0;
        int differing = 0;
        for (QuadrantReading reading : known.readings()) {
            var later = revised.readings().stream()
                    .filter(r -> r.observed().equals(reading.observed()))
                    .findFirst();
            if (later.isPresent()) {
                compared++;
                differing += later.get().raw() == reading.raw() ? 0 : 1;
            }
        }
        if (System.getProperty("macroregime.deviations") != null) {
            System.out.println("quadrants on vintages differ from final data on " + differing + " of " + compared);
        }
        assertThat(compared).isGreaterThan(50);
        assertThat(differing).isBetween(1, compared / 2);
    }

    @Test
    void theReadingOfAVintageIsThatOfItsOwnDataAlone() throws IOException {
        List<QuadrantVintage> vintages = vintages("INDPRO", "CPIAUCSL");
        QuadrantHistory all = GrowthInflation.ofVintages(vintages, QuadrantOptions.ofQuarterlyData());
        QuadrantHistory early = GrowthInflation.ofVintages(vintages.subList(0, 30), QuadrantOptions.ofQuarterlyData());
        LocalDate date = vintages.get(29).released();
        assertThat(all.asOf(date)).isEqualTo(early.asOf(date)).isPresent();
    }

    @Test
    void inflationOfTheIndex() {
        TimeSeries prices = SeriesCsv.read(RealFiles.path("macro/CPIAUCSL.csv"), Unit.PRICE);
        TimeSeries output = SeriesCsv.read(RealFiles.path("macro/INDPRO.csv"), Unit.PRICE);
        QuadrantHistory history = GrowthInflation.ofFinalData(
                published(output, PublicationLag.days(45)),
                published(prices, PublicationLag.days(45)),
                QuadrantOptions.withDefaults());
        QuadrantReading summer = history.asOf(LocalDate.of(2022, 7, 20)).orElseThrow();
        assertThat(summer.inflation().percent()).isEqualTo(9.0, within(0.06));
        QuadrantReading today = history.asOf(LocalDate.of(2025, 7, 22)).orElseThrow();
        assertThat(today.observed()).isEqualTo(LocalDate.of(2025, 6, 1));
        assertThat(today.inflation().percent()).isEqualTo(2.67, within(0.01));
        assertThat(history.readings()).noneMatch(r -> r.observed().equals(LocalDate.of(2025, 10, 1)));
    }

    @Test
    void liquidityLevelsOfTheIndex() {
        PublishedSeries assets = published("liquidity/WALCL_fredgraph.csv", Unit.MILLIONS_OF_DOLLARS, 1);
        PublishedSeries account = published("liquidity/WTREGEN.csv", Unit.MILLIONS_OF_DOLLARS, 1);
        PublishedSeries repo = published("liquidity/RRPONTSYD_fredgraph.csv", Unit.BILLIONS_OF_DOLLARS, 0);
        assertThat(billions(assets, LocalDate.of(2022, 4, 14))).isEqualTo(8965, within(1.0));
        assertThat(billions(repo, LocalDate.of(2022, 12, 30))).isEqualTo(2553.7, within(0.1));
        TimeSeries level = NetLiquidity.level(assets, account, repo);
        LocalDate wednesday = LocalDate.of(2022, 4, 13);
        assertThat(level.on(wednesday.plusDays(1)).orElseThrow())
                .isEqualTo(
                        assets.series().on(wednesday).orElseThrow()
                                - account.series().on(wednesday).orElseThrow()
                                - repo.series().on(wednesday).orElseThrow(),
                        within(1.0));
        NetLiquidity.Reading reading =
                NetLiquidity.reading(level, LocalDate.of(2025, 7, 22), 13).orElseThrow();
        assertThat(reading.published()).isEqualTo(LocalDate.of(2025, 7, 17));
        assertThat(reading.level() / 1e9).as(reading.toString()).isBetween(5900.0, 6300.0);
    }

    @Test
    void spreadsAndVolatilityWereTightInMarch2020() {
        List<FinancialConditions.Input> inputs = List.of(
                new FinancialConditions.Input(
                        SeriesCsv.read(RealFiles.path("credit/BAMLC0A0CM.csv"), Unit.PERCENTAGE_POINTS)
                                .dropMissing()
                                .named("IG"),
                        FinancialConditions.Input.Tightening.HIGHER),
                new FinancialConditions.Input(
                        SeriesCsv.read(RealFiles.path("credit/BAMLH0A0HYM2.csv"), Unit.PERCENTAGE_POINTS)
                                .dropMissing()
                                .named("HY"),
                        FinancialConditions.Input.Tightening.HIGHER),
                new FinancialConditions.Input(
                        SeriesCsv.read(RealFiles.path("equity/VIXCLS_fredgraph.csv"), Unit.PRICE)
                                .dropMissing()
                                .named("VIX"),
                        FinancialConditions.Input.Tightening.HIGHER));
        FinancialConditions.Reading crisis = FinancialConditions.reading(
                        inputs, LocalDate.of(2020, 3, 20), FinancialConditions.Weights.FIRST_COMPONENT, 252)
                .orElseThrow();
        FinancialConditions.Reading summer = FinancialConditions.reading(
                        inputs, LocalDate.of(2025, 7, 22), FinancialConditions.Weights.FIRST_COMPONENT, 252)
                .orElseThrow();
        assertThat(crisis.index()).as(crisis.toString()).isGreaterThan(2);
        assertThat(summer.index()).as(summer.toString()).isBetween(-1.5, 0.0);
    }

    private static double billions(PublishedSeries series, LocalDate date) {
        return series.asOf(date).map(Observation::value).orElseThrow() / 1e9;
    }

    private static PublishedSeries published(String file, Unit unit, int lagDays) {
        return new PublishedSeries(
                file,
                SeriesCsv.read(RealFiles.path(file), unit).dropMissing(),
                Source.observed("FRED"),
                PublicationLag.days(lagDays),
                MaxAge.days(10));
    }

    private static List<QuadrantVintage> vintages(String growth, String prices) throws IOException {
        List<String> lines = Files.readAllLines(RealFiles.path("macro/vintages_quarterly_2005_2022.csv"));
        List<String> header = List.of(lines.get(0).split(",", -1));
        Map<LocalDate, Map<LocalDate, double[]>> byRelease = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            double[] both = {number(fields[header.indexOf(growth)]), number(fields[header.indexOf(prices)])};
            byRelease
                    .computeIfAbsent(LocalDate.parse(fields[0] + "-28"), released -> new TreeMap<>())
                    .put(quarter(fields[1]), both);
        }
        List<QuadrantVintage> vintages = new ArrayList<>();
        byRelease.forEach(
                (released, rows) -> vintages.add(new QuadrantVintage(released, levels(rows, 0), levels(rows, 1))));
        return vintages;
    }

    private static TimeSeries levels(Map<LocalDate, double[]> rows, int column) {
        Map<LocalDate, Double> levels = new TreeMap<>();
        rows.forEach((date, values) -> levels.put(date, values[column]));
        return TimeSeries.ofQuoted(levels, Unit.PRICE);
    }

    private static double number(String field) {
        return field.isEmpty() ? Double.NaN : Double.parseDouble(field);
    }

    private static LocalDate quarter(String text) {
        return LocalDate.of(Integer.parseInt(text.substring(0, 4)), 3 * (text.charAt(6) - '0') - 2, 1);
    }

    private static PublishedSeries published(TimeSeries series, PublicationLag lag) {
        return new PublishedSeries("levels", series, Source.observed("test"), lag, MaxAge.days(120));
    }
}
