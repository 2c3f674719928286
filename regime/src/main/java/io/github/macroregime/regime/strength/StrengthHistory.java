package io.github.macroregime.regime.strength;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.strength.Strength.TailState;
import java.util.Objects;
import java.util.Optional;

/**
 * The strength on every close of an asset, as it was seen then; kept as plain numbers, of which a row is made when asked.
 */
public final class StrengthHistory {

    private final StrengthModel model;
    private final Doubles rows;
    private final int size;

    private StrengthHistory(StrengthModel model, Doubles rows, int size) {
        this.model = model;
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
        Require.prices(closes, "closes");
        StrengthState state = model.start();
        double[] rows = new double[closes.size() * state.width()];
        for (int t = 0; t < closes.size(); t++) {
            if (closes.values().isMissing(t)) {
                throw new IllegalArgumentException("closes must not be missing but were on " + closes.date(t));
            }
            var unused = state.push(closes.value(t));
            state.record(rows, t * state.width());
        }
        return new StrengthHistory(model, Doubles.copyOf(rows), closes.size());
    }

    private int width() {
        return size == 0 ? 0 : rows.size() / size;
    }

    /**
     * The strength on a close.
     *
     * @param t the position of the close, from 0
     * @return what {@link StrengthModel#last} says of the closes up to it, empty where it says nothing
     * @throws IndexOutOfBoundsException if there is no such close
     */
    public Optional<Strength> at(int t) {
        int from = Objects.checkIndex(t, size) * width();
        return model.start().recorded(rows.slice(from, from + width()).toArray(), t + 1);
    }

    /**
     * The tail state on a close.
     *
     * @param t the position of the close, from 0
     * @return that of the strength, empty where there is none
     * @throws IndexOutOfBoundsException if there is no such close
     */
    public Optional<TailState> tailAt(int t) {
        int end = (Objects.checkIndex(t, size) + 1) * width();
        return rows.isMissing(end - 1)
                ? Optional.empty()
                : Optional.of(TailState.of(rows.get(end - 2), rows.get(end - 1)));
    }

    /** How many closes there are. */
    @Override
    public String toString() {
        return "Strengths on " + size + " closes";
    }
}
