package io.github.macroregime.regime.report;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/** One thing that the report can be made from. */
public sealed interface MacroInput extends Serializable
        permits QuadrantSource,
                MoneyParts,
                PublishedIndex,
                ConditionsInput,
                YieldInput,
                RealYield,
                OvernightInput,
                PathInput,
                CreditInput,
                ContributionInput,
                SectorInput,
                AssetInput,
                AssetClass,
                AssetBasket,
                DriverInput,
                AxesInput,
                PremiumInput,
                TradersInput,
                OptionSkew,
                StateInput,
                EventsInput,
                Surprises,
                Straddle {

    /**
     * The same without what is dated or published after a date.
     *
     * @param date the last date kept
     * @return what is left, empty if nothing is
     */
    Optional<MacroInput> until(LocalDate date);
}
