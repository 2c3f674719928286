package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.outlook.Positioning;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How groups of traders are positioned, as far as it was published.
 *
 * @param readings one for each market and group
 * @param weeksAsked how many reports the window was to hold
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record PositioningPart(List<Positioning.Reading> readings, int weeksAsked, Map<String, Evidence> inputs)
        implements MacroPart {

    private static final int STALE_DAYS = 21;

    public PositioningPart {
        Require.components(PositioningPart.class, readings, inputs);
        Require.atLeast(weeksAsked, 0, "weeksAsked");
        inputs = Evidence.copyOf(inputs);
        readings = List.copyOf(readings);
    }

    static Optional<PositioningPart> read(DayInputs at) {
        List<Positioning.Reading> readings = new ArrayList<>();
        int asked = at.options().positioning().weeks();
        SortedSet<Integer> shorter = new TreeSet<>();
        for (MarketInput.Traders input :
                at.allOrGap(MarketInput.Traders.class, "weekly position reports", "no positioning")) {
            int published = input.reports().size();
            String name = input.market() + ", " + input.traders();
            if (published < Math.min(asked, at.options().positioning().least())) {
                at.lacks(at.options().positioning().least() + " reports of " + name, "its positioning is left out");
                continue;
            }
            if (published < asked) {
                shorter.add(published);
            }
            Positioning.reading(
                            input.market(),
                            input.traders(),
                            input.reports(),
                            at.date(),
                            Math.min(asked, published),
                            Positioning.DEFAULT_CHANGE)
                    .filter(reading ->
                            !reading.report().released().isBefore(at.date().minusDays(STALE_DAYS)))
                    .ifPresentOrElse(
                            readings::add, () -> at.lacks("a recent report of " + name, "its positioning is left out"));
        }
        if (!shorter.isEmpty()) {
            at.lacks(
                    asked + " weekly position reports",
                    "index, percentile and score of positions stand in windows of " + shorter.first()
                            + (shorter.size() > 1 ? " to " + shorter.last() : "") + " reports");
        }
        return readings.isEmpty() ? Optional.empty() : Optional.of(new PositioningPart(readings, asked, at.evidence()));
    }

    @Override
    public Topic topic() {
        return Topic.POSITIONING;
    }

    @Override
    public List<MacroStatement> statements() {
        List<MacroStatement> statements = new ArrayList<>();
        for (Positioning.Reading reading : readings) {
            statements.add(net(reading));
            if (!Double.isNaN(reading.index())) {
                statements.add(index(reading));
            }
        }
        return statements;
    }

    private MacroStatement net(Positioning.Reading reading) {
        return new MacroStatement(
                Topic.POSITIONING,
                reading.market() + ", " + reading.traders() + ", net",
                reading.report().net() < 0 ? "net short" : "net long",
                Text.of(
                        "%,.0f contracts, %.1f %% of open interest",
                        reading.report().net(), 100 * reading.shareOfOpenInterest()),
                new Figure(reading.report().net(), Unit.COUNT),
                "contracts long less contracts short in the snapshot of "
                        + reading.report().snapshot() + ", "
                        + reading.report().publication(),
                Sample.of(1, "report"),
                reading.report().snapshot(),
                evidence(reading.market() + ", " + reading.traders()));
    }

    private MacroStatement index(Positioning.Reading reading) {
        double index = reading.index();
        String state = index >= 80 ? "crowded long" : index <= 20 ? "crowded short" : "between its extremes";
        return new MacroStatement(
                Topic.POSITIONING,
                reading.market() + ", " + reading.traders() + ", index",
                state,
                Text.of(
                        "%.0f on a scale from 0 to 100%s, percentile %.0f %%, z %+.2f",
                        index, change(reading), 100 * reading.percentile(), reading.zScore()),
                Figure.score(index),
                "100 (net - min) / (max - min) over the window of " + reading.weeks() + " reports"
                        + (reading.weeks() < weeksAsked ? " (" + weeksAsked + " asked for)" : "")
                        + "; crowded from 80 and up to 20",
                Sample.of(reading.weeks(), "reports"),
                reading.report().snapshot(),
                evidence(reading.market() + ", " + reading.traders()));
    }

    /** By how much the index changed, nothing where it was not there before. */
    private static String change(Positioning.Reading reading) {
        return Double.isNaN(reading.indexChange())
                ? ""
                : Text.of(" (%+.0f over %d weeks)", reading.indexChange(), reading.changeWeeks());
    }
}
