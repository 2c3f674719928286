package io.github.macroregime.regime.tracker;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * A sentence printed beside the figures, in a form that the figures can answer.
 *
 * @see StatementCheck
 */
public sealed interface Statement extends Serializable {

    /**
     * The sentence as printed.
     *
     * @return its words
     */
    String text();

    /** What a sector led by. */
    enum Measure {
        /** Its own return. */
        RETURN,
        /** Its contribution to the index. */
        CONTRIBUTION
    }

    /**
     * A sector was among the first.
     *
     * @param text the sentence as printed
     * @param sector the sector
     * @param measure by what
     * @param places how many count as first
     */
    record Leader(String text, String sector, Measure measure, int places) implements Statement {}

    /**
     * A sector moved in line with the index.
     *
     * @param text the sentence as printed
     * @param sector the sector
     * @param tolerance the largest distance that still is in line
     */
    record InLine(String text, String sector, Rate tolerance) implements Statement {}

    /**
     * The overnight rate after a meeting.
     *
     * @param text the sentence as printed
     * @param meeting the date of the decision
     * @param rate the rate as printed
     */
    record RateAfter(String text, LocalDate meeting, Rate rate) implements Statement {}

    /**
     * The whole move up to a meeting.
     *
     * @param text the sentence as printed
     * @param meeting the date of the decision
     * @param move the move as printed, negative for cuts
     */
    record TotalMove(String text, LocalDate meeting, Rate move) implements Statement {}

    /**
     * The probability of one cut at a meeting.
     *
     * @param text the sentence as printed
     * @param meeting the date of the decision
     * @param low the lowest probability
     * @param high the highest probability
     */
    record CutProbability(String text, LocalDate meeting, double low, double high) implements Statement {}

    /**
     * A range for the step at every meeting of a span.
     *
     * @param text the sentence as printed
     * @param from the first date of the span
     * @param to the last date of the span
     * @param low the lowest step
     * @param high the highest step
     */
    record StepRange(String text, LocalDate from, LocalDate to, Rate low, Rate high) implements Statement {}
}
