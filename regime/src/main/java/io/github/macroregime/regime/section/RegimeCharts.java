package io.github.macroregime.regime.section;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.curve.CurveHistory;
import io.github.macroregime.regime.curve.CurveRegime;
import io.github.macroregime.regime.macro.Quadrant;
import io.github.macroregime.regime.macro.QuadrantReading;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.section.Chart.Span;
import io.github.macroregime.regime.section.Chart.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Lines over the regimes of their days. */
final class RegimeCharts {

    private static final Set<CurveRegime> MARKED = EnumSet.of(
            CurveRegime.BULL_STEEPENER,
            CurveRegime.BULL_FLATTENER,
            CurveRegime.BEAR_STEEPENER,
            CurveRegime.BEAR_FLATTENER);

    private RegimeCharts() {}

    static Chart quadrants(String source, List<QuadrantReading> path) {
        List<LocalDate> days = path.stream().map(QuadrantReading::released).toList();
        QuadrantReading last = path.get(path.size() - 1);
        Line growth = new Line(
                "Growth",
                path.stream().map(each -> each.growthChange().percent()).toList());
        Line inflation = new Line(
                "Inflation",
                path.stream().map(each -> each.inflationChange().percent()).toList());
        return new Chart(
                capital(last.label().toString()) + ": growth " + points(last.growthChange()) + ", inflation "
                        + points(last.inflationChange()) + ", by " + source,
                "path through the quadrants: change of the year-on-year rate, percentage points, by day of release",
                "",
                Form.LINE,
                days.stream().map(LocalDate::toString).toList(),
                List.of(growth, inflation),
                List.of(),
                spans(
                        days,
                        day -> Optional.of(path.get(days.indexOf(day)).label()),
                        Quadrant::toString,
                        RegimeCharts::tone));
    }

    private static String points(Rate change) {
        String text = NumberText.of("%+.2f pp", change.percent());
        return text.replaceFirst("^[+-](?=0\\.00 )", "");
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Tone tone(Quadrant quadrant) {
        return switch (quadrant) {
            case GOLDILOCKS -> Tone.GOOD;
            case REFLATION -> Tone.CAUTION;
            case STAGFLATION -> Tone.BAD;
            case DEFLATION -> Tone.NEUTRAL;
        };
    }

    static Chart curve(TimeSeries slope, CurveHistory history) {
        Map<LocalDate, CurveRegime> regimes = new HashMap<>();
        for (int i = 0; i < history.moves().size(); i++) {
            regimes.put(history.dates().get(i), history.moves().get(i).regime());
        }
        List<Double> points = slope.values().stream()
                .mapToObj(each -> Rate.ofDecimal(each).basisPoints())
                .toList();
        int days = history.options().days();
        String now = points.isEmpty()
                ? ""
                : NumberText.of(
                        " at %.0f bp, %s",
                        points.get(points.size() - 1),
                        Optional.ofNullable(regimes.get(slope.dates().last()))
                                .map(regime -> regime + " over " + days + " days")
                                .orElse("its regime unknown"));
        return new Chart(
                history.pair() + now,
                "basis points; regime by the move over " + days + (days == 1 ? " day" : " days")
                        + ", twists not marked",
                "",
                Form.LINE,
                Charts.days(slope),
                List.of(new Line("", points)),
                List.of(),
                spans(
                        slope.dates().stream().toList(),
                        day -> Optional.ofNullable(regimes.get(day)).filter(MARKED::contains),
                        CurveRegime::toString,
                        RegimeCharts::tone));
    }

    private static Tone tone(CurveRegime regime) {
        return switch (regime) {
            case BULL_STEEPENER -> Tone.GOOD;
            case BEAR_STEEPENER -> Tone.BAD;
            case BEAR_FLATTENER -> Tone.CAUTION;
            default -> Tone.NEUTRAL;
        };
    }

    static Chart states(Chart chart, Function<LocalDate, Optional<String>> state) {
        List<LocalDate> days = chart.labels().stream().map(LocalDate::parse).toList();
        List<Span> spans = new ArrayList<>(chart.spans());
        spans.addAll(spans(days, state, Function.identity(), each -> Tone.CAUTION));
        return new Chart(
                chart.title(),
                chart.subtitle(),
                chart.source(),
                chart.form(),
                chart.labels(),
                chart.lines(),
                chart.bands(),
                spans);
    }

    /** A stretch for each run of days on which something is the same; none where it is nothing. */
    private static <T> List<Span> spans(
            List<LocalDate> days,
            Function<LocalDate, Optional<T>> of,
            Function<T, String> name,
            Function<T, Tone> tone) {
        List<Span> spans = new ArrayList<>();
        int to;
        for (int from = 0; from < days.size(); from = to) {
            Optional<T> same = of.apply(days.get(from));
            to = from + 1;
            while (to < days.size() && of.apply(days.get(to)).equals(same)) {
                to++;
            }
            LocalDate first = days.get(from);
            LocalDate end = to < days.size() ? days.get(to) : days.get(to - 1).plusDays(1);
            same.ifPresent(each -> spans.add(new Span(name.apply(each), first, end, tone.apply(each))));
        }
        return spans;
    }
}
