package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.AdjacentOutcomes;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.rates.path.PolicyPath.Extreme;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.Pair;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import io.github.macroregime.regime.section.Section;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The policy path that markets price: the path where there are quotes, and the front end of the curve against the
 * overnight rate.
 *
 * @param paths the latest path, then that of a month before where that was quoted; or nothing
 * @param frontEnd short yields less the overnight rate
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record PolicyPart(List<RatesInput.Path> paths, List<FrontEnd> frontEnd, Map<String, Evidence> inputs)
        implements MacroPart {

    private static final Rate MOVE = Rate.ofBasisPoints(25);
    private static final int WEEK_DAYS = 7;
    private static final List<String> FRONT = List.of("1y", "2y");

    /**
     * A short yield less the overnight rate.
     *
     * @param yield the name of the yield
     * @param overnight the name of the overnight rate
     * @param observed the date of the last observation
     * @param spread yield less overnight rate
     * @param percentile the share of all spreads up to then that lie below, half of the ties counted, from 0 to 1
     * @param n how many spreads there were
     */
    public record FrontEnd(String yield, String overnight, LocalDate observed, Rate spread, double percentile, int n)
            implements Serializable {
        public FrontEnd {
            Require.components(FrontEnd.class, yield, overnight, observed, spread);
            Require.atLeast(n, 0, "n");
            Require.finite(percentile, "percentile");
        }

        String subject() {
            return yield + " yield less " + overnight;
        }
    }

    public PolicyPart {
        Require.components(PolicyPart.class, paths, frontEnd, inputs);
        inputs = Evidence.copyOf(inputs);
        paths = List.copyOf(paths);
        frontEnd = List.copyOf(frontEnd);
    }

    static Optional<PolicyPart> read(DayInputs at) {
        Optional<RatesInput.PolicyQuotes> quotes =
                at.all(RatesInput.PolicyQuotes.class).stream().max(Comparator.comparing(RatesInput.PolicyQuotes::date));
        Optional<RatesInput.Path> path = Stream.concat(
                        at.all(RatesInput.Path.class).stream(),
                        quotes.stream().flatMap(each -> priced(each, at.gaps()::add).stream()))
                .filter(each -> at.isRecent(each.path().path().asOf()))
                .max(Comparator.comparing(each -> each.path().path().asOf()));
        if (path.isEmpty() && quotes.filter(each -> at.isRecent(each.date())).isEmpty()) {
            String age =
                    quotes.map(each -> " (the last are of " + each.date() + ")").orElse("");
            at.lacks("quotes of futures or swaps with the meetings" + age, "no policy path is implied");
        }
        path.ifPresent(each -> nameOpen(each.path().path(), at));
        Stream<RatesInput.Path> monthBefore = path.stream().flatMap(each -> monthBefore(each, at));
        List<FrontEnd> frontEnd = new ArrayList<>();
        for (RatesInput.Overnight overnight : at.all(RatesInput.Overnight.class)) {
            for (RatesInput.Yield yield : at.all(RatesInput.Yield.class)) {
                if (FRONT.contains(yield.name())) {
                    frontEnd(overnight, yield, at).ifPresent(frontEnd::add);
                }
            }
        }
        return path.isEmpty() && frontEnd.isEmpty()
                ? Optional.empty()
                : Optional.of(new PolicyPart(
                        Stream.concat(path.stream(), monthBefore).toList(), frontEnd, evidence(path, at)));
    }

    /** The path of some quotes; those that no path can be found from leave it out and not the part. */
    private static Optional<RatesInput.Path> priced(RatesInput.PolicyQuotes quotes, Consumer<Gap> gaps) {
        try {
            return quotes.path(gaps);
        } catch (IllegalArgumentException e) {
            gaps.accept(new Gap("a policy path that can be found", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** The path of the latest quotes that are a month old, and not much older. */
    private static Stream<RatesInput.Path> monthBefore(RatesInput.Path path, DayInputs at) {
        LocalDate day = path.path().path().asOf().minusMonths(1);
        return at.all(RatesInput.PolicyQuotes.class).stream()
                .filter(each -> !each.date().isAfter(day) && each.date().isAfter(day.minusDays(WEEK_DAYS)))
                .filter(each -> each.index().equals(path.path().path().frame().index()))
                .max(Comparator.comparing(RatesInput.PolicyQuotes::date))
                .flatMap(each -> priced(each, gap -> {}))
                .stream();
    }

    private static Map<String, Evidence> evidence(Optional<RatesInput.Path> path, DayInputs at) {
        Map<String, Evidence> evidence = new TreeMap<>(at.evidence());
        path.ifPresent(each -> evidence.putAll(each.evidence()));
        return evidence;
    }

    private static void nameOpen(PolicyPath path, DayInputs at) {
        if (path.total().isEmpty()) {
            at.lacks("quotes that settle today's rate and the one after the last meeting", "the total is left out");
        }
        next(path)
                .filter(step -> step.step().isEmpty())
                .ifPresent(step -> at.lacks(
                        "quotes that settle the meeting of " + step.meeting().decision(), "its step is left out"));
    }

    /** The first meeting that has not decided yet. */
    static Optional<PathStep> next(PolicyPath path) {
        return path.steps().stream()
                .filter(step ->
                        !step.meeting().isDecided(path.asOf(), path.frame().time()))
                .findFirst();
    }

    private static Optional<FrontEnd> frontEnd(RatesInput.Overnight overnight, RatesInput.Yield input, DayInputs at) {
        Pair pair = Pair.of(at, input.levels(), overnight.rates());
        DateIndex common = pair.first().dates();
        if (common.isEmpty() || !at.isRecent(common.last())) {
            at.lacks(
                    "a recent " + input.name() + " yield with "
                            + overnight.rates().name(),
                    "the front end is not compared");
            return Optional.empty();
        }
        double[] spreads = pair.first().minus(pair.second()).values().toArray();
        double last = spreads[spreads.length - 1];
        return Optional.of(new FrontEnd(
                input.name(),
                overnight.rates().name(),
                common.last(),
                Rate.ofDecimal(last),
                PercentileRank.MID.of(spreads, last).fraction(),
                spreads.length));
    }

    /**
     * The path that is priced.
     *
     * @return the path, empty without quotes
     */
    public Optional<RatesInput.Path> path() {
        return paths.stream().findFirst();
    }

    /** The path that was priced a month before. */
    Optional<RatesInput.Path> monthBefore() {
        return paths.stream().skip(1).findFirst();
    }

    @Override
    public Section section() {
        return PolicySection.of(this);
    }

    @Override
    public Topic topic() {
        return Topic.POLICY;
    }

    @Override
    public List<MacroStatement> statements() {
        List<MacroStatement> statements = new ArrayList<>();
        path().ifPresent(each -> {
            CalibratedPath calibrated = each.path();
            PolicyPath path = calibrated.path();
            String index = path.frame().index().name();
            path.total().map(change -> total(index, calibrated, change)).ifPresent(statements::add);
            path.terminal().map(end -> terminal(index, calibrated, end)).ifPresent(statements::add);
            next(path)
                    .flatMap(row -> row.step().map(step -> next(calibrated, row.meeting(), step)))
                    .ifPresent(statements::add);
        });
        frontEnd.forEach(each -> statements.add(front(each)));
        return statements;
    }

    private MacroStatement total(String index, CalibratedPath calibrated, Rate total) {
        PolicyPath path = calibrated.path();
        double moves = total.basisPoints() / MOVE.basisPoints();
        String state = moves <= -0.5 ? "cuts priced" : moves >= 0.5 ? "hikes priced" : "nothing priced";
        return new MacroStatement(
                Topic.POLICY,
                index + " path, total",
                state,
                Text.of(
                        "%s over %d meetings, %.1f moves of 25 bp",
                        Text.signedBasisPoints(total), path.meetings().size(), moves),
                Figure.basisPoints(total),
                "rate after the last meeting less the rate today; half a move of 25 bp and more is called priced",
                Sample.of(calibrated.quotes().size(), "quotes"),
                path.asOf(),
                evidence(RatesInput.Path.NAME));
    }

    private MacroStatement terminal(String index, CalibratedPath calibrated, Extreme end) {
        return new MacroStatement(
                Topic.POLICY,
                index + " path, terminal rate",
                Text.lower(end.kind()) + (end.atHorizon() ? " at the horizon" : ""),
                Text.of("%.2f %% from %s%s", end.rate().percent(), end.since(), horizon(calibrated.path(), end)),
                Figure.percent(end.rate()),
                "the rate at the turning point that lies furthest from today's rate",
                Sample.of(calibrated.quotes().size(), "quotes"),
                calibrated.path().asOf(),
                evidence(RatesInput.Path.NAME));
    }

    private static String horizon(PolicyPath path, Extreme end) {
        if (!end.atHorizon()) {
            return "";
        }
        return end.period() == path.meetings().size() ? ", the last meeting" : ", the last rate that the quotes settle";
    }

    private MacroStatement next(CalibratedPath calibrated, Meeting meeting, Rate step) {
        double moves = step.decimal() / MOVE.decimal();
        return new MacroStatement(
                Topic.POLICY,
                "Next meeting",
                moves <= -0.5
                        ? "cut more likely than not"
                        : moves >= 0.5 ? "hike more likely than not" : "hold more likely",
                meeting.decision() + ": " + Text.signedBasisPoints(step) + "; " + AdjacentOutcomes.of(step, MOVE),
                Figure.basisPoints(step),
                "expected step; all weight on the two multiples of 25 bp next to it",
                Sample.of(calibrated.quotes().size(), "quotes"),
                calibrated.path().asOf(),
                evidence(RatesInput.Path.NAME));
    }

    static String frontState(double spread) {
        return spread < 0 ? "below the overnight rate" : "not below the overnight rate";
    }

    private MacroStatement front(FrontEnd front) {
        boolean below = front.spread().isNegative();
        return new MacroStatement(
                Topic.POLICY,
                front.subject(),
                frontState(front.spread().decimal()),
                Text.of(
                        "%s, lower than that on %.0f %% of all days so far%s",
                        Text.signedBasisPoints(front.spread()),
                        100 * front.percentile(),
                        below ? ": lower rates are priced, less a term premium" : ""),
                new Figure(front.spread().decimal(), Unit.BASIS_POINTS),
                "a stand-in where no path is quoted: it holds a term premium and the scarcity of the bond; percentile"
                        + " over all common days with half of the ties",
                Sample.of(front.n(), "days"),
                front.observed(),
                evidence(front.yield(), front.overnight()));
    }
}
