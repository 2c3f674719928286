package io.github.macroregime.regime.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.GoldenTable;
import io.github.macroregime.regime.drivers.DriverModel.Group;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Against numpy, which solves every fit anew from all matured rows. */
class DriverModelGolden {

    private static final GoldenTable SERIES = GoldenTable.read("regime/series.csv");
    private static final GoldenTable GOLDEN = GoldenTable.read("driver_model.csv");
    private static final double TOLERANCE = 1e-11;

    private static TimeSeries series(String name) {
        DateIndex dates = DateIndex.copyOf(
                SERIES.texts("date").stream().map(LocalDate::parse).toList());
        return TimeSeries.of(dates, SERIES.numbers(name), Unit.PRICE);
    }

    private static TimeSeries gapped(TimeSeries series) {
        double[] values = series.values().toArray();
        Arrays.fill(values, 300, 320, Double.NaN);
        return TimeSeries.of(series.dates(), values, series.unit());
    }

    static DriverHistory history() {
        Panel drivers = Panel.onAllDates(
                series("nq").change(Change.LOGARITHMIC, 10).named("nq"),
                series("rty").change(Change.LOGARITHMIC, 10).named("rty"),
                series("zn").change(Change.DIFFERENCE, 10).named("zn"),
                gapped(series("btc").change(Change.LOGARITHMIC, 5)).named("btc"),
                series("gc").change(Change.LOGARITHMIC, 21).named("gc"));
        return DriverModel.of(
                        Change.LOGARITHMIC,
                        Group.of("equities", "nq", "rty"),
                        Group.of("rates", "zn"),
                        Group.of("liquidity", "btc", "gc"))
                .withRidge(0.2)
                .withFits(100, 7, 3)
                .walk(series("es_close"), drivers);
    }

    @Test
    void everyDayAgrees() {
        DriverHistory history = history();
        assertThat(history.dates().stream().map(LocalDate::toString)).isEqualTo(GOLDEN.texts("date"));
        GOLDEN.assertAgrees("drift", history.drift().values().toArray(), TOLERANCE);
        GOLDEN.assertAgrees("impulse", history.impulse().values().toArray(), TOLERANCE);
        GOLDEN.assertAgrees("alignment", history.alignment().values().toArray(), 1e-9);
        for (int group = 0; group < 3; group++) {
            int at = group;
            double[] impulses = history.dates().stream()
                    .mapToDouble(date ->
                            history.on(date).orElseThrow().groups().get(at).impulse())
                    .toArray();
            GOLDEN.assertAgrees(history.model().groups().get(group).name(), impulses, TOLERANCE);
        }
    }

    @Test
    void theForecastsAreJudgedAgainstTheMean() {
        DriverHistory history = history();
        assertThat(history.judged()).isEqualTo(424);
        assertThat(history.rSquared()).isCloseTo(-0.129744936946432, within(1e-11));
    }
}
