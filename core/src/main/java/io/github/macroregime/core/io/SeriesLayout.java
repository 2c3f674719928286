package io.github.macroregime.core.io;

import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.util.List;

/**
 * Where a file keeps the dates and values of a series and how it writes them.
 *
 * <p>{@code SeriesLayout.of("date", "ebp", Unit.PERCENT).withDates(DateStyle.DAY_MONTH_YEAR)}
 *
 * @param dateColumn the name of the date column
 * @param valueColumn the name of the value column
 * @param unit the unit the values are quoted in
 * @param dates how the dates are written
 * @param missing texts that stand for a missing observation besides an empty field, {@code .}, {@code null} and
 *     {@code NaN}
 */
public record SeriesLayout(String dateColumn, String valueColumn, Unit unit, DateStyle dates, List<String> missing)
        implements Serializable {

    public SeriesLayout {
        missing = List.copyOf(missing);
    }

    /**
     * A file with ISO dates.
     *
     * @param dateColumn the name of the date column
     * @param valueColumn the name of the value column
     * @param unit the unit the values are quoted in
     * @return the layout
     */
    public static SeriesLayout of(String dateColumn, String valueColumn, Unit unit) {
        return new SeriesLayout(dateColumn, valueColumn, unit, DateStyle.ISO, List.of());
    }

    /**
     * The same layout with dates written in another style.
     *
     * @param style how the dates are written
     * @return the changed layout
     */
    public SeriesLayout withDates(DateStyle style) {
        return new SeriesLayout(dateColumn, valueColumn, unit, style, missing);
    }

    /**
     * The same layout with further texts that stand for a missing observation, such as {@code 0.0}.
     *
     * @param texts as they stand in the file
     * @return the changed layout
     */
    public SeriesLayout withMissing(String... texts) {
        return new SeriesLayout(dateColumn, valueColumn, unit, dates, List.of(texts));
    }
}
