package io.github.macroregime.rates;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathFrame;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the cases of the golden files of rates have in common. */
public final class GoldenCases {

    private GoldenCases() {}

    public static List<JsonNode> cases(String name) {
        return GoldenFile.list(GoldenFile.json("rates/" + name).get("cases"));
    }

    public static JsonNode named(String file, String name) {
        return cases(file).stream()
                .filter(one -> one.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Business days as a case lists them: weekends and the holidays given. */
    public static BusinessDays days(JsonNode holidays) {
        return BusinessDays.of(
                "golden",
                LocalDate.of(1950, 1, 1),
                LocalDate.of(2099, 12, 31),
                EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                GoldenFile.dates(holidays));
    }

    public static OvernightIndex index(JsonNode oneCase) {
        return OvernightIndex.sofr().withFixingDays(days(oneCase.get("holidays")));
    }

    /** Meetings by their effective dates; where a case lists no decisions the day before stands in. */
    public static List<Meeting> meetings(JsonNode effective) {
        List<Meeting> meetings = new ArrayList<>();
        for (LocalDate date : GoldenFile.dates(effective)) {
            meetings.add(new Meeting(date.minusDays(1), date));
        }
        return meetings;
    }

    public static PublishedFixings fixings(OvernightIndex index, JsonNode percentByDate) {
        Map<LocalDate, Double> rates = new TreeMap<>();
        percentByDate
                .properties()
                .forEach(e -> rates.put(LocalDate.parse(e.getKey()), GoldenFile.number(e.getValue())));
        return new PublishedFixings(index, TimeSeries.ofQuoted(rates, Unit.PERCENT));
    }

    public static PathFrame frame(JsonNode oneCase, String fixings) {
        OvernightIndex index = index(oneCase);
        return PathFrame.of(GoldenFile.date(oneCase.get("as_of")), index, meetings(oneCase.get("effective_dates")))
                .withFixings(fixings(index, oneCase.get(fixings)));
    }
}
