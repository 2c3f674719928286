package io.github.macroregime.examples;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.regime.folder.TrackerInput;
import io.github.macroregime.regime.page.Page;
import io.github.macroregime.regime.report.MacroChange;
import io.github.macroregime.regime.report.MacroReport;
import io.github.macroregime.regime.tracker.Tracker;
import io.github.macroregime.regime.tracker.TrackerReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The report of a day and every form in which it is shown.
 *
 * @param report the report
 * @param change what changed since an earlier day, empty if none was asked for
 */
record DayReport(TrackerReport report, Optional<MacroChange> change) {

    static DayReport of(TrackerInput input) {
        return new DayReport(Tracker.report(input), Optional.empty());
    }

    /** The same report that also says what changed since an earlier one. */
    DayReport against(DayReport earlier) {
        return new DayReport(report, Optional.of(macro().since(earlier.macro())));
    }

    LocalDate date() {
        return report.date();
    }

    String title() {
        return report.title();
    }

    MacroReport macro() {
        return report.macro();
    }

    /** What was found of the printed figures and sentences. */
    List<Finding> findings() {
        return report.statements();
    }

    String html() {
        return Page.html(
                title(),
                TrackerSections.head(report),
                TrackerCards.of(report),
                TrackerSections.of(report, change));
    }

    String text(int width) {
        return Page.text(
                title(),
                TrackerSections.head(report),
                TrackerCards.of(report),
                TrackerSections.of(report, change),
                width);
    }

    String json() {
        return TrackerJson.render(report, change);
    }
}
