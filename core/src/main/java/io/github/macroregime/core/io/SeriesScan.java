package io.github.macroregime.core.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads columns of a file, plain ones straight from their bytes and all others line by line, without a row object in
 * between.
 *
 * <p>Mutable: the first line it is given is the header, of which a function chooses the columns.
 */
final class SeriesScan {

    private final Function<CsvLine, List<SeriesLayout>> choice;
    private final Problems problems;
    private Optional<SeriesColumns> columns = Optional.empty();

    private SeriesScan(Function<CsvLine, List<SeriesLayout>> choice, Problems problems) {
        this.choice = choice;
        this.problems = problems;
    }

    static DatedRows scan(Path file, Function<CsvLine, List<SeriesLayout>> choice, Problems problems) {
        byte[] bytes = TextFiles.bytes(file);
        Optional<DatedRows> plain = plain(file.toString(), bytes, choice, problems);
        return plain.isPresent() ? plain.get() : general(file.toString(), bytes, choice, problems);
    }

    static Optional<DatedRows> plain(
            String source, byte[] bytes, Function<CsvLine, List<SeriesLayout>> choice, Problems problems) {
        return PlainScan.scan(bytes, line -> new SeriesColumns(line, choice.apply(line), problems), source);
    }

    static DatedRows general(
            String source, byte[] bytes, Function<CsvLine, List<SeriesLayout>> choice, Problems problems) {
        SeriesScan scan = new SeriesScan(choice, problems);
        CsvLines.forEach(source, TextFiles.text(source, bytes), comment -> {}, scan::accept);
        return scan.columns
                .orElseThrow(() -> new FileFormatException(source, 1, "the file has no header line"))
                .rows();
    }

    private void accept(CsvLine line) {
        if (columns.isEmpty()) {
            columns = Optional.of(new SeriesColumns(line, choice.apply(line), problems));
            return;
        }
        try {
            columns.get().read(line);
        } catch (FileFormatException e) {
            problems.add(e);
        }
    }
}
