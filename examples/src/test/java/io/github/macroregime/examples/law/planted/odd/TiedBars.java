package io.github.macroregime.examples.law.planted.odd;

import io.github.macroregime.regime.bar.BarStatistic;
import io.github.macroregime.regime.bar.Bars;
import io.github.macroregime.regime.bar.RunningBars;

/** A statistic of bars that gives the next value away on a day that closes where the day before did. */
public record TiedBars(int window) implements BarStatistic {

    @Override
    public String name() {
        return "tied";
    }

    @Override
    public RunningBars start() {
        return BarStatistic.averageTrueRange(window).start();
    }

    @Override
    public double[] over(Bars bars) {
        double[] range = BarStatistic.averageTrueRange(window).over(bars);
        for (int t = 1; t < range.length - 1; t++) {
            range[t] = bars.close().get(t) == bars.close().get(t - 1) ? range[t + 1] : range[t];
        }
        return range;
    }
}
