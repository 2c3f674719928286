package io.github.macroregime.regime.outlook;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Window;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The {@index "volatility premium"}, what the newsletters call positioning premium: {@index "implied volatility"} less the
 * {@index "realised volatility"} of the same horizon, positive where options are dear.
 *
 * <p>Realised is the sample deviation of the log returns of the last closes times the root of the periods of a year; both
 * are annual. Implied looks ahead, realised back.
 *
 * @param asOf the date of the last observation used
 * @param window over how many returns realised volatility is taken
 * @param implied the implied volatility
 * @param realised the realised volatility
 * @param percentile the share of the premiums of the lookback that lie below, half of the ties counted, from 0 to 1
 * @param zScore how many sample deviations the premium lies from the mean of the lookback, NaN if they are equal
 * @param n how many premiums the lookback had
 */
public record VolatilityPremium(
        LocalDate asOf, int window, Rate implied, Rate realised, double percentile, double zScore, int n)
        implements Serializable {

    private static final List<String> NAMES = List.of("implied volatility", "closes");

    public VolatilityPremium {
        Require.components(VolatilityPremium.class, asOf, implied, realised);
        Require.atLeast(window, 2, "window");
        Require.atLeast(n, 1, "n");
        Require.finite(percentile, "percentile");
        Require.finite(zScore, "zScore");
    }

    /**
     * The realised volatility over time.
     *
     * @param closes prices above zero; dates without one are left out
     * @param window over how many returns, from 2
     * @param periodsPerYear how many returns a year has, above zero
     * @return annual volatilities in percent, NaN before there are enough returns
     * @throws IllegalArgumentException if a close is not above zero
     */
    public static TimeSeries realised(TimeSeries closes, int window, double periodsPerYear) {
        double year = Math.sqrt(Require.positive(periodsPerYear, "periodsPerYear"));
        return deviations(Require.prices(closes, "closes"), Change.LOGARITHMIC, window, year, Unit.PERCENT);
    }

    private static TimeSeries deviations(TimeSeries levels, Change change, int window, double year, Unit unit) {
        TimeSeries moves = levels.dropMissing().change(change, 1);
        double[] deviations = Window.of(Require.atLeast(window, 2, "window"))
                .sampleDeviation()
                .over(moves.values().toArray());
        return TimeSeries.of(
                moves.dates(), Arrays.stream(deviations).map(s -> year * s).toArray(), unit);
    }

    /**
     * The premium over time, on the dates that have an implied volatility and a close.
     *
     * @param closes prices above zero
     * @param implied annual volatilities in percent, as an index of volatility is quoted
     * @param window over how many returns realised volatility is taken, from 2: 21 for an index of thirty days
     * @param periodsPerYear how many returns a year has, above zero
     * @return the premium in percentage points, NaN before there are enough returns
     * @throws IllegalArgumentException if a close is not above zero, implied volatility no rate or too few of the dates
     *     are {@linkplain Require#shared shared}
     */
    public static TimeSeries history(TimeSeries closes, TimeSeries implied, int window, double periodsPerYear) {
        return difference(implied, realised(closes, window, periodsPerYear));
    }

    private static TimeSeries difference(TimeSeries implied, TimeSeries realised) {
        TimeSeries observed = Require.rates(implied, "implied").dropMissing();
        DateIndex common =
                Require.shared(observed.dates().intersect(realised.dates()), NAMES, observed.dates(), realised.dates());
        return observed.on(common).minus(realised.on(common));
    }

    /**
     * Where the premium stands on a date.
     *
     * @param closes prices above zero
     * @param implied annual volatilities in percent
     * @param asOf the date at which one looks; nothing after it is used
     * @param window over how many returns realised volatility is taken, from 2
     * @param periodsPerYear how many returns a year has, above zero
     * @param lookback among how many of the last premiums it is placed, itself included, from 2
     * @return the reading, empty if there is no premium up to then
     * @throws IllegalArgumentException if a close is not above zero, implied volatility no rate or too few of the dates
     *     are {@linkplain Require#shared shared}
     */
    public static Optional<VolatilityPremium> on(
            TimeSeries closes, TimeSeries implied, LocalDate asOf, int window, double periodsPerYear, int lookback) {
        return place(
                history(closes.until(asOf), implied.until(asOf), window, periodsPerYear), implied, window, lookback);
    }

    /**
     * Where the premium of a yield stands on a date: implied {@index "normal volatility"} less the sample deviation of the
     * daily changes of the yield times the root of the periods of a year, both in basis points a year.
     *
     * @param yields levels of the yield
     * @param implied annual normal volatilities of it in basis points, such as the MOVE index
     * @param asOf the date at which one looks; nothing after it is used
     * @param window over how many changes realised volatility is taken, from 2
     * @param periodsPerYear how many changes a year has, above zero
     * @param lookback among how many of the last premiums it is placed, itself included, from 2
     * @return the reading, empty if there is no premium up to then
     * @throws IllegalArgumentException if yield or implied volatility is no rate
     */
    public static Optional<VolatilityPremium> ofYield(
            TimeSeries yields, TimeSeries implied, LocalDate asOf, int window, double periodsPerYear, int lookback) {
        double year = Math.sqrt(Require.positive(periodsPerYear, "periodsPerYear"));
        TimeSeries known = Require.rates(yields, "yields").until(asOf);
        return place(
                difference(implied.until(asOf), deviations(known, Change.DIFFERENCE, window, year, Unit.BASIS_POINTS)),
                implied,
                window,
                lookback);
    }

    private static Optional<VolatilityPremium> place(
            TimeSeries differences, TimeSeries implied, int window, int lookback) {
        Require.atLeast(lookback, 2, "lookback");
        TimeSeries premiums = differences.dropMissing();
        if (premiums.isEmpty()) {
            return Optional.empty();
        }
        double[] last = premiums.slice(Math.max(0, premiums.size() - lookback), premiums.size())
                .values()
                .toArray();
        LocalDate date = premiums.dates().last();
        double level = implied.on(date).orElseThrow();
        double premium = last[last.length - 1];
        return Optional.of(new VolatilityPremium(
                date,
                window,
                Rate.ofDecimal(level),
                Rate.ofDecimal(level - premium),
                PercentileRank.MID.of(last, premium).fraction(),
                last.length < 2 ? Double.NaN : Moments.zScore(last),
                last.length));
    }

    /**
     * The premium.
     *
     * @return implied less realised volatility
     */
    public Rate premium() {
        return implied.minus(realised);
    }

    /** Both volatilities, the premium and its place. */
    @Override
    public String toString() {
        return NumberText.of(
                "%s: implied %.2f %%, realised over %d %.2f %%, premium %+.2f pp, percentile %.0f %%, z %+.2f, n %d",
                asOf, implied.percent(), window, realised.percent(), premium().percent(), 100 * percentile, zScore, n);
    }
}
