package io.github.macroregime.regime.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import org.junit.jupiter.api.Test;

/** The published history of the VIX has days whose open or close lies outside their range. */
class BarsRealData {

    @Test
    void aFewBadDaysDoNotSilenceTheRest() {
        Panel days = SeriesCsv.readPanel(RealFiles.path("equity/VIX_ohlc.csv"), Unit.PRICE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bars.of(days))
                .withMessageMatching("bar of \\d{4}-\\d\\d-\\d\\d must have .*");
        Panel ordered = Bars.ordered(days);
        assertThat(days.size() - ordered.size()).isBetween(1, 100);
        assertThat(BarStatistic.averageTrueRange(14).over(Bars.of(ordered))[ordered.size() - 1])
                .isPositive();
    }
}
