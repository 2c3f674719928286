package io.github.macroregime.regime.report;

import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.regime.folder.TrackerFolder;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reports on some of the inputs of the real folder, whose files are read once and whose days are computed once. */
final class RealFolder {

    private static @Nullable TrackerFolder opened;

    private final Map<LocalDate, MacroReport> reports = new ConcurrentHashMap<>();
    private final Predicate<MacroInput> inputs;

    RealFolder(Predicate<MacroInput> inputs) {
        this.inputs = inputs;
    }

    MacroReport report(LocalDate date) {
        return reports.computeIfAbsent(
                date,
                day -> MacroReport.of(
                        new MacroInputs(
                                macro(day).items().stream().filter(inputs).toList()),
                        day));
    }

    private static synchronized MacroInputs macro(LocalDate date) {
        if (opened == null) {
            opened = TrackerFolder.open(RealFiles.folder());
        }
        return opened.read(Optional.of(date), file -> {}).macro();
    }
}
