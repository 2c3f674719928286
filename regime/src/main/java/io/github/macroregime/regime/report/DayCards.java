package io.github.macroregime.regime.report;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.SpreadPercentile;
import io.github.macroregime.credit.SpreadStanding;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.AdjacentOutcomes;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.regime.day.Text.Cells;
import io.github.macroregime.regime.input.MacroInput.Kind;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.report.EquitiesPart.SectorDay;
import io.github.macroregime.regime.report.MovesPart.Move;
import io.github.macroregime.regime.section.Card;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Six facts of the day: index, policy, credit, quadrant, leader and laggard, claims; one that the report lacks is left out. */
final class DayCards {

    private static final Rate CUT = Rate.ofBasisPoints(25);
    private static final int RECENT = 60;

    private final MacroReport report;
    private final List<Finding> claims;

    private DayCards(MacroReport report, List<Finding> claims) {
        this.report = report;
        this.claims = claims;
    }

    static List<Card> of(MacroReport report, List<Finding> claims) {
        DayCards cards = new DayCards(report, claims);
        return Stream.of(
                        cards.index(), cards.policy(), cards.credit(), cards.quadrant(), cards.leader(), cards.claims())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Card> index() {
        Optional<EquitiesPart> part = report.part(EquitiesPart.class);
        Optional<MarketInput.Contributions> given =
                part.stream().flatMap(each -> each.contributions().stream()).findFirst();
        if (given.isPresent()) {
            return Optional.of(index(
                    given.get().index(),
                    given.get().report(),
                    given.get().breadth().toString()));
        }
        return moves(Kind.INDEX)
                .findFirst()
                .map(move -> new Card(
                        move.name(),
                        signed(move),
                        part.filter(each -> each.sectors().size() > 1)
                                .map(each -> clause(each.breadth().toString()))
                                .orElseGet(() -> deviations(move)),
                        part.map(EquitiesPart::sectorReturns)
                                .map(DayCards::ends)
                                .orElse(""),
                        recent(move.name()),
                        (part.isPresent() ? Topic.EQUITIES : Topic.MOVES).id()));
    }

    private Card index(String name, ContributionReport contributions, String breadth) {
        List<ContributionLine> ranked = contributions.lines().stream()
                .sorted(Comparator.comparing(ContributionLine::contribution))
                .toList();
        String why = ranked.size() < 2
                ? ""
                : contribution(ranked.get(ranked.size() - 1)) + ", " + contribution(ranked.get(0));
        return new Card(
                name,
                Cells.signedPercent(contributions.reported().orElse(contributions.explained()), 2) + " %",
                clause(breadth),
                why,
                recent(name),
                Topic.EQUITIES.id());
    }

    /** The first and the last of the sectors. */
    private static String ends(List<SectorDay> returns) {
        return returns.size() < 2
                ? ""
                : Stream.of(returns.get(0), returns.get(returns.size() - 1))
                        .map(each -> each.name() + " " + Cells.signedPercent(each.periodReturn(), 2) + " %")
                        .collect(Collectors.joining(", "));
    }

    private static String contribution(ContributionLine line) {
        return line.id() + " " + Cells.signedPercent(line.contribution(), 2) + " pp";
    }

    /** The part of a sentence before its first bracket. */
    private static String clause(String sentence) {
        return sentence.split(" \\(", 2)[0].replaceFirst(", 0 unchanged$", "");
    }

    private Optional<Card> policy() {
        Optional<PolicyPath> path = report.part(PolicyPart.class)
                .flatMap(PolicyPart::path)
                .map(each -> each.path().path());
        if (path.isPresent() && path.get().total().isPresent()) {
            return Optional.of(policy(path.get(), path.get().total().get()));
        }
        return report.statements(Topic.POLICY).stream()
                .filter(each -> each.subject().contains("yield less"))
                .reduce((first, second) -> second)
                .map(each -> new Card(
                        priced(each.figure().value()) + ", " + each.subject(),
                        each.figure().toString(),
                        each.state(),
                        meeting(),
                        List.of(),
                        Topic.POLICY.id()));
    }

    private static String priced(double change) {
        return change < 0 ? "Easing priced" : "Tightening priced";
    }

    private String meeting() {
        return report.part(CatalystPart.class).stream()
                .flatMap(part -> part.events().stream())
                .flatMap(each -> each.next().stream())
                .filter(each -> each.kind().equals("FOMC"))
                .findFirst()
                .map(each -> "next meeting " + each.date())
                .orElse("");
    }

    private static Card policy(PolicyPath path, Rate total) {
        String next = PolicyPart.next(path)
                .flatMap(ahead -> ahead.step().map(step -> next(path, ahead.meeting(), step)))
                .orElse("");
        String terminal = path.terminal()
                .map(end -> "terminal " + Cells.percent(end.rate(), 2) + " % from " + end.since())
                .orElse("");
        List<Double> rates = Stream.concat(
                        path.startRate().stream(), path.steps().stream().flatMap(step -> step.rateAfter().stream()))
                .map(Rate::percent)
                .toList();
        return new Card(
                priced(total.decimal()) + " over " + path.meetings().size() + " meetings",
                Cells.signed(total.basisPoints(), 1) + " bp",
                next,
                terminal,
                rates,
                Topic.POLICY.id());
    }

    private static String next(PolicyPath path, Meeting meeting, Rate step) {
        Optional<AdjacentOutcomes> outcomes = path.probabilities(meeting, CUT);
        return "next meeting " + meeting.decision() + ": " + Cells.signed(step.basisPoints(), 1) + " bp"
                + outcomes.map(each -> ", cut " + Cells.share(each.cutProbability(), 0) + " %")
                        .orElse("");
    }

    private Optional<Card> credit() {
        return report.part(CreditPart.class).stream()
                .flatMap(part -> part.spreads().stream())
                .findFirst()
                .map(DayCards::credit);
    }

    private static Card credit(CreditPart.Spread block) {
        SpreadStanding standing = block.standing();
        String distance = standing.distances().stream()
                .findFirst()
                .map(each -> Cells.signedBasisPoints(each.difference()) + " bp from the "
                        + each.landmark().name())
                .orElse("");
        String rank =
                block.percentiles().stream().findFirst().map(DayCards::rank).orElse(distance);
        String band = standing.place().band().isUnnamed()
                ? rank.equals(distance) ? "" : distance
                : standing.place().band().name();
        return new Card(
                standing.instrument().name() + (block.isSynthetic() ? " (SYNTHETIC history)" : ""),
                Cells.decimal(standing.level().basisPoints(), 1) + " bp",
                rank,
                band,
                block.history().map(each -> recent(each.series())).orElse(List.of()),
                Topic.CREDIT.id());
    }

    private static String rank(SpreadPercentile rank) {
        return "percentile " + Cells.share(rank.fraction(), 0) + " over " + rank.lookback();
    }

    private Optional<Card> quadrant() {
        List<MacroStatement> said = report.statements(Topic.GROWTH_INFLATION);
        Optional<MacroStatement> data = said.stream()
                .filter(each -> each.subject().startsWith("Quadrant by data"))
                .findFirst();
        Optional<MacroStatement> market = said.stream()
                .filter(each -> each.subject().equals("Quadrant by market"))
                .findFirst();
        Optional<MacroStatement> liquidity = report.statements(Topic.LIQUIDITY).stream()
                .filter(each -> each.subject().startsWith("Net liquidity, change"))
                .findFirst();
        return data.or(() -> market)
                .map(main -> new Card(
                        data.isPresent() ? "Growth and inflation, by data" : "Growth and inflation, by market",
                        capital(main.state()),
                        probability(main)
                                + market.filter(each -> data.isPresent())
                                        .map(each -> "; by market " + each.state() + " " + probability(each))
                                        .orElse(""),
                        liquidity.map(each -> "liquidity " + each.sentence()).orElse(""),
                        List.of(),
                        Topic.GROWTH_INFLATION.id()));
    }

    /** The probability of the state, and what it is nearly tied with. */
    private static String probability(MacroStatement quadrant) {
        String first = clause(quadrant.sentence());
        String tied = first.startsWith(quadrant.state() + ", near-tied")
                ? first.substring(quadrant.state().length())
                : first.startsWith(quadrant.state()) ? "" : ", still the label, just behind " + first;
        return Cells.decimal(quadrant.figure().quoted(), 0) + " %" + tied;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private Optional<Card> leader() {
        List<Move> moves = Stream.of(Kind.ASSET, Kind.SECTOR)
                .flatMap(this::moves)
                .filter(move -> move.observed().equals(report.date()))
                .sorted(Comparator.comparingDouble(move -> move.change().value()))
                .toList();
        if (moves.size() > 1) {
            Move last = moves.get(0);
            Move first = moves.get(moves.size() - 1);
            return Optional.of(new Card(
                    "Leader and laggard",
                    signed(first),
                    Stream.of(first.name(), deviations(first))
                            .filter(each -> !each.isEmpty())
                            .collect(Collectors.joining(", ")),
                    "last: " + last.name() + " " + signed(last),
                    recent(first.name()),
                    Topic.MOVES.id()));
        }
        return report.part(EquitiesPart.class)
                .map(EquitiesPart::sectorReturns)
                .filter(each -> each.size() > 1)
                .map(DayCards::leader);
    }

    private static Card leader(List<SectorDay> returns) {
        SectorDay first = returns.get(0);
        SectorDay last = returns.get(returns.size() - 1);
        return new Card(
                "Leader and laggard",
                Cells.signedPercent(first.periodReturn(), 2) + " %",
                first.name(),
                "last: " + last.name() + " " + Cells.signedPercent(last.periodReturn(), 2) + " %",
                List.of(),
                Topic.EQUITIES.id());
    }

    private Optional<Card> claims() {
        if (!claims.isEmpty()) {
            long failing = count(claims, Verdict.INCONSISTENT);
            String first = claims.stream()
                    .filter(each -> each.verdict() == Verdict.INCONSISTENT)
                    .findFirst()
                    .map(each -> "such as: " + each.statement().replaceFirst("^\".*\": ", ""))
                    .orElse("");
            return Optional.of(new Card(
                    "Printed claims that fail",
                    failing + " of " + claims.size(),
                    count(claims, Verdict.CONSISTENT) + " hold",
                    first,
                    List.of(),
                    "print-check"));
        }
        List<Move> all = report.part(MovesPart.class).map(MovesPart::moves).orElse(List.of());
        List<Move> large = all.stream().filter(Move::isLarge).toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Card(
                        "Moves of two deviations or more",
                        large.size() + " of " + all.size(),
                        large.isEmpty()
                                ? "largest: " + all.get(0).name()
                                : large.get(0).name(),
                        deviations(large.isEmpty() ? all.get(0) : large.get(0)),
                        List.of(),
                        Topic.MOVES.id()));
    }

    private static long count(List<Finding> claims, Verdict verdict) {
        return claims.stream().filter(each -> each.verdict() == verdict).count();
    }

    private Stream<Move> moves(Kind kind) {
        return report.part(MovesPart.class).stream()
                .flatMap(part -> part.moves().stream())
                .filter(move -> move.kind() == kind);
    }

    private static String signed(Move move) {
        return move.reading().split(",", 2)[0];
    }

    private static String deviations(Move move) {
        return Double.isNaN(move.deviations()) ? "" : Cells.decimal(Math.abs(move.deviations()), 1) + " deviations";
    }

    private List<Double> recent(String name) {
        return report.part(StrengthPart.class).stream()
                .flatMap(part -> part.assets().stream())
                .filter(each -> each.name().equals(name) && each.source().provenance() != Source.Provenance.SYNTHETIC)
                .findFirst()
                .map(PublishedSeries::series)
                .map(DayCards::recent)
                .orElse(List.of());
    }

    private static List<Double> recent(TimeSeries series) {
        TimeSeries seen = series.dropMissing();
        return seen.slice(Math.max(0, seen.size() - RECENT), seen.size()).values().stream()
                .boxed()
                .toList();
    }
}
