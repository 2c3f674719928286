package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.regime.drivers.DriverHistory;
import io.github.macroregime.regime.drivers.DriverModel;
import io.github.macroregime.regime.drivers.DriverModel.Group;
import io.github.macroregime.regime.strategy.Evaluation;
import io.github.macroregime.regime.strategy.ModelRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Driver models of the S&amp;P 500, the two-year yield, gold and bitcoin on real files, as {@code docs/models.md} shows
 * them. A failure prints what belongs into the page.
 */
class DriverModelRealData {

    private static final Path PAGE =
            Path.of(System.getProperty("macroregime.root", "..")).resolve("docs/models.md");
    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final Evaluation PROTOCOL = Evaluation.withDefaults().withHorizon(5);

    /** A two-year note of constant duration. */
    private static final double DURATION = 1.9;

    private static TimeSeries read(String file, Unit unit) {
        return SeriesCsv.read(RealFiles.path(file), unit);
    }

    private static TimeSeries closes(String file) {
        return SeriesCsv.read(RealFiles.path(file), "close", Unit.PRICE);
    }

    private static TimeSeries known(TimeSeries series, int days) {
        return PublicationLag.days(days).byPublication(series);
    }

    private static TimeSeries move(TimeSeries series, int observations) {
        return series.dropMissing().change(Change.LOGARITHMIC, observations);
    }

    private static TimeSeries shift(TimeSeries series, int observations) {
        return series.dropMissing().change(Change.DIFFERENCE, observations);
    }

    private static Panel drivers(TimeSeries target) {
        TimeSeries index = closes("equity/GSPC_ohlcv.csv");
        TimeSeries realised = Window.of(21)
                .sampleDeviation()
                .over(index.change(Change.LOGARITHMIC, 1))
                .times(Math.sqrt(252));
        TimeSeries real = known(read("rates/DFII10.csv", Unit.PERCENT), 1);
        TimeSeries yield = known(read("equity/valuation/SP500_EARN_YIELD.csv", Unit.PERCENT), 90);
        TimeSeries vix = read("equity/VIXCLS_fredgraph.csv", Unit.PERCENT);
        TimeSeries two = known(read("rates/DGS2.csv", Unit.PERCENT), 1);
        TimeSeries ten = known(read("rates/DGS10.csv", Unit.PERCENT), 1);
        return Panel.asOf(
                target.dates(),
                10,
                yield.asOf(real.dates(), 40).minus(real).named("earnings less real yield"),
                vix.minus(realised.asOf(vix.dates(), 5)).named("implied less realised"),
                shift(vix, 5).named("VIX"),
                move(read("cross_asset/HG_copper_front.csv", Unit.PRICE), 21).named("copper"),
                move(positive(known(read("cross_asset/DCOILWTICO.csv", Unit.PRICE), 5)), 21)
                        .named("oil"),
                shift(ten.minus(two), 21).named("2s10s"),
                shift(known(read("rates/T5YIE.csv", Unit.PERCENT), 1), 21).named("5y breakeven"),
                shift(known(read("rates/T10YIE.csv", Unit.PERCENT), 1), 21).named("10y breakeven"),
                shift(real, 21).named("10y real yield"),
                move(index, 21).named("S&P 500"),
                move(known(read("macro/ICSA.csv", Unit.COUNT), 5), 4).named("initial claims"),
                move(known(read("liquidity/WALCL_fredgraph.csv", Unit.MILLIONS_OF_DOLLARS), 1), 13)
                        .named("Fed assets"),
                shift(known(read("liquidity/WTREGEN.csv", Unit.MILLIONS_OF_DOLLARS), 1), 13)
                        .named("Treasury account"),
                shift(known(read("liquidity/RRPONTSYD_fredgraph.csv", Unit.BILLIONS_OF_DOLLARS), 1), 63)
                        .named("reverse repo"),
                move(known(read("cross_asset/DTWEXBGS_fredgraph.csv", Unit.PRICE), 7), 21)
                        .named("broad dollar"));
    }

    private static TimeSeries positive(TimeSeries series) {
        return series.through(
                values -> Arrays.stream(values)
                        .map(value -> value > 0 ? value : Double.NaN)
                        .toArray(),
                series.unit());
    }

    private static DriverHistory walk(TimeSeries target, Change change, Group... groups) {
        TimeSeries observed = target.between(LocalDate.of(2006, 1, 1), LocalDate.of(2025, 12, 25))
                .dropMissing();
        return DriverModel.of(change, groups).walk(observed, drivers(observed));
    }

    private static DriverHistory index() {
        return walk(
                closes("equity/GSPC_ohlcv.csv"),
                Change.LOGARITHMIC,
                Group.of("risk premium", "earnings less real yield", "10y real yield"),
                Group.of("positioning premium", "implied less realised", "VIX"),
                Group.of("growth", "copper", "2s10s", "initial claims"));
    }

    private static DriverHistory twoYear() {
        return walk(
                read("rates/DGS2.csv", Unit.PERCENT),
                Change.DIFFERENCE,
                Group.of("inflation", "5y breakeven", "10y breakeven"),
                Group.of("commodities", "oil", "copper"),
                Group.of("growth", "S&P 500", "initial claims"));
    }

    private static DriverHistory liquidity(TimeSeries target) {
        return walk(
                target,
                Change.LOGARITHMIC,
                Group.of("US liquidity", "Fed assets", "Treasury account", "reverse repo"),
                Group.of("risk premium", "10y real yield"),
                Group.of("dollar liquidity", "broad dollar"),
                Group.of("global liquidity", "global money"));
    }

    private static ModelRecord record(String asset, TimeSeries closes, TimeSeries scores) {
        return PROTOCOL.of("drivers", asset, closes, scores);
    }

    private static TimeSeries note(TimeSeries yields) {
        TimeSeries observed = yields.dropMissing();
        double first = observed.value(0);
        return observed.through(
                values -> Arrays.stream(values)
                        .map(y -> 100 * StrictMath.exp(DURATION * (first - y)))
                        .toArray(),
                Unit.PRICE);
    }

    @Test
    void recordsAndReadings() throws IOException {
        TimeSeries gold = read("cross_asset/GC_gold_front.csv", Unit.PRICE);
        TimeSeries bitcoin = closes("cross_asset/BTC_USD.csv");
        DriverHistory ofIndex = index();
        DriverHistory ofTwoYear = twoYear();
        DriverHistory ofGold = liquidity(gold);
        DriverHistory ofBitcoin = liquidity(bitcoin);
        List<ModelRecord> records = new ArrayList<>();
        records.add(record("S&P 500", closes("equity/GSPC_ohlcv.csv"), ofIndex.scores()));
        records.add(record(
                "two-year note",
                note(read("rates/DGS2.csv", Unit.PERCENT)),
                ofTwoYear.scores().times(-1)));
        records.add(record("gold", gold, ofGold.scores()));
        records.add(record("Bitcoin", bitcoin, ofBitcoin.scores()));
        String page = Files.readString(PAGE);
        assertThat(page).contains(ModelRecord.table(records));
        assertThat(page).contains(ofIndex.on(DAY).orElseThrow().toString());
        assertThat(page).contains(ofGold.on(DAY).orElseThrow().toString());
        assertThat(List.of(ofIndex, ofTwoYear, ofGold, ofBitcoin))
                .allSatisfy(
                        history -> assertThat(page).contains(String.format(Locale.ROOT, "%.4f", history.rSquared())));
    }
}
