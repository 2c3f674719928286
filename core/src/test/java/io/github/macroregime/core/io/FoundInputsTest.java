package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.unit.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays every input that failed once through the reader that its folder names. */
class FoundInputsTest {

    private static final Path FOUND = Path.of("src/test/resources/found");
    private static final String ERROR = ".error";
    private static final Map<String, Consumer<Path>> READERS = Map.of(
            "CsvTable",
            CsvTable::read,
            "SeriesCsv",
            file -> SeriesCsv.read(file, Unit.PERCENT),
            "JsonObject",
            JsonObject::read,
            "FredJson",
            file -> FredJson.read(Unit.PERCENT, file));

    static List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(FOUND, 2)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().equals(FOUND))
                    .filter(file -> !file.toString().endsWith(ERROR))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isReadOrRefusedAsItWasMended(Path file) throws IOException {
        String folder = file.getParent().getFileName().toString();
        assertThat(READERS).containsKey(folder);
        Path error = file.resolveSibling(file.getFileName() + ERROR);
        if (Files.exists(error)) {
            assertThatThrownBy(() -> READERS.get(folder).accept(file))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageContaining(file + Files.readString(error).strip());
        } else {
            assertThatCode(() -> READERS.get(folder).accept(file)).doesNotThrowAnyException();
        }
    }
}
