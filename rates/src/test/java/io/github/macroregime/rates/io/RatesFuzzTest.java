package io.github.macroregime.rates.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.fixture.FoundInputs;
import io.github.macroregime.fixture.Fuzzing;
import io.github.macroregime.fixture.Spoiler;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.meeting.CentralBank;
import io.github.macroregime.rates.meeting.MeetingSchedule;
import io.github.macroregime.rates.path.PolicyPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Spoiled paths, quotes, fixings and meetings: the only exception for content has file and line, and a path that is read
 * has the numbers of its text. Longer by hand: {@code -Dmacroregime.fuzz.seconds=300} for each sample.
 */
class RatesFuzzTest {

    private static final int SPOILED = 500;
    private static final int NONSENSE = 60;
    private static final int PATHS = 2000;
    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final Map<String, Function<Path, Object>> READERS = Map.of(
            "path.json",
            file -> PathJson.parse(file.toString(), FoundInputs.text(file)),
            "path.csv",
            file -> PathCsv.from(CsvTable.read(file)),
            "quotes.csv",
            file -> QuotesCsv.from(CsvTable.read(file), DAY, OvernightIndex.effr()),
            "convexity.csv",
            file -> QuotesCsv.convexity(CsvTable.read(file)),
            "fixings.csv",
            file -> FixingsCsv.from(CsvTable.read(file), DAY),
            "meetings.csv",
            file -> MeetingSchedule.from(CsvTable.read(file), CentralBank.FED));
    private static final ObjectMapper EXACT =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @TempDir
    private Path folder;

    static Iterable<String> samples() {
        return READERS.keySet().stream().sorted().toList();
    }

    private static byte[] bytes(String sample) {
        try {
            return Files.readAllBytes(SAMPLES.resolve(sample));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theOnlyExceptionForContentHasItsPlace(String sample) {
        byte[] whole = bytes(sample);
        Fuzzing.run(SPOILED, seed -> read(sample, seed, new Spoiler(seed).spoiled(whole)));
    }

    private Object read(String sample, long seed, byte[] bytes) {
        Path file = folder.resolve(sample);
        // A path is read from a text, which has no bytes that are none.
        boolean isText = sample.endsWith(".json");
        try {
            Files.write(
                    file, isText ? new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8) : bytes);
            return READERS.get(sample).apply(file);
        } catch (FileFormatException e) {
            assertThat(e.getMessage()).startsWith(file + ":" + e.line() + ": ").hasSizeLessThan(2500);
            return e;
        } catch (RuntimeException | StackOverflowError e) {
            throw Fuzzing.failure(sample, seed, bytes, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noWordBecomesANumber(String sample) {
        String text = new String(bytes(sample), StandardCharsets.UTF_8);
        List<int[]> numbers = Pattern.compile("(?<=[, ])-?[0-9]+(\\.[0-9]+)?(?=[,\r\n}])")
                .matcher(text)
                .results()
                .map(number -> new int[] {number.start(), number.end()})
                .toList();
        Object expected = read(sample, -1, bytes(sample));
        assertThat(expected).isNotInstanceOf(FileFormatException.class);
        Fuzzing.run(NONSENSE, seed -> {
            Spoiler spoiler = new Spoiler(seed);
            int[] at = spoiler.any(numbers);
            byte[] other = (text.substring(0, at[0]) + spoiler.any(Spoiler.NO_NUMBERS) + text.substring(at[1]))
                    .getBytes(StandardCharsets.UTF_8);
            Object read = read(sample, seed, other);
            if (!(read instanceof FileFormatException) && !read.equals(expected)) {
                throw Fuzzing.failure(sample, seed, other, new IllegalStateException("read as " + read));
            }
        });
    }

    /** Every instrument with every term that some instrument or none could have. */
    @Test
    void termsAtTheirLimits() {
        List<String> terms = List.of(
                "2025-09",
                "9999-12",
                "+999999999-12",
                "-0001-01",
                "0000-01",
                "2025-9",
                "2025-13",
                "2025-07-31/9999-12-31",
                "2025-07-31/+999999999-12-31",
                "2025-07-31/2025-09-18/",
                "2025-09-18/2025-07-31",
                "2025-07-31/2025-07-31",
                "/",
                "//",
                "1Y",
                "0Y",
                "-1Y",
                "+1Y",
                "1y",
                "999Y",
                "99999Y",
                "2147483647Y",
                "2147483648D",
                "1M1Y",
                "18M EOM",
                "18M  EOM",
                "18M eom",
                "EOM",
                " ",
                "1Y 2025-07-24",
                "1Y 2026-07-24/2025-07-24",
                "1Y 2025-07-24/9999-12-31",
                "1Y - 2Y",
                "1Y - 1Y - 1Y",
                " - ",
                "2025-09 - 2025-12",
                "\u0661Y",
                "1\u00A0Y");
        List<String> instruments = List.of(
                "ZQ",
                "SR1",
                "IB",
                "SR3",
                "SO3",
                "ER3",
                "SA3",
                "DATED_OIS",
                "TENOR_OIS",
                "AVERAGE_OIS",
                "CURRENT",
                "zq",
                "TENOR_OIS - TENOR_OIS",
                "ZQ - SR1",
                "DATED_OIS - DATED_OIS",
                "CURRENT - CURRENT",
                " - ",
                "TENOR_OIS - ",
                "TENOR_OIS - TENOR_OIS - TENOR_OIS");
        for (String instrument : instruments) {
            for (String term : terms) {
                String row = instrument + ",EFFR," + term + ",4.33,\n";
                String text = "instrument,index,term,quote,error_bp\n" + row + row.replace("EFFR", "");
                read("quotes.csv", -1, text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Spoiled trees of JSON: fields left out, renamed, moved, of another type or with other numbers. */
    @Test
    void aPathHasTheNumbersOfItsText() throws IOException {
        JsonNode whole = EXACT.readTree(bytes("path.json"));
        int[] read = new int[1];
        Fuzzing.run(PATHS, seed -> {
            Random random = new Random(seed);
            JsonNode tree = shuffled(whole.deepCopy(), random);
            if (random.nextInt(4) > 0) {
                spoil(tree, random);
            }
            byte[] text = tree.toString().getBytes(StandardCharsets.UTF_8);
            Object path = read("path.json", seed, text);
            if (path instanceof PolicyPath known) {
                read[0]++;
                try {
                    requireNumbers(known, tree);
                } catch (AssertionError | RuntimeException e) {
                    throw Fuzzing.failure("path.json", seed, text, e);
                }
            }
        });
        assertThat(read[0]).isPositive();
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node instanceof ObjectNode object) {
            List<Map.Entry<String, JsonNode>> fields =
                    new ArrayList<>(object.deepCopy().properties());
            Collections.shuffle(fields, random);
            object.removeAll();
            fields.forEach(field -> object.set(field.getKey(), shuffled(field.getValue(), random)));
        }
        return node;
    }

    private static void spoil(JsonNode tree, Random random) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(tree, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>(new TreeSet<>(fieldNames(object)));
        String name = names.get(random.nextInt(names.size()));
        JsonNode value = object.get(name);
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name.substring(1), object.remove(name));
            case 2 -> object.putNull(name);
            case 3 -> object.put(name, value.asText());
            case 4 -> object.put(name, new BigDecimal(random.nextInt(100_000)).movePointLeft(random.nextInt(8)));
            case 5 -> object.put(name, random.nextBoolean());
            case 6 -> object.set(name, object.arrayNode().add(value));
            default -> object.set(name, EXACT.createObjectNode());
        }
    }

    private static List<String> fieldNames(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            objects.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(each -> collect(each, objects));
        }
    }

    private static double inside(JsonNode number, int places) {
        return new BigDecimal(number.asText()).movePointLeft(places).doubleValue();
    }

    private static void requireNumbers(PolicyPath path, JsonNode text) {
        assertThat(path.asOf()).hasToString(text.get("as_of").asText());
        assertThat(path.startRate().map(Rate::decimal).orElse(Double.NaN))
                .isEqualTo(text.has("start_rate_pct") ? inside(text.get("start_rate_pct"), 2) : Double.NaN);
        JsonNode meetings = text.get("meetings");
        assertThat(path.meetings()).hasSize(meetings.size());
        for (int i = 0; i < meetings.size(); i++) {
            assertThat(path.ratesAfter().get(i))
                    .isEqualTo(
                            meetings.get(i).has("rate_pct")
                                    ? inside(meetings.get(i).get("rate_pct"), 2)
                                    : Double.NaN);
            assertThat(path.meetings().get(i).decision())
                    .hasToString(meetings.get(i).get("decision").asText());
        }
        Map<String, Double> turns = new HashMap<>();
        text.path("turns").forEach(turn -> turns.put(turn.get("fixing_day").asText(), inside(turn.get("size_bp"), 4)));
        path.frame()
                .adjustments()
                .turns()
                .forEach(turn -> assertThat(turn.size().decimal())
                        .isEqualTo(turns.remove(turn.fixingDay().toString())));
        assertThat(turns).isEmpty();
        List<Double> spreads = new ArrayList<>();
        text.path("bases").forEach(basis -> spreads.add(inside(basis.get("spread_bp"), 4)));
        assertThat(path.frame().adjustments().bases())
                .extracting(basis -> basis.spread().decimal())
                .isEqualTo(spreads);
        double volatility = text.hasNonNull("ho_lee_volatility_bp") ? inside(text.get("ho_lee_volatility_bp"), 4) : 0;
        assertThat(path.frame().adjustments().convexity().volatility().decimal())
                .isEqualTo(volatility);
        requireFixings(path.frame().fixings(), text.path("fixings"));
    }

    private static void requireFixings(List<PublishedFixings> fixings, JsonNode text) {
        assertThat(fixings).hasSize(text.size());
        for (int i = 0; i < fixings.size(); i++) {
            TimeSeries rates = fixings.get(i).rates();
            JsonNode days = text.get(i).path("rates");
            assertThat(rates.size()).isEqualTo(days.size());
            for (int j = 0; j < rates.size(); j++) {
                assertThat(rates.date(j)).hasToString(days.get(j).get("date").asText());
                assertThat(rates.value(j)).isEqualTo(inside(days.get(j).get("rate_pct"), 2));
            }
        }
    }
}
