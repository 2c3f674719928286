package io.github.macroregime.rates.instrument;

import io.github.macroregime.core.series.Require;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The difference of two instruments' rates where the market quotes that: a {@index "basis swap"} between two overnight
 * rates, a future over another, a calendar spread.
 *
 * <p>A basis swap is the difference of two par rates over the same coupon periods, each discounted on its own rate. An
 * overnight rate over another with a term structure is a basis that steps ({@link Adjustments#withSolvedBasis}).
 *
 * @param of the instrument whose rate counts
 * @param over the one whose rate is taken off
 */
public record RateSpread(RateInstrument of, RateInstrument over) implements RateInstrument {

    public RateSpread {
        Require.components(RateSpread.class, of, over);
    }

    /**
     * A basis swap between two overnight rates.
     *
     * @param index the overnight rate that counts, for example SOFR, whose spot lag and business days apply
     * @param over the one that is taken off, for example EFFR
     * @param trade the trade date
     * @param tenor a number and D, W, M or Y
     * @return the difference of the two swaps' par rates
     * @throws IllegalArgumentException if the tenor cannot be read or is not positive
     */
    public static RateSpread basis(OvernightIndex index, OvernightIndex over, LocalDate trade, String tenor) {
        TenorOis swap = TenorOis.of(index, trade, tenor);
        return new RateSpread(swap, new TenorOis(over, tenor, swap.accrualDates()));
    }

    @Override
    public OvernightIndex index() {
        return of.index();
    }

    @Override
    public List<RateInstrument> legs() {
        return Stream.of(of, over).flatMap(leg -> leg.legs().stream()).toList();
    }

    @Override
    public LocalDate start() {
        return of.start().isBefore(over.start()) ? of.start() : over.start();
    }

    @Override
    public LocalDate end() {
        return of.end().isAfter(over.end()) ? of.end() : over.end();
    }

    @Override
    public boolean isOver(LocalDate asOf) {
        return of.isOver(asOf) && over.isOver(asOf);
    }

    @Override
    public <T> T compile(Compiler<T> compiler) {
        return compiler.spread(of, over);
    }

    @Override
    public String label() {
        return of.label().equals(over.label())
                ? of.index() + "-" + over.index() + " " + of.label()
                : of.label() + " - " + over.label();
    }

    /** The label. */
    @Override
    public String toString() {
        return label();
    }
}
