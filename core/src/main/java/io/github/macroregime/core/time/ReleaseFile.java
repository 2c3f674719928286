package io.github.macroregime.core.time;

import io.github.macroregime.core.time.ReleaseCalendar.Answer;
import io.github.macroregime.core.time.ReleaseCalendar.NotOnItsOwn;
import io.github.macroregime.core.time.ReleaseCalendar.Released;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The lines of a file of releases. */
final class ReleaseFile {

    private static final String HEADER = "release,reference,date,time,status";
    private static final int FIELDS = 5;
    private static final int TEXT_SHOWN = 120;
    private static final int FIRST_YEAR = 1600;
    private static final int LAST_YEAR = 2200;
    private static final Pattern QUARTERS = Pattern.compile("[0-9]{4}-?Q[1-4]");

    final String name;
    final String text;
    final String version;
    final String source;
    final LocalDate observedUntil;
    final Map<String, Lines> releases = new LinkedHashMap<>();

    /** What is listed of one release, by the first day of the period. */
    static final class Lines {

        final Period period;
        final TreeMap<LocalDate, Answer> answers = new TreeMap<>();
        final TreeSet<LocalDate> missed = new TreeSet<>();

        Lines(Period period) {
            this.period = period;
        }
    }

    /** What a reference stands for, told by how it is written. */
    enum Period {
        MONTH,
        QUARTER,
        DAY;

        static Period of(String reference) {
            return reference.contains("Q") ? QUARTER : reference.length() == "2025-09".length() ? MONTH : DAY;
        }

        LocalDate first(LocalDate date) {
            return switch (this) {
                case MONTH -> date.withDayOfMonth(1);
                case QUARTER -> date.withDayOfMonth(1).minusMonths((date.getMonthValue() - 1) % 3);
                case DAY -> date;
            };
        }

        LocalDate next(LocalDate first) {
            return switch (this) {
                case MONTH -> first.plusMonths(1);
                case QUARTER -> first.plusMonths(3);
                case DAY -> first.plusWeeks(1);
            };
        }

        LocalDate read(String reference) {
            return switch (this) {
                case MONTH -> day(reference + "-01");
                case QUARTER -> {
                    if (!QUARTERS.matcher(reference).matches()) {
                        throw new IllegalArgumentException("the reference is not a quarter like 2025Q3");
                    }
                    int quarter = reference.charAt(reference.length() - 1) - '0';
                    yield LocalDate.of(Integer.parseInt(reference.substring(0, 4)), 3 * quarter - 2, 1);
                }
                case DAY -> day(reference);
            };
        }
    }

    private ReleaseFile(String name, String text) {
        this.name = name;
        this.text = text;
        version = comment(name, text, "version");
        source = comment(name, text, "source");
        try {
            observedUntil = day(comment(name, text, "observed until"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + ":1: observed until: " + e.getMessage(), e);
        }
    }

    /** The shipped file. */
    static ReleaseFile read() {
        return parse("releases.csv", text());
    }

    static String text() {
        try (InputStream in = ReleaseFile.class.getResourceAsStream("releases.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReleaseFile parse(String name, String text) {
        ReleaseFile file = new ReleaseFile(name, text);
        List<String> lines = text.lines().toList();
        boolean headed = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                if (!headed && !line.equals(HEADER)) {
                    throw new IllegalArgumentException("expected the header " + HEADER);
                }
                if (headed) {
                    file.add(line.split(",", -1));
                }
                headed = true;
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        name + ":" + (i + 1) + ": \"" + line.substring(0, Math.min(line.length(), TEXT_SHOWN)) + "\": "
                                + e.getMessage(),
                        e);
            }
        }
        return file;
    }

    private void add(String[] fields) {
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("expected " + FIELDS + " fields but found " + fields.length);
        }
        String status = fields[4];
        if (status.equals("missed")) {
            of(fields[0], fields[1]).missed.add(day(fields[2]));
            return;
        }
        Lines lines = of(fields[0], fields[1]);
        if (lines.period != Period.of(fields[1])) {
            throw new IllegalArgumentException("the reference must be written as a " + lines.period);
        }
        LocalDate first = lines.period.read(fields[1]);
        lines.answers.merge(first, answer(first, fields), ReleaseFile::earlier);
    }

    private Answer answer(LocalDate first, String[] fields) {
        if (fields[4].equals("never")) {
            return new NotOnItsOwn(Optional.empty());
        }
        LocalDateTime at = day(fields[2]).atTime(LocalTime.parse(fields[3]));
        if (!at.toLocalDate().isAfter(first)) {
            throw new IllegalArgumentException("the date must lie after the reference");
        }
        return switch (fields[4]) {
            case "" -> new Released(at, at.toLocalDate().isAfter(observedUntil));
            case "with" -> new NotOnItsOwn(Optional.of(at));
            default -> throw new IllegalArgumentException("the status must be one of with, never, missed or empty");
        };
    }

    // The years that every file can mean, which core.io states for its readers.
    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("the year of " + text + " is not one of " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return day;
    }

    private static Answer earlier(Answer one, Answer other) {
        boolean oneIsEarlier = other.at().isEmpty()
                || (one.at().isPresent() && !one.at().get().isAfter(other.at().get()));
        return oneIsEarlier ? one : other;
    }

    /** The lines of a release, begun by its first line; one that has but a missed date counts months. */
    private Lines of(String release, String reference) {
        Lines lines = releases.get(release);
        if (lines == null) {
            lines = new Lines(reference.isEmpty() ? Period.MONTH : Period.of(reference));
            releases.put(release, lines);
        }
        return lines;
    }

    private static String comment(String name, String text, String key) {
        String mark = "# " + key + ":";
        return text.lines()
                .filter(line -> line.startsWith(mark))
                .findFirst()
                .map(line -> line.substring(mark.length()).strip())
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(name + ":1: no line begins with \"" + mark + "\""));
    }

    /** The SHA-256 of the text, made when it is asked for since few do. */
    String checksum() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
