package io.github.macroregime.rates.path;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.CompoundedFuture;
import io.github.macroregime.rates.instrument.ConvexityAdjustment;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.RateSpread;
import io.github.macroregime.rates.path.PathFrame.Interpolation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Turns instruments into functions of the path: dates into counts of fixings on one grid.
 *
 * <p>The business days of each index are walked once for all instruments ({@link FixingDays}). Days whose fixing may be
 * known and days with a turn are looked at one by one; an inter-meeting period inside an accrual period is added as it
 * was counted.
 */
final class RateCompiler implements RateInstrument.Compiler<CompiledRate> {

    private static final double CALENDAR_YEAR = 365;

    private final PathFrame frame;
    private final AccrualGrid grid;
    private final List<RateInstrument> legs;
    private final List<Sweep> sweeps = new ArrayList<>();
    private final int[] effective;

    private RateCompiler(PathFrame frame, List<RateInstrument> instruments) {
        this.frame = frame;
        this.grid = new AccrualGrid(frame.unknowns());
        this.legs = new ArrayList<>(instruments.size());
        for (RateInstrument instrument : instruments) {
            if (instrument instanceof RateSpread) {
                legs.addAll(instrument.legs());
            } else {
                legs.add(instrument);
            }
        }
        this.effective = new int[frame.meetings().size()];
        for (int j = 0; j < effective.length; j++) {
            effective[j] = Math.toIntExact(frame.meetings().get(j).effective().toEpochDay());
        }
    }

    static CompiledRate[] compile(PathFrame frame, List<RateInstrument> instruments) {
        RateCompiler compiler = new RateCompiler(frame, instruments);
        CompiledRate[] compiled = new CompiledRate[instruments.size()];
        for (int i = 0; i < compiled.length; i++) {
            compiled[i] = instruments.get(i).compile(compiler);
        }
        return compiled;
    }

    /** The rates of quotes: those of instruments that are over move with nothing. */
    static CompiledRate[] quoted(PathFrame frame, List<Quote> quotes) {
        List<RateInstrument> instruments = new ArrayList<>(quotes.size());
        for (Quote quote : quotes) {
            instruments.add(quote.instrument());
        }
        CompiledRate[] compiled = compile(frame, instruments);
        for (int i = 0; i < compiled.length; i++) {
            if (instruments.get(i).isOver(frame.asOf())) {
                compiled[i] = new CompiledRate.Over(compiled[i]);
            }
        }
        return compiled;
    }

    /** The days of an accrual period for compounding on the path's own index. */
    static DayBuckets growth(PathFrame frame, LocalDate start, LocalDate end) {
        RateCompiler compiler = new RateCompiler(frame, List.of());
        Sweep sweep = compiler.new Sweep(frame.index(), start, end);
        return compiler.forGrowth(sweep, start, end);
    }

    @Override
    public CompiledRate current(OvernightIndex index) {
        return new CompiledRate.Now(grid, frame.openBasis(index, frame.asOf()), frame.basis(index, frame.asOf()));
    }

    @Override
    public CompiledRate spread(RateInstrument of, RateInstrument over) {
        return new CompiledRate.Difference(of.compile(this), over.compile(this));
    }

    @Override
    public CompiledRate averageFuture(AverageFuture future) {
        LocalDate start = future.start();
        LocalDate end = future.end();
        double spread = frame.adjustments().convexity().spread(future).decimal()
                + ConvexityAdjustment.averageFuturesSpread(
                        volatility(), calendarYears(frame.asOf(), start), calendarYears(start, end));
        return new CompiledRate.Average(
                fixings(sweep(future.index()), start.toEpochDay(), end.toEpochDay(), false),
                ChronoUnit.DAYS.between(start, end),
                frame.interpolation(),
                spread);
    }

    @Override
    public CompiledRate compoundedFuture(CompoundedFuture future) {
        LocalDate start = future.start();
        LocalDate end = future.end();
        CompiledRate plain = compounded(future.index(), start, end);
        double spread = frame.adjustments().convexity().spread(future).decimal();
        if (volatility() == 0 && spread == 0) {
            return plain;
        }
        double years = calendarYears(start, end);
        double intercept =
                ConvexityAdjustment.compoundedFuturesRate(volatility(), calendarYears(frame.asOf(), start), years, 0);
        return new CompiledRate.Shifted(plain, intercept + spread, 1 + years * intercept);
    }

    private double volatility() {
        return frame.adjustments().convexity().volatility().decimal();
    }

    /** Years of 365 days from one date to a later one, 0 to an earlier one. */
    private static double calendarYears(LocalDate from, LocalDate to) {
        return Math.max(0, ChronoUnit.DAYS.between(from, to)) / CALENDAR_YEAR;
    }

    @Override
    public CompiledRate compounded(OvernightIndex index, LocalDate start, LocalDate end) {
        double years = ChronoUnit.DAYS.between(start, end) / (double) index.daysInYear();
        return new CompiledRate.Compounded(forGrowth(sweep(index), start, end), years);
    }

    @Override
    public CompiledRate coupons(OvernightIndex index, List<LocalDate> accrualDates) {
        return coupons(index, accrualDates, 0);
    }

    @Override
    public CompiledRate averageCoupons(OvernightIndex index, List<LocalDate> accrualDates) {
        return coupons(index, accrualDates, index.daysInYear());
    }

    private CompiledRate coupons(OvernightIndex index, List<LocalDate> accrualDates, int averagedOver) {
        Sweep sweep = sweep(index);
        int count = accrualDates.size() - 1;
        DayBuckets[] periods = new DayBuckets[count];
        DayBuckets[] lags = new DayBuckets[count];
        double[] years = new double[count];
        for (int i = 0; i < count; i++) {
            LocalDate from = accrualDates.get(i);
            LocalDate to = accrualDates.get(i + 1);
            // Averages are taken of single fixings, which a whole period together is not.
            periods[i] = averagedOver == 0
                    ? forGrowth(sweep, from, to)
                    : fixings(sweep, from.toEpochDay(), to.toEpochDay(), false);
            lags[i] = forGrowth(sweep, to.toEpochDay(), payment(sweep, index, to));
            years[i] = ChronoUnit.DAYS.between(from, to) / (double) index.daysInYear();
        }
        return new CompiledRate.Coupons(grid, periods, lags, years, averagedOver, frame.interpolation());
    }

    /** The day on which a coupon is paid. */
    private static long payment(Sweep sweep, OvernightIndex index, LocalDate end) {
        return index.paymentDays().equals(index.fixingDays())
                ? sweep.plus(end.toEpochDay(), index.paymentLag())
                : index.paymentDays().plus(end, index.paymentLag()).toEpochDay();
    }

    private DayBuckets forGrowth(Sweep sweep, LocalDate start, LocalDate end) {
        return forGrowth(sweep, start.toEpochDay(), end.toEpochDay());
    }

    private DayBuckets forGrowth(Sweep sweep, long start, long end) {
        return frame.interpolation() == Interpolation.LOG_LINEAR_DISCOUNT
                ? calendarDays(sweep, start, end)
                : fixings(sweep, start, end, true);
    }

    /** The business days of an index over all instruments on it. */
    private Sweep sweep(OvernightIndex index) {
        for (Sweep sweep : sweeps) {
            if (isSame(sweep.index, index)) {
                return sweep;
            }
        }
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (RateInstrument instrument : legs) {
            LocalDate start = instrument.start();
            LocalDate end = instrument.end();
            if (start.isBefore(end) && isSame(instrument.index(), index)) {
                first = start.isBefore(first) ? start : first;
                last = end.isAfter(last) ? end : last;
            }
        }
        Sweep sweep = new Sweep(index, first, last);
        sweeps.add(sweep);
        return sweep;
    }

    /** Equality written out, because that of a record takes milliseconds at its first use. */
    private static boolean isSame(OvernightIndex one, OvernightIndex other) {
        return one.daysInYear() == other.daysInYear()
                && one.paymentLag() == other.paymentLag()
                && one.name().equals(other.name())
                && one.fixingDays().equals(other.fixingDays())
                && one.paymentDays().equals(other.paymentDays());
    }

    /**
     * The fixings that are in force over an accrual period, each with the calendar days for which it is; for compounding over
     * several periods those of a whole period together.
     */
    private DayBuckets fixings(Sweep sweep, long from, long to, boolean compounded) {
        FixingDays days = sweep.days;
        sweep.begin();
        long day = from;
        int place = days.lastUntil(from);
        int last = days.lastUntil(to);
        int period = 0;
        while (day < to) {
            while (period + 1 < days.periods() && place >= days.periodStart(period + 1)) {
                period++;
            }
            int until = Math.min(days.periodStart(period + 1), last);
            if (day == days.day(place) && sweep.isEven(place, until)) {
                boolean several = from < day || days.day(until) < to;
                sweep.addPeriod(period, place, until, compounded && several);
                place = until;
                day = days.day(until);
            } else {
                long next = Math.min(days.day(place + 1), to);
                sweep.add(place, period, (int) (next - day));
                day = next;
                place++;
            }
        }
        return sweep.buckets();
    }

    /**
     * Single calendar days, each in the period of its own date, for a path that is log-linear in discount factors; a fixing
     * that is out accrues as it was fixed.
     */
    private DayBuckets calendarDays(Sweep sweep, long from, long to) {
        FixingDays days = sweep.days;
        sweep.begin();
        long day = from;
        int place = days.lastUntil(from);
        int period = 0;
        while (day < to) {
            while (period < effective.length && effective[period] <= day) {
                period++;
            }
            long until = period < effective.length ? Math.min(effective[period], to) : to;
            if (sweep.isEven(place)) {
                sweep.count(sweep.slot(period, 1), (int) (until - day));
                day = until;
            } else {
                long next = sweep.known(place).isPresent() ? Math.min(days.day(place + 1), to) : day + 1;
                sweep.add(place, period, (int) (next - day));
                day = next;
                place += day == days.day(place + 1) ? 1 : 0;
            }
        }
        return sweep.buckets();
    }

    /** One index with its business days, what is known of it, and the tally of the accrual period at hand. */
    private final class Sweep {

        private final OvernightIndex index;
        private final FixingDays days;
        private final double level;
        private final Extras open;
        private final Optional<TimeSeries> published;
        private final int[] turns;

        /** The first day whose fixing may stand apart from the level by more than a turn. */
        private final int uneven;

        /** One more than the place on the grid of a fixing without a turn, by period and length; at 0 of them all. */
        private final int[][] slots;

        private int[] tally = new int[grid.capacity()];
        private int[] touched = new int[grid.capacity()];
        private int size;
        private double knownLogGrowth;
        private double knownDaySum;

        private Sweep(OvernightIndex index, LocalDate first, LocalDate last) {
            this.index = index;
            this.days = FixingDays.of(
                    index.fixingDays(), first, last, index.paymentLag(), frame.firstOpen(index), frame.meetings());
            this.level = frame.basis(index, LocalDate.MIN);
            this.open = frame.openBasis(index, LocalDate.MIN);
            this.published = frame.published(index).map(fixings -> fixings.publishedBy(frame.firstOpen(index)));
            this.slots = new int[frame.meetings().size() + 1][1 + FixingDays.LONGEST];
            this.turns = frame.turnDays();
            this.uneven = frame.firstUneven(index);
        }

        /** A number of business days after a date. */
        private long plus(long date, int businessDays) {
            return businessDays == 0 ? date : days.day(days.lastUntil(date) + businessDays);
        }

        /** Whether the days from one place to before another are open, without turns, and can be counted. */
        private boolean isEven(int place, int until) {
            if (until <= place || place < days.firstOpen() || !days.isCounted() || days.day(until - 1) >= uneven) {
                return false;
            }
            for (int turn : turns) {
                if (turn >= days.day(place) && turn < days.day(until)) {
                    return false;
                }
            }
            return true;
        }

        /** Whether all days from a place on are open and alike but for their periods. */
        private boolean isEven(int place) {
            return place >= days.firstOpen() && turns.length == 0 && uneven == Integer.MAX_VALUE;
        }

        private void begin() {
            size = 0;
            knownLogGrowth = 0;
            knownDaySum = 0;
        }

        /** The fixings from one place to before another in a period; a whole period may count as one. */
        private void addPeriod(int period, int from, int until, boolean together) {
            if (together && from == days.periodStart(period) && until == days.periodStart(period + 1)) {
                count(whole(period), 1);
                return;
            }
            for (int length = 1; length <= FixingDays.LONGEST; length++) {
                int times = days.count(from, until, length);
                if (times > 0) {
                    count(slot(period, length), times);
                }
            }
        }

        /** The place on the grid of all fixings of a period together. */
        private int whole(int period) {
            if (slots[period][0] == 0) {
                int[] members = new int[FixingDays.LONGEST];
                int[] times = new int[FixingDays.LONGEST];
                int distinct = 0;
                for (int length = 1; length <= FixingDays.LONGEST; length++) {
                    int count = days.count(days.periodStart(period), days.periodStart(period + 1), length);
                    if (count > 0) {
                        members[distinct] = slot(period, length);
                        times[distinct++] = count;
                    }
                }
                slots[period][0] = 1 + grid.together(Arrays.copyOf(members, distinct), Arrays.copyOf(times, distinct));
            }
            return slots[period][0] - 1;
        }

        private void add(int place, int period, int inForce) {
            OptionalDouble known = known(place);
            if (known.isPresent()) {
                knownLogGrowth += Growth.log1p(known.getAsDouble() * inForce / index.daysInYear());
                knownDaySum += known.getAsDouble() * inForce;
            } else {
                count(slot(period, inForce, days.day(place)), 1);
            }
        }

        /** The fixing at a place, if it is out. */
        private OptionalDouble known(int place) {
            return place < days.firstOpen() && published.isPresent()
                    ? published.get().on(LocalDate.ofEpochDay(days.day(place)))
                    : OptionalDouble.empty();
        }

        private int slot(int period, int inForce, int day) {
            boolean apart = day >= uneven;
            for (int turn : turns) {
                apart |= turn == day;
            }
            if (!apart) {
                return slot(period, inForce);
            }
            LocalDate date = LocalDate.ofEpochDay(day);
            return grid.slot(period, inForce, index.daysInYear(), frame.spread(index, date), frame.extras(index, date));
        }

        private void count(int slot, int times) {
            if (slot >= tally.length) {
                tally = Arrays.copyOf(tally, grid.size() + 32);
                touched = Arrays.copyOf(touched, tally.length);
            }
            if (tally[slot] == 0) {
                touched[size++] = slot;
            }
            tally[slot] += times;
        }

        /** The place on the grid of a fixing at the level. */
        private int slot(int period, int inForce) {
            if (inForce > FixingDays.LONGEST) {
                return grid.slot(period, inForce, index.daysInYear(), level, open);
            }
            if (slots[period][inForce] == 0) {
                slots[period][inForce] = 1 + grid.added(period, inForce, index.daysInYear(), level, open);
            }
            return slots[period][inForce] - 1;
        }

        private DayBuckets buckets() {
            int[] slots = Arrays.copyOf(touched, size);
            int[] counts = new int[size];
            for (int k = 0; k < size; k++) {
                counts[k] = tally[slots[k]];
                tally[slots[k]] = 0;
            }
            return new DayBuckets(grid, slots, counts, knownLogGrowth, knownDaySum);
        }
    }
}
