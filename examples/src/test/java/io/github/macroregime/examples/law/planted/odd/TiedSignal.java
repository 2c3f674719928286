package io.github.macroregime.examples.law.planted.odd;

import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.regime.signal.Signal;

/** A signal that gives the next close away where one is like the one before. */
public record TiedSignal(int window) implements Signal {

    @Override
    public String name() {
        return "tied";
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
        return Window.of(window).zScore().start();
    }

    @Override
    public double[] over(double[] close) {
        double[] score = Window.of(window).zScore().over(close);
        for (int t = 1; t < score.length - 1; t++) {
            score[t] = close[t] == close[t - 1] ? score[t + 1] : score[t];
        }
        return score;
    }
}
