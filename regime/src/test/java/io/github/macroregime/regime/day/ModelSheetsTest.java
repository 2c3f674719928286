package io.github.macroregime.regime.day;

import static io.github.macroregime.regime.day.Sheets.DAY;
import static io.github.macroregime.regime.day.Sheets.HAND;
import static io.github.macroregime.regime.day.Sheets.all;
import static io.github.macroregime.regime.day.Sheets.asset;
import static io.github.macroregime.regime.day.Sheets.daily;
import static io.github.macroregime.regime.day.Sheets.gaps;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.drivers.DriverModel;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.sheet.DriverSheet;
import io.github.macroregime.regime.sheet.RecordSheet;
import io.github.macroregime.regime.strategy.Evaluation;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models of drivers on Tuesday, 22 July 2025; their numbers are waves. */
class ModelSheetsTest {

    private static final int CLOSES = 300;
    private static final LocalTime NOON = LocalTime.NOON;

    private static double wave(int i) {
        return Math.sin(1.7 * i) + Math.sin(0.31 * i * i);
    }

    private static PublishedSeries driver(String name, int count) {
        return daily(name, Unit.PRICE, count, i -> 50 + wave(3 * i));
    }

    private static PublishedSeries at(PublishedSeries series, LocalTime hour) {
        return new PublishedSeries(
                series.name(), series.series(), series.source(), PublicationLag.sameDay(hour), series.maxAge());
    }

    private static MacroQuestion.Drivers drivers(String asset, PublishedSeries... drivers) {
        String[] names = List.of(drivers).stream().map(PublishedSeries::name).toArray(String[]::new);
        return new MacroQuestion.Drivers(
                asset,
                DriverModel.of(Change.LOGARITHMIC, DriverModel.Group.of("group", names))
                        .withFits(60, 20, 0),
                List.of(drivers));
    }

    private static MacroInput close(String name) {
        return asset(name, CLOSES, i -> 100 + wave(i));
    }

    private static DayInputs seen(LocalDate day, LocalTime hour, Histories histories, MacroInput... inputs) {
        return new DayInputs(
                MacroInputs.of(inputs), day, MacroOptions.withDefaults().withHour(hour), histories);
    }

    private static List<DriverSheet> sheets(DayInputs at) {
        return all(ModelSheets.drivers(at), DriverSheet.class);
    }

    /** The value of the first of July stands on the 22nd if it may be older than a month. */
    @ParameterizedTest
    @CsvSource({"32, DAYS, true", "31, DAYS, false", "40, BUSINESS_DAYS, false", "40, DAYS_AFTER_RELEASE, true"})
    void whatComesOnceAMonthStandsUntilTheNext(int count, MaxAge.Counting counting, boolean stands) {
        List<LocalDate> months = IntStream.range(0, 15)
                .mapToObj(i -> LocalDate.of(2025, 7, 1).minusMonths(14 - i))
                .toList();
        double[] levels = IntStream.range(0, 15).mapToDouble(i -> 10 + wave(i)).toArray();
        PublishedSeries monthly = new PublishedSeries(
                "monthly",
                TimeSeries.ofQuoted(months, levels, Unit.PRICE),
                HAND,
                PublicationLag.days(0),
                new MaxAge(count, counting));
        DayInputs at = seen(
                DAY,
                PublicationLag.EVENING,
                Histories.shared(),
                close("A"),
                drivers("A", driver("daily", CLOSES), monthly));
        DriverSheet.Entry entry = sheets(at).get(0).entries().get(0);
        assertThat(entry.reading().missing()).isEqualTo(stands ? List.of() : List.of("monthly"));
        assertThat(entry.reading().asOf()).isEqualTo(DAY);
        assertThat(entry.unit()).isEqualTo(Unit.PERCENT);
        assertThat(at.trials()).hasSize(1);
        assertThat(at.trials().get(0).closes().size()).isEqualTo(CLOSES);
        assertThat(at.gaps()).isEmpty();
    }

    private static void assertAsAlone(LocalTime hour, LocalDate day, Histories shared, MacroInput... inputs) {
        assertThat(sheets(seen(day, hour, shared, inputs)))
                .as("%s %s", day, hour)
                .isEqualTo(sheets(seen(day, hour, Histories.shared(), inputs)));
    }

    /** What the days share changes nothing: neither a driver that comes in nor a look at noon. */
    @Test
    void aSharedHistorySaysWhatADayAloneSays() {
        MacroInput[] inputs = {
            close("A"),
            drivers("A", driver("daily", CLOSES), driver("late", 4)),
            at("B", LocalTime.of(9, 0)),
            drivers("B", at(driver("evening", CLOSES), LocalTime.of(17, 0))),
            new RatesInput.Yield(daily("10y", Unit.PERCENT, CLOSES, i -> 4 + 0.1 * wave(i))),
            drivers("10y", driver("daily", CLOSES))
        };
        Histories shared = Histories.shared();
        for (int before : new int[] {8, 5, 0, 1, 6}) {
            assertAsAlone(PublicationLag.EVENING, DAY.minusDays(before), shared, inputs);
            assertAsAlone(NOON, DAY.minusDays(before), shared, inputs);
        }
        assertThat(sheets(seen(DAY.minusDays(6), PublicationLag.EVENING, shared, inputs))
                        .get(0)
                        .entries())
                .extracting(DriverSheet.Entry::asset)
                .containsExactly("A", "B", "10y");
        DayInputs last = seen(DAY, PublicationLag.EVENING, shared, inputs);
        DriverSheet sheet = sheets(last).get(0);
        assertThat(sheet.entries()).extracting(DriverSheet.Entry::asset).containsExactly("B", "10y");
        assertThat(sheet.entries().get(1).unit()).isEqualTo(Unit.BASIS_POINTS);
        assertThat(sheet.entries().get(1).records()).isNotEmpty();
        assertThat(sheet.entries().get(1).earned()).isNotEmpty();
        assertThat(gaps(last)).containsExactly("enough drivers of A for a fit: its driver model is left out");
    }

    private static MacroInput at(String name, LocalTime hour) {
        return new MarketInput.Asset(at(((MarketInput.Asset) close(name)).closes(), hour));
    }

    /** What is held of a yield is its note, which rises where the model says that the yield falls. */
    @Test
    void aFallingYieldIsARisingNote() {
        PublishedSeries levels = daily("10y", Unit.PERCENT, CLOSES, i -> 4 + 0.1 * wave(i));
        DayInputs at = seen(
                DAY,
                PublicationLag.EVENING,
                Histories.shared(),
                new RatesInput.Yield(levels),
                close("A"),
                drivers("10y", driver("daily", CLOSES)),
                drivers("A", driver("daily", CLOSES)));
        List<DriverSheet.Entry> entries = sheets(at).get(0).entries();
        Trial note = at.trials().get(0);
        assertThat(note.closes()).isEqualTo(ModelSheets.note(levels.series().named("10y"), at));
        double said = entries.get(0).reading().groups().get(0).impulse()
                + entries.get(0).reading().drift();
        assertThat(Math.signum(note.scores().last().value())).isEqualTo(-Math.signum(said));
        double rises = entries.get(1).reading().groups().get(0).impulse()
                + entries.get(1).reading().drift();
        assertThat(Math.signum(at.trials().get(1).scores().last().value())).isEqualTo(Math.signum(rises));
    }

    @Test
    void recordsEndWithTheMonthBefore() {
        DayInputs at = seen(
                DAY, PublicationLag.EVENING, Histories.shared(), close("A"), drivers("A", driver("daily", CLOSES)));
        sheets(at);
        RecordSheet sheet = all(ModelSheets.records(at), RecordSheet.class).get(0);
        assertThat(sheet.records())
                .extracting(each -> each.model() + " of " + each.asset())
                .containsExactly("drivers of A");
        assertThat(sheet.records().get(0).last()).isBeforeOrEqualTo(LocalDate.of(2025, 6, 30));
        assertThat(at.gaps()).isEmpty();
    }

    /** The last closes of June, which come late, are not in the record that a day at the beginning of July shows. */
    @Test
    void aRecordEndsWithTheLastCloseThatWasKnownThen() {
        TimeSeries closes = ((MarketInput.Asset) close("A")).closes().series();
        TimeSeries scores = closes.through(double[]::clone, Unit.FRACTION);
        Trial longer = new Trial("hold", "A", closes, scores, Evaluation.withDefaults());
        LocalDate known = closes.dates().get(closes.dates().insertion(LocalDate.of(2025, 6, 24)));
        Histories shared = Histories.shared();
        for (LocalDate until : List.of(LocalDate.of(2025, 7, 22), known)) {
            for (Histories histories : List.of(shared, Histories.shared())) {
                DayInputs at = seen(LocalDate.of(2025, 7, 2), PublicationLag.EVENING, histories);
                at.keeps(longer.first(closes.until(until).size()));
                RecordSheet sheet =
                        all(ModelSheets.records(at), RecordSheet.class).get(0);
                assertThat(sheet.records().get(0).last())
                        .isEqualTo(closes.until(until.isAfter(known) ? LocalDate.of(2025, 6, 30) : known)
                                .dates()
                                .last());
            }
        }
    }

    @Test
    void aTrialIsKeptAsFarAsItsClosesAreKnown() {
        TimeSeries closes = ((MarketInput.Asset) close("A")).closes().series();
        TimeSeries scores = closes.through(double[]::clone, Unit.FRACTION);
        Trial longer = new Trial("hold", "A", closes, scores, Evaluation.withDefaults());
        DayInputs at = seen(DAY, PublicationLag.EVENING, Histories.shared());
        assertThat(at.tries(longer, 5)).as("too short").isEmpty();
        assertThat(at.tries(longer, CLOSES)).isPresent().isEqualTo(at.sharpe(longer, CLOSES));
        assertThat(at.trials()).extracting(each -> each.closes().size()).containsExactly(5, CLOSES);
        assertThat(at.trials().get(0).scores().size()).isEqualTo(5);
    }
}
