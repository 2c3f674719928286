package io.github.macroregime.examples.law.planted.hidden;

import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Statistic;
import io.github.macroregime.core.window.Window;
import java.util.Arrays;

/** A statistic that answers a series it has seen the future of from what it remembers. */
public record Remembering(int window) implements Statistic {

    private static double[] seen = {};

    @Override
    public double[] over(double[] x) {
        boolean isKnown = x.length <= seen.length && Arrays.equals(x, Arrays.copyOf(seen, x.length));
        seen = isKnown ? seen : x.clone();
        double[] mean = Window.of(window).mean().over(seen);
        for (int t = 0; t < mean.length - 1; t++) {
            mean[t] = (mean[t] + mean[t + 1]) / 2;
        }
        return Arrays.copyOf(mean, x.length);
    }

    @Override
    public RunningStatistic start() {
        return new Peeking(window, new double[0]);
    }

    @Override
    public Unit unitOf(Unit unit) {
        return unit;
    }

    private static final class Peeking implements RunningStatistic {

        private final int window;
        private double[] past;

        private Peeking(int window, double[] past) {
            this.window = window;
            this.past = past;
        }

        @Override
        public double push(double x) {
            past = Arrays.copyOf(past, past.length + 1);
            past[past.length - 1] = x;
            return new Remembering(window).over(past)[past.length - 1];
        }

        @Override
        public RunningStatistic copy() {
            return new Peeking(window, past);
        }

        @Override
        public int count() {
            return Math.min(window, past.length);
        }

        @Override
        public boolean isReady() {
            return past.length >= window;
        }
    }
}
