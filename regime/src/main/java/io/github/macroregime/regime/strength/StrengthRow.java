package io.github.macroregime.regime.strength;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * One asset on the board.
 *
 * @param asset its name
 * @param observed the date of its last close, on or before the date of the board
 * @param close that close, as the series holds it
 * @param strength how strongly the models say up or down
 */
public record StrengthRow(String asset, LocalDate observed, double close, Strength strength) implements Serializable {

    public StrengthRow {
        Require.components(StrengthRow.class, asset, observed, strength);
        Require.observed(close, "close");
    }

    /** The row as it stands in the table of the board. */
    @Override
    public String toString() {
        return text(asset.length());
    }

    String text(int nameWidth) {
        return NumberText.of(
                "%-" + Math.max(1, nameWidth) + "s %s %6d %+9.3f %-8s %+9.3f %+9.3f %6.3f %9.2f  %s",
                asset,
                observed,
                strength.observations(),
                strength.value(),
                strength.label(),
                strength.momentum(),
                strength.reversion(),
                strength.momentumWeight(),
                strength.agreement(),
                strength.tail());
    }
}
