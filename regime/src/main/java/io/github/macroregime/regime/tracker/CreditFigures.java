package io.github.macroregime.regime.tracker;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.Landmark;
import io.github.macroregime.credit.band.Band;
import java.io.Serializable;
import java.util.List;

/**
 * What a folder says of one credit spread: its level, what it is measured against, and its bands.
 *
 * @param instrument what the level is the spread of
 * @param seriesId the id of its history in the folder
 * @param level the level on the day
 * @param landmarks averages and highs as stated, with the dates they come from
 * @param bands the bands as stated, empty if there are none
 */
public record CreditFigures(
        Instrument instrument, String seriesId, Rate level, List<Landmark> landmarks, List<Band> bands)
        implements Serializable {

    public CreditFigures {
        landmarks = List.copyOf(landmarks);
        bands = List.copyOf(bands);
    }
}
