package io.github.macroregime.regime.macro;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Where net liquidity stood.
 *
 * @param published the day of publication
 * @param level in dollars
 * @param change in dollars
 * @param weeks over how many weekly observations the change was taken
 * @param zScore how many sample deviations the level stood from the mean of all levels so far, NaN if they are equal
 * @param n how many levels there were
 */
public record LiquidityReading(LocalDate published, double level, double change, int weeks, double zScore, int n)
        implements Serializable {

    /** Level and change in billions of dollars, the score and its n. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: net liquidity %,.1f $bn, %+,.1f $bn over %d weeks, z %+.2f, n %d",
                published,
                level / 1e9,
                change / 1e9,
                weeks,
                zScore,
                n);
    }
}
