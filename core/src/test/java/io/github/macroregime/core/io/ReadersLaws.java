package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReadersLaws {

    @Provide
    Arbitrary<Map<LocalDate, Double>> quotes() {
        Arbitrary<Double> values =
                Arbitraries.oneOf(Arbitraries.doubles().between(-1e9, 1e9).ofScale(5), Arbitraries.just(Double.NaN));
        return Arbitraries.maps(Arbitraries.integers().between(-30_000, 30_000).map(LocalDate::ofEpochDay), values)
                .ofMaxSize(50)
                .map(TreeMap::new);
    }

    @Property(seed = "20250722", tries = 100)
    void whatIsWrittenInAnyOrderIsReadBack(
            @ForAll("quotes") Map<LocalDate, Double> quotes, @ForAll DateStyle style, @ForAll Random random) {
        if (style.name().startsWith("MONTH_START")
                || style.name().startsWith("MONTH_END")
                || style.name().endsWith("SHORT_YEAR")
                || style.name().startsWith("QUARTER")) {
            return;
        }
        List<String> lines = new ArrayList<>();
        quotes.forEach((date, value) -> lines.add(text(date, style) + "," + (value.isNaN() ? "." : plain(value))));
        Collections.shuffle(lines, random);
        lines.add(0, "when,what");
        TableLayout layout = TableLayout.csv()
                .withDateColumn("when")
                .withColumns("what")
                .withUnit(Unit.BASIS_POINTS)
                .withDates(style);
        assertThat(read(lines, layout, Problems.refusing())).isEqualTo(TimeSeries.ofQuoted(quotes, Unit.BASIS_POINTS));
    }

    @Property(seed = "20250722", tries = 100)
    void everyBrokenLineIsCountedAndTheOthersAreRead(
            @ForAll("quotes") Map<LocalDate, Double> quotes, @ForAll Random random) {
        List<String> lines = new ArrayList<>(List.of("when,what"));
        Map<LocalDate, Double> whole = new TreeMap<>();
        int broken = 0;
        for (Map.Entry<LocalDate, Double> quote : quotes.entrySet()) {
            boolean breaks = random.nextInt(4) == 0;
            lines.add(quote.getKey() + (breaks ? ",?" : "," + plain(quote.getValue())));
            broken += breaks ? 1 : 0;
            if (!breaks) {
                whole.put(quote.getKey(), quote.getValue());
            }
        }
        Problems problems = Problems.collecting();
        TableLayout layout =
                TableLayout.csv().withDateColumn("when").withColumns("what").withUnit(Unit.PRICE);
        assertThat(read(lines, layout, problems)).isEqualTo(TimeSeries.ofQuoted(whole, Unit.PRICE));
        assertThat(problems.count()).isEqualTo(broken);
    }

    private static String plain(double value) {
        return Double.isNaN(value) ? "" : BigDecimal.valueOf(value).toPlainString();
    }

    private static String text(LocalDate date, DateStyle style) {
        int year = date.getYear();
        int month = date.getMonthValue();
        int day = date.getDayOfMonth();
        return switch (style) {
            case YEAR_MONTH_DAY -> year + "/" + month + "/" + day;
            case MONTH_DAY_YEAR -> month + "/" + day + "/" + year;
            case DAY_MONTH_YEAR -> day + "/" + month + "/" + year;
            case DIGITS -> date.toString().replace("-", "");
            default -> date.toString();
        };
    }

    private static TimeSeries read(List<String> lines, TableLayout layout, Problems problems) {
        try {
            Path file = Files.createTempFile("law", ".csv");
            try {
                return layout.series(Files.write(file, lines), problems);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
