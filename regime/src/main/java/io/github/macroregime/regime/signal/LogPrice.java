package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Change;

/** Mutable: log prices less that of the first close, so that the level of a price costs no digits of its moves. */
final class LogPrice {

    private double first = Double.NaN;

    LogPrice() {}

    LogPrice(LogPrice source) {
        this.first = source.first;
    }

    double next(double close) {
        first = Double.isNaN(first) ? close : first;
        return peek(close);
    }

    double peek(double close) {
        return Change.LOGARITHMIC.between(Double.isNaN(first) ? close : first, close);
    }
}
