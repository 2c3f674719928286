package io.github.macroregime.core.io;

import io.github.macroregime.core.io.SeriesCatalog.Entry;
import io.github.macroregime.core.io.SeriesCatalog.Range;
import io.github.macroregime.core.series.Frequency;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.PublishedSeries.MaxAge.Counting;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.time.ReleaseCalendar;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Unit;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads the lines of a list of series. */
final class SeriesCatalogRow {

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("%", Unit.PERCENT),
            Map.entry("pp", Unit.PERCENTAGE_POINTS),
            Map.entry("bp", Unit.BASIS_POINTS),
            Map.entry("$ mn", Unit.MILLIONS_OF_DOLLARS),
            Map.entry("$ bn", Unit.BILLIONS_OF_DOLLARS),
            Map.entry("thousand", Unit.THOUSANDS),
            Map.entry("count", Unit.COUNT),
            Map.entry("index", Unit.FRACTION),
            Map.entry("ratio", Unit.FRACTION),
            Map.entry("price", Unit.PRICE));

    private final ReleaseCalendar calendar;

    SeriesCatalogRow(ReleaseCalendar calendar) {
        this.calendar = calendar;
    }

    Entry entry(CsvRow row) {
        Unit unit = row.parsed("unit", SeriesCatalogRow::unit);
        return new Entry(
                row.text("id"),
                row.text("name"),
                unit,
                row.parsed("publication", this::publication),
                row.parsed("age", SeriesCatalogRow::age),
                row.optionalText("plausible").isEmpty()
                        ? List.of()
                        : row.parsed("plausible", text -> ranges(text, unit)));
    }

    private static Unit unit(String text) {
        Unit unit = UNITS.get(text);
        if (unit == null) {
            throw new IllegalArgumentException("unit \"" + text + "\" must be one of " + new TreeSet<>(UNITS.keySet()));
        }
        return unit;
    }

    private PublicationLag publication(String text) {
        String[] words = text.split(" ", -1);
        try {
            return switch (words[0] + " " + words.length) {
                case "same-day 2" -> PublicationLag.sameDay(LocalTime.parse(words[1]));
                case "business-day 4" ->
                    PublicationLag.businessDays(
                            NumberText.whole(words[2]), centre(words[1]), LocalTime.parse(words[3]));
                case "weekday 4" ->
                    PublicationLag.weekday(
                            DayOfWeek.valueOf(words[1]),
                            NumberText.whole(words[2]),
                            BusinessDays.newYorkFed(),
                            LocalTime.parse(words[3]));
                case "days 2" -> PublicationLag.days(NumberText.whole(words[1]));
                case "days-after-month 2" -> PublicationLag.afterPeriod(Frequency.MONTH, NumberText.whole(words[1]));
                case "days-after-quarter 2" ->
                    PublicationLag.afterPeriod(Frequency.QUARTER, NumberText.whole(words[1]));
                default -> listed(words[0], text);
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("rule \"" + text + "\" cannot be read: " + e.getMessage(), e);
        }
    }

    private PublicationLag listed(String kind, String text) {
        int otherwise = text.indexOf(" else ");
        if (!kind.equals("release") || otherwise < 0) {
            throw new IllegalArgumentException(
                    "it must begin with same-day, business-day, weekday, days, days-after-month, days-after-quarter or "
                            + "release and have all its parts");
        }
        return PublicationLag.release(
                calendar,
                text.substring(kind.length(), otherwise).strip(),
                publication(text.substring(otherwise + " else ".length())));
    }

    private static BusinessDays centre(String name) {
        return BusinessDays.shipped().stream()
                .filter(shipped -> shipped.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no calendar is called \"" + name + "\""));
    }

    private static MaxAge age(String text) {
        int blank = text.indexOf(' ');
        Counting counting = switch (text.substring(blank + 1)) {
            case "business days" -> Counting.BUSINESS_DAYS;
            case "days" -> Counting.DAYS;
            case "days after release" -> Counting.DAYS_AFTER_RELEASE;
            default ->
                throw new IllegalArgumentException(
                        "age \"" + text + "\" must be a number of business days, days or days after release");
        };
        return new MaxAge(NumberText.whole(text.substring(0, blank)), counting);
    }

    private static List<Range> ranges(String text, Unit unit) {
        String[] words = text.split(" ", -1);
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < words.length; i += 2) {
            int dots = i + 1 < words.length ? words[i + 1].indexOf("..") : -1;
            if (dots < 0) {
                throw new IllegalArgumentException(
                        "range \"" + text + "\" must be dates followed by values like 0..25");
            }
            try {
                LocalDate from = DateStyle.ISO.parse(words[i]);
                if (!ranges.isEmpty()
                        && !from.isAfter(ranges.get(ranges.size() - 1).from())) {
                    throw new IllegalArgumentException("its dates must ascend");
                }
                ranges.add(new Range(
                        from,
                        unit.parse(words[i + 1].substring(0, dots)),
                        unit.parse(words[i + 1].substring(dots + 2))));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new IllegalArgumentException("range \"" + text + "\" cannot be read: " + e.getMessage(), e);
            }
        }
        return ranges;
    }
}
