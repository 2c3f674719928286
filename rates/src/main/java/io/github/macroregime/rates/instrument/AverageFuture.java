package io.github.macroregime.rates.instrument;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A one-month future that settles to the arithmetic average of the fixings over the calendar days of its month.
 *
 * <p>{@code R = (1 / N) * sum over the N calendar days of fix(last business day on or before the day)}: exactly
 * linear in the path. A weekend counts its Friday three times.
 *
 * <p><b>Source</b>: CBOT rulebook chapter 22 for thirty-day fed funds futures; the ASX page on short-term derivatives for
 * thirty-day interbank cash rate futures.
 *
 * @param index the overnight rate
 * @param symbol the product, for example {@code ZQ}
 * @param month the delivery month, which is the averaged month
 * @param tick the smallest change of the rate, positive
 * @param basisPointValue the money per basis point of one contract, positive
 */
public record AverageFuture(OvernightIndex index, String symbol, YearMonth month, Rate tick, double basisPointValue)
        implements RateFuture {

    private static final double DOLLARS_PER_BASIS_POINT = 41.67;
    private static final double AUSTRALIAN_DOLLARS_PER_BASIS_POINT = 24.66;

    public AverageFuture {
        Require.components(AverageFuture.class, index, symbol, month, tick);
        CompoundedFuture.requireTerms(tick, basisPointValue);
    }

    /**
     * The thirty-day {@index "fed funds future"} ({@index ZQ}) of a month.
     *
     * @param month the delivery month
     * @return ZQ, tick 0.5 bp, 41.67 dollars per basis point
     */
    public static AverageFuture zq(YearMonth month) {
        return zq(OvernightIndex.effr(), month);
    }

    /**
     * The thirty-day fed funds future of a month on an own index.
     *
     * @param index the fed funds rate with its fixing days
     * @param month the delivery month
     * @return ZQ, tick 0.5 bp, 41.67 dollars per basis point
     */
    public static AverageFuture zq(OvernightIndex index, YearMonth month) {
        return new AverageFuture(index, "ZQ", month, Rate.ofBasisPoints(0.5), DOLLARS_PER_BASIS_POINT);
    }

    /**
     * The one-month SOFR future ({@index SR1}) of a month.
     *
     * @param month the delivery month
     * @return SR1, tick 0.5 bp, 41.67 dollars per basis point
     */
    public static AverageFuture sr1(YearMonth month) {
        return sr1(OvernightIndex.sofr(), month);
    }

    /**
     * The one-month SOFR future of a month on an own index.
     *
     * @param index SOFR with its fixing days
     * @param month the delivery month
     * @return SR1, tick 0.5 bp, 41.67 dollars per basis point
     */
    public static AverageFuture sr1(OvernightIndex index, YearMonth month) {
        return new AverageFuture(index, "SR1", month, Rate.ofBasisPoints(0.5), DOLLARS_PER_BASIS_POINT);
    }

    /**
     * The thirty-day {@index "interbank cash rate future"} (IB) of the Australian exchange.
     *
     * @param month the delivery month
     * @return IB on AONIA, tick 0.5 bp, 24.66 Australian dollars per basis point
     */
    public static AverageFuture ib(YearMonth month) {
        return new AverageFuture(
                OvernightIndex.aonia(), "IB", month, Rate.ofBasisPoints(0.5), AUSTRALIAN_DOLLARS_PER_BASIS_POINT);
    }

    @Override
    public LocalDate start() {
        return month.atDay(1);
    }

    @Override
    public LocalDate end() {
        return month.plusMonths(1).atDay(1);
    }

    @Override
    public <T> T compile(Compiler<T> compiler) {
        return compiler.averageFuture(this);
    }

    @Override
    public String label() {
        return symbol + " " + month;
    }

    /** The label and the index. */
    @Override
    public String toString() {
        return label() + " on " + index;
    }
}
