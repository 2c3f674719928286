package io.github.macroregime.core.io;

import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.series.Vintages.Revision;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * One value of a date and the days on which it was the known one.
 *
 * @param line where it stands
 * @param date the date the value refers to, as an epoch day
 * @param start the day on which it became known, as an epoch day
 * @param end the last day on which it was known, as an epoch day
 * @param value the value inside
 */
record RealtimeSpan(int line, int date, int start, int end, double value) {

    private static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

    /** The end of a span, which stands for none as 9999-12-31; another text is read as the dates of the file. */
    static LocalDate end(String text, Supplier<LocalDate> date) {
        return text.equals(OPEN_END.toString()) ? OPEN_END : date.get();
    }

    static RealtimeSpan of(long line, LocalDate date, LocalDate start, LocalDate end, double value) {
        return new RealtimeSpan(
                Math.toIntExact(line),
                (int) date.toEpochDay(),
                (int) start.toEpochDay(),
                (int) end.toEpochDay(),
                value);
    }

    /** A value that ends before the whole file does, without a successor on the next day, was withdrawn then. */
    static Vintages vintages(String source, List<RealtimeSpan> spans, Unit unit) {
        int last = spans.stream().mapToInt(RealtimeSpan::end).max().orElse(0);
        spans.sort(Comparator.comparingInt(RealtimeSpan::date).thenComparingInt(RealtimeSpan::start));
        List<Revision> revisions = new ArrayList<>(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            RealtimeSpan span = spans.get(i);
            span.requireForward(source);
            boolean more = i + 1 < spans.size() && spans.get(i + 1).date() == span.date();
            if (more) {
                span.requireBefore(source, spans.get(i + 1));
            }
            revisions.add(span.revision(span.start(), span.value()));
            boolean followed = more && spans.get(i + 1).start() == span.end() + 1;
            if (span.end() < last && !followed) {
                revisions.add(span.revision(span.end() + 1, Double.NaN));
            }
        }
        return Vintages.of(revisions, unit);
    }

    private Revision revision(int knownOn, double known) {
        return new Revision(LocalDate.ofEpochDay(date), LocalDate.ofEpochDay(knownOn), known);
    }

    private void requireForward(String source) {
        if (end < start) {
            throw new FileFormatException(
                    source,
                    line,
                    "the value of " + LocalDate.ofEpochDay(date) + " ends on " + LocalDate.ofEpochDay(end)
                            + " before it begins on " + LocalDate.ofEpochDay(start));
        }
    }

    private void requireBefore(String source, RealtimeSpan next) {
        if (next.start() <= end) {
            throw new FileFormatException(
                    source,
                    Math.max(line, next.line()),
                    "two values of " + LocalDate.ofEpochDay(date) + " were known at once: until "
                            + LocalDate.ofEpochDay(end) + " and from " + LocalDate.ofEpochDay(next.start()));
        }
    }
}
