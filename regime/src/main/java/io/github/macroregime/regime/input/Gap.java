package io.github.macroregime.regime.input;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;

/**
 * Something that is not at hand, and what a report therefore does not say.
 *
 * @param lacking what is absent, as a file or a series
 * @param consequence what is left out because of it
 */
public record Gap(String lacking, String consequence) implements Serializable {

    public Gap {
        Require.components(Gap.class, lacking, consequence);
    }

    /** What is absent and what follows, as one sentence. */
    @Override
    public String toString() {
        return lacking + " is absent: " + consequence + ".";
    }
}
