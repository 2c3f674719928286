package io.github.macroregime.regime.report;

import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.section.Section;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** One part of the report: the readings themselves and what they say. */
public sealed interface MacroPart extends Serializable
        permits SynthesisPart,
                MovesPart,
                GrowthPart,
                LiquidityPart,
                CurvePart,
                PolicyPart,
                CreditPart,
                EquitiesPart,
                LevelsPart,
                LockstepPart,
                SensitivityPart,
                PremiumPart,
                PositioningPart,
                SkewPart,
                StatesPart,
                RewardPart,
                CatalystPart,
                StrengthPart,
                SheetPart {

    /**
     * What it is about.
     *
     * @return the topic
     */
    Topic topic();

    /**
     * What the readings say.
     *
     * @return the statements, each with its number, definition and sample
     */
    List<MacroStatement> statements();

    /**
     * The part as it is shown: what it holds in tables and charts, and its statements with numbered definitions.
     *
     * @return the section
     */
    default Section section() {
        return CachedParts.section(this, List.of(), List.of(), List.of(), List.of());
    }

    /**
     * The inputs of the day, by the names that statements know them by.
     *
     * @return where each comes from and when its last number became known
     */
    Map<String, Evidence> inputs();

    /**
     * What some inputs rest on together.
     *
     * @param names names of inputs; one that holds no numbers adds nothing
     * @return their sources, and the day on which the last of their numbers became known
     * @throws IllegalStateException if none of them is an input of the day
     */
    default Evidence evidence(String... names) {
        return evidence(List.of(names));
    }

    /**
     * What some inputs rest on together.
     *
     * @param names names of inputs; one that holds no numbers adds nothing
     * @return their sources, and the day on which the last of their numbers became known
     * @throws IllegalStateException if none of them is an input of the day
     */
    default Evidence evidence(List<String> names) {
        return Evidence.of(inputs(), names);
    }
}
