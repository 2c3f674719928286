package io.github.macroregime.regime.sheet;

import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.curve.CurveHistory;
import io.github.macroregime.regime.curve.CurveRegime;
import io.github.macroregime.regime.section.Chart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A series with the regimes of the curve behind it. */
public final class CurveBackdrop {

    private CurveBackdrop() {}

    /**
     * A series with the regimes of the curve behind it: bear steepening red, other bear moves amber, bull moves without a
     * colour.
     *
     * @param series the series, such as a credit spread
     * @param curve the moves of a pair of yields
     * @param asOf the date at which one looks; nothing after it is used
     * @param days how many of its last observations are drawn, from 2
     * @return the picture, empty with fewer than two observations
     */
    public static Optional<Chart> of(NamedSeries series, CurveHistory curve, LocalDate asOf, int days) {
        TimeSeries seen = series.series().until(asOf).dropMissing();
        TimeSeries drawn = seen.slice(Math.max(0, seen.size() - Require.atLeast(days, 2, "days")), seen.size());
        if (drawn.size() < 2) {
            return Optional.empty();
        }
        List<Chart.Span> spans = new ArrayList<>();
        LocalDate from = drawn.dates().first();
        String before = "";
        for (int t = 0; t <= drawn.size(); t++) {
            LocalDate day =
                    t < drawn.size() ? drawn.date(t) : drawn.dates().last().plusDays(1);
            String regime = t < drawn.size() ? bear(curve, day) : "";
            if (!regime.equals(before)) {
                if (!before.isEmpty()) {
                    spans.add(new Chart.Span(before, from, day, tone(before)));
                }
                from = day;
                before = regime;
            }
        }
        return Optional.of(new Chart(
                series.name() + " through " + spans.size() + (spans.size() == 1 ? " bear move" : " bear moves") + " of "
                        + curve.pair(),
                drawn.unit().symbol() + ", bear moves of " + curve.pair() + " over "
                        + curve.options().days() + " days behind it",
                "",
                Chart.Form.LINE,
                drawn.dates().stream().map(LocalDate::toString).toList(),
                List.of(new Chart.Line(
                        "",
                        drawn.values().stream().mapToObj(drawn.unit()::quoted).toList())),
                List.of(),
                spans));
    }

    private static String bear(CurveHistory curve, LocalDate day) {
        return curve.asOf(day)
                .map(reading -> reading.move().regime())
                .filter(regime -> regime == CurveRegime.BEAR_STEEPENER || regime == CurveRegime.BEAR_FLATTENER)
                .map(CurveRegime::toString)
                .orElse("");
    }

    private static Chart.Tone tone(String regime) {
        return regime.equals(CurveRegime.BEAR_STEEPENER.toString()) ? Chart.Tone.BAD : Chart.Tone.CAUTION;
    }
}
