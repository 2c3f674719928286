package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.cycle.MomentumCycle.Phase;
import io.github.macroregime.regime.cycle.MomentumReading;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.sheet.ModelTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The rows of yields among the models, from their levels alone. */
class YieldRowTest {

    private static final MacroInputs INPUTS = new RandomInputs(1, series -> series).inputs();
    private static final MacroReport REPORT = MacroReport.of(
            INPUTS, RandomInputs.weekdays(RandomInputs.DAYS).last(), RandomInputs.OPTIONS, EnumSet.of(Topic.STRENGTH));
    private static final ModelTable MODELS =
            REPORT.part(StrengthPart.class).orElseThrow().models();
    private static final TimeSeries TEN = INPUTS.all(RatesInput.Yield.class).stream()
            .filter(each -> each.name().equals("10y"))
            .findFirst()
            .orElseThrow()
            .levels()
            .series()
            .until(REPORT.date())
            .dropMissing();

    private static double back(int days) {
        return TEN.value(TEN.size() - 1 - days);
    }

    @Test
    void upIsARiseOfTheYield() {
        ModelTable.Row row = MODELS.row("10y").orElseThrow();
        assertThat(row.unit()).isEqualTo(Unit.BASIS_POINTS);
        assertThat(row.standing().close()).isEqualTo(back(0));
        assertThat(row.standing().observed()).isEqualTo(TEN.dates().last());
        MomentumReading cycle = row.cycle().get(0);
        assertThat(cycle.phase()).isEqualTo(Phase.of(back(0) >= back(252), back(0) >= back(21)));
        // ln(1 + r) of the index is the change of the yield: nothing of it is a percentage of a percentage.
        assertThat(StrictMath.log1p(cycle.slowMomentum())).isCloseTo(back(0) - back(252), within(1e-12));
        assertThat(StrictMath.log1p(cycle.fastMomentum())).isCloseTo(back(0) - back(21), within(1e-12));
    }

    @Test
    void theCycleTurnsAtLevelsOfTheYieldAndMovesInBasisPoints() {
        List<String> shown = MODELS.recordTable().rows().stream()
                .filter(row -> row.get(0).equals("10y yield"))
                .findFirst()
                .orElseThrow();
        // The next day compares with the levels 251 and 20 days before.
        double slow = back(251);
        double fast = back(20);
        double now = back(0);
        String from = slow > now || fast > now
                ? text(slow > now && fast > now ? Math.min(slow, fast) : Math.max(slow, fast), now)
                : "-";
        String below = slow <= now || fast <= now
                ? text(slow <= now && fast <= now ? Math.max(slow, fast) : Math.min(slow, fast), now)
                : "-";
        assertThat(shown.get(1)).startsWith(from);
        assertThat(shown.get(2)).startsWith(below);
        assertThat(shown.get(1) + shown.get(2)).contains(" bp) ");
    }

    private static String text(double level, double now) {
        return String.format(Locale.ROOT, "%.2f %% (%+.0f bp)", 100 * level, 10_000 * (level - now));
    }

    /** A note held where the model says down loses what a rise of the yield costs: the sides change places. */
    @Test
    void theRecordIsThatOfTheNote() {
        ModelTable.Row row = MODELS.row("2y").orElseThrow();
        assertThat(row.records()).extracting(each -> each.model()).containsExactly("strength", "momentum cycle");
        assertThat(row.records().get(0).last()).isEqualTo(TEN.dates().last());
        assertThat(MODELS.verdicts().get(0)).contains(" of " + MODELS.rows().size() + " assets");
        assertThat(REPORT.sections().get(0).notes()).anyMatch(note -> note.contains("in basis points: up is a rise"));
    }
}
