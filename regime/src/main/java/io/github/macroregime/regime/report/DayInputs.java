package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.TimeSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be seen on the date of the report; it collects the gaps as the parts are read. */
final class DayInputs {

    private final MacroInputs inputs;
    private final LocalDate date;
    private final MacroOptions options;
    private final List<Gap> gaps = new ArrayList<>();

    DayInputs(MacroInputs inputs, LocalDate date, MacroOptions options) {
        this.inputs = inputs.until(date);
        this.date = date;
        this.options = options;
    }

    LocalDate date() {
        return date;
    }

    MacroOptions options() {
        return options;
    }

    List<Gap> gaps() {
        return gaps;
    }

    <T extends MacroInput> List<T> all(Class<T> kind) {
        return inputs.all(kind);
    }

    /** The parts of one kind, or a gap where there are none. */
    <T extends MacroInput> List<T> allOrGap(Class<T> kind, String lacking, String consequence) {
        List<T> found = inputs.all(kind);
        if (found.isEmpty()) {
            lacks(lacking, consequence);
        }
        return found;
    }

    void lacks(String lacking, String consequence) {
        gaps.add(new Gap(lacking, consequence));
    }

    boolean isRecent(LocalDate observed) {
        return !observed.isBefore(date.minusDays(options.maxAgeDays()));
    }

    /** The closes of an asset if the last one is recent; else a gap. */
    Optional<NamedSeries> closes(String asset, String consequence) {
        Optional<TimeSeries> closes = all(MacroInput.Asset.class).stream()
                .filter(each -> each.name().equals(asset))
                .map(each -> each.closes().dropMissing())
                .findFirst()
                .filter(series -> !series.isEmpty() && isRecent(series.dates().last()));
        if (closes.isEmpty()) {
            lacks("a recent close of " + asset, consequence);
        }
        return closes.map(series -> series.named(asset));
    }

    /** All of the named assets that can be seen; those that cannot are gaps. */
    List<NamedSeries> closes(List<String> assets, String consequence) {
        return assets.stream()
                .flatMap(asset -> closes(asset, consequence).stream())
                .toList();
    }
}
