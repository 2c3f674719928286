package io.github.macroregime.regime.tracker;

import io.github.macroregime.equities.print.PrintedLine;
import io.github.macroregime.rates.instrument.Overlays;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.regime.report.MacroInputs;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Everything a folder holds for one day, read and checked.
 *
 * @param figures the figures that stand alone
 * @param sectors printed contributions and returns, empty if the folder has none
 * @param credit the spreads of which the folder states figures
 * @param meetings central bank decisions, past ones too, empty if the folder has none
 * @param quotes market quotes for the policy path
 * @param fixings published fixings that were out on the day
 * @param overlays the adjustments between the path and the quotes
 * @param series histories up to the day
 * @param statements sentences to check
 * @param macro what the macro report is made from, apart from the printed figures and the policy path
 */
public record TrackerInput(
        EditionFigures figures,
        List<PrintedLine> sectors,
        List<CreditFigures> credit,
        Optional<MeetingCalendar> meetings,
        List<SourcedQuote> quotes,
        List<SourcedFixings> fixings,
        Overlays overlays,
        List<SourcedSeries> series,
        List<Statement> statements,
        MacroInputs macro)
        implements Serializable {

    public TrackerInput {
        sectors = List.copyOf(sectors);
        credit = List.copyOf(credit);
        quotes = List.copyOf(quotes);
        fixings = List.copyOf(fixings);
        series = List.copyOf(series);
        statements = List.copyOf(statements);
    }

    /**
     * The series with a role, in the order of the folder's list.
     *
     * @param roles one role or more
     * @return the series that have one of them
     */
    public List<SourcedSeries> seriesIn(SeriesRole... roles) {
        List<SeriesRole> wanted = List.of(roles);
        return series.stream().filter(each -> wanted.contains(each.role())).toList();
    }
}
