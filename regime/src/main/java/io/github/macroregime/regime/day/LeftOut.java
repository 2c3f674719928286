package io.github.macroregime.regime.day;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Require;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Leaves one thing out of a part where its numbers are refused, and names it, so that the others stay. */
public final class LeftOut {

    private static final String UNFIT = "numbers that fit each other";

    private LeftOut() {}

    /**
     * A result, nothing where its numbers are refused.
     *
     * @param <T> what is made
     * @param at what is seen on the day, which keeps the gap
     * @param consequence what is left out therefore, such as {@code XLK is not among the sectors}
     * @param result makes it
     * @return the result, empty if there is none or its numbers are refused
     */
    public static <T> Optional<T> ifRefused(DayInputs at, String consequence, Supplier<Optional<T>> result) {
        try {
            return result.get();
        } catch (IllegalArgumentException e) {
            at.lacks(UNFIT, e.getMessage() + ": " + consequence);
            return Optional.empty();
        }
    }

    /**
     * A result of several series; where they are refused, of those that are left without the ones that share their dates
     * with the fewest others.
     *
     * @param <T> what is made
     * @param at what is seen on the day, which keeps the gaps
     * @param series by name, at least two
     * @param days how many of the latest common dates of two are looked at
     * @param whole what is made, such as {@code the lockstep of Tech}
     * @param result makes it of the series
     * @return the result, empty if there is none, or if it cannot be told which of the series are refused
     */
    public static <T> Optional<T> ofAlike(
            DayInputs at,
            List<NamedSeries> series,
            int days,
            String whole,
            Function<List<NamedSeries>, Optional<T>> result) {
        try {
            return result.apply(series);
        } catch (IllegalArgumentException e) {
            List<NamedSeries> alike = new ArrayList<>(series);
            Optional<Stranger> next = stranger(alike, days, at.date());
            while (next.isPresent()) {
                Stranger out = next.get();
                at.lacks(UNFIT, out.refusal() + ": " + out.name() + " is not in " + whole);
                alike.removeIf(each -> each.name().equals(out.name()));
                next = stranger(alike, days, at.date());
            }
            return ifRefused(at, whole + " is left out", () -> result.apply(alike));
        }
    }

    /** A series that others refuse, and how the first of them says it. */
    private record Stranger(String name, String refusal) {}

    /** The series that most others refuse, if others are refused by fewer and two are left without it. */
    private static Optional<Stranger> stranger(List<NamedSeries> series, int days, LocalDate asOf) {
        Map<String, List<String>> refusals = new LinkedHashMap<>();
        series.forEach(each -> refusals.put(each.name(), new ArrayList<>()));
        for (int i = 0; i < series.size(); i++) {
            for (NamedSeries before : series.subList(0, i)) {
                NamedSeries after = series.get(i);
                refusal(before, after, days, asOf)
                        .ifPresent(refusal -> Stream.of(before, after)
                                .map(each -> refusals.computeIfAbsent(each.name(), name -> new ArrayList<>()))
                                .forEach(told -> told.add(refusal)));
            }
        }
        IntSummaryStatistics counts =
                refusals.values().stream().mapToInt(List::size).summaryStatistics();
        return refusals.entrySet().stream()
                .filter(each -> series.size() > 2 && counts.getMin() < counts.getMax())
                .filter(each -> each.getValue().size() == counts.getMax())
                .map(each -> new Stranger(each.getKey(), each.getValue().get(0)))
                .findFirst();
    }

    private static Optional<String> refusal(NamedSeries one, NamedSeries other, int days, LocalDate asOf) {
        DateIndex first = one.series().until(asOf).dropMissing().dates();
        DateIndex second = other.series().until(asOf).dropMissing().dates();
        DateIndex common = first.intersect(second);
        try {
            Require.shared(
                    common.slice(Math.max(0, common.size() - days), common.size()),
                    List.of(one.name(), other.name()),
                    first,
                    second);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
