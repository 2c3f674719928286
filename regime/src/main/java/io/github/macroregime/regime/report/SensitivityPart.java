package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.comovement.Sensitivities;
import io.github.macroregime.regime.comovement.Sensitivities.AxisAttribution;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sensitivities (betas) of assets to their drivers, and whether they held on the last day.
 *
 * @param readings the sensitivity of an asset to a driver
 * @param attributions the last day of an asset along duration and credit
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record SensitivityPart(
        List<Sensitivities.Reading> readings, List<AxisAttribution> attributions, Map<String, Evidence> inputs)
        implements MacroPart {

    private static final double CLEAR = 2;

    public SensitivityPart {
        Require.components(SensitivityPart.class, readings, attributions, inputs);
        inputs = Evidence.copyOf(inputs);
        readings = List.copyOf(readings);
        attributions = List.copyOf(attributions);
    }

    static Optional<SensitivityPart> read(DayInputs at) {
        List<Sensitivities.Reading> readings = new ArrayList<>();
        int days = at.options().windows().sensitivityDays();
        for (MacroQuestion.Driver each :
                at.allOrGap(MacroQuestion.Driver.class, "an asset with a driver", "no sensitivity")) {
            Optional<NamedSeries> asset = at.closes(each.asset(), "its sensitivity is left out");
            asset.flatMap(closes -> Sensitivities.reading(closes, named(each.driver()), each.change(), at.date(), days))
                    .filter(reading -> at.isRecent(reading.asOf()))
                    .ifPresentOrElse(
                            readings::add,
                            () -> at.lacks(
                                    days + 2 + " recent common days of " + each.asset() + " and "
                                            + each.driver().name(),
                                    "its sensitivity is left out"));
        }
        List<AxisAttribution> attributions = new ArrayList<>();
        for (MacroQuestion.Axes each : at.all(MacroQuestion.Axes.class)) {
            Optional<NamedSeries> asset = at.closes(each.asset(), "its day is not split");
            asset.flatMap(closes -> Sensitivities.attribution(
                            closes,
                            named(each.duration()),
                            Change.DIFFERENCE,
                            named(each.credit()),
                            Change.DIFFERENCE,
                            at.date(),
                            days))
                    .filter(reading -> at.isRecent(reading.asOf()))
                    .ifPresentOrElse(
                            attributions::add,
                            () -> at.lacks(
                                    "recent common days of " + each.asset() + " with yield and spread",
                                    "its day is not split"));
        }
        return readings.isEmpty() && attributions.isEmpty()
                ? Optional.empty()
                : Optional.of(new SensitivityPart(readings, attributions, at.evidence()));
    }

    private static NamedSeries named(PublishedSeries driver) {
        return driver.series().named(driver.name());
    }

    @Override
    public Topic topic() {
        return Topic.SENSITIVITY;
    }

    @Override
    public List<MacroStatement> statements() {
        List<MacroStatement> statements = new ArrayList<>();
        for (Sensitivities.Reading reading : readings) {
            statements.add(move(reading));
            if (!Double.isNaN(reading.disconnect())) {
                statements.add(disconnect(reading));
            }
        }
        attributions.forEach(each -> statements.add(axes(each)));
        return statements;
    }

    private MacroStatement move(Sensitivities.Reading reading) {
        return new MacroStatement(
                Topic.SENSITIVITY,
                reading.asset() + " on " + reading.driver() + ", move per shock",
                link(reading),
                Text.of(
                        "%s for a shock of one deviation (%.1f bp of %s), band %.2f to %.2f around %.2f, correlation"
                                + " %+.2f",
                        Text.signedPercent(reading.movePerShock()),
                        reading.shock().basisPoints(),
                        reading.driver(),
                        reading.bandLow(),
                        reading.bandHigh(),
                        reading.close(),
                        reading.correlation()),
                Figure.percent(reading.movePerShock()),
                "least squares of daily log returns on daily changes of the driver, fitted before the last day; no"
                        + " clear link where the slope lies within two standard errors of zero",
                Sample.of(reading.n(), "days"),
                reading.asOf(),
                evidence(reading.asset(), reading.driver()));
    }

    private static String link(Sensitivities.Reading reading) {
        double r = reading.correlation();
        double t = r * Math.sqrt((reading.n() - 2) / (1 - r * r));
        return Math.abs(t) < CLEAR ? "no clear link" : reading.beta() < 0 ? "falls when it rises" : "rises with it";
    }

    private MacroStatement disconnect(Sensitivities.Reading reading) {
        double z = reading.disconnect();
        return new MacroStatement(
                Topic.SENSITIVITY,
                reading.asset() + " on " + reading.driver() + ", disconnect",
                Math.abs(z) >= 2 ? "went its own way" : "as the driver says",
                Text.of(
                        "%s against %s expected, z %+.2f",
                        Text.signedPercent(reading.lastReturn()), Text.signedPercent(reading.lastExpected()), z),
                Figure.score(z),
                "last return less what the slope says, in residual deviations; its own way from two",
                Sample.of(reading.n(), "days"),
                reading.asOf(),
                evidence(reading.asset(), reading.driver()));
    }

    private MacroStatement axes(AxisAttribution split) {
        Rate first = split.first().abs();
        Rate second = split.second().abs();
        Rate rest = split.unexplained().abs();
        String state = rest.compareTo(first) > 0 && rest.compareTo(second) > 0
                ? "mostly neither"
                : first.compareTo(second) >= 0 ? "mostly " + split.firstDriver() : "mostly " + split.secondDriver();
        return new MacroStatement(
                Topic.SENSITIVITY,
                split.asset() + ", the day along duration and credit",
                state,
                Text.of(
                        "%s = %s %s + %s %s + unexplained %s, R2 %.2f",
                        Text.signedPercent(split.total()),
                        split.firstDriver(),
                        Text.signedPercent(split.first()),
                        split.secondDriver(),
                        Text.signedPercent(split.second()),
                        Text.signedPercent(split.unexplained()),
                        split.rSquared()),
                Figure.percent(split.first()),
                "the part of the first driver: slope of a two-driver regression fitted before the day times its change",
                Sample.of(split.n(), "days"),
                split.asOf(),
                evidence(split.asset(), split.firstDriver(), split.secondDriver()));
    }
}
