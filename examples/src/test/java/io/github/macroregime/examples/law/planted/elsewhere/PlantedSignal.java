package io.github.macroregime.examples.law.planted.elsewhere;

import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.regime.signal.Signal;

/** A signal in another package that looks ahead. */
public record PlantedSignal(int window) implements Signal {

    @Override
    public String name() {
        return "elsewhere";
    }

    @Override
    public Family family() {
        return Family.REVERSION;
    }

    @Override
    public int history() {
        return window;
    }

    @Override
    public double score(double value) {
        return value;
    }

    @Override
    public RunningStatistic start() {
        return Window.of(window).zScore().start();
    }

    @Override
    public double[] over(double[] close) {
        double[] result = Window.of(window).zScore().over(close);
        for (int t = 0; t < close.length - 1; t++) {
            result[t] = (result[t] + result[t + 1]) / 2;
        }
        return result;
    }
}
