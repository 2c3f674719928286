package io.github.macroregime.rates.io;

import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.fixture.FoundInputs;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.meeting.CentralBank;
import io.github.macroregime.rates.meeting.MeetingSchedule;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays every input that failed once through the reader that its folder names. */
class FoundInputsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final Map<String, Consumer<Path>> READERS = Map.of(
            "PathJson",
            file -> PathJson.parse(file.toString(), FoundInputs.text(file)),
            "PathCsv",
            file -> PathCsv.from(CsvTable.read(file)),
            "QuotesCsv",
            file -> QuotesCsv.from(CsvTable.read(file), DAY, OvernightIndex.effr()),
            "Convexity",
            file -> QuotesCsv.convexity(CsvTable.read(file)),
            "FixingsCsv",
            file -> FixingsCsv.from(CsvTable.read(file), DAY),
            "MeetingSchedule",
            file -> MeetingSchedule.from(CsvTable.read(file), CentralBank.FED));

    static List<Path> inputs() {
        return FoundInputs.all();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isReadOrRefusedAsItWasMended(Path input) {
        FoundInputs.replay(input, READERS, FileFormatException.class);
    }
}
