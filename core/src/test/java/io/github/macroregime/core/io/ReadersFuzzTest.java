package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.time.ReleaseCalendar;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.Fuzzing;
import io.github.macroregime.fixture.Spoiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Spoiled samples: whatever stands in a file, the only exception for its content is the one with file and line, and nothing
 * becomes another number. Longer by hand: {@code -Dmacroregime.fuzz.seconds=100} for each sample.
 */
class ReadersFuzzTest {

    private static final int SPOILED = 150;
    private static final int REWRITTEN = 12;
    private static final int NONSENSE = 30;

    @TempDir
    private Path folder;

    static Map<String, Function<Path, Object>> readers() {
        Map<String, Function<Path, Object>> readers = new LinkedHashMap<>();
        readers.put("fredgraph.csv", file -> SeriesCsv.readPanel(file, Unit.PERCENT));
        readers.put("fredgraph_old.csv", file -> SeriesCsv.read(file, Unit.PERCENT));
        readers.put("fred_observations.json", file -> FredJson.read(Unit.PERCENT, file));
        readers.put("alfred_observations.json", file -> FredJson.readVintages(Unit.PERCENT, file));
        readers.put("alfred_by_vintage.json", file -> FredJson.readVintages(Unit.PERCENT, file));
        readers.put("alfred_revised_only.json", file -> FredJson.readVintages(Unit.PERCENT, file));
        readers.put("alfred.csv", file -> VintageCsv.read(file, "XYZ", Unit.PERCENT));
        readers.put("alfred.txt", file -> VintageCsv.read(file, "XYZ", Unit.PERCENT));
        readers.put("alfred_periods.txt", file -> VintageCsv.read(file, "XYZ", Unit.PERCENT));
        readers.put("nyfed.csv", file -> NewYorkFedRates.readCsv(file, "EFFR"));
        readers.put("nyfed.json", file -> NewYorkFedRates.readJson(file, "EFFR"));
        readers.put("treasury.csv", Layouts.TREASURY::panel);
        readers.put("treasury_two_digit.csv", Layouts.TREASURY::panel);
        readers.put("treasury.xml", TreasuryParYields::readXml);
        readers.put("treasury_entity.xml", TreasuryParYields::readXml);
        readers.put("cftc_tff.csv", Layouts.CFTC.where("CFTC_Contract_Market_Code", "000001")::panel);
        readers.put("yahoo_classic.csv", Layouts.YAHOO.withUnit(Unit.PRICE)::panel);
        readers.put("yfinance.csv", Layouts.YAHOO.withUnit(Unit.PRICE)::panel);
        readers.put("yfinance_two_tickers.csv", Layouts.YAHOO.withUnit(Unit.PRICE)::panel);
        readers.put("yfinance_by_ticker.csv", Layouts.YAHOO.withUnit(Unit.PRICE)::panel);
        readers.put("yfinance_resaved.csv", Layouts.YAHOO.withUnit(Unit.PRICE)::panel);
        readers.put("fred_md.csv", file -> FredMd.read(file).stationary());
        readers.put("fred_qd.csv", file -> FredMd.read(file).stationary());
        readers.put("shiller.csv", Layouts.SHILLER::panel);
        readers.put("bls.csv", Layouts.BLS.withUnit(Unit.PRICE)::series);
        readers.put("cboe.csv", Layouts.CBOE.withUnit(Unit.PRICE)::panel);
        readers.put("stooq.csv", Layouts.STOOQ.withUnit(Unit.PRICE)::panel);
        readers.put("fedwatch.csv", Layouts.FEDWATCH.withUnit(Unit.FRACTION)::panel);
        readers.put("investing.csv", Layouts.INVESTING.withUnit(Unit.PRICE)::panel);
        readers.put("eurofxref-hist.csv", Layouts.ECB_RATES::panel);
        readers.put("cme_settlements.json", CmeSettlements::read);
        readers.put("ishares_holdings.csv", ReadersFuzzTest::holdings);
        readers.put(
                "series.csv",
                file -> SeriesCatalog.from(CsvTable.read(file), ReleaseCalendar.shipped())
                        .entries());
        return readers;
    }

    private static Object holdings(Path file) {
        return Layouts.ISHARES_HOLDINGS.table(file).requiring("Ticker", "Price").rows().stream()
                .map(row -> row.text("Ticker") + row.number("Price", Unit.PRICE))
                .toList();
    }

    static Iterable<String> samples() {
        return readers().keySet();
    }

    // In a file of positions a number is also the name of a contract.
    static Stream<String> measured() {
        return readers().keySet().stream().filter(sample -> !sample.startsWith("cftc"));
    }

    static Stream<String> tables() {
        return readers().keySet().stream().filter(sample -> !sample.endsWith("n") && !sample.endsWith("l"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theOnlyExceptionForContentHasItsPlace(String sample) {
        byte[] whole = bytes(sample);
        Fuzzing.run(SPOILED, seed -> read(sample, seed, new Spoiler(seed).spoiled(whole)));
    }

    /** What a reader makes of the bytes, or the refusal. */
    private Object read(String sample, long seed, byte[] bytes) {
        Path file = folder.resolve(sample);
        try {
            Files.write(file, bytes);
            return readers().get(sample).apply(file);
        } catch (FileFormatException e) {
            assertThat(e.line()).isPositive();
            assertThat(e.getMessage()).startsWith(file + ":" + e.line() + ": ").hasSizeLessThan(2500);
            assertThat(e.getMessage().codePoints()).noneMatch(ReadersFuzzTest::movesTheCursor);
            return e;
        } catch (RuntimeException | StackOverflowError e) {
            throw Fuzzing.failure(sample, seed, bytes, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean movesTheCursor(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theSameTableWrittenOtherwiseIsReadAlike(String sample) {
        byte[] bytes = bytes(sample);
        Object expected = read(sample, -1, bytes);
        assertThat(expected).isNotInstanceOf(FileFormatException.class);
        Fuzzing.run(REWRITTEN, seed -> {
            byte[] other = rewritten(new String(bytes, StandardCharsets.UTF_8), new Spoiler(seed))
                    .getBytes(StandardCharsets.UTF_8);
            if (!read(sample, seed, other).equals(expected)) {
                throw Fuzzing.failure(sample, seed, other, new IllegalStateException("read as another table"));
            }
        });
    }

    private static String rewritten(String text, Spoiler spoiler) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (spoiler.below(2) == 0 && !text.contains("\"")) {
            String separator = text.contains("\t") ? "\t" : ",";
            lines.replaceAll(line -> line.startsWith("#") || line.isBlank()
                    ? line
                    : Stream.of(line.split(separator, -1))
                            .map(field -> spoiler.below(3) == 0 ? "\"" + field + "\"" : field)
                            .collect(Collectors.joining(separator)));
        }
        if (spoiler.below(2) == 0) {
            lines.add(spoiler.below(lines.size() + 1), "# a comment, with \"text\"");
        }
        String end = spoiler.any(List.of("\n", "\r\n", "\r"));
        String mark = spoiler.below(2) == 0 ? "\uFEFF" : "";
        return mark + String.join(end, lines) + (spoiler.below(2) == 0 ? end : "");
    }

    /** A word in place of one number is refused, or stands in a column that nobody reads. */
    @ParameterizedTest
    @MethodSource("measured")
    void noWordBecomesANumber(String sample) {
        String text = new String(bytes(sample), StandardCharsets.UTF_8);
        Object expected = read(sample, -1, bytes(sample));
        List<int[]> numbers = numbers(text);
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

    /** Where numbers stand. */
    private static List<int[]> numbers(String text) {
        return Pattern.compile("(?<=[,\t\">: ])-?[0-9]+(\\.[0-9]+)?(?=[,\t\"<\r\n}])")
                .matcher(text)
                .results()
                .map(number -> new int[] {number.start(), number.end()})
                .toList();
    }

    private static byte[] bytes(String sample) {
        try {
            return Files.readAllBytes(LayoutsTest.sample(sample));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
