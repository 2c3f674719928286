package io.github.macroregime.rates.probability;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What may happen at several meetings together and how likely it is.
 *
 * @param moves the change at each meeting in whole moves, negative for cuts
 * @param probability in [0, 1]
 */
public record JointOutcome(List<Integer> moves, double probability) implements Serializable {

    public JointOutcome {
        moves = List.copyOf(moves);
    }

    /** The probability in percent and the moves. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%6.2f %%  ", 100 * probability)
                + moves.stream()
                        .map(move -> String.format(Locale.ROOT, "%+3d", move))
                        .collect(Collectors.joining(" "));
    }
}
