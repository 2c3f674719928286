package io.github.macroregime.regime.strength;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * The strengths of many assets on one date: strongest first, equal ones by name.
 *
 * <p>Each asset is scored on its own calendar, from its closes on or before the date and nothing later; days without a
 * close are passed over, and a close that is not above zero, as oil had in April 2020, begins the history anew. What cannot
 * be scored is named with the reason. The order does not depend on the order of the input.
 *
 * <pre>{@code
 * StrengthBoard board = StrengthBoard.of(Map.of("dollar", closes, "oil", market));
 * board.row("oil").ifPresent(row -> System.out.println(row.strength()));
 * }</pre>
 *
 * @param asOf the date of the board
 * @param rows one row for each scored asset, strongest first
 * @param unscored the assets that could not be scored, by name
 * @param options what was computed, and how
 */
public record StrengthBoard(
        LocalDate asOf, List<StrengthRow> rows, List<Unscored> unscored, StrengthBoardOptions options)
        implements Serializable {

    public StrengthBoard {
        Require.components(StrengthBoard.class, asOf, rows, unscored, options);
        rows = List.copyOf(rows);
        unscored = List.copyOf(unscored);
    }

    /**
     * The board of the recommended model on the last date on which every asset has a close.
     *
     * @param closes prices above zero by asset name, each on its own calendar
     * @return the board
     * @throws IllegalArgumentException if no date has a close of every asset
     */
    public static StrengthBoard of(Map<String, TimeSeries> closes) {
        DateIndex common = closes.values().stream()
                .map(series -> series.dropMissing().dates())
                .reduce(DateIndex::intersect)
                .orElse(DateIndex.EMPTY);
        if (common.isEmpty()) {
            throw new IllegalArgumentException(
                    "closes must have a date in common but " + closes.keySet() + " had none");
        }
        return of(closes, common.last());
    }

    /**
     * The board of the recommended model.
     *
     * @param closes prices above zero by asset name, each on its own calendar
     * @param asOf the date of the board
     * @return the board
     */
    public static StrengthBoard of(Map<String, TimeSeries> closes, LocalDate asOf) {
        return of(closes, asOf, StrengthBoardOptions.withDefaults());
    }

    /**
     * The board of a model of one's own.
     *
     * <p><b>Shape</b>: one row for each asset with enough history. <b>Unit</b>: prices in any currency; levels such as
     * yields are scored as prices, by their logarithms. <b>Missing</b>: days without a close are passed over.
     * <b>Cost</b>: linear in all closes.
     *
     * @param closes prices above zero by asset name, each on its own calendar
     * @param asOf the date of the board
     * @param options the model and how old a last close may be
     * @return the board
     */
    public static StrengthBoard of(Map<String, TimeSeries> closes, LocalDate asOf, StrengthBoardOptions options) {
        return of(
                closes,
                asOf,
                options,
                (asset, seen) -> options.model().last(seen.values().toArray()));
    }

    /**
     * The same of strengths that are known already, such as those of a {@link StrengthHistory}.
     *
     * @param closes the closes of each asset by its name
     * @param asOf the date at which one looks
     * @param options the model and how old a close may be
     * @param last the strength of the last of an asset's closes, given its name and its positive closes up to the date
     * @return the board
     */
    public static StrengthBoard of(
            Map<String, TimeSeries> closes,
            LocalDate asOf,
            StrengthBoardOptions options,
            BiFunction<String, TimeSeries, Optional<Strength>> last) {
        List<StrengthRow> rows = new ArrayList<>();
        List<Unscored> unscored = new ArrayList<>();
        for (Map.Entry<String, TimeSeries> asset : new TreeMap<>(closes).entrySet()) {
            TimeSeries all = asset.getValue().until(asOf).dropMissing();
            int begin = sincePositive(all);
            TimeSeries seen = all.slice(begin, all.size());
            String refused = begin == 0 ? "" : "the close of " + all.date(begin - 1) + " was " + all.value(begin - 1);
            Optional<Unscored.Reason> lack = lack(asset.getKey(), seen, begin > 0, asOf, options);
            Optional<Strength> strength = lack.isPresent() ? Optional.empty() : last.apply(asset.getKey(), seen);
            if (strength.isPresent()) {
                int at = seen.size() - 1;
                rows.add(new StrengthRow(asset.getKey(), seen.date(at), seen.value(at), strength.get()));
            } else {
                unscored.add(new Unscored(
                        asset.getKey(),
                        lack.orElse(Unscored.Reason.FLAT),
                        seen.size(),
                        options.model().history(),
                        refused));
            }
        }
        rows.sort(
                Comparator.comparingDouble((StrengthRow row) -> -row.strength().value())
                        .thenComparing(StrengthRow::asset));
        return new StrengthBoard(asOf, rows, unscored, options);
    }

    /**
     * The board of the recommended model for the columns of a panel on the last date on which every column has a close.
     *
     * @param closes prices above zero, one column for each asset, NaN where it has no close
     * @return the board
     * @throws IllegalArgumentException if no date has a close of every asset
     */
    public static StrengthBoard of(Panel closes) {
        return of(byName(closes));
    }

    /**
     * The board of the recommended model for the columns of a panel.
     *
     * @param closes prices above zero, one column for each asset, NaN where it has no close
     * @param asOf the date of the board
     * @return the board
     */
    public static StrengthBoard of(Panel closes, LocalDate asOf) {
        return of(closes, asOf, StrengthBoardOptions.withDefaults());
    }

    /**
     * The board of a model of one's own for the columns of a panel: that of the same series by name.
     *
     * @param closes prices above zero, one column for each asset, NaN where it has no close
     * @param asOf the date of the board
     * @param options the model and how old a last close may be
     * @return the board
     */
    public static StrengthBoard of(Panel closes, LocalDate asOf, StrengthBoardOptions options) {
        return of(byName(closes), asOf, options);
    }

    private static Map<String, TimeSeries> byName(Panel closes) {
        return closes.all().stream().collect(Collectors.toMap(NamedSeries::name, NamedSeries::series));
    }

    /**
     * The strengths of every board of the past: a panel whose number at a date is that of the board of that date.
     *
     * <p><b>Shape</b>: the dates and columns of the closes. <b>Unit</b>: {@link Unit#SCORE}, from −1 to 1.
     * <b>Missing</b>: on a day without a close the strength of the last close stands until it is too old for the board;
     * NaN where the asset could not be scored. <b>Cost</b>: one pass over each column.
     *
     * @param closes prices above zero, one column for each asset, NaN where it has no close
     * @param options the model and how old a last close may be
     * @return the strengths, none of which depends on a later close
     */
    public static Panel history(Panel closes, StrengthBoardOptions options) {
        return history(closes, options, Runnable::run);
    }

    /**
     * The strengths of every board of the past, one task of the executor for each column.
     *
     * <p>The answer is that of {@link #history(Panel, StrengthBoardOptions)} to the last bit, whatever the number of
     * threads: columns do not meet. An executor that refuses or drops columns and an interrupt are met as in
     * {@link Panel#through(java.util.function.UnaryOperator, Executor)}.
     *
     * @param closes prices above zero, one column for each asset, NaN where it has no close
     * @param options the model and how old a last close may be
     * @param executor runs the columns; it is neither started nor stopped here
     * @return the strengths, none of which depends on a later close
     * @throws java.util.concurrent.RejectedExecutionException if the executor refuses a column
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static Panel history(Panel closes, StrengthBoardOptions options, Executor executor) {
        Panel strengths = closes.through(each -> strengths(each, options.model()), executor);
        List<Doubles> columns = closes.all().stream()
                .map(asset -> standing(
                        asset.series(), strengths.series(asset.name()).values(), options.maxAgeDays(asset.name())))
                .toList();
        return new Panel(closes.dates(), closes.columns(), columns, Collections.nCopies(columns.size(), Unit.SCORE));
    }

    /** The strength on every day with a close, the model started anew after a close that is not above zero. */
    private static TimeSeries strengths(TimeSeries closes, StrengthModel model) {
        double[] strengths = new double[closes.size()];
        int end = closes.size();
        while (end > 0) {
            int begin = sincePositive(closes.slice(0, end));
            double[] since = model.over(closes.slice(begin, end).values().toArray());
            System.arraycopy(since, 0, strengths, begin, end - begin);
            end = Math.max(0, begin - 1);
            if (begin > 0) {
                strengths[end] = Double.NaN;
            }
        }
        return TimeSeries.of(closes.dates(), strengths, Unit.SCORE);
    }

    /** The strengths with that of the last close on days without one, until it is too old. */
    private static Doubles standing(TimeSeries closes, Doubles strengths, int oldest) {
        int[] days = closes.dates().toEpochDays();
        double[] standing = strengths.toArray();
        int last = -1;
        for (int t = 0; t < days.length; t++) {
            if (closes.value(t) <= 0) {
                last = -1;
            } else if (!closes.values().isMissing(t)) {
                last = t;
            } else if (last >= 0 && days[t] - days[last] <= oldest) {
                standing[t] = standing[last];
            }
        }
        return Doubles.copyOf(standing);
    }

    /** The position after the last close that is not above zero. */
    private static int sincePositive(TimeSeries closes) {
        int begin = closes.size();
        while (begin > 0 && !(closes.value(begin - 1) <= 0)) {
            begin--;
        }
        return begin;
    }

    private static Optional<Unscored.Reason> lack(
            String asset, TimeSeries seen, boolean isCut, LocalDate asOf, StrengthBoardOptions options) {
        if (seen.size() < options.model().history()) {
            return Optional.of(isCut ? Unscored.Reason.NOT_ABOVE_ZERO : Unscored.Reason.TOO_SHORT);
        }
        return seen.asOf(asOf, options.maxAgeDays(asset)).isEmpty()
                ? Optional.of(Unscored.Reason.TOO_OLD)
                : Optional.empty();
    }

    /**
     * The row of an asset.
     *
     * @param asset its name
     * @return the row, empty if it is not on the board or could not be scored
     */
    public Optional<StrengthRow> row(String asset) {
        return rows.stream().filter(row -> row.asset().equals(asset)).findFirst();
    }

    /**
     * What changed since an earlier board of the same model.
     *
     * @param earlier the earlier board
     * @return the changes, largest first
     * @throws IllegalArgumentException if the models differ or the dates are not in order
     */
    public BoardChange since(StrengthBoard earlier) {
        return BoardChange.between(earlier, this);
    }

    /** The table, strongest first, and under it what could not be scored. */
    @Override
    public String toString() {
        int width = rows.stream().mapToInt(row -> row.asset().length()).max().orElse(0);
        width = Math.max(width, "asset".length());
        StringBuilder text = new StringBuilder("Strength board of " + asOf + ", " + rows.size() + " assets, "
                + unscored.size() + " not scored\n"
                + "asset" + " ".repeat(width - "asset".length())
                + " last close      n  strength label     momentum reversion weight agreement  tail");
        for (StrengthRow row : rows) {
            text.append('\n').append(row.text(width));
        }
        unscored.forEach(lacking -> text.append("\nnot scored: ").append(lacking));
        return text.toString();
    }

    /**
     * An asset that could not be scored, and why.
     *
     * @param asset its name
     * @param reason what stood in the way
     * @param observations how many closes there were on or before the date of the board, since the last that was not above
     *     zero
     * @param needed how many the model needs
     * @param refused the date and value of the last close that was not above zero, empty if there was none
     */
    public record Unscored(String asset, Reason reason, int observations, int needed, String refused)
            implements Serializable {

        public Unscored {
            Require.components(Unscored.class, asset, reason, refused);
            Require.atLeast(observations, 0, "observations");
            Require.atLeast(needed, 0, "needed");
        }

        /** What stood in the way of a score. */
        public enum Reason {
            /** Fewer closes than the model needs. */
            TOO_SHORT,
            /** The last close is older than the board allows. */
            TOO_OLD,
            /** The price did not move enough to be measured. */
            FLAT,
            /** Fewer closes than the model needs since one that was not above zero. */
            NOT_ABOVE_ZERO
        }

        /** A sentence that names the asset and the reason. */
        @Override
        public String toString() {
            return switch (reason) {
                case TOO_SHORT -> asset + ": " + observations + " closes, " + needed + " needed";
                case TOO_OLD -> asset + ": last close too old";
                case FLAT -> asset + ": price did not move";
                case NOT_ABOVE_ZERO ->
                    asset + ": " + refused + ", " + observations + " closes since, " + needed + " needed";
            };
        }
    }
}
