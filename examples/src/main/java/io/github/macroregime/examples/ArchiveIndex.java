package io.github.macroregime.examples;

import io.github.macroregime.examples.History.Row;
import io.github.macroregime.examples.History.Turn;
import io.github.macroregime.regime.page.Page;
import io.github.macroregime.regime.report.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page of an archive: the history of every state as a strip of colours below the line of its number, what turned on
 * the last day, and a link to the page of every day. One file without script.
 *
 * <p>A strip has at most {@value #COLUMNS} columns: with more days than that, each column stands for several days and
 * shows the last of them.
 */
final class ArchiveIndex {

    private static final int COLUMNS = 600;
    private static final int COLOURS = 8;
    private static final int NAMED_STATES = 4;
    private static final int LISTED_TURNS = 12;
    private static final int LINE_TOP = 1;
    private static final int LINE_HEIGHT = 26;
    private static final String STRIP_TOP = "30";
    private static final String STRIP_HEIGHT = "8";

    private final History history;
    private final List<LocalDate> days;
    private final Map<LocalDate, Integer> places = new TreeMap<>();
    private final Predicate<LocalDate> hasPages;

    private ArchiveIndex(History history, Predicate<LocalDate> hasPages) {
        this.history = history;
        this.hasPages = hasPages;
        this.days = List.copyOf(history.days().keySet());
        for (int i = 0; i < days.size(); i++) {
            places.put(days.get(i), i);
        }
    }

    static ArchiveIndex of(History history, Predicate<LocalDate> hasPages) {
        return new ArchiveIndex(history, hasPages);
    }

    /** The rows of one statement, by column. */
    private static final class Track {

        private final Row[] columns;
        private final Map<String, Integer> counts = new LinkedHashMap<>();
        private LocalDate last = LocalDate.MIN;
        private @Nullable Row present;

        Track(int columns) {
            this.columns = new Row[columns];
        }

        void add(int column, LocalDate day, Row row) {
            columns[column] = row;
            counts.merge(row.state(), 1, Integer::sum);
            last = day;
            present = row;
        }

        Row present() {
            return Objects.requireNonNull(present);
        }

        /** The states, the most frequent first. */
        List<String> states() {
            return counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        String share(String state) {
            int all = counts.values().stream().mapToInt(each -> each).sum();
            return Math.round(100.0 * counts.getOrDefault(state, 0) / all) + " %";
        }
    }

    private int columns() {
        return Math.min(COLUMNS, days.size());
    }

    private int column(int place) {
        return (int) ((long) place * columns() / days.size());
    }

    private Map<History.Key, Track> tracks() {
        Map<History.Key, Track> tracks = new LinkedHashMap<>();
        history.days().forEach((day, rows) -> {
            int column = column(places.getOrDefault(day, 0));
            for (Row row : rows) {
                if (row.topic() != Topic.MOVES) {
                    tracks.computeIfAbsent(row.key(), key -> new Track(columns()))
                            .add(column, day, row);
                }
            }
        });
        return tracks;
    }

    void writeTo(Writer writer) throws IOException {
        Map<Topic, Map<History.Key, Track>> topics = new TreeMap<>();
        tracks().forEach((key, track) -> topics.computeIfAbsent(key.topic(), topic -> new LinkedHashMap<>())
                .put(key, track));
        writer.write("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>Macro regime archive</title>\n<style>\n"
                + style() + "</style>\n</head>\n<body>\n<main>\n<h1>Macro regime archive</h1>\n");
        if (!days.isEmpty()) {
            writer.write(head());
            writer.write("<nav>" + links(topics) + "</nav>\n");
            for (Map.Entry<Topic, Map<History.Key, Track>> topic : topics.entrySet()) {
                write(writer, topic.getKey(), topic.getValue());
            }
            writer.write(calendar());
        }
        writer.write("</main>\n</body>\n</html>\n");
    }

    private String head() {
        LocalDate last = days.get(days.size() - 1);
        List<Turn> turns = history.turned(last);
        StringBuilder html = new StringBuilder("<p>" + days.size() + " days from " + linked(days.get(0)) + " to "
                + linked(last) + ". The table is <a href=\"history.csv\">history.csv</a>.</p>\n");
        html.append("<details" + (turns.size() <= LISTED_TURNS ? " open" : "") + "><summary>" + turns.size()
                + (turns.size() == 1 ? " state" : " states") + " turned on " + last + "</summary><ul>\n");
        turns.forEach(turn -> html.append("<li>" + escaped(turn.after().key().toString()) + ": "
                + escaped(turn.before().state()) + " → <b>"
                + escaped(turn.after().state()) + "</b></li>\n"));
        html.append("</ul></details>\n");
        String each = days.size() > COLUMNS
                ? " A column stands for " + Math.round(days.size() / (double) COLUMNS * 10) / 10.0
                        + " days on average and shows the last of them."
                : "";
        return html + "<p class=\"note\">Each strip shows the states of a statement from the first day to the last, the"
                + " line above it its number, from its lowest to its highest value. Where there is nothing, the"
                + " statement was not made." + each + "</p>\n";
    }

    private static String links(Map<Topic, Map<History.Key, Track>> topics) {
        return topics.keySet().stream()
                .map(topic -> "<a href=\"#" + id(topic) + "\">" + escaped(topic.title()) + "</a>")
                .collect(Collectors.joining(" "));
    }

    private static String id(Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One colour for each state of a topic, the same in all of its strips. */
    private static Map<String, Integer> colours(Map<History.Key, Track> tracks) {
        Map<String, Integer> counts = new TreeMap<>();
        tracks.values()
                .forEach(track -> track.counts.forEach((state, count) -> counts.merge(state, count, Integer::sum)));
        Map<String, Integer> colours = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(each -> colours.put(each.getKey(), colours.size() % COLOURS));
        return colours;
    }

    private void write(Writer writer, Topic topic, Map<History.Key, Track> tracks) throws IOException {
        Map<String, Integer> colours = colours(tracks);
        writer.write("<section id=\"" + id(topic) + "\">\n<h2>" + escaped(topic.title()) + "</h2>\n" + years());
        for (Map.Entry<History.Key, Track> each : tracks.entrySet()) {
            Track track = each.getValue();
            writer.write("<div class=\"row\"><div class=\"name\">"
                    + escaped(each.getKey().subject()) + "</div>\n<svg"
                    + " viewBox=\"0 0 " + columns() + " 38\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\""
                    + escaped(each.getKey() + ", the history of its state and number") + "\">"
                    + line(track) + strip(track, colours) + "</svg>\n<div class=\"now\">" + present(track) + "</div>"
                    + "<div class=\"states\">" + legend(track, colours) + "</div></div>\n");
        }
        writer.write("</section>\n");
    }

    /** What the statement said last, and when that was if not on the last day. */
    private String present(Track track) {
        Row row = track.present();
        String when = track.last.equals(days.get(days.size() - 1)) ? "" : " on " + track.last;
        return "<b>" + escaped(row.state()) + "</b> " + escaped(row.number() + when);
    }

    private static String legend(Track track, Map<String, Integer> colours) {
        List<String> states = track.states();
        int shown = states.size() == NAMED_STATES + 1 ? states.size() : Math.min(NAMED_STATES, states.size());
        String named = states.subList(0, shown).stream()
                .map(state -> "<span><i class=\"s" + colours.getOrDefault(state, 0) + "\"></i>" + escaped(state) + " "
                        + track.share(state) + "</span>")
                .collect(Collectors.joining(" "));
        return shown < states.size() ? named + " <span>and " + (states.size() - shown) + " more</span>" : named;
    }

    /** One path for each state; a run of columns with it is one rectangle. */
    private String strip(Track track, Map<String, Integer> colours) {
        Map<String, StringBuilder> paths = new LinkedHashMap<>();
        int from = 0;
        while (from < columns()) {
            int to = from + 1;
            Row row = track.columns[from];
            while (to < columns() && isSameState(row, track.columns[to])) {
                to++;
            }
            if (row != null) {
                paths.computeIfAbsent(row.state(), state -> new StringBuilder())
                        .append("M" + from + " " + STRIP_TOP + "h" + (to - from) + "v" + STRIP_HEIGHT + "H" + from
                                + "z");
            }
            from = to;
        }
        return paths.entrySet().stream()
                .map(path -> "<path class=\"s" + colours.getOrDefault(path.getKey(), 0) + "\" d=\"" + path.getValue()
                        + "\"><title>" + escaped(path.getKey()) + "</title></path>")
                .collect(Collectors.joining());
    }

    private static boolean isSameState(@Nullable Row one, @Nullable Row other) {
        return Objects.equals(one == null ? null : one.state(), other == null ? null : other.state());
    }

    private static String line(Track track) {
        double[] values = Arrays.stream(track.columns)
                .mapToDouble(row -> row == null ? Double.NaN : row.value())
                .toArray();
        double low =
                Arrays.stream(values).filter(each -> !Double.isNaN(each)).min().orElse(Double.NaN);
        double high =
                Arrays.stream(values).filter(each -> !Double.isNaN(each)).max().orElse(Double.NaN);
        StringBuilder path = new StringBuilder();
        int before = -1;
        boolean isOpen = false;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                isOpen = false;
                continue;
            }
            double share = high > low ? (values[i] - low) / (high - low) : 0.5;
            int y = LINE_TOP + (int) Math.round(LINE_HEIGHT * (1 - share));
            path.append(isOpen ? "l1 " + (y - before) : "M" + i + ".5 " + y + "h0");
            before = y;
            isOpen = true;
        }
        return path.isEmpty() ? "" : "<path class=\"line\" d=\"" + path + "\"/>";
    }

    /** The years, each where it begins. */
    private String years() {
        StringBuilder html = new StringBuilder("<div class=\"row\"><div class=\"years\">");
        int shown = Integer.MIN_VALUE;
        for (int i = 0; i < days.size(); i++) {
            boolean begins = i == 0 || days.get(i).getYear() != days.get(i - 1).getYear();
            int share = (int) Math.round(100.0 * i / days.size());
            if (begins && share >= shown + 8 && share < 95) {
                html.append("<span style=\"left:" + share + "%\">" + days.get(i).getYear() + "</span>");
                shown = share;
            }
        }
        return html + "</div></div>\n";
    }

    private String calendar() {
        Map<Integer, List<LocalDate>> years =
                days.stream().collect(Collectors.groupingBy(LocalDate::getYear, TreeMap::new, Collectors.toList()));
        List<Integer> latestFirst = new ArrayList<>(years.keySet());
        latestFirst.sort((one, other) -> Integer.compare(other, one));
        StringBuilder html = new StringBuilder("<section id=\"days\">\n<h2>Days</h2>\n");
        for (int year : latestFirst) {
            List<LocalDate> of = years.getOrDefault(year, List.of());
            html.append("<details><summary>" + year + ", " + of.size() + " days</summary><p>"
                    + of.stream().map(this::linked).collect(Collectors.joining(" ")) + "</p></details>\n");
        }
        return html + "</section>\n";
    }

    private String linked(LocalDate day) {
        return hasPages.test(day) ? "<a href=\"" + day + ".html\">" + day + "</a>" : day.toString();
    }

    private static String style() {
        try (InputStream stream =
                Objects.requireNonNull(ArchiveIndex.class.getResourceAsStream("archive.css"), "archive.css")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("archive.css: cannot be read", e);
        }
    }

    private static String escaped(String text) {
        return Page.plain(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
