package io.github.macroregime.regime.tracker;

import io.github.macroregime.regime.strength.FlipPrices;
import io.github.macroregime.regime.strength.StrengthBoard;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * The strength board with the provenance of its prices.
 *
 * @param board the scored assets
 * @param assets the prices that were scored
 */
public record BoardBlock(StrengthBoard board, List<SourcedSeries> assets) implements Serializable {

    public BoardBlock {
        assets = List.copyOf(assets);
    }

    /**
     * The closes after the last one that would change the state of a scored asset; computed when asked.
     *
     * @param asset the name of an asset on the board
     * @return its flip prices, empty if it was not scored
     */
    public Optional<FlipPrices> flips(String asset) {
        return assets.stream()
                .filter(each -> each.name().equals(asset))
                .findFirst()
                .filter(each -> board.row(asset).isPresent())
                .flatMap(each -> FlipPrices.of(
                        each.series(), board.asOf(), board.options().model()));
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
