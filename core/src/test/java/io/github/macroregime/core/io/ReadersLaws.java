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
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

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

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> dates = Arbitraries.of(
                "2025-07-22",
                "2025-07-23",
                "2024-02-29",
                "2025-02-29",
                "1599-12-31",
                "2201-01-01",
                "2025-13-01",
                "2025-7-22",
                "2025-07-22T00:00",
                "20250722",
                "2025-07-2x",
                "Date",
                "#2025-07-22",
                "\"2025-07-22\"",
                "");
        Arbitrary<String> values = Arbitraries.of(
                "1.25",
                "-3",
                "0.1234567890123456",
                "1e5",
                "1e-400",
                ".",
                "",
                "NaN",
                " 7 ",
                "\"8\"",
                "1,000",
                "x",
                "\u00e9",
                "\ud83d\ude00",
                "\r9",
                "1.2.3",
                "-",
                "+1",
                "99");
        Arbitrary<String> ends = Arbitraries.frequency(
                Tuple.of(20, "\n"), Tuple.of(2, "\r\n"), Tuple.of(1, "\r"), Tuple.of(1, "\n\n"), Tuple.of(1, ""));
        Arbitrary<String> usual = Arbitraries.integers()
                .between(0, 9999)
                .map(day -> LocalDate.ofEpochDay(day) + "," + day / 4.0 + "," + day + "\n");
        Arbitrary<String> odd = Combinators.combine(dates, values, values, ends)
                .as((date, a, b, end) -> date + "," + a + "," + b + end);
        Arbitrary<String> heads = Arbitraries.of(
                "date,a,b\n",
                "# said\ndate,a,b\r\n",
                "\n\ndate,a,b\n",
                "\"date\",a,b\n",
                "a,date,b\n",
                "date,a,a\n",
                "date,\"a\n2025-07-22\",b\n",
                "2025-07-22,1,2\n",
                "date,a,b",
                "");
        return Combinators.combine(
                        heads,
                        Arbitraries.frequencyOf(Tuple.of(9, usual), Tuple.of(1, odd))
                                .list()
                                .ofMaxSize(12))
                .as((head, rows) -> head + String.join("", rows));
    }

    @Property(seed = "20250722", tries = 3000)
    void aTextInMemoryIsReadAsTheSameFileIs(@ForAll("lines") String text, @ForAll boolean all) throws IOException {
        TableLayout layout = TableLayout.csv().withUnit(Unit.PERCENT);
        TableLayout asked = all ? layout : layout.withDateColumn("date").withColumns("b");
        Path file = Files.createTempFile("text", ".csv");
        try {
            Files.writeString(file, text);
            assertThat(outcome(() -> TableFile.read(file).panel(asked)))
                    .isEqualTo(outcome(() ->
                            TableReader.panel(Lines.piecewise(file, Optional.empty()), asked, Problems.refusing())));
        } finally {
            Files.delete(file);
        }
    }

    /** What is read, or why nothing is. */
    private static Object outcome(Supplier<Object> reading) {
        try {
            return reading.get();
        } catch (FileFormatException e) {
            return String.valueOf(e.getMessage());
        }
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
