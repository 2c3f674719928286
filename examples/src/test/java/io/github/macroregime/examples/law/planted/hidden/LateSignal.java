package io.github.macroregime.examples.law.planted.hidden;

import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.regime.signal.Signal;

/** A signal that looks ahead behind its three hundredth close only. */
public record LateSignal(int window) implements Signal {

    @Override
    public String name() {
        return "late";
    }

    @Override
    public Family family() {
        return Family.MOMENTUM;
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
        return Window.of(window).mean().start();
    }

    @Override
    public double[] over(double[] close) {
        double[] mean = Window.of(window).mean().over(close);
        for (int t = 300; t < mean.length - 1; t++) {
            mean[t] = mean[t + 1];
        }
        return mean;
    }
}
