package io.github.macroregime.regime.section;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.Landmark;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.Bound;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.section.Chart.Range;
import io.github.macroregime.regime.section.Chart.Tone;
import java.util.ArrayList;
import java.util.List;

/** The history of a spread over its bands. */
final class SpreadCharts {

    private static final double ROOM_ABOVE = 1.05;

    private SpreadCharts() {}

    static Chart of(String name, TimeSeries seen, Bands bands, List<Landmark> landmarks) {
        List<Double> levels = seen.values().stream()
                .mapToObj(level -> Rate.ofDecimal(level).basisPoints())
                .toList();
        List<Line> lines = new ArrayList<>(List.of(new Line(landmarks.isEmpty() ? "" : "now", levels)));
        landmarks.forEach(landmark -> lines.add(line(landmark, seen)));
        double top = levels.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return new Chart(
                name + rank(levels, seen),
                "basis points",
                "",
                Form.LINE,
                Charts.days(seen),
                lines,
                ranges(bands, ROOM_ABOVE * top),
                List.of());
    }

    private static String rank(List<Double> levels, TimeSeries seen) {
        if (levels.isEmpty()) {
            return "";
        }
        double last = levels.get(levels.size() - 1);
        double tighter = levels.stream().filter(level -> level < last).count() / (double) levels.size();
        return NumberText.of(
                " at %.1f bp, tighter on %.0f %% of the days since %d",
                last, 100 * tighter, seen.dates().first().getYear());
    }

    /** A landmark stands over the dates that it comes from. */
    private static Line line(Landmark landmark, TimeSeries seen) {
        return new Line(
                landmark.name(),
                seen.dates().stream()
                        .map(day ->
                                landmark.span().contains(day) ? landmark.level().basisPoints() : Double.NaN)
                        .toList());
    }

    private static List<Range> ranges(Bands bands, double top) {
        return bands.bands().stream()
                .filter(band -> !band.isUnnamed())
                .map(band -> new Range(band.name(), edge(band.lower(), 0), edge(band.upper(), top), tone(band)))
                .toList();
    }

    private static double edge(Bound bound, double open) {
        return bound instanceof Bound.Edge edge ? edge.level().basisPoints() : open;
    }

    private static Tone tone(Band band) {
        return switch (band.severity()) {
            case UNNAMED, NEUTRAL -> Tone.NEUTRAL;
            case BENIGN -> Tone.GOOD;
            case ALARM -> Tone.CAUTION;
            case STRESS -> Tone.BAD;
        };
    }
}
