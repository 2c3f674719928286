package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.regime.cycle.MomentumCycle;
import io.github.macroregime.regime.hmm.HmmParameters;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.state.WalkForwardStates;
import io.github.macroregime.regime.strategy.Evaluation;
import io.github.macroregime.regime.strategy.ModelRecord;
import io.github.macroregime.regime.strategy.PositionRule;
import io.github.macroregime.regime.strategy.Scores;
import io.github.macroregime.regime.strength.StrengthModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The records of {@code docs/models.md} on real closes, and their Sharpe ratios against an independent script in pandas.
 *
 * <p>A failure prints the rows that belong into the page.
 */
class ModelRecordsRealData {

    private static final Path PAGE =
            Path.of(System.getProperty("macroregime.root", "..")).resolve("docs/models.md");

    private static Map<String, TimeSeries> assets() {
        Map<String, TimeSeries> assets = new LinkedHashMap<>();
        assets.put("S&P 500", closes("equity/GSPC_ohlcv.csv"));
        assets.put("small caps", value("equity/etf/IWM.csv"));
        assets.put("homebuilders", value("equity/etf/ITB.csv"));
        assets.put("technology", value("equity/etf/XLK.csv"));
        assets.put("financials", value("equity/etf/XLF.csv"));
        assets.put("energy", value("equity/etf/XLE.csv"));
        assets.put("health care", value("equity/etf/XLV.csv"));
        assets.put("utilities", value("equity/etf/XLU.csv"));
        assets.put("Apple", closes("equity/mag7/AAPL.csv"));
        assets.put("Nvidia", closes("equity/mag7/NVDA.csv"));
        assets.put("Bitcoin", closes("cross_asset/BTC_USD.csv"));
        assets.put("gold", value("cross_asset/GC_gold_front.csv"));
        assets.put("long bonds", value("cross_asset/TLT.csv"));
        assets.put("dollar", closes("cross_asset/UUP.csv"));
        return assets;
    }

    private static TimeSeries closes(String file) {
        return SeriesCsv.read(RealFiles.path(file), "close", Unit.PRICE);
    }

    private static TimeSeries value(String file) {
        return SeriesCsv.read(RealFiles.path(file), Unit.PRICE);
    }

    private static List<ModelRecord> records(String model, Scores scores, Evaluation protocol) {
        return assets().entrySet().stream()
                .map(asset -> protocol.of(model, asset.getKey(), asset.getValue(), scores))
                .toList();
    }

    private static void assertSharpe(List<ModelRecord> records, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(records.get(i).earned().sharpe().value())
                    .as(records.get(i).asset())
                    .isCloseTo(expected[i], within(5e-5));
        }
    }

    private static void assertOnThePage(String rows) throws IOException {
        assertThat(Files.readString(PAGE)).contains(rows);
    }

    @Test
    void directionalStrength() throws IOException {
        List<ModelRecord> records = records("strength", StrengthModel.withDefaults()::over, Evaluation.withDefaults());
        assertSharpe(
                records, 0.1645, -0.1466, -0.2937, -0.2415, -0.1781, -0.1821, -0.2469, -0.1183, -0.0990, 0.1690,
                -0.5891, -0.1704, -0.2303, -0.5159);
        assertThat(records).allMatch(record -> record.edge() == ModelRecord.Edge.NONE);
        assertOnThePage(ModelRecord.table(records));
        assertOnThePage(records.get(0).toString());
    }

    @Test
    void momentumCycle() throws IOException {
        List<ModelRecord> records = records("momentum cycle", MomentumCycle.DAILY::scores, Evaluation.withDefaults());
        assertSharpe(
                records, 0.0960, 0.0442, -0.1414, 0.2808, 0.0277, 0.0024, 0.0929, -0.1202, 0.4988, 0.6919, 1.1570,
                0.1512, -0.0460, -0.4699);
        assertOnThePage(ModelRecord.table(records));
        assertOnThePage(records.get(10).toString());
    }

    @Test
    void dynamicSpeed() throws IOException {
        Evaluation protocol = Evaluation.withDefaults().withRule(new PositionRule.Scaled());
        Scores dynamic = close -> MomentumCycle.DAILY.dynamicScores(close, 60);
        assertOnThePage(ModelRecord.table(records("dynamic speed", dynamic, protocol)));
    }

    /** Each signal of the strength by itself, on four assets that differ. */
    @Test
    void signals() throws IOException {
        Map<String, TimeSeries> assets = assets();
        assets.keySet().retainAll(List.of("S&P 500", "Bitcoin", "gold", "long bonds"));
        List<ModelRecord> records = new ArrayList<>();
        for (StrengthModel.Weighted each : StrengthModel.withDefaults().signals()) {
            Scores scores = close -> Arrays.stream(each.signal().over(close))
                    .map(each.signal()::score)
                    .toArray();
            assets.forEach((asset, closes) ->
                    records.add(Evaluation.withDefaults().of(each.signal().name(), asset, closes, scores)));
        }
        assertOnThePage(ModelRecord.table(records));
    }

    /** Held in the state of the least variance alone, filtered, by parameters of earlier returns. */
    @Test
    void states() throws IOException {
        MacroOptions options = MacroOptions.withDefaults();
        Map<String, TimeSeries> assets = assets();
        assets.keySet().retainAll(List.of("S&P 500", "Bitcoin", "gold", "long bonds"));
        List<ModelRecord> records = new ArrayList<>();
        assets.forEach((asset, all) -> {
            TimeSeries closes = all.dropMissing();
            double[] returns = closes.change(Change.LOGARITHMIC, 1)
                    .slice(1, closes.size())
                    .values()
                    .toArray();
            WalkForwardStates<HmmParameters> walked = WalkForwardStates.filter(
                    returns,
                    options.states().model(),
                    options.states().firstFit(),
                    options.states().refitEvery());
            double[] scores = new double[closes.size()];
            Arrays.fill(scores, Double.NaN);
            for (int t = 1; t < scores.length; t++) {
                double calm = walked.of(0).get(t - 1);
                scores[t] =
                        Double.isNaN(calm) ? Double.NaN : calm >= walked.of(1).get(t - 1) ? 1 : 0;
            }
            records.add(Evaluation.withDefaults()
                    .of("state", asset, closes, TimeSeries.of(closes.dates(), scores, Unit.SCORE)));
        });
        assertOnThePage(ModelRecord.table(records));
    }
}
