package io.github.macroregime.equities.attribution;

import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;

/**
 * The effects of one segment.
 *
 * @param id the segment
 * @param allocation from the choice of its weight
 * @param selection from what was held within it
 * @param interaction from both together; zero where it is shown within another effect
 */
public record EffectLine(String id, Rate allocation, Rate selection, Rate interaction) implements Serializable {

    public EffectLine {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(allocation, "allocation");
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(interaction, "interaction");
    }

    static EffectLine ofDecimals(String id, double allocation, double selection, double interaction) {
        return new EffectLine(id, Rate.ofDecimal(allocation), Rate.ofDecimal(selection), Rate.ofDecimal(interaction));
    }

    /**
     * All effects of the segment together.
     *
     * @return allocation plus selection plus interaction
     */
    public Rate total() {
        return allocation.plus(selection).plus(interaction);
    }

    /** The effects in percentage points in aligned columns. */
    @Override
    public String toString() {
        return NumberText.of(
                "%-28s %10.4f %10.4f %11.4f %10.4f",
                id, allocation.percent(), selection.percent(), interaction.percent(), total().percent());
    }

    static String header() {
        return String.format(
                Locale.ROOT, "%-28s %10s %10s %11s %10s", "in pp", "allocation", "selection", "interaction", "total");
    }
}
