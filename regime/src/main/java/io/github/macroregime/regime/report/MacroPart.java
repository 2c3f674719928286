package io.github.macroregime.regime.report;

import java.io.Serializable;
import java.util.List;

/** One part of the report: the readings themselves and what they say. */
public sealed interface MacroPart extends Serializable
        permits SynthesisPart,
                GrowthPart,
                LiquidityPart,
                CurvePart,
                PolicyPart,
                CreditPart,
                EquitiesPart,
                LockstepPart,
                SensitivityPart,
                PremiumPart,
                PositioningPart,
                SkewPart,
                StatesPart,
                RewardPart,
                CatalystPart,
                StrengthPart {

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
}
