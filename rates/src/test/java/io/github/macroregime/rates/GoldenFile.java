package io.github.macroregime.rates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathFrame;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** A golden file of the rates, and what its cases have in common. */
public final class GoldenFile {

    private GoldenFile() {}

    public static JsonNode read(String name) {
        try (InputStream in = GoldenFile.class.getResourceAsStream("/golden/rates/" + name)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    public static List<JsonNode> cases(String name) {
        return list(read(name).get("cases"));
    }

    public static JsonNode named(String file, String name) {
        return cases(file).stream()
                .filter(one -> one.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public static double number(JsonNode text) {
        return new BigDecimal(text.asText()).doubleValue();
    }

    public static LocalDate date(JsonNode text) {
        return LocalDate.parse(text.asText());
    }

    public static List<LocalDate> dates(JsonNode array) {
        return list(array).stream().map(GoldenFile::date).toList();
    }

    /** Business days as a case lists them: weekends and the holidays given. */
    public static BusinessDays days(JsonNode holidays) {
        return BusinessDays.of(
                "golden",
                LocalDate.of(1950, 1, 1),
                LocalDate.of(2099, 12, 31),
                EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                dates(holidays));
    }

    public static OvernightIndex index(JsonNode oneCase) {
        return OvernightIndex.sofr().withFixingDays(days(oneCase.get("holidays")));
    }

    /** Meetings by their effective dates; where a case lists no decisions the day before stands in. */
    public static List<Meeting> meetings(JsonNode effective) {
        List<Meeting> meetings = new ArrayList<>();
        for (LocalDate date : dates(effective)) {
            meetings.add(new Meeting(date.minusDays(1), date));
        }
        return meetings;
    }

    public static PublishedFixings fixings(OvernightIndex index, JsonNode percentByDate) {
        Map<LocalDate, Double> rates = new TreeMap<>();
        percentByDate.properties().forEach(e -> rates.put(LocalDate.parse(e.getKey()), number(e.getValue())));
        return new PublishedFixings(index, TimeSeries.ofQuoted(rates, Unit.PERCENT));
    }

    public static PathFrame frame(JsonNode oneCase, String fixings) {
        OvernightIndex index = index(oneCase);
        return PathFrame.of(date(oneCase.get("as_of")), index, meetings(oneCase.get("effective_dates")))
                .withFixings(fixings(index, oneCase.get(fixings)));
    }
}
