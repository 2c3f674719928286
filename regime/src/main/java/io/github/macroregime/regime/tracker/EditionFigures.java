package io.github.macroregime.regime.tracker;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.OvernightIndex;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The figures of a folder's {@code edition.csv} that stand alone.
 *
 * @param date the day of the report
 * @param title the title of the report
 * @param index the name of the equity index
 * @param indexReturn the return of that index on the day
 * @param overnightIndex the overnight rate whose path is sought
 * @param overnightRate the overnight rate of the day
 */
public record EditionFigures(
        LocalDate date,
        String title,
        String index,
        Optional<Rate> indexReturn,
        OvernightIndex overnightIndex,
        Optional<Rate> overnightRate)
        implements Serializable {

    EditionFigures withOvernightRate(Rate rate) {
        return new EditionFigures(date, title, index, indexReturn, overnightIndex, Optional.of(rate));
    }
}
