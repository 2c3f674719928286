package io.github.macroregime.rates.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every move of a policy rate and of an overnight fixing against the meeting that takes effect on its day. */
class MeetingScheduleRealData {

    private static NavigableMap<LocalDate, Double> series(String file, String dates, String date, String value) {
        DateTimeFormatter style = DateTimeFormatter.ofPattern(dates, Locale.ENGLISH);
        NavigableMap<LocalDate, Double> series = new TreeMap<>();
        for (CsvRow row :
                CsvTable.read(RealFiles.path(file)).requiring(date, value).rows()) {
            if (row.optionalText(value).isPresent()) {
                LocalDate day = LocalDate.parse(row.text(date), style);
                series.put(day.getYear() > 2050 ? day.minusYears(100) : day, row.number(value, Unit.PERCENT) * 100);
            }
        }
        return series;
    }

    /** The days on which a series moved by so many percentage points or more, since a day. */
    private static List<LocalDate> moves(NavigableMap<LocalDate, Double> series, LocalDate since, double least) {
        List<LocalDate> moves = new ArrayList<>();
        for (LocalDate day : series.tailMap(since, true).keySet()) {
            Map.Entry<LocalDate, Double> before = series.lowerEntry(day);
            if (before != null && Math.abs(series.get(day) - before.getValue()) >= least) {
                moves.add(day);
            }
        }
        return moves;
    }

    private static List<LocalDate> effective(CentralBank bank) {
        return MeetingSchedule.shipped(bank).calendar().meetings().stream()
                .map(Meeting::effective)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "ECB, ECBDFR.csv, yyyy-MM-dd, observation_date, ECBDFR, 59",
        "BOE, BoE_bank_rate_changes.csv, d-MMM-yy, Date Changed, Rate, 70",
        "RBA, AU_POLICY.csv, yyyyMMdd, DATE, CLOSE, 19",
        "SNB, CH_POLICY.csv, yyyyMMdd, DATE, CLOSE, 11",
        "RBNZ, NZD_OCR.csv, yyyyMMdd, DATE, CLOSE, 22",
        "BOJ, JP_POLICY.csv, yyyyMMdd, DATE, CLOSE, 5",
    })
    void everyMoveOfThePolicyRateHasItsMeeting(
            CentralBank bank, String file, String style, String date, String value, int count) {
        NavigableMap<LocalDate, Double> series = series("../data2/policy_rates/" + file, style, date, value);
        List<LocalDate> known = effective(bank);
        List<LocalDate> moves = moves(series, known.get(0), 1e-9);
        assertThat(known).containsAll(moves);
        assertThat(moves).hasSize(count);
    }

    /**
     * Fixings wander by some basis points; a step of a quarter or more that lasts is a decision. SWESTR falls for a day at
     * the ends of years, CORRA wandered by more than that in March 2020 between two decisions.
     */
    @ParameterizedTest
    @CsvSource({
        "BOC, CORRA_1997_2023.csv, dd-MM-yyyy, reference_date, rate, 0.19",
        "BOC, CORRA.csv, yyyyMMdd, DATE, CLOSE, 0.19",
        "RBA, AONIA_2011_2024.csv, dd-MM-yyyy, reference_date, rate, 0.19",
        "RBA, AONIA.csv, yyyyMMdd, DATE, CLOSE, 0.19",
        "BOJ, TONA_2015_2024.csv, dd-MM-yyyy, reference_date, rate, 0.07",
        "BOE, SONIA_2013_2023.csv, dd-MM-yyyy, reference_date, rate, 0.19",
        "ECB, ESTR_2019_2023.csv, dd-MM-yyyy, reference_date, rate, 0.19",
        "RIKSBANK, SWESTR_2021_2023.csv, dd-MM-yyyy, reference_date, rate, 0.19",
        "NORGES_BANK, NOWA_2020_2023.csv, dd-MM-yyyy, reference_date, rate, 0.19",
    })
    void everyStepOfAFixingHasItsMeeting(
            CentralBank bank, String file, String style, String date, String value, double least) {
        NavigableMap<LocalDate, Double> series = series("../data2/policy_rates/" + file, style, date, value);
        List<LocalDate> known = effective(bank);
        LocalDate last = known.get(known.size() - 1);
        List<LocalDate> steps = moves(series, known.get(0), least).stream()
                .filter(day -> !day.isAfter(last) && lasts(series, day, 0.8 * least))
                .toList();
        assertThat(known).containsAll(steps);
        assertThat(steps).isNotEmpty();
    }

    /** Whether the level of the five fixings from a day on differs as much from that of the five before. */
    private static boolean lasts(NavigableMap<LocalDate, Double> series, LocalDate day, double least) {
        double before = median(series.headMap(day, false).descendingMap().values().stream()
                .limit(5)
                .toList());
        double after =
                median(series.tailMap(day, true).values().stream().limit(5).toList());
        return Math.abs(after - before) > least;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** The target of FRED is dated the day of the decision to 2008 and twice after it. */
    @Test
    void everyMoveOfTheFederalFundsTargetHasItsMeeting() {
        List<Meeting> fomc = MeetingSchedule.shipped(CentralBank.FED).calendar().meetings();
        List<LocalDate> moves = moves(
                series("rates/DFEDTAR.csv", "yyyy-MM-dd", "observation_date", "DFEDTAR"),
                LocalDate.of(1994, 1, 1),
                1e-9);
        assertThat(moves).hasSizeGreaterThan(50);
        assertThat(fomc.stream().map(Meeting::effective)).containsAll(moves);
        List<LocalDate> ranges = moves(
                series("rates/DFEDTARU.csv", "yyyy-MM-dd", "observation_date", "DFEDTARU"),
                LocalDate.of(2009, 1, 1),
                1e-9);
        assertThat(ranges).hasSize(30);
        for (LocalDate day : ranges) {
            assertThat(fomc)
                    .anyMatch(meeting -> meeting.effective().equals(day)
                            || (day.getYear() < 2017 && meeting.decision().equals(day)));
        }
    }

    /** From 2015 on the funds rate moves with its target from the effective date, to a few basis points. */
    @Test
    void theFundsRateMovesByTheAnnouncedChangeOnTheEffectiveDate() {
        NavigableMap<LocalDate, Double> funds = series("rates/DFF.csv", "yyyy-MM-dd", "Date", "Value");
        MeetingSchedule fed = MeetingSchedule.shipped(CentralBank.FED);
        int moves = 0;
        for (Meeting meeting : fed.calendar().meetings()) {
            LocalDate day = meeting.effective();
            double change =
                    fed.change(meeting.decision()).map(rate -> rate.percent()).orElse(0.0);
            if (day.getYear() >= 2015 && funds.containsKey(day) && change != 0) {
                double moved = funds.get(day) - funds.lowerEntry(day).getValue();
                assertThat(moved).as("%s", meeting).isCloseTo(change, within(0.151));
                moves++;
            }
        }
        assertThat(moves).isGreaterThan(30);
    }
}
