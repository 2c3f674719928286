package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.LeastSquares;
import io.github.macroregime.core.stats.Regression;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.Driver.ExpectedSign;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Trailing regressions of spread changes on yield changes; exact rationals rounded to 15 digits in the file. */
class DisconnectGolden {

    private final JsonNode file = GoldenFile.json("spread_rate_disconnect.json");
    private final int window = file.get("window").asInt();
    private final double[] dy = numbers("dy");
    private final double[] ds = numbers("ds");

    @Test
    void lines_equal_the_exact_ones() {
        Deviation deviation = new Deviation("spread_rate_disconnect.json, lines");
        for (JsonNode row : file.get("expected")) {
            int i = row.get("i").asInt();
            Regression fit = LeastSquares.withIntercept(
                            Arrays.copyOfRange(ds, i - window, i), Arrays.copyOfRange(dy, i - window, i))
                    .orElseThrow();
            String where = "row " + i + " ";
            compare(deviation, fit.intercept(), row, "alpha", where);
            compare(deviation, fit.slope(), row, "beta", where);
            compare(deviation, fit.rSquared(), row, "r2", where);
            compare(deviation, fit.residualDeviation(), row, "stderr", where);
            compare(deviation, fit.predict(dy[i]), row, "predicted", where);
            compare(deviation, ds[i], row, "actual", where);
            compare(deviation, ds[i] - fit.predict(dy[i]), row, "residual", where);
            compare(
                    deviation,
                    (ds[i] - fit.predict(dy[i])) / fit.residualDeviation(),
                    row,
                    "residual_over_stderr",
                    where);
        }
        deviation.isAtMost(1e-12);
    }

    /** The levels are sums of the changes, so each change carries the rounding of two levels of 500 bp, 1e-13 bp. */
    @Test
    void disconnects_equal_the_exact_ones() {
        TimeSeries spread = Levels.basisPoints(levels(ds, 100));
        TimeSeries yields = Levels.basisPoints(levels(dy, 430));
        Driver driver = Driver.ofYield("10y", yields, ExpectedSign.AGAINST);
        Deviation deviation = new Deviation("spread_rate_disconnect.json, levels");
        for (JsonNode row : file.get("expected")) {
            int i = row.get("i").asInt();
            Disconnect disconnect = Disconnect.of(spread, driver, spread.date(i + 1), window, Rate.ofBasisPoints(0.25))
                    .orElseThrow();
            String where = "row " + i + " ";
            compare(deviation, disconnect.fit().slope(), row, "beta", where);
            compare(deviation, disconnect.predicted().basisPoints(), row, "predicted", where);
            compare(deviation, disconnect.spreadChange().basisPoints(), row, "actual", where);
            compare(deviation, disconnect.residual().basisPoints(), row, "residual", where);
            compare(deviation, disconnect.score().orElseThrow(), row, "residual_over_stderr", where);
        }
        deviation.isAtMost(1e-11);
    }

    @Test
    void prediction_errors_count_the_leverage_of_the_last_change() {
        TimeSeries spread = Levels.basisPoints(levels(ds, 100));
        Driver driver = Driver.ofYield("10y", Levels.basisPoints(levels(dy, 430)), ExpectedSign.AGAINST);
        Deviation deviation = new Deviation("disconnect_prediction.json");
        for (JsonNode row : GoldenFile.json("disconnect_prediction.json").get("expected")) {
            int i = row.get("i").asInt();
            Disconnect disconnect = Disconnect.of(spread, driver, spread.date(i + 1), window, Rate.ofBasisPoints(0.25))
                    .orElseThrow();
            String where = "row " + i + " ";
            compare(deviation, disconnect.fit().leverage(disconnect.driverChange()), row, "leverage", where);
            compare(deviation, disconnect.predictionScore().orElseThrow(), row, "prediction_z", where);
            assertThat(Math.abs(disconnect.predictionScore().orElseThrow()))
                    .isLessThan(Math.abs(disconnect.score().orElseThrow()));
        }
        deviation.isAtMost(1e-11);
    }

    private static void compare(Deviation deviation, double actual, JsonNode row, String name, String where) {
        deviation.compare(where + name, actual, GoldenFile.number(row.get(name)));
    }

    private double[] numbers(String name) {
        return StreamSupport.stream(file.get(name).spliterator(), false)
                .mapToDouble(GoldenFile::number)
                .toArray();
    }

    private static double[] levels(double[] changes, double start) {
        double[] levels = new double[changes.length + 1];
        levels[0] = start;
        for (int i = 0; i < changes.length; i++) {
            levels[i + 1] = levels[i] + changes[i];
        }
        return levels;
    }
}
