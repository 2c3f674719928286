package io.github.macroregime.examples;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.SpreadPercentile;
import io.github.macroregime.credit.SpreadStanding;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.rates.path.AdjacentOutcomes;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.regime.folder.TrackerInput.SourcedSeries;
import io.github.macroregime.regime.report.Card;
import io.github.macroregime.regime.report.MacroStatement;
import io.github.macroregime.regime.report.MovesPart;
import io.github.macroregime.regime.report.MovesPart.Kind;
import io.github.macroregime.regime.report.MovesPart.Move;
import io.github.macroregime.regime.report.Topic;
import io.github.macroregime.regime.tracker.TrackerReport;
import io.github.macroregime.regime.tracker.TrackerReport.CreditBlock;
import io.github.macroregime.regime.tracker.TrackerReport.EquitiesBlock;
import io.github.macroregime.regime.tracker.TrackerReport.EquitiesBlock.SectorReturn;
import io.github.macroregime.regime.tracker.TrackerReport.PolicyBlock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Six facts of the day: index, policy, credit, quadrant, leader and laggard, claims; one that the report lacks is left out. */
final class TrackerCards {

    private static final Rate CUT = Rate.ofBasisPoints(25);
    private static final int RECENT = 60;

    private final TrackerReport report;

    private TrackerCards(TrackerReport report) {
        this.report = report;
    }

    static List<Card> of(TrackerReport report) {
        TrackerCards cards = new TrackerCards(report);
        return Stream.of(
                        cards.index(), cards.policy(), cards.credit(), cards.quadrant(), cards.leader(), cards.claims())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Card> index() {
        Optional<EquitiesBlock> block = report.equities();
        if (block.orElse(null) instanceof EquitiesBlock.Contributed contributed) {
            return Optional.of(index(
                    contributed.index(),
                    contributed.report(),
                    contributed.breadth().toString()));
        }
        if (block.orElse(null) instanceof EquitiesBlock.Members members) {
            return Optional.of(index(
                    members.computed().index(),
                    members.computed().sectors(),
                    members.breadth().toString()));
        }
        return moves(Kind.INDEX)
                .findFirst()
                .map(move -> new Card(
                        move.name(),
                        signed(move),
                        deviations(move),
                        block.map(each -> each.breadth().toString())
                                .map(TrackerCards::clause)
                                .orElse(""),
                        recent(move.name()),
                        block.isPresent() ? "equities" : "regime-moves"));
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
                Figures.signedPercent(contributions.reported().orElse(contributions.explained()), 2) + " %",
                clause(breadth),
                why,
                recent(name),
                "equities");
    }

    private static String contribution(ContributionLine line) {
        return line.id() + " " + Figures.signedPercent(line.contribution(), 2) + " pp";
    }

    /** The part of a sentence before its first bracket. */
    private static String clause(String sentence) {
        return sentence.split(" \\(", 2)[0];
    }

    private Optional<Card> policy() {
        Optional<PolicyPath> path = report.policy().map(PolicyBlock::calibrated).map(each -> each.path());
        if (path.isPresent() && path.get().total().isPresent()) {
            return Optional.of(policy(path.get(), path.get().total().get()));
        }
        return report.macro().statements(Topic.POLICY).stream()
                .filter(each -> each.subject().contains("yield less"))
                .reduce((first, second) -> second)
                .map(each -> new Card(
                        each.subject(), each.figure().toString(), each.state(), "", List.of(), "regime-policy"));
    }

    private static Card policy(PolicyPath path, Rate total) {
        String next = path.steps().get(0).step().map(step -> next(path, step)).orElse("");
        String terminal = path.terminal()
                .map(end -> "terminal " + Figures.percent(end.rate(), 2) + " % from " + end.since())
                .orElse("");
        List<Double> rates = Stream.concat(
                        path.startRate().stream(), path.steps().stream().flatMap(step -> step.rateAfter().stream()))
                .map(Rate::percent)
                .toList();
        return new Card(
                "Priced over " + path.meetings().size() + " meetings",
                Figures.signed(total.basisPoints(), 1) + " bp",
                next,
                terminal,
                rates,
                "policy");
    }

    private static String next(PolicyPath path, Rate step) {
        PathStep first = path.steps().get(0);
        Optional<AdjacentOutcomes> outcomes = path.probabilities(first.meeting(), CUT);
        return first.meeting().decision() + ": " + Figures.signed(step.basisPoints(), 1) + " bp"
                + outcomes.map(each -> ", cut " + Figures.share(each.cutProbability(), 0) + " %")
                        .orElse("");
    }

    private Optional<Card> credit() {
        return report.credit().stream().findFirst().map(TrackerCards::credit);
    }

    private static Card credit(CreditBlock block) {
        SpreadStanding standing = block.standing();
        String band = standing.place().band().isUnnamed()
                ? ""
                : standing.place().band().name();
        String rank = block.percentiles().stream()
                .findFirst()
                .map(TrackerCards::rank)
                .or(() -> standing.distances().stream()
                        .findFirst()
                        .map(each -> Figures.signedBasisPoints(each.difference()) + " bp from the "
                                + each.landmark().name()))
                .orElse("");
        return new Card(
                standing.instrument().name() + (CreditSection.isSynthetic(block) ? " (SYNTHETIC history)" : ""),
                Figures.decimal(standing.level().basisPoints(), 1) + " bp",
                rank,
                band,
                block.history().map(each -> recent(each.series())).orElse(List.of()),
                "credit-0");
    }

    private static String rank(SpreadPercentile rank) {
        return "percentile " + Figures.share(rank.fraction(), 0) + " over " + rank.lookback();
    }

    private Optional<Card> quadrant() {
        List<MacroStatement> said = report.macro().statements(Topic.GROWTH_INFLATION);
        Optional<MacroStatement> data = said.stream()
                .filter(each -> each.subject().startsWith("Quadrant by data"))
                .findFirst();
        Optional<MacroStatement> market = said.stream()
                .filter(each -> each.subject().equals("Quadrant by market"))
                .findFirst();
        Optional<MacroStatement> liquidity = report.macro().statements(Topic.LIQUIDITY).stream()
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
                        "regime-growth-inflation"));
    }

    /** The probability of the state, and what it is nearly tied with. */
    private static String probability(MacroStatement quadrant) {
        String tied = quadrant.sentence().startsWith(quadrant.state() + ", near-tied")
                ? clause(quadrant.sentence()).substring(quadrant.state().length())
                : "";
        return Figures.decimal(quadrant.figure().quoted(), 0) + " %" + tied;
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
                    first.name() + ", " + deviations(first),
                    "last: " + last.name() + " " + signed(last),
                    recent(first.name()),
                    "regime-moves"));
        }
        return report.equities()
                .map(EquitiesBlock::returns)
                .filter(each -> each.size() > 1)
                .map(TrackerCards::leader);
    }

    private static Card leader(List<SectorReturn> returns) {
        SectorReturn first = returns.get(0);
        SectorReturn last = returns.get(returns.size() - 1);
        return new Card(
                "Leader and laggard",
                Figures.signedPercent(first.periodReturn(), 2) + " %",
                first.sector(),
                "last: " + last.sector() + " " + Figures.signedPercent(last.periodReturn(), 2) + " %",
                List.of(),
                "equities");
    }

    private Optional<Card> claims() {
        List<Finding> claims = report.statements();
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
        List<Move> all =
                report.macro().part(MovesPart.class).map(MovesPart::moves).orElse(List.of());
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
                        "regime-moves"));
    }

    private static long count(List<Finding> claims, Verdict verdict) {
        return claims.stream().filter(each -> each.verdict() == verdict).count();
    }

    private Stream<Move> moves(Kind kind) {
        return report.macro().part(MovesPart.class).stream()
                .flatMap(part -> part.moves().stream())
                .filter(move -> move.kind() == kind);
    }

    private static String signed(Move move) {
        return move.reading().split(",", 2)[0];
    }

    private static String deviations(Move move) {
        return Double.isNaN(move.deviations()) ? "" : Figures.decimal(Math.abs(move.deviations()), 1) + " deviations";
    }

    private List<Double> recent(String name) {
        return report.board().stream()
                .flatMap(board -> board.assets().stream())
                .filter(each -> each.name().equals(name) && !each.isSynthetic())
                .findFirst()
                .map(SourcedSeries::series)
                .map(TrackerCards::recent)
                .orElse(List.of());
    }

    private static List<Double> recent(TimeSeries series) {
        TimeSeries seen = series.dropMissing();
        return seen.slice(Math.max(0, seen.size() - RECENT), seen.size()).values().stream()
                .boxed()
                .toList();
    }
}
