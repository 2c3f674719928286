package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Source;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parts with their statements and sections, each made when it is first asked for and kept. */
final class CachedParts extends AbstractList<MacroPart> implements RandomAccess, Serializable {

    private static final long serialVersionUID = 1L;

    private static final int MOST_SOURCES = 12;

    private final transient List<Told> told;
    private transient @Nullable List<Section> shown;
    private transient List<WeakReference<Object>> shownBeside = List.of();

    private CachedParts(List<Told> told) {
        this.told = told;
    }

    /** Each of them with its statements and its section. */
    List<Told> told() {
        return told;
    }

    static CachedParts copyOf(List<MacroPart> parts) {
        return parts instanceof CachedParts cached
                ? cached
                : new CachedParts(parts.stream().map(Told::new).toList());
    }

    CachedParts only(Set<Topic> topics) {
        return new CachedParts(
                told.stream().filter(each -> topics.contains(each.part.topic())).toList());
    }

    @Override
    public MacroPart get(int index) {
        return told.get(index).part;
    }

    @Override
    public int size() {
        return told.size();
    }

    /** The sections as they were shown last, where the same is asked for again; no report is kept alive for them. */
    synchronized List<Section> sections(MacroReport report, List<MacroReport> earlier) {
        List<Object> beside = new ArrayList<>(List.of(report.date(), report.options(), report.histories()));
        beside.addAll(earlier);
        boolean isSame = beside.size() == shownBeside.size()
                && IntStream.range(0, beside.size())
                        .allMatch(i -> shownBeside.get(i).refersTo(beside.get(i)));
        if (shown == null || !isSame) {
            DayCharts charts = new DayCharts(report, earlier);
            shown = told.stream()
                    .map(each -> charts.of(each.part, each.section(), each.statements()))
                    .toList();
            shownBeside = beside.stream().map(WeakReference::new).toList();
        }
        return shown;
    }

    private Object writeReplace() {
        return List.copyOf(this);
    }

    /** The section of a part: first its own content, then its statements in a table with numbered definitions. */
    static Section section(
            MacroPart part, List<String> lead, List<Table> tables, List<Chart> charts, List<String> notes) {
        List<MacroStatement> statements = part.statements();
        List<String> definitions =
                statements.stream().map(MacroStatement::definition).distinct().toList();
        List<Table> all = new ArrayList<>(tables);
        if (!statements.isEmpty()) {
            all.add(new Table(
                    Table.columns("Subject", "#Figure", "Reading", "~Sample", "~Observed", "#Def."),
                    statements.stream().map(each -> row(each, definitions)).toList()));
        }
        List<String> below = new ArrayList<>(notes);
        IntStream.range(0, definitions.size())
                .forEach(i -> below.add("Def. " + (i + 1) + ": " + definitions.get(i) + "."));
        return new Section(part.topic().id(), part.topic().title(), lead, all, charts, below);
    }

    /** What is lacking, that with one consequence together. */
    static Section section(List<Gap> gaps) {
        Map<String, List<String>> lacking = gaps.stream()
                .collect(Collectors.groupingBy(
                        Gap::consequence, LinkedHashMap::new, Collectors.mapping(Gap::lacking, Collectors.toList())));
        List<List<String>> rows = lacking.entrySet().stream()
                .map(each -> List.of(Text.together(each.getValue()), each.getKey()))
                .toList();
        return new Section(
                "gaps",
                "What is missing",
                List.of(),
                List.of(new Table(Table.columns("Absent", "Therefore"), rows)),
                List.of(),
                List.of());
    }

    /** Each topic with its statements, and the gaps. */
    static String text(MacroReport report) {
        List<MacroStatement> statements = report.statements();
        StringBuilder text = new StringBuilder("Macro regime of " + report.date() + ": " + statements.size()
                + " statements, " + report.gaps().size() + " gaps");
        for (MacroPart part : report.parts()) {
            text.append("\n\n").append(part.topic().title());
            List<MacroStatement> said = report.statements(part.topic());
            if (said.isEmpty()) {
                part.section().lead().forEach(line -> text.append("\n  ").append(line));
            }
            for (MacroStatement each : said) {
                text.append("\n  ")
                        .append(each.subject())
                        .append(": ")
                        .append(each.sentence())
                        .append(" [")
                        .append(each.figure())
                        .append(", ")
                        .append(each.sample())
                        .append(", ")
                        .append(each.observed())
                        .append("]");
            }
        }
        if (!report.gaps().isEmpty()) {
            text.append("\n\nLacking");
            report.gaps().forEach(gap -> text.append("\n  ").append(gap));
        }
        return text.toString();
    }

    private static List<String> row(MacroStatement statement, List<String> definitions) {
        return List.of(
                statement.subject(),
                statement.figureText(),
                reading(statement),
                statement.sample().toString(),
                statement.observed().toString(),
                Integer.toString(definitions.indexOf(statement.definition()) + 1));
    }

    /** The sentence, behind the state where it does not begin with it. */
    private static String reading(MacroStatement statement) {
        return statement.sentence().startsWith(statement.state())
                ? statement.sentence()
                : statement.state() + ": " + statement.sentence();
    }

    /** The sources of the inputs that a chart names, or of all that the part says. */
    static String sources(MacroPart part, List<MacroStatement> statements, Chart chart) {
        String title = (" " + chart.title() + " ").replace(",", " ").replace(";", " ");
        Map<String, Integer> labels = new HashMap<>();
        Stream.concat(chart.labels().stream(), chart.lines().stream().map(Line::name))
                .forEach(label -> labels.putIfAbsent(label, labels.size()));
        List<Evidence> named = part.inputs().entrySet().stream()
                .filter(input -> labels.containsKey(input.getKey()) || title.contains(" " + input.getKey() + " "))
                .sorted(Map.Entry.comparingByKey(Comparator.<String>comparingInt(name -> labels.getOrDefault(name, -1))
                        .thenComparing(Comparator.naturalOrder())))
                .map(Map.Entry::getValue)
                .toList();
        Stream<Evidence> all = statements.stream().map(MacroStatement::evidence);
        List<String> sources = (named.isEmpty() ? all : named.stream())
                .flatMap(evidence -> evidence.sources().stream())
                .map(Source::toString)
                .distinct()
                .toList();
        int more = sources.size() - MOST_SOURCES;
        return more <= 1
                ? String.join(", ", sources)
                : String.join(", ", sources.subList(0, MOST_SOURCES)) + " and " + more + " more";
    }

    /** A part with what it was found to say. */
    static final class Told {

        private final MacroPart part;
        private @Nullable List<MacroStatement> statements;
        private @Nullable Section section;

        Told(MacroPart part) {
            this.part = Objects.requireNonNull(part);
        }

        MacroPart part() {
            return part;
        }

        synchronized List<MacroStatement> statements() {
            List<MacroStatement> said = statements == null ? List.copyOf(part.statements()) : statements;
            statements = said;
            return said;
        }

        synchronized Section section() {
            Section shown = section == null ? part.section() : section;
            section = shown;
            return shown;
        }
    }
}
