package io.github.macroregime.credit.band;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.band.Bound.Ownership;
import java.util.List;

/** Bands as somebody has printed them. */
public final class PrintedBands {

    private static final Rate SIXTY = Rate.ofBasisPoints(60);
    private static final Rate SEVENTY = Rate.ofBasisPoints(70);
    private static final Rate NINETY = Rate.ofBasisPoints(90);

    private PrintedBands() {}

    /**
     * The three investment-grade bands of a daily macro letter, as printed: below 60, 60 to 70, and above 90 basis
     * points.
     *
     * <p>"Below 60" and "above 90" leave their edges out. The letter does not say whom 60 and 70 belong to; as "60-70"
     * prints them, they are taken into it. 70 to 90 is left unnamed.
     *
     * @return the three bands; they leave a hole
     */
    public static List<Band> macroLetter() {
        return List.of(
                Band.below("Duration-friendly, carry-positive zone", SIXTY, Severity.BENIGN),
                Band.of(
                        "Macro noise threshold",
                        Bound.at(SIXTY, Ownership.ASSUMED_INCLUDED),
                        Bound.at(SEVENTY, Ownership.ASSUMED_INCLUDED),
                        Severity.ALARM),
                Band.of(
                                "Systemic stress unlikely unless global shocks return",
                                Bound.at(NINETY, Ownership.EXCLUDED),
                                Bound.NONE,
                                Severity.STRESS)
                        .asLikelihood());
    }

    /**
     * The bands of {@link #macroLetter()} with the hole from 70 to 90 basis points declared as unnamed.
     *
     * @return four bands that divide the line
     */
    public static Bands macroLetterComplete() {
        return Bands.withHolesUnnamed(macroLetter());
    }
}
