package io.github.macroregime.regime.day;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.drivers.DriverWalk;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.sheet.DriverSheet;
import io.github.macroregime.regime.sheet.RecordSheet;
import io.github.macroregime.regime.sheet.Sheet;
import io.github.macroregime.regime.strategy.Evaluation;
import io.github.macroregime.regime.strategy.ModelRecord;
import io.github.macroregime.regime.strategy.SharpeRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sheets of driver models and of the records of all models. */
public final class ModelSheets {

    private static final int DRIVER_AGE_DAYS = 10;
    private static final int MONTH_DAYS = 31;

    private ModelSheets() {}

    /**
     * What drivers say of each asset.
     *
     * @param at what is seen on the day
     * @return the sheets, none where the inputs do not allow one; what they lack is named
     */
    public static List<Sheet> drivers(DayInputs at) {
        List<DriverSheet.Entry> entries = new ArrayList<>();
        for (MacroQuestion.Drivers each :
                at.allOrGap(MacroQuestion.Drivers.class, "an asset with groups of drivers", "no driver model")) {
            at.yieldOf(each.asset())
                    .map(yield -> at.recent(yield.levels(), yield.name(), "its driver model is left out")
                            .map(levels -> levels.named(yield.name()))
                            .flatMap(levels -> ofYield(each, levels, at)))
                    .orElseGet(() -> at.closes(each.asset(), "its driver model is left out")
                            .flatMap(closes -> entry(each, closes, Unit.PERCENT, closes.series(), 1, at)))
                    .ifPresentOrElse(
                            entries::add,
                            () -> at.lacks(
                                    "enough drivers of " + each.asset() + " for a fit",
                                    "its driver model is left out"));
        }
        return entries.isEmpty() ? List.of() : List.of(new DriverSheet(entries));
    }

    private static Optional<DriverSheet.Entry> ofYield(MacroQuestion.Drivers asked, NamedSeries yield, DayInputs at) {
        return entry(asked, yield, Unit.BASIS_POINTS, note(yield, at), -1, at);
    }

    /**
     * The price of a note of the par duration at the end of the month before, which the days of a month share.
     *
     * @param yield what is known of the yield, named by its years
     * @param at what is seen on the day
     * @return one price for each level, over the longest past that any day has seen
     */
    public static TimeSeries note(NamedSeries yield, DayInputs at) {
        TimeSeries known = yield.series();
        TimeSeries longest = at.histories().of(List.of("longest", "yield", yield.name()), known, longer -> longer);
        int before = Math.max(1, known.until(at.monthEnd()).size());
        double duration = parDuration(known.slice(0, before).named(yield.name()));
        return at.histories()
                .of(
                        List.of("note", yield.name()),
                        List.of(longest, duration),
                        past -> DriverSheet.note(longest, duration));
    }

    private static Optional<DriverSheet.Entry> entry(
            MacroQuestion.Drivers asked, NamedSeries target, Unit unit, TimeSeries held, int side, DayInputs at) {
        Walked walked = walked(asked, target, side, at);
        int known = target.series().size();
        int days = walked.targets(target);
        Evaluation protocol =
                Evaluation.withDefaults().withHorizon(asked.model().horizon());
        Trial longer = new Trial("drivers", target.name(), held, walked.scores(), protocol);
        Trial trial = longer.first(known);
        at.keeps(trial);
        return walked.walk().reading(days).map(reading -> {
            Optional<SharpeRecord> record = at.sharpe(longer, known);
            return new DriverSheet.Entry(
                    target.name(),
                    unit,
                    reading,
                    walked.walk().judged(days),
                    walked.walk().rSquared(days),
                    record.stream().toList(),
                    record.stream()
                            .map(each -> earned(longer, at)
                                    .until(trial.closes().dates().last()))
                            .toList());
        });
    }

    /** What the record over the longest past is made of. */
    private static Panel earned(Trial longer, DayInputs at) {
        return at.histories()
                .of(
                        List.of(Panel.class, longer.model(), longer.asset()),
                        List.of(longer.closes(), longer.scores(), longer.protocol()),
                        past -> DriverSheet.earned(
                                longer.asset(), longer.closes(), longer.scores(), longer.protocol()));
    }

    /**
     * The whole record of every model up to the end of the month before, after which too few calls have matured to change
     * it: the days of a month share it.
     *
     * @param at what is seen on the day
     * @return the sheet, none where there is no record; what it lacks is named
     */
    public static List<Sheet> records(DayInputs at) {
        LocalDate end = at.monthEnd();
        List<Supplier<Optional<ModelRecord>>> work = at.trials().stream()
                .<Supplier<Optional<ModelRecord>>>map(trial -> () -> record(trial.until(end), at))
                .toList();
        List<ModelRecord> records =
                at.histories().all(work).stream().flatMap(Optional::stream).toList();
        if (records.isEmpty()) {
            at.lacks("a model with 60 scored closes until " + end, "no record of a model");
            return List.of();
        }
        return List.of(new RecordSheet(records));
    }

    /** Up to the last close that is known, since a longer past may know more of the month. */
    private static Optional<ModelRecord> record(Trial trial, DayInputs at) {
        return trial.closes().isEmpty()
                ? Optional.empty()
                : at.histories()
                        .of(
                                List.of(ModelRecord.class, trial.model(), trial.asset()),
                                List.of(trial.closes(), trial.scores(), trial.protocol()),
                                past -> trial.records())
                        .apply(trial.closes().dates().last());
    }

    /**
     * A model walked over what was known of each driver on each day of the target.
     *
     * @param walk the walk
     * @param first the day from which on all drivers are there
     * @param scores of each day, positive where what is held is said to rise
     */
    private record Walked(DriverWalk walk, LocalDate first, TimeSeries scores) {

        int targets(NamedSeries target) {
            DateIndex dates = target.series().dates();
            return dates.size() - dates.insertion(first);
        }
    }

    /** The walk over the longest past; a look before the evening does not yet know all that a day published. */
    private static Walked walked(MacroQuestion.Drivers asked, NamedSeries target, int side, DayInputs at) {
        List<TimeSeries> past = Stream.concat(
                        Stream.of(target.series()), asked.drivers().stream().map(PublishedSeries::series))
                .toList();
        return at.options().hour().isBefore(PublicationLag.EVENING)
                ? walk(asked, target, side)
                : at.histories()
                        .of(
                                List.of(DriverWalk.class, target.name(), asked.model()),
                                past,
                                ModelSheets::isBeginning,
                                longer -> walk(asked, target, side));
    }

    /** Whether histories of the first begin with those of the second: no driver has come in between. */
    private static boolean isBeginning(List<TimeSeries> longer, List<TimeSeries> past) {
        return Histories.begins(longer, past)
                && IntStream.range(0, past.size())
                        .allMatch(i -> isUnobserved(past.get(i)) == isUnobserved(longer.get(i)));
    }

    private static boolean isUnobserved(TimeSeries series) {
        return series.values().missingCount() == series.size();
    }

    private static Walked walk(MacroQuestion.Drivers asked, NamedSeries target, int side) {
        List<NamedSeries> drivers = asked.drivers().stream()
                .map(each -> each.lag().byPublication(each.series()).named(each.name()))
                .toList();
        LocalDate first = drivers.stream()
                .map(each -> each.series().dropMissing())
                .filter(each -> !each.isEmpty())
                .map(each -> each.dates().first())
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        TimeSeries all = target.series();
        TimeSeries closes = all.slice(all.dates().insertion(first), all.size());
        List<NamedSeries> onCloses = new ArrayList<>();
        for (int i = 0; i < drivers.size(); i++) {
            NamedSeries driver = drivers.get(i);
            int age = driverAge(asked.drivers().get(i).maxAge());
            onCloses.add(driver.series().asOf(closes.dates(), age).named(driver.name()));
        }
        DriverWalk walk = asked.model().walked(closes, Panel.asOf(closes.dates(), 0, onCloses));
        return new Walked(walk, first, walk.whole().scores().times(side));
    }

    /** What comes out once a month stands until the next release. */
    private static int driverAge(PublishedSeries.MaxAge age) {
        boolean isMonthly = age.counting() != PublishedSeries.MaxAge.Counting.BUSINESS_DAYS && age.count() > MONTH_DAYS;
        return isMonthly ? age.count() : DRIVER_AGE_DAYS;
    }

    /** The modified duration of a note at par at the last level of its yield. */
    private static double parDuration(NamedSeries yield) {
        double years =
                yield.name().endsWith("y") ? Integer.parseInt(yield.name().replace("y", "")) : 0.25;
        double level = yield.series().last().value();
        double discount = StrictMath.pow(1 + level / 2, -2 * years);
        return Math.abs(level) < 1e-6 ? years : (1 - discount) / level;
    }
}
