package io.github.macroregime.core.io;

import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.series.Vintages.Revision;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One value of a date and the days on which it was the known one.
 *
 * @param line where it stands
 * @param date the date the value refers to
 * @param start the day on which it became known
 * @param end the last day on which it was known
 * @param value the value inside
 */
record RealtimeSpan(long line, LocalDate date, LocalDate start, LocalDate end, double value) {

    /** A value that ends before the whole file does, without a successor on the next day, was withdrawn then. */
    static Vintages vintages(String source, List<RealtimeSpan> spans, Unit unit) {
        LocalDate last = spans.stream()
                .map(RealtimeSpan::end)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
        spans.sort(Comparator.comparing(RealtimeSpan::date).thenComparing(RealtimeSpan::start));
        List<Revision> revisions = new ArrayList<>(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            RealtimeSpan span = spans.get(i);
            span.requireForward(source);
            boolean more = i + 1 < spans.size() && spans.get(i + 1).date().equals(span.date());
            if (more) {
                span.requireBefore(source, spans.get(i + 1));
            }
            revisions.add(new Revision(span.date(), span.start(), span.value()));
            boolean followed =
                    more && spans.get(i + 1).start().equals(span.end().plusDays(1));
            if (span.end().isBefore(last) && !followed) {
                revisions.add(new Revision(span.date(), span.end().plusDays(1), Double.NaN));
            }
        }
        return Vintages.of(revisions, unit);
    }

    private void requireForward(String source) {
        if (end.isBefore(start)) {
            throw new FileFormatException(
                    source, line, "the value of " + date + " ends on " + end + " before it begins on " + start);
        }
    }

    private void requireBefore(String source, RealtimeSpan next) {
        if (!next.start().isAfter(end)) {
            throw new FileFormatException(
                    source,
                    Math.max(line, next.line()),
                    "two values of " + date + " were known at once: until " + end + " and from " + next.start());
        }
    }
}
