package io.github.macroregime.regime.day;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.strategy.Evaluation;
import io.github.macroregime.regime.strategy.ModelRecord;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a model said of an asset, whose record is asked for.
 *
 * @param model the name of the model
 * @param asset the name of the asset
 * @param closes prices of what is held
 * @param scores the score at each close, positive where it says up
 * @param protocol how it is judged
 */
public record Trial(String model, String asset, TimeSeries closes, TimeSeries scores, Evaluation protocol) {

    private static final int DRAWS = 200;

    /**
     * The same of the first closes and of what was said until the last of them.
     *
     * @param known how many closes, from 1
     * @return the earlier part
     */
    public Trial first(int known) {
        TimeSeries seen = closes.slice(0, known);
        return new Trial(model, asset, seen, scores.until(seen.dates().last()), protocol);
    }

    /**
     * The same until a day.
     *
     * @param end the last day
     * @return the earlier part
     */
    public Trial until(LocalDate end) {
        return new Trial(model, asset, closes.until(end), scores.until(end), protocol);
    }

    /**
     * The whole records, of few draws.
     *
     * @return the record as it was seen on a day, empty with too short a past
     */
    public Function<LocalDate, Optional<ModelRecord>> records() {
        return protocol.withDraws(DRAWS).records(model, asset, closes, scores);
    }
}
