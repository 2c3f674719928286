package io.github.macroregime.equities.contribution;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Weights at a close, with the date they belong to: they are beginning weights of the next day, and grow old after it.
 *
 * <p>Weights of a month's end on a day within the month are the commonest reason for a residual; here they cannot be
 * used without their age being known.
 *
 * @param asOf the close at which the weights were valid, after index actions
 * @param ids the constituents, each once
 * @param weights one weight for each, decimal
 */
public record BeginWeights(LocalDate asOf, List<String> ids, Doubles weights) implements Serializable {

    public BeginWeights {
        Require.components(BeginWeights.class, asOf, ids, weights);
        ids = List.copyOf(ids);
        if (weights.size() != ids.size()) {
            throw new IllegalArgumentException(
                    "weights must have one number for each of the " + ids.size() + " ids but had " + weights.size());
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(ids.get(i))) {
                throw new IllegalArgumentException("ids must be distinct but " + ids.get(i) + " is repeated");
            }
            if (weights.isMissing(i)) {
                throw new IllegalArgumentException("weight of " + ids.get(i) + " must be given but was NaN");
            }
        }
    }

    /**
     * How old the weights are on a day.
     *
     * @param date a day after the close of the weights
     * @return calendar days from their close, at least 1
     * @throws IllegalArgumentException if the day is not after the close: weights of the day itself hold its return
     */
    public int ageDays(LocalDate date) {
        if (!date.isAfter(asOf)) {
            throw new IllegalArgumentException(
                    "date must lie after the close of the weights, " + asOf + ", but was " + date);
        }
        return Math.toIntExact(ChronoUnit.DAYS.between(asOf, date));
    }

    /**
     * The weights after a day without trades: {@code w (1 + r) / (1 + R)}.
     *
     * @param date the day, after the close of the weights
     * @param returns the return of each constituent on it
     * @return the weights at the close of that day
     * @throws IllegalArgumentException if a constituent has no return, the day is not later, or the whole lost everything
     */
    public BeginWeights drifted(LocalDate date, Map<String, Rate> returns) {
        ageDays(date);
        double[] changes = new double[ids.size()];
        for (int i = 0; i < changes.length; i++) {
            Rate change = returns.get(ids.get(i));
            if (change == null) {
                throw new IllegalArgumentException("returns must hold " + ids.get(i) + " on " + date + " but did not");
            }
            changes[i] = change.decimal();
        }
        return new BeginWeights(date, ids, Doubles.copyOf(Contributions.drifted(weights.toArray(), changes)));
    }

    /**
     * The constituents with their returns of a day; whoever has none is unpriced.
     *
     * @param returns returns by constituent; others are not looked at
     * @return one position for each constituent
     */
    public List<Position> positions(Map<String, Rate> returns) {
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Rate change = returns.get(ids.get(i));
            positions.add(
                    change == null
                            ? Position.unpriced(ids.get(i), weights.get(i))
                            : Position.held(ids.get(i), weights.get(i), change));
        }
        return List.copyOf(positions);
    }

    /** The close and the count. */
    @Override
    public String toString() {
        return ids.size() + " weights as of " + asOf;
    }
}
