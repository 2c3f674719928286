package io.github.macroregime.credit;

import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * {@index Carry} and {@index "roll-down"} of a spread over a horizon, and the break-even widening at which they are
 * lost.
 *
 * <p>First order in the move and without convexity; a return here is the excess over the risk-free one, as a fraction
 * of the notional. A spread duration of 4.6 says that one basis point of widening costs 4.6 basis points of notional.
 *
 * <pre>{@code
 * Carry year = Carry.of(Rate.ofBasisPoints(51), 4.6, 3.75, 1);
 * year.breakEvenWidening(); // 13.6 bp
 * }</pre>
 *
 * @param spread the spread at the start
 * @param startDuration the spread duration at the start in years, above 0
 * @param endDuration the spread duration at the end of the horizon in years, above 0
 * @param years the horizon in years, above 0
 * @param rollDown by how much the spread tightens over the horizon if its curve stays as it is
 * @param annualExpectedLoss the expected loss from defaults per year
 */
public record Carry(
        Rate spread, double startDuration, double endDuration, double years, Rate rollDown, Rate annualExpectedLoss)
        implements Serializable {

    private static final int MONTHS = 12;

    public Carry {
        Objects.requireNonNull(spread, "spread");
        Objects.requireNonNull(rollDown, "rollDown");
        Objects.requireNonNull(annualExpectedLoss, "annualExpectedLoss");
        requirePositive(startDuration, "startDuration");
        requirePositive(endDuration, "endDuration");
        requirePositive(years, "years");
        double earned = earned(spread, endDuration, years, rollDown, annualExpectedLoss);
        double breakEven = spread.decimal() + earned / endDuration;
        if (!(Math.abs(earned) <= Double.MAX_VALUE && Math.abs(breakEven) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "spread must have a break-even but it was " + spread + " over " + years + " years");
        }
    }

    private static double earned(Rate spread, double endDuration, double years, Rate rollDown, Rate loss) {
        return (spread.decimal() - loss.decimal()) * years + rollDown.decimal() * endDuration;
    }

    /**
     * Carry without roll-down and without expected losses.
     *
     * @param spread the spread at the start
     * @param startDuration the spread duration at the start in years, above 0
     * @param endDuration the spread duration at the end of the horizon in years, above 0
     * @param years the horizon in years, above 0
     * @return the carry
     * @throws IllegalArgumentException if a duration or the horizon is not above 0
     */
    public static Carry of(Rate spread, double startDuration, double endDuration, double years) {
        return new Carry(spread, startDuration, endDuration, years, Rate.ZERO, Rate.ZERO);
    }

    /**
     * This carry with roll-down.
     *
     * @param changed by how much the spread tightens over the horizon if its curve stays as it is
     * @return the changed carry
     */
    public Carry withRollDown(Rate changed) {
        return new Carry(spread, startDuration, endDuration, years, changed, annualExpectedLoss);
    }

    /**
     * This carry with expected losses.
     *
     * @param changed the expected loss from defaults per year
     * @return the changed carry
     */
    public Carry withAnnualExpectedLoss(Rate changed) {
        return new Carry(spread, startDuration, endDuration, years, rollDown, changed);
    }

    /**
     * Carry and roll-down less the {@index "expected loss"} over the horizon, if the spread curve stays as it is:
     * {@code spread h + rollDown D_end - loss h}.
     *
     * @return the return
     */
    public Rate earned() {
        return Rate.ofDecimal(earned(spread, endDuration, years, rollDown, annualExpectedLoss));
    }

    /**
     * The {@index "break-even"} widening, which wipes out what is earned:
     * {@code (spread h + rollDown D_end - loss h) / D_end}.
     *
     * @return the widening over the horizon, negative if the expected loss is larger than the carry
     */
    public Rate breakEvenWidening() {
        return Rate.ofDecimal(earned().decimal() / endDuration);
    }

    /**
     * The spread at which nothing has been earned: {@code spread + break-even widening}.
     *
     * @return the break-even level
     */
    public Rate breakEvenSpread() {
        return spread.plus(breakEvenWidening());
    }

    /**
     * The break-even widening as a fraction of the spread: {@code break-even widening / spread}.
     *
     * @return for example 0.267; empty at a spread of zero
     */
    public OptionalDouble breakEvenOfSpread() {
        return spread.equals(Rate.ZERO)
                ? OptionalDouble.empty()
                : OptionalDouble.of(breakEvenWidening().decimal() / spread.decimal());
    }

    /**
     * The {@index "excess return"} over the horizon if the spread ends at a given level:
     * {@code earned - D_end (level - spread)}.
     *
     * @param level the spread at the end
     * @return the return, zero at the break-even level
     */
    public Rate excessReturn(Rate level) {
        return earned().minus(cost(level));
    }

    /**
     * The loss from a move of the spread to a level: {@code D_end (level - spread)}.
     *
     * @param level the spread after the move
     * @return the loss, negative for a tightening
     */
    public Rate cost(Rate level) {
        return level.minus(spread).times(endDuration);
    }

    /**
     * How many months of carry a move to a level costs: {@code 12 D_end (level - spread) / (spread - loss)}.
     *
     * <p>Roll-down is left out.
     *
     * @param level the spread after the move
     * @return the months, negative for a tightening; empty if the carry is not above zero
     */
    public OptionalDouble monthsToRepay(Rate level) {
        double annual = spread.decimal() - annualExpectedLoss.decimal();
        return annual > 0 ? OptionalDouble.of(MONTHS * cost(level).decimal() / annual) : OptionalDouble.empty();
    }

    /**
     * {@index "Duration times spread"} ({@index DTS}) at the start, to which the volatility of a spread return is
     * proportional.
     *
     * <p><b>Unit</b>: years times rate; 2.35 % for 51.11 bp at 4.6 years. <b>Source</b>: Ben Dor et
     * al. 2007, Journal of Portfolio Management, Winter.
     *
     * @return {@code startDuration spread}
     */
    public Rate durationTimesSpread() {
        return spread.times(startDuration);
    }

    private static void requirePositive(double value, String name) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be above 0 but was " + value);
        }
    }

    /** The terms, what is earned and the break-even. */
    @Override
    public String toString() {
        return NumberText.of(
                "%.2f bp over %.2f years, duration %.2f to %.2f: earns %.2f bp, break-even %+.2f bp at %.2f bp",
                spread.basisPoints(),
                years,
                startDuration,
                endDuration,
                earned().basisPoints(),
                breakEvenWidening().basisPoints(),
                breakEvenSpread().basisPoints());
    }

    /**
     * The terms of carry and roll-down apart from the spread.
     *
     * @param startDuration the spread duration at the start in years, above 0
     * @param endDuration the spread duration at the end of the horizon in years, above 0
     * @param years the horizon in years, above 0
     * @param rollDown by how much the spread tightens over the horizon if its curve stays as it is
     * @param annualExpectedLoss the expected loss from defaults per year
     */
    public record Terms(double startDuration, double endDuration, double years, Rate rollDown, Rate annualExpectedLoss)
            implements Serializable {

        public Terms {
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
        public static Terms of(double startDuration, double endDuration, double years) {
            return new Terms(startDuration, endDuration, years, Rate.ZERO, Rate.ZERO);
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
}
