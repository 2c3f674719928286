package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.signal.ExAnteVolatility;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/** How scores become positions, in shares of the capital: a pure function of what is known at each close. */
public sealed interface PositionRule extends Serializable {

    /**
     * The position decided at each close.
     *
     * <p><b>Shape</b>: one position for each close. <b>Missing</b>: no score, no position: 0. <b>Cost</b>: linear.
     *
     * @param close prices above zero
     * @param scores one score from −1 to 1 for each close, NaN where there is none
     * @return shares of the capital, negative when short
     */
    double[] positions(double[] close, double[] scores);

    private static void check(double[] close, double[] scores) {
        Require.finite(close, "close");
        Require.finite(scores, "scores");
    }

    /** Fully long above zero, fully short below. */
    record Sign() implements PositionRule {
        @Override
        public double[] positions(double[] close, double[] scores) {
            check(close, scores);
            double[] positions = new double[scores.length];
            Arrays.setAll(positions, t -> Double.isNaN(scores[t]) ? 0 : Math.signum(scores[t]));
            return positions;
        }
    }

    /** As large as the score. */
    record Scaled() implements PositionRule {
        @Override
        public double[] positions(double[] close, double[] scores) {
            check(close, scores);
            return Arrays.stream(scores)
                    .map(score -> Double.isNaN(score) ? 0 : score)
                    .toArray();
        }
    }

    /**
     * Another rule without its short side.
     *
     * @param rule the rule whose negative positions become zero
     */
    record LongOnly(PositionRule rule) implements PositionRule {
        public LongOnly {
            Require.components(LongOnly.class, rule);
        }

        @Override
        public double[] positions(double[] close, double[] scores) {
            return Arrays.stream(rule.positions(close, scores))
                    .map(position -> Math.max(0, position))
                    .toArray();
        }
    }

    /**
     * {@index "Volatility targeting"}: another rule, sized so that a whole position has a target volatility.
     *
     * @param rule the rule that is sized
     * @param target the annualised volatility of a whole position, above zero
     * @param volatility how the volatility is measured
     * @param largest the largest size of a position, above zero
     */
    record VolatilityTargeted(PositionRule rule, Rate target, ExAnteVolatility volatility, double largest)
            implements PositionRule {

        public VolatilityTargeted {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(volatility, "volatility");
            if (!(target.decimal() > 0) || !(largest > 0 && largest <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "target and largest must be above zero but were " + target + " and " + largest);
            }
        }

        @Override
        public double[] positions(double[] close, double[] scores) {
            double[] sigma = volatility.over(close);
            double[] result = rule.positions(close, scores);
            for (int t = 0; t < result.length; t++) {
                double size = sigma[t] > 0 ? result[t] * target.decimal() / sigma[t] : 0;
                result[t] = Math.max(-largest, Math.min(largest, size));
            }
            return result;
        }
    }
}
