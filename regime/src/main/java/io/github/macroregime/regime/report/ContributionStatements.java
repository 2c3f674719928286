package io.github.macroregime.regime.report;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.breadth.Concentration;
import io.github.macroregime.equities.breadth.WithoutBasket;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.report.EquitiesPart.GroupDay;
import io.github.macroregime.regime.report.EquitiesPart.IndexMove;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is said of the index and of what made its move. */
final class ContributionStatements {

    static final String CLOSE_TO_CLOSE = ", close to close";
    static final String OPEN_TO_CLOSE = ", open to close";

    private final EquitiesPart part;

    ContributionStatements(EquitiesPart part) {
        this.part = part;
    }

    List<MacroStatement> all() {
        List<MacroStatement> statements = new ArrayList<>();
        for (IndexMove each : part.indices()) {
            statements.add(move(each, CLOSE_TO_CLOSE, each.closeToClose(), "simple return from the close before"));
            each.openToClose()
                    .ifPresent(open -> statements.add(
                            move(each, OPEN_TO_CLOSE, open, "simple return from the open of the same day")));
        }
        for (MarketInput.Contributions each : part.contributions()) {
            statements.add(explained(each));
            statements.add(
                    contribution(each, "largest contribution", Comparator.comparing(ContributionLine::contribution)));
            statements.add(contribution(
                    each,
                    "smallest contribution",
                    Comparator.comparing(ContributionLine::contribution).reversed()));
            Concentration.ofContributions(each.report())
                    .ifPresent(concentration -> statements.add(concentration(each, concentration)));
        }
        for (GroupDay group : part.groups()) {
            group.without().forEach(each -> each.rest().ifPresent(rest -> statements.add(without(group, each, rest))));
        }
        return statements;
    }

    private MacroStatement move(IndexMove index, String measure, Rate move, String definition) {
        return new MacroStatement(
                Topic.EQUITIES,
                index.name() + measure,
                upOrDown(move),
                Text.signedPercent(move) + reported(index, move),
                Figure.percent(move),
                definition + " to the close of the day",
                Sample.of(1, "sessions"),
                index.date(),
                part.evidence(index.name()));
    }

    /** How far the return that is printed with the contributions of the same index lies from a measure. */
    private String reported(IndexMove index, Rate move) {
        return part.contributions().stream()
                .filter(each -> each.index().equals(index.name()))
                .flatMap(each -> each.report().reported().stream())
                .map(reported -> Text.of(
                        "; the reported %s lies %s from it",
                        Text.signedPercent(reported), Text.signedPoints(reported.minus(move))))
                .findFirst()
                .orElse("");
    }

    private MacroStatement explained(MarketInput.Contributions input) {
        ContributionReport report = input.report();
        Rate move = report.reported().orElse(report.explained());
        return new MacroStatement(
                Topic.EQUITIES,
                input.index() + ", the day",
                upOrDown(move),
                Text.of(
                        "contributions sum to %s%s; gainers %s, losers %s",
                        Text.signedPoints(report.explained()),
                        report.residual()
                                .map(residual -> " with a residual of " + Text.signedPoints(residual))
                                .orElse(""),
                        Text.signedPoints(report.grossGain()),
                        Text.signedPoints(report.grossLoss())),
                Figure.percent(move),
                "the reported return of the index; a contribution is beginning weight times return",
                Sample.of(report.lines().size(), "lines"),
                report.date(),
                part.evidence(input.index()));
    }

    private MacroStatement contribution(
            MarketInput.Contributions input, String which, Comparator<ContributionLine> order) {
        ContributionLine line = input.report().lines().stream().max(order).orElseThrow();
        return new MacroStatement(
                Topic.EQUITIES,
                input.index() + ", " + which,
                line.id(),
                line.id() + " " + Text.signedPoints(line.contribution())
                        + line.periodReturn()
                                .map(own -> " at a return of " + Text.signedPercent(own))
                                .orElse(""),
                new Figure(line.contribution().decimal(), Unit.PERCENTAGE_POINTS),
                "beginning weight times return",
                Sample.of(input.report().lines().size(), "lines"),
                input.report().date(),
                part.evidence(input.index()));
    }

    private MacroStatement concentration(MarketInput.Contributions input, Concentration concentration) {
        double share = concentration.effectiveNumber() / concentration.names();
        return new MacroStatement(
                Topic.EQUITIES,
                input.index() + ", concentration",
                share <= 1 / 3.0 ? "concentrated" : share < 2 / 3.0 ? "in between" : "spread",
                Text.of(
                        "as concentrated as %.1f equal ones of %d; the largest makes %.0f %% of all moves, the three"
                                + " largest %.0f %%",
                        concentration.effectiveNumber(),
                        concentration.names(),
                        100 * concentration.topShare(1),
                        100 * concentration.topShare(3)),
                new Figure(concentration.effectiveNumber(), Unit.SCORE),
                "effective number of contributions: one over the sum of squared shares of their sizes; concentrated up"
                        + " to a third of their number, spread from two thirds",
                Sample.of(concentration.names(), "lines"),
                input.report().date(),
                part.evidence(input.index()));
    }

    private MacroStatement without(GroupDay group, WithoutBasket each, Rate rest) {
        double index = each.indexReturn().decimal();
        String share = index == 0
                ? ""
                : Text.of(" (%.0f %% of the move)", 100 * each.contribution().decimal() / index);
        return new MacroStatement(
                Topic.EQUITIES,
                "Index without " + group.name(),
                upOrDown(rest),
                Text.of(
                        "%s without it, %s with it; it adds %s%s at a weight of %.1f %%",
                        Text.signedPercent(rest),
                        Text.signedPercent(each.indexReturn()),
                        Text.signedPoints(each.contribution()),
                        share,
                        100 * each.weight()),
                Figure.percent(rest),
                "explained return of the index less the contribution of the group, over one less its weight",
                Sample.of(group.day().size(), "names"),
                group.date(),
                part.evidence(part.contributions().stream()
                        .map(MarketInput.Contributions::index)
                        .toList()));
    }

    static String upOrDown(Rate move) {
        return move.isNegative() ? "down" : move.equals(Rate.ZERO) ? "unchanged" : "up";
    }
}
