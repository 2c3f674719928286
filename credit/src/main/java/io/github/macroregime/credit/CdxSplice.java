package io.github.macroregime.credit;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The series of a {@index "credit default swap"} ({@index CDS}) index, spliced at each {@index "index roll"} into one
 * history.
 *
 * <p>Each March and September a new series with new members and a longer maturity becomes the one that is quoted, and
 * its spread differs from the old one's on the same day. The raw history keeps these steps; the adjusted ones take
 * them out additively and say what they took out.
 *
 * @param name the index, for example {@code CDX IG 5Y}
 * @param series the series from the oldest to the newest
 * @param rolls the steps between them, one fewer than series
 */
public record CdxSplice(String name, List<Series> series, List<Roll> rolls) implements Serializable {

    /**
     * One series of the index.
     *
     * @param number the number of the series
     * @param quotedFrom the first date on which it is the one that is quoted
     * @param levels its levels by date, from before its predecessor's last date
     */
    public record Series(int number, LocalDate quotedFrom, TimeSeries levels) implements Serializable {

        public Series {
            Require.components(Series.class, quotedFrom, levels);
            Require.atLeast(number, 0, "number");
            Require.rates(levels, "levels of series " + number);
        }
    }

    /**
     * A step from one series to the next.
     *
     * @param fromNumber the number of the old series
     * @param toNumber the number of the new series
     * @param quotedFrom the first date on which the new one is quoted
     * @param measured the date on which both were observed and the step was measured
     * @param step the new level less the old one on that date
     */
    public record Roll(int fromNumber, int toNumber, LocalDate quotedFrom, LocalDate measured, Rate step)
            implements Serializable {

        public Roll {
            Require.components(Roll.class, quotedFrom, measured, step);
            Require.atLeast(fromNumber, 0, "fromNumber");
            Require.atLeast(toNumber, 0, "toNumber");
        }

        @Override
        public String toString() {
            return NumberText.of(
                    "series %d to %d on %s: %+.2f bp (measured on %s)",
                    fromNumber, toNumber, quotedFrom, step.basisPoints(), measured);
        }
    }

    public CdxSplice {
        Require.components(CdxSplice.class, name, series, rolls);
        series = List.copyOf(series);
        rolls = List.copyOf(rolls);
        if (series.isEmpty() || rolls.size() != series.size() - 1) {
            throw new IllegalArgumentException(
                    "rolls must be one fewer than the " + series.size() + " series but were " + rolls.size());
        }
    }

    /**
     * Joins series. A step is measured on the last date until the roll on which both series were observed.
     *
     * @param name the index
     * @param series the series, their first dates of quotation and their numbers rising
     * @return the joined series
     * @throws IllegalArgumentException if there is none, the order is wrong, or two have no common date until their
     *     roll
     */
    public static CdxSplice of(String name, List<Series> series) {
        List<Roll> rolls = new ArrayList<>();
        for (int i = 1; i < series.size(); i++) {
            rolls.add(roll(series.get(i - 1), series.get(i)));
        }
        return new CdxSplice(name, series, rolls);
    }

    private static Roll roll(Series before, Series after) {
        String both = "series " + before.number() + " and " + after.number();
        if (after.number() <= before.number() || !after.quotedFrom().isAfter(before.quotedFrom())) {
            throw new IllegalArgumentException(both + " must be in the order of their rolls but are quoted from "
                    + before.quotedFrom() + " and " + after.quotedFrom());
        }
        TimeSeries old = before.levels().until(after.quotedFrom()).dropMissing();
        TimeSeries young = after.levels().until(after.quotedFrom()).dropMissing();
        DateIndex common = old.dates().intersect(young.dates());
        if (common.isEmpty()) {
            throw new IllegalArgumentException(
                    both + " must have a common observed date on or before " + after.quotedFrom() + " but have none");
        }
        LocalDate measured = common.last();
        Rate step = Rate.ofDecimal(young.on(measured).orElseThrow())
                .minus(Rate.ofDecimal(old.on(measured).orElseThrow()));
        return new Roll(before.number(), after.number(), after.quotedFrom(), measured, step);
    }

    /**
     * The levels as quoted, with a step at each roll.
     *
     * @return the raw history
     */
    public SpreadHistory<Instrument.Cdx> raw() {
        return history(name, new double[series.size()]);
    }

    /**
     * The {@index "forward-adjusted"} levels, on the basis of the oldest series: each later series less the steps
     * before it.
     *
     * <p>No level depends on a later roll, but the newest one is not the quoted one.
     *
     * @return the history adjusted forwards
     */
    public SpreadHistory<Instrument.Cdx> adjustedForwards() {
        double[] shifts = new double[series.size()];
        for (int i = 1; i < shifts.length; i++) {
            shifts[i] = shifts[i - 1] - rolls.get(i - 1).step().decimal();
        }
        return history(name + " roll-adjusted forwards", shifts);
    }

    /**
     * The {@index "back-adjusted"} levels, on the basis of the newest series: each earlier series plus the steps after
     * it.
     *
     * <p>The newest level is the quoted one, but each further roll moves the whole past, which therefore knows it.
     *
     * @return the history adjusted backwards
     */
    public SpreadHistory<Instrument.Cdx> adjustedBackwardsHindsight() {
        double[] shifts = new double[series.size()];
        for (int i = shifts.length - 2; i >= 0; i--) {
            shifts[i] = shifts[i + 1] + rolls.get(i).step().decimal();
        }
        return history(name + " roll-adjusted backwards", shifts);
    }

    private SpreadHistory<Instrument.Cdx> history(String label, double[] shifts) {
        List<LocalDate> dates = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            TimeSeries quoted = quoted(i);
            for (int j = 0; j < quoted.size(); j++) {
                dates.add(quoted.date(j));
                values.add(quoted.value(j) + shifts[i]);
            }
        }
        double[] inside = values.stream().mapToDouble(Double::doubleValue).toArray();
        return new SpreadHistory<>(
                new Instrument.Cdx(label), TimeSeries.of(DateIndex.copyOf(dates), inside, Unit.BASIS_POINTS));
    }

    private TimeSeries quoted(int i) {
        TimeSeries levels = series.get(i).levels();
        int from = levels.dates().insertion(series.get(i).quotedFrom());
        int to = i + 1 == series.size()
                ? levels.size()
                : levels.dates().insertion(series.get(i + 1).quotedFrom());
        return levels.slice(from, to);
    }

    /** The index and one line for each roll. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name + ", " + series.size() + " series");
        rolls.forEach(roll -> text.append('\n').append(roll));
        return text.toString();
    }
}
