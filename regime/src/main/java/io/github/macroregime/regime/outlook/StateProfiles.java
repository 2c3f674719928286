package io.github.macroregime.regime.outlook;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Conditional forward returns of one asset, its risk and reward, in every state that it has seen.
 *
 * @param <S> what the states are
 * @param asOf the date at which one looked
 * @param horizon over how many prices each return runs
 * @param current the state of the last day, or nothing
 * @param profiles the profile of each state with at least two matured outcomes, in the order of the states
 * @param tooFew the number of outcomes of each state that has fewer
 */
public record StateProfiles<S extends Comparable<S>>(
        LocalDate asOf, int horizon, List<S> current, Map<S, ForwardProfile> profiles, Map<S, Integer> tooFew)
        implements Serializable {

    /**
     * Copies the collections.
     *
     * @param asOf the date at which one looked
     * @param horizon over how many prices each return runs
     * @param current the state of the last day, or nothing
     * @param profiles the profile of each state with at least two matured outcomes
     * @param tooFew the number of outcomes of each state that has fewer
     */
    public StateProfiles {
        Require.components(StateProfiles.class, asOf, current, profiles, tooFew);
        Require.atLeast(horizon, 0, "horizon");
        current = List.copyOf(current);
        profiles = Require.entries(new TreeMap<>(profiles), "profiles");
        tooFew = Require.entries(new TreeMap<>(tooFew), "tooFew");
        Require.counts(tooFew.values(), "tooFew");
    }

    /**
     * The profile given the state of the last day.
     *
     * @return empty if that state is not known or has too few outcomes
     */
    public Optional<ForwardProfile> now() {
        return current.stream().findFirst().flatMap(this::of);
    }

    /**
     * The profile of a state.
     *
     * @param state any state
     * @return empty if it has too few outcomes
     */
    public Optional<ForwardProfile> of(S state) {
        return Optional.ofNullable(profiles.get(state));
    }

    /** One line for each state, the present one marked. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Risk and reward by state as of " + asOf);
        profiles.forEach((state, profile) -> text.append('\n')
                .append(current.contains(state) ? "* " : "  ")
                .append(state)
                .append(": ")
                .append(profile));
        tooFew.forEach((state, n) -> text.append("\n  ")
                .append(state)
                .append(": too few outcomes, n ")
                .append(n));
        return text.toString();
    }
}
