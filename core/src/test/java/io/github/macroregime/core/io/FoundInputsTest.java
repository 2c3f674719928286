package io.github.macroregime.core.io;

import io.github.macroregime.core.time.ReleaseCalendar;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.FoundInputs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays every input that failed once through the reader that its folder names. */
class FoundInputsTest {

    private static final Map<String, Consumer<Path>> READERS = Map.of(
            "VintageCsv",
            file -> VintageCsv.read(file, "XYZ", Unit.PERCENT),
            "TickerHeader",
            Layouts.YAHOO.withUnit(Unit.PRICE)::panel,
            "CsvTable",
            CsvTable::read,
            "SeriesCsv",
            file -> SeriesCsv.read(file, Unit.PERCENT),
            "JsonObject",
            JsonObject::read,
            "FredJson",
            file -> FredJson.read(Unit.PERCENT, file),
            "CmeSettlements",
            CmeSettlements::read,
            "TreasuryParYields",
            TreasuryParYields::readXml,
            "SeriesCatalog",
            file -> SeriesCatalog.from(CsvTable.read(file), ReleaseCalendar.shipped()));

    static List<Path> inputs() {
        return FoundInputs.all();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isReadOrRefusedAsItWasMended(Path input) {
        FoundInputs.replay(input, READERS, FileFormatException.class);
    }
}
