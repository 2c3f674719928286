package io.github.macroregime.rates.risk;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PolicyPath;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The divergence of two central banks: their paths side by side, and the {@index "rate differential"}.
 *
 * @param one a path
 * @param other another path, as of the same date
 */
public record PolicyDivergence(PolicyPath one, PolicyPath other) implements Serializable {

    /**
     * Both rates from a date on.
     *
     * @param since the date from which both hold
     * @param oneRate the rate of the first path
     * @param otherRate the rate of the second path
     * @param gap the first minus the second
     */
    public record Row(LocalDate since, Rate oneRate, Rate otherRate, Rate gap) implements Serializable {
        public Row {
            Require.components(Row.class, since, oneRate, otherRate, gap);
        }
    }

    public PolicyDivergence {
        if (!one.asOf().equals(other.asOf())) {
            throw new IllegalArgumentException("other must be as of " + one.asOf() + " but was " + other.asOf());
        }
    }

    /**
     * The rate differential on a day.
     *
     * @param date on or after the as-of date
     * @return the first path's rate minus the second's, or nothing if one of them is not identified
     */
    public Optional<Rate> gap(LocalDate date) {
        return row(date).map(Row::gap);
    }

    private Optional<Row> row(LocalDate date) {
        return one.overnightRate(date)
                .flatMap(first ->
                        other.overnightRate(date).map(second -> new Row(date, first, second, first.minus(second))));
    }

    /**
     * Both rates today and from each date on which either changes, up to the nearer of the two horizons, where both are
     * identified.
     *
     * @return in order of time
     */
    public List<Row> rows() {
        LocalDate horizon = horizon();
        return Stream.of(Stream.of(one.asOf()), effective(one), effective(other))
                .flatMap(dates -> dates)
                .filter(date -> !date.isAfter(horizon))
                .sorted()
                .distinct()
                .flatMap(date -> row(date).stream())
                .toList();
    }

    private LocalDate horizon() {
        return horizon(one).isBefore(horizon(other)) ? horizon(one) : horizon(other);
    }

    private static LocalDate horizon(PolicyPath path) {
        return effective(path).reduce((earlier, later) -> later).orElse(path.asOf());
    }

    private static Stream<LocalDate> effective(PolicyPath path) {
        return path.meetings().stream().map(Meeting::effective);
    }

    /**
     * By how much the gap is priced to change.
     *
     * @return the gap at the nearer horizon minus the gap today, or nothing if one of them is not identified
     */
    public Optional<Rate> change() {
        return gap(horizon()).flatMap(last -> gap(one.asOf()).map(last::minus));
    }

    /** One line for each date, with the gap in basis points. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(NumberText.of(
                "%-10s  %10s  %10s  %10s",
                "since",
                one.frame().index().name() + " %",
                other.frame().index().name() + " %",
                "gap bp"));
        for (Row row : rows()) {
            text.append(NumberText.of(
                    "\n%s  %10.4f  %10.4f  %+10.2f",
                    row.since(),
                    row.oneRate().percent(),
                    row.otherRate().percent(),
                    row.gap().basisPoints()));
        }
        return text.toString();
    }
}
