package io.github.macroregime.regime.folder;

import io.github.macroregime.core.series.Source;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.regime.folder.TrackerInput.EditionFigures;
import io.github.macroregime.regime.folder.TrackerInput.SourcedFixings;
import io.github.macroregime.regime.folder.TrackerInput.SourcedQuote;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.RatesInput.PolicyQuotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a path was found from on days before, beside that of the day. */
final class QuotesBefore {

    private QuotesBefore() {}

    /** The input with the quotes of another day, and a gap where there are none to compare those of its day with. */
    static TrackerInput with(
            TrackerInput input,
            List<SourcedQuote> others,
            EditionFigures of,
            List<SourcedFixings> known,
            String without) {
        if (input.quotes().isEmpty()) {
            return input;
        }
        boolean isKnown = !others.isEmpty() && !others.equals(input.quotes());
        List<PolicyQuotes> before = new ArrayList<>(input.quotesBefore());
        List<Gap> gaps = new ArrayList<>(input.gaps());
        if (isKnown) {
            before.add(quotes(of, others, known, input.adjustments(), input.meetings()));
        } else {
            gaps.add(new Gap("quotes of " + of.date(), without));
        }
        return new TrackerInput(
                input.figures(),
                input.sectors(),
                input.members(),
                input.credit(),
                input.meetings(),
                input.quotes(),
                before,
                input.fixings(),
                input.adjustments(),
                input.series(),
                input.statements(),
                input.macro(),
                gaps);
    }

    static PolicyQuotes quotes(
            EditionFigures of,
            List<SourcedQuote> quoted,
            List<SourcedFixings> known,
            Adjustments adjustments,
            Optional<MeetingCalendar> meetings) {
        return new PolicyQuotes(
                of.date(),
                of.overnightIndex(),
                of.overnightRate(),
                quoted.stream().map(SourcedQuote::quote).toList(),
                known.stream().map(SourcedFixings::fixings).toList(),
                adjustments,
                meetings,
                Stream.concat(
                                quoted.stream().map(SourcedQuote::source),
                                known.stream().flatMap(each -> each.sources().stream()))
                        .distinct()
                        .map(Source::observed)
                        .toList());
    }
}
