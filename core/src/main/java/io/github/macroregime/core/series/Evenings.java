package io.github.macroregime.core.series;

import java.util.Arrays;

/** The days in the evening of which observations are known by a rule, each found when it is first asked for. */
final class Evenings {

    private static final int UNASKED = Integer.MIN_VALUE;

    private final PublicationLag lag;
    private final DateIndex dates;
    // Any thread finds the same.
    private final int[] days;

    Evenings(PublicationLag lag, DateIndex dates) {
        this.lag = lag;
        this.dates = dates;
        this.days = new int[dates.size()];
        Arrays.fill(days, UNASKED);
    }

    boolean isOf(PublicationLag other) {
        return lag.equals(other);
    }

    /** The day, MAX_VALUE for never. */
    int on(int index) {
        int day = days[index];
        if (day == UNASKED) {
            day = lag.knownOn(dates.get(index))
                    .map(evening -> (int) Math.min(Integer.MAX_VALUE, evening.toEpochDay()))
                    .orElse(Integer.MAX_VALUE);
            days[index] = day;
        }
        return day;
    }
}
