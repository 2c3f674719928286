package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.CompoundedFuture;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.TenorOis;
import io.github.macroregime.rates.meeting.CentralBank;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingSchedule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Strips of rounded quotes, most of which reach beyond the last meeting, always imply a sane path. */
class TenorStripLaws {

    private static final OvernightIndex SOFR = OvernightIndex.sofr();
    private static final List<String> TENORS =
            List.of("1W", "2W", "1M", "2M", "3M", "6M", "9M", "12M", "18M", "2Y", "3Y", "4Y", "5Y", "7Y", "10Y");
    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 22);
    private static final int STRIPS = Integer.getInteger("macroregime.strips", 10_000);

    /** A strip of rounded quotes on a path that was drawn at random. */
    private record Strip(long seed, PolicyPath path, List<Quote> quotes) {

        private static Strip drawn(long seed) {
            Random random = new Random(seed);
            LocalDate asOf = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2500));
            asOf = SOFR.fixingDays().nextOrSame(asOf);
            PolicyPath path = path(random, asOf);
            double unit = Math.pow(10, 3 + random.nextInt(3));
            List<Quote> quotes = new ArrayList<>();
            quotes.add(Quote.current(SOFR, path.startRate().orElseThrow()));
            for (RateInstrument instrument : instruments(random, asOf)) {
                double rounded =
                        Math.rint(path.parRate(instrument).orElseThrow().percent() * unit) / unit;
                quotes.add(Quote.of(instrument, Rate.ofPercent(rounded)));
            }
            return new Strip(seed, path, quotes);
        }

        private static PolicyPath path(Random random, LocalDate asOf) {
            List<Meeting> meetings = new ArrayList<>();
            List<Rate> steps = new ArrayList<>();
            LocalDate decision = asOf;
            int count = 4 + random.nextInt(21);
            for (int j = 0; j < count; j++) {
                decision = SOFR.fixingDays()
                        .nextOrSame(decision.plusDays(j == 0 ? 1 + random.nextInt(45) : 35 + random.nextInt(25)));
                meetings.add(new Meeting(decision, SOFR.fixingDays().plus(decision, 1)));
                steps.add(Rate.ofBasisPoints(15 * random.nextGaussian()));
            }
            double start = Math.rint(100 * (6 * random.nextDouble() - 0.5)) / 100;
            return PolicyPath.ofSteps(PathFrame.of(asOf, SOFR, meetings), Rate.ofPercent(start), steps);
        }

        private static List<RateInstrument> instruments(Random random, LocalDate asOf) {
            List<RateInstrument> chosen = new ArrayList<>();
            int mix = random.nextInt(4);
            double share = 0.3 + 0.7 * random.nextDouble();
            for (String tenor : TENORS) {
                if (random.nextDouble() < share) {
                    chosen.add(TenorOis.of(SOFR, asOf, tenor));
                }
            }
            YearMonth month = YearMonth.from(asOf).plusMonths(1);
            for (int k = 0; k < random.nextInt(12) && mix % 2 == 1; k++) {
                chosen.add(AverageFuture.sr1(month.plusMonths(k)));
            }
            for (int k = 0; k < random.nextInt(8) && mix >= 2; k++) {
                YearMonth quarter = YearMonth.of(month.getYear(), (month.getMonthValue() + 2) / 3 * 3)
                        .plusMonths(3 * k);
                chosen.add(CompoundedFuture.sr3(quarter));
            }
            return chosen;
        }
    }

    @Test
    void everyStripOfRoundedQuotesImpliesASanePath() {
        for (long seed = 0; seed < STRIPS; seed++) {
            Strip strip = Strip.drawn(seed);
            Calibration found =
                    PathCalibrator.compile(strip.path().frame(), strip.quotes()).calibrate();
            assertThat(found).as("seed " + seed).isInstanceOf(CalibratedPath.class);
            CalibratedPath path = found.orElseThrow();
            assertThat(largest(path.residuals())).as("seed " + seed).isLessThan(0.1e-4);
            for (int j = 0; j < path.jacobian().rows(); j++) {
                assertThat(largest(path.jacobian().row(j))).as("seed " + seed).isLessThan(500);
            }
        }
    }

    private static double largest(Doubles values) {
        return values.stream().map(Math::abs).max().orElse(0);
    }

    @TestFactory
    Stream<DynamicTest> stripsThatDidNotConverge() {
        return CsvTable.parse("tenor_strips.csv", GoldenFile.text("rates/tenor_strips.csv")).rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.text("strip"), () -> converges(row)));
    }

    /** The path of an independent solver: daily compounding, least squares with a weak preference for even steps. */
    private static void converges(CsvRow row) {
        List<Double> expected = numbers(row.text("path_pct"));
        List<Meeting> meetings = MeetingSchedule.shipped(CentralBank.FED)
                .calendar()
                .upcoming(AS_OF)
                .subList(0, expected.size() - 1);
        List<Quote> quotes = new ArrayList<>(List.of(Quote.current(SOFR, Rate.ofPercent(4.33))));
        for (String quote : row.text("quotes").split(";")) {
            String[] parts = quote.strip().split(" ");
            quotes.add(Quote.of(TenorOis.of(SOFR, AS_OF, parts[0]), Rate.ofPercent(Double.parseDouble(parts[1]))));
        }
        CalibratedPath found = PathCalibrator.compile(PathFrame.of(AS_OF, SOFR, meetings), quotes)
                .calibrate()
                .orElseThrow();
        assertThat(largest(found.residuals())).isLessThan(row.number("fit_bp", Unit.BASIS_POINTS));
        double[] path = found.completed().rates().toArray();
        for (int j = 0; j < path.length; j++) {
            assertThat(path[j]).as("period " + j).isCloseTo(expected.get(j) / 100, offset(1e-4));
        }
        assertThat(found.rank()).isEqualTo(quotes.size() - 1);
        assertThat(found.collinearities()).singleElement().satisfies(each -> {
            assertThat(each.quotes())
                    .hasSize(3)
                    .allMatch(quote -> quote.instrument()
                            .end()
                            .isAfter(meetings.get(meetings.size() - 1).effective()));
            assertThat(each.isContradictory()).isFalse();
        });
    }

    @Test
    void theJacobianOfAStripThatLeavesMeetingsOpenIsThatOfItsPath() {
        List<Meeting> meetings = MeetingSchedule.shipped(CentralBank.FED)
                .calendar()
                .upcoming(AS_OF)
                .subList(0, 12);
        List<Quote> quotes = List.of(
                Quote.current(SOFR, Rate.ofPercent(4.33)),
                Quote.of(TenorOis.of(SOFR, AS_OF, "3M"), Rate.ofPercent(4.286)),
                Quote.of(TenorOis.of(SOFR, AS_OF, "6M"), Rate.ofPercent(4.157)),
                Quote.of(TenorOis.of(SOFR, AS_OF, "18M"), Rate.ofPercent(3.70)));
        PathCalibrator calibrator = PathCalibrator.compile(PathFrame.of(AS_OF, SOFR, meetings), quotes);
        CalibratedPath found = calibrator.calibrate().orElseThrow();
        for (int q = 0; q < quotes.size(); q++) {
            double[] up = found.rates().stream().toArray();
            double[] down = up.clone();
            up[q] += 1e-5;
            down[q] -= 1e-5;
            double[] above = calibrator
                    .calibrate(Doubles.copyOf(up))
                    .orElseThrow()
                    .completed()
                    .rates()
                    .toArray();
            double[] below = calibrator
                    .calibrate(Doubles.copyOf(down))
                    .orElseThrow()
                    .completed()
                    .rates()
                    .toArray();
            for (int j = 0; j < above.length; j++) {
                assertThat(found.jacobian().get(j, q)).isCloseTo((above[j] - below[j]) / 2e-5, offset(1e-8));
            }
        }
    }

    private static List<Double> numbers(String text) {
        return Stream.of(text.split(";"))
                .map(String::strip)
                .map(Double::valueOf)
                .toList();
    }

    @Test
    void aTickMoreBetweenSwapsBeyondTheLastMeetingIsNearlyContradictory() {
        List<Meeting> meetings = MeetingSchedule.shipped(CentralBank.FED)
                .calendar()
                .upcoming(AS_OF)
                .subList(0, 6);
        List<Quote> quotes = List.of(
                Quote.current(SOFR, Rate.ofPercent(4.33)),
                Quote.of(TenorOis.of(SOFR, AS_OF, "9M"), Rate.ofPercent(4.04)),
                Quote.of(TenorOis.of(SOFR, AS_OF, "12M"), Rate.ofPercent(3.98)),
                Quote.of(TenorOis.of(SOFR, AS_OF, "18M"), Rate.ofPercent(3.851)));
        CalibratedPath found = PathCalibrator.compile(PathFrame.of(AS_OF, SOFR, meetings), quotes)
                .calibrate()
                .orElseThrow();
        assertThat(found.collinearities()).singleElement().matches(CalibratedPath.Collinearity::isContradictory);
        assertThat(found.warnings()).singleElement().asString().startsWith("nearly contradictory: 1 x OIS");
    }

    @Test
    void equalitiesThatContradictOneAnotherAreRefusedByName() {
        PathFrame frame = PathFrame.of(
                AS_OF, SOFR, MeetingSchedule.shipped(CentralBank.FED).calendar().upcoming(AS_OF));
        List<Quote> quotes =
                List.of(Quote.current(SOFR, Rate.ofPercent(4.33)), Quote.current(SOFR, Rate.ofPercent(4.40)));
        Calibration found = PathCalibrator.compile(frame, quotes).calibrate();
        assertThat(found)
                .isInstanceOfSatisfying(
                        Calibration.Uncalibrated.class,
                        none -> assertThat(none.reason())
                                .isEqualTo(Calibration.Uncalibrated.Reason.CONTRADICTORY_EQUALITIES));
        assertThat(found).asString().contains("7.000 bp apart", "4.33", "4.4");
        List<Quote> twice = List.of(quotes.get(0), quotes.get(0));
        assertThat(PathCalibrator.compile(frame, twice).calibrate()).isInstanceOf(CalibratedPath.class);
    }

    @Test
    void contractsThatAreOverOrHaveBegunWithoutFixingsAreNamed() {
        PathFrame frame = PathFrame.of(
                AS_OF, SOFR, MeetingSchedule.shipped(CentralBank.FED).calendar().upcoming(AS_OF));
        List<Quote> quotes = List.of(
                Quote.current(SOFR, Rate.ofPercent(4.33)),
                Quote.ofPrice(AverageFuture.sr1(YearMonth.of(2025, 6)), 95.69),
                Quote.ofPrice(AverageFuture.sr1(YearMonth.of(2025, 7)), 95.66),
                Quote.ofPrice(AverageFuture.sr1(YearMonth.of(2025, 8)), 95.67));
        assertThat(PathCalibrator.compile(frame, quotes)
                        .calibrate()
                        .orElseThrow()
                        .warnings())
                .anySatisfy(text -> assertThat(text).startsWith("SR1 2025-06 is over"))
                .anySatisfy(text -> assertThat(text).startsWith("SR1 2025-07 lacks 14 fixings"))
                .noneSatisfy(text -> assertThat(text).startsWith("SR1 2025-08"));
    }

    /** Without its fixings the average of June would stand at today's rate and pull it. */
    @Test
    void aContractThatIsOverMovesNothing() {
        PathFrame frame = PathFrame.of(
                AS_OF,
                SOFR,
                MeetingSchedule.shipped(CentralBank.FED)
                        .calendar()
                        .upcoming(AS_OF, 2)
                        .orElseThrow());
        Quote august = Quote.ofPrice(AverageFuture.sr1(YearMonth.of(2025, 8)), 95.67);
        Quote december = Quote.ofPrice(AverageFuture.sr1(YearMonth.of(2025, 12)), 95.97);
        Quote swap = Quote.of(TenorOis.of(SOFR, AS_OF, "6M"), Rate.ofPercent(4.157));
        Quote over = Quote.ofPrice(AverageFuture.sr1(YearMonth.of(2025, 6)), 95.00);
        CalibratedPath without = PathCalibrator.compile(frame, List.of(august, december, swap))
                .calibrate()
                .orElseThrow();
        CalibratedPath with = PathCalibrator.compile(frame, List.of(august, december, swap, over))
                .calibrate()
                .orElseThrow();
        assertThat(with.path().ratesAfter().get(1))
                .isCloseTo(without.path().ratesAfter().get(1), offset(1e-15));
        assertThat(with.path().startRate().orElseThrow().decimal())
                .isCloseTo(without.path().startRate().orElseThrow().decimal(), offset(1e-15));
        assertThat(largest(with.jacobian().column(3))).isLessThan(1e-12);
        assertThat(with.warnings()).containsExactly("SR1 2025-06 is over and not used");
        // Its last fixing is out on Tuesday the 1st; on Monday the 30th June still counts.
        assertThat(over.instrument().isOver(LocalDate.of(2025, 6, 30))).isFalse();
        assertThat(over.instrument().isOver(LocalDate.of(2025, 7, 1))).isTrue();
        assertThat(AverageFuture.sr1(YearMonth.of(2025, 8)).isOver(LocalDate.of(2025, 9, 1)))
                .as("Labor Day, the fixing of Friday is not out")
                .isFalse();
        assertThat(PathCalibrator.compile(frame, List.of(over)).calibrate())
                .hasToString("NOTHING_IDENTIFIED: every day of every quote is past or fixed already");
    }

    @Test
    void aRateTakenForAPriceIsRefused() {
        assertThatThrownBy(() -> Quote.ofPrice(AverageFuture.zq(YearMonth.of(2025, 9)), 4.33))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("price of ZQ 2025-09 must lie from 50 to 150 but was 4.33, a rate of 95.67 %");
    }
}
