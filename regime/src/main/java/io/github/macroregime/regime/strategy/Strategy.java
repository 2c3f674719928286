package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.signal.Signal;
import io.github.macroregime.regime.strength.StrengthModel;
import java.io.Serializable;

/**
 * A source of scores, a rule that makes positions of them, and what trading costs.
 *
 * @param name the name shown in reports
 * @param scores where the scores come from
 * @param rule how scores become positions
 * @param cost what trading one unit of capital costs, not negative
 */
public record Strategy(String name, Scores scores, PositionRule rule, Rate cost) implements Serializable {

    public Strategy {
        Require.components(Strategy.class, name, scores, rule, cost);
        if (cost.isNegative()) {
            throw new IllegalArgumentException("cost must not be negative but was " + cost);
        }
    }

    /**
     * A strategy on one signal.
     *
     * @param signal the signal whose scores are traded
     * @param rule how scores become positions
     * @param cost what trading one unit of capital costs, not negative
     * @return the strategy, named like the signal
     */
    public static Strategy of(Signal signal, PositionRule rule, Rate cost) {
        return new Strategy(signal.name(), new OfSignal(signal), rule, cost);
    }

    /**
     * A strategy on a directional strength.
     *
     * @param model the model whose strengths are traded
     * @param rule how strengths become positions
     * @param cost what trading one unit of capital costs, not negative
     * @return the strategy
     */
    public static Strategy of(StrengthModel model, PositionRule rule, Rate cost) {
        return new Strategy("strength", new OfStrength(model), rule, cost);
    }

    /**
     * The positions decided at each close.
     *
     * @param close prices above zero, none missing
     * @return shares of the capital
     */
    public double[] positions(double[] close) {
        return rule.positions(close, scores.over(close));
    }

    /**
     * What the strategy would have earned.
     *
     * @param closes prices above zero; dates without one are left out
     * @return the backtest
     */
    public Backtest over(TimeSeries closes) {
        TimeSeries observed = Require.prices(closes, "closes").dropMissing();
        return Backtest.of(observed, positions(observed.values().toArray()), cost);
    }

    private record OfSignal(Signal signal) implements Scores {

        @Override
        public double[] over(double[] close) {
            return signal.scores(close);
        }
    }

    private record OfStrength(StrengthModel model) implements Scores {

        @Override
        public double[] over(double[] close) {
            return model.over(close);
        }
    }
}
