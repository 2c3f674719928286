package io.github.macroregime.regime.section;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.util.List;

/**
 * One fact of the day, readable at a glance.
 *
 * @param title what it is about
 * @param number the figure or the state
 * @param change how it moved, empty if nothing is known of it
 * @param why what stands behind it, empty for nothing
 * @param recent the last values of the figure, the oldest first, NaN where one is missing; none if it has no history
 * @param section the identifier of the section that says more
 */
public record Card(String title, String number, String change, String why, List<Double> recent, String section)
        implements Serializable {

    public Card {
        Require.components(Card.class, title, number, change, why, recent, section);
        recent = List.copyOf(recent);
        Require.finite(recent, "recent");
    }
}
