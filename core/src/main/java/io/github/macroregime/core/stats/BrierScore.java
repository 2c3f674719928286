package io.github.macroregime.core.stats;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The calibration of probability forecasts: their {@index "Brier score"}, its {@index "Murphy decomposition"} and the
 * {@index "reliability table"} behind it.
 *
 * <p>{@code score = reliability - resolution + uncertainty + withinBins}. The first three are Murphy's on the bins of
 * the table; the fourth is what forecasts of one bin differ by among themselves, zero where each bin holds one
 * probability.
 *
 * <p><b>Source</b>: Brier 1950, Monthly Weather Review 78; Murphy 1973, Journal of Applied Meteorology 12; for the fourth
 * part Stephenson, Coelho and Jolliffe 2008, Weather and Forecasting 23.
 *
 * @param score the mean of {@code (p - o)^2} with o one where the event happened and zero where not, from 0 to 1
 * @param bins the reliability table, from the lowest probabilities; bins without a forecast are left out
 */
public record BrierScore(double score, List<Bin> bins) implements Serializable {

    /**
     * A probability that was given to an event, and whether the event happened.
     *
     * @param probability in [0, 1]
     * @param happened whether the event happened
     */
    public record Forecast(double probability, boolean happened) implements Serializable {

        public Forecast {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("probability must lie in [0, 1] but was " + probability);
            }
        }
    }

    /**
     * The forecasts within a range of probabilities.
     *
     * @param from the lower end of the range, included
     * @param to the upper end, not included unless it is 1
     * @param observations n, how many forecasts there were
     * @param meanProbability the mean of their probabilities
     * @param frequency in which share of them the event happened
     */
    public record Bin(double from, double to, int observations, double meanProbability, double frequency)
            implements Serializable {
        public Bin {
            Require.atLeast(observations, 0, "observations");
            Require.observed(from, "from");
            Require.observed(to, "to");
            Require.finite(meanProbability, "meanProbability");
            Require.finite(frequency, "frequency");
        }
    }

    private static final int MOST_BINS = 10_000;

    public BrierScore {
        Require.components(BrierScore.class, bins);
        Require.finite(score, "score");
        bins = List.copyOf(bins);
        Require.atLeast(bins.size(), 1, "bins");
    }

    /**
     * The score of forecasts, with their probabilities in bins of equal width.
     *
     * @param forecasts at least one
     * @param bins how many bins [0, 1] is cut into, from 1 to ten thousand
     * @return the score with its table
     * @throws IllegalArgumentException if there is no forecast, no bin or more than ten thousand
     */
    public static BrierScore of(List<Forecast> forecasts, int bins) {
        Require.atLeast(forecasts.size(), 1, "forecasts");
        if (Require.atLeast(bins, 1, "bins") > MOST_BINS) {
            throw new IllegalArgumentException("bins must be at most " + MOST_BINS + " but was " + bins);
        }
        List<List<Forecast>> members = IntStream.range(0, bins)
                .<List<Forecast>>mapToObj(k -> new ArrayList<>())
                .toList();
        forecasts.forEach(
                forecast -> members.get(bin(forecast.probability(), bins)).add(forecast));
        List<Bin> table = IntStream.range(0, bins)
                .filter(k -> !members.get(k).isEmpty())
                .mapToObj(k -> bin(k, bins, members.get(k)))
                .toList();
        double[] errors = forecasts.stream()
                .mapToDouble(forecast -> square(forecast.probability() - outcome(forecast)))
                .toArray();
        return new BrierScore(Moments.mean(errors), table);
    }

    private static int bin(double probability, int bins) {
        int k = (int) Math.min(bins - 1, Math.floor(probability * bins));
        // 0.29 * 100 is below 29 in binary arithmetic, yet 0.29 is the edge of its bin.
        if (k < bins - 1 && probability >= (k + 1) / (double) bins) {
            return k + 1;
        }
        return probability < k / (double) bins ? k - 1 : k;
    }

    private static Bin bin(int k, int bins, List<Forecast> members) {
        return new Bin(
                k / (double) bins,
                (k + 1) / (double) bins,
                members.size(),
                Moments.mean(members.stream().mapToDouble(Forecast::probability).toArray()),
                members.stream().mapToDouble(BrierScore::outcome).sum() / members.size());
    }

    private static double outcome(Forecast forecast) {
        return forecast.happened() ? 1 : 0;
    }

    private static double square(double x) {
        return x * x;
    }

    /**
     * How many forecasts there were.
     *
     * @return n over all bins
     */
    public int observations() {
        return bins.stream().mapToInt(Bin::observations).sum();
    }

    /**
     * The {@index "base rate"}: in which share of all forecasts the event happened.
     *
     * @return from 0 to 1
     */
    public double baseRate() {
        return weighted(Bin::frequency);
    }

    /**
     * How far the probabilities lie from the frequencies: {@code sum n_k (p_k - o_k)^2 / n}.
     *
     * @return not negative, zero for calibrated forecasts
     */
    public double reliability() {
        return weighted(bin -> square(bin.meanProbability() - bin.frequency()));
    }

    /**
     * How far the frequencies of the bins lie from the base rate: {@code sum n_k (o_k - o)^2 / n}.
     *
     * @return not negative, zero where all forecasts tell the same
     */
    public double resolution() {
        double base = baseRate();
        return weighted(bin -> square(bin.frequency() - base));
    }

    /**
     * The score of always forecasting the base rate: {@code o (1 - o)}.
     *
     * @return from 0 to 0.25
     */
    public double uncertainty() {
        return baseRate() * (1 - baseRate());
    }

    /**
     * What the score holds of differences within the bins: {@code score - reliability + resolution - uncertainty}.
     *
     * @return of either sign, zero to rounding where each bin holds one probability
     */
    public double withinBins() {
        return score - reliability() + resolution() - uncertainty();
    }

    /**
     * The {@index "Brier skill score"} against the base rate: {@code 1 - score / uncertainty}.
     *
     * @return at most 1, negative where the base rate forecasts better, NaN if the event always or never happened
     */
    public double skill() {
        return uncertainty() == 0 ? Double.NaN : 1 - score / uncertainty();
    }

    private double weighted(ToDoubleFunction<Bin> number) {
        return bins.stream()
                        .mapToDouble(bin -> bin.observations() * number.applyAsDouble(bin))
                        .sum()
                / observations();
    }

    /** The score with its parts, then one line for each bin. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(NumberText.of(
                "Brier score %.4f = reliability %.4f - resolution %.4f + uncertainty %.4f + within bins %.4f, n = %d\n"
                        + "%-13s  %6s  %10s  %10s",
                score,
                reliability(),
                resolution(),
                uncertainty(),
                withinBins(),
                observations(),
                "probability",
                "n",
                "forecast %",
                "happened %"));
        for (Bin bin : bins) {
            text.append(NumberText.of(
                    "\n%.3f - %.3f  %6d  %10.1f  %10.1f",
                    bin.from(), bin.to(), bin.observations(), 100 * bin.meanProbability(), 100 * bin.frequency()));
        }
        return text.toString();
    }
}
