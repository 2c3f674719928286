package io.github.macroregime.rates.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.BrierScore;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.rates.history.PathHistory.Decision;
import io.github.macroregime.rates.history.PathHistory.Direction;
import io.github.macroregime.rates.history.PathHistory.Premium;
import io.github.macroregime.rates.history.PathHistory.Surprise;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathCalibrator;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Fed funds futures of 2007 to 2009 and 2019 to September 2023 against the decisions.
 *
 * <p>The expected numbers are from numpy 2: the same closes fitted by {@code numpy.linalg.lstsq} on an own calendar of
 * Federal Reserve holidays, bins by {@code numpy.digitize}, sums written out. A path starts from the last fixing, takes
 * the contracts from its own month on without a gap, four at least and thirteen at most, that were traded or held, and the
 * meetings effective by the first day of the last month.
 */
class PathHistoryRealData {

    private static final OvernightIndex EFFR = OvernightIndex.effr();
    private static final LocalDate SUNDAY = LocalDate.of(2020, 3, 15);
    private static final Rate QUARTER = Rate.ofBasisPoints(25);
    private static PathHistory history;

    /** A meeting of the file with the day from which it was known. */
    private record Known(Meeting meeting, LocalDate since, String type, Optional<Rate> change) {

        private boolean on(LocalDate asOf) {
            return !meeting.effective().isBefore(asOf)
                    && !since.isAfter(asOf)
                    && (!type.equals("cancelled") || asOf.isBefore(SUNDAY));
        }
    }

    @BeforeAll
    static void read() {
        List<Known> meetings = meetings();
        Map<LocalDate, Double> rates = new TreeMap<>();
        for (CsvRow row : CsvTable.read(RealFiles.path("rates/DFF.csv")).rows()) {
            if (EFFR.fixingDays().covers(row.date("Date")) && EFFR.fixingDays().isOpen(row.date("Date"))) {
                rates.put(row.date("Date"), row.rate("Value", Unit.PERCENT).percent());
            }
        }
        PublishedFixings fixings = new PublishedFixings(EFFR, TimeSeries.ofQuoted(rates, Unit.PERCENT));
        List<PolicyPath> paths = new ArrayList<>();
        strips().forEach((day, strip) -> path(day, strip, meetings, fixings).ifPresent(paths::add));
        List<Decision> decisions = meetings.stream()
                .filter(each -> each.change().isPresent())
                .map(each -> new Decision(each.meeting(), each.change().get()))
                .filter(each -> each.meeting().decision().isAfter(LocalDate.of(2006, 1, 1)))
                .toList();
        history = new PathHistory(paths, decisions);
    }

    private static List<Known> meetings() {
        List<Known> meetings = new ArrayList<>();
        for (CsvRow row : CsvTable.read(RealFiles.path("../data2/calendars/fomc_decisions_1994_2027.csv"))
                .rows()) {
            LocalDate decision = row.date("decision_date");
            String type = row.text("type");
            if (Stream.of("scheduled", "unscheduled", "cancelled").anyMatch(type::equals)
                    && decision.isAfter(LocalDate.of(2006, 1, 1))) {
                LocalDate usual =
                        decision.getYear() < 2009 ? decision : EFFR.fixingDays().next(decision);
                Optional<Rate> change = row.optionalRate("target_upper_after", Unit.PERCENT)
                        .filter(after -> !type.equals("cancelled"))
                        .map(after -> after.minus(row.rate("target_upper_before", Unit.PERCENT)));
                LocalDate effective =
                        row.optionalText("effective_date").map(LocalDate::parse).orElse(usual);
                LocalDate since = row.optionalText("first_known_date")
                        .map(LocalDate::parse)
                        .orElse(LocalDate.MIN);
                meetings.add(new Known(new Meeting(decision, effective), since, type, change));
            }
        }
        return meetings;
    }

    private static Map<LocalDate, Map<YearMonth, Double>> strips() {
        Map<LocalDate, Map<YearMonth, Double>> strips = new TreeMap<>();
        for (CsvRow row : CsvTable.read(RealFiles.path("policy_path/zq_contracts_exp2007-2009_2019-2025.csv"))
                .rows()) {
            if (row.number("OpenInterest", Unit.COUNT) > 0 || row.number("Volume", Unit.COUNT) > 0) {
                String symbol = row.text("Symbol");
                YearMonth month = YearMonth.of(
                        2000 + Integer.parseInt(symbol.substring(3)), "FGHJKMNQUVXZ".indexOf(symbol.charAt(2)) + 1);
                strips.computeIfAbsent(row.date("Date"), day -> new TreeMap<>())
                        .put(month, row.number("Close", Unit.PRICE));
            }
        }
        return strips;
    }

    private static Optional<PolicyPath> path(
            LocalDate day, Map<YearMonth, Double> strip, List<Known> known, PublishedFixings fixings) {
        List<YearMonth> months = Stream.iterate(YearMonth.from(day), month -> month.plusMonths(1))
                .takeWhile(strip::containsKey)
                .limit(13)
                .toList();
        if (months.size() < 4 || !EFFR.fixingDays().isOpen(day)) {
            return Optional.empty();
        }
        List<Meeting> meetings = known.stream()
                .filter(each -> each.on(day))
                .map(Known::meeting)
                .filter(meeting -> !meeting.effective()
                        .isAfter(months.get(months.size() - 1).atDay(1)))
                .toList();
        double last = fixings.rates()
                .on(EFFR.fixingDays().previousOrSame(day.minusDays(1)))
                .orElseThrow();
        List<Quote> quotes = Stream.concat(
                        Stream.of(Quote.current(EFFR, Rate.ofDecimal(last))),
                        months.stream().map(month -> Quote.ofPrice(AverageFuture.zq(month), strip.get(month))))
                .toList();
        PathFrame frame = PathFrame.of(day, EFFR, meetings).withFixings(fixings);
        return Optional.of(
                PathCalibrator.compile(frame, quotes).calibrate().orElseThrow().path());
    }

    @Test
    void surprisesOfSixtyFourDecisions() {
        assertThat(history.paths()).hasSize(1835);
        List<Surprise> surprises = history.surprises();
        assertThat(surprises).hasSize(64);
        assertThat(surprises.stream().filter(surprise -> !surprise.scheduled()))
                .extracting(surprise -> surprise.decision().meeting().decision().toString())
                .containsExactly("2008-01-22", "2008-10-08", "2020-03-03", "2020-03-15");
        double[] scheduled = surprises.stream()
                .filter(Surprise::scheduled)
                .mapToDouble(surprise -> surprise.surprise().basisPoints())
                .toArray();
        assertThat(IntStream.range(0, 60).mapToDouble(i -> scheduled[i]).sum() / 60)
                .isCloseTo(-1.731405906157459, offset(1e-9));
        assertThat(IntStream.range(0, 60)
                                .mapToDouble(i -> Math.abs(scheduled[i]))
                                .sum()
                        / 60)
                .isCloseTo(5.371539198495459, offset(1e-9));
        assertThat(surprises)
                .allMatch(surprise ->
                        surprise.asOf().isBefore(surprise.decision().meeting().decision()));
        assertThat(history).asString().contains("2022-06-15      +75.00      +73.10       +1.90  2022-06-14");
    }

    @Test
    void calibrationOfCutsHoldsAndHikes() {
        assertScore(
                history.calibration(Direction.CUT, QUARTER, 1, 10),
                60,
                0.04709076330751776,
                0.004456175136979701,
                0.10749194847020932,
                0.0004043144185251886,
                46,
                3,
                1,
                1,
                9);
        assertScore(
                history.calibration(Direction.HOLD, QUARTER, 1, 10),
                60,
                0.03649427622810828,
                0.005822851022608952,
                0.20166666666666663,
                0.00011586964994377393,
                18,
                2,
                1,
                1,
                1,
                9,
                28);
        assertScore(
                history.calibration(Direction.HIKE, QUARTER, 1, 10),
                60,
                0.010623824142460514,
                0.009952113467565964,
                0.14972222222222223,
                0.0006717106748945508,
                42,
                6,
                1,
                1,
                1,
                9);
        assertScore(
                history.calibration(Direction.CUT, QUARTER, 3, 10),
                58,
                0.09539255508665388,
                0.022029535681785582,
                0.07835667952398905,
                -0.001966389061630148,
                41,
                5,
                1,
                3,
                2,
                4,
                1,
                1);
    }

    private static void assertScore(
            BrierScore score, int n, double value, double reliability, double resolution, double rest, int... bins) {
        assertThat(score.observations()).isEqualTo(n);
        assertThat(score.score()).isCloseTo(value, offset(1e-11));
        assertThat(score.reliability()).isCloseTo(reliability, offset(1e-11));
        assertThat(score.resolution()).isCloseTo(resolution, offset(1e-11));
        assertThat(score.withinBins()).isCloseTo(rest, offset(1e-11));
        assertThat(score.bins().stream().mapToInt(BrierScore.Bin::observations))
                .containsExactly(IntStream.of(bins).boxed().toArray(Integer[]::new));
    }

    @Test
    void averageMissByHorizon() {
        assertPremium(1, 2.442622950819672, 61, 49.41661106619625, 1.783990204078382, 2.0357892401648474);
        assertPremium(2, 47.61666666666667, 60, 43.21059593401504, 9.944176709095865, 4.9471618843378335);
        assertPremium(4, 139.01724137931035, 58, 19.822630606028326, 21.685676428791915, 16.02839195161755);
        assertPremium(8, 321.5, 52, 7.345435616515286, 24.09385369281972, 60.39329206656099);
        assertThat(history.termPremium(4).at(139.01724137931035 / (365.25 / 12)).basisPoints())
                .isCloseTo(21.685676428791915, offset(1e-8));
    }

    private static void assertPremium(
            int meetings, double days, int n, double effective, double mean, double standardError) {
        Premium premium = history.premium(meetings);
        assertThat(premium.observations()).isEqualTo(n);
        assertThat(premium.daysAhead()).isCloseTo(days, offset(1e-12));
        assertThat(premium.effectiveObservations()).isCloseTo(effective, offset(1e-7));
        assertThat(premium.mean().basisPoints()).isCloseTo(mean, offset(1e-8));
        assertThat(premium.standardError().basisPoints()).isCloseTo(standardError, offset(1e-7));
    }

    /** A history that ends on a day knows nothing of it later: the same surprises, cut off. */
    @Test
    void laterPathsAndDecisionsChangeNoEarlierSurprise() {
        LocalDate cut = LocalDate.of(2019, 12, 31);
        PathHistory earlier = new PathHistory(
                history.paths().stream()
                        .filter(path -> path.asOf().isBefore(cut))
                        .toList(),
                history.decisions().stream()
                        .filter(decision -> decision.meeting().decision().isBefore(cut))
                        .toList());
        assertThat(earlier.surprises())
                .isEqualTo(history.surprises().subList(0, earlier.surprises().size()));
    }
}
