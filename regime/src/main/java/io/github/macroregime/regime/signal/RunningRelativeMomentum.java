package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.regime.signal.RelativeMomentum.ReturnState;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Mutable: the {@link RelativeMomentum} of an asset against a base market, updated by one pair of closes after the other.
 *
 * <p>{@link RelativeMomentum#of} is this state in a loop over the dates that both have. Memory is bounded by the horizon.
 * Not safe for use by several threads at once; give each its own {@link #copy()}.
 */
public final class RunningRelativeMomentum {

    private final int horizon;
    private final double band;
    private final RunningStatistic ratio;
    private final LogPrice ownPrice;
    private final LogPrice otherPrice;
    private final double[] own;
    private final double[] other;
    private int newest = -1;
    private int count;
    private LocalDate asOf = LocalDate.MIN;
    private double score = Double.NaN;

    RunningRelativeMomentum(int horizon, double band) {
        Require.room(horizon, 2, "horizon");
        if (!(band >= 0 && band <= 1)) {
            throw new IllegalArgumentException("band must lie in [0, 1] but was " + band);
        }
        this.horizon = horizon;
        this.band = band;
        this.ratio = HorizonScore.of(horizon).start();
        this.ownPrice = new LogPrice();
        this.otherPrice = new LogPrice();
        this.own = new double[horizon + 1];
        this.other = new double[horizon + 1];
    }

    private RunningRelativeMomentum(RunningRelativeMomentum source) {
        this.horizon = source.horizon;
        this.band = source.band;
        this.ratio = source.ratio.copy();
        this.ownPrice = new LogPrice(source.ownPrice);
        this.otherPrice = new LogPrice(source.otherPrice);
        this.own = source.own.clone();
        this.other = source.other.clone();
        this.newest = source.newest;
        this.count = source.count;
        this.asOf = source.asOf;
        this.score = source.score;
    }

    /**
     * Takes the closes of the next date; a date on which one is missing is passed over.
     *
     * @param date after the date before it
     * @param asset a price above zero, NaN where not observed
     * @param base a price above zero, NaN where not observed
     * @return the relative score from −1 to 1, NaN while there is too little history and where the ratio never moved
     * @throws IllegalArgumentException if the date is not later or a price is not above zero; the state is then unchanged
     */
    public double push(LocalDate date, double asset, double base) {
        if (!date.isAfter(asOf)) {
            throw new IllegalArgumentException("date must be after " + asOf + " but was " + date);
        }
        double price = Require.positiveOrMissing(asset, "close");
        double basePrice = Require.positiveOrMissing(base, "close");
        if (Double.isNaN(price) || Double.isNaN(basePrice)) {
            return score;
        }
        asOf = date;
        newest = newest == horizon ? 0 : newest + 1;
        own[newest] = ownPrice.next(price);
        other[newest] = otherPrice.next(basePrice);
        count++;
        score = HorizonScore.of(horizon).score(ratio.push(price / basePrice));
        return score;
    }

    /**
     * The state after the last pair.
     *
     * <p><b>Cost</b>: the horizon.
     *
     * @return the state, empty while there is too little history and where the ratio never moved
     */
    public Optional<RelativeMomentum> latest() {
        if (count < horizon + 1 || Double.isNaN(score)) {
            return Optional.empty();
        }
        double ownReturn = log(own, 0) - log(own, horizon);
        double baseReturn = log(other, 0) - log(other, horizon);
        double correlation = Moments.correlation(returns(own), returns(other));
        return Optional.of(new RelativeMomentum(
                asOf,
                horizon,
                ownReturn,
                baseReturn,
                score,
                ReturnState.of(ownReturn, baseReturn),
                correlation,
                Math.abs(correlation) > band ? RelativeMomentum.Link.LINKED : RelativeMomentum.Link.LOOSE));
    }

    private double log(double[] logs, int age) {
        return logs[newest >= age ? newest - age : newest - age + horizon + 1];
    }

    private double[] returns(double[] logs) {
        double[] returns = new double[horizon];
        for (int i = 0; i < horizon; i++) {
            returns[i] = log(logs, horizon - 1 - i) - log(logs, horizon - i);
        }
        return returns;
    }

    /**
     * An independent state with the same past.
     *
     * @return a copy that shares nothing mutable with this one
     */
    public RunningRelativeMomentum copy() {
        return new RunningRelativeMomentum(this);
    }

    /**
     * How many pairs were taken.
     *
     * @return the count
     */
    public int count() {
        return count;
    }
}
