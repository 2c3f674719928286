package io.github.macroregime.examples;

import io.github.macroregime.regime.report.MacroPart;
import io.github.macroregime.regime.report.MacroReport;
import io.github.macroregime.regime.report.MacroStatement;
import io.github.macroregime.regime.report.Section;
import io.github.macroregime.regime.report.Table;
import io.github.macroregime.regime.report.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The macro regime, one section for each topic: every row with its number, its sample and its numbered definition. */
final class MacroSections {

    private MacroSections() {}

    /** The sources are those of the quotes of the policy path, shown where what they price is said again. */
    static List<Section> of(MacroReport report, List<String> sources) {
        // The board has a section of its own, with the parts of each score.
        return report.parts().stream()
                .filter(part -> part.topic() != Topic.STRENGTH)
                .map(part -> section(part, part.topic() == Topic.POLICY ? sources : List.of()))
                .toList();
    }

    private static Section section(MacroPart part, List<String> sources) {
        List<MacroStatement> statements = part.statements();
        List<String> definitions =
                statements.stream().map(MacroStatement::definition).distinct().toList();
        Table table = new Table(
                Table.columns("Subject", "#Figure", "Reading", "~Sample", "~Observed", "~#Def."),
                statements.stream().map(each -> row(each, definitions)).toList());
        List<String> notes = new ArrayList<>();
        IntStream.range(0, definitions.size())
                .forEach(i -> notes.add("Def. " + (i + 1) + ": " + definitions.get(i) + "."));
        return new Section(
                "regime-" + part.topic().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "Regime: " + part.topic().title(),
                PolicySection.provenance(sources),
                List.of(table),
                List.of(),
                notes);
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
