package io.github.macroregime.examples;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.regime.folder.TrackerFolder;
import io.github.macroregime.regime.folder.TrackerInput;
import io.github.macroregime.regime.folder.TrackerInput.SourcedSeries;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** A folder that is opened once for any number of days, on any number of threads. */
final class DataFolder {

    private static final BusinessDays EXCHANGE = BusinessDays.newYorkStockExchange();
    private static final BusinessDays FED = BusinessDays.newYorkFed();
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int DAYS_WITHOUT_NUMBERS = 10;

    /** From which day to which there are reports, in words. */
    static final String SPAN = "from " + FED.first() + " to " + FED.last();

    private final Path path;
    private final TrackerFolder folder;

    private DataFolder(Path path, TrackerFolder folder) {
        this.path = path;
        this.folder = folder;
    }

    static DataFolder open(Path path, boolean filesOutside) {
        return new DataFolder(path, filesOutside ? TrackerFolder.openWithFilesOutside(path) : TrackerFolder.open(path));
    }

    /** What the folder holds for a day, for that of its edition or for the latest where none is asked for. */
    TrackerInput readAsked(Optional<LocalDate> day, Consumer<String> progress) {
        return read(Optional.of(day.or(folder::edition).orElseGet(() -> latest(progress))), progress);
    }

    /** What the folder holds for a day; one day is read at a time and each file once, the first time by every processor. */
    synchronized TrackerInput read(Optional<LocalDate> day, Consumer<String> progress) {
        return folder.on(ManyDays.EVERY_PROCESSOR).read(day, progress);
    }

    /** Computes the histories up to a day, which the days before it read; what is wrong with the day is said in its turn. */
    void prepare(LocalDate last, BiFunction<TrackerInput, Histories, ?> work) {
        try {
            var unused = work.apply(read(Optional.of(last), file -> {}), historiesOnEveryProcessor());
        } catch (RuntimeException e) {
            return;
        }
    }

    /** The report of a day by every processor. */
    DayReport alone(LocalDate day) {
        return DayReport.of(read(Optional.of(day), file -> {}), folder.histories());
    }

    Histories historiesOnEveryProcessor() {
        return folder.histories().on(ManyDays.EVERY_PROCESSOR);
    }

    /** What the days share. */
    Histories histories() {
        return folder.histories();
    }

    /**
     * The last trading day up to today of which the folder holds a daily number.
     *
     * @param progress told the name of each file before it is read
     * @return the day
     * @throws IllegalArgumentException if the folder holds no daily series
     */
    LocalDate latest(Consumer<String> progress) {
        return lastTradingDay(required(lastObserved(progress)));
    }

    /** The first day that has reports and of which the folder holds a daily number. */
    LocalDate first(Consumer<String> progress) {
        LocalDate first =
                required(observed(progress, series -> series.dates().first()).min(Comparator.naturalOrder()));
        return first.isBefore(FED.first()) ? FED.first() : first;
    }

    /**
     * Refuses a day long after the last of which the folder can tell anything: a slip in its year would fill an archive
     * with days on which nothing happened.
     *
     * @param day the last day that is asked for
     * @param option the option that names it
     * @param progress told the name of each file before it is read
     * @return the day
     * @throws IllegalArgumentException if it lies more than ten days after the last daily number, or after today where
     *     the folder holds none
     */
    LocalDate requireNear(LocalDate day, String option, Consumer<String> progress) {
        Optional<LocalDate> last = lastObserved(progress);
        LocalDate limit = last.orElseGet(() -> LocalDate.now(NEW_YORK)).plusDays(DAYS_WITHOUT_NUMBERS);
        if (day.isAfter(limit)) {
            throw new IllegalArgumentException(
                    option + " must not lie more than " + DAYS_WITHOUT_NUMBERS + " days after "
                            + last.map(date -> "the last daily number of the folder, of " + date)
                                    .orElse("today") + ", but was "
                            + day);
        }
        return day;
    }

    /**
     * Refuses a day of which no run can have made a report, whatever an archive says.
     *
     * @param day the day of a line of an archive
     * @return the day
     * @throws IllegalArgumentException if it lies before the calendars begin or more than ten days after today
     */
    static LocalDate requireReportable(LocalDate day) {
        LocalDate today = LocalDate.now(NEW_YORK);
        if (day.isAfter(today.plusDays(DAYS_WITHOUT_NUMBERS)) || !hasReports(day)) {
            throw new IllegalArgumentException(day
                    + (day.isAfter(today)
                            ? " lies more than " + DAYS_WITHOUT_NUMBERS + " days after today, " + today
                            : " is a day without reports, which go " + SPAN)
                    + ": no run writes such a line");
        }
        return day;
    }

    /** Refuses a clock that was never set, before a calendar refuses a date that nobody wrote. */
    static LocalDate requireClock(LocalDate today) {
        if (!hasReports(today)) {
            throw new IllegalArgumentException("today is " + today
                    + " by the clock of this machine, a day without reports, which go " + SPAN + ": set it");
        }
        return today;
    }

    private LocalDate required(Optional<LocalDate> day) {
        return day.orElseThrow(() -> new IllegalArgumentException(
                path + " must hold a daily series, such as DGS10.csv, to have a latest day; --date gives one"));
    }

    private Optional<LocalDate> lastObserved(Consumer<String> progress) {
        return observed(progress, series -> series.dates().last()).max(Comparator.naturalOrder());
    }

    private Stream<LocalDate> observed(Consumer<String> progress, Function<TimeSeries, LocalDate> end) {
        return daily(read(Optional.of(requireClock(LocalDate.now(NEW_YORK))), progress))
                .map(TimeSeries::dropMissing)
                .filter(series -> !series.isEmpty())
                .map(end);
    }

    private static Stream<TimeSeries> daily(TrackerInput input) {
        Stream<TimeSeries> listed = input.series().stream().map(SourcedSeries::series);
        Stream<PublishedSeries> yields =
                input.macro().all(RatesInput.Yield.class).stream().map(RatesInput.Yield::levels);
        Stream<PublishedSeries> levels =
                input.macro().all(MarketInput.Level.class).stream().map(MarketInput.Level::levels);
        return Stream.concat(listed, Stream.concat(yields, levels).map(PublishedSeries::series));
    }

    /** Whether the calendars cover a day. */
    static boolean hasReports(LocalDate day) {
        return FED.covers(day);
    }

    /** The trading days of a span of days that have reports. */
    static List<LocalDate> tradingDays(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).filter(DataFolder::isTradingDay).toList();
    }

    private static LocalDate lastTradingDay(LocalDate day) {
        LocalDate last = day;
        while (!isTradingDay(last)) {
            last = last.minusDays(1);
        }
        return last;
    }

    /** A day on which the New York Stock Exchange was open; where its calendar ends, a weekday. */
    private static boolean isTradingDay(LocalDate day) {
        return EXCHANGE.covers(day) ? EXCHANGE.isOpen(day) : day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }
}
