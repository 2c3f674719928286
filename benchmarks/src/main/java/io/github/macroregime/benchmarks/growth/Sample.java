package io.github.macroregime.benchmarks.growth;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.bar.Bars;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Seeded series of one length. */
final class Sample {

    private final List<double[]> columns;
    private final TimeSeries dated;
    private final Bars bars;

    private Sample(List<double[]> columns, TimeSeries dated, Bars bars) {
        this.columns = columns;
        this.dated = dated;
        this.bars = bars;
    }

    /** Four series. */
    List<double[]> columns() {
        return columns;
    }

    /** The first of them on business days. */
    TimeSeries dated() {
        return dated;
    }

    /** Bars about the first of them. */
    Bars bars() {
        return bars;
    }

    /** Prices whose changes are about one percent, others for each number. */
    static Sample prices(int length, int number) {
        List<double[]> columns = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            double[] returns = drawn(length, 4L * number + k);
            double[] prices = new double[length];
            double logarithm = Math.log(4000);
            for (int t = 0; t < length; t++) {
                // Drawn back a little, so that long series keep their size.
                logarithm += returns[t] - 0.001 * (logarithm - Math.log(4000));
                prices[t] = Math.exp(logarithm);
            }
            columns.add(prices);
        }
        return of(columns);
    }

    /** Columns of returns of about one percent, others for each number. */
    static Sample returns(int length, int number) {
        Sample prices = prices(length, number);
        List<double[]> returns = IntStream.range(0, 4)
                .mapToObj(k -> drawn(length, 4L * number + k))
                .toList();
        return new Sample(returns, prices.dated, prices.bars);
    }

    private static double[] drawn(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, length)
                .mapToDouble(t -> 0.035 * (random.nextDouble() - 0.5))
                .toArray();
    }

    private static Sample of(List<double[]> columns) {
        double[] close = columns.get(0);
        int[] days = IntStream.range(0, close.length).map(t -> t + 2 * (t / 5)).toArray();
        double[] open = new double[close.length];
        double[] high = new double[close.length];
        double[] low = new double[close.length];
        for (int t = 0; t < close.length; t++) {
            open[t] = t == 0 ? close[t] : close[t - 1];
            high[t] = Math.max(open[t], close[t]) + 0.001 * Math.abs(close[t]);
            low[t] = Math.min(open[t], close[t]) - 0.001 * Math.abs(close[t]);
        }
        return new Sample(
                columns,
                TimeSeries.of(DateIndex.ofEpochDays(days), close, Unit.FRACTION),
                Bars.of(open, high, low, close));
    }
}
