package io.github.macroregime.regime.strength;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.strength.Strength.TailState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The strength on every close of an asset, as it was seen then; kept as plain numbers, of which a row is made when asked.
 */
public final class StrengthHistory {

    private static final int KEPT_EVERY = 256;
    private static final int NEAR_EVERY = 16;

    private final StrengthModel model;
    private final Doubles rows;
    // Derived from the closes: where a reading is taken up again.
    private final transient List<StrengthState> kept;
    private final Doubles closes;
    private final int size;
    // Where the last reading passed: the day before or after is asked for next, on any thread.
    private transient volatile List<StrengthState> near = List.of();

    private StrengthHistory(StrengthModel model, Doubles rows, List<StrengthState> kept, Doubles closes) {
        this.model = model;
        this.rows = rows;
        this.kept = kept;
        this.closes = closes;
        this.size = closes.size();
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
        Require.aboveZero(Require.prices(closes, "closes"), "closes");
        StrengthState state = model.start();
        double[] rows = new double[closes.size() * state.width()];
        List<StrengthState> kept = new ArrayList<>();
        for (int t = 0; t < closes.size(); t++) {
            if (closes.values().isMissing(t)) {
                throw new IllegalArgumentException("closes must not be missing but were on " + closes.date(t));
            }
            if (t % KEPT_EVERY == 0) {
                kept.add(state.copy());
            }
            var unused = state.push(closes.value(t));
            state.record(rows, t * state.width());
        }
        return new StrengthHistory(model, Doubles.copyOf(rows), kept, closes.values());
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

    /**
     * The strengths on the first closes.
     *
     * @param first how many of the closes
     * @return what {@link StrengthModel#over} says of them, NaN where it says nothing
     * @throws IndexOutOfBoundsException if there are fewer closes
     */
    public Doubles strengths(int first) {
        Objects.checkIndex(first, size + 1);
        double[] strengths = new double[first];
        Arrays.setAll(strengths, t -> rows.get((t + 1) * width() - 1));
        return Doubles.copyOf(strengths);
    }

    /**
     * The closes after some of the first ones that would change the state.
     *
     * <p><b>Cost</b>: that of a few hundred closes, however many there are.
     *
     * @param first how many of the closes are known, from 1
     * @return what {@link FlipPrices#of(double[], StrengthModel)} says of them
     * @throws IndexOutOfBoundsException if there are none, or more than this history has
     */
    public Optional<FlipPrices> flips(int first) {
        int last = Objects.checkIndex(first - 1, size);
        StrengthState state = Stream.concat(Stream.of(kept.get(last / KEPT_EVERY)), near.stream())
                .filter(each -> each.count() <= first)
                .max(Comparator.comparing(StrengthState::count))
                .orElseThrow()
                .copy();
        List<StrengthState> passed = near.stream()
                .filter(each -> each.count() / KEPT_EVERY == last / KEPT_EVERY && each.count() % NEAR_EVERY == 0)
                .collect(Collectors.toCollection(ArrayList::new));
        while (state.count() <= last) {
            var unused = state.push(closes.get(state.count()));
            if (state.count() % NEAR_EVERY == 0 || state.count() == first) {
                passed.add(state.copy());
            }
        }
        near = passed;
        return FlipPrices.of(closes.slice(0, first).toArray(), state, model);
    }

    /** How many closes there are. */
    @Override
    public String toString() {
        return "Strengths on " + size + " closes";
    }
}
