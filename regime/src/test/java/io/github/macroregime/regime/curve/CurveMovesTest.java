package io.github.macroregime.regime.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.curve.CurveMoves.YieldSplit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CurveMovesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
    private static final CurveOptions DAILY =
            CurveOptions.withDefaults().withDays(1).withShareDays(2);

    @Test
    void theEndThatMovedMoreLeads() {
        assertThat(classify(-20, -5).driver()).isEqualTo(CurveMove.Driver.FRONT);
        assertThat(classify(3, -30).driver()).isEqualTo(CurveMove.Driver.LONG);
        assertThat(classify(-10, 10).driver()).isEqualTo(CurveMove.Driver.BOTH);
        assertThat(classify(0.4, 0).driver()).isEqualTo(CurveMove.Driver.BOTH);
    }

    @Test
    void aMovePrintsItself() {
        assertThat(classify(-20, -5))
                .hasToString("bull steepener, short -20.0 bp, long -5.0 bp, slope +15.0 bp, led by front");
    }

    @Test
    void historyIsAlignedByDateAndSharesCountTheLatestDays() {
        TimeSeries two = yields(4.00, 3.90, 3.80, 3.80);
        TimeSeries ten = yields(4.50, 4.45, Double.NaN, 4.60);
        CurveHistory history = CurveMoves.history("2s10s", two, ten, DAILY);
        // The third day has no long yield, so the second move runs from the second to the fourth day.
        assertThat(history.dates().stream()).containsExactly(DAY.plusDays(1), DAY.plusDays(3));
        assertThat(history.moves().get(0).regime()).isEqualTo(CurveRegime.BULL_STEEPENER);
        assertThat(history.moves().get(1).shortChange().basisPoints()).isCloseTo(-10, withinBp());
        assertThat(history.moves().get(1).regime()).isEqualTo(CurveRegime.TWIST_STEEPENER);
        CurveReading reading = history.asOf(DAY.plusDays(9)).orElseThrow();
        assertThat(reading.n()).isEqualTo(2);
        assertThat(reading.share(CurveRegime.BULL_STEEPENER)).isEqualTo(0.5);
        assertThat(reading.share(CurveRegime.UNCHANGED)).isZero();
        assertThat(history.asOf(DAY)).isEmpty();
    }

    @Test
    void anEarlierReadingDoesNotSeeLaterDays() {
        TimeSeries two = yields(4.00, 3.90, 3.80, 3.80);
        TimeSeries ten = yields(4.50, 4.45, 4.40, 4.60);
        CurveReading early = CurveMoves.history("2s10s", two, ten, DAILY)
                .asOf(DAY.plusDays(2))
                .orElseThrow();
        CurveReading cut = CurveMoves.history("2s10s", two.until(DAY.plusDays(2)), ten.until(DAY.plusDays(2)), DAILY)
                .asOf(DAY.plusDays(2))
                .orElseThrow();
        assertThat(early).isEqualTo(cut);
    }

    @Test
    void boardNamesWhatItCannotRead() {
        CurveBoard board = CurveBoard.of(
                CurvePair.usual(),
                Map.of("2y", yields(4, 3.9, 3.8), "10y", yields(4.5, 4.4, 4.3)),
                DAY.plusDays(2),
                DAILY);
        assertThat(board.readings()).hasSize(1);
        assertThat(board.unread()).isEqualTo(List.of("5s30s", "10s30s", "3m10y"));
        assertThat(board.toString()).contains("2s10s").contains("not read: 5s30s, 10s30s, 3m10y");
    }

    @Test
    void splitAddsUpToTheNominalChange() {
        YieldSplit split = CurveMoves.split(yields(4.0, 4.3), yields(2.0, 2.1), yields(2.0, 2.15), DAY.plusDays(1), 1);
        assertThat(split.residual().basisPoints()).isCloseTo(5, withinBp());
        assertThat(split.toString())
                .isEqualTo("2025-07-01 to 2025-07-02: nominal +30.0 bp = real +10.0 bp + break-even +15.0 bp"
                        + " + residual +5.0 bp");
        assertThatThrownBy(() -> CurveMoves.split(yields(4.0), yields(2.0), yields(2.0), DAY.plusDays(1), 1))
                .hasMessageContaining("there are 1 common dates");
    }

    @Test
    void negativeToleranceIsRefused() {
        assertThatThrownBy(() -> CurveMoves.classify(Rate.ZERO, Rate.ZERO, Rate.ofBasisPoints(-1)))
                .hasMessageContaining("tolerance must not be negative");
        assertThatThrownBy(() -> CurveOptions.withDefaults().withDays(0)).hasMessageContaining("days");
    }

    private static Offset<Double> withinBp() {
        return within(1e-9);
    }

    private static CurveMove classify(double s, double l) {
        return CurveMoves.classify(Rate.ofBasisPoints(s), Rate.ofBasisPoints(l), Rate.ofBasisPoints(0.5));
    }

    private static TimeSeries yields(double... percent) {
        Map<LocalDate, Double> quoted = new TreeMap<>();
        for (int i = 0; i < percent.length; i++) {
            quoted.put(DAY.plusDays(i), percent[i]);
        }
        return TimeSeries.ofQuoted(quoted, Unit.PERCENT);
    }
}
