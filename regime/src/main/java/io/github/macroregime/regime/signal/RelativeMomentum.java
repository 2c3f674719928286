package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * How an asset does against a base market on the dates that both have.
 *
 * @param asOf the last common date
 * @param horizon over how many common closes the returns run
 * @param own the log return of the asset
 * @param base the log return of the base market
 * @param relativeScore the {@link HorizonScore} of the ratio of the two prices, from −1 to 1
 * @param state rising or falling, ahead or behind
 * @param correlation the correlation of the daily log returns over the horizon, NaN if one of them did not move
 * @param correlationState whether that correlation lies inside the band in which the map says little
 */
public record RelativeMomentum(
        LocalDate asOf,
        int horizon,
        double own,
        double base,
        double relativeScore,
        ReturnState state,
        double correlation,
        Link correlationState)
        implements Serializable {

    /** Whether two assets move together enough for their map to mean something. */
    public enum Link {
        /** The correlation lies outside the band. */
        LINKED,
        /** The correlation lies inside the band, or there is none. */
        LOOSE
    }

    /**
     * The state of an asset against a base market as of a date.
     *
     * <p><b>Shape</b>: one result. <b>Unit</b>: prices above zero; log returns. <b>Missing</b>: only dates on which both
     * have a close count. <b>Cost</b>: linear.
     *
     * @param asset prices above zero
     * @param base prices above zero
     * @param asOf the last date that may be seen
     * @param horizon over how many common closes the returns run, from 2
     * @param band a correlation of at most this size counts as loose, from 0 to 1
     * @return the state, empty if there are not enough common closes or the ratio never moved
     * @throws IllegalArgumentException if a close is not above zero, or the horizon or band lies outside its range
     */
    public static Optional<RelativeMomentum> of(
            TimeSeries asset, TimeSeries base, LocalDate asOf, int horizon, double band) {
        Prices.atLeast(2, horizon, "horizon");
        if (!(band >= 0 && band <= 1)) {
            throw new IllegalArgumentException("band must lie in [0, 1] but was " + band);
        }
        TimeSeries seen = asset.until(asOf).dropMissing();
        TimeSeries against = base.until(asOf).dropMissing();
        double[] own = common(seen, against);
        double[] other = common(against, seen);
        if (own.length < horizon + 1) {
            return Optional.empty();
        }
        double score = relativeScore(own, other, horizon);
        if (Double.isNaN(score)) {
            return Optional.empty();
        }
        double ownReturn = logReturn(own, horizon);
        double baseReturn = logReturn(other, horizon);
        double correlation = Moments.correlation(lastReturns(own, horizon), lastReturns(other, horizon));
        return Optional.of(new RelativeMomentum(
                seen.dates().intersect(against.dates()).last(),
                horizon,
                ownReturn,
                baseReturn,
                score,
                ReturnState.of(ownReturn, baseReturn),
                correlation,
                Math.abs(correlation) > band ? Link.LINKED : Link.LOOSE));
    }

    private static double[] common(TimeSeries series, TimeSeries other) {
        double[] close = series.dates().intersect(other.dates()).stream()
                .mapToDouble(date -> series.on(date).orElseThrow())
                .toArray();
        Prices.check(close);
        return close;
    }

    private static double relativeScore(double[] own, double[] other, int horizon) {
        HorizonScore signal = HorizonScore.of(horizon);
        double[] ratio = new double[own.length];
        for (int i = 0; i < ratio.length; i++) {
            ratio[i] = own[i] / other[i];
        }
        return signal.scores(ratio)[ratio.length - 1];
    }

    private static double logReturn(double[] close, int horizon) {
        int last = close.length - 1;
        return StrictMath.log(close[last]) - StrictMath.log(close[last - horizon]);
    }

    private static double[] lastReturns(double[] close, int horizon) {
        double[] returns = new double[horizon];
        for (int i = 0; i < horizon; i++) {
            int at = close.length - horizon + i;
            returns[i] = StrictMath.log(close[at]) - StrictMath.log(close[at - 1]);
        }
        return returns;
    }

    /** The two returns in percent, the relative score and the state. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s over %d closes: own %+.2f %%, base %+.2f %%, relative %+.3f, %s, correlation %.2f (%s)",
                asOf,
                horizon,
                100 * own,
                100 * base,
                relativeScore,
                state,
                correlation,
                correlationState.name().toLowerCase(Locale.ROOT));
    }
}
