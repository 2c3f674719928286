package io.github.macroregime.rates.risk;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RatePosition;
import io.github.macroregime.rates.path.CalibratedPath;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@index DV01} and {@index gamma} of a book by the quotes of a calibrated path: what it gains when quotes move.
 *
 * <p>The book is revalued on the path that the moved quotes imply, so that both the curvature of its instruments and
 * that of the calibration count.
 *
 * @param quotes the quotes of the path
 * @param deltas money gained when a quote's rate falls by one basis point, the others unchanged
 * @param gammas money gained for the product of two quotes' changes in basis points, quotes by quotes, symmetric
 */
public record QuoteRisk(List<Quote> quotes, Doubles deltas, Matrix gammas) implements Serializable {

    private static final double BASIS_POINT = 1e-4;

    public QuoteRisk {
        Require.components(QuoteRisk.class, quotes, deltas, gammas);
        quotes = List.copyOf(quotes);
        int n = quotes.size();
        if (deltas.size() != n || gammas.rows() != n || gammas.columns() != n) {
            throw new IllegalArgumentException("deltas and gammas must have " + n + " and " + n + " x " + n
                    + " numbers but had " + deltas.size() + " and " + gammas.rows() + " x " + gammas.columns());
        }
    }

    /**
     * The risk of a book.
     *
     * <p>A position is worth minus its basis-point value times its rate in basis points. With {@code V(q)} the worth of
     * all: {@code delta_a = -dV / dq_a} and {@code gamma_ab = d^2 V / (dq_a dq_b)}, both by the basis point.
     *
     * <p><b>Unit</b>: the money of the positions. <b>Missing</b>: none where the quotes leave a part of the path open.
     * <b>Cost</b>: quotes times periods squared.
     *
     * @param path the calibrated path
     * @param book the positions
     * @return delta and gamma, or nothing if the quotes leave a part of it open
     */
    public static Optional<QuoteRisk> of(CalibratedPath path, List<RatePosition> book) {
        return path.bookRisk(book, (deltas, gammas) -> new QuoteRisk(path.quotes(), deltas, gammas));
    }

    /**
     * What the book gains when the quotes move, to second order: {@code -delta m + m' gamma m / 2}.
     *
     * <p><b>Shape</b>: one change for each quote. <b>Unit</b>: decimals, 0.0001 for one basis point up.
     *
     * @param changes the new rates minus those of the path's quotes
     * @return the money gained, negative for a loss
     * @throws IllegalArgumentException if there is not one number for each quote
     */
    public double profit(Doubles changes) {
        if (changes.size() != quotes.size() || changes.missingCount() > 0) {
            throw new IllegalArgumentException(
                    "changes must be one number for each of the " + quotes.size() + " quotes but was " + changes);
        }
        double profit = 0;
        for (int a = 0; a < changes.size(); a++) {
            double bend = 0;
            for (int b = 0; b < changes.size(); b++) {
                bend += gammas.get(a, b) * changes.get(b);
            }
            profit += changes.get(a) / BASIS_POINT * (bend / BASIS_POINT / 2 - deltas.get(a));
        }
        return profit;
    }

    /** One line for each quote: its delta and what it gains from its own square. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-26s  %14s  %14s", "quote", "delta / bp", "gamma / bp^2"));
        for (int a = 0; a < deltas.size(); a++) {
            text.append(NumberText.of(
                    "\n%-26s  %14.2f  %14.6f", quotes.get(a).instrument().label(), deltas.get(a), gammas.get(a, a)));
        }
        return text.toString();
    }
}
