package io.github.macroregime.examples;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.regime.report.Section;
import io.github.macroregime.regime.report.Table;
import java.util.List;

/** Which printed sentences agree with the figures. */
final class PrintCheckSection {

    private PrintCheckSection() {}

    /** The sources are those of the quotes of the policy path, on which some verdicts rest. */
    static Section of(List<Finding> statements, List<String> sources) {
        Table table = new Table(
                Table.columns("Statement", "Verdict", "Arithmetic"),
                statements.stream()
                        .map(each -> List.of(each.statement(), each.verdict().toString(), each.arithmetic()))
                        .toList());
        return new Section(
                "print-check",
                "Consistency check of the printed figures",
                PolicySection.provenance(sources),
                List.of(table),
                List.of(),
                List.of("A sentence in quotation marks is printed beside the figures; the others are what the figures"
                        + " themselves have to satisfy."));
    }
}
