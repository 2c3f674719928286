package io.github.macroregime.rates.instrument;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.rates.meeting.Meeting;
import java.time.LocalDate;

/**
 * An {@index "overnight index swap"} ({@index OIS}) of one period, as the market trades it from one effective date to
 * the next.
 *
 * <p>Its par rate is {@code (prod (1 + r_i d_i / year) - 1) / tau}: the fixings {@index "compounded in arrears"}, as a
 * simple rate. Neither discounting nor a payment lag touches it.
 *
 * @param index the overnight rate
 * @param start the first accrual day, included
 * @param end the end of accrual, not included, after the start
 */
public record DatedOis(OvernightIndex index, LocalDate start, LocalDate end) implements RateInstrument {

    public DatedOis {
        Require.components(DatedOis.class, index, start, end);
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("end must lie after the start " + start + " but was " + end);
        }
    }

    /**
     * The {@index "meeting-dated OIS"} over one period: from the effective date of a meeting to that of the next.
     *
     * @param index the overnight rate
     * @param meeting the meeting whose rate the swap fixes
     * @param next the meeting after it
     * @return the meeting-dated swap
     * @throws IllegalArgumentException if the second is not effective after the first
     */
    public static DatedOis between(OvernightIndex index, Meeting meeting, Meeting next) {
        return new DatedOis(index, meeting.effective(), next.effective());
    }

    @Override
    public <T> T compile(Compiler<T> compiler) {
        return compiler.compounded(index, start, end);
    }

    @Override
    public String label() {
        return "OIS " + start + "/" + end;
    }

    /** The label and the index. */
    @Override
    public String toString() {
        return label() + " on " + index;
    }
}
