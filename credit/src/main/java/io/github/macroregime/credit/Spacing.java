package io.github.macroregime.credit;

import io.github.macroregime.core.series.DateIndex;
import java.util.Arrays;
import java.util.Locale;

/** How far the dates of a history lie apart, so that a number of observations can be called days, weeks or months. */
public enum Spacing {
    /** Business days: 20 in a month, 60 in a quarter, 252 in a year. */
    DAYS(5, 20, 60, 252, "daily"),
    /** Weeks: 4 in a month, 13 in a quarter, 52 in a year. */
    WEEKS(9, 4, 13, 52, "weekly"),
    /** Months. */
    MONTHS(35, 1, 3, 12, "monthly");

    private static final double MOST = 0.8;
    private static final int LEAST_MONTH = 26;

    private final int longest;
    private final int month;
    private final int quarter;
    private final int year;
    private final String adjective;

    Spacing(int longest, int month, int quarter, int year, String adjective) {
        this.longest = longest;
        this.month = month;
        this.quarter = quarter;
        this.year = year;
        this.adjective = adjective;
    }

    /**
     * The spacing of dates: four of five lie up to 5, 6 to 9, or 26 to 35 calendar days apart.
     *
     * @param dates the dates of the observations
     * @return the spacing; days for fewer than two dates
     * @throws IllegalArgumentException if they lie otherwise apart; the message holds half of the distances
     */
    public static Spacing of(DateIndex dates) {
        int[] days = dates.toEpochDays();
        int[] gaps = new int[Math.max(0, days.length - 1)];
        Arrays.setAll(gaps, i -> days[i + 1] - days[i]);
        for (Spacing spacing : values()) {
            if (Arrays.stream(gaps).filter(spacing::fits).count() >= MOST * gaps.length) {
                return spacing;
            }
        }
        Arrays.sort(gaps);
        throw new IllegalArgumentException("dates must lie days, weeks or months apart but half of them lie "
                + gaps[gaps.length / 4] + " to " + gaps[3 * gaps.length / 4] + " days apart");
    }

    private boolean fits(int gap) {
        int shortest = switch (this) {
            case DAYS -> 1;
            case WEEKS -> DAYS.longest + 1;
            case MONTHS -> LEAST_MONTH;
        };
        return gap >= shortest && gap <= longest;
    }

    /**
     * How many observations make a month.
     *
     * @return 20, 4 or 1
     */
    public int month() {
        return month;
    }

    /**
     * How many observations make a quarter.
     *
     * @return 60, 13 or 3
     */
    public int quarter() {
        return quarter;
    }

    /**
     * How many observations make a year.
     *
     * @return 252, 52 or 12
     */
    public int year() {
        return year;
    }

    /**
     * The word for a change from one observation to the next.
     *
     * @return daily, weekly or monthly
     */
    public String adjective() {
        return adjective;
    }

    /** A number of observations in words, for example {@code 1 day} or {@code 20 days}. */
    String count(int observations) {
        String several = toString();
        return observations + " " + (observations == 1 ? several.substring(0, several.length() - 1) : several);
    }

    /** The word for a number of observations: days, weeks or months. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
