package io.github.macroregime.core.time;

import static io.github.macroregime.fixture.Forgery.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.io.SeriesCatalog;
import io.github.macroregime.core.io.TableLayout;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.Forgery;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is read from a stream passes the checks of its class. */
class StreamTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    private static BusinessDays january() {
        return BusinessDays.of("own", FIRST, FIRST.plusDays(30), Set.of(DayOfWeek.SUNDAY), List.of(FIRST));
    }

    @Test
    void businessDaysLieInTheTimeTheyCover() throws IOException {
        assertThat(Forgery.readBack(january())).isEqualTo(january());
        BitSet far = new BitSet();
        far.set(31);
        assertRefused(StreamTest::january, "open", far);
        assertRefused(StreamTest::january, "last", FIRST.minusDays(1));
        assertRefused(StreamTest::january, "first", null);
        assertRefused(StreamTest::january, "name", null);
        assertRefused(StreamTest::january, "open", null);
    }

    @Test
    void aCatalogFindsEachEntryUnderItsOwnName() throws IOException {
        SeriesCatalog shipped = SeriesCatalog.builtIn();
        assertThat(((SeriesCatalog) Forgery.readBack(shipped)).entries()).isEqualTo(shipped.entries());
        SeriesCatalog.Entry entry = shipped.find("CPIAUCSL").orElseThrow();
        assertRefused(
                () -> SeriesCatalog.builtIn().with(shipped), "entries", new LinkedHashMap<>(Map.of("PAYEMS", entry)));
        assertRefused(() -> SeriesCatalog.builtIn().with(shipped), "entries", null);
    }

    @Test
    void aLayoutStatesWhatItsMethodsTake() throws Exception {
        TableLayout layout = TableLayout.csv()
                .withSeparator(';')
                .withUnit(Unit.PERCENT)
                .withMissing("-")
                .where("Rate Type", "EFFR");
        assertThat(Forgery.readBack(layout)).isEqualTo(layout);
        assertForged("SEPARATOR", "too long");
        assertForged("SKIPPED_LINES", -1);
        assertForged("ENCODING", "none such");
        assertForged("WITHOUT", "(");
        assertForged("HEADER", new ArrayList<>(List.of(1)));
        assertForged("WHERE", List.of("one"));
        assertForged("UNIT", "percent");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void assertForged(String option, Object value) throws ClassNotFoundException {
        Class options = Class.forName("io.github.macroregime.core.io.LayoutOptions$Option");
        EnumMap stated = new EnumMap(options);
        stated.put(Enum.valueOf(options, option), value);
        assertRefused(() -> TableLayout.csv().withSeparator('\t'), "options", stated);
    }
}
