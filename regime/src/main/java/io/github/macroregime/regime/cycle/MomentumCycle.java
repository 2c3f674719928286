package io.github.macroregime.regime.cycle;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The {@index "momentum cycle"}: four phases from the signs of slow and fast momentum, of which zero counts as up.
 *
 * <p>With {@code up_n = P_t >= P_{t-n}}: {@index "bull market"} if both are up, {@index correction} if only the slow one
 * is, {@index "bear market"} if neither is, {@index rebound} if only the fast one is. Momentum is the simple return of
 * closes, without a risk-free return. The close of a week or month is that of
 * {@link TimeSeries#resample(io.github.macroregime.core.series.Frequency,
 * io.github.macroregime.core.series.Aggregation)}.
 *
 * <p><b>Missing</b>: closes that were not observed are passed over. <b>Cost</b>: constant per close.
 *
 * <p><b>Source</b>: Goulding, Harvey and Mazzoleni 2023, Momentum turning points, Journal of Financial Economics 149(3).
 *
 * @param slow how many closes ago slow momentum begins, above {@code fast}
 * @param fast how many closes ago fast momentum begins, from 1
 */
public record MomentumCycle(int slow, int fast) implements Serializable {

    /** A year and a month of trading days. */
    public static final MomentumCycle DAILY = new MomentumCycle(252, 21);

    /** A year and a month of weeks. */
    public static final MomentumCycle WEEKLY = new MomentumCycle(52, 4);

    /** Twelve months and one, the paper's own. */
    public static final MomentumCycle MONTHLY = new MomentumCycle(12, 1);

    public MomentumCycle {
        Require.atLeast(fast, 1, "fast");
        Require.atLeast(slow, fast + 1, "slow");
    }

    /** Where an asset stands in its cycle. */
    public enum Phase {
        /** Slow and fast momentum are up. */
        BULL,
        /** Slow momentum is up, fast momentum down. */
        CORRECTION,
        /** Slow and fast momentum are down. */
        BEAR,
        /** Slow momentum is down, fast momentum up. */
        REBOUND;

        private final String word = name().toLowerCase(Locale.ROOT);

        /**
         * The phase of two directions.
         *
         * @param slowUp whether slow momentum is zero or above
         * @param fastUp whether fast momentum is zero or above
         * @return the phase
         */
        public static Phase of(boolean slowUp, boolean fastUp) {
            if (slowUp) {
                return fastUp ? BULL : CORRECTION;
            }
            return fastUp ? REBOUND : BEAR;
        }

        /**
         * The mean of the two directions: the position of the medium speed.
         *
         * @return 1 in a bull market, −1 in a bear market, 0 between
         */
        public int score() {
            return this == BULL ? 1 : this == BEAR ? -1 : 0;
        }

        /** The phase in a word. */
        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * A fresh state that takes one close after the other.
     *
     * @return the running form
     */
    public RunningMomentumCycle start() {
        return new RunningMomentumCycle(this);
    }

    /**
     * The phase at every close that has its history.
     *
     * @param closes prices above zero, NaN where not observed
     * @return the history, without the first {@code slow} observations
     * @throws IllegalArgumentException if a close is not above zero
     */
    public MomentumHistory over(TimeSeries closes) {
        TimeSeries observed = Require.aboveZero(Require.prices(closes, "closes").dropMissing(), "closes");
        RunningMomentumCycle state = start();
        List<Phase> phases = new ArrayList<>();
        for (int t = 0; t < observed.size(); t++) {
            state.push(observed.value(t)).ifPresent(phases::add);
        }
        return new MomentumHistory(this, observed.slice(observed.size() - phases.size(), observed.size()), phases);
    }

    /**
     * Where an asset stands as of a date, for how long, and what would change it.
     *
     * @param closes prices above zero, NaN where not observed
     * @param asOf the last date that may be seen
     * @return the reading at the last close up to it, with the date of that close, however old; empty if there are no more
     *     than {@code slow} closes
     * @throws IllegalArgumentException if a close is not above zero
     */
    public Optional<MomentumReading> asOf(TimeSeries closes, LocalDate asOf) {
        TimeSeries observed =
                Require.aboveZero(Require.prices(closes.until(asOf), "closes").dropMissing(), "closes");
        return observed.size() > slow ? Optional.of(reading(observed)) : Optional.empty();
    }

    private Phase phase(TimeSeries observed, int t) {
        return Phase.of(observed.value(t) >= observed.value(t - slow), observed.value(t) >= observed.value(t - fast));
    }

    private MomentumReading reading(TimeSeries observed) {
        DateIndex dates = observed.dates();
        int last = observed.size() - 1;
        Phase phase = phase(observed, last);
        int first = last;
        while (first > slow && phase(observed, first - 1) == phase) {
            first--;
        }
        double close = observed.value(last);
        return new MomentumReading(
                this,
                dates.last(),
                close,
                phase,
                dates.get(first),
                last - first + 1,
                close / observed.value(last - slow) - 1,
                close / observed.value(last - fast) - 1,
                observed.value(last + 1 - slow),
                observed.value(last + 1 - fast));
    }

    /**
     * The {@link Phase#score()} at each close.
     *
     * @param close prices above zero, NaN where not observed
     * @return 1, 0 or −1, NaN without a close and before there is enough history
     * @throws IllegalArgumentException if a close is infinite or not above zero
     */
    public double[] scores(double[] close) {
        Require.positiveOrMissing(close, "close");
        RunningMomentumCycle state = start();
        double[] result = new double[close.length];
        for (int t = 0; t < close.length; t++) {
            Optional<Phase> phase = Double.isNaN(close[t]) ? Optional.empty() : state.push(close[t]);
            result[t] = phase.isPresent() ? phase.get().score() : Double.NaN;
        }
        return result;
    }

    /**
     * The position of {@index "dynamic speed"} at each close: 1 in a bull market, −1 in a bear market, between them what
     * each phase itself has earned, as far as it was known.
     *
     * <p>{@code x_s = (sum_s r / sum_s r^2) / (sum_B b r / sum_B r^2)}, cut to [−1, 1]: r the return to the next close
     * after phase s (correction or rebound), B the days of bull (b = 1) and bear markets (b = −1). Positions in
     * proportion to the mean over the mean square of each phase have the largest Sharpe ratio. The weight of the fast
     * signal is {@code (1 - x) / 2} in a correction and {@code (1 + x) / 2} in a rebound. The position is 0, the medium
     * speed, while a phase has fewer than {@code least} outcomes or momentum in bull and bear markets has not paid.
     *
     * <p><b>Source</b>: derived from the paper's mean-variance argument; only outcomes up to the close count.
     *
     * @param close prices above zero, NaN where not observed
     * @param least how many outcomes a phase must have, from 1
     * @return positions from −1 to 1, NaN without a close and before there is enough history
     * @throws IllegalArgumentException if a close is infinite or not above zero
     */
    public double[] dynamicScores(double[] close, int least) {
        Require.positiveOrMissing(close, "close");
        PhaseReturns earned = new PhaseReturns(Require.atLeast(least, 1, "least"));
        RunningMomentumCycle state = start();
        double[] result = new double[close.length];
        double last = Double.NaN;
        for (int t = 0; t < close.length; t++) {
            result[t] = Double.NaN;
            if (!Double.isNaN(close[t])) {
                Optional<Phase> before = state.phase();
                if (before.isPresent()) {
                    earned.add(before.get(), close[t] / last - 1);
                }
                Optional<Phase> phase = state.push(close[t]);
                result[t] = phase.isPresent() ? earned.position(phase.get()) : Double.NaN;
                last = close[t];
            }
        }
        return result;
    }

    /** The two look-backs. */
    @Override
    public String toString() {
        return "momentum cycle " + slow + "/" + fast;
    }
}
