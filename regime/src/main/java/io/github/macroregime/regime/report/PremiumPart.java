package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.outlook.EquityPremium;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The equity risk premium by each definition there are inputs for.
 *
 * @param readings one for each definition
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record PremiumPart(List<EquityPremium.Reading> readings, Map<String, Evidence> inputs) implements MacroPart {

    private static final int PREMIUM_YIELD_DAYS = 7;

    public PremiumPart {
        Require.components(PremiumPart.class, readings, inputs);
        inputs = Evidence.copyOf(inputs);
        readings = List.copyOf(readings);
    }

    static Optional<PremiumPart> read(DayInputs at) {
        List<EquityPremium.Reading> readings = new ArrayList<>();
        for (EconomyInput.Premium input :
                at.allOrGap(EconomyInput.Premium.class, "a price-earnings ratio and a yield", "no premium")) {
            TimeSeries premium = EquityPremium.history(
                    input.priceToEarnings()
                            .lag()
                            .byPublication(input.priceToEarnings().series().dropMissing()),
                    input.yield().series(),
                    PREMIUM_YIELD_DAYS);
            EquityPremium.reading(input.definition(), premium, at.date(), input.changeObservations())
                    .filter(reading -> input.priceToEarnings().isRecent(reading.date(), at.date()))
                    .ifPresentOrElse(
                            readings::add,
                            () -> at.lacks("a recent ratio and yield for " + input.definition(), "it is left out"));
        }
        if (readings.stream().noneMatch(reading -> reading.definition().isForward())) {
            at.lacks("forward earnings", "the premium by its default definition is left out");
        }
        return readings.isEmpty() ? Optional.empty() : Optional.of(new PremiumPart(readings, at.evidence()));
    }

    @Override
    public Topic topic() {
        return Topic.PREMIUM;
    }

    @Override
    public List<MacroStatement> statements() {
        return readings.stream().map(this::premium).toList();
    }

    private MacroStatement premium(EquityPremium.Reading reading) {
        String state =
                reading.percentile() <= 1 / 3.0 ? "thin" : reading.percentile() < 2 / 3.0 ? "in the middle" : "wide";
        return new MacroStatement(
                Topic.PREMIUM,
                "Premium, " + reading.definition(),
                state,
                Text.of(
                        "%.2f %%, %s over %d observations, percentile %.0f %%, z %+.2f",
                        reading.premium().percent(),
                        Text.signedPoints(reading.change()),
                        reading.changeObservations(),
                        100 * reading.percentile(),
                        reading.zScore()),
                Figure.percent(reading.premium()),
                reading.definition() + "; percentile over all so far with half of the ties, thin in the lower third",
                Sample.of(reading.n(), "observations"),
                reading.date(),
                evidence(reading.definition().toString()));
    }
}
