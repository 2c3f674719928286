package io.github.macroregime.regime.day;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Quantiles;
import io.github.macroregime.core.window.Expanding;
import io.github.macroregime.regime.input.MarketInput;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Finds which states turned in the last month, how long the ones before had held, and what followed such turns before. */
public final class TurnSearch {

    private static final int REACH_DAYS = 31;
    private static final int LONGEST_LAG_DAYS = 7;

    private final DayInputs at;
    private final LocalDate reach;
    private final Map<String, PublishedSeries> assets = new HashMap<>();

    /**
     * A search on a day.
     *
     * @param at what is seen on the day
     */
    public TurnSearch(DayInputs at) {
        this.at = at;
        this.reach = at.date().minusDays(REACH_DAYS);
        at.all(MarketInput.Sector.class).forEach(each -> assets.put(each.name(), each.closes()));
        at.all(MarketInput.Asset.class).forEach(each -> assets.put(each.name(), each.closes()));
    }

    /**
     * A state on each of some dates, and the day on which each became known.
     *
     * @param counted what a date is, for example {@code day}
     * @param dates the dates
     * @param seen the states, an empty text where it is not known
     * @param known the day on which what is of a date became known
     */
    public record States(String counted, DateIndex dates, LazyStates seen, UnaryOperator<LocalDate> known) {

        private String state(int i) {
            return seen.at(i);
        }

        private LocalDate known(int i) {
            return known.apply(dates.get(i));
        }

        /** The last date before one on which the state is known, -1 for none. */
        private int before(int i) {
            int before = i - 1;
            while (before >= 0 && state(before).isEmpty()) {
                before--;
            }
            return before;
        }
    }

    /**
     * A state that turned.
     *
     * @param from the state before
     * @param to the state since
     * @param since the day from which the state before had held
     * @param date the day on which the new state became known
     * @param held over how many observations the state before had held
     * @param earlier how often the state turned from the one to the other before
     * @param outcome what followed these earlier turns
     */
    public record Turned(
            String from,
            String to,
            LocalDate since,
            LocalDate date,
            int held,
            int earlier,
            Optional<Outcome> outcome) {}

    /**
     * What followed earlier turns.
     *
     * @param asset the asset
     * @param horizon over how many closes a return runs
     * @param n how many of them have matured
     * @param median the median of these, NaN for none
     * @param usual the median from all closes in hand, NaN for none
     */
    public record Outcome(String asset, int horizon, int n, double median, double usual) {}

    /**
     * The closes of an asset or a sector.
     *
     * @param asset its name
     * @return the closes, empty if it is not among the inputs
     */
    public Optional<PublishedSeries> closes(String asset) {
        return Optional.ofNullable(assets.get(asset));
    }

    /**
     * The states on the dates of a past, kept for the other days.
     *
     * @param state what is said of what; one name is for one state
     * @param past series on the dates
     * @param states makes the state at each place of a past
     * @return the states
     */
    public LazyStates seen(
            Object state, List<TimeSeries> past, Function<List<TimeSeries>, IntFunction<String>> states) {
        return at.histories()
                .of(
                        List.of(TurnSearch.class, state),
                        past,
                        longer -> new LazyStates(longer.get(0).size(), states.apply(longer)));
    }

    /**
     * When what is of a date of some series became known.
     *
     * @param series the series
     * @return the latest of the days on which their observations became known
     */
    public static UnaryOperator<LocalDate> known(PublishedSeries... series) {
        return date -> Arrays.stream(series)
                .map(PublishedSeries::lag)
                .map((PublicationLag lag) -> lag.knownOn(date).orElse(date))
                .max(Comparator.naturalOrder())
                .orElse(date);
    }

    /**
     * The last turn of a state, if it lies at most a month back.
     *
     * @param states the state on its dates
     * @param asset the asset by which is judged what followed such turns
     * @return the turn, empty if there is none
     */
    public Optional<Turned> turn(States states, Optional<String> asset) {
        int first = states.before(states.dates().size());
        if (first < 0) {
            return Optional.empty();
        }
        String to = states.state(first);
        int before = states.before(first);
        while (before >= 0 && states.state(before).equals(to)) {
            first = before;
            before = states.dates().get(first).isBefore(reach.minusDays(LONGEST_LAG_DAYS)) ? -1 : states.before(first);
        }
        return before >= 0 && !states.known(first).isBefore(reach)
                ? Optional.of(turn(states, first, before, asset))
                : Optional.empty();
    }

    private Turned turn(States states, int first, int last, Optional<String> asset) {
        String from = states.state(last);
        LazyStates.Runs runs = states.seen().runs();
        int run = runs.of(last);
        int since = runs.first(run);
        int held = runs.length(run);
        List<LocalDate> such = runs.turns(from, states.state(first))
                .takeWhile(i -> i < since)
                .mapToObj(states::known)
                .toList();
        return new Turned(
                from,
                states.state(first),
                states.known(since),
                states.known(first),
                held,
                such.size(),
                asset.flatMap(name -> outcome(name, such)));
    }

    private Optional<Outcome> outcome(String asset, List<LocalDate> days) {
        Optional<TimeSeries> known = closes(asset).map(closes -> closes.series().dropMissing());
        return known.filter(closes -> !closes.isEmpty()).map(closes -> {
            int horizon = at.options().windows().horizon();
            LocalDate first = closes.dates().first();
            double[] matured = days.stream()
                    .filter(day -> !first.isAfter(day))
                    .mapToInt(closes.dates()::insertion)
                    .filter(t -> t + horizon < closes.size())
                    .mapToDouble(t -> closes.value(t + horizon) / closes.value(t) - 1)
                    .sorted()
                    .toArray();
            return new Outcome(
                    asset,
                    horizon,
                    matured.length,
                    matured.length == 0 ? Double.NaN : Quantiles.median(matured),
                    closes.size() <= horizon ? Double.NaN : usual(asset, closes, horizon));
        });
    }

    /** The median outcome of all closes. */
    private double usual(String asset, TimeSeries closes, int horizon) {
        return at.histories()
                .of(
                        List.of(TurnSearch.class, "usual", asset, horizon),
                        closes,
                        longer -> Expanding.from(1)
                                .median()
                                .over(IntStream.range(0, longer.size() - horizon)
                                        .mapToDouble(t -> longer.value(t + horizon) / longer.value(t) - 1)
                                        .toArray()))[closes.size() - horizon - 1];
    }
}
