package io.github.macroregime.regime.strength;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.strength.Strength.TailState;
import java.util.Objects;
import java.util.Optional;

/**
 * The strength on every close of an asset, as it was seen then; kept as plain numbers, of which a row is made when asked.
 */
public final class StrengthHistory {

    private final StrengthState state;
    private final double[] rows;
    private final int size;

    private StrengthHistory(StrengthState state, double[] rows, int size) {
        this.state = state;
        this.rows = rows;
        this.size = size;
    }

    /**
     * The strength on every close.
     *
     * @param closes positive closes, none of them missing
     * @param model the model
     * @return one row for each close
     * @throws IllegalArgumentException if a close is missing or not above zero
     */
    public static StrengthHistory of(TimeSeries closes, StrengthModel model) {
        StrengthState state = model.start();
        double[] rows = new double[closes.size() * state.width()];
        for (int t = 0; t < closes.size(); t++) {
            if (closes.values().isMissing(t)) {
                throw new IllegalArgumentException("closes must not be missing but were on " + closes.date(t));
            }
            var unused = state.push(closes.value(t));
            state.record(rows, t * state.width());
        }
        return new StrengthHistory(state, rows, closes.size());
    }

    /**
     * The strength on a close.
     *
     * @param t the position of the close, from 0
     * @return what {@link StrengthModel#last} says of the closes up to it, empty where it says nothing
     * @throws IndexOutOfBoundsException if there is no such close
     */
    public Optional<Strength> at(int t) {
        return state.recorded(rows, Objects.checkIndex(t, size) * state.width(), t + 1);
    }

    /**
     * The tail state on a close.
     *
     * @param t the position of the close, from 0
     * @return that of the strength, empty where there is none
     * @throws IndexOutOfBoundsException if there is no such close
     */
    public Optional<TailState> tailAt(int t) {
        return state.recordedTail(rows, Objects.checkIndex(t, size) * state.width());
    }

    /** How many closes there are. */
    @Override
    public String toString() {
        return "Strengths on " + size + " closes";
    }
}
