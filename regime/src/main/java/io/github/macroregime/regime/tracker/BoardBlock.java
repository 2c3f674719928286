package io.github.macroregime.regime.tracker;

import io.github.macroregime.regime.strength.StrengthBoard;
import java.io.Serializable;
import java.util.List;

/**
 * The strength board with the provenance of its prices.
 *
 * @param board the scored assets
 * @param assets the prices that were scored
 */
public record BoardBlock(StrengthBoard board, List<SourcedSeries> assets) implements Serializable {

    /**
     * Copies the list.
     *
     * @param board the scored assets
     * @param assets the prices that were scored
     */
    public BoardBlock {
        assets = List.copyOf(assets);
    }

    /**
     * Whether any of the prices was invented.
     *
     * @return true if at least one series is synthetic
     */
    public boolean isSynthetic() {
        return assets.stream().anyMatch(SourcedSeries::isSynthetic);
    }
}
