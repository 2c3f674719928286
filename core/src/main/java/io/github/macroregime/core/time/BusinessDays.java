package io.github.macroregime.core.time;

import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The {@index "business days"} of a market: which days it is open, and how to step from one open day to another.
 *
 * <p>The calendars of nine centres are data of the library; {@link #of} makes that of an own market. A calendar answers
 * for the days from {@link #first()} to {@link #last()} and refuses every other date, because a list of holidays says
 * nothing about the days outside it. Immutable, equal by name and days.
 *
 * <p><b>Source</b>: the calendars of the Strata library, put right where fixings and prices say otherwise, as the file
 * {@code holidays.txt} beside this class records.
 *
 * <pre>{@code
 * BusinessDays.newYorkFed().plus(LocalDate.of(2025, 7, 3), 1); // 2025-07-07
 * }</pre>
 */
public final class BusinessDays implements Serializable {

    private static final long serialVersionUID = 2L;

    private final String name;
    private final LocalDate first;
    private final LocalDate last;

    /** The open days, counted from the first day covered. */
    private final BitSet open;

    BusinessDays(String name, LocalDate first, LocalDate last, BitSet open) {
        this.name = name;
        this.first = first;
        this.last = last;
        this.open = open;
    }

    /**
     * The business days of an own market.
     *
     * @param name what it is called
     * @param first the first day for which the holidays are known
     * @param last the last day for which they are known, not before the first
     * @param weekend the days of the week that are closed, possibly none
     * @param holidays the other closed days, each from first to last
     * @return all other days of that time
     * @throws IllegalArgumentException if the time ends before it starts or a holiday lies outside it
     */
    public static BusinessDays of(
            String name, LocalDate first, LocalDate last, Set<DayOfWeek> weekend, Collection<LocalDate> holidays) {
        Objects.requireNonNull(name, "name");
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last must not lie before " + first + " but was " + last);
        }
        BitSet open = HolidayFile.without(first, last, weekend);
        BusinessDays all = new BusinessDays(name, first, last, open);
        holidays.forEach(holiday -> open.clear(all.place(holiday)));
        return all;
    }

    /**
     * The days on which the Federal Reserve Bank of New York is open and federal funds are fixed.
     *
     * @return the calendar that Strata calls NYFD, with the days put right
     */
    public static BusinessDays newYorkFed() {
        return HolidayFile.centre("NYFD");
    }

    /**
     * The days on which the United States government bond market is open and SOFR is fixed.
     *
     * <p>Good Friday is closed in every year. When it is also the day of the employment report, the market trades
     * until noon and the Treasury publishes yields (3 April 2026, for example), but SOFR is not fixed. Before 1986 the
     * days without a Treasury yield follow no list that is known here, so the calendar starts there.
     *
     * @return the calendar that Strata calls USGS, with the days put right
     */
    public static BusinessDays usGovernmentSecurities() {
        return HolidayFile.centre("USGS");
    }

    /**
     * The days on which the New York Stock Exchange trades.
     *
     * @return the calendar that Strata calls NYSE, with the days put right
     */
    public static BusinessDays newYorkStockExchange() {
        return HolidayFile.centre("NYSE");
    }

    /**
     * The days on which TARGET settles euros and €STR is fixed.
     *
     * @return the calendar that Strata calls EUTA, from the opening of TARGET
     */
    public static BusinessDays target() {
        return HolidayFile.centre("EUTA");
    }

    /**
     * The days on which London's banks are open and SONIA is fixed.
     *
     * @return the calendar that Strata calls GBLO
     */
    public static BusinessDays london() {
        return HolidayFile.centre("GBLO");
    }

    /**
     * The days on which Tokyo's banks are open and TONA is fixed.
     *
     * @return the calendar that Strata calls JPTO
     */
    public static BusinessDays tokyo() {
        return HolidayFile.centre("JPTO");
    }

    /**
     * The days on which Toronto's banks are open and CORRA is fixed.
     *
     * @return the calendar that Strata calls CATO
     */
    public static BusinessDays toronto() {
        return HolidayFile.centre("CATO");
    }

    /**
     * The days on which the Reserve Bank of Australia fixes AONIA: those of Sydney's banks and the first Mondays of
     * August and October.
     *
     * @return the calendar AURB, the one that Strata calls AUSY with the days put right
     */
    public static BusinessDays reserveBankOfAustralia() {
        return HolidayFile.centre("AURB");
    }

    /**
     * The days on which Sydney's banks are open and swaps on AONIA are paid.
     *
     * @return the calendar that Strata calls AUSY
     */
    public static BusinessDays sydney() {
        return HolidayFile.centre("AUSY");
    }

    /**
     * The days on which Zurich's banks are open and SARON is fixed.
     *
     * @return the calendar that Strata calls CHZU
     */
    public static BusinessDays zurich() {
        return HolidayFile.centre("CHZU");
    }

    /**
     * The calendars that the library ships.
     *
     * @return NYFD, USGS, NYSE, EUTA, GBLO, JPTO, CATO, AUSY, AURB, CHZU
     */
    public static List<BusinessDays> shipped() {
        return HolidayFile.CENTRES.stream().map(HolidayFile::centre).toList();
    }

    /**
     * What the calendar is called.
     *
     * @return for example {@code NYFD}
     */
    public String name() {
        return name;
    }

    /**
     * The first day for which the calendar answers.
     *
     * @return the day from which it is right
     */
    public LocalDate first() {
        return first;
    }

    /**
     * The last day for which the calendar answers.
     *
     * @return the last day covered
     */
    public LocalDate last() {
        return last;
    }

    /**
     * Whether the calendar answers for a day.
     *
     * @param date any date
     * @return true from {@link #first()} to {@link #last()}
     */
    public boolean covers(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    /**
     * Whether a day is a business day.
     *
     * @param date a day covered
     * @return true when the market is open
     * @throws IllegalArgumentException if the calendar does not cover the date
     */
    public boolean isOpen(LocalDate date) {
        return open.get(place(date));
    }

    /**
     * The first business day after a date.
     *
     * @param date any date
     * @return a later business day
     * @throws IllegalArgumentException if the calendar does not cover the days up to it
     */
    public LocalDate next(LocalDate date) {
        return nextOrSame(date.equals(LocalDate.MAX) ? date : date.plusDays(1));
    }

    /**
     * The first business day on or after a date.
     *
     * @param date any date
     * @return the date itself if it is a business day
     * @throws IllegalArgumentException if the calendar does not cover the days up to it
     */
    public LocalDate nextOrSame(LocalDate date) {
        return first.plusDays(following(place(date)));
    }

    /**
     * The last business day on or before a date.
     *
     * @param date any date
     * @return the date itself if it is a business day
     * @throws IllegalArgumentException if the calendar does not cover the days down to it
     */
    public LocalDate previousOrSame(LocalDate date) {
        return first.plusDays(preceding(place(date)));
    }

    /**
     * How many business days there are in a half-open range of dates.
     *
     * @param fromInclusive the first date counted
     * @param toExclusive the first date no longer counted, not before the other
     * @return the count, from 0
     * @throws IllegalArgumentException if the range ends before it starts or the calendar does not cover it
     */
    public int count(LocalDate fromInclusive, LocalDate toExclusive) {
        return range(fromInclusive, toExclusive).cardinality();
    }

    /**
     * The business days in a half-open range of dates as numbers.
     *
     * <p><b>Unit</b>: days since 1 January 1970. <b>Cost</b>: a few nanoseconds for each day.
     *
     * @param fromInclusive the first date looked at
     * @param toExclusive the first date no longer looked at, not before the other
     * @return the epoch days in order
     * @throws IllegalArgumentException if the range ends before it starts or the calendar does not cover it
     */
    public int[] epochDays(LocalDate fromInclusive, LocalDate toExclusive) {
        BitSet range = range(fromInclusive, toExclusive);
        int start = Math.toIntExact(fromInclusive.toEpochDay());
        int[] days = new int[range.cardinality()];
        for (int i = 0, at = -1; i < days.length; i++) {
            at = range.nextSetBit(at + 1);
            days[i] = start + at;
        }
        return days;
    }

    /**
     * The business day a number of business days away.
     *
     * @param date a day covered
     * @param days how many business days forward, or backward if negative
     * @return a business day, or the date itself for zero
     * @throws IllegalArgumentException if the calendar does not cover the days between
     */
    public LocalDate plus(LocalDate date, int days) {
        int at = place(date);
        for (int i = 0; i < days; i++) {
            at = following(at + 1);
        }
        for (int i = 0; i > days; i--) {
            at = preceding(at - 1);
        }
        return first.plusDays(at);
    }

    private int following(int place) {
        int at = open.nextSetBit(place);
        if (at < 0) {
            throw notCovered(last.plusDays(1));
        }
        return at;
    }

    private int preceding(int place) {
        int at = place < 0 ? -1 : open.previousSetBit(place);
        if (at < 0) {
            throw notCovered(first.minusDays(1));
        }
        return at;
    }

    private BitSet range(LocalDate fromInclusive, LocalDate toExclusive) {
        if (toExclusive.isBefore(fromInclusive)) {
            throw new IllegalArgumentException(
                    "toExclusive must not lie before " + fromInclusive + " but was " + toExclusive);
        }
        return fromInclusive.equals(toExclusive)
                ? new BitSet()
                : open.get(place(fromInclusive), place(toExclusive.minusDays(1)) + 1);
    }

    private int place(LocalDate date) {
        if (!covers(date)) {
            throw notCovered(date);
        }
        return (int) (date.toEpochDay() - first.toEpochDay());
    }

    private IllegalArgumentException notCovered(LocalDate date) {
        return new IllegalArgumentException(
                "date must lie from " + first + " to " + last + ", which " + name + " covers, but was " + date);
    }

    // Bytes from a wire pass the same checks as arguments do.
    private Object readResolve() throws InvalidObjectException {
        if (name == null || first == null || last == null || open == null || last.isBefore(first)) {
            throw new InvalidObjectException("a calendar must have a name, open days, and a last day behind its first");
        }
        BusinessDays checked = new BusinessDays(name, first, last, (BitSet) open.clone());
        if (checked.open.length() > checked.place(last) + 1) {
            throw new InvalidObjectException("open days must lie from " + first + " to " + last);
        }
        return checked;
    }

    @Override
    public boolean equals(Object object) {
        return this == object
                || (object instanceof BusinessDays other
                        && name.equals(other.name)
                        && first.equals(other.first)
                        && last.equals(other.last)
                        && open.equals(other.open));
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, first, last);
    }

    /** The name of the calendar. */
    @Override
    public String toString() {
        return name;
    }
}
