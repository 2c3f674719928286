package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One part of a report, laid out the same way as text and as a page.
 *
 * @param id a short name for links, for example {@code curve}
 * @param title the heading
 * @param lead sentences that stand before the tables
 * @param tables the tables
 * @param charts pictures of numbers of the tables
 * @param notes conventions and provenance, below
 */
public record Section(
        String id, String title, List<String> lead, List<Table> tables, List<Chart> charts, List<String> notes)
        implements Serializable {

    public Section {
        Require.components(Section.class, id, title, lead, tables, charts, notes);
        lead = List.copyOf(lead);
        tables = List.copyOf(tables);
        charts = List.copyOf(charts);
        notes = List.copyOf(notes);
    }

    /** The section of a part: first its own content, then its statements in a table with numbered definitions. */
    static Section of(MacroPart part, List<String> lead, List<Table> tables, List<Chart> charts, List<String> notes) {
        List<MacroStatement> statements = part.statements();
        List<String> definitions =
                statements.stream().map(MacroStatement::definition).distinct().toList();
        List<Table> all = new ArrayList<>(tables);
        if (!statements.isEmpty()) {
            all.add(new Table(
                    Table.columns("Subject", "#Figure", "Reading", "~Sample", "~Observed", "~#Def."),
                    statements.stream().map(each -> row(each, definitions)).toList()));
        }
        List<String> below = new ArrayList<>(notes);
        IntStream.range(0, definitions.size())
                .forEach(i -> below.add("Def. " + (i + 1) + ": " + definitions.get(i) + "."));
        return new Section(part.topic().id(), part.topic().title(), lead, all, charts, below);
    }

    private static List<String> row(MacroStatement statement, List<String> definitions) {
        return List.of(
                statement.subject(),
                statement.figure().toString(),
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
}
