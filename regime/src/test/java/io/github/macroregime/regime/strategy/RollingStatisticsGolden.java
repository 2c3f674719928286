package io.github.macroregime.regime.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rolling statistics against pandas: rolling means, sample deviations and covariances of four of six returns. */
class RollingStatisticsGolden {

    private static final LocalDate FIRST = LocalDate.of(2025, 7, 14);
    private static final double[] RETURNS = {0.01, -0.02, 0.03, 0.00, 0.015, -0.01};
    private static final double[] BENCHMARK = {0.02, -0.01, 0.01, 0.005, 0.01, -0.02};

    private static TimeSeries series(double... returns) {
        return TimeSeries.ofQuoted(
                FIRST.datesUntil(FIRST.plusDays(returns.length)).toList(), returns, Unit.FRACTION);
    }

    private static Panel rolling(double[] returns, double[] benchmark) {
        return TearSheet.rolling(series(returns), series(benchmark), 4, 252);
    }

    @Test
    void everyStatisticIsThatOfPandas() {
        Panel panel = rolling(RETURNS, BENCHMARK);
        Map<String, double[]> expected = Map.of(
                "mean", new double[] {1.26, 1.575, 2.205},
                "volatility", new double[] {0.33045423283716613, 0.3390796366637195, 0.27780388766178205},
                "Sharpe ratio", new double[] {3.8129334558134547, 4.644926529639991, 7.937253933193771},
                "beta", new double[] {1.2266666666666666, 2.069767441860465, 0.9797979797979798},
                "tracking error", new double[] {0.22798026230355992, 0.21, 0.16522711641858298},
                "information ratio", new double[] {-1.381698559415516, 3.0, 11.43880036744037});
        expected.forEach((name, values) -> {
            double[] column = panel.series(name).values().toArray();
            assertThat(column[2]).as(name).isNaN();
            for (int i = 0; i < values.length; i++) {
                assertThat(column[3 + i]).as(name).isCloseTo(values[i], within(1e-12));
            }
        });
        assertThat(panel.series("drawdown").values().toArray())
                .usingComparatorWithPrecision(1e-15)
                .containsExactly(0, -0.02, 0, 0, 0, -0.01);
    }

    @Test
    void theLastRowIsThatOfTheStatisticsOfTheWindow() {
        Panel panel = rolling(RETURNS, BENCHMARK);
        double[] r = Arrays.copyOfRange(RETURNS, 2, 6);
        double[] b = Arrays.copyOfRange(BENCHMARK, 2, 6);
        assertThat(last(panel, "Sharpe ratio")).isCloseTo(Performance.sharpe(r, 252, 0), within(1e-12));
        assertThat(last(panel, "tracking error"))
                .isCloseTo(RelativePerformance.trackingError(r, b, 252), within(1e-12));
        assertThat(last(panel, "information ratio"))
                .isCloseTo(RelativePerformance.informationRatio(r, b, 252), within(1e-10));
    }

    private static double last(Panel panel, String name) {
        return panel.series(name).value(panel.size() - 1);
    }

    @Test
    void aBenchmarkThatIsTheAssetHasNoTrackingError() {
        Panel panel = rolling(RETURNS, RETURNS);
        assertThat(last(panel, "beta")).isCloseTo(1, within(1e-12));
        assertThat(last(panel, "tracking error")).isZero();
        assertThat(last(panel, "information ratio")).isNaN();
    }
}
