package io.github.macroregime.regime.report;

import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lays out what parts say. */
final class Sections {

    private Sections() {}

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
