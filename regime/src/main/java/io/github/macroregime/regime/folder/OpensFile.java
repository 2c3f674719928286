package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.regime.folder.TrackerInput.SourcedSeries;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MarketInput;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the opening prices of an asset in the file from which its closes come. */
final class OpensFile {

    private OpensFile() {}

    /** Those of the built-in names of the asset, if the last close beside them is that of the asset. */
    static Optional<MacroInput> read(FolderFiles files, LocalDate date, SourcedSeries asset) {
        List<CsvRow> known = SeriesList.builtIn("known-series.csv").rows().stream()
                .filter(row -> row.text("id").equals(asset.id()))
                .toList();
        List<String> names = Stream.concat(
                        Stream.of(asset.id()),
                        known.stream()
                                .flatMap(row -> Stream.of(row.text("names").split(" ", -1))))
                .toList();
        Optional<ZoneId> zone =
                known.stream().flatMap(row -> SeriesList.zone(row).stream()).findFirst();
        return files.finder()
                .opens(names, zone, asset.series(), date)
                .map(opens -> new MarketInput.Opens(asset.published().with(opens)));
    }
}
