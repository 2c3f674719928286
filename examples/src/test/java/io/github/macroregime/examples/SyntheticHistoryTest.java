package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.Source;
import io.github.macroregime.regime.edition.Edition;
import io.github.macroregime.regime.folder.TrackerFolder;
import io.github.macroregime.regime.page.Page;
import io.github.macroregime.regime.report.StrengthPart;
import io.github.macroregime.regime.report.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The invented histories are what the generator makes, say so, and meet the printed statistics. */
class SyntheticHistoryTest {

    private static final Map<String, String> FILES = SyntheticHistory.files();

    private record Row(String date, BigDecimal value) {}

    private static List<Row> rows(String file) {
        return FILES.get(file)
                .lines()
                .filter(line -> Character.isDigit(line.charAt(0)))
                .map(line -> line.split(","))
                .map(fields -> new Row(fields[0], new BigDecimal(fields[1])))
                .toList();
    }

    @Test
    void the_history_of_the_documents_is_the_generated_one() throws IOException {
        try (InputStream stream = SyntheticHistory.class.getResourceAsStream("/synthetic/IG_SPREAD.csv")) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(FILES.get("IG_SPREAD.csv"));
        }
    }

    @Test
    void what_rests_on_an_invented_history_is_called_so(@TempDir Path folder) throws IOException {
        StringBuilder list = new StringBuilder("id,name,role,unit,source,class\n");
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
            String id = file.getKey().replace(".csv", "");
            list.append(id)
                    .append(',')
                    .append(id)
                    .append(id.equals("IG_SPREAD") ? ",spread,bp" : ",asset,price")
                    .append(",synthetic,")
                    .append(id.equals("SPX") ? "equities" : "")
                    .append('\n');
        }
        Files.writeString(folder.resolve("series.csv"), list);
        Edition report = Edition.of(TrackerFolder.read(folder, Optional.of(LocalDate.of(2025, 7, 22))));
        assertThat(report.report().statements())
                .filteredOn(statement -> statement.evidence().sources().stream()
                        .anyMatch(source -> source.provenance() == Source.Provenance.SYNTHETIC))
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement.subject()).contains("SYNTHETIC"));
        assertThat(report.report().statements(Topic.STRENGTH))
                .hasSize(14)
                .allSatisfy(statement -> assertThat(statement.subject()).contains("SYNTHETIC"));
        assertThat(report.report().part(StrengthPart.class).orElseThrow().isSynthetic())
                .isTrue();
        assertThat(Page.text("", report.head(), report.sections()))
                .contains(
                        "Price and spread histories are SYNTHETIC",
                        "Prices are SYNTHETIC.",
                        "SYNTHETIC history, 1395 dates.");
    }

    @Test
    void every_file_says_that_it_is_synthetic() {
        assertThat(FILES.values()).allSatisfy(text -> assertThat(text).startsWith("# SYNTHETIC: "));
    }

    @Test
    void the_spread_has_the_printed_level_average_and_high() {
        List<Row> spread = rows("IG_SPREAD.csv");
        assertThat(spread.get(spread.size() - 1)).isEqualTo(new Row("2025-07-22", new BigDecimal("51.11")));
        List<BigDecimal> fiveYears = spread.stream()
                .filter(row -> row.date().compareTo("2020-07-22") > 0)
                .map(Row::value)
                .toList();
        BigDecimal sum = fiveYears.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(new BigDecimal("62.75").multiply(BigDecimal.valueOf(fiveYears.size())));
        assertThat(spread.stream().map(Row::value).max(BigDecimal::compareTo).orElseThrow())
                .isEqualByComparingTo("151.80");
    }

    @Test
    void a_sector_ends_on_its_printed_return() {
        assertThat(lastReturn("HEALTH_CARE.csv")).isBetween(0.015199, 0.015201);
        assertThat(lastReturn("INFORMATION_TECHNOLOGY.csv")).isBetween(-0.009201, -0.009199);
        assertThat(lastReturn("DOLLAR.csv")).isBetween(-0.004001, -0.003999);
    }

    @Test
    void the_seven_large_stocks_stand_more_than_forty_percent_above_their_april_low() {
        List<Row> prices = rows("MAG7.csv");
        BigDecimal low = prices.stream()
                .filter(row -> row.date().startsWith("2025-04"))
                .map(Row::value)
                .min(BigDecimal::compareTo)
                .orElseThrow();
        double gain = prices.get(prices.size() - 1).value().doubleValue() / low.doubleValue() - 1;
        assertThat(gain).isGreaterThan(0.40);
    }

    private static double lastReturn(String file) {
        List<Row> prices = rows(file);
        int last = prices.size() - 1;
        return prices.get(last).value().doubleValue()
                        / prices.get(last - 1).value().doubleValue()
                - 1;
    }
}
