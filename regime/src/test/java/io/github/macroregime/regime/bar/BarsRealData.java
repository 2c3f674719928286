package io.github.macroregime.regime.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import org.junit.jupiter.api.Test;

/** The published history of the VIX has days whose open or close lies outside their range. */
class BarsRealData {

    @Test
    void aFewBadDaysDoNotSilenceTheRest() {
        Panel days = SeriesCsv.readPanel(RealFiles.path("equity/VIX_ohlc.csv"), Unit.PRICE);
        TimeSeries open = days.series("OPEN");
        TimeSeries high = days.series("HIGH");
        TimeSeries low = days.series("LOW");
        TimeSeries close = days.series("CLOSE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bars.of(open, high, low, close))
                .withMessageMatching("bar of \\d{4}-\\d\\d-\\d\\d must have .*");
        DateIndex good = Bars.orderedDates(open, high, low, close);
        assertThat(days.size() - good.size()).isBetween(1, 100);
        Bars bars = Bars.of(open.on(good), high.on(good), low.on(good), close.on(good));
        assertThat(BarStatistic.averageTrueRange(14).over(bars)[good.size() - 1])
                .isPositive();
    }
}
