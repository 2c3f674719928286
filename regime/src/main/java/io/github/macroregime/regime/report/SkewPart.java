package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.MacroQuestion.AssetClass;
import io.github.macroregime.regime.input.MarketInput.OptionSkew;
import io.github.macroregime.regime.outlook.Skew;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which way the large moves of each asset class go.
 *
 * @param readings realised skew
 * @param options the skew that options price, where it is given
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record SkewPart(List<Skew.Reading> readings, List<OptionSkew> options, Map<String, Evidence> inputs)
        implements MacroPart {

    public SkewPart {
        Require.components(SkewPart.class, readings, options, inputs);
        inputs = Evidence.copyOf(inputs);
        readings = List.copyOf(readings);
        options = List.copyOf(options);
    }

    static Optional<SkewPart> read(DayInputs at) {
        List<Skew.Reading> readings = new ArrayList<>();
        int days = at.options().windows().skewDays();
        for (AssetClass each : at.allOrGap(AssetClass.class, "asset classes", "skew and reward are left out")) {
            at.closes(each.asset(), "its skew is left out")
                    .ifPresent(closes -> Skew.reading(closes, at.date(), days)
                            .ifPresentOrElse(
                                    readings::add,
                                    () -> at.lacks(days + " returns of " + each.asset(), "its skew is left out")));
        }
        List<OptionSkew> options = at.all(OptionSkew.class).stream()
                .filter(each -> at.isRecent(each.date()))
                .toList();
        if (options.isEmpty()) {
            at.lacks("implied volatilities of 25-delta options", "no option skew");
        }
        return readings.isEmpty() && options.isEmpty()
                ? Optional.empty()
                : Optional.of(new SkewPart(readings, options, at.evidence()));
    }

    Optional<Skew.Reading> of(String asset) {
        return readings.stream().filter(each -> each.asset().equals(asset)).findFirst();
    }

    @Override
    public Topic topic() {
        return Topic.SKEW;
    }

    @Override
    public List<MacroStatement> statements() {
        List<MacroStatement> statements = new ArrayList<>();
        readings.stream()
                .filter(reading -> !Double.isNaN(reading.realised()))
                .forEach(reading -> statements.add(realised(reading)));
        options.forEach(each -> statements.add(priced(each)));
        return statements;
    }

    private MacroStatement realised(Skew.Reading reading) {
        return new MacroStatement(
                Topic.SKEW,
                reading.asset() + ", realised",
                upOrDown(reading.realised()),
                Text.of(
                        "realised %+.2f, semivariance %+.2f, quantile %+.2f",
                        reading.realised(), reading.semivariance(), reading.quantile()),
                Figure.score(reading.realised()),
                "sqrt(n) sum r^3 / (sum r^2)^(3/2) of daily log returns",
                Sample.of(reading.n(), "days"),
                reading.asOf(),
                evidence(reading.asset()));
    }

    private MacroStatement priced(OptionSkew option) {
        return new MacroStatement(
                Topic.SKEW,
                option.asset() + ", priced by options",
                upOrDown(option.skew()),
                Text.of(
                        "25-delta call %.1f %%, put %.1f %%, at the money %.1f %%",
                        option.call().percent(),
                        option.put().percent(),
                        option.atTheMoney().percent()),
                Figure.score(option.skew()),
                "(call volatility - put volatility) / volatility at the money",
                Sample.of(3, "quotes"),
                option.date(),
                evidence("options on " + option.asset()));
    }

    private static String upOrDown(double skew) {
        return skew > 0 ? "to the upside" : skew < 0 ? "to the downside" : "even";
    }
}
