package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.fixture.FoundInputs;
import io.github.macroregime.regime.edition.Edition;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays every folder that failed once. */
class FoundInputsTest {

    private static final Map<String, Consumer<Path>> READERS = Map.of(
            "TrackerFolder", folder -> Edition.of(TrackerFolder.read(folder, Optional.of(LocalDate.of(2025, 7, 22)))));

    static List<Path> inputs() {
        return FoundInputs.all();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isReadOrRefusedAsItWasMended(Path input) {
        FoundInputs.replay(input, READERS, FileFormatException.class);
    }
}
