package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.macroregime.core.unit.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Spoiled samples: whatever stands in a file, the only exception for its content is the one with file and line. More of
 * them by hand: {@code -Dmacroregime.fuzz=20000}.
 */
class ReadersFuzzTest {

    private static final int SPOILED = Integer.getInteger("macroregime.fuzz", 400);
    private static final List<String> TOKENS = List.of(
            ",",
            "\"",
            "\n",
            "\r\n",
            "\"\"",
            ",,",
            "null",
            "NaN",
            "1e-400",
            "1e999",
            "99999999",
            "-",
            "--1",
            "0x1F",
            "25",
            "\u0662\u0660\u0662\u0665",
            "2025-02-30",
            "99999999-01-01",
            "{",
            "}",
            "[",
            "]",
            "\"date\":",
            "true",
            "#",
            "\0",
            "\uFEFF",
            "<",
            "<!DOCTYPE x [",
            "&x;",
            "]]>",
            "Infinity",
            "1,2",
            "1.2.3",
            "+",
            " ",
            "\t",
            ";",
            "9".repeat(400));

    @TempDir
    private Path folder;

    static Map<String, Consumer<Path>> readers() {
        Map<String, Consumer<Path>> readers = new LinkedHashMap<>();
        readers.put("fredgraph.csv", file -> SeriesCsv.readPanel(file, Unit.PERCENT));
        readers.put("fredgraph_old.csv", file -> SeriesCsv.read(file, Unit.PERCENT));
        readers.put("fred_observations.json", file -> FredJson.read(Unit.PERCENT, file));
        readers.put("alfred_observations.json", file -> FredJson.readVintages(Unit.PERCENT, file));
        readers.put("alfred_by_vintage.json", file -> FredJson.readVintages(Unit.PERCENT, file));
        readers.put("alfred.csv", file -> AlfredCsv.read(file, "XYZ", Unit.PERCENT));
        readers.put("alfred.txt", file -> AlfredCsv.read(file, "XYZ", Unit.PERCENT));
        readers.put("alfred_periods.txt", file -> AlfredCsv.read(file, "XYZ", Unit.PERCENT));
        readers.put("nyfed.csv", file -> NewYorkFedRates.readCsv(file, "EFFR"));
        readers.put("nyfed.json", file -> NewYorkFedRates.readJson(file, "EFFR"));
        readers.put("treasury.csv", Layouts.TREASURY::panel);
        readers.put("treasury_two_digit.csv", Layouts.TREASURY::panel);
        readers.put("treasury.xml", TreasuryParYields::readXml);
        readers.put("treasury_entity.xml", TreasuryParYields::readXml);
        readers.put("cftc_tff.csv", Layouts.CFTC.where("CFTC_Contract_Market_Code", "000001")::panel);
        readers.put("yahoo_classic.csv", Layouts.YAHOO.withUnit(Unit.PRICE)::panel);
        readers.put("yfinance_two_tickers.csv", Layouts.YAHOO.withUnit(Unit.PRICE)::panel);
        readers.put("yfinance_resaved.csv", Layouts.YAHOO.withUnit(Unit.PRICE)::panel);
        readers.put("fred_md.csv", file -> FredMd.read(file).stationary());
        readers.put("fred_qd.csv", file -> FredMd.read(file).stationary());
        readers.put("shiller.csv", Layouts.SHILLER::panel);
        readers.put("bls.csv", Layouts.BLS.withUnit(Unit.PRICE)::series);
        readers.put("fedwatch.csv", Layouts.FEDWATCH.withUnit(Unit.FRACTION)::panel);
        readers.put("investing.csv", Layouts.INVESTING.withUnit(Unit.PRICE)::panel);
        readers.put("eurofxref-hist.csv", Layouts.ECB_RATES::panel);
        readers.put("cme_settlements.json", CmeSettlements::read);
        readers.put(
                "ishares_holdings.csv",
                file -> Layouts.ISHARES_HOLDINGS
                        .table(file)
                        .requiring("Ticker", "Price")
                        .rows()
                        .forEach(row -> row.number("Price", Unit.PRICE)));
        return readers;
    }

    static Iterable<String> samples() {
        return readers().keySet();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theOnlyExceptionForContentHasItsPlace(String sample) throws IOException {
        Consumer<Path> reader = readers().get(sample);
        Random random = new Random(SPOILED);
        String whole = Files.readString(LayoutsTest.sample(sample), StandardCharsets.ISO_8859_1);
        Path file = folder.resolve(sample);
        int refused = 0;
        for (int i = 0; i < SPOILED; i++) {
            byte[] spoiled = spoiled(whole, random).getBytes(StandardCharsets.ISO_8859_1);
            Files.write(file, spoiled);
            try {
                reader.accept(file);
            } catch (FileFormatException e) {
                refused++;
                assertThat(e.line()).isPositive();
                assertThat(e.getMessage())
                        .startsWith(file + ":" + e.line() + ": ")
                        .hasSizeLessThan(2500);
            } catch (RuntimeException e) {
                fail("of " + new String(spoiled, StandardCharsets.ISO_8859_1), e);
            }
        }
        assertThat(refused).isPositive();
    }

    private static String spoiled(String whole, Random random) {
        StringBuilder text = new StringBuilder(whole);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + 1 + random.nextInt(random.nextInt(10) == 0 ? 200 : 6));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(at, Math.max(at, Math.min(to, text.length() - 1)));
                case 1 -> text.insert(at, utf8(TOKENS.get(random.nextInt(TOKENS.size()))));
                case 2 -> text.replace(at, to, utf8(TOKENS.get(random.nextInt(TOKENS.size()))));
                case 3 -> text.insert(at, text.substring(at, to));
                case 4 -> text.setCharAt(at, (char) random.nextInt(256));
                default -> repeatLine(text, at);
            }
        }
        return text.toString();
    }

    private static void repeatLine(StringBuilder text, int at) {
        int from = text.lastIndexOf("\n", at - 1) + 1;
        int to = text.indexOf("\n", at);
        text.insert(from, text.substring(from, to < 0 ? text.length() : to) + "\n");
    }

    private static String utf8(String token) {
        return new String(token.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
