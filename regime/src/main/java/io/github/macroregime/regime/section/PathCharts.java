package io.github.macroregime.regime.section;

import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The overnight rate that paths imply, as steps. */
final class PathCharts {

    private PathCharts() {}

    static Optional<Chart> of(List<CalibratedPath> paths) {
        PolicyPath first = paths.get(0).path();
        NavigableMap<LocalDate, Double> own = rates(first);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        List<NavigableMap<LocalDate, Double>> rates =
                paths.stream().map(path -> rates(path.path())).toList();
        List<LocalDate> days = rates.stream()
                .flatMap(each -> each.keySet().stream())
                .filter(day -> !day.isBefore(first.asOf()))
                .sorted()
                .distinct()
                .toList();
        List<Line> lines = new ArrayList<>();
        for (int k = 0; k < paths.size(); k++) {
            NavigableMap<LocalDate, Double> path = rates.get(k);
            String name = paths.size() > 1 ? paths.get(k).path().asOf().toString() : "";
            List<Double> errors = k > 0 ? List.of() : errors(paths.get(0), own, days);
            if (!path.isEmpty()) {
                lines.add(
                        new Line(name, days.stream().map(day -> held(path, day)).toList(), errors));
            }
        }
        return Optional.of(new Chart(
                title(first, own),
                "percent after each meeting, with standard errors",
                "",
                Form.STEPS,
                days.stream().map(LocalDate::toString).toList(),
                lines,
                List.of(),
                List.of()));
    }

    /** From where to where, as far as the rate is known. */
    private static String title(PolicyPath path, NavigableMap<LocalDate, Double> rates) {
        Map.Entry<LocalDate, Double> last = rates.entrySet().stream()
                .filter(each -> !Double.isNaN(each.getValue()))
                .reduce((before, after) -> after)
                .orElseThrow();
        return path.frame().index()
                + NumberText.of(
                        " priced from %.2f %% to %.2f %% by %s",
                        rates.firstEntry().getValue(), last.getValue(), last.getKey());
    }

    /** The rate from each day on, NaN from the first that is open. */
    private static NavigableMap<LocalDate, Double> rates(PolicyPath path) {
        NavigableMap<LocalDate, Double> rates = new TreeMap<>();
        path.startRate().ifPresent(rate -> rates.put(path.asOf(), rate.percent()));
        for (PathStep step : rates.isEmpty() ? List.<PathStep>of() : path.steps()) {
            rates.put(
                    step.meeting().effective(),
                    step.rateAfter().map(Rate::percent).orElse(Double.NaN));
            if (step.rateAfter().isEmpty()) {
                return rates;
            }
        }
        return rates;
    }

    private static double held(NavigableMap<LocalDate, Double> rates, LocalDate day) {
        Map.Entry<LocalDate, Double> held = rates.floorEntry(day);
        return held == null ? Double.NaN : held.getValue();
    }

    private static List<Double> errors(
            CalibratedPath path, NavigableMap<LocalDate, Double> rates, List<LocalDate> days) {
        return days.stream()
                .map(day -> path.standardError(rates.headMap(day, true).size() - 1)
                        .map(Rate::percent)
                        .orElse(Double.NaN))
                .toList();
    }
}
