package io.github.macroregime.examples;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.Distance;
import io.github.macroregime.credit.Finding;
import io.github.macroregime.credit.SpreadCard;
import io.github.macroregime.credit.SpreadPercentile;
import io.github.macroregime.credit.SpreadStanding;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.BandPlace;
import io.github.macroregime.credit.band.Bound;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Reconciliation;
import io.github.macroregime.equities.contribution.ShownParts;
import io.github.macroregime.equities.print.ImpliedWeight;
import io.github.macroregime.rates.policy.AdjacentOutcomes;
import io.github.macroregime.rates.policy.PathExtreme;
import io.github.macroregime.rates.policy.PathStep;
import io.github.macroregime.rates.policy.PolicyPath;
import io.github.macroregime.regime.strength.Strength;
import io.github.macroregime.regime.strength.StrengthRow;
import io.github.macroregime.regime.tracker.BoardBlock;
import io.github.macroregime.regime.tracker.CheckedStatement;
import io.github.macroregime.regime.tracker.CreditBlock;
import io.github.macroregime.regime.tracker.EquitiesBlock;
import io.github.macroregime.regime.tracker.PolicyBlock;
import io.github.macroregime.regime.tracker.TrackerReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns the report into the sections that every kind of page shows. */
final class TrackerSections {

    private static final Rate CUT = Rate.ofBasisPoints(25);
    private static final int PLACES = 2;

    private TrackerSections() {}

    static List<String> head(TrackerReport report) {
        List<String> head = new ArrayList<>();
        head.add("Day of the figures: " + report.date() + ".");
        if (report.board().map(BoardBlock::isSynthetic).orElse(false)
                || report.credit().stream().anyMatch(TrackerSections::isSynthetic)) {
            head.add("Price and spread histories are SYNTHETIC and marked where they are used.");
        }
        return head;
    }

    static List<Section> of(TrackerReport report) {
        List<Section> sections = new ArrayList<>();
        report.equities().map(TrackerSections::equities).ifPresent(sections::add);
        for (int i = 0; i < report.credit().size(); i++) {
            sections.add(credit(report.credit().get(i), i));
        }
        report.policy().map(TrackerSections::policy).ifPresent(sections::add);
        report.board().map(TrackerSections::board).ifPresent(sections::add);
        if (!report.statements().isEmpty()) {
            sections.add(printCheck(report.statements()));
        }
        if (!report.gaps().isEmpty()) {
            sections.add(gaps(report));
        }
        return sections;
    }

    private static Section equities(EquitiesBlock block) {
        return block instanceof EquitiesBlock.Contributed contributed
                ? contributions(contributed)
                : sectorReturns((EquitiesBlock.PricesOnly) block);
    }

    private static Section contributions(EquitiesBlock.Contributed block) {
        ContributionReport report = block.report();
        ShownParts shown = report.shown(PLACES);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < report.lines().size(); i++) {
            rows.add(contribution(
                    block, report.lines().get(i), shown.parts().get(i).toPlainString()));
        }
        rows.add(List.of("Sum shown", signed(shown.total().toPlainString()), "", "", ""));
        Table table = new Table(
                Table.columns("Sector", "#Contribution pp", "#Return %", "#Implied weight %", "#Interval %"), rows);
        List<String> labels = report.lines().stream().map(ContributionLine::id).toList();
        List<Double> values = report.contributions().stream().map(Rate::percent).toList();
        Chart chart = new Chart(
                "Contribution to the " + block.index() + ", percentage points",
                Chart.Form.BARS,
                labels,
                values,
                List.of());
        return new Section(
                "equities",
                "Equities: what moved the " + block.index(),
                reconciled(block),
                List.of(table),
                List.of(chart),
                List.of(
                        "Contribution is beginning weight times return; shown parts are rounded by the largest"
                                + " remainder, so that they sum to the total shown.",
                        "An implied weight is contribution over return; its interval is what two printed decimals allow."));
    }

    private static List<String> contribution(EquitiesBlock.Contributed block, ContributionLine line, String shown) {
        ImpliedWeight weight = block.weights().stream()
                .filter(each -> each.id().equals(line.id()))
                .findFirst()
                .orElseThrow();
        String point = weight.point().isPresent() ? Figures.share(weight.point().getAsDouble(), 1) : "undefined";
        return List.of(
                line.id(),
                signed(shown),
                line.periodReturn()
                        .map(each -> Figures.signedPercent(each, PLACES))
                        .orElse("-"),
                point,
                Figures.share(weight.low(), 1) + " to " + Figures.share(weight.high(), 1));
    }

    private static String signed(String number) {
        return number.startsWith("-") ? number : "+" + number;
    }

    private static List<String> reconciled(EquitiesBlock.Contributed block) {
        ContributionReport report = block.report();
        List<String> lead = new ArrayList<>();
        lead.add("Contributions sum to " + Figures.signedPercent(report.explained(), PLACES) + " pp against a reported "
                + report.reported()
                        .map(each -> Figures.signedPercent(each, PLACES))
                        .orElse("-") + " %: residual "
                + report.residual()
                        .map(each -> Figures.signedPercent(each, PLACES))
                        .orElse("-") + " pp ("
                + verdict(report) + ").");
        lead.add("Gainers add " + Figures.signedPercent(report.grossGain(), PLACES) + " pp ("
                + report.gainers().size() + "), losers take " + Figures.signedPercent(report.grossLoss(), PLACES)
                + " pp (" + report.losers().size() + ").");
        lead.add("Breadth: " + block.breadth() + ". Equal-weight mean "
                + Figures.signedPercent(block.equalWeightMean(), PLACES) + " % against "
                + Figures.signedPercent(block.printed().indexReturn(), PLACES) + " % of the index.");
        lead.add("Returns of the index that fit all printed figures: " + block.feasible() + ".");
        return lead;
    }

    private static String verdict(ContributionReport report) {
        return report.reconciliation() instanceof Reconciliation.Compared compared
                ? compared.verdict().toString()
                : "nothing reported";
    }

    private static Section sectorReturns(EquitiesBlock.PricesOnly block) {
        Table table = new Table(
                Table.columns("Sector", "#Return %"),
                block.returns().stream()
                        .map(each -> List.of(each.sector(), Figures.signedPercent(each.periodReturn(), PLACES)))
                        .toList());
        Chart chart = new Chart(
                "Sector returns, percent",
                Chart.Form.BARS,
                block.returns().stream().map(EquitiesBlock.SectorReturn::sector).toList(),
                block.returns().stream()
                        .map(each -> each.periodReturn().percent())
                        .toList(),
                List.of());
        return new Section(
                "equities",
                "Equities: sector returns",
                List.of("Breadth: " + block.breadth() + ". Equal-weight mean "
                        + Figures.signedPercent(block.equalWeightMean(), PLACES) + " %."),
                List.of(table),
                List.of(chart),
                List.of("Returns of sector prices (" + block.source() + "), not of index sectors: a fund can differ"
                        + " where one name dominates."));
    }

    private static Section credit(CreditBlock block, int number) {
        SpreadStanding standing = block.standing();
        List<List<String>> figures = new ArrayList<>();
        figures.add(List.of(
                "Level", Figures.basisPoints(standing.level()), standing.date().toString()));
        for (Distance distance : standing.distances()) {
            figures.add(List.of(
                    distance.landmark().name(),
                    Figures.basisPoints(distance.landmark().level()),
                    Figures.signedBasisPoints(distance.difference()) + " bp from it"));
        }
        List<Table> tables = new ArrayList<>();
        tables.add(new Table(Table.columns("Spread", "#bp", "Where it stands"), figures));
        bands(block).ifPresent(tables::add);
        if (!block.percentiles().isEmpty()) {
            tables.add(percentiles(block));
        }
        block.card().map(card -> diary(card, isSynthetic(block))).ifPresent(tables::add);
        return new Section(
                "credit-" + number,
                "Credit: " + standing.instrument().name(),
                List.of(hasNames(block) ? place(standing.place()) : "No bands are named for this instrument."),
                tables,
                block.history()
                        .map(history -> List.of(spreads(block, history.series())))
                        .orElse(List.of()),
                creditNotes(block));
    }

    private static String place(BandPlace place) {
        String band = place.band().isUnnamed()
                ? "in no named band"
                : "in the band \"" + place.band().name() + "\"";
        StringBuilder text = new StringBuilder(Figures.basisPoints(place.level()) + " bp is " + band + " ("
                + place.band().interval() + ")");
        place.down().ifPresent(gap -> text.append(", ").append(edge(gap.move(), gap.edge(), "below")));
        place.up().ifPresent(gap -> text.append(", ").append(edge(gap.move(), gap.edge(), "above")));
        return text.append('.').toString();
    }

    private static String edge(Rate move, Rate edge, String side) {
        return Figures.basisPoints(move.abs()) + " bp to the edge " + side + " at " + Figures.basisPoints(edge);
    }

    private static Optional<Table> bands(CreditBlock block) {
        List<Band> bands = block.bands().bands();
        if (!hasNames(block)) {
            return Optional.empty();
        }
        return Optional.of(new Table(
                Table.columns("Band", "Range", "Severity", "Now"),
                bands.stream()
                        .map(band -> List.of(
                                band.isUnnamed() ? "(unnamed)" : band.name(),
                                band.interval(),
                                lower(band.severity()),
                                band.equals(block.standing().place().band()) ? "here" : ""))
                        .toList()));
    }

    private static boolean hasNames(CreditBlock block) {
        return block.bands().bands().stream().anyMatch(band -> !band.isUnnamed());
    }

    private static Table percentiles(CreditBlock block) {
        return new Table(
                Table.columns("Percentile over", "#Rank %", "#+- %", "Definition", "#n", "#Effective n", "#Ties"),
                block.percentiles().stream().map(TrackerSections::percentile).toList());
    }

    private static Table diary(SpreadCard card, boolean synthetic) {
        List<List<String>> rows = new ArrayList<>();
        card.diary()
                .current()
                .filter(run -> !run.band().isUnnamed())
                .ifPresent(run -> rows.add(List.of(
                        "Stay", "date " + run.length() + " in \"" + run.band().name() + "\" since " + run.entry())));
        rows.add(List.of("Range", card.range().toString()));
        rows.add(List.of("Momentum", card.momentum().toString()));
        return new Table(Table.columns(synthetic ? "SYNTHETIC history" : "History", "Reading"), rows);
    }

    private static List<String> percentile(SpreadPercentile rank) {
        return List.of(
                rank.lookback() + " (from " + rank.from() + ")",
                Figures.share(rank.fraction(), 1),
                Figures.share(rank.standardError(), 1),
                lower(rank.definition()) + (rank.isCurrentIncluded() ? ", current included" : ", current excluded"),
                Integer.toString(rank.count()),
                String.format(Locale.ROOT, "%.1f", rank.effectiveCount()),
                Integer.toString(rank.ties()));
    }

    private static Chart spreads(CreditBlock block, TimeSeries history) {
        TimeSeries seen = history.dropMissing();
        List<Double> values = seen.values().stream()
                .map(v -> Rate.ofDecimal(v).basisPoints())
                .boxed()
                .toList();
        double top = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        List<Chart.Range> ranges = block.bands().bands().stream()
                .filter(band -> !band.isUnnamed())
                .map(band -> new Chart.Range(
                        band.name(), level(band.lower(), 0), level(band.upper(), 1.05 * top), colour(band)))
                .toList();
        return new Chart(
                block.standing().instrument().name() + ", basis points"
                        + (isSynthetic(block) ? " (SYNTHETIC history)" : ""),
                Chart.Form.LINE,
                seen.dates().stream().map(Object::toString).toList(),
                values,
                ranges);
    }

    private static double level(Bound bound, double open) {
        return bound instanceof Bound.Edge edge ? edge.level().basisPoints() : open;
    }

    private static String colour(Band band) {
        return switch (band.severity()) {
            case UNNAMED, NEUTRAL -> "rgba(120,130,150,0.10)";
            case BENIGN -> "rgba(47,125,79,0.12)";
            case ALARM -> "rgba(214,158,46,0.16)";
            case STRESS -> "rgba(179,65,47,0.14)";
        };
    }

    private static List<String> creditNotes(CreditBlock block) {
        List<String> notes = new ArrayList<>();
        block.history()
                .ifPresent(history -> notes.add(
                        (history.isSynthetic() ? "SYNTHETIC history, " : "History: " + history.source() + ", ")
                                + history.series().size() + " dates."));
        if (hasNames(block)) {
            block.standing().findings().stream().map(Finding::message).forEach(notes::add);
        }
        return notes;
    }

    private static boolean isSynthetic(CreditBlock block) {
        return block.history().map(history -> history.isSynthetic()).orElse(false);
    }

    private static Section policy(PolicyBlock block) {
        PolicyPath path = block.calibrated().path();
        List<List<String>> rows =
                path.steps().stream().map(step -> step(path, step)).toList();
        Table table = new Table(
                Table.columns(
                        "Decision",
                        "Effective",
                        "#Rate %",
                        "#Step bp",
                        "#Cumulative bp",
                        "#Cuts of 25 bp",
                        "#Cut %",
                        "Outcomes"),
                rows);
        Chart chart = new Chart(
                block.overnightIndex() + " implied after each meeting, percent",
                Chart.Form.STEPS,
                Stream.concat(Stream.of(path.asOf()), path.meetings().stream().map(meeting -> meeting.effective()))
                        .map(Object::toString)
                        .toList(),
                Stream.concat(Stream.of(path.startRate()), path.steps().stream().map(PathStep::rateAfter))
                        .map(Rate::percent)
                        .toList(),
                List.of());
        return new Section(
                "policy",
                "Policy path: " + block.overnightIndex(),
                policyLead(path),
                List.of(table),
                List.of(chart),
                List.of(
                        "Quotes: " + String.join(", ", block.sources()) + ". Largest residual "
                                + largestResidual(block) + " bp; "
                                + lower(block.calibrated().status()) + ".",
                        "The overnight rate is constant from one effective date to the next and compounds over business"
                                + " days, actual/360.",
                        "Odds put all weight on the two multiples of 25 bp next to the expected step; the quotes fix the"
                                + " mean, not the distribution."));
    }

    private static List<String> policyLead(PolicyPath path) {
        PathExtreme end = path.terminal();
        return List.of(
                "From " + Figures.percent(path.startRate(), PLACES) + " % the quotes imply "
                        + Figures.signedBasisPoints(path.total()) + " bp over "
                        + path.meetings().size()
                        + " meetings.",
                "Terminal rate " + Figures.percent(end.rate(), PLACES) + " % ("
                        + lower(end.kind()) + ") from " + end.since()
                        + (end.atHorizon() ? ", at the horizon of the table and no turning point." : "."));
    }

    private static List<String> step(PolicyPath path, PathStep step) {
        AdjacentOutcomes odds = path.odds(step.meeting(), CUT);
        return List.of(
                step.meeting().decision().toString(),
                step.meeting().effective().toString(),
                Figures.percent(step.rateAfter(), 4),
                Figures.signedBasisPoints(step.step()),
                Figures.signedBasisPoints(step.cumulative()),
                String.format(Locale.ROOT, "%.2f", -step.moves(CUT)),
                Figures.share(odds.cutProbability(), 1),
                odds.toString());
    }

    private static String largestResidual(PolicyBlock block) {
        double largest =
                block.calibrated().residuals().stream().map(Math::abs).max().orElse(0);
        return String.format(Locale.ROOT, "%.1e", 1e4 * largest);
    }

    private static Section board(BoardBlock block) {
        Table table = new Table(
                Table.columns(
                        "Asset", "Last close", "#Strength", "Word", "#Momentum", "#Reversion", "#Trend weight", "Tail"),
                block.board().rows().stream().map(TrackerSections::row).toList());
        Chart chart = new Chart(
                "Directional strength, -1 to 1",
                Chart.Form.BARS,
                block.board().rows().stream().map(StrengthRow::asset).toList(),
                block.board().rows().stream().map(row -> row.strength().value()).toList(),
                List.of());
        List<String> notes = new ArrayList<>();
        notes.add("Strength = weight x momentum + (1 - weight) x reversion, each in [-1, 1]; the weight comes from a"
                + " variance-ratio test.");
        block.board().unscored().forEach(lacking -> notes.add("Not scored: " + lacking + "."));
        return new Section(
                "board",
                "Strength board",
                block.isSynthetic() ? List.of("Prices are SYNTHETIC.") : List.of(),
                List.of(table),
                List.of(chart),
                notes);
    }

    private static List<String> row(StrengthRow row) {
        Strength strength = row.strength();
        return List.of(
                row.asset(),
                row.observed().toString(),
                Figures.score(strength.value()),
                lower(strength.word()),
                Figures.score(strength.momentum()),
                Figures.score(strength.reversion()),
                String.format(Locale.ROOT, "%.2f", strength.omega()),
                lower(strength.tail()));
    }

    private static Section printCheck(List<CheckedStatement> statements) {
        Table table = new Table(
                Table.columns("Statement", "Verdict", "Arithmetic"),
                statements.stream()
                        .map(each -> List.of(each.text(), each.verdict().toString(), each.arithmetic()))
                        .toList());
        return new Section(
                "print-check",
                "Print check: what hangs together",
                List.of(),
                List.of(table),
                List.of(),
                List.of("A sentence in quotation marks is printed beside the figures; the others are what the figures"
                        + " themselves have to satisfy."));
    }

    private static Section gaps(TrackerReport report) {
        return new Section(
                "gaps",
                "What the folder lacks",
                List.of(),
                List.of(new Table(
                        Table.columns("Absent", "Therefore"),
                        report.gaps().stream()
                                .map(gap -> List.of(gap.lacking(), gap.consequence()))
                                .toList())),
                List.of(),
                List.of());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
