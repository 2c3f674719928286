package io.github.macroregime.credit;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;

/**
 * The terms of carry and roll-down apart from the spread.
 *
 * @param startDuration the spread duration at the start in years, above 0
 * @param endDuration the spread duration at the end of the horizon in years, above 0
 * @param years the horizon in years, above 0
 * @param rollDown by how much the spread tightens over the horizon if its curve stays as it is
 * @param annualExpectedLoss the expected loss from defaults per year
 */
public record CarryTerms(double startDuration, double endDuration, double years, Rate rollDown, Rate annualExpectedLoss)
        implements Serializable {

    public CarryTerms {
        new Carry(Rate.ZERO, startDuration, endDuration, years, rollDown, annualExpectedLoss);
    }

    /**
     * Terms without roll-down and without expected losses.
     *
     * @param startDuration the spread duration at the start in years, above 0
     * @param endDuration the spread duration at the end of the horizon in years, above 0
     * @param years the horizon in years, above 0
     * @return the terms
     * @throws IllegalArgumentException if a duration or the horizon is not above 0
     */
    public static CarryTerms of(double startDuration, double endDuration, double years) {
        return new CarryTerms(startDuration, endDuration, years, Rate.ZERO, Rate.ZERO);
    }

    /**
     * The carry of a spread on these terms.
     *
     * @param spread the spread at the start
     * @return the carry
     */
    public Carry carry(Rate spread) {
        return new Carry(spread, startDuration, endDuration, years, rollDown, annualExpectedLoss);
    }
}
