package io.github.macroregime.examples;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.regime.edition.Edition;
import io.github.macroregime.regime.folder.TrackerInput;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.page.Page;
import io.github.macroregime.regime.report.MacroReport;
import java.time.LocalDate;
import java.util.List;

/**
 * The edition of a day and every form in which it is shown.
 *
 * @param edition the edition, beside an earlier one where that was asked for
 */
record DayReport(Edition edition) {

    /** The report of a day that is asked for alone: every processor makes some of its parts. */
    static DayReport of(TrackerInput input, Histories histories) {
        return new DayReport(Edition.of(input, histories.on(ManyDays.EVERY_PROCESSOR)));
    }

    /** The same report that also says what changed since an earlier one. */
    DayReport against(DayReport earlier) {
        return new DayReport(edition.against(earlier.edition));
    }

    LocalDate date() {
        return edition.date();
    }

    String title() {
        return edition.title();
    }

    MacroReport macro() {
        return edition.report();
    }

    /** What was found of the printed figures and sentences. */
    List<Finding> findings() {
        return edition.checks();
    }

    String html() {
        return edition.html();
    }

    String text(int width) {
        return Page.text(title(), edition.head(), List.of(), edition.sections(), width);
    }

    String json() {
        return edition.json();
    }
}
