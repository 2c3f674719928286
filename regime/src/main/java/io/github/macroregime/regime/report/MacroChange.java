package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.risk.PathRepricing;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.MovesPart.Move;
import io.github.macroregime.regime.section.Section;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changed between two reports: which states turned, what moved most on the later day, and every other number in the
 * order of the report. Only moves measured in their own deviations are ranked: no change is called larger than one in
 * another unit.
 *
 * @param earlier the date of the first report
 * @param later the date of the second report
 * @param turns the states that turned in between, as their own past shows it, in the order of {@link MacroReport#turns}
 * @param repricing how the policy path moved since the earlier report and since a month before; without those that were
 *     not quoted or are of one day's quotes
 * @param moved the statements of which the state or the number changed by more than arithmetic leaves behind, apart from the
 *     moves of the day
 * @param moves the moves of the later day, the most unusual first
 * @param unmoved how many statements are in both and the same
 * @param appeared what only the later report says
 * @param vanished what only the earlier report says
 */
public record MacroChange(
        LocalDate earlier,
        LocalDate later,
        List<Turn> turns,
        List<PathRepricing> repricing,
        List<StatementChange> moved,
        List<Move> moves,
        int unmoved,
        List<MacroStatement> appeared,
        List<MacroStatement> vanished)
        implements Serializable {

    private static final int WEEK_DAYS = 7;

    public MacroChange {
        Require.components(MacroChange.class, earlier, later, turns, repricing, moved, moves, appeared, vanished);
        Require.atLeast(unmoved, 0, "unmoved");
        turns = List.copyOf(turns);
        repricing = List.copyOf(repricing);
        moved = List.copyOf(moved);
        moves = List.copyOf(moves);
        appeared = List.copyOf(appeared);
        vanished = List.copyOf(vanished);
    }

    static MacroChange between(MacroReport before, MacroReport after) {
        if (after.date().isBefore(before.date())) {
            throw new IllegalArgumentException(
                    "earlier must not lie after " + after.date() + " but was of " + before.date());
        }
        List<StatementChange> moved = new ArrayList<>();
        List<MacroStatement> appeared = new ArrayList<>();
        int unmoved = 0;
        for (MacroStatement statement : states(after)) {
            Optional<MacroStatement> old = before.statement(statement.topic(), statement.subject());
            if (old.isEmpty()) {
                appeared.add(statement);
            } else {
                StatementChange change = new StatementChange(old.get(), statement);
                if (change.isMoved()) {
                    moved.add(change);
                } else {
                    unmoved++;
                }
            }
        }
        List<MacroStatement> vanished = states(before).stream()
                .filter(old -> after.statement(old.topic(), old.subject()).isEmpty())
                .toList();
        return new MacroChange(
                before.date(),
                after.date(),
                after.turns().stream()
                        .filter(turn -> turn.date().isAfter(before.date()))
                        .filter(turn -> moved.stream().filter(turn::isOf).allMatch(StatementChange::isStateChanged))
                        .filter(turn ->
                                before.statement(turn.topic(), turn.subject()).isEmpty()
                                        || moved.stream().anyMatch(turn::isOf))
                        .toList(),
                repricing(before, after),
                moved,
                after.part(MovesPart.class).map(MovesPart::moves).orElse(List.of()),
                unmoved,
                appeared,
                vanished);
    }

    /** From the path of each earlier day, the latest first, to that of the later report, if they are of one rate. */
    private static List<PathRepricing> repricing(MacroReport before, MacroReport after) {
        Optional<PolicyPart> policy = after.part(PolicyPart.class);
        NavigableMap<LocalDate, CalibratedPath> earlier = new TreeMap<>();
        Stream.of(before.part(PolicyPart.class).flatMap(PolicyPart::path), policy.flatMap(PolicyPart::monthBefore))
                .flatMap(Optional::stream)
                .map(RatesInput.Path::path)
                .forEach(path -> earlier.putIfAbsent(path.path().asOf(), path));
        return policy.flatMap(PolicyPart::path).map(RatesInput.Path::path).stream()
                .flatMap(now -> earlier.headMap(now.path().asOf(), false).descendingMap().values().stream()
                        .filter(then -> then.path()
                                .frame()
                                .index()
                                .equals(now.path().frame().index()))
                        .map(then -> new PathRepricing(then, now)))
                .toList();
    }

    /** What stands on a day; the moves of a day are changes already. */
    private static List<MacroStatement> states(MacroReport report) {
        return report.statements().stream()
                .filter(statement -> statement.topic() != Topic.MOVES)
                .toList();
    }

    /**
     * The same without what only one of the reports says.
     *
     * @return nothing appeared and nothing vanished
     */
    public MacroChange withoutUnpaired() {
        return new MacroChange(earlier, later, turns, repricing, moved, moves, unmoved, List.of(), List.of());
    }

    /**
     * The changes that are more than a number: another state.
     *
     * @return those of {@link #moved} with another state
     */
    public List<StatementChange> turned() {
        return moved.stream().filter(StatementChange::isStateChanged).toList();
    }

    /**
     * The change as it is shown: what turned first, the state that had held longest at the top; then the large moves of the
     * day, the repricing of the path, and the other numbers.
     *
     * @return a section of sentences and tables
     */
    public Section section() {
        return new ChangeSection(this).section();
    }

    /** What turned, what moved, what appeared and what vanished. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Since " + earlier + ", seen from " + later + ": " + turned().size()
                + " turned, " + (moved.size() - turned().size()) + " moved, " + unmoved + " unmoved, "
                + appeared.size() + " appeared, " + vanished.size() + " vanished");
        turns.forEach(turn -> text.append("\nturn      ").append(turn));
        turned().forEach(change -> text.append("\nturned    ").append(change));
        moves.stream()
                .filter(Move::isLarge)
                .forEach(move -> text.append("\nlarge     ").append(move));
        moved.stream()
                .filter(change -> !change.isStateChanged())
                .forEach(change -> text.append("\nmoved     ").append(change));
        appeared.forEach(statement -> text.append("\nappeared  ").append(statement.subject()));
        vanished.forEach(statement -> text.append("\nvanished  ").append(statement.subject()));
        return text.toString();
    }

    /**
     * A state that turned, as its own past shows it: both states were seen.
     *
     * @param topic what it is about
     * @param subject what of it, as in the statements of the report
     * @param from the state before
     * @param to the state since
     * @param since the day from which the state before had held without another between
     * @param date the day on which the new state became known
     * @param held over how many observations the state before had held
     * @param counted what an observation is, for example {@code day}
     * @param earlier how often the state turned from the one to the other before
     * @param outcomes what followed these earlier turns, or nothing where there is no asset to judge by
     */
    public record Turn(
            Topic topic,
            String subject,
            String from,
            String to,
            LocalDate since,
            LocalDate date,
            int held,
            String counted,
            int earlier,
            List<Outcome> outcomes)
            implements Serializable {

        public Turn {
            Require.components(Turn.class, topic, subject, from, to, since, date, counted, outcomes);
            Require.atLeast(held, 1, "held");
            Require.atLeast(earlier, 0, "earlier");
            outcomes = List.copyOf(outcomes);
        }

        boolean isOf(StatementChange change) {
            return change.after().topic() == topic && change.after().subject().equals(subject);
        }

        /** Whether the state before had held for a week. */
        boolean isSettled() {
            return heldDays() >= WEEK_DAYS;
        }

        long heldDays() {
            return ChronoUnit.DAYS.between(since, date);
        }

        String title() {
            return subject.startsWith(topic.title()) ? subject : topic.title() + ", " + subject;
        }

        /** The subject, both states, how long the one before had held, and what followed such turns before. */
        @Override
        public String toString() {
            String before = earlier == 0
                    ? "; no such turn before"
                    : "; " + Text.count(earlier, "such turn") + " before"
                            + outcomes.stream().map(Outcome::reading).collect(Collectors.joining());
            return title() + ": " + from + " to " + to + " after " + Text.count(held, counted) + before;
        }

        /**
         * What followed earlier turns from the one state to the other: simple returns of an asset from the first close on or
         * after the day on which a turn became known.
         *
         * @param asset the asset
         * @param horizon over how many closes a return runs
         * @param n how many of them have matured
         * @param median the median of these, NaN for none
         * @param usual the median from all closes in hand, NaN for none
         */
        public record Outcome(String asset, int horizon, int n, Figure median, Figure usual) implements Serializable {

            public Outcome {
                Require.components(Outcome.class, asset, median, usual);
                Require.atLeast(horizon, 1, "horizon");
                Require.atLeast(n, 0, "n");
            }

            String reading() {
                return n == 0
                        ? ", none with an outcome yet"
                        : Text.of(
                                ": %s median %s over %s (n %d; all closes %s)",
                                asset, median.signed(), Text.count(horizon, "close"), n, usual.signed());
            }

            String definition() {
                return "After a turn: simple returns of the asset over "
                        + Text.count(horizon, "close")
                        + " from the first on or after the day on which the turn became known, matured ones only,"
                        + " which may overlap; all closes: the median from every close in hand. Turns are ranked by"
                        + " how long the state before had held, those of the strength board behind the others.";
            }
        }
    }

    /**
     * How one statement changed between two reports.
     *
     * @param before the earlier statement
     * @param after the later statement of the same subject
     */
    public record StatementChange(MacroStatement before, MacroStatement after) implements Serializable {

        public StatementChange {
            Require.components(StatementChange.class, before, after);
            if (!after.speaksOf(before)) {
                throw new IllegalArgumentException(
                        "after must speak of " + before.subject() + " but spoke of " + after.subject());
            }
        }

        /**
         * Whether the state is another one, for example a flattener after a steepener.
         *
         * @return true if the words of the state differ
         */
        public boolean isStateChanged() {
            return !before.state().equals(after.state());
        }

        /**
         * By how much the number changed.
         *
         * @return later less earlier, in their unit
         */
        public Figure by() {
            return after.figure().minus(before.figure());
        }

        boolean isMoved() {
            return isStateChanged()
                    || Double.compare(before.figure().rounded(), after.figure().rounded()) != 0;
        }

        /** Whether the change is more than nothing in the decimals that are shown. */
        boolean isMoveSeen() {
            return !moved().replaceAll("[^1-9]", "").isEmpty();
        }

        /** The change with its sign: of percentages in points. */
        String moved() {
            Figure by = by();
            return (by.unit().equals(Unit.PERCENT) ? new Figure(by.value(), Unit.PERCENTAGE_POINTS) : by).signed();
        }

        /** The subject, both states where they differ, both numbers and their difference. */
        @Override
        public String toString() {
            String states = isStateChanged() ? before.state() + " -> " + after.state() : after.state();
            return after.subject() + ": " + states + "; " + before.figure() + " -> " + after.figure() + " (" + moved()
                    + ")";
        }
    }
}
