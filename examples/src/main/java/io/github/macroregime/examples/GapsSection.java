package io.github.macroregime.examples;

import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.report.Section;
import io.github.macroregime.regime.report.Table;
import java.util.List;

/** What the folder does not hold, and what is therefore not said. */
final class GapsSection {

    private GapsSection() {}

    static Section of(List<Gap> gaps) {
        return new Section(
                "gaps",
                "What the folder lacks",
                List.of(),
                List.of(new Table(
                        Table.columns("Absent", "Therefore"),
                        gaps.stream()
                                .map(gap -> List.of(gap.lacking(), gap.consequence()))
                                .toList())),
                List.of(),
                List.of());
    }
}
