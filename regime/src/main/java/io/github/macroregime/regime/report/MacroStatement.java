package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.regime.input.Evidence;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * One thing the report says, with the number it rests on.
 *
 * <p>Topic and subject name it: they are the same on every date, so that two reports can be compared.
 *
 * @param topic what it is about
 * @param subject what of it, unique within the topic
 * @param state the state in a word or two, for example {@code bull steepener}
 * @param sentence what a reader is told
 * @param figure the number
 * @param definition how the number is defined, every convention named
 * @param sample what the number rests on
 * @param observed the date of the last observation behind it, for an event ahead its own date
 * @param evidence where the numbers behind it come from and since when they are known
 */
public record MacroStatement(
        Topic topic,
        String subject,
        String state,
        String sentence,
        Figure figure,
        String definition,
        Sample sample,
        LocalDate observed,
        Evidence evidence)
        implements Serializable {

    public MacroStatement {
        Require.components(
                MacroStatement.class, topic, subject, state, sentence, figure, definition, sample, observed, evidence);
        if (subject.isBlank() || state.isBlank() || sentence.isBlank() || definition.isBlank()) {
            throw new IllegalArgumentException("subject, state, sentence and definition must not be blank but were \""
                    + subject + "\", \"" + state + "\", \"" + sentence + "\" and \"" + definition + "\"");
        }
    }

    /** Whether it tells the event of one day and not what stands. */
    boolean isOfOneDay() {
        return subject.endsWith(", day") || (topic == Topic.EQUITIES && !subject.endsWith("-day mean"));
    }

    /** The number, with its sign where the sentence writes it with one. */
    String figureText() {
        String signed = figure.signed();
        return sentence.contains(signed) ? signed : figure.toString();
    }

    boolean speaksOf(MacroStatement other) {
        return topic == other.topic && subject.equals(other.subject);
    }

    /** The subject, the sentence, the number with its sample and date, its source, and the definition. */
    @Override
    public String toString() {
        return subject + ": " + sentence + " [" + figure + "; " + sample + "; " + observed + "; " + evidence + "; "
                + definition + "]";
    }

    /**
     * What a number rests on.
     *
     * @param n how many, from 0
     * @param counted what is counted, for example {@code days}
     * @param effectiveN how many independent ones they are worth, equal to n where nothing overlaps
     */
    public record Sample(int n, String counted, double effectiveN) implements Serializable {

        public Sample {
            Require.components(Sample.class, counted);
            Require.finite(effectiveN, "effectiveN");
            if (n < 0 || !(effectiveN >= 0)) {
                throw new IllegalArgumentException(
                        "n and effectiveN must not be negative but were " + n + " and " + effectiveN);
            }
        }

        static Sample of(int n, String counted) {
            return new Sample(n, counted, n);
        }

        /** The count and, where it differs, the effective one. */
        @Override
        public String toString() {
            String text = "n " + n + " " + counted;
            return effectiveN == n ? text : text + NumberText.of(", effective %.1f", effectiveN);
        }
    }
}
