package io.github.macroregime.regime.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.regime.curve.CurveMoves.YieldSplit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Treasury yields: episodes that everybody who lived through them knows by name. */
class CurveRealData {

    @Test
    void marchOf2020SteepenedInABullMarket() {
        CurveReading reading = twosTens(LocalDate.of(2020, 3, 31));
        assertThat(reading.move().regime()).isEqualTo(CurveRegime.BULL_STEEPENER);
        assertThat(reading.move().shortChange().basisPoints()).isLessThan(-40);
    }

    @Test
    void theYear2022FlattenedInABearMarket() {
        CurveReading reading = twosTens(LocalDate.of(2022, 12, 30));
        assertThat(twosTens(LocalDate.of(2022, 3, 31)).move().regime()).isEqualTo(CurveRegime.BEAR_FLATTENER);
        CurveReading summer = twosTens(LocalDate.of(2022, 6, 30));
        assertThat(summer.share(CurveRegime.BEAR_FLATTENER))
                .as(summer.toString())
                .isGreaterThan(0.2);
        assertThat(reading.n()).isEqualTo(63);
    }

    @Test
    void boardOf22July2025() {
        CurveBoard board = CurveBoard.of(
                CurvePair.usual(),
                yields(),
                LocalDate.of(2025, 7, 22),
                CurveOptions.withDefaults().withDays(1));
        assertThat(board.unread()).isEmpty();
        CurveMove day = board.readings().get(0).move();
        assertThat(day.longChange().basisPoints()).isEqualTo(-3, within(1e-9));
        assertThat(day.shortChange().isNegative()).isTrue();
        assertThat(board.readings())
                .allSatisfy(r -> assertThat(r.move().longChange().isNegative()).isTrue());
    }

    @Test
    void realYieldAndBreakevenExplainTheTenYear() {
        YieldSplit split = CurveMoves.split(
                SeriesCsv.read(RealFiles.path("rates/DGS10.csv"), Unit.PERCENT).dropMissing(),
                SeriesCsv.read(RealFiles.path("rates/DFII10.csv"), Unit.PERCENT).dropMissing(),
                SeriesCsv.read(RealFiles.path("rates/T10YIE.csv"), Unit.PERCENT).dropMissing(),
                LocalDate.of(2025, 7, 22),
                20);
        assertThat(split.residual().abs().basisPoints()).as(split.toString()).isLessThan(1.5);
    }

    private static CurveReading twosTens(LocalDate asOf) {
        return CurveBoard.of(List.of(CurvePair.usual().get(0)), yields(), asOf, CurveOptions.withDefaults())
                .readings()
                .get(0);
    }

    private static Map<String, TimeSeries> yields() {
        return Map.of(
                "3m",
                        SeriesCsv.read(RealFiles.path("rates/DGS3MO.csv"), Unit.PERCENT)
                                .dropMissing(),
                "2y",
                        SeriesCsv.read(RealFiles.path("rates/DGS2.csv"), Unit.PERCENT)
                                .dropMissing(),
                "5y",
                        SeriesCsv.read(RealFiles.path("rates/DGS5.csv"), Unit.PERCENT)
                                .dropMissing(),
                "10y",
                        SeriesCsv.read(RealFiles.path("rates/DGS10.csv"), Unit.PERCENT)
                                .dropMissing(),
                "30y",
                        SeriesCsv.read(RealFiles.path("rates/DGS30.csv"), Unit.PERCENT)
                                .dropMissing());
    }
}
