package io.github.macroregime.examples.law.planted;

import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.regime.signal.Signal;

/** Holds a signal that looks ahead. */
public final class PlantedSignals {

    private PlantedSignals() {}

    public record Nested(int window) implements Signal {

        @Override
        public String name() {
            return "nested";
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
            return Centred.mean(Window.of(window).mean().over(close));
        }
    }
}
