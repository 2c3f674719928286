package io.github.macroregime.benchmarks;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.CompoundedFuture;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.TenorOis;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Sets of quotes on one path of cuts, with as many meetings as asked for, six weeks apart. */
final class PolicyStrip {

    static final LocalDate AS_OF = LocalDate.of(2025, 7, 22);
    static final OvernightIndex SOFR = OvernightIndex.sofr();

    private static final int WEEKS_BETWEEN_MEETINGS = 6;

    private final PathFrame frame;
    private final PolicyPath path;
    private final List<LocalDate> ends = new ArrayList<>();

    PolicyStrip(int meetings) {
        List<Meeting> dates = new ArrayList<>();
        List<Rate> steps = new ArrayList<>();
        for (int i = 0; i < meetings; i++) {
            LocalDate decision = AS_OF.plusDays(8).plusWeeks((long) i * WEEKS_BETWEEN_MEETINGS);
            dates.add(new Meeting(decision, SOFR.fixingDays().next(decision)));
            steps.add(Rate.ofBasisPoints(-10 + i % 3));
        }
        frame = PathFrame.of(AS_OF, SOFR, dates);
        path = PolicyPath.ofSteps(frame, Rate.ofPercent(4.33), steps);
        dates.forEach(meeting -> ends.add(meeting.effective()));
        LocalDate last = ends.get(ends.size() - 1);
        ends.add(SOFR.fixingDays().nextOrSame(last.plusWeeks(WEEKS_BETWEEN_MEETINGS)));
    }

    PathFrame frame() {
        return frame;
    }

    PolicyPath path() {
        return path;
    }

    /** One swap for each regime, today's first. */
    List<Quote> dated() {
        List<RateInstrument> swaps = new ArrayList<>();
        LocalDate start = AS_OF;
        for (LocalDate end : ends) {
            swaps.add(new DatedOis(SOFR, start, end));
            start = end;
        }
        return quotes(swaps);
    }

    /** Swaps from today to the end of each regime, with a coupon for each year counted back from the end. */
    List<Quote> coupons() {
        List<RateInstrument> swaps = new ArrayList<>();
        for (LocalDate end : ends) {
            List<LocalDate> accruals = new ArrayList<>();
            for (int years = 0; end.minusYears(years).isAfter(AS_OF); years++) {
                accruals.add(SOFR.fixingDays().nextOrSame(end.minusYears(years)));
            }
            accruals.add(AS_OF);
            Collections.reverse(accruals);
            swaps.add(new TenorOis(SOFR, "to " + end, accruals));
        }
        return quotes(swaps);
    }

    /** One and a half monthly futures for each meeting. */
    List<Quote> months() {
        return quotes(monthly());
    }

    /** Monthly and quarterly futures, meeting-dated swaps and tenors: 45 quotes for twelve meetings. */
    List<Quote> mixed() {
        List<RateInstrument> all = new ArrayList<>(monthly());
        dated().forEach(quote -> all.add(quote.instrument()));
        for (int quarter = 0; quarter < 6; quarter++) {
            all.add(CompoundedFuture.sr3(YearMonth.of(2025, 9).plusMonths(3L * quarter)));
        }
        for (String tenor : List.of("1W", "1M", "2M", "3M", "6M", "9M", "12M", "18M")) {
            all.add(TenorOis.of(SOFR, AS_OF, tenor));
        }
        return quotes(all);
    }

    private List<RateInstrument> monthly() {
        List<RateInstrument> months = new ArrayList<>();
        for (int i = 0; i < 3 * frame.meetings().size() / 2; i++) {
            months.add(AverageFuture.sr1(YearMonth.of(2025, 7).plusMonths(i)));
        }
        return months;
    }

    private List<Quote> quotes(List<RateInstrument> instruments) {
        return instruments.stream()
                .map(instrument -> Quote.of(instrument, path.parRate(instrument).orElseThrow()))
                .toList();
    }

    /** The rates of quotes, all moved by as many basis points. */
    static Doubles rates(List<Quote> quotes, double basisPoints) {
        return Doubles.copyOf(quotes.stream()
                .mapToDouble(quote -> quote.rate().decimal() + basisPoints * 1e-4)
                .toArray());
    }
}
