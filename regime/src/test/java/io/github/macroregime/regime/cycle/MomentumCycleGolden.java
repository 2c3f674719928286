package io.github.macroregime.regime.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.Aggregation;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Frequency;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.GoldenTable;
import io.github.macroregime.regime.cycle.MomentumCycle.Phase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against phases, transitions and dynamic positions of an independent pandas script. */
class MomentumCycleGolden {

    private static final GoldenTable SERIES = GoldenTable.read("regime/series.csv");
    private static final GoldenTable PHASES = GoldenTable.read("momentum_cycle.csv");
    private static final TimeSeries CLOSES = TimeSeries.of(
            DateIndex.copyOf(SERIES.texts("date").stream().map(LocalDate::parse).toList()),
            SERIES.numbers("es_close"),
            Unit.PRICE);
    private static final MomentumCycle CYCLE = new MomentumCycle(126, 10);

    private static List<String> words(List<Phase> phases) {
        return phases.stream().map(Phase::toString).toList();
    }

    @Test
    void dailyPhases() {
        assertThat(words(CYCLE.over(CLOSES).phases()))
                .isEqualTo(PHASES.texts("cycle_126_10").subList(126, CLOSES.size()));
        assertThat(words(MomentumCycle.DAILY.over(CLOSES).phases()))
                .isEqualTo(PHASES.texts("cycle_252_21").subList(252, CLOSES.size()));
    }

    @Test
    void weeklyPhases() {
        TimeSeries weekly = CLOSES.resample(Frequency.WEEK_TO_FRIDAY, Aggregation.LAST);
        MomentumHistory history = new MomentumCycle(26, 2).over(weekly);
        assertThat(history.phases()).hasSize(94);
        for (int t = 0; t < history.phases().size(); t++) {
            int row = SERIES.texts("date").indexOf(history.closes().date(t).toString());
            assertThat(history.phases().get(t)).hasToString(PHASES.cell(row, "weekly_26_2"));
        }
    }

    @Test
    void transitionsAndRuns() {
        MomentumHistory history = CYCLE.over(CLOSES);
        assertThat(history.transitions()).isEqualTo(Matrix.copyOf(new double[][] {
            {159, 14, 2, 4}, {11, 78, 7, 1}, {2, 5, 98, 14}, {7, 0, 12, 59}
        }));
        assertThat(history.runs()).hasSize(80);
        assertThat(history.toString()).contains("bull           38.0").contains("80.4");
    }

    @Test
    void dynamicPositions() {
        PHASES.assertAgrees(
                "dynamic_126_10", CYCLE.dynamicScores(CLOSES.values().toArray(), 10), 1e-12);
    }
}
