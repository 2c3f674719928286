package io.github.macroregime.regime.day;

import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.strategy.SharpeHistory;
import io.github.macroregime.regime.strategy.SharpeRecord;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Mutable: what can be seen on the date of a report; it collects the gaps as the parts are read. */
public final class DayInputs {

    private final MacroInputs inputs;
    private final LocalDate date;
    private final MacroOptions options;
    private final Histories histories;
    private final Map<String, Evidence> evidence;
    private final Map<String, PublishedSeries> closes;
    private final List<Gap> gaps = new ArrayList<>();
    private final Map<Class<?>, Once> read;
    private final List<Trial> trials = new ArrayList<>();

    /**
     * What can be seen on a date.
     *
     * @param inputs what there is
     * @param date the date at which one looks
     * @param options at what hour, and over what the parts are judged
     * @param histories what the days share
     */
    public DayInputs(MacroInputs inputs, LocalDate date, MacroOptions options, Histories histories) {
        this.inputs = inputs.until(date.atTime(options.hour()));
        this.date = Require.calendar(date, "date");
        this.options = options;
        this.histories = histories;
        this.evidence = inputs(this.inputs);
        this.read = new ConcurrentHashMap<>();
        this.closes = new HashMap<>();
        all(MarketInput.Asset.class)
                .forEach(asset -> closes.putIfAbsent(asset.closes().name(), asset.closes()));
    }

    private DayInputs(DayInputs of) {
        this.inputs = of.inputs;
        this.date = of.date;
        this.options = of.options;
        this.histories = of.histories;
        this.evidence = of.evidence;
        this.read = of.read;
        this.closes = of.closes;
    }

    /**
     * The same inputs for one part, which one thread reads while others read theirs.
     *
     * @return the inputs with gaps and trials of their own, of which there are none yet
     */
    public DayInputs apart() {
        return new DayInputs(this);
    }

    /**
     * Adds what a part found lacking and what its models said.
     *
     * @param part the inputs of the part, which has been read
     */
    public void add(DayInputs part) {
        gaps.addAll(part.gaps);
        trials.addAll(part.trials);
    }

    /**
     * Where each input comes from and when its last number became known.
     *
     * @return by name
     */
    public Map<String, Evidence> evidence() {
        return evidence;
    }

    /**
     * The date at which one looks.
     *
     * @return the date
     */
    public LocalDate date() {
        return date;
    }

    /**
     * The end of the month before: what is worked out until then, the days of a month share.
     *
     * @return the last day of that month
     */
    public LocalDate monthEnd() {
        return date.withDayOfMonth(1).minusDays(1);
    }

    /**
     * The first day whose events are still to come: after the close those of the day are over.
     *
     * @return the date or the day after it
     */
    public LocalDate firstAhead() {
        return options.hour().isBefore(LocalTime.of(16, 0)) ? date : date.plusDays(1);
    }

    /**
     * Over what the parts are judged.
     *
     * @return the options
     */
    public MacroOptions options() {
        return options;
    }

    /**
     * What the days share.
     *
     * @return the histories
     */
    public Histories histories() {
        return histories;
    }

    /**
     * What was found lacking so far.
     *
     * @return the gaps in the order in which they were found
     */
    public List<Gap> gaps() {
        return gaps;
    }

    /**
     * The inputs of one kind.
     *
     * @param <T> the kind
     * @param kind the kind
     * @return the inputs in their order
     */
    public <T extends MacroInput> List<T> all(Class<T> kind) {
        return inputs.all(kind);
    }

    /**
     * The inputs of one kind, or a gap where there are none.
     *
     * @param <T> the kind
     * @param kind the kind
     * @param lacking what is lacking where there are none
     * @param consequence what is left out then
     * @return the inputs in their order
     */
    public <T extends MacroInput> List<T> allOrGap(Class<T> kind, String lacking, String consequence) {
        List<T> found = inputs.all(kind);
        if (found.isEmpty()) {
            lacks(lacking, consequence);
        }
        return found;
    }

    /**
     * The yield of a maturity.
     *
     * @param name for example {@code 10y}
     * @return the yield, empty if it is not among the inputs
     */
    public Optional<RatesInput.Yield> yieldOf(String name) {
        return all(RatesInput.Yield.class).stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /**
     * What several parts ask for, read when it is first asked for; what it lacks is a gap of each of them.
     *
     * @param <T> what is read
     * @param kind its class, by which it is known
     * @param reader reads it
     * @return what was read
     */
    public <T> List<T> once(Class<T> kind, Function<DayInputs, List<T>> reader) {
        Once once = read.computeIfAbsent(kind, each -> new Once(apart(), reader));
        List<T> all = once.all().stream().map(kind::cast).toList();
        add(once.at());
        return all;
    }

    /**
     * What a model said over a longer past, of which a part is known and kept for the whole records, and its record in a
     * line.
     *
     * @param longer what it said over the longer past
     * @param known how many of the closes are known
     * @return the record, empty with too short a past
     */
    public Optional<SharpeRecord> tries(Trial longer, int known) {
        keeps(longer.first(known));
        return sharpe(longer, known);
    }

    /**
     * The record of a model in a line.
     *
     * @param longer what it said, which may be over a longer past
     * @param known how many of the closes are known
     * @return the record, empty with too short a past
     */
    public Optional<SharpeRecord> sharpe(Trial longer, int known) {
        return histories
                .of(
                        List.of(SharpeHistory.class, longer.model(), longer.asset()),
                        List.of(longer.closes(), longer.scores(), longer.protocol()),
                        past -> longer.protocol().sharpes(longer.model(), longer.closes(), longer.scores()))
                .first(known);
    }

    /**
     * Keeps what a model said for the whole records.
     *
     * @param trial what it said
     */
    public void keeps(Trial trial) {
        trials.add(trial);
    }

    /**
     * What models said.
     *
     * @return the trials in the order in which they were kept
     */
    public List<Trial> trials() {
        return trials;
    }

    /**
     * Names what is lacking.
     *
     * @param lacking what is lacking
     * @param consequence what is left out therefore
     */
    public void lacks(String lacking, String consequence) {
        gaps.add(new Gap(lacking, consequence));
    }

    private static Map<String, Evidence> inputs(MacroInputs inputs) {
        Map<String, Evidence> all = new TreeMap<>();
        inputs.items().forEach(item -> item.evidence().forEach((name, one) -> all.merge(name, one, Evidence::and)));
        return all;
    }

    /**
     * The last day up to the date on which the exchange was open.
     *
     * @return the day
     */
    public LocalDate session() {
        return Sessions.last(date);
    }

    /**
     * Names an asset whose last close is used though later sessions are over.
     *
     * @param asset the name of the asset
     * @param observed the day of the close
     * @param consequence what is of that day
     */
    public void nameIfStale(String asset, LocalDate observed, String consequence) {
        if (observed.isBefore(Sessions.oldestFresh(firstAhead()))) {
            lacks("a close of " + asset + " after " + observed, consequence + " of that day");
        }
    }

    /**
     * The last values of a series.
     *
     * @param series the series
     * @param count how many
     * @return as many as are asked for or as there are
     */
    public static TimeSeries last(TimeSeries series, int count) {
        return series.slice(Math.max(0, series.size() - count), series.size());
    }

    /**
     * Whether a day is recent enough to speak of the present.
     *
     * @param observed the day
     * @return true within the greatest age of the options
     */
    public boolean isRecent(LocalDate observed) {
        return !observed.isBefore(date.minusDays(options.maxAgeDays()));
    }

    /**
     * The observations of a series without holes, if the last one still stands for the present; else a gap.
     *
     * @param series the series
     * @param what how the gap names it
     * @param consequence what is left out then
     * @return the observations, empty if the last is too old
     */
    public Optional<TimeSeries> recent(PublishedSeries series, String what, String consequence) {
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

    /**
     * The closes of an asset if the last one is recent; else a gap.
     *
     * @param asset the name of the asset
     * @param consequence what is left out then
     * @return the closes, empty if they are not recent
     */
    public Optional<NamedSeries> closes(String asset, String consequence) {
        Optional<PublishedSeries> found = Optional.ofNullable(closes.get(asset));
        if (found.isEmpty()) {
            lacks("a recent close of " + asset, consequence);
        }
        return found.flatMap(each -> recent(each, "close of " + asset, consequence))
                .map(closes -> closes.named(asset));
    }

    /**
     * The closes of all of some assets that can be seen; those that cannot are gaps.
     *
     * @param assets their names
     * @param consequence what is left out then
     * @return the closes
     */
    public List<NamedSeries> closes(List<String> assets, String consequence) {
        return assets.stream()
                .flatMap(asset -> closes(asset, consequence).stream())
                .toList();
    }

    /**
     * The closes of the asset of the first class.
     *
     * @param consequence what is left out without it
     * @return the closes, empty if they are not recent
     */
    public Optional<NamedSeries> index(String consequence) {
        return all(MacroQuestion.AssetClass.class).stream()
                .findFirst()
                .flatMap(each -> closes(each.asset(), consequence));
    }

    /**
     * The closes of each asset that a class is judged by.
     *
     * @return the closes, each once
     */
    public List<NamedSeries> classes() {
        return closes(
                all(MacroQuestion.AssetClass.class).stream()
                        .map(MacroQuestion.AssetClass::asset)
                        .distinct()
                        .toList(),
                "its events and levels are left out");
    }

    /** The date, and what was found lacking. */
    @Override
    public String toString() {
        return "Inputs of " + date + ", " + inputs.items().size() + " of them, " + gaps.size() + " gaps so far";
    }
}
