package io.github.macroregime.regime.sheet;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.cycle.MomentumCycle;
import io.github.macroregime.regime.cycle.MomentumReading;
import io.github.macroregime.regime.section.Table;
import io.github.macroregime.regime.strategy.Evaluation;
import io.github.macroregime.regime.strategy.ModelRecord;
import io.github.macroregime.regime.strategy.SharpeRecord;
import io.github.macroregime.regime.strength.Strength;
import io.github.macroregime.regime.strength.StrengthBoard;
import io.github.macroregime.regime.strength.StrengthHistory;
import io.github.macroregime.regime.strength.StrengthModel;
import io.github.macroregime.regime.strength.StrengthRow;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The models of each asset on two axes, {@index direction} and {@index alignment}, beside its momentum cycle, what would
 * change that, and how listening to each model has paid.
 *
 * <p>A yield stands by itself, in basis points: its index {@code 100 exp(y - y_0)} moves by a hundredth of a percent for each,
 * up is a rise of the yield, and it turns at levels of the yield. Its record is that of a note of constant duration, held
 * where the model says down and sold where it says up.
 *
 * <p>Direction is the sign of the {@link Strength}; alignment is its {@link Strength#agreement() agreement}, the size of
 * the sum of the contributions over the sum of their sizes: 1 where all signals say the same, near 0 where momentum and
 * reversion cancel, however large both are. A record follows the sign of each model's score at the next close after costs.
 *
 * @param asOf the date of the table
 * @param rows one row for each scored asset, in the order of the board
 */
public record ModelTable(LocalDate asOf, List<Row> rows) implements Serializable {

    public ModelTable {
        Require.components(ModelTable.class, asOf, rows);
        rows = List.copyOf(rows);
    }

    /**
     * An asset or a yield and its models.
     *
     * @param standing the strength with its parts; the close of a yield is its level
     * @param unit in which its moves are shown: percent, or basis points for a yield
     * @param cycle where it stands in the momentum cycle over 252 and 21 closes, nothing with fewer closes
     * @param records what the signs of strength and cycle have earned, nothing with too short a past
     */
    public record Row(StrengthRow standing, Unit unit, List<MomentumReading> cycle, List<SharpeRecord> records)
            implements Serializable {

        public Row {
            Require.components(Row.class, standing, unit, cycle, records);
            cycle = List.copyOf(cycle);
            records = List.copyOf(records);
        }

        /**
         * An asset and its models, its moves in percent.
         *
         * @param standing the strength with its parts
         * @param cycle where it stands in the momentum cycle, nothing with too few closes
         * @param records what the signs of strength and cycle have earned, nothing with too short a past
         */
        public Row(StrengthRow standing, List<MomentumReading> cycle, List<SharpeRecord> records) {
            this(standing, Unit.PERCENT, cycle, records);
        }

        private String name() {
            return standing.asset() + (unit.equals(Unit.BASIS_POINTS) ? " yield" : "");
        }

        /** A flip of the index of a yield as a level of the yield. */
        private String turns(Function<MomentumReading, Optional<MomentumReading.Flip>> side) {
            return cycle.stream()
                    .flatMap(each -> side.apply(each).map(flip -> turn(each, flip)).stream())
                    .findFirst()
                    .orElse("-");
        }

        private String turn(MomentumReading reading, MomentumReading.Flip flip) {
            if (!unit.equals(Unit.BASIS_POINTS)) {
                return flip.toString();
            }
            double move = StrictMath.log(flip.price() / reading.close());
            return Cells.decimal(100 * (standing.close() + move), 2) + " % (" + Cells.signed(unit.quoted(move), 0)
                    + " bp) " + flip.becomes();
        }

        /**
         * The axis of direction.
         *
         * @return up, down, or neutral where the strength is below 0.10
         */
        public String direction() {
            Strength strength = standing.strength();
            return strength.label() == Strength.StrengthLabel.NEUTRAL
                    ? "neutral"
                    : strength.value() < 0 ? "down" : "up";
        }

        /**
         * The axis of alignment.
         *
         * @return how far the contributions pull the same way, from 0 to 1
         */
        public double alignment() {
            return standing.strength().agreement();
        }

        /**
         * The record of one of the models.
         *
         * @param model {@code strength} or {@code momentum cycle}
         * @return its record, empty with too short a past
         */
        public Optional<SharpeRecord> record(String model) {
            return records.stream().filter(each -> each.model().equals(model)).findFirst();
        }
    }

    /**
     * The table of a board.
     *
     * <p><b>Missing</b>: days without a close are passed over; closes up to one that is not above zero are left out.
     * <b>Cost</b>: one pass over the closes for each model.
     *
     * @param board the strengths
     * @param closes the closes that were scored by asset name; an asset without closes has no cycle and no record
     * @param protocol by which rule and at which cost a record is made
     * @return the table
     * @throws IllegalArgumentException if a name of the closes is none of the board; the message names it
     */
    public static ModelTable of(StrengthBoard board, Map<String, TimeSeries> closes, Evaluation protocol) {
        requireKnown(board, closes);
        List<Row> rows = new ArrayList<>();
        for (StrengthRow standing : board.rows()) {
            Optional<TimeSeries> scored =
                    Optional.ofNullable(closes.get(standing.asset())).map(all -> scored(all.until(board.asOf())));
            rows.add(new Row(
                    standing,
                    scored.flatMap(all -> MomentumCycle.DAILY.asOf(all, board.asOf())).stream()
                            .toList(),
                    scored.map(all -> records(all, board.options().model(), protocol))
                            .orElse(List.of())));
        }
        return new ModelTable(board.asOf(), rows);
    }

    private static void requireKnown(StrengthBoard board, Map<String, TimeSeries> closes) {
        Set<String> known = new TreeSet<>();
        board.rows().forEach(row -> known.add(row.asset()));
        board.unscored().forEach(each -> known.add(each.asset()));
        closes.forEach((asset, series) -> {
            if (!known.contains(asset)) {
                throw new IllegalArgumentException(
                        "closes must be of assets of the board, " + known + ", but had " + asset);
            }
            Require.prices(series, asset);
        });
    }

    /**
     * What the signs of strength and momentum cycle have earned.
     *
     * @param closes prices above zero; dates without one are left out
     * @param model the model of the strength
     * @param protocol by which rule and at which cost
     * @return the record of each, without one that has fewer than 60 closes
     */
    public static List<SharpeRecord> records(TimeSeries closes, StrengthModel model, Evaluation protocol) {
        TimeSeries observed = closes.dropMissing();
        return records(observed, Doubles.copyOf(model.over(observed.values().toArray())), protocol);
    }

    /**
     * The same of strengths that are known already, such as those of a {@link StrengthHistory}.
     *
     * @param closes prices above zero, none missing
     * @param strengths one on each close, NaN where there is none
     * @param protocol by which rule and at which cost
     * @return the record of each, without one that has fewer than 60 closes
     * @throws IllegalArgumentException if closes are no prices, or strengths are not as many
     */
    public static List<SharpeRecord> records(TimeSeries closes, Doubles strengths, Evaluation protocol) {
        Require.prices(closes, "closes");
        if (strengths.size() != closes.size()) {
            throw new IllegalArgumentException(
                    "strengths must be as many as the " + closes.size() + " closes but were " + strengths.size());
        }
        return Stream.of(
                        protocol.sharpe("strength", closes, close -> strengths.toArray()),
                        protocol.sharpe("momentum cycle", closes, MomentumCycle.DAILY::scores))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The closes after the last one that is not above zero, as the board scores them. */
    private static TimeSeries scored(TimeSeries closes) {
        TimeSeries observed = closes.dropMissing();
        int begin = observed.size();
        while (begin > 0 && observed.value(begin - 1) > 0) {
            begin--;
        }
        return observed.slice(begin, observed.size());
    }

    /**
     * The row of an asset.
     *
     * @param asset its name
     * @return the row, empty if it was not scored
     */
    public Optional<Row> row(String asset) {
        return rows.stream().filter(row -> row.standing().asset().equals(asset)).findFirst();
    }

    /**
     * Where each asset stands: direction, alignment, phase of the momentum cycle, distance from the average, tail.
     *
     * @return one row for each asset
     */
    public Table table() {
        return new Table(
                Table.columns(
                        "Asset",
                        "~Last close",
                        "=Strength",
                        "Direction",
                        "#Alignment",
                        "~#Momentum",
                        "~#Reversion",
                        "Cycle",
                        "~Since",
                        "#Extension z",
                        "Tail"),
                rows.stream().map(ModelTable::standing).toList());
    }

    /**
     * The closes that turn each cycle, and what following each model has earned.
     *
     * @return one row for each asset
     */
    public Table recordTable() {
        return new Table(
                Table.columns(
                        "Record",
                        "~Cycle turns from",
                        "~Cycle turns below",
                        "#Sharpe of strength",
                        "#held",
                        "~#n",
                        "#Sharpe of cycle",
                        "#held",
                        "~#n"),
                rows.stream().map(ModelTable::record).toList());
    }

    /**
     * How often the calls of each model were right, bullish and bearish apart, in brackets how many of all days moved that
     * way, and how many calls there were.
     *
     * @return one row for each asset
     */
    public Table callTable() {
        return new Table(
                Table.columns(
                        "Calls right, %",
                        "#Strength, bullish",
                        "~#n",
                        "#Strength, bearish",
                        "~#n",
                        "#Cycle, bullish",
                        "~#n",
                        "#Cycle, bearish",
                        "~#n"),
                rows.stream().map(ModelTable::calls).toList());
    }

    private static List<String> calls(Row row) {
        List<String> cells = new ArrayList<>(List.of(row.name()));
        for (String model : List.of("strength", "momentum cycle")) {
            Optional<SharpeRecord> record = row.record(model);
            cells.add(record.map(each -> Cells.right(each.bullish())).orElse("-"));
            cells.add(record.map(each -> Integer.toString(each.bullish().n())).orElse("-"));
            cells.add(record.map(each -> Cells.right(each.bearish())).orElse("-"));
            cells.add(record.map(each -> Integer.toString(each.bearish().n())).orElse("-"));
        }
        return cells;
    }

    private static List<String> standing(Row row) {
        Strength strength = row.standing().strength();
        Optional<MomentumReading> cycle = row.cycle().stream().findFirst();
        return List.of(
                row.name(),
                row.standing().observed().toString(),
                Cells.signed(strength.value(), 2),
                row.direction(),
                Cells.decimal(row.alignment(), 2),
                Cells.signed(strength.momentum(), 2),
                Cells.signed(strength.reversion(), 2),
                cycle.map(each -> each.phase().toString()).orElse("-"),
                cycle.map(each -> each.since().toString()).orElse("-"),
                Cells.signed(strength.extension(), 1),
                strength.tail().toString());
    }

    private static List<String> record(Row row) {
        List<String> cells = new ArrayList<>(
                List.of(row.name(), row.turns(MomentumReading::flipUp), row.turns(MomentumReading::flipDown)));
        for (String model : List.of("strength", "momentum cycle")) {
            Optional<SharpeRecord> record = row.record(model);
            cells.add(record.map(ModelTable::ratio).orElse("-"));
            cells.add(record.map(each -> Cells.decimal(each.held(), 2)).orElse("-"));
            cells.add(record.map(each -> Integer.toString(each.n())).orElse("-"));
        }
        return cells;
    }

    private static String ratio(SharpeRecord each) {
        return Cells.decimal(each.sharpe().value(), 2) + " ["
                + Cells.decimal(each.sharpe().low(), 2) + ", "
                + Cells.decimal(each.sharpe().high(), 2) + "]";
    }

    /**
     * How many of the records show an edge, in plain words.
     *
     * @return one sentence for each model
     */
    public List<String> verdicts() {
        return Stream.of("strength", "momentum cycle")
                .map(model -> verdict(
                        model,
                        rows.stream().flatMap(row -> row.record(model).stream()).toList()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> verdict(String model, List<SharpeRecord> records) {
        long better = records.stream()
                .filter(each -> each.edge() != ModelRecord.Edge.NONE)
                .count();
        long lost = records.stream().filter(each -> each.sharpe().value() <= 0).count();
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of("Following the sign of the " + model + " at the next close after costs lost on " + lost
                        + " of " + records.size() + " assets and beat buying and holding on " + better
                        + (better == 0 ? ": no edge." : ", where an edge is not shown: it does not predict."));
    }

    /** The three tables, one below the other. */
    @Override
    public String toString() {
        return Stream.of(table(), recordTable(), callTable())
                .map(Table::toString)
                .collect(Collectors.joining("\n\n", "Models on " + asOf + "\n\n", ""));
    }
}
