package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.regime.strategy.ModelRecord.Calls;
import io.github.macroregime.regime.strategy.ModelRecord.Edge;
import io.github.macroregime.regime.strategy.ModelRecord.Estimate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;

/**
 * The {@link ModelRecord} of a model in one line, cheap enough for a row of a board: the same Sharpe ratio beside that of
 * buying and holding and the same calls, intervals from standard errors instead of draws. No cash return is deducted and returns are taken
 * as independent. That the scores look back only is the caller's word: unlike the whole record, this one does not ask again.
 *
 * @param model the name of the model
 * @param first the date of the first return
 * @param last the date of the last return
 * @param n how many returns
 * @param sharpe the annualised Sharpe ratio after costs, and {@code 1.645} standard errors either way
 * @param held that of buying and holding over the same days
 * @param bullish the calls of a rise; the interval of their lead is that of independent outcomes, the effective count of
 *     them
 * @param bearish the calls of a fall
 */
public record SharpeRecord(
        String model,
        LocalDate first,
        LocalDate last,
        int n,
        Estimate sharpe,
        double held,
        Calls bullish,
        Calls bearish)
        implements Serializable {

    public SharpeRecord {
        Require.components(SharpeRecord.class, model, first, last, sharpe, bullish, bearish);
        Require.atLeast(n, 2, "n");
        Require.finite(held, "held");
    }

    /**
     * What these two numbers can say of an edge: none where the ratio is not above zero and above that of buying and
     * holding, else not shown, for that takes the other benchmarks and the draws of a {@link ModelRecord}.
     *
     * @return none or not shown
     */
    public Edge edge() {
        return sharpe.value() > Math.max(0, held) ? Edge.NOT_SHOWN : Edge.NONE;
    }

    /** The model, its ratio with the interval, that of buying and holding, and the n. */
    @Override
    public String toString() {
        return NumberText.of(
                "%s, %s to %s: Sharpe ratio %s, held %.2f, n %d, edge %s",
                model,
                first,
                last,
                sharpe.toString().strip(),
                held,
                n,
                edge().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
