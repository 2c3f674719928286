package io.github.macroregime.rates.path;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RateInstrument;
import java.util.ArrayList;
import java.util.List;

/** Compiled quotes as rows of a system, in an order that depends on the quotes alone. */
final class QuoteSystem {

    /** What a quote that has to be met is taken to be known to. */
    static final double ACCURACY_OF_EQUALITIES = 1e-7;

    /** A rate that the quotes tell no better than to a percentage point is not settled by them. */
    private static final double LARGEST_ERROR = 0.01;

    private final PathFrame frame;
    private final int[] quoteOf;
    private final CompiledRate[] rows;
    private final double[] errors;
    private final boolean linear;

    private QuoteSystem(PathFrame frame, List<Quote> quotes, CompiledRate[] compiled, int[] quoteOf) {
        this.frame = frame;
        this.quoteOf = quoteOf;
        this.rows = new CompiledRate[compiled.length];
        this.errors = new double[compiled.length];
        boolean allLinear = true;
        for (int i = 0; i < rows.length; i++) {
            rows[i] = compiled[quoteOf[i]];
            errors[i] = error(quotes.get(quoteOf[i]));
            allLinear &= rows[i].isLinear();
        }
        this.linear = allLinear;
    }

    /** Rows in the order of the quotes. */
    static QuoteSystem asGiven(PathFrame frame, List<Quote> quotes, CompiledRate[] compiled) {
        return new QuoteSystem(frame, quotes, compiled, inOrder(quotes.size()));
    }

    /** Rows in an order of their own, so that the one in which quotes are given changes no sum. */
    static QuoteSystem ordered(PathFrame frame, List<Quote> quotes, CompiledRate[] compiled) {
        List<Integer> places = new ArrayList<>(quotes.size());
        for (int place : inOrder(quotes.size())) {
            places.add(place);
        }
        places.sort((one, other) -> compare(quotes.get(one), quotes.get(other)));
        return new QuoteSystem(
                frame,
                quotes,
                compiled,
                places.stream().mapToInt(Integer::intValue).toArray());
    }

    private static int compare(Quote one, Quote other) {
        RateInstrument a = one.instrument();
        RateInstrument b = other.instrument();
        int order = a.end().compareTo(b.end());
        order = order != 0 ? order : a.start().compareTo(b.start());
        order = order != 0 ? order : Double.compare(error(one), error(other));
        order = order != 0 ? order : a.label().compareTo(b.label());
        order = order != 0 ? order : a.index().name().compareTo(b.index().name());
        return order != 0 ? order : one.rate().compareTo(other.rate());
    }

    static int[] inOrder(int count) {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = i;
        }
        return places;
    }

    static double error(Quote quote) {
        return quote.weight().standardError().decimal();
    }

    /** The least change of a quote's rate for a change of the path at which the quote still settles it. */
    static double leastSlope(double error) {
        return (error == 0 ? ACCURACY_OF_EQUALITIES : error) / LARGEST_ERROR;
    }

    static double[] leastSlopes(List<Quote> quotes) {
        return quotes.stream().mapToDouble(quote -> leastSlope(error(quote))).toArray();
    }

    PathFrame frame() {
        return frame;
    }

    int unknowns() {
        return frame.unknowns();
    }

    int size() {
        return rows.length;
    }

    boolean isLinear() {
        return linear;
    }

    /** The rows, which nobody writes to. */
    CompiledRate[] rows() {
        return rows;
    }

    /** The standard error of each row, which nobody writes to. */
    double[] errors() {
        return errors;
    }

    AccrualGrid grid() {
        return rows[0].grid();
    }

    /** The place of a row's quote among the quotes. */
    int quoteOf(int row) {
        return quoteOf[row];
    }

    /** Numbers by quote as numbers by row. */
    double[] byRow(Doubles byQuote) {
        double[] byRow = new double[rows.length];
        for (int i = 0; i < byRow.length; i++) {
            byRow[i] = byQuote.get(quoteOf[i]);
        }
        return byRow;
    }

    /** Writes numbers by row into a place for each quote. */
    void writeByQuote(double[] byRow, double[] byQuote) {
        for (int i = 0; i < rows.length; i++) {
            byQuote[quoteOf[i]] = byRow[i];
        }
    }
}
