package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.EffectiveRule;
import io.github.macroregime.rates.meeting.Meeting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Every day of fed funds futures there is: 2005 to 2009, 2017 to 2023 and July 2025 to August 2026. */
class StripSweepRealData {

    private static final OvernightIndex EFFR = OvernightIndex.effr();
    private static final String MONTH_CODES = "FGHJKMNQUVXZ";
    private static final Rate QUARTER = Rate.ofBasisPoints(25);

    /** A meeting and the day from which it could be known. */
    private record Known(Meeting meeting, LocalDate since) {}

    private static Path beside(String name) {
        return RealFiles.folder().resolveSibling("data2").resolve(name);
    }

    private static List<Known> meetings() {
        List<Known> meetings = new ArrayList<>();
        for (CsvRow row :
                CsvTable.read(beside("calendars/fomc_decisions_1994_2027.csv")).rows()) {
            if (row.text("type").equals("scheduled") || row.text("type").equals("unscheduled")) {
                LocalDate decision = row.date("decision_date");
                LocalDate since = row.text("type").equals("scheduled") ? LocalDate.MIN : decision;
                meetings.add(
                        new Known(Meeting.of(decision, EffectiveRule.NEXT_BUSINESS_DAY, EFFR.fixingDays()), since));
            }
        }
        return meetings;
    }

    private static PublishedFixings fixings() {
        Map<LocalDate, Double> rates = new TreeMap<>();
        for (CsvRow row : CsvTable.read(beside("policy_rates/EFFR_to_2026.csv")).rows()) {
            if (row.date("Date").isAfter(LocalDate.of(2005, 1, 1))
                    && EFFR.fixingDays().isOpen(row.date("Date"))) {
                rates.put(row.date("Date"), row.rate("Value", Unit.PERCENT).percent());
            }
        }
        return new PublishedFixings(EFFR, TimeSeries.ofQuoted(rates, Unit.PERCENT));
    }

    private static NavigableMap<LocalDate, NavigableMap<YearMonth, Double>> strips() throws IOException {
        NavigableMap<LocalDate, NavigableMap<YearMonth, Double>> strips = new TreeMap<>();
        for (CsvRow row : CsvTable.read(RealFiles.path("policy_path/zq_contracts_exp2007-2009_2019-2025.csv"))
                .rows()) {
            String symbol = row.text("Symbol");
            YearMonth month = YearMonth.of(
                    2000 + Integer.parseInt(symbol.substring(3)), MONTH_CODES.indexOf(symbol.charAt(2)) + 1);
            strips.computeIfAbsent(row.date("Date"), day -> new TreeMap<>())
                    .put(month, row.number("Close", Unit.PRICE));
        }
        JsonNode later = new ObjectMapper()
                .readTree(RealFiles.path("policy_path/zq_path_daily_2025-07-30_2026-08-06.json")
                        .toFile());
        for (JsonNode day : later.get("values")) {
            for (JsonNode one : day.get(1)) {
                strips.computeIfAbsent(LocalDate.parse(day.get(0).asText()), each -> new TreeMap<>())
                        .put(
                                YearMonth.parse(one.get("month").asText()),
                                one.get("price").asDouble());
            }
        }
        return strips;
    }

    @Test
    void everyStripHasAPath(TestReporter reporter) throws IOException {
        List<Known> meetings = meetings();
        PublishedFixings fixings = fixings();
        var strips = strips();
        int quotes = 0;
        strips.forEach((day, strip) -> sweep(day, strip, meetings, fixings));
        for (var strip : strips.values()) {
            quotes += strip.size();
        }
        reporter.publishEntry("strips", strips.size() + " days, " + quotes + " prices");
        assertThat(strips).hasSize(2787);
    }

    private static void sweep(
            LocalDate day, NavigableMap<YearMonth, Double> strip, List<Known> meetings, PublishedFixings fixings) {
        LocalDate end = strip.lastKey().plusMonths(1).atDay(1);
        List<Meeting> ahead = meetings.stream()
                .filter(each -> !each.since().isAfter(day))
                .map(Known::meeting)
                .filter(each ->
                        !each.effective().isBefore(day) && each.effective().isBefore(end))
                .toList();
        PathFrame frame = PathFrame.of(day, EFFR, ahead).withFixings(fixings);
        List<Quote> quotes = new ArrayList<>();
        TimeSeries known = fixings.publishedBy(day);
        quotes.add(Quote.current(EFFR, Rate.ofDecimal(known.value(known.size() - 1))));
        strip.forEach((month, price) -> quotes.add(Quote.ofPrice(AverageFuture.zq(month), price)));
        Calibration calibration = PathCalibrator.compile(frame, quotes).calibrate();
        assertThat(calibration).as("%s", day).isInstanceOf(CalibratedPath.class);
        CalibratedPath found = calibration.orElseThrow();
        for (int j = 0; j <= ahead.size(); j++) {
            assertThat(found.completed().rates().get(j))
                    .as("%s, period %s", day, j)
                    .isBetween(-0.02, 0.09);
        }
        for (int j = 1; j <= ahead.size(); j++) {
            boolean settled = found.path().isIdentified(j - 1) && found.path().isIdentified(j);
            Optional<AdjacentOutcomes> outcomes = found.path().probabilities(ahead.get(j - 1), QUARTER);
            OptionalDouble error = found.probabilityStandardError(ahead.get(j - 1), QUARTER);
            assertThat(outcomes.isPresent()).as("%s", day).isEqualTo(settled);
            assertThat(error.isPresent()).as("%s", day).isEqualTo(settled);
            outcomes.ifPresent(each -> assertThat(each.toString()).as("%s", day).doesNotContain("NaN"));
            error.ifPresent(each -> assertThat(each).as("%s", day).isFinite());
        }
        assertThat(found.toString()).as("%s", day).doesNotContain("NaN");
    }
}
