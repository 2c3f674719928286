package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.strategy.Evaluation;
import io.github.macroregime.regime.strategy.ModelRecord;
import io.github.macroregime.regime.strategy.SharpeHistory;
import io.github.macroregime.regime.strategy.SharpeRecord;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What can be seen on the date of the report; it collects the gaps as the parts are read. */
final class DayInputs {

    private static final int DRAWS = 200;

    private final MacroInputs inputs;
    private final LocalDate date;
    private final MacroOptions options;
    private final Histories histories;
    private final Map<String, Evidence> evidence;
    private final List<Gap> gaps = new ArrayList<>();
    private final Map<Class<?>, List<?>> read = new HashMap<>();
    private final List<Trial> trials = new ArrayList<>();

    /**
     * What a model said of an asset, whose record is asked for.
     *
     * @param model the name of the model
     * @param asset the name of the asset
     * @param closes prices of what is held
     * @param scores the score at each close, positive where it says up
     * @param protocol how it is judged
     */
    record Trial(String model, String asset, TimeSeries closes, TimeSeries scores, Evaluation protocol) {

        Trial until(LocalDate end) {
            return new Trial(model, asset, closes.until(end), scores.until(end), protocol.withDraws(DRAWS));
        }

        Optional<ModelRecord> whole() {
            return protocol.ifEnough(model, asset, closes, scores);
        }
    }

    DayInputs(MacroInputs inputs, LocalDate date, MacroOptions options, Histories histories) {
        this.inputs = inputs.until(date.atTime(options.hour()));
        this.date = date;
        this.options = options;
        this.histories = histories;
        this.evidence = inputs(this.inputs);
    }

    Map<String, Evidence> evidence() {
        return evidence;
    }

    LocalDate date() {
        return date;
    }

    /** The end of the month before: what is worked out until then, the days of a month share. */
    LocalDate monthEnd() {
        return date.withDayOfMonth(1).minusDays(1);
    }

    /** The first day whose events are still to come: after the close those of the day are over. */
    LocalDate firstAhead() {
        return options.hour().isBefore(LocalTime.of(16, 0)) ? date : date.plusDays(1);
    }

    MacroOptions options() {
        return options;
    }

    Histories histories() {
        return histories;
    }

    List<Gap> gaps() {
        return gaps;
    }

    <T extends MacroInput> List<T> all(Class<T> kind) {
        return inputs.all(kind);
    }

    /** The parts of one kind, or a gap where there are none. */
    <T extends MacroInput> List<T> allOrGap(Class<T> kind, String lacking, String consequence) {
        List<T> found = inputs.all(kind);
        if (found.isEmpty()) {
            lacks(lacking, consequence);
        }
        return found;
    }

    /** The yield of a maturity. */
    Optional<RatesInput.Yield> yieldOf(String name) {
        return all(RatesInput.Yield.class).stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /** What several parts ask for, read when it is first asked for. */
    <T> List<T> once(Class<T> kind, Function<DayInputs, List<T>> reader) {
        List<?> all = read.computeIfAbsent(kind, each -> reader.apply(this));
        return all.stream().map(kind::cast).toList();
    }

    /**
     * A causal series made of another, computed once over the longest past.
     *
     * @param made what is made of what, with the name of the series
     * @param past what is known
     * @param series makes one value for each observation
     */
    TimeSeries shared(Object made, TimeSeries past, UnaryOperator<TimeSeries> series) {
        return histories.of(made, past, series::apply).slice(0, past.size());
    }

    /** What a model said, kept for the whole records, and its record in a line. */
    Optional<SharpeRecord> tries(Trial trial) {
        keeps(trial);
        return sharpe(trial);
    }

    /** The record of a model in a line. */
    Optional<SharpeRecord> sharpe(Trial trial) {
        return histories
                .of(
                        List.of(SharpeHistory.class, trial.model(), trial.asset()),
                        List.of(trial.closes(), trial.scores(), trial.protocol()),
                        past -> trial.protocol().sharpes(trial.model(), trial.closes(), trial.scores()))
                .first(trial.closes().size());
    }

    void keeps(Trial trial) {
        trials.add(trial);
    }

    List<Trial> trials() {
        return trials;
    }

    void lacks(String lacking, String consequence) {
        gaps.add(new Gap(lacking, consequence));
    }

    private static Map<String, Evidence> inputs(MacroInputs inputs) {
        Map<String, Evidence> all = new TreeMap<>();
        inputs.items().forEach(item -> item.evidence().forEach((name, one) -> all.merge(name, one, Evidence::and)));
        return all;
    }

    /** A part of the report; numbers of which it cannot be made leave it out and are named. */
    <P extends MacroPart> Optional<P> part(Topic topic, Function<DayInputs, Optional<P>> read) {
        try {
            return read.apply(this);
        } catch (IllegalArgumentException e) {
            lacks(
                    "numbers that the part on " + topic.title().toLowerCase(Locale.ROOT) + " can be made of",
                    e.getMessage() + ": it is left out");
            return Optional.empty();
        }
    }

    /** The last day up to the date on which the exchange was open. */
    LocalDate session() {
        BusinessDays days = BusinessDays.newYorkStockExchange();
        return days.covers(date)
                ? days.previousOrSame(date)
                : date.minusDays(Math.max(0, date.getDayOfWeek().getValue() - 5));
    }

    /** The session before the last one that is over: a close older than that lacks two days or more. */
    private LocalDate oldestFresh() {
        BusinessDays days = BusinessDays.newYorkStockExchange();
        LocalDate last = firstAhead().minusDays(1);
        return days.covers(last) && days.covers(last.minusDays(10))
                ? days.previousOrSame(days.previousOrSame(last).minusDays(1))
                : last.minusDays(4);
    }

    /** Names an asset whose last close is used though later sessions are over. */
    void nameIfStale(String asset, LocalDate observed, String consequence) {
        if (observed.isBefore(oldestFresh())) {
            lacks("a close of " + asset + " after " + observed, consequence + " of that day");
        }
    }

    /** Whether the last observation of a series became known on the last business day, or since. */
    boolean isNew(PublishedSeries series) {
        return series.lastKnownOn().filter(known -> !known.isBefore(session())).isPresent();
    }

    /** The last values of a series, as many as are asked for or as there are. */
    static TimeSeries last(TimeSeries series, int count) {
        return series.slice(Math.max(0, series.size() - count), series.size());
    }

    boolean isRecent(LocalDate observed) {
        return !observed.isBefore(date.minusDays(options.maxAgeDays()));
    }

    /** The observations of a series without holes, if the last one still stands for the present; else a gap. */
    Optional<TimeSeries> recent(PublishedSeries series, String what, String consequence) {
        TimeSeries observed = series.series().dropMissing();
        if (!observed.isEmpty() && series.isRecent(observed.dates().last(), date)) {
            return Optional.of(observed);
        }
        String age = observed.isEmpty()
                ? ""
                : " (the last is of " + observed.dates().last() + ", which stands for the present for "
                        + series.maxAge() + ")";
        lacks("a recent " + what + age, consequence);
        return Optional.empty();
    }

    /** The closes of an asset if the last one is recent; else a gap. */
    Optional<NamedSeries> closes(String asset, String consequence) {
        Optional<PublishedSeries> found = all(MarketInput.Asset.class).stream()
                .map(MarketInput.Asset::closes)
                .filter(each -> each.name().equals(asset))
                .findFirst();
        if (found.isEmpty()) {
            lacks("a recent close of " + asset, consequence);
        }
        return found.flatMap(each -> recent(each, "close of " + asset, consequence))
                .map(closes -> closes.named(asset));
    }

    /** All of the named assets that can be seen; those that cannot are gaps. */
    List<NamedSeries> closes(List<String> assets, String consequence) {
        return assets.stream()
                .flatMap(asset -> closes(asset, consequence).stream())
                .toList();
    }
}
