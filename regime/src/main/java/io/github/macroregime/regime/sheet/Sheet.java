package io.github.macroregime.regime.sheet;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** A sheet of a daily page: what it says in sentences, and how it is laid out. */
public sealed interface Sheet extends Serializable
        permits BasketSheet,
                EventMatrix,
                VolatilitySheet,
                LevelSheet,
                DriverSheet,
                PairSheet,
                RateSheet,
                RecordSheet,
                SectorSheet {

    /**
     * What it says.
     *
     * @return a few sentences, each with its number, definition and sample
     */
    List<Said> said();

    /**
     * What stands before the tables.
     *
     * @return sentences, none if the tables say it all
     */
    default List<String> lead() {
        return List.of();
    }

    /**
     * The tables.
     *
     * @return one or more
     */
    List<Table> tables();

    /**
     * The pictures.
     *
     * @return at most one, none if it has none
     */
    default List<Chart> charts() {
        return List.of();
    }

    /**
     * Formulas and conventions.
     *
     * @return what stands below the tables
     */
    List<String> notes();

    /**
     * One thing that a sheet says.
     *
     * @param subject what it is about
     * @param state where that stands, in a word or two
     * @param sentence the same in a sentence
     * @param value the number inside, NaN where it is not defined
     * @param unit the unit of the number
     * @param definition its formula
     * @param n on how many observations it rests, from 0
     * @param counted what is counted
     * @param observed the last day it is of
     * @param inputs the names of the inputs it rests on, at least one
     */
    record Said(
            String subject,
            String state,
            String sentence,
            double value,
            Unit unit,
            String definition,
            int n,
            String counted,
            LocalDate observed,
            List<String> inputs)
            implements Serializable {

        public Said {
            Require.components(Said.class, subject, state, sentence, unit, definition, counted, observed, inputs);
            Require.finite(value, "value");
            Require.atLeast(n, 0, "n");
            inputs = List.copyOf(inputs);
        }
    }
}
