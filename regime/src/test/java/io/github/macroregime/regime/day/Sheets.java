package io.github.macroregime.regime.day;

import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MacroQuestion.AssetClass;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.sheet.Sheet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Inputs of Tuesday, 22 July 2025, and what the sheets made of them lack. */
final class Sheets {

    static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    static final Source HAND = Source.synthetic("by hand");
    static final AssetClass EQUITIES = new AssetClass("equities", "Index", Set.of());

    private Sheets() {}

    static DayInputs at(LocalDate day, LocalTime hour, MacroInput... inputs) {
        return new DayInputs(
                MacroInputs.of(inputs), day, MacroOptions.withDefaults().withHour(hour), Histories.shared());
    }

    static DayInputs at(MacroInput... inputs) {
        return at(DAY, PublicationLag.EVENING, inputs);
    }

    static List<LocalDate> weekdays(int count, LocalDate last) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = last; days.size() < count; day = day.minusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                days.add(0, day);
            }
        }
        return days;
    }

    static PublishedSeries daily(
            String name, Unit unit, int count, LocalDate last, ToDoubleFunction<LocalDate> quoted) {
        List<LocalDate> days = weekdays(count, last);
        double[] values = days.stream().mapToDouble(quoted).toArray();
        return PublishedSeries.daily(name, TimeSeries.ofQuoted(days, values, unit), HAND);
    }

    static PublishedSeries daily(String name, Unit unit, int count, IntToDoubleFunction quoted) {
        List<LocalDate> days = weekdays(count, DAY);
        double[] values = IntStream.range(0, count).mapToDouble(quoted).toArray();
        return PublishedSeries.daily(name, TimeSeries.ofQuoted(days, values, unit), HAND);
    }

    static MarketInput.Asset asset(String name, int count, IntToDoubleFunction closes) {
        return new MarketInput.Asset(daily(name, Unit.PRICE, count, closes));
    }

    static MarketInput.Asset asset(String name, int count) {
        return asset(name, count, i -> 100 + i % 5 - i % 3);
    }

    static <T> List<T> all(List<Sheet> sheets, Class<T> kind) {
        return sheets.stream().map(kind::cast).toList();
    }

    static List<String> gaps(DayInputs at) {
        return at.gaps().stream()
                .map(gap -> gap.lacking() + ": " + gap.consequence())
                .toList();
    }
}
