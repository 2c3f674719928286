package io.github.macroregime.rates.path;

import static io.github.macroregime.fixture.GoldenFile.date;
import static io.github.macroregime.fixture.GoldenFile.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.rates.GoldenCases;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.TenorOis;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathFrame.Interpolation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Curves bootstrapped by QuantLib with log-linear discount factors; its pillars stand in for meetings. Tolerance: 1e-12
 * on discount factors as the file recommends; rateslib's printed factors have six digits.
 */
class LogLinearCurvesGolden {

    private static final String FILE = "quantlib_oracle_published_inputs.json";

    private static PolicyPath path(JsonNode one, OvernightIndex index, List<LocalDate> pillars, List<Quote> quotes) {
        List<Meeting> nodes = pillars.stream()
                .map(pillar -> new Meeting(pillar.minusDays(1), pillar))
                .toList();
        PathFrame frame =
                PathFrame.of(date(one.get("as_of")), index, nodes).withInterpolation(Interpolation.LOG_LINEAR_DISCOUNT);
        return PathCalibrator.compile(frame, quotes).calibrate().orElseThrow().path();
    }

    private static void discountFactors(JsonNode one, PolicyPath path, LocalDate until) {
        Deviation factors = Deviation.absolute("(discount factor)");
        for (JsonNode row : one.get("outputs")) {
            if (!date(row.get("date")).isAfter(until)) {
                factors.compare(
                        one.get("name").asText() + " " + row.get("date"),
                        path.discountFactor(date(row.get("date"))).getAsDouble(),
                        number(row.get("discount")));
            }
        }
        factors.isAtMost(1e-12);
    }

    private static Rate percent(JsonNode row) {
        return Rate.ofPercent(number(row.get("rate_pct")));
    }

    @Test
    void sofrTenors() {
        JsonNode one = GoldenCases.named(FILE, "usd_sofr_tenors_2023_08_17");
        OvernightIndex index = OvernightIndex.sofr();
        List<Quote> quotes = new ArrayList<>();
        List<LocalDate> maturities = new ArrayList<>();
        for (JsonNode row : one.get("quotes")) {
            quotes.add(Quote.of(
                    TenorOis.of(index, date(one.get("as_of")), row.get("term").asText()), percent(row)));
            maturities.add(date(row.get("maturity")));
        }
        PolicyPath path = path(one, index, maturities.subList(0, maturities.size() - 1), quotes);
        discountFactors(one, path, LocalDate.MAX);
        Deviation printed = Deviation.absolute("(discount factor)");
        one.get("rateslib_published_df")
                .properties()
                .forEach(e -> printed.compare(
                        e.getKey(),
                        path.discountFactor(LocalDate.parse(e.getKey())).getAsDouble(),
                        number(e.getValue())));
        printed.isAtMost(5e-7);
    }

    @Test
    void eoniaAroundMeetingsOfTheEcb() {
        JsonNode one = GoldenCases.named(FILE, "eonia_ecb_dated_2012_12_11");
        BusinessDays target = BusinessDays.target();
        OvernightIndex index = new OvernightIndex("EONIA", target, 360, 2, 0);
        LocalDate asOf = date(one.get("as_of"));
        List<Quote> quotes = new ArrayList<>();
        for (JsonNode row : one.get("deposits")) {
            LocalDate start = target.plus(asOf, row.get("fixing_days").asInt());
            quotes.add(Quote.of(new DatedOis(index, start, target.next(start)), percent(row)));
        }
        for (JsonNode row : one.get("tenor_ois")) {
            quotes.add(Quote.of(TenorOis.of(index, asOf, row.get("term").asText()), percent(row)));
        }
        for (JsonNode row : one.get("dated_ois")) {
            quotes.add(Quote.of(new DatedOis(index, date(row.get("start")), date(row.get("end"))), percent(row)));
        }
        List<LocalDate> pillars = GoldenFile.dates(one.get("pillars"));
        PolicyPath path = path(one, index, pillars.subList(1, pillars.size() - 1), quotes);
        discountFactors(one, path, LocalDate.MAX);
    }

    @Test
    void fedFundsBetweenEffectiveDates() {
        JsonNode one = GoldenCases.named(FILE, "usd_ff_fomc_dated_2025_04_16_effective_day_boundaries");
        OvernightIndex index = OvernightIndex.effr();
        List<Quote> quotes = new ArrayList<>();
        List<LocalDate> starts = new ArrayList<>();
        for (JsonNode row : one.get("dated_ois")) {
            quotes.add(Quote.of(new DatedOis(index, date(row.get("start")), date(row.get("end"))), percent(row)));
            starts.add(date(row.get("start")));
        }
        PolicyPath path = path(one, index, starts.subList(1, starts.size()), quotes);
        discountFactors(one, path, LocalDate.MAX);
    }
}
