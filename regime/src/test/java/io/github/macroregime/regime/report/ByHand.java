package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Short series whose last number is of Tuesday, 22 July 2025, for numbers that can be worked out on paper. */
final class ByHand {

    static final LocalDate MONDAY = LocalDate.of(2025, 7, 21);
    static final LocalDate TUESDAY = LocalDate.of(2025, 7, 22);
    static final Source HAND = Source.synthetic("by hand");

    private ByHand() {}

    /** So many days from Monday to Friday, the last of them the Tuesday. */
    static List<LocalDate> weekdays(int count) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = TUESDAY; days.size() < count; day = day.minusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.add(0, day);
            }
        }
        return days;
    }

    static PublishedSeries daily(String name, Unit unit, double... quoted) {
        return PublishedSeries.daily(name, TimeSeries.ofQuoted(weekdays(quoted.length), quoted, unit), HAND);
    }

    static PublishedSeries daily(String name, Unit unit, int count, IntToDoubleFunction quoted) {
        return daily(name, unit, IntStream.range(0, count).mapToDouble(quoted).toArray());
    }

    static MarketInput.Asset asset(String name, double... closes) {
        return new MarketInput.Asset(daily(name, Unit.PRICE, closes));
    }

    static MarketInput.Sector sector(String name, double... closes) {
        return new MarketInput.Sector(daily(name, Unit.PRICE, closes));
    }

    static RatesInput.Yield yieldOf(String name, double... percent) {
        return new RatesInput.Yield(daily(name, Unit.PERCENT, percent));
    }
}
