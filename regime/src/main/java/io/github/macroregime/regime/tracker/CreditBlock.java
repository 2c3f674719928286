package io.github.macroregime.regime.tracker;

import io.github.macroregime.credit.SpreadCard;
import io.github.macroregime.credit.SpreadPercentile;
import io.github.macroregime.credit.SpreadStanding;
import io.github.macroregime.credit.band.Bands;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Where one spread stands, with the history it is ranked in.
 *
 * @param standing level, landmarks, band and findings
 * @param bands all bands, holes declared as unnamed
 * @param percentiles its ranks in the history, empty without one
 * @param card band history, range and momentum of the history, empty without one
 * @param history the history, empty if the folder has none
 */
public record CreditBlock(
        SpreadStanding standing,
        Bands bands,
        List<SpreadPercentile> percentiles,
        Optional<SpreadCard> card,
        Optional<SourcedSeries> history)
        implements Serializable {

    public CreditBlock {
        percentiles = List.copyOf(percentiles);
    }
}
