package io.github.macroregime.examples;

import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.report.DaySummary;
import io.github.macroregime.regime.report.MacroChange;
import io.github.macroregime.regime.report.Section;
import io.github.macroregime.regime.tracker.TrackerReport;
import io.github.macroregime.regime.tracker.TrackerReport.BoardBlock;
import io.github.macroregime.regime.tracker.TrackerReport.PolicyBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns the report into the sections that every kind of page shows. */
final class TrackerSections {

    private TrackerSections() {}

    static List<String> head(TrackerReport report) {
        List<String> head = new ArrayList<>();
        head.add("Day of the figures: " + report.date() + ".");
        if (report.board().map(BoardBlock::isSynthetic).orElse(false)
                || report.credit().stream().anyMatch(CreditSection::isSynthetic)) {
            head.add("Price and spread histories are SYNTHETIC and marked where they are used.");
        }
        return head;
    }

    static List<Section> of(TrackerReport report) {
        return of(report, Optional.empty());
    }

    static List<Section> of(TrackerReport report, Optional<MacroChange> change) {
        List<Section> sections = new ArrayList<>();
        DaySummary summary = DaySummary.of(report.macro(), Optional.empty(), report.statements());
        if (!summary.lines().isEmpty()) {
            sections.add(day(summary));
        }
        change.map(MacroChangeSection::of).ifPresent(sections::add);
        report.equities().map(EquitiesSection::of).ifPresent(sections::add);
        for (int i = 0; i < report.credit().size(); i++) {
            sections.add(CreditSection.of(report.credit().get(i), i));
        }
        report.policy().map(PolicySection::of).ifPresent(sections::add);
        report.board().map(BoardSection::of).ifPresent(sections::add);
        List<String> sources = report.policy().map(PolicyBlock::sources).orElse(List.of());
        sections.addAll(MacroSections.of(report.macro(), sources));
        if (!report.statements().isEmpty()) {
            sections.add(PrintCheckSection.of(report.statements(), sources));
        }
        List<Gap> gaps = Stream.concat(report.gaps().stream(), report.macro().gaps().stream())
                .distinct()
                .toList();
        if (!gaps.isEmpty()) {
            sections.add(GapsSection.of(gaps));
        }
        return sections;
    }

    private static Section day(DaySummary summary) {
        return new Section(
                "day",
                "The day",
                summary.lines().stream().map(line -> line + ".").toList(),
                List.of(),
                List.of(),
                List.of(
                        "Axes with a move of two deviations or more stand first, the most unusual at the top; a deviation"
                                + " is the root mean square of the last 252 changes."));
    }
}
