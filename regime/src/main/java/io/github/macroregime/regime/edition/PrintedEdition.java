package io.github.macroregime.regime.edition;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures that an edition prints for one day. What is not printed is absent.
 *
 * @param date the day
 * @param figures single figures, in the units of {@link Quantity}
 * @param horizons the date that a figure of a policy path runs to; a month counts as its first day
 * @param contributions contributions to the index return by sector, in percentage points
 * @param returns returns of the sectors in percent
 * @param sectors how many sectors the index has; all contributions are printed if there are as many
 * @param path the rows of the policy path, by date
 */
public record PrintedEdition(
        LocalDate date,
        Map<Quantity, Printed> figures,
        Map<Quantity, LocalDate> horizons,
        Map<String, Printed> contributions,
        Map<String, Printed> returns,
        int sectors,
        List<Row> path)
        implements Serializable {

    /** How many sectors the classification has unless an edition says otherwise. */
    private static final int SECTORS = 11;

    public PrintedEdition {
        Require.components(PrintedEdition.class, date, figures, horizons, contributions, returns, path);
        figures = Require.entries(new LinkedHashMap<>(figures), "figures");
        horizons = Require.entries(new LinkedHashMap<>(horizons), "horizons");
        contributions = Require.entries(new LinkedHashMap<>(contributions), "contributions");
        returns = Require.entries(new LinkedHashMap<>(returns), "returns");
        path = path.stream().sorted(Comparator.comparing(Row::meeting)).toList();
        if (sectors < contributions.size()) {
            throw new IllegalArgumentException(
                    "sectors must be at least " + contributions.size() + " but was " + sectors);
        }
        if (path.stream().map(Row::meeting).distinct().count() < path.size()) {
            throw new IllegalArgumentException("path must have one row a meeting but was " + path);
        }
    }

    /**
     * An edition of eleven sectors that prints nothing yet.
     *
     * @param date the day
     * @return the empty edition, to be filled by the methods that begin with "with"
     */
    public static PrintedEdition of(LocalDate date) {
        return new PrintedEdition(date, Map.of(), Map.of(), Map.of(), Map.of(), SECTORS, List.of());
    }

    /**
     * This edition with one more figure.
     *
     * @param quantity what it measures
     * @param figure the figure, in the unit of the quantity
     * @return the changed edition
     */
    public PrintedEdition with(Quantity quantity, Printed figure) {
        return new PrintedEdition(
                date, and(figures, quantity, figure), horizons, contributions, returns, sectors, path);
    }

    /**
     * This edition with one more figure of a policy path.
     *
     * @param quantity what it measures
     * @param figure the figure, in the unit of the quantity
     * @param horizon the date that it runs to
     * @return the changed edition
     */
    public PrintedEdition with(Quantity quantity, Printed figure, LocalDate horizon) {
        return new PrintedEdition(
                date,
                and(figures, quantity, figure),
                and(horizons, quantity, horizon),
                contributions,
                returns,
                sectors,
                path);
    }

    /**
     * This edition with the contribution of one more sector.
     *
     * @param sector its name
     * @param points percentage points of the index return
     * @return the changed edition
     */
    public PrintedEdition withContribution(String sector, Printed points) {
        return new PrintedEdition(date, figures, horizons, and(contributions, sector, points), returns, sectors, path);
    }

    /**
     * This edition with the return of one more sector.
     *
     * @param sector its name
     * @param percent the return in percent
     * @return the changed edition
     */
    public PrintedEdition withReturn(String sector, Printed percent) {
        return new PrintedEdition(date, figures, horizons, contributions, and(returns, sector, percent), sectors, path);
    }

    /**
     * This edition with one more row of the policy path.
     *
     * @param row the row
     * @return the changed edition
     */
    public PrintedEdition withRow(Row row) {
        List<Row> rows = new ArrayList<>(path);
        rows.add(row);
        return new PrintedEdition(date, figures, horizons, contributions, returns, sectors, rows);
    }

    private static <K, V> Map<K, V> and(Map<K, V> map, K key, V value) {
        Map<K, V> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return changed;
    }

    /**
     * A single figure.
     *
     * @param quantity what it measures
     * @return the figure, empty if it is not printed
     */
    public Optional<Printed> figure(Quantity quantity) {
        return Optional.ofNullable(figures.get(quantity));
    }

    /**
     * What became of the figures that an earlier edition prints too.
     *
     * @param before the earlier edition
     * @return one change a figure, in the order of the quantities
     * @throws IllegalArgumentException if the other edition is not the earlier one
     */
    public List<Change> since(PrintedEdition before) {
        if (!before.date.isBefore(date)) {
            throw new IllegalArgumentException("before must be of a day before " + date + " but is of " + before.date);
        }
        return Arrays.stream(Quantity.values())
                .flatMap(each -> before
                        .figure(each)
                        .flatMap(was -> figure(each).map(now -> new Change(each, was, now, comparable(before, each))))
                        .stream())
                .toList();
    }

    /** Whether a figure of this edition may be compared with the same one of another: both run to one horizon. */
    boolean comparable(PrintedEdition other, Quantity quantity) {
        return !quantity.hasHorizon()
                || Optional.ofNullable(horizons.get(quantity))
                        .equals(Optional.ofNullable(other.horizons.get(quantity)));
    }

    /** The figures of a row of a policy path. */
    public enum Column {
        /** The rate after the meeting in percent. */
        RATE,
        /** The priced change at the meeting in basis points, negative for cuts. */
        STEP,
        /** The priced change up to and with the meeting in basis points. */
        CUMULATIVE,
        /** The change at the meeting over 25 basis points, in percent; it may exceed 100. */
        PROBABILITY
    }

    /**
     * One row of a printed policy path.
     *
     * @param meeting the day of the decision, or the day of the curve for a row before the first meeting
     * @param figures what is printed of it
     */
    public record Row(LocalDate meeting, Map<Column, Printed> figures) implements Serializable {

        public Row {
            Require.components(Row.class, meeting, figures);
            figures = Map.copyOf(figures);
        }

        /**
         * A figure of the row.
         *
         * @param column which one
         * @return the figure, empty if it is not printed
         */
        public Optional<Printed> figure(Column column) {
            return Optional.ofNullable(figures.get(column));
        }
    }

    /** What a printed figure of an edition measures; percent and basis points as named. */
    public enum Quantity {
        /** The return of the index in percent. */
        INDEX_RETURN("index return", false),
        /** The credit spread in basis points. */
        SPREAD("spread", false),
        /** The printed change of the spread from the day before, in basis points. */
        SPREAD_CHANGE("change of the spread", false),
        /** The long average of the spread in basis points. */
        SPREAD_AVERAGE("average of the spread", false),
        /** The highest spread of the window in basis points. */
        SPREAD_HIGH("highest spread", false),
        /** The lowest spread of the window in basis points. */
        SPREAD_LOW("lowest spread", false),
        /** The overnight rate that the path starts from, in percent. */
        START_RATE("start rate", false),
        /** The priced change of the policy rate to a horizon in basis points, negative for cuts. */
        CUMULATIVE("priced change", true),
        /** The rate at the horizon in percent. */
        TERMINAL_RATE("terminal rate", true),
        /** The probability of a move of 25 basis points at the next meeting in percent; it may exceed 100. */
        NEXT_PROBABILITY("probability at the next meeting", true),
        /** The rate after the next meeting in percent. */
        NEXT_RATE("rate after the next meeting", true);

        private final String words;
        private final boolean dated;

        Quantity(String words, boolean dated) {
            this.words = words;
            this.dated = dated;
        }

        /**
         * Whether a figure means something only with the date that it runs to.
         *
         * @return true for figures of a policy path
         */
        public boolean hasHorizon() {
            return dated;
        }

        /** The quantity in words. */
        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * What became of one figure from an edition to a later one.
     *
     * @param quantity the figure
     * @param before what the earlier edition prints
     * @param after what the later edition prints
     * @param sameHorizon whether both run to one date; true for figures without a horizon
     */
    public record Change(Quantity quantity, Printed before, Printed after, boolean sameHorizon)
            implements Serializable {

        public Change {
            Require.components(Change.class, quantity, before, after);
        }

        /**
         * The change.
         *
         * @return later less earlier figure, empty where the horizons differ
         */
        public Optional<Printed> change() {
            return sameHorizon ? Optional.of(after.minus(before)) : Optional.empty();
        }

        /** Both figures and the change, or that the horizons differ. */
        @Override
        public String toString() {
            return quantity + ": " + before + " became " + after
                    + change().map(each -> ", changed by " + each).orElse(", to another horizon");
        }
    }
}
