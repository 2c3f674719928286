package io.github.macroregime.credit;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.band.PrintedBands;
import java.time.LocalDate;
import java.util.List;

/** The spread of the letter of 22 July 2025 as printed. */
final class EditionSpread {

    static final LocalDate DATE = LocalDate.of(2025, 7, 22);
    static final Landmark AVERAGE =
            Landmark.ofAverage("5-year average", Rate.ofBasisPoints(62.75), DateSpan.yearsTo(5, DATE));
    static final Landmark HIGH = Landmark.ofHigh("2020 high", Rate.ofBasisPoints(151.80), DateSpan.ofYear(2020));

    private EditionSpread() {}

    static SpreadStanding standing() {
        return SpreadStanding.ofPrinted(
                new Instrument.Unstated("IG spread"),
                DATE,
                Rate.ofBasisPoints(51.11),
                PrintedBands.macroLetter(),
                List.of(AVERAGE, HIGH),
                List.of("cycle tights", "low-volatility band", "barely budging from Monday", "disconnect"));
    }
}
