package io.github.macroregime.core.time;

import io.github.macroregime.core.time.ReleaseFile.Lines;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@index "release calendar"}: on which day and at which hour of New York the agencies of the United States published
 * the first figure of each month, quarter or week.
 *
 * <p>The library ships one ({@link #shipped}); a newer file takes its place with {@link #read}. Releases are named as
 * in the file: {@code cpi}, {@code employment_situation}, {@code ppi}, {@code retail_sales},
 * {@code personal_income_pce}, {@code gdp}, {@code jolts}, {@code initial_claims}, {@code durable_goods},
 * {@code ism_manufacturing}, {@code ism_services}, {@code g17_industrial_production} and {@code cot}. A period that the
 * file does not list is not covered, and no date is made up for it.
 *
 * <p>Positions of traders ({@code cot}) have a rule beside their list: positions of an as-of date from 6 October 1992 on
 * that is not listed are released at 15:30 on the third business day of the federal government after it, which is the
 * Friday after a Tuesday unless a holiday lies between. Where an executive order closed the government on one of these
 * days and the list has no date, none is made up: the period is not covered.
 *
 * <p><b>Layout of the file</b>: comma-separated lines {@code release,reference,date,time,status} in UTF-8. A reference
 * is a month ({@code 2025-09}), a quarter ({@code 2025Q3}) or a day ({@code 2025-09-27}: the Saturday that ends a week,
 * the as-of date of positions). The status is empty for a release, {@code with} where the figure came only with that
 * of a later period, {@code never} where none came, and {@code missed} for an announced date on which nothing was
 * published. Of several releases for a period the first is the one at which it became known. The comment lines
 * {@code # version}, {@code # source} and {@code # observed until} (the last date that is a fact; later ones are plans)
 * are required, each followed by a colon. Immutable.
 */
public final class ReleaseCalendar implements Serializable {

    private static final long serialVersionUID = 1L;

    private final transient ReleaseFile file;

    private ReleaseCalendar(ReleaseFile file) {
        this.file = file;
    }

    /**
     * The calendar that the library ships.
     *
     * @return the same calendar at every call
     */
    public static ReleaseCalendar shipped() {
        return Shipped.CALENDAR;
    }

    /**
     * Reads a file that takes the place of the shipped one.
     *
     * @param file a file in the layout described above
     * @return its calendar
     * @throws IllegalArgumentException if a line cannot be read; the message begins with file and line
     * @throws UncheckedIOException if the file cannot be read
     */
    public static ReleaseCalendar read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + ":1: is no UTF-8 text", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    /**
     * Reads a text in the layout of the file.
     *
     * @param name what messages call it
     * @param text the lines
     * @return its calendar
     * @throws IllegalArgumentException if a line cannot be read; the message begins with name and line
     */
    public static ReleaseCalendar parse(String name, String text) {
        return new ReleaseCalendar(ReleaseFile.parse(name, text));
    }

    /**
     * The version of the data.
     *
     * @return as the file states it
     */
    public String version() {
        return file.version;
    }

    /**
     * Where the dates come from.
     *
     * @return as the file states it
     */
    public String source() {
        return file.source;
    }

    /**
     * The last date that is a fact; later ones are plans.
     *
     * @return as the file states it
     */
    public LocalDate observedUntil() {
        return file.observedUntil;
    }

    /**
     * What tells one file from another.
     *
     * @return the SHA-256 of its text in UTF-8 as 64 hexadecimal digits
     */
    public String checksum() {
        return file.checksum();
    }

    /**
     * The releases that are listed.
     *
     * @return their names in the order of the file
     */
    public List<String> releases() {
        return List.copyOf(file.releases.keySet());
    }

    /**
     * The reference periods that are listed.
     *
     * @param release its name
     * @return the stretches without a gap, in order
     * @throws IllegalArgumentException if there is no release of that name
     */
    public List<Coverage> coverage(String release) {
        Lines lines = lines(release);
        List<Coverage> stretches = new ArrayList<>();
        for (LocalDate period : lines.answers.keySet()) {
            int last = stretches.size() - 1;
            if (last >= 0 && lines.period.next(stretches.get(last).to()).equals(period)) {
                stretches.set(last, new Coverage(stretches.get(last).from(), period));
            } else {
                stretches.add(new Coverage(period, period));
            }
        }
        return List.copyOf(stretches);
    }

    /**
     * The dates that were announced and on which nothing was published, as in a closed government.
     *
     * @param release its name
     * @return the dates in order
     * @throws IllegalArgumentException if there is no release of that name
     */
    public List<LocalDate> missed(String release) {
        return List.copyOf(lines(release).missed);
    }

    /**
     * When the figure of a period was first published.
     *
     * @param release its name
     * @param reference any day of the month or quarter; the Saturday that ends a week of claims; the as-of date of
     *     positions
     * @return the moment, or that there was no release of its own, or that the calendar does not cover the period
     * @throws IllegalArgumentException if there is no release of that name
     */
    public Answer releasedOn(String release, LocalDate reference) {
        Lines lines = lines(release);
        Answer listed = lines.answers.get(lines.period.first(reference));
        if (listed != null) {
            return listed;
        }
        return release.equals(PositionReports.NAME)
                ? PositionReports.released(reference, file.observedUntil)
                : new NotCovered();
    }

    private Lines lines(String release) {
        Lines lines = file.releases.get(release);
        if (lines == null) {
            throw new IllegalArgumentException(
                    "release must be one of " + file.releases.keySet() + " but was \"" + release + "\"");
        }
        return lines;
    }

    /** The version with the last date that is a fact. */
    @Override
    public String toString() {
        return "release calendar, version " + file.version + ", observed until " + file.observedUntil;
    }

    /** Two calendars are equal if their files are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ReleaseCalendar that && file.text.equals(that.file.text);
    }

    @Override
    public int hashCode() {
        return file.text.hashCode();
    }

    private Object writeReplace() {
        return new Form(file.name, file.text);
    }

    private record Form(String name, String text) implements Serializable {

        private Object readResolve() {
            return parse(name, text);
        }
    }

    /** When the figure of a period was released: one of {@link Released}, {@link NotOnItsOwn}, {@link NotCovered}. */
    public sealed interface Answer extends Serializable {

        /**
         * The moment at which the figure became known.
         *
         * @return date and time of New York, empty if it never did or nothing is known about it
         */
        Optional<LocalDateTime> at();
    }

    /**
     * The period had a release of its own.
     *
     * @param moment date and time of New York
     * @param planned whether the date is a plan that the calendar has not seen come true
     */
    public record Released(LocalDateTime moment, boolean planned) implements Answer {

        public Released {
            Objects.requireNonNull(moment, "moment");
        }

        @Override
        public Optional<LocalDateTime> at() {
            return Optional.of(moment);
        }
    }

    /**
     * The period had no release of its own, as October 2025 in the closed government.
     *
     * @param at when its figure came with that of a later period, date and time of New York; empty if it never came
     */
    public record NotOnItsOwn(Optional<LocalDateTime> at) implements Answer {
        public NotOnItsOwn {
            Objects.requireNonNull(at, "at");
        }

        private Object writeReplace() {
            return new Moment(at.orElse(null));
        }

        private record Moment(@Nullable LocalDateTime at) implements Serializable {

            private Object readResolve() {
                return new NotOnItsOwn(Optional.ofNullable(at));
            }
        }
    }

    /** The calendar says nothing about the period. */
    public record NotCovered() implements Answer {

        @Override
        public Optional<LocalDateTime> at() {
            return Optional.empty();
        }
    }

    /**
     * The reference periods without a gap for which a release is listed.
     *
     * @param from the first day of the first period
     * @param to the first day of the last period
     */
    public record Coverage(LocalDate from, LocalDate to) implements Serializable {
        public Coverage {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }
    }

    private static final class Shipped {

        static final ReleaseCalendar CALENDAR = new ReleaseCalendar(ReleaseFile.read());
    }
}
