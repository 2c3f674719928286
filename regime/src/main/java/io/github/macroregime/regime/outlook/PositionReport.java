package io.github.macroregime.regime.outlook;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One weekly report of one group of traders in one market.
 *
 * @param snapshot the day the positions were held, usually a Tuesday
 * @param released the day they were published, usually the Friday after
 * @param longs contracts held long, from 0
 * @param shorts contracts held short, from 0
 * @param openInterest all open contracts, above 0
 */
public record PositionReport(LocalDate snapshot, LocalDate released, double longs, double shorts, double openInterest)
        implements Serializable {

    private static final int DAYS_TO_FRIDAY = 3;

    public PositionReport {
        if (released.isBefore(snapshot)) {
            throw new IllegalArgumentException("released must not lie before " + snapshot + " but was " + released);
        }
        if (!(longs >= 0 && shorts >= 0 && openInterest > 0) || !(longs + shorts + openInterest <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("longs and shorts must not be negative and openInterest must be positive"
                    + " on " + snapshot + " but were " + longs + ", " + shorts + " and " + openInterest);
        }
    }

    /**
     * A report published three days after its snapshot, as a Friday follows a Tuesday.
     *
     * <p>In a week with a holiday the release comes later: state it by the constructor.
     *
     * @param snapshot the day the positions were held
     * @param longs contracts held long, from 0
     * @param shorts contracts held short, from 0
     * @param openInterest all open contracts, above 0
     * @return the report
     */
    public static PositionReport ofTuesday(LocalDate snapshot, double longs, double shorts, double openInterest) {
        return new PositionReport(snapshot, snapshot.plusDays(DAYS_TO_FRIDAY), longs, shorts, openInterest);
    }

    /**
     * Contracts long less contracts short.
     *
     * @return the net position
     */
    public double net() {
        return longs - shorts;
    }
}
