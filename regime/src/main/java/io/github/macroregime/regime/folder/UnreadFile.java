package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.io.SeriesCatalog;
import io.github.macroregime.core.io.TableFile;
import io.github.macroregime.core.io.TableLayout;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Why a file that nobody asked for was not read: what it is, as far as its name or its first lines tell. */
final class UnreadFile {

    private static final int HEAD = 20;

    /** What files of a kind have in one of their first lines, and why they are not read. */
    private static final Map<List<String>, String> KINDS = Map.of(
            List.of("Year", "Jan", "Dec"),
                    "a table of the Bureau of Labor Statistics: series.csv takes one date a line",
            List.of("sasdate"),
                    "FRED-MD or FRED-QD, which does not say of which day it is: the series are read from"
                            + " their own files",
            List.of("Ticker", "Weight"), "holdings of a fund have no closes: weights.csv takes both",
            List.of("Ticker", "Weight (%)"), "holdings of a fund have no closes: weights.csv takes both");

    private UnreadFile() {}

    static String reason(FolderFiles files, Path file, Collection<String> names, Optional<String> fault) {
        String name = FolderFiles.nameOf(file).toLowerCase(Locale.ROOT);
        if (name.matches(".*\\.xls[xmb]?")) {
            return "this is an Excel workbook: export it as CSV first";
        }
        if (!name.endsWith(".csv")) {
            return "only files that end with .csv are read, and vintages in .txt and .json";
        }
        Optional<String> kind = kind(files, file);
        if (kind.isPresent()) {
            return kind.get();
        }
        if (SeriesFinder.isOwn(name)) {
            return "what it is about, such as an asset, is not in the folder: not read";
        }
        SeriesCatalog catalog = SeriesCatalog.builtIn();
        return fault.map(each -> "it cannot be read: " + each)
                .or(() -> datesElsewhere(files.header(file)))
                .or(() -> names.stream()
                        .flatMap(each -> catalog.find(each).stream())
                        .findFirst()
                        .map(entry -> "no part of the report uses " + entry.id() + " (" + entry.name()
                                + "); series.csv can list it"))
                .orElse("neither its name nor its header is that of a known series, and series.csv does not list it:"
                        + " not read");
    }

    /** Where the dates stand, if a later column has them and not the first. */
    private static Optional<String> datesElsewhere(List<String> header) {
        return header.stream()
                .filter(VendorLayout::isDate)
                .findFirst()
                .filter(date -> !date.equals(header.get(0)))
                .map(date -> "its first column " + Words.quoted(header.get(0)) + " holds no dates: move the column "
                        + Words.quoted(date) + " to the front");
    }

    private static Optional<String> kind(FolderFiles files, Path file) {
        try {
            TableFile text = files.peek(file);
            return text.firstLines(HEAD, TableLayout.csv()).stream()
                    .flatMap(line -> KINDS.entrySet().stream()
                            .filter(kind -> line.containsAll(kind.getKey()))
                            .map(Map.Entry::getValue))
                    .findFirst();
        } catch (FileFormatException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
