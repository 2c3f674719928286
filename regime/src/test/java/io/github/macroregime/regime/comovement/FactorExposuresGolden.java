package io.github.macroregime.regime.comovement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.GoldenTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against numpy's least squares on each window. */
class FactorExposuresGolden {

    private static final GoldenTable SERIES = GoldenTable.read("regime/series.csv");
    private static final GoldenTable GOLDEN = GoldenTable.read("factor_exposures.csv");

    private static TimeSeries returns(String name) {
        DateIndex dates = DateIndex.copyOf(
                SERIES.texts("date").stream().map(LocalDate::parse).toList());
        return TimeSeries.of(dates, SERIES.numbers(name), Unit.PRICE).change(Change.LOGARITHMIC, 1);
    }

    private static Panel factors() {
        double[] gold = returns("gc").values().toArray();
        Arrays.fill(gold, 100, 105, Double.NaN);
        TimeSeries gapped = TimeSeries.of(returns("gc").dates(), gold, Unit.FRACTION);
        return Panel.onAllDates(returns("rty").named("rty"), returns("zn").named("zn"), gapped.named("gc"));
    }

    @Test
    void everyWindowAgrees() {
        FactorExposures exposures = FactorExposures.rolling(returns("es_close"), factors(), 63);
        assertThat(exposures.intercept().dates().stream().map(LocalDate::toString))
                .isEqualTo(GOLDEN.texts("date"));
        GOLDEN.assertAgrees("intercept", exposures.intercept().values().toArray(), 1e-10);
        GOLDEN.assertAgrees("r2", exposures.rSquared().values().toArray(), 1e-10);
        for (String factor : List.of("rty", "zn", "gc")) {
            GOLDEN.assertAgrees(
                    factor, exposures.exposures().series(factor).values().toArray(), 1e-10);
            GOLDEN.assertAgrees(
                    "e_" + factor, exposures.errors().series(factor).values().toArray(), 1e-10);
        }
        assertThat(exposures.toString()).contains("532 fits", "rty", "(error ");
    }

    @Test
    void tooLittleAndDependent() {
        Panel twice = Panel.onAllDates(returns("rty").named("a"), returns("rty").named("b"));
        FactorExposures exposures = FactorExposures.rolling(returns("es_close"), twice, 63);
        assertThat(exposures.exposures().series("a").values().missingCount())
                .isEqualTo(exposures.intercept().size());
        assertThat(FactorExposures.rolling(returns("es_close").slice(0, 20), factors(), 63))
                .hasToString("Factor exposures over 63: too few complete days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactorExposures.rolling(returns("es_close"), factors(), 5));
    }
}
