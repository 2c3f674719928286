package io.github.macroregime.rates.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathCalibrator;
import io.github.macroregime.rates.path.PathFrame;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * July 2026, when hikes were priced, held and priced out: closes of fed funds futures from an overnight rate of 3.63 %.
 *
 * <p>The expected numbers are from numpy 2: the closes up to the first gap, thirteen at most, fitted by {@code
 * numpy.linalg.lstsq}, each step split over the two moves of 25 bp beside it.
 */
class RepricingRealData {

    private static final String CLOSES = "policy_path/zq_path_daily_2025-07-30_2026-08-06.json";
    private static final List<Meeting> MEETINGS = Stream.of(
                    "2026-07-29",
                    "2026-09-16",
                    "2026-10-28",
                    "2026-12-09",
                    "2027-01-27",
                    "2027-03-17",
                    "2027-04-28",
                    "2027-06-09",
                    "2027-07-28")
            .map(LocalDate::parse)
            .map(day -> new Meeting(day, day.plusDays(1)))
            .toList();
    private static final Rate CUT = Rate.ofBasisPoints(-25);
    private static final Rate HIKE = Rate.ofBasisPoints(25);

    private static CalibratedPath path(String day) throws IOException {
        LocalDate asOf = LocalDate.parse(day);
        Map<YearMonth, Double> closes = new TreeMap<>();
        for (JsonNode entry :
                new ObjectMapper().readTree(RealFiles.path(CLOSES).toFile()).get("values")) {
            if (entry.get(0).asText().equals(day)) {
                entry.get(1)
                        .forEach(contract -> closes.put(
                                YearMonth.parse(contract.get("month").asText()),
                                contract.get("price").asDouble()));
            }
        }
        List<YearMonth> months = Stream.iterate(YearMonth.from(asOf), month -> month.plusMonths(1))
                .takeWhile(closes::containsKey)
                .limit(13)
                .toList();
        List<Quote> quotes = Stream.concat(
                        Stream.of(Quote.current(OvernightIndex.effr(), Rate.ofPercent(3.63))),
                        months.stream().map(month -> Quote.ofPrice(AverageFuture.zq(month), closes.get(month))))
                .toList();
        List<Meeting> meetings = MEETINGS.stream()
                .filter(meeting -> !meeting.effective().isBefore(asOf)
                        && !meeting.effective()
                                .isAfter(months.get(months.size() - 1).atDay(1)))
                .toList();
        return PathCalibrator.compile(PathFrame.of(asOf, OvernightIndex.effr(), meetings), quotes)
                .calibrate()
                .orElseThrow();
    }

    @Test
    void aPathThatRoseFromTheFourteenthToTheTwentyThird() throws IOException {
        PathRepricing repricing = new PathRepricing(path("2026-07-14"), path("2026-07-23"));
        double[] changes = {
            4.962679646062096,
            10.661160861032526,
            13.511309655885562,
            14.87917191584196,
            15.928936613123446,
            16.36561210451397,
            17.46586271744235,
            18.41085156331328
        };
        double[] hikes = {
            0.1985071858,
            0.2279392486,
            0.1140059518,
            0.0547144904,
            0.0419905879,
            0.0174670197,
            0.0440100245,
            0.0214663675
        };
        assertThat(repricing.rows()).hasSize(8);
        for (int j = 0; j < 8; j++) {
            PathRepricing.Row row = repricing.rows().get(j);
            assertThat(row.change().basisPoints()).isCloseTo(changes[j], offset(1e-9));
            assertThat(row.probabilityChange(HIKE)).isCloseTo(hikes[j], offset(1e-9));
            assertThat(row.probabilityChange(CUT)).isCloseTo(j == 7 ? -0.0163331863 : 0, offset(1e-9));
            assertThat(row.probabilityChange(HIKE) + row.probabilityChange(Rate.ZERO) + row.probabilityChange(CUT))
                    .isCloseTo(0, offset(1e-12));
        }
        assertThat(repricing.passed()).isEmpty();
        assertThat(repricing).asString().contains("hold -19.9 %, +25 bp +19.9 %", "-25 bp -1.6 %, hold -0.5 %");
        assertThat(repricing.probabilityAttribution()).hasSize(17).allSatisfy(why -> {
            PathRepricing.Row row = repricing.rows().stream()
                    .filter(each -> each.decision().equals(why.decision()))
                    .findFirst()
                    .orElseThrow();
            assertThat(why.whole()).isCloseTo(row.probabilityChange(why.move()), offset(1e-12));
        });
    }

    /** The decision of 29 July, at which 7.6 bp of a hike had been priced, left the rate alone. */
    @Test
    void theMeetingOfJulyHasPassedAndDeliveredAHold() throws IOException {
        PathRepricing repricing = new PathRepricing(path("2026-07-28"), path("2026-08-04"));
        assertThat(repricing.passed()).singleElement().satisfies(passed -> {
            assertThat(passed.decision()).isEqualTo(LocalDate.of(2026, 7, 29));
            assertThat(passed.implied().basisPoints()).isCloseTo(7.622089014471944, offset(1e-9));
            assertThat(passed.probabilities().probability(HIKE)).isCloseTo(0.30488356057887776, offset(1e-9));
            assertThat(passed.delivered()).contains(Rate.ZERO);
            assertThat(passed).asString().contains("implied +7.62 bp (0 bp 69.5 %, +25 bp 30.5 %), delivered +0.00 bp");
        });
        assertThat(repricing.rows()).hasSize(7);
        assertThat(repricing.rows().get(0).change().basisPoints()).isCloseTo(-9.236666131036486, offset(1e-9));
        assertThat(repricing.rows().get(0).probabilityChange(HIKE)).isCloseTo(-0.0645830847, offset(1e-9));
        assertThat(repricing.rows().get(6).probabilityChange(CUT)).isCloseTo(-0.0161725483, offset(1e-9));
    }
}
