package io.github.macroregime.benchmarks.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The results as Markdown: ratios first, exponents, then every median.
 *
 * <p>A ratio says how many times slower than ours a candidate is; over the bound it says how many times the bound ours
 * takes. Ratios are formed inside each round and their middle is shown.
 *
 * @param date when it was measured, as it is to stand in the text
 * @param how the length of the run in words
 * @param command what makes the file again
 * @param peers names and versions of the other libraries
 * @param machine what the times belong to
 * @param trials in the order of the tables
 */
public record Report(String date, String how, String command, String peers, Machine machine, List<Trial> trials) {

    /** What stands before and after the summary, here and in the README. */
    static final String BEGIN = "<!-- ratios: begin -->";

    static final String END = "<!-- ratios: end -->";

    private static final int SIZES_FOR_A_FIT = 3;

    public Report {
        trials = List.copyOf(trials);
    }

    /**
     * The whole file.
     *
     * @return Markdown
     */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("# Speed on ").append(date).append("\n\n");
        text.append("Made by `").append(command).append("`: ").append(how).append(".\n\n");
        appendTable(text, List.of("processor", "cores", "memory", "system", "JVM"), List.of(machineRow()));
        text.append("Peers: ").append(peers).append(".\n\n");
        text.append(
                "Times belong to this machine; ratios and exponents are what counts. \"x\" columns say how many times"
                        + " slower than ours a candidate is (below 1: quicker than ours). The spread is the farther of the"
                        + " slowest and quickest round from the middle one. Bytes are what one time allocates, results"
                        + " included.\n\n");
        text.append("## Summary\n\n")
                .append(BEGIN)
                .append('\n')
                .append(summary())
                .append(END)
                .append("\n\n");
        appendBehind(text);
        byComparison().forEach((comparison, own) -> appendComparison(text, comparison, own));
        appendGrowth(text);
        appendMedians(text);
        return text.toString().strip() + "\n";
    }

    /**
     * The short table for the README.
     *
     * @return Markdown, empty lines before and after
     */
    public String summary() {
        List<List<String>> rows = new ArrayList<>();
        for (List<Trial> group : groups(trials)) {
            Trial ours = ours(group).orElse(null);
            if (ours == null || !isInSummary(ours)) {
                continue;
            }
            String slower = group.stream()
                    .filter(trial ->
                            trial.role() == Role.PEER || trial.role() == Role.APPROXIMATE || trial.role() == Role.NAIVE)
                    .map(trial -> trial.by() + " " + number(trial.timesSlowerThan(ours)))
                    .collect(Collectors.joining(" · "));
            rows.add(List.of(
                    comparison(ours.comparison()).title() + ": " + ours.question(),
                    ours.setting(),
                    time(ours.median()) + " per "
                            + comparison(ours.comparison()).per(),
                    overBound(group, ours),
                    slower));
        }
        StringBuilder text = new StringBuilder("\n");
        appendTable(text, List.of("what", "setting", "ours", "ours / bound", "times slower than ours"), rows);
        text.append("Measured on ")
                .append(date)
                .append(" (")
                .append(machine.processor())
                .append(", ")
                .append(machine.cores())
                .append(" cores, ")
                .append(machine.jvm())
                .append(") with\n`")
                .append(command)
                .append("`.\n\n");
        return text.toString();
    }

    private static boolean isInSummary(Trial ours) {
        String wanted = comparison(ours.comparison()).summary();
        return wanted.isEmpty() || ours.setting().contains(wanted);
    }

    private List<String> machineRow() {
        return List.of(machine.processor(), "" + machine.cores(), machine.memory(), machine.system(), machine.jvm());
    }

    private void appendBehind(StringBuilder text) {
        List<List<String>> rows = new ArrayList<>();
        for (List<Trial> group : groups(trials)) {
            ours(group)
                    .ifPresent(ours -> group.stream()
                            .filter(trial -> trial.role() != Role.OURS && trial.role() != Role.BOUND)
                            .filter(trial -> trial.timesSlowerThan(ours) < 1)
                            .forEach(trial -> rows.add(List.of(
                                    comparison(ours.comparison()).title() + ": " + ours.question(),
                                    ours.setting(),
                                    trial.by(),
                                    number(1 / trial.timesSlowerThan(ours)),
                                    trial.note()))));
        }
        text.append("## Quicker than ours\n\n");
        if (rows.isEmpty()) {
            text.append("Nothing but the bounds.\n\n");
        } else {
            appendTable(text, List.of("what", "setting", "candidate", "times quicker", "why"), rows);
        }
    }

    private void appendComparison(StringBuilder text, Class<?> comparison, List<Trial> own) {
        Set<String> others = own.stream()
                .filter(trial -> trial.role() != Role.OURS && trial.role() != Role.BOUND)
                .sorted(Comparator.comparing(Trial::role))
                .map(Trial::by)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> header =
                new ArrayList<>(List.of("question", "setting", "ours", "spread", "bytes", "ours / bound"));
        others.forEach(other -> header.add(other + ", x"));
        List<List<String>> rows = new ArrayList<>();
        for (List<Trial> group : groups(own)) {
            ours(group).ifPresent(ours -> {
                List<String> row = new ArrayList<>(List.of(
                        ours.question(),
                        ours.setting(),
                        time(ours.median()),
                        percent(ours.spread()),
                        bytes(ours.bytes()),
                        overBound(group, ours)));
                for (String other : others) {
                    row.add(group.stream()
                            .filter(trial -> trial.by().equals(other) && trial.role() != Role.BOUND)
                            .map(trial -> number(trial.timesSlowerThan(ours)))
                            .collect(Collectors.joining(" / ")));
                }
                rows.add(row);
            });
        }
        text.append("## ").append(comparison(comparison).title()).append("\n\n");
        text.append('`')
                .append(comparison.getSimpleName())
                .append("`, time per ")
                .append(comparison(comparison).per())
                .append(".\n\n");
        appendTable(text, header, rows);
        own.stream()
                .filter(trial -> !trial.note().isEmpty())
                .map(trial -> "- " + trial.by() + ", " + trial.question() + ": " + trial.note())
                .distinct()
                .forEach(line -> text.append(line).append('\n'));
        text.append('\n');
    }

    private void appendGrowth(StringBuilder text) {
        List<List<String>> rows = new ArrayList<>();
        byComparison().forEach((comparison, own) -> {
            String grows = comparison(comparison).grows();
            if (!grows.isEmpty()) {
                growing(own, grows).values().stream()
                        .filter(line -> line.size() >= SIZES_FOR_A_FIT)
                        .forEach(line -> rows.add(growthRow(line, grows)));
            }
        });
        if (rows.isEmpty()) {
            return;
        }
        text.append(
                "## Growth\n\nThe exponent of the cost in a size, by least squares on the logarithms: 0 where the cost "
                        + "does not depend on it. The largest miss is how far a time lies from the fitted line.\n\n");
        appendTable(
                text,
                List.of(
                        "what",
                        "candidate",
                        "per",
                        "in",
                        "sizes",
                        "times",
                        "exponent",
                        "standard error",
                        "largest miss"),
                rows);
    }

    private static Map<List<String>, List<Trial>> growing(List<Trial> own, String grows) {
        Map<List<String>, List<Trial>> lines = new LinkedHashMap<>();
        for (Trial trial : own) {
            SortedMap<String, String> rest = new TreeMap<>(trial.parameters());
            if (rest.remove(grows) != null) {
                lines.computeIfAbsent(List.of(trial.question(), trial.by(), rest.toString()), key -> new ArrayList<>())
                        .add(trial);
            }
        }
        return lines;
    }

    private static List<String> growthRow(List<Trial> line, String grows) {
        List<Trial> sorted = line.stream()
                .sorted(Comparator.comparingDouble(trial -> size(trial, grows)))
                .toList();
        PowerLaw law = PowerLaw.fit(
                sorted.stream().mapToDouble(trial -> size(trial, grows)).toArray(),
                sorted.stream().mapToDouble(Trial::median).toArray());
        Trial first = sorted.get(0);
        return List.of(
                comparison(first.comparison()).title() + ": " + first.question(),
                first.by(),
                comparison(first.comparison()).per(),
                grows,
                sorted.stream()
                        .map(trial -> size(trial, grows))
                        .map(Report::number)
                        .collect(Collectors.joining(" · ")),
                sorted.stream().map(Trial::median).map(Report::time).collect(Collectors.joining(" · ")),
                String.format(Locale.ROOT, "%.2f", law.exponent()),
                String.format(Locale.ROOT, "%.2f", law.standardError()),
                percent(law.largestMiss()));
    }

    private static double size(Trial trial, String grows) {
        return Double.parseDouble(
                Optional.ofNullable(trial.parameters().get(grows)).orElseThrow());
    }

    private void appendMedians(StringBuilder text) {
        List<List<String>> rows = trials.stream()
                .map(trial -> List.of(
                        comparison(trial.comparison()).title() + ": " + trial.question(),
                        trial.setting(),
                        trial.by(),
                        time(trial.median()),
                        percent(trial.spread()),
                        bytes(trial.bytes())))
                .toList();
        text.append("## Every median\n\n");
        appendTable(text, List.of("what", "setting", "candidate", "median", "spread", "bytes"), rows);
    }

    private Map<Class<?>, List<Trial>> byComparison() {
        return trials.stream()
                .collect(Collectors.groupingBy(Trial::comparison, LinkedHashMap::new, Collectors.toList()));
    }

    private static Collection<List<Trial>> groups(List<Trial> trials) {
        return trials.stream()
                .collect(Collectors.groupingBy(
                        trial -> List.of(trial.comparison().getName(), trial.question(), trial.setting()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    private static Optional<Trial> ours(List<Trial> group) {
        return group.stream().filter(trial -> trial.role() == Role.OURS).findFirst();
    }

    private static String overBound(List<Trial> group, Trial ours) {
        return group.stream()
                .filter(trial -> trial.role() == Role.BOUND)
                .map(bound -> number(ours.timesSlowerThan(bound)) + " (" + bound.by() + ")")
                .collect(Collectors.joining(" · "));
    }

    private static Comparison comparison(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(Comparison.class))
                .orElseThrow(() -> new IllegalArgumentException(type + " must carry a comparison"));
    }

    private static void appendTable(StringBuilder text, List<String> header, List<List<String>> rows) {
        appendRow(text, header);
        appendRow(text, header.stream().map(name -> "---").toList());
        rows.forEach(row -> appendRow(text, row));
        text.append('\n');
    }

    private static void appendRow(StringBuilder text, List<String> cells) {
        text.append("| ")
                .append(cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    static String time(double nanoseconds) {
        if (nanoseconds < 1e4) {
            return number(nanoseconds) + " ns";
        }
        return nanoseconds < 1e7 ? number(nanoseconds / 1e3) + " µs" : number(nanoseconds / 1e6) + " ms";
    }

    static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 99.95 ? "%,.0f" : size >= 9.995 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * fraction);
    }

    private static String bytes(double bytes) {
        return Double.isNaN(bytes) ? "" : number(bytes < 0.005 ? 0 : bytes);
    }
}
