package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ContributionStatements.CLOSE_TO_CLOSE;
import static io.github.macroregime.regime.report.ContributionStatements.OPEN_TO_CLOSE;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.MacroInput.Kind;
import io.github.macroregime.regime.report.DaySummary.Axis;
import io.github.macroregime.regime.report.DaySummary.Line;
import io.github.macroregime.regime.report.EquitiesPart.SectorDay;
import io.github.macroregime.regime.report.MovesPart.Move;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines of a day, each put together from what the parts of the report hold. */
final class DayLines {

    private static final int NAMED = 3;
    private static final int AHEAD_DAYS = 14;
    private static final String SLOPE = "2s10s";
    private static final List<String> ENDS = List.of("10y yield", "2y yield");
    private static final String VOLATILITY = "VIX";
    private static final String LOWER = "lower";
    private static final String REWARD = ", reward ";
    private static final String CONDITIONS = "Financial conditions, ";

    private final MacroReport report;
    private final Optional<MacroReport> earlier;
    private final List<Move> moves;
    private final List<Line> lines = new ArrayList<>();

    DayLines(MacroReport report, Optional<MacroReport> earlier) {
        this.report = report;
        this.earlier = earlier;
        this.moves = report.part(MovesPart.class).map(MovesPart::moves).orElse(List.of());
    }

    DaySummary summary(List<Finding> findings) {
        index();
        movers();
        growth();
        liquidity();
        curve();
        levels();
        credit();
        policy();
        reward();
        ahead(findings);
        Comparator<Line> unusual =
                Comparator.comparingDouble(line -> line.deviations() >= MovesPart.LARGE ? -line.deviations() : 0);
        return new DaySummary(report.date(), lines.stream().sorted(unusual).toList());
    }

    private void index() {
        List<Told> told = new ArrayList<>();
        report.part(EquitiesPart.class).stream()
                .flatMap(part -> part.contributions().stream())
                .findFirst()
                .ifPresent(each -> told.add(new Told(
                        each.index() + " " + contributions(each.report()),
                        statement(Topic.EQUITIES, each.index() + ", the day"))));
        List<Move> moved = of(Kind.INDEX);
        moved.forEach(move -> told.add(new Told(move + CLOSE_TO_CLOSE, statement(Topic.MOVES, move.name()))));
        report.part(EquitiesPart.class).stream()
                .flatMap(part -> part.indices().stream())
                .forEach(each -> each.openToClose()
                        .ifPresent(move -> told.add(new Told(
                                "open to close " + Text.signedPercent(move),
                                statement(Topic.EQUITIES, each.name() + OPEN_TO_CLOSE)))));
        told.addAll(breadth());
        line(Axis.INDEX, told, moved);
    }

    private static String contributions(ContributionReport report) {
        List<ContributionLine> ranked = report.lines().stream()
                .sorted(Comparator.comparing(ContributionLine::contribution).reversed())
                .toList();
        return Text.signedPercent(report.reported().orElse(report.explained())) + ": "
                + Stream.concat(ranked.stream().limit(2), ranked.stream().skip(Math.max(2, ranked.size() - 1)))
                        .map(line -> line.id() + " " + Text.signedPoints(line.contribution()))
                        .collect(Collectors.joining(", "));
    }

    private List<Told> breadth() {
        List<SectorDay> sectors =
                report.part(EquitiesPart.class).map(EquitiesPart::sectors).orElse(List.of());
        List<Told> told = new ArrayList<>();
        statement(Topic.EQUITIES, "Breadth of sectors")
                .ifPresent(each -> told.add(new Told("sectors " + each.sentence(), Optional.of(each))));
        if (!sectors.isEmpty()) {
            told.add(told(sectors.get(0), "first", "Strongest sector"));
            told.add(told(sectors.get(sectors.size() - 1), "last", "Weakest sector"));
        }
        statement(Topic.EQUITIES, BreadthStatements.ROTATION)
                .ifPresent(each -> told.add(new Told("rotation against the session before: " + each.state(), each)));
        return told;
    }

    private Told told(SectorDay sector, String place, String subject) {
        return new Told(
                place + " " + sector.name() + " " + Text.signedPercent(sector.periodReturn()),
                statement(Topic.EQUITIES, subject));
    }

    private void movers() {
        List<Move> ranked = moves.stream()
                .filter(move -> move.kind() == Kind.ASSET || move.kind() == Kind.SECTOR)
                .limit(NAMED)
                .toList();
        line(Axis.MOVERS, ranked.stream().map(this::mover).toList(), ranked);
    }

    private String moved(Move move) {
        return move.name() + " " + move.readingOn(report.date());
    }

    /** The move, and what the first or the last of the day was in the year before. */
    private Told mover(Move move) {
        return new Told(
                moved(move)
                        + report.part(EquitiesPart.class).flatMap(part -> part.remark(move.name())).stream()
                                .map(remark -> ", " + remark)
                                .collect(Collectors.joining()),
                statement(Topic.MOVES, move.name()));
    }

    private void growth() {
        List<Told> told = report.part(GrowthPart.class).stream()
                .flatMap(part -> statements(Topic.GROWTH_INFLATION)
                        .flatMap(each -> part.line(each, state(each)).map(text -> new Told(text, each)).stream()))
                .toList();
        line(Axis.GROWTH_INFLATION, told, List.of());
    }

    private void liquidity() {
        List<Told> told = new ArrayList<>();
        statements(Topic.LIQUIDITY)
                .filter(each -> each.subject().startsWith("Net liquidity, change"))
                .forEach(each -> told.add(new Told("net liquidity " + each.sentence(), each)));
        statements(Topic.LIQUIDITY)
                .filter(each -> each.subject().startsWith(CONDITIONS))
                .forEach(each ->
                        told.add(new Told(each.subject().substring(CONDITIONS.length()) + " " + state(each), each)));
        line(Axis.LIQUIDITY, told, List.of());
    }

    private void curve() {
        List<Told> told = new ArrayList<>(statement(Topic.CURVE, SLOPE + ", day").stream()
                .map(each -> new Told(SLOPE + " " + state(each), each))
                .toList());
        List<Move> yields = of(Kind.YIELD);
        boolean isQuiet = yields.stream().noneMatch(Move::isLarge);
        Comparator<Move> order = Comparator.comparingInt(move -> isQuiet ? -ENDS.indexOf(move.name()) : 0);
        yields.stream()
                .sorted(order)
                .limit(isQuiet ? ENDS.size() : NAMED)
                .map(this::told)
                .forEach(told::add);
        line(Axis.CURVE, told, yields);
    }

    private void levels() {
        List<Move> levels = of(Kind.LEVEL);
        boolean isQuiet = levels.stream().noneMatch(Move::isLarge);
        line(
                Axis.LEVELS,
                levels.stream()
                        .filter(move -> isQuiet || move.isLarge())
                        .limit(NAMED)
                        .map(this::told)
                        .toList(),
                levels);
    }

    private void credit() {
        List<Told> told = new ArrayList<>(statements(Topic.CREDIT)
                .filter(each -> each.subject().endsWith(", level"))
                .map(each -> new Told(
                        each.subject().replace(", level", "") + " " + each.figure() + ", " + state(each), each))
                .toList());
        report.part(CreditPart.class).stream()
                .flatMap(part -> part.days().stream())
                .limit(1)
                .forEach(day -> told.add(new Told(day.toString(), statement(Topic.CREDIT, CreditPart.subject(day)))));
        List<Move> spreads = of(Kind.SPREAD);
        spreads.stream().filter(Move::isLarge).map(this::told).forEach(told::add);
        line(Axis.CREDIT, told, spreads);
    }

    private void policy() {
        List<Told> told = new ArrayList<>(statements(Topic.POLICY)
                .filter(each -> !each.subject().contains("yield less"))
                .map(each -> new Told(each.subject() + " " + each.figure() + ", " + state(each), each))
                .toList());
        if (told.isEmpty()) {
            statements(Topic.POLICY)
                    .forEach(each -> told.add(new Told(
                            each.subject() + " " + each.figureText()
                                    + (each.figure().value() < 0 ? ", lower rates are priced" : ""),
                            each)));
        }
        List<Move> fixings = of(Kind.OVERNIGHT);
        told.addAll(
                0,
                fixings.stream()
                        .filter(Move::isLarge)
                        .filter(move -> !move.name().startsWith(LOWER) || !isSame(move, fixings))
                        .limit(NAMED)
                        .map(this::told)
                        .toList());
        line(Axis.POLICY, told, fixings);
    }

    private void reward() {
        List<Told> told = new ArrayList<>(statements(Topic.STATES)
                .filter(each -> each.subject().endsWith(", state"))
                .map(each -> new Told(each.subject() + " " + state(each), each))
                .toList());
        statement(Topic.LEVELS, VOLATILITY)
                .ifPresent(each -> told.add(new Told(
                        VOLATILITY + " " + each.figure() + ", " + state(each) + place(each), Optional.of(each))));
        told.addAll(rewards());
        line(Axis.RISK_REWARD, told, List.of());
    }

    /** The classes whose mean outcome is significant, those of one sign together. */
    private List<Told> rewards() {
        Map<String, List<MacroStatement>> significant = statements(Topic.SYNTHESIS)
                .filter(each -> each.state().contains(REWARD + "significantly"))
                .collect(Collectors.groupingBy(
                        each -> each.state().split(REWARD, 2)[1], LinkedHashMap::new, Collectors.toList()));
        return significant.entrySet().stream()
                .map(each -> new Told(
                        "reward" + closes() + " " + each.getKey() + " for "
                                + each.getValue().stream()
                                        .map(of -> of.subject().replace(", skew and reward", "") + " with "
                                                + of.state().split(REWARD, 2)[0])
                                        .collect(Collectors.joining(", ")),
                        each.getValue()))
                .toList();
    }

    /** Where a level stands among those of its years. */
    private static String place(MacroStatement level) {
        int last = level.sentence().lastIndexOf("; ");
        return last < 0 ? "" : ", " + level.sentence().substring(last + 2);
    }

    private String closes() {
        return " over " + Text.count(report.options().windows().horizon(), "close");
    }

    /** Whether the upper limit of the range moved alike, which then speaks for both. */
    private static boolean isSame(Move lower, List<Move> fixings) {
        return fixings.stream()
                .filter(move -> move.name().equals(lower.name().replace(LOWER, "upper")))
                .anyMatch(upper -> upper.change().rounded() == lower.change().rounded());
    }

    private void ahead(List<Finding> findings) {
        List<Told> told = new ArrayList<>(statements(Topic.CATALYSTS)
                .filter(each -> each.subject().endsWith(" of the day"))
                .map(each -> new Told(each.sentence().replaceFirst(", importance [\\d.]+$", ""), each))
                .toList());
        statements(Topic.CATALYSTS)
                .filter(each -> each.subject().startsWith("Next "))
                .filter(each -> each.figure().value() <= AHEAD_DAYS)
                .sorted(Comparator.comparingDouble(each -> each.figure().value()))
                .map(each -> new Told(each.subject().substring("Next ".length()) + " " + each.observed(), each))
                .forEach(told::add);
        long failing = findings.stream()
                .filter(finding -> finding.verdict() == Verdict.INCONSISTENT)
                .count();
        if (!findings.isEmpty()) {
            told.add(new Told(failing + " of " + findings.size() + " checked claims fail", Optional.empty()));
        }
        line(Axis.AHEAD, told, List.of());
    }

    /** The state, and the one before if that was another. */
    private String state(MacroStatement statement) {
        return statement.state()
                + earlier.flatMap(before -> before.statement(statement.topic(), statement.subject()))
                        .map(MacroStatement::state)
                        .filter(before -> !before.equals(statement.state()))
                        .map(before -> " (before: " + before + ")")
                        .orElse("");
    }

    private Told told(Move move) {
        return new Told(moved(move), statement(Topic.MOVES, move.name()));
    }

    private Stream<MacroStatement> statements(Topic topic) {
        return report.statements(topic).stream();
    }

    private Optional<MacroStatement> statement(Topic topic, String subject) {
        return report.statement(topic, subject);
    }

    private List<Move> of(Kind kind) {
        return moves.stream().filter(move -> move.kind() == kind).toList();
    }

    private void line(Axis axis, List<Told> told, List<Move> moved) {
        if (!told.isEmpty()) {
            lines.add(new Line(
                    axis,
                    told.stream().map(Told::text).collect(Collectors.joining("; ")),
                    moved.stream()
                            .mapToDouble(move -> Math.abs(move.deviations()))
                            .filter(deviations -> !Double.isNaN(deviations))
                            .max()
                            .orElse(Double.NaN),
                    told.stream().flatMap(each -> each.statements().stream()).toList()));
        }
    }

    /** A piece of a line and what it rests on. */
    private record Told(String text, List<MacroStatement> statements) {

        Told(String text, Optional<MacroStatement> statement) {
            this(text, statement.stream().toList());
        }

        Told(String text, MacroStatement statement) {
            this(text, List.of(statement));
        }
    }
}
